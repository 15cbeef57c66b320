//! A lens on the stack: active frames, and those that were popped and are not covered again.

use crate::allocator_calls::{AllocatorCalls, HeapCall, OpenCall};
use checker::{
    Arrival, CallStack, Frame, FrameSink, FunctionId, Program, StackObject, StackObjects, When,
};
use image::access::{Event, UnitKind};
use machine::{Machine, Moment};
use riscv::{Insn, Reg};
use std::collections::BTreeMap;

/// An active frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActiveFrame {
    /// The frame.
    pub frame: Frame,
    /// Its function's name.
    pub function: String,
    /// How far it is trusted.
    pub kind: UnitKind,
    /// Where it is: the instruction about to run, or the call that it waits for.
    pub pc: u64,
    /// When it was made.
    pub pushed: When,
    /// What lies below it at the end of the stack, the oldest first, with the moment of its birth.
    pub below: Vec<StackObject<Moment>>,
}

/// A popped frame. What it held is garbage, and still there where nothing has been written since.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ghost {
    /// The frame as it was when it was left.
    pub frame: Frame,
    /// Its function's name.
    pub function: String,
    /// How far it is trusted.
    pub kind: UnitKind,
    /// When it was made.
    pub pushed: When,
    /// When it was popped.
    pub popped: When,
    /// Whether its function returned; else a `longjmp` or an exception has left it.
    pub has_returned: bool,
}

/// How many ghosts are kept at most; of more, the lower half is forgotten.
const GHOST_COUNT_MAX: usize = 1 << 16;

/// The history of the stack up to where the replay is.
#[derive(Clone, Debug)]
pub struct FrameHistory {
    stack: CallStack,
    past: Past,
    /// How the hart has come to where it is.
    arrival: Arrival,
    /// The last instruction.
    last: u64,
    /// The thread that this is the stack of.
    thread: u64,
    /// The stacks of the other threads, by number.
    parked: BTreeMap<u64, Parked>,
}

/// The stack of a thread that does not run.
#[derive(Clone, Default, Debug)]
struct Parked {
    stack: CallStack,
    pushed: Vec<When>,
    entry: Vec<EntryRegisters>,
    user_count: u64,
    kept_count: usize,
    ghosts: Vec<Ghost>,
    open: Option<OpenCall>,
    arrival: Arrival,
    last: u64,
}

/// What the frames of the past leave behind; the sink of the call stack's changes.
#[derive(Clone, Debug)]
struct Past {
    program: Program,
    /// The step that is running.
    step: u64,
    /// When each active frame was made, from the outermost.
    pushed: Vec<When>,
    /// The objects at the end of the stack, with the moments of their birth.
    below: StackObjects<Moment>,
    /// The registers that each active frame found; none of a program with regions.
    entry: Vec<EntryRegisters>,
    /// The allocator's calls, in a program without regions.
    calls: AllocatorCalls,
    /// How many of them are of the user's functions.
    user_count: u64,
    /// How many of the outermost frames have been active since this was last asked for.
    kept_count: usize,
    /// By rising address: what was popped last lies highest.
    ghosts: Vec<Ghost>,
    /// The frames of the user's that were popped last, innermost first, until they are asked for.
    left: Vec<Ghost>,
}

impl FrameHistory {
    pub(crate) fn new(program: Program, thread: u64) -> FrameHistory {
        let calls = match program.is_outlined() {
            true => AllocatorCalls::new(&program),
            false => AllocatorCalls::default(),
        };
        let past = Past {
            program,
            step: 0,
            pushed: vec![],
            below: StackObjects::default(),
            entry: vec![],
            calls,
            user_count: 0,
            kept_count: 0,
            ghosts: vec![],
            left: vec![],
        };
        FrameHistory {
            stack: CallStack::default(),
            past,
            arrival: Arrival::Other,
            last: 0,
            thread,
            parked: BTreeMap::new(),
        }
    }

    /// Active frames, innermost first. `pc` is where the hart is.
    pub fn frames(
        &self,
        pc: u64,
    ) -> impl DoubleEndedIterator<Item = ActiveFrame> + ExactSizeIterator {
        let frames = self.stack.frames();
        (0..frames.len()).rev().map(move |index| {
            let frame = frames[index];
            let pc = frames.get(index + 1).map_or(pc, |frame| frame.call_pc);
            let (function, kind) = self.past.name(frame.function);
            let pushed = self.past.pushed.get(index).copied().unwrap_or_default();
            let below = self.past.below.of_frame(index).copied().collect();
            ActiveFrame { frame, function, kind, pc, pushed, below }
        })
    }

    /// How many of the outermost frames have been active ever since this was last called.
    pub(crate) fn take_kept_count(&mut self) -> usize {
        std::mem::replace(&mut self.past.kept_count, self.stack.frames().len())
    }

    /// Popped frames, the one popped last at the end.
    pub fn ghosts(&self) -> &[Ghost] {
        &self.past.ghosts
    }

    /// The active frames, outermost first, as the call stack has them.
    pub fn call_stack(&self) -> &CallStack {
        &self.stack
    }

    /// How many frames of the user's functions are active.
    pub fn depth(&self) -> u64 {
        self.past.user_count
    }

    /// The instruction of the user's code that is responsible for what happens at `pc`: itself, or the innermost call out of
    /// the user's code. `None` before `main` and after it.
    pub fn user_pc(&self, pc: u64) -> Option<u64> {
        user_pc(&self.stack, &self.past.program, pc)
    }

    /// The call of the allocator that has just returned, once, and the user's instruction that led
    /// to it.
    pub(crate) fn take_heap_call(&mut self) -> Option<(HeapCall, u64)> {
        self.past.calls.take()
    }

    pub(crate) fn enter_block(&mut self, machine: &Machine, region: u32, step: u64) {
        self.past.step = step;
        if self.past.program.is_outlined() {
            let arrival = std::mem::take(&mut self.arrival);
            self.stack.follow(machine, arrival, self.last, &mut self.past);
            let (stack, past) = (&self.stack, &mut self.past);
            let (program, calls) = (&past.program, &mut past.calls);
            calls.called_by(|| user_pc(stack, program, machine.hart.pc.0).unwrap_or(0));
        } else {
            self.stack.enter_block(machine, region, &mut self.past);
        }
    }

    /// An instruction has retired at which objects at the end of the stack are born, or end.
    pub(crate) fn stack_moved(&mut self, machine: &Machine, note: u32) {
        let Some(index) = self.stack.frames().len().checked_sub(1) else { return };
        let function = self.stack.frames()[index].function;
        let Past { program, below, .. } = &mut self.past;
        for row in program.rows(note) {
            match row.event {
                Event::StackBorn { pointer, size, array } => below.push(StackObject {
                    frame: index,
                    function,
                    array,
                    start: machine.hart.get(pointer),
                    size: machine.hart.get(size),
                    data: machine.hart.retired,
                }),
                Event::StackCut => drop(below.cut(index, machine.hart.get(Reg::SP))),
                _ => {}
            }
        }
    }

    /// The object at the end of the stack that an address is in.
    pub fn stack_object_around(&self, address: u64) -> Option<&StackObject<Moment>> {
        self.past.below.around(address)
    }

    /// An instruction of a program without regions has retired.
    pub(crate) fn retired(&mut self, pc: u64, insn: &Insn) {
        self.last = pc;
        self.arrival = Arrival::by(insn);
    }

    /// A thread goes on: its stack is the one that is followed now.
    pub(crate) fn switch_to(&mut self, thread: u64) {
        let before = std::mem::replace(&mut self.thread, thread);
        if before == thread {
            return;
        }
        let next = self.parked.remove(&thread).unwrap_or_default();
        let past = &mut self.past;
        let parked = Parked {
            stack: std::mem::replace(&mut self.stack, next.stack),
            pushed: std::mem::replace(&mut past.pushed, next.pushed),
            entry: std::mem::replace(&mut past.entry, next.entry),
            user_count: std::mem::replace(&mut past.user_count, next.user_count),
            kept_count: std::mem::replace(&mut past.kept_count, next.kept_count),
            ghosts: std::mem::replace(&mut past.ghosts, next.ghosts),
            open: past.calls.replace_open(next.open),
            arrival: std::mem::replace(&mut self.arrival, next.arrival),
            last: std::mem::replace(&mut self.last, next.last),
        };
        self.parked.insert(before, parked);
    }

    /// A step is about to begin: the frame is as large as it is now.
    pub(crate) fn settle(&mut self, machine: &Machine) {
        if self.past.program.is_outlined() {
            self.stack.settle(machine);
        }
    }

    /// The registers that an active frame found when it was made, which are those that its caller
    /// had then. `None` for a program whose frames need none. `index` counts from the outermost.
    pub fn entry_registers(&self, index: usize) -> Option<&EntryRegisters> {
        self.past.entry.get(index)
    }

    /// The frames of the user's that were popped last, innermost first, once.
    pub(crate) fn take_left(&mut self) -> Vec<Ghost> {
        std::mem::take(&mut self.past.left)
    }
}

fn user_pc(stack: &CallStack, program: &Program, pc: u64) -> Option<u64> {
    let mut at = pc;
    for frame in stack.frames().iter().rev() {
        if program.kind(frame.function) == UnitKind::User {
            return Some(at);
        }
        at = frame.call_pc;
    }
    None
}

impl Past {
    fn name(&self, function: FunctionId) -> (String, UnitKind) {
        (self.program.function(function).name.clone(), self.program.kind(function))
    }

    fn now(&self, moment: Moment, pc: u64) -> When {
        When { moment, step: self.step, pc }
    }
}

impl FrameSink for Past {
    fn program(&self) -> &Program {
        &self.program
    }

    fn pushed(&mut self, machine: &Machine, _: usize, frame: &Frame) {
        let now = self.now(machine.hart.retired, frame.call_pc);
        self.pushed.push(now);
        if self.program.is_outlined() {
            self.entry.push(EntryRegisters::of(machine));
            self.calls.began(machine, self.pushed.len() - 1);
        }
        if self.program.kind(frame.function) == UnitKind::User {
            self.user_count += 1;
        }
        // Active frames lie one below the other without gaps: what begins at the new one's start or above is covered.
        let kept = self.ghosts.iter().rposition(|ghost| ghost.frame.start < frame.start);
        self.ghosts.truncate(kept.map_or(0, |last| last + 1));
    }

    fn popped(&mut self, machine: &Machine, index: usize, frame: &Frame) {
        self.kept_count = self.kept_count.min(index);
        let now = self.now(machine.hart.retired, machine.hart.pc.0);
        let pushed = self.pushed.pop().unwrap_or_default();
        self.below.pop(index);
        self.entry.pop();
        self.calls.ended(machine, index);
        // Of a frame that grew after it was made, what it covers is known only now.
        let uncovered = self.ghosts.iter().rposition(|ghost| ghost.frame.start < frame.start);
        self.ghosts.truncate(uncovered.map_or(0, |last| last + 1));
        let (function, kind) = self.name(frame.function);
        let has_returned = machine.hart.pc.0 == frame.return_address;
        let ghost = Ghost { frame: *frame, function, kind, pushed, popped: now, has_returned };
        if kind == UnitKind::User {
            self.user_count -= 1;
            self.left.push(ghost.clone());
        }
        if self.ghosts.len() == GHOST_COUNT_MAX {
            self.ghosts.drain(..GHOST_COUNT_MAX / 2);
        }
        self.ghosts.push(ghost);
    }

    fn moved(&mut self, _: &Machine, _: usize, _: &Frame, _: u32) {}

    fn replaced(&mut self, machine: &Machine, index: usize, frame: &Frame, before: FunctionId) {
        self.kept_count = self.kept_count.min(index);
        let count = |kind| u64::from(kind == UnitKind::User);
        let kinds = (self.program.kind(before), self.program.kind(frame.function));
        self.user_count = self.user_count + count(kinds.1) - count(kinds.0);
        let now = self.now(machine.hart.retired, frame.call_pc);
        if let (Some(pushed), Some(entry)) = (self.pushed.get_mut(index), self.entry.get_mut(index))
        {
            *pushed = now;
            *entry = EntryRegisters::of(machine);
        }
        self.calls.began(machine, index);
    }
}

/// The registers that a function finds: those that it keeps for its caller, those that nobody
/// changes, and those that arguments come in.
///
/// **Rule**: RISC-V psABI, "Integer Register Convention" and "Floating-point Register Convention".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryRegisters {
    integers: [u64; INTEGERS.len()],
    floats: [u64; FLOATS.len()],
}

/// How many of the registers listed first are kept.
const KEPT_INTEGER_COUNT: usize = 14;
const KEPT_FLOAT_COUNT: usize = 12;

/// `gp`, `tp`, `s0`, `s1`, `s2` to `s11`; `a0` to `a7`.
const INTEGERS: [u8; 22] =
    [3, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 10, 11, 12, 13, 14, 15, 16, 17];

/// `fs0`, `fs1`, `fs2` to `fs11`; `fa0` to `fa7`.
const FLOATS: [u8; 20] =
    [8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 10, 11, 12, 13, 14, 15, 16, 17];

impl EntryRegisters {
    fn of(machine: &Machine) -> EntryRegisters {
        EntryRegisters {
            integers: INTEGERS.map(|number| machine.hart.x[usize::from(number)]),
            floats: FLOATS.map(|number| machine.hart.f[usize::from(number)]),
        }
    }

    /// What a register held, by its number in RISC-V psABI "DWARF Register Numbers"; `None` for
    /// one that nobody can rely on.
    pub fn at_entry(&self, number: u16) -> Option<u64> {
        self.among(number, INTEGERS.len(), FLOATS.len())
    }

    /// The same of one that the function keeps for its caller, or that nobody changes.
    pub fn kept(&self, number: u16) -> Option<u64> {
        self.among(number, KEPT_INTEGER_COUNT, KEPT_FLOAT_COUNT)
    }

    /// What a register held that is one of the first.
    fn among(&self, number: u16, integer_count: usize, float_count: usize) -> Option<u64> {
        let place = |numbers: &[u8], number: u16| {
            numbers.iter().position(|&listed| u16::from(listed) == number)
        };
        match number {
            0..32 => Some(self.integers[place(&INTEGERS[..integer_count], number)?]),
            _ => Some(self.floats[place(&FLOATS[..float_count], number.checked_sub(32)?)?]),
        }
    }
}
