//! `sizeof`, `_Alignof` and `offsetof` (C17 6.5.3.4, 7.19p3).

use source::Span;

use crate::ast::{self, Designator, TypeName};
use crate::constant::Constant;
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind};
use crate::types::{Basic, QualType, Types};

/// A value of type `size_t`, which is `unsigned long`.
fn size_constant(value: u64, span: Span) -> Expr {
    node(ExprKind::Integer(value as i64), Types::basic(Basic::UnsignedLong), span)
}

impl Sema<'_> {
    /// `sizeof expression`: the operand is not evaluated (C17 6.5.3.4p2).
    pub(super) fn sizeof_expr(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let operand = self.unevaluated(|sema| sema.expr(operand));
        if self.bit_field(&operand).is_some() {
            return self.reject(messages::sizeof_bit_field(span));
        }
        self.warn_array_parameter(&operand, span);
        self.size_of(operand.ty, span)
    }

    /// `sizeof (type)`.
    pub(super) fn sizeof_type(&mut self, name: &TypeName, span: Span) -> Expr {
        let ty = self.type_name(name);
        self.size_of(ty, span)
    }

    fn size_of(&mut self, ty: QualType, span: Span) -> Expr {
        if self.types.is_error(ty.id) {
            return error_expr(span);
        }
        if let Some(size) = self.variable_size(ty.id, span) {
            return size;
        }
        match self.types.layout(ty.id) {
            Some((size, _)) => size_constant(size, span),
            None if self.types.is_void(ty.id) => {
                // GNU C: a byte.
                self.report(messages::size_of_void(span));
                size_constant(1, span)
            }
            None => {
                let spelled = self.spell(ty);
                self.reject(messages::size_of_incomplete(span, "sizeof", &spelled))
            }
        }
    }

    /// `_Alignof (type)`; of an array, that of its elements (C17 6.5.3.4p3).
    pub(super) fn alignof_type(&mut self, name: &TypeName, span: Span) -> Expr {
        let ty = self.type_name(name);
        if self.types.is_error(ty.id) {
            return error_expr(span);
        }
        let align = self.types.layout(ty.id).map(|(_, align)| align);
        match align.or(self.gnu_alignment(ty)) {
            Some(align) => size_constant(align, span),
            None => {
                let spelled = self.spell(ty);
                self.reject(messages::size_of_incomplete(span, "_Alignof", &spelled))
            }
        }
    }

    /// `_Alignof expression` (GNU C): of an object, as it is declared.
    pub(super) fn alignof_expr(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let operand = self.unevaluated(|sema| sema.expr(operand));
        let declared = match (&operand.kind, &self.body) {
            (ExprKind::Global(id), _) => Some(self.globals[id.0 as usize].align),
            (ExprKind::Local(id), Some(body)) => Some(body.local(*id).align),
            _ => None,
        };
        if self.types.is_error(operand.ty.id) {
            return operand;
        }
        let of_type = self.types.layout(operand.ty.id).map(|(_, align)| align);
        match declared.or(of_type).or(self.gnu_alignment(operand.ty)) {
            Some(align) => size_constant(align, span),
            None => {
                let spelled = self.spell(operand.ty);
                self.reject(messages::size_of_incomplete(span, "_Alignof", &spelled))
            }
        }
    }

    /// GNU C: the alignment of `void`, and that of functions, whose instructions may have two bytes.
    fn gnu_alignment(&self, ty: QualType) -> Option<u64> {
        match () {
            () if self.types.is_void(ty.id) => Some(1),
            () if self.types.is_function(ty.id) => Some(2),
            () => None,
        }
    }

    /// `__builtin_offsetof(type, designators)`: `&(((type *)0)->designators)` as a number.
    pub(super) fn offsetof(
        &mut self,
        name: &TypeName,
        designators: &[Designator],
        span: Span,
    ) -> Expr {
        let mut ty = self.type_name(name);
        let mut offset: u64 = 0;
        for designator in designators {
            if self.types.is_error(ty.id) {
                return error_expr(span);
            }
            let step = match designator {
                Designator::Member(member) => self.member_offset(ty, *member, name.span),
                Designator::Index(index, place) | Designator::Range(index, _, place) => {
                    self.element_offset(ty, index, *place)
                }
            };
            let Some((inner, distance)) = step else { return error_expr(span) };
            ty = inner;
            offset = offset.wrapping_add(distance);
        }
        size_constant(offset, span)
    }

    fn member_offset(
        &mut self,
        ty: QualType,
        member: ast::Identifier,
        place: Span,
    ) -> Option<(QualType, u64)> {
        if self.types.as_record(ty.id).is_none() {
            let (spelled, text) = (self.spell(ty), self.names.text(member.name));
            let record = (place, spelled.as_str());
            self.report(messages::member_of_non_record(member.span, text, record));
            return None;
        }
        let Some(path) = self.find_member(ty.id, member.name) else {
            let diagnostic = self.missing_member(ty.id, member, place);
            self.report(diagnostic);
            return None;
        };
        let (mut ty, mut offset, mut is_bit_field) = (ty, 0, false);
        for index in path {
            let field = self.fields(ty.id).get(index)?;
            (ty, offset, is_bit_field) = (field.ty, offset + field.offset, field.bits.is_some());
        }
        if is_bit_field {
            self.report(messages::offset_of_bit_field(member.span));
            return None;
        }
        Some((ty, offset))
    }

    fn element_offset(
        &mut self,
        ty: QualType,
        index: &ast::Expr,
        place: Span,
    ) -> Option<(QualType, u64)> {
        let Some((of, _)) = self.types.as_array(ty.id) else {
            let spelled = self.spell(ty);
            self.report(messages::subscript_of_non_pointer(place, &spelled));
            return None;
        };
        let index = self.integer_constant(index, "the index in `offsetof`")?;
        Some((of, self.types.size(of.id).wrapping_mul(index as u64)))
    }

    /// A constant that is known to be an integer, such as an array index of a designator.
    pub(in crate::sema) fn constant_index(&mut self, expr: &ast::Expr) -> Option<i64> {
        let value = self.value(expr);
        if self.types.is_error(value.ty.id) {
            return None;
        }
        match self.evaluate(&value) {
            // What does not fit is beyond any array.
            Ok(Constant::Integer(index)) if self.types.is_integer(value.ty.id) => {
                Some(i64::try_from(index).unwrap_or(i64::MAX))
            }
            _ => {
                self.report(messages::designator_not_constant(expr.span));
                None
            }
        }
    }
}
