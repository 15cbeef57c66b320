//! Sections whose pieces must lie side by side: tables of functions for the program's start and end,
//! and sections that are named like C identifiers, whose bounds have names.
//!
//! **Rule**: System V ABI "Initialization and Termination Functions"; GNU ld manual, "Orphan
//! Sections" and "SORT_BY_INIT_PRIORITY".

use super::resolve::Program;
use crate::object::SectionKind;

/// The tables of functions, each with the names of its bounds.
const ARRAYS: [(&str, &str, &str); 3] = [
    (".preinit_array", "__preinit_array_start", "__preinit_array_end"),
    (".init_array", "__init_array_start", "__init_array_end"),
    (".fini_array", "__fini_array_start", "__fini_array_end"),
];

/// The priority of a function that asks for none: after all that ask.
const LAST: u32 = 65_536;

/// The table that a section is a piece of, and the priority of the piece.
fn array_piece(section: &str) -> Option<(&'static str, u32)> {
    ARRAYS.iter().find_map(|&(array, ..)| {
        let rest = section.strip_prefix(array)?;
        if rest.is_empty() {
            return Some((array, LAST));
        }
        Some((array, rest.strip_prefix('.')?.parse().unwrap_or(LAST)))
    })
}

/// Whether a section is one of the tables.
pub(super) fn is_array(section: &str) -> bool {
    ARRAYS.iter().any(|&(array, ..)| array == section)
}

/// Whether a name is a C identifier.
fn is_identifier(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The section of which a symbol names the first byte or the one behind it (then `true`).
pub(super) fn bound(symbol: &str) -> Option<(&str, bool)> {
    for (array, start, end) in ARRAYS {
        if symbol == start || symbol == end {
            return Some((array, symbol == end));
        }
    }
    let (section, is_end) = match symbol.strip_prefix("__start_") {
        Some(section) => (section, false),
        None => (symbol.strip_prefix("__stop_")?, true),
    };
    is_identifier(section).then_some((section, is_end))
}

/// The gathered section that a section is a piece of, with what its pieces are sorted by.
pub(super) fn group(section: &str, kind: SectionKind) -> Option<(&str, u32)> {
    if kind == SectionKind::Debug || kind.is_thread_local() {
        return None;
    }
    match array_piece(section) {
        Some(piece) => Some(piece),
        None => is_identifier(section).then_some((section, 0)),
    }
}

/// A piece: the object and the section, by their numbers.
pub(super) type Piece = (usize, usize);

/// All pieces, group by group, in the order in which they go to memory.
pub(super) fn pieces(program: &Program) -> Vec<(String, Piece)> {
    let mut pieces: Vec<(&str, u32, Piece)> = vec![];
    for (number, object) in program.objects.iter().enumerate() {
        for (index, section) in object.sections.iter().enumerate() {
            if let Some((name, key)) = group(&section.name, section.kind) {
                pieces.push((name, key, (number, index)));
            }
        }
    }
    pieces.sort();
    pieces.into_iter().map(|(name, _, piece)| (name.to_string(), piece)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_bounds_are_told_by_their_names() {
        assert_eq!(group(".init_array", SectionKind::Data), Some((".init_array", LAST)));
        assert_eq!(group(".init_array.00101", SectionKind::Data), Some((".init_array", 101)));
        assert_eq!(group("table", SectionKind::ReadOnlyData), Some(("table", 0)));
        assert_eq!(group(".data.table", SectionKind::Data), None);
        assert_eq!(bound("__stop_table"), Some(("table", true)));
        assert_eq!(bound("__fini_array_start"), Some((".fini_array", false)));
        assert_eq!(bound("__start_1"), None);
    }
}
