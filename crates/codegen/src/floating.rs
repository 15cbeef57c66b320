//! `float` and `double`: constants, arithmetic, comparison and conversions in floating-point
//! registers (C17 6.3.1.4, 6.3.1.5; RISC-V unprivileged, chapters F and D).

use frontend::Floating;
use frontend::tree::{ArithmeticOperator, CompareOperator, Conversion, Expr, ExprKind};
use frontend::types::Basic;
use image::object::RelocationKind;
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::function::FunctionGenerator;
use crate::memory;
use crate::registers::Temp;

/// The rounding mode that `fcsr` says.
pub(crate) const DYNAMIC: i32 = 7;

/// The rounding mode of conversions to integers: towards zero (C17 6.3.1.4p1).
const TOWARDS_ZERO: i32 = 1;

/// The rounding mode that is written where nothing is rounded.
const EXACT: i32 = 0;

/// The registers that values of a type are computed in.
pub(crate) fn file(basic: Basic) -> Kind {
    if basic.is_floating() { Kind::Float } else { Kind::Integer }
}

/// The operation of that kind on `float` or on `double`.
pub(crate) fn either(basic: Basic, on_float: Op, on_double: Op) -> Op {
    if basic == Basic::Float { on_float } else { on_double }
}

/// From an integer type, with the rounding mode; narrow ones are represented as an `int` is.
fn from_integer(from: Basic, to: Basic) -> (Op, i32) {
    let is_signed = from.is_signed() || from.size() < 4;
    match (from.size() == 8, is_signed) {
        (false, true) if to == Basic::Double => (Op::FcvtDW, EXACT),
        (false, false) if to == Basic::Double => (Op::FcvtDWu, EXACT),
        (false, true) => (Op::FcvtSW, DYNAMIC),
        (false, false) => (Op::FcvtSWu, DYNAMIC),
        (true, true) => (either(to, Op::FcvtSL, Op::FcvtDL), DYNAMIC),
        (true, false) => (either(to, Op::FcvtSLu, Op::FcvtDLu), DYNAMIC),
    }
}

/// To an integer type of 32 or 64 bits.
fn to_integer(from: Basic, to: Basic) -> Op {
    match (to.size() == 8, to.is_signed()) {
        (false, true) => either(from, Op::FcvtWS, Op::FcvtWD),
        (false, false) => either(from, Op::FcvtWuS, Op::FcvtWuD),
        (true, true) => either(from, Op::FcvtLS, Op::FcvtLD),
        (true, false) => either(from, Op::FcvtLuS, Op::FcvtLuD),
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// The value of an expression of floating type that is known: a constant, its sign, its
    /// conversion from an integer or to another floating type.
    pub(crate) fn floating_constant(&mut self, expr: &'a Expr) -> Option<Floating> {
        let basic = self.scalar(expr.ty.id);
        match &expr.kind {
            ExprKind::Floating(value) => Some(*value),
            ExprKind::Negate(inner) if basic.is_floating() => {
                Some(self.floating_constant(inner)?.negated())
            }
            ExprKind::Convert(inner, Conversion::Floating) => {
                Some(self.floating_constant(inner)?.round(basic))
            }
            ExprKind::Convert(inner, Conversion::IntegerToFloating) => {
                let value = self.constant(inner)?;
                let value = match self.scalar(inner.ty.id) {
                    Basic::UnsignedInt => i128::from(value as u32),
                    Basic::UnsignedLong | Basic::UnsignedLongLong => i128::from(value as u64),
                    _ => i128::from(value),
                };
                Some(Floating::from_integer(value, basic))
            }
            _ => None,
        }
    }

    /// A constant in a floating-point register: zero from `zero`, others from read-only data.
    pub(crate) fn floating_immediate(&mut self, value: Floating, basic: Basic, span: Span) -> Temp {
        if value.bits(basic) == 0 {
            return self.floating_zero(basic);
        }
        let symbol = self.unit.floating_symbol(value, basic, span);
        let address = self.temp();
        let base = self.reg(&address);
        self.emit_fixup(Insn::u(Op::Lui, base, 0), RelocationKind::Hi20, symbol);
        self.free(address);
        let temp = self.temp_in(Kind::Float);
        let target = self.reg(&temp);
        let load = Insn::i(memory::load_op(basic), target, base, 0);
        self.emit_fixup(load, RelocationKind::Lo12I, symbol);
        temp
    }

    fn floating_zero(&mut self, basic: Basic) -> Temp {
        let temp = self.temp_in(Kind::Float);
        let target = self.reg(&temp);
        let op = either(basic, Op::FmvWX, Op::FmvDX);
        self.emit(Insn::i(op, target, Reg::ZERO, 0));
        temp
    }

    /// `left operator right` (C17 6.5.5, 6.5.6).
    pub(crate) fn operate_floating(
        &mut self,
        operator: ArithmeticOperator,
        left: Temp,
        right: Temp,
        basic: Basic,
    ) -> Temp {
        let op = match operator {
            ArithmeticOperator::Multiply => either(basic, Op::FmulS, Op::FmulD),
            ArithmeticOperator::Divide => either(basic, Op::FdivS, Op::FdivD),
            ArithmeticOperator::Subtract => either(basic, Op::FsubS, Op::FsubD),
            _ => either(basic, Op::FaddS, Op::FaddD),
        };
        self.binary(op, left, right)
    }

    /// `-value`.
    pub(crate) fn negate_floating(&mut self, value: Temp, basic: Basic) -> Temp {
        let op = either(basic, Op::FsgnjnS, Op::FsgnjnD);
        self.unary_in(Kind::Float, value, |target, it| Insn::r(op, target, it, it))
    }

    /// An int that is 1 when the comparison holds, or, as the flag says, 1 when it does not. A NaN is
    /// unordered: only `!=` holds of it.
    pub(crate) fn compare_floating(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
        basic: Basic,
    ) -> (Temp, bool) {
        if basic == Basic::LongDouble {
            return (self.compare_wide(operator, left, right), false);
        }
        let first = self.value(left);
        let second = self.value(right);
        let less = either(basic, Op::FltS, Op::FltD);
        let not_more = either(basic, Op::FleS, Op::FleD);
        let equal = either(basic, Op::FeqS, Op::FeqD);
        let comparison = match operator {
            CompareOperator::Less => self.binary(less, first, second),
            CompareOperator::Greater => self.binary(less, second, first),
            CompareOperator::LessEqual => self.binary(not_more, first, second),
            CompareOperator::GreaterEqual => self.binary(not_more, second, first),
            CompareOperator::Equal | CompareOperator::NotEqual => self.binary(equal, first, second),
        };
        (comparison, operator == CompareOperator::NotEqual)
    }

    /// 1 when an expression of floating type is zero, of either sign; else 0.
    pub(crate) fn is_floating_zero(&mut self, expr: &'a Expr) -> Temp {
        let basic = self.scalar(expr.ty.id);
        if basic == Basic::LongDouble {
            return self.is_wide_zero(expr);
        }
        let value = self.value(expr);
        self.equals_zero(value, basic)
    }

    pub(crate) fn equals_zero(&mut self, value: Temp, basic: Basic) -> Temp {
        let zero = self.floating_zero(basic);
        self.binary(either(basic, Op::FeqS, Op::FeqD), value, zero)
    }

    /// A conversion from or to `float` or `double`.
    pub(crate) fn convert_floating(&mut self, value: Temp, from: Basic, to: Basic) -> Temp {
        let (op, rounding) = match (from, to) {
            _ if from == to => return value,
            (Basic::Float, Basic::Double) => (Op::FcvtDS, EXACT),
            (Basic::Double, Basic::Float) => (Op::FcvtSD, DYNAMIC),
            (_, Basic::Bool) => {
                let is_zero = self.equals_zero(value, from);
                return self.inverted(is_zero);
            }
            _ if to.is_floating() => from_integer(from, to),
            _ => (to_integer(from, to), TOWARDS_ZERO),
        };
        let insn = |target, it| Insn::i(op, target, it, rounding);
        let converted = self.unary_in(file(to), value, insn);
        match (to.is_floating(), to.size() < 4) {
            (false, true) => self.convert(converted, wide_as(to), to),
            _ => converted,
        }
    }
}

/// The type of 32 bits that has the sign of a narrow one.
pub(crate) fn wide_as(narrow: Basic) -> Basic {
    if narrow.is_signed() { Basic::Int } else { Basic::UnsignedInt }
}
