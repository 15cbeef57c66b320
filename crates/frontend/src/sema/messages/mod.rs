//! What semantic analysis has to say: every message is made by a named function here.
//!
//! The first sentence is plain and names the things by their names and types; the rule with its clause is a
//! note; what to do is the help.

mod attributes;
mod conversions;
mod declarations;
mod expressions;
mod formats;
mod initializers;
mod names;
mod objects;
mod statements;
mod types;

pub(super) use attributes::*;
pub(super) use conversions::*;
pub(super) use declarations::*;
pub(super) use expressions::*;
pub(super) use formats::*;
pub(super) use initializers::*;
pub(super) use names::*;
pub(super) use objects::*;
pub(super) use statements::*;
pub(super) use types::*;

use source::{Diagnostic, Span};

/// Something of C17 that the compiler does not have yet.
pub(in crate::sema) fn not_supported_yet(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error("not-supported-yet", span, format!("{what} is not supported yet"))
        .note("it is valid C17, but this version of cutaway cannot compile it")
}

/// So many errors that the rest would not be read.
pub(in crate::sema) fn too_many_errors(span: Span) -> Diagnostic {
    Diagnostic::error("too-many-errors", span, "too many errors: the rest is left unsaid")
        .help("repair the first ones and compile again; later ones are often their echo")
}

/// Nesting beyond what is accepted.
pub(in crate::sema) fn nested_too_deep(span: Span) -> Diagnostic {
    Diagnostic::error("nested-too-deep", span, "this is nested too deep")
        .note("cutaway accepts far more than the 63 and 127 levels that C17 5.2.4.1 asks for")
        .help("split it into parts with names of their own")
}

/// `count` things, in words that agree.
fn counted(count: usize, one: &str) -> String {
    match count {
        0 => format!("no {one}s"),
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}

/// `a` or `an` before a type or word.
fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}
