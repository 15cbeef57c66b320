//! Integers of 128 bits (GNU C): pairs of registers while they are computed, in memory otherwise.
//!
//! What takes a loop, and conversions from and to floating types, are calls of routines of the library, under the names
//! that compilers agree on (GCC internals, "Integer library routines"). Values travel in two integer registers.

use frontend::tree::{ArithmeticOperator, Conversion, Expr, ExprKind};
use frontend::types::{Basic, BitRange, TypeId};
use image::access::Event;
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::abi::{self, Part};
use crate::aggregate::read_of;
use crate::arithmetic::Operand;
use crate::function::FunctionGenerator;
use crate::long_double::Wide;
use crate::memory::Lvalue;
use crate::pairs::Pair;
use crate::place::{Base, Place};
use crate::registers::Temp;

/// **Units**: bytes.
const SIZE: u64 = 16;

/// The routine that converts to a floating type.
fn to_floating(from: Basic, to: Basic) -> &'static str {
    match (to, from.is_signed()) {
        (Basic::Float, true) => "__floattisf",
        (Basic::Float, false) => "__floatuntisf",
        (Basic::LongDouble, true) => "__floattitf",
        (Basic::LongDouble, false) => "__floatuntitf",
        (_, true) => "__floattidf",
        (_, false) => "__floatuntidf",
    }
}

/// The routine that converts from a floating type.
fn from_floating(from: Basic, to: Basic) -> &'static str {
    match (from, to.is_signed()) {
        (Basic::Float, true) => "__fixsfti",
        (Basic::Float, false) => "__fixunssfti",
        (Basic::LongDouble, true) => "__fixtfti",
        (Basic::LongDouble, false) => "__fixunstfti",
        (_, true) => "__fixdfti",
        (_, false) => "__fixunsdfti",
    }
}

/// The routine of a division.
fn dividing(operator: ArithmeticOperator, basic: Basic) -> &'static str {
    match (operator, basic.is_signed()) {
        (ArithmeticOperator::Remainder, true) => "__modti3",
        (ArithmeticOperator::Remainder, false) => "__umodti3",
        (_, true) => "__divti3",
        (_, false) => "__udivti3",
    }
}

/// The routine of a shift by a number that is not known.
fn shifting(operator: ArithmeticOperator, basic: Basic) -> &'static str {
    match (operator, basic.is_signed()) {
        (ArithmeticOperator::ShiftLeft, _) => "__ashlti3",
        (_, true) => "__ashrti3",
        (_, false) => "__lshrti3",
    }
}

/// Whether an operator is a shift, whose right operand has a type of its own.
fn is_shift(operator: ArithmeticOperator) -> bool {
    matches!(operator, ArithmeticOperator::ShiftLeft | ArithmeticOperator::ShiftRight)
}

/// Whether an expression of that kind is an operation on registers.
fn is_computed(kind: &ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Integer(_)
            | ExprKind::Convert(..)
            | ExprKind::Negate(_)
            | ExprKind::BitNot(_)
            | ExprKind::Arithmetic(..)
    )
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// Whether values of that type have 128 bits and are integers.
    pub(crate) fn is_int128(&self, ty: TypeId) -> bool {
        self.types().as_basic(ty).is_some_and(Basic::is_int128)
    }

    /// The value of an expression of 128 bits.
    pub(crate) fn pair(&mut self, expr: &'a Expr) -> Pair {
        let basic = self.scalar(expr.ty.id);
        match &expr.kind {
            ExprKind::Integer(value) => {
                let high = if basic.is_signed() && *value < 0 { -1 } else { 0 };
                Pair { low: self.immediate(*value), high: self.immediate(high) }
            }
            ExprKind::Convert(inner, conversion) => self.pair_from(inner, *conversion, expr),
            ExprKind::Negate(operand) => {
                let value = self.pair(operand);
                self.negated_pair(value)
            }
            ExprKind::BitNot(operand) => {
                let Pair { low, high } = self.pair(operand);
                let not = |target, it| Insn::i(Op::Xori, target, it, -1);
                Pair { low: self.unary(low, not), high: self.unary(high, not) }
            }
            ExprKind::Arithmetic(operator, left, right) => {
                let left = self.pair(left);
                self.operate_pair(*operator, left, right, basic, expr.span)
            }
            ExprKind::Load(lvalue) => {
                let place = self.place(lvalue);
                let value = self.load_pair(&place, Some((lvalue.ty.id, lvalue.span)), basic);
                self.free_place(place);
                value
            }
            _ => {
                let place = self.value_in_memory(expr);
                let value = self.load_pair(&place, None, basic);
                self.free_place(place);
                value
            }
        }
    }

    /// Whether an expression of 128 bits has its value in registers first: an operation, or a bit-field.
    pub(crate) fn is_pair(&self, expr: &Expr) -> bool {
        let is_bit_field = |lvalue: &Expr| match &lvalue.kind {
            ExprKind::Member(whole, index) => {
                self.field(whole, *index).is_some_and(|it| it.bits.is_some())
            }
            _ => false,
        };
        self.is_int128(expr.ty.id)
            && match &expr.kind {
                ExprKind::Load(lvalue) => is_bit_field(lvalue),
                kind => is_computed(kind),
            }
    }

    /// The value of an operation of 128 bits, in a temporary object.
    pub(crate) fn int128(&mut self, expr: &'a Expr) -> Place {
        let value = self.pair(expr);
        self.pair_in_memory(value)
    }

    fn pair_in_memory(&mut self, value: Pair) -> Place {
        let home = self.frame.allocate(SIZE, SIZE);
        for (word, offset) in [(value.low, home), (value.high, home + 8)] {
            let source = self.reg(&word);
            self.frame_access(Op::Sd, source, offset);
            self.free(word);
        }
        Place::whole(Base::Frame(home))
    }

    /// The low 64 bits of a value of 128 bits, which is a value of 64 bits (C17 6.3.1.3).
    pub(crate) fn low_word(&mut self, expr: &'a Expr) -> Temp {
        let Pair { low, high } = self.pair(expr);
        self.free(high);
        low
    }

    /// A number that is zero exactly when a value of 128 bits is.
    pub(crate) fn either_word(&mut self, expr: &'a Expr) -> Temp {
        let Pair { low, high } = self.pair(expr);
        self.binary(Op::Or, low, high)
    }

    /// Reads a value from its place, which stays.
    fn load_pair(&mut self, place: &Place, read: Option<Lvalue>, basic: Basic) -> Pair {
        let mut words = self.words(place, 2, read).into_iter();
        let (Some(low), Some(high)) = (words.next(), words.next()) else {
            return Pair { low: self.immediate(0), high: self.immediate(0) };
        };
        match place.bits {
            Some(bits) => self.extract_pair(Pair { low, high }, bits, basic),
            None => Pair { low, high },
        }
    }

    /// Writes a value into its place. Both stay.
    pub(crate) fn store_pair(&mut self, place: &Place, value: &Pair, write: Option<Lvalue>) {
        let partial = place.bits.filter(|bits| bits.width < 128);
        let merged = partial.map(|bits| self.merged_pair(place, bits, value));
        let value = merged.as_ref().unwrap_or(value);
        let span = write.map_or(self.function.span, |lvalue| lvalue.1);
        let address = self.resolve(place, SIZE, span);
        let low = self.reg(&value.low);
        let item = self.emit(Insn::s(Op::Sd, low, address.base, address.offset));
        if let Some(lvalue) = write {
            let event = Event::Write(self.access(&address, lvalue, place.bits));
            self.rows.event(item, event, span);
        }
        let high = self.reg(&value.high);
        self.emit(Insn::s(Op::Sd, high, address.base, address.offset + 8));
        self.free_address(address);
        if let Some(merged) = merged {
            self.free_pair(merged);
        }
    }

    /// The storage unit at a place with a bit-field replaced.
    fn merged_pair(&mut self, place: &Place, bits: BitRange, value: &Pair) -> Pair {
        let mask = u128::MAX >> (128 - u32::from(bits.width.clamp(1, 128)));
        let fresh = Pair { low: self.duplicate(&value.low), high: self.duplicate(&value.high) };
        let fresh = self.masked_pair(fresh, mask);
        let fresh =
            self.shifted_pair(ArithmeticOperator::ShiftLeft, fresh, bits.offset.into(), false);
        let mut words = self.words(place, 2, None).into_iter();
        let (Some(low), Some(high)) = (words.next(), words.next()) else { return fresh };
        let kept = self.masked_pair(Pair { low, high }, !(mask << bits.offset));
        self.each(Op::Or, kept, fresh)
    }

    /// Puts a value into two argument registers, of which the first has that number.
    pub(crate) fn pass_pair(&mut self, value: Pair, first: usize) {
        for (number, word) in [(first, value.low), (first + 1, value.high)] {
            self.pass(Part { place: abi::slot(number), offset: 0, size: 8 }, word);
        }
    }

    /// What a routine returned.
    fn pair_result(&mut self) -> Pair {
        let low = self.result(Kind::Integer, Reg::A0);
        Pair { low, high: self.result(Kind::Integer, Reg::A1) }
    }

    /// A conversion to 128 bits (C17 6.3.1.3, 6.3.1.4); an address is extended by its sign (GCC manual, "Arrays and
    /// Pointers Implementation").
    fn pair_from(&mut self, inner: &'a Expr, conversion: Conversion, expr: &'a Expr) -> Pair {
        let to = self.scalar(expr.ty.id);
        if self.is_int128(inner.ty.id) {
            return self.pair(inner);
        }
        let from = self.scalar(inner.ty.id);
        if conversion == Conversion::PointerToInteger {
            let address = self.value(inner);
            let address = self.pointer_to_integer(address, expr.span);
            return self.extended(address, Basic::Long);
        }
        if from == Basic::LongDouble {
            let value = (self.value_in_memory(inner), read_of(inner));
            return self.pair_from_wide(value, to, expr.span);
        }
        let value = self.value(inner);
        self.pair_from_scalar(value, from, to, expr.span)
    }

    fn pair_from_wide(&mut self, value: Wide, to: Basic, span: Span) -> Pair {
        self.pass_wide(value, 0);
        self.call_routine(from_floating(Basic::LongDouble, to), span);
        self.pair_result()
    }

    /// A value of a register as 128 bits.
    fn pair_from_scalar(&mut self, value: Temp, from: Basic, to: Basic, span: Span) -> Pair {
        if !from.is_floating() {
            return self.extended(value, from);
        }
        self.move_out(value, Reg::FA0);
        self.call_routine(from_floating(from, to), span);
        self.pair_result()
    }

    /// An integer of at most 64 bits as 128.
    fn extended(&mut self, value: Temp, from: Basic) -> Pair {
        let low = self.convert(value, from, Basic::Long);
        if !from.is_signed() {
            return Pair { low, high: self.immediate(0) };
        }
        let copy = self.duplicate(&low);
        let high = self.unary(copy, |target, it| Insn::i(Op::Srai, target, it, 63));
        Pair { low, high }
    }

    /// A value of 128 bits in another arithmetic type whose values fit a register.
    pub(crate) fn scalar_from_pair(
        &mut self,
        value: Pair,
        from: Basic,
        to: Basic,
        span: Span,
    ) -> Temp {
        if to == Basic::Bool {
            let bits = self.binary(Op::Or, value.low, value.high);
            return self.unary(bits, |target, it| Insn::r(Op::Sltu, target, Reg::ZERO, it));
        }
        if to.is_floating() {
            self.pass_pair(value, 0);
            self.call_routine(to_floating(from, to), span);
            return self.result(Kind::Float, Reg::FA0);
        }
        self.free(value.high);
        self.convert(value.low, Basic::Long, to)
    }

    /// A value of 128 bits as `long double`.
    pub(crate) fn wide_from_pair(&mut self, value: Pair, from: Basic, span: Span) -> Place {
        self.pass_pair(value, 0);
        self.call_routine(to_floating(from, Basic::LongDouble), span);
        self.wide_result()
    }

    /// `left operator right`; the right operand of a shift may have any integer type.
    fn operate_pair(
        &mut self,
        operator: ArithmeticOperator,
        left: Pair,
        right: &'a Expr,
        basic: Basic,
        span: Span,
    ) -> Pair {
        if !is_shift(operator) {
            let right = self.pair(right);
            return self.combine_pairs(operator, left, right, basic, span);
        }
        match self.constant(right) {
            Some(count @ 0..=127) => {
                self.shifted_pair(operator, left, count as u32, basic.is_signed())
            }
            _ => {
                let count = self.shift_count(right);
                self.shift_by_routine(operator, left, count, basic, span)
            }
        }
    }

    /// How far a shift goes: no valid count needs more than one register.
    fn shift_count(&mut self, count: &'a Expr) -> Temp {
        if self.is_int128(count.ty.id) { self.low_word(count) } else { self.value(count) }
    }

    fn shift_by_routine(
        &mut self,
        operator: ArithmeticOperator,
        left: Pair,
        count: Temp,
        basic: Basic,
        span: Span,
    ) -> Pair {
        self.pass_pair(left, 0);
        self.pass(Part { place: abi::slot(2), offset: 0, size: 8 }, count);
        self.call_routine(shifting(operator, basic), span);
        self.pair_result()
    }

    fn combine_pairs(
        &mut self,
        operator: ArithmeticOperator,
        left: Pair,
        right: Pair,
        basic: Basic,
        span: Span,
    ) -> Pair {
        use ArithmeticOperator as A;
        match operator {
            A::Add => self.add_pairs(left, right),
            A::Subtract => self.subtract_pairs(left, right),
            A::Multiply => self.multiply_pairs(left, right),
            A::BitAnd => self.each(Op::And, left, right),
            A::BitXor => self.each(Op::Xor, left, right),
            A::BitOr | A::ShiftLeft | A::ShiftRight => self.each(Op::Or, left, right),
            A::Divide | A::Remainder => {
                self.pass_pair(left, 0);
                self.pass_pair(right, 2);
                self.call_routine(dividing(operator, basic), span);
                self.pair_result()
            }
        }
    }

    /// `target = value`, where the target is a bit-field; gives what has been stored (C17 6.5.16p3).
    pub(crate) fn assign_bits(&mut self, place: Place, value: &'a Expr, lvalue: Lvalue) -> Place {
        let value = self.pair(value);
        self.store_pair(&place, &value, Some(lvalue));
        self.stored_pair(place, value, lvalue.0)
    }

    /// The value of an assignment, for whoever wants it.
    fn stored_pair(&mut self, place: Place, value: Pair, ty: TypeId) -> Place {
        let Some(bits) = place.bits else {
            self.free_pair(value);
            return place;
        };
        self.free_place(place);
        let low = BitRange { offset: 0, width: bits.width };
        let value = self.extract_pair(value, low, self.scalar(ty));
        self.pair_in_memory(value)
    }

    /// `target op= value`, `++` and `--` of an object of 128 bits; gives the place of the expression's value.
    pub(crate) fn assign_arithmetic_int128(&mut self, expr: &'a Expr) -> Place {
        let ExprKind::AssignArithmetic { operator, target, value, compute, is_postfix } =
            &expr.kind
        else {
            return self.temporary_object(expr);
        };
        let lvalue = (target.ty.id, target.span);
        let (stored_as, computed_as) = (self.scalar(target.ty.id), self.scalar(*compute));
        let place = self.place(target);
        let place = self.pin(place);
        let right = self.held(*operator, value, computed_as);
        let old = self.load_pair(&place, Some(lvalue), stored_as);
        let kept = is_postfix.then(|| self.duplicate_pair(&old));
        let result = match right {
            Held::Pair(right) => self.combine_pairs(*operator, old, right, computed_as, expr.span),
            Held::Known(count) => self.shifted_pair(*operator, old, count, computed_as.is_signed()),
            Held::Narrow(right) => {
                let left = self.scalar_from_pair(old, stored_as, computed_as, expr.span);
                let result = self.operate(*operator, left, right, computed_as);
                self.pair_from_scalar(result, computed_as, stored_as, expr.span)
            }
            Held::Count(count) => {
                self.shift_by_routine(*operator, old, count, computed_as, expr.span)
            }
            Held::Floating(right) => {
                let left = self.scalar_from_pair(old, stored_as, computed_as, expr.span);
                let result = self.operate_floating(*operator, left, right, computed_as);
                self.pair_from_scalar(result, computed_as, stored_as, expr.span)
            }
            Held::Wide(right) => {
                let left = self.wide_from_pair(old, stored_as, expr.span);
                let result = self.operate_wide(*operator, (left, None), right, expr.span);
                self.pair_from_wide((result, None), stored_as, expr.span)
            }
        };
        self.store_pair(&place, &result, Some(lvalue));
        match kept {
            Some(kept) => {
                self.free_pair(result);
                self.free_place(place);
                self.pair_in_memory(kept)
            }
            None => self.stored_pair(place, result, lvalue.0),
        }
    }

    /// The right operand of an assignment.
    fn held(&mut self, operator: ArithmeticOperator, value: &'a Expr, computed_as: Basic) -> Held {
        match computed_as {
            Basic::LongDouble => Held::Wide((self.value_in_memory(value), read_of(value))),
            Basic::Int128 | Basic::UnsignedInt128 if is_shift(operator) => {
                match self.constant(value) {
                    Some(count @ 0..=127) => Held::Known(count as u32),
                    _ => Held::Count(self.shift_count(value)),
                }
            }
            Basic::Int128 | Basic::UnsignedInt128 => Held::Pair(self.pair(value)),
            _ if computed_as.is_floating() => Held::Floating(self.value(value)),
            _ => Held::Narrow(self.operand(operator, value, computed_as)),
        }
    }

    /// `left operator right`, computed in 128 bits, of a narrower left operand.
    pub(crate) fn operate_widened(
        &mut self,
        operator: ArithmeticOperator,
        (left, from): (Temp, Basic),
        right: Pair,
        computed_as: Basic,
        span: Span,
    ) -> Temp {
        let left = self.extended(left, from);
        let result = self.combine_pairs(operator, left, right, computed_as, span);
        self.scalar_from_pair(result, computed_as, from, span)
    }
}

/// A right operand that has been evaluated.
enum Held {
    /// Of 128 bits.
    Pair(Pair),
    /// How far a shift goes.
    Known(u32),
    /// The same, not known before.
    Count(Temp),
    /// A `float` or a `double`.
    Floating(Temp),
    /// Of the integer type that a narrow bit-field is promoted to.
    Narrow(Operand),
    /// A `long double`.
    Wide(Wide),
}
