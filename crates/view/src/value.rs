//! Values: what the bytes of a scalar object mean.

use serde::Serialize;

/// The value of a scalar, or that it is not one.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Value {
    /// A signed integer.
    Signed(i128),
    /// An unsigned integer.
    Unsigned(u128),
    /// A character type's value; shown as the character too when it is printable.
    Character(i64),
    /// `_Bool`.
    Boolean(bool),
    /// An enumeration's value, with its enumerator's name when it has one.
    Enum {
        /// The enumerator.
        name: Option<String>,
        /// The value.
        value: i64,
    },
    /// A pointer's value, an address.
    Pointer(u64),
    /// A floating value: the shortest decimal number that is nearest to it in its format, `inf` or `nan`; of a complex one
    /// both parts, as in `1.0 - 2.5i`.
    Floating(String),
    /// A `char` array that holds a string: its bytes up to the terminating null.
    Text {
        /// The bytes, as text; bytes that are not ASCII appear as `\xNN`.
        text: String,
        /// Whether a null character ends it within the array.
        is_terminated: bool,
    },
    /// A struct, union or array: look at its elements.
    Aggregate,
    /// Bytes of no known type.
    Bytes(Vec<u8>),
    /// It cannot be read: nothing is mapped there.
    Unreadable,
}
