//! Atomic objects (C17 6.2.5p20, 7.17): loads and stores with fences, updates by one instruction or by a loop that tries
//! until nobody has come in between.
//!
//! **Rule**: RISC-V psABI, "Atomics ABI": the mapping of sequentially consistent operations.

use frontend::tree::{ArithmeticOperator, AtomicOperator, Expr};
use frontend::types::Basic;
use image::access::{Access, Event};
use riscv::{Insn, Op, Reg};

use crate::arithmetic::Operand;
use crate::function::FunctionGenerator;
use crate::labels::Item;
use crate::memory::Lvalue;
use crate::registers::Temp;

/// The immediate of an atomic instruction that orders what is before it and after it.
const ACQUIRE_RELEASE: i32 = 3;
const RELEASE: i32 = 1;

/// What a fence orders: reads (bit 1) and writes (bit 0) before it, and after it.
const READ_WRITE: i32 = 0b11;
const READ: i32 = 0b10;
const WRITE: i32 = 0b01;

/// The instruction for objects of 4 bytes, and that for 8.
fn sized(basic: Basic, word: Op, double: Op) -> Op {
    if basic.size() == 8 { double } else { word }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// What stands before and after the load or store of an atomic object.
    pub(crate) fn fence_before_load(&mut self) {
        self.fence(READ_WRITE, READ_WRITE);
    }

    pub(crate) fn fence_after_load(&mut self) {
        self.fence(READ, READ_WRITE);
    }

    pub(crate) fn fence_before_store(&mut self) {
        self.fence(READ_WRITE, WRITE);
    }

    pub(crate) fn fence_after_store(&mut self) {
        self.fence(READ_WRITE, READ_WRITE);
    }

    fn fence(&mut self, before: i32, after: i32) {
        self.emit(Insn::i(Op::Fence, Reg::ZERO, Reg::ZERO, before << 4 | after));
    }

    /// An atomic operation on the object that the first operand points to.
    pub(crate) fn atomic(
        &mut self,
        operator: AtomicOperator,
        operands: &'a [Expr],
        expr: &'a Expr,
    ) -> Option<Temp> {
        let [object, rest @ ..] = operands else {
            self.fence(READ_WRITE, READ_WRITE);
            return None;
        };
        let pointee = self.pointee(object);
        let lvalue = (pointee, expr.span);
        let basic = self.scalar(pointee);
        Some(match (operator, rest) {
            (AtomicOperator::Update { operator, gives_old }, [value]) => {
                self.atomic_update(operator, gives_old, object, value, (lvalue, basic))
            }
            (AtomicOperator::CompareExchange, [expected, desired]) => {
                self.compare_exchange(object, expected, desired, (lvalue, basic))
            }
            (_, [value, ..]) => self.exchange(object, value, (lvalue, basic)),
            (_, []) => self.value(object),
        })
    }

    fn pointee(&self, pointer: &Expr) -> frontend::types::TypeId {
        self.types().pointee(pointer.ty.id).map_or(pointer.ty.id, |to| to.id)
    }

    /// What the rows say of an access through a pointer.
    fn atomic_access(&mut self, base: Reg, lvalue: Lvalue) -> Access {
        Access {
            base,
            offset: 0,
            size: self.types().size(lvalue.0),
            ty: self.unit.types.index(lvalue.0),
            is_indirect: true,
            bits: None,
        }
    }

    /// An instruction that reads and writes the object.
    fn emit_atomic(&mut self, insn: Insn, lvalue: Lvalue) {
        let access = self.atomic_access(insn.rs1, lvalue);
        let item = self.emit(insn);
        self.rows.event(item, Event::Read(access), lvalue.1);
        self.rows.event(item, Event::Write(access), lvalue.1);
    }

    fn exchange(
        &mut self,
        object: &'a Expr,
        value: &'a Expr,
        (lvalue, basic): (Lvalue, Basic),
    ) -> Temp {
        let (pointer, value) = (self.value(object), self.value(value));
        let op = sized(basic, Op::AmoswapW, Op::AmoswapD);
        let old = self.one_instruction(op, pointer, &value, lvalue);
        self.free(value);
        old
    }

    /// `amo… old,value,(pointer)`.
    fn one_instruction(&mut self, op: Op, pointer: Temp, value: &Temp, lvalue: Lvalue) -> Temp {
        let (address, operand) = (self.reg(&pointer), self.reg(value));
        let old = self.temp();
        let target = self.reg(&old);
        self.emit_atomic(Insn::new(op, target, address, operand, ACQUIRE_RELEASE), lvalue);
        self.free(pointer);
        old
    }

    fn atomic_update(
        &mut self,
        operator: ArithmeticOperator,
        gives_old: bool,
        object: &'a Expr,
        value: &'a Expr,
        (lvalue, basic): (Lvalue, Basic),
    ) -> Temp {
        use ArithmeticOperator as A;
        let (pointer, value) = (self.value(object), self.value(value));
        let op = match operator {
            A::Add | A::Subtract => sized(basic, Op::AmoaddW, Op::AmoaddD),
            A::BitAnd => sized(basic, Op::AmoandW, Op::AmoandD),
            A::BitOr => sized(basic, Op::AmoorW, Op::AmoorD),
            A::BitXor => sized(basic, Op::AmoxorW, Op::AmoxorD),
            _ => return self.update_loop(operator, gives_old, pointer, value, (lvalue, basic)),
        };
        let value = match operator {
            A::Subtract => self.unary(value, |to, from| Insn::r(Op::Sub, to, Reg::ZERO, from)),
            _ => value,
        };
        let old = self.one_instruction(op, pointer, &value, lvalue);
        if gives_old {
            self.free(value);
            return old;
        }
        let again = if operator == A::Subtract { A::Add } else { operator };
        self.operate(again, old, Operand::Temp(value), basic)
    }

    /// ```text
    ///   again: lr old,(pointer)
    ///          new = old operator value
    ///          sc status,new,(pointer)
    ///          bnez status,again
    /// ```
    fn update_loop(
        &mut self,
        operator: ArithmeticOperator,
        gives_old: bool,
        pointer: Temp,
        value: Temp,
        (lvalue, basic): (Lvalue, Basic),
    ) -> Temp {
        self.spill_all();
        let (old, new, status) = (self.temp(), self.temp(), self.temp());
        let [address, operand, from, to, said] =
            [&pointer, &value, &old, &new, &status].map(|temp| self.reg(temp));
        let again = self.code.label();
        self.code.bind(again);
        let access = self.atomic_access(address, lvalue);
        let load =
            Insn::new(sized(basic, Op::LrW, Op::LrD), from, address, Reg::ZERO, ACQUIRE_RELEASE);
        self.emit_row(load, Event::Read(access), lvalue.1);
        self.emit(Insn::r(crate::arithmetic::register_op(operator, basic), to, from, operand));
        let store = Insn::new(sized(basic, Op::ScW, Op::ScD), said, address, to, RELEASE);
        self.emit_row(store, Event::Write(access), lvalue.1);
        self.push(Item::Branch { op: Op::Bne, left: said, right: Reg::ZERO, target: again });
        let (result, other) = if gives_old { (old, new) } else { (new, old) };
        for temp in [pointer, value, status, other] {
            self.free(temp);
        }
        result
    }

    /// ```text
    ///          wanted = *expected
    ///   again: lr found,(object)
    ///          bne found,wanted,end
    ///          sc status,desired,(object)
    ///          bnez status,again
    ///   end:   *expected = found
    ///          found == wanted
    /// ```
    fn compare_exchange(
        &mut self,
        object: &'a Expr,
        expected: &'a Expr,
        desired: &'a Expr,
        (lvalue, basic): (Lvalue, Basic),
    ) -> Temp {
        let object = self.value(object);
        let expected = self.value(expected);
        let desired = self.value(desired);
        self.spill_all();
        let (found, wanted) = (self.temp(), self.temp());
        let [address, place, new, old, compared] =
            [&object, &expected, &desired, &found, &wanted].map(|temp| self.reg(temp));
        let there = self.atomic_access(place, lvalue);
        let load = Insn::i(crate::memory::load_op(basic), compared, place, 0);
        self.emit_row(load, Event::Read(there), lvalue.1);
        let (again, end) = (self.code.label(), self.code.label());
        self.code.bind(again);
        let access = self.atomic_access(address, lvalue);
        let load =
            Insn::new(sized(basic, Op::LrW, Op::LrD), old, address, Reg::ZERO, ACQUIRE_RELEASE);
        self.emit_row(load, Event::Read(access), lvalue.1);
        self.push(Item::Branch { op: Op::Bne, left: old, right: compared, target: end });
        let said = crate::labels::SCRATCH;
        let store = Insn::new(sized(basic, Op::ScW, Op::ScD), said, address, new, RELEASE);
        self.emit_row(store, Event::Write(access), lvalue.1);
        self.push(Item::Branch { op: Op::Bne, left: said, right: Reg::ZERO, target: again });
        self.code.bind(end);
        let store = Insn::s(crate::memory::store_op(basic.size()), old, place, 0);
        self.emit_row(store, Event::Write(there), lvalue.1);
        for temp in [object, expected, desired] {
            self.free(temp);
        }
        let difference = self.binary(Op::Sub, found, wanted);
        self.is_zero(difference)
    }
}
