//! The whole test: set up, lint, build for WebAssembly, run every suite.

use crate::binary::Profile;
use crate::{call, csmith, library, setup, signatures, wasm};

/// How many of csmith's programs, of programs of random signatures, and of calls of each kind of library function.
const RANDOM_COUNTS: [u64; 3] = [40, 25, 1000];

/// Runs everything; in CI also formatting, lints and the fuzz targets' types, with every tool required.
pub(crate) fn run(is_ci: bool) -> Result<(), String> {
    setup::tools()?;
    if is_ci {
        call("cargo", &["fmt", "--all", "--check"])?;
        call("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
        call("cargo", &["check", "--manifest-path", "fuzz/Cargo.toml"])?;
    }
    call("cargo", &["test", "--workspace", "--no-fail-fast"])?;
    if is_ci {
        random()?;
    }
    wasm::test()
}

/// What is random, held against GCC and glibc; the commands of these names do more of it.
fn random() -> Result<(), String> {
    let [programs, signatures, calls] = RANDOM_COUNTS;
    csmith::run_seeds(1, programs, false, Profile::Dev)?;
    signatures::run_seeds(1, signatures, Profile::Dev)?;
    library::run_calls(1, calls, Profile::Dev)
}
