//! The layouts of 32-bit instructions: where each operand's bits are.

use crate::Reg;

/// The layout of an instruction's operands.
///
/// ```text
///        31       25 24   20 19   15 14  12 11       7 6       0
///    R  |  funct7   |  rs2  |  rs1  |funct3|   rd     | opcode  |
///    I  |     imm[11:0]     |  rs1  |funct3|   rd     | opcode  |
///    S  | imm[11:5] |  rs2  |  rs1  |funct3| imm[4:0] | opcode  |
///    B  |imm[12|10:5]| rs2  |  rs1  |funct3|imm[4:1|11]| opcode |
///    U  |              imm[31:12]          |   rd     | opcode  |
///    J  |        imm[20|10:1|11|19:12]     |   rd     | opcode  |
/// ```
/// **Rule**: RISC-V unprivileged "Immediate Encoding Variants".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `op rd,rs1,rs2`.
    R,
    /// `op rd,rs1,imm`.
    I,
    /// `op rd,imm(rs1)`: loads and `jalr`, laid out as I.
    Load,
    /// `op rd,rs1,shamt` with six bits of shift amount.
    Shift,
    /// `op rd,rs1,shamt` with five bits of shift amount.
    ShiftWord,
    /// `op rd,rs1`, with bits of the operation where R has rs2.
    Unary,
    /// `op rs2,imm(rs1)`.
    S,
    /// `op rs1,rs2,target`.
    B,
    /// `op rd,imm`.
    U,
    /// `op rd,target`.
    J,
    /// `fence` and `fence.i`, laid out as I; hardware ignores `rd` and `rs1`.
    Fence,
    /// No operands.
    System,
    /// `op rd,csr,rs1`; the CSR's number is in `imm[11:0]`.
    Csr,
    /// `op rd,csr,uimm`; as `Csr`, with five bits of immediate in the field of rs1.
    CsrImmediate,
    /// `op rd,rs2,(rs1)`, with aq and rl in bits 26 and 25.
    Atomic,
    /// `op rd,(rs1)`: `lr`, as `Atomic` with rs2 zero.
    LoadReserved,
    /// `op rd,rs1,rs2` on floating-point registers, without a rounding mode.
    FloatR,
    /// `op rd,rs1,rs2` on floating-point registers, with the rounding mode in funct3.
    FloatRound,
    /// `op rd,rs1,rs2,rs3`: fused multiply-add; rs3 in bits 31 to 27, rounding mode in funct3.
    FloatFused,
    /// `op rd,rs1` with a rounding mode in funct3.
    FloatUnary,
    /// `op rd,rs1` without a rounding mode.
    FloatMove,
}

/// Which register file an operand is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `x0` to `x31`.
    Integer,
    /// `f0` to `f31`.
    Float,
}

impl Format {
    /// The bits that are not operands, and so identify the instruction.
    pub const fn mask(self) -> u32 {
        match self {
            Format::R | Format::FloatR => 0xfe00_707f,
            Format::I | Format::Load | Format::S | Format::B => 0x0000_707f,
            Format::Fence | Format::Csr | Format::CsrImmediate => 0x0000_707f,
            Format::Shift => 0xfc00_707f,
            Format::ShiftWord => 0xfe00_707f,
            Format::U | Format::J => 0x0000_007f,
            Format::System => 0xffff_ffff,
            Format::Atomic => 0xf800_707f,
            Format::LoadReserved => 0xf9f0_707f,
            Format::FloatRound => 0xfe00_007f,
            Format::FloatFused => 0x0600_007f,
            Format::FloatUnary => 0xfff0_007f,
            Format::Unary | Format::FloatMove => 0xfff0_707f,
        }
    }

    /// Which of rd, rs1 and rs2 the format has.
    pub const fn registers(self) -> (bool, bool, bool) {
        match self {
            Format::R | Format::Atomic => (true, true, true),
            Format::FloatR | Format::FloatRound | Format::FloatFused => (true, true, true),
            Format::I | Format::Load | Format::Shift | Format::ShiftWord => (true, true, false),
            Format::Unary | Format::Fence | Format::Csr | Format::CsrImmediate => {
                (true, true, false)
            }
            Format::LoadReserved | Format::FloatUnary | Format::FloatMove => (true, true, false),
            Format::S | Format::B => (false, true, true),
            Format::U | Format::J => (true, false, false),
            Format::System => (false, false, false),
        }
    }

    /// The smallest and the largest immediate, and the step between them; `None` without one.
    pub const fn range(self) -> Option<(i32, i32, i32)> {
        match self {
            Format::I | Format::Load | Format::S | Format::Fence => Some((-2048, 2047, 1)),
            Format::B => Some((-4096, 4094, 2)),
            Format::U => Some((i32::MIN, 0x7fff_f000, 0x1000)),
            Format::J => Some((-0x10_0000, 0xf_fffe, 2)),
            Format::Shift => Some((0, 63, 1)),
            Format::ShiftWord => Some((0, 31, 1)),
            Format::Csr | Format::CsrImmediate => Some((0, 4095, 1)),
            Format::Atomic | Format::LoadReserved => Some((0, 3, 1)),
            Format::FloatRound | Format::FloatUnary => Some((0, 7, 1)),
            Format::FloatFused => Some((0, 255, 1)),
            Format::R | Format::Unary | Format::System | Format::FloatR | Format::FloatMove => None,
        }
    }

    /// Takes the immediate out of an instruction of this format.
    pub(crate) const fn immediate(self, bits: u32) -> i32 {
        let signed = bits as i32;
        match self {
            Format::I | Format::Load | Format::Fence => signed >> 20,
            Format::S => (signed >> 25 << 5) | field(bits, 7, 5),
            Format::B => {
                (signed >> 31 << 12)
                    | (field(bits, 7, 1) << 11)
                    | (field(bits, 25, 6) << 5)
                    | (field(bits, 8, 4) << 1)
            }
            Format::U => (bits & 0xffff_f000) as i32,
            Format::J => {
                (signed >> 31 << 20)
                    | (field(bits, 12, 8) << 12)
                    | (field(bits, 20, 1) << 11)
                    | (field(bits, 21, 10) << 1)
            }
            Format::Shift => field(bits, 20, 6),
            Format::ShiftWord => field(bits, 20, 5),
            Format::Csr | Format::CsrImmediate => field(bits, 20, 12),
            Format::Atomic | Format::LoadReserved => field(bits, 25, 2),
            Format::FloatRound | Format::FloatUnary => field(bits, 12, 3),
            Format::FloatFused => (field(bits, 27, 5) << 3) | field(bits, 12, 3),
            Format::R | Format::Unary | Format::System | Format::FloatR | Format::FloatMove => 0,
        }
    }

    /// Puts an immediate of the right range into its place.
    pub(crate) const fn place_immediate(self, imm: i32) -> u32 {
        let imm = imm as u32;
        match self {
            Format::I | Format::Load | Format::Fence => imm << 20,
            Format::Csr | Format::CsrImmediate | Format::Shift | Format::ShiftWord => imm << 20,
            Format::S => (imm >> 5 & 0x7f) << 25 | (imm & 0x1f) << 7,
            Format::B => {
                (imm >> 12 & 1) << 31
                    | (imm >> 5 & 0x3f) << 25
                    | (imm >> 1 & 0xf) << 8
                    | (imm >> 11 & 1) << 7
            }
            Format::U => imm & 0xffff_f000,
            Format::J => {
                (imm >> 20 & 1) << 31
                    | (imm >> 1 & 0x3ff) << 21
                    | (imm >> 11 & 1) << 20
                    | (imm >> 12 & 0xff) << 12
            }
            Format::Atomic | Format::LoadReserved => imm << 25,
            Format::FloatRound | Format::FloatUnary => imm << 12,
            Format::FloatFused => (imm >> 3) << 27 | (imm & 7) << 12,
            Format::R | Format::Unary | Format::System | Format::FloatR | Format::FloatMove => 0,
        }
    }

    /// Takes rd, rs1 and rs2 out; those that the format lacks are `zero`.
    pub(crate) const fn take_registers(self, bits: u32) -> (Reg, Reg, Reg) {
        let (rd, rs1, rs2) = self.registers();
        (
            if rd { Reg::field(bits, 7) } else { Reg::ZERO },
            if rs1 { Reg::field(bits, 15) } else { Reg::ZERO },
            if rs2 { Reg::field(bits, 20) } else { Reg::ZERO },
        )
    }

    /// Puts rd, rs1 and rs2 into their places; those that the format lacks are left out.
    pub(crate) const fn place_registers(self, rd: Reg, rs1: Reg, rs2: Reg) -> u32 {
        let has = self.registers();
        (if has.0 { (rd.index() as u32) << 7 } else { 0 })
            | (if has.1 { (rs1.index() as u32) << 15 } else { 0 })
            | (if has.2 { (rs2.index() as u32) << 20 } else { 0 })
    }
}

/// The `count` bits of `bits` that begin at `low`.
pub(crate) const fn field(bits: u32, low: u32, count: u32) -> i32 {
    ((bits >> low) & ((1 << count) - 1)) as i32
}
