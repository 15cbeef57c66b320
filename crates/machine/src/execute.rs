//! What each instruction does: one row per operation, one small function per row.
//!
//! A row names the shape of the instruction (register, load, branch, …) and what is particular to
//! it; the shapes are the macros below. The meaning in words is in `riscv::TABLE`.

use crate::alu::{alu, is_taken};
use crate::code::Decoded;
use crate::{Access, Cause, Machine, Trap, VirtAddr, csr, float};
use riscv::Op;

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

/// `rd = op(rs1, rs2)`.
macro_rules! register {
    ($op:ident) => {
        |machine, at| {
            let (a, b) = (machine.hart.get(at.insn.rs1), machine.hart.get(at.insn.rs2));
            machine.hart.set(at.insn.rd, alu(Op::$op, a, b));
            Next::Continue
        }
    };
}

/// `rd = op(rs1, imm)`.
macro_rules! immediate {
    ($op:ident) => {
        |machine, at| {
            let value = alu(Op::$op, machine.hart.get(at.insn.rs1), immediate(at));
            machine.hart.set(at.insn.rd, value);
            Next::Continue
        }
    };
}

/// `if op(rs1, rs2), pc = pc + imm`.
macro_rules! branch {
    ($op:ident) => {
        |machine, at| {
            if !is_taken(Op::$op, machine.hart.get(at.insn.rs1), machine.hart.get(at.insn.rs2)) {
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

#[inline(always)]
pub(crate) fn immediate(at: &Decoded) -> u64 {
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
        Op::Beq => branch!(Beq),
        Op::Bne => branch!(Bne),
        Op::Blt => branch!(Blt),
        Op::Bge => branch!(Bge),
        Op::Bltu => branch!(Bltu),
        Op::Bgeu => branch!(Bgeu),
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
        Op::Addi => immediate!(Addi),
        Op::Slti => immediate!(Slti),
        Op::Sltiu => immediate!(Sltiu),
        Op::Xori => immediate!(Xori),
        Op::Ori => immediate!(Ori),
        Op::Andi => immediate!(Andi),
        Op::Slli => immediate!(Slli),
        Op::Srli => immediate!(Srli),
        Op::Srai => immediate!(Srai),
        Op::Addiw => immediate!(Addiw),
        Op::Slliw => immediate!(Slliw),
        Op::Srliw => immediate!(Srliw),
        Op::Sraiw => immediate!(Sraiw),
        Op::Add => register!(Add),
        Op::Sub => register!(Sub),
        Op::Sll => register!(Sll),
        Op::Slt => register!(Slt),
        Op::Sltu => register!(Sltu),
        Op::Xor => register!(Xor),
        Op::Srl => register!(Srl),
        Op::Sra => register!(Sra),
        Op::Or => register!(Or),
        Op::And => register!(And),
        Op::Addw => register!(Addw),
        Op::Subw => register!(Subw),
        Op::Sllw => register!(Sllw),
        Op::Srlw => register!(Srlw),
        Op::Sraw => register!(Sraw),
        // A store is seen by the very next fetch, and there is one hart: nothing to wait for.
        Op::Fence | Op::FenceI => |_, _| Next::Continue,
        Op::Ecall => |machine, at| machine.raise(at, Cause::EnvironmentCallFromUMode, 0),
        Op::Ebreak => |machine, at| machine.raise(at, Cause::Breakpoint, at.pc),
        Op::Csrrw | Op::Csrrs | Op::Csrrc | Op::Csrrwi | Op::Csrrsi | Op::Csrrci => csr::access,
        Op::Mul => register!(Mul),
        Op::Mulh => register!(Mulh),
        Op::Mulhsu => register!(Mulhsu),
        Op::Mulhu => register!(Mulhu),
        Op::Div => register!(Div),
        Op::Divu => register!(Divu),
        Op::Rem => register!(Rem),
        Op::Remu => register!(Remu),
        Op::Mulw => register!(Mulw),
        Op::Divw => register!(Divw),
        Op::Divuw => register!(Divuw),
        Op::Remw => register!(Remw),
        Op::Remuw => register!(Remuw),
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
        Op::AddUw => register!(AddUw),
        Op::Sh1add => register!(Sh1add),
        Op::Sh2add => register!(Sh2add),
        Op::Sh3add => register!(Sh3add),
        Op::Sh1addUw => register!(Sh1addUw),
        Op::Sh2addUw => register!(Sh2addUw),
        Op::Sh3addUw => register!(Sh3addUw),
        Op::Andn => register!(Andn),
        Op::Orn => register!(Orn),
        Op::Xnor => register!(Xnor),
        Op::Max => register!(Max),
        Op::Maxu => register!(Maxu),
        Op::Min => register!(Min),
        Op::Minu => register!(Minu),
        Op::Rol => register!(Rol),
        Op::Rolw => register!(Rolw),
        Op::Ror => register!(Ror),
        Op::Rorw => register!(Rorw),
        Op::Bclr => register!(Bclr),
        Op::Bext => register!(Bext),
        Op::Binv => register!(Binv),
        Op::Bset => register!(Bset),
        Op::Clz => register!(Clz),
        Op::Clzw => register!(Clzw),
        Op::Ctz => register!(Ctz),
        Op::Ctzw => register!(Ctzw),
        Op::Cpop => register!(Cpop),
        Op::Cpopw => register!(Cpopw),
        Op::SextB => register!(SextB),
        Op::SextH => register!(SextH),
        Op::ZextH => register!(ZextH),
        Op::Rev8 => register!(Rev8),
        Op::OrcB => register!(OrcB),
        Op::SlliUw => immediate!(SlliUw),
        Op::Rori => immediate!(Rori),
        Op::Roriw => immediate!(Roriw),
        Op::Bclri => immediate!(Bclri),
        Op::Bexti => immediate!(Bexti),
        Op::Binvi => immediate!(Binvi),
        Op::Bseti => immediate!(Bseti),
        _ => float::handler(op),
    }
}

/// Traps: the bits are no instruction of this machine.
pub(crate) fn illegal(machine: &mut Machine, at: &Decoded) -> Next {
    machine.raise_illegal(at)
}

impl Machine {
    fn raise(&mut self, at: &Decoded, cause: Cause, value: u64) -> Next {
        self.pending = Some(Trap { cause, pc: VirtAddr(at.pc), value });
        Next::Trap
    }

    /// The trap's value is the instruction's bits.
    #[cold]
    pub(crate) fn raise_illegal(&mut self, at: &Decoded) -> Next {
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
        if let Some(bytes) = self.load_writable_fast(address) {
            return Some(bytes);
        }
        if let Err(fault) = self.translate(VirtAddr(address), Access::Store) {
            self.raise_fault(pc, fault);
            return None;
        }
        self.load(pc, address)
    }
}
