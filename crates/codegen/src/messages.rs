//! What the code generator has to say: each message by a function of its own.

use source::{Diagnostic, Span};

/// `_Alignas` above what the stack guarantees.
pub(crate) fn alignment(span: Span, align: u64) -> Diagnostic {
    Diagnostic::error(
        "alignment-not-supported",
        span,
        format!("an alignment of {align} for an automatic object is not supported yet"),
    )
    .note("the stack pointer is a multiple of 16, so 16 is the largest alignment of a local object")
    .help("copy it into an object that is declared with its name, or make it `static`")
}

/// The locals of a function do not fit a frame.
pub(crate) fn frame_too_large(span: Span, limit: i64) -> Diagnostic {
    Diagnostic::error(
        "frame-too-large",
        span,
        "the local objects of this function take too much memory",
    )
    .note(format!("a frame holds at most {limit} bytes"))
    .help("make a large array `static`, or allocate it with malloc")
}

/// An object with static storage duration that no address space of ours holds.
pub(crate) fn object_too_large(span: Span, size: u64, limit: u64) -> Diagnostic {
    Diagnostic::error(
        "object-too-large",
        span,
        format!("this object has {size} bytes, which is too large"),
    )
    .note(format!("an object with static storage duration has at most {limit} bytes"))
    .help("make it smaller, or allocate it with malloc")
}

/// More locals, or more types, than the access table can number.
pub(crate) fn too_many(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error("too-many", span, format!("there are too many {what} here"))
        .note("the access table numbers at most 65535 of them")
        .help("split the function or the file")
}

/// The address of a function that is one instruction where it is called.
pub(crate) fn intrinsic_address(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "intrinsic-address",
        span,
        format!("`{name}` has no address: it is one instruction where it is called"),
    )
    .help("call it directly, with the number of arguments that it is declared with")
}
