//! Generic selection (C17 6.5.1.1).

use source::Span;

use crate::ast::{self, TypeName};
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages};
use crate::tree::Expr;
use crate::types::QualType;

impl Sema<'_> {
    /// `_Generic(controlling, …)`: the expression of the one compatible type, else of `default`.
    pub(super) fn generic(
        &mut self,
        controlling: &ast::Expr,
        list: &[(Option<TypeName>, ast::Expr)],
        span: Span,
    ) -> Expr {
        let wanted = self.unevaluated(|sema| sema.value(controlling).ty);
        if self.types.is_error(wanted.id) {
            return error_expr(span);
        }
        let chosen = self.choose(wanted, list);
        let mut result = None;
        for (index, (_, expr)) in list.iter().enumerate() {
            if Some(index) == chosen {
                result = Some(self.expr(expr));
            } else {
                self.unevaluated(|sema| sema.expr(expr));
            }
        }
        result.unwrap_or_else(|| {
            let spelled = self.spell(wanted);
            self.reject(messages::no_association(controlling.span, &spelled))
        })
    }

    /// Which association is selected; types are met once (C17 6.5.1.1p2).
    fn choose(
        &mut self,
        wanted: QualType,
        list: &[(Option<TypeName>, ast::Expr)],
    ) -> Option<usize> {
        let mut seen: Vec<(QualType, Span)> = vec![];
        let (mut default, mut chosen) = (None, None);
        for (index, (name, expr)) in list.iter().enumerate() {
            let Some(name) = name else {
                if default.replace(index).is_some() {
                    self.report(messages::two_defaults(expr.span));
                }
                continue;
            };
            let ty = self.type_name(name);
            if self.types.is_error(ty.id) {
                continue;
            }
            let same = |other: QualType| {
                ty.qualifiers == other.qualifiers && self.compatible(ty.id, other.id)
            };
            if let Some(&(_, first)) = seen.iter().find(|&&(other, _)| same(other)) {
                let spelled = self.spell(ty);
                self.report(messages::same_association(name.span, &spelled, first));
            } else if same(wanted) {
                chosen = chosen.or(Some(index));
            }
            seen.push((ty, name.span));
        }
        chosen.or(default)
    }
}
