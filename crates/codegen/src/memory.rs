//! Loads, stores and copies, with the rows that say what they mean.

use frontend::types::{Basic, BitRange, TypeId};
use image::access::{Access, Event};
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::floating::file;
use crate::function::FunctionGenerator;
use crate::labels::Item;
use crate::place::{Address, Base, Place};
use crate::registers::Temp;

/// Up to so many units a copy is a sequence of loads and stores; a longer one is a loop.
const UNROLLED_COUNT_MAX: u64 = 16;

/// The lvalue that a row speaks of: its type and its place in the source.
pub(crate) type Lvalue = (TypeId, Span);

/// The load of a value of that type; an integer is extended to a register as the psABI asks.
pub(crate) fn load_op(basic: Basic) -> Op {
    match (basic.size(), basic.is_signed()) {
        _ if basic.is_floating() => float_load_op(basic.size()),
        (1, true) => Op::Lb,
        (1, false) => Op::Lbu,
        (2, true) => Op::Lh,
        (2, false) => Op::Lhu,
        (4, _) => Op::Lw,
        _ => Op::Ld,
    }
}

/// The store of a value of that type.
fn store_of(basic: Basic) -> Op {
    if basic.is_floating() { float_store_op(basic.size()) } else { store_op(basic.size()) }
}

/// The load of a `float` or a `double`.
pub(crate) fn float_load_op(size: u64) -> Op {
    if size == 4 { Op::Flw } else { Op::Fld }
}

/// The store of a `float` or a `double`.
pub(crate) fn float_store_op(size: u64) -> Op {
    if size == 4 { Op::Fsw } else { Op::Fsd }
}

/// The store of so many bytes of an integer register.
pub(crate) fn store_op(size: u64) -> Op {
    match size {
        1 => Op::Sb,
        2 => Op::Sh,
        4 => Op::Sw,
        _ => Op::Sd,
    }
}

/// The load of so many bytes into an integer register, whatever they mean.
pub(crate) fn copy_op(unit: u64) -> Op {
    match unit {
        1 => Op::Lbu,
        2 => Op::Lhu,
        4 => Op::Lw,
        _ => Op::Ld,
    }
}

impl FunctionGenerator<'_, '_> {
    /// What a row says of an access.
    pub(crate) fn access(
        &mut self,
        address: &Address,
        lvalue: Lvalue,
        bits: Option<BitRange>,
    ) -> Access {
        Access {
            base: address.base,
            offset: address.offset,
            size: self.accessed_size(lvalue.0, bits),
            ty: self.unit.types.index(lvalue.0),
            is_indirect: address.is_indirect,
            bits: bits.map(|bits| (bits.offset, bits.width)),
        }
    }

    /// Reads a scalar: the lvalue conversion (C17 6.3.2.1p2). Ends the place.
    pub(crate) fn load(&mut self, place: Place, lvalue: Lvalue) -> Temp {
        if let Some(bits) = self.straddling(&place, lvalue.0) {
            let value = self.load_straddling(&place, bits, lvalue);
            self.free_place(place);
            return value;
        }
        let read = self.reading(&place, lvalue);
        let bits = place.bits;
        self.free_place(place);
        self.read(read, bits, lvalue)
    }

    /// Reads a scalar from a place that is used again.
    pub(crate) fn load_kept(&mut self, place: &Place, lvalue: Lvalue) -> Temp {
        if let Some(bits) = self.straddling(place, lvalue.0) {
            return self.load_straddling(place, bits, lvalue);
        }
        let read = self.reading(place, lvalue);
        self.read(read, place.bits, lvalue)
    }

    /// How a scalar is read.
    fn reading(&mut self, place: &Place, lvalue: Lvalue) -> Access {
        let size = self.types().size(lvalue.0);
        let address = self.resolve(place, size, lvalue.1);
        let access = self.access(&address, lvalue, place.bits);
        self.free_address(address);
        access
    }

    fn read(&mut self, access: Access, bits: Option<BitRange>, lvalue: Lvalue) -> Temp {
        let basic = self.scalar(lvalue.0);
        let temp = self.temp_in(file(basic));
        let target = self.reg(&temp);
        let insn = Insn::i(load_op(basic), target, access.base, access.offset);
        self.emit_row(insn, Event::Read(access), lvalue.1);
        match bits {
            Some(bits) => self.extract(temp, bits, basic.is_signed()),
            None => temp,
        }
    }

    /// Writes a scalar. The place and the value stay.
    pub(crate) fn store(&mut self, place: &Place, value: &Temp, lvalue: Lvalue) {
        let basic = self.scalar(lvalue.0);
        if let Some(bits) = self.straddling(place, lvalue.0) {
            return self.store_straddling(place, bits, value, lvalue);
        }
        if let Some(bits) = place.bits.filter(|bits| u64::from(bits.width) < basic.size() * 8) {
            self.store_bits(place, bits, value, lvalue);
            return;
        }
        let address = self.resolve(place, basic.size(), lvalue.1);
        let event = Event::Write(self.access(&address, lvalue, place.bits));
        let source = self.reg(value);
        let insn = Insn::s(store_of(basic), source, address.base, address.offset);
        self.emit_row(insn, event, lvalue.1);
        self.free_address(address);
    }

    /// Writes a bit-field: its bits are put in among the others of the storage unit.
    fn store_bits(&mut self, place: &Place, bits: BitRange, value: &Temp, lvalue: Lvalue) {
        let basic = self.scalar(lvalue.0);
        let mask = (1u64 << bits.width) - 1;
        let fresh = self.temp();
        let (from, to) = (self.reg(value), self.reg(&fresh));
        self.load_immediate(to, mask as i64);
        self.emit(Insn::r(Op::And, to, from, to));
        self.emit(Insn::i(Op::Slli, to, to, i32::from(bits.offset)));
        let address = self.resolve(place, basic.size(), lvalue.1);
        let event = Event::Write(self.access(&address, lvalue, Some(bits)));
        let (unit, kept) = (self.temp(), self.temp());
        let (unit_register, kept_register) = (self.reg(&unit), self.reg(&kept));
        let to = self.reg(&fresh);
        self.emit(Insn::i(copy_op(basic.size()), unit_register, address.base, address.offset));
        self.load_immediate(kept_register, !(mask << bits.offset) as i64);
        self.emit(Insn::r(Op::And, unit_register, unit_register, kept_register));
        self.emit(Insn::r(Op::Or, unit_register, unit_register, to));
        let store = store_op(basic.size());
        let insn = Insn::s(store, unit_register, address.base, address.offset);
        self.emit_row(insn, event, lvalue.1);
        self.free_address(address);
        for temp in [fresh, unit, kept] {
            self.free(temp);
        }
    }

    /// The value of a bit-field from its storage unit, or of what is stored into one.
    pub(crate) fn extract(&mut self, unit: Temp, bits: BitRange, is_signed: bool) -> Temp {
        let left = 64 - i32::from(bits.width) - i32::from(bits.offset);
        let right = 64 - i32::from(bits.width);
        let shifted = self.unary(unit, |target, from| Insn::i(Op::Slli, target, from, left));
        let shift = if is_signed { Op::Srai } else { Op::Srli };
        self.unary(shifted, |target, from| Insn::i(shift, target, from, right))
    }

    /// Copies the bytes of a struct or array. `read` and `write` say which lvalues of the program
    /// are read and written, if any: one row each for the whole, at the first instruction.
    pub(crate) fn copy(
        &mut self,
        from: &Place,
        to: &Place,
        size: u64,
        align: u64,
        read: Option<Lvalue>,
        write: Option<Lvalue>,
    ) {
        if size == 0 {
            return;
        }
        let span = read.or(write).map_or(self.function.span, |lvalue| lvalue.1);
        let source = self.resolve(from, size, span);
        let target = self.resolve(to, size, span);
        let read = read.map(|it| (Event::Read(self.access(&source, it, None)), it.1));
        let write = write.map(|it| (Event::Write(self.access(&target, it, None)), it.1));
        let unit = align.clamp(1, 8);
        let data = self.temp();
        let first = if size / unit <= UNROLLED_COUNT_MAX {
            self.copy_unrolled(&source, &target, size, unit, &data)
        } else {
            self.copy_loop(&source, &target, size, unit, &data)
        };
        for (event, span) in read.into_iter().chain(write) {
            self.rows.event(first, event, span);
        }
        self.free(data);
        self.free_address(source);
        self.free_address(target);
    }

    /// Gives the first item.
    fn copy_unrolled(
        &mut self,
        source: &Address,
        target: &Address,
        size: u64,
        unit: u64,
        data: &Temp,
    ) -> u32 {
        let register = self.reg(data);
        let first = self.code.position();
        for at in (0..size / unit).map(|index| (index * unit) as i32) {
            let (from, to) = (source.offset + at, target.offset + at);
            self.emit(Insn::i(copy_op(unit), register, source.base, from));
            self.emit(Insn::s(store_op(unit), register, target.base, to));
        }
        first
    }

    /// Gives the first item.
    fn copy_loop(
        &mut self,
        source: &Address,
        target: &Address,
        size: u64,
        unit: u64,
        data: &Temp,
    ) -> u32 {
        let (from, to, end) = (self.temp(), self.temp(), self.temp());
        let registers = [self.reg(&from), self.reg(&to), self.reg(&end), self.reg(data)];
        let [from_register, to_register, end_register, register] = registers;
        let first = self.code.position();
        self.emit(Insn::i(Op::Addi, from_register, source.base, source.offset));
        self.emit(Insn::i(Op::Addi, to_register, target.base, target.offset));
        self.load_immediate(end_register, size as i64);
        self.emit(Insn::r(Op::Add, end_register, end_register, from_register));
        let top = self.code.label();
        self.code.bind(top);
        self.emit(Insn::i(copy_op(unit), register, from_register, 0));
        self.emit(Insn::s(store_op(unit), register, to_register, 0));
        self.emit(Insn::i(Op::Addi, from_register, from_register, unit as i32));
        self.emit(Insn::i(Op::Addi, to_register, to_register, unit as i32));
        let (left, right) = (from_register, end_register);
        self.push(Item::Branch { op: Op::Bne, left, right, target: top });
        for temp in [from, to, end] {
            self.free(temp);
        }
        first
    }

    /// Makes every byte of an object zero, before an initializer stores the rest.
    pub(crate) fn zero(&mut self, place: &Place, size: u64, align: u64, lvalue: Lvalue) {
        if size == 0 {
            return;
        }
        let target = self.resolve(place, size, lvalue.1);
        let event = Event::Write(self.access(&target, lvalue, None));
        let unit = align.clamp(1, 8);
        let first = self.code.position();
        if size / unit <= UNROLLED_COUNT_MAX {
            for at in (0..size / unit).map(|index| (index * unit) as i32) {
                self.emit(Insn::s(store_op(unit), Reg::ZERO, target.base, target.offset + at));
            }
        } else {
            self.zero_loop(&target, size, unit);
        }
        self.rows.event(first, event, lvalue.1);
        self.free_address(target);
    }

    fn zero_loop(&mut self, target: &Address, size: u64, unit: u64) {
        let (at, end) = (self.temp(), self.temp());
        let (at_register, end_register) = (self.reg(&at), self.reg(&end));
        self.emit(Insn::i(Op::Addi, at_register, target.base, target.offset));
        self.load_immediate(end_register, size as i64);
        self.emit(Insn::r(Op::Add, end_register, end_register, at_register));
        let top = self.code.label();
        self.code.bind(top);
        self.emit(Insn::s(store_op(unit), Reg::ZERO, at_register, 0));
        self.emit(Insn::i(Op::Addi, at_register, at_register, unit as i32));
        let (left, right) = (at_register, end_register);
        self.push(Item::Branch { op: Op::Bne, left, right, target: top });
        self.free(at);
        self.free(end);
    }

    /// Copies a parameter that came by reference into its home.
    pub(crate) fn copy_from_register(&mut self, from: Reg, home: i32, size: u64, align: u64) {
        let temp = self.temp();
        let target = self.reg(&temp);
        self.emit(Insn::i(Op::Addi, target, from, 0));
        let from = Place::whole(Base::Computed { temp, is_indirect: false });
        self.copy(&from, &Place::whole(Base::Frame(home)), size, align, None, None);
        self.free_place(from);
    }

    /// Copies between two places of the frame.
    pub(crate) fn copy_in_frame(&mut self, from: i32, to: i32, size: u64, align: u64) {
        let (from, to) = (Place::whole(Base::Frame(from)), Place::whole(Base::Frame(to)));
        self.copy(&from, &to, size, align, None, None);
    }
}
