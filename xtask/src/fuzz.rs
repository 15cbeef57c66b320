//! Fuzzing: every target in `fuzz/`, one after the other.

use crate::{call, setup};

/// Runs each target for so many seconds.
pub(crate) fn run(seconds: u64) -> Result<(), String> {
    if !setup::is_installed("cargo-fuzz") {
        return Err("cargo-fuzz is not installed; `cargo install cargo-fuzz` brings it".into());
    }
    let limit = format!("-max_total_time={seconds}");
    for target in targets()? {
        call("cargo", &["+nightly", "fuzz", "run", &target, "--", &limit, "-rss_limit_mb=4096"])?;
    }
    Ok(())
}

fn targets() -> Result<Vec<String>, String> {
    let directory = testkit::repository().join("fuzz/fuzz_targets");
    let entries =
        std::fs::read_dir(&directory).map_err(|error| format!("no fuzz targets: {error}"))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_string()))
        .collect();
    names.sort();
    Ok(names)
}
