//! The parser: tokens to a syntax tree, by recursive descent.

use source::Diagnostic;

use crate::Interner;
use crate::ast::TranslationUnit;
use crate::token::Token;

/// Parses a translation unit. It always gives a tree; what could not be read has an error and an error node.
pub fn parse(tokens: &[Token], names: &Interner) -> (TranslationUnit, Vec<Diagnostic>) {
    let _ = (tokens, names);
    todo!()
}
