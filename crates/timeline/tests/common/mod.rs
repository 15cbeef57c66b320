//! From C text to a session, for the tests of this room.
#![allow(dead_code)] // Each test program uses its part.

use checker::AfterFinding;
use process::{Answer, Driver, Request};
use source::MemoryFiles;
use std::sync::Arc;
use timeline::{Config, Limits, Session};

/// Collects output; its standard input is empty.
#[derive(Default)]
pub(crate) struct Collector {
    /// What was written, on both descriptors.
    pub(crate) output: Vec<u8>,
}

impl Driver for Collector {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => {
                self.output.extend(bytes);
                Answer::Count(bytes.len() as u64)
            }
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(process::Errno::NoEntry),
        }
    }
}

/// Compiles a program of one file.
pub(crate) fn image(name: &str, text: &str) -> Arc<image::Image> {
    let mut files = MemoryFiles::new();
    files.insert(name, text);
    let built = compiler::build(&[name], &files, &compiler::Options::default());
    let built = built.unwrap_or_else(|refused| panic!("{name}: {:?}", refused.diagnostics));
    Arc::new(image::Image::read(built.elf).expect("what we build can be read"))
}

/// How a test checks; `None` for not at all.
pub(crate) fn config(after_finding: Option<AfterFinding>) -> Config {
    let checker = after_finding
        .map(|after_finding| checker::Config { after_finding, ..checker::Config::default() });
    let limits = Limits { instruction_count_max: Some(50_000_000), ..Limits::default() };
    Config { checker, limits, ..Config::default() }
}

/// Runs a program; returns the session and what it wrote.
pub(crate) fn run(
    image: &Arc<image::Image>,
    after_finding: Option<AfterFinding>,
) -> (Session, Vec<u8>) {
    let mut session = Session::new(Arc::clone(image), config(after_finding));
    let mut driver = Collector::default();
    session.run(&mut driver).expect("the program can be loaded");
    (session, driver.output)
}
