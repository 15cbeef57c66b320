//! From a number to the shortest text that leads back to it.

use super::natural::Natural;
use super::read::nearest;
use crate::format::{Format, is_negative};
use crate::real::{Real, Value, unpack};

/// More digits than any format needs.
const DIGIT_COUNT_MAX: usize = 40;

/// Exponents outside of this range are written: `1e-5`, `1e16`.
const PLAIN_EXPONENTS: std::ops::Range<i32> = -4..16;

/// The shortest decimal constant whose nearest number of the format is this one, rounded correctly:
/// `0.1`, `-2.0`, `1e-300`, `inf`, `nan`.
pub fn shortest<F: Format>(bits: F::Bits) -> String {
    let sign = if is_negative::<F>(bits) { "-" } else { "" };
    match unpack::<F>(bits) {
        Value::Zero => format!("{sign}0.0"),
        Value::Infinite => format!("{sign}inf"),
        Value::Nan => format!("{sign}nan"),
        Value::Real(real) => {
            let positive = if sign.is_empty() { bits } else { bits & (F::INFINITY | F::MAX) };
            let decimal = Decimal::new(Real { negative: false, ..real.resize() });
            let counts = 1..=DIGIT_COUNT_MAX;
            let mut texts = counts.map(|count| decimal.text(count));
            let found = texts.find(|text| nearest::<F>(text) == Some(positive));
            format!("{sign}{}", found.unwrap_or_default())
        }
    }
}

/// The first digits of a positive number, the first one not zero, standing before the point.
struct Decimal {
    digits: Vec<u8>,
    /// Whether others follow that are not zero.
    is_inexact: bool,
    /// The power of ten that the number is multiplied by.
    exponent: i32,
}

impl Decimal {
    fn new(real: Real<u128>) -> Decimal {
        // The lowest bit of the significand is worth 2^scale.
        let scale = real.exponent - 126;
        let (mut rest, mut divisor) = (Natural::from(real.significand), Natural::from(1));
        let shifted = if scale < 0 { &mut divisor } else { &mut rest };
        shifted.shift_left(scale.unsigned_abs());
        // At most the power of ten that the number begins with.
        let mut exponent =
            (f64::from(real.exponent) * std::f64::consts::LOG10_2).floor() as i32 - 1;
        let scaled = if exponent < 0 { &mut rest } else { &mut divisor };
        scaled.multiply_by_power_of_ten(exponent.unsigned_abs());
        let mut digits = vec![];
        loop {
            let mut ten_times = divisor.clone();
            ten_times.multiply_add(10, 0);
            if rest.order(&ten_times).is_lt() {
                break;
            }
            divisor = ten_times;
            exponent += 1;
        }
        for _ in 0..DIGIT_COUNT_MAX {
            let mut digit = 0;
            while rest.subtract(&divisor) {
                digit += 1;
            }
            digits.push(digit);
            rest.multiply_add(10, 0);
        }
        Decimal { digits, is_inexact: !rest.is_zero(), exponent }
    }

    /// The number rounded to so many digits.
    fn text(&self, count: usize) -> String {
        let (kept, dropped) = self.digits.split_at(count.min(self.digits.len()));
        let (mut kept, mut exponent) = (kept.to_vec(), self.exponent);
        if rounds_up(&kept, dropped, self.is_inexact) {
            let nines = kept.iter().rev().take_while(|&&digit| digit == 9).count();
            let length = kept.len();
            kept[length - nines..].fill(0);
            match kept[..length - nines].last_mut() {
                Some(digit) => *digit += 1,
                None => {
                    kept[0] = 1;
                    exponent += 1;
                }
            }
        }
        layout(&kept, exponent)
    }
}

/// Whether the digits that are dropped are more than half of the last that is kept, or half of an
/// odd one.
fn rounds_up(kept: &[u8], dropped: &[u8], is_inexact: bool) -> bool {
    let Some((&first, rest)) = dropped.split_first() else { return false };
    let is_more = is_inexact || rest.iter().any(|&digit| digit != 0);
    let is_odd = kept.last().is_some_and(|digit| digit % 2 == 1);
    first > 5 || first == 5 && (is_more || is_odd)
}

/// Digits and exponent as a constant.
fn layout(digits: &[u8], exponent: i32) -> String {
    let text: String = digits.iter().map(|&digit| char::from(b'0' + digit)).collect();
    let (first, rest) = text.split_at(1);
    if !PLAIN_EXPONENTS.contains(&exponent) {
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{first}{point}{rest}e{exponent}");
    }
    if exponent < 0 {
        return format!("0.{}{text}", "0".repeat(exponent.unsigned_abs() as usize - 1));
    }
    let whole = exponent as usize + 1;
    match text.len() {
        length if length > whole => format!("{}.{}", &text[..whole], &text[whole..]),
        length => format!("{text}{}.0", "0".repeat(whole - length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{F32, F64, F128};
    use proptest::prelude::*;

    #[test]
    fn numbers_are_written_as_c_writes_them() {
        let double = |value: f64| shortest::<F64>(value.to_bits());
        let values = [0.1, -2.0, 1e-300, 123456.5, 1e15, 1e16, 0.00001234, 0.000001, -0.0];
        assert_eq!(values.map(double), values.map(|value| format!("{value:?}")));
        let values = [f64::INFINITY, -f64::INFINITY, f64::NAN, f64::from_bits(1), 9.5e22];
        assert_eq!(values.map(double), ["inf", "-inf", "nan", "5e-324", "9.5e22"]);
        assert_eq!(shortest::<F32>(0.1f32.to_bits()), "0.1");
        let third = 0x3ffd_5555_5555_5555_5555_5555_5555_5555;
        assert_eq!(shortest::<F128>(third), "0.3333333333333333333333333333333333");
        assert_eq!(shortest::<F128>(F128::MAX), "1.189731495357231765085759326628007e4932");
        assert_eq!(shortest::<F128>(1), "6e-4966");
    }

    proptest! {
        #[test]
        fn text_leads_back(bits: u64, wide: u128) {
            prop_assume!(f64::from_bits(bits).is_finite() && wide & F128::INFINITY != F128::INFINITY);
            let text = shortest::<F64>(bits);
            prop_assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(bits));
            let of_the_host = format!("{:?}", f64::from_bits(bits));
            prop_assert!(text.len() <= of_the_host.len());
            let text = shortest::<F128>(wide);
            let positive = text.trim_start_matches('-');
            prop_assert_eq!(nearest::<F128>(positive), Some(wide & !F128::SIGN));
        }
    }
}
