//! What floating-point instructions do that no operator of C stands for.
//!
//! **Rule**: RISC-V unprivileged "F", "D" and "Zicsr".

use frontend::tree::{Expr, FloatingControl};
use riscv::{Insn, Kind, Op, Reg};

use crate::floating::{DYNAMIC, either};
use crate::function::FunctionGenerator;
use crate::registers::Temp;

/// The number of a field of `fcsr` as a register of its own.
fn number(field: FloatingControl) -> i32 {
    match field {
        FloatingControl::Flags => 1,
        FloatingControl::Rounding => 2,
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    pub(crate) fn square_root(&mut self, operand: &'a Expr) -> Temp {
        let op = either(self.scalar(operand.ty.id), Op::FsqrtS, Op::FsqrtD);
        let value = self.value(operand);
        self.unary_in(Kind::Float, value, |target, it| Insn::i(op, target, it, DYNAMIC))
    }

    /// `x * y + z`, of the three operands in order.
    pub(crate) fn multiply_add(&mut self, operands: &'a [Expr]) -> Option<Temp> {
        let [x, y, z] = operands else { return None };
        let op = either(self.scalar(x.ty.id), Op::FmaddS, Op::FmaddD);
        let [x, y, z] = [x, y, z].map(|operand| self.value(operand));
        let (first, second, third) = (self.reg(&x), self.reg(&y), self.reg(&z));
        [x, y, z].into_iter().for_each(|temp| self.free(temp));
        let temp = self.temp_in(Kind::Float);
        let target = self.reg(&temp);
        let addend = (third.index() as i32) << 3 | DYNAMIC;
        self.emit(Insn::new(op, target, first, second, addend));
        Some(temp)
    }

    pub(crate) fn read_control(&mut self, field: FloatingControl) -> Temp {
        let temp = self.temp();
        let target = self.reg(&temp);
        self.emit(Insn::i(Op::Csrrs, target, Reg::ZERO, number(field)));
        temp
    }

    pub(crate) fn write_control(&mut self, field: FloatingControl, value: &'a Expr) {
        let value = self.value(value);
        let from = self.reg(&value);
        self.free(value);
        self.emit(Insn::i(Op::Csrrw, Reg::ZERO, from, number(field)));
    }
}
