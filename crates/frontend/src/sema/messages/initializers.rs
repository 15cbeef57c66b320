//! Messages about initializers (C17 6.7.9).

use source::{Diagnostic, Span};

use crate::constant::NotConstant;

/// More initializers than there is room for (C17 6.7.9p2).
pub(in crate::sema) fn too_many_initializers(
    span: Span,
    ty: &str,
    given: usize,
    room: Option<u64>,
) -> Diagnostic {
    let sentence = match room {
        Some(room) => {
            format!("too many initializers: `{ty}` has {room} elements, {given} are given")
        }
        None => format!("too many initializers for `{ty}`"),
    };
    Diagnostic::error("too-many-initializers", span, sentence)
        .label("this one is too many")
        .note("C17 6.7.9p2")
        .help("remove what is too much, or make room for it")
}

/// An array initialized with something that is neither list nor string (C17 6.7.9p14, p16).
pub(in crate::sema) fn array_initializer(span: Span, ty: &str, given: &str) -> Diagnostic {
    let sentence = format!("the array `{ty}` cannot be initialized with `{given}`");
    Diagnostic::error("array-initializer", span, sentence)
        .note("it takes a list in braces, or a string literal for characters (C17 6.7.9p14, p16)")
        .help("write the elements in braces, `{ … }`")
}

/// A string literal longer than its array (C17 6.7.9p2).
pub(in crate::sema) fn string_too_long(span: Span, given: u64, room: u64) -> Diagnostic {
    let sentence = format!("this string has {given} characters, but the array has room for {room}");
    Diagnostic::warning("string-too-long", span, sentence)
        .note("the rest is left out (C17 6.7.9p2)")
        .help("leave the length away, `[]`, and it fits with its terminating null")
}

/// A designator where there is nothing to designate.
pub(in crate::sema) fn designator_in_scalar(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`{ty}` has neither members nor elements to designate");
    Diagnostic::error("bad-designator", span, sentence).note("C17 6.7.9p6, p7")
}

/// `.name` in an array.
pub(in crate::sema) fn member_designator_in_array(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("elements of `{ty}` are designated by `[index]`, not by a name");
    Diagnostic::error("bad-designator", span, sentence).note("C17 6.7.9p6")
}

/// `[index]` in a record.
pub(in crate::sema) fn index_designator_in_record(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("members of `{ty}` are designated by `.name`, not by an index");
    Diagnostic::error("bad-designator", span, sentence).note("C17 6.7.9p7")
}

/// A designator outside its array (C17 6.7.9p6).
pub(in crate::sema) fn designator_out_of_range(
    span: Span,
    index: i64,
    length: Option<u64>,
) -> Diagnostic {
    let sentence = match length {
        Some(length) => format!("there is no element {index}: the array has {length}"),
        None => format!("there is no element {index}"),
    };
    Diagnostic::error("designator-out-of-range", span, sentence).note("C17 6.7.9p6")
}

/// A designator that is no integer constant (C17 6.7.9p6).
pub(in crate::sema) fn designator_not_constant(span: Span) -> Diagnostic {
    let sentence = "the index of a designator is an integer constant";
    Diagnostic::error("not-constant", span, sentence).note("C17 6.7.9p6")
}

/// A value for a flexible array member.
pub(in crate::sema) fn flexible_member_initialized(span: Span) -> Diagnostic {
    let sentence = "this member has no elements of its own, so it cannot be initialized";
    Diagnostic::error("flexible-member-initialized", span, sentence).note("C17 6.7.2.1p18")
}

/// A static initializer that is no constant (C17 6.7.9p4).
pub(in crate::sema) fn initializer_not_constant(span: Span, why: &NotConstant) -> Diagnostic {
    let sentence = "the initial value of a global or `static` variable must be a constant";
    let diagnostic = Diagnostic::error("initializer-not-constant", span, sentence)
        .note("it is written into the program before the program runs (C17 6.7.9p4)")
        .help("assign it in a function instead");
    match why.span == span {
        true => diagnostic.label(why.why.clone()),
        false => diagnostic.also(why.span, why.why.clone()),
    }
}

/// A static initializer far from the start of a large object.
pub(in crate::sema) fn initializer_too_large(span: Span) -> Diagnostic {
    let sentence = "initial values of one object may fill 64 MiB at most";
    Diagnostic::error("initializer-too-large", span, sentence)
}

/// An address in an object that is too small for it.
pub(in crate::sema) fn address_too_wide(span: Span) -> Diagnostic {
    let sentence = "an address has 8 bytes and does not fit this object";
    Diagnostic::error("initializer-not-constant", span, sentence).note("C17 6.6p9")
}

/// `[5 ... 1] =` (GNU C).
pub(in crate::sema) fn empty_range(span: Span) -> Diagnostic {
    Diagnostic::error("empty-range", span, "this range has no elements")
        .label("its first index is greater than its last")
        .help("write the smaller index first")
}

/// A range of more elements than are initialized one by one.
pub(in crate::sema) fn range_too_long(span: Span, count_max: usize) -> Diagnostic {
    let sentence = format!("this range has more than {count_max} elements");
    Diagnostic::error("range-too-long", span, sentence)
        .help("set the elements in a loop when the program runs")
}

/// An initializer is needed to infer a type (C23 6.7.10).
pub(in crate::sema) fn nothing_to_infer(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the type of `{name}` cannot be inferred");
    Diagnostic::error("nothing-to-infer", span, sentence)
        .note("C23 6.7.10: the type is that of the initializer, an expression")
        .help("write the type instead of `auto`, or give it a value")
}

/// A `constexpr` object without a constant value (C23 6.7.2p6).
pub(in crate::sema) fn constexpr_not_constant(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is `constexpr`, so its value must be a constant");
    Diagnostic::error("constexpr-not-constant", span, sentence)
        .note("C23 6.7.2p6")
        .help("write a constant, or `const` instead of `constexpr`")
}
