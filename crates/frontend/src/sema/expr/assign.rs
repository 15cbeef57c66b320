//! Assignment, `++` and `--` (C17 6.5.16, 6.5.2.4, 6.5.3.1).

use source::Span;

use crate::Floating;
use crate::ast::{self, BinaryOperator};
use crate::sema::classify::Classify;
use crate::sema::convert::{Purpose, is_lvalue, is_place};
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{ArithmeticOperator, Expr, ExprKind};
use crate::types::{Basic, Types};

use super::arithmetic::arithmetic_operator;

impl Sema<'_> {
    /// `target = value` (C17 6.5.16.1).
    pub(super) fn assign(&mut self, target: &ast::Expr, value: &ast::Expr, span: Span) -> Expr {
        let target = self.expr(target);
        let value = self.value(value);
        let is_modifiable = self.check_modifiable(&target, "assigned to");
        if !is_modifiable || self.types.is_error(value.ty.id) {
            return error_expr(span);
        }
        let ty = target.ty.id;
        let value = self.convert_for(value, ty, &Purpose::Assign);
        if self.types.is_error(value.ty.id) {
            return value;
        }
        node(ExprKind::Assign(Box::new(target), Box::new(value)), ty, span)
    }

    /// `target op= value` (C17 6.5.16.2).
    pub(super) fn compound_assign(
        &mut self,
        operator: BinaryOperator,
        target: &ast::Expr,
        value: &ast::Expr,
        span: Span,
    ) -> Expr {
        let target = self.expr(target);
        let value = self.value(value);
        let is_modifiable = self.check_modifiable(&target, "assigned to");
        if !is_modifiable || self.types.is_error(value.ty.id) {
            return error_expr(span);
        }
        self.combine(operator, target, value, false, span)
    }

    /// `++x`, `x++` and so on: `x += 1`, with the value before or after it (C17 6.5.2.4p2).
    pub(super) fn step(
        &mut self,
        operand: &ast::Expr,
        operator: BinaryOperator,
        is_postfix: bool,
        span: Span,
    ) -> Expr {
        let target = self.expr(operand);
        let what = match operator {
            BinaryOperator::Add => "incremented",
            _ => "decremented",
        };
        if !self.check_modifiable(&target, what) {
            return error_expr(span);
        }
        if !self.types.is_scalar(target.ty.id) {
            let spelled = self.spell(target.ty);
            let symbol = if operator == BinaryOperator::Add { "++" } else { "--" };
            let wanted = "a number or a pointer";
            return self.reject(messages::bad_operand(span, symbol, &spelled, wanted));
        }
        let real = self.types.as_basic(target.ty.id).or(self.types.complex_part(target.ty.id));
        let one = match real {
            Some(basic) if basic.is_floating() => {
                node(ExprKind::Floating(Floating::ONE), Types::basic(basic), span)
            }
            _ => node(ExprKind::Integer(1), Types::basic(Basic::Int), span),
        };
        self.combine(operator, target, one, is_postfix, span)
    }

    fn combine(
        &mut self,
        operator: BinaryOperator,
        target: Expr,
        value: Expr,
        is_postfix: bool,
        span: Span,
    ) -> Expr {
        if target.ty.qualifiers.is_atomic
            && self.types.is_integer(target.ty.id)
            && let Some(arithmetic) = self.check_compound(operator, &target, &value, span)
        {
            return self.atomic_update(arithmetic, target, value, is_postfix, span);
        }
        let is_sum = matches!(operator, BinaryOperator::Add | BinaryOperator::Subtract);
        if is_sum && self.types.is_pointer(target.ty.id) && self.types.is_integer(value.ty.id) {
            let is_subtraction = operator == BinaryOperator::Subtract;
            return self.move_pointer(target, value, is_subtraction, is_postfix, span);
        }
        let Some(arithmetic) = self.check_compound(operator, &target, &value, span) else {
            return error_expr(span);
        };
        self.warn_division_by_zero(arithmetic, &target, &value, span);
        let ty = target.ty.id;
        let is_shift =
            matches!(arithmetic, ArithmeticOperator::ShiftLeft | ArithmeticOperator::ShiftRight);
        let read = node(ExprKind::Load(Box::new(target.clone())), ty, target.span);
        let (value, compute) = if is_shift {
            (self.promote(value), self.promote(read).ty.id)
        } else {
            let (_, value, compute) = self.usual_operands(arithmetic, read, value);
            (value, compute)
        };
        if self.types.is_error(value.ty.id) {
            return error_expr(span);
        }
        let kind = ExprKind::AssignArithmetic {
            operator: arithmetic,
            target: Box::new(target),
            value: Box::new(value),
            compute,
            is_postfix,
        };
        node(kind, ty, span)
    }

    fn check_compound(
        &mut self,
        operator: BinaryOperator,
        target: &Expr,
        value: &Expr,
        span: Span,
    ) -> Option<ArithmeticOperator> {
        let is_number = |id| self.types.is_arithmetic(id);
        if is_number(target.ty.id) && is_number(value.ty.id) {
            return self.check_operands(operator, target, value, span);
        }
        arithmetic_operator(operator)?;
        let (first, second) = (self.spell(target.ty), self.spell(value.ty));
        let symbol = format!("{}=", operator.spelling());
        let operands = ((target.span, first.as_str()), (value.span, second.as_str()));
        let wanted = "two numbers";
        self.report(messages::bad_operands(span, &symbol, operands.0, operands.1, wanted));
        None
    }

    fn move_pointer(
        &mut self,
        target: Expr,
        index: Expr,
        is_subtraction: bool,
        is_postfix: bool,
        span: Span,
    ) -> Expr {
        let Some(size) = self.element_size(&target) else { return error_expr(span) };
        let ty = target.ty.id;
        let index = self.convert_index(index);
        let (index, size) = self.scaled_index(index, ty, size);
        let index = Box::new(index);
        let target = Box::new(target);
        let kind = ExprKind::AssignPointer { target, index, size, is_subtraction, is_postfix };
        node(kind, ty, span)
    }

    /// Whether an expression is a modifiable lvalue (C17 6.3.2.1p1); says why if not.
    fn check_modifiable(&mut self, target: &Expr, what: &str) -> bool {
        if self.types.is_error(target.ty.id) {
            return false;
        }
        let diagnostic = if self.types.is_function(target.ty.id) {
            messages::not_modifiable(target.span, what, "a function")
        } else if !is_lvalue(target) {
            let is_temporary = is_place(target);
            messages::not_an_lvalue(target.span, what, is_temporary)
        } else if self.types.is_array(target.ty.id) {
            messages::array_modified(target.span, what, self.is_string(target))
        } else if self.types.has_const_part(target.ty) {
            let (name, declared) = self.named_object(target);
            let spelled = self.spell(target.ty);
            messages::const_modified(target.span, what, name.as_deref(), &spelled, declared)
        } else if !self.types.is_complete(target.ty.id) {
            messages::incomplete_value(target.span, &self.spell(target.ty))
        } else {
            return true;
        };
        self.report(diagnostic);
        false
    }

    /// Whether it is an array of characters.
    fn is_string(&self, array: &Expr) -> bool {
        self.types.as_array(array.ty.id).is_some_and(|(of, _)| self.types.is_character(of.id))
    }

    /// The name of the object or member that a place is, and where that is declared.
    fn named_object(&self, place: &Expr) -> (Option<String>, Option<Span>) {
        match &place.kind {
            ExprKind::Local(id) => {
                let Some(body) = &self.body else { return (None, None) };
                let local = body.local(*id);
                (local.name.map(|name| self.text(name).to_string()), Some(local.span))
            }
            ExprKind::Global(id) => {
                let global = &self.globals[id.0 as usize];
                (Some(self.text(global.name).to_string()), Some(global.span))
            }
            ExprKind::Part(whole, _) => self.named_object(whole),
            ExprKind::Member(record, index) => match self.fields(record.ty.id).get(*index) {
                Some(field) if field.ty.qualifiers.is_const => {
                    (field.name.map(|name| self.text(name).to_string()), Some(field.span))
                }
                _ => self.named_object(record),
            },
            _ => (None, None),
        }
    }
}
