//! Conversions between the formats and integers.
//!
//! **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Conversion and Move
//! Instructions": what an integer type cannot hold becomes its nearest value, a NaN its largest,
//! and the exception is NV alone.

use crate::format::{Format, is_negative};
use crate::real::{Real, Value, unpack};
use crate::round::{pack, round_off, zero};
use crate::word::{Storage, Word};
use crate::{Flags, Rounding};

/// Rounds to an integer and saturates it to `least..=most`.
#[inline]
fn to_integer<F: Format>(
    a: F::Bits,
    (least, most): (i128, i128),
    rounding: Rounding,
    flags: &mut Flags,
) -> i128 {
    let value = unpack::<F>(a);
    let rounded = match value {
        Value::Zero => return 0,
        Value::Real(real) => round_to_integer(real, rounding),
        Value::Infinite | Value::Nan => None,
    };
    match rounded {
        Some((integer, is_inexact)) if (least..=most).contains(&integer) => {
            if is_inexact {
                flags.insert(Flags::NX);
            }
            integer
        }
        _ => {
            flags.insert(Flags::NV);
            let is_least = is_negative::<F>(a) && !matches!(value, Value::Nan);
            if is_least { least } else { most }
        }
    }
}

/// The nearest integer, and whether it differs; `None` beyond 2^64.
#[inline]
fn round_to_integer<W: Storage>(real: Real<W>, rounding: Rounding) -> Option<(i128, bool)> {
    /// The bits after the point that are kept for rounding: a half and a sticky one.
    const FRACTION: u32 = 2;
    if real.exponent > 64 {
        return None;
    }
    let digits = real.significand.to_u128_high();
    let point = (126 - real.exponent) as u32;
    let fixed = digits.shift_right_sticky(point - FRACTION);
    let (magnitude, is_inexact) = round_off(fixed, FRACTION, real.negative, rounding);
    let integer = if real.negative { -(magnitude as i128) } else { magnitude as i128 };
    Some((integer, is_inexact))
}

/// The integer `-magnitude` or `magnitude` in the format.
#[inline]
fn from_magnitude<F: Format>(
    negative: bool,
    magnitude: u64,
    rounding: Rounding,
    flags: &mut Flags,
) -> F::Bits {
    // The second highest of 128 bits is worth 2^126.
    match Real::normalized(negative, 126, u128::from(magnitude)) {
        Some(real) => pack::<F>(real.resize(), rounding, flags),
        None => zero::<F>(false),
    }
}

macro_rules! integers {
    ($($type:ident $to:ident $from:ident;)*) => {
        $(
            #[doc = concat!("The number as `", stringify!($type), "`, rounded and saturated.")]
            #[inline]
            pub fn $to<F: Format>(a: F::Bits, rounding: Rounding, flags: &mut Flags) -> $type {
                let range = (i128::from($type::MIN), i128::from($type::MAX));
                to_integer::<F>(a, range, rounding, flags) as $type
            }

            #[doc = concat!("The `", stringify!($type), "` as a number of the format, rounded.")]
            #[inline]
            #[allow(unused_comparisons, reason = "one text for signed and unsigned types")]
            pub fn $from<F: Format>(
                integer: $type,
                rounding: Rounding,
                flags: &mut Flags,
            ) -> F::Bits {
                let magnitude = i128::from(integer).unsigned_abs() as u64;
                from_magnitude::<F>(integer < 0, magnitude, rounding, flags)
            }
        )*
    };
}

integers! {
    i32 to_i32 from_i32;
    u32 to_u32 from_u32;
    i64 to_i64 from_i64;
    u64 to_u64 from_u64;
}
