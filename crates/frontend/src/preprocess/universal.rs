//! Universal character names (C17 6.4.3), and the letters beyond ASCII that identifiers may hold.

/// Whether a character beyond ASCII may stand in an identifier (C17 D.1).
pub(super) fn is_letter(character: char) -> bool {
    let code = character as u32;
    LETTERS.iter().any(|&(first, last)| (first..=last).contains(&code))
}

/// C17 D.1. Combining characters, which D.2 forbids at the start, are few and taken as they come.
const LETTERS: &[(u32, u32)] = &[
    (0xa8, 0xa8),
    (0xaa, 0xaa),
    (0xad, 0xad),
    (0xaf, 0xaf),
    (0xb2, 0xb5),
    (0xb7, 0xba),
    (0xbc, 0xbe),
    (0xc0, 0xd6),
    (0xd8, 0xf6),
    (0xf8, 0x167f),
    (0x1681, 0x180d),
    (0x180f, 0x1fff),
    (0x200b, 0x200d),
    (0x202a, 0x202e),
    (0x203f, 0x2040),
    (0x2054, 0x2054),
    (0x2060, 0x206f),
    (0x2070, 0x218f),
    (0x2460, 0x24ff),
    (0x2776, 0x2793),
    (0x2c00, 0x2dff),
    (0x2e80, 0x2fff),
    (0x3004, 0x3007),
    (0x3021, 0x302f),
    (0x3031, 0xd7ff),
    (0xf900, 0xfd3d),
    (0xfd40, 0xfdcf),
    (0xfdf0, 0xfe44),
    (0xfe47, 0xfffc),
    (0x10000, 0x1fffd),
    (0x20000, 0x2fffd),
    (0x30000, 0x3fffd),
];

/// The length in bytes of the universal character name of a letter that `bytes` begins with.
pub(super) fn letter_escape(bytes: &[u8]) -> Option<usize> {
    let count = digit_count(*bytes.get(1)?)?;
    let digits = bytes.get(2..2 + count)?;
    is_letter(char::from_u32(value(digits)?)?).then_some(2 + count)
}

/// How many digits follow `\u` and `\U`.
pub(super) fn digit_count(letter: u8) -> Option<usize> {
    match letter {
        b'u' => Some(4),
        b'U' => Some(8),
        _ => None,
    }
}

/// The value of hexadecimal digits, if all are such.
pub(super) fn value(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |sum, &digit| {
        let digit = (digit as char).to_digit(16)?;
        sum.checked_mul(16)?.checked_add(digit)
    })
}

/// An identifier's spelling with its universal character names as the letters that they name.
pub(super) fn decode_names(spelling: &str) -> String {
    let mut text = String::with_capacity(spelling.len());
    let mut rest = spelling;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(length) = letter_escape(rest.as_bytes()) else { break };
        text.extend(value(&rest.as_bytes()[2..length]).and_then(char::from_u32));
        rest = &rest[length..];
    }
    text + rest
}
