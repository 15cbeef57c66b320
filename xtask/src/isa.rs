//! The suites of the instruction set: programs that check themselves and say so by exit status 0, or that write the signature
//! of their results to standard output; both must be as under `qemu-riscv64`. They come as executables or in assembly
//! language.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::assembly::{Built, Sources};
use crate::outcome::{Difference, Trial};
use crate::{executables, jobs, outcome, release};

/// How long one program may run.
const TIME_MAX: Duration = Duration::from_secs(20);

/// Programs in which `qemu-riscv64` is wrong, and in what; version 7.2 is.
const WRONG_UNDER_QEMU: [(&str, &str); 1] = [(
    "ctzw-01",
    "of a low word of zeros it counts on into the high word, where the manual says 32",
)];

/// What came of a program.
enum Verdict {
    Pass,
    WrongUnderQemu(&'static str),
    Fail(String),
    NotOurs(String),
}

/// Runs every program found below the paths.
pub(crate) fn run(paths: &[PathBuf], job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let sources = Sources::among(&executables::below(paths)?);
    let mut programs = executables::find(paths)?;
    programs.extend_from_slice(&sources.programs);
    let verdicts = jobs::map(&programs, job_count, |program| verdict(&sources, program));
    let (mut passed, mut failed) = (0, 0);
    let mut others: BTreeMap<Option<&Path>, Vec<&str>> = BTreeMap::new();
    for (program, verdict) in programs.iter().zip(&verdicts) {
        match verdict {
            Verdict::Pass => passed += 1,
            Verdict::WrongUnderQemu(why) => {
                println!("{}: not as under qemu: {why}", program.display())
            }
            Verdict::NotOurs(why) => others.entry(program.parent()).or_default().push(why),
            Verdict::Fail(why) => {
                failed += 1;
                println!("{}: {why}", program.display());
            }
        }
    }
    for (folder, reasons) in &others {
        let (folder, count) = (folder.unwrap_or(Path::new("")).display(), reasons.len());
        println!(
            "{folder}: {count} not for user programs of this machine, the first: {}",
            reasons[0]
        );
    }
    println!("{} programs: {passed} pass, {failed} fail", passed + failed);
    match (passed, failed) {
        (0, 0) => Err("no program for RISC-V was found".into()),
        (_, 0) => Ok(()),
        _ => Err(format!("{failed} programs fail")),
    }
}

fn verdict(sources: &Sources, program: &Path) -> Verdict {
    let executable = match program.extension().is_some_and(|extension| extension == "S") {
        false => Ok(Built::Executable(program.to_path_buf())),
        true => sources.build(program),
    };
    match executable {
        Ok(Built::NotOurs(why)) => Verdict::NotOurs(why),
        Ok(Built::Executable(executable)) => {
            match (judge(&executable), wrong_under_qemu(program)) {
                (Ok(()), _) => Verdict::Pass,
                (Err(_), Some(why)) => Verdict::WrongUnderQemu(why),
                (Err(why), None) => Verdict::Fail(why),
            }
        }
        Err(why) => Verdict::Fail(why),
    }
}

fn wrong_under_qemu(program: &Path) -> Option<&'static str> {
    let stem = program.file_stem()?;
    WRONG_UNDER_QEMU.iter().find(|(name, _)| stem == *name).map(|(_, why)| *why)
}

/// Why a program fails, if it does.
fn judge(program: &Path) -> Result<(), String> {
    let pair = outcome::both(&Trial::new(program, TIME_MAX))?;
    match pair.difference() {
        Some(Difference::Output { at }) => {
            Err(signature_differs(at, &pair.ours.stdout, &pair.theirs.stdout))
        }
        Some(difference) => Err(pair.said(&difference)),
        None if pair.theirs.status != 0 => {
            Err(format!("exit status {}, under qemu too", pair.theirs.status))
        }
        None => Ok(()),
    }
}

/// Signatures are rows of doublewords.
fn signature_differs(at: usize, ours: &[u8], theirs: &[u8]) -> String {
    let word = |bytes: &[u8]| {
        let bytes = bytes.get(at & !7..).and_then(|bytes| bytes.first_chunk::<8>());
        bytes.map_or("nothing".into(), |bytes| format!("{:#018x}", u64::from_le_bytes(*bytes)))
    };
    let (index, ours, theirs) = (at / 8, word(ours), word(theirs));
    format!("doubleword {index} of the signature is {ours}, under qemu {theirs}")
}
