//! Bytes that nobody meant: nothing panics, whatever is asked.

mod foreign;
mod support;

use image::evaluate::Context;
use image::{Archive, Image, read_object, write_object};
use proptest::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

fn program() -> &'static [u8] {
    static PROGRAM: OnceLock<Vec<u8>> = OnceLock::new();
    PROGRAM.get_or_init(support::linked)
}

fn object() -> &'static [u8] {
    static OBJECT: OnceLock<Vec<u8>> = OnceLock::new();
    OBJECT.get_or_init(|| write_object(&support::main_object()))
}

/// Changes to a file: byte positions and what goes there; then where it is cut off.
fn damage() -> impl Strategy<Value = (Vec<(prop::sample::Index, u8)>, Option<prop::sample::Index>)>
{
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12);
    (changes, proptest::option::weighted(0.1, any::<prop::sample::Index>()))
}

fn damaged(
    bytes: &[u8],
    (changes, cut): &(Vec<(prop::sample::Index, u8)>, Option<prop::sample::Index>),
) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, to) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *to;
    }
    if let Some(cut) = cut {
        bytes.truncate(cut.index(bytes.len()));
    }
    bytes
}

/// Programs of other compilers, with what differs between them: versions of DWARF, units for types,
/// link-time optimization, functions in several parts. Not linked with libraries, so that most of a
/// file is debugging information.
fn foreign_programs() -> &'static [Vec<u8>] {
    static PROGRAMS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    const ALONE: [&str; 3] =
        ["-nostartfiles", "-nodefaultlibs", "-Wl,--unresolved-symbols=ignore-all,-e,main"];
    PROGRAMS.get_or_init(|| {
        let made = [
            ("riscv64-linux-gnu-gcc", &["-O2", "-gdwarf-4", "-fdebug-types-section"][..]),
            ("riscv64-linux-gnu-gcc", &["-O2", "-gdwarf-5", "-flto"]),
            ("riscv64-linux-gnu-g++", &["-O2", "-gdwarf-5", "-fdebug-types-section"]),
            ("clang", &["-O2", "-gdwarf-5", "-fuse-ld=bfd"]),
            ("clang++", &["-O1", "-gdwarf-4", "-fuse-ld=bfd"]),
        ];
        let made = made.iter().filter_map(|(compiler, options)| {
            let options: Vec<_> = options.iter().chain(&ALONE).copied().collect();
            foreign::build("hostile", compiler, &options)
        });
        made.map(|built| built.image.bytes().to_vec()).collect()
    })
}

/// Where the debugging and unwinding information of a program is in its file.
fn information(image: &Image) -> Range<usize> {
    let is_wanted = |name: &str| name.starts_with(".debug") || name.starts_with(".eh_frame");
    let sections = image.sections().iter().filter(|section| is_wanted(&section.name));
    let ranges: Vec<_> =
        sections.map(|section| section.file.clone()).filter(|range| !range.is_empty()).collect();
    let start = ranges.iter().map(|range| range.start).min().unwrap();
    start..ranges.iter().map(|range| range.end).max().unwrap()
}

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
        bytes
            .iter_mut()
            .zip(0..)
            .for_each(|(byte, index)| *byte = (address >> (8 * (index % 3))) as u8);
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

/// Asks everything there is to ask.
fn ask(image: &Image) {
    let _ = image::binary_layouts(image.bytes());
    let main = image.symbol("main").map_or(0x10130, |symbol| symbol.address);
    for pc in (main..main.saturating_add(100)).step_by(4).chain([0, u64::MAX, image.entry()]) {
        let _ = (image.line(pc), image.function(pc), image.symbol_at(pc), image.section_at(pc));
        let access = image.access();
        let _ = (access.rows(access.note(pc)), access.live(access.region(pc)));
    }
    for (unit, function) in image.functions() {
        let _ = unit.spell(function.result);
        for offset in (0..function.size.min(64)).step_by(6) {
            ask_frame(image, function.start.wrapping_add(offset));
        }
    }
    for unit in image.units() {
        for index in (0..unit.types.len() as u32).take(500) {
            let ty = image::debug::TypeRef(index);
            let _ = (unit.declare(Some(ty), "x"), unit.size_of(ty), unit.strip(ty));
        }
    }
    for (unit, variable) in image.variables() {
        let _ = (unit.declare(Some(variable.ty), &variable.name), unit.size_of(variable.ty));
    }
    let _ = image.statement_places("main.c", 7);
    for segment in image.segments() {
        let _ = image.segment_bytes(segment);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_program(damage in damage()) {
        if let Ok(image) = Image::read(damaged(program(), &damage)) {
            ask(&image);
        }
    }

    /// Only what is not loaded is damaged, so that reading goes on to the debugging information.
    #[test]
    fn damaged_debugging_information(damage in damage()) {
        let image = Image::read(program().to_vec()).unwrap();
        let debug = image.sections().iter().filter(|section| !section.is_loaded);
        let start = debug.filter(|s| !s.file.is_empty()).map(|s| s.file.start).min().unwrap();
        let mut bytes = program().to_vec();
        let tail = damaged(&bytes[start..bytes.len() - 20 * 64], &(damage.0, None));
        bytes[start..start + tail.len()].copy_from_slice(&tail);
        if let Ok(image) = Image::read(bytes) {
            ask(&image);
        }
    }

    #[test]
    fn a_damaged_object(damage in damage()) {
        if let Ok(object) = read_object(&damaged(object(), &damage)) {
            let objects = [support::start(), object];
            let _ = image::link(&objects, &[&support::library()], &Default::default());
        }
    }

    #[test]
    fn a_damaged_archive(damage in damage()) {
        let bytes = Archive::write(&[support::twice(), support::unneeded()]);
        if let Ok(archive) = Archive::read(damaged(&bytes, &damage).into()) {
            let _ = archive.symbols().count();
            let _ = archive.find("twice").map(|member| archive.member(member));
        }
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Image::read(bytes.clone());
        let _ = image::binary_layouts(&bytes);
        let _ = Image::read([b"\x7fELF\x02\x01\x01".to_vec(), bytes.clone()].concat());
        let _ = (read_object(&bytes), image::access::decode(&bytes));
        let _ = Archive::read(bytes.into());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_program_of_another_compiler(which in any::<prop::sample::Index>(), damage in damage()) {
        let programs = foreign_programs();
        if !programs.is_empty() {
            let program: &Vec<u8> = which.get(programs);
            let bytes = damaged(program, &damage);
            let _ = image::binary_layouts(&bytes);
            if let Ok(image) = Image::read(bytes) {
                ask(&image);
            }
        }
    }

    #[test]
    fn damaged_information_of_another_compiler(which in any::<prop::sample::Index>(), damage in damage()) {
        let programs = foreign_programs();
        if !programs.is_empty() {
            let program = which.get(programs);
            let range = information(&Image::read(program.clone()).unwrap());
            let mut bytes = program.clone();
            bytes[range.clone()].copy_from_slice(&damaged(&program[range], &(damage.0, None)));
            if let Ok(image) = Image::read(bytes) {
                ask(&image);
            }
        }
    }
}
