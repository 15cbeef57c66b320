//! What fills a stack: the functions that call each other in a circle, or one large frame.

use crate::{Checker, Frame, FunctionId, SourcePlace};
use machine::{Machine, VirtAddr};
use process::{Fault, MappingKind, Process};
use riscv::Reg;
use rustc_hash::FxHashMap;

/// What filled a stack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StackUse {
    /// The functions that call each other in a circle, the outermost first; when none is active
    /// twice, the one with the largest frame.
    pub functions: Vec<FunctionUse>,
    /// What the stack may have at most. **Units**: bytes.
    pub limit_size: u64,
}

/// What a function's active calls take of a stack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FunctionUse {
    /// Its name.
    pub function: String,
    /// Where it is declared.
    pub place: SourcePlace,
    /// How many calls of it are active.
    pub call_count: u64,
    /// **Units**: bytes of one frame.
    pub frame_size: u64,
}

impl StackUse {
    /// Whether functions call each other in a circle, or one itself.
    pub fn is_recursion(&self) -> bool {
        self.functions.first().is_some_and(|function| function.call_count > 1)
    }
}

impl Checker {
    /// What fills the stack now.
    pub(crate) fn stack_use(&self, process: &Process) -> StackUse {
        let limit_size = stack_bounds(process).map_or(0, |(start, end)| end.0 - start.0);
        let frames = self.stack.frames();
        let mut counts: FxHashMap<FunctionId, u64> = FxHashMap::default();
        for frame in frames {
            *counts.entry(frame.function).or_default() += 1;
        }
        let count = |frame: &Frame| counts.get(&frame.function).copied().unwrap_or(0);
        let most = frames.iter().rev().max_by_key(|frame| count(frame));
        let functions = match most {
            Some(frame) if count(frame) > 1 => circle(frames, frame.function),
            _ => {
                let largest = frames.iter().max_by_key(|frame| frame.cfa - frame.start);
                largest.into_iter().copied().collect()
            }
        };
        let program = self.program();
        let described = functions.iter().map(|frame| FunctionUse {
            function: program.function(frame.function).name.clone(),
            place: program.place(frame.function, program.function(frame.function).place),
            call_count: count(frame),
            frame_size: frame.cfa - frame.start,
        });
        StackUse { functions: described.collect(), limit_size }
    }

    /// Whether a fault came because the stack was full: it lies between the stack pointer and the
    /// lowest byte that the stack may have.
    pub(crate) fn is_stack_full(&self, process: &Process, fault: &Fault) -> bool {
        let pointer = VirtAddr(stack_pointer(process.machine()));
        let is_below = |(start, _)| (pointer..start).contains(&fault.address);
        fault.is_stack_overflow() || stack_bounds(process).is_some_and(is_below)
    }
}

fn stack_pointer(machine: &Machine) -> u64 {
    machine.hart.get(Reg::SP)
}

/// The bounds of the stack.
fn stack_bounds(process: &Process) -> Option<(VirtAddr, VirtAddr)> {
    let mut mappings = process.mappings().iter();
    let stack = mappings.find(|mapping| mapping.kind == MappingKind::Stack)?;
    Some((stack.start, stack.end))
}

/// The frames between the two innermost calls of a function, the outer one included: a frame for
/// each function among them.
fn circle(frames: &[Frame], function: FunctionId) -> Vec<Frame> {
    let is_it = |frame: &Frame| frame.function == function;
    let last = frames.iter().rposition(is_it).unwrap_or(0);
    let first = frames[..last].iter().rposition(is_it).unwrap_or(last);
    let mut functions: Vec<Frame> = vec![];
    for frame in &frames[first..last.max(first + 1).min(frames.len())] {
        if functions.iter().all(|known| known.function != frame.function) {
            functions.push(*frame);
        }
    }
    functions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(functions: &[u32], around: u32, expected: &[u32]) {
        let frame = |(depth, &function): (usize, &u32)| Frame {
            cfa: 1000 - 16 * depth as u64,
            start: 984 - 16 * depth as u64,
            function: FunctionId(function),
            return_address: 0,
            region: 0,
            moment: 0,
            call_pc: 0,
        };
        let frames: Vec<Frame> = functions.iter().enumerate().map(frame).collect();
        let found: Vec<u32> =
            circle(&frames, FunctionId(around)).iter().map(|frame| frame.function.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_circle_begins_and_ends_with_the_same_function() {
        check(&[0, 1, 1, 1], 1, &[1]);
        check(&[0, 1, 2, 1, 2, 1, 3], 1, &[1, 2]);
        check(&[0, 1, 2, 2, 3, 1], 1, &[1, 2, 3]);
        check(&[0], 0, &[0]);
    }
}
