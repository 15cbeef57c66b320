//! Characters, comments and literals (C17 6.4).

use source::{Diagnostic, Span};

use super::quote;

pub(in super::super) fn open_comment(span: Span) -> Diagnostic {
    Diagnostic::error("open-comment", span, "this comment never ends: the closing `*/` is missing")
        .help("add `*/` where the comment ends")
        .note("C17 6.4.9")
}

pub(in super::super) fn open_string(span: Span) -> Diagnostic {
    let message = "this string never ends: the closing `\"` is missing on this line";
    Diagnostic::error("open-string", span, message)
        .help("add `\"` where the string ends; inside a string, a quote is written `\\\"`")
        .note("C17 6.4.5")
}

pub(in super::super) fn string_over_lines(span: Span, end: Span) -> Diagnostic {
    let message = "this string goes over the end of its line, which a string cannot";
    Diagnostic::error("string-over-lines", span, message)
        .also(end, "it seems to end here")
        .help(
            "write each line as a string of its own, one after the other: `\"one\\n\" \"two\\n\"`",
        )
        .note("C17 6.4.5")
}

pub(in super::super) fn open_character(span: Span, text: &str) -> Diagnostic {
    let message = "this character never ends: the closing `'` is missing on this line";
    let diagnostic = Diagnostic::error("open-character", span, message).note("C17 6.4.4.4");
    if text.chars().count() > 3 {
        diagnostic.help("a text is written in double quotes: `\"like this\"`")
    } else {
        diagnostic.help("add `'` after the character")
    }
}

pub(in super::super) fn curly_quotes(span: Span, text: &str) -> Diagnostic {
    let inner = text.trim_matches(['“', '”', '„', '‘', '’', '"', '\'']);
    let straight = if text.starts_with(['‘', '’']) { '\'' } else { '"' };
    let message = "curly quotes are not the quotes of C";
    Diagnostic::error("curly-quotes", span, message)
        .note("word processors and web pages make them out of straight ones")
        .help(format!("write `{straight}{inner}{straight}`"))
}

pub(in super::super) fn stray(span: Span, text: &str) -> Diagnostic {
    let first = text.chars().next().unwrap_or('\0');
    let message = match first {
        '\0' => "there is a null byte here, which C text cannot hold".to_string(),
        _ if first == '\u{fffd}' || source::is_raw(first) => {
            "these bytes are not UTF-8 text".to_string()
        }
        _ if first.is_control() || first.is_whitespace() => {
            format!("the invisible character U+{:04X} means nothing in C", u32::from(first))
        }
        _ => format!("{} means nothing in C", quote(text)),
    };
    let help = match first {
        '“' | '”' | '„' | '«' | '»' => {
            "it is a typographic quote: write `\"` instead".to_string()
        }
        '‘' | '’' | '´' | '`' => "it is a typographic quote: write `'` instead".to_string(),
        '–' | '—' | '−' => "it is a dash: write `-` instead".to_string(),
        '…' => "write three dots instead: `...`".to_string(),
        '×' => "write `*` instead".to_string(),
        '÷' => "write `/` instead".to_string(),
        '≤' => "write `<=` instead".to_string(),
        '≥' => "write `>=` instead".to_string(),
        '≠' => "write `!=` instead".to_string(),
        '\\' => "remove it; at the end of a line, nothing may follow it, not even a space".into(),
        _ if first == '\u{fffd}' || source::is_raw(first) => "save the file as UTF-8".to_string(),
        _ if first.is_whitespace() => "write a plain space instead".to_string(),
        _ => "remove it".to_string(),
    };
    Diagnostic::error("stray-character", span, message).help(help).note("C17 5.2.1")
}

pub(in super::super) fn digits_expected(span: Span, text: &str) -> Diagnostic {
    let message = format!("the number {} has no digits", quote(text));
    Diagnostic::error("digits-expected", span, message).help("add them").note("C17 6.4.4")
}

pub(in super::super) fn integer_suffix(span: Span, text: &str, suffix: &str) -> Diagnostic {
    let message = format!("an integer cannot end in {}, as {} does", quote(suffix), quote(text));
    let diagnostic = Diagnostic::error("integer-suffix", span, message).note("C17 6.4.4.1");
    let first = suffix.chars().next();
    if first == Some('_') || first == Some('\'') {
        return diagnostic.help("digits are written without separators");
    }
    if suffix.eq_ignore_ascii_case("f") {
        return diagnostic.help("a `float` needs a point: `1.0f`");
    }
    diagnostic.help("the suffixes are `u`, `l`, `ll` and `u` with one of these; a name cannot begin with a digit")
}

pub(in super::super) fn floating_suffix(span: Span, text: &str, suffix: &str) -> Diagnostic {
    let message =
        format!("a floating constant cannot end in {}, as {} does", quote(suffix), quote(text));
    let help = if suffix.starts_with('.') {
        "a number has one point at most"
    } else {
        "the suffixes are `f` and `l`"
    };
    Diagnostic::error("floating-suffix", span, message).help(help).note("C17 6.4.4.2")
}

pub(in super::super) fn octal_digit(span: Span, text: &str, digit: char) -> Diagnostic {
    let message =
        format!("{} begins with 0, so it is octal, and octal has no digit {digit}", quote(text));
    let decimal = text.trim_start_matches('0');
    Diagnostic::error("octal-digit", span, message)
        .help(format!("if it is meant to be decimal, write `{decimal}`"))
        .note("C17 6.4.4.1")
}

pub(in super::super) fn integer_too_large(span: Span, text: &str) -> Diagnostic {
    let message = format!("{} is too large for any integer type", quote(text));
    Diagnostic::error("integer-too-large", span, message)
        .help("the largest is 18446744073709551615, of type `unsigned long`")
        .note("C17 6.4.4.1p6")
}

pub(in super::super) fn integer_unsigned(span: Span, text: &str) -> Diagnostic {
    let message =
        format!("{} is too large for `long`, and is taken as `unsigned long`", quote(text));
    Diagnostic::warning("integer-unsigned", span, message)
        .help("add `u` to say so; the smallest `long` is written `-9223372036854775807 - 1`")
        .note("C17 6.4.4.1p5")
}

pub(in super::super) fn exponent_expected(span: Span, text: &str) -> Diagnostic {
    let message = format!("the hexadecimal floating constant {} needs an exponent", quote(text));
    Diagnostic::error("exponent-expected", span, message)
        .help("add one, a power of two: `p0`")
        .note("C17 6.4.4.2")
}

pub(in super::super) fn exponent_digits(span: Span, text: &str) -> Diagnostic {
    let message = format!("the exponent of {} has no digits", quote(text));
    Diagnostic::error("exponent-digits", span, message)
        .help("add them, as in `1e9`")
        .note("C17 6.4.4.2")
}

pub(in super::super) fn empty_character(span: Span) -> Diagnostic {
    Diagnostic::error("empty-character", span, "there is no character between these quotes")
        .help("put one there; a space is `' '`, the null character `'\\0'`")
        .note("C17 6.4.4.4")
}

pub(in super::super) fn several_characters(span: Span, text: &str, count: usize) -> Diagnostic {
    let is_one = text.chars().filter(|letter| *letter != '\'').count() == 1;
    let message = if is_one {
        format!("{} is {count} bytes long, and a `char` holds one", quote(text))
    } else {
        format!("{} is one number made of {count} characters", quote(text))
    };
    Diagnostic::warning("several-characters", span, message)
        .help("a text is written in double quotes: `\"like this\"`")
        .note("C17 6.4.4.4p10: the value is that of GCC, each character 8 bits further")
}

pub(in super::super) fn several_wide_characters(span: Span, text: &str) -> Diagnostic {
    let message = format!("{} does not fit one element of its type", quote(text));
    Diagnostic::error("several-wide-characters", span, message)
        .help("write one character, or a string in double quotes")
        .note("C17 6.4.4.4p11")
}

pub(in super::super) fn mixed_encodings(span: Span) -> Diagnostic {
    let message = "this string cannot be joined with the one before: their prefixes differ";
    Diagnostic::error("mixed-encodings", span, message)
        .help("give both the same prefix, or one of them none")
        .note("C17 6.4.5p2")
}

/// Bytes in a literal that are not UTF-8: they are in the program as they are.
pub(in super::super) fn raw_bytes(span: Span) -> Diagnostic {
    Diagnostic::warning("raw-bytes", span, "there are bytes here that are not UTF-8 text")
        .note("the program has them as they stand in the file")
        .help("write them as escapes, such as `\\377`, or save the file as UTF-8")
}

pub(in super::super) fn unknown_escape(span: Span, letter: char) -> Diagnostic {
    let message = format!("`\\{letter}` means nothing in C");
    let help = match letter {
        'e' => "the escape character is written `\\033`".to_string(),
        '%' => "a per cent sign for `printf` is written `%%`".to_string(),
        _ => format!("for a backslash write `\\\\`, else write `{letter}` alone"),
    };
    Diagnostic::error("unknown-escape", span, message).help(help).note("C17 6.4.4.4")
}

pub(in super::super) fn escape_digits(span: Span) -> Diagnostic {
    Diagnostic::error("escape-digits", span, "`\\x` needs hexadecimal digits after it")
        .help("write `\\x41` or the like")
        .note("C17 6.4.4.4")
}

pub(in super::super) fn escape_too_large(span: Span, max: u32) -> Diagnostic {
    let message = format!("this escape is larger than one element can hold, 0x{max:x}");
    Diagnostic::error("escape-too-large", span, message)
        .help("`\\x` takes every digit that follows: end the string and begin another, `\"\\x41\" \"bc\"`")
        .note("C17 6.4.4.4p9")
}

pub(in super::super) fn universal_digits(span: Span, count: usize) -> Diagnostic {
    let message = format!("this universal character name needs {count} hexadecimal digits");
    Diagnostic::error("universal-digits", span, message)
        .help("write `\\u00e9` or `\\U0001f600`")
        .note("C17 6.4.3")
}

pub(in super::super) fn universal_value(span: Span) -> Diagnostic {
    Diagnostic::error("universal-value", span, "this universal character name names no character")
        .help(
            "plain letters are written as themselves; surrogates and values above 10ffff are none",
        )
        .note("C17 6.4.3p2")
}
