//! Building guest programs, and running them here and with qemu.

use image::Image;
use process::{Answer, Config, Ending, Errno, Limit, Pause, Process, Request};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::{Finished, repository, tool};

/// What became of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// What it wrote to standard output.
    pub(crate) output: String,
    pub(crate) ending: Ending,
    pub(crate) moment: u64,
    pub(crate) hash: u64,
    pub(crate) unsupported: Vec<u64>,
    pub(crate) limits: Vec<Limit>,
}

/// Builds `tests/guest/NAME.c`; `None` without a compiler.
pub(crate) fn build(name: &str, options: &[&str]) -> Option<(PathBuf, Arc<Image>)> {
    let gcc = tool("riscv64-linux-gnu-gcc", name)?;
    let source = repository().join("tests/guest").join(name).with_extension("c");
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = directory.join(format!("{name}{}", options.concat()));
    let mut command = gcc.command();
    command.args(["-g", "-w", "-o"]).arg(&path).arg(source).args(options).arg("-lpthread");
    let finished = testkit::run(&mut command, b"");
    assert_eq!(finished.status, 0, "gcc refuses {name}:\n{}", finished.stderr);
    let image = Image::read(std::fs::read(&path).unwrap()).unwrap();
    Some((path, Arc::new(image)))
}

pub(crate) fn config(name: &str) -> Config {
    Config { program: format!("./{name}"), ..Config::default() }
}

/// Runs a program to its end in pieces of so many instructions; its input is empty.
pub(crate) fn finish(image: &Arc<Image>, config: Config, piece: u64) -> Run {
    const INSTRUCTIONS_MAX: u64 = 2_000_000_000;
    let mut process = Process::load(image, &config).unwrap();
    let mut output = Vec::new();
    let ending = loop {
        let until = process.moment().saturating_add(piece).min(INSTRUCTIONS_MAX);
        match process.run(&mut (), until) {
            Pause::Ended(ending) => break ending,
            Pause::Request(request) => process.answer(answer(&request, &mut output)),
            Pause::Limit if process.moment() >= INSTRUCTIONS_MAX => process.end(Ending::StepLimit),
            Pause::Limit => {}
            Pause::Observer => unreachable!("there is none"),
        }
    };
    Run {
        output: String::from_utf8_lossy(&output).into_owned(),
        ending,
        moment: process.moment(),
        hash: process.state_hash(),
        limits: process.limits_reached().iter().copied().collect(),
        unsupported: process.unsupported_calls().iter().copied().collect(),
    }
}

fn answer(request: &Request, output: &mut Vec<u8>) -> Answer {
    match request {
        Request::Write { descriptor, bytes } => {
            if *descriptor == 1 {
                output.extend(bytes);
            }
            Answer::Count(bytes.len() as u64)
        }
        Request::Read { .. } => Answer::Bytes(vec![]),
        Request::File(_) => Answer::Error(Errno::NoEntry),
    }
}

/// What qemu makes of it; `None` without one.
pub(crate) fn run_qemu(path: &Path, arguments: &[&str]) -> Option<Finished> {
    let qemu = tool("qemu-riscv64", "comparison with qemu")?;
    let mut command = qemu.command();
    command.arg(path).args(arguments);
    Some(testkit::run(&mut command, b""))
}
