//! Any bytes as an ELF file: refused, or looked into, loaded and run for a while. And as any other
//! program, laid out.

#![no_main]

use std::sync::Arc;

use image::Image;
use image::evaluate::Context;
use process::{Answer, Config, Pause, Process};

const INSTRUCTIONS_MAX: u64 = 10_000;

const SYMBOLS_MAX: usize = 50;
const FUNCTIONS_MAX: usize = 200;

/// A frame at an instruction, in memory in which every byte can be read, and leads somewhere.
struct Anything(u64);

impl Context for Anything {
    fn register(&self, number: u16) -> Option<u64> {
        Some(self.0.wrapping_add(64 * u64::from(number)))
    }

    fn cfa(&self) -> Option<u64> {
        self.register(2)
    }

    fn entry_value(&self, register: u16) -> Option<u64> {
        self.register(register)
    }

    fn read(&self, address: u64, bytes: &mut [u8]) -> bool {
        for (byte, index) in bytes.iter_mut().zip(0..) {
            *byte = (address >> (8 * (index % 3))) as u8;
        }
        true
    }
}

/// Asks for the frame at an instruction, and for the variables there.
fn ask_frame(image: &Image, pc: u64) {
    let _ = (image.unwind(pc), image.unwind_by_instructions(pc..pc, pc));
    let Some((_, function)) = image.function(pc) else { return };
    let code = function.start..function.start.saturating_add(function.size);
    let _ = image.unwind_by_instructions(code, pc);
    let context = Anything(pc);
    for variable in function.scopes_at(pc).iter().flat_map(|scope| &scope.variables) {
        let storage = image.evaluate(variable, pc, &context);
        let _ = image.contents(&storage, 16, &context);
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = image::binary_layouts(bytes);
    let Ok(image) = Image::read(bytes.to_vec()) else { return };
    for symbol in image.symbols().iter().take(SYMBOLS_MAX) {
        let _ = (image.line(symbol.address), image.function(symbol.address));
        ask_frame(&image, symbol.address.wrapping_add(8));
    }
    for (unit, function) in image.functions().take(FUNCTIONS_MAX) {
        let _ = unit.declare(function.result, &function.name);
        ask_frame(&image, function.start.wrapping_add(function.size / 2));
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
