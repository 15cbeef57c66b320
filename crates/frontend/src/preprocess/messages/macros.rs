//! Macros: their definitions and uses (C17 6.10.3).

use source::{Diagnostic, Span};

use super::{counted, quote};

pub(in super::super) fn macro_name_expected(
    span: Span,
    directive: &str,
    is_missing: bool,
) -> Diagnostic {
    let message = if is_missing {
        format!("`#{directive}` needs the name of a macro")
    } else {
        format!("after `#{directive}` a name is expected")
    };
    let diagnostic = Diagnostic::error("macro-name-expected", span, message).note("C17 6.10");
    match directive {
        "ifdef" | "ifndef" => diagnostic.help("for an expression, write `#if` instead"),
        _ => diagnostic.help("a name begins with a letter or `_`"),
    }
}

pub(in super::super) fn reserved_macro_name(span: Span, name: &str) -> Diagnostic {
    let message = format!("{} cannot be defined or undefined", quote(name));
    Diagnostic::error("reserved-macro-name", span, message)
        .help("choose another name")
        .note("C17 6.10.8p2")
}

pub(in super::super) fn space_after_macro_name(span: Span) -> Diagnostic {
    Diagnostic::error("space-after-macro-name", span, "a space is missing after the macro's name")
        .help("add a space: `#define NAME value`")
        .note("C17 6.10.3p3")
}

pub(in super::super) fn open_parameter_list(open: Span) -> Diagnostic {
    let message = "this parameter list never ends: its `)` is missing on this line";
    Diagnostic::error("open-parameter-list", open, message)
        .help("add `)`; for a macro without parameters, put a space before the `(`")
        .note("C17 6.10.3")
}

pub(in super::super) fn parameter_expected(span: Span) -> Diagnostic {
    Diagnostic::error("parameter-expected", span, "the name of a parameter is expected here")
        .help("a macro's parameters are names alone, without types: `#define MAX(a, b) …`")
        .note("C17 6.10.3")
}

pub(in super::super) fn parameter_separator(span: Span, is_variadic: bool) -> Diagnostic {
    if is_variadic {
        return Diagnostic::error("parameter-after-dots", span, "`...` must be the last parameter")
            .help("put `)` after `...`")
            .note("C17 6.10.3p5");
    }
    Diagnostic::error("parameter-separator", span, "`,` or `)` is expected after a parameter")
        .help("a macro's parameters are names alone, without types: `#define MAX(a, b) …`")
        .note("C17 6.10.3")
}

pub(in super::super) fn parameter_twice(span: Span, name: &str) -> Diagnostic {
    let message = format!("there are two parameters {}", quote(name));
    Diagnostic::error("parameter-twice", span, message)
        .help("give one of them another name")
        .note("C17 6.10.3p6")
}

pub(in super::super) fn va_args_misplaced(span: Span) -> Diagnostic {
    let message = "`__VA_ARGS__` only means something in a macro whose parameters end in `...`";
    Diagnostic::error("va-args-misplaced", span, message)
        .help("make `...` the last parameter, or use another name")
        .note("C17 6.10.3p5")
}

pub(in super::super) fn paste_at_edge(span: Span) -> Diagnostic {
    let message = "`##` joins two things, and here it stands at the edge of the macro";
    Diagnostic::error("paste-at-edge", span, message)
        .help("put something on both sides of it, or remove it")
        .note("C17 6.10.3.3p1")
}

pub(in super::super) fn stringize_operand(span: Span) -> Diagnostic {
    Diagnostic::error("stringize-operand", span, "`#` must be followed by a parameter of the macro")
        .help("put the name of a parameter after it; a macro cannot make a directive")
        .note("C17 6.10.3.2p1")
}

pub(in super::super) fn macro_redefined(span: Span, name: &str, earlier: Span) -> Diagnostic {
    let message = format!("{} is defined again, and differently", quote(name));
    Diagnostic::error("macro-redefined", span, message)
        .also(earlier, "first defined here")
        .help(format!("give one of them another name, or write `#undef {name}` before this line"))
        .note("C17 6.10.3p2")
}

pub(in super::super) fn open_macro_use(
    name_span: Span,
    open: Span,
    name: &str,
    defined: Span,
) -> Diagnostic {
    let message = format!("the arguments of {} never end: `)` is missing", quote(name));
    Diagnostic::error("open-macro-use", name_span, message)
        .also(open, "the `(` is here")
        .also(defined, "the macro is defined here")
        .help("add the `)` after the last argument")
        .note("C17 6.10.3p4")
}

pub(in super::super) fn argument_count(
    span: Span,
    name: &str,
    given: usize,
    wanted: usize,
    is_variadic: bool,
    defined: Span,
) -> Diagnostic {
    let least = if is_variadic { "at least " } else { "" };
    let wanted = counted(wanted, "argument");
    let message = format!("the macro {} takes {least}{wanted}, not {given}", quote(name));
    Diagnostic::error("macro-argument-count", span, message)
        .also(defined, "the macro is defined here")
        .help("commas inside parentheses do not separate arguments, those inside `{}` or `[]` do")
        .note("C17 6.10.3p4")
}

pub(in super::super) fn stringize_failed(span: Span, text: &str, operator: Span) -> Diagnostic {
    let message = format!("`#` makes {} here, which is not a string", quote(text));
    Diagnostic::error("stringize-failed", span, message)
        .also(operator, "the `#` is here")
        .help("a single `\\` cannot be made into a string this way")
        .note("C17 6.10.3.2p2")
}

pub(in super::super) fn paste_failed(
    span: Span,
    left: &str,
    right: &str,
    operator: Span,
) -> Diagnostic {
    let message = format!("`##` cannot join {} and {} into one token", quote(left), quote(right));
    Diagnostic::error("paste-failed", span, message)
        .also(operator, "the `##` is here")
        .help("`##` is for making names and numbers; to put two things side by side, leave it out")
        .note("C17 6.10.3.3p3")
}
