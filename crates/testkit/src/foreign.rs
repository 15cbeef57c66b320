//! Programs of other compilers: those in `tests/foreign`, built for RISC-V Linux and linked statically.

use std::path::{Path, PathBuf};

use crate::{missing, repository, run, tool};

const NEEDED_FOR: &str = "looking into programs of other compilers";

/// Builds a program of `tests/foreign`; `None` when the compiler is not there.
///
/// **Panics** when the compiler refuses it.
pub fn build(compiler: &str, source: &str, flags: &[&str], directory: &Path) -> Option<PathBuf> {
    let tool = tool(compiler, NEEDED_FOR)?;
    let name = format!("{source}{}", flags.concat().replace(['-', '='], "."));
    let elf = directory.join(format!("{compiler}-{name}"));
    let mut command = tool.command();
    command.args(flags).args(["-static", "-w", "-o"]).arg(&elf).arg(path(source));
    let finished = run(&mut command, b"");
    assert_eq!(finished.status, 0, "{compiler} {flags:?}:\n{}", finished.stderr);
    Some(elf)
}

/// The same program of GCC and of Clang, without and with optimisation, with DWARF 5 and 4.
pub fn of_both(source: &str, directory: &Path) -> Vec<PathBuf> {
    let (gcc, clang) = match source.ends_with(".c") {
        true => ("riscv64-linux-gnu-gcc", "clang"),
        false => ("riscv64-linux-gnu-g++", "clang++"),
    };
    let both = [("-O0", "-gdwarf-5"), ("-O2", "-gdwarf-4")].into_iter().flat_map(|(level, g)| {
        let by_clang = ["--target=riscv64-linux-gnu", level, g];
        [build(gcc, source, &[level, g], directory), build(clang, source, &by_clang, directory)]
    });
    both.flatten().collect()
}

/// Builds `tests/foreign/bank.rs`; `None` when the compiler or its target is not there.
///
/// **Panics** when the compiler refuses it.
pub fn rust(level: &str, directory: &Path) -> Option<PathBuf> {
    const TARGET: &str = "riscv64gc-unknown-linux-gnu";
    tool("riscv64-linux-gnu-gcc", NEEDED_FOR)?;
    let rustc = tool("rustc", NEEDED_FOR)?;
    let libraries = run(rustc.command().args(["--print=target-libdir", "--target", TARGET]), b"");
    if !Path::new(String::from_utf8_lossy(&libraries.stdout).trim()).is_dir() {
        missing(TARGET, NEEDED_FOR);
        return None;
    }
    let elf = directory.join(format!("bank{level}"));
    let mut command = rustc.command();
    command
        .args(["--edition=2021", "-Awarnings", "-g", "--target", TARGET])
        .args(["-Clinker=riscv64-linux-gnu-gcc", "-Ctarget-feature=+crt-static"])
        .args([&format!("-Copt-level={level}"), "-o"])
        .arg(&elf)
        .arg(path("bank.rs"));
    let finished = run(&mut command, b"");
    assert_eq!(finished.status, 0, "{}", finished.stderr);
    Some(elf)
}

fn path(source: &str) -> PathBuf {
    repository().join("tests/foreign").join(source)
}
