//! The whole test: set up, lint, build for WebAssembly, run every suite.

use crate::{call, setup};

/// The crates that must build for WebAssembly: all core crates come along as dependencies.
const CORE: [&str; 3] = ["figure", "timeline", "compiler"];

/// Runs everything; in CI also formatting and lints, with every tool required.
pub(crate) fn run(is_ci: bool) -> Result<(), String> {
    setup::tools()?;
    if is_ci {
        call("cargo", &["fmt", "--all", "--check"])?;
        call("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    }
    if setup::wasm_target() {
        let mut arguments = vec!["build", "--target", "wasm32-unknown-unknown"];
        arguments.extend(CORE.iter().flat_map(|name| ["-p", *name]));
        call("cargo", &arguments)?;
    }
    call("cargo", &["test", "--workspace"])
}
