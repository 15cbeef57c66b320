//! Character constants and string literals (C17 6.4.4.4, 6.4.5): escapes and encodings.

use source::Diagnostic;

use super::literal::Spelled;
use super::{messages, universal};
use crate::token::{CharacterConstant, Encoding, StringLiteral};

/// One element of a literal, as spelled.
enum Element {
    /// A character, to be encoded.
    Character(char),
    /// The value of an octal or hexadecimal escape, which is an element as it is.
    Value(u32),
}

/// The value of a character constant (C17 6.4.4.4p10), and a warning about it.
pub(super) fn character(
    spelled: Spelled<'_>,
    encoding: Encoding,
) -> Result<(CharacterConstant, Option<Diagnostic>), Box<Diagnostic>> {
    let mut elements = Vec::new();
    append(spelled, b'\'', encoding, &mut elements)?;
    let constant = |value| CharacterConstant { encoding, value };
    match (elements.as_slice(), encoding) {
        ([], _) => Err(messages::empty_character(spelled.span).into()),
        (&[value], _) => Ok((constant(value), None)),
        (several, Encoding::Plain) => {
            let value = several.iter().fold(0u32, |value, element| value << 8 | element);
            let warning = messages::several_characters(spelled.span, spelled.text, several.len());
            Ok((constant(value), Some(warning)))
        }
        _ => Err(messages::several_wide_characters(spelled.span, spelled.text).into()),
    }
}

/// The elements of adjacent string literals (C17 6.4.5p5, phase 6).
pub(super) fn string(pieces: &[(Spelled<'_>, Encoding)]) -> Result<StringLiteral, Box<Diagnostic>> {
    let mut encoding = Encoding::Plain;
    for &(spelled, own) in pieces {
        if encoding != Encoding::Plain && own != Encoding::Plain && own != encoding {
            return Err(messages::mixed_encodings(spelled.span).into());
        }
        encoding = if own == Encoding::Plain { encoding } else { own };
    }
    let mut elements = Vec::with_capacity(pieces.iter().map(|(piece, _)| piece.text.len()).sum());
    for &(spelled, _) in pieces {
        append(spelled, b'"', encoding, &mut elements)?;
    }
    Ok(StringLiteral { encoding, elements })
}

/// The characters of a plain string literal of a directive; what is wrong in it stays as it is.
pub(super) fn plain_text(spelling: &str) -> String {
    let inside = spelling.trim_matches('"');
    inside.replace("\\\"", "\"").replace("\\\\", "\\")
}

/// Appends the elements between the quotes of one spelling.
fn append(
    spelled: Spelled<'_>,
    quote: u8,
    encoding: Encoding,
    elements: &mut Vec<u32>,
) -> Result<(), Box<Diagnostic>> {
    let text = spelled.text;
    let open = text.bytes().position(|byte| byte == quote).map_or(0, |at| at + 1);
    let close = text.len().saturating_sub(1).max(open);
    let mut at = open;
    while at < close {
        let rest = text.get(at..close).unwrap_or("");
        let Some(first) = rest.chars().next() else { break };
        let (element, length) = match (first, source::raw_byte(rest)) {
            ('\\', _) => escape(spelled, at, rest, encoding)?,
            (_, Some(byte)) => (Element::Value(byte.into()), source::RAW_LENGTH),
            _ => (Element::Character(first), first.len_utf8()),
        };
        match element {
            Element::Value(value) => elements.push(value),
            Element::Character(character) => encode(character, encoding, elements),
        }
        at += length;
    }
    Ok(())
}

fn encode(character: char, encoding: Encoding, elements: &mut Vec<u32>) {
    match encoding {
        Encoding::Plain | Encoding::Utf8 => {
            let mut buffer = [0; 4];
            elements.extend(character.encode_utf8(&mut buffer).bytes().map(u32::from));
        }
        Encoding::Utf16 => {
            let mut buffer = [0; 2];
            elements.extend(character.encode_utf16(&mut buffer).iter().copied().map(u32::from));
        }
        Encoding::Utf32 | Encoding::Wide => elements.push(character.into()),
    }
}

/// The escape sequence that `rest`, at `at` of the spelling, begins with, and its length (C17
/// 6.4.4.4p3 to p7).
fn escape(
    spelled: Spelled<'_>,
    at: usize,
    rest: &str,
    encoding: Encoding,
) -> Result<(Element, usize), Box<Diagnostic>> {
    let Some(letter) = rest.chars().nth(1) else {
        return Err(messages::unknown_escape(spelled.part(at, at + 1), '\\').into());
    };
    let simple = match letter {
        '\'' | '"' | '?' | '\\' => letter,
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '0'..='7' => return numeric(spelled, at, rest, 1, 3, 8, encoding),
        'x' => return numeric(spelled, at, rest, 2, usize::MAX, 16, encoding),
        'u' | 'U' => return universal_name(spelled, at, rest),
        _ => {
            let end = at + 1 + letter.len_utf8();
            return Err(messages::unknown_escape(spelled.part(at, end), letter).into());
        }
    };
    Ok((Element::Character(simple), 2))
}

/// An octal or hexadecimal escape, whose value must fit an element (C17 6.4.4.4p9).
fn numeric(
    spelled: Spelled<'_>,
    at: usize,
    rest: &str,
    start: usize,
    digits_max: usize,
    radix: u32,
    encoding: Encoding,
) -> Result<(Element, usize), Box<Diagnostic>> {
    let digits = rest.get(start..).unwrap_or("");
    let is_digit = |character: &char| character.is_digit(radix);
    let count = digits.chars().take(digits_max).take_while(is_digit).count();
    let span = spelled.part(at, at + start + count);
    if count == 0 {
        return Err(messages::escape_digits(span).into());
    }
    let value = digits.chars().take(count).filter_map(|digit| digit.to_digit(radix));
    let value = value
        .fold(0u64, |value, digit| value.saturating_mul(radix.into()).saturating_add(digit.into()));
    let max = match encoding {
        Encoding::Plain | Encoding::Utf8 => u8::MAX.into(),
        Encoding::Utf16 => u16::MAX.into(),
        Encoding::Utf32 | Encoding::Wide => u32::MAX,
    };
    match u32::try_from(value) {
        Ok(value) if value <= max => Ok((Element::Value(value), start + count)),
        _ => Err(messages::escape_too_large(span, max).into()),
    }
}

/// A universal character name (C17 6.4.3).
fn universal_name(
    spelled: Spelled<'_>,
    at: usize,
    rest: &str,
) -> Result<(Element, usize), Box<Diagnostic>> {
    let bytes = rest.as_bytes();
    let count = bytes.get(1).and_then(|&letter| universal::digit_count(letter)).unwrap_or(4);
    let is_digit = |byte: &&u8| byte.is_ascii_hexdigit();
    let present = bytes.iter().skip(2).take(count).take_while(is_digit).count();
    if present < count {
        return Err(messages::universal_digits(spelled.part(at, at + 2 + present), count).into());
    }
    let span = spelled.part(at, at + 2 + count);
    let value = bytes.get(2..2 + count).and_then(universal::value).unwrap_or(u32::MAX);
    let is_allowed = value >= 0xa0 || matches!(value, 0x24 | 0x40 | 0x60);
    match char::from_u32(value) {
        Some(character) if is_allowed => Ok((Element::Character(character), 2 + count)),
        _ => Err(messages::universal_value(span).into()),
    }
}
