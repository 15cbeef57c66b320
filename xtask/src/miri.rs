//! Miri: the tests of the one room with `unsafe` code, executed by an interpreter that finds undefined behaviour.

use crate::setup;
use std::process::Command;

/// The engine finds the guest's memory by host addresses that were exposed before.
const FLAGS: &str = "-Zmiri-permissive-provenance";

/// Runs the machine's tests under Miri, the long ones left out. Installs nothing.
pub(crate) fn run() -> Result<(), String> {
    if !setup::is_installed("rustup") {
        return Err("rustup is not installed, which brings Miri".into());
    }
    let has_miri = Command::new("cargo")
        .args(["+nightly", "miri", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !has_miri {
        return Err("Miri is not installed; `rustup toolchain install nightly --component miri \
                    --component rust-src` brings it"
            .into());
    }
    let arguments = ["+nightly", "miri", "test", "-p", "machine"];
    eprintln!("$ MIRIFLAGS={FLAGS} cargo {}", arguments.join(" "));
    let status = Command::new("cargo")
        .args(arguments)
        .env("MIRIFLAGS", FLAGS)
        .current_dir(testkit::repository())
        .status()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("the tests fail under Miri: {status}")) }
}
