//! A decoded instruction, and constructors for those who generate code.

use crate::{Op, Reg};
use std::fmt;

/// An instruction, decoded: operation, registers, immediate.
///
/// The rounding modes 5 and 6 are reserved: an instruction with one of them decodes, and traps as
/// illegal when it is executed, as does mode 7 (dynamic) while `frm` holds a reserved one.
/// **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register".
///
/// Fields that the operation's [`Format`](crate::Format) does not use are zero. What `imm` holds:
///
/// | format | `imm` |
/// |---|---|
/// | arithmetic, load, store, `jalr` | the sign-extended 12-bit immediate |
/// | shift | the shift amount |
/// | branch, `jal` | the signed distance in bytes from this instruction |
/// | `lui`, `auipc` | the 20-bit field shifted left by 12, sign-extended |
/// | CSR | the CSR's number (for `csrrwi` and kin the 5-bit immediate is in `rs1`) |
/// | atomic | bit 1 acquire, bit 0 release |
/// | floating point with rounding | the rounding mode; fused: `rs3 << 3` and the rounding mode |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Insn {
    /// What it does.
    pub op: Op,
    /// Destination register.
    pub rd: Reg,
    /// First source register.
    pub rs1: Reg,
    /// Second source register.
    pub rs2: Reg,
    /// Immediate, see the table above.
    pub imm: i32,
    /// Its size in memory in bytes: 4, or 2 when it was decoded from a compressed encoding.
    pub length: u8,
}

impl Insn {
    /// Every operand given, 4 bytes long.
    pub const fn new(op: Op, rd: Reg, rs1: Reg, rs2: Reg, imm: i32) -> Insn {
        Insn { op, rd, rs1, rs2, imm, length: 4 }
    }

    /// Register, register, register: `add rd,rs1,rs2`.
    pub const fn r(op: Op, rd: Reg, rs1: Reg, rs2: Reg) -> Insn {
        Insn::new(op, rd, rs1, rs2, 0)
    }

    /// Immediate, load, shift, `jalr`: `addi rd,rs1,imm`, `ld rd,imm(rs1)`.
    pub const fn i(op: Op, rd: Reg, rs1: Reg, imm: i32) -> Insn {
        Insn::new(op, rd, rs1, Reg::ZERO, imm)
    }

    /// Store: `sd rs2,imm(rs1)`.
    pub const fn s(op: Op, rs2: Reg, rs1: Reg, imm: i32) -> Insn {
        Insn::new(op, Reg::ZERO, rs1, rs2, imm)
    }

    /// Branch: `beq rs1,rs2,distance`.
    pub const fn b(op: Op, rs1: Reg, rs2: Reg, distance: i32) -> Insn {
        Insn::new(op, Reg::ZERO, rs1, rs2, distance)
    }

    /// Upper immediate: `lui rd,imm`, where `imm`'s low 12 bits are zero.
    pub const fn u(op: Op, rd: Reg, imm: i32) -> Insn {
        Insn::new(op, rd, Reg::ZERO, Reg::ZERO, imm)
    }

    /// Jump: `jal rd,distance`.
    pub const fn j(op: Op, rd: Reg, distance: i32) -> Insn {
        Insn::new(op, rd, Reg::ZERO, Reg::ZERO, distance)
    }

    /// No operands: `ecall`, `ebreak`.
    pub const fn system(op: Op) -> Insn {
        Insn::new(op, Reg::ZERO, Reg::ZERO, Reg::ZERO, 0)
    }

    /// `nop`, which is `addi zero,zero,0`.
    pub const fn nop() -> Insn {
        Insn::i(Op::Addi, Reg::ZERO, Reg::ZERO, 0)
    }
}

/// Why an [`Insn`] has no 4-byte encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// The immediate does not fit the format's field.
    ImmediateRange {
        /// The operation.
        op: Op,
        /// The immediate that was asked for.
        imm: i32,
    },
    /// The immediate has low bits that the format does not store.
    ImmediateAlignment {
        /// The operation.
        op: Op,
        /// The immediate that was asked for.
        imm: i32,
    },
    /// The length is not 4: compressed encodings are only decoded.
    Length(u8),
}

impl fmt::Display for EncodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EncodeError::ImmediateRange { op, imm } => {
                write!(out, "{}: immediate {imm} is out of range", op.mnemonic())
            }
            EncodeError::ImmediateAlignment { op, imm } => {
                write!(out, "{}: immediate {imm} has low bits that must be zero", op.mnemonic())
            }
            EncodeError::Length(length) => {
                write!(out, "only 4-byte instructions are encoded, not {length}-byte ones")
            }
        }
    }
}

impl std::error::Error for EncodeError {}
