//! Expressions (C17 6.5): each form of the syntax tree has one function that types it.
//!
//! [`Sema::expr`] gives the expression as it stands (an lvalue stays one), [`Sema::value`] its value.

mod arithmetic;
mod assign;
mod atomic;
mod builtin;
mod call;
mod cast;
mod complex;
mod conditional;
mod floating_builtin;
mod literal;
mod member;
mod name;
mod pointer;
mod selection;
mod size;
mod size_slip;
mod statement;
mod unary;
mod variadic;

use crate::ast::{self, BinaryOperator, ExprKind as Syntax};
use crate::tree::{Expr, ExprKind};
use crate::types::{Basic, Types};

use super::classify::Classify;
use super::{NESTING_MAX, Sema, error_expr, messages, node};

impl Sema<'_> {
    /// An expression, before any conversion.
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Expr {
        if self.depth >= NESTING_MAX {
            return self.reject(messages::nested_too_deep(expr.span));
        }
        self.depth += 1;
        let before = std::mem::take(&mut self.pending);
        let typed = self.expr_kind(expr);
        let typed = self.after_pending(typed);
        self.pending = before;
        self.depth -= 1;
        Expr { span: expr.span, ..typed }
    }

    fn expr_kind(&mut self, expr: &ast::Expr) -> Expr {
        let span = expr.span;
        match &expr.kind {
            Syntax::Name(name) => self.name(*name, span),
            Syntax::Integer(constant) => literal::integer(*constant, span),
            Syntax::Floating(constant) => self.floating(constant, span),
            Syntax::Character(constant) => literal::character(*constant, span),
            Syntax::String(literal) => self.string(literal, span),
            Syntax::Bool(value) => {
                node(ExprKind::Integer(i64::from(*value)), Types::basic(Basic::Bool), span)
            }
            Syntax::Nullptr => {
                let pointer = self.types.pointer(Types::VOID);
                node(ExprKind::Integer(0), pointer, span)
            }
            Syntax::Statement(block) => self.statement_expression(block, span),
            Syntax::LabelAddress(label) => self.label_address(*label, span),
            Syntax::Paren(inner) => self.expr(inner),
            Syntax::Generic(controlling, list) => self.generic(controlling, list, span),
            Syntax::Index(array, index) => self.index(array, index, span),
            Syntax::Call(callee, arguments) => self.call(callee, arguments, span),
            Syntax::Member(record, name) => self.dot(record, *name, span),
            Syntax::Arrow(pointer, name) => self.arrow(pointer, *name, span),
            Syntax::CompoundLiteral(ty, list) => self.compound_literal(ty, list, span),
            Syntax::Unary(operator, operand) => self.unary(*operator, operand, span),
            Syntax::SizeofExpr(operand) => self.sizeof_expr(operand, span),
            Syntax::SizeofType(ty) => self.sizeof_type(ty, span),
            Syntax::AlignofType(ty) => self.alignof_type(ty, span),
            Syntax::AlignofExpr(operand) => self.alignof_expr(operand, span),
            Syntax::Cast(ty, operand) => self.cast(ty, operand, span),
            Syntax::Binary(BinaryOperator::LogicalAnd, left, right) => {
                self.logical(true, left, right, span)
            }
            Syntax::Binary(BinaryOperator::LogicalOr, left, right) => {
                self.logical(false, left, right, span)
            }
            Syntax::Binary(operator, left, right) => self.binary(*operator, left, right, span),
            Syntax::Conditional(condition, then, otherwise) => {
                self.conditional(condition, then, otherwise, span)
            }
            Syntax::OrElse(condition, otherwise) => self.or_else(condition, otherwise, span),
            Syntax::Assign(None, target, value) => self.assign(target, value, span),
            Syntax::Assign(Some(operator), target, value) => {
                self.compound_assign(*operator, target, value, span)
            }
            Syntax::Comma(left, right) => self.comma(left, right, span),
            Syntax::VaStart(list, last) => self.va_start(list, last.as_deref(), span),
            Syntax::VaArg(list, ty) => self.va_arg(list, ty, span),
            Syntax::VaEnd(list) => self.va_end(list, span),
            Syntax::VaCopy(to, from) => self.va_copy(to, from, span),
            Syntax::TypesCompatible(first, second) => self.types_compatible(first, second, span),
            Syntax::Choose(condition, then, otherwise) => {
                self.choose_expression(condition, then, otherwise)
            }
            Syntax::Offsetof(ty, designators) => self.offsetof(ty, designators, span),
            Syntax::Error => error_expr(span),
        }
    }

    /// The value of an expression; void is an error (C17 6.3.2.2).
    pub(super) fn value(&mut self, expr: &ast::Expr) -> Expr {
        let value = self.value_or_void(expr);
        if !self.types.is_void(value.ty.id) {
            return value;
        }
        let callee = match &value.kind {
            crate::tree::ExprKind::Call { callee, .. } => self.called_function(callee),
            _ => None,
        };
        let callee = callee.map(|id| {
            let function = &self.functions[id.0 as usize];
            (self.text(function.name), function.span)
        });
        self.reject(messages::void_value(value.span, callee))
    }

    /// The value of an expression, or an expression of type void.
    pub(super) fn value_or_void(&mut self, expr: &ast::Expr) -> Expr {
        let expr = self.expr(expr);
        self.rvalue(expr)
    }

    /// What `check` gives for an operand that is not evaluated (C17 6.5.3.4p2): objects that it would have made
    /// are not made, and no address counts as taken.
    pub(super) fn unevaluated<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> T {
        let counts = |sema: &Self| {
            (
                sema.strings.len(),
                sema.body.as_ref().map_or(0, |body| body.locals.len()),
                sema.body.as_ref().and_then(|b| b.blocks.last()).map_or(0, |block| block.len()),
            )
        };
        let (strings, locals, block_locals) = counts(self);
        self.unevaluated_depth += 1;
        let result = check(self);
        self.unevaluated_depth -= 1;
        self.strings.truncate(strings);
        if let Some(body) = &mut self.body {
            body.locals.truncate(locals);
            if let Some(block) = body.blocks.last_mut() {
                block.truncate(block_locals);
            }
        }
        result
    }
}

/// An expression without the parentheses around it.
pub(super) fn peel(expr: &ast::Expr) -> &ast::Expr {
    let mut expr = expr;
    while let Syntax::Paren(inner) = &expr.kind {
        expr = inner;
    }
    expr
}

pub(super) use literal::{element_type, string_bytes};
