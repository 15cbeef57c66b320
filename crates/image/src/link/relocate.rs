//! Relocation: filling in what depends on addresses.
//!
//! **Rule**: RISC-V psABI "Relocations". S is the symbol's address, A the addend, P the address of
//! the field. An `auipc` or `lui` adds a multiple of 4096, and the 12-bit immediate that goes with
//! it is signed, so the high part is rounded: `(value + 0x800) & ~0xfff`.

use super::LinkError;
use super::layout::{Layout, Placement};
use super::resolve::Program;
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
enum Fault {
    Range,
    Malformed(&'static str),
}

impl Site<'_> {
    fn apply(&self, layout: &mut Layout, relocation: &Relocation) -> Result<(), LinkError> {
        let result = self.value(layout, relocation).and_then(|value| {
            let bytes = &mut layout.sections[self.placement.section].bytes;
            let start = self.placement.offset.saturating_add(relocation.offset);
            let field = usize::try_from(start).ok().and_then(|start| bytes.get_mut(start..));
            patch(field.unwrap_or_default(), relocation.kind, value)
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
        match relocation.kind {
            RelocationKind::PcrelLo12I | RelocationKind::PcrelLo12S => {
                self.high_part(layout, symbol)
            }
            RelocationKind::Call | RelocationKind::PcrelHi20 => {
                let place = layout.address(self.placement).wrapping_add(relocation.offset);
                Ok(symbol.wrapping_add_signed(relocation.addend).wrapping_sub(place) as i64)
            }
            _ => Ok(symbol.wrapping_add_signed(relocation.addend) as i64),
        }
    }

    /// The value of the `auipc` at `label`, for the instruction that adds its low part.
    fn high_part(&self, layout: &Layout, label: u64) -> Result<i64, Fault> {
        let offset = label.wrapping_sub(layout.address(self.placement));
        let relocations = &self.section.relocations;
        let first = relocations.partition_point(|relocation| relocation.offset < offset);
        let high = relocations[first..]
            .iter()
            .take_while(|relocation| relocation.offset == offset)
            .find(|relocation| relocation.kind == RelocationKind::PcrelHi20)
            .ok_or(Fault::Malformed("a low part has no `auipc` in its section"))?;
        self.value(layout, high)
    }
}

/// Puts a value into the field at the start of `field`.
fn patch(field: &mut [u8], kind: RelocationKind, value: i64) -> Result<(), Fault> {
    match kind {
        RelocationKind::Abs64 => put(field, value.to_le_bytes()),
        RelocationKind::Abs32 => {
            let value = u32::try_from(value).map_err(|_| Fault::Range)?;
            put(field, value.to_le_bytes())
        }
        RelocationKind::Call => {
            merge(field, 0, UPPER_MASK, upper(value)?)?;
            merge(field, 4, IMMEDIATE_MASK, (value as u32) << 20)
        }
        RelocationKind::PcrelHi20 | RelocationKind::Hi20 => {
            merge(field, 0, UPPER_MASK, upper(value)?)
        }
        RelocationKind::PcrelLo12I | RelocationKind::Lo12I => {
            merge(field, 0, IMMEDIATE_MASK, (value as u32) << 20)
        }
        RelocationKind::PcrelLo12S | RelocationKind::Lo12S => {
            let low = value as u32;
            merge(field, 0, STORE_MASK, (low & 0xfe0) << 20 | (low & 0x1f) << 7)
        }
    }
}

/// The immediate of `lui` and `auipc`: bits 31 to 12 (RISC-V unprivileged "U-type").
const UPPER_MASK: u32 = 0xffff_f000;
/// The immediate of loads and `jalr`: bits 31 to 20 ("I-type").
const IMMEDIATE_MASK: u32 = 0xfff0_0000;
/// The immediate of stores: bits 31 to 25 and 11 to 7 ("S-type").
const STORE_MASK: u32 = 0xfe00_0f80;

/// The rounded high part of a value that must be within 2 GiB.
fn upper(value: i64) -> Result<u32, Fault> {
    let rounded = value.checked_add(0x800).ok_or(Fault::Range)?;
    let rounded = i32::try_from(rounded).map_err(|_| Fault::Range)?;
    Ok(rounded as u32 & UPPER_MASK)
}

fn put<const N: usize>(field: &mut [u8], value: [u8; N]) -> Result<(), Fault> {
    let field = field.first_chunk_mut().ok_or(Fault::Malformed(OUTSIDE))?;
    *field = value;
    Ok(())
}

/// Replaces the bits of `mask` in the instruction at `offset`.
fn merge(field: &mut [u8], offset: usize, mask: u32, bits: u32) -> Result<(), Fault> {
    let field = field.get_mut(offset..).and_then(|field| field.first_chunk_mut());
    let field: &mut [u8; 4] = field.ok_or(Fault::Malformed(OUTSIDE))?;
    *field = (u32::from_le_bytes(*field) & !mask | bits & mask).to_le_bytes();
    Ok(())
}

const OUTSIDE: &str = "a relocation lies outside its section";

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
    fn a_field_must_be_there_and_large_enough() {
        assert!(patch(&mut [0; 7], RelocationKind::Abs64, 0).is_err());
        assert!(patch(&mut [0; 7], RelocationKind::Call, 0).is_err());
        assert!(patch(&mut [0; 4], RelocationKind::Abs32, 1 << 32).is_err());
        assert!(patch(&mut [], RelocationKind::Lo12I, 0).is_err());
    }
}
