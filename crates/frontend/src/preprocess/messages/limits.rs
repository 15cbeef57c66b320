//! Limits, and files that are no C at all.

use source::{Diagnostic, FileId, SourceMap, Span};

pub(in super::super) fn too_many_errors(span: Span, max: usize) -> Diagnostic {
    Diagnostic::error(
        "too-many-errors",
        span,
        format!("there are {max} errors; the rest is not read"),
    )
    .help("repair the first ones and compile again: later ones often go with them")
}

pub(in super::super) fn binary_file(map: &SourceMap, file: FileId) -> Diagnostic {
    let name = &map.file(file).name;
    let is_elf = map.file(file).text.starts_with("\u{7f}ELF");
    let help = if is_elf {
        "this is a compiled program; give the `.c` file that it was made from"
    } else {
        "give a text file with a C program in it"
    };
    let message = format!("`{name}` is not C text: it holds binary data");
    Diagnostic::error("binary-file", Span::new(file, 0, 0), message).help(help)
}

pub(in super::super) fn too_much_text(span: Span, max: usize) -> Diagnostic {
    let message = format!("with this file the program has more than {} MiB of text", max >> 20);
    Diagnostic::error("text-size-limit", span, message)
        .note("a file that is included again counts again")
        .help("look for headers that include each other without a guard, such as `#pragma once`")
}

pub(in super::super) fn too_much_spelled(span: Span, max: usize) -> Diagnostic {
    let message = format!("`#` and `##` have made more than {} MiB of text here", max >> 20);
    Diagnostic::error("macro-text-limit", span, message)
        .help("look for macros that double what they are given each time they are used")
}

pub(in super::super) fn too_many_tokens(span: Span, max: usize) -> Diagnostic {
    let message = format!("this program has more than {max} tokens; the rest is not read");
    Diagnostic::error("token-limit", span, message).help("split it into several files")
}

pub(in super::super) fn too_many_includes(span: Span, max: usize) -> Diagnostic {
    let message = format!("this program includes files more than {max} times");
    Diagnostic::error("include-count-limit", span, message)
        .help("look for headers that include each other without a guard, such as `#pragma once`")
}

pub(in super::super) fn includes_too_deep(
    span: Span,
    header: &str,
    chain: &[&str],
    max: usize,
) -> Diagnostic {
    let message =
        format!("`#include {header}` is {max} files deep: files include each other in a circle");
    let mut note = String::from("the circle is");
    for name in chain.iter().rev().chain(chain.last()) {
        note.push_str(&format!(" `{name}` →"));
    }
    Diagnostic::error("include-depth-limit", span, message)
        .note(note.trim_end_matches(" →"))
        .help("put `#pragma once` at the top of each header, or leave out one of the includes")
}

pub(in super::super) fn conditionals_too_deep(span: Span, max: usize) -> Diagnostic {
    let message = format!("this `#if` is inside {max} others; the rest is not read");
    Diagnostic::error("conditional-depth-limit", span, message)
        .help("check that every `#if` has its `#endif`")
}

pub(in super::super) fn condition_too_deep(span: Span, max: usize) -> Diagnostic {
    let message = format!("this condition nests parentheses and operators more than {max} deep");
    Diagnostic::error("condition-depth-limit", span, message)
        .help("split it into several `#if` lines")
}

pub(in super::super) fn macros_too_large(span: Span, max: usize) -> Diagnostic {
    let message = format!("with this use, macros have produced more than {max} tokens");
    Diagnostic::error("macro-size-limit", span, message)
        .help("look for macros that each use another one several times")
}

pub(in super::super) fn macros_too_deep(span: Span, max: usize) -> Diagnostic {
    let message = format!("here macro uses stand in each other's arguments more than {max} deep");
    Diagnostic::error("macro-depth-limit", span, message)
        .help("compute part of it in a variable first")
}

pub(in super::super) fn too_many_parameters(span: Span, max: usize) -> Diagnostic {
    let message = format!("this macro has more than {max} parameters");
    Diagnostic::error("macro-parameter-limit", span, message)
        .help("a macro with `...` takes any number of arguments")
}
