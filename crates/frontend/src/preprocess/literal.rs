//! Preprocessing numbers as constants (C17 6.4.4.1, 6.4.4.2).

use std::borrow::Cow;

use source::{Diagnostic, Span};

use super::messages;
use crate::token::{FloatingConstant, FloatingSuffix, IntegerConstant, IntegerConstantType};

/// A spelling and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelled<'a> {
    /// The spelling, without splices.
    pub(super) text: &'a str,
    /// Where it stands, or is used.
    pub(super) span: Span,
    /// Whether the bytes at `span` are those of `text`, so that a part of it can be shown.
    pub(super) is_exact: bool,
}

impl Spelled<'_> {
    /// Where a part of the spelling stands.
    pub(super) fn part(&self, start: usize, end: usize) -> Span {
        let place = |at: usize| (self.span.start + at as u32).min(self.span.end);
        if self.is_exact {
            Span::new(self.span.file, place(start), place(end.max(start)))
        } else {
            self.span
        }
    }
}

/// A number that has become a constant.
#[derive(Debug)]
pub(super) enum Number {
    /// An integer constant, and a warning about it.
    Integer(IntegerConstant, Option<Diagnostic>),
    /// A floating constant.
    Floating(FloatingConstant),
}

/// The constant that a preprocessing number is (C17 6.4.4).
pub(super) fn number(spelled: Spelled<'_>) -> Result<Number, Box<Diagnostic>> {
    if spelled.text.contains('\'') {
        // C23 6.4.4.2: separators say nothing.
        let text = spelled.text.replace('\'', "");
        return number(Spelled { text: &text, is_exact: false, ..spelled });
    }
    if let [digit @ b'0'..=b'9'] = spelled.text.as_bytes() {
        let value = u64::from(digit - b'0');
        let kind = IntegerConstantType::Int;
        let constant = IntegerConstant { value, kind, is_imaginary: false };
        return Ok(Number::Integer(constant, None));
    }
    let bytes = spelled.text.as_bytes();
    let is_hexadecimal = matches!(bytes, [b'0', b'x' | b'X', ..]);
    let is_binary = matches!(bytes, [b'0', b'b' | b'B', ..]);
    let is_floating = !is_binary
        && bytes.iter().any(|byte| match byte {
            b'.' | b'p' | b'P' => true,
            b'e' | b'E' => !is_hexadecimal,
            _ => false,
        });
    if is_floating {
        floating(spelled, is_hexadecimal).map(Number::Floating)
    } else {
        integer(spelled, is_hexadecimal)
    }
}

/// An integer constant (C17 6.4.4.1).
fn integer(spelled: Spelled<'_>, is_hexadecimal: bool) -> Result<Number, Box<Diagnostic>> {
    let text = spelled.text;
    let (radix, start) = match text.as_bytes() {
        _ if is_hexadecimal => (16, 2),
        // C23 6.4.4.2: binary.
        [b'0', b'b' | b'B', ..] => (2, 2),
        [b'0', ..] => (8, 0),
        _ => (10, 0),
    };
    let rest = text.get(start..).unwrap_or("");
    let is_digit = |character: char| character.is_digit(radix.max(10));
    let count = rest.find(|character| !is_digit(character)).unwrap_or(rest.len());
    let (digits, suffix) = rest.split_at(count);
    if digits.is_empty() {
        return Err(messages::digits_expected(spelled.span, text).into());
    }
    let (real_suffix, is_imaginary) = without_imaginary_unit(suffix);
    let Some((is_unsigned, is_long)) = integer_suffix(&real_suffix) else {
        let span = spelled.part(start + count, text.len());
        return Err(messages::integer_suffix(span, text, suffix).into());
    };
    let mut value = 0u64;
    for (at, character) in digits.char_indices() {
        let Some(digit) = character.to_digit(radix) else {
            let at = start + at;
            return Err(messages::octal_digit(spelled.part(at, at + 1), text, character).into());
        };
        value = value
            .checked_mul(radix.into())
            .and_then(|value| value.checked_add(digit.into()))
            .ok_or_else(|| messages::integer_too_large(spelled.span, text))?;
    }
    let kind = integer_type(value, radix == 10, is_unsigned, is_long);
    let is_signless = radix == 10 && !is_unsigned && kind == IntegerConstantType::UnsignedLong;
    let warning = is_signless.then(|| messages::integer_unsigned(spelled.span, text));
    Ok(Number::Integer(IntegerConstant { value, kind, is_imaginary }, warning))
}

/// A suffix without its `i` or `j` (GNU C), which may stand before or behind the rest; and whether it had one.
fn without_imaginary_unit(suffix: &str) -> (Cow<'_, str>, bool) {
    const UNITS: [char; 4] = ['i', 'I', 'j', 'J'];
    match suffix.find(UNITS) {
        Some(_) => (suffix.replacen(UNITS, "", 1).into(), true),
        None => (suffix.into(), false),
    }
}

/// Whether the suffix says `u`, and how often `l`.
fn integer_suffix(suffix: &str) -> Option<(bool, usize)> {
    Some(match suffix {
        "" => (false, 0),
        "u" | "U" => (true, 0),
        "l" | "L" => (false, 1),
        "ll" | "LL" => (false, 2),
        "ul" | "uL" | "Ul" | "UL" | "lu" | "lU" | "Lu" | "LU" => (true, 1),
        "ull" | "uLL" | "Ull" | "ULL" | "llu" | "llU" | "LLu" | "LLU" => (true, 2),
        _ => return None,
    })
}

/// The first type of the list in C17 6.4.4.1p5 that holds the value. A decimal constant beyond
/// `long long` has no type there; it gets `unsigned long`, and a warning.
fn integer_type(
    value: u64,
    is_decimal: bool,
    is_unsigned: bool,
    is_long: usize,
) -> IntegerConstantType {
    use IntegerConstantType::*;
    let may_be_signed = !is_unsigned;
    let may_be_unsigned = is_unsigned || !is_decimal;
    let fits_long = value <= i64::MAX as u64;
    match is_long {
        0 if may_be_signed && value <= i32::MAX as u64 => Int,
        0 if may_be_unsigned && value <= u32::MAX.into() => UnsignedInt,
        2 if may_be_signed && fits_long => LongLong,
        2 if may_be_unsigned => UnsignedLongLong,
        _ if may_be_signed && fits_long => Long,
        _ => UnsignedLong,
    }
}

/// A floating constant (C17 6.4.4.2).
fn floating(
    spelled: Spelled<'_>,
    is_hexadecimal: bool,
) -> Result<FloatingConstant, Box<Diagnostic>> {
    let text = spelled.text;
    let start = if is_hexadecimal { 2 } else { 0 };
    let bytes = text.as_bytes();
    let digits_from = |at: usize, radix: u32| {
        let is_digit = |byte: &&u8| (**byte as char).is_digit(radix);
        bytes.get(at..).unwrap_or(&[]).iter().take_while(is_digit).count()
    };
    let radix = if is_hexadecimal { 16 } else { 10 };
    let whole = digits_from(start, radix);
    let mut at = start + whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits_from(at + 1, radix);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return Err(messages::digits_expected(spelled.span, text).into());
    }
    match bytes.get(at) {
        Some(b'e' | b'E') if !is_hexadecimal => at = exponent(spelled, at, digits_from)?,
        Some(b'p' | b'P') if is_hexadecimal => at = exponent(spelled, at, digits_from)?,
        _ if is_hexadecimal => return Err(messages::exponent_expected(spelled.span, text).into()),
        _ => {}
    }
    let (digits, suffix) = text.split_at(at);
    let (real_suffix, is_imaginary) = without_imaginary_unit(suffix);
    let suffix = match &*real_suffix {
        "" => FloatingSuffix::Double,
        "f" | "F" => FloatingSuffix::Float,
        "l" | "L" => FloatingSuffix::LongDouble,
        _ => {
            let span = spelled.part(at, text.len());
            return Err(messages::floating_suffix(span, text, suffix).into());
        }
    };
    Ok(FloatingConstant { digits: digits.to_string(), suffix, is_imaginary })
}

/// Passes the exponent whose letter is at `at`.
fn exponent(
    spelled: Spelled<'_>,
    at: usize,
    digits_from: impl Fn(usize, u32) -> usize,
) -> Result<usize, Box<Diagnostic>> {
    let has_sign = matches!(spelled.text.as_bytes().get(at + 1), Some(b'+' | b'-'));
    let first = at + 1 + usize::from(has_sign);
    match digits_from(first, 10) {
        0 => Err(messages::exponent_digits(spelled.part(at, first), spelled.text).into()),
        count => Ok(first + count),
    }
}
