//! Conversions between the formats.

use crate::format::Format;
use crate::real::{Value, unpack};
use crate::round::{pack, signed, zero};
use crate::{Flags, Rounding};

/// The number in another format: exact to a wider one, rounded to a narrower one.
///
/// **Rule**: IEEE 754 5.4.2 "Conversion operations for binary formats".
#[inline]
pub fn convert<From: Format, To: Format>(
    a: From::Bits,
    rounding: Rounding,
    flags: &mut Flags,
) -> To::Bits {
    match unpack::<From>(a) {
        Value::Zero { negative } => zero::<To>(negative),
        Value::Infinite { negative } => signed::<To>(negative, To::INFINITY),
        Value::Real(real) => pack::<To>(real.resize(), rounding, flags),
        Value::Nan { signaling } => {
            if signaling {
                flags.insert(Flags::NV);
            }
            To::CANONICAL_NAN
        }
    }
}
