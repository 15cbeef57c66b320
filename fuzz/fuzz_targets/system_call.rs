//! Any bytes as the system calls of a hostile guest, and as the answers of the world outside: no panic, and an end.

#![no_main]

use std::sync::Arc;

use image::Image;
use process::{Answer, Config, Errno, Pause, Process};

const INSTRUCTIONS_MAX: u64 = 4_000;
const REQUESTS_MAX: usize = 200;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let elf = testkit::hostile_guest(bytes);
    let image = Arc::new(Image::read(elf).expect("it is a program"));
    let config = Config { memory_limit_bytes: 16 << 20, ..Config::default() };
    let mut process = Process::load(&image, &config).expect("it fits");
    for turn in 0..REQUESTS_MAX {
        let Pause::Request(_) = process.run(&mut (), INSTRUCTIONS_MAX) else { break };
        process.answer(answer(bytes.get(turn).copied().unwrap_or_default()));
    }
    let _ = process.state_hash();
    process.release();
});

/// Answers of every shape, whatever was asked.
fn answer(byte: u8) -> Answer {
    match byte % 4 {
        0 => Answer::Count(u64::from(byte) << (byte / 4)),
        1 => Answer::Bytes(vec![byte; usize::from(byte)]),
        2 => Answer::Done,
        _ => Answer::Error(Errno::Io),
    }
}
