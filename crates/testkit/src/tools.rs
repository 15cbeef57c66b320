//! Other people's tools, as oracles.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that a test compares with.
#[derive(Clone, Debug)]
pub struct Tool {
    path: PathBuf,
}

impl Tool {
    /// A command that starts it.
    pub fn command(&self) -> Command {
        Command::new(&self.path)
    }
}

/// The tool of that name on `PATH`; when it is missing, says which test goes without it.
pub fn tool(name: &str, needed_for: &str) -> Option<Tool> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found =
        std::env::split_paths(&paths).map(|path| path.join(name)).find(|path| path.is_file());
    if found.is_none() {
        missing(name, needed_for);
    }
    found.map(|path| Tool { path })
}

/// Says which test goes without something.
///
/// **Panics** where every tool is required.
pub fn missing(name: &str, needed_for: &str) {
    eprintln!("skipped: {needed_for}: {name} is not installed");
    assert!(
        std::env::var_os("CUTAWAY_REQUIRE_TOOLS").is_none(),
        "{name} is missing, and CUTAWAY_REQUIRE_TOOLS asks for every tool"
    );
}

/// Builds a C program with riscv64-linux-gnu-gcc, statically, unoptimized.
pub fn build_with_gcc(gcc: &Tool, source: &Path, output: &Path) {
    let mut command = gcc.command();
    command
        .args(["-std=gnu17", "-ffp-contract=off", "-O0", "-g", "-w", "-static", "-o"])
        .arg(output)
        .arg(source)
        .arg("-lm");
    let finished = crate::run(&mut command, b"");
    assert_eq!(finished.status, 0, "gcc refuses {}:\n{}", source.display(), finished.stderr);
}
