//! The call stack, followed from outside: active frames of functions with an access table.

use crate::{FunctionId, Program};
use machine::{Machine, Moment};
use riscv::Reg;

/// An active frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The canonical frame address: the stack pointer at the call, one past the frame's highest byte.
    pub cfa: u64,
    /// The stack pointer when the frame was made: its lowest byte.
    pub start: u64,
    /// Its function.
    pub function: FunctionId,
    /// Where it returns to.
    pub return_address: u64,
    /// The region of code that it is in: which of its objects live.
    pub region: u32,
    /// When it was made.
    pub moment: Moment,
    /// The instruction that called its function, or that a signal interrupted.
    pub call_pc: u64,
}

impl Frame {
    /// Whether the address is in it.
    pub fn contains(&self, address: u64) -> bool {
        (self.start..self.cfa).contains(&address)
    }
}

/// Who wants to know what happens to frames.
pub trait FrameSink {
    /// The program that runs.
    fn program(&self) -> &Program;

    /// A frame was made; `index` counts active frames from the outermost, 0.
    fn pushed(&mut self, machine: &Machine, index: usize, frame: &Frame);

    /// The innermost frame was left: by a return, a `longjmp`, or a jump of the stack pointer.
    fn popped(&mut self, machine: &Machine, index: usize, frame: &Frame);

    /// The innermost frame went from one region to another.
    fn moved(&mut self, machine: &Machine, index: usize, frame: &Frame, from: u32);

    /// The innermost frame belongs to another function now: the one that it was made for has
    /// called this one in its place, as the last thing that it did.
    fn replaced(&mut self, machine: &Machine, index: usize, frame: &Frame, before: FunctionId) {
        let _ = (machine, index, frame, before);
    }
}

/// The active frames, outermost first.
///
/// A frame is known from where `s0` holds its CFA (the first block in a region of its function) until the stack pointer has
/// risen to its CFA. In a program without regions, of another compiler, [`CallStack::follow`] does it instead.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct CallStack {
    pub(crate) frames: Vec<Frame>,
}

impl CallStack {
    /// The frames, outermost first.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The innermost frame.
    pub fn innermost(&self) -> Option<&Frame> {
        self.frames.last()
    }

    /// The frame that an address is in.
    ///
    /// **Cost**: logarithmic; for an address below the innermost frame, constant.
    ///
    /// Frames do not overlap, and an inner one lies below its outer one.
    pub fn frame_around(&self, address: u64) -> Option<&Frame> {
        if self.frames.last().is_none_or(|innermost| address < innermost.start) {
            return None;
        }
        let above = self.frames.partition_point(|frame| frame.cfa > address);
        self.frames[..above].last().filter(|frame| frame.contains(address))
    }

    /// Follows the hart into a block.
    #[inline]
    pub fn enter_block(&mut self, machine: &Machine, region: u32, sink: &mut impl FrameSink) {
        let cfa = machine.hart.get(Reg::S0);
        match self.frames.last() {
            Some(top) if top.region == region && top.cfa == cfa => {}
            _ => self.change(machine, region, sink),
        }
    }

    fn change(&mut self, machine: &Machine, region: u32, sink: &mut impl FrameSink) {
        let sp = machine.hart.get(Reg::SP);
        self.pop_while(machine, sink, |top| top.cfa <= sp);
        let Some((function, _)) = sink.program().region(region) else { return };
        let cfa = machine.hart.get(Reg::S0);
        self.pop_while(machine, sink, |top| {
            top.cfa < cfa || top.cfa == cfa && top.function != function
        });
        match self.frames.last_mut() {
            Some(top) if top.cfa == cfa => {
                let from = std::mem::replace(&mut top.region, region);
                if from != region {
                    let frame = *top;
                    sink.moved(machine, self.frames.len() - 1, &frame, from);
                }
            }
            _ => {
                let return_address = machine.hart.get(Reg::RA);
                let moment = machine.hart.retired;
                let call_pc = return_address.wrapping_sub(4);
                let frame =
                    Frame { cfa, start: sp, function, return_address, region, moment, call_pc };
                self.frames.push(frame);
                sink.pushed(machine, self.frames.len() - 1, &frame);
            }
        }
    }

    pub(crate) fn pop_while(
        &mut self,
        machine: &Machine,
        sink: &mut impl FrameSink,
        is_left: impl Fn(&Frame) -> bool,
    ) {
        while let Some(frame) = self.frames.last().copied().filter(&is_left) {
            self.frames.pop();
            sink.popped(machine, self.frames.len(), &frame);
        }
    }
}
