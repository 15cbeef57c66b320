//! Our side of the lockstep, watched: before each instruction its registers are compared with qemu's log, and at each
//! system call it stands still.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use machine::{Hart, Machine, Moment, VirtAddr};
use process::{KernelEvent, Process};
use riscv::{Insn, Op, disassemble};

use super::log::Log;
use super::registers::Registers;

/// How many instructions a report tells.
const HISTORY: usize = 8;

/// An instruction that has retired.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// From 1.
    number: Moment,
    pc: VirtAddr,
    insn: Insn,
}

/// The observer.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// Qemu's registers, as long as every instruction is compared.
    pub(super) log: Option<Log>,
    /// In what the machines differ.
    pub(super) difference: Option<String>,
    /// What the kernel has written since this was emptied.
    pub(super) written: Vec<(VirtAddr, u64)>,
    /// The moment of the instruction that was compared last: one that traps is seen again.
    compared: Option<Moment>,
    /// The moment of the system call at which it stood still last.
    called: Option<Moment>,
    history: VecDeque<Step>,
}

impl Watch {
    /// One that compares every instruction.
    pub(super) fn with_log(log: Log) -> Watch {
        Watch { log: Some(log), ..Watch::default() }
    }

    /// Compares the registers with the log's at this moment.
    pub(super) fn compare(&mut self, hart: &Hart) {
        let Some(log) = &mut self.log else { return };
        self.difference = match log.at(hart.retired) {
            Ok(theirs) => Registers::of(hart).difference(theirs),
            Err(why) => Some(why),
        };
    }

    fn remember(&mut self, step: Step) {
        if self.history.len() == HISTORY {
            self.history.pop_front();
        }
        self.history.push_back(step);
    }

    /// The last instructions, a line for each.
    pub(super) fn history(&self) -> String {
        let line = |Step { number, pc, insn }: &Step| {
            format!("\n    {number:>9}  {:>8x}  {}", pc.0, disassemble(insn, pc.0))
        };
        self.history.iter().map(line).collect()
    }
}

impl machine::Observer for Watch {
    fn before(&mut self, machine: &Machine, _: VirtAddr, insn: &Insn, _: u32) -> ControlFlow<()> {
        let moment = machine.hart.retired;
        // The record of a system call comes only when qemu has been let go on.
        if insn.op == Op::Ecall || self.compared.replace(moment) == Some(moment) {
            return ControlFlow::Continue(());
        }
        self.compare(&machine.hart);
        match self.difference {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    fn retired(&mut self, machine: &Machine, pc: VirtAddr, insn: &Insn, _: u32) {
        self.remember(Step { number: machine.hart.retired, pc, insn: *insn });
    }
}

impl process::Observer for Watch {
    fn before_call(&mut self, process: &Process) -> ControlFlow<()> {
        let moment = process.moment();
        if self.called.replace(moment) == Some(moment) {
            return ControlFlow::Continue(());
        }
        let (pc, insn) = (process.machine().hart.pc, Insn::system(Op::Ecall));
        self.remember(Step { number: moment + 1, pc, insn });
        ControlFlow::Break(())
    }

    fn kernel(&mut self, _: &Process, event: KernelEvent) {
        if let KernelEvent::Wrote { start, size } = event {
            self.written.push((start, size));
        }
    }
}

/// The same without its instructions, so that they run at full speed.
#[derive(Debug)]
pub(super) struct Calls<'a>(pub(super) &'a mut Watch);

impl machine::Observer for Calls<'_> {
    const ACTIVE: bool = false;

    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}

impl process::Observer for Calls<'_> {
    fn before_call(&mut self, process: &Process) -> ControlFlow<()> {
        self.0.before_call(process)
    }

    fn kernel(&mut self, process: &Process, event: KernelEvent) {
        self.0.kernel(process, event);
    }
}
