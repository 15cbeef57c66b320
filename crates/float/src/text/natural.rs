//! Natural numbers of any size.

use std::cmp::Ordering;

/// A natural number: digits of 32 bits, the least significant first, the last one not zero.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Natural {
    digits: Vec<u32>,
}

impl From<u128> for Natural {
    fn from(value: u128) -> Natural {
        let digits = (0..4).map(|index| (value >> (32 * index)) as u32).collect();
        Natural { digits }.trimmed()
    }
}

impl Natural {
    fn trimmed(mut self) -> Natural {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        self
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// How many bits the number has, leading zeros not counted.
    pub(super) fn bit_count(&self) -> i64 {
        let last = self.digits.last().map_or(0, |digit| digit.leading_zeros());
        32 * self.digits.len() as i64 - i64::from(last)
    }

    /// `self * factor + term`.
    pub(super) fn multiply_add(&mut self, factor: u32, term: u32) {
        let mut carry = u64::from(term);
        for digit in &mut self.digits {
            let product = u64::from(*digit) * u64::from(factor) + carry;
            *digit = product as u32;
            carry = product >> 32;
        }
        if carry != 0 {
            self.digits.push(carry as u32);
        }
    }

    /// `self * 10^exponent`.
    pub(super) fn multiply_by_power_of_ten(&mut self, exponent: u32) {
        const STEP: u32 = 9;
        for _ in 0..exponent / STEP {
            self.multiply_add(10u32.pow(STEP), 0);
        }
        self.multiply_add(10u32.pow(exponent % STEP), 0);
    }

    /// `self * 2^count`.
    pub(super) fn shift_left(&mut self, count: u32) {
        if self.is_zero() {
            return;
        }
        self.multiply_add(1 << (count % 32), 0);
        self.digits.splice(0..0, std::iter::repeat_n(0, (count / 32) as usize));
    }

    /// `self - other` if that is not negative; says whether it is not.
    pub(super) fn subtract(&mut self, other: &Natural) -> bool {
        if self.order(other) == Ordering::Less {
            return false;
        }
        let mut borrow = false;
        for (index, digit) in self.digits.iter_mut().enumerate() {
            let subtrahend = other.digits.get(index).copied().unwrap_or(0);
            let (difference, below) = digit.overflowing_sub(subtrahend);
            let (difference, still_below) = difference.overflowing_sub(u32::from(borrow));
            (*digit, borrow) = (difference, below || still_below);
        }
        *self = std::mem::take(self).trimmed();
        true
    }

    pub(super) fn order(&self, other: &Natural) -> Ordering {
        let lengths = self.digits.len().cmp(&other.digits.len());
        lengths.then_with(|| self.digits.iter().rev().cmp(other.digits.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_is_that_of_small_numbers() {
        let mut number = Natural::from(7);
        number.multiply_by_power_of_ten(20);
        assert_eq!(number, Natural::from(700_000_000_000_000_000_000));
        number.shift_left(35);
        assert_eq!(number, Natural::from(700_000_000_000_000_000_000 << 35));
        assert_eq!(number.bit_count(), 105);
        assert!(!Natural::from(5).subtract(&number));
        assert!(number.subtract(&Natural::from((700_000_000_000_000_000_000 << 35) - 5)));
        assert_eq!(number, Natural::from(5));
        assert!(number.subtract(&Natural::from(5)) && number.is_zero());
    }
}
