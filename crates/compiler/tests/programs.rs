//! Programs built here and run under qemu, against what GCC's build of them does.

use std::path::{Path, PathBuf};

use compiler::{Built, Options, build};
use source::{Files, LoadError};
use testkit::{Finished, Program, Tool, programs, repository, run, tool};

/// The repository's files, by their names from its root.
struct Repository;

impl Files for Repository {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        std::fs::read(repository().join(path)).map_err(|_| LoadError::NotFound)
    }
}

/// What the programs read.
const INPUT: &[u8] = b"the quick brown fox\n12 34 -5\njumps\n";

struct Tools {
    gcc: Tool,
    qemu: Tool,
    directory: PathBuf,
}

fn tools(needed_for: &str) -> Option<Tools> {
    let unique = format!("cutaway-programs-{}-{}", std::process::id(), needed_for.len());
    let directory = std::env::temp_dir().join(unique);
    std::fs::create_dir_all(&directory).expect("the directory for temporary files is writable");
    let gcc = tool("riscv64-linux-gnu-gcc", needed_for)?;
    Some(Tools { gcc, qemu: tool("qemu-riscv64", needed_for)?, directory })
}

fn run_ours(tools: &Tools, name: &str) -> Finished {
    let built: Built = build(&[name], &Repository, &Options::default())
        .unwrap_or_else(|refused| panic!("{name}: {:#?}", refused.diagnostics));
    let path = tools.directory.join("ours");
    std::fs::write(&path, &built.elf).expect("the directory is writable");
    run_at(tools, &path)
}

fn run_theirs(tools: &Tools, source: &Path) -> Finished {
    let path = tools.directory.join("theirs");
    testkit::build_with_gcc(&tools.gcc, source, &path);
    run_at(tools, &path)
}

fn run_at(tools: &Tools, path: &Path) -> Finished {
    let mut permissions = std::fs::metadata(path).expect("it was written").permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o755);
    std::fs::set_permissions(path, permissions).expect("it is ours");
    run(tools.qemu.command().args(["-0", "program"]).arg(path), INPUT)
}

/// Builds each program in both ways, runs both, and compares.
fn check(tools: &Tools, programs: &[Program]) {
    let mut differing = vec![];
    for program in programs {
        let (ours, theirs) = (run_ours(tools, &program.name), run_theirs(tools, &program.path));
        if (ours.status, &ours.stdout) != (theirs.status, &theirs.stdout) {
            differing.push((&program.name, ours.status, theirs.status));
        }
    }
    let _ = std::fs::remove_dir_all(&tools.directory);
    assert_eq!(differing, [], "(name, our status, GCC's status)");
}

#[test]
fn the_corpus_does_what_gcc_makes_it_do() {
    if let Some(tools) = tools("the corpus of conforming programs") {
        check(&tools, &programs("tests/c/run"));
    }
}

/// The examples that `examples/README.md` calls conforming, but for those that print addresses.
#[test]
fn conforming_examples_do_what_gcc_makes_them_do() {
    let Some(tools) = tools("the conforming examples") else { return };
    let table = std::fs::read_to_string(repository().join("examples/README.md"))
        .expect("the examples have a table");
    let mut examples = programs("examples");
    examples.retain(|program| {
        let name = program.name.trim_start_matches("examples/");
        let row = table.lines().find(|line| line.contains(&format!("({name})")));
        row.is_some_and(|row| row.contains("| conforming")) && !program.text.contains("%p")
    });
    assert!(!examples.is_empty(), "the table names the conforming examples");
    check(&tools, &examples);
}
