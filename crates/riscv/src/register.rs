//! Register numbers and their ABI names.

use std::fmt;

/// A register number, 0 to 31.
///
/// The same number names an integer register or, in an F or D instruction, a floating-point
/// register; the instruction's [`Kind`](crate::Kind)s tell which.
/// **Rule**: RISC-V psABI "Register Convention".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reg(u8);

const NAMES: [&str; 32] = [
    "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4",
    "a5", "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4",
    "t5", "t6",
];

const FLOAT_NAMES: [&str; 32] = [
    "ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7", "fs0", "fs1", "fa0", "fa1", "fa2",
    "fa3", "fa4", "fa5", "fa6", "fa7", "fs2", "fs3", "fs4", "fs5", "fs6", "fs7", "fs8", "fs9",
    "fs10", "fs11", "ft8", "ft9", "ft10", "ft11",
];

macro_rules! named {
    ($doc:literal $($name:ident = $number:literal, $meaning:literal;)*) => {
        #[doc = $doc]
        impl Reg {
            $(#[doc = $meaning] pub const $name: Reg = Reg($number);)*
        }
    };
}

named! {
    "The integer registers by their ABI names."
    ZERO = 0, "Hard-wired zero.";
    RA = 1, "Return address.";
    SP = 2, "Stack pointer.";
    GP = 3, "Global pointer.";
    TP = 4, "Thread pointer.";
    T0 = 5, "Temporary, alternate link register.";
    T1 = 6, "Temporary.";
    T2 = 7, "Temporary.";
    S0 = 8, "Callee-saved, frame pointer.";
    S1 = 9, "Callee-saved.";
    A0 = 10, "First argument, return value.";
    A1 = 11, "Second argument, second half of the return value.";
    A2 = 12, "Argument.";
    A3 = 13, "Argument.";
    A4 = 14, "Argument.";
    A5 = 15, "Argument.";
    A6 = 16, "Argument.";
    A7 = 17, "Argument, system call number.";
    S2 = 18, "Callee-saved.";
    S3 = 19, "Callee-saved.";
    S4 = 20, "Callee-saved.";
    S5 = 21, "Callee-saved.";
    S6 = 22, "Callee-saved.";
    S7 = 23, "Callee-saved.";
    S8 = 24, "Callee-saved.";
    S9 = 25, "Callee-saved.";
    S10 = 26, "Callee-saved.";
    S11 = 27, "Callee-saved.";
    T3 = 28, "Temporary.";
    T4 = 29, "Temporary.";
    T5 = 30, "Temporary.";
    T6 = 31, "Temporary.";
}

named! {
    "Floating-point registers by their ABI names."
    FT0 = 0, "Temporary.";
    FT1 = 1, "Temporary.";
    FT2 = 2, "Temporary.";
    FT3 = 3, "Temporary.";
    FT4 = 4, "Temporary.";
    FT5 = 5, "Temporary.";
    FA0 = 10, "First argument, return value.";
    FA1 = 11, "Second argument, second member of the return value.";
    FA2 = 12, "Argument.";
    FA3 = 13, "Argument.";
    FA4 = 14, "Argument.";
    FA5 = 15, "Argument.";
    FA6 = 16, "Argument.";
    FA7 = 17, "Argument.";
}

impl Reg {
    /// The register of that number, if there is one.
    pub const fn new(number: u8) -> Option<Reg> {
        if number < 32 { Some(Reg(number)) } else { None }
    }

    /// The register whose number is the five bits of `bits` that begin at `low`.
    pub(crate) const fn field(bits: u32, low: u32) -> Reg {
        Reg(((bits >> low) & 31) as u8)
    }

    /// The number as an index into a register file; less than 32.
    #[inline(always)]
    pub const fn index(self) -> usize {
        (self.0 & 31) as usize
    }

    /// The ABI name as an integer register: `a0`.
    pub const fn name(self) -> &'static str {
        NAMES[self.index()]
    }

    /// The ABI name as a floating-point register: `fa0`.
    pub const fn float_name(self) -> &'static str {
        FLOAT_NAMES[self.index()]
    }
}

impl fmt::Display for Reg {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names() {
        assert_eq!(Reg::new(32), None);
        assert_eq!(Reg::new(10), Some(Reg::A0));
        assert_eq!(Reg::S11.to_string(), "s11");
        assert_eq!(Reg::T6.float_name(), "ft11");
        assert_eq!((Reg::FT5.float_name(), Reg::FA7.float_name()), ("ft5", "fa7"));
        assert_eq!(Reg::S2.index(), 18);
    }
}
