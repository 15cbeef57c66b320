//! Casts (C17 6.5.4).

use source::Span;

use crate::ast;
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Conversion, Expr, ExprKind};
use crate::types::Types;

impl Sema<'_> {
    /// `(type) operand`: to void, or between scalar types (C17 6.5.4p2).
    pub(super) fn cast(&mut self, name: &ast::TypeName, operand: &ast::Expr, span: Span) -> Expr {
        let to = self.type_name(name).id;
        let value = self.value_or_void(operand);
        if self.types.is_error(to) || self.types.is_error(value.ty.id) {
            return error_expr(span);
        }
        if self.types.is_void(to) {
            let kind = ExprKind::Convert(Box::new(value), Conversion::ToVoid);
            return node(kind, Types::VOID, span);
        }
        if self.types.is_void(value.ty.id) {
            return self.reject(messages::void_value(value.span, None));
        }
        let is_scalar = |id| self.types.is_scalar(id);
        let (from_pointer, to_pointer) =
            (self.types.is_pointer(value.ty.id), self.types.is_pointer(to));
        let is_floating = |id| self.types.is_arithmetic(id) && !self.types.is_integer(id);
        // C17 6.5.4p4: no cast between pointers and floating types.
        let is_mixed =
            (from_pointer && is_floating(to)) || (to_pointer && is_floating(value.ty.id));
        if !is_scalar(to) || !is_scalar(value.ty.id) || is_mixed {
            let (from, wanted) = (self.spell(value.ty), self.spell(to));
            return self.reject(messages::bad_cast(span, &from, &wanted));
        }
        self.convert(value, to)
    }
}
