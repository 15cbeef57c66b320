//! Messages about attributes of GNU C, and about `_Thread_local`.

use source::{Diagnostic, Span};

/// A priority that is none.
pub(in crate::sema) fn bad_priority(span: Span) -> Diagnostic {
    let sentence = "the priority of a constructor or destructor is a number from 0 to 65535";
    Diagnostic::error("bad-priority", span, sentence)
        .help("functions with small numbers are called first before `main`, and last after it")
}

/// A machine mode of another kind of type.
pub(in crate::sema) fn wrong_mode(span: Span, mode: &str, ty: &str) -> Diagnostic {
    Diagnostic::error("wrong-mode", span, format!("the mode `{mode}` does not go with `{ty}`"))
        .note("`QI`, `HI`, `SI` and `DI` are modes of integers, `SF`, `DF` and `TF` floating ones")
        .help("write the type itself, such as `int` or `double`, without the attribute")
}

/// An alias of something that this file does not define.
pub(in crate::sema) fn alias_of_nothing(span: Span, target: &str) -> Diagnostic {
    let sentence = format!("this is an alias of `{target}`, which this file does not define");
    Diagnostic::error("alias-of-nothing", span, sentence)
        .note("an alias is another name of the same place, so that must be in the same file")
        .help("define it here, or call it through a function of your own")
}

/// A definition of what is declared to be an alias.
pub(in crate::sema) fn defined_alias(span: Span, alias: Span) -> Diagnostic {
    Diagnostic::error("defined-alias", span, "this is defined, and an alias of something else")
        .also(alias, "here it is said to be an alias")
        .help("leave out the definition, or the attribute")
}

/// `cleanup` of something that is no function.
pub(in crate::sema) fn cleanup_not_a_function(span: Span, name: &str) -> Diagnostic {
    let sentence =
        format!("`cleanup` wants a function, and `{name}` is none that is declared here");
    Diagnostic::error("bad-cleanup", span, sentence)
        .help("declare the function before: it takes a pointer to the object")
}

/// `cleanup` with a function that cannot be called so.
pub(in crate::sema) fn bad_cleanup(span: Span, name: &str) -> Diagnostic {
    let sentence =
        format!("`{name}` cannot clean this up: it must take a pointer to the object alone");
    Diagnostic::error("bad-cleanup", span, sentence)
}

/// A function that should not be used any more.
pub(in crate::sema) fn deprecated(
    span: Span,
    name: &str,
    reason: Option<&str>,
    said: Span,
) -> Diagnostic {
    let sentence = format!("`{name}` should not be used any more");
    let diagnostic =
        Diagnostic::warning("deprecated", span, sentence).also(said, "it says so here");
    match reason {
        Some(reason) => diagnostic.note(reason.to_string()),
        None => diagnostic,
    }
}

/// A result that should be used.
pub(in crate::sema) fn unused_result(span: Span, name: &str, declared: Span) -> Diagnostic {
    let sentence = format!("the result of `{name}` is thrown away");
    Diagnostic::warning("unused-result", span, sentence)
        .also(declared, "its declaration says that it should be used")
        .help(format!("use it, or write `(void){name}(…)` if you mean it"))
}

/// A null pointer where none may be.
pub(in crate::sema) fn null_argument(
    span: Span,
    name: &str,
    number: usize,
    declared: Span,
) -> Diagnostic {
    let sentence = format!("argument {number} of `{name}` is a null pointer");
    Diagnostic::warning("null-argument", span, sentence)
        .also(declared, "its declaration says that it may not be one")
}

/// `_Thread_local` on an automatic object.
pub(in crate::sema) fn automatic_thread_local(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is a local variable, and each thread has its own already");
    Diagnostic::error("automatic-thread-local", span, sentence)
        .note("in a block `_Thread_local` stands with `static` or `extern` (C17 6.7.1p3)")
        .help("write `static _Thread_local` for one that outlives the call, or leave the word out")
}

/// `_Thread_local` on a function.
pub(in crate::sema) fn thread_local_function(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is a function, and only objects can be `_Thread_local`");
    Diagnostic::error("thread-local-function", span, sentence).note("C17 6.7.1p4")
}

/// Declarations that disagree on `_Thread_local`.
pub(in crate::sema) fn thread_local_differs(
    span: Span,
    name: &str,
    first: Span,
    is_missing: bool,
) -> Diagnostic {
    let (here, there) = match is_missing {
        true => ("without", "with it"),
        false => ("with", "without it"),
    };
    let sentence = format!("`{name}` is declared {here} `_Thread_local` here, and {there} before");
    Diagnostic::error("thread-local-differs", span, sentence)
        .also(first, "declared here first")
        .note("it stands in every declaration of an object, or in none (C17 6.7.1p3)")
}

/// The address of something thread-local as a constant.
pub(in crate::sema) fn thread_local_address(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the address of `{name}` is no constant: each thread has its own");
    Diagnostic::error("thread-local-address", span, sentence)
        .note("C17 6.6p9: an address constant points to an object with static storage duration")
        .help("set the pointer when the program runs")
}
