//! Random programs: what csmith writes has no undefined behaviour and prints a checksum of all its variables, so that
//! every way to run it must print the same, and a finding is a false alarm.

pub(crate) mod foreign;

use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::{Finished, repository, run};

use crate::binary::Profile;
use crate::setup;

/// Where csmith's own headers lie (Debian: libcsmith-dev).
pub(crate) const HEADERS: &str = "/usr/include/csmith";
/// How long one run may take; csmith's programs end at once or never.
const SECONDS_MAX: &str = "8";
/// The exit status that stands for a finding; csmith's programs end with 0.
const FOUND: i32 = 77;

/// Compares `count` programs, of the seeds from `first` on; with `has_floating`, they compute with `float` and `double` too.
pub(crate) fn run_seeds(
    first: u64,
    count: u64,
    has_floating: bool,
    profile: Profile,
) -> Result<(), String> {
    setup::tools()?;
    find_headers()?;
    let trial = Trial::new(profile.cutaway()?, has_floating)?;
    let mut totals = Totals::default();
    for seed in first..first + count {
        let verdict = trial.seed(seed);
        totals.count(&verdict);
        if let Some(said) = verdict.said() {
            println!("seed {seed}: {said}");
        }
    }
    println!(
        "{count} programs: {} agree, {} refused, {} differ, {} false alarms, {} too slow, {} without an end",
        totals.agree, totals.refused, totals.differ, totals.alarms, totals.slow, totals.too_long
    );
    match totals.refused + totals.differ + totals.alarms {
        0 => Ok(()),
        _ => Err(format!("the programs are in {}", trial.directory.display())),
    }
}

/// What came of one program.
enum Verdict {
    Agree,
    /// gcc's own build does not end, or there is no program.
    TooLong,
    /// It ends under qemu, but not in time here.
    Slow(&'static str),
    Refused(String),
    Differ {
        way: &'static str,
        expected: String,
        got: String,
    },
    FalseAlarm(String),
}

impl Verdict {
    fn said(&self) -> Option<String> {
        match self {
            Verdict::Agree | Verdict::TooLong => None,
            Verdict::Slow(way) => Some(format!("{way} takes more than {SECONDS_MAX} s")),
            Verdict::Refused(why) => Some(format!("refused:\n{why}")),
            Verdict::Differ { way, expected, got } => {
                Some(format!("{way} prints\n  {got}\ninstead of\n  {expected}"))
            }
            Verdict::FalseAlarm(finding) => Some(format!("false alarm:\n{finding}")),
        }
    }
}

#[derive(Default)]
struct Totals {
    agree: usize,
    too_long: usize,
    slow: usize,
    refused: usize,
    differ: usize,
    alarms: usize,
}

impl Totals {
    fn count(&mut self, verdict: &Verdict) {
        let total = match verdict {
            Verdict::Agree => &mut self.agree,
            Verdict::TooLong => &mut self.too_long,
            Verdict::Slow(_) => &mut self.slow,
            Verdict::Refused(_) => &mut self.refused,
            Verdict::Differ { .. } => &mut self.differ,
            Verdict::FalseAlarm(_) => &mut self.alarms,
        };
        *total += 1;
    }
}

/// The binary under test, and where programs are put.
struct Trial {
    cutaway: PathBuf,
    directory: PathBuf,
    has_floating: bool,
}

impl Trial {
    fn new(cutaway: PathBuf, has_floating: bool) -> Result<Trial, String> {
        let directory = std::env::temp_dir().join("cutaway-csmith");
        std::fs::create_dir_all(&directory)
            .map_err(|error| format!("{}: {error}", directory.display()))?;
        Ok(Trial { cutaway, directory, has_floating })
    }

    fn seed(&self, seed: u64) -> Verdict {
        let source = self.directory.join(format!("{seed}.c"));
        let mut csmith = generate(&self.directory, seed, &source);
        if self.has_floating {
            // With pointers, it points to integers as if they were floating (C17 6.5p7).
            csmith.args(["--float", "--no-pointers"]);
        }
        if run(&mut csmith, b"").status != 0 || make_correct(&source).is_err() {
            return Verdict::TooLong;
        }
        let verdict = self.program(&source);
        if matches!(verdict, Verdict::Agree | Verdict::TooLong) {
            let _ = std::fs::remove_file(source);
        }
        verdict
    }

    fn program(&self, source: &Path) -> Verdict {
        let reference = self.directory.join("reference.elf");
        let mut gcc = Command::new("riscv64-linux-gnu-gcc");
        gcc.args(["-O0", "-w", "-static", "-I", HEADERS, "-o"]).arg(&reference).arg(source);
        let expected = match run(&mut gcc, b"").status {
            0 => qemu(&reference),
            _ => return Verdict::TooLong,
        };
        if expected.status == 124 {
            return Verdict::TooLong;
        }
        let ours = self.directory.join("ours.elf");
        let built = run(self.cutaway("build", source).arg("-o").arg(&ours), b"");
        if built.status != 0 {
            return Verdict::Refused(errors(&built.stderr));
        }
        let plain = || limited(self.cutaway("run", source).args(["--check", "none"]));
        let checked = || {
            let number = FOUND.to_string();
            limited(self.cutaway("run", source).args(["--error-exitcode", &number]))
        };
        let ways: [(&str, &dyn Fn() -> Finished); 3] = [
            ("qemu-riscv64 on our executable", &|| qemu(&ours)),
            ("cutaway run --check none", &plain),
            ("cutaway run --check all", &checked),
        ];
        for (way, finish) in ways {
            let finished = finish();
            if finished.status == FOUND {
                return Verdict::FalseAlarm(finding(&finished.stderr));
            }
            if finished.status == 124 {
                return Verdict::Slow(way);
            }
            let (expected, got) = (outcome(&expected), outcome(&finished));
            if got != expected {
                return Verdict::Differ { way, expected, got };
            }
        }
        Verdict::Agree
    }

    fn cutaway(&self, verb: &str, source: &Path) -> Command {
        let mut command = Command::new(&self.cutaway);
        command.arg(verb).args(["-I", HEADERS]).arg(source);
        command
    }
}

/// Whether csmith's headers are there, without which nothing that it writes can be built.
fn find_headers() -> Result<(), String> {
    match Path::new(HEADERS).is_dir() {
        true => Ok(()),
        false => Err(format!("{HEADERS} is not there (Debian: libcsmith-dev)")),
    }
}

/// Repairs what is not C in csmith's programs with floating point: they pass a `float *` as a `char *` (C17 6.5.16.1p1).
fn make_correct(source: &Path) -> std::io::Result<()> {
    let text = std::fs::read_to_string(source)?;
    let corrected = text.replace("transparent_crc_bytes (&", "transparent_crc_bytes((char *)&");
    let corrected = corrected.replace("transparent_crc_bytes(&", "transparent_crc_bytes((char *)&");
    std::fs::write(source, corrected)
}

/// The command that writes the program of a seed.
fn generate(directory: &Path, seed: u64, source: &Path) -> Command {
    let mut csmith = Command::new("csmith");
    // It writes a file `platform.info` where it is started.
    csmith.current_dir(directory).args(["--seed", &seed.to_string(), "--output"]).arg(source);
    csmith
}

fn qemu(executable: &Path) -> Finished {
    limited(Command::new("qemu-riscv64").arg(executable))
}

/// Runs a command with the limit on time; status 124 when it passes it.
fn limited(command: &mut Command) -> Finished {
    let mut limited = Command::new("timeout");
    limited.arg(SECONDS_MAX).arg(command.get_program()).args(command.get_args());
    run(limited.current_dir(repository()), b"")
}

/// The exit status and the checksum.
fn outcome(finished: &Finished) -> String {
    let said = String::from_utf8_lossy(&finished.stdout);
    format!("{} (exit status {})", said.trim_end(), finished.status)
}

/// The first error of a compilation; csmith's programs cause many warnings.
fn errors(said: &str) -> String {
    let start = said.find("error[").unwrap_or(0);
    said[start..].lines().take(12).collect::<Vec<_>>().join("\n")
}

/// The findings of a run, without what the compiler said before.
fn finding(said: &str) -> String {
    let messages = said.split("\n\n");
    let findings = messages.filter(|message| !message.trim_start().starts_with("warning"));
    findings.take(3).collect::<Vec<_>>().join("\n\n")
}
