//! Any bytes as an ELF file: refused, or looked into, loaded and run for a while.

#![no_main]

use std::sync::Arc;

use image::Image;
use process::{Answer, Config, Pause, Process};

const INSTRUCTIONS_MAX: u64 = 10_000;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(image) = Image::read(bytes.to_vec()) else { return };
    for symbol in image.symbols() {
        let _ = (image.line(symbol.address), image.function(symbol.address));
    }
    let _ = image.functions().count();
    let config = Config { memory_limit_bytes: 16 << 20, ..Config::default() };
    let Ok(mut process) = Process::load(&Arc::new(image), &config) else { return };
    while let Pause::Request(_) = process.run(&mut (), INSTRUCTIONS_MAX) {
        process.answer(Answer::Bytes(vec![b'x'; 3]));
    }
    process.release();
});
