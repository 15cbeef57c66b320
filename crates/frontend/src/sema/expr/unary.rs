//! Unary operators (C17 6.5.2.4, 6.5.3).

use source::Span;

use crate::ast::{self, BinaryOperator, UnaryOperator};
use crate::sema::classify::Classify;
use crate::sema::convert::{is_lvalue, is_place};
use crate::sema::{Sema, messages, node};
use crate::tree::{ComplexPart, Expr, ExprKind};
use crate::types::{Basic, Types};

impl Sema<'_> {
    /// A unary operator.
    pub(super) fn unary(
        &mut self,
        operator: UnaryOperator,
        operand: &ast::Expr,
        span: Span,
    ) -> Expr {
        match operator {
            UnaryOperator::AddressOf => self.address_of(operand, span),
            UnaryOperator::Dereference => {
                let pointer = self.value(operand);
                self.dereference(pointer, span)
            }
            UnaryOperator::Plus => self.sign(operand, "+", span),
            UnaryOperator::Minus => self.sign(operand, "-", span),
            UnaryOperator::BitNot => self.bit_not(operand, span),
            UnaryOperator::LogicalNot => self.logical_not(operand, span),
            UnaryOperator::RealPart => self.part(operand, ComplexPart::Real, span),
            UnaryOperator::ImaginaryPart => self.part(operand, ComplexPart::Imaginary, span),
            UnaryOperator::PreIncrement => self.step(operand, BinaryOperator::Add, false, span),
            UnaryOperator::PreDecrement => {
                self.step(operand, BinaryOperator::Subtract, false, span)
            }
            UnaryOperator::PostIncrement => self.step(operand, BinaryOperator::Add, true, span),
            UnaryOperator::PostDecrement => {
                self.step(operand, BinaryOperator::Subtract, true, span)
            }
        }
    }

    /// `+x`, `-x` (C17 6.5.3.3p1, p2).
    fn sign(&mut self, operand: &ast::Expr, operator: &str, span: Span) -> Expr {
        let value = self.value(operand);
        if self.types.is_error(value.ty.id) {
            return value;
        }
        if !self.types.is_arithmetic(value.ty.id) {
            let spelled = self.spell(value.ty);
            return self.reject(messages::bad_operand(span, operator, &spelled, "a number"));
        }
        let value = self.promote(value);
        match operator {
            "+" => value,
            _ => {
                let ty = value.ty;
                self.cut_result(node(ExprKind::Negate(Box::new(value)), ty, span))
            }
        }
    }

    /// `~x` (C17 6.5.3.3p4).
    fn bit_not(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let value = self.value(operand);
        if self.types.is_error(value.ty.id) {
            return value;
        }
        // GNU C: the conjugate of a complex number.
        if !self.types.is_integer(value.ty.id) && !self.types.is_complex(value.ty.id) {
            let spelled = self.spell(value.ty);
            return self.reject(messages::bad_operand(span, "~", &spelled, "an integer"));
        }
        let value = self.promote(value);
        let ty = value.ty;
        self.cut_result(node(ExprKind::BitNot(Box::new(value)), ty, span))
    }

    /// `!x` (C17 6.5.3.3p5).
    fn logical_not(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let value = self.value(operand);
        let value = self.truth(value, |spelled| {
            messages::bad_operand(span, "!", spelled, "a number or a pointer")
        });
        if self.types.is_error(value.ty.id) {
            return value;
        }
        node(ExprKind::LogicalNot(Box::new(value)), Types::basic(Basic::Int), span)
    }

    /// `*p` (C17 6.5.3.2p2, p4).
    pub(super) fn dereference(&mut self, pointer: Expr, span: Span) -> Expr {
        if self.types.is_error(pointer.ty.id) {
            return pointer;
        }
        let Some(to) = self.types.pointee(pointer.ty.id) else {
            let spelled = self.spell(pointer.ty);
            return self.reject(messages::dereference_of_non_pointer(span, &spelled));
        };
        node(ExprKind::Dereference(Box::new(pointer)), to, span)
    }

    /// `&x` (C17 6.5.3.2p1, p3).
    fn address_of(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let operand = self.expr(operand);
        if self.types.is_error(operand.ty.id) {
            return operand;
        }
        if self.types.is_function(operand.ty.id) {
            let value = self.rvalue(operand);
            return Expr { span, ..value };
        }
        if !is_lvalue(&operand) {
            let diagnostic = match is_place(&operand) {
                true => messages::address_of_temporary(span),
                false => messages::address_of_value(span),
            };
            return self.reject(diagnostic);
        }
        if self.bit_field(&operand).is_some() {
            return self.reject(messages::address_of_bit_field(span));
        }
        if let Some((name, declared)) = self.register_of(&operand) {
            let text = self.names.text(name);
            return self.reject(messages::address_of_register(span, text, declared));
        }
        self.take_address(&operand);
        let ty = self.types.pointer(operand.ty);
        match operand.kind {
            // C17 6.5.3.2p3: `&*p` is `p`, `&a[i]` is `a + i`; neither evaluates `*`.
            ExprKind::Dereference(pointer) => Expr { ty: ty.into(), span, ..*pointer },
            _ => node(ExprKind::AddressOf(Box::new(operand)), ty, span),
        }
    }

    /// The `register` object that a place lies in.
    fn register_of(&self, place: &Expr) -> Option<(crate::Name, Span)> {
        let mut place = place;
        while let ExprKind::Member(inner, _) | ExprKind::Part(inner, _) = &place.kind {
            place = inner;
        }
        let ExprKind::Local(id) = place.kind else { return None };
        let body = self.body.as_ref().filter(|body| body.registers.contains(&id))?;
        let local = body.local(id);
        Some((local.name?, local.span))
    }
}
