//! Observers of a process: a machine's observer that is also told what the kernel does.

use crate::Process;
use machine::{Machine, VirtAddr};
use riscv::Insn;
use std::ops::ControlFlow;

/// What the kernel does to the program, behind the back of its instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KernelEvent {
    /// A system call begins, before anything has changed.
    Called {
        /// Its number.
        number: u64,
    },
    /// The kernel wrote to the program's memory.
    Wrote {
        /// The first byte.
        start: VirtAddr,
        /// **Units**: bytes.
        size: u64,
    },
    /// A system call returned: `a0` holds its result, and it has retired.
    Returned,
    /// The heap's end moved.
    BreakMoved {
        /// Where it was.
        from: VirtAddr,
        /// Where it is.
        to: VirtAddr,
    },
    /// Memory was mapped: pages of zeros.
    Mapped {
        /// The first byte.
        start: VirtAddr,
        /// **Units**: bytes.
        size: u64,
    },
    /// Memory was unmapped.
    Unmapped {
        /// The first byte.
        start: VirtAddr,
        /// **Units**: bytes.
        size: u64,
    },
    /// The registers, and perhaps the memory, are others: another thread goes on, a signal handler begins or is over.
    Switched {
        /// The number of the process that goes on.
        process: u64,
        /// The number of its thread.
        thread: u64,
    },
}

/// Watches a process: its instructions, and what the kernel does.
pub trait Observer: machine::Observer {
    /// The program is about to make a system call; nothing has changed yet. `Break` stops exactly here.
    ///
    /// When the run resumes, it is called again for the same system call. It is called even if the instructions are not
    /// watched.
    fn before_call(&mut self, process: &Process) -> ControlFlow<()> {
        let _ = process;
        ControlFlow::Continue(())
    }

    /// The kernel did something.
    fn kernel(&mut self, process: &Process, event: KernelEvent) {
        let _ = (process, event);
    }
}

impl Observer for () {}

/// Two observers at once: the first is asked first, and when it breaks, the second is not asked.
#[derive(Debug)]
pub struct Both<'a, A, B>(pub &'a mut A, pub &'a mut B);

impl<A: machine::Observer, B: machine::Observer> machine::Observer for Both<'_, A, B> {
    const ACTIVE: bool = A::ACTIVE || B::ACTIVE;

    fn enter_block(&mut self, machine: &Machine, pc: VirtAddr, region: u32) -> ControlFlow<()> {
        if A::ACTIVE {
            self.0.enter_block(machine, pc, region)?;
        }
        if B::ACTIVE { self.1.enter_block(machine, pc, region) } else { ControlFlow::Continue(()) }
    }

    fn before(
        &mut self,
        machine: &Machine,
        pc: VirtAddr,
        insn: &Insn,
        note: u32,
    ) -> ControlFlow<()> {
        if A::ACTIVE {
            self.0.before(machine, pc, insn, note)?;
        }
        if B::ACTIVE { self.1.before(machine, pc, insn, note) } else { ControlFlow::Continue(()) }
    }

    fn retired(&mut self, machine: &Machine, pc: VirtAddr, insn: &Insn, note: u32) {
        if A::ACTIVE {
            self.0.retired(machine, pc, insn, note);
        }
        if B::ACTIVE {
            self.1.retired(machine, pc, insn, note);
        }
    }
}

impl<A: Observer, B: Observer> Observer for Both<'_, A, B> {
    fn before_call(&mut self, process: &Process) -> ControlFlow<()> {
        self.0.before_call(process)?;
        self.1.before_call(process)
    }

    fn kernel(&mut self, process: &Process, event: KernelEvent) {
        self.0.kernel(process, event);
        self.1.kernel(process, event);
    }
}
