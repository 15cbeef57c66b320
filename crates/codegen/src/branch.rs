//! Conditions: branches on scalar expressions, and the operators that evaluate an operand only
//! sometimes.

use frontend::tree::{CompareOperator, Conversion, Expr, ExprKind};
use frontend::types::Types;
use riscv::{Kind, Op, Reg};

use crate::floating::file;
use crate::function::FunctionGenerator;
use crate::labels::{Item, Label, inverse};
use crate::registers::Temp;

impl<'a> FunctionGenerator<'_, 'a> {
    /// Goes to `target` when the expression is not zero, or when it is, as `when` says; otherwise
    /// on.
    ///
    /// Nothing may be alive in a register only: whoever branches within an expression spills first.
    pub(crate) fn branch(&mut self, expr: &'a Expr, target: Label, when: bool) {
        if let Some(value) = self.constant(expr) {
            if (value != 0) == when {
                self.push(Item::Jump(target));
            }
            return;
        }
        match &expr.kind {
            ExprKind::LogicalNot(inner) | ExprKind::Convert(inner, Conversion::ToBool)
                if !self.is_complex(inner.ty.id) =>
            {
                let is_not = matches!(expr.kind, ExprKind::LogicalNot(_));
                self.branch(inner, target, when != is_not);
            }
            ExprKind::Compare(operator, left, right) => {
                self.branch_on_comparison(*operator, left, right, target, when);
            }
            ExprKind::LogicalAnd(left, right) => {
                self.branch_on_both(left, right, target, when, true)
            }
            ExprKind::LogicalOr(left, right) => {
                self.branch_on_both(left, right, target, when, false)
            }
            _ if self.scalar(expr.ty.id).is_floating() => {
                let is_zero = self.is_floating_zero(expr);
                self.branch_on_truth(is_zero, target, !when);
            }
            _ if self.is_int128(expr.ty.id) => {
                let value = self.either_word(expr);
                self.branch_on_truth(value, target, when);
            }
            _ => {
                let value = self.value(expr);
                self.branch_on_truth(value, target, when);
            }
        }
    }

    /// Goes to `target` when the value is not zero, or when it is, as `when` says.
    pub(crate) fn branch_on_truth(&mut self, value: Temp, target: Label, when: bool) {
        let left = self.reg(&value);
        self.free(value);
        let op = if when { Op::Bne } else { Op::Beq };
        self.push(Item::Branch { op, left, right: Reg::ZERO, target });
    }

    fn branch_on_comparison(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
        target: Label,
        when: bool,
    ) {
        if self.is_complex(left.ty.id) {
            let truth = self.compare_complex(operator, left, right);
            return self.branch_on_truth(truth, target, when);
        }
        let basic = self.scalar(left.ty.id);
        if basic.is_int128() {
            let truth = self.compare_pairs(operator, left, right, basic);
            return self.branch_on_truth(truth, target, when);
        }
        if basic.is_floating() {
            let (truth, is_inverse) = self.compare_floating(operator, left, right, basic);
            return self.branch_on_truth(truth, target, when != is_inverse);
        }
        let first = self.value(left);
        let second = match self.constant(right) {
            Some(0) => None,
            _ => Some(self.value(right)),
        };
        let left = self.reg(&first);
        let right = second.as_ref().map_or(Reg::ZERO, |temp| self.reg(temp));
        self.free(first);
        if let Some(second) = second {
            self.free(second);
        }
        let (less, not_less) =
            if basic.is_signed() { (Op::Blt, Op::Bge) } else { (Op::Bltu, Op::Bgeu) };
        let (op, left, right) = match operator {
            CompareOperator::Less => (less, left, right),
            CompareOperator::Greater => (less, right, left),
            CompareOperator::LessEqual => (not_less, right, left),
            CompareOperator::GreaterEqual => (not_less, left, right),
            CompareOperator::Equal => (Op::Beq, left, right),
            CompareOperator::NotEqual => (Op::Bne, left, right),
        };
        let op = if when { op } else { inverse(op) };
        self.push(Item::Branch { op, left, right, target });
    }

    /// `left && right`, or with `is_and` false `left || right` (C17 6.5.13, 6.5.14).
    fn branch_on_both(
        &mut self,
        left: &'a Expr,
        right: &'a Expr,
        target: Label,
        when: bool,
        is_and: bool,
    ) {
        if when != is_and {
            self.branch(left, target, when);
            self.branch(right, target, when);
            return;
        }
        let skip = self.code.label();
        self.branch(left, skip, !when);
        self.branch(right, target, when);
        self.join(skip);
    }

    /// `left && right` and `left || right` as an int.
    pub(crate) fn logical(&mut self, expr: &'a Expr) -> Temp {
        self.spill_all();
        let (on_false, end) = (self.code.label(), self.code.label());
        self.branch(expr, on_false, false);
        let one = self.immediate(1);
        self.leave_result(one);
        self.push(Item::Jump(end));
        self.join(on_false);
        let zero = self.immediate(0);
        self.leave_result(zero);
        self.join(end);
        self.take_result(Kind::Integer)
    }

    /// `condition ? then : otherwise` (C17 6.5.15) of scalar or void type.
    pub(crate) fn conditional(
        &mut self,
        condition: &'a Expr,
        then: &'a Expr,
        otherwise: &'a Expr,
        is_wanted: bool,
    ) -> Option<Temp> {
        self.spill_all();
        let (on_false, end) = (self.code.label(), self.code.label());
        self.branch(condition, on_false, false);
        self.arm(then, is_wanted);
        self.push(Item::Jump(end));
        self.join(on_false);
        self.arm(otherwise, is_wanted);
        self.join(end);
        let file = file(self.scalar(then.ty.id));
        is_wanted.then(|| self.take_result(file))
    }

    fn arm(&mut self, expr: &'a Expr, is_wanted: bool) {
        if is_wanted && expr.ty.id != Types::VOID {
            let value = self.value(expr);
            self.leave_result(value);
        } else {
            self.discard(expr);
        }
    }
}
