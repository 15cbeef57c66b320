//! Constant indexes outside of arrays whose length is known (C17 6.5.6p8).

use source::Diagnostic;

use super::{Linter, messages};
use crate::constant::{Constant, evaluate};
use crate::sema::Classify;
use crate::tree::{Expr, ExprKind};

impl Linter<'_> {
    /// `a[n]` and `&a[n]`, where `a` is an array and `n` a constant.
    pub(super) fn index(&self, expr: &Expr) -> Option<Diagnostic> {
        let ExprKind::Load(place) = &expr.kind else { return self.written_index(expr) };
        self.outside(place)
    }

    /// The same where it is a place that is written, or read through further members.
    fn written_index(&self, expr: &Expr) -> Option<Diagnostic> {
        match &expr.kind {
            ExprKind::Assign(place, _) | ExprKind::Member(place, _) => self.outside(place),
            ExprKind::AssignArithmetic { target, .. } | ExprKind::AssignPointer { target, .. } => {
                self.outside(target)
            }
            // The address of the element behind the last one may be formed, and no other.
            ExprKind::AddressOf(place) => {
                let (index, length, array) = self.constant_index(place)?;
                let is_inside = (0..=i128::from(length)).contains(&i128::from(index));
                (!is_inside).then(|| self.said(place, array, index, length))
            }
            _ => None,
        }
    }

    fn outside(&self, place: &Expr) -> Option<Diagnostic> {
        let (index, length, array) = self.constant_index(place)?;
        let is_inside = (0..i128::from(length)).contains(&i128::from(index));
        (!is_inside).then(|| self.said(place, array, index, length))
    }

    fn said(&self, place: &Expr, array: &Expr, index: i64, length: u64) -> Diagnostic {
        let (text, array) = (self.sources.text(place.span), self.sources.text(array.span));
        messages::index_outside(place.span, text, array, index, length)
    }

    /// The index, the length and the array of an element with a constant index. What stands at the end of a struct with
    /// one element or none is how C89 wrote arrays of any length.
    fn constant_index<'e>(&self, place: &'e Expr) -> Option<(i64, u64, &'e Expr)> {
        let ExprKind::Dereference(pointer) = &place.kind else { return None };
        let ExprKind::PointerAdd { pointer, index, is_subtraction, .. } = &pointer.kind else {
            return None;
        };
        let ExprKind::ArrayDecay(array) = &pointer.kind else { return None };
        let length = self.unit.types.as_array(array.ty.id)?.1?;
        let is_open = matches!(array.kind, ExprKind::Member(..)) && length <= 1;
        let Ok(Constant::Integer(index)) = evaluate(index, &self.unit.types) else { return None };
        // An index is a `long` or an `unsigned long`.
        let index = index as i64;
        let index = if *is_subtraction { index.checked_neg()? } else { index };
        (!is_open).then_some((index, length, array))
    }
}
