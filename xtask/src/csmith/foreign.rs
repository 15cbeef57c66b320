//! csmith's programs as GCC builds them: each must print here, at every level of optimization, what it prints under
//! `qemu-riscv64`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use testkit::run;

use super::{HEADERS, find_headers, generate};
use crate::outcome::{self, TOO_LONG, Trial};
use crate::{cross, jobs, release};

/// GCC's levels of optimization.
pub(crate) const LEVELS: [&str; 3] = ["-O0", "-O2", "-O3"];
/// How long a program may run under qemu; csmith's end at once or never.
pub(crate) const TIME_MAX: Duration = Duration::from_secs(8);

/// What came of one program at one level.
enum Verdict {
    Same,
    /// It does not end under qemu, or GCC does not build it.
    NotRun,
    Differs(String),
}

/// Compares `count` programs, of the seeds from `first` on.
pub(crate) fn run_seeds(first: u64, count: u64, job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let directory = directory()?;
    let seeds: Vec<u64> = (first..first + count).collect();
    let verdicts = jobs::map(&seeds, job_count, |seed| judge(&directory, *seed));
    let (mut same, mut not_run, mut differing) = (0, 0, 0);
    for (seed, verdicts) in seeds.iter().zip(&verdicts) {
        for (level, verdict) in LEVELS.iter().zip(verdicts) {
            match verdict {
                Verdict::Same => same += 1,
                Verdict::NotRun => not_run += 1,
                Verdict::Differs(why) => {
                    differing += 1;
                    println!("seed {seed} {level}: {why}");
                }
            }
        }
    }
    println!(
        "{count} programs, {} executables: {same} same, {differing} differ, {not_run} without an end",
        same + differing + not_run
    );
    match differing {
        0 => Ok(()),
        _ => Err(format!("the programs are in {}", directory.display())),
    }
}

/// Where the programs are put, if they can be built.
pub(crate) fn directory() -> Result<PathBuf, String> {
    find_headers()?;
    let directory = std::env::temp_dir().join("cutaway-csmith-foreign");
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    Ok(directory)
}

/// The program of a seed; `None` when csmith makes none.
pub(crate) fn source(directory: &Path, seed: u64) -> Option<PathBuf> {
    let source: PathBuf = directory.join(format!("{seed}.c"));
    if !source.is_file() && run(&mut generate(directory, seed, &source), b"").status != 0 {
        let _ = std::fs::remove_file(source);
        return None;
    }
    Some(source)
}

fn judge(directory: &Path, seed: u64) -> Vec<Verdict> {
    match source(directory, seed) {
        Some(source) => LEVELS.iter().map(|level| compare(&source, level)).collect(),
        None => LEVELS.map(|_| Verdict::NotRun).into(),
    }
}

fn compare(source: &Path, level: &str) -> Verdict {
    let options = [level, "-I", HEADERS].map(String::from);
    let Ok(executable) = cross::build(source, &options) else { return Verdict::NotRun };
    match outcome::both(&Trial::new(&executable, TIME_MAX)) {
        Err(why) => Verdict::Differs(why),
        Ok(pair) if pair.theirs.status == TOO_LONG => Verdict::NotRun,
        Ok(pair) => match pair.difference() {
            Some(difference) => Verdict::Differs(pair.said(&difference)),
            None => Verdict::Same,
        },
    }
}
