//! Operators on pointers: subscripts, arithmetic, comparison (C17 6.5.2.1, 6.5.6, 6.5.8, 6.5.9).

use source::Span;

use crate::ast;
use crate::sema::classify::Classify;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{ArithmeticOperator, CompareOperator, Expr, ExprKind};
use crate::types::{Basic, QualType, TypeId, Types};

impl Sema<'_> {
    /// `array[index]` is `*(array + index)`, whichever of both is the pointer (C17 6.5.2.1).
    pub(super) fn index(&mut self, array: &ast::Expr, index: &ast::Expr, span: Span) -> Expr {
        let (array, index) = (self.value(array), self.value(index));
        if self.types.is_error(array.ty.id) || self.types.is_error(index.ty.id) {
            return error_expr(span);
        }
        let (pointer, index) = match self.types.is_pointer(array.ty.id) {
            false if self.types.is_pointer(index.ty.id) => (index, array),
            _ => (array, index),
        };
        if !self.types.is_pointer(pointer.ty.id) {
            let spelled = self.spell(pointer.ty);
            return self.reject(messages::subscript_of_non_pointer(pointer.span, &spelled));
        }
        if !self.types.is_integer(index.ty.id) {
            let spelled = self.spell(index.ty);
            return self.reject(messages::index_not_integer(index.span, &spelled));
        }
        let element = self.offset_pointer(pointer, index, false, span);
        self.dereference(element, span)
    }

    /// `pointer + index` or `index + pointer` (C17 6.5.6p2).
    pub(super) fn pointer_add(&mut self, left: Expr, right: Expr, span: Span) -> Expr {
        let (pointer, index) = match self.types.is_pointer(left.ty.id) {
            true => (left, right),
            false => (right, left),
        };
        if self.types.is_integer(index.ty.id) {
            return self.offset_pointer(pointer, index, false, span);
        }
        let diagnostic = if self.types.is_pointer(index.ty.id) {
            messages::sum_of_pointers(span)
        } else {
            messages::index_not_integer(index.span, &self.spell(index.ty))
        };
        self.reject(diagnostic)
    }

    /// `pointer - index` or `pointer - pointer` (C17 6.5.6p3).
    pub(super) fn pointer_subtract(&mut self, left: Expr, right: Expr, span: Span) -> Expr {
        match (self.types.pointee(left.ty.id), self.types.pointee(right.ty.id)) {
            (Some(a), Some(b)) => self.pointer_difference(left, right, a, b, span),
            (Some(_), None) if self.types.is_integer(right.ty.id) => {
                self.offset_pointer(left, right, true, span)
            }
            _ => {
                let (first, second) = (self.spell(left.ty), self.spell(right.ty));
                let wanted = "a pointer and an integer, or two pointers";
                self.reject(messages::bad_operands(
                    span,
                    "-",
                    (left.span, &first),
                    (right.span, &second),
                    wanted,
                ))
            }
        }
    }

    fn pointer_difference(
        &mut self,
        left: Expr,
        right: Expr,
        a: QualType,
        b: QualType,
        span: Span,
    ) -> Expr {
        if !self.compatible(a.id, b.id) {
            let (first, second) = (self.spell(left.ty), self.spell(right.ty));
            return self.reject(messages::unrelated_pointers(span, "-", &first, &second));
        }
        let Some(size) = self.element_size(&left) else { return error_expr(span) };
        let long = Types::basic(Basic::Long);
        let bytes = self.variable_size(a.id, span);
        let kind =
            ExprKind::PointerDifference { left: Box::new(left), right: Box::new(right), size };
        let difference = node(kind, long, span);
        let Some(bytes) = bytes else { return difference };
        let bytes = Box::new(self.convert(bytes, long));
        let operator = ArithmeticOperator::Divide;
        node(ExprKind::Arithmetic(operator, Box::new(difference), bytes), long, span)
    }

    /// A pointer moved by a number of elements.
    pub(super) fn offset_pointer(
        &mut self,
        pointer: Expr,
        index: Expr,
        is_subtraction: bool,
        span: Span,
    ) -> Expr {
        let Some(size) = self.element_size(&pointer) else { return error_expr(span) };
        let ty = pointer.ty;
        let index = self.convert_index(index);
        let (index, size) = self.scaled_index(index, ty.id, size);
        let index = Box::new(index);
        let pointer = Box::new(pointer);
        node(ExprKind::PointerAdd { pointer, index, size, is_subtraction }, ty, span)
    }

    /// The size of what a pointer points to, which is a complete object type (C17 6.5.6p2).
    ///
    /// **Units**: bytes.
    pub(super) fn element_size(&mut self, pointer: &Expr) -> Option<u64> {
        let to = self.types.pointee(pointer.ty.id)?;
        if self.types.is_error(to.id) {
            return None;
        }
        if let Some((size, _)) = self.types.layout(to.id) {
            return Some(size);
        }
        if self.types.is_complete(to.id) {
            // A variable length array: `scaled_index` counts in bytes.
            return Some(1);
        }
        if matches!(pointer.kind, ExprKind::LabelAddress(..)) {
            return Some(1);
        }
        let (spelled, is_void) = (self.spell(pointer.ty), self.types.is_void(to.id));
        self.report(messages::arithmetic_on_incomplete(pointer.span, &spelled, is_void));
        // GNU C: `void` counts as a byte.
        is_void.then_some(1)
    }

    /// An index as `long`, or `unsigned long` where its type is that wide and unsigned.
    pub(super) fn convert_index(&mut self, index: Expr) -> Expr {
        let basic = self.types.as_basic(index.ty.id);
        let is_wide = matches!(basic, Some(Basic::UnsignedLong | Basic::UnsignedLongLong));
        let to = Types::basic(if is_wide { Basic::UnsignedLong } else { Basic::Long });
        self.convert(index, to)
    }

    /// A comparison in which a pointer takes part (C17 6.5.8p2, 6.5.9p2).
    pub(super) fn pointer_compare(
        &mut self,
        operator: CompareOperator,
        left: Expr,
        right: Expr,
        span: Span,
    ) -> Expr {
        let is_equality = matches!(operator, CompareOperator::Equal | CompareOperator::NotEqual);
        let ty = match self.compared_type(&left, &right, is_equality) {
            Some(ty) => ty,
            None if self.is_object_pointer(&left) && self.is_object_pointer(&right) => {
                let (first, second) = (self.spell(left.ty), self.spell(right.ty));
                let places = ((left.span, &*first), (right.span, &*second));
                self.report(messages::unrelated_comparison(span, places.0, places.1));
                left.ty.id
            }
            None => {
                let said = self.tolerated(self.bad_comparison(&left, &right, span));
                let is_number = |value: &Expr| self.types.is_integer(value.ty.id);
                let is_pointer = |value: &Expr| self.types.is_pointer(value.ty.id);
                let [first, second] = [&left, &right].map(|it| is_pointer(it) || is_number(it));
                if !(first && second && self.is_implicit()) {
                    return self.reject(said);
                }
                let ty = if is_pointer(&left) { left.ty.id } else { right.ty.id };
                self.report(said);
                ty
            }
        };
        if let Some(literal) = [&left, &right].into_iter().find(|side| is_string_literal(side)) {
            self.report(messages::string_comparison(span, literal.span));
        }
        let (left, right) = (self.convert(left, ty), self.convert(right, ty));
        let kind = ExprKind::Compare(operator, Box::new(left), Box::new(right));
        node(kind, Types::basic(Basic::Int), span)
    }

    /// Why two operands, of which one is a pointer, cannot be compared at all.
    fn bad_comparison(&self, left: &Expr, right: &Expr, span: Span) -> source::Diagnostic {
        let (first, second) = (self.spell(left.ty), self.spell(right.ty));
        match self.types.is_pointer(left.ty.id) && self.types.is_pointer(right.ty.id) {
            true => messages::unrelated_pointers(span, "==", &first, &second),
            false => messages::pointer_compared_with_number(
                span,
                (left.span, &first),
                (right.span, &second),
            ),
        }
    }

    fn is_object_pointer(&self, value: &Expr) -> bool {
        self.types.pointee(value.ty.id).is_some_and(|pointee| !self.types.is_function(pointee.id))
    }

    /// The pointer type in which two operands are compared.
    fn compared_type(&mut self, left: &Expr, right: &Expr, is_equality: bool) -> Option<TypeId> {
        let (a, b) = (self.types.pointee(left.ty.id), self.types.pointee(right.ty.id));
        match (a, b) {
            (Some(_), None) => self.is_null_pointer_constant(right).then_some(left.ty.id),
            (None, Some(_)) => self.is_null_pointer_constant(left).then_some(right.ty.id),
            (Some(a), Some(b)) if self.compatible(a.id, b.id) => Some(left.ty.id),
            (Some(a), Some(b)) => {
                let is_null = |value: &Expr| self.is_null_pointer_constant(value);
                if !is_equality {
                    return None;
                }
                if self.types.is_void(a.id) && (is_null(left) || !self.types.is_function(b.id)) {
                    return Some(if is_null(left) { right.ty.id } else { left.ty.id });
                }
                if self.types.is_void(b.id) && (is_null(right) || !self.types.is_function(a.id)) {
                    return Some(if is_null(right) { left.ty.id } else { right.ty.id });
                }
                None
            }
            (None, None) => None,
        }
    }
}

fn is_string_literal(value: &Expr) -> bool {
    matches!(&value.kind, ExprKind::ArrayDecay(array) if matches!(array.kind, ExprKind::String(_)))
}
