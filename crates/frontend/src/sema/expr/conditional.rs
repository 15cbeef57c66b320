//! The conditional operator and the comma (C17 6.5.15, 6.5.17).

use source::Span;

use crate::ast;
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind};
use crate::types::{QualType, Qualifiers, TypeId, Types};

impl Sema<'_> {
    /// `condition ? then : otherwise` (C17 6.5.15).
    pub(super) fn conditional(
        &mut self,
        condition: &ast::Expr,
        then: &ast::Expr,
        otherwise: &ast::Expr,
        span: Span,
    ) -> Expr {
        let place = condition.span;
        let condition = self.value(condition);
        let condition =
            self.truth(condition, |spelled| messages::condition_not_scalar(place, "?", spelled));
        let (then, otherwise) = (self.value_or_void(then), self.value_or_void(otherwise));
        let parts = [&condition, &then, &otherwise];
        if parts.iter().any(|part| self.types.is_error(part.ty.id)) {
            return error_expr(span);
        }
        let Some((then, otherwise, ty)) = self.alternatives(then, otherwise, span) else {
            return error_expr(span);
        };
        let kind = ExprKind::Conditional(Box::new(condition), Box::new(then), Box::new(otherwise));
        node(kind, ty, span)
    }

    /// Both alternatives, converted to their common type; reports that there is none.
    pub(super) fn alternatives(
        &mut self,
        then: Expr,
        otherwise: Expr,
        span: Span,
    ) -> Option<(Expr, Expr, TypeId)> {
        let Some(ty) = self.conditional_type(&then, &otherwise) else {
            let (first, second) = (self.spell(then.ty), self.spell(otherwise.ty));
            let operands = ((then.span, first.as_str()), (otherwise.span, second.as_str()));
            self.report(messages::conditional_types(span, operands.0, operands.1));
            return None;
        };
        Some(match self.types.is_arithmetic(ty) {
            true => self.usual_arithmetic(then, otherwise),
            false => (self.convert(then, ty), self.convert(otherwise, ty), ty),
        })
    }

    /// The type of both alternatives (C17 6.5.15p3, p5, p6); any arithmetic type where both are arithmetic.
    fn conditional_type(&mut self, then: &Expr, otherwise: &Expr) -> Option<TypeId> {
        let (a, b) = (then.ty.id, otherwise.ty.id);
        if self.types.is_arithmetic(a) && self.types.is_arithmetic(b) {
            return Some(a);
        }
        // GNU C: where one alternative has no value, neither has.
        if a == Types::VOID || b == Types::VOID {
            return Some(Types::VOID);
        }
        match (self.types.pointee(a), self.types.pointee(b)) {
            (Some(_), None) => self.is_null_pointer_constant(otherwise).then_some(a),
            (None, Some(_)) => self.is_null_pointer_constant(then).then_some(b),
            (Some(_), Some(_)) if self.is_null_pointer_constant(otherwise) => Some(a),
            (Some(_), Some(_)) if self.is_null_pointer_constant(then) => Some(b),
            (Some(to_a), Some(to_b)) => self.common_pointer(to_a, to_b),
            (None, None) => self.compatible(a, b).then_some(a),
        }
    }

    /// A pointer to what both point to, with the qualifiers of both (C17 6.5.15p6).
    fn common_pointer(&mut self, a: QualType, b: QualType) -> Option<TypeId> {
        let id = if self.compatible(a.id, b.id) {
            self.composite(a.id, b.id)
        } else if self.types.is_void(a.id) || self.types.is_void(b.id) {
            Types::VOID
        } else {
            return None;
        };
        let qualifiers: Qualifiers = a.qualifiers.union(b.qualifiers);
        Some(self.types.pointer(QualType { id, qualifiers }))
    }

    /// `left, right` (C17 6.5.17).
    pub(super) fn comma(&mut self, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let (left, right) = (self.value_or_void(left), self.value_or_void(right));
        if self.types.is_error(left.ty.id) || self.types.is_error(right.ty.id) {
            return error_expr(span);
        }
        let ty = right.ty;
        node(ExprKind::Comma(Box::new(left), Box::new(right)), ty, span)
    }
}
