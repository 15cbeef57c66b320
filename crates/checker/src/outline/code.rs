//! What instructions themselves tell: where calls lead, where a prologue ends.

use image::Image;
use image::access::{Function, Place, Row};
use riscv::{Insn, Op, Reg, decode};
use std::collections::{BTreeMap, BTreeSet};

/// A function of which only that is known.
pub(crate) fn function(name: String, start: u64, size: u64, rows: Vec<Row>) -> Function {
    Function {
        name,
        start,
        size: u32::try_from(size).unwrap_or(u32::MAX),
        place: Place { file: 0, line: 0, column: 0, length: 0 },
        framed: 0..0,
        objects: vec![],
        parameter_count: 0,
        live: vec![],
        rows,
    }
}

/// The instructions of a stretch of bytes with their addresses. What does not decode is passed over by two bytes.
fn instructions(bytes: &[u8], address: u64) -> impl Iterator<Item = (u64, Option<Insn>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let parcel = |at: usize| {
            bytes
                .get(at..at + 2)
                .map_or(0, |bytes| u32::from(u16::from_le_bytes([bytes[0], bytes[1]])))
        };
        if at + 2 > bytes.len() {
            return None;
        }
        let insn = decode(parcel(at) | parcel(at + 2) << 16);
        let here = address.wrapping_add(at as u64);
        at += insn.map_or(2, |insn| usize::from(insn.length.max(2)));
        Some((here, insn))
    })
}

/// Where direct calls in the program's code lead, and where it begins.
///
/// **Rule**: RISC-V psABI "Code models": a call is `jal ra,target`, or `auipc` and `jalr ra`.
pub(crate) fn call_targets(image: &Image) -> BTreeSet<u64> {
    let mut targets = BTreeSet::from([image.entry()]);
    for segment in image.segments().iter().filter(|segment| segment.permissions.execute) {
        let mut upper = None;
        for (pc, insn) in instructions(image.segment_bytes(segment), segment.address) {
            let Some(insn) = insn else { continue };
            let target = match (insn.op, upper) {
                (Op::Jal, _) if insn.rd == Reg::RA => Some(pc.wrapping_add_signed(insn.imm.into())),
                (Op::Jalr, Some((reg, base))) if insn.rd == Reg::RA && insn.rs1 == reg => {
                    Some(u64::wrapping_add_signed(base, insn.imm.into()))
                }
                _ => None,
            };
            targets.extend(target.filter(|&target| is_code(image, target)));
            let auipc = || (insn.rd, pc.wrapping_add_signed(insn.imm.into()));
            upper = (insn.op == Op::Auipc).then(auipc);
        }
    }
    targets
}

/// Where `main` is, as the code that the program begins with has it: it passes its address to
/// `__libc_start_main` as the first argument.
///
/// **Rule**: glibc "sysdeps/riscv/start.S"; RISC-V psABI "Code models" on how an address is formed.
pub(crate) fn main_address(image: &Image) -> Option<u64> {
    const LOOKED_AT: usize = 32;
    let start = image.entry();
    let bytes = function_bytes(image, start, 4 * LOOKED_AT as u64);
    let mut known: BTreeMap<Reg, u64> = BTreeMap::new();
    for (pc, insn) in instructions(bytes, start).take(LOOKED_AT) {
        let insn = insn?;
        let sum = |base: Option<u64>| base.map(|base| base.wrapping_add_signed(insn.imm.into()));
        let value = match insn.op {
            Op::Auipc => sum(Some(pc)),
            Op::Addi => sum(known.get(&insn.rs1).copied()),
            Op::Ld => sum(known.get(&insn.rs1).copied()).and_then(|at| word(image, at)),
            Op::Jal | Op::Jalr => match known.get(&Reg::A0) {
                Some(&main) if is_code(image, main) => return Some(main),
                _ => None,
            },
            _ => None,
        };
        known.remove(&insn.rd);
        known.extend(value.map(|value| (insn.rd, value)));
    }
    None
}

fn word(image: &Image, address: u64) -> Option<u64> {
    let bytes = image.loaded_bytes(address, 8)?.first_chunk()?;
    Some(u64::from_le_bytes(*bytes))
}

fn is_code(image: &Image, address: u64) -> bool {
    address.is_multiple_of(2)
        && image.segment_at(address).is_some_and(|segment| segment.permissions.execute)
}

/// How far into a function its body begins: behind the instructions that make its frame.
pub(crate) fn body_offset(image: &Image, start: u64, size: u64) -> u32 {
    let body = instructions(function_bytes(image, start, size), start)
        .find(|(_, insn)| !insn.is_some_and(is_prologue));
    body.map_or(0, |(pc, _)| (pc - start) as u32)
}

fn function_bytes(image: &Image, start: u64, size: u64) -> &[u8] {
    let Some(segment) = image.segment_at(start) else { return &[] };
    let bytes = image.segment_bytes(segment);
    let from = (start - segment.address) as usize;
    let to = from.saturating_add(size as usize).min(bytes.len());
    bytes.get(from..to).unwrap_or_default()
}

/// How far into a function its frame pointer is set, if the instructions that make its frame set
/// one.
pub(crate) fn frame_pointer_offset(image: &Image, start: u64, size: u64) -> Option<u32> {
    let bytes = function_bytes(image, start, size);
    let mut prologue = instructions(bytes, start)
        .map_while(|(pc, insn)| insn.filter(|&insn| is_prologue(insn)).map(|insn| (pc, insn)));
    let (pc, insn) = prologue.find(|(_, insn)| insn.op == Op::Addi && insn.rd == Reg::S0)?;
    Some((pc - start) as u32 + u32::from(insn.length))
}

/// Whether an instruction is one of those that make a frame.
fn is_prologue(insn: Insn) -> bool {
    match insn.op {
        Op::Addi => {
            insn.rs1 == Reg::SP && (insn.rd == Reg::SP && insn.imm < 0 || insn.rd == Reg::S0)
        }
        Op::Sd | Op::Fsd => insn.rs1 == Reg::SP,
        _ => false,
    }
}
