//! The checker: the observer that puts planes, tags and rows together.

use crate::births::Objects;
use crate::program::NoteRecord;
use crate::quick::Glance;
use crate::registers::Registers;
use crate::tags::Tag;
use crate::{CallStack, Finding, Program, StackObject};
use image::Image;
use image::access::{Event, ObjectIndex};
use machine::{Machine, VirtAddr};
use process::{KernelEvent, Module, Process};
use riscv::{Insn, Reg};
use std::ops::ControlFlow;
use std::sync::Arc;

/// What happens after a finding.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum AfterFinding {
    /// The run breaks off before the instruction.
    #[default]
    Stop,
    /// The run goes on as the hardware would.
    Continue,
}

/// How the checker works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Config {
    /// What happens after a finding.
    pub after_finding: AfterFinding,
    /// Whether blocks that are lost at the end are findings.
    pub finds_leaks: bool,
}

impl Default for Config {
    fn default() -> Config {
        Config { after_finding: AfterFinding::Stop, finds_leaks: true }
    }
}

/// Watches a process for what C does not allow.
#[derive(Clone, Debug)]
pub struct Checker {
    pub(crate) config: Config,
    pub(crate) stack: CallStack,
    pub(crate) objects: Objects,
    pub(crate) registers: Registers,
    /// Tags of symbols' addresses, by note.
    static_tags: Vec<Tag>,
    /// Whether rows apply after the pending instruction.
    applies_rows: bool,
    pub(crate) findings: Vec<Finding>,
    /// The instruction that was last found to be wrong, so that it is not counted again when it is tried again.
    pub(crate) last: Option<(u64, u64)>,
}

impl Checker {
    /// A checker for a process of that image, from its first instruction on.
    pub fn new(image: &Arc<Image>, config: Config) -> Checker {
        Checker {
            config,
            stack: CallStack::default(),
            objects: Objects::new(Program::new(Module::unmoved(image), vec![])),
            registers: Registers::default(),
            static_tags: vec![],
            applies_rows: false,
            findings: vec![],
            last: None,
        }
    }

    /// What was found, in order.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The step that is running, from 1; 0 before the first.
    pub fn step(&self) -> u64 {
        self.objects.steps.count()
    }

    /// The active frames.
    pub fn call_stack(&self) -> &CallStack {
        &self.stack
    }

    /// The program.
    pub fn program(&self) -> &Program {
        &self.objects.program
    }

    /// Which bits of a range of memory are indeterminate: a byte of bits for each byte. Looking changes nothing.
    pub fn indeterminate_bits(&self, start: VirtAddr, bits: &mut [u8]) {
        self.objects.planes.peek_poison(start.0, bits);
    }

    /// Whether any bit of a range of memory is indeterminate.
    pub fn is_indeterminate(&self, start: VirtAddr, size: usize) -> bool {
        let mut bits = vec![0; size];
        self.indeterminate_bits(start, &mut bits);
        bits.iter().any(|&bits| bits != 0)
    }

    /// Tags of registers and slots are roots too: a register may hold the last pointer to a dead object.
    #[cold]
    fn collect(&mut self) {
        let Objects { planes, tags, .. } = &mut self.objects;
        tags.collect(planes.tags().chain(self.registers.tags));
    }

    /// Rows that are judged before their instruction.
    #[inline(never)]
    fn judge_rows(
        &mut self,
        machine: &Machine,
        pc: u64,
        note: u32,
        record: NoteRecord,
    ) -> ControlFlow<()> {
        for index in 0.. {
            let Some(&row) = self.objects.program.rows(note).get(index) else { break };
            match row.event {
                Event::Read(access) => self.judge_read(machine, pc, record, &row, access)?,
                Event::Write(access) => self.judge_write(machine, pc, record, &row, access)?,
                Event::Died { pointer } | Event::Resized { pointer, .. } => {
                    self.judge_given_back(machine, pc, pointer)?;
                }
                Event::Declare { object } => {
                    if let Some(frame) = self.stack.innermost() {
                        self.objects.poison_local(frame, object);
                    }
                }
                _ => {}
            }
        }
        ControlFlow::Continue(())
    }

    /// Rows that apply to what the instruction has left. `moved` is what was in its result register's tag before it.
    fn apply_rows(&mut self, machine: &Machine, pc: u64, note: u32, moved: (Reg, Tag)) {
        let tag_before = |checker: &Checker, reg: Reg| {
            if reg == moved.0 { moved.1 } else { checker.registers.tags[reg.index()] }
        };
        for index in self.objects.program.note(note, pc).after() {
            match self.objects.program.after_event(index) {
                Event::Local { target, object } => {
                    let index = self.stack.frames().len().wrapping_sub(1);
                    let Some(&frame) = self.stack.innermost() else { continue };
                    let born = self.objects.when(machine, pc);
                    let tag = self.objects.local(born, index, &frame, object);
                    self.registers.set_tag(target, tag);
                }
                Event::Static { target } => {
                    let tag = self.static_tag(note, machine.hart.get(target));
                    self.registers.set_tag(target, tag);
                }
                Event::Member { target, base, size } => {
                    let base = tag_before(self, base);
                    let tag = self.objects.tags.part(base, machine.hart.get(target), size);
                    self.registers.set_tag(target, tag);
                }
                Event::Arithmetic { target, base } => {
                    let tag = tag_before(self, base);
                    self.registers.set_tag(target, tag);
                }
                Event::Characters { target, base, size } => {
                    let tag = self.objects.tags.whole_of_scalar(tag_before(self, base), size);
                    self.registers.set_tag(target, tag);
                }
                Event::ToInteger { target, source } => {
                    let tag = tag_before(self, source);
                    self.objects.tags.expose(tag);
                    self.registers.set_tag(target, Tag::NONE);
                }
                Event::FromInteger { target } => {
                    let tag = self.objects.tags.of_integer(machine.hart.get(target));
                    self.registers.set_tag(target, tag);
                }
                Event::StackBorn { pointer, size, array } => {
                    self.stack_born(machine, pc, (pointer, size), array);
                }
                Event::StackCut => {
                    let index = self.stack.frames().len().wrapping_sub(1);
                    self.objects.stack_cut(machine, index, machine.hart.get(Reg::SP));
                }
                Event::Born { pointer, size } => self.born(machine, pc, pointer, size),
                Event::Resized { pointer, size } => self.resized(machine, pc, pointer, size),
                Event::Died { pointer } => self.freed(machine, pc, pointer),
                _ => {}
            }
        }
    }

    /// An object is born at the end of the stack: the pointer carries its tag.
    fn stack_born(
        &mut self,
        machine: &Machine,
        pc: u64,
        (pointer, size): (Reg, Reg),
        array: Option<ObjectIndex>,
    ) {
        let Some(frame) = self.stack.innermost() else { return };
        let object = StackObject {
            frame: self.stack.frames().len() - 1,
            function: frame.function,
            array,
            start: machine.hart.get(pointer),
            size: machine.hart.get(size),
            data: (),
        };
        let born = self.objects.when(machine, pc);
        let tag = self.objects.stack_born(born, object);
        self.registers.set_tag(pointer, tag);
    }

    /// The tag of a symbol's address; none when it is a function.
    fn static_tag(&mut self, note: u32, address: u64) -> Tag {
        let index = note as usize;
        if self.static_tags.len() <= index {
            self.static_tags.resize(index + 1, Tag::NONE);
        }
        if self.static_tags[index] == Tag::NONE {
            let Objects { program, tags, .. } = &mut self.objects;
            if let Some((_, found)) = program.static_at(address) {
                let is_const = found.is_const || found.is_literal;
                self.static_tags[index] = tags.of_static(found.start, found.size, is_const);
            }
        }
        self.static_tags[index]
    }
}

impl machine::Observer for Checker {
    #[inline]
    fn enter_block(&mut self, machine: &Machine, _: VirtAddr, region: u32) -> ControlFlow<()> {
        self.stack.enter_block(machine, region, &mut self.objects);
        if self.objects.tags.wants_collection() {
            self.collect();
        }
        ControlFlow::Continue(())
    }

    #[inline]
    fn before(
        &mut self,
        machine: &Machine,
        pc: VirtAddr,
        insn: &Insn,
        note: u32,
    ) -> ControlFlow<()> {
        let Objects { program, planes, tags, steps, .. } = &mut self.objects;
        let (hart, registers) = (&machine.hart, &mut self.registers);
        registers.before(planes, hart, insn);
        self.applies_rows = false;
        if note == 0 {
            return ControlFlow::Continue(());
        }
        let record = program.note(note, pc.0);
        self.applies_rows = record.has_after();
        if record.is_step {
            steps.begin(hart.retired);
        }
        let is_fine = match &record.glance {
            Glance::Nothing => true,
            Glance::Access(access) => access.is_fine(hart, registers, planes, tags),
            Glance::Rows => false,
        };
        if !is_fine {
            let record = *record;
            self.judge_rows(machine, pc.0, note, record)?;
            // What a declaration has made indeterminate, the instruction may load.
            self.registers.before(&mut self.objects.planes, hart, insn);
        }
        ControlFlow::Continue(())
    }

    #[inline]
    fn retired(&mut self, machine: &Machine, pc: VirtAddr, insn: &Insn, note: u32) {
        let moved = (insn.rd, self.registers.tags[insn.rd.index()]);
        self.registers.retired(&mut self.objects.planes, insn);
        if self.applies_rows {
            self.apply_rows(machine, pc.0, note, moved);
        }
    }
}

impl process::Observer for Checker {
    fn kernel(&mut self, _: &Process, event: KernelEvent) {
        let planes = &mut self.objects.planes;
        match event {
            KernelEvent::Called { .. } => {}
            KernelEvent::Wrote { start, size }
            | KernelEvent::Mapped { start, size }
            | KernelEvent::Unmapped { start, size } => planes.fill(start.0, size, 0),
            KernelEvent::BreakMoved { from, to } => {
                let (low, high) = (from.min(to), from.max(to));
                planes.fill(low.0, high.0 - low.0, 0);
            }
            KernelEvent::Returned => self.registers.set_clean(Reg::A0),
            KernelEvent::Switched { .. } => self.registers.set_all_clean(),
        }
    }
}
