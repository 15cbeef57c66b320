//! Benches: speed as ratios to named rivals, measured in one run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::repository;

use crate::{call, setup};

/// Measures and prints every ratio.
pub(crate) fn run(rounds: usize, programs: Option<&Path>) -> Result<(), String> {
    setup::tools()?;
    call("cargo", &["build", "--release", "-p", "cutaway"])?;
    let bench = Bench { cutaway: cutaway()?, rounds: rounds.max(1) };
    bench.explain()?;
    let directory = programs.map_or_else(|| repository().join("benches"), Path::to_path_buf);
    bench.programs(&directory)
}

/// The release binary that was just built, wherever the target directory is.
pub(crate) fn cutaway() -> Result<PathBuf, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let path = target.unwrap_or_else(|| repository().join("target")).join("release/cutaway");
    if path.is_file() { Ok(path) } else { Err(format!("{} is not there", path.display())) }
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
        let [ours, theirs] = self.compare([&mut explain, &mut rival])?;
        println!(
            "explain examples/memory.c  {:>8}   tcc -run  {:>8}   ratio {:.2}",
            milliseconds(ours),
            milliseconds(theirs),
            ratio(ours, theirs)
        );
        Ok(())
    }

    /// Checked against unchecked against native, for every program of a directory.
    fn programs(&self, directory: &Path) -> Result<(), String> {
        println!("{:<12} {:>12} {:>12} {:>12}", "program", "native", "plain ×", "checked/plain");
        let (mut plain_ratios, mut checked_ratios) = (Vec::new(), Vec::new());
        for source in sources(directory)? {
            let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match self.program(&source)? {
                None => println!("{name:<12} needs C that is not supported yet"),
                Some([native, plain, checked]) => {
                    plain_ratios.push(ratio(plain, native));
                    checked_ratios.push(ratio(checked, plain));
                    let (plain_x, checked_x) = (ratio(plain, native), ratio(checked, plain));
                    let native = milliseconds(native);
                    println!("{name:<12} {native:>12} {plain_x:>12.1} {checked_x:>12.2}");
                }
            }
        }
        if !plain_ratios.is_empty() {
            let (plain, checked) = (mean(&plain_ratios), mean(&checked_ratios));
            println!("{:<12} {:>12} {plain:>12.1} {checked:>12.2}", "geo. mean", "");
        }
        Ok(())
    }

    fn program(&self, source: &Path) -> Result<Option<[Duration; 3]>, String> {
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
        let mut rival = Command::new(&native);
        let run = |check: &str| {
            let mut command = Command::new(&self.cutaway);
            command.args(["run", "--check", check]).arg(source);
            command
        };
        let times = self.compare([&mut rival, &mut run("none"), &mut run("all")])?;
        let _ = std::fs::remove_file(native);
        Ok(Some(times))
    }

    /// Runs commands in turn, several rounds, and gives the median of each.
    fn compare<const N: usize>(
        &self,
        mut commands: [&mut Command; N],
    ) -> Result<[Duration; N], String> {
        let mut times: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
        for _ in 0..self.rounds {
            for (command, times) in commands.iter_mut().zip(&mut times) {
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
                let started = Instant::now();
                command.status().map_err(|error| format!("cannot start {command:?}: {error}"))?;
                times.push(started.elapsed());
            }
        }
        Ok(times.map(median))
    }
}

fn sources(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(directory)
        .map_err(|error| format!("cannot list {}: {error}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "c"));
    paths.sort();
    Ok(paths)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9)
}

fn mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
