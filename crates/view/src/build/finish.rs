//! What is added to rows once they are made: what pointers point to, whose garbage it is, what has
//! grown stale.

use image::access::UnitKind;
use machine::Moment;
use timeline::GarbageSource as Source;

use super::viewer::Look;
use crate::{Content, Garbage, GarbageSource, PlaceView, RowRole, RowView, Value};

impl Look<'_> {
    /// Completes the row of a live object.
    pub(crate) fn finish(&self, row: &mut RowView) {
        if self.is_brief {
            return;
        }
        match (&row.value, row.content) {
            (Value::Pointer(address), Content::Initialized) => {
                row.pointer = Some(self.stored_pointer(row.address, *address));
            }
            (Value::Aggregate, _) => {}
            (_, Content::Indeterminate | Content::Partial) if row.role != RowRole::Padding => {
                row.garbage = self.garbage(row);
            }
            _ => {}
        }
        for element in &mut row.elements {
            self.finish(element);
        }
    }

    /// Completes the row of an object whose lifetime ended at a moment: are its bytes still there?
    pub(crate) fn age(&self, row: &mut RowView, died: Moment) {
        for element in &mut row.elements {
            self.age(element, died);
        }
        let Some(writes) = self.replay.write_history() else {
            row.content = Content::Stale;
            return;
        };
        let is_unchanged = writes.is_unchanged_since(row.address, row.size, died);
        row.content = if is_unchanged { Content::Stale } else { Content::Overwritten };
        if !is_unchanged || row.role == RowRole::Padding {
            return;
        }
        match row.value {
            Value::Aggregate => {}
            Value::Pointer(address)
                if matches!(row.role, RowRole::ReturnAddress | RowRole::SavedFramePointer) =>
            {
                row.pointer = Some(self.pointer(address));
            }
            _ => row.garbage = self.garbage(row),
        }
    }

    /// The garbage that a row holds, and who left it.
    fn garbage(&self, row: &RowView) -> Option<Garbage> {
        let found = self.replay.garbage(row.address, row.size.clamp(1, 4096))?;
        let from = self.garbage_source(&found.source, row.address);
        Some(Garbage { value: row.value.clone(), from })
    }

    /// Who left garbage at an address, with the place's text.
    pub(crate) fn garbage_source(&self, source: &Source, address: u64) -> GarbageSource {
        let Source::Written { object, function, place, when } = source else {
            return GarbageSource::Loader;
        };
        let step = Some(when.step).filter(|&step| step > 0);
        let program = &self.viewer.program;
        let writer = program.function_at(when.pc).map(|id| program.function(id).name.clone());
        match (object, function) {
            (Some(name), Some(function)) if self.is_user(function) => GarbageSource::Object {
                name: name.clone(),
                function: Some(function.clone()),
                place: self.place_of(place.as_ref(), writer.as_deref()),
                step,
            },
            (_, Some(function)) => {
                GarbageSource::Unnamed { function: Some(function.clone()), step }
            }
            _ => GarbageSource::Unnamed { function: self.writer(address), step },
        }
    }

    /// Whose code wrote last to an address outside of the stack; `None` for the library's.
    fn writer(&self, address: u64) -> Option<String> {
        let write = self.replay.write_history()?.last_write(address)?;
        let program = &self.viewer.program;
        let function = program.function_at(write.pc)?;
        match program.kind(function) {
            UnitKind::User => Some(program.function(function).name.clone()),
            UnitKind::Allocator => Some("the allocator".into()),
            UnitKind::Library => None,
        }
    }

    fn place_of(
        &self,
        place: Option<&checker::SourcePlace>,
        function: Option<&str>,
    ) -> Option<PlaceView> {
        Some(self.viewer.sources.place(place?, function))
    }

    /// Whether a function of that name is the user's.
    fn is_user(&self, name: &str) -> bool {
        let units = self.viewer.program.units();
        let user = units.iter().filter(|unit| unit.kind == UnitKind::User);
        user.flat_map(|unit| &unit.functions).any(|function| function.name == name)
    }
}
