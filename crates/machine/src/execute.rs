//! What each instruction does: one row per operation, one small function per row.
//!
//! A row names the shape of the instruction (register, load, branch, …) and what is particular to
//! it; the shapes are the macros below. The meaning in words is in `riscv::TABLE`.

use crate::block::Decoded;
use crate::{Access, Cause, Machine, Trap, VirtAddr};
use riscv::{Op, Reg};

/// Where the hart goes on after an instruction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// At the next instruction.
    Continue,
    /// At the hart's `pc`, which the instruction has set.
    Jump,
    /// At the next instruction, but not by this block: code may have changed.
    Leave,
    /// Nowhere: the instruction has changed nothing, and a trap is pending.
    Trap,
}

/// Executes one instruction.
pub(crate) type Handler = fn(&mut Machine, &Decoded) -> Next;

/// `rd = f(rs1, rs2)`.
macro_rules! register {
    ($f:expr) => {
        |machine, at| {
            let f: fn(u64, u64) -> u64 = $f;
            let value = f(machine.hart.get(at.insn.rs1), machine.hart.get(at.insn.rs2));
            machine.hart.set(at.insn.rd, value);
            Next::Continue
        }
    };
}

/// `rd = f(rs1, imm)`.
macro_rules! immediate {
    ($f:expr) => {
        |machine, at| {
            let f: fn(u64, u64) -> u64 = $f;
            let value = f(machine.hart.get(at.insn.rs1), immediate(at));
            machine.hart.set(at.insn.rd, value);
            Next::Continue
        }
    };
}

/// `if f(rs1, rs2), pc = pc + imm`.
macro_rules! branch {
    ($f:expr) => {
        |machine, at| {
            let f: fn(u64, u64) -> bool = $f;
            if !f(machine.hart.get(at.insn.rs1), machine.hart.get(at.insn.rs2)) {
                return Next::Continue;
            }
            machine.hart.pc = VirtAddr(at.pc.wrapping_add(immediate(at)));
            Next::Jump
        }
    };
}

/// `rd = the value at rs1 + imm`, which is of the given type.
macro_rules! load {
    ($type:ty) => {
        |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            match machine.load(at.pc, address) {
                Some(bytes) => {
                    machine.hart.set(at.insn.rd, <$type>::from_le_bytes(bytes) as u64);
                    Next::Continue
                }
                None => Next::Trap,
            }
        }
    };
}

/// `the value at rs1 + imm = rs2`, in the given type.
macro_rules! store {
    ($type:ty) => {
        |machine, at| {
            let address = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at));
            let value = machine.hart.get(at.insn.rs2) as $type;
            machine.store(at.pc, address, value.to_le_bytes())
        }
    };
}

/// `rd = the value at rs1; the value at rs1 = f(rd, rs2)`, in the given type.
macro_rules! atomic {
    ($type:ty, $f:expr) => {
        |machine, at| {
            let f: fn($type, $type) -> $type = $f;
            let operand = machine.hart.get(at.insn.rs2) as $type;
            let Some(address) = machine.aligned::<{ size_of::<$type>() }>(at, Access::Store) else {
                return Next::Trap;
            };
            let Some(bytes) = machine.load_for_store(at.pc, address) else {
                return Next::Trap;
            };
            let old = <$type>::from_le_bytes(bytes);
            let next = machine.store(at.pc, address, f(old, operand).to_le_bytes());
            if next != Next::Trap {
                machine.hart.set(at.insn.rd, old as u64);
            }
            next
        }
    };
}

/// `rd = the value at rs1`, reserved.
macro_rules! load_reserved {
    ($type:ty) => {
        |machine, at| {
            let Some(address) = machine.aligned::<{ size_of::<$type>() }>(at, Access::Load) else {
                return Next::Trap;
            };
            let Some(bytes) = machine.load(at.pc, address) else {
                return Next::Trap;
            };
            machine.hart.set(at.insn.rd, <$type>::from_le_bytes(bytes) as u64);
            machine.hart.reservation = Some(VirtAddr(address));
            Next::Continue
        }
    };
}

/// If reserved, `the value at rs1 = rs2` and `rd = 0`, else `rd = 1`.
macro_rules! store_conditional {
    ($type:ty) => {
        |machine, at| {
            let value = machine.hart.get(at.insn.rs2) as $type;
            let Some(address) = machine.aligned::<{ size_of::<$type>() }>(at, Access::Store) else {
                return Next::Trap;
            };
            let reserved = machine.hart.reservation == Some(VirtAddr(address));
            let next = if reserved {
                machine.store(at.pc, address, value.to_le_bytes())
            } else {
                Next::Continue
            };
            if next != Next::Trap {
                machine.hart.reservation = None;
                machine.hart.set(at.insn.rd, u64::from(!reserved));
            }
            next
        }
    };
}

/// Sign-extends a 32-bit result.
/// **Rule**: RISC-V unprivileged "RV64I Base Integer Instruction Set".
#[inline(always)]
fn word(value: u32) -> u64 {
    value as i32 as u64
}

#[inline(always)]
fn immediate(at: &Decoded) -> u64 {
    at.insn.imm as u64
}

/// Every operation's handler. Atomics act in one step: there is one hart.
pub(crate) fn handler(op: Op) -> Handler {
    match op {
        Op::Lui => |machine, at| {
            machine.hart.set(at.insn.rd, immediate(at));
            Next::Continue
        },
        Op::Auipc => |machine, at| {
            machine.hart.set(at.insn.rd, at.pc.wrapping_add(immediate(at)));
            Next::Continue
        },
        Op::Jal => |machine, at| {
            machine.hart.set(at.insn.rd, at.next_pc());
            machine.hart.pc = VirtAddr(at.pc.wrapping_add(immediate(at)));
            Next::Jump
        },
        Op::Jalr => |machine, at| {
            let target = machine.hart.get(at.insn.rs1).wrapping_add(immediate(at)) & !1;
            machine.hart.set(at.insn.rd, at.next_pc());
            machine.hart.pc = VirtAddr(target);
            Next::Jump
        },
        Op::Beq => branch!(|a, b| a == b),
        Op::Bne => branch!(|a, b| a != b),
        Op::Blt => branch!(|a, b| (a as i64) < b as i64),
        Op::Bge => branch!(|a, b| a as i64 >= b as i64),
        Op::Bltu => branch!(|a, b| a < b),
        Op::Bgeu => branch!(|a, b| a >= b),
        Op::Lb => load!(i8),
        Op::Lh => load!(i16),
        Op::Lw => load!(i32),
        Op::Ld => load!(u64),
        Op::Lbu => load!(u8),
        Op::Lhu => load!(u16),
        Op::Lwu => load!(u32),
        Op::Sb => store!(u8),
        Op::Sh => store!(u16),
        Op::Sw => store!(u32),
        Op::Sd => store!(u64),
        Op::Addi => immediate!(|a, imm| a.wrapping_add(imm)),
        Op::Slti => immediate!(|a, imm| u64::from((a as i64) < imm as i64)),
        Op::Sltiu => immediate!(|a, imm| u64::from(a < imm)),
        Op::Xori => immediate!(|a, imm| a ^ imm),
        Op::Ori => immediate!(|a, imm| a | imm),
        Op::Andi => immediate!(|a, imm| a & imm),
        Op::Slli => immediate!(|a, imm| a << (imm & 63)),
        Op::Srli => immediate!(|a, imm| a >> (imm & 63)),
        Op::Srai => immediate!(|a, imm| (a as i64 >> (imm & 63)) as u64),
        Op::Addiw => immediate!(|a, imm| word((a as u32).wrapping_add(imm as u32))),
        Op::Slliw => immediate!(|a, imm| word((a as u32) << (imm & 31))),
        Op::Srliw => immediate!(|a, imm| word(a as u32 >> (imm & 31))),
        Op::Sraiw => immediate!(|a, imm| (a as i32 >> (imm & 31)) as u64),
        Op::Add => register!(u64::wrapping_add),
        Op::Sub => register!(u64::wrapping_sub),
        Op::Sll => register!(|a, b| a << (b & 63)),
        Op::Slt => register!(|a, b| u64::from((a as i64) < b as i64)),
        Op::Sltu => register!(|a, b| u64::from(a < b)),
        Op::Xor => register!(|a, b| a ^ b),
        Op::Srl => register!(|a, b| a >> (b & 63)),
        Op::Sra => register!(|a, b| (a as i64 >> (b & 63)) as u64),
        Op::Or => register!(|a, b| a | b),
        Op::And => register!(|a, b| a & b),
        Op::Addw => register!(|a, b| word((a as u32).wrapping_add(b as u32))),
        Op::Subw => register!(|a, b| word((a as u32).wrapping_sub(b as u32))),
        Op::Sllw => register!(|a, b| word((a as u32) << (b & 31))),
        Op::Srlw => register!(|a, b| word(a as u32 >> (b & 31))),
        Op::Sraw => register!(|a, b| (a as i32 >> (b & 31)) as u64),
        // A store is seen by the very next fetch, and there is one hart: nothing to wait for.
        Op::Fence | Op::FenceI => |_, _| Next::Continue,
        Op::Ecall => |machine, at| machine.raise(at, Cause::EnvironmentCallFromUMode, 0),
        Op::Ebreak => |machine, at| machine.raise(at, Cause::Breakpoint, at.pc),
        Op::Csrrw | Op::Csrrwi => |machine, at| machine.access_csr(at, true),
        Op::Csrrs | Op::Csrrc | Op::Csrrsi | Op::Csrrci => {
            |machine, at| machine.access_csr(at, at.insn.rs1 != Reg::ZERO)
        }
        Op::Mul => register!(u64::wrapping_mul),
        Op::Mulh => register!(|a, b| ((a as i64 as i128 * b as i64 as i128) >> 64) as u64),
        Op::Mulhsu => register!(|a, b| ((a as i64 as i128 * b as i128) >> 64) as u64),
        Op::Mulhu => register!(|a, b| ((a as u128 * b as u128) >> 64) as u64),
        Op::Div => register!(|a, b| match b {
            0 => u64::MAX,
            _ => (a as i64).wrapping_div(b as i64) as u64,
        }),
        Op::Divu => register!(|a, b| a.checked_div(b).unwrap_or(u64::MAX)),
        Op::Rem => register!(|a, b| match b {
            0 => a,
            _ => (a as i64).wrapping_rem(b as i64) as u64,
        }),
        Op::Remu => register!(|a, b| a.checked_rem(b).unwrap_or(a)),
        Op::Mulw => register!(|a, b| word((a as u32).wrapping_mul(b as u32))),
        Op::Divw => register!(|a, b| match b as i32 {
            0 => u64::MAX,
            divisor => (a as i32).wrapping_div(divisor) as u64,
        }),
        Op::Divuw => register!(|a, b| word((a as u32).checked_div(b as u32).unwrap_or(u32::MAX))),
        Op::Remw => register!(|a, b| match b as i32 {
            0 => a as i32 as u64,
            divisor => (a as i32).wrapping_rem(divisor) as u64,
        }),
        Op::Remuw => register!(|a, b| word((a as u32).checked_rem(b as u32).unwrap_or(a as u32))),
        Op::LrW => load_reserved!(i32),
        Op::ScW => store_conditional!(u32),
        Op::AmoswapW => atomic!(i32, |_, b| b),
        Op::AmoaddW => atomic!(i32, i32::wrapping_add),
        Op::AmoxorW => atomic!(i32, |a, b| a ^ b),
        Op::AmoandW => atomic!(i32, |a, b| a & b),
        Op::AmoorW => atomic!(i32, |a, b| a | b),
        Op::AmominW => atomic!(i32, |a, b| a.min(b)),
        Op::AmomaxW => atomic!(i32, |a, b| a.max(b)),
        Op::AmominuW => atomic!(i32, |a, b| (a as u32).min(b as u32) as i32),
        Op::AmomaxuW => atomic!(i32, |a, b| (a as u32).max(b as u32) as i32),
        Op::LrD => load_reserved!(u64),
        Op::ScD => store_conditional!(u64),
        Op::AmoswapD => atomic!(u64, |_, b| b),
        Op::AmoaddD => atomic!(u64, u64::wrapping_add),
        Op::AmoxorD => atomic!(u64, |a, b| a ^ b),
        Op::AmoandD => atomic!(u64, |a, b| a & b),
        Op::AmoorD => atomic!(u64, |a, b| a | b),
        Op::AmominD => atomic!(u64, |a, b| (a as i64).min(b as i64) as u64),
        Op::AmomaxD => atomic!(u64, |a, b| (a as i64).max(b as i64) as u64),
        Op::AmominuD => atomic!(u64, |a, b| a.min(b)),
        Op::AmomaxuD => atomic!(u64, |a, b| a.max(b)),
        // Decoded and disassembled, but this machine has no F and D yet.
        _ => |machine, at| machine.raise_illegal(at),
    }
}

impl Machine {
    fn raise(&mut self, at: &Decoded, cause: Cause, value: u64) -> Next {
        self.pending = Some(Trap { cause, pc: VirtAddr(at.pc), value });
        Next::Trap
    }

    /// The trap's value is the instruction's bits.
    #[cold]
    fn raise_illegal(&mut self, at: &Decoded) -> Next {
        let mut bits = [0; 4];
        // It was fetched, so at least its own bytes are mapped.
        let _ = self.peek(VirtAddr(at.pc), &mut bits[..usize::from(at.insn.length.min(4))]);
        self.raise(at, Cause::IllegalInstruction, u64::from(u32::from_le_bytes(bits)))
    }

    /// The address in rs1, which must be a multiple of `SIZE`; else the trap is pending.
    #[inline(always)]
    fn aligned<const SIZE: usize>(&mut self, at: &Decoded, access: Access) -> Option<u64> {
        let address = self.hart.get(at.insn.rs1);
        if address.is_multiple_of(SIZE as u64) {
            return Some(address);
        }
        self.raise(at, access.misaligned(), address);
        None
    }

    /// Loads what an atomic will store to, so that it faults as a store does.
    #[inline(always)]
    fn load_for_store<const N: usize>(&mut self, pc: u64, address: u64) -> Option<[u8; N]> {
        if let Err(fault) = self.translate(VirtAddr(address), Access::Store) {
            self.raise_fault(pc, fault);
            return None;
        }
        self.load(pc, address)
    }

    /// The user-mode counters, all of which count retired instructions; they are read-only.
    /// **Rule**: RISC-V unprivileged "Zicntr Extension for Base Counters and Timers".
    #[inline(never)]
    fn access_csr(&mut self, at: &Decoded, writes: bool) -> Next {
        if writes || !matches!(at.insn.imm, 0xc00..=0xc02) {
            return self.raise_illegal(at);
        }
        self.hart.set(at.insn.rd, self.hart.retired);
        Next::Continue
    }
}
