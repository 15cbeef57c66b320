//! What the integration tests share: the binary, and the examples sorted by their own table.

#![allow(dead_code, unreachable_pub, missing_docs)]

use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::{Finished, Program, programs, repository, run};

/// The binary, in the repository's root, so that paths are as a user gives them.
pub fn cutaway(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cutaway"));
    command.args(arguments).current_dir(repository()).env_remove("NO_COLOR");
    command
}

pub fn finish(arguments: &[&str]) -> Finished {
    run(&mut cutaway(arguments), b"")
}

/// The examples that are broken on purpose, as their table says.
pub fn broken_examples() -> Vec<Program> {
    examples(true)
}

pub fn conforming_examples() -> Vec<Program> {
    examples(false)
}

fn examples(are_broken: bool) -> Vec<Program> {
    let table = std::fs::read_to_string(repository().join("examples/README.md")).unwrap();
    let is_broken = |program: &Program| {
        let name = program.name.trim_start_matches("examples/");
        let row = table.lines().find(|line| line.starts_with(&format!("| [{name}]")));
        let row = row.unwrap_or_else(|| panic!("examples/README.md does not list {name}"));
        row.contains("broken on purpose")
    };
    programs("examples").into_iter().filter(|program| is_broken(program) == are_broken).collect()
}

/// A directory of its own for a test, empty.
pub fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Builds a program with cutaway and gives the executable's path.
pub fn build(program: &Program, directory: &Path) -> PathBuf {
    let elf = directory.join(program.name.replace('/', "-")).with_extension("elf");
    let finished = finish(&["build", &program.name, "-o", &elf.to_string_lossy()]);
    assert_eq!(finished.status, 0, "{} does not build:\n{}", program.name, finished.stderr);
    elf
}
