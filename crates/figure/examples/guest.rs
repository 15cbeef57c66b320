//! Runs a RISC-V executable, which standard input is, unobserved and in a world without files.
//!
//! `cargo xtask bench --machine` builds it for WebAssembly and measures what that costs.

use std::io::{Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use image::Image;
use process::{Answer, Config, Driver, Errno, Pause, Process, Request};

/// A world that takes output, whichever stream it is for, and has no input.
struct Output;

impl Driver for Output {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => match std::io::stdout().write_all(bytes) {
                Ok(()) => Answer::Count(bytes.len() as u64),
                Err(_) => Answer::Error(Errno::Io),
            },
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(Errno::NoEntry),
        }
    }
}

fn main() -> ExitCode {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).expect("an executable on standard input");
    let image = Arc::new(Image::read(bytes).expect("an executable for RISC-V"));
    let arguments = std::env::args().skip(1).collect();
    let config = Config { arguments, ..Config::default() };
    let mut process = Process::load(&image, &config).expect("it can be loaded");
    loop {
        match process.run(&mut (), u64::MAX) {
            Pause::Request(request) => process.answer(Output.answer(&request)),
            Pause::Ended(ending) => return ExitCode::from(ending.exit_status()),
            Pause::Limit | Pause::Observer => {}
        }
    }
}
