//! Memory at a moment, all parts together.

use super::typed::Scribe;
use super::viewer::Look;
use crate::{LayoutView, MemoryView, RowRole};

impl Look<'_> {
    /// Memory as it is here.
    pub(crate) fn memory(&self) -> MemoryView {
        MemoryView { layout: self.layout(), code: self.code(), ..self.objects() }
    }

    /// The program's objects as they are here, without layout and code.
    pub(crate) fn objects(&self) -> MemoryView {
        let mut scribe = Scribe::new(self);
        let mut globals = Vec::new();
        for object in &self.viewer.statics {
            let (unit, ty) = (object.unit, object.ty);
            let name = object.name();
            let mut row = scribe.object(unit, ty, object.address, RowRole::Static, &name);
            self.finish(&mut row);
            globals.push(row);
        }
        let mut stack = self.stack();
        stack.pointers.append(&mut scribe.pointers);
        let is_running = self.process().ending().is_none() && !self.replay.is_outside_main();
        let step = self.replay.step().filter(|_| is_running);
        MemoryView {
            step: step.as_ref().map(|step| step.number),
            moment: self.replay.moment(),
            place: step.and_then(|step| self.viewer.step_place(&step)),
            layout: LayoutView::default(),
            heap: self.heap(stack.pointers),
            stack: stack.view,
            globals,
            code: None,
        }
    }
}
