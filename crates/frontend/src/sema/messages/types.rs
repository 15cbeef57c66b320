//! Messages about types: specifiers, declarators, records, enumerations.

use source::{Diagnostic, Span};

use crate::constant::NotConstant;

/// Two storage-class specifiers (C17 6.7.1p2).
pub(in crate::sema) fn two_storage_classes(span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("two-storage-classes", span, "a declaration has one storage class")
        .also(first, "the first one")
        .note("at most one of typedef, extern, static, auto, register (C17 6.7.1p2)")
}

/// `restrict` on what is no pointer (C17 6.7.3p2).
pub(in crate::sema) fn restrict_without_pointer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`restrict` qualifies pointers; this is `{ty}`");
    Diagnostic::error("restrict-without-pointer", span, sentence).note("C17 6.7.3p2")
}

/// No type specifier (C17 6.7.2p2).
pub(in crate::sema) fn missing_type(span: Span, is_implicit: bool) -> Diagnostic {
    if is_implicit {
        return Diagnostic::warning(
            "implicit-int",
            span,
            "this declares an `int`, by saying nothing",
        )
        .note("in C89 alone; C17 6.7.2p2 wants a type")
        .help("write `int` first");
    }
    Diagnostic::error("missing-type", span, "the type is missing in this declaration")
        .note("every declaration names a type; C has no implicit `int` any more (C17 6.7.2p2)")
        .help("write the type first, for example `int`")
}

/// A set of type specifiers that C does not have (C17 6.7.2p2).
pub(in crate::sema) fn impossible_type(span: Span) -> Diagnostic {
    Diagnostic::error("impossible-type", span, "these words do not make a type together")
        .note("C17 6.7.2p2 lists the combinations, such as `unsigned long int`")
        .help("is a `;` missing before this, perhaps after the `}` of a struct?")
}

/// A type of another edition of C.
pub(in crate::sema) fn no_such_type(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("not-supported-yet", span, format!("`{name}` is not supported yet"))
        .note("integers have the widths of C17, or 128 bits, here")
        .help("compute in the next larger type, and keep as many bits as there should be by `&`")
}

/// An atomic object for which there are no instructions.
pub(in crate::sema) fn atomic_int128(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("an atomic `{ty}` needs a lock, and there is none yet");
    Diagnostic::error("not-supported-yet", span, sentence)
        .note("the machine's atomic instructions have at most 8 bytes (RISC-V unprivileged, \"A\")")
        .help("use an object that is not atomic, or two of `_Atomic unsigned long`")
}

/// An enumeration of 128 bits.
pub(in crate::sema) fn enum_int128(span: Span) -> Diagnostic {
    Diagnostic::error("enum-type", span, "an enumeration has at most 64 bits")
        .help("use `long` or `unsigned long` as its type")
}

/// The type behind `enum … :` (C23 6.7.3.3p3).
pub(in crate::sema) fn enum_type_not_integer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("an enumeration's type is an integer type; this is `{ty}`");
    Diagnostic::error("enum-type", span, sentence).note("C23 6.7.3.3p3")
}

/// A bad `_Alignas` value (C17 6.7.5p3).
pub(in crate::sema) fn bad_alignment(span: Span) -> Diagnostic {
    Diagnostic::error("bad-alignment", span, "an alignment is a power of two, at most 4096")
        .note("C17 6.7.5p3, 6.2.8p4")
}

/// `_Alignas` below the natural alignment (C17 6.7.5p4).
pub(in crate::sema) fn weaker_alignment(span: Span, align: u64, natural: u64) -> Diagnostic {
    let sentence = format!("`_Alignas` asks for {align}, less than the type's own {natural}");
    Diagnostic::error("weaker-alignment", span, sentence).note("C17 6.7.5p4")
}

/// Types nested beyond what is accepted.
pub(in crate::sema) fn type_too_deep(span: Span) -> Diagnostic {
    Diagnostic::error("type-too-deep", span, "this type is nested too deep")
        .note("cutaway accepts far more than the 12 derivations that C17 5.2.4.1 asks for")
}

/// An object beyond the limit.
pub(in crate::sema) fn object_too_large(span: Span) -> Diagnostic {
    Diagnostic::error("object-too-large", span, "this object is too large: the limit is 1 GiB")
}

/// An array of functions, void or an incomplete type (C17 6.7.6.2p1).
pub(in crate::sema) fn bad_element_type(
    span: Span,
    name: Option<&str>,
    element: &str,
    is_function: bool,
) -> Diagnostic {
    let array = name.map_or("an array".to_string(), |name| format!("the array `{name}`"));
    let why = match (is_function, element.ends_with("[]")) {
        (true, _) => "functions cannot be elements",
        (_, true) => "only the first `[]` may be empty: the size of each element must be known",
        _ => "its size is not known",
    };
    let sentence = format!("{array} cannot have elements of type `{element}`: {why}");
    Diagnostic::error("bad-element-type", span, sentence).note("C17 6.7.6.2p1")
}

fn array_of(name: Option<&str>) -> String {
    name.map_or("an array".to_string(), |name| format!("the array `{name}`"))
}

/// An array length that is no integer (C17 6.7.6.2p1).
pub(in crate::sema) fn array_length_not_integer(
    span: Span,
    name: Option<&str>,
    ty: &str,
) -> Diagnostic {
    let sentence = format!("the length of {} is `{ty}`, not an integer", array_of(name));
    Diagnostic::error("array-length-not-integer", span, sentence).note("C17 6.7.6.2p1")
}

/// An object of no elements (GNU C; C17 6.7.6.2p1 does not have it).
pub(in crate::sema) fn array_length_zero(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the array `{name}` has no elements: its length is 0");
    Diagnostic::warning("array-length-zero", span, sentence)
        .note("an array has at least one element (C17 6.7.6.2p1); GNU C has empty ones")
        .help("write how many elements it has")
}

/// A negative length (C17 6.7.6.2p1).
pub(in crate::sema) fn array_length_negative(
    span: Span,
    name: Option<&str>,
    length: i128,
) -> Diagnostic {
    let sentence = format!("the length of {} is negative: {length}", array_of(name));
    Diagnostic::error("array-length-negative", span, sentence)
        .note("an array has at least one element (C17 6.7.6.2p1)")
        .help("write how many elements it has")
}

/// A length that is no constant where it must be (C17 6.7.6.2p2).
pub(in crate::sema) fn array_length_not_constant(span: Span, name: Option<&str>) -> Diagnostic {
    let sentence = format!("the length of {} is not a constant", array_of(name));
    Diagnostic::error("array-length-not-constant", span, sentence)
        .note("outside functions the length is known when the program is compiled (C17 6.7.6.2p2)")
        .help(
            "a `const` variable is not a constant in C: use `#define` or an `enum` for the length",
        )
}

/// A function that returns an array or function, or an incomplete type (C17 6.7.6.3p1, 6.9.1p3).
pub(in crate::sema) fn bad_result_type(span: Span, name: Option<&str>, ty: &str) -> Diagnostic {
    let function = name.map_or("a function".to_string(), |name| format!("`{name}`"));
    let sentence = format!("{function} cannot return `{ty}`");
    Diagnostic::error("bad-result-type", span, sentence)
        .note("functions return void, or complete types other than arrays (C17 6.7.6.3p1, 6.9.1p3)")
        .help("return a pointer, or a struct that contains it")
}

/// `void` among parameters (C17 6.7.6.3p4, p10).
pub(in crate::sema) fn void_parameter(span: Span) -> Diagnostic {
    Diagnostic::error("void-parameter", span, "a parameter cannot have type `void`")
        .note("`(void)` alone says that there are no parameters (C17 6.7.6.3p10)")
}

/// A storage class other than `register` on a parameter (C17 6.7.6.3p2).
pub(in crate::sema) fn parameter_storage_class(span: Span) -> Diagnostic {
    let sentence = "a parameter takes no storage class other than `register`";
    Diagnostic::error("parameter-storage-class", span, sentence).note("C17 6.7.6.3p2")
}

/// Names without types in a declaration that is no definition (C17 6.7.6.3p3).
pub(in crate::sema) fn identifier_list(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("the parameter `{name}` has no type");
    Diagnostic::error("identifier-list", span, sentence)
        .note("a list of bare names belongs to an old-style definition (C17 6.7.6.3p3)")
        .help(format!("write the type before each name, such as `int {name}`"))
}

/// An enumerator that is no `int` (C17 6.7.2.2p2).
pub(in crate::sema) fn enumerator_too_large(span: Span, name: &str, value: i128) -> Diagnostic {
    let sentence =
        format!("the value of `{name}`, {value}, does not fit the type of its enumeration");
    Diagnostic::error("enumerator-too-large", span, sentence)
        .note("enumeration constants have type int (C17 6.7.2.2p2)")
}

/// A constant of another than an integer type.
pub(in crate::sema) fn constant_not_integer(span: Span, what: &str, ty: &str) -> Diagnostic {
    let sentence = format!("{what} is an integer; this is `{ty}`");
    Diagnostic::error("constant-not-integer", span, sentence).note("C17 6.6p6")
}

/// An expression that has no value before the program runs, where one is wanted.
pub(in crate::sema) fn not_constant(
    span: Span,
    what: &str,
    why: Option<&NotConstant>,
) -> Diagnostic {
    let diagnostic = Diagnostic::error("not-constant", span, format!("{what} must be a constant"))
        .note("its value is known when the program is compiled (C17 6.6p6)");
    match why {
        Some(why) if why.span == span => diagnostic.label(why.why.clone()),
        Some(why) => diagnostic.also(why.span, why.why.clone()),
        None => diagnostic.label("this is an address or a floating value"),
    }
}

/// A declaration that declares nothing (C17 6.7p2).
pub(in crate::sema) fn declares_nothing(span: Span) -> Diagnostic {
    Diagnostic::error("declares-nothing", span, "this declaration declares nothing")
        .note("it has a name, a tag or enumeration constants (C17 6.7p2)")
}

/// A member of incomplete or function type (C17 6.7.2.1p3).
pub(in crate::sema) fn bad_member_type(
    span: Span,
    name: &str,
    ty: &str,
    is_function: bool,
) -> Diagnostic {
    let sentence = format!("the member `{name}` cannot have type `{ty}`");
    let (why, help) = match is_function {
        true => ("a function cannot be a member", "a pointer to a function can"),
        false => (
            "its size is not known here; a struct cannot contain itself",
            "a pointer to it can be a member",
        ),
    };
    Diagnostic::error("bad-member-type", span, sentence)
        .note(format!("{why} (C17 6.7.2.1p3)"))
        .help(help)
}

/// A bit-field of another than an integer type (C17 6.7.2.1p5).
pub(in crate::sema) fn bit_field_type(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("a bit-field has an integer type, not `{ty}`");
    Diagnostic::error("bit-field-type", span, sentence).note("C17 6.7.2.1p5")
}

/// A bit-field width that does not fit (C17 6.7.2.1p4).
pub(in crate::sema) fn bit_field_width(
    span: Span,
    width: i128,
    width_max: i128,
    ty: &str,
) -> Diagnostic {
    let sentence = match width {
        0 => "a bit-field with a name has at least 1 bit".to_string(),
        _ => format!("a bit-field of `{ty}` has 1 to {width_max} bits, not {width}"),
    };
    Diagnostic::error("bit-field-width", span, sentence).note("C17 6.7.2.1p4")
}

/// `[]` on a member other than the last of a struct (C17 6.7.2.1p18).
pub(in crate::sema) fn misplaced_flexible_member(span: Span) -> Diagnostic {
    let sentence = "an array without a length can only be the last of several members of a struct";
    Diagnostic::error("misplaced-flexible-member", span, sentence).note("C17 6.7.2.1p3, p18")
}

/// `sizeof` or `_Alignof` of what has no size (C17 6.5.3.4p1).
pub(in crate::sema) fn size_of_incomplete(span: Span, operator: &str, ty: &str) -> Diagnostic {
    let sentence = format!("`{operator}` of `{ty}`, whose size is not known");
    Diagnostic::error("size-of-incomplete", span, sentence).note("C17 6.5.3.4p1")
}

/// `sizeof` of a bit-field (C17 6.5.3.4p1).
pub(in crate::sema) fn sizeof_bit_field(span: Span) -> Diagnostic {
    Diagnostic::error("sizeof-bit-field", span, "a bit-field has no size in bytes")
        .note("C17 6.5.3.4p1")
}

/// `offsetof` of a bit-field (C17 7.19p3).
pub(in crate::sema) fn offset_of_bit_field(span: Span) -> Diagnostic {
    Diagnostic::error("offset-of-bit-field", span, "a bit-field has no offset in bytes")
        .note("C17 7.19p3")
}

/// `[*]` where no parameter is declared (C17 6.7.6.2p4).
pub(in crate::sema) fn star_outside_prototype(span: Span) -> Diagnostic {
    Diagnostic::error("star-length", span, "`[*]` stands only in the declaration of a parameter")
        .note("C17 6.7.6.2p4")
        .help("write the length")
}

/// A variable length array with a first value (C17 6.7.9p3).
pub(in crate::sema) fn initialized_variable_array(span: Span, name: &str) -> Diagnostic {
    let sentence = format!("`{name}` is a variable length array, which cannot be initialized");
    Diagnostic::error("variable-array-initialized", span, sentence)
        .note("C17 6.7.9p3: its length is known only when the program runs")
        .help("assign to its elements, or call `memset`")
}

/// A `static` or `extern` object of variably modified type (C17 6.7.6.2p2).
pub(in crate::sema) fn variable_static(span: Span, name: &str) -> Diagnostic {
    let sentence =
        format!("`{name}` lives as long as the program, so its length must be a constant");
    Diagnostic::error("variable-array-static", span, sentence)
        .note("C17 6.7.6.2p2")
        .help("write a constant length, or leave `static` or `extern` out")
}

/// A jump past the declaration of a variable length array (C17 6.8.6.1p1).
pub(in crate::sema) fn jump_into_scope(span: Span, label: Span) -> Diagnostic {
    let sentence = "this jumps past the declaration of a variable length array";
    Diagnostic::error("jump-into-scope", span, sentence)
        .also(label, "to here, where the array would exist without a length")
        .note("C17 6.8.6.1p1")
        .help("declare the array before the jump, or in a block of its own")
}

/// The same by `case` or `default` (C17 6.8.4.2p2).
pub(in crate::sema) fn case_in_scope(span: Span) -> Diagnostic {
    let sentence = "this jumps past the declaration of a variable length array";
    Diagnostic::error("jump-into-scope", span, sentence)
        .note("C17 6.8.4.2p2")
        .help("put the array and what uses it into a block within one `case`")
}
