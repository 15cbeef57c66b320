//! The arithmetic of constants of 128 bits, which no wider type of the host can hold.

use super::{Constant, Evaluated, Evaluator};
use super::{division_by_zero, overflows, shift_of_negative};
use crate::tree::{ArithmeticOperator, Expr};
use crate::types::Basic;

use ArithmeticOperator::{
    Add, BitAnd, BitOr, BitXor, Divide, Multiply, Remainder, ShiftLeft, ShiftRight, Subtract,
};

/// Both operands have the type of the result. Unsigned numbers wrap (C17 6.2.5p9), signed ones must fit (C17 6.5p5).
pub(super) fn operate(
    expr: &Expr,
    operator: ArithmeticOperator,
    left: i128,
    right: i128,
    basic: Basic,
) -> Evaluated {
    if matches!(operator, Divide | Remainder) && right == 0 {
        return Err(division_by_zero(expr));
    }
    let value = match basic.is_signed() {
        true => signed(operator, left, right),
        false => unsigned(operator, left as u128, right as u128).map(|value| value as i128),
    };
    value.map(Constant::Integer).ok_or_else(|| overflows(expr, basic))
}

impl Evaluator<'_> {
    /// C17 6.5.7p4, p5; the count is less than 128.
    pub(super) fn shifted_int128(
        &self,
        expr: &Expr,
        operator: ArithmeticOperator,
        value: i128,
        count: u32,
    ) -> Evaluated {
        let basic = self.basic(expr)?;
        let shifted = match (operator, basic.is_signed()) {
            (ShiftRight, true) => value >> count,
            (ShiftRight, false) => (value as u128 >> count) as i128,
            (..) if self.shifts_bits => value << count,
            (_, true) if value < 0 => return Err(shift_of_negative(expr, value)),
            (_, true) if value << count >> count != value => return Err(overflows(expr, basic)),
            (..) => value << count,
        };
        Ok(Constant::Integer(shifted))
    }
}

fn signed(operator: ArithmeticOperator, left: i128, right: i128) -> Option<i128> {
    match operator {
        Multiply => left.checked_mul(right),
        Divide => left.checked_div(right),
        Remainder => left.checked_rem(right),
        Add => left.checked_add(right),
        Subtract => left.checked_sub(right),
        BitAnd => Some(left & right),
        BitXor => Some(left ^ right),
        BitOr | ShiftLeft | ShiftRight => Some(left | right),
    }
}

fn unsigned(operator: ArithmeticOperator, left: u128, right: u128) -> Option<u128> {
    match operator {
        Multiply => Some(left.wrapping_mul(right)),
        Divide => left.checked_div(right),
        Remainder => left.checked_rem(right),
        Add => Some(left.wrapping_add(right)),
        Subtract => Some(left.wrapping_sub(right)),
        BitAnd => Some(left & right),
        BitXor => Some(left ^ right),
        BitOr | ShiftLeft | ShiftRight => Some(left | right),
    }
}

impl Basic {
    /// How far a shift by a value of the type goes; what is more than any type has bits is as good as any such number.
    pub(super) fn count(self, value: i128) -> i128 {
        if self == Basic::UnsignedInt128 && value < 0 { i128::MAX } else { value }
    }

    /// The integer of that sign and magnitude, for the type to judge; `None` when it does not even fit 128 bits.
    pub(super) fn of_sign_and_magnitude(
        self,
        (is_negative, magnitude): (bool, u128),
    ) -> Option<i128> {
        match (self, is_negative) {
            (Basic::UnsignedInt128, false) => Some(magnitude as i128),
            (Basic::UnsignedInt128, true) => (magnitude == 0).then_some(0),
            (_, false) => i128::try_from(magnitude).ok(),
            (_, true) => 0i128.checked_sub_unsigned(magnitude),
        }
    }
}
