//! The formats: how the bits of a number are divided into sign, exponent and significand.

use crate::word::{Storage, Word};

mod sealed {
    /// Keeps the set of formats closed.
    pub trait Sealed {}
}

/// An interchange format.
///
/// ```text
///    sign | biased exponent | significand without its leading one
///      1  |  EXPONENT_BITS  |  PRECISION - 1
/// ```
/// **Rule**: IEEE 754 3.4 "Binary interchange format encodings".
pub trait Format: sealed::Sealed + Copy + 'static {
    /// The bits of a number.
    type Bits: Storage;
    /// How many bits a significand has, with the leading one.
    const PRECISION: u32;
    /// What is added to an exponent to get its encoding.
    const BIAS: i32;
    /// The sign bit; also minus zero.
    const SIGN: Self::Bits;
    /// Plus infinity; also the bits of the exponent.
    const INFINITY: Self::Bits;
    /// The largest finite number; its bits are one less than infinity's.
    const MAX: Self::Bits;
    /// The NaN that operations deliver.
    /// **Rule**: RISC-V unprivileged "NaN Generation and Propagation".
    const CANONICAL_NAN: Self::Bits;
    /// The bit that tells a quiet NaN from a signaling one.
    /// **Rule**: IEEE 754 6.2.1 "NaN encodings in binary formats".
    const QUIET: Self::Bits;
}

macro_rules! formats {
    ($($name:ident $bits:ident $precision:literal $exponent_bits:literal $meaning:literal;)*) => {
        $(
            #[doc = $meaning]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $name;

            impl sealed::Sealed for $name {}

            impl Format for $name {
                type Bits = $bits;
                const PRECISION: u32 = $precision;
                const BIAS: i32 = (1 << ($exponent_bits - 1)) - 1;
                const SIGN: $bits = 1 << ($bits::BITS - 1);
                const INFINITY: $bits = ((1 << $exponent_bits) - 1) << ($precision - 1);
                const MAX: $bits = Self::INFINITY - 1;
                const CANONICAL_NAN: $bits = Self::INFINITY | Self::QUIET;
                const QUIET: $bits = 1 << ($precision - 2);
            }
        )*
    };
}

formats! {
    F32 u32 24 8 "binary32: C's `float`.";
    F64 u64 53 11 "binary64: C's `double`.";
    F128 u128 113 15 "binary128: `long double` of the RISC-V psABI.";
}

/// The bits without the sign.
#[inline]
pub(crate) fn magnitude<F: Format>(bits: F::Bits) -> F::Bits {
    bits & (F::SIGN - F::Bits::ONE)
}

/// Whether the sign bit is set.
#[inline]
pub(crate) fn is_negative<F: Format>(bits: F::Bits) -> bool {
    bits >= F::SIGN
}

#[inline]
pub(crate) fn is_nan<F: Format>(bits: F::Bits) -> bool {
    magnitude::<F>(bits) > F::INFINITY
}

#[inline]
pub(crate) fn is_signaling<F: Format>(bits: F::Bits) -> bool {
    is_nan::<F>(bits) && bits & F::QUIET == F::Bits::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_those_of_the_host() {
        assert_eq!(F32::INFINITY, f32::INFINITY.to_bits());
        assert_eq!(F32::MAX, f32::MAX.to_bits());
        assert_eq!(F64::SIGN, (-0f64).to_bits());
        assert_eq!(F64::MAX, f64::MAX.to_bits());
        assert_eq!((F32::CANONICAL_NAN, F64::CANONICAL_NAN), (0x7fc0_0000, 0x7ff8 << 48));
        assert_eq!(F128::CANONICAL_NAN, 0x7fff_8000 << 96);
        assert_eq!((F32::BIAS, F64::BIAS, F128::BIAS), (127, 1023, 16383));
    }
}
