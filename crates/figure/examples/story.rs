//! The whole road without a file system: C text on standard input, its story on standard output.
//!
//! `cargo xtask test` builds it for WebAssembly and compares what it prints, for every example program, with what
//! `cutaway explain` prints natively: the core gives the same bytes everywhere.

use std::io::Read;
use std::sync::Arc;

use image::Image;
use process::{Answer, Driver, Request};
use source::{Files, LoadError, MemoryFiles};
use timeline::{Config, Limits, Session};

/// A driver without a world: output vanishes (the story keeps it), input is at its end.
struct Nowhere;

impl Driver for Nowhere {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => Answer::Count(bytes.len() as u64),
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(process::Errno::NoEntry),
        }
    }
}

/// The program's text, and that of the C library.
struct Texts(MemoryFiles);

impl Files for Texts {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        match compiler::library_source(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => self.0.load(path),
        }
    }
}

fn main() {
    let name = std::env::args().nth(1).expect("the program's name");
    let mut text = Vec::new();
    std::io::stdin().read_to_end(&mut text).expect("C text on standard input");
    let mut files = MemoryFiles::new();
    files.insert(name.as_str(), text);
    let files = Texts(files);
    let built = compiler::build(&[&name], &files, &Default::default()).expect("it compiles");
    let image = Arc::new(Image::read(built.elf).expect("we read what we link"));
    let limits = Limits {
        step_count_max: Some(1_000_000),
        instruction_count_max: Some(1_000_000_000),
        output_size_max_bytes: Some(1 << 20),
    };
    let checker = checker::Config {
        after_finding: checker::AfterFinding::Continue,
        ..checker::Config::default()
    };
    let config = Config { checker: Some(checker), limits, ..Config::default() };
    let mut session = Session::new(image, config);
    session.run(&mut Nowhere).expect("it loads");
    let story = view::story(&session, &files, &Default::default()).expect("it loads again");
    print!("{}", figure::plain_text(&story, figure::Style::PLAIN));
}
