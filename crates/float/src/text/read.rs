//! From text to the nearest number of a format.

use super::natural::Natural;
use crate::format::Format;
use crate::real::Real;
use crate::round::{pack, zero};
use crate::{Flags, Rounding};

/// So many significant digits tell the number from every other and from every number half way
/// between two, in every format (binary128 has 11,563 of them half way below its least normal
/// number); of the digits after them only counts whether one is not zero.
const DIGIT_COUNT_MAX: usize = 11_600;

/// Numbers from 10 to this on are infinite in every format, and those below 10 to its negative are
/// zero.
const EXPONENT_MAX: i64 = 5_000;

/// How many digits of a quotient are computed, the last sticky.
const QUOTIENT_BITS: u32 = 127;

/// The number of the format nearest to a constant as C writes it, without sign and suffix: `1.5`,
/// `.5e-3`, `0x1.8p1`. `None` when it is not one.
///
/// **Rule**: C17 6.4.4.2; IEEE 754 5.12 "Details of conversion between floating-point data and
/// external character sequences", rounding to nearest, ties to even.
pub fn nearest<F: Format>(text: &str) -> Option<F::Bits> {
    let real = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => hexadecimal(digits)?,
        None => decimal(text)?,
    };
    Some(match real {
        Read::Zero => zero::<F>(false),
        Read::Infinite => F::INFINITY,
        Read::Real(real) => pack::<F>(real.resize(), Rounding::NearestEven, &mut Flags::default()),
    })
}

/// What a text stands for.
enum Read {
    Zero,
    Real(Real<u128>),
    Infinite,
}

/// The digits before an exponent, and the exponent.
struct Parts<'a> {
    digits: &'a str,
    exponent: i64,
}

/// Takes a text apart at its exponent, which saturates.
fn split<'a>(text: &'a str, markers: [char; 2]) -> Option<Parts<'a>> {
    let Some((digits, exponent)) = text.split_once(markers) else {
        return Some(Parts { digits: text, exponent: 0 });
    };
    let magnitude = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if magnitude.is_empty() || !magnitude.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = magnitude.parse().unwrap_or(i64::MAX).min(i64::from(i32::MAX));
    let exponent = if exponent.starts_with('-') { -magnitude } else { magnitude };
    Some(Parts { digits, exponent })
}

/// The digits in a base, and how many of them stand after the point.
fn fraction(text: &str, base: u32) -> Option<(Vec<u32>, i64)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all = whole.chars().chain(fraction.chars());
    let digits: Option<Vec<u32>> = all.map(|digit| digit.to_digit(base)).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    Some((digits, fraction.len() as i64))
}

/// The value is `digits * 10^exponent`.
fn decimal(text: &str) -> Option<Read> {
    let Parts { digits, exponent } = split(text, ['e', 'E'])?;
    let (digits, after_point) = fraction(digits, 10)?;
    let leading = digits.iter().take_while(|&&digit| digit == 0).count();
    let digits = &digits[leading..];
    if digits.is_empty() {
        return Some(Read::Zero);
    }
    let scale = exponent - after_point;
    let magnitude = scale + digits.len() as i64;
    if magnitude > EXPONENT_MAX {
        return Some(Read::Infinite);
    }
    if magnitude < -EXPONENT_MAX {
        return Some(Read::Zero);
    }
    let (kept, dropped) = digits.split_at(digits.len().min(DIGIT_COUNT_MAX));
    let mut numerator = Natural::default();
    kept.iter().for_each(|&digit| numerator.multiply_add(10, digit));
    let mut scale = scale + dropped.len() as i64;
    if dropped.iter().any(|&digit| digit != 0) {
        numerator.multiply_add(10, 1);
        scale -= 1;
    }
    let mut denominator = Natural::from(1);
    let scaled = if scale < 0 { &mut denominator } else { &mut numerator };
    scaled.multiply_by_power_of_ten(scale.unsigned_abs() as u32);
    Some(Read::Real(quotient(numerator, denominator)))
}

/// The quotient of two positive numbers, digit by digit.
fn quotient(mut rest: Natural, mut divisor: Natural) -> Real<u128> {
    let mut exponent = (rest.bit_count() - divisor.bit_count()) as i32;
    let scaled = if exponent < 0 { &mut rest } else { &mut divisor };
    scaled.shift_left(exponent.unsigned_abs());
    if rest.order(&divisor).is_lt() {
        rest.shift_left(1);
        exponent -= 1;
    }
    let mut significand = 0;
    for _ in 1..QUOTIENT_BITS {
        significand = significand << 1 | u128::from(rest.subtract(&divisor));
        rest.shift_left(1);
    }
    significand = significand << 1 | u128::from(!rest.is_zero());
    Real { negative: false, exponent, significand }
}

/// The value is `digits * 2^exponent`.
fn hexadecimal(text: &str) -> Option<Read> {
    let Parts { digits, exponent } = split(text, ['p', 'P'])?;
    let (digits, after_point) = fraction(digits, 16)?;
    let mut exponent = exponent - 4 * after_point;
    let (mut bits, mut is_inexact) = (0u128, false);
    for digit in digits {
        if bits.leading_zeros() > 4 {
            bits = bits << 4 | u128::from(digit);
        } else {
            is_inexact |= digit != 0;
            exponent += 4;
        }
    }
    // Far beyond what any format holds, and far from what overflows.
    let exponent = exponent.clamp(-100_000, 100_000) as i32;
    let real = Real::normalized(false, 126 + exponent, bits | u128::from(is_inexact));
    Some(real.map_or(Read::Zero, Read::Real))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{F32, F64, F128, convert};
    use proptest::prelude::*;

    fn double(text: &str) -> Option<f64> {
        nearest::<F64>(text).map(f64::from_bits)
    }

    #[test]
    fn c17_6_4_4_2_constants_have_their_values() {
        assert_eq!(double("1.5"), Some(1.5));
        assert_eq!(double(".5e1"), Some(5.0));
        assert_eq!(double("1."), Some(1.0));
        assert_eq!(double("0x1p-2"), Some(0.25));
        assert_eq!(double("0x1.8p1"), Some(3.0));
        assert_eq!(double("0x.8p0"), Some(0.5));
        assert_eq!(double("0X1.fffffffffffffP+1023"), Some(f64::MAX));
        assert_eq!(double("0x1p-1074"), Some(f64::from_bits(1)));
        assert_eq!(double("0x1p1024"), Some(f64::INFINITY));
        assert_eq!(double("0x1p-99999999999999999999"), Some(0.0));
        assert_eq!(double("1e-99999999999999999999"), Some(0.0));
        assert_eq!(double("1e99999999999999999999"), Some(f64::INFINITY));
        assert_eq!(double("00.000"), Some(0.0));
        for text in ["", ".", "e5", "1e", "1e+", "0x", "0xp1", "1x", "1e5e5", "1.2.3"] {
            assert_eq!(double(text), None, "{text}");
        }
    }

    #[test]
    fn rounding_happens_once() {
        // Nearest to 1 + 2^-24 from above as a float; as a double it would be exactly half way.
        let text = "1.00000005960464477540";
        assert_eq!(nearest::<F32>(text), Some(0x3f80_0001));
        assert_eq!(
            nearest::<F32>("0x1.0000010000000000000000000000000000001p0"),
            Some(0x3f80_0001)
        );
        assert_eq!(nearest::<F32>("0x1.000001p0"), Some(0x3f80_0000));
    }

    #[test]
    fn binary128_is_exact() {
        // The digits of C's LDBL_MAX, LDBL_MIN, LDBL_EPSILON and of 0.1.
        let check = |text, bits| assert_eq!(nearest::<F128>(text), Some(bits), "{text}");
        check("1.18973149535723176508575932662800702e+4932", F128::MAX);
        check("3.36210314311209350626267781732175260e-4932", 1 << 112);
        check("6.47517511943802511092443895822764655e-4966", 1);
        check("1.92592994438723585305597794258492732e-34", 0x3f8f << 112);
        check("0.1", 0x3ffb_9999_9999_9999_9999_9999_9999_999a);
        check("1e4933", F128::INFINITY);
    }

    #[test]
    fn many_digits_count_to_the_last() {
        let half_way = format!("1{}", "0".repeat(12_000));
        let just_above = format!("0x1.00000000000008{}1p0", "0".repeat(12_000));
        assert_eq!(double(&just_above), Some(1.0000000000000002));
        assert_eq!(double(&format!("0.{half_way}e0")), Some(0.1));
        // 1 + 2^-53 is half way; a digit far behind decides.
        let tie = "1.00000000000000011102230246251565404236316680908203125";
        assert_eq!(double(tie), Some(1.0));
        assert_eq!(double(&format!("{tie}{}1", "0".repeat(12_000))), Some(1.0000000000000002));
    }

    proptest! {
        #[test]
        fn doubles_and_floats_are_read_as_the_host_reads_them(bits: u64, digits in 1usize..25) {
            let value = f64::from_bits(bits).abs();
            prop_assume!(value.is_finite());
            let text = format!("{value:.digits$e}");
            prop_assert_eq!(nearest::<F64>(&text), Some(text.parse::<f64>().unwrap().to_bits()));
            prop_assert_eq!(nearest::<F32>(&text), Some(text.parse::<f32>().unwrap().to_bits()));
            let wide = nearest::<F128>(&format!("{value:e}")).unwrap();
            let back = convert::<F128, F64>(wide, Rounding::NearestEven, &mut Flags::default());
            prop_assert_eq!(back, value.to_bits());
        }
    }
}
