//! Bit-fields of packed structs that lie in more bytes than their type has: read and written byte by
//! byte, so that nothing beside them is touched.

use frontend::types::{BitRange, TypeId};
use image::access::Event;
use riscv::{Insn, Op};

use crate::function::FunctionGenerator;
use crate::memory::Lvalue;
use crate::place::Place;
use crate::registers::Temp;

/// Every bit of a byte.
const BYTE: u64 = 0xff;

impl FunctionGenerator<'_, '_> {
    /// The bits of such a bit-field; `None` for everything else.
    pub(crate) fn straddling(&self, place: &Place, ty: TypeId) -> Option<BitRange> {
        place.bits.filter(|bits| bits.byte_count() as u64 > self.types().size(ty))
    }

    /// How many bytes an access touches.
    pub(crate) fn accessed_size(&self, ty: TypeId, bits: Option<BitRange>) -> u64 {
        self.types().size(ty).max(bits.map_or(0, |bits| bits.byte_count() as u64))
    }

    /// Reads one. The place stays.
    pub(crate) fn load_straddling(
        &mut self,
        place: &Place,
        bits: BitRange,
        lvalue: Lvalue,
    ) -> Temp {
        let count = bits.byte_count();
        let address = self.resolve(place, count as u64, lvalue.1);
        let event = Event::Read(self.access(&address, lvalue, Some(bits)));
        let (unit, byte) = (self.temp(), self.temp());
        let (whole, part) = (self.reg(&unit), self.reg(&byte));
        let first = Insn::i(Op::Lbu, whole, address.base, address.offset);
        self.emit_row(first, event, lvalue.1);
        for index in 1..count as i32 {
            self.emit(Insn::i(Op::Lbu, part, address.base, address.offset + index));
            self.emit(Insn::i(Op::Slli, part, part, 8 * index));
            self.emit(Insn::r(Op::Or, whole, whole, part));
        }
        self.free_address(address);
        self.free(byte);
        let is_signed = self.scalar(lvalue.0).is_signed();
        self.extract(unit, bits, is_signed)
    }

    /// Writes one. The place and the value stay.
    pub(crate) fn store_straddling(
        &mut self,
        place: &Place,
        bits: BitRange,
        value: &Temp,
        lvalue: Lvalue,
    ) {
        let address = self.resolve(place, bits.byte_count() as u64, lvalue.1);
        let event = Event::Write(self.access(&address, lvalue, Some(bits)));
        let (shifted, byte, kept) = (self.temp(), self.temp(), self.temp());
        let [from, all, part, old] = [value, &shifted, &byte, &kept].map(|temp| self.reg(temp));
        let (left, offset) = (64 - i32::from(bits.width), i32::from(bits.offset));
        self.emit(Insn::i(Op::Slli, all, from, left));
        self.emit(Insn::i(Op::Srli, all, all, left - offset));
        let mask = (u64::MAX >> (64 - u32::from(bits.width))) << bits.offset;
        for index in 0..bits.byte_count() as i32 {
            let mask = mask >> (8 * index) & BYTE;
            let at = address.offset + index;
            self.emit(Insn::i(Op::Srli, part, all, 8 * index));
            if mask != BYTE {
                self.emit(Insn::i(Op::Lbu, old, address.base, at));
                self.emit(Insn::i(Op::Andi, old, old, (!mask & BYTE) as i32));
                self.emit(Insn::r(Op::Or, part, part, old));
            }
            let store = Insn::s(Op::Sb, part, address.base, at);
            match index {
                0 => self.emit_row(store, event, lvalue.1),
                _ => {
                    self.emit(store);
                }
            }
        }
        self.free_address(address);
        for temp in [shifted, byte, kept] {
            self.free(temp);
        }
    }
}
