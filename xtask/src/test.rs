//! The whole test: set up, lint, build for WebAssembly, run every suite.

use crate::{call, setup, wasm};

/// Runs everything; in CI also formatting, lints and the fuzz targets' types, with every tool required.
pub(crate) fn run(is_ci: bool) -> Result<(), String> {
    setup::tools()?;
    if is_ci {
        call("cargo", &["fmt", "--all", "--check"])?;
        call("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
        call("cargo", &["check", "--manifest-path", "fuzz/Cargo.toml"])?;
    }
    call("cargo", &["test", "--workspace", "--no-fail-fast"])?;
    wasm::test()
}
