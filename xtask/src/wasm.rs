//! WebAssembly: the core builds for it, and tells every example's story in the same bytes as natively.

use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::{programs, repository, run};

use crate::{call, setup};

/// The crates that must build for a page: all core crates come along as dependencies.
const CORE: [&str; 3] = ["figure", "timeline", "compiler"];

/// Builds the core for `wasm32-unknown-unknown`; where node is installed, compares the stories of all examples.
pub(crate) fn test() -> Result<(), String> {
    if !setup::has_target("wasm32-unknown-unknown") {
        return setup::missing("the WebAssembly target");
    }
    let mut arguments = vec!["build", "--target", "wasm32-unknown-unknown"];
    arguments.extend(CORE.iter().flat_map(|name| ["-p", *name]));
    call("cargo", &arguments)?;
    if !setup::is_installed("node") || !setup::has_target("wasm32-wasip1") {
        return setup::missing("node with the wasm32-wasip1 target");
    }
    stories()
}

fn stories() -> Result<(), String> {
    call("cargo", &["build", "-p", "cutaway"])?;
    let module = example("story")?;
    let programs = programs("examples");
    for program in &programs {
        let mut node = node(&module);
        node.arg(&program.name);
        let there = run(&mut node, program.text.as_bytes());
        let mut native = Command::new(target("debug/cutaway"));
        native.args(["explain", &program.name]).current_dir(repository());
        let here = run(&mut native, b"");
        if there.stdout.is_empty() || there.stdout != here.stdout {
            return Err(format!(
                "{}: the story differs on WebAssembly\n{}",
                program.name, there.stderr
            ));
        }
    }
    println!("{} stories are the same bytes natively and on WebAssembly", programs.len());
    Ok(())
}

/// Builds an example of the crate `figure`, which is at the end of every road, for WebAssembly.
///
/// **Errors**: it does not build, or node or the target is missing.
pub(crate) fn example(name: &str) -> Result<PathBuf, String> {
    if !setup::is_installed("node") || !setup::has_target("wasm32-wasip1") {
        return Err("node is not installed, or the target wasm32-wasip1 is not; `cargo xtask test` brings them".into());
    }
    let example = ["-p", "figure", "--example", name];
    call("cargo", &[&["build", "--release", "--target", "wasm32-wasip1"], &example[..]].concat())?;
    Ok(target("wasm32-wasip1/release/examples").join(name).with_extension("wasm"))
}

/// A command that runs a module in node; its arguments are to follow.
pub(crate) fn node(module: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg("--no-warnings").arg(repository().join("xtask/src/wasi.mjs")).arg(module);
    node
}

/// A path in Cargo's target directory.
pub(crate) fn target(path: &str) -> PathBuf {
    let directory = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    directory.unwrap_or_else(|| repository().join("target")).join(path)
}
