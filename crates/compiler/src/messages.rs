//! What there is to say when files are put together: each message by a function of its own.

use source::{Diagnostic, Span};

use crate::library::library_source;

/// Nobody defines a function that is called, or whose address is taken.
pub(crate) fn undefined_function(span: Span, name: &str, is_called: bool) -> Diagnostic {
    let used = if is_called { "called" } else { "used" };
    Diagnostic::error("undefined-function", span, format!("`{name}` is {used} but defined nowhere"))
        .note("it is declared, but neither the files given nor the C library define it")
        .help(format!("define `{name}`, or give the file that defines it too"))
}

/// Nobody defines an object that is used.
pub(crate) fn undefined_object(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "undefined-object",
        span,
        format!("`{name}` is declared `extern` but defined nowhere"),
    )
    .help(format!("define `{name}` without `extern` in one file, or give the file that does"))
}

/// Nobody defines what an object uses that was compiled before.
pub(crate) fn undefined_in_object(span: Span, name: &str, is_of_glibc: bool) -> Diagnostic {
    let message = format!("`{name}` is used in this object file, but defined nowhere");
    let said = Diagnostic::error("undefined-in-object", span, message);
    match is_of_glibc {
        true => said
            .note("the file was compiled with the headers of another C library, which has this")
            .help("compile its source with `cutaway build -c`, or link all of it with the other compiler, statically, and give cutaway the program"),
        false => said
            .note("neither the files given nor the C library define it")
            .help("give the file that defines it too"),
    }
}

/// There is no `main`.
pub(crate) fn no_main(span: Span) -> Diagnostic {
    Diagnostic::error("no-main", span, "this program has no `main`")
        .note("a program begins in the function `main` (C17 5.1.2.2.1)")
        .help("add one: `int main(void) { return 0; }`")
}

/// There is no `main`, but a function that was probably meant to be it.
pub(crate) fn misspelled_main(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("no-main", span, format!("this program has no `main`, but a `{name}`"))
        .note("a program begins in the function `main` (C17 5.1.2.2.1)")
        .help("write `main`; capital and small letters are different in C")
}

/// Two files define the same thing.
pub(crate) fn defined_twice(first: Span, second: Span, name: &str) -> Diagnostic {
    Diagnostic::error("defined-twice", second, format!("`{name}` is defined twice"))
        .also(first, "it is defined here too")
        .help("keep one definition and declare it in the other file, or make both `static`")
        .note(ONE_DEFINITION)
}

/// A file and a library that the program also needs define the same thing; `object` is the library's object.
pub(crate) fn defined_in_library(span: Span, name: &str, object: &str) -> Diagnostic {
    let said = Diagnostic::error("defined-twice", span, format!("`{name}` is defined twice"));
    match library_source(object) {
        Some(_) => said.label("the C library, which this program also needs, defines it too"),
        None => said.label(format!("`{object}` of a library that was given defines it too")),
    }
    .help("give it another name, or make it `static`")
    .note(ONE_DEFINITION)
}

const ONE_DEFINITION: &str = "what several files share has one definition among them (C17 6.9p5)";

/// Anything else that the linker says.
pub(crate) fn link_failed(span: Span, why: &str) -> Diagnostic {
    Diagnostic::error("link-failed", span, format!("the program cannot be put together: {why}"))
}
