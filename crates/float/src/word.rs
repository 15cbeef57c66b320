//! Unsigned integers of 32 to 256 bits behind one interface, so that arithmetic is written once.

use std::fmt::Debug;
use std::ops::{Add, BitAnd, BitOr, Shl, Shr, Sub};

/// An unsigned integer that holds a significand.
///
/// Sums and differences must not overflow; shift amounts must be less than `BITS`.
pub trait Word:
    Copy
    + Debug
    + Ord
    + Add<Output = Self>
    + Sub<Output = Self>
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    /// How many bits it has.
    const BITS: u32;
    /// The number 0.
    const ZERO: Self;
    /// The number 1.
    const ONE: Self;

    /// How many zeros precede the first one.
    fn leading_zeros(self) -> u32;

    /// 1 for `true`.
    #[inline]
    fn from_bool(bit: bool) -> Self {
        if bit { Self::ONE } else { Self::ZERO }
    }

    /// Whether the number is odd.
    #[inline]
    fn is_odd(self) -> bool {
        self & Self::ONE != Self::ZERO
    }

    /// Shifts right by any amount; the lowest bit stays set if a one was shifted out (it is
    /// *sticky*), so that later rounding still sees that the number was not exact.
    #[inline]
    fn shift_right_sticky(self, amount: u32) -> Self {
        if amount == 0 {
            return self;
        }
        if amount >= Self::BITS {
            return Self::from_bool(self != Self::ZERO);
        }
        self >> amount | Self::from_bool(self << (Self::BITS - amount) != Self::ZERO)
    }
}

/// A word that is also the storage of a floating-point format.
pub trait Storage: Word {
    /// The word of twice as many bits, which holds a product.
    type Double: Word;

    /// The full product.
    fn product(self, other: Self) -> Self::Double;

    /// The word as the high half of a double word.
    fn to_high(self) -> Self::Double;

    /// The high half of a double word, sticky.
    fn from_high(double: Self::Double) -> Self;

    /// The word as the highest bits of 128.
    fn to_u128_high(self) -> u128;

    /// The highest bits of 128, sticky.
    fn from_u128_high(bits: u128) -> Self;

    /// The small number, which must fit.
    fn from_u32(number: u32) -> Self;

    /// The low 32 bits.
    fn to_u32(self) -> u32;

    /// How many zeros follow the last one.
    fn trailing_zeros(self) -> u32;
}

macro_rules! word {
    ($($type:ty)*) => {
        $(impl Word for $type {
            const BITS: u32 = <$type>::BITS;
            const ZERO: Self = 0;
            const ONE: Self = 1;

            #[inline]
            fn leading_zeros(self) -> u32 {
                <$type>::leading_zeros(self)
            }
        })*
    };
}

word! { u32 u64 u128 }

macro_rules! storage {
    ($($type:ty, $double:ty;)*) => {
        $(impl Storage for $type {
            type Double = $double;

            #[inline]
            fn product(self, other: Self) -> $double {
                <$double>::from(self) * <$double>::from(other)
            }

            #[inline]
            fn to_high(self) -> $double {
                <$double>::from(self) << <$type>::BITS
            }

            #[inline]
            fn from_high(double: $double) -> Self {
                double.shift_right_sticky(<$type>::BITS) as $type
            }

            #[inline]
            fn to_u128_high(self) -> u128 {
                u128::from(self) << (u128::BITS - <$type>::BITS)
            }

            #[inline]
            fn from_u128_high(bits: u128) -> Self {
                bits.shift_right_sticky(u128::BITS - <$type>::BITS) as $type
            }

            #[inline]
            fn from_u32(number: u32) -> Self {
                <$type>::from(number)
            }

            #[inline]
            fn to_u32(self) -> u32 {
                self as u32
            }

            #[inline]
            fn trailing_zeros(self) -> u32 {
                <$type>::trailing_zeros(self)
            }
        })*
    };
}

storage! { u32, u64; u64, u128; }

impl Storage for u128 {
    type Double = U256;

    /// Schoolbook multiplication in halves.
    fn product(self, other: Self) -> U256 {
        const LOW: u128 = u64::MAX as u128;
        let (a, b) = (self >> 64, self & LOW);
        let (c, d) = (other >> 64, other & LOW);
        let (outer, inner, low) = (a * d, b * c, b * d);
        let middle = (outer & LOW) + (inner & LOW) + (low >> 64);
        U256 {
            high: a * c + (outer >> 64) + (inner >> 64) + (middle >> 64),
            low: middle << 64 | low & LOW,
        }
    }

    fn to_high(self) -> U256 {
        U256 { high: self, low: 0 }
    }

    fn from_high(double: U256) -> u128 {
        double.high | u128::from(double.low != 0)
    }

    fn to_u128_high(self) -> u128 {
        self
    }

    fn from_u128_high(bits: u128) -> u128 {
        bits
    }

    fn from_u32(number: u32) -> u128 {
        u128::from(number)
    }

    fn to_u32(self) -> u32 {
        self as u32
    }

    fn trailing_zeros(self) -> u32 {
        u128::trailing_zeros(self)
    }
}

/// An unsigned integer of 256 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct U256 {
    high: u128,
    low: u128,
}

impl Word for U256 {
    const BITS: u32 = 256;
    const ZERO: U256 = U256 { high: 0, low: 0 };
    const ONE: U256 = U256 { high: 0, low: 1 };

    fn leading_zeros(self) -> u32 {
        if self.high != 0 { self.high.leading_zeros() } else { 128 + self.low.leading_zeros() }
    }
}

impl Add for U256 {
    type Output = U256;

    fn add(self, other: U256) -> U256 {
        let (low, carry) = self.low.overflowing_add(other.low);
        U256 { high: self.high + other.high + u128::from(carry), low }
    }
}

impl Sub for U256 {
    type Output = U256;

    fn sub(self, other: U256) -> U256 {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        U256 { high: self.high - other.high - u128::from(borrow), low }
    }
}

impl BitAnd for U256 {
    type Output = U256;

    fn bitand(self, other: U256) -> U256 {
        U256 { high: self.high & other.high, low: self.low & other.low }
    }
}

impl BitOr for U256 {
    type Output = U256;

    fn bitor(self, other: U256) -> U256 {
        U256 { high: self.high | other.high, low: self.low | other.low }
    }
}

impl Shl<u32> for U256 {
    type Output = U256;

    fn shl(self, amount: u32) -> U256 {
        match amount {
            0 => self,
            1..128 => U256 {
                high: self.high << amount | self.low >> (128 - amount),
                low: self.low << amount,
            },
            _ => U256 { high: self.low << (amount - 128), low: 0 },
        }
    }
}

impl Shr<u32> for U256 {
    type Output = U256;

    fn shr(self, amount: u32) -> U256 {
        match amount {
            0 => self,
            1..128 => U256 {
                high: self.high >> amount,
                low: self.low >> amount | self.high << (128 - amount),
            },
            _ => U256 { high: 0, low: self.high >> (amount - 128) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_shifted_out_sticks() {
        assert_eq!(0b1010u32.shift_right_sticky(1), 0b101);
        assert_eq!(0b1010u32.shift_right_sticky(2), 0b11);
        assert_eq!(0x8000_0000u32.shift_right_sticky(32), 1);
        assert_eq!(0u32.shift_right_sticky(99), 0);
        assert_eq!(U256 { high: 1, low: 0 }.shift_right_sticky(129), U256::ONE);
    }

    proptest! {
        /// (a * b) << n >> n and (a * b + c) - c are a * b again, and the product's low half is
        /// what wrapping multiplication says.
        #[test]
        fn products_of_256_bits(a: u128, b: u128, c: u128, n in 0u32..120) {
            let product = (a >> 60).product(b >> 60);
            prop_assert_eq!(product << n >> n, product);
            let term = U256 { high: c >> 9, low: c };
            prop_assert_eq!(product + term - term, product);
            prop_assert_eq!(product.low, (a >> 60).wrapping_mul(b >> 60));
            prop_assert_eq!(product.leading_zeros(), 256 - bit_count(product));
        }

        /// The high half, by the identity high * (2^128 - 1) = ... over factors of 64 bits.
        #[test]
        fn products_of_shifted_factors(a: u64, b: u64) {
            let product = (u128::from(a) << 64).product(u128::from(b) << 64);
            prop_assert_eq!(product, U256 { high: u128::from(a) * u128::from(b), low: 0 });
        }
    }

    fn bit_count(mut word: U256) -> u32 {
        let mut count = 0;
        while word != U256::ZERO {
            word = word >> 1;
            count += 1;
        }
        count
    }
}
