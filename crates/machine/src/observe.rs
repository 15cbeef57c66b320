//! Observers: those who watch a run, instruction by instruction, and may stop it.

use crate::{Machine, VirtAddr};
use riscv::Insn;
use std::ops::ControlFlow;

/// Watches a run and can stop it, but cannot change the machine.
///
/// It is a compile-time parameter of [`Machine::run`], so that the run observed by `()` pays
/// nothing. In every call the hart is exact: `pc` and `retired` too. Memory is read with the
/// machine's `peek` functions.
pub trait Observer {
    /// Whether anything is called at all.
    const ACTIVE: bool = true;

    /// The hart is about to execute code of `region` from `pc` on.
    ///
    /// Called at the head of every block: at each jump target, after each branch, and when a run
    /// resumes; where blocks end otherwise is not defined. `Break` stops before the instruction.
    fn enter_block(&mut self, machine: &Machine, pc: VirtAddr, region: u32) -> ControlFlow<()> {
        let _ = (machine, pc, region);
        ControlFlow::Continue(())
    }

    /// The instruction is about to execute; nothing has changed yet. `Break` stops exactly here.
    ///
    /// When the run resumes, it is called again for the same instruction.
    fn before(
        &mut self,
        machine: &Machine,
        pc: VirtAddr,
        insn: &Insn,
        note: u32,
    ) -> ControlFlow<()>;

    /// The instruction at `pc` has retired, and the hart has counted it. Not called when it traps.
    fn retired(&mut self, machine: &Machine, pc: VirtAddr, insn: &Insn, note: u32);
}

/// Watches nothing.
impl Observer for () {
    const ACTIVE: bool = false;

    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}
