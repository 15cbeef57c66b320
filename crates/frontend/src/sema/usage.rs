//! What attributes of GNU C and C23 say of the use of a function: results that count, arguments that may
//! not be null, functions not to be used any more. Only warnings rest on it.

use source::Span;

use crate::tree::{Expr, ExprKind, FunctionId};

use super::attribute::EVERY_POINTER;
use super::classify::Classify;
use super::{Sema, messages};

impl Sema<'_> {
    /// A function is named (C23 6.7.13.4).
    pub(super) fn warn_deprecated(&mut self, function: FunctionId, span: Span) {
        let function = &self.functions[function.0 as usize];
        let Some((said, reason)) = function.conventions.deprecated.clone() else { return };
        let name = self.text(function.name).to_string();
        self.report(messages::deprecated(span, &name, reason.as_deref(), said));
    }

    /// An expression whose value is thrown away (C23 6.7.13.3).
    pub(super) fn warn_unused_result(&mut self, value: &Expr) {
        let ExprKind::Call { callee, .. } = &value.kind else { return };
        let Some(id) = self.called_function(callee) else { return };
        let function = &self.functions[id.0 as usize];
        if function.conventions.is_nodiscard && !self.types.is_void(value.ty.id) {
            let (name, declared) = (self.text(function.name).to_string(), function.span);
            self.report(messages::unused_result(value.span, &name, declared));
        }
    }

    /// Null pointers that are passed where none may be.
    pub(super) fn warn_null_arguments(&mut self, function: Option<FunctionId>, arguments: &[Expr]) {
        let Some(id) = function else { return };
        let function = &self.functions[id.0 as usize];
        let (numbers, declared) = (function.conventions.nonnull.clone(), function.span);
        for (index, argument) in arguments.iter().enumerate() {
            let is_meant = numbers.contains(&EVERY_POINTER) || numbers.contains(&(index as u32));
            if is_meant && self.types.is_pointer(argument.ty.id) && is_null(argument) {
                let name = self.text(self.functions[id.0 as usize].name).to_string();
                self.report(messages::null_argument(argument.span, &name, index + 1, declared));
            }
        }
    }
}

/// Whether a pointer is null wherever it is evaluated.
fn is_null(pointer: &Expr) -> bool {
    match &pointer.kind {
        ExprKind::Integer(value) => *value == 0,
        ExprKind::Convert(inner, _) => is_null(inner),
        _ => false,
    }
}
