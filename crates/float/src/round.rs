//! From an exact number to the nearest that a format holds, with the exceptions that this raises.

use crate::format::Format;
use crate::real::Real;
use crate::word::{Storage, Word};
use crate::{Flags, Rounding};

/// Drops the `count` low bits of `digits` by rounding; tells whether that changed the number.
///
/// `count` is at least 1. A carry may give the result one bit more.
/// **Rule**: IEEE 754 4.3 "Rounding-direction attributes".
#[inline]
pub(crate) fn round_off<W: Word>(
    digits: W,
    count: u32,
    negative: bool,
    rounding: Rounding,
) -> (W, bool) {
    let kept = digits >> count;
    let rest = digits & ((W::ONE << count) - W::ONE);
    let half = W::ONE << (count - 1);
    let is_inexact = rest != W::ZERO;
    let away = match rounding {
        Rounding::NearestEven => rest > half || rest == half && kept.is_odd(),
        Rounding::NearestMaxMagnitude => rest >= half,
        Rounding::TowardZero => false,
        Rounding::Down => is_inexact && negative,
        Rounding::Up => is_inexact && !negative,
    };
    (kept + W::from_bool(away), is_inexact)
}

/// Rounds a number to the format and adds the exceptions.
///
/// **Rule**: IEEE 754 7.4 "Overflow", 7.5 "Underflow" (tiny after rounding), 7.6 "Inexact".
#[inline]
pub(crate) fn pack<F: Format>(
    real: Real<F::Bits>,
    rounding: Rounding,
    flags: &mut Flags,
) -> F::Bits {
    let spare = F::Bits::BITS - 1 - F::PRECISION;
    let biased = real.exponent + F::BIAS;
    if biased < 1 {
        return pack_tiny::<F>(real, rounding, flags);
    }
    if biased > 2 * F::BIAS {
        return overflow::<F>(real.negative, rounding, flags);
    }
    let (digits, is_inexact) = round_off(real.significand, spare, real.negative, rounding);
    // The leading one adds 1 to the exponent; a carry to the next power of two adds another.
    let magnitude = digits + (F::Bits::from_u32(biased as u32 - 1) << (F::PRECISION - 1));
    if magnitude >= F::INFINITY {
        return overflow::<F>(real.negative, rounding, flags);
    }
    if is_inexact {
        flags.insert(Flags::NX);
    }
    signed::<F>(real.negative, magnitude)
}

/// Rounds a number below the least normal one; it may become that one.
#[cold]
fn pack_tiny<F: Format>(real: Real<F::Bits>, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let Real { negative, exponent, significand } = real;
    let spare = F::Bits::BITS - 1 - F::PRECISION;
    let distance = 1 - (exponent + F::BIAS);
    let aligned = significand.shift_right_sticky(distance as u32);
    let (magnitude, is_inexact) = round_off(aligned, spare, negative, rounding);
    if is_inexact {
        // Not tiny if, with as many digits as a normal number has, it would round to one.
        let (digits, _) = round_off(significand, spare, negative, rounding);
        let is_tiny = distance > 1 || digits < F::Bits::ONE << F::PRECISION;
        flags.insert(if is_tiny { Flags(Flags::UF.0 | Flags::NX.0) } else { Flags::NX });
    }
    signed::<F>(negative, magnitude)
}

#[cold]
fn overflow<F: Format>(negative: bool, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    flags.insert(Flags(Flags::OF.0 | Flags::NX.0));
    let to_infinity = match rounding {
        Rounding::NearestEven | Rounding::NearestMaxMagnitude => true,
        Rounding::TowardZero => false,
        Rounding::Down => negative,
        Rounding::Up => !negative,
    };
    signed::<F>(negative, if to_infinity { F::INFINITY } else { F::MAX })
}

/// The magnitude with a sign.
#[inline]
pub(crate) fn signed<F: Format>(negative: bool, magnitude: F::Bits) -> F::Bits {
    if negative { magnitude | F::SIGN } else { magnitude }
}

/// Zero with a sign.
#[inline]
pub(crate) fn zero<F: Format>(negative: bool) -> F::Bits {
    signed::<F>(negative, F::Bits::ZERO)
}
