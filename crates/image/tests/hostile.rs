//! Bytes that nobody meant: nothing panics, whatever is asked.

mod support;

use image::{Archive, Image, read_object, write_object};
use proptest::prelude::*;
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

/// Asks everything there is to ask.
fn ask(image: &Image) {
    let main = image.symbol("main").map_or(0x10130, |symbol| symbol.address);
    for pc in (main..main.saturating_add(100)).step_by(4).chain([0, u64::MAX, image.entry()]) {
        let _ = (image.line(pc), image.function(pc), image.symbol_at(pc), image.section_at(pc));
        let access = image.access();
        let _ = (access.rows(access.note(pc)), access.live(access.region(pc)));
    }
    for (unit, function) in image.functions() {
        let _ = unit.spell(function.result);
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
            let _ = image::link(&objects, &support::library(), &Default::default());
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
        let _ = Image::read([b"\x7fELF\x02\x01\x01".to_vec(), bytes.clone()].concat());
        let _ = (read_object(&bytes), image::access::decode(&bytes));
        let _ = Archive::read(bytes.into());
    }
}
