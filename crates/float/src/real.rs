//! Numbers taken apart: sign, exponent, and a significand with room for the bits to be rounded.

use crate::format::{Format, is_negative, magnitude};
use crate::word::{Storage, Word};

/// A number that is neither zero nor infinite.
///
/// Its magnitude is `significand / 2^(W::BITS - 2) * 2^exponent`, where the significand's leading
/// one is the second highest bit, so that a sum of two has room. Lower bits than a format stores
/// are what remains to be rounded; the lowest is sticky.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Real<W> {
    pub(crate) negative: bool,
    pub(crate) exponent: i32,
    pub(crate) significand: W,
}

/// What the bits of a format can mean, but for the sign.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<W> {
    Zero,
    Real(Real<W>),
    Infinite,
    Nan,
}

impl<W: Word> Real<W> {
    /// The number with these digits, wherever its leading one is; `exponent` is that of the second
    /// highest bit. `None` for zero.
    #[inline]
    pub(crate) fn normalized(negative: bool, exponent: i32, digits: W) -> Option<Real<W>> {
        let zeros = digits.leading_zeros();
        Some(match zeros {
            0 => {
                let significand = digits.shift_right_sticky(1);
                Real { negative, exponent: exponent + 1, significand }
            }
            _ if zeros == W::BITS => return None,
            _ => {
                let exponent = exponent - (zeros as i32 - 1);
                Real { negative, exponent, significand: digits << (zeros - 1) }
            }
        })
    }

    /// The sum, exact but for what sticks in the lowest bit; `None` when it is zero.
    ///
    /// That is enough to round it: bits are lost only when the exponents differ by more than the
    /// low zeros of the significand, and then at most one leading bit cancels.
    #[inline]
    pub(crate) fn plus(self, other: Real<W>) -> Option<Real<W>> {
        let (large, small) =
            if self.order() >= other.order() { (self, other) } else { (other, self) };
        let distance = (large.exponent - small.exponent) as u32;
        let aligned = small.significand.shift_right_sticky(distance);
        let digits = if large.negative == small.negative {
            large.significand + aligned
        } else {
            large.significand - aligned
        };
        Real::normalized(large.negative, large.exponent, digits)
    }

    /// Orders magnitudes.
    #[inline]
    fn order(self) -> (i32, W) {
        (self.exponent, self.significand)
    }
}

impl<W: Storage> Real<W> {
    /// The product in twice the bits, exact.
    #[inline]
    pub(crate) fn times(self, other: Real<W>) -> Real<W::Double> {
        // Two numbers in [1, 2) have a product in [1, 4): its leading one is the third or fourth
        // highest bit of the double word.
        let digits = self.significand.product(other.significand);
        let zeros = digits.leading_zeros();
        Real {
            negative: self.negative != other.negative,
            exponent: self.exponent + other.exponent + 3 - zeros as i32,
            significand: digits << (zeros - 1),
        }
    }

    /// The same number in twice the bits.
    #[inline]
    pub(crate) fn widen(self) -> Real<W::Double> {
        self.with(self.significand.to_high())
    }

    /// The same number in half the bits, sticky.
    #[inline]
    pub(crate) fn narrow(wide: Real<W::Double>) -> Real<W> {
        wide.with(W::from_high(wide.significand))
    }

    /// The same number in the bits of another format, sticky.
    #[inline]
    pub(crate) fn resize<V: Storage>(self) -> Real<V> {
        self.with(V::from_u128_high(self.significand.to_u128_high()))
    }
}

impl<W> Real<W> {
    fn with<V>(&self, significand: V) -> Real<V> {
        Real { negative: self.negative, exponent: self.exponent, significand }
    }
}

/// Takes a number apart.
#[inline]
pub(crate) fn unpack<F: Format>(bits: F::Bits) -> Value<F::Bits> {
    let negative = is_negative::<F>(bits);
    let magnitude = magnitude::<F>(bits);
    if magnitude >= F::INFINITY {
        return if magnitude == F::INFINITY { Value::Infinite } else { Value::Nan };
    }
    let spare = F::Bits::BITS - 1 - F::PRECISION;
    let biased = (magnitude >> (F::PRECISION - 1)).to_u32() as i32;
    if biased != 0 {
        let leading = F::Bits::ONE << (F::PRECISION - 1);
        let significand = (magnitude & (leading - F::Bits::ONE) | leading) << spare;
        return Value::Real(Real { negative, exponent: biased - F::BIAS, significand });
    }
    match Real::normalized(negative, 1 - F::BIAS, magnitude << spare) {
        Some(real) => Value::Real(real),
        None => Value::Zero,
    }
}
