//! Chores that run the machine a lot: they run in a release build of this very program.

use std::process::Command;

use testkit::repository;

/// Whether this is the build in which the machine is fast.
pub(crate) const IS_RELEASE: bool = !cfg!(debug_assertions);

/// Runs this program's release build with the same arguments, and ends with its exit status.
pub(crate) fn again() -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["run", "--release", "--quiet", "--manifest-path"])
        .arg(repository().join("Cargo.toml"))
        .args(["--package", "xtask", "--"])
        .args(std::env::args_os().skip(1))
        .status()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    std::process::exit(status.code().unwrap_or(125))
}
