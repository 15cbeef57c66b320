//! Messages about declarations and definitions of functions, and assertions.

use source::{Diagnostic, Span};

/// `static` on a function declared in a block (C17 6.7.1p7).
pub(in crate::sema) fn static_function_in_block(span: Span) -> Diagnostic {
    let sentence = "a function that is declared inside another one cannot be `static`";
    Diagnostic::error("static-function-in-block", span, sentence).note("C17 6.7.1p7")
}

/// A storage class other than `extern` and `static` on a definition (C17 6.9.1p4).
pub(in crate::sema) fn definition_storage_class(span: Span) -> Diagnostic {
    let sentence = "a function definition takes no storage class but `extern` or `static`";
    Diagnostic::error("definition-storage-class", span, sentence).note("C17 6.9.1p4")
}

/// A body after what declares no function (C17 6.9.1p2).
pub(in crate::sema) fn not_a_function_definition(span: Span) -> Diagnostic {
    let sentence = "a body `{ … }` follows, but this does not declare a function";
    Diagnostic::error("not-a-function-definition", span, sentence)
        .note("the parameters stand in the definition itself (C17 6.9.1p2)")
        .help("write `(void)` after the name for a function without parameters")
}

/// Declarations between a prototype and the body (C17 6.9.1p5).
pub(in crate::sema) fn old_style_declaration(span: Span) -> Diagnostic {
    let sentence = "declarations before the body belong to an old-style parameter list";
    Diagnostic::error("old-style-declaration", span, sentence)
        .note("C17 6.9.1p5")
        .help("is a `;` missing after the declaration above?")
}

/// A declaration of what is no parameter (C17 6.9.1p6).
pub(in crate::sema) fn not_a_parameter(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is not among the parameters");
    Diagnostic::error("not-a-parameter", span, sentence).note("C17 6.9.1p6")
}

/// A result of `main` that is no `int` (C17 5.1.2.2.1).
pub(in crate::sema) fn main_result(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`main` returns `int`, not `{ty}`");
    Diagnostic::warning("main-shape", span, sentence)
        .note("its result is the exit status of the program (C17 5.1.2.2.1)")
        .help("write `int main(void)`")
}

/// Parameters of `main` that it does not get (C17 5.1.2.2.1).
pub(in crate::sema) fn main_parameters(span: Span) -> Diagnostic {
    let sentence = "`main` is not called with these parameters";
    Diagnostic::warning("main-shape", span, sentence)
        .note("C17 5.1.2.2.1")
        .help("write `int main(void)` or `int main(int argc, char *argv[])`")
}

/// A function that may end without a `return` (C17 6.9.1p12).
pub(in crate::sema) fn missing_return(
    end: Span,
    name: &str,
    ty: &str,
    declared: Span,
) -> Diagnostic {
    let sentence = format!("`{name}` can end without returning a value");
    Diagnostic::warning("missing-return", end, sentence)
        .label("the function ends here")
        .also(declared, format!("it is declared to return `{ty}`"))
        .note("a caller that uses the value then gets garbage (C17 6.9.1p12)")
        .help("add a `return` with a value at the end")
}

/// A `_Static_assert` that fails (C17 6.7.10p3).
pub(in crate::sema) fn static_assertion_failed(span: Span, message: Option<&str>) -> Diagnostic {
    let sentence = match message {
        Some(message) => format!("static assertion failed: {message}"),
        None => "static assertion failed".to_string(),
    };
    Diagnostic::error("static-assertion", span, sentence).label("this is 0").note("C17 6.7.10p3")
}
