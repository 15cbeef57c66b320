//! The simulated machine: one hart, physical memory, the MMU with its TLBs, traps.
//!
//! A [`Machine`] executes RV64GC with Zba, Zbb and Zbs (and Zicsr's user registers) in user mode,
//! under Sv39 page tables that are bytes in its own physical memory. There is no supervisor
//! program: whoever owns the machine maps pages, and answers the [`Trap`]s that [`Machine::run`]
//! stops with.
//!
//! **State** is the hart, the physical memory and the TLBs, nothing else; [`Machine::state_hash`]
//! covers exactly that. Decoded blocks and cached translations to host indices are not state:
//! dropping them at any moment changes nothing that can be seen.
//!
//! ```
//! use machine::{Cause, Machine, Perm, Stop, VirtAddr};
//! use riscv::{Insn, Op, Reg, encode};
//!
//! let mut machine = Machine::new(1 << 20).unwrap();
//! let code = VirtAddr(0x1_0000);
//! machine.map_new(code, Perm::RX).unwrap();
//! let program = [Insn::i(Op::Addi, Reg::A0, Reg::ZERO, 42), Insn::system(Op::Ecall)];
//! for (index, insn) in (0..).zip(&program) {
//!     machine.poke(code.offset(index * 4), &encode(insn).unwrap().to_le_bytes()).unwrap();
//! }
//! machine.hart.pc = code;
//! let Stop::Trap(trap) = machine.run(&mut (), 1_000) else { panic!("it ends by a trap") };
//! assert_eq!(trap.cause, Cause::EnvironmentCallFromUMode);
//! assert_eq!((machine.hart.get(Reg::A0), machine.hart.retired), (42, 1));
//! machine.retire_ecall();
//! ```
//!
//! Sources: *The RISC-V Instruction Set Manual*, Volume I ("RISC-V unprivileged") and Volume II
//! ("RISC-V privileged").

mod access;
mod address;
mod alu;
mod annotate;
mod code;
mod csr;
mod engine;
mod execute;
mod float;
mod hart;
mod hash;
mod looking;
mod machine;
mod memory;
pub mod mmu;
mod observe;
mod pte;
mod run;
mod snapshot;
mod tlb;
mod trap;

pub use address::{Moment, PAGE_SIZE, PhysAddr, VirtAddr};
pub use annotate::Annotator;
pub use engine::{Line, choose_sequences};
pub use hart::Hart;
pub use machine::Machine;
pub use memory::PhysMemory;
pub use mmu::{MapError, Walk, WalkEnd, WalkStep};
pub use observe::Observer;
pub use pte::{Perm, Pte};
pub use run::Stop;
pub use snapshot::{MachineSnapshot, MemorySnapshot};
pub use tlb::{TLB_SIZE, Tlb, TlbEntry};
pub use trap::{Access, Cause, Fault, Trap};
