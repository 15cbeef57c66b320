//! Instructions as unoptimized code has them, at random.

use proptest::prelude::*;
use riscv::{Format, Insn, Op, Reg};

/// The registers that a loop computes in; few, so that results are often used and overwritten.
pub(crate) const BUSY: [Reg; 3] = [Reg::A3, Reg::A4, Reg::A5];
/// What a loop of unoptimized code consists of, and some that does it in floating point.
const LOOP_OPS: [Op; 34] = [
    Op::Lw,
    Op::Ld,
    Op::Lbu,
    Op::Fld,
    Op::Sw,
    Op::Sd,
    Op::Sb,
    Op::Fsd,
    Op::Lw,
    Op::Ld,
    Op::Sw,
    Op::Addi,
    Op::Addiw,
    Op::Slli,
    Op::Srli,
    Op::Andi,
    Op::Lui,
    Op::Auipc,
    Op::Add,
    Op::Addw,
    Op::Sub,
    Op::Mul,
    Op::Mulw,
    Op::Xor,
    Op::Sltu,
    Op::Divw,
    Op::Remuw,
    Op::FaddD,
    Op::FsubD,
    Op::FmulD,
    Op::FdivD,
    Op::FmaddD,
    Op::FsgnjD,
    Op::FcvtDW,
];

/// An instruction of a loop: mostly on the few registers, mostly at the frame pointer.
pub(crate) fn loop_instruction() -> impl Strategy<Value = Insn> {
    (0..LOOP_OPS.len(), 0..3_usize, 0..3_usize, 0..3_usize, -24..24_i32, 0..16_u8).prop_map(
        |(op, rd, rs1, rs2, imm, choice)| {
            let (op, rd, rs2) = (LOOP_OPS[op], BUSY[rd], BUSY[rs2]);
            let rs1 = match op.row().format {
                Format::Load | Format::S if choice != 0 => Reg::S0,
                _ if choice == 1 => Reg::ZERO,
                _ => BUSY[rs1],
            };
            let imm = match op.row().format {
                Format::U => imm << 12,
                Format::I | Format::Load | Format::S => imm * if choice < 14 { 8 } else { 1 },
                Format::FloatFused => (BUSY[0].index() as i32) << 3,
                Format::Shift | Format::ShiftWord => imm & 31,
                _ => 0,
            };
            Insn::new(op, rd, rs1, rs2, imm)
        },
    )
}
