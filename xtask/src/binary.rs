//! The program under test: `cutaway`, built anew.

use std::path::PathBuf;

use testkit::repository;

use crate::call;

/// How it is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As the tests have built it already.
    Dev,
    /// As users have it.
    Release,
}

impl Profile {
    /// Builds it; where it is then, wherever the target directory is.
    pub(crate) fn cutaway(self) -> Result<PathBuf, String> {
        let (folder, options): (_, &[&str]) = match self {
            Profile::Dev => ("debug", &[]),
            Profile::Release => ("release", &["--release"]),
        };
        call("cargo", &[&["build", "-p", "cutaway"], options].concat())?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| repository().join("target"));
        let path = target.join(folder).join("cutaway");
        if path.is_file() { Ok(path) } else { Err(format!("{} is not there", path.display())) }
    }
}
