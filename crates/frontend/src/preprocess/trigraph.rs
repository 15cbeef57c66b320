//! Trigraphs (C17 5.2.1.1): nine sequences that stand for characters which some keyboards lacked.

use crate::{Edition, Standard};

/// The character behind `??`, and what the three stand for.
const TRIGRAPHS: [(u8, char); 9] = [
    (b'=', '#'),
    (b'(', '['),
    (b'/', '\\'),
    (b')', ']'),
    (b'\'', '^'),
    (b'<', '{'),
    (b'!', '|'),
    (b'>', '}'),
    (b'-', '~'),
];

/// The text of a file after translation phase 1 (C17 5.1.1.2p1): GNU C and C23 have no trigraphs.
pub fn source_text(text: String, standard: Standard) -> String {
    if standard.is_gnu || standard.edition >= Edition::C23 || !text.contains("??") {
        return text;
    }
    let (mut replaced, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(at) = rest.find("??") {
        let (before, found) = rest.split_at(at);
        replaced.push_str(before);
        let third = found.as_bytes().get(2);
        match TRIGRAPHS.iter().find(|row| third == Some(&row.0)) {
            Some(row) => {
                replaced.push(row.1);
                rest = &found[3..];
            }
            None => {
                replaced.push('?');
                rest = &found[1..];
            }
        }
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c17_5_2_1_1_trigraphs_are_replaced() {
        let strict = Standard { edition: Edition::C17, is_gnu: false };
        let of = |text: &str, standard| source_text(text.into(), standard);
        assert_eq!(of("??=x ??(??)??<??>??/??'??!??-", strict), "#x []{}\\^|~");
        assert_eq!(of("????=? ??x", strict), "??#? ??x");
        assert_eq!(of("??=", Standard::default()), "??=");
    }
}
