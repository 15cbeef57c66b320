//! Everything the preprocessor says, each message made by a function of its own.
//!
//! The first sentence says what is wrong, in plain words; the help says what to do; the note names
//! the rule.

mod conditions;
mod directives;
mod limits;
mod literals;
mod macros;

pub(super) use conditions::*;
pub(super) use directives::*;
pub(super) use limits::*;
pub(super) use literals::*;
pub(super) use macros::*;

/// How much of a spelling a message shows.
///
/// **Units**: characters.
const SHOWN_MAX: usize = 40;

/// A spelling in a message: in backquotes, shortened if it is long.
fn quote(text: &str) -> String {
    match text.char_indices().nth(SHOWN_MAX) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// `1 argument`, `2 arguments`.
fn counted(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
