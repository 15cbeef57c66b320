//! Messages about names: undeclared, misspelled, declared twice.

use source::{Diagnostic, Span};

/// A name that nothing declares (C17 6.5.1p2).
pub(in crate::sema) fn undeclared_name(
    span: Span,
    name: &str,
    header: Option<&str>,
    near: Option<&str>,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("undeclared-name", span, format!("`{name}` is not declared here"))
            .note("a name is declared before it is used (C17 6.5.1p2)");
    match (header, near) {
        (Some(header), _) => {
            diagnostic.help(format!("`{name}` comes from the C library: add `#include <{header}>`"))
        }
        (None, Some(near)) => diagnostic.help(format!("did you mean `{near}`?")),
        (None, None) => {
            diagnostic.help(format!("declare it first, for example `int {name};`, or correct it"))
        }
    }
}

/// A call of a name that nothing declares, in C89.
pub(in crate::sema) fn implicit_function(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is declared by being called");
    Diagnostic::warning("implicit-function", span, sentence)
        .note("in C89 alone, where its arguments are not checked; C17 6.5.1p2 wants a declaration")
        .help("declare it, or include the header that does")
}

/// A call of a name that nothing declares; the nearest one may be in a header that is not included.
pub(in crate::sema) fn undeclared_function(
    span: Span,
    name: &str,
    header: Option<&str>,
    near: Option<(&str, Option<&str>)>,
) -> Diagnostic {
    let sentence = format!("the function `{name}` is not declared");
    let diagnostic = Diagnostic::error("undeclared-function", span, sentence)
        .note("a function is declared before it is called; C has no implicit declarations any more (C17 6.5.1p2)");
    match (header, near) {
        (Some(header), _) => {
            diagnostic.help(format!("`{name}` comes from the C library: add `#include <{header}>`"))
        }
        (None, Some((near, Some(header)))) => {
            diagnostic.help(format!("did you mean `{near}`, from `#include <{header}>`?"))
        }
        (None, Some((near, None))) => diagnostic.help(format!("did you mean `{near}`?")),
        (None, None) => diagnostic.help(format!(
            "write its declaration above this function, for example `int {name}(void);`"
        )),
    }
}

/// A typedef name where a value is wanted.
pub(in crate::sema) fn type_as_value(span: Span, name: &str, declared: Span) -> Diagnostic {
    let sentence = format!("`{name}` is the name of a type, not of a value");
    Diagnostic::error("type-as-value", span, sentence).also(declared, "declared here")
}

/// A type name that nothing declares.
pub(in crate::sema) fn unknown_type(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("unknown-type", span, format!("`{name}` does not name a type here"))
}

/// A name that is declared twice in a scope (C17 6.7p3).
pub(in crate::sema) fn redefinition(span: Span, name: &str, first: Span) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("redefinition", span, format!("`{name}` is defined a second time"))
            .note("a name stands for one thing in each scope (C17 6.7p3, 6.9p3)")
            .help("rename one of them, or delete one");
    if first == span { diagnostic } else { diagnostic.also(first, "first defined here") }
}

/// A declaration that does not agree with an earlier one (C17 6.7p4).
pub(in crate::sema) fn conflicting_types(
    span: Span,
    name: &str,
    new: &str,
    old: &str,
    first: Span,
) -> Diagnostic {
    let sentence = format!("`{name}` is declared as `{new}` here, and as `{old}` before");
    Diagnostic::error("conflicting-types", span, sentence)
        .also(first, format!("here it is `{old}`"))
        .note("all declarations of a name agree in type (C17 6.7p4)")
}

/// `static` after a declaration with external linkage (C17 6.2.2p7).
pub(in crate::sema) fn static_after_extern(span: Span, name: &str, first: Span) -> Diagnostic {
    let sentence = format!("`{name}` is `static` here, but was declared without `static` before");
    Diagnostic::error("linkage-conflict", span, sentence)
        .also(first, "declared without `static` here")
        .note("a name has one linkage in a file (C17 6.2.2p7)")
        .help("write `static` in both places, or in neither")
}

/// No `static` after a `static` declaration (C17 6.2.2p7).
pub(in crate::sema) fn extern_after_static(span: Span, name: &str, first: Span) -> Diagnostic {
    let sentence = format!("`{name}` is declared without `static` here, but was `static` before");
    Diagnostic::error("linkage-conflict", span, sentence)
        .also(first, "declared `static` here")
        .note("a name has one linkage in a file (C17 6.2.2p7)")
        .help("write `static` in both places, or in neither")
}

/// A tag defined twice (C17 6.7.2.3p1).
pub(in crate::sema) fn tag_redefinition(
    span: Span,
    word: &str,
    tag: &str,
    first: Span,
) -> Diagnostic {
    Diagnostic::error("redefinition", span, format!("`{word} {tag}` is defined a second time"))
        .also(first, "first defined here")
        .note("the content of a type is defined once (C17 6.7.2.3p1)")
}

/// A tag used with another keyword than it was declared with (C17 6.7.2.3p3).
pub(in crate::sema) fn wrong_kind_of_tag(span: Span, tag: &str, first: Span) -> Diagnostic {
    let sentence = format!("the tag `{tag}` was declared as another kind of type");
    Diagnostic::error("wrong-kind-of-tag", span, sentence)
        .also(first, "declared here")
        .note("struct, union and enum tags share one name space (C17 6.2.3, 6.7.2.3p2)")
}

/// `enum tag` without a definition (C17 6.7.2.3p3).
pub(in crate::sema) fn unknown_enum(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::error("unknown-enum", span, format!("`enum {tag}` is not defined"))
        .note("an enumeration is defined before it is used (C17 6.7.2.3p3)")
        .help(format!("write `enum {tag} {{ … }};` above"))
}

/// Two members of one name (C17 6.7.2.1p2).
pub(in crate::sema) fn duplicate_member(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-member", span, format!("there are two members named `{name}`"))
        .also(first, "the first is here")
}

/// A label defined twice in a function (C17 6.8.1p3).
pub(in crate::sema) fn duplicate_label(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-label", span, format!("the label `{name}` is defined twice"))
        .also(first, "first defined here")
        .note("a label is unique in its function (C17 6.8.1p3)")
}

/// A `goto` to a label that the function does not have (C17 6.8.6.1p1).
pub(in crate::sema) fn undeclared_label(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let sentence = format!("this function has no label `{name}`");
    let diagnostic = Diagnostic::error("undeclared-label", span, sentence)
        .note("`goto` leads to a label in the same function (C17 6.8.6.1p1)");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("write `{name}:` before the statement to go to")),
    }
}

/// A member that the record does not have (C17 6.5.2.3p1).
pub(in crate::sema) fn missing_member(
    span: Span,
    name: &str,
    record: &str,
    near: Option<&str>,
    declared: Option<Span>,
) -> Diagnostic {
    let sentence = format!("`{record}` has no member named `{name}`");
    let mut diagnostic = Diagnostic::error("missing-member", span, sentence);
    if let Some(declared) = declared {
        diagnostic = diagnostic.also(declared, format!("`{record}` is defined here"));
    }
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}
