//! The expressions of `#if` and `#elif` (C17 6.10.1).

use source::{Diagnostic, Span};

use super::quote;

fn condition_error(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, span, message).note("C17 6.10.1")
}

pub(in super::super) fn condition_expected(span: Span) -> Diagnostic {
    condition_error("condition-expected", span, "this line has no condition")
        .help("write one, such as `#if defined(NAME)` or `#if SIZE > 4`")
}

pub(in super::super) fn condition_expands_to_nothing(span: Span) -> Diagnostic {
    condition_error(
        "condition-expected",
        span,
        "nothing is left of this condition once macros are replaced",
    )
    .help("to ask whether a macro is defined, write `#ifdef NAME`")
}

pub(in super::super) fn condition_operand_expected(span: Span) -> Diagnostic {
    condition_error("condition-operand", span, "the condition stops where a value is expected")
        .help("add the missing value")
}

pub(in super::super) fn condition_operand_wrong(span: Span, found: &str) -> Diagnostic {
    let message = format!("a value is expected here, not {}", quote(found));
    condition_error("condition-operand", span, message)
        .help("a condition is made of integers, macros, `defined` and operators")
}

pub(in super::super) fn condition_operator_expected(span: Span, found: &str) -> Diagnostic {
    let message = format!("an operator is expected before {}", quote(found));
    condition_error("condition-operator", span, message).help("join two conditions by `&&` or `||`")
}

pub(in super::super) fn condition_assignment(span: Span) -> Diagnostic {
    condition_error("condition-assignment", span, "a condition cannot assign with `=`")
        .help("to compare, write `==`")
}

pub(in super::super) fn condition_close(span: Span) -> Diagnostic {
    condition_error("condition-parenthesis", span, "this `)` closes nothing")
        .help("remove it, or add the `(` that it belongs to")
}

pub(in super::super) fn condition_open_paren(span: Span) -> Diagnostic {
    condition_error("condition-parenthesis", span, "this `(` is never closed")
        .help("add the missing `)` on the same line")
}

pub(in super::super) fn condition_call(span: Span, name: &str) -> Diagnostic {
    let message =
        format!("{} is not a macro here, and a condition cannot call functions", quote(name));
    condition_error("condition-call", span, message)
        .help(format!("define it before this line, or ask `defined({name})` first"))
}

pub(in super::super) fn condition_colon(span: Span) -> Diagnostic {
    condition_error("condition-colon", span, "after `?` a `:` is expected")
        .help("write `condition ? value : other`")
}

pub(in super::super) fn condition_division(span: Span) -> Diagnostic {
    condition_error("condition-division", span, "this divides by zero")
        .help("a name that is not a macro counts as 0: check the spelling of the divisor")
}

pub(in super::super) fn condition_string(span: Span) -> Diagnostic {
    condition_error("condition-string", span, "a condition cannot compare strings")
        .help("define numbers for the cases and compare those")
}

pub(in super::super) fn condition_floating(span: Span, found: &str) -> Diagnostic {
    let message = format!("{} is not an integer, and conditions only know integers", quote(found));
    condition_error("condition-floating", span, message).help("write it as an integer")
}

pub(in super::super) fn defined_operand(span: Span) -> Diagnostic {
    condition_error("defined-operand", span, "`defined` needs the name of a macro")
        .help("write `defined(NAME)`")
}

pub(in super::super) fn defined_paren(span: Span, open: Span) -> Diagnostic {
    condition_error("defined-operand", span, "`)` is missing after the name")
        .also(open, "the `(` is here")
        .help("`defined` takes one name: `defined(ONE) && defined(OTHER)`")
}

pub(in super::super) fn has_include_operand(span: Span) -> Diagnostic {
    let message = "`__has_include` needs a header in parentheses";
    Diagnostic::error("has-include-operand", span, message).help("write `__has_include(<stdio.h>)`")
}
