//! Conversions between the formats.

use crate::compare::quiet;
use crate::format::{Format, is_negative};
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
        Value::Real(real) => pack::<To>(real.resize(), rounding, flags),
        Value::Zero => zero::<To>(is_negative::<From>(a)),
        Value::Infinite => signed::<To>(is_negative::<From>(a), To::INFINITY),
        Value::Nan => {
            quiet::<From>(a, flags);
            To::CANONICAL_NAN
        }
    }
}
