//! The programs that are followed: this repository's own, those of the command line, and csmith's.

use std::path::PathBuf;
use std::time::Duration;

use testkit::programs;

use crate::csmith::{self, foreign};
use crate::executables;

/// Where the repository's programs lie. Those of `tests/guest` are not followed: they make threads, processes and signal
/// frames, which the two kernels schedule and lay out each in its own way, or use up a limit. Those of `tests/c/ub`
/// are held against findings.
const FOLDERS: [&str; 3] = ["benches", "examples", "tests/c/run"];
/// Programs there that are not followed: how far the stack goes until it meets its guard is each kernel's own affair.
const NOT_FOLLOWED: [&str; 1] = ["examples/unbounded_recursion.c"];
/// How long a program may run under qemu before it counts as endless.
const TIME_MAX: Duration = Duration::from_secs(60);

/// A program at one level of optimization.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// What reports call it.
    pub(super) name: String,
    pub(super) source: PathBuf,
    pub(super) options: Vec<String>,
    pub(super) time_max: Duration,
}

/// This repository's programs, at every level.
pub(super) fn own() -> Vec<Case> {
    let programs = FOLDERS.iter().flat_map(|folder| programs(folder));
    let followed = programs.filter(|program| !NOT_FOLLOWED.contains(&program.name.as_str()));
    followed.flat_map(|program| at_levels(&program.name, &program.path)).collect()
}

/// The C files below some paths, at every level.
pub(super) fn below(paths: &[PathBuf]) -> Result<Vec<Case>, String> {
    let mut files = executables::below(paths)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "c"));
    Ok(files.iter().flat_map(|file| at_levels(&file.display().to_string(), file)).collect())
}

/// The programs that csmith makes of so many seeds, at every level.
pub(super) fn random(first: u64, count: u64) -> Result<Vec<Case>, String> {
    let directory = foreign::directory()?;
    let sources = (first..first + count)
        .filter_map(|seed| Some((format!("csmith {seed}"), foreign::source(&directory, seed)?)));
    let mut cases: Vec<Case> = sources.flat_map(|(name, path)| at_levels(&name, &path)).collect();
    for case in &mut cases {
        case.options.extend(["-I", csmith::HEADERS].map(String::from));
        case.time_max = foreign::TIME_MAX;
    }
    Ok(cases)
}

fn at_levels(name: &str, source: &std::path::Path) -> Vec<Case> {
    let case = |level: &str| Case {
        name: format!("{name} {level}"),
        source: source.to_path_buf(),
        options: vec![level.into()],
        time_max: TIME_MAX,
    };
    foreign::LEVELS.map(case).into()
}

#[cfg(test)]
mod tests {
    use super::{NOT_FOLLOWED, own};
    use testkit::repository;

    #[test]
    fn more_than_twenty_programs_are_followed_at_three_levels() {
        let cases = own();
        assert!(cases.len() > 3 * 20, "{} cases", cases.len());
        assert!(NOT_FOLLOWED.iter().all(|name| repository().join(name).is_file()));
        assert!(cases.iter().all(|case| case.source.is_file()));
    }
}
