//! What an event changed: the difference of memory before and after it.

use super::heap::is_untyped;
use super::typed::join;
use crate::{
    ChunkState, Content, Effect, FrameState, FrameView, Holder, MemoryView, ObjectView, RowRole,
    RowView, Value,
};

/// More changed parts of one object than this are told as a change of the whole.
const PARTS_TOLD: usize = 6;

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
pub(crate) fn mark_changes(
    before: &MemoryView,
    after: &mut MemoryView,
    was_written: &dyn Fn(u64, u64) -> bool,
) -> Vec<Effect> {
    let mut comparison = Comparison { was_written, function: None, effects: vec![] };
    for frame in after.stack.frames.iter_mut().rev() {
        let same = |known: &&FrameView| {
            known.end == frame.end && known.function == frame.function && !frame.is_new
        };
        if let Some(known) = before.stack.frames.iter().find(same) {
            comparison.function = Some(frame.function.clone());
            comparison.rows(&known.rows, &mut frame.rows);
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
                if self.effects.len() - first > PARTS_TOLD {
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
            (_, Some(old)) => old.value != after.value,
            (Some(_), None) => true,
            (None, None) => is_written,
        };
        if is_changed {
            after.changed_from = Some(old.map(|old| old.value.clone()));
        }
        if (is_changed || is_written) && !path.is_empty() && !is_untyped(after) {
            let before = old.map(|old| old.value.clone());
            self.effects.push(Effect::Wrote { object: self.named(after, path), before });
        }
    }

    fn named(&self, row: &RowView, path: &str) -> ObjectView {
        ObjectView { path: path.into(), function: self.function.clone(), row: row.clone() }
    }
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
