//! The control and status registers of user mode: the counters, and `fcsr` with its fields.

use crate::Machine;
use crate::code::Decoded;
use crate::execute::Next;
use riscv::{Op, Reg};

/// **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register".
const FFLAGS: i32 = 0x001;
const FRM: i32 = 0x002;
const FCSR: i32 = 0x003;
/// **Rule**: RISC-V unprivileged "Zicntr Extension for Base Counters and Timers".
const CYCLE: i32 = 0xc00;
const INSTRET: i32 = 0xc02;

/// Reads a register, and writes it unless that is a set or clear by `zero` or by 0.
pub(crate) fn access(machine: &mut Machine, at: &Decoded) -> Next {
    let insn = &at.insn;
    let is_immediate = matches!(insn.op, Op::Csrrwi | Op::Csrrsi | Op::Csrrci);
    let operand = if is_immediate { insn.rs1.index() as u64 } else { machine.hart.get(insn.rs1) };
    let Some(old) = read(machine, insn.imm) else { return machine.raise_illegal(at) };
    let new = match insn.op {
        Op::Csrrw | Op::Csrrwi => Some(operand),
        _ if insn.rs1 == Reg::ZERO => None,
        Op::Csrrs | Op::Csrrsi => Some(old | operand),
        _ => Some(old & !operand),
    };
    if let Some(new) = new
        && !write(machine, insn.imm, new)
    {
        return machine.raise_illegal(at);
    }
    machine.hart.set(insn.rd, old);
    Next::Continue
}

/// A register's value; none if there is no such register. The counters all count retired
/// instructions.
fn read(machine: &Machine, number: i32) -> Option<u64> {
    let fcsr = u64::from(machine.hart.fcsr);
    match number {
        FFLAGS => Some(fcsr & 0x1f),
        FRM => Some(fcsr >> 5),
        FCSR => Some(fcsr),
        CYCLE..=INSTRET => Some(machine.hart.retired),
        _ => None,
    }
}

/// Writes a register; says whether it can be written.
fn write(machine: &mut Machine, number: i32, value: u64) -> bool {
    let fcsr = &mut machine.hart.fcsr;
    *fcsr = match number {
        FFLAGS => *fcsr & !0x1f | value as u32 & 0x1f,
        FRM => *fcsr & 0x1f | (value as u32 & 7) << 5,
        FCSR => value as u32 & 0xff,
        _ => return false,
    };
    true
}
