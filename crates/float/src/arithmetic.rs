//! Addition, subtraction, multiplication, division, square root and fused multiply-add.

use crate::format::{Format, is_negative};
use crate::real::{Real, Value, unpack};
use crate::round::{pack, signed, zero};
use crate::word::Word;
use crate::{Flags, Rounding};

/// The canonical NaN; an invalid operation if `invalid`.
/// **Rule**: RISC-V unprivileged "NaN Generation and Propagation"; IEEE 754 7.2.
#[cold]
fn nan<F: Format>(invalid: bool, flags: &mut Flags) -> F::Bits {
    if invalid {
        flags.insert(Flags::NV);
    }
    F::CANONICAL_NAN
}

/// `a + b`.
///
/// **Rule**: IEEE 754 5.4.1; 6.3 for the sign of a sum that is zero.
#[inline]
pub fn add<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Nan { signaling }, Value::Nan { signaling: also }) => {
            nan::<F>(signaling || also, flags)
        }
        (Value::Nan { signaling }, _) | (_, Value::Nan { signaling }) => nan::<F>(signaling, flags),
        (Value::Infinite { negative }, Value::Infinite { negative: other })
            if negative != other =>
        {
            nan::<F>(true, flags)
        }
        (Value::Infinite { .. }, _) => a,
        (_, Value::Infinite { .. }) => b,
        (Value::Zero { negative }, Value::Zero { negative: other }) => {
            zero::<F>(sign_of_zero(negative, other, rounding))
        }
        (_, Value::Zero { .. }) => a,
        (Value::Zero { .. }, _) => b,
        (Value::Real(a), Value::Real(b)) => match a.plus(b) {
            Some(sum) => pack::<F>(sum, rounding, flags),
            None => zero::<F>(rounding == Rounding::Down),
        },
    }
}

/// The sign of a sum of two zeros, or of two numbers that cancel.
#[inline]
fn sign_of_zero(negative: bool, other: bool, rounding: Rounding) -> bool {
    if negative == other { negative } else { rounding == Rounding::Down }
}

/// `a - b`, which is `a + -b` for all but NaNs, whose sign means nothing.
///
/// **Rule**: IEEE 754 5.4.1.
#[inline]
pub fn sub<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    add::<F>(a, negate::<F>(b), rounding, flags)
}

#[inline]
fn negate<F: Format>(bits: F::Bits) -> F::Bits {
    if is_negative::<F>(bits) { bits - F::SIGN } else { bits | F::SIGN }
}

/// `a * b`.
///
/// **Rule**: IEEE 754 5.4.1; 7.2 for zero times infinity.
#[inline]
pub fn mul<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let negative = is_negative::<F>(a) != is_negative::<F>(b);
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Real(a), Value::Real(b)) => pack::<F>(Real::narrow(a.times(b)), rounding, flags),
        (Value::Nan { signaling }, Value::Nan { signaling: also }) => {
            nan::<F>(signaling || also, flags)
        }
        (Value::Nan { signaling }, _) | (_, Value::Nan { signaling }) => nan::<F>(signaling, flags),
        (Value::Infinite { .. }, Value::Zero { .. })
        | (Value::Zero { .. }, Value::Infinite { .. }) => nan::<F>(true, flags),
        (Value::Infinite { .. }, _) | (_, Value::Infinite { .. }) => {
            signed::<F>(negative, F::INFINITY)
        }
        (Value::Zero { .. }, _) | (_, Value::Zero { .. }) => zero::<F>(negative),
    }
}

/// `a / b`.
///
/// **Rule**: IEEE 754 5.4.1; 7.2 for 0/0 and infinity by infinity; 7.3 "Division by zero".
#[inline]
pub fn div<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let negative = is_negative::<F>(a) != is_negative::<F>(b);
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Real(a), Value::Real(b)) => pack::<F>(quotient::<F>(a, b), rounding, flags),
        (Value::Nan { signaling }, Value::Nan { signaling: also }) => {
            nan::<F>(signaling || also, flags)
        }
        (Value::Nan { signaling }, _) | (_, Value::Nan { signaling }) => nan::<F>(signaling, flags),
        (Value::Infinite { .. }, Value::Infinite { .. })
        | (Value::Zero { .. }, Value::Zero { .. }) => nan::<F>(true, flags),
        (Value::Infinite { .. }, _) => signed::<F>(negative, F::INFINITY),
        (_, Value::Infinite { .. }) | (Value::Zero { .. }, _) => zero::<F>(negative),
        (_, Value::Zero { .. }) => {
            flags.insert(Flags::DZ);
            signed::<F>(negative, F::INFINITY)
        }
    }
}

/// Long division, two digits more than the format has and a sticky one.
fn quotient<F: Format>(a: Real<F::Bits>, b: Real<F::Bits>) -> Real<F::Bits> {
    let spare = F::Bits::BITS - 1 - F::PRECISION;
    let divisor = b.significand >> spare;
    let mut rest = a.significand >> spare;
    let mut exponent = a.exponent - b.exponent;
    if rest < divisor {
        rest = rest << 1;
        exponent -= 1;
    }
    let mut digits = F::Bits::ZERO;
    for _ in 0..F::PRECISION + 2 {
        let fits = rest >= divisor;
        if fits {
            rest = rest - divisor;
        }
        digits = digits << 1 | F::Bits::from_bool(fits);
        rest = rest << 1;
    }
    let significand = digits << (spare - 2) | F::Bits::from_bool(rest != F::Bits::ZERO);
    Real { negative: a.negative != b.negative, exponent, significand }
}

/// The square root of `a`.
///
/// **Rule**: IEEE 754 5.4.1; 6.3: the root of minus zero is minus zero.
#[inline]
pub fn sqrt<F: Format>(a: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    match unpack::<F>(a) {
        Value::Nan { signaling } => nan::<F>(signaling, flags),
        Value::Zero { .. } | Value::Infinite { negative: false } => a,
        Value::Infinite { .. } => nan::<F>(true, flags),
        Value::Real(real) if real.negative => nan::<F>(true, flags),
        Value::Real(real) => pack::<F>(root::<F>(real), rounding, flags),
    }
}

/// The root digit by digit, two digits more than the format has and a sticky one.
///
/// Each step brings down two digits of the radicand and subtracts twice the root so far, with a
/// one appended, if it can.
fn root<F: Format>(a: Real<F::Bits>) -> Real<F::Bits> {
    let spare = F::Bits::BITS - 1 - F::PRECISION;
    // The radicand is in [1, 4), with its two digits before the point at the top.
    let odd = a.exponent.rem_euclid(2);
    let mut radicand = a.significand << odd as u32;
    let (mut rest, mut digits) = (F::Bits::ZERO, F::Bits::ZERO);
    for _ in 0..F::PRECISION + 2 {
        rest = rest << 2 | radicand >> (F::Bits::BITS - 2);
        radicand = radicand << 2;
        let trial = digits << 2 | F::Bits::ONE;
        let fits = rest >= trial;
        if fits {
            rest = rest - trial;
        }
        digits = digits << 1 | F::Bits::from_bool(fits);
    }
    let significand = digits << (spare - 2) | F::Bits::from_bool(rest != F::Bits::ZERO);
    Real { negative: false, exponent: (a.exponent - odd) / 2, significand }
}

/// `a * b + c`, rounded once.
///
/// **Rule**: IEEE 754 5.4.1; RISC-V unprivileged "Single-Precision Floating-Point Computational
/// Instructions": zero times infinity is invalid even when `c` is a quiet NaN.
#[inline]
pub fn mul_add<F: Format>(
    a: F::Bits,
    b: F::Bits,
    c: F::Bits,
    rounding: Rounding,
    flags: &mut Flags,
) -> F::Bits {
    let (Value::Real(x), Value::Real(y)) = (unpack::<F>(a), unpack::<F>(b)) else {
        return add_special_product::<F>(a, b, c, rounding, flags);
    };
    match unpack::<F>(c) {
        Value::Nan { signaling } => nan::<F>(signaling, flags),
        Value::Infinite { .. } => c,
        Value::Zero { .. } => pack::<F>(Real::narrow(x.times(y)), rounding, flags),
        Value::Real(z) => match x.times(y).plus(z.widen()) {
            Some(sum) => pack::<F>(Real::narrow(sum), rounding, flags),
            None => zero::<F>(rounding == Rounding::Down),
        },
    }
}

/// `a * b + c` when `a` or `b` is zero, infinite or a NaN: the product is exact.
#[cold]
fn add_special_product<F: Format>(
    a: F::Bits,
    b: F::Bits,
    c: F::Bits,
    rounding: Rounding,
    flags: &mut Flags,
) -> F::Bits {
    let product = mul::<F>(a, b, rounding, flags);
    add::<F>(product, c, rounding, flags)
}
