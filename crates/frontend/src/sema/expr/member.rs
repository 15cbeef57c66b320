//! Members of structs and unions (C17 6.5.2.3).

use source::Span;

use crate::ast::{self, Identifier};
use crate::near;
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind};
use crate::types::TypeId;

impl Sema<'_> {
    /// `record.name`.
    pub(super) fn dot(&mut self, record: &ast::Expr, name: Identifier, span: Span) -> Expr {
        let record = self.expr(record);
        if self.types.is_error(record.ty.id) {
            return error_expr(span);
        }
        if self.types.as_record(record.ty.id).is_some() {
            return self.member(record, name, span);
        }
        let to_record = self
            .types
            .pointee(record.ty.id)
            .is_some_and(|to| self.types.as_record(to.id).is_some());
        let spelled = self.spell(record.ty);
        let text = self.names.text(name.name);
        self.reject(match to_record {
            true => messages::dot_on_pointer(name.span, text, (record.span, &spelled)),
            false => messages::member_of_non_record(name.span, text, (record.span, &spelled)),
        })
    }

    /// `pointer->name`.
    pub(super) fn arrow(&mut self, pointer: &ast::Expr, name: Identifier, span: Span) -> Expr {
        let pointer = self.value(pointer);
        if self.types.is_error(pointer.ty.id) {
            return error_expr(span);
        }
        let to = self.types.pointee(pointer.ty.id);
        if to.is_none_or(|to| self.types.as_record(to.id).is_none()) {
            if to.is_some_and(|to| self.types.is_error(to.id)) {
                return error_expr(span);
            }
            let (spelled, text) = (self.spell(pointer.ty), self.names.text(name.name));
            let place = (pointer.span, spelled.as_str());
            return self.reject(match self.types.as_record(pointer.ty.id) {
                Some(_) => messages::arrow_on_record(name.span, text, place),
                None => messages::member_of_non_record(name.span, text, place),
            });
        }
        let place = pointer.span;
        let record = self.dereference(pointer, place);
        self.member(record, name, span)
    }

    /// The member of that name, with the qualifiers of the record too (C17 6.5.2.3p3).
    fn member(&mut self, record: Expr, name: Identifier, span: Span) -> Expr {
        let Some(path) = self.find_member(record.ty.id, name.name) else {
            let diagnostic = self.missing_member(record.ty.id, name, record.span);
            return self.reject(diagnostic);
        };
        let mut place = record;
        for index in path {
            let ty = self.fields(place.ty.id)[index].ty;
            let ty = self.types.qualify(ty, place.ty.qualifiers);
            place = node(ExprKind::Member(Box::new(place), index), ty, span);
        }
        place
    }

    /// Why a record has no such member.
    pub(in crate::sema) fn missing_member(
        &self,
        record: TypeId,
        name: Identifier,
        place: Span,
    ) -> source::Diagnostic {
        let (spelled, text) = (self.spell(record), self.text(name.name));
        let declared = self.types.as_record(record).map(|id| self.types.record(id).span);
        if !self.types.is_complete(record) {
            return messages::incomplete_record(place, &spelled, declared);
        }
        let names = self.member_names(record);
        let near = near::nearest(text, names.iter().copied());
        messages::missing_member(name.span, text, &spelled, near, declared)
    }
}
