//! Failures: why a command could not do its work, and the exit status that says so.

use std::io;
use std::path::Path;

/// The program does not compile, as `cc` says it.
pub(crate) const STATUS_COMPILE: u8 = 1;
/// The command line is wrong.
pub(crate) const STATUS_USAGE: u8 = 2;
/// cutaway itself failed.
pub(crate) const STATUS_FAILURE: u8 = 125;

/// Why a command ended without doing its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The program does not compile; the diagnostics have been printed.
    Compile,
    /// Something that the user named cannot be used: the sentence says what and how to go on.
    Usage(String),
    /// Something failed that is nobody's fault.
    Failed(String),
    /// Nobody reads our output any more.
    PipeClosed,
}

impl Failure {
    /// What a failed write to standard output means.
    pub(crate) fn from_output(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::PipeClosed,
            _ => Failure::Failed(format!("cannot write to standard output: {error}")),
        }
    }

    /// A file that could not be written.
    pub(crate) fn write(path: &Path, error: &io::Error) -> Failure {
        Failure::Failed(format!("cannot write {}: {error}", path.display()))
    }

    /// The exit status that says it.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Failure::Compile => STATUS_COMPILE,
            Failure::Usage(_) => STATUS_USAGE,
            Failure::Failed(_) => STATUS_FAILURE,
            Failure::PipeClosed => 0,
        }
    }

    /// The sentence to print, if there is one.
    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Failure::Usage(text) | Failure::Failed(text) => Some(text),
            Failure::Compile | Failure::PipeClosed => None,
        }
    }
}
