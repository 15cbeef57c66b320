//! The messages about slips that C allows.

use source::{Diagnostic, Span};

/// A constant index outside of an array (C17 6.5.6p8).
pub(super) fn index_outside(
    span: Span,
    text: &str,
    array: &str,
    index: i64,
    length: u64,
) -> Diagnostic {
    let sentence = match index < 0 {
        true => format!("`{text}` is before the first element of `{array}`"),
        false => format!("`{text}` is behind the last element of `{array}`"),
    };
    let elements = if length == 1 { "element" } else { "elements" };
    let diagnostic = Diagnostic::warning("index-out-of-bounds", span, sentence)
        .label(format!("`{array}` has {length} {elements}"))
        .note("an index counts from 0 (C17 6.5.2.1p2, 6.5.6p8)");
    match length.checked_sub(1) {
        Some(0) => diagnostic.help(format!("its only element is `{array}[0]`")),
        Some(last) => {
            diagnostic.help(format!("its elements are `{array}[0]` to `{array}[{last}]`"))
        }
        None => diagnostic.help("give it a length"),
    }
}

/// A comparison that the type of an operand decides; the operand's text, type and values.
pub(super) fn comparison_always(
    span: Span,
    text: &str,
    always: bool,
    (operand, ty, (least, greatest)): (&str, &str, (i128, i128)),
    is_end_of_file: bool,
) -> Diagnostic {
    let sentence = format!("`{text}` is always {always}");
    let diagnostic = Diagnostic::warning("comparison-always", span, sentence)
        .label(format!("`{operand}` is of type `{ty}`, whose values are {least} to {greatest}"));
    match (is_end_of_file, least) {
        (true, _) => diagnostic
            .note("plain `char` has no sign on this machine (RISC-V psABI)")
            .help("keep what `getchar` returns in an `int`, which can also hold `EOF`"),
        (false, 0) => diagnostic.help("use a signed type, if it is to go below 0"),
        _ => diagnostic.help("compare with a value that it can have, or use a larger type"),
    }
}

/// A `case` that is reached from the statements before it (C17 6.8.4.2p4).
pub(super) fn missing_break(label: Span, text: &str, last: Span) -> Diagnostic {
    let sentence = format!("`{text}` is also reached from the case before it");
    Diagnostic::warning("missing-break", label, sentence)
        .also(last, "no `break` follows this")
        .note("a `case` is only a label: control runs past it (C17 6.8.4.2p4)")
        .help("add `break;` before it, or the comment `/* fall through */` if this is meant")
}

/// A variable that is used before it has a value (C17 6.3.2.1p2).
pub(super) fn uninitialised(span: Span, name: &str, declared: Span) -> Diagnostic {
    let sentence = format!("`{name}` is used before it has a value");
    Diagnostic::warning("uninitialised-use", span, sentence)
        .label("it holds whatever was in its memory before")
        .also(declared, "it is declared here, without a value")
        .note("C17 6.3.2.1p2, 6.7.9p10")
        .help("give it a value where it is declared, or before this line")
}

/// A local variable that hides another (C17 6.2.1p4).
pub(super) fn shadowing(span: Span, name: &str, hidden: Span) -> Diagnostic {
    let sentence = format!("this `{name}` hides another variable of that name");
    Diagnostic::warning("shadowing", span, sentence)
        .also(hidden, "the other one, which cannot be used until this block ends")
        .note("inside a block, the innermost declaration counts (C17 6.2.1p4)")
        .help("give it another name")
}
