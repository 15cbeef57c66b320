//! Counting steps, to stop at a limit.

use checker::{Program, Steps};
use machine::{Machine, VirtAddr};
use process::{KernelEvent, Process};
use riscv::Insn;
use std::ops::ControlFlow;

/// Counts steps and breaks off before the one after the last that is allowed.
#[derive(Debug)]
pub(crate) struct StepLimit {
    program: Program,
    pub(crate) steps: Steps,
    count_max: u64,
    /// The process whose steps count: not those of its children.
    followed: u64,
    is_elsewhere: bool,
    /// Whether it has broken off.
    pub(crate) is_reached: bool,
}

impl StepLimit {
    pub(crate) fn new(program: Program, followed: u64, count_max: u64) -> StepLimit {
        let (steps, is_elsewhere, is_reached) = (Steps::default(), false, false);
        StepLimit { program, steps, count_max, followed, is_elsewhere, is_reached }
    }

    pub(crate) fn count_max(&self) -> u64 {
        self.count_max
    }
}

impl machine::Observer for StepLimit {
    #[inline]
    fn before(&mut self, machine: &Machine, pc: VirtAddr, _: &Insn, note: u32) -> ControlFlow<()> {
        if self.is_elsewhere
            || !self.program.is_step(note, pc.0)
            || !self.steps.begin(machine.hart.retired)
        {
            return ControlFlow::Continue(());
        }
        self.is_reached = self.steps.count() > self.count_max;
        if self.is_reached { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}

impl process::Observer for StepLimit {
    fn kernel(&mut self, _: &Process, event: KernelEvent) {
        if let KernelEvent::Switched { process, .. } = event {
            self.is_elsewhere = process != self.followed;
        }
    }
}
