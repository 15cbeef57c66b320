//! Arithmetic, comparison and pointer arithmetic.

use frontend::tree::{ArithmeticOperator, CompareOperator, Expr};
use frontend::types::Basic;
use image::access::Event;
use riscv::{Format, Insn, Op, Reg};
use source::Span;

use crate::floating::DYNAMIC;
use crate::function::FunctionGenerator;
use crate::immediate::fits;
use crate::registers::Temp;

/// A right operand: a constant that an instruction can hold, or a register.
pub(crate) enum Operand {
    Constant(i64),
    Temp(Temp),
}

/// The instruction of an operator: on 64 bits, on 32 bits.
///
/// **Rule**: C17 6.5.5 to 6.5.12; unsigned right shifts bring zeros, signed ones the sign
/// (implementation-defined, C17 6.5.7p5).
pub(crate) fn register_op(operator: ArithmeticOperator, basic: Basic) -> Op {
    use ArithmeticOperator as A;
    let (wide, word) = match (operator, basic.is_signed()) {
        (A::Multiply, _) => (Op::Mul, Op::Mulw),
        (A::Divide, true) => (Op::Div, Op::Divw),
        (A::Divide, false) => (Op::Divu, Op::Divuw),
        (A::Remainder, true) => (Op::Rem, Op::Remw),
        (A::Remainder, false) => (Op::Remu, Op::Remuw),
        (A::Add, _) => (Op::Add, Op::Addw),
        (A::Subtract, _) => (Op::Sub, Op::Subw),
        (A::ShiftLeft, _) => (Op::Sll, Op::Sllw),
        (A::ShiftRight, true) => (Op::Sra, Op::Sraw),
        (A::ShiftRight, false) => (Op::Srl, Op::Srlw),
        (A::BitAnd, _) => (Op::And, Op::And),
        (A::BitXor, _) => (Op::Xor, Op::Xor),
        (A::BitOr, _) => (Op::Or, Op::Or),
    };
    if basic.size() == 8 { wide } else { word }
}

/// The instruction and immediate of an operator with a constant right operand, if there is one.
fn immediate_op(operator: ArithmeticOperator, basic: Basic, value: i64) -> Option<(Op, i32)> {
    use ArithmeticOperator as A;
    let is_wide = basic.size() == 8;
    let value = if operator == A::Subtract { value.checked_neg()? } else { value };
    let is_shift = matches!(operator, A::ShiftLeft | A::ShiftRight);
    let is_in_range =
        if is_shift { (0..basic.size() as i64 * 8).contains(&value) } else { fits(value) };
    let (wide, word) = match (operator, basic.is_signed()) {
        (A::Add | A::Subtract, _) => (Op::Addi, Op::Addiw),
        (A::ShiftLeft, _) => (Op::Slli, Op::Slliw),
        (A::ShiftRight, true) => (Op::Srai, Op::Sraiw),
        (A::ShiftRight, false) => (Op::Srli, Op::Srliw),
        (A::BitAnd, _) => (Op::Andi, Op::Andi),
        (A::BitXor, _) => (Op::Xori, Op::Xori),
        (A::BitOr, _) => (Op::Ori, Op::Ori),
        (A::Multiply | A::Divide | A::Remainder, _) => return None,
    };
    is_in_range.then_some((if is_wide { wide } else { word }, value as i32))
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// The right operand of an operator, in the form in which its instruction takes it.
    pub(crate) fn operand(
        &mut self,
        operator: ArithmeticOperator,
        expr: &'a Expr,
        basic: Basic,
    ) -> Operand {
        match self.constant(expr) {
            Some(value) if immediate_op(operator, basic, value).is_some() => {
                Operand::Constant(value)
            }
            // Only how far a shift goes may have more bits than the result: none that counts.
            _ if self.is_int128(expr.ty.id) => Operand::Temp(self.low_word(expr)),
            _ => Operand::Temp(self.value(expr)),
        }
    }

    /// `left operator right`, computed in a type of 32 or 64 bits.
    pub(crate) fn operate(
        &mut self,
        operator: ArithmeticOperator,
        left: Temp,
        right: Operand,
        basic: Basic,
    ) -> Temp {
        match right {
            Operand::Constant(value) => match immediate_op(operator, basic, value) {
                Some((op, imm)) => self.unary(left, |target, it| Insn::i(op, target, it, imm)),
                None => left,
            },
            Operand::Temp(right) if basic.is_floating() => {
                self.operate_floating(operator, left, right, basic)
            }
            Operand::Temp(right) => self.binary(register_op(operator, basic), left, right),
        }
    }

    /// One instruction on two operands, with its rounding mode if it has one.
    pub(crate) fn binary(&mut self, op: Op, left: Temp, right: Temp) -> Temp {
        let (first, second) = (self.reg(&left), self.reg(&right));
        self.free(left);
        self.free(right);
        let temp = self.temp_in(op.kinds().0);
        let target = self.reg(&temp);
        let rounding = if op.row().format == Format::FloatRound { DYNAMIC } else { 0 };
        self.emit(Insn::new(op, target, first, second, rounding));
        temp
    }

    /// `left operator right` as an int, 0 or 1 (C17 6.5.8, 6.5.9).
    pub(crate) fn compare(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
    ) -> Temp {
        let basic = self.scalar(left.ty.id);
        if basic.is_int128() {
            return self.compare_pairs(operator, left, right, basic);
        }
        if basic.is_floating() {
            let (comparison, is_inverse) = self.compare_floating(operator, left, right, basic);
            return if is_inverse { self.inverted(comparison) } else { comparison };
        }
        let less = if basic.is_signed() { Op::Slt } else { Op::Sltu };
        let first = self.value(left);
        let second = self.value(right);
        match operator {
            CompareOperator::Less => self.binary(less, first, second),
            CompareOperator::Greater => self.binary(less, second, first),
            CompareOperator::LessEqual => {
                let greater = self.binary(less, second, first);
                self.inverted(greater)
            }
            CompareOperator::GreaterEqual => {
                let smaller = self.binary(less, first, second);
                self.inverted(smaller)
            }
            CompareOperator::Equal => {
                let difference = self.binary(Op::Sub, first, second);
                self.is_zero(difference)
            }
            CompareOperator::NotEqual => {
                let difference = self.binary(Op::Sub, first, second);
                self.unary(difference, |to, from| Insn::r(Op::Sltu, to, Reg::ZERO, from))
            }
        }
    }

    /// 0 for 1, and 1 for 0.
    pub(crate) fn inverted(&mut self, truth: Temp) -> Temp {
        self.unary(truth, |to, from| Insn::i(Op::Xori, to, from, 1))
    }

    /// 1 for zero, 0 for anything else.
    pub(crate) fn is_zero(&mut self, value: Temp) -> Temp {
        self.unary(value, |target, it| Insn::i(Op::Sltiu, target, it, 1))
    }

    /// What `index` elements of `size` bytes come to: to be added to a pointer, or subtracted from
    /// it.
    pub(crate) fn displacement(
        &mut self,
        index: &'a Expr,
        size: u64,
        is_subtraction: bool,
    ) -> Operand {
        let sign = if is_subtraction { -1 } else { 1 };
        let constant =
            self.constant(index).and_then(|it| it.checked_mul(size as i64)?.checked_mul(sign));
        if let Some(value) = constant {
            return Operand::Constant(value);
        }
        let index = self.value(index);
        Operand::Temp(self.scale(index, size))
    }

    fn scale(&mut self, index: Temp, size: u64) -> Temp {
        if size.is_power_of_two() {
            let shift = size.trailing_zeros() as i32;
            return match shift {
                0 => index,
                _ => self.unary(index, |target, it| Insn::i(Op::Slli, target, it, shift)),
            };
        }
        let factor = self.immediate(size as i64);
        self.binary(Op::Mul, index, factor)
    }

    /// `pointer + displacement` (C17 6.5.6p8), with its row on the addition.
    pub(crate) fn move_pointer(
        &mut self,
        pointer: Temp,
        displacement: Operand,
        is_subtraction: bool,
        span: Span,
    ) -> Temp {
        let offset = match displacement {
            Operand::Constant(0) => return pointer,
            Operand::Constant(value) => {
                return self.displace(pointer, value, span, |target, base| Event::Arithmetic {
                    target,
                    base,
                });
            }
            Operand::Temp(offset) => offset,
        };
        let (base, second) = (self.reg(&pointer), self.reg(&offset));
        self.free(pointer);
        self.free(offset);
        let temp = self.temp();
        let target = self.reg(&temp);
        let op = if is_subtraction { Op::Sub } else { Op::Add };
        self.emit_row(Insn::r(op, target, base, second), Event::Arithmetic { target, base }, span);
        temp
    }

    /// `left - right` in elements (C17 6.5.6p9).
    pub(crate) fn difference(&mut self, left: &'a Expr, right: &'a Expr, size: u64) -> Temp {
        let first = self.value(left);
        let second = self.value(right);
        let bytes = self.binary(Op::Sub, first, second);
        if size.is_power_of_two() {
            let shift = size.trailing_zeros() as i32;
            return match shift {
                0 => bytes,
                _ => self.unary(bytes, |target, it| Insn::i(Op::Srai, target, it, shift)),
            };
        }
        let divisor = self.immediate(size as i64);
        self.binary(Op::Div, bytes, divisor)
    }

    /// A constant in a temporary.
    pub(crate) fn immediate(&mut self, value: i64) -> Temp {
        let temp = self.temp();
        let target = self.reg(&temp);
        self.load_immediate(target, value);
        temp
    }
}
