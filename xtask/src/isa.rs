//! The suites of the instruction set, as executables: each checks itself and says so by exit status 0, or writes the
//! signature of its results to standard output; both must be as under `qemu-riscv64`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::outcome::{Difference, Trial};
use crate::{executables, jobs, outcome, release};

/// How long one program may run.
const TIME_MAX: Duration = Duration::from_secs(20);

/// Runs every RISC-V executable found below the paths.
pub(crate) fn run(paths: &[PathBuf], job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let programs = executables::find(paths)?;
    let verdicts = jobs::map(&programs, job_count, |program| judge(program));
    let mut failed = 0;
    for (program, verdict) in programs.iter().zip(&verdicts) {
        if let Err(why) = verdict {
            failed += 1;
            println!("{}: {why}", program.display());
        }
    }
    println!("{} programs: {} pass, {failed} fail", verdicts.len(), verdicts.len() - failed);
    match (verdicts.len(), failed) {
        (0, _) => Err("no RISC-V executable was found".into()),
        (_, 0) => Ok(()),
        _ => Err(format!("{failed} programs fail")),
    }
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
