//! Lifetimes of automatic objects: what frames and regions give birth to and end.

use crate::planes::Planes;
use crate::tags::{Identity, State, Tag, Tags};
use crate::{Frame, FrameSink, Program, StackObject, StackObjects, Steps, When};
use image::access::ObjectIndex;
use machine::Machine;
use riscv::psabi::STACK_ALIGNMENT;

/// What the checker knows of memory: planes, tags, and the automatic objects of active frames.
#[derive(Clone, Debug)]
pub(crate) struct Objects {
    pub(crate) program: Program,
    pub(crate) planes: Planes,
    pub(crate) tags: Tags,
    pub(crate) steps: Steps,
    /// For each active frame, from the outermost: where its objects begin in `slots`.
    first_slots: Vec<u32>,
    /// A tag for each automatic object of each active frame whose address was formed since its birth.
    slots: Vec<Tag>,
    /// The objects at the end of the stack, with their tags.
    pub(crate) stack: StackObjects<Tag>,
}

impl Objects {
    pub(crate) fn new(program: Program) -> Objects {
        Objects {
            program,
            planes: Planes::default(),
            tags: Tags::default(),
            steps: Steps::default(),
            first_slots: vec![],
            slots: vec![],
            stack: StackObjects::default(),
        }
    }

    pub(crate) fn when(&self, machine: &Machine, pc: u64) -> When {
        When { moment: machine.hart.retired, step: self.steps.count(), pc }
    }

    fn slot(&mut self, index: usize, object: ObjectIndex) -> Option<&mut Tag> {
        let first = *self.first_slots.get(index)? as usize;
        let end = self.first_slots.get(index + 1).map_or(self.slots.len(), |&end| end as usize);
        self.slots.get_mut(first..end)?.get_mut(usize::from(object.0))
    }

    /// The tag of an automatic object of a frame; its allocation is made when its address is first formed.
    pub(crate) fn local(
        &mut self,
        born: When,
        index: usize,
        frame: &Frame,
        object: ObjectIndex,
    ) -> Tag {
        match self.slot(index, object) {
            None => return Tag::NONE,
            Some(&mut tag) if tag != Tag::NONE => return tag,
            Some(_) => {}
        }
        let Some(record) = self.program.object(frame.function, object) else { return Tag::NONE };
        let (offset, size) = (record.cfa_offset, record.size);
        let start = frame.cfa.wrapping_add_signed(i64::from(offset));
        let identity = Identity::Automatic { function: frame.function, object };
        let tag = self.tags.born(identity, start, size, born);
        if let Some(slot) = self.slot(index, object) {
            *slot = tag;
        }
        tag
    }

    /// An object is born at the end of the stack: its bytes are indeterminate. Its tag.
    pub(crate) fn stack_born(&mut self, born: When, object: StackObject<()>) -> Tag {
        let StackObject { frame, function, array, start, size, .. } = object;
        self.planes.fill(start, size.next_multiple_of(STACK_ALIGNMENT), 0xff);
        let identity = Identity::Stack { function, array };
        let tag = self.tags.born(identity, start, size, born);
        self.stack.push(StackObject { frame, function, array, start, size, data: tag });
        tag
    }

    /// The stack pointer has risen in the innermost call.
    pub(crate) fn stack_cut(&mut self, machine: &Machine, index: usize, stack_pointer: u64) {
        let when = self.when(machine, machine.hart.pc.0);
        for object in self.stack.cut(index, stack_pointer) {
            self.end(object.data, State::ScopeEnded(when));
        }
    }

    /// The bytes of an automatic object become indeterminate.
    pub(crate) fn poison_local(&mut self, frame: &Frame, object: ObjectIndex) {
        poison(&self.program, &mut self.planes, frame, object);
    }

    fn end_local(&mut self, index: usize, object: ObjectIndex, state: State) {
        let Some(slot) = self.slot(index, object) else { return };
        let tag = std::mem::replace(slot, Tag::NONE);
        self.end(tag, state);
    }

    fn end(&mut self, tag: Tag, state: State) {
        if let Some((id, _)) = self.tags.target(tag) {
            self.tags.died(id, state);
        }
    }
}

fn poison(program: &Program, planes: &mut Planes, frame: &Frame, object: ObjectIndex) {
    if let Some(record) = program.object(frame.function, object) {
        let start = frame.cfa.wrapping_add_signed(i64::from(record.cfa_offset));
        planes.fill(start, record.size, 0xff);
    }
}

impl FrameSink for Objects {
    fn program(&self) -> &Program {
        &self.program
    }

    fn pushed(&mut self, _: &Machine, index: usize, frame: &Frame) {
        debug_assert_eq!(index, self.first_slots.len());
        self.first_slots.push(self.slots.len() as u32);
        let count = self.program.function(frame.function).objects.len();
        self.slots.resize(self.slots.len() + count, Tag::NONE);
        for &object in self.program.live(frame.region) {
            poison(&self.program, &mut self.planes, frame, object);
        }
    }

    fn popped(&mut self, machine: &Machine, index: usize, _: &Frame) {
        let Some(first) = self.first_slots.pop() else { return };
        debug_assert_eq!(index, self.first_slots.len());
        let when = self.when(machine, machine.hart.pc.0);
        for tag in self.slots.drain(first as usize..) {
            if let Some((id, _)) = self.tags.target(tag) {
                self.tags.died(id, State::Returned(when));
            }
        }
        for object in self.stack.pop(index) {
            self.end(object.data, State::Returned(when));
        }
    }

    fn moved(&mut self, machine: &Machine, index: usize, frame: &Frame, from: u32) {
        let when = self.when(machine, machine.hart.pc.0);
        let is_missing = |program: &Program, region, object: &ObjectIndex| {
            program.live(region).binary_search(object).is_err()
        };
        for at in 0..self.program.live(from).len() {
            let object = self.program.live(from)[at];
            if is_missing(&self.program, frame.region, &object) {
                self.end_local(index, object, State::ScopeEnded(when));
            }
        }
        for &object in self.program.live(frame.region) {
            if is_missing(&self.program, from, &object) {
                poison(&self.program, &mut self.planes, frame, object);
            }
        }
    }
}
