//! Objects at the end of the stack: variable length arrays (C17 6.7.6.2), and what `alloca` gives.
//!
//! They lie below the frame of the call that made them, each below those before it, and end with the block or the call
//! that they belong to, the last one first.

use crate::FunctionId;
use image::access::ObjectIndex;

/// An object at the end of the stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StackObject<T> {
    /// The frame of its call, by its index from the outermost.
    pub frame: usize,
    /// The function.
    pub function: FunctionId,
    /// The object that keeps its address and has its name; `None` when `alloca` made it.
    pub array: Option<ObjectIndex>,
    /// Its first byte.
    pub start: u64,
    /// **Units**: bytes that were asked for.
    pub size: u64,
    /// What else its owner knows of it.
    pub data: T,
}

impl<T> StackObject<T> {
    /// Whether an address is in it.
    pub fn contains(&self, address: u64) -> bool {
        address.wrapping_sub(self.start) < self.size
    }
}

/// Those that are alive, the oldest first.
#[derive(Clone, Debug)]
pub struct StackObjects<T> {
    objects: Vec<StackObject<T>>,
}

impl<T> Default for StackObjects<T> {
    fn default() -> StackObjects<T> {
        StackObjects { objects: vec![] }
    }
}

impl<T> StackObjects<T> {
    /// One is born.
    pub fn push(&mut self, object: StackObject<T>) {
        self.objects.push(object);
    }

    /// The stack pointer has risen in a call: takes out what that has ended, the oldest first.
    pub fn cut(&mut self, frame: usize, stack_pointer: u64) -> Vec<StackObject<T>> {
        let is_ended = |object: &StackObject<T>| {
            object.frame > frame || (object.frame == frame && object.start < stack_pointer)
        };
        let kept = self.objects.iter().rposition(|object| !is_ended(object));
        self.objects.split_off(kept.map_or(0, |last| last + 1))
    }

    /// A call has ended: takes out what it had.
    pub fn pop(&mut self, frame: usize) -> Vec<StackObject<T>> {
        let kept = self.objects.iter().rposition(|object| object.frame < frame);
        self.objects.split_off(kept.map_or(0, |last| last + 1))
    }

    /// The one that an address is in.
    pub fn around(&self, address: u64) -> Option<&StackObject<T>> {
        self.objects.iter().rev().find(|object| object.contains(address))
    }

    /// Those of a call, the oldest first.
    pub fn of_frame(&self, frame: usize) -> impl Iterator<Item = &StackObject<T>> {
        self.objects.iter().filter(move |object| object.frame == frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(frame: usize, start: u64, size: u64) -> StackObject<()> {
        StackObject { frame, function: FunctionId(0), array: None, start, size, data: () }
    }

    fn starts(objects: &[StackObject<()>]) -> Vec<u64> {
        objects.iter().map(|object| object.start).collect()
    }

    #[test]
    fn objects_end_with_their_block_or_their_call() {
        let mut objects = StackObjects::default();
        for (frame, start) in [(0, 900), (0, 800), (1, 700), (1, 600)] {
            objects.push(object(frame, start, 50));
        }
        assert_eq!(objects.around(649).map(|found| found.start), Some(600));
        assert_eq!(objects.around(650), None);
        assert_eq!(starts(&objects.cut(1, 700)), [600]);
        assert_eq!(starts(&objects.cut(1, 700)), []);
        assert_eq!(starts(&objects.pop(1)), [700]);
        assert_eq!(objects.of_frame(0).count(), 2);
        assert_eq!(starts(&objects.pop(0)), [900, 800]);
    }
}
