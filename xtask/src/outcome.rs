//! Outcomes: how a program ends and what it prints, on our machine and under `qemu-riscv64`. They must be the same.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use testkit::{Finished, run_within};

use crate::{cache, guest};

/// The exit status of a run that took too long.
pub(crate) const TOO_LONG: i32 = 124;
/// The exit status of a run that our machine could not begin.
pub(crate) const NOT_BEGUN: i32 = 125;
/// How much longer than qemu's, which compiles, a run of ours may take.
const PATIENCE: u32 = 4;

/// A run of an executable.
#[derive(Debug)]
pub(crate) struct Trial<'a> {
    executable: &'a Path,
    arguments: &'a [String],
    input: &'a [u8],
    /// The root directory, which has the loader and libraries, and the executable's path below it.
    root: Option<(&'a Path, &'a str)>,
    /// How long it may run under qemu.
    time_max: Duration,
}

impl<'a> Trial<'a> {
    /// A run without arguments, input and files.
    pub(crate) fn new(executable: &'a Path, time_max: Duration) -> Trial<'a> {
        Trial { executable, arguments: &[], input: b"", root: None, time_max }
    }

    /// The same of a program below a root directory.
    pub(crate) fn below(self, root: &'a Path, program: &'a str) -> Trial<'a> {
        Trial { root: Some((root, program)), ..self }
    }

    /// The same with arguments and input.
    pub(crate) fn with(self, arguments: &'a [String], input: &'a [u8]) -> Trial<'a> {
        Trial { arguments, input, ..self }
    }

    /// What the outcome depends on.
    fn key(&self) -> Result<u64, String> {
        let bytes = std::fs::read(self.executable)
            .map_err(|error| format!("{}: {error}", self.executable.display()))?;
        let mut hasher = DefaultHasher::new();
        (bytes, self.arguments, self.input, self.root).hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn qemu(&self) -> Outcome {
        let mut command = Command::new("qemu-riscv64");
        if let Some((root, program)) = self.root {
            command.arg("-L").arg(root).args(["-0", program]);
        }
        command.arg(self.executable).args(self.arguments);
        command.env_clear();
        for variable in process::Config::default().environment {
            command.envs(variable.split_once('='));
        }
        Outcome::of(run_within(&mut command, self.input, self.time_max))
    }

    fn ours(&self) -> Result<Outcome, String> {
        let mut command = match self.root {
            Some((root, program)) => guest::command_below(root, program)?,
            None => guest::command(self.executable)?,
        };
        command.args(self.arguments);
        Ok(Outcome::of(run_within(&mut command, self.input, self.time_max * PATIENCE)))
    }
}

/// How a run ended and what it printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Outcome {
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    /// The end of its standard error.
    pub(crate) last_line: String,
}

impl Outcome {
    fn of(finished: Finished) -> Outcome {
        let last_line = finished.stderr.lines().last().unwrap_or_default().to_string();
        Outcome { status: finished.status, stdout: finished.stdout, last_line }
    }

    /// What [`Outcome::from_bytes`] reads: the status, the line, the output.
    fn to_bytes(&self) -> Vec<u8> {
        let head = format!("{}\n{}\n", self.status, self.last_line);
        [head.as_bytes(), &self.stdout].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Outcome> {
        let mut parts = bytes.splitn(3, |byte| *byte == b'\n');
        let mut line = || std::str::from_utf8(parts.next()?).ok();
        let (status, last_line) = (line()?.parse().ok()?, line()?.to_string());
        Some(Outcome { status, last_line, stdout: parts.next()?.to_vec() })
    }
}

/// The outcomes of one run on both machines.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) ours: Outcome,
    pub(crate) theirs: Outcome,
}

/// In what two outcomes differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Difference {
    Status,
    /// The first byte that one printed and the other did not.
    Output {
        at: usize,
    },
}

/// Runs it on both machines, or remembers how that went: qemu's outcome as long as the program is the same, ours as
/// long as this binary is the same too.
pub(crate) fn both(trial: &Trial) -> Result<Pair, String> {
    let key = trial.key()?;
    let theirs = theirs(trial)?;
    let ours = remembered("ours", key ^ cache::own_key()?, || trial.ours())?;
    Ok(Pair { ours, theirs })
}

/// qemu's outcome alone.
pub(crate) fn theirs(trial: &Trial) -> Result<Outcome, String> {
    remembered("qemu", trial.key()?, || Ok(trial.qemu()))
}

/// An outcome from the cache, or a new one, which is put there unless time ran out.
fn remembered(
    kind: &str,
    key: u64,
    find: impl FnOnce() -> Result<Outcome, String>,
) -> Result<Outcome, String> {
    let path: PathBuf = cache::path(kind, key)?;
    if let Some(outcome) = std::fs::read(&path).ok().and_then(|bytes| Outcome::from_bytes(&bytes)) {
        return Ok(outcome);
    }
    let outcome = find()?;
    if outcome.status != TOO_LONG {
        cache::write(&path, &outcome.to_bytes())?;
    }
    Ok(outcome)
}

impl Pair {
    /// In what they differ, if they do.
    pub(crate) fn difference(&self) -> Option<Difference> {
        let (ours, theirs) = (&self.ours, &self.theirs);
        if ours.status != theirs.status {
            return Some(Difference::Status);
        }
        let shorter = ours.stdout.len().min(theirs.stdout.len());
        let at = ours.stdout.iter().zip(&theirs.stdout).position(|(a, b)| a != b);
        let is_cut = ours.stdout.len() != theirs.stdout.len();
        at.or(is_cut.then_some(shorter)).map(|at| Difference::Output { at })
    }

    /// A difference in words.
    pub(crate) fn said(&self, difference: &Difference) -> String {
        match difference {
            Difference::Status => {
                let (ours, theirs) = (status(self.ours.status), status(self.theirs.status));
                format!("{ours}, under qemu {theirs} {}", self.ours.last_line).trim_end().into()
            }
            Difference::Output { at } => {
                let [ours, theirs] = [&self.ours, &self.theirs].map(|outcome| {
                    let rest = outcome.stdout.get(*at..).unwrap_or_default();
                    String::from_utf8_lossy(&rest[..rest.len().min(40)]).into_owned()
                });
                format!("byte {at} of the output: {ours:?}, under qemu {theirs:?}")
            }
        }
    }
}

fn status(status: i32) -> String {
    match status {
        TOO_LONG => "too slow".into(),
        NOT_BEGUN => "not run".into(),
        _ => format!("exit status {status}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Outcome, Pair};

    fn outcome(status: i32, stdout: &str) -> Outcome {
        Outcome { status, stdout: stdout.into(), last_line: "the end".into() }
    }

    #[test]
    fn outcomes_are_remembered_as_they_were() {
        let outcome = outcome(139, "a\n\nb\n");
        assert_eq!(Outcome::from_bytes(&outcome.to_bytes()), Some(outcome));
    }

    #[test]
    fn where_outcomes_differ() {
        let difference = |ours: (i32, &str), theirs: (i32, &str)| {
            Pair { ours: outcome(ours.0, ours.1), theirs: outcome(theirs.0, theirs.1) }.difference()
        };
        assert_eq!(difference((0, "ab"), (0, "ab")), None);
        assert_eq!(difference((0, "ab"), (1, "ab")), Some(Difference::Status));
        assert_eq!(difference((0, "ab"), (0, "ax")), Some(Difference::Output { at: 1 }));
        assert_eq!(difference((0, "ab"), (0, "abc")), Some(Difference::Output { at: 2 }));
    }
}
