//! Directives other than `#define`.

use source::{Diagnostic, LoadError, Span};

use super::super::directive::Directive;
use super::quote;
use crate::near::nearest;

pub(in super::super) fn directive_without_name(span: Span) -> Diagnostic {
    Diagnostic::error("directive-expected", span, "after `#` the name of a directive is missing")
        .help("the directives are `#include`, `#define`, `#if` and their kin")
        .note("C17 6.10")
}

pub(in super::super) fn unknown_directive(span: Span, name: &str) -> Diagnostic {
    let message = format!("there is no directive `#{name}`");
    let diagnostic = Diagnostic::error("unknown-directive", span, message).note("C17 6.10");
    let near = match name {
        "elseif" | "elsif" | "elif_" => Some("elif"),
        "import" | "include_next" => Some("include"),
        "end" | "fi" => Some("endif"),
        _ => nearest(name, Directive::ALL.iter().map(|(name, _)| *name)),
    };
    match near {
        _ if matches!(name, "elifdef" | "elifndef" | "embed") => {
            diagnostic.help("it came with C23; in C17 write `#elif defined(NAME)` or the like")
        }
        Some(near) => diagnostic.help(format!("write `#{near}`")),
        None => diagnostic.help("the directives are `#include`, `#define`, `#if` and their kin"),
    }
}

pub(in super::super) fn extra_tokens(span: Span, directive: &str) -> Diagnostic {
    let message = format!("what follows on this `#{directive}` line is ignored");
    let diagnostic = Diagnostic::warning("extra-tokens", span, message);
    match directive {
        "else" => diagnostic.help("for another condition write `#elif`"),
        _ => diagnostic.help("remove it, or make it a comment: `/* … */`"),
    }
}

pub(in super::super) fn error_directive(span: Span, text: &str) -> Diagnostic {
    let text = text.trim();
    let message = if text.is_empty() { "the program stops here with `#error`" } else { text };
    Diagnostic::error("error-directive", span, message).label("this `#error` is reached")
}

pub(in super::super) fn warning_directive(span: Span, text: &str) -> Diagnostic {
    let text = text.trim();
    let message = if text.is_empty() { "the program warns here with `#warning`" } else { text };
    Diagnostic::warning("warning-directive", span, message).label("this `#warning` is reached")
}

pub(in super::super) fn line_number_expected(span: Span) -> Diagnostic {
    Diagnostic::error("line-number-expected", span, "`#line` needs a line number")
        .help("write `#line 10` or `#line 10 \"file.c\"`")
        .note("C17 6.10.4")
}

pub(in super::super) fn line_name_expected(span: Span) -> Diagnostic {
    Diagnostic::error(
        "line-name-expected",
        span,
        "after its number, `#line` takes a file name only",
    )
    .help("write it in quotes: `#line 10 \"file.c\"`")
    .note("C17 6.10.4")
}

pub(in super::super) fn pragma_operand(span: Span) -> Diagnostic {
    Diagnostic::error("pragma-operand", span, "`_Pragma` needs a string in parentheses")
        .help("write `_Pragma(\"once\")` or the like")
        .note("C17 6.10.9")
}

pub(in super::super) fn open_conditional(opened: Span, otherwise: Option<Span>) -> Diagnostic {
    let message = "this conditional never ends: its `#endif` is missing";
    let diagnostic = Diagnostic::error("open-conditional", opened, message)
        .help("add `#endif` where the conditional part ends")
        .note("C17 6.10.1");
    match otherwise {
        Some(span) => diagnostic.also(span, "its `#else` is here"),
        None => diagnostic,
    }
}

pub(in super::super) fn conditional_expected(span: Span, directive: &str) -> Diagnostic {
    let message = format!("this `{directive}` has no `#if` before it");
    Diagnostic::error("conditional-expected", span, message)
        .help("remove it, or add the `#if` that it belongs to")
        .note("C17 6.10.1")
}

pub(in super::super) fn after_else(span: Span, directive: &str, otherwise: Span) -> Diagnostic {
    let message = format!("this `{directive}` comes after the `#else` of the same `#if`");
    Diagnostic::error("after-else", span, message)
        .also(otherwise, "the `#else` is here")
        .help("put the `#else` last; an `#endif` may be missing before this line")
        .note("C17 6.10.1")
}

pub(in super::super) fn header_expected(span: Span, found: &str) -> Diagnostic {
    let message = "`#include` needs the name of a header";
    let diagnostic = Diagnostic::error("header-expected", span, message).note("C17 6.10.2");
    let bare = found.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if found.starts_with('"') {
        diagnostic.help("the closing `\"` is missing on this line")
    } else if found.starts_with('<') {
        diagnostic.help("the closing `>` is missing on this line")
    } else if bare && !found.is_empty() {
        diagnostic.help(format!("write `#include <{found}.h>` or `#include \"{found}.h\"`"))
    } else {
        diagnostic.help("write `#include <stdio.h>` or `#include \"my.h\"`")
    }
}

pub(in super::super) fn empty_header_name(span: Span) -> Diagnostic {
    Diagnostic::error("header-expected", span, "the name of the header is empty")
        .help("write `#include <stdio.h>` or `#include \"my.h\"`")
        .note("C17 6.10.2")
}

pub(in super::super) fn header_unreadable(span: Span, path: &str, error: &LoadError) -> Diagnostic {
    let message = format!("`{path}` cannot be included: {error}");
    let code = match error {
        LoadError::Directory => "header-is-directory",
        _ => "header-unreadable",
    };
    let help = match error {
        LoadError::Directory => "name a file in that directory",
        LoadError::TooLarge => "split it into several files",
        _ => "check that the file may be read",
    };
    Diagnostic::error(code, span, message).help(help)
}

pub(in super::super) fn header_not_found(
    span: Span,
    header: &str,
    looked: &[String],
    help: String,
) -> Diagnostic {
    let message = format!("there is no header {}", quote(header));
    let mut places: Vec<String> = Vec::new();
    for directory in looked {
        let place = match directory.as_str() {
            "" | "." => "the current directory".to_string(),
            path => format!("`{path}`"),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let note = match places.as_slice() {
        [] => "no directory to look in was given".to_string(),
        places => format!("it was looked for in {}", places.join(", then in ")),
    };
    Diagnostic::error("header-not-found", span, message).note(note).help(help)
}

/// The help for a header that is beside the file, while `<…>` was written.
pub(in super::super) fn header_in_quotes(name: &str) -> String {
    format!("it is beside this file: write `#include \"{name}\"`")
}

/// The help for a header that is nowhere.
pub(in super::super) fn header_help(
    near: Option<&str>,
    available: &[&str],
    is_angled: bool,
) -> String {
    match near {
        Some(near) => format!("write `#include <{near}>`"),
        None if is_angled && !available.is_empty() => {
            format!("the library has {}", available.join(", "))
        }
        None => "check the name; another directory to look in is given with `-I DIRECTORY`".into(),
    }
}

pub(in super::super) fn embed_parameters(span: Span) -> Diagnostic {
    let message =
        "behind the name, `#embed` takes `limit(n)`, `prefix(…)`, `suffix(…)`, `if_empty(…)`";
    Diagnostic::error("embed-parameters", span, message).note("C23 6.10.4")
}

pub(in super::super) fn embed_not_found(span: Span, name: &str) -> Diagnostic {
    let message = format!("there is no file {name} of at most 1 MiB to embed");
    Diagnostic::error("header-not-found", span, message)
        .note("it is looked for where `#include` looks")
        .help("check its name, or name its directory with -I")
}
