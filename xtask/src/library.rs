//! Random calls of the C library, compared with glibc's answers under qemu: `tests/c/library`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use testkit::{repository, run, run_within};

use crate::binary::Profile;
use crate::setup;

/// The programs that make the calls.
const PROGRAMS: [&str; 4] = ["printf", "scanf", "math", "complex"];

/// How long one of them may run.
const TIME_MAX: Duration = Duration::from_secs(900);

/// How many differences are shown of each.
const SHOWN_MAX: usize = 20;

/// Compares `count` calls of each program.
pub(crate) fn run_calls(seed: u64, count: u64, profile: Profile) -> Result<(), String> {
    setup::tools()?;
    let cutaway = profile.cutaway()?;
    let mut wrong = 0;
    for name in PROGRAMS {
        let source = repository().join("tests/c/library").join(name).with_extension("c");
        let arguments = [seed.to_string(), count.to_string()];
        let ours = ours(&cutaway, &source, &arguments)?;
        let reference = reference(name, &source, &arguments)?;
        let differences = differences(&ours, &reference);
        for (ours, reference) in differences.iter().take(SHOWN_MAX) {
            println!("{name}: {ours}\n{:width$}  {reference}", "", width = name.len());
        }
        println!("{name}: {} answers, {} differ", reference.lines().count(), differences.len());
        wrong += differences.len();
    }
    if wrong == 0 { Ok(()) } else { Err(format!("{wrong} answers differ from glibc's")) }
}

fn ours(cutaway: &Path, source: &Path, arguments: &[String]) -> Result<String, String> {
    let mut command = Command::new(cutaway);
    command.args(["run", "--check", "none"]).arg(source).args(arguments);
    output(&mut command)
}

fn reference(name: &str, source: &Path, arguments: &[String]) -> Result<String, String> {
    let directory = std::env::temp_dir().join("cutaway-library");
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    let elf: PathBuf = directory.join(name);
    let mut gcc = Command::new("riscv64-linux-gnu-gcc");
    gcc.args(["-O0", "-w", "-static", "-DREFERENCE", "-fno-builtin", "-o"]).arg(&elf);
    let built = run(gcc.arg(source).arg("-lm"), b"");
    if built.status != 0 {
        return Err(format!("gcc refuses {}:\n{}", source.display(), built.stderr));
    }
    output(Command::new("qemu-riscv64").arg(&elf).args(arguments))
}

fn output(command: &mut Command) -> Result<String, String> {
    let finished = run_within(command, b"", TIME_MAX);
    match finished.status {
        0 => Ok(String::from_utf8_lossy(&finished.stdout).into_owned()),
        status => Err(format!("{command:?}: status {status}\n{}", finished.stderr)),
    }
}

/// The lines that are further from the reference's than they may be.
fn differences<'a>(ours: &'a str, reference: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut ours = ours.lines();
    let mut found = vec![];
    for reference in reference.lines() {
        let ours = ours.next().unwrap_or("(nothing)");
        if !is_near(ours, reference) {
            found.push((ours, reference));
        }
    }
    found.extend(ours.map(|line| (line, "(nothing)")));
    found
}

/// Whether two answers are the same, or `CALL ~ERROR = BITS` whose bits are at most that far apart.
fn is_near(ours: &str, reference: &str) -> bool {
    if ours == reference {
        return true;
    }
    match (split(ours), split(reference)) {
        (Some(ours), Some(reference)) => {
            ours.0 == reference.0 && is_within(ours.1, ours.2, reference.2)
        }
        _ => false,
    }
}

/// The call, the error that it may have, and its result.
fn split(line: &str) -> Option<(&str, u128, &str)> {
    let (call, result) = line.rsplit_once(" = ")?;
    Some((call, call.rsplit_once('~')?.1.parse().ok()?, result))
}

/// Whether two results are at most that far apart.
fn is_within(error: u128, ours: &str, reference: &str) -> bool {
    if let (Some(ours), Some(reference)) = (ours.split_once(','), reference.split_once(',')) {
        return are_within(error, [ours.0, ours.1], [reference.0, reference.1]);
    }
    let bits = |text| u128::from_str_radix(text, 16).ok();
    match (bits(ours), bits(reference)) {
        // Numbers of one sign are in the order of their bits.
        (Some(ours), Some(reference)) => ours.abs_diff(reference) <= error,
        _ => false,
    }
}

/// The same of the parts of complex numbers, in units in the last place of the larger one. Infinities, NaNs and zeros of the
/// reference are exact.
fn are_within(error: u128, ours: [&str; 2], reference: [&str; 2]) -> bool {
    let parsed = reference.map(Part::new);
    let largest = parsed.iter().flatten().filter(|part| part.is_finite()).map(|part| part.power);
    let Some(unit) = largest.max() else { return ours == reference };
    ours.into_iter().zip(reference).zip(parsed).all(|((ours, reference), parsed)| {
        match (Part::new(ours), parsed) {
            _ if ours == reference => true,
            (Some(ours), Some(reference)) if ours.is_finite() && reference.is_number() => {
                ours.in_units(unit).abs_diff(reference.in_units(unit)) <= error
            }
            _ => false,
        }
    })
}

/// A floating value taken apart: a whole number times a power of two.
#[derive(Clone, Copy)]
struct Part {
    whole: i128,
    power: u32,
    power_max: u32,
}

impl Part {
    /// From its bits in hexadecimal; their number tells the format.
    fn new(text: &str) -> Option<Part> {
        let digits = match text.len() {
            8 => 23,
            16 => 52,
            32 => 112,
            _ => return None,
        };
        let bits = u128::from_str_radix(text, 16).ok()?;
        let width = text.len() as u32 * 4;
        let is_negative = bits >> (width - 1) != 0;
        let power_max = (1 << (width - 1 - digits)) - 1;
        let exponent = (bits >> digits) as u32 & power_max;
        let hidden = if exponent == 0 { 0 } else { 1 << digits };
        let size = (bits & ((1 << digits) - 1) | hidden) as i128;
        let whole = if is_negative { -size } else { size };
        Some(Part { whole, power: exponent.max(1), power_max })
    }

    fn is_finite(&self) -> bool {
        self.power != self.power_max
    }

    /// Whether it is finite and not zero.
    fn is_number(&self) -> bool {
        self.is_finite() && self.whole != 0
    }

    /// How often 2 to a power it is; of one that is far larger, as much as there is.
    fn in_units(&self, power: u32) -> i128 {
        match power.checked_sub(self.power) {
            Some(shift) => self.whole >> shift.min(127),
            // 113 bits and the sign leave room for so many more.
            None if self.power - power < 14 => self.whole << (self.power - power),
            None => i128::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn answers_may_be_as_far_apart_as_they_say() {
        assert!(is_near("printf [1.5] 3", "printf [1.5] 3"));
        assert!(!is_near("printf [1.5] 3", "printf [1.6] 3"));
        assert!(is_near("sin 01 ~1 = 3ff0", "sin 01 ~1 = 3ff1"));
        assert!(!is_near("sin 01 ~1 = 3ff0", "sin 01 ~1 = 3ff2"));
        assert!(!is_near("sin 01 ~1 = 3ff0", "sin 02 ~1 = 3ff0"));
        assert!(!is_near("sin 01 ~1 = nan", "sin 01 ~1 = 3ff0"));
        let near = |ours: &str, reference: &str| {
            is_near(&format!("csin ~2 = {ours}"), &format!("csin ~2 = {reference}"))
        };
        assert!(near("3f800000,3f800000", "3f800002,3f7ffffe"));
        assert!(!near("3f800000,3f800000", "3f800003,3f800000"));
        assert!(near("3f800000,33800000", "3f800000,33000000"), "the smaller part counts less");
        assert!(!near("3f800000,7f800000", "3f800000,7f7fffff"));
        assert!(!near("3f800000,00000001", "3f800000,80000000"));
        assert!(near("nan,80000000", "nan,80000000"));
        assert!(near("00000000,3f800000", "00000000,3f7fffff"), "one unit below a power of two");
    }
}
