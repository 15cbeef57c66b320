//! Comparisons, minimum and maximum, and the class of a number.

use crate::Flags;
use crate::format::{Format, is_nan, is_negative, is_signaling, magnitude};
use crate::word::Word;

/// Adds NV if one of the two is a signaling NaN; tells whether one is a NaN at all.
#[inline]
pub(crate) fn unordered<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    if !is_nan::<F>(a) && !is_nan::<F>(b) {
        return false;
    }
    if is_signaling::<F>(a) || is_signaling::<F>(b) {
        flags.insert(Flags::NV);
    }
    true
}

/// What an operation delivers for an operand that is a NaN; NV if that is a signaling one.
///
/// **Rule**: RISC-V unprivileged "NaN Generation and Propagation".
#[cold]
pub(crate) fn quiet<F: Format>(nan: F::Bits, flags: &mut Flags) -> F::Bits {
    unordered::<F>(nan, nan, flags);
    F::CANONICAL_NAN
}

/// Whether `a` comes before `b`, neither of them a NaN; minus zero comes before plus zero.
#[inline]
fn precedes<F: Format>(a: F::Bits, b: F::Bits) -> bool {
    match (is_negative::<F>(a), is_negative::<F>(b)) {
        (false, false) => a < b,
        (true, true) => a > b,
        (negative, _) => negative,
    }
}

#[inline]
fn both_zero<F: Format>(a: F::Bits, b: F::Bits) -> bool {
    magnitude::<F>(a | b) == F::Bits::ZERO
}

/// `a == b`; NV only for signaling NaNs.
///
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Compare Instructions", `feq`.
#[inline]
pub fn eq<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    !unordered::<F>(a, b, flags) && (a == b || both_zero::<F>(a, b))
}

/// `a < b`; NV for every NaN.
///
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Compare Instructions", `flt`.
#[inline]
pub fn lt<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    if unordered::<F>(a, b, flags) {
        flags.insert(Flags::NV);
        return false;
    }
    precedes::<F>(a, b) && !both_zero::<F>(a, b)
}

/// `a <= b`; NV for every NaN.
///
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Compare Instructions", `fle`.
#[inline]
pub fn le<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    if unordered::<F>(a, b, flags) {
        flags.insert(Flags::NV);
        return false;
    }
    !precedes::<F>(b, a) || both_zero::<F>(a, b)
}

/// The smaller of the two; the number, if one is a NaN; minus zero is smaller than plus zero.
///
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Computational Instructions",
/// `fmin` (minimumNumber).
#[inline]
pub fn min<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> F::Bits {
    if unordered::<F>(a, b, flags) {
        return the_number::<F>(a, b);
    }
    if precedes::<F>(b, a) { b } else { a }
}

/// The larger of the two, otherwise as [`min`].
///
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Computational Instructions",
/// `fmax` (maximumNumber).
#[inline]
pub fn max<F: Format>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> F::Bits {
    if unordered::<F>(a, b, flags) {
        return the_number::<F>(a, b);
    }
    if precedes::<F>(a, b) { b } else { a }
}

/// Which of the two is not a NaN, if any.
#[cold]
fn the_number<F: Format>(a: F::Bits, b: F::Bits) -> F::Bits {
    match (is_nan::<F>(a), is_nan::<F>(b)) {
        (true, true) => F::CANONICAL_NAN,
        (true, false) => b,
        _ => a,
    }
}

/// The class of `a` as one of ten bits.
///
/// ```text
///    9    8    7     6        5       4    3    2        1        0
///   qNaN sNaN +inf +normal +subnormal +0 | -0 -subnormal -normal -inf
/// ```
/// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Classify Instruction".
#[inline]
pub fn classify<F: Format>(a: F::Bits) -> u16 {
    let magnitude = magnitude::<F>(a);
    let least_normal = F::Bits::ONE << (F::PRECISION - 1);
    let bit = if is_nan::<F>(a) {
        return if is_signaling::<F>(a) { 1 << 8 } else { 1 << 9 };
    } else if magnitude == F::INFINITY {
        7
    } else if magnitude >= least_normal {
        6
    } else if magnitude != F::Bits::ZERO {
        5
    } else {
        4
    };
    if is_negative::<F>(a) { 1 << (7 - bit) } else { 1 << bit }
}
