//! Numbers of 128 bits in pairs of registers: the operations that take a few instructions.

use frontend::tree::{ArithmeticOperator, CompareOperator, Expr};
use frontend::types::{Basic, BitRange};
use riscv::{Insn, Op, Reg};

use crate::function::FunctionGenerator;
use crate::registers::Temp;

/// A number in two registers.
pub(crate) struct Pair {
    pub(crate) low: Temp,
    pub(crate) high: Temp,
}

impl<'a> FunctionGenerator<'_, 'a> {
    pub(crate) fn masked_pair(&mut self, value: Pair, mask: u128) -> Pair {
        let mask =
            Pair { low: self.immediate(mask as i64), high: self.immediate((mask >> 64) as i64) };
        self.each(Op::And, value, mask)
    }

    /// The value of a bit-field from its storage unit, or of what is stored into one.
    pub(crate) fn extract_pair(&mut self, unit: Pair, bits: BitRange, basic: Basic) -> Pair {
        let right = 128u32.saturating_sub(bits.width.into());
        let left = right.saturating_sub(bits.offset.into());
        let unit = self.shifted_pair(ArithmeticOperator::ShiftLeft, unit, left, false);
        self.shifted_pair(ArithmeticOperator::ShiftRight, unit, right, basic.is_signed())
    }

    pub(crate) fn free_pair(&mut self, value: Pair) {
        self.free(value.low);
        self.free(value.high);
    }

    pub(crate) fn duplicate_pair(&mut self, value: &Pair) -> Pair {
        Pair { low: self.duplicate(&value.low), high: self.duplicate(&value.high) }
    }

    /// An operation on each half.
    pub(crate) fn each(&mut self, op: Op, left: Pair, right: Pair) -> Pair {
        let low = self.binary(op, left.low, right.low);
        Pair { low, high: self.binary(op, left.high, right.high) }
    }

    /// One instruction on two operands, which stay.
    pub(crate) fn of_both(&mut self, op: Op, left: &Temp, right: &Temp) -> Temp {
        let (first, second) = (self.reg(left), self.reg(right));
        let temp = self.temp();
        let target = self.reg(&temp);
        self.emit(Insn::r(op, target, first, second));
        temp
    }

    /// The carry is where the sum is less than a summand.
    pub(crate) fn add_pairs(&mut self, left: Pair, right: Pair) -> Pair {
        let low = self.of_both(Op::Add, &left.low, &right.low);
        let carry = self.of_both(Op::Sltu, &low, &right.low);
        self.free(left.low);
        self.free(right.low);
        let high = self.binary(Op::Add, left.high, right.high);
        Pair { low, high: self.binary(Op::Add, high, carry) }
    }

    pub(crate) fn subtract_pairs(&mut self, left: Pair, right: Pair) -> Pair {
        let borrow = self.of_both(Op::Sltu, &left.low, &right.low);
        let low = self.binary(Op::Sub, left.low, right.low);
        let high = self.binary(Op::Sub, left.high, right.high);
        Pair { low, high: self.binary(Op::Sub, high, borrow) }
    }

    pub(crate) fn negated_pair(&mut self, value: Pair) -> Pair {
        let zero = Pair { low: self.immediate(0), high: self.immediate(0) };
        self.subtract_pairs(zero, value)
    }

    /// The high halves count only in the high half of the product.
    pub(crate) fn multiply_pairs(&mut self, left: Pair, right: Pair) -> Pair {
        let first = self.of_both(Op::Mul, &left.low, &right.high);
        self.free(right.high);
        let second = self.of_both(Op::Mul, &left.high, &right.low);
        self.free(left.high);
        let crossed = self.binary(Op::Add, first, second);
        let carried = self.of_both(Op::Mulhu, &left.low, &right.low);
        let high = self.binary(Op::Add, crossed, carried);
        Pair { low: self.binary(Op::Mul, left.low, right.low), high }
    }

    /// A shift by a number less than 128; `is_signed` says what comes in from the left.
    pub(crate) fn shifted_pair(
        &mut self,
        operator: ArithmeticOperator,
        value: Pair,
        count: u32,
        is_signed: bool,
    ) -> Pair {
        let is_left = operator == ArithmeticOperator::ShiftLeft;
        let Pair { low, high } = value;
        let (near, far, out, back) = match is_left {
            true => (low, high, Op::Slli, Op::Srli),
            false => (high, low, if is_signed { Op::Srai } else { Op::Srli }, Op::Slli),
        };
        let (near, far) = match count {
            0 => (near, far),
            1..=63 => self.shifted_within(near, far, count as i32, (out, back, is_left)),
            _ => self.shifted_across(near, far, count as i32 - 64, out),
        };
        if is_left { Pair { low: near, high: far } } else { Pair { low: far, high: near } }
    }

    /// Each half by less than its width; what leaves the near one enters the far one.
    pub(crate) fn shifted_within(
        &mut self,
        near: Temp,
        far: Temp,
        count: i32,
        (out, back, is_left): (Op, Op, bool),
    ) -> (Temp, Temp) {
        let copy = self.duplicate(&near);
        let moved = self.unary(copy, |target, it| Insn::i(back, target, it, 64 - count));
        let within = if is_left { Op::Slli } else { Op::Srli };
        let far = self.unary(far, |target, it| Insn::i(within, target, it, count));
        let far = self.binary(Op::Or, far, moved);
        (self.unary(near, |target, it| Insn::i(out, target, it, count)), far)
    }

    /// The near half becomes the far one, and zeros or signs take its place.
    pub(crate) fn shifted_across(
        &mut self,
        near: Temp,
        far: Temp,
        count: i32,
        out: Op,
    ) -> (Temp, Temp) {
        self.free(far);
        let rest = match out {
            Op::Srai => {
                let copy = self.duplicate(&near);
                self.unary(copy, |target, it| Insn::i(Op::Srai, target, it, 63))
            }
            _ => self.immediate(0),
        };
        let far = match count {
            0 => near,
            _ => self.unary(near, |target, it| Insn::i(out, target, it, count)),
        };
        (rest, far)
    }

    /// Whether `left < right`, as 1 or 0.
    pub(crate) fn less_pair(&mut self, left: Pair, right: Pair, is_signed: bool) -> Temp {
        let less = if is_signed { Op::Slt } else { Op::Sltu };
        let low = self.binary(Op::Sltu, left.low, right.low);
        let high = self.of_both(less, &left.high, &right.high);
        let difference = self.binary(Op::Sub, left.high, right.high);
        let is_same = self.is_zero(difference);
        let low = self.binary(Op::And, low, is_same);
        self.binary(Op::Or, low, high)
    }

    /// A comparison as an int, 0 or 1 (C17 6.5.8, 6.5.9).
    pub(crate) fn compare_pairs(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
        basic: Basic,
    ) -> Temp {
        use CompareOperator as C;
        let first = self.pair(left);
        let second = self.pair(right);
        let is_signed = basic.is_signed();
        match operator {
            C::Less => self.less_pair(first, second, is_signed),
            C::Greater => self.less_pair(second, first, is_signed),
            C::LessEqual => {
                let is_greater = self.less_pair(second, first, is_signed);
                self.inverted(is_greater)
            }
            C::GreaterEqual => {
                let is_less = self.less_pair(first, second, is_signed);
                self.inverted(is_less)
            }
            C::Equal => {
                let difference = self.difference_of_pairs(first, second);
                self.is_zero(difference)
            }
            C::NotEqual => {
                let difference = self.difference_of_pairs(first, second);
                self.unary(difference, |to, from| Insn::r(Op::Sltu, to, Reg::ZERO, from))
            }
        }
    }

    /// A number that is zero exactly when two values are the same.
    pub(crate) fn difference_of_pairs(&mut self, left: Pair, right: Pair) -> Temp {
        let Pair { low, high } = self.each(Op::Xor, left, right);
        self.binary(Op::Or, low, high)
    }

    /// A constant of 128 bits.
    pub(crate) fn immediate_pair(&mut self, value: i128) -> Pair {
        Pair { low: self.immediate(value as i64), high: self.immediate((value >> 64) as i64) }
    }

    /// A number that is zero exactly when a value lies in a range; the value stays.
    pub(crate) fn is_outside(&mut self, value: &Pair, low: i128, high: i128, basic: Basic) -> Temp {
        if low == high {
            let copy = self.duplicate_pair(value);
            let constant = self.immediate_pair(low);
            return self.difference_of_pairs(copy, constant);
        }
        let copy = self.duplicate_pair(value);
        let least = self.immediate_pair(low);
        let is_below = self.less_pair(copy, least, basic.is_signed());
        let copy = self.duplicate_pair(value);
        let greatest = self.immediate_pair(high);
        let is_above = self.less_pair(greatest, copy, basic.is_signed());
        self.binary(Op::Or, is_below, is_above)
    }
}
