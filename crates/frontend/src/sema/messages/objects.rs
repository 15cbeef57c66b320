//! Messages about objects: what can be declared, with which type.

use source::{Diagnostic, Span};

/// A variable of type void (C17 6.7p7).
pub(in crate::sema) fn void_object(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("void-object", span, format!("`{name}` cannot have type `void`"))
        .note("void has no values (C17 6.2.5p19)")
        .help(format!("`void *{name}` is a pointer to anything"))
}

/// An array whose length nothing says (C17 6.7p7).
pub(in crate::sema) fn array_without_length(span: Span, name: &str, ty: &str) -> Diagnostic {
    let sentence = format!("the length of the array `{name}` (`{ty}`) is missing");
    Diagnostic::error("array-without-length", span, sentence)
        .note("memory is reserved for it here, so its size must be known (C17 6.7p7)")
        .help("write a length between the brackets, or initialize it")
}

/// An object of incomplete type (C17 6.7p7).
pub(in crate::sema) fn incomplete_object(
    span: Span,
    name: &str,
    ty: &str,
    declared: Option<Span>,
) -> Diagnostic {
    let sentence = format!("`{name}` has type `{ty}`, which is not defined here");
    let diagnostic = Diagnostic::error("incomplete-type", span, sentence)
        .note("the size of an object is known where it is declared (C17 6.7p7)");
    match declared {
        Some(declared) if declared != span => {
            diagnostic.also(declared, format!("`{ty}` is only named here, without its members"))
        }
        _ => diagnostic,
    }
}

/// A parameter of incomplete type in a definition (C17 6.9.1p7).
pub(in crate::sema) fn incomplete_parameter(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("this parameter has type `{ty}`, which is not defined here");
    Diagnostic::error("incomplete-type", span, sentence).note("C17 6.7.6.3p4")
}

/// A tentative definition of an array of unknown length (C17 6.9.2p5).
pub(in crate::sema) fn tentative_array(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the array `{name}` gets one element, since nothing says its length");
    Diagnostic::warning("tentative-array", span, sentence).note("C17 6.9.2p5")
}

/// An `extern` declaration in a block with an initializer (C17 6.7.9p5).
pub(in crate::sema) fn initialized_extern(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`extern {name}` in a function cannot have an initial value");
    Diagnostic::error("initialized-extern", span, sentence).note("C17 6.7.9p5")
}

/// A type name with an initializer.
pub(in crate::sema) fn initialized_typedef(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is a type name and cannot have an initial value");
    Diagnostic::error("initialized-typedef", span, sentence)
}

/// A function with an initializer (C17 6.7.9p3).
pub(in crate::sema) fn initialized_function(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the function `{name}` cannot have an initial value");
    Diagnostic::error("initialized-function", span, sentence).note("C17 6.7.9p3")
}

/// `inline` on an object (C17 6.7.4p1).
pub(in crate::sema) fn inline_object(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is not a function: `inline` is for functions");
    Diagnostic::error("inline-object", span, sentence).note("C17 6.7.4p1")
}

/// `auto` or `register` outside functions (C17 6.9p2).
pub(in crate::sema) fn automatic_at_file_scope(span: Span, is_auto: bool) -> Diagnostic {
    let word = if is_auto { "auto" } else { "register" };
    let sentence = format!("`{word}` is for variables inside functions");
    Diagnostic::error("automatic-at-file-scope", span, sentence).note("C17 6.9p2")
}
