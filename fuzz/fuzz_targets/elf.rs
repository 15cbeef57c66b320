//! Any bytes as an ELF file: refused, or looked into, loaded and run for a while. And as any other
//! program, laid out.

#![no_main]

use std::sync::Arc;

use image::Image;
use image::frames::{Images, Loaded, Memory, Registers};
use process::{Answer, Config, Pause, Process};

const INSTRUCTIONS_MAX: u64 = 10_000;

const SYMBOLS_MAX: usize = 50;
const FUNCTIONS_MAX: usize = 200;
const FRAMES_MAX: usize = 20;

/// Memory in which every byte can be read, and leads somewhere.
struct Anything;

impl Memory for Anything {
    fn read(&self, address: u64, bytes: &mut [u8]) -> bool {
        for (byte, index) in bytes.iter_mut().zip(0..) {
            *byte = (address >> (8 * (index % 3))) as u8;
        }
        true
    }
}

/// Asks for the frames at an instruction, and for the variables there.
fn frames(image: &Image, pc: u64) {
    let images = Images::new([Loaded { image, bias: 0 }]);
    let registers: Registers = std::array::from_fn(|index| Some(pc.wrapping_add(64 * index as u64)));
    for frame in images.frames(pc, &registers, &Anything).take(FRAMES_MAX) {
        let Some((_, function)) = image.function(frame.at()) else { continue };
        for variable in function.scopes_at(frame.at()).iter().flat_map(|scope| &scope.variables) {
            let context = images.context(&frame, &Anything);
            let storage = image.evaluate(variable, frame.at(), &context);
            let _ = image.contents(&storage, 16, &context);
        }
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = image::binary_layouts(bytes);
    let Ok(image) = Image::read(bytes.to_vec()) else { return };
    for symbol in image.symbols().iter().take(SYMBOLS_MAX) {
        let _ = (image.line(symbol.address), image.function(symbol.address));
        frames(&image, symbol.address.wrapping_add(8));
    }
    for (unit, function) in image.functions().take(FUNCTIONS_MAX) {
        let _ = unit.declare(function.result, &function.name);
        frames(&image, function.start.wrapping_add(function.size / 2));
    }
    for (unit, variable) in image.variables().take(FUNCTIONS_MAX) {
        let _ = (unit.declare(Some(variable.ty), &variable.name), unit.size_of(variable.ty));
    }
    let config = Config { memory_limit_bytes: 16 << 20, ..Config::default() };
    let Ok(mut process) = Process::load(&Arc::new(image), &config) else { return };
    while let Pause::Request(_) = process.run(&mut (), INSTRUCTIONS_MAX) {
        process.answer(Answer::Bytes(vec![b'x'; 3]));
    }
    process.release();
});
