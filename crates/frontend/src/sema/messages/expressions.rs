//! Messages about operators and their operands.

use source::{Diagnostic, Span};

use super::counted;

/// An operand of the wrong kind.
pub(in crate::sema) fn bad_operand(
    span: Span,
    operator: &str,
    ty: &str,
    wanted: &str,
) -> Diagnostic {
    let sentence = format!("`{operator}` takes {wanted}, not `{ty}`");
    Diagnostic::error("bad-operand", span, sentence)
}

/// The operands of `__builtin_complex`, and so of `CMPLX`.
pub(in crate::sema) fn complex_parts(span: Span) -> Diagnostic {
    let sentence = "`__builtin_complex` takes two numbers of the same real floating type";
    Diagnostic::error("bad-operand", span, sentence)
        .help("cast both to `float`, `double` or `long double`")
}

/// Complex numbers compared by `<` and its kin (C17 6.5.8p2).
pub(in crate::sema) fn complex_order(
    span: Span,
    operator: &str,
    left: (Span, &str),
    right: (Span, &str),
) -> Diagnostic {
    bad_operands(span, operator, left, right, "two real numbers")
        .note("complex numbers have no order (C17 6.5.8p2)")
        .help("compare their absolute values, `cabs`, or their real parts, `creal`")
}

/// A quotient of complex integers (GNU C).
pub(in crate::sema) fn complex_integer_quotient(span: Span) -> Diagnostic {
    Diagnostic::error("not-supported", span, "complex integers cannot be divided")
        .note("C17 has no complex integers, and GNU C does not say how such a quotient is rounded")
        .help("convert one of them to `double _Complex`")
}

/// Two operands, of which at least one is of the wrong kind.
pub(in crate::sema) fn bad_operands(
    span: Span,
    operator: &str,
    left: (Span, &str),
    right: (Span, &str),
    wanted: &str,
) -> Diagnostic {
    let sentence = format!("`{operator}` takes {wanted}, not `{}` and `{}`", left.1, right.1);
    Diagnostic::error("bad-operand", span, sentence)
        .also(left.0, format!("this is `{}`", left.1))
        .also(right.0, format!("this is `{}`", right.1))
}

/// Division by a constant zero; a warning, since it may never be executed (C17 6.5.5p5).
pub(in crate::sema) fn division_by_zero(span: Span, zero: Span) -> Diagnostic {
    Diagnostic::warning("division-by-zero", span, "this divides by zero")
        .also(zero, "zero")
        .note("the behaviour is undefined if it is executed (C17 6.5.5p5)")
        .help("check the divisor; a program cannot go on with the result of this")
}

/// The sum of two pointers (C17 6.5.6p2).
pub(in crate::sema) fn sum_of_pointers(span: Span) -> Diagnostic {
    Diagnostic::error("sum-of-pointers", span, "two pointers cannot be added")
        .note("a pointer and an integer can (C17 6.5.6p2)")
        .help(
            "strings are joined with `strcat` from <string.h>, in an array that has room for both",
        )
}

/// Pointers to different types, subtracted or compared (C17 6.5.6p3, 6.5.8p2, 6.5.9p2).
pub(in crate::sema) fn unrelated_pointers(
    span: Span,
    operator: &str,
    left: &str,
    right: &str,
) -> Diagnostic {
    let what = if operator == "-" { "subtracted" } else { "compared" };
    let sentence =
        format!("`{left}` and `{right}` cannot be {what}: they point to different types");
    Diagnostic::error("incompatible-pointers", span, sentence)
        .note("C17 6.5.6p3, 6.5.8p2, 6.5.9p2")
        .help("cast one of them if both really point into the same array")
}

/// Pointers to objects of different types, compared (C17 6.5.8p2, 6.5.9p2); a warning, since their addresses can be.
pub(in crate::sema) fn unrelated_comparison(
    span: Span,
    left: (Span, &str),
    right: (Span, &str),
) -> Diagnostic {
    let sentence =
        format!("this compares `{}` with `{}`, pointers to different types", left.1, right.1);
    Diagnostic::warning("incompatible-pointers", span, sentence)
        .also(left.0, format!("this is `{}`", left.1))
        .also(right.0, format!("this is `{}`", right.1))
        .note("C17 6.5.8p2, 6.5.9p2 ask for pointers to compatible types")
        .help("cast one of them if both may really point to the same object")
}

/// A string literal compared with `==` and the like.
pub(in crate::sema) fn string_comparison(span: Span, literal: Span) -> Diagnostic {
    Diagnostic::warning("string-comparison", span, "this compares addresses, not texts")
        .also(literal, "the address of this string")
        .note("each string literal has a place of its own in memory (C17 6.4.5p7)")
        .help("write `strcmp(a, b) == 0`, with `#include <string.h>`")
}

/// `a < b < c`.
pub(in crate::sema) fn chained_comparison(span: Span, left: Span) -> Diagnostic {
    Diagnostic::warning("chained-comparison", span, "this compares the result of a comparison")
        .also(left, "this is 0 or 1")
        .note("`a < b < c` means `(a < b) < c` (C17 6.5.8)")
        .help("write `a < b && b < c`")
}

/// A pointer compared with a number (C17 6.5.9p2).
pub(in crate::sema) fn pointer_compared_with_number(
    span: Span,
    left: (Span, &str),
    right: (Span, &str),
) -> Diagnostic {
    let sentence = format!("`{}` and `{}` cannot be compared", left.1, right.1);
    Diagnostic::error("pointer-compared-with-number", span, sentence)
        .also(left.0, format!("this is `{}`", left.1))
        .also(right.0, format!("this is `{}`", right.1))
        .note("of a pointer and a number only the null pointer constant 0 compares (C17 6.5.9p2)")
        .help("did you mean what the pointer points to, with `*` before it?")
}

/// Arithmetic on a pointer to void, a function or an incomplete type (C17 6.5.6p2).
pub(in crate::sema) fn arithmetic_on_incomplete(span: Span, ty: &str, is_void: bool) -> Diagnostic {
    if is_void {
        let sentence = format!("`{ty}` is moved by bytes: `void` has no size of its own");
        return Diagnostic::warning("arithmetic-on-void", span, sentence)
            .note("C17 6.5.6p2 does not have it; GNU C counts bytes")
            .help("cast it to `char *` to move by bytes");
    }
    let sentence = format!("`{ty}` cannot be moved: the size of what it points to is not known");
    Diagnostic::error("arithmetic-on-incomplete", span, sentence).note("C17 6.5.6p2")
}

/// `sizeof(void)` (GNU C).
pub(in crate::sema) fn size_of_void(span: Span) -> Diagnostic {
    Diagnostic::warning("size-of-void", span, "`void` has no size; GNU C says 1")
        .note("C17 6.5.3.4p1")
        .help("name the type that is meant")
}

/// `sizeof` of a parameter that is declared as an array.
pub(in crate::sema) fn size_of_array_parameter(
    span: Span,
    name: &str,
    ty: &str,
    declared: Span,
) -> Diagnostic {
    let sentence = format!("this is the size of a pointer, not of the array `{name}`");
    Diagnostic::warning("sizeof-array-parameter", span, sentence)
        .also(declared, format!("as a parameter, `{name}` is of type `{ty}`"))
        .note("an array is passed as a pointer to its first element (C17 6.7.6.3p7)")
        .help("let the caller pass the number of elements in another parameter")
}

/// `sizeof p / sizeof *p`, where `p` is a pointer.
pub(in crate::sema) fn size_of_pointer_divided(span: Span, name: &str, ty: &str) -> Diagnostic {
    let sentence = format!("this is not the number of elements that `{name}` points to");
    Diagnostic::warning("sizeof-pointer", span, sentence)
        .label(format!("`{name}` is of type `{ty}`: `sizeof {name}` is 8, whatever it points to"))
        .note("only an array knows its size (C17 6.5.3.4p4)")
        .help(
            "divide where the array is declared, or keep the number of elements beside the pointer",
        )
}

/// `memset(p, 0, sizeof p)` and the like, where `p` is a pointer.
pub(in crate::sema) fn size_of_pointer_passed(
    span: Span,
    function: &str,
    name: &str,
    ty: &str,
) -> Diagnostic {
    let sentence =
        format!("`{function}` is told the size of the pointer `{name}`, not of what it points to");
    Diagnostic::warning("sizeof-pointer", span, sentence)
        .label(format!("`{name}` is of type `{ty}`: this is 8, whatever it points to"))
        .note("C17 6.5.3.4p4")
        .help(format!("write `sizeof *{name}` for one element, times the number of elements"))
}

/// A cast to a union that has no member of the value's type (GNU C).
pub(in crate::sema) fn no_member_for_cast(span: Span, from: &str, to: &str) -> Diagnostic {
    let sentence = format!("`{to}` has no member of type `{from}`");
    Diagnostic::error("bad-cast", span, sentence)
        .note("GNU C casts a value to a union that has a member of its type")
        .help("write a compound literal: `(union u){ .member = value }`")
}

/// `*` on what is no pointer (C17 6.5.3.2p2).
pub(in crate::sema) fn dereference_of_non_pointer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`*` takes a pointer, not `{ty}`");
    Diagnostic::error("dereference-of-non-pointer", span, sentence)
        .note("C17 6.5.3.2p2")
        .help("the value of a variable is its name alone; `*` follows a pointer to where it points")
}

/// `[ ]` on what is neither array nor pointer (C17 6.5.2.1p1).
pub(in crate::sema) fn subscript_of_non_pointer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`[ ]` takes an array or a pointer, not `{ty}`");
    Diagnostic::error("subscript-of-non-pointer", span, sentence)
        .label(format!("this is `{ty}`"))
        .note("C17 6.5.2.1p1")
        .help("only an array or a pointer has elements: check its declaration")
}

/// An index that is no integer (C17 6.5.2.1p1).
pub(in crate::sema) fn index_not_integer(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("an index is an integer, not `{ty}`");
    Diagnostic::error("index-not-integer", span, sentence).note("C17 6.5.2.1p1, 6.5.6p2")
}

/// `&` of a value (C17 6.5.3.2p1).
pub(in crate::sema) fn address_of_value(span: Span) -> Diagnostic {
    Diagnostic::error("not-an-lvalue", span, "`&` takes an object; this is a value without a place")
        .note("C17 6.5.3.2p1")
        .help("store it in a variable, and take the address of that")
}

/// `&` of a member of a temporary (C17 6.5.3.2p1).
pub(in crate::sema) fn address_of_temporary(span: Span) -> Diagnostic {
    Diagnostic::error("not-an-lvalue", span, "`&` of a value that is gone after this expression")
        .note("C17 6.5.3.2p1, 6.2.4p8")
        .help("store it in a variable, and take the address of that")
}

/// `&` of a bit-field (C17 6.5.3.2p1).
pub(in crate::sema) fn address_of_bit_field(span: Span) -> Diagnostic {
    Diagnostic::error("address-of-bit-field", span, "a bit-field has no address")
        .note("C17 6.5.3.2p1")
}

/// `&` of a `register` object (C17 6.5.3.2p1).
pub(in crate::sema) fn address_of_register(span: Span, name: &str, declared: Span) -> Diagnostic {
    let sentence = format!("the address of `{name}` cannot be taken: it is declared `register`");
    Diagnostic::error("address-of-register", span, sentence)
        .also(declared, "declared here")
        .note("C17 6.5.3.2p1")
}

/// An assignment to what is no lvalue (C17 6.5.16p2, 6.5.2.4p1, 6.5.3.1p1).
pub(in crate::sema) fn not_an_lvalue(span: Span, what: &str, is_temporary: bool) -> Diagnostic {
    let why = match is_temporary {
        true => "it is part of a value that is gone after this expression",
        false => "it is a value, not an object",
    };
    Diagnostic::error("not-an-lvalue", span, format!("this cannot be {what}: {why}"))
        .note("C17 6.5.16p2, 6.3.2.1p1")
        .help("the variable that gets the value stands alone on the left of `=`")
}

/// An assignment to something that never is an lvalue.
pub(in crate::sema) fn not_modifiable(span: Span, what: &str, kind: &str) -> Diagnostic {
    Diagnostic::error("not-an-lvalue", span, format!("this cannot be {what}: it is {kind}"))
        .note("C17 6.5.16p2, 6.3.2.1p1")
}

/// An assignment to an array (C17 6.3.2.1p1).
pub(in crate::sema) fn array_modified(span: Span, what: &str, is_string: bool) -> Diagnostic {
    let sentence = format!("an array cannot be {what} as a whole");
    Diagnostic::error("array-assigned", span, sentence).note("C17 6.5.16p2, 6.3.2.1p1").help(
        match is_string {
            true => "copy the characters with `strcpy` from <string.h>",
            false => "assign its elements one by one, or use `memcpy` from <string.h>",
        },
    )
}

/// An assignment to something const (C17 6.5.16p2).
pub(in crate::sema) fn const_modified(
    span: Span,
    what: &str,
    name: Option<&str>,
    ty: &str,
    declared: Option<Span>,
) -> Diagnostic {
    let subject = name.map_or("this".to_string(), |name| format!("`{name}`"));
    let sentence = format!("{subject} cannot be {what}: it is const (`{ty}`)");
    let diagnostic = Diagnostic::error("const-assigned", span, sentence)
        .note("C17 6.5.16p2, 6.3.2.1p1")
        .help("use another variable, or remove `const` from the declaration");
    match declared {
        Some(declared) => diagnostic.also(declared, "declared here"),
        None => diagnostic,
    }
}

/// Alternatives of `?:` that do not go together (C17 6.5.15p3).
pub(in crate::sema) fn conditional_types(
    span: Span,
    then: (Span, &str),
    otherwise: (Span, &str),
) -> Diagnostic {
    let sentence = format!("the two alternatives of `?:` are `{}` and `{}`", then.1, otherwise.1);
    Diagnostic::error("conditional-types", span, sentence)
        .also(then.0, format!("this is `{}`", then.1))
        .also(otherwise.0, format!("this is `{}`", otherwise.1))
        .note("both are numbers, or of compatible types (C17 6.5.15p3)")
}

/// `.` on a pointer to a record (C17 6.5.2.3p1).
pub(in crate::sema) fn dot_on_pointer(span: Span, name: &str, record: (Span, &str)) -> Diagnostic {
    let sentence = format!("`.{name}` takes a struct, but this is a pointer, `{}`", record.1);
    Diagnostic::error("dot-on-pointer", span, sentence)
        .also(record.0, format!("this is `{}`", record.1))
        .note("C17 6.5.2.3p1")
        .help(format!("write `->{name}`"))
}

/// `->` on a record (C17 6.5.2.3p2).
pub(in crate::sema) fn arrow_on_record(span: Span, name: &str, record: (Span, &str)) -> Diagnostic {
    let sentence = format!("`->{name}` takes a pointer, but this is a `{}`", record.1);
    Diagnostic::error("arrow-on-record", span, sentence)
        .also(record.0, format!("this is `{}`", record.1))
        .note("C17 6.5.2.3p2")
        .help(format!("write `.{name}`"))
}

/// A member of something without members (C17 6.5.2.3p1, p2).
pub(in crate::sema) fn member_of_non_record(
    span: Span,
    name: &str,
    record: (Span, &str),
) -> Diagnostic {
    let sentence = format!("`{}` has no members, so no `{name}`", record.1);
    Diagnostic::error("member-of-non-record", span, sentence)
        .also(record.0, format!("this is `{}`", record.1))
        .note("only structs and unions have members (C17 6.5.2.3)")
}

/// A call of what is no function (C17 6.5.2.2p1).
pub(in crate::sema) fn not_a_function(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("this is called like a function, but it is `{ty}`");
    Diagnostic::error("not-a-function", span, sentence)
        .note("C17 6.5.2.2p1")
        .help("is an operator missing before the parenthesis?")
}

/// Too few or too many arguments (C17 6.5.2.2p2).
pub(in crate::sema) fn argument_count(
    span: Span,
    given: usize,
    wanted: usize,
    is_variadic: bool,
    declared: Option<(&str, Span)>,
) -> Diagnostic {
    let name = declared.map_or("this function".to_string(), |(name, _)| format!("`{name}`"));
    let least = if is_variadic { "at least " } else { "" };
    let sentence =
        format!("{name} takes {least}{}, but is given {given}", counted(wanted, "argument"));
    let diagnostic = Diagnostic::error("argument-count", span, sentence).note("C17 6.5.2.2p2");
    match declared {
        Some((name, declared)) => diagnostic.also(declared, format!("`{name}` is declared here")),
        None => diagnostic,
    }
}

/// A wrong number of arguments for a function without a prototype; undefined (C17 6.5.2.2p6).
pub(in crate::sema) fn old_style_count(
    span: Span,
    name: &str,
    given: usize,
    wanted: usize,
    declared: Span,
) -> Diagnostic {
    let takes = counted(wanted, "parameter");
    let sentence = format!("`{name}` is defined with {takes}, but is given {given}");
    Diagnostic::warning("argument-count", span, sentence)
        .also(declared, "defined here")
        .note("without a prototype nothing checks this; the behaviour is undefined (C17 6.5.2.2p6)")
        .help("write `(void)` instead of `()`, and the types of all parameters")
}

/// No association of `_Generic` fits (C17 6.5.1.1p2).
pub(in crate::sema) fn no_association(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("no association of `_Generic` is for `{ty}`");
    Diagnostic::error("no-association", span, sentence)
        .note("C17 6.5.1.1p2")
        .help("add one, or a `default:`")
}

/// Two associations for one type (C17 6.5.1.1p2).
pub(in crate::sema) fn same_association(span: Span, ty: &str, first: Span) -> Diagnostic {
    let sentence = format!("`_Generic` has two associations for `{ty}`");
    Diagnostic::error("same-association", span, sentence)
        .also(first, "the first is here")
        .note("C17 6.5.1.1p2")
}

/// Two defaults in `_Generic` (C17 6.5.1.1p2).
pub(in crate::sema) fn two_defaults(span: Span) -> Diagnostic {
    Diagnostic::error("same-association", span, "`_Generic` has two defaults").note("C17 6.5.1.1p2")
}

/// A floating constant that cannot be read.
pub(in crate::sema) fn bad_floating_constant(span: Span) -> Diagnostic {
    Diagnostic::error("bad-floating-constant", span, "this is not a floating constant")
        .note("C17 6.4.4.2")
}

/// A `va_*` operand that is no `va_list` (C17 7.16.1).
pub(in crate::sema) fn not_a_va_list(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("this is a `va_list` variable elsewhere; here it is `{ty}`");
    Diagnostic::error("not-a-va-list", span, sentence).note("C17 7.16.1")
}

/// `va_start` in a function without `...` (C17 7.16.1.4).
pub(in crate::sema) fn va_start_outside(span: Span) -> Diagnostic {
    let sentence = "`va_start` is for functions whose parameters end in `...`";
    Diagnostic::error("va-start-outside", span, sentence).note("C17 7.16.1.4")
}

/// `va_start` with another than the last parameter (C17 7.16.1.4p4).
pub(in crate::sema) fn va_start_not_last(span: Span, function: Span) -> Diagnostic {
    let sentence = "the second argument of `va_start` is the last named parameter";
    Diagnostic::warning("va-start-not-last", span, sentence)
        .also(function, "of this function")
        .note("C17 7.16.1.4p4")
}

/// A type that `va_arg` cannot read (C17 7.16.1.1p2).
pub(in crate::sema) fn bad_va_arg_type(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("no argument can have type `{ty}`");
    Diagnostic::error("bad-va-arg-type", span, sentence).note("C17 7.16.1.1p2")
}

/// A type that promotion changes before `va_arg` sees it (C17 7.16.1.1p2).
pub(in crate::sema) fn va_arg_promoted(span: Span, ty: &str, promoted: &str) -> Diagnostic {
    let sentence = format!("an argument of type `{ty}` arrives as `{promoted}`");
    Diagnostic::warning("va-arg-promoted", span, sentence)
        .note("arguments of `...` are promoted (C17 6.5.2.2p7, 7.16.1.1p2)")
        .help(format!("write `{promoted}`"))
}

/// `__builtin_add_overflow` and its kin (GNU C).
pub(in crate::sema) fn overflow_operands(span: Span) -> Diagnostic {
    let sentence = "two integers and the address of a third are needed here";
    Diagnostic::error("overflow-operands", span, sentence)
        .help("write it as `__builtin_add_overflow(a, b, &sum)`")
}

/// An atomic function whose first operand points to no number or pointer (GNU C).
pub(in crate::sema) fn atomic_operand(span: Span) -> Diagnostic {
    let sentence = "an atomic operation needs the address of a number or pointer first";
    Diagnostic::error("atomic-operand", span, sentence).note("C17 7.17.7")
}

/// An atomic update of an object that no instruction updates.
pub(in crate::sema) fn atomic_size(span: Span) -> Diagnostic {
    let sentence = "only atomic integers of 4 and 8 bytes can be updated yet";
    Diagnostic::error("not-supported-yet", span, sentence)
        .note("others can be loaded and stored")
        .help("use `atomic_int` or `atomic_long`")
}
