//! Semantic analysis: syntax tree to typed tree.

use source::Diagnostic;

use crate::Interner;
use crate::ast::TranslationUnit;
use crate::tree::Unit;

/// Checks a translation unit: resolves names, types every expression, makes every conversion explicit.
/// The tree is only meant to be used when no diagnostic is an error.
pub fn check(unit: &TranslationUnit, names: &mut Interner) -> (Unit, Vec<Diagnostic>) {
    let _ = (unit, names);
    todo!()
}
