//! Operands that are hard on floating-point arithmetic.

/// A sequence of well-spread numbers.
pub(crate) struct Numbers(u64);

impl Numbers {
    /// The sequence that the seed begins.
    pub(crate) fn new(seed: u64) -> Numbers {
        Numbers(seed)
    }

    /// The next of the sequence (splitmix64).
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// An integer near a power of two, of either sign.
    pub(crate) fn integer(&mut self) -> u64 {
        let digits = match self.below(3) {
            0 => 1 << self.below(64),
            1 => self.next(),
            _ => self.next() >> self.below(64) << self.below(64),
        };
        let near = digits.wrapping_add(self.below(5)).wrapping_sub(2);
        if self.below(2) == 0 { near } else { near.wrapping_neg() }
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    fn wide(&mut self) -> u128 {
        u128::from(self.next()) << 64 | u128::from(self.next())
    }
}

/// How a format divides its bits.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    /// Bits of the exponent.
    pub(crate) exponent: u32,
    /// Bits of the significand without its leading one.
    pub(crate) fraction: u32,
}

/// binary32.
pub(crate) const F32: Layout = Layout { exponent: 8, fraction: 23 };
/// binary64.
pub(crate) const F64: Layout = Layout { exponent: 11, fraction: 52 };
/// binary128.
#[allow(dead_code, reason = "not every test has it")]
pub(crate) const F128: Layout = Layout { exponent: 15, fraction: 112 };

impl Layout {
    /// A number whose parts are near what matters: zero, the ends of the ranges, powers of two.
    pub(crate) fn number(self, numbers: &mut Numbers) -> u128 {
        let mask = (1 << self.fraction) - 1;
        let fraction = match numbers.below(8) {
            0 => 0,
            1 => u128::from(numbers.below(4)),
            2 => mask - u128::from(numbers.below(4)),
            3 => 1 << numbers.below(self.fraction.into()),
            4 => mask << numbers.below(self.fraction.into()) & mask,
            5 => mask >> numbers.below(self.fraction.into()),
            _ => numbers.wide() & mask,
        };
        self.assemble(numbers.below(2), self.hard_exponent(numbers), fraction)
    }

    fn assemble(self, sign: u64, exponent: u64, fraction: u128) -> u128 {
        (u128::from(sign) << self.exponent | u128::from(exponent)) << self.fraction | fraction
    }

    fn hard_exponent(self, numbers: &mut Numbers) -> u64 {
        let most = (1 << self.exponent) - 1;
        let one = most / 2;
        match numbers.below(10) {
            0 => numbers.below(3),
            1 => most - numbers.below(3),
            2 => one + numbers.below(68),
            3 => one - numbers.below(3),
            4 => one + u64::from(self.fraction) + numbers.below(3),
            5 => one / 2 + numbers.below(u64::from(self.fraction) * 2),
            6 => u64::from(self.fraction) + numbers.below(4),
            7 => (one + one / 2 + numbers.below(u64::from(self.fraction) * 2)).min(most),
            _ => numbers.below(most + 1),
        }
    }

    /// Three numbers, often with exponents so near that sums cancel.
    pub(crate) fn operands(self, numbers: &mut Numbers) -> [u128; 3] {
        let a = self.number(numbers);
        let b = match numbers.below(4) {
            0 => self.near(a, numbers),
            _ => self.number(numbers),
        };
        let c = match numbers.below(4) {
            0 => self.near(self.near_product(a, b), numbers),
            1 => self.near(b, numbers),
            _ => self.number(numbers),
        };
        [a, b, c]
    }

    /// The number with another sign, an exponent that differs by little, and a changed last digit.
    fn near(self, number: u128, numbers: &mut Numbers) -> u128 {
        let magnitude = number & !(1 << (self.exponent + self.fraction));
        let distance = u128::from(numbers.below(3)) << self.fraction;
        let moved = (magnitude + u128::from(numbers.below(3))).saturating_sub(distance);
        let limit = (1 << (self.exponent + self.fraction)) - 1;
        moved.min(limit) | u128::from(numbers.below(2)) << (self.exponent + self.fraction)
    }

    /// A number with the exponent and about the leading digits of the product.
    fn near_product(self, a: u128, b: u128) -> u128 {
        let half = self.fraction / 2;
        let exponent = |bits: u128| (bits >> self.fraction & ((1 << self.exponent) - 1)) as i64;
        let leading = |bits: u128| bits >> (self.fraction - half) & ((1 << half) - 1) | 1 << half;
        let product = leading(a) * leading(b);
        let carry = i64::from(product >> (2 * half + 1) != 0);
        let one = (1 << (self.exponent - 1)) - 1;
        let most = (1 << self.exponent) - 1;
        let sum = (exponent(a) + exponent(b) - one + carry).clamp(0, most);
        let fraction = product >> carry << (self.fraction - 2 * half) & ((1 << self.fraction) - 1);
        self.assemble(0, sum as u64, fraction)
    }
}
