//! Fuzzing: every target in `fuzz/`, one after the other.

use crate::{call, setup};

/// Programs to begin with, right and wrong.
const C_SEEDS: [&str; 4] = ["tests/c", "examples", "libc/src", "crates/cutaway/tests/messages"];

/// Runs each target for so many seconds.
pub(crate) fn run(seconds: u64) -> Result<(), String> {
    if !setup::is_installed("cargo-fuzz") {
        return Err("cargo-fuzz is not installed; `cargo install cargo-fuzz` brings it".into());
    }
    let limit = format!("-max_total_time={seconds}");
    for target in targets()? {
        let corpus = format!("fuzz/corpus/{target}");
        std::fs::create_dir_all(testkit::repository().join(&corpus))
            .map_err(|error| format!("{corpus}: {error}"))?;
        let (seeds, dictionary): (&[&str], &[&str]) = match target.as_str() {
            "c_text" => (&C_SEEDS, &["-dict=fuzz/c.dict"]),
            _ => (&[], &[]),
        };
        let run = ["+nightly", "fuzz", "run", &target, &corpus];
        let limits = ["--", &limit, "-rss_limit_mb=4096", "-timeout=60"];
        call("cargo", &[&run, seeds, &limits, dictionary].concat())?;
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
