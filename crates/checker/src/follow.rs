//! The call stack of a program without regions, followed by its calls.
//!
//! Only three things are relied upon, which every compiler keeps (RISC-V psABI, "Integer Register
//! Convention"): a call leaves its return address in `ra`; a function sees the stack pointer of
//! its caller, whose value is the frame's CFA; the stack pointer is that again when it returns. So
//! a frame is known from its first instruction on, whatever the optimiser has made of it. What
//! leaves frames without a return (`longjmp`, an exception) is seen by the stack pointer; and where
//! that is the same in two frames, by what call frame information says of the instruction that the
//! jump leads to.

use crate::{CallStack, Frame, FrameSink, FunctionId, Program};
use machine::Machine;
use riscv::{Insn, Op, Reg};

/// How far two addresses of one stack may be apart: the largest stack that Linux gives by default.
/// **Units**: bytes.
const STACK_SIZE_MAX: u64 = 8 << 20;

/// How the hart has come to the head of a block.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Arrival {
    /// By a call: a jump that has left its return address in `ra`.
    Call,
    /// By a jump to where a register says that has left none: a return, a `switch`, the end of a
    /// `longjmp`.
    Jump,
    /// In any other way.
    #[default]
    Other,
}

impl Arrival {
    /// What an instruction does if it leads to another block.
    pub fn by(insn: &Insn) -> Arrival {
        match (insn.op, insn.rd) {
            (Op::Jal | Op::Jalr, Reg::RA) => Arrival::Call,
            (Op::Jalr, _) => Arrival::Jump,
            _ => Arrival::Other,
        }
    }
}

impl CallStack {
    /// Follows the hart to the instruction that it is about to execute, at the head of a block.
    ///
    /// `last` is the instruction before it.
    pub fn follow(
        &mut self,
        machine: &Machine,
        arrival: Arrival,
        last: u64,
        sink: &mut impl FrameSink,
    ) {
        let (pc, sp) = (machine.hart.pc.0, machine.hart.get(Reg::SP));
        let return_address = machine.hart.get(Reg::RA);
        let is_called = arrival == Arrival::Call;
        self.pop_while(machine, sink, |top| {
            top.cfa < sp || top.cfa == sp && top.return_address == pc && !is_called
        });
        let program = sink.program();
        let function = program.function_at(pc).unwrap_or(program.nameless());
        let is_start = program.function(function).start == pc;
        if arrival == Arrival::Jump && !is_start {
            self.land(machine, sink);
        }
        let program = sink.program();
        let is_made = is_called || self.is_interrupted(program, function, pc, sp, return_address);
        if self.frames.is_empty() || is_made {
            if is_called {
                self.settle(machine);
            }
            let (cfa, start, region, moment) = (sp, sp, 0, machine.hart.retired);
            let call_pc = last;
            let frame = Frame { cfa, start, function, return_address, region, moment, call_pc };
            self.frames.push(frame);
            return sink.pushed(machine, self.frames.len() - 1, &frame);
        }
        self.settle(machine);
        self.belong(machine, function, sink);
    }

    /// A jump has led into the middle of a function, where the stack pointer is what it was when
    /// the innermost frame was made: the jump was inside of that frame, or has left it for one
    /// further out.
    fn land(&mut self, machine: &Machine, sink: &mut impl FrameSink) {
        let sp = machine.hart.get(Reg::SP);
        if self.frames.last().is_none_or(|top| top.cfa != sp) {
            return;
        }
        let Some(cfa) = sink.program().cfa(machine) else { return };
        if self.frames.iter().rev().any(|frame| frame.cfa == cfa) {
            self.pop_while(machine, sink, |top| top.cfa < cfa);
        }
    }

    /// The innermost frame reaches down to where the stack pointer is.
    pub fn settle(&mut self, machine: &Machine) {
        let sp = machine.hart.get(Reg::SP);
        if let Some(top) = self.frames.last_mut()
            && sp < top.start
            && top.cfa - sp <= STACK_SIZE_MAX
        {
            top.start = sp;
        }
    }

    /// Whether the kernel made the hart go to a function, which nothing had called: a signal.
    fn is_interrupted(
        &self,
        program: &Program,
        function: FunctionId,
        pc: u64,
        sp: u64,
        return_address: u64,
    ) -> bool {
        let is_start = function != program.nameless() && program.function(function).start == pc;
        self.frames
            .last()
            .is_some_and(|top| is_start && sp < top.start && return_address != top.return_address)
    }

    /// The innermost frame is of this function.
    fn belong(&mut self, machine: &Machine, function: FunctionId, sink: &mut impl FrameSink) {
        let index = self.frames.len().saturating_sub(1);
        let Some(top) = self.frames.last_mut() else { return };
        let before = std::mem::replace(&mut top.function, function);
        let frame = *top;
        let program = sink.program();
        // A part of a function that lies elsewhere bears the same name.
        let name = |function| &program.function(function).name;
        if before != function && name(before) != name(function) {
            sink.replaced(machine, index, &frame, before);
        }
    }
}
