//! The hart: a hardware thread's registers.

use crate::{Moment, VirtAddr};
use riscv::Reg;

/// A hart's registers and its clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hart {
    /// The address of the instruction to execute next.
    pub pc: VirtAddr,
    /// The integer registers; `x[0]` is 0, always.
    pub x: [u64; 32],
    /// The floating-point registers; a binary32 value is boxed in ones.
    /// **Rule**: RISC-V unprivileged "NaN Boxing of Narrower Values".
    pub f: [u64; 32],
    /// `fcsr`: the accrued exception flags in bits 4 to 0, the rounding mode in bits 7 to 5.
    /// **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register".
    pub fcsr: u32,
    /// How many instructions have retired.
    pub retired: Moment,
    /// The address that `lr` reserved, until an `sc`.
    /// **Rule**: RISC-V unprivileged "Load-Reserved/Store-Conditional Instructions".
    pub reservation: Option<VirtAddr>,
}

impl Hart {
    /// A register's value.
    #[inline(always)]
    pub fn get(&self, reg: Reg) -> u64 {
        self.x[reg.index()]
    }

    /// Gives a register a value; `zero` stays 0.
    #[inline(always)]
    pub fn set(&mut self, reg: Reg, value: u64) {
        self.x[reg.index()] = value;
        self.x[0] = 0;
    }
}
