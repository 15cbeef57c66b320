//! The attribute `transparent_union` of GNU C: an argument that any member of the union can hold.
//!
//! **Rule**: GCC manual, "Common Type Attributes".

use crate::tree::{Expr, ExprKind, InitStore};
use crate::types::{Field, TypeId};

use super::classify::Classify;
use super::{Sema, node};

impl Sema<'_> {
    /// An argument for a parameter of such a type: the union of which the first member that fits is
    /// the value. `Err` gives back one for any other parameter.
    pub(super) fn transparent_argument(&mut self, value: Expr, to: TypeId) -> Result<Expr, Expr> {
        let is_transparent =
            self.types.as_record(to).is_some_and(|id| self.types.record(id).is_transparent);
        let fits = |sema: &Self, field: &&Field| sema.misfit(&value, field.ty.id).is_none();
        if !is_transparent || self.compatible(value.ty.id, to) || self.types.is_error(value.ty.id) {
            return Err(value);
        }
        let fields: Vec<Field> = self.fields(to).to_vec();
        let Some(field) = fields.iter().find(|field| fits(self, field)) else { return Err(value) };
        let (span, ty) = (value.span, field.ty.id);
        let value = self.convert(value, ty);
        let local = self.new_local(None, to.into(), span);
        let initializer = vec![InitStore { offset: field.offset, ty, bits: None, value }];
        let kind = ExprKind::CompoundLiteral { local, initializer, zero_first: true };
        let literal = node(kind, to, span);
        Ok(node(ExprKind::Load(Box::new(literal)), to, span))
    }
}
