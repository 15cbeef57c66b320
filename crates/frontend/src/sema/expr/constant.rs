//! The values of floating constants (C17 6.4.4.2).

/// The `double` nearest to a decimal or hexadecimal floating constant without suffix.
pub(super) fn floating_value(digits: &str) -> Option<f64> {
    match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hexadecimal) => hexadecimal_value(hexadecimal),
        None => digits.parse().ok(),
    }
}

/// `h.hhhp±d`: the digits are collected exactly as long as they fit, the rest only rounds.
fn hexadecimal_value(digits: &str) -> Option<f64> {
    let (mantissa, exponent) = digits.split_once(['p', 'P'])?;
    let mut exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') {
        i64::from(i32::MIN)
    } else {
        i64::from(i32::MAX)
    });
    let (mut bits, mut is_inexact, mut is_fraction) = (0u64, false, false);
    for character in mantissa.chars() {
        let Some(digit) = character.to_digit(16) else {
            is_fraction = true;
            continue;
        };
        if bits >> 58 == 0 {
            bits = bits << 4 | u64::from(digit);
            exponent -= if is_fraction { 4 } else { 0 };
        } else {
            is_inexact |= digit != 0;
            exponent += if is_fraction { 0 } else { 4 };
        }
    }
    Some(scale(bits << 1 | u64::from(is_inexact), exponent - 1))
}

/// `bits * 2^exponent`, rounded once: to the nearest, ties to even.
fn scale(bits: u64, exponent: i64) -> f64 {
    const MANTISSA_BITS: i64 = 53;
    const EXPONENT_MIN: i64 = -1074;
    if bits == 0 {
        return 0.0;
    }
    let length = 64 - i64::from(bits.leading_zeros());
    if exponent + length > 1024 {
        return f64::INFINITY;
    }
    let drop = (length - MANTISSA_BITS).max(EXPONENT_MIN - exponent).max(0);
    if drop > 64 {
        return 0.0;
    }
    let wide = u128::from(bits);
    let (kept, rest, half) = (wide >> drop, wide & ((1 << drop) - 1), (1u128 << drop) >> 1);
    let up = rest > half || (rest == half && half != 0 && kept & 1 == 1);
    let mut value = (kept + u128::from(up)) as f64;
    let mut shift = exponent + drop;
    // Powers of two are exact; two steps suffice where one would overflow or vanish.
    while shift != 0 {
        let step = shift.clamp(-1000, 1000);
        value *= 2f64.powi(step as i32);
        shift -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::floating_value;

    #[test]
    fn c17_6_4_4_2_floating_constants_have_their_values() {
        assert_eq!(floating_value("1.5"), Some(1.5));
        assert_eq!(floating_value(".5e1"), Some(5.0));
        assert_eq!(floating_value("1."), Some(1.0));
        assert_eq!(floating_value("0x1p-2"), Some(0.25));
        assert_eq!(floating_value("0x1.8p1"), Some(3.0));
        assert_eq!(floating_value("0x.8p0"), Some(0.5));
        assert_eq!(floating_value("0x1.fffffffffffffp1023"), Some(f64::MAX));
        assert_eq!(floating_value("0x1p-1074"), Some(f64::from_bits(1)));
        assert_eq!(floating_value("0x1p1024"), Some(f64::INFINITY));
        assert_eq!(floating_value("0x1p-99999999999999999999"), Some(0.0));
    }
}
