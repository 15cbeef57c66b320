//! What one instruction does when nothing is in its way.

use super::memory::Near;
use super::piece::{Class, Kind, class};
use super::sequence::jump;
use super::{Op, Pages, dispatch, slow};
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
    /// The handler of this instruction by itself: nothing has changed.
    Alone,
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
const ALONE: Done = (Flow::Alone, 0);
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
    pages: Pages,
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
        // SAFETY: the slots are the machine's.
        Kind::Do(code) => unsafe { execute(machine, code, a, b, imm, pages) },
    }
}

/// # Safety
/// As for [`Pages::load`].
#[inline(always)]
unsafe fn execute(machine: &Machine, op: Code, a: u64, b: u64, imm: i32, pages: Pages) -> Done {
    let value = imm as u64;
    match class(op) {
        Class::Register => result(alu(op, a, b)),
        Class::Immediate => result(alu(op, a, value)),
        // SAFETY: as above.
        Class::Load | Class::LoadFloat => unsafe { load(pages, op, a.wrapping_add(value)) },
        // SAFETY: as above.
        Class::Store | Class::StoreFloat => unsafe { store(pages, op, a.wrapping_add(value), b) },
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

/// A load's or a store's bytes, in the type that the operation has.
macro_rules! loaded {
    ($op:expr, $bytes:expr) => {
        match $op {
            Code::Lb => $bytes.map(|bytes| i8::from_le_bytes(bytes) as u64),
            Code::Lbu => $bytes.map(|bytes| u8::from_le_bytes(bytes).into()),
            Code::Lh => $bytes.map(|bytes| i16::from_le_bytes(bytes) as u64),
            Code::Lhu => $bytes.map(|bytes| u16::from_le_bytes(bytes).into()),
            Code::Lw => $bytes.map(|bytes| i32::from_le_bytes(bytes) as u64),
            Code::Lwu => $bytes.map(|bytes| u32::from_le_bytes(bytes).into()),
            _ => $bytes.map(u64::from_le_bytes),
        }
    };
}

macro_rules! stored {
    ($op:expr, $value:ident, |$bytes:ident| $store:expr) => {
        match $op {
            Code::Sb => {
                let $bytes = ($value as u8).to_le_bytes();
                $store
            }
            Code::Sh => {
                let $bytes = ($value as u16).to_le_bytes();
                $store
            }
            Code::Sw | Code::Fsw => {
                let $bytes = ($value as u32).to_le_bytes();
                $store
            }
            _ => {
                let $bytes = $value.to_le_bytes();
                $store
            }
        }
    };
}

/// # Safety
/// As for [`Pages::load`].
#[inline(always)]
unsafe fn load(pages: Pages, op: Code, at: u64) -> Done {
    // SAFETY: as above.
    unsafe { loaded!(op, pages.load(at)).map_or(EXACT, result) }
}

/// # Safety
/// As for [`Pages::load`].
#[inline(always)]
unsafe fn store(pages: Pages, op: Code, at: u64, value: u64) -> Done {
    // SAFETY: as above.
    let is_stored = unsafe { stored!(op, value, |bytes| pages.store(at, bytes)) };
    if is_stored { NOTHING } else { EXACT }
}

/// Executes a load, or a store of `b`, whose base register has been used for a page nearby.
///
/// # Safety
/// `op` is in the page that the machine's view shows; `near` has been found since the machine's
/// slots have changed.
#[inline(always)]
pub(super) unsafe fn step_near<const KIND: u8>(near: Near, op: *const Op, b: u64) -> Done {
    // SAFETY: as above.
    let imm = unsafe { (*op).imm };
    let Kind::Do(code) = (const { Kind::of(KIND) }) else { return ALONE };
    // SAFETY: as above.
    unsafe {
        match class(code) {
            Class::Load | Class::LoadFloat => loaded!(code, near.load(imm)).map_or(ALONE, result),
            _ if stored!(code, b, |bytes| near.store(imm, bytes)) => NOTHING,
            _ => ALONE,
        }
    }
}

/// The handler of an instruction by itself.
///
/// # Safety
/// `op` is of that kind, in the page that the machine's view shows.
#[inline(never)]
pub(super) unsafe fn alone<const KIND: u8>(
    machine: &mut Machine,
    op: *const Op,
    fuel: i64,
    pages: Pages,
) {
    let (rs1, rs2, _) = const { Kind::of(KIND).files() };
    // SAFETY: as above. Unless it transfers control, it ends no run, so there is an op after it.
    unsafe {
        let (a, b) = (read(machine, rs1, (*op).rs1), read(machine, rs2, (*op).rs2));
        let (flow, result) = step::<KIND>(machine, op, a, b, pages);
        if let Flow::Exact | Flow::Alone = flow {
            return slow::exact(machine, op, fuel, pages);
        }
        write::<KIND>(machine, op, result);
        match flow {
            Flow::Jump => jump::<KIND>(machine, op, fuel, pages),
            Flow::Go(target) => {
                slow::go(machine, target, fuel + i64::from((*op).run) - 1, pages);
            }
            Flow::Next | Flow::Exact | Flow::Alone => dispatch(machine, op.add(1), fuel, pages),
        }
    }
}

/// Double-precision arithmetic by the host, where that gives the same bits and no new flag.
#[inline(always)]
fn float(machine: &Machine, op: Code, a: u64, b: u64, imm: i32) -> Done {
    const SIGN: u64 = 1 << 63;
    // The rounding mode, which must be to nearest, and NX.
    let is_inexact = match machine.hart.fcsr & 0xe1 {
        0 => false,
        1 => true,
        _ => return EXACT,
    };
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
