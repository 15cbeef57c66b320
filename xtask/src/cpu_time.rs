//! User and system time of commands: what a shared machine disturbs least.

use std::process::Command;

/// The user and system time that a command takes, as a shell tells it: to the millisecond.
pub(crate) fn seconds(command: &mut Command) -> Result<f64, String> {
    let mut shell = Command::new("bash");
    shell.args(["-c", "TIMEFORMAT='%3U %3S'; time \"$@\" >/dev/null 2>/dev/null", "bash"]);
    shell.arg(command.get_program()).args(command.get_args());
    let output = shell.output().map_err(|error| format!("cannot start bash: {error}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let times = told.split_whitespace().map(str::parse::<f64>).collect::<Result<Vec<_>, _>>();
    match times {
        Ok(times) if output.status.success() && times.len() == 2 => Ok(times[0] + times[1]),
        _ => Err(format!("{command:?} failed: {} {told}", output.status)),
    }
}

/// The median; NaN of nothing.
pub(crate) fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
