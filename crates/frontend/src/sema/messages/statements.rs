//! Messages about statements (C17 6.8).

use source::{Diagnostic, Span};

/// A controlling expression that is no scalar (C17 6.8.4.1p1, 6.8.5p2).
pub(in crate::sema) fn condition_not_scalar(span: Span, of: &str, ty: &str) -> Diagnostic {
    let sentence = format!("the condition of `{of}` is a number or a pointer, not `{ty}`");
    Diagnostic::error("condition-not-scalar", span, sentence)
        .note("C17 6.8.4.1p1, 6.8.5p2, 6.5.15p2")
}

/// A controlling expression of `switch` that is no integer (C17 6.8.4.2p1).
pub(in crate::sema) fn switch_not_integer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`switch` takes an integer, not `{ty}`");
    let diagnostic = Diagnostic::error("switch-not-integer", span, sentence).note("C17 6.8.4.2p1");
    match ty.ends_with("char *") {
        true => diagnostic.help("compare strings with `strcmp` and `if`"),
        false => diagnostic,
    }
}

/// `=` where `==` may be meant.
pub(in crate::sema) fn assignment_as_condition(span: Span, value: Span) -> Diagnostic {
    Diagnostic::warning(
        "assignment-as-condition",
        span,
        "this condition assigns, it does not compare",
    )
    .also(value, "this value is stored, and then tested")
    .help("write `==` to compare, or put parentheses around the assignment if it is meant")
}

/// A value that is computed for nothing.
pub(in crate::sema) fn unused_value(span: Span, is_comparison: bool) -> Diagnostic {
    let diagnostic = Diagnostic::warning("unused-value", span, "this statement has no effect")
        .note("its value is computed and not used (C17 6.8.3p2)");
    match is_comparison {
        true => diagnostic.help("write `=` to assign"),
        false => diagnostic,
    }
}

/// `case` or `default` outside a switch (C17 6.8.1p2).
pub(in crate::sema) fn case_outside(span: Span, word: &str) -> Diagnostic {
    let sentence = format!("`{word}` stands outside of any `switch`");
    Diagnostic::error("case-outside-switch", span, sentence).note("C17 6.8.1p2")
}

/// Two cases of one value (C17 6.8.4.2p3).
pub(in crate::sema) fn duplicate_case(span: Span, value: i128, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-case", span, format!("there are two cases for the value {value}"))
        .also(first, "the first is here")
        .note("C17 6.8.4.2p3")
        .help("remove one of them, or change its value")
}

/// Two defaults (C17 6.8.4.2p3).
pub(in crate::sema) fn duplicate_default(span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-default", span, "this `switch` has two defaults")
        .also(first, "the first is here")
        .note("C17 6.8.4.2p3")
}

/// `break` with nothing to leave (C17 6.8.6.3p1).
pub(in crate::sema) fn break_outside(span: Span) -> Diagnostic {
    Diagnostic::error("break-outside", span, "`break` stands outside of any loop or `switch`")
        .note("C17 6.8.6.3p1")
        .help("`return` leaves a function; an `if` is not left, it ends by itself")
}

/// `continue` with nothing to continue (C17 6.8.6.2p1).
pub(in crate::sema) fn continue_outside(span: Span) -> Diagnostic {
    Diagnostic::error("continue-outside", span, "`continue` stands outside of any loop")
        .note("C17 6.8.6.2p1")
        .help("it goes on with the next round of a `for`, `while` or `do`; without one, remove it")
}

/// `return;` in a function that returns a value (C17 6.8.6.4p1).
pub(in crate::sema) fn return_without_value(
    span: Span,
    name: &str,
    ty: &str,
    declared: Span,
) -> Diagnostic {
    let sentence = format!("`{name}` returns `{ty}`, but this `return` has no value");
    Diagnostic::error("return-without-value", span, sentence)
        .also(declared, "declared here")
        .note("C17 6.8.6.4p1")
        .help("write the value after `return`, or declare the function as `void`")
}

/// `return value;` in a void function (C17 6.8.6.4p1).
pub(in crate::sema) fn return_with_value(span: Span, name: &str, declared: Span) -> Diagnostic {
    let sentence = format!("`{name}` returns nothing (`void`), but this `return` has a value");
    Diagnostic::error("return-with-value", span, sentence)
        .also(declared, "declared here")
        .note("C17 6.8.6.4p1")
        .help("leave the value away, or declare the function with its type")
}

/// `return &local;`.
pub(in crate::sema) fn returned_address_of_local(
    span: Span,
    name: &str,
    declared: Span,
) -> Diagnostic {
    let sentence = format!("this returns the address of `{name}`, which is gone after the return");
    Diagnostic::warning("returned-address-of-local", span, sentence)
        .also(declared, format!("`{name}` lives only while the function runs"))
        .note("its lifetime ends when the function returns (C17 6.2.4p2, p6)")
}

/// `case 5 ... 1` (GNU C).
pub(in crate::sema) fn empty_case_range(span: Span) -> Diagnostic {
    Diagnostic::warning("empty-range", span, "this range of cases has no values")
        .label("its first value is greater than its last")
        .help("write the smaller value first")
}

/// `&&label` outside a function (GNU C).
pub(in crate::sema) fn label_outside(span: Span) -> Diagnostic {
    Diagnostic::error("label-outside", span, "a label has an address only in its function")
        .help("move this into the function that has the label")
}

/// `({ … })` outside a function (GNU C).
pub(in crate::sema) fn statement_expression_outside(span: Span) -> Diagnostic {
    let sentence = "a block can be an expression only in a function";
    Diagnostic::error("statement-expression-outside", span, sentence)
        .help("write a constant here, or give the value in a function")
}
