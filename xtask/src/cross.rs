//! Building C for RISC-V with GCC's cross compiler, statically; the same text is built once.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use testkit::run_within;

use crate::cache;

const GCC: &str = "riscv64-linux-gnu-gcc";
/// How long one compilation may take.
const TIME_MAX: Duration = Duration::from_secs(300);

/// The executable that GCC makes of a C file with some options, without symbols; or the first error.
pub(crate) fn build(source: &Path, options: &[String]) -> Result<PathBuf, String> {
    let text = std::fs::read(source).map_err(|error| format!("{}: {error}", source.display()))?;
    let mut hasher = DefaultHasher::new();
    (text, options).hash(&mut hasher);
    let executable = cache::path("built", hasher.finish())?;
    let refusal = executable.with_extension("refused");
    if executable.is_file() {
        return Ok(executable);
    }
    if let Ok(error) = std::fs::read_to_string(&refusal) {
        return Err(error);
    }
    match compile(source, options, &executable) {
        Ok(()) => Ok(executable),
        Err(error) => {
            cache::write(&refusal, error.as_bytes())?;
            Err(error)
        }
    }
}

fn compile(source: &Path, options: &[String], executable: &Path) -> Result<(), String> {
    let unfinished = cache::unfinished(executable);
    let mut gcc = Command::new(GCC);
    gcc.args(["-static", "-s", "-w"]).args(options).arg("-o").arg(&unfinished).arg(source);
    let finished = run_within(gcc.arg("-lm"), b"", TIME_MAX);
    if finished.status != 0 {
        return Err(first_error(&finished.stderr).to_string());
    }
    std::fs::rename(&unfinished, executable)
        .map_err(|error| format!("{}: {error}", executable.display()))
}

fn first_error(said: &str) -> &str {
    let is_error = |line: &&str| line.contains("rror:") || line.contains("undefined reference");
    said.lines().find(is_error).unwrap_or("gcc fails")
}
