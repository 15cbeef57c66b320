//! Relocation: filling in what depends on addresses.
//!
//! **Rule**: RISC-V psABI "Relocations". S is the symbol's address, A the addend, P the address of
//! the field. An `auipc` or `lui` adds a multiple of 4096, and the 12-bit immediate that goes with
//! it is signed, so the high part is rounded: `(value + 0x800) & ~0xfff`.

use super::layout::{Layout, Placement};
use super::resolve::Program;
use super::{LinkError, data};
use crate::object::{Object, Relocation, RelocationKind, Section, SectionId};

/// Applies all relocations.
///
/// **Errors**: every one that cannot be applied.
pub(super) fn relocate(program: &Program, layout: &mut Layout) -> Result<(), Vec<LinkError>> {
    let mut errors = vec![];
    for (number, object) in program.objects.iter().enumerate() {
        for (index, section) in object.sections.iter().enumerate() {
            let Some(placement) = layout.placement(number, SectionId(index as u32)) else {
                continue;
            };
            for relocation in &section.relocations {
                let site = Site { program, object, number, section, placement };
                if let Err(error) = site.apply(layout, relocation) {
                    errors.push(error);
                }
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The section whose relocations are applied.
struct Site<'a> {
    program: &'a Program<'a>,
    object: &'a Object,
    number: usize,
    section: &'a Section,
    placement: Placement,
}

/// Why a relocation cannot be applied.
pub(super) enum Fault {
    Range,
    Malformed(&'static str),
}

impl Site<'_> {
    fn apply(&self, layout: &mut Layout, relocation: &Relocation) -> Result<(), LinkError> {
        let result = self.value(layout, relocation).and_then(|value| {
            let is_table_load = self.is_table_load(layout, relocation)?;
            let bytes = &mut layout.sections[self.placement.section].bytes;
            let start = self.placement.offset.saturating_add(relocation.offset);
            let field = usize::try_from(start).ok().and_then(|start| bytes.get_mut(start..));
            let field = field.unwrap_or_default();
            if is_table_load {
                load_to_addition(field)?;
            }
            patch(field, relocation.kind, value)
        });
        result.map_err(|fault| match fault {
            Fault::Malformed(what) => {
                LinkError::Malformed { object: self.object.name.clone(), what }
            }
            Fault::Range => {
                let symbol = self.object.symbols.get(relocation.symbol.0 as usize);
                LinkError::OutOfRange {
                    symbol: symbol.map(|symbol| symbol.name.clone()).unwrap_or_default(),
                    object: self.object.name.clone(),
                    section: self.section.name.clone(),
                    offset: relocation.offset,
                    kind: relocation.kind,
                }
            }
        })
    }

    /// The value that the field is made of.
    fn value(&self, layout: &Layout, relocation: &Relocation) -> Result<i64, Fault> {
        let symbol = layout.symbol_address(self.program, self.number, relocation.symbol);
        let symbol = symbol.ok_or(Fault::Malformed("a relocation names no symbol"))?;
        use RelocationKind::*;
        let value = symbol.wrapping_add_signed(relocation.addend);
        let from = match relocation.kind {
            PcrelLo12I | PcrelLo12S => {
                let high = self.high_part(layout, symbol)?;
                return self.value(layout, high);
            }
            Call | PcrelHi20 | GotHi20 | PcRel32 | Branch | Jal | RvcBranch | RvcJump => {
                layout.address(self.placement).wrapping_add(relocation.offset)
            }
            TprelHi20 | TprelLo12I | TprelLo12S | TlsGotHi20 => layout.thread.image,
            DtpRel32 | DtpRel64 => layout.thread.image.wrapping_add(THREAD_OFFSET),
            _ => 0,
        };
        Ok(value.wrapping_sub(from) as i64)
    }

    /// The relocation of the `auipc` at `label`, for the instruction that adds its low part.
    fn high_part(&self, layout: &Layout, label: u64) -> Result<&Relocation, Fault> {
        let offset = label.wrapping_sub(layout.address(self.placement));
        let relocations = &self.section.relocations;
        let first = relocations.partition_point(|relocation| relocation.offset < offset);
        let high = relocations[first..]
            .iter()
            .take_while(|relocation| relocation.offset == offset)
            .find(|relocation| {
                use RelocationKind::{GotHi20, PcrelHi20, TlsGotHi20};
                matches!(relocation.kind, PcrelHi20 | GotHi20 | TlsGotHi20)
            });
        high.ok_or(Fault::Malformed("a low part has no `auipc` in its section"))
    }

    /// Whether an instruction loads from the global offset table: a static program has none, so the
    /// load becomes the addition that gives the same value (RISC-V psABI "GOT Load Relaxation",
    /// "TLS IE -> LE Relaxation").
    fn is_table_load(&self, layout: &Layout, relocation: &Relocation) -> Result<bool, Fault> {
        if relocation.kind != RelocationKind::PcrelLo12I {
            return Ok(false);
        }
        let label = layout.symbol_address(self.program, self.number, relocation.symbol);
        let high = self.high_part(layout, label.unwrap_or_default())?;
        Ok(high.kind != RelocationKind::PcrelHi20)
    }
}

/// How far thread-local offsets in DWARF are from the thread pointer (RISC-V psABI "Thread Local
/// Storage": `TLS_DTV_OFFSET`).
pub(crate) const THREAD_OFFSET: u64 = 0x800;

/// Puts a value into the field at the start of `field`.
fn patch(field: &mut [u8], kind: RelocationKind, value: i64) -> Result<(), Fault> {
    use RelocationKind::*;
    match kind {
        TprelAdd => Ok(()),
        Call => {
            merge(field, 0, UPPER_MASK, upper(value)?)?;
            merge(field, 4, IMMEDIATE_MASK, (value as u32) << 20)
        }
        PcrelHi20 | Hi20 | GotHi20 | TprelHi20 => merge(field, 0, UPPER_MASK, upper(value)?),
        TlsGotHi20 => {
            merge(field, 0, OPCODE_MASK, LUI)?;
            merge(field, 0, UPPER_MASK, upper(value)?)
        }
        PcrelLo12I | Lo12I | TprelLo12I => merge(field, 0, IMMEDIATE_MASK, (value as u32) << 20),
        PcrelLo12S | Lo12S | TprelLo12S => {
            let low = value as u32;
            merge(field, 0, STORE_MASK, (low & 0xfe0) << 20 | (low & 0x1f) << 7)
        }
        Branch => merge(field, 0, STORE_MASK, branch_bits(value)?),
        Jal => merge(field, 0, UPPER_MASK, jump_bits(value)?),
        RvcBranch => merge_half(field, 0x1c7c, compressed_branch_bits(value)?),
        RvcJump => merge_half(field, 0x1ffc, compressed_jump_bits(value)?),
        _ => data::patch(field, kind, value),
    }
}

/// The immediate of `lui` and `auipc`: bits 31 to 12 (RISC-V unprivileged "U-type").
const UPPER_MASK: u32 = 0xffff_f000;
/// The immediate of loads and `jalr`: bits 31 to 20 ("I-type").
const IMMEDIATE_MASK: u32 = 0xfff0_0000;
/// The immediate of stores: bits 31 to 25 and 11 to 7 ("S-type").
const STORE_MASK: u32 = 0xfe00_0f80;

/// The bits that tell `lui` from `auipc`, and those of `lui`.
const OPCODE_MASK: u32 = 0x7f;
const LUI: u32 = 0x37;
/// What tells `ld` from other loads and additions: `funct3` and opcode; and `addi` in their place.
const FUNCTION_MASK: u32 = 0x707f;
const LD: u32 = 0x3003;
const ADDI: u32 = 0x13;

/// Turns `ld rd, 0(rs)` into `addi rd, rs, 0`.
fn load_to_addition(field: &mut [u8]) -> Result<(), Fault> {
    let word = field.first_chunk().map(|bytes| u32::from_le_bytes(*bytes));
    match word {
        Some(word) if word & FUNCTION_MASK == LD => merge(field, 0, FUNCTION_MASK, ADDI),
        Some(_) => Err(Fault::Malformed("what reads the global offset table is no `ld`")),
        None => Err(Fault::Malformed(OUTSIDE)),
    }
}

/// An even distance that fits a signed field of so many bits.
fn distance(value: i64, bits: u32) -> Result<u32, Fault> {
    let limit = 1i64 << (bits - 1);
    let fits = (-limit..limit).contains(&value) && value % 2 == 0;
    if fits { Ok(value as u32) } else { Err(Fault::Range) }
}

/// The bits `from` to `from + count` of a distance, at `to`.
fn bits(value: u32, from: u32, count: u32, to: u32) -> u32 {
    (value >> from & ((1 << count) - 1)) << to
}

/// RISC-V unprivileged "B-type": imm[12|10:5] at 25, imm[4:1|11] at 7.
fn branch_bits(value: i64) -> Result<u32, Fault> {
    let at = distance(value, 13)?;
    Ok(bits(at, 12, 1, 31) | bits(at, 5, 6, 25) | bits(at, 1, 4, 8) | bits(at, 11, 1, 7))
}

/// RISC-V unprivileged "J-type": imm[20|10:1|11|19:12] at 12.
fn jump_bits(value: i64) -> Result<u32, Fault> {
    let at = distance(value, 21)?;
    Ok(bits(at, 20, 1, 31) | bits(at, 1, 10, 21) | bits(at, 11, 1, 20) | bits(at, 12, 8, 12))
}

/// RISC-V unprivileged "CB-type": offset[8|4:3] at 10, offset[7:6|2:1|5] at 2.
fn compressed_branch_bits(value: i64) -> Result<u32, Fault> {
    let at = distance(value, 9)?;
    let high = bits(at, 8, 1, 12) | bits(at, 3, 2, 10);
    Ok(high | bits(at, 6, 2, 5) | bits(at, 1, 2, 3) | bits(at, 5, 1, 2))
}

/// RISC-V unprivileged "CJ-type": offset[11|4|9:8|10|6|7|3:1|5] at 2.
fn compressed_jump_bits(value: i64) -> Result<u32, Fault> {
    let at = distance(value, 12)?;
    let high = bits(at, 11, 1, 12) | bits(at, 4, 1, 11) | bits(at, 8, 2, 9) | bits(at, 10, 1, 8);
    Ok(high | bits(at, 6, 1, 7) | bits(at, 7, 1, 6) | bits(at, 1, 3, 3) | bits(at, 5, 1, 2))
}

/// The rounded high part of a value that must be within 2 GiB.
fn upper(value: i64) -> Result<u32, Fault> {
    let rounded = value.checked_add(0x800).ok_or(Fault::Range)?;
    let rounded = i32::try_from(rounded).map_err(|_| Fault::Range)?;
    Ok(rounded as u32 & UPPER_MASK)
}

/// Replaces the bits of `mask` in the instruction at `offset`.
fn merge(field: &mut [u8], offset: usize, mask: u32, bits: u32) -> Result<(), Fault> {
    let field = field.get_mut(offset..).and_then(|field| field.first_chunk_mut());
    let field: &mut [u8; 4] = field.ok_or(Fault::Malformed(OUTSIDE))?;
    *field = (u32::from_le_bytes(*field) & !mask | bits & mask).to_le_bytes();
    Ok(())
}

/// The same in a compressed instruction.
fn merge_half(field: &mut [u8], mask: u32, bits: u32) -> Result<(), Fault> {
    let field: &mut [u8; 2] = field.first_chunk_mut().ok_or(Fault::Malformed(OUTSIDE))?;
    *field =
        (u16::from_le_bytes(*field) & !(mask as u16) | bits as u16 & mask as u16).to_le_bytes();
    Ok(())
}

pub(super) const OUTSIDE: &str = "a relocation lies outside its section";

#[cfg(test)]
mod tests {
    use super::*;
    use riscv::{Op, decode};

    /// The immediate of the instruction after a value was put into it.
    fn check(insn: riscv::Insn, kind: RelocationKind, value: i64, expected: Option<i32>) {
        let mut field = riscv::encode(&insn).unwrap().to_le_bytes();
        let patched = patch(&mut field, kind, value).ok();
        let imm = patched.map(|()| decode(u32::from_le_bytes(field)).unwrap().imm);
        assert_eq!(imm, expected, "{kind:?} {value:#x}");
    }

    #[test]
    fn a_high_part_is_rounded_so_that_a_signed_low_part_completes_it() {
        use riscv::{Insn, Reg};
        let lui = Insn::u(Op::Lui, Reg::T0, 0x7000);
        let load = Insn::i(Op::Lw, Reg::T0, Reg::T0, 7);
        let store = Insn::s(Op::Sw, Reg::T0, Reg::T1, 7);
        for value in [0, 0x7ff, 0x800, 0xfff, 0x12345fff, -1, -0x800, -0x801, 0x7fff_f7ff] {
            let high = (value + 0x800) & !0xfff;
            check(lui, RelocationKind::Hi20, value, Some(high as i32));
            check(load, RelocationKind::Lo12I, value, Some((value - high) as i32));
            check(store, RelocationKind::Lo12S, value, Some((value - high) as i32));
        }
        check(lui, RelocationKind::PcrelHi20, 0x7fff_f800, None);
        check(lui, RelocationKind::PcrelHi20, -0x8000_0801, None);
    }

    #[test]
    fn jumps_take_even_distances_that_fit() {
        use riscv::{Insn, Reg};
        let branch = Insn::b(Op::Bne, Reg::T0, Reg::T1, 8);
        let jump = Insn::j(Op::Jal, Reg::RA, 8);
        for value in [-4096, -2, 0, 2, 30, 32, 2046, 2048, 4094] {
            check(branch, RelocationKind::Branch, value, Some(value as i32));
            check(jump, RelocationKind::Jal, value * 256, Some(value as i32 * 256));
        }
        for value in [-4098, 4096, 3] {
            check(branch, RelocationKind::Branch, value, None);
        }
        check(jump, RelocationKind::Jal, 1 << 20, None);
    }

    /// `c.j` and `c.beqz`, which the decoder takes as it takes what they stand for.
    #[test]
    fn compressed_jumps_take_their_bits_apart() {
        let patched = |word: u16, kind, value| {
            let mut field = word.to_le_bytes();
            patch(&mut field, kind, value).ok()?;
            decode(u32::from(u16::from_le_bytes(field))).map(|insn| insn.imm)
        };
        for value in [-2048, -2, 2, 24, 100, 1026, 2046] {
            let found = patched(0xa001, RelocationKind::RvcJump, value);
            assert_eq!(found, Some(value as i32), "{value}");
            let near = value / 16 * 2;
            let found = patched(0xc001, RelocationKind::RvcBranch, near);
            assert_eq!(found, Some(near as i32), "{near}");
        }
        assert_eq!(patched(0xa001, RelocationKind::RvcJump, 2048), None);
        assert_eq!(patched(0xc001, RelocationKind::RvcBranch, 256), None);
    }

    #[test]
    fn differences_of_addresses_are_put_together() {
        let mut field = [0xff, 0x81, 0x01];
        assert!(patch(&mut field[..1], RelocationKind::Sub8, 1).is_ok());
        assert!(patch(&mut field[1..], RelocationKind::SetUleb128, 0x12345).is_ok());
        assert!(patch(&mut field[1..], RelocationKind::SubUleb128, 0x12300).is_ok());
        assert_eq!(field, [0xfe, 0xc5, 0x00]);
        let mut low = [0xff];
        assert!(patch(&mut low, RelocationKind::Set6, 5).is_ok());
        assert!(patch(&mut low, RelocationKind::Sub6, 6).is_ok());
        assert_eq!(low, [0xff]);
        assert!(patch(&mut [0x80; 4], RelocationKind::SubUleb128, 0).is_err());
    }

    #[test]
    fn a_field_must_be_there_and_large_enough() {
        assert!(patch(&mut [0; 7], RelocationKind::Abs64, 0).is_err());
        assert!(patch(&mut [0; 7], RelocationKind::Call, 0).is_err());
        assert!(patch(&mut [0; 4], RelocationKind::Abs32, 1 << 32).is_err());
        assert!(patch(&mut [], RelocationKind::Lo12I, 0).is_err());
    }
}
