//! Where frames are, by the instructions of functions: the same as call frame information says.

mod foreign;
mod support;

use foreign::{Built, build};
use image::debug::Function;
use image::unwind::{CfaRule, UnwindRow};
use std::ops::Range;

/// The numbers of `sp` and `s0`.
const SP: u16 = 2;
const S0: u16 = 8;

/// The functions of the program's own sources.
fn own(built: &Built) -> impl Iterator<Item = &Function> {
    let is_own = |(unit, function): &(&image::debug::Unit, &Function)| {
        let file = unit.files.get(function.place.file as usize);
        file.is_some_and(|file| file.ends_with("shapes.c")) && function.size > 0
    };
    built.image.functions().filter(is_own).map(|(_, function)| function)
}

fn rule(row: &UnwindRow) -> (u16, i64) {
    match row.cfa {
        CfaRule::Register { register, offset } => (register, offset),
        CfaRule::Expression(_) => panic!("a frame of C is found by a register"),
    }
}

/// Where the instructions of a function are: one of 4 bytes has its lowest two bits set.
fn instructions(built: &Built, code: Range<u64>) -> impl Iterator<Item = u64> {
    let is_long = |pc| built.image.loaded_bytes(pc, 2).is_some_and(|bytes| bytes[0] & 3 == 3);
    let size = move |pc| if is_long(pc) { 4 } else { 2 };
    std::iter::successors(Some(code.start), move |&pc| Some(pc + size(pc)))
        .take_while(move |&pc| pc < code.end)
}

/// How many instructions of a function were compared, and at how many of them its instructions did
/// not tell where the frame is.
fn compare(built: &Built, function: &Function) -> (usize, usize) {
    let code = function.start..function.start + function.size;
    let (mut count, mut unknown_count) = (0, 0);
    // How the frame was last found by the stack pointer, and by the frame pointer.
    let (mut by_stack, mut by_pointer) = ((SP, 0), (S0, 0));
    for pc in instructions(built, code.clone()) {
        let Some(row) = built.image.unwind(pc) else { continue };
        let expected = rule(&row);
        match expected.0 {
            SP => by_stack = expected,
            _ => by_pointer = expected,
        }
        count += 1;
        let Some(found) = built.image.unwind_by_instructions(code.clone(), pc) else {
            unknown_count += 1;
            continue;
        };
        let found = rule(&found);
        let has_pointer = row.rule(S0).is_some() && found == by_pointer;
        let is_same = found == expected || found == by_stack || has_pointer;
        assert!(is_same, "{} {} {pc:#x}: {found:?}, not {expected:?}", built.how, function.name);
    }
    (count, unknown_count)
}

#[test]
fn instructions_say_what_call_frame_information_says() {
    for level in ["-O0", "-O1", "-O2", "-Os"] {
        let Some(built) = build("plain", "riscv64-linux-gnu-gcc", &[level, "-g"]) else { return };
        let counts: Vec<_> = own(&built).map(|function| compare(&built, function)).collect();
        let count: usize = counts.iter().map(|(count, _)| count).sum();
        let unknown_count: usize = counts.iter().map(|(_, unknown)| unknown).sum();
        eprintln!("{level}: {count} places, {unknown_count} unknown");
        assert!(count > 100 && unknown_count * 10 < count, "{level}: {unknown_count} of {count}");
    }
}
