//! Conformance suites of C programs: each program of a folder must end with status 0 and, where a file beside it says so,
//! print what is in that, run from its source by our compiler and machine.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use testkit::{Finished, repository, run_within};

use crate::{Suite, call, jobs};

/// How long one program may run.
const TIME_MAX: Duration = Duration::from_secs(60);
/// What is appended to a program's file name to name what it prints.
const EXPECTED: &str = "expected";

/// Runs every program of a folder.
pub(crate) fn run(suite: Suite, folder: &Path, job_count: usize) -> Result<(), String> {
    let programs = programs(suite, folder)?;
    call("cargo", &["build", "--release", "--quiet", "--package", "cutaway"])?;
    let cutaway = repository().join("target/release/cutaway");
    let failures = jobs::map(&programs, job_count, |program| failure(suite, &cutaway, program));
    let mut failed = 0;
    for (program, failure) in programs.iter().zip(failures) {
        if let Some(why) = failure {
            failed += 1;
            println!("{}: {why}", name(program));
        }
    }
    let count = programs.len();
    println!("{} passed, {failed} failed, of {count}", count - failed);
    match failed {
        0 => Ok(()),
        _ => Err(format!("{failed} programs failed")),
    }
}

/// The programs of a folder, in the order of their names.
fn programs(suite: Suite, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let said = |error| format!("{}: {error}", folder.display());
    let mut programs = vec![];
    for entry in std::fs::read_dir(folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        let is_whole = suite == Suite::Torture || expected(&path).is_file();
        if path.extension().is_some_and(|it| it == "c") && is_whole {
            programs.push(path);
        }
    }
    programs.sort();
    match programs.is_empty() {
        true if suite == Suite::Torture => Err(format!("{} has no `*.c`", folder.display())),
        true => Err(format!("{} has no `*.c` with its `*.c.{EXPECTED}`", folder.display())),
        false => Ok(programs),
    }
}

/// The file with what a program prints.
fn expected(program: &Path) -> PathBuf {
    program.with_extension(format!("c.{EXPECTED}"))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Runs a program; says in a line why it failed, if it did.
fn failure(suite: Suite, cutaway: &Path, program: &Path) -> Option<String> {
    let mut command = Command::new(cutaway);
    command.args(["run", "--check", "none"]);
    if suite == Suite::Torture {
        // Many of its programs are from before C99.
        command.args(["--std", "gnu89"]);
    }
    command.arg(program);
    let finished = run_within(&mut command, b"", TIME_MAX);
    if suite == Suite::Torture {
        return difference(&finished, &finished.stdout);
    }
    match std::fs::read(expected(program)) {
        Ok(expected) => difference(&finished, &expected),
        Err(error) => Some(format!("its output cannot be read: {error}")),
    }
}

/// The first difference of a run to what is expected of it. A line end at the very end may be missing.
fn difference(finished: &Finished, expected: &[u8]) -> Option<String> {
    if finished.status != 0 {
        let is_error = |line: &&str| line.starts_with("error") || line.starts_with("cutaway");
        let first = finished.stderr.lines().next();
        let reason = finished.stderr.lines().find(is_error).or(first).unwrap_or_default();
        return Some(format!("status {}: {reason}", finished.status));
    }
    let lines = |bytes: &[u8]| -> Vec<String> {
        String::from_utf8_lossy(bytes).lines().map(str::to_string).collect()
    };
    let (expected, printed) = (lines(expected), lines(&finished.stdout));
    let pairs = std::iter::zip(&expected, &printed);
    if let Some((index, (wanted, found))) = pairs.enumerate().find(|(_, pair)| pair.0 != pair.1) {
        return Some(format!("line {} is {found:?}, not {wanted:?}", index + 1));
    }
    let (wanted, found) = (expected.len(), printed.len());
    (wanted != found).then(|| format!("{found} lines, not {wanted}"))
}

#[cfg(test)]
mod tests {
    use testkit::Finished;

    use super::difference;

    fn finished(status: i32, stdout: &str) -> Finished {
        Finished { status, stdout: stdout.into(), stderr: "error: why\nmore".into() }
    }

    #[test]
    fn a_difference_is_a_status_a_line_or_a_number_of_lines() {
        let of = |status, printed, expected: &str| {
            difference(&finished(status, printed), expected.as_bytes())
        };
        assert_eq!(of(0, "a\nb\n", "a\nb"), None);
        assert_eq!(of(1, "a\n", "a\n").as_deref(), Some("status 1: error: why"));
        assert_eq!(of(0, "a\nc\n", "a\nb\n").as_deref(), Some("line 2 is \"c\", not \"b\""));
        assert_eq!(of(0, "a\n", "a\nb\n").as_deref(), Some("1 lines, not 2"));
    }
}
