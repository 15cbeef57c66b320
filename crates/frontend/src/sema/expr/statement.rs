//! Expressions of GNU C that hold statements, or choose before they are typed.

use source::Span;

use crate::ast::{self, BlockItem, CompoundStatement, StatementKind as Syntax, TypeName};
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind, Statement};
use crate::types::{Basic, Types};

impl Sema<'_> {
    /// `({ … })`: the value is that of the last expression statement.
    pub(super) fn statement_expression(&mut self, block: &CompoundStatement, span: Span) -> Expr {
        if self.body.is_none() {
            return self.reject(messages::statement_expression_outside(span));
        }
        let (last, before) = match block.items.split_last() {
            Some((BlockItem::Statement(last), before)) => (Some(last), before),
            _ => (None, &block.items[..]),
        };
        let mut value = None;
        let made = self.block(|sema, out| {
            sema.block_items(before, out);
            value = last.and_then(|last| sema.last_value(last, out));
        });
        let value = value.map(Box::new);
        let ty = value.as_ref().map_or(Types::VOID.into(), |value| value.ty);
        if self.types.is_error(ty.id) {
            return error_expr(span);
        }
        node(ExprKind::Statement(made, value), ty, span)
    }

    /// The value of the last statement; one that is no expression has none.
    fn last_value(&mut self, last: &ast::Statement, out: &mut Vec<Statement>) -> Option<Expr> {
        match &last.kind {
            Syntax::Label(name, labelled) => {
                self.label(*name, out);
                self.last_value(labelled, out)
            }
            Syntax::Expr(Some(expr)) => Some(self.value_or_void(expr)),
            _ => {
                self.statement(last, out);
                None
            }
        }
    }

    /// `condition ?: otherwise`.
    pub(super) fn or_else(
        &mut self,
        condition: &ast::Expr,
        otherwise: &ast::Expr,
        span: Span,
    ) -> Expr {
        let place = condition.span;
        let condition = self.value(condition);
        let condition =
            self.scalar(condition, |spelled| messages::condition_not_scalar(place, "?", spelled));
        let otherwise = self.value(otherwise);
        if [&condition, &otherwise].iter().any(|part| self.types.is_error(part.ty.id)) {
            return error_expr(span);
        }
        let Some((condition, otherwise, ty)) = self.alternatives(condition, otherwise, span) else {
            return error_expr(span);
        };
        if self.types.is_complex(ty) {
            let what = "`?:` without a middle on complex numbers";
            return self.reject(messages::not_supported_yet(span, what));
        }
        node(ExprKind::OrElse(Box::new(condition), Box::new(otherwise)), ty, span)
    }

    /// `__builtin_types_compatible_p`: qualifiers at the top do not count.
    pub(super) fn types_compatible(
        &mut self,
        first: &TypeName,
        second: &TypeName,
        span: Span,
    ) -> Expr {
        let (first, second) = (self.type_name(first).id, self.type_name(second).id);
        let is_enum = |id| matches!(self.types.get(id), crate::types::Type::Enum(_));
        let is_same = first == second
            || (self.compatible(first, second) && is_enum(first) == is_enum(second));
        node(ExprKind::Integer(i64::from(is_same)), Types::basic(Basic::Int), span)
    }

    /// `__builtin_choose_expr`: the other one is not typed.
    pub(super) fn choose_expression(
        &mut self,
        condition: &ast::Expr,
        then: &ast::Expr,
        otherwise: &ast::Expr,
    ) -> Expr {
        match self.integer_constant(condition, "the condition of `__builtin_choose_expr`") {
            Some(0) => self.expr(otherwise),
            Some(_) => self.expr(then),
            None => error_expr(condition.span),
        }
    }
}
