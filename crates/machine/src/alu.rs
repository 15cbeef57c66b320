//! Integer arithmetic and comparisons: what the operations of I, M, Zba, Zbb and Zbs compute.
//!
//! There are two operands; the second is a register, an immediate, or not used. The meaning in
//! words is in `riscv::TABLE`.

use riscv::Op;

/// Sign-extends a 32-bit result.
/// **Rule**: RISC-V unprivileged "RV64I Base Integer Instruction Set".
#[inline(always)]
fn word(value: u32) -> u64 {
    value as i32 as u64
}

/// The result of an integer operation. Where `op` is a constant, only its own arm remains.
#[inline(always)]
pub(crate) fn alu(op: Op, a: u64, b: u64) -> u64 {
    match op {
        Op::Add | Op::Addi => a.wrapping_add(b),
        Op::Sub => a.wrapping_sub(b),
        Op::Xor | Op::Xori => a ^ b,
        Op::Or | Op::Ori => a | b,
        Op::And | Op::Andi => a & b,
        Op::Slt | Op::Slti => u64::from((a as i64) < b as i64),
        Op::Sltu | Op::Sltiu => u64::from(a < b),
        Op::Sll | Op::Slli => a << (b & 63),
        Op::Srl | Op::Srli => a >> (b & 63),
        Op::Sra | Op::Srai => (a as i64 >> (b & 63)) as u64,
        Op::Addw | Op::Addiw => word((a as u32).wrapping_add(b as u32)),
        Op::Subw => word((a as u32).wrapping_sub(b as u32)),
        Op::Sllw | Op::Slliw => word((a as u32) << (b & 31)),
        Op::Srlw | Op::Srliw => word(a as u32 >> (b & 31)),
        Op::Sraw | Op::Sraiw => (a as i32 >> (b & 31)) as u64,
        _ => multiply_divide(op, a, b),
    }
}

/// The M extension.
/// **Rule**: RISC-V unprivileged "Division Operations", table of division by zero and overflow.
#[inline(always)]
fn multiply_divide(op: Op, a: u64, b: u64) -> u64 {
    match op {
        Op::Mul => a.wrapping_mul(b),
        Op::Mulh => ((a as i64 as i128 * b as i64 as i128) >> 64) as u64,
        Op::Mulhsu => ((a as i64 as i128 * b as i128) >> 64) as u64,
        Op::Mulhu => ((a as u128 * b as u128) >> 64) as u64,
        Op::Mulw => word((a as u32).wrapping_mul(b as u32)),
        Op::Div if b == 0 => u64::MAX,
        Op::Div => (a as i64).wrapping_div(b as i64) as u64,
        Op::Divu => a.checked_div(b).unwrap_or(u64::MAX),
        Op::Rem if b == 0 => a,
        Op::Rem => (a as i64).wrapping_rem(b as i64) as u64,
        Op::Remu => a.checked_rem(b).unwrap_or(a),
        Op::Divw if b as i32 == 0 => u64::MAX,
        Op::Divw => (a as i32).wrapping_div(b as i32) as u64,
        Op::Divuw => word((a as u32).checked_div(b as u32).unwrap_or(u32::MAX)),
        Op::Remw if b as i32 == 0 => a as i32 as u64,
        Op::Remw => (a as i32).wrapping_rem(b as i32) as u64,
        Op::Remuw => word((a as u32).checked_rem(b as u32).unwrap_or(a as u32)),
        _ => bit_manipulation(op, a, b),
    }
}

/// The extensions Zba, Zbb and Zbs.
/// **Rule**: RISC-V unprivileged "B Extension for Bit Manipulation".
#[inline(always)]
fn bit_manipulation(op: Op, a: u64, b: u64) -> u64 {
    let low = u64::from(a as u32);
    let bit = 1 << (b & 63);
    match op {
        Op::AddUw => low.wrapping_add(b),
        Op::Sh1add => (a << 1).wrapping_add(b),
        Op::Sh2add => (a << 2).wrapping_add(b),
        Op::Sh3add => (a << 3).wrapping_add(b),
        Op::Sh1addUw => (low << 1).wrapping_add(b),
        Op::Sh2addUw => (low << 2).wrapping_add(b),
        Op::Sh3addUw => (low << 3).wrapping_add(b),
        Op::SlliUw => low << (b & 63),
        Op::Andn => a & !b,
        Op::Orn => a | !b,
        Op::Xnor => !(a ^ b),
        Op::Max => (a as i64).max(b as i64) as u64,
        Op::Maxu => a.max(b),
        Op::Min => (a as i64).min(b as i64) as u64,
        Op::Minu => a.min(b),
        Op::Rol => a.rotate_left(b as u32 & 63),
        Op::Rolw => word((a as u32).rotate_left(b as u32 & 31)),
        Op::Ror | Op::Rori => a.rotate_right(b as u32 & 63),
        Op::Rorw | Op::Roriw => word((a as u32).rotate_right(b as u32 & 31)),
        Op::Bclr | Op::Bclri => a & !bit,
        Op::Bext | Op::Bexti => a >> (b & 63) & 1,
        Op::Binv | Op::Binvi => a ^ bit,
        Op::Bset | Op::Bseti => a | bit,
        _ => unary(op, a),
    }
}

/// The operations of Zbb on one operand.
#[inline(always)]
fn unary(op: Op, a: u64) -> u64 {
    match op {
        Op::Clz => a.leading_zeros().into(),
        Op::Clzw => (a as u32).leading_zeros().into(),
        Op::Ctz => a.trailing_zeros().into(),
        Op::Ctzw => (a as u32).trailing_zeros().into(),
        Op::Cpop => a.count_ones().into(),
        Op::Cpopw => (a as u32).count_ones().into(),
        Op::SextB => a as i8 as u64,
        Op::SextH => a as i16 as u64,
        Op::ZextH => a as u16 as u64,
        Op::Rev8 => a.swap_bytes(),
        Op::OrcB => {
            u64::from_le_bytes(a.to_le_bytes().map(|byte| if byte == 0 { 0 } else { 0xff }))
        }
        _ => {
            debug_assert!(false, "{op:?} is not integer arithmetic");
            0
        }
    }
}

/// Whether a conditional branch is taken.
#[inline(always)]
pub(crate) fn is_taken(op: Op, a: u64, b: u64) -> bool {
    match op {
        Op::Beq => a == b,
        Op::Bne => a != b,
        Op::Blt => (a as i64) < b as i64,
        Op::Bge => a as i64 >= b as i64,
        Op::Bltu => a < b,
        _ => {
            debug_assert!(op == Op::Bgeu, "{op:?} is not a branch");
            a >= b
        }
    }
}
