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

/// How many ghosts are kept; of more, the oldest are forgotten.
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
    ghosts: Vec<Ghost>,
    /// The last popped frame of the user's, until it is asked for.
    returned: Option<Ghost>,
}

impl FrameHistory {
    pub(crate) fn new(program: Program) -> FrameHistory {
        let past = Past { program, step: 0, pushed: vec![], ghosts: vec![], returned: None };
        FrameHistory { stack: CallStack::default(), past }
    }

    /// Active frames, innermost first. `pc` is where the hart is.
    pub fn frames(&self, pc: u64) -> Vec<ActiveFrame> {
        let mut at = pc;
        let frames = self.stack.frames().iter().zip(&self.past.pushed).rev();
        frames
            .map(|(&frame, &pushed)| {
                let pc = std::mem::replace(&mut at, frame.call_pc());
                let (function, kind) = self.past.name(frame.function);
                ActiveFrame { frame, function, kind, pc, pushed }
            })
            .collect()
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
        let is_user = |frame: &&Frame| self.past.program.kind(frame.function) == UnitKind::User;
        self.stack.frames().iter().filter(is_user).count() as u64
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
        // Active frames lie one below the other without gaps: what begins at the new one's start or above is covered.
        self.ghosts.retain(|ghost| ghost.frame.start < frame.start);
    }

    fn popped(&mut self, machine: &Machine, _: usize, frame: &Frame) {
        let now = self.now(machine.hart.retired, machine.hart.pc.0);
        let pushed = self.pushed.pop().unwrap_or_default();
        let (function, kind) = self.name(frame.function);
        let ghost = Ghost { frame: *frame, function, kind, pushed, popped: now };
        if kind == UnitKind::User {
            self.returned = Some(ghost.clone());
        }
        if self.ghosts.len() == GHOST_COUNT_MAX {
            self.ghosts.remove(0);
        }
        self.ghosts.push(ghost);
    }

    fn moved(&mut self, _: &Machine, _: usize, _: &Frame, _: u32) {}
}
