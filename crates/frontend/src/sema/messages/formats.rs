//! Messages about formats and their arguments (C17 7.21.6.1, 7.21.6.2).

use source::{Diagnostic, Span};

use super::counted;

/// An argument of another type than its directive wants (C17 7.21.6.1p9, 7.21.6.2p10).
pub(in crate::sema) fn format_mismatch(
    span: Span,
    directive: &str,
    needed: &str,
    given: &str,
    is_scan: bool,
) -> Diagnostic {
    let does = if is_scan { "takes" } else { "prints" };
    let sentence = format!("`{directive}` {does} {needed}, but this argument is `{given}`");
    let clause = if is_scan { "C17 7.21.6.2p10" } else { "C17 7.21.6.1p9" };
    Diagnostic::warning("format-argument", span, sentence)
        .label(format!("this belongs to `{directive}`"))
        .note(format!("the behaviour is undefined ({clause})"))
}

/// A directive for which there is no argument (C17 7.21.6.1p2, 7.21.6.2p2).
pub(in crate::sema) fn format_without_argument(
    format: Span,
    directive: &str,
    (wanted, given): (usize, usize),
) -> Diagnostic {
    let sentence = format!("`{directive}` has no argument");
    let wants = counted(wanted, "argument");
    Diagnostic::warning("format-argument", format, sentence)
        .label(format!("this asks for {wants}, and {given} follow"))
        .note("the behaviour is undefined (C17 7.21.6.1p2, 7.21.6.2p2)")
        .help("add the missing argument, or remove the directive; a percent sign is written `%%`")
}

/// An argument that no directive asks for (C17 7.21.6.1p2).
pub(in crate::sema) fn argument_without_format(
    span: Span,
    format: Span,
    is_scan: bool,
) -> Diagnostic {
    let done = if is_scan { "read into" } else { "printed" };
    Diagnostic::warning("format-argument", span, format!("this argument is not {done}"))
        .also(format, "nothing here asks for it")
        .help("add a directive for it, such as `%d`, or remove it")
}
