//! The values of floating types, as constants have them: the target's arithmetic, not the host's.

use float::{F32, F64, F128, Flags, Format, Rounding};

use crate::tree::{ArithmeticOperator, CompareOperator};
use crate::types::Basic;

/// A value of a floating type, as the bits of binary128, which holds those of all three exactly.
///
/// A NaN is the one that RISC-V's operations deliver, with either sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Floating(u128);

/// The fields of binary128 (IEEE 754 3.6).
const FRACTION_BITS: u32 = 112;
const EXPONENT_MAX: i32 = 0x7fff;
const EXPONENT_BIAS: i32 = 0x3fff;

const NEAREST: Rounding = Rounding::NearestEven;

impl Floating {
    /// The number 1.
    pub(crate) const ONE: Floating = Floating(0x3fff << 112);

    /// Plus infinity.
    pub(crate) const INFINITY: Floating = Floating(F128::INFINITY);
    /// The NaN that operations deliver.
    pub(crate) const NAN: Floating = Floating(F128::CANONICAL_NAN);

    /// The value of a constant in a type, rounded once (C17 6.4.4.2p3); `None` for what is none.
    pub(crate) fn from_constant(digits: &str, basic: Basic) -> Option<Floating> {
        Some(match basic {
            Basic::Float => widen::<F32>(float::nearest::<F32>(digits)?),
            Basic::LongDouble => Floating(float::nearest::<F128>(digits)?),
            _ => widen::<F64>(float::nearest::<F64>(digits)?),
        })
    }

    /// An integer in a type, rounded once (C17 6.3.1.4p2).
    pub fn from_integer(value: i128, basic: Basic) -> Floating {
        Floating::from_magnitude(value < 0, value.unsigned_abs(), basic)
    }

    /// An integer of that sign and magnitude in a type, rounded once (C17 6.3.1.4p2).
    pub fn from_magnitude(is_negative: bool, magnitude: u128, basic: Basic) -> Floating {
        let value = match basic {
            Basic::Float => widen::<F32>(rounded::<F32>(magnitude)),
            Basic::LongDouble => Floating(rounded::<F128>(magnitude)),
            _ => widen::<F64>(rounded::<F64>(magnitude)),
        };
        if is_negative && magnitude != 0 { value.negated() } else { value }
    }

    /// The value rounded to a type (C17 6.3.1.5).
    pub fn round(self, basic: Basic) -> Floating {
        match basic {
            Basic::Float => widen::<F32>(self.narrow::<F32>()),
            Basic::Double => widen::<F64>(self.narrow::<F64>()),
            _ => self,
        }
    }

    /// What represents the value in a type, in the lowest bits.
    pub fn bits(self, basic: Basic) -> u128 {
        match basic {
            Basic::Float => u128::from(self.narrow::<F32>()),
            Basic::LongDouble => self.0,
            _ => u128::from(self.narrow::<F64>()),
        }
    }

    /// The fraction discarded (C17 6.3.1.4p1): whether it is negative, and the magnitude; `None` for what does not fit 128
    /// bits.
    pub(crate) fn whole(self) -> Option<(bool, u128)> {
        let exponent = (self.0 >> FRACTION_BITS) as i32 & EXPONENT_MAX;
        let significand = self.0 & ((1 << FRACTION_BITS) - 1) | 1 << FRACTION_BITS;
        let magnitude = match exponent - EXPONENT_BIAS {
            ..=-1 => 0,
            down @ 0..=112 => significand >> (FRACTION_BITS as i32 - down),
            up @ 113..=127 => significand << (up - FRACTION_BITS as i32),
            _ => return None,
        };
        Some((self.is_negative(), magnitude))
    }

    /// The value with the other sign.
    pub fn negated(self) -> Floating {
        Floating(self.0 ^ F128::SIGN)
    }

    /// The value without its sign.
    pub(crate) fn magnitude(self) -> Floating {
        Floating(self.0 & !F128::SIGN)
    }

    /// Whether it is neither zero nor minus zero.
    pub(crate) fn is_nonzero(self) -> bool {
        self.0 & !F128::SIGN != 0
    }

    fn is_negative(self) -> bool {
        self.0 & F128::SIGN != 0
    }

    fn is_nan(self) -> bool {
        self.0 & !F128::SIGN > F128::INFINITY
    }

    /// The four operations that floating types have, computed in a type.
    pub(crate) fn operate(
        operator: ArithmeticOperator,
        (left, right): (Floating, Floating),
        basic: Basic,
    ) -> Option<Floating> {
        fn apply<F: Format>(
            operator: ArithmeticOperator,
            a: F::Bits,
            b: F::Bits,
        ) -> Option<F::Bits> {
            let operation = match operator {
                ArithmeticOperator::Add => float::add::<F>,
                ArithmeticOperator::Subtract => float::sub::<F>,
                ArithmeticOperator::Multiply => float::mul::<F>,
                ArithmeticOperator::Divide => float::div::<F>,
                _ => return None,
            };
            Some(operation(a, b, NEAREST, &mut Flags::default()))
        }
        Some(match basic {
            Basic::Float => {
                widen::<F32>(apply::<F32>(operator, left.narrow::<F32>(), right.narrow::<F32>())?)
            }
            Basic::LongDouble => Floating(apply::<F128>(operator, left.0, right.0)?),
            _ => widen::<F64>(apply::<F64>(operator, left.narrow::<F64>(), right.narrow::<F64>())?),
        })
    }

    /// C17 6.5.8, 6.5.9: a NaN is neither less than, greater than nor equal to anything.
    pub(crate) fn compare(operator: CompareOperator, left: Floating, right: Floating) -> bool {
        let (a, b, flags) = (left.0, right.0, &mut Flags::default());
        match operator {
            CompareOperator::Less => float::lt::<F128>(a, b, flags),
            CompareOperator::Greater => float::lt::<F128>(b, a, flags),
            CompareOperator::LessEqual => float::le::<F128>(a, b, flags),
            CompareOperator::GreaterEqual => float::le::<F128>(b, a, flags),
            CompareOperator::Equal => float::eq::<F128>(a, b, flags),
            CompareOperator::NotEqual => !float::eq::<F128>(a, b, flags),
        }
    }

    /// The shortest constant of a type that has the value.
    pub(crate) fn text(self, basic: Basic) -> String {
        match basic {
            Basic::Float => float::shortest::<F32>(self.narrow::<F32>()),
            Basic::LongDouble => float::shortest::<F128>(self.0),
            _ => float::shortest::<F64>(self.narrow::<F64>()),
        }
    }

    /// The shortest constant of a type that has the value, with its suffix.
    pub fn constant(self, basic: Basic) -> String {
        let suffix = match basic {
            Basic::Float => "f",
            Basic::LongDouble => "L",
            _ => "",
        };
        self.text(basic) + suffix
    }

    /// The nearest value of a narrower format; of a NaN the sign stays.
    fn narrow<F: Format>(self) -> F::Bits {
        let bits = float::convert::<F128, F>(self.0, NEAREST, &mut Flags::default());
        if self.is_nan() && self.is_negative() { bits | F::SIGN } else { bits }
    }
}

/// The value of another format's bits.
fn widen<F: Format>(bits: F::Bits) -> Floating {
    Floating(float::convert::<F, F128>(bits, NEAREST, &mut Flags::default()))
}

/// An integer in a format, rounded once: where the format has less than 64 bits, so are 64 of which the last says whether
/// anything is below.
fn rounded<F: Format>(magnitude: u128) -> F::Bits {
    let from = |value: u64| float::from_u64::<F>(value, NEAREST, &mut Flags::default());
    let (high, low) = ((magnitude >> 64) as u64, magnitude as u64);
    if high == 0 {
        return from(low);
    }
    let shift = 64 - high.leading_zeros();
    let scaled = |value: u64, by: u32| {
        let halves = [by / 2, by - by / 2].map(|by| from(1 << by));
        let scale = |value, by| float::mul::<F>(value, by, NEAREST, &mut Flags::default());
        halves.into_iter().fold(from(value), scale)
    };
    if F::PRECISION > 64 {
        // Both parts are exact.
        return float::add::<F>(scaled(high, 64), from(low), NEAREST, &mut Flags::default());
    }
    let kept = (magnitude >> shift) as u64;
    let is_inexact = u128::from(kept) << shift != magnitude;
    scaled(kept | u64::from(is_inexact), shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constant(digits: &str, basic: Basic) -> Floating {
        Floating::from_constant(digits, basic).expect("it is a constant")
    }

    #[test]
    fn c17_6_4_4_2_a_constant_is_rounded_once_to_its_type() {
        let text = "1.00000005960464477540";
        assert_eq!(constant(text, Basic::Float).bits(Basic::Float), 0x3f80_0001);
        assert_eq!(
            constant(text, Basic::Double).round(Basic::Float).bits(Basic::Float),
            0x3f80_0000
        );
        assert_eq!(constant("0.1", Basic::Double).bits(Basic::Double), 0.1f64.to_bits().into());
        let tenth = 0x3ffb_9999_9999_9999_9999_9999_9999_999a;
        assert_eq!(constant("0.1", Basic::LongDouble).bits(Basic::LongDouble), tenth);
        assert_eq!(constant("0.1", Basic::Float).text(Basic::Float), "0.1");
    }

    #[test]
    fn arithmetic_is_done_in_its_type() {
        let (one, three) = (Floating::ONE, Floating::from_integer(3, Basic::Int));
        let third = |basic| {
            let quotient = Floating::operate(ArithmeticOperator::Divide, (one, three), basic);
            quotient.expect("numbers can be divided").bits(basic)
        };
        assert_eq!(third(Basic::Float), (1f32 / 3.0).to_bits().into());
        assert_eq!(third(Basic::Double), (1f64 / 3.0).to_bits().into());
        assert_eq!(third(Basic::LongDouble), 0x3ffd_5555_5555_5555_5555_5555_5555_5555);
        assert_eq!(Floating::operate(ArithmeticOperator::BitAnd, (one, three), Basic::Float), None);
    }

    #[test]
    fn a_nan_equals_nothing_and_keeps_its_sign() {
        let zero = Floating::from_integer(0, Basic::Float);
        let nan = Floating::operate(ArithmeticOperator::Divide, (zero, zero), Basic::Float);
        let nan = nan.expect("numbers can be divided");
        assert!(!Floating::compare(CompareOperator::Equal, nan, nan));
        assert!(Floating::compare(CompareOperator::NotEqual, nan, nan));
        assert_eq!(nan.bits(Basic::Float), 0x7fc0_0000);
        assert_eq!(nan.negated().bits(Basic::Double), 0xfff8 << 48);
        assert_eq!(nan.whole(), None);
    }

    #[test]
    fn c17_6_3_1_4_integers_and_back() {
        let most = i128::from(u64::MAX);
        let rounded = Floating::from_integer(most, Basic::Double).whole();
        assert_eq!(rounded, Some((false, most as u128 + 1)));
        let exact = Floating::from_integer(most, Basic::LongDouble).whole();
        assert_eq!(exact, Some((false, most as u128)));
        assert_eq!(constant("2.9", Basic::Double).negated().whole(), Some((true, 2)));
        assert_eq!(Floating::from_magnitude(false, u128::MAX, Basic::Double).whole(), None);
    }

    #[test]
    fn integers_of_128_bits_are_rounded_once() {
        let mut value = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834_u128;
        for _ in 0..10_000 {
            value = value.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645) | 1;
            for value in [value, value >> 40, value >> 70, (value >> 74 << 74) | 1 << 73] {
                let bits = |basic| Floating::from_magnitude(false, value, basic).bits(basic);
                assert_eq!(bits(Basic::Double), u128::from((value as f64).to_bits()));
                assert_eq!(bits(Basic::Float), u128::from((value as f32).to_bits()));
            }
        }
        let whole = Floating::from_magnitude(false, u128::MAX << 15, Basic::LongDouble).whole();
        assert_eq!(whole, Some((false, u128::MAX << 15)));
    }
}
