//! Random calls of the C library, compared with glibc's answers under qemu: `tests/c/library`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use testkit::{repository, run, run_within};

use crate::binary::Profile;
use crate::setup;

/// The programs that make the calls.
const PROGRAMS: [&str; 3] = ["printf", "scanf", "math"];

/// How long one of them may run.
const TIME_MAX: Duration = Duration::from_secs(900);

/// How many differences are shown of each.
const SHOWN_MAX: usize = 20;

/// Compares `count` calls of each program.
pub(crate) fn run_calls(seed: u64, count: u64, profile: Profile) -> Result<(), String> {
    setup::tools()?;
    let cutaway = profile.cutaway()?;
    let mut wrong = 0;
    for name in PROGRAMS {
        let source = repository().join("tests/c/library").join(name).with_extension("c");
        let arguments = [seed.to_string(), count.to_string()];
        let ours = ours(&cutaway, &source, &arguments)?;
        let reference = reference(name, &source, &arguments)?;
        let differences = differences(&ours, &reference);
        for (ours, reference) in differences.iter().take(SHOWN_MAX) {
            println!("{name}: {ours}\n{:width$}  {reference}", "", width = name.len());
        }
        println!("{name}: {} answers, {} differ", reference.lines().count(), differences.len());
        wrong += differences.len();
    }
    if wrong == 0 { Ok(()) } else { Err(format!("{wrong} answers differ from glibc's")) }
}

fn ours(cutaway: &Path, source: &Path, arguments: &[String]) -> Result<String, String> {
    let mut command = Command::new(cutaway);
    command.args(["run", "--check", "none"]).arg(source).args(arguments);
    output(&mut command)
}

fn reference(name: &str, source: &Path, arguments: &[String]) -> Result<String, String> {
    let directory = std::env::temp_dir().join("cutaway-library");
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    let elf: PathBuf = directory.join(name);
    let mut gcc = Command::new("riscv64-linux-gnu-gcc");
    gcc.args(["-O0", "-w", "-static", "-DREFERENCE", "-fno-builtin", "-o"]).arg(&elf);
    let built = run(gcc.arg(source).arg("-lm"), b"");
    if built.status != 0 {
        return Err(format!("gcc refuses {}:\n{}", source.display(), built.stderr));
    }
    output(Command::new("qemu-riscv64").arg(&elf).args(arguments))
}

fn output(command: &mut Command) -> Result<String, String> {
    let finished = run_within(command, b"", TIME_MAX);
    match finished.status {
        0 => Ok(String::from_utf8_lossy(&finished.stdout).into_owned()),
        status => Err(format!("{command:?}: status {status}\n{}", finished.stderr)),
    }
}

/// The lines that are further from the reference's than they may be.
fn differences<'a>(ours: &'a str, reference: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut ours = ours.lines();
    let mut found = vec![];
    for reference in reference.lines() {
        let ours = ours.next().unwrap_or("(nothing)");
        if !is_near(ours, reference) {
            found.push((ours, reference));
        }
    }
    found.extend(ours.map(|line| (line, "(nothing)")));
    found
}

/// Whether two answers are the same, or `CALL ~ERROR = BITS` whose bits are at most that far apart.
fn is_near(ours: &str, reference: &str) -> bool {
    if ours == reference {
        return true;
    }
    match (split(ours), split(reference)) {
        // Numbers of one sign are in the order of their bits.
        (Some(ours), Some(reference)) => {
            ours.0 == reference.0 && ours.2.abs_diff(reference.2) <= ours.1
        }
        _ => false,
    }
}

/// The call, the error that it may have, and its result.
fn split(line: &str) -> Option<(&str, u128, u128)> {
    let (call, bits) = line.rsplit_once(" = ")?;
    let error = call.rsplit_once('~')?.1.parse().ok()?;
    Some((call, error, u128::from_str_radix(bits, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn answers_may_be_as_far_apart_as_they_say() {
        assert!(is_near("printf [1.5] 3", "printf [1.5] 3"));
        assert!(!is_near("printf [1.5] 3", "printf [1.6] 3"));
        assert!(is_near("sin 01 ~1 = 3ff0", "sin 01 ~1 = 3ff1"));
        assert!(!is_near("sin 01 ~1 = 3ff0", "sin 01 ~1 = 3ff2"));
        assert!(!is_near("sin 01 ~1 = 3ff0", "sin 02 ~1 = 3ff0"));
        assert!(!is_near("sin 01 ~1 = nan", "sin 01 ~1 = 3ff0"));
    }
}
