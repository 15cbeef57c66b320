//! A lens on the stack: active frames, and those that were popped and are not covered again.

use checker::{CallStack, Frame, FrameSink, FunctionId, Program, When};
use image::access::UnitKind;
use machine::{Machine, Moment};

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
}

/// How many ghosts are kept at most; of more, the lower half is forgotten.
const GHOST_COUNT_MAX: usize = 1 << 16;

/// The history of the stack up to where the replay is.
#[derive(Clone, Debug)]
pub struct FrameHistory {
    stack: CallStack,
    past: Past,
}

/// What the frames of the past leave behind; the sink of the call stack's changes.
#[derive(Clone, Debug)]
struct Past {
    program: Program,
    /// The step that is running.
    step: u64,
    /// When each active frame was made, from the outermost.
    pushed: Vec<When>,
    /// How many of them are of the user's functions.
    user_count: u64,
    /// How many of the outermost frames have been active since this was last asked for.
    kept_count: usize,
    /// By rising address: what was popped last lies highest.
    ghosts: Vec<Ghost>,
    /// The last popped frame of the user's, until it is asked for.
    returned: Option<Ghost>,
}

impl FrameHistory {
    pub(crate) fn new(program: Program) -> FrameHistory {
        let past = Past {
            program,
            step: 0,
            pushed: vec![],
            user_count: 0,
            kept_count: 0,
            ghosts: vec![],
            returned: None,
        };
        FrameHistory { stack: CallStack::default(), past }
    }

    /// Active frames, innermost first. `pc` is where the hart is.
    pub fn frames(
        &self,
        pc: u64,
    ) -> impl DoubleEndedIterator<Item = ActiveFrame> + ExactSizeIterator {
        let frames = self.stack.frames();
        (0..frames.len()).rev().map(move |index| {
            let frame = frames[index];
            let pc = frames.get(index + 1).map_or(pc, Frame::call_pc);
            let (function, kind) = self.past.name(frame.function);
            let pushed = self.past.pushed.get(index).copied().unwrap_or_default();
            ActiveFrame { frame, function, kind, pc, pushed }
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
        let mut at = pc;
        for frame in self.stack.frames().iter().rev() {
            if self.past.program.kind(frame.function) == UnitKind::User {
                return Some(at);
            }
            at = frame.call_pc();
        }
        None
    }

    pub(crate) fn enter_block(&mut self, machine: &Machine, region: u32, step: u64) {
        self.past.step = step;
        self.stack.enter_block(machine, region, &mut self.past);
    }

    /// The frame of the user's that was popped last, once.
    pub(crate) fn take_returned(&mut self) -> Option<Ghost> {
        self.past.returned.take()
    }
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
        let now = self.now(machine.hart.retired, frame.call_pc());
        self.pushed.push(now);
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
        let (function, kind) = self.name(frame.function);
        let ghost = Ghost { frame: *frame, function, kind, pushed, popped: now };
        if kind == UnitKind::User {
            self.user_count -= 1;
            self.returned = Some(ghost.clone());
        }
        if self.ghosts.len() == GHOST_COUNT_MAX {
            self.ghosts.drain(..GHOST_COUNT_MAX / 2);
        }
        self.ghosts.push(ghost);
    }

    fn moved(&mut self, _: &Machine, _: usize, _: &Frame, _: u32) {}
}
