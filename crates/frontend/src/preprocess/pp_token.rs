//! Preprocessing tokens (C17 6.4): small values that keep their spelling as a place in a text.
//!
//! A text is a source file, or the *scratch* text that holds what `#`, `##` and the built-in macros
//! spell: those tokens stand nowhere in a file.

use std::borrow::Cow;

use source::{FileId, SourceMap, Span};

use crate::Name;
use crate::token::{Encoding, Punctuator};

/// What a preprocessing token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PpKind {
    /// An identifier; keywords are identifiers until phase 7.
    Identifier(Name),
    /// A preprocessing number (C17 6.4.8).
    Number,
    /// A character constant.
    Character(Encoding),
    /// A string literal.
    String(Encoding),
    /// `<…>` after `#include` or `__has_include (` (C17 6.4.7).
    HeaderName,
    /// A punctuator; digraphs have become what they stand for.
    Punctuator(Punctuator),
    /// In the replacement list of a macro: the parameter with this index.
    Parameter(u16),
    /// A character constant or string literal that does not end on its line.
    Unterminated,
    /// Characters with which no token begins.
    Stray,
    /// What an empty argument leaves beside `##` (C17 6.10.3.3p2).
    Placemarker,
    /// The end of a file, a directive or an argument.
    End,
}

/// White space stands before the token.
pub(super) const SPACE: u8 = 1;
/// It is the first token of its line.
pub(super) const LINE_START: u8 = 1 << 1;
/// Its spelling may hold line splices.
pub(super) const SPLICED: u8 = 1 << 2;
/// It is a macro name that is never expanded again (C17 6.10.3.4p2).
pub(super) const NO_EXPAND: u8 = 1 << 3;
/// It came out of a macro.
pub(super) const FROM_MACRO: u8 = 1 << 4;
/// In a replacement list: the operand of `#`.
pub(super) const STRINGIZE: u8 = 1 << 5;
/// In a replacement list: `##` follows it.
pub(super) const PASTE: u8 = 1 << 6;

/// The text of tokens that stand in no file.
pub(super) const SCRATCH: FileId = FileId(u32::MAX);

/// A preprocessing token.
#[derive(Clone, Copy, Debug)]
pub(super) struct PpToken {
    /// What it is.
    pub(super) kind: PpKind,
    /// The flags above.
    pub(super) flags: u8,
    /// Its spelling, in a file or in [`SCRATCH`].
    pub(super) span: Span,
}

impl PpToken {
    /// A token of that kind, without flags.
    pub(super) fn new(kind: PpKind, span: Span) -> PpToken {
        PpToken { kind, flags: 0, span }
    }

    /// Whether any of these flags is set.
    pub(super) fn has(self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// The same token with white space before it as `like` has it, and no longer at the start of a
    /// line.
    pub(super) fn spaced_like(mut self, like: PpToken) -> PpToken {
        let space = if like.has(SPACE | LINE_START) { SPACE } else { 0 };
        self.flags = self.flags & !(SPACE | LINE_START) | space;
        self
    }

    /// Whether it is this punctuator.
    pub(super) fn is(self, punctuator: Punctuator) -> bool {
        self.kind == PpKind::Punctuator(punctuator)
    }
}

/// The spellings that stand in no file, each with the place that it is made at.
#[derive(Default, Debug)]
pub(super) struct Scratch {
    text: String,
    places: Vec<(u32, Span)>,
}

impl Scratch {
    /// Adds a spelling made at `place`; gives where it stands in the scratch text.
    pub(super) fn add(&mut self, text: &str, place: Span) -> Span {
        let start = self.text.len() as u32;
        self.places.push((start, place));
        self.text.push_str(text);
        // Spellings must not touch: the end of one would be found in the next.
        let end = self.text.len() as u32;
        self.text.push('\n');
        Span::new(SCRATCH, start, end)
    }

    /// How much text there is.
    pub(super) fn size_bytes(&self) -> usize {
        self.text.len()
    }

    /// The spelling at a span of the scratch text.
    pub(super) fn text(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Where in the files a token stands, or is made.
    pub(super) fn place(&self, span: Span) -> Span {
        if span.file != SCRATCH {
            return span;
        }
        let after = self.places.partition_point(|&(start, _)| start <= span.start);
        self.places.get(after.wrapping_sub(1)).map_or(span, |&(_, place)| place)
    }
}

/// A token's text as it stands there, line splices included.
pub(super) fn raw_text<'a>(map: &'a SourceMap, scratch: &'a Scratch, span: Span) -> &'a str {
    if span.file == SCRATCH { scratch.text(span) } else { map.text(span) }
}

/// A token's spelling (C17 5.1.1.2p1, after phase 2).
pub(super) fn spelling<'a>(
    map: &'a SourceMap,
    scratch: &'a Scratch,
    token: PpToken,
) -> Cow<'a, str> {
    let raw = raw_text(map, scratch, token.span);
    if token.has(SPLICED) { Cow::Owned(without_splices(raw)) } else { Cow::Borrowed(raw) }
}

/// Phase 2: a backslash before a line end, and the line end, vanish.
pub(super) fn without_splices(raw: &str) -> String {
    raw.replace("\\\n", "").replace("\\\r\n", "")
}
