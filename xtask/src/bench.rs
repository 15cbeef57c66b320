//! Benches: speed as ratios to named rivals, measured in one run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::repository;

use crate::binary::Profile;
use crate::{call, setup};

/// Measures and prints every ratio.
pub(crate) fn run(rounds: usize, programs: Option<&Path>) -> Result<(), String> {
    setup::tools()?;
    let bench = Bench { cutaway: Profile::Release.cutaway()?, rounds: rounds.max(1) };
    bench.explain()?;
    let directory = programs.map_or_else(|| repository().join("benches"), Path::to_path_buf);
    bench.programs(&directory)
}

/// The argument of each program, with which its checked run takes a few seconds; programs that are not named get none.
const SIZES: [(&str, &str); 6] = [
    ("bintree", "11"),
    ("hash", "100000"),
    ("matmul", "1"),
    ("nbody", "50000"),
    ("qsort", "500000"),
    ("sieve", "6"),
];

/// A story takes milliseconds; of so short a time, many measurements make one.
const EXPLAIN_ROUNDS: usize = 20;

/// What one command took: the median counts on a quiet machine, the minimum on a busy one.
#[derive(Clone, Copy)]
struct Times {
    median: Duration,
    minimum: Duration,
}

struct Bench {
    cutaway: PathBuf,
    rounds: usize,
}

impl Bench {
    /// The article's story, cold, against running the program with tcc.
    fn explain(&self) -> Result<(), String> {
        let source = repository().join("examples/memory.c");
        let mut explain = Command::new(&self.cutaway);
        explain.arg("explain").arg(&source);
        let mut rival = Command::new("tcc");
        rival.arg("-run").arg(&source);
        let [ours, theirs] = compare(self.rounds * EXPLAIN_ROUNDS, [&mut explain, &mut rival])?;
        println!("{:<26} {:>10} {:>10} {:>8}", "", "cutaway", "tcc -run", "ratio");
        for (name, of) in [("median", median_of as Pick), ("minimum", minimum_of)] {
            let (ours, theirs) = (of(ours), of(theirs));
            let ratio = ratio(ours, theirs);
            let (ours, theirs) = (milliseconds(ours), milliseconds(theirs));
            println!("explain memory.c, {name:<8} {ours:>10} {theirs:>10} {ratio:>8.2}");
        }
        Ok(())
    }

    /// Checked against unchecked against native, for every program of a directory.
    fn programs(&self, directory: &Path) -> Result<(), String> {
        let (plain, checked) = ("plain/native", "checked/plain");
        println!("\n{:<12} {:>10} {plain:>22} {checked:>22}", "program", "native");
        println!("{:<12} {:>10} {:>22} {:>22}", "", "minimum", "median minimum", "median minimum");
        let (mut plain_ratios, mut checked_ratios) = (Vec::new(), Vec::new());
        for source in sources(directory)? {
            let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match self.program(&source)? {
                None => println!("{name:<12} needs C that is not supported yet"),
                Some([native, plain, checked]) => {
                    let ratios =
                        |of: Pick| [ratio(of(plain), of(native)), ratio(of(checked), of(plain))];
                    let ([plain, checked], best) = (ratios(median_of), ratios(minimum_of));
                    plain_ratios.push(best[0]);
                    checked_ratios.push(best[1]);
                    let native = milliseconds(native.minimum);
                    print!("{name:<12} {native:>10} {plain:>14.1} {:>7.1}", best[0]);
                    println!(" {checked:>14.2} {:>7.2}", best[1]);
                }
            }
        }
        if !plain_ratios.is_empty() {
            let (plain, checked) = (mean(&plain_ratios), mean(&checked_ratios));
            println!("{:<12} {:>10} {plain:>22.1} {checked:>22.2}", "geo. mean", "");
        }
        Ok(())
    }

    fn program(&self, source: &Path) -> Result<Option<[Times; 3]>, String> {
        let native = std::env::temp_dir().join(format!("cutaway-bench-{}", std::process::id()));
        let native_path = native.to_string_lossy().into_owned();
        call("gcc", &["-O0", "-w", "-o", &native_path, &source.to_string_lossy(), "-lm"])?;
        let mut build = Command::new(&self.cutaway);
        build
            .args(["build", "-o", "/dev/null"])
            .arg(source)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if !build.status().is_ok_and(|status| status.success()) {
            return Ok(None);
        }
        let name = source.file_stem().unwrap_or_default();
        let size = SIZES.iter().find(|(program, _)| name == *program).map(|&(_, size)| size);
        let mut rival = Command::new(&native);
        rival.args(size);
        let run = |check: &str| {
            let mut command = Command::new(&self.cutaway);
            command.args(["run", "--check", check]).arg(source).arg("--").args(size);
            command
        };
        let times = compare(self.rounds, [&mut rival, &mut run("none"), &mut run("all")])?;
        let _ = std::fs::remove_file(native);
        Ok(Some(times))
    }
}

/// Runs commands in turn, several rounds.
///
/// **Errors**: one that cannot be started, or fails: then its time means nothing.
fn compare<const N: usize>(
    rounds: usize,
    mut commands: [&mut Command; N],
) -> Result<[Times; N], String> {
    let mut times: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
    for _ in 0..rounds {
        for (command, times) in commands.iter_mut().zip(&mut times) {
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let started = Instant::now();
            let status = command.status();
            times.push(started.elapsed());
            match status {
                Ok(status) if status.success() => {}
                Ok(status) => return Err(format!("{command:?} failed: {status}")),
                Err(error) => return Err(format!("cannot start {command:?}: {error}")),
            }
        }
    }
    Ok(times.map(Times::of))
}

fn sources(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(directory)
        .map_err(|error| format!("cannot list {}: {error}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "c"));
    paths.sort();
    Ok(paths)
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Times {
        times.sort();
        Times { median: times[times.len() / 2], minimum: times[0] }
    }
}

/// One of the two times.
type Pick = fn(Times) -> Duration;

fn median_of(times: Times) -> Duration {
    times.median
}

fn minimum_of(times: Times) -> Duration {
    times.minimum
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9)
}

pub(crate) fn mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
