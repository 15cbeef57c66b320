//! Text from bytes: UTF-8, and what is not UTF-8 kept so that literals can have it back.
//!
//! A byte that is not UTF-8 becomes two noncharacters, U+FDD0 and what its high half adds, U+FDE0 and what its low half
//! adds: code points that no text holds (Unicode 23.7, "Noncharacters").

use std::borrow::Cow;

const HIGH: u32 = 0xfdd0;
const LOW: u32 = 0xfde0;

/// The text that the bytes of a file are.
pub fn decode(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| with_raw_bytes(error.as_bytes()))
}

fn with_raw_bytes(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for &byte in chunk.invalid() {
            let halves = [HIGH + u32::from(byte >> 4), LOW + u32::from(byte & 15)];
            text.extend(halves.into_iter().filter_map(char::from_u32));
        }
    }
    text
}

/// The byte that text begins with, if it begins with one that is not UTF-8; it takes [`RAW_LENGTH`] bytes of the text.
pub fn raw_byte(text: &str) -> Option<u8> {
    let mut characters = text.chars();
    let mut half = |base: u32| {
        let value = u32::from(characters.next()?).checked_sub(base)?;
        u8::try_from(value).ok().filter(|&value| value < 16)
    };
    let high = half(HIGH)?;
    Some(high << 4 | half(LOW)?)
}

/// How much of the text such a byte takes.
///
/// **Units**: bytes.
pub const RAW_LENGTH: usize = 6;

/// Whether a character is a half of such a byte.
pub fn is_raw(character: char) -> bool {
    (HIGH..LOW + 16).contains(&u32::from(character))
}

/// Text as it can be shown: the same bytes, but that each half of such a byte is the replacement character, which takes as
/// many.
pub fn shown(text: &str) -> Cow<'_, str> {
    match text.contains(is_raw) {
        true => Cow::Owned(text.replace(is_raw, "\u{fffd}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        for byte in 0x80..=0xff {
            let text = decode(vec![b'a', byte, b'b']);
            let (before, rest) = text.split_at(1);
            assert_eq!((before, raw_byte(rest)), ("a", Some(byte)));
            assert!(rest.starts_with(is_raw));
            assert_eq!(&rest[RAW_LENGTH..], "b");
            assert_eq!(shown(&text), "a\u{fffd}\u{fffd}b");
            assert_eq!(shown(&text).len(), text.len());
        }
        assert_eq!(decode("größer".into()), "größer");
        assert_eq!(raw_byte("größer"), None);
        assert_eq!(raw_byte("\u{fdd8}"), None);
        assert_eq!(raw_byte(""), None);
    }
}
