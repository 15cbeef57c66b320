//! Facts of the RISC-V calling convention LP64/LP64D, as data.

use crate::Reg;

/// The stack pointer's alignment at every procedure entry, in bytes.
/// **Rule**: RISC-V psABI "Integer Calling Convention".
pub const STACK_ALIGNMENT: u64 = 16;

/// The size of an integer register (XLEN/8), in bytes.
pub const REGISTER_SIZE: u64 = 8;

/// The registers that carry arguments, first to last; `a0` and `a1` also return.
/// **Rule**: RISC-V psABI "Integer Register Convention".
pub const ARGUMENT_REGISTERS: [Reg; 8] =
    [Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5, Reg::A6, Reg::A7];

/// The floating-point registers that carry arguments, first to last; `fa0` and `fa1` also return.
/// **Rule**: RISC-V psABI "Floating-point Register Convention".
pub const FLOAT_ARGUMENT_REGISTERS: [Reg; 8] =
    [Reg::FA0, Reg::FA1, Reg::FA2, Reg::FA3, Reg::FA4, Reg::FA5, Reg::FA6, Reg::FA7];

/// The registers that a value is returned in.
pub const RETURN_REGISTERS: [Reg; 2] = [Reg::A0, Reg::A1];

/// The registers that a callee restores before it returns (`sp` and `s0` to `s11`).
/// **Rule**: RISC-V psABI "Integer Register Convention".
pub const CALLEE_SAVED: [Reg; 13] = [
    Reg::SP,
    Reg::S0,
    Reg::S1,
    Reg::S2,
    Reg::S3,
    Reg::S4,
    Reg::S5,
    Reg::S6,
    Reg::S7,
    Reg::S8,
    Reg::S9,
    Reg::S10,
    Reg::S11,
];

/// Whether a callee must preserve the register's value across a call.
pub fn is_callee_saved(reg: Reg) -> bool {
    CALLEE_SAVED.contains(&reg)
}

/// The DWARF number of an integer register: its own number.
/// **Rule**: RISC-V psABI "DWARF Register Numbers".
pub fn dwarf_number(reg: Reg) -> u16 {
    reg.index() as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_not_preserved() {
        assert!(ARGUMENT_REGISTERS.iter().all(|&reg| !is_callee_saved(reg)));
        assert!(is_callee_saved(Reg::SP));
        assert!(!is_callee_saved(Reg::RA));
    }
}
