//! What rides along a replay: the lenses, the step counter, and the conditions to stop at.

use crate::write_history::locate;
use crate::{FrameHistory, Ghost, HeapHistory, WriteHistory, WriteRecord};
use checker::{AfterFinding, Checker, Program, Steps, When};
use machine::{Annotator, Machine, Observer, VirtAddr};
use process::{KernelEvent, Notes, Process};
use riscv::{Insn, Op, Reg};
use std::collections::BTreeSet;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

/// Which lenses ride along; frames and heap always do.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Lenses {
    /// The checker: which bytes are indeterminate.
    pub checker: bool,
    /// Who wrote each byte last: of these ranges, or of all memory when the list is empty.
    pub writes: Option<Vec<Range<u64>>>,
}

impl Lenses {
    /// All of them, of all memory.
    pub fn all() -> Lenses {
        Lenses { checker: true, writes: Some(vec![]) }
    }
}

/// Where to stop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Until {
    /// Nowhere.
    Never,
    /// At the next step.
    Step,
    /// At the next step, or when a function of the user's has returned or was left.
    Flow,
    /// At the step of that number.
    Number(u64),
    /// At the next step that begins at one of these instructions.
    Places(BTreeSet<u64>),
}

/// Why the watch broke off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Reached {
    Step,
    /// Frames of the user's were popped, innermost first.
    Left(Vec<Ghost>),
}

#[derive(Clone, Debug)]
pub(crate) struct Watch {
    program: Program,
    pub(crate) steps: Steps,
    pub(crate) frames: FrameHistory,
    pub(crate) heap: HeapHistory,
    pub(crate) writes: Option<WriteHistory>,
    pub(crate) checker: Option<Checker>,
    pub(crate) until: Until,
    pub(crate) reached: Option<Reached>,
    /// Whether frames are followed by calls.
    is_outlined: bool,
    /// The process whose run is told: not those that it makes.
    followed: u64,
    is_elsewhere: bool,
    /// The store about to retire: address and size.
    store: Option<(u64, u64)>,
}

impl Watch {
    pub(crate) fn new(
        program: Program,
        process: &Process,
        lenses: &Lenses,
        config: Option<checker::Config>,
    ) -> Watch {
        let image = Arc::clone(program.image());
        // Without rows there is nothing to check, and nobody would know of births.
        let has_checker = lenses.checker && !program.is_outlined();
        let config = config.unwrap_or_default();
        let config = checker::Config { after_finding: AfterFinding::Continue, ..config };
        Watch {
            steps: Steps::default(),
            frames: FrameHistory::new(program.clone(), process.current().1),
            heap: HeapHistory::new(program.clone()),
            writes: lenses.writes.clone().map(WriteHistory::new),
            checker: has_checker.then(|| Checker::new(&image, config)),
            until: Until::Never,
            reached: None,
            is_outlined: program.is_outlined(),
            followed: process.current().0,
            is_elsewhere: false,
            store: None,
            program,
        }
    }

    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    /// The run has stopped before an instruction that nobody was asked about: the lenses follow it there.
    pub(crate) fn arrive(&mut self, machine: &Machine) {
        let pc = machine.hart.pc;
        let notes = Notes(Arc::clone(self.program.image()));
        let (region, note) = (notes.region(pc), notes.note(pc));
        if !self.is_elsewhere && self.program.is_step(note, pc.0) {
            self.steps.begin(machine.hart.retired);
        }
        let until = std::mem::replace(&mut self.until, Until::Never);
        let _ = self.enter_block(machine, pc, region);
        self.until = until;
    }

    fn when(&self, machine: &Machine, pc: u64) -> When {
        let pc = self.frames.user_pc(pc).unwrap_or(0);
        When { moment: machine.hart.retired, step: self.steps.count(), pc }
    }

    fn wrote(&mut self, machine: &Machine, pc: u64, address: u64, size: u64) {
        let when = self.when(machine, pc);
        let Some(writes) = &mut self.writes else { return };
        if writes.follows(address, size) {
            let written = locate(&self.program, self.frames.call_stack(), address);
            writes.wrote(address, size, WriteRecord { when, pc, written });
        }
    }

    /// A step begins: whether to stop at it.
    fn stops_at(&self, pc: u64) -> bool {
        match &self.until {
            Until::Never => false,
            Until::Step | Until::Flow => true,
            Until::Number(number) => self.steps.count() == *number,
            Until::Places(places) => places.contains(&pc),
        }
    }
}

impl Observer for Watch {
    fn enter_block(&mut self, machine: &Machine, pc: VirtAddr, region: u32) -> ControlFlow<()> {
        if self.is_elsewhere {
            return ControlFlow::Continue(());
        }
        self.frames.enter_block(machine, region, self.steps.count());
        if let Some((call, pc)) = self.frames.take_heap_call() {
            let (moment, step) = (machine.hart.retired, self.steps.count());
            self.heap.called(call, When { moment, step, pc });
        }
        if let Some(checker) = &mut self.checker {
            checker.enter_block(machine, pc, region)?;
        }
        // What returns before the first step is none of the user's business.
        let left = self.frames.take_left();
        if left.is_empty() || self.until != Until::Flow || self.steps.count() == 0 {
            return ControlFlow::Continue(());
        }
        self.reached = Some(Reached::Left(left));
        ControlFlow::Break(())
    }

    fn before(
        &mut self,
        machine: &Machine,
        pc: VirtAddr,
        insn: &Insn,
        note: u32,
    ) -> ControlFlow<()> {
        if self.is_elsewhere {
            return ControlFlow::Continue(());
        }
        if self.program.is_step(note, pc.0) && self.steps.begin(machine.hart.retired) {
            self.frames.settle(machine);
            if self.stops_at(pc.0) {
                self.reached = Some(Reached::Step);
                return ControlFlow::Break(());
            }
        }
        if let Some(checker) = &mut self.checker {
            checker.before(machine, pc, insn, note)?;
        }
        self.store = None;
        if self.writes.is_some()
            && let Some(size) = stored_size(insn.op)
        {
            let offset = if size.1 { 0 } else { insn.imm as i64 as u64 };
            self.store = Some((machine.hart.get(insn.rs1).wrapping_add(offset), size.0));
        }
        ControlFlow::Continue(())
    }

    fn retired(&mut self, machine: &Machine, pc: VirtAddr, insn: &Insn, note: u32) {
        if let Some(checker) = &mut self.checker {
            checker.retired(machine, pc, insn, note);
        }
        if self.is_elsewhere {
            return;
        }
        if self.is_outlined {
            self.frames.retired(pc.0, insn);
        }
        if self.program.moves_stack(note, pc.0) {
            self.frames.stack_moved(machine, note);
        }
        if self.program.is_allocation(note, pc.0) {
            let when = self.when(machine, pc.0);
            self.heap.retired(machine, note, || when);
        }
        if let Some((address, size)) = self.store.take() {
            self.wrote(machine, pc.0, address, size);
        }
    }
}

impl process::Observer for Watch {
    fn kernel(&mut self, process: &Process, event: KernelEvent) {
        if let Some(checker) = &mut self.checker {
            process::Observer::kernel(checker, process, event);
        }
        if let KernelEvent::Switched { process, thread } = event {
            self.is_elsewhere = process != self.followed;
            if self.is_outlined && !self.is_elsewhere {
                self.frames.switch_to(thread);
            }
        }
        if let KernelEvent::Wrote { start, size } = event
            && !self.is_elsewhere
        {
            let machine = process.machine();
            // The system call that wrote has retired.
            let pc = machine.hart.pc.0.wrapping_sub(4);
            self.wrote(machine, pc, start.0, size);
        }
    }
}

/// How many bytes an instruction stores, and whether at rs1 without an offset.
fn stored_size(op: Op) -> Option<(u64, bool)> {
    match op {
        Op::Sb => Some((1, false)),
        Op::Sh => Some((2, false)),
        Op::Sw | Op::Fsw => Some((4, false)),
        Op::Sd | Op::Fsd => Some((8, false)),
        Op::LrW | Op::LrD => None,
        _ if op.row().extension == riscv::Extension::A => {
            Some((if op.mnemonic().contains(".w") { 4 } else { 8 }, true))
        }
        _ => None,
    }
}

/// What is in the registers that values are returned in.
///
/// **Rule**: RISC-V psABI, "Integer Calling Convention" and "Hardware Floating-point Calling
/// Convention".
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ReturnRegisters {
    /// `a0`
    pub integer: u64,
    /// `a1`
    pub second: u64,
    /// `fa0`
    pub float: u64,
    /// `fa1`
    pub second_float: u64,
}

impl ReturnRegisters {
    pub(crate) fn of(machine: &Machine) -> ReturnRegisters {
        const FA0: usize = 10;
        let hart = &machine.hart;
        ReturnRegisters {
            integer: hart.get(Reg::A0),
            second: hart.get(Reg::A1),
            float: hart.f[FA0],
            second_float: hart.f[FA0 + 1],
        }
    }
}
