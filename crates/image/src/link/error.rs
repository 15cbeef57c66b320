//! What can go wrong when linking.

use crate::ReadError;
use crate::object::RelocationKind;
use std::fmt;

/// Why objects cannot be linked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkError {
    /// A symbol is used but defined nowhere.
    Undefined {
        /// Its name.
        symbol: String,
        /// The objects that use it, in the order of linking; none for the entry point.
        objects: Vec<String>,
    },
    /// A symbol is defined twice.
    Duplicate {
        /// Its name.
        symbol: String,
        /// The object that defines it first.
        first: String,
        /// The object that defines it again.
        second: String,
    },
    /// A value does not fit the field that it belongs into.
    OutOfRange {
        /// The symbol whose address it depends on.
        symbol: String,
        /// The object with the field.
        object: String,
        /// The section with the field.
        section: String,
        /// **Units**: bytes from the start of the section.
        offset: u64,
        /// The kind of field.
        kind: RelocationKind,
    },
    /// An object is not well-formed: a relocation outside its section, a symbol that is not there,
    /// a low part without its `auipc`.
    Malformed {
        /// The object.
        object: String,
        /// What is wrong.
        what: &'static str,
    },
    /// A member of the library cannot be read.
    Member {
        /// The symbol that it was wanted for.
        symbol: String,
        /// Why not.
        error: ReadError,
    },
    /// The program is larger than the memory that a process can have.
    TooLarge,
}

impl LinkError {
    /// The symbol that is missing, if one is.
    pub fn undefined(&self) -> Option<&str> {
        match self {
            LinkError::Undefined { symbol, .. } => Some(symbol),
            _ => None,
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Undefined { symbol, objects } => {
                write!(out, "undefined reference to `{symbol}`")?;
                if objects.is_empty() { Ok(()) } else { write!(out, " in {}", objects.join(", ")) }
            }
            LinkError::Duplicate { symbol, first, second } => {
                write!(out, "`{symbol}` is defined in {first} and again in {second}")
            }
            LinkError::OutOfRange { symbol, object, section, offset, kind } => write!(
                out,
                "{object}: `{symbol}` is too far away from {section}+{offset:#x} ({kind:?})"
            ),
            LinkError::Malformed { object, what } => write!(out, "{object} is damaged: {what}"),
            LinkError::Member { symbol, error } => {
                write!(out, "the library's object with `{symbol}` cannot be read: {error}")
            }
            LinkError::TooLarge => {
                write!(out, "the program is larger than the memory that a process can have")
            }
        }
    }
}

impl std::error::Error for LinkError {}
