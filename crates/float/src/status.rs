//! Rounding modes and exception flags, numbered as in RISC-V's `fcsr`.

/// How a result that the format cannot hold is rounded.
///
/// **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register", rounding modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Rounding {
    /// `rne`: to the nearest, of two equally near to the even one.
    NearestEven = 0,
    /// `rtz`: towards zero.
    TowardZero = 1,
    /// `rdn`: towards minus infinity.
    Down = 2,
    /// `rup`: towards plus infinity.
    Up = 3,
    /// `rmm`: to the nearest, of two equally near to the one of larger magnitude.
    NearestMaxMagnitude = 4,
}

impl Rounding {
    /// Every mode, by number.
    pub const ALL: [Rounding; 5] = [
        Rounding::NearestEven,
        Rounding::TowardZero,
        Rounding::Down,
        Rounding::Up,
        Rounding::NearestMaxMagnitude,
    ];

    /// The mode of that number; 5 and 6 are reserved, and 7 (dynamic) is not a mode of its own.
    #[inline]
    pub const fn from_bits(bits: u8) -> Option<Rounding> {
        Some(match bits {
            0 => Rounding::NearestEven,
            1 => Rounding::TowardZero,
            2 => Rounding::Down,
            3 => Rounding::Up,
            4 => Rounding::NearestMaxMagnitude,
            _ => return None,
        })
    }
}

/// A set of accrued exceptions, in the bits of `fflags`.
///
/// ```text
///    4    3    2    1    0
///   NV | DZ | OF | UF | NX
/// ```
/// **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register", accrued exceptions.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flags(pub u8);

impl Flags {
    /// No exception.
    pub const NONE: Flags = Flags(0);
    /// Inexact: the result was rounded.
    pub const NX: Flags = Flags(1);
    /// Underflow: the result is tiny and was rounded.
    pub const UF: Flags = Flags(2);
    /// Overflow: the rounded result is beyond the largest finite number.
    pub const OF: Flags = Flags(4);
    /// Division of a finite number by zero.
    pub const DZ: Flags = Flags(8);
    /// Invalid operation: the operands have no meaningful result.
    pub const NV: Flags = Flags(16);

    /// Adds the exceptions of `others`.
    #[inline]
    pub const fn insert(&mut self, others: Flags) {
        self.0 |= others.0;
    }

    /// Whether all exceptions of `others` are in the set.
    #[inline]
    pub const fn contains(self, others: Flags) -> bool {
        self.0 & others.0 == others.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_numbered_as_in_frm() {
        for (number, mode) in (0..).zip(Rounding::ALL) {
            assert_eq!(Rounding::from_bits(number), Some(mode));
            assert_eq!(mode as u8, number);
        }
        assert_eq!([5, 6, 7, 255].map(Rounding::from_bits), [None; 4]);
    }

    #[test]
    fn flags_are_a_set() {
        let mut flags = Flags::NX;
        flags.insert(Flags::OF);
        assert_eq!(flags, Flags(5));
        assert!(flags.contains(Flags::NX) && !flags.contains(Flags(3)));
    }
}
