//! `long double`, which no instruction computes: calls of routines of the library, under the names
//! that compilers for RISC-V agree on (those of libgcc). Values are in memory; they travel in two
//! integer registers.

use frontend::tree::{ArithmeticOperator, CompareOperator, Expr, ExprKind};
use frontend::types::{Basic, Types};
use image::access::Event;
use image::object::RelocationKind;
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::abi::{self, Assigner, Part};
use crate::aggregate::read_of;
use crate::floating::wide_as;
use crate::function::FunctionGenerator;
use crate::memory::Lvalue;
use crate::place::{Base, Place};
use crate::registers::Temp;

const LONG_DOUBLE: Basic = Basic::LongDouble;

/// A value in memory, and the lvalue that it is read from, if it is.
pub(crate) type Wide = (Place, Option<Lvalue>);

/// The routine that converts from a type; narrow integers are passed as `int`.
fn widening(from: Basic) -> &'static str {
    match from {
        Basic::Float => "__extendsftf2",
        Basic::Double => "__extenddftf2",
        _ if from.size() == 8 && from.is_signed() => "__floatditf",
        _ if from.size() == 8 => "__floatunditf",
        Basic::UnsignedInt => "__floatunsitf",
        _ => "__floatsitf",
    }
}

/// The routine that converts to a type, or to the type of 32 bits that a narrow one is made from.
fn narrowing(to: Basic) -> &'static str {
    match (to.size() == 8, to.is_signed()) {
        _ if to == Basic::Float => "__trunctfsf2",
        _ if to == Basic::Double => "__trunctfdf2",
        (true, true) => "__fixtfdi",
        (true, false) => "__fixunstfdi",
        (false, true) => "__fixtfsi",
        (false, false) => "__fixunstfsi",
    }
}

/// The routine of a comparison. Its result compares with zero as the operands do; when one is a NaN,
/// it is such that the comparison does not hold.
fn comparing(operator: CompareOperator) -> &'static str {
    match operator {
        CompareOperator::Less => "__lttf2",
        CompareOperator::Greater => "__gttf2",
        CompareOperator::LessEqual => "__letf2",
        CompareOperator::GreaterEqual => "__getf2",
        CompareOperator::Equal => "__eqtf2",
        CompareOperator::NotEqual => "__netf2",
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// The value of an operation of type `long double`, in a temporary object.
    pub(crate) fn long_double(&mut self, expr: &'a Expr) -> Place {
        if let Some(value) = self.floating_constant(expr) {
            let symbol = self.unit.floating_symbol(value, LONG_DOUBLE, expr.span);
            return Place::whole(Base::Static(symbol));
        }
        match &expr.kind {
            ExprKind::Convert(inner, _) => {
                let from = self.scalar(inner.ty.id);
                if from.is_int128() {
                    let value = self.pair(inner);
                    return self.wide_from_pair(value, from, expr.span);
                }
                let value = self.value(inner);
                self.widen(value, from, expr.span)
            }
            ExprKind::Negate(operand) => {
                let value = self.wide(operand);
                self.negate_wide(value)
            }
            ExprKind::Arithmetic(operator, left, right) => {
                let first = self.wide(left);
                let second = self.wide(right);
                self.operate_wide(*operator, first, second, expr.span)
            }
            _ => self.assign_arithmetic_wide(expr),
        }
    }

    /// A value of type `long double`, and what it is read from.
    pub(crate) fn wide(&mut self, expr: &'a Expr) -> Wide {
        (self.value_in_memory(expr), read_of(expr))
    }

    /// A value of another arithmetic type as `long double` (C17 6.3.1.4, 6.3.1.5).
    pub(crate) fn widen(&mut self, value: Temp, from: Basic, span: Span) -> Place {
        let ty = Types::basic(if from.size() < 4 { Basic::Int } else { from });
        let parts = Assigner::new(self.types(), Types::VOID).assign(ty, false).parts;
        for (part, value) in parts.into_iter().zip([value]) {
            self.pass(part, value);
        }
        self.call_routine(widening(from), span);
        self.wide_result()
    }

    /// A `long double` in another arithmetic type.
    pub(crate) fn narrowed(&mut self, inner: &'a Expr, to: Basic, span: Span) -> Temp {
        let value = self.wide(inner);
        self.narrow(value, to, span)
    }

    /// A `long double` in another arithmetic type.
    pub(crate) fn narrow(&mut self, value: Wide, to: Basic, span: Span) -> Temp {
        if to == Basic::Bool {
            let bits = self.bits_but_the_sign(value);
            return self.unary(bits, |target, it| Insn::r(Op::Sltu, target, Reg::ZERO, it));
        }
        self.pass_wide(value, 0);
        self.call_routine(narrowing(to), span);
        if to.is_floating() {
            return self.result(Kind::Float, Reg::FA0);
        }
        let result = self.result(Kind::Integer, Reg::A0);
        if to.size() < 4 { self.convert(result, wide_as(to), to) } else { result }
    }

    /// `left operator right` (C17 6.5.5, 6.5.6).
    pub(crate) fn operate_wide(
        &mut self,
        operator: ArithmeticOperator,
        left: Wide,
        right: Wide,
        span: Span,
    ) -> Place {
        self.pass_wide(left, 0);
        self.pass_wide(right, 2);
        let routine = match operator {
            ArithmeticOperator::Multiply => "__multf3",
            ArithmeticOperator::Divide => "__divtf3",
            ArithmeticOperator::Subtract => "__subtf3",
            _ => "__addtf3",
        };
        self.call_routine(routine, span);
        self.wide_result()
    }

    /// An int that is 1 when the comparison holds, else 0.
    pub(crate) fn compare_wide(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
    ) -> Temp {
        let first = self.wide(left);
        let second = self.wide(right);
        self.compare_wide_values(operator, first, second, left.span.to(right.span))
    }

    /// The same of two values.
    pub(crate) fn compare_wide_values(
        &mut self,
        operator: CompareOperator,
        first: Wide,
        second: Wide,
        span: Span,
    ) -> Temp {
        self.pass_wide(first, 0);
        self.pass_wide(second, 2);
        self.call_routine(comparing(operator), span);
        let order = self.result(Kind::Integer, Reg::A0);
        match operator {
            CompareOperator::Less => {
                self.unary(order, |to, it| Insn::r(Op::Slt, to, it, Reg::ZERO))
            }
            CompareOperator::Greater => {
                self.unary(order, |to, it| Insn::r(Op::Slt, to, Reg::ZERO, it))
            }
            CompareOperator::LessEqual => self.unary(order, |to, it| Insn::i(Op::Slti, to, it, 1)),
            CompareOperator::GreaterEqual => {
                let less = self.unary(order, |to, it| Insn::r(Op::Slt, to, it, Reg::ZERO));
                self.inverted(less)
            }
            CompareOperator::Equal => self.is_zero(order),
            CompareOperator::NotEqual => {
                self.unary(order, |to, it| Insn::r(Op::Sltu, to, Reg::ZERO, it))
            }
        }
    }

    /// 1 when an expression of type `long double` is zero, of either sign; else 0.
    pub(crate) fn is_wide_zero(&mut self, expr: &'a Expr) -> Temp {
        let value = self.wide(expr);
        let bits = self.bits_but_the_sign(value);
        self.is_zero(bits)
    }

    /// A number that is zero exactly when the value is.
    pub(crate) fn bits_but_the_sign(&mut self, (place, read): Wide) -> Temp {
        let mut words = self.words(&place, 2, read).into_iter();
        self.free_place(place);
        let (Some(low), Some(high)) = (words.next(), words.next()) else {
            return self.immediate(0);
        };
        let high = self.unary(high, |target, it| Insn::i(Op::Slli, target, it, 1));
        self.binary(Op::Or, low, high)
    }

    /// `-value`: the sign bit is the highest of the second word.
    pub(crate) fn negate_wide(&mut self, (place, read): Wide) -> Place {
        let home = self.frame.allocate(LONG_DOUBLE.size(), LONG_DOUBLE.size());
        let words = self.words(&place, 2, read);
        self.free_place(place);
        for (word, offset) in words.into_iter().zip([0, 8]) {
            let word = if offset == 0 { word } else { self.with_other_sign(word) };
            let source = self.reg(&word);
            self.frame_access(Op::Sd, source, home + offset);
            self.free(word);
        }
        Place::whole(Base::Frame(home))
    }

    /// A word with its highest bit inverted.
    fn with_other_sign(&mut self, word: Temp) -> Temp {
        let sign = self.immediate(i64::MIN);
        self.binary(Op::Xor, word, sign)
    }

    /// `target op= value`, `++` and `--` of an object of type `long double`; gives the place of the
    /// expression's value.
    fn assign_arithmetic_wide(&mut self, expr: &'a Expr) -> Place {
        let ExprKind::AssignArithmetic { operator, target, value, compute, is_postfix } =
            &expr.kind
        else {
            return self.temporary_object(expr);
        };
        if self.types().complex_part(*compute).is_some() {
            return self.assign_arithmetic_complex(expr);
        }
        let lvalue = (target.ty.id, target.span);
        let place = self.place(target);
        let place = self.pin(place);
        let right = self.wide(value);
        let size = LONG_DOUBLE.size();
        let home = self.frame.allocate(size, size);
        let old = || Place::whole(Base::Frame(home));
        self.copy(&place, &old(), size, size, Some(lvalue), None);
        let result = self.operate_wide(*operator, (old(), None), right, expr.span);
        self.copy(&result, &place, size, size, None, Some(lvalue));
        self.free_place(place);
        if *is_postfix { old() } else { result }
    }

    /// Puts a value into two argument registers, of which the first has that number.
    pub(crate) fn pass_wide(&mut self, (place, read): Wide, first: usize) {
        let words = self.words(&place, 2, read);
        self.free_place(place);
        for (number, word) in (first..).zip(words) {
            self.pass(Part { place: abi::slot(number), offset: 0, size: 8 }, word);
        }
    }

    /// Calls a routine of the library, whose arguments are in their registers.
    pub(crate) fn call_routine(&mut self, name: &'static str, span: Span) {
        let symbol = self.unit.symbols.routine(name, span);
        self.spill_all();
        self.emit_fixup(Insn::u(Op::Auipc, Reg::RA, 0), RelocationKind::Call, symbol);
        self.emit_row(Insn::i(Op::Jalr, Reg::RA, Reg::RA, 0), Event::Call, span);
    }

    /// What a routine returned, in a temporary object.
    pub(crate) fn wide_result(&mut self) -> Place {
        let home = self.frame.allocate(LONG_DOUBLE.size(), LONG_DOUBLE.size());
        self.frame_access(Op::Sd, Reg::A0, home);
        self.frame_access(Op::Sd, Reg::A1, home + 8);
        Place::whole(Base::Frame(home))
    }
}
