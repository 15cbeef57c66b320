//! The arithmetic of constants: integers in the range of their type, floating values in its
//! precision ([`Floating`]).

use super::{Constant, Evaluated, Evaluator, int128};
use super::{
    address_arithmetic, division_by_zero, does_not_fit, not_constant, shift_count,
    shift_of_negative,
};
use crate::Floating;
use crate::tree::{ArithmeticOperator, Expr};
use crate::types::Basic;

use ArithmeticOperator::{
    Add, BitAnd, BitOr, BitXor, Divide, Multiply, Remainder, ShiftLeft, ShiftRight, Subtract,
};

impl Evaluator<'_> {
    pub(super) fn arithmetic(
        &self,
        expr: &Expr,
        operator: ArithmeticOperator,
        left_expr: &Expr,
        right_expr: &Expr,
    ) -> Evaluated {
        let basic = self.basic(expr)?;
        match (self.value(left_expr)?, self.value(right_expr)?) {
            (Constant::Integer(left), Constant::Integer(right)) => match operator {
                ShiftLeft | ShiftRight => {
                    let count = self.basic(right_expr)?.count(right);
                    self.shift(expr, operator, left, count)
                }
                _ => self.integers(expr, operator, left, right, basic),
            },
            (Constant::Floating(left), Constant::Floating(right)) => {
                let value = Floating::operate(operator, (left, right), basic);
                value.map(Constant::Floating).ok_or_else(|| not_constant(expr))
            }
            _ => Err(address_arithmetic(expr)),
        }
    }

    /// Both operands have the type of the result, so nothing here leaves 128 bits but a product.
    pub(super) fn integers(
        &self,
        expr: &Expr,
        operator: ArithmeticOperator,
        left: i128,
        right: i128,
        basic: Basic,
    ) -> Evaluated {
        if basic.is_int128() {
            return int128::operate(expr, operator, left, right, basic);
        }
        let value = match operator {
            Divide | Remainder if right == 0 => return Err(division_by_zero(expr)),
            // C17 6.5.5p6: the remainder is undefined where the quotient does not fit.
            Remainder if !basic.can_hold(left / right) => left / right,
            Remainder => left % right,
            Divide => left / right,
            Multiply => left.wrapping_mul(right),
            Add => left + right,
            Subtract => left - right,
            BitAnd => left & right,
            BitXor => left ^ right,
            BitOr | ShiftLeft | ShiftRight => left | right,
        };
        self.in_range(value, basic, expr)
    }

    /// C17 6.5.7p3 to p5.
    fn shift(
        &self,
        expr: &Expr,
        operator: ArithmeticOperator,
        value: i128,
        count: i128,
    ) -> Evaluated {
        let basic = self.basic(expr)?;
        if !(0..i128::from(basic.size() * 8)).contains(&count) {
            return Err(shift_count(expr, count, basic));
        }
        match operator {
            _ if basic.is_int128() => self.shifted_int128(expr, operator, value, count as u32),
            ShiftRight => self.in_range(value >> count, basic, expr),
            _ if self.shifts_bits => Ok(Constant::Integer(basic.wrap(value << count))),
            _ if value < 0 => Err(shift_of_negative(expr, value)),
            _ => self.in_range(value << count, basic, expr),
        }
    }

    /// `-value`.
    pub(super) fn negated(&self, value: i128, basic: Basic, expr: &Expr) -> Evaluated {
        if basic.is_int128() {
            return int128::operate(expr, Subtract, 0, value, basic);
        }
        self.in_range(-value, basic, expr)
    }

    /// The value in its type: unsigned ones wrap (C17 6.2.5p9), signed ones must fit (C17 6.5p5).
    pub(super) fn in_range(&self, value: i128, basic: Basic, expr: &Expr) -> Evaluated {
        if basic.is_signed() && !basic.can_hold(value) {
            return Err(does_not_fit(expr, &value.to_string(), basic));
        }
        Ok(Constant::Integer(basic.wrap(value)))
    }
}

impl Basic {
    /// The value that 64 bits extended as the type says stand for.
    pub(crate) fn widen(self, value: i64) -> i128 {
        match self.is_signed() {
            true => i128::from(value),
            false => i128::from(value as u64),
        }
    }

    /// A value cut to the type's width and extended again as the type says (C17 6.3.1.3).
    pub(crate) fn wrap(self, value: i128) -> i128 {
        let unused = 128 - 8 * self.size().min(16) as u32;
        match self.is_signed() {
            _ if self == Basic::Bool => i128::from(value != 0),
            true => value << unused >> unused,
            false => ((value as u128) << unused >> unused) as i128,
        }
    }

    /// How two values of the type lie to each other.
    pub(crate) fn order(self, left: i128, right: i128) -> std::cmp::Ordering {
        match self {
            Basic::UnsignedInt128 => (left as u128).cmp(&(right as u128)),
            _ => left.cmp(&right),
        }
    }

    /// Whether a value is in the range of an integer type; every one is bits of `unsigned __int128`.
    pub(crate) fn can_hold(self, value: i128) -> bool {
        match (self, self.size().min(8) * 8) {
            _ if self.is_int128() => true,
            (Basic::Bool, _) => (0..=1).contains(&value),
            (_, width) if self.is_signed() => {
                (-(1i128 << (width - 1))..1i128 << (width - 1)).contains(&value)
            }
            (_, width) => (0..1i128 << width).contains(&value),
        }
    }
}
