//! What one instruction does when nothing is in its way.

use super::Op;
use super::piece::{Class, Kind, class};
use crate::Machine;
use crate::alu::{alu, is_taken};
use float::{F64, fast};
use riscv::{Kind as File, Op as Code};

/// What comes after a fast form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// The next instruction.
    Next,
    /// The exact handler of this instruction: nothing has changed.
    Exact,
    /// The jump's target, by its distance.
    Jump,
    /// The address that comes with it.
    Go(u64),
}

/// What an instruction has come to: how it goes on, and its result, which is for whoever executes
/// it to write.
type Done = (Flow, u64);

const NOTHING: Done = (Flow::Next, 0);
const EXACT: Done = (Flow::Exact, 0);
const JUMP: Done = (Flow::Jump, 0);

#[inline(always)]
const fn result(value: u64) -> Done {
    (Flow::Next, value)
}

/// The value of a register in a file; of none, 0.
///
/// # Safety
/// The register number is below 32, if there is a file.
#[inline(always)]
pub(super) unsafe fn read(machine: &Machine, file: Option<File>, register: u8) -> u64 {
    // SAFETY: as above.
    unsafe {
        match file {
            Some(File::Float) => *machine.hart.f.get_unchecked(usize::from(register)),
            Some(File::Integer) => *machine.hart.x.get_unchecked(usize::from(register)),
            None => 0,
        }
    }
}

/// Writes an instruction's result to its register, if it has one.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
pub(super) unsafe fn write<const KIND: u8>(machine: &mut Machine, op: *const Op, value: u64) {
    // SAFETY: as above; register numbers are below 32.
    unsafe {
        let register = usize::from((*op).rd);
        match const { Kind::of(KIND).files().2 } {
            Some(File::Float) => *machine.hart.f.get_unchecked_mut(register) = value,
            Some(File::Integer) => *machine.hart.x.get_unchecked_mut(register) = value,
            None => {}
        }
    }
}

/// Executes an instruction of that kind with the operands `a` and `b`.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
pub(super) unsafe fn step<const KIND: u8>(
    machine: &mut Machine,
    op: *const Op,
    a: u64,
    b: u64,
) -> Done {
    // SAFETY: as above.
    let imm = unsafe { (*op).imm };
    let value = imm as u64;
    match const { Kind::of(KIND) } {
        Kind::Nop => NOTHING,
        Kind::Li => result(value),
        Kind::La => result(machine.view.base.wrapping_add(value)),
        Kind::J => JUMP,
        Kind::Jr => (Flow::Go(a.wrapping_add(value) & !1), 0),
        Kind::Do(Code::Jal) => {
            // SAFETY: as above.
            let next = unsafe { u16::from_le_bytes([(*op).rs1, (*op).rs2]) };
            (Flow::Jump, machine.view.base.wrapping_add(u64::from(next)))
        }
        Kind::Do(Code::Jalr) => {
            let target = a.wrapping_add((imm << 20 >> 20) as u64) & !1;
            (Flow::Go(target), machine.view.base.wrapping_add(value >> 12 & 0xf_ffff))
        }
        Kind::Do(code) => execute(machine, code, a, b, imm),
    }
}

#[inline(always)]
fn execute(machine: &mut Machine, op: Code, a: u64, b: u64, imm: i32) -> Done {
    let value = imm as u64;
    match class(op) {
        Class::Register => result(alu(op, a, b)),
        Class::Immediate => result(alu(op, a, value)),
        Class::Load | Class::LoadFloat => load(machine, op, a.wrapping_add(value)),
        Class::Store | Class::StoreFloat => store(machine, op, a.wrapping_add(value), b),
        Class::Branch if is_taken(op, a, b) => JUMP,
        Class::Branch => NOTHING,
        Class::Float => float(machine, op, a, b, imm),
        Class::Compare => compare(op, a, b),
        Class::Sign => result(sign(op, a, b)),
        Class::ToFloat if op == Code::FcvtDW => result(f64::from(a as i32).to_bits()),
        Class::ToInteger | Class::ToFloat => result(a),
        Class::Jump | Class::None => EXACT,
    }
}

#[inline(always)]
fn load(machine: &Machine, op: Code, at: u64) -> Done {
    let value = match op {
        Code::Lb => machine.load_fast(at).map(|bytes| i8::from_le_bytes(bytes) as u64),
        Code::Lbu => machine.load_fast(at).map(|bytes| u8::from_le_bytes(bytes).into()),
        Code::Lh => machine.load_fast(at).map(|bytes| i16::from_le_bytes(bytes) as u64),
        Code::Lhu => machine.load_fast(at).map(|bytes| u16::from_le_bytes(bytes).into()),
        Code::Lw => machine.load_fast(at).map(|bytes| i32::from_le_bytes(bytes) as u64),
        Code::Lwu => machine.load_fast(at).map(|bytes| u32::from_le_bytes(bytes).into()),
        _ => machine.load_fast(at).map(u64::from_le_bytes),
    };
    value.map_or(EXACT, result)
}

#[inline(always)]
fn store(machine: &mut Machine, op: Code, at: u64, value: u64) -> Done {
    let is_stored = match op {
        Code::Sb => machine.store_fast(at, (value as u8).to_le_bytes()),
        Code::Sh => machine.store_fast(at, (value as u16).to_le_bytes()),
        Code::Sw | Code::Fsw => machine.store_fast(at, (value as u32).to_le_bytes()),
        _ => machine.store_fast(at, value.to_le_bytes()),
    };
    if is_stored { NOTHING } else { EXACT }
}

/// Double-precision arithmetic by the host, where that gives the same bits and no new flag.
#[inline(always)]
fn float(machine: &Machine, op: Code, a: u64, b: u64, imm: i32) -> Done {
    const SIGN: u64 = 1 << 63;
    let fcsr = machine.hart.fcsr;
    let (is_nearest_even, is_inexact) = (fcsr & 0xe0 == 0, fcsr & 1 != 0);
    if !is_nearest_even {
        return EXACT;
    }
    // SAFETY: the register number is below 32.
    let c = unsafe { read(machine, Some(File::Float), imm as u8 & 31) };
    let value = match op {
        Code::FaddD => fast::quick_add::<F64>(a, b, is_inexact),
        Code::FsubD => fast::quick_sub::<F64>(a, b, is_inexact),
        Code::FmulD => fast::quick_mul::<F64>(a, b, is_inexact),
        Code::FdivD => fast::quick_div::<F64>(a, b, is_inexact),
        Code::FsqrtD => fast::quick_sqrt::<F64>(a, is_inexact),
        Code::FmaddD => fast::quick_mul_add::<F64>(a, b, c, is_inexact),
        Code::FmsubD => fast::quick_mul_add::<F64>(a, b, c ^ SIGN, is_inexact),
        Code::FnmsubD => fast::quick_mul_add::<F64>(a ^ SIGN, b, c, is_inexact),
        _ => fast::quick_mul_add::<F64>(a ^ SIGN, b, c ^ SIGN, is_inexact),
    };
    value.map_or(EXACT, result)
}

#[inline(always)]
fn compare(op: Code, a: u64, b: u64) -> Done {
    let (a, b) = (f64::from_bits(a), f64::from_bits(b));
    if a.is_nan() || b.is_nan() {
        return EXACT;
    }
    let holds = match op {
        Code::FeqD => a == b,
        Code::FltD => a < b,
        _ => a <= b,
    };
    result(holds.into())
}

#[inline(always)]
fn sign(op: Code, a: u64, b: u64) -> u64 {
    const SIGN: u64 = 1 << 63;
    let sign = match op {
        Code::FsgnjD => b,
        Code::FsgnjnD => !b,
        _ => a ^ b,
    };
    a & !SIGN | sign & SIGN
}
