//! `va_start`, `va_arg`, `va_end`, `va_copy` (C17 7.16.1); a `va_list` is a `void *` (RISC-V psABI).

use source::Span;

use crate::ast;
use crate::sema::classify::Classify;
use crate::sema::convert::{Purpose, is_lvalue};
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind};
use crate::types::{Basic, Types};

impl Sema<'_> {
    /// The lvalue of a `va_list` operand.
    fn va_list(&mut self, list: &ast::Expr) -> Option<Expr> {
        let list = self.expr(list);
        if self.types.is_error(list.ty.id) {
            return None;
        }
        let is_list = self.types.pointee(list.ty.id).is_some_and(|to| self.types.is_void(to.id));
        if !is_list || !is_lvalue(&list) {
            let spelled = self.spell(list.ty);
            self.report(messages::not_a_va_list(list.span, &spelled));
            return None;
        }
        Some(list)
    }

    /// `va_start` (C17 7.16.1.4).
    pub(super) fn va_start(
        &mut self,
        list: &ast::Expr,
        last: Option<&ast::Expr>,
        span: Span,
    ) -> Expr {
        let list = self.va_list(list);
        let last = last.map(|last| self.unevaluated(|sema| sema.expr(last)));
        let function = self.body.as_ref().map(|body| &self.functions[body.function.0 as usize]);
        let Some(function) = function.filter(|function| function.ty.is_variadic) else {
            return self.reject(messages::va_start_outside(span));
        };
        let function = function.span;
        let Some(list) = list else { return error_expr(span) };
        if let Some(last) = last
            && !self.types.is_error(last.ty.id)
            && !self.is_last_parameter(&last)
        {
            self.report(messages::va_start_not_last(last.span, function));
        }
        node(ExprKind::VaStart(Box::new(list)), Types::VOID, span)
    }

    fn is_last_parameter(&self, expr: &Expr) -> bool {
        let Some(body) = &self.body else { return false };
        let function = &self.functions[body.function.0 as usize];
        let count = function.ty.parameters.as_ref().map_or(0, |list| list.len());
        matches!(expr.kind, ExprKind::Local(id) if id.0 as usize + 1 == count)
    }

    /// `va_arg` (C17 7.16.1.1).
    pub(super) fn va_arg(&mut self, list: &ast::Expr, name: &ast::TypeName, span: Span) -> Expr {
        let list = self.va_list(list);
        let ty = self.type_name(name);
        let Some(list) = list.filter(|_| !self.types.is_error(ty.id)) else {
            return error_expr(span);
        };
        let spelled = self.spell(ty);
        if !self.types.is_complete(ty.id) || self.types.is_array(ty.id) {
            return self.reject(messages::bad_va_arg_type(name.span, &spelled));
        }
        if let Some(promoted) = self.promoted_argument_type(ty.id) {
            self.report(messages::va_arg_promoted(name.span, &spelled, promoted.name()));
        }
        node(ExprKind::VaArg(Box::new(list)), ty.id, span)
    }

    /// What an argument of that type arrives as, when that is another type (C17 6.5.2.2p6).
    fn promoted_argument_type(&self, id: crate::types::TypeId) -> Option<Basic> {
        match self.types.as_basic(id)? {
            Basic::Float => Some(Basic::Double),
            basic if basic.size() < 4 => Some(Basic::Int),
            _ => None,
        }
    }

    /// `va_end` (C17 7.16.1.3).
    pub(super) fn va_end(&mut self, list: &ast::Expr, span: Span) -> Expr {
        match self.va_list(list) {
            Some(list) => node(ExprKind::VaEnd(Box::new(list)), Types::VOID, span),
            None => error_expr(span),
        }
    }

    /// `va_copy` (C17 7.16.1.2).
    pub(super) fn va_copy(&mut self, to: &ast::Expr, from: &ast::Expr, span: Span) -> Expr {
        let to = self.va_list(to);
        let from = self.value(from);
        let Some(to) = to else { return error_expr(span) };
        let from = self.convert_for(from, to.ty.id, &Purpose::Assign);
        if self.types.is_error(from.ty.id) {
            return from;
        }
        node(ExprKind::VaCopy(Box::new(to), Box::new(from)), Types::VOID, span)
    }
}
