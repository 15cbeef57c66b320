//! Addition, subtraction, multiplication, division, square root and fused multiply-add.

use crate::compare::{quiet, unordered};
use crate::format::{Format, is_negative, magnitude};
use crate::real::{Real, Value, unpack};
use crate::round::{pack, signed, zero};
use crate::word::Word;
use crate::{Flags, Rounding};

/// What an operation without a meaningful result delivers.
///
/// **Rule**: IEEE 754 7.2 "Invalid operation".
#[cold]
fn invalid<F: Format>(flags: &mut Flags) -> F::Bits {
    flags.insert(Flags::NV);
    F::CANONICAL_NAN
}

/// `a + b`.
///
/// **Rule**: IEEE 754 5.4.1; 6.3 for the sign of a sum that is zero.
#[inline]
pub fn add<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Real(x), Value::Real(y)) => match x.plus(y) {
            Some(sum) => pack::<F>(sum, rounding, flags),
            None => zero::<F>(rounding == Rounding::Down),
        },
        _ if unordered::<F>(a, b, flags) => F::CANONICAL_NAN,
        (Value::Infinite, Value::Infinite) if a != b => invalid::<F>(flags),
        (Value::Infinite, _) => a,
        (_, Value::Infinite) => b,
        (Value::Zero, Value::Zero) if a != b => zero::<F>(rounding == Rounding::Down),
        (_, Value::Zero) => a,
        _ => b,
    }
}

/// `a - b`, which is `a + -b` for all but NaNs, whose sign means nothing.
///
/// **Rule**: IEEE 754 5.4.1.
#[inline]
pub fn sub<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let minus_b = signed::<F>(!is_negative::<F>(b), magnitude::<F>(b));
    add::<F>(a, minus_b, rounding, flags)
}

/// `a * b`.
///
/// **Rule**: IEEE 754 5.4.1; 7.2 for zero times infinity.
#[inline]
pub fn mul<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let negative = is_negative::<F>(a) != is_negative::<F>(b);
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Real(x), Value::Real(y)) => pack::<F>(Real::narrow(x.times(y)), rounding, flags),
        _ if unordered::<F>(a, b, flags) => F::CANONICAL_NAN,
        (Value::Infinite, Value::Zero) | (Value::Zero, Value::Infinite) => invalid::<F>(flags),
        (Value::Infinite, _) | (_, Value::Infinite) => signed::<F>(negative, F::INFINITY),
        _ => zero::<F>(negative),
    }
}

/// `a / b`.
///
/// **Rule**: IEEE 754 5.4.1; 7.2 for 0/0 and infinity by infinity; 7.3 "Division by zero".
#[inline]
pub fn div<F: Format>(a: F::Bits, b: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    let negative = is_negative::<F>(a) != is_negative::<F>(b);
    match (unpack::<F>(a), unpack::<F>(b)) {
        (Value::Real(x), Value::Real(y)) => pack::<F>(quotient::<F>(x, y), rounding, flags),
        _ if unordered::<F>(a, b, flags) => F::CANONICAL_NAN,
        (Value::Infinite, Value::Infinite) | (Value::Zero, Value::Zero) => invalid::<F>(flags),
        (Value::Infinite, _) => signed::<F>(negative, F::INFINITY),
        (_, Value::Zero) => {
            flags.insert(Flags::DZ);
            signed::<F>(negative, F::INFINITY)
        }
        _ => zero::<F>(negative),
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
        Value::Zero => a,
        Value::Nan => quiet::<F>(a, flags),
        _ if is_negative::<F>(a) => invalid::<F>(flags),
        Value::Infinite => a,
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
        Value::Nan => quiet::<F>(c, flags),
        Value::Infinite => c,
        Value::Zero => pack::<F>(Real::narrow(x.times(y)), rounding, flags),
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
