//! Messages about values that do not fit where they are put (C17 6.5.16.1, 6.5.4).

use source::{Diagnostic, Span};

use super::super::convert::{Misfit, Purpose, Shape};
use super::article;

/// A value that does not fit what it is assigned to, passed as, returned as (C17 6.5.16.1p1).
pub(in crate::sema) fn misfit(
    span: Span,
    purpose: &Purpose,
    from: &str,
    to: &str,
    misfit: Misfit,
    shape: Shape,
) -> Diagnostic {
    let sentence = first_sentence(purpose, from, to, misfit);
    let diagnostic = match misfit {
        Misfit::Signedness => Diagnostic::warning("pointer-signedness", span, sentence),
        Misfit::Qualifiers => Diagnostic::warning("discarded-qualifier", span, sentence),
        Misfit::InnerQualifiers => Diagnostic::warning("inner-qualifier", span, sentence),
        Misfit::PointerFromInteger => Diagnostic::error("pointer-from-integer", span, sentence),
        Misfit::IntegerFromPointer => Diagnostic::error("integer-from-pointer", span, sentence),
        Misfit::Pointers => Diagnostic::error("incompatible-pointers", span, sentence),
        Misfit::Void => Diagnostic::error("void-value", span, sentence),
        Misfit::Other => Diagnostic::error("incompatible-types", span, sentence),
    };
    let diagnostic = diagnostic.label(format!("this is `{from}`")).note(rule(purpose));
    let diagnostic = match purpose {
        Purpose::Return { declared, name } => {
            diagnostic.also(*declared, format!("`{name}` is declared to return `{to}`"))
        }
        _ => diagnostic,
    };
    match help(purpose, from, to, misfit, shape) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

fn first_sentence(purpose: &Purpose, from: &str, to: &str, misfit: Misfit) -> String {
    let what = match purpose {
        Purpose::Assign => format!("cannot assign `{from}` to `{to}`"),
        Purpose::Initialize => format!("cannot initialize `{to}` with `{from}`"),
        Purpose::Return { name, .. } => {
            format!("`{name}` returns `{to}`, but this value is `{from}`")
        }
        Purpose::Argument { number, .. } => {
            format!("argument {number} is `{from}`, but the parameter is `{to}`")
        }
    };
    match misfit {
        Misfit::Qualifiers => format!("`{from}` becomes `{to}`: a qualifier is lost"),
        Misfit::Signedness => format!("`{from}` becomes `{to}`: they differ in signedness"),
        Misfit::InnerQualifiers => {
            format!("`{from}` becomes `{to}`: they differ in a qualifier of what is pointed to")
        }
        _ => what,
    }
}

fn rule(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Assign => "C17 6.5.16.1p1",
        Purpose::Initialize => {
            "a value is converted as if by assignment (C17 6.7.9p11, 6.5.16.1p1)"
        }
        Purpose::Return { .. } => {
            "the value is converted as if by assignment (C17 6.8.6.4p3, 6.5.16.1p1)"
        }
        Purpose::Argument { .. } => {
            "arguments are converted as if by assignment (C17 6.5.2.2p2, 6.5.16.1p1)"
        }
    }
}

fn help(purpose: &Purpose, from: &str, to: &str, misfit: Misfit, shape: Shape) -> Option<String> {
    Some(match misfit {
        Misfit::PointerFromInteger if shape == Shape::Object && is_pointer_to(to, from) => {
            "did you mean its address, with `&` before it?".to_string()
        }
        Misfit::PointerFromInteger if to.ends_with("char *") => {
            "a text stands in double quotes, \"like this\"; a number or character is not one".into()
        }
        Misfit::PointerFromInteger => {
            format!("a number is not an address; cast it, `({to})…`, if it really is one")
        }
        Misfit::IntegerFromPointer if shape == Shape::String && to == "char" => {
            "one character stands in single quotes: 'a'".to_string()
        }
        Misfit::IntegerFromPointer if shape == Shape::String => {
            "a number stands without quotes; a single character in single ones: 'a'".to_string()
        }
        Misfit::IntegerFromPointer
            if shape == Shape::Value
                && matches!(purpose, Purpose::Initialize)
                && is_pointer_to(from, to) =>
        {
            "to keep an address, put `*` before the declared name; to keep what is there, before the value"
                .to_string()
        }
        Misfit::IntegerFromPointer if shape == Shape::Object && is_pointer_to(from, to) => {
            "did you mean what it points to, with `*` before it?".to_string()
        }
        Misfit::IntegerFromPointer => {
            format!("an address is not a number; cast it, `({to})…`, if you want it as one")
        }
        Misfit::Qualifiers => {
            format!("declare the target as `{from}` too, or do not write through it")
        }
        Misfit::InnerQualifiers => {
            format!("declare both alike, or cast, `({to})…`, if nothing is written through it")
        }
        Misfit::Pointers => "they point to different types: check which one is meant".to_string(),
        Misfit::Signedness | Misfit::Void | Misfit::Other => return None,
    })
}

/// Whether `pointer` spells a pointer to `pointee`.
fn is_pointer_to(pointer: &str, pointee: &str) -> bool {
    let pointed = pointer.strip_suffix('*').map(str::trim_end);
    pointed.is_some_and(|pointed| pointed.trim_start_matches("const ") == pointee)
}

/// A conversion that does not exist.
pub(in crate::sema) fn no_conversion(span: Span, from: &str, to: &str) -> Diagnostic {
    let sentence = format!("`{from}` cannot be converted to `{to}`");
    Diagnostic::error("incompatible-types", span, sentence).note("C17 6.3")
}

/// A cast that does not exist (C17 6.5.4p2, p4).
pub(in crate::sema) fn bad_cast(span: Span, from: &str, to: &str) -> Diagnostic {
    let sentence = format!("{} `{from}` cannot be cast to `{to}`", article(from));
    Diagnostic::error("bad-cast", span, sentence)
        .note("casts are between numbers and pointers, or to void (C17 6.5.4p2, p4)")
}

/// A cast of a struct or union to the type that it has, which GNU C allows.
pub(in crate::sema) fn cast_of_record(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("this already is a `{ty}`, and casts are for numbers and pointers");
    Diagnostic::warning("cast-of-record", span, sentence)
        .note("GNU C allows it, C17 6.5.4p2 does not")
        .help("leave the cast out")
}

/// A void expression where a value is wanted (C17 6.3.2.2).
pub(in crate::sema) fn void_value(span: Span, callee: Option<(&str, Span)>) -> Diagnostic {
    match callee {
        Some((name, declared)) => {
            let sentence = format!("`{name}` returns nothing, but a value is wanted here");
            Diagnostic::error("void-value", span, sentence)
                .also(declared, "declared here, with result `void`")
                .note("C17 6.3.2.2")
                .help("call it in a statement of its own, or let it return a value")
        }
        None => Diagnostic::error("void-value", span, "this has no value (its type is `void`)")
            .note("C17 6.3.2.2")
            .help("a `void *` is cast to a pointer to a type before it is dereferenced"),
    }
}

/// A value of a type whose size is not known.
pub(in crate::sema) fn incomplete_value(span: Span, ty: &str) -> Diagnostic {
    let sentence = format!("`{ty}` is not defined here, so there is no value to use");
    Diagnostic::error("incomplete-type", span, sentence).note("C17 6.3.2.1p2")
}

/// Members of a type that is only declared.
pub(in crate::sema) fn incomplete_record(
    span: Span,
    ty: &str,
    declared: Option<Span>,
) -> Diagnostic {
    let sentence = format!("the members of `{ty}` are not known here");
    let diagnostic = Diagnostic::error("incomplete-type", span, sentence)
        .note("it is declared, but not defined (C17 6.5.2.3p1)");
    match declared {
        Some(declared) => diagnostic.also(declared, "only declared here"),
        None => diagnostic,
    }
}
