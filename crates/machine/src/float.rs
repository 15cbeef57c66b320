//! What the floating-point instructions do: the arithmetic is the crate `float`'s, here are the
//! registers, NaN boxes, rounding modes and flags.
//!
//! **Rule**: RISC-V unprivileged "F Extension" and "D Extension".

use crate::Machine;
use crate::code::Decoded;
use crate::execute::{Handler, Next, immediate};
use float::fast::{self, Native};
use float::{F32, F64, Flags, Rounding};
use riscv::{Op, Reg};

/// A format as the floating-point registers hold it.
trait Held: Native {
    /// A register's value.
    fn get(machine: &Machine, reg: Reg) -> Self::Bits;
    /// Gives a register a value.
    fn set(machine: &mut Machine, reg: Reg, value: Self::Bits);
}

impl Held for F64 {
    fn get(machine: &Machine, reg: Reg) -> u64 {
        machine.hart.f[reg.index()]
    }

    fn set(machine: &mut Machine, reg: Reg, value: u64) {
        machine.hart.f[reg.index()] = value;
    }
}

/// The upper half of a register that holds a binary32 value.
/// **Rule**: RISC-V unprivileged "NaN Boxing of Narrower Values".
const BOX: u64 = 0xffff_ffff_0000_0000;
/// What a register that holds no such value is taken for.
const CANONICAL_NAN: u32 = 0x7fc0_0000;

impl Held for F32 {
    fn get(machine: &Machine, reg: Reg) -> u32 {
        let value = machine.hart.f[reg.index()];
        if value & BOX == BOX { value as u32 } else { CANONICAL_NAN }
    }

    fn set(machine: &mut Machine, reg: Reg, value: u32) {
        machine.hart.f[reg.index()] = BOX | u64::from(value);
    }
}

/// The flags that have accrued, for an operation to add to.
fn flags(machine: &Machine) -> Flags {
    Flags((machine.hart.fcsr & 0x1f) as u8)
}

fn accrue(machine: &mut Machine, flags: Flags) {
    machine.hart.fcsr |= u32::from(flags.0);
}

/// The instruction's rounding mode, or the dynamic one; none if it is reserved.
fn rounding(machine: &Machine, at: &Decoded) -> Option<Rounding> {
    const DYNAMIC: u8 = 7;
    match at.insn.imm as u8 & 7 {
        DYNAMIC => Rounding::from_bits((machine.hart.fcsr >> 5) as u8 & 7),
        mode => Rounding::from_bits(mode),
    }
}

/// `let $rounding = …`, or the instruction is illegal.
macro_rules! rounded {
    ($machine:ident, $at:ident) => {{
        let Some(mode) = rounding($machine, $at) else { return $machine.raise_illegal($at) };
        mode
    }};
}

/// `rd = f(rs1, rs2)`, rounded.
macro_rules! binary {
    ($f:ident, $format:ty) => {
        |machine, at| {
            let mode = rounded!(machine, at);
            let mut flags = flags(machine);
            let a = <$format>::get(machine, at.insn.rs1);
            let b = <$format>::get(machine, at.insn.rs2);
            let value = fast::$f::<$format>(a, b, mode, &mut flags);
            <$format>::set(machine, at.insn.rd, value);
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = ±(rs1 * rs2) ± rs3`, rounded once; the signs of the product and of the addend are given.
macro_rules! fused {
    ($product:literal, $addend:literal, $format:ty) => {
        |machine, at| {
            const SIGN: <$format as float::Format>::Bits =
                1 << (<$format as float::Format>::Bits::BITS - 1);
            let mode = rounded!(machine, at);
            let mut flags = flags(machine);
            let rs3 = Reg::new((at.insn.imm >> 3 & 31) as u8).unwrap_or(Reg::ZERO);
            let a = <$format>::get(machine, at.insn.rs1) ^ if $product { SIGN } else { 0 };
            let b = <$format>::get(machine, at.insn.rs2);
            let c = <$format>::get(machine, rs3) ^ if $addend { SIGN } else { 0 };
            let value = fast::mul_add::<$format>(a, b, c, mode, &mut flags);
            <$format>::set(machine, at.insn.rd, value);
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = f(rs1)` between registers of these formats, rounded.
macro_rules! unary {
    (|$a:ident, $mode:ident, $flags:ident| $value:expr, $from:ty, $to:ty) => {
        |machine, at| {
            let $mode = rounded!(machine, at);
            let mut accrued = flags(machine);
            let $flags = &mut accrued;
            let $a = <$from>::get(machine, at.insn.rs1);
            let value = $value;
            <$to>::set(machine, at.insn.rd, value);
            accrue(machine, accrued);
            Next::Continue
        }
    };
}

/// `rd = rs1 as an integer`, sign-extended.
macro_rules! to_integer {
    ($f:ident, $via:ty, $format:ty) => {
        |machine, at| {
            let mode = rounded!(machine, at);
            let mut flags = flags(machine);
            let a = <$format>::get(machine, at.insn.rs1);
            let value = fast::$f::<$format>(a, mode, &mut flags) as $via as u64;
            machine.hart.set(at.insn.rd, value);
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = rs1 (an integer of that type) as a float`.
macro_rules! from_integer {
    ($f:ident, $type:ty, $format:ty) => {
        |machine, at| {
            let mode = rounded!(machine, at);
            let mut flags = flags(machine);
            let a = machine.hart.get(at.insn.rs1) as $type;
            let value = fast::$f::<$format>(a, mode, &mut flags);
            <$format>::set(machine, at.insn.rd, value);
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = f(rs1, rs2)` without rounding, where rd is a float.
macro_rules! select {
    ($f:ident, $format:ty) => {
        |machine, at| {
            let mut flags = flags(machine);
            let a = <$format>::get(machine, at.insn.rs1);
            let b = <$format>::get(machine, at.insn.rs2);
            let value = float::$f::<$format>(a, b, &mut flags);
            <$format>::set(machine, at.insn.rd, value);
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = 1 if f(rs1, rs2), else 0`.
macro_rules! compare {
    ($f:ident, $format:ty) => {
        |machine, at| {
            let mut flags = flags(machine);
            let a = <$format>::get(machine, at.insn.rs1);
            let b = <$format>::get(machine, at.insn.rs2);
            let holds = fast::$f::<$format>(a, b, &mut flags);
            machine.hart.set(at.insn.rd, holds.into());
            accrue(machine, flags);
            Next::Continue
        }
    };
}

/// `rd = rs1 with the sign that f makes of the bits of rs1 and rs2`.
macro_rules! sign {
    (|$a:ident, $b:ident| $sign:expr, $format:ty) => {
        |machine, at| {
            const SIGN: <$format as float::Format>::Bits =
                1 << (<$format as float::Format>::Bits::BITS - 1);
            let $a = <$format>::get(machine, at.insn.rs1);
            let $b = <$format>::get(machine, at.insn.rs2);
            <$format>::set(machine, at.insn.rd, $a & !SIGN | $sign & SIGN);
            Next::Continue
        }
    };
}

/// `rd = the integer that f makes of rs1`.
macro_rules! to_bits {
    (|$machine:ident, $reg:ident| $value:expr) => {
        |$machine, at| {
            let $reg = at.insn.rs1;
            let value = $value;
            $machine.hart.set(at.insn.rd, value);
            Next::Continue
        }
    };
}

/// The handler of a floating-point operation.
pub(crate) fn handler(op: Op) -> Handler {
    match op {
        Op::Flw => |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            let Some(bytes) = machine.load(at.pc, address) else { return Next::Trap };
            F32::set(machine, at.insn.rd, u32::from_le_bytes(bytes));
            Next::Continue
        },
        Op::Fld => |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            let Some(bytes) = machine.load(at.pc, address) else { return Next::Trap };
            F64::set(machine, at.insn.rd, u64::from_le_bytes(bytes));
            Next::Continue
        },
        Op::Fsw => |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            let value = machine.hart.f[at.insn.rs2.index()] as u32;
            machine.store(at.pc, address, value.to_le_bytes())
        },
        Op::Fsd => |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            let value = machine.hart.f[at.insn.rs2.index()];
            machine.store(at.pc, address, value.to_le_bytes())
        },
        Op::FcvtSD => unary!(|a, mode, flags| fast::convert::<F64, F32>(a, mode, flags), F64, F32),
        Op::FcvtDS => unary!(|a, mode, flags| fast::convert::<F32, F64>(a, mode, flags), F32, F64),
        Op::FmvXW => to_bits!(|machine, reg| machine.hart.f[reg.index()] as i32 as u64),
        Op::FmvXD => to_bits!(|machine, reg| machine.hart.f[reg.index()]),
        Op::FmvWX => |machine, at| {
            F32::set(machine, at.insn.rd, machine.hart.get(at.insn.rs1) as u32);
            Next::Continue
        },
        Op::FmvDX => |machine, at| {
            F64::set(machine, at.insn.rd, machine.hart.get(at.insn.rs1));
            Next::Continue
        },
        _ if op.row().bits & 1 << 25 == 0 => single(op),
        _ => double(op),
    }
}

macro_rules! formats {
    ($($name:ident $format:ty: $madd:ident $msub:ident $nmsub:ident $nmadd:ident
        $add:ident $sub:ident $mul:ident $div:ident $sqrt:ident
        $sgnj:ident $sgnjn:ident $sgnjx:ident $min:ident $max:ident
        $eq:ident $lt:ident $le:ident $class:ident
        $to_w:ident $to_wu:ident $to_l:ident $to_lu:ident
        $from_w:ident $from_wu:ident $from_l:ident $from_lu:ident;)*) => {$(
        /// The handlers of one format.
        fn $name(op: Op) -> Handler {
            match op {
                Op::$madd => fused!(false, false, $format),
                Op::$msub => fused!(false, true, $format),
                Op::$nmsub => fused!(true, false, $format),
                Op::$nmadd => fused!(true, true, $format),
                Op::$add => binary!(add, $format),
                Op::$sub => binary!(sub, $format),
                Op::$mul => binary!(mul, $format),
                Op::$div => binary!(div, $format),
                Op::$sqrt => {
                    unary!(|a, mode, flags| fast::sqrt::<$format>(a, mode, flags), $format, $format)
                }
                Op::$sgnj => sign!(|_a, b| b, $format),
                Op::$sgnjn => sign!(|_a, b| !b, $format),
                Op::$sgnjx => sign!(|a, b| (a ^ b), $format),
                Op::$min => select!(min, $format),
                Op::$max => select!(max, $format),
                Op::$eq => compare!(eq, $format),
                Op::$lt => compare!(lt, $format),
                Op::$le => compare!(le, $format),
                Op::$class => to_bits!(|machine, reg| {
                    float::classify::<$format>(<$format>::get(machine, reg)).into()
                }),
                Op::$to_w => to_integer!(to_i32, i32, $format),
                Op::$to_wu => to_integer!(to_u32, i32, $format),
                Op::$to_l => to_integer!(to_i64, i64, $format),
                Op::$to_lu => to_integer!(to_u64, u64, $format),
                Op::$from_w => from_integer!(from_i32, i32, $format),
                Op::$from_wu => from_integer!(from_u32, u32, $format),
                Op::$from_l => from_integer!(from_i64, i64, $format),
                Op::$from_lu => from_integer!(from_u64, u64, $format),
                _ => |machine, at| machine.raise_illegal(at),
            }
        }
    )*};
}

formats! {
    single F32: FmaddS FmsubS FnmsubS FnmaddS FaddS FsubS FmulS FdivS FsqrtS
        FsgnjS FsgnjnS FsgnjxS FminS FmaxS FeqS FltS FleS FclassS
        FcvtWS FcvtWuS FcvtLS FcvtLuS FcvtSW FcvtSWu FcvtSL FcvtSLu;
    double F64: FmaddD FmsubD FnmsubD FnmaddD FaddD FsubD FmulD FdivD FsqrtD
        FsgnjD FsgnjnD FsgnjxD FminD FmaxD FeqD FltD FleD FclassD
        FcvtWD FcvtWuD FcvtLD FcvtLuD FcvtDW FcvtDWu FcvtDL FcvtDLu;
}
