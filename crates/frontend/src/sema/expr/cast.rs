//! Casts (C17 6.5.4).

use source::Span;

use crate::ast::{self, RecordKind};
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Conversion, Expr, ExprKind, InitStore};
use crate::types::{TypeId, Types};

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
        if self.body.is_some()
            && let Some(value) = self.cast_to_union(to, &value, span)
        {
            return value;
        }
        // GNU C: to the type that it has.
        if to == value.ty.id && self.types.as_record(to).is_some() {
            let spelled = self.spell(to);
            self.report(messages::cast_of_record(span, &spelled));
            return Expr { span, ..value };
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
        // C17 6.3.1.1p2: what is promoted as a bit-field is the bit-field, not its value in a type.
        if to == value.ty.id && self.is_bit_field_value(&value) {
            return node(ExprKind::Convert(Box::new(value), Conversion::Integer), to, span);
        }
        self.convert(value, to)
    }

    /// A value as a member of a union (GNU C): an object of its own; `None` when the type is no union.
    fn cast_to_union(&mut self, to: TypeId, value: &Expr, span: Span) -> Option<Expr> {
        let record = self.types.as_record(to)?;
        if self.types.record(record).kind != RecordKind::Union || value.ty.id == to {
            return None;
        }
        let members = self.fields(to).iter();
        let fitting = members.filter(|field| field.bits.is_none()).map(|field| field.ty.id);
        let candidates: Vec<TypeId> = fitting.collect();
        let Some(ty) = candidates.into_iter().find(|&ty| self.compatible(ty, value.ty.id)) else {
            let (from, wanted) = (self.spell(value.ty), self.spell(to));
            return Some(self.reject(messages::no_member_for_cast(span, &from, &wanted)));
        };
        let local = self.new_local(None, to.into(), span);
        let store = InitStore { offset: 0, ty, bits: None, value: value.clone() };
        let initializer = vec![store];
        Some(node(ExprKind::CompoundLiteral { local, initializer, zero_first: false }, to, span))
    }
}
