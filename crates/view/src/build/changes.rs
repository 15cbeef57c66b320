//! What an event changed: the difference of memory before and after it.

use std::collections::BTreeMap;

use super::heap::is_untyped;
use super::typed::join;
use crate::{
    ChunkState, Content, Effect, FrameState, FrameView, Holder, MemoryView, ObjectView, RowRole,
    RowView, StackView, Value,
};

/// More changed parts of one object than this are told as a change of the whole.
const PARTS_TOLD: usize = 6;

/// Memory as it was last told.
pub(crate) struct Told {
    pub(crate) memory: MemoryView,
    /// The thread whose stack it has.
    thread: u64,
    /// The stacks of the others.
    parked: BTreeMap<u64, StackView>,
}

impl Told {
    /// Before the first thread runs.
    pub(crate) fn new(memory: MemoryView) -> Told {
        Told { memory, thread: 0, parked: BTreeMap::new() }
    }

    /// What has changed since, now that a thread runs; marks it in `after`.
    pub(crate) fn changes(
        &mut self,
        thread: u64,
        after: &mut MemoryView,
        was_written: &dyn Fn(u64, u64) -> bool,
    ) -> Vec<Effect> {
        self.switch_to(thread);
        mark_changes(&self.memory, after, was_written)
    }

    /// This was told. Of a variable that is optimised out now, its last value is remembered.
    pub(crate) fn remember(&mut self, thread: u64, memory: MemoryView) {
        self.switch_to(thread);
        let before = std::mem::replace(&mut self.memory, memory);
        for frame in &mut self.memory.stack.frames {
            let known = before.stack.frames.iter().find(|known| is_same_frame(known, frame));
            let lost = |row: &&mut RowView| row.holder == Holder::OptimisedOut;
            for row in frame.rows.iter_mut().filter(lost) {
                let same = |known: &&RowView| known.name == row.name && known.size == row.size;
                if let Some(known) = known.and_then(|known| known.rows.iter().find(same)) {
                    *row = known.clone();
                }
            }
        }
    }

    fn switch_to(&mut self, thread: u64) {
        let before = std::mem::replace(&mut self.thread, thread);
        if before != thread {
            let stack = self.parked.remove(&thread).unwrap_or_default();
            self.parked.insert(before, std::mem::replace(&mut self.memory.stack, stack));
        }
    }
}

/// Whether a frame is the one that was told of.
fn is_same_frame(known: &FrameView, frame: &FrameView) -> bool {
    known.end == frame.end && known.function == frame.function && !frame.is_new
}

/// Compares memory before and after an event.
struct Comparison<'a> {
    /// Whether bytes were written in the event, also if they are what they were.
    was_written: &'a dyn Fn(u64, u64) -> bool,
    /// The function whose frame is compared.
    function: Option<String>,
    effects: Vec<Effect>,
}

/// Marks in `after` what is not as it was `before`, and says what was written and which objects'
/// blocks were left.
fn mark_changes(
    before: &MemoryView,
    after: &mut MemoryView,
    was_written: &dyn Fn(u64, u64) -> bool,
) -> Vec<Effect> {
    let mut comparison = Comparison { was_written, function: None, effects: vec![] };
    for frame in after.stack.frames.iter_mut().rev() {
        if let Some(known) = before.stack.frames.iter().find(|known| is_same_frame(known, frame)) {
            comparison.function = Some(frame.function.clone());
            comparison.rows(&known.rows, &mut frame.rows);
            comparison.cut(&known.rows, frame.start);
        }
    }
    comparison.function = None;
    comparison.rows(&before.globals, &mut after.globals);
    for chunk in &mut after.heap.chunks {
        let known = before.heap.chunks.iter().find(|known| {
            known.address == chunk.address && known.allocated_step == chunk.allocated_step
        });
        if let (Some(known), ChunkState::InUse | ChunkState::Leaked) = (known, chunk.state) {
            comparison.object(Some(&known.content), &mut chunk.content);
            chunk.is_changed |= known.state != chunk.state;
        }
    }
    comparison.effects
}

impl Comparison<'_> {
    fn rows(&mut self, before: &[RowView], after: &mut [RowView]) {
        for row in after {
            let known = before.iter().find(|known| same_object(known, row));
            self.object(known, row);
        }
    }

    /// The objects that lay below a frame, at the end of the stack, and are gone.
    fn cut(&mut self, before: &[RowView], start: u64) {
        let is_gone = |row: &&RowView| row.role == RowRole::Local && row.address < start;
        for row in before.iter().filter(is_gone) {
            self.effects.push(Effect::Died { object: self.named(row, &row.name) });
        }
    }

    /// A whole object of the program's.
    fn object(&mut self, before: Option<&RowView>, after: &mut RowView) {
        let was_in_scope = before.is_some_and(|before| before.role != RowRole::OutOfScope);
        match after.role {
            RowRole::OutOfScope if was_in_scope => {
                self.effects.push(Effect::Died { object: self.named(after, &after.name) });
            }
            RowRole::Parameter | RowRole::Local | RowRole::Static | RowRole::Allocated => {
                let first = self.effects.len();
                let path = after.name.clone();
                self.part(before.filter(|_| was_in_scope), after, &path);
                let told = &self.effects[first..];
                if told.len() > PARTS_TOLD || told.len() > 1 && told.iter().all(is_internal) {
                    self.effects.truncate(first);
                    let object = self.named(after, &path);
                    self.effects.push(Effect::Wrote { object, before: None });
                }
            }
            _ => {}
        }
    }

    fn part(&mut self, before: Option<&RowView>, after: &mut RowView, path: &str) {
        if after.role == RowRole::Padding {
            return;
        }
        if after.elements.is_empty() {
            return self.leaf(before, after, path);
        }
        let was: &[RowView] = before.map_or(&[], |before| &before.elements);
        for (index, element) in after.elements.iter_mut().enumerate() {
            let known = was.get(index).filter(|known| same_object(known, element));
            let path = join(path, &element.name);
            self.part(known, element, &path);
        }
    }

    /// Something without parts: did its value change, was the same written again?
    fn leaf(&mut self, before: Option<&RowView>, after: &mut RowView, path: &str) {
        if after.content == Content::Indeterminate {
            return;
        }
        let is_in_memory = after.holder == Holder::Memory;
        let is_written = is_in_memory && (self.was_written)(after.address, after.size);
        let old = before.filter(|before| before.content != Content::Indeterminate);
        let is_changed = match (before, old) {
            // It lay in a block of which no pointer had said what it holds.
            (_, Some(old)) if is_untyped(old) => is_written,
            (_, Some(old)) => old.value != after.value,
            (Some(_), None) => true,
            (None, None) => is_written,
        };
        if is_changed {
            after.changed_from = Some(old.map(|old| old.value.clone()));
        }
        if (is_changed || is_written) && !path.is_empty() && !is_untyped(after) {
            let before = old.filter(|old| !is_untyped(old)).map(|old| old.value.clone());
            self.effects.push(Effect::Wrote { object: self.named(after, path), before });
        }
    }

    fn named(&self, row: &RowView, path: &str) -> ObjectView {
        ObjectView { path: path.into(), function: self.function.clone(), row: row.clone() }
    }
}

/// Whether an effect is on a part that a library keeps to itself, as those of `pthread_mutex_t`.
/// **Rule**: C17 7.1.3p1, a name that begins with two underscores; Rust numbers what has no name.
fn is_internal(effect: &Effect) -> bool {
    let Effect::Wrote { object, .. } = effect else { return false };
    let mut parts = object.path.split('.').skip(1);
    parts.any(|part| {
        part.strip_prefix("__").is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

fn same_object(one: &RowView, other: &RowView) -> bool {
    one.address == other.address && one.size == other.size && one.name == other.name
}

/// The objects of a frame in certain roles, named.
pub(crate) fn objects(frame: &FrameView, roles: &[RowRole]) -> Vec<ObjectView> {
    let chosen = frame.rows.iter().filter(|row| roles.contains(&row.role) && !row.name.is_empty());
    chosen
        .map(|row| ObjectView {
            path: row.name.clone(),
            function: Some(frame.function.clone()),
            row: row.clone(),
        })
        .collect()
}

/// What the frame that an event popped still holds.
pub(crate) fn garbage_left(memory: &MemoryView, function: &str) -> Vec<ObjectView> {
    let popped = memory.stack.ghosts.iter().find(|ghost| {
        ghost.function == function
            && matches!(ghost.state, FrameState::Popped { just_now: true, .. })
    });
    let Some(ghost) = popped else { return vec![] };
    let mut left = objects(ghost, &[RowRole::Local, RowRole::Parameter]);
    left.retain(|object| {
        object.row.content == Content::Stale && !matches!(object.row.value, Value::Aggregate)
    });
    left
}
