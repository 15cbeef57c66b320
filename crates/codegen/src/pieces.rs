//! Bit-fields of packed structs (GNU C) whose storage unit does not hold them, or does not lie in their struct as a whole:
//! they are read and written in pieces, of the bytes that have bits of them and no others.

use frontend::types::{Basic, BitRange, Types};
use image::access::Event;
use riscv::{Insn, Op};

use crate::function::FunctionGenerator;
use crate::memory::{Lvalue, copy_op};
use crate::place::Place;
use crate::registers::Temp;

/// A part of a bit-field that one access reaches.
struct Piece {
    /// **Units**: bytes from the start of the storage unit.
    at: i32,
    /// The type of that access.
    basic: Basic,
    /// The bits of the piece.
    bits: BitRange,
    /// How many bits of the bit-field lie below.
    below: i32,
}

/// The pieces of a bit-field: each as large as may be.
fn pieces(bits: BitRange) -> Vec<Piece> {
    let (first, end) = (i32::from(bits.offset), i32::from(bits.offset) + i32::from(bits.width));
    let mut at = first / 8;
    let mut pieces = vec![];
    while 8 * at < end {
        let (size, basic) = match (end - 8 * at + 7) / 8 {
            8.. => (8, Basic::UnsignedLong),
            4..=7 => (4, Basic::UnsignedInt),
            2 | 3 => (2, Basic::UnsignedShort),
            _ => (1, Basic::UnsignedChar),
        };
        let (low, high) = (first.max(8 * at), end.min(8 * (at + size)));
        let bits = BitRange { offset: (low - 8 * at) as u8, width: (high - low) as u8 };
        pieces.push(Piece { at, basic, bits, below: low - first });
        at += size;
    }
    pieces
}

impl FunctionGenerator<'_, '_> {
    /// The bits of a place that is such a bit-field.
    pub(crate) fn in_pieces(&self, place: &Place, lvalue: Lvalue) -> Option<BitRange> {
        let unit = self.scalar(lvalue.0).size() * 8;
        let is_across = |bits: &BitRange| u64::from(bits.offset) + u64::from(bits.width) > unit;
        place.bits.filter(|bits| place.is_unit_outside || is_across(bits))
    }

    /// Reads such a bit-field.
    pub(crate) fn load_pieces(&mut self, place: &Place, bits: BitRange, lvalue: Lvalue) -> Temp {
        let basic = self.scalar(lvalue.0);
        let address = self.resolve(place, basic.size() + 1, lvalue.1);
        let mut loaded = vec![];
        for piece in pieces(bits) {
            let (temp, size) = (self.temp(), piece.basic.size());
            let target = self.reg(&temp);
            let mut access = self.access(&address, lvalue, Some(piece.bits));
            (access.offset, access.size) = (address.offset + piece.at, size);
            let op = if size == 4 { Op::Lwu } else { copy_op(size) };
            let insn = Insn::i(op, target, access.base, access.offset);
            self.emit_row(insn, Event::Read(access), lvalue.1);
            loaded.push((temp, 8 * piece.at - i32::from(bits.offset)));
        }
        self.free_address(address);
        let mut whole = None;
        for (temp, up) in loaded {
            let (op, count) = if up < 0 { (Op::Srli, -up) } else { (Op::Slli, up) };
            let part = self.unary(temp, |target, from| Insn::i(op, target, from, count));
            whole = Some(match whole {
                Some(whole) => self.binary(Op::Or, whole, part),
                None => part,
            });
        }
        let whole = whole.unwrap_or_else(|| self.immediate(0));
        self.extract(whole, BitRange { offset: 0, ..bits }, basic.is_signed())
    }

    /// Writes such a bit-field.
    pub(crate) fn store_pieces(
        &mut self,
        place: &Place,
        bits: BitRange,
        value: &Temp,
        lvalue: Lvalue,
    ) {
        for piece in pieces(bits) {
            let copy = self.duplicate(value);
            let part =
                self.unary(copy, |target, from| Insn::i(Op::Srli, target, from, piece.below));
            let ty = (Types::basic(piece.basic), lvalue.1);
            self.store_bits((place, piece.at), piece.bits, &part, ty);
            self.free(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hold_every_bit_once_and_no_other_byte() {
        for offset in 0..8 {
            for width in 1..=64 {
                let pieces = pieces(BitRange { offset, width });
                let mut below = 0;
                for piece in &pieces {
                    assert_eq!(piece.below, below);
                    let size = 8 * piece.basic.size() as i32;
                    let (first, width) =
                        (i32::from(piece.bits.offset), i32::from(piece.bits.width));
                    assert!(first < 8 && first + width <= size && first + width > size - 8);
                    below += width;
                }
                assert_eq!(below, i32::from(width));
                assert!(pieces.len() <= 3, "their registers are held at once");
            }
        }
    }
}
