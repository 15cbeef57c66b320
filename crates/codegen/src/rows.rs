//! What is said about the code of one function while it is generated: access rows, line rows, live
//! sets, scopes.
//!
//! Everything names items of [`Code`](crate::labels::Code) by index; [`Rows::access`] and
//! [`Rows::lines`] turn the indices into offsets when the layout is known.

use std::ops::Range;

use frontend::tree::LocalId;
use image::access::{Event, LiveRange, ObjectIndex, Row};
use image::debug::{Line, Scope, Variable};
use image::object::SymbolId;
use riscv::Reg;
use source::Span;

use crate::labels::Layout;
use crate::places::Places;

/// A block of the source and its code.
pub(crate) struct BlockScope {
    /// Its objects.
    pub(crate) locals: Vec<LocalId>,
    /// Its items.
    pub(crate) items: Range<u32>,
    /// The blocks in it.
    pub(crate) blocks: Vec<BlockScope>,
}

struct LineRow {
    item: u32,
    span: Span,
    is_prologue_end: bool,
}

/// The rows of one function.
#[derive(Default)]
pub(crate) struct Rows {
    events: Vec<(u32, Event, Span)>,
    /// The statement that begins at the next item.
    pending: Option<Span>,
    lines: Vec<LineRow>,
    awaits_prologue_end: bool,
    /// Where each live set begins.
    live: Vec<(u32, Vec<ObjectIndex>)>,
    alive: Vec<ObjectIndex>,
    /// The blocks that are open, outermost first.
    open: Vec<BlockScope>,
}

impl Rows {
    /// A statement begins at the next item.
    pub(crate) fn begin_statement(&mut self, span: Span) {
        debug_assert!(self.pending.is_none(), "the statement before has an instruction");
        self.pending = Some(span);
    }

    /// Whether a statement waits for its first instruction.
    pub(crate) fn is_statement_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// An item is about to be appended: the waiting statement begins there.
    pub(crate) fn reach(&mut self, item: u32) {
        if let Some(span) = self.pending.take() {
            self.events.push((item, Event::Statement, span));
            self.line(item, span);
        }
    }

    /// An event at an item.
    pub(crate) fn event(&mut self, item: u32, event: Event, span: Span) {
        self.events.push((item, event, span));
    }

    /// The result of an item goes to another register; says whether the item has rows at all.
    pub(crate) fn retarget(&mut self, item: u32, to: Reg) -> bool {
        let mut has_rows = self.lines.last().is_some_and(|line| line.item == item);
        for (_, event, _) in self.events.iter_mut().rev().take_while(|row| row.0 == item) {
            has_rows = true;
            match event {
                Event::Local { target, .. }
                | Event::Static { target }
                | Event::Member { target, .. }
                | Event::Arithmetic { target, .. }
                | Event::Characters { target, .. }
                | Event::ToInteger { target, .. }
                | Event::FromInteger { target }
                | Event::StackBorn { pointer: target, .. } => *target = to,
                Event::Statement | Event::Declare { .. } | Event::Read(_) | Event::Write(_) => {}
                Event::Call | Event::Born { .. } | Event::Resized { .. } | Event::Died { .. } => {}
                Event::StackCut => {}
            }
        }
        has_rows
    }

    /// A line row at an item.
    pub(crate) fn line(&mut self, item: u32, span: Span) {
        let is_prologue_end = std::mem::take(&mut self.awaits_prologue_end);
        self.lines.push(LineRow { item, span, is_prologue_end });
    }

    /// The next line row is where the function's own statements begin.
    pub(crate) fn end_prologue(&mut self) {
        self.awaits_prologue_end = true;
    }

    /// From this item on, the objects of a block are alive.
    pub(crate) fn enter(&mut self, item: u32, locals: &[LocalId]) {
        self.alive.extend(locals.iter().map(|local| object_index(*local)));
        self.note_live(item);
        let locals = locals.to_vec();
        self.open.push(BlockScope { locals, items: item..item, blocks: vec![] });
    }

    /// From this item on, those of the innermost open block are not. The outermost block comes back
    /// as the result.
    pub(crate) fn leave(&mut self, item: u32) -> Option<BlockScope> {
        let mut block = self.open.pop()?;
        self.alive.truncate(self.alive.len() - block.locals.len());
        self.note_live(item);
        block.items.end = item;
        match self.open.last_mut() {
            Some(parent) => {
                parent.blocks.push(block);
                None
            }
            None => Some(block),
        }
    }

    fn note_live(&mut self, item: u32) {
        if self.live.last().is_some_and(|last| last.0 == item) {
            self.live.pop();
        }
        if self.live.last().is_none_or(|last| last.1 != self.alive) {
            self.live.push((item, self.alive.clone()));
        }
    }

    /// The access rows, by offset.
    pub(crate) fn access(&self, layout: &Layout, places: &mut Places<'_>) -> Vec<Row> {
        let rows = self.events.iter().map(|&(item, event, span)| Row {
            offset: layout.offset(item),
            event,
            place: places.access(span),
        });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by_key(|row| row.offset);
        rows
    }

    /// The live ranges that are not empty.
    pub(crate) fn live_ranges(&self, layout: &Layout) -> Vec<LiveRange> {
        let mut ranges = vec![];
        for (index, (item, objects)) in self.live.iter().enumerate() {
            let start = layout.offset(*item);
            let end = self.live.get(index + 1).map_or(layout.size(), |next| layout.offset(next.0));
            if start < end && !objects.is_empty() {
                let mut objects = objects.clone();
                objects.sort();
                ranges.push(LiveRange { start, end, objects });
            }
        }
        ranges
    }

    /// The line table.
    pub(crate) fn lines(&self, layout: &Layout, places: &mut Places<'_>) -> Vec<Line> {
        let lines = self.lines.iter().map(|row| Line {
            offset: u64::from(layout.offset(row.item)),
            place: places.debug(row.span),
            is_statement: true,
            is_prologue_end: row.is_prologue_end,
        });
        lines.collect()
    }
}

/// A local's index among the objects of its function: its own.
pub(crate) fn object_index(local: LocalId) -> ObjectIndex {
    ObjectIndex(local.0 as u16)
}

/// The lexical blocks that declare a named variable, as debuggers see them; others hand their inner
/// blocks up.
pub(crate) fn scopes(
    blocks: &[BlockScope],
    layout: &Layout,
    variable: &mut dyn FnMut(LocalId) -> Option<Variable<SymbolId>>,
) -> Vec<Scope<SymbolId>> {
    let mut result = vec![];
    for block in blocks {
        let variables: Vec<_> = block.locals.iter().filter_map(|&local| variable(local)).collect();
        let inner = scopes(&block.blocks, layout, variable);
        let start = u64::from(layout.offset(block.items.start));
        let end = u64::from(layout.offset(block.items.end));
        if variables.is_empty() || start == end {
            result.extend(inner);
        } else {
            result.push(Scope {
                ranges: std::iter::once(start..end).collect(),
                inlined: None,
                variables,
                scopes: inner,
            });
        }
    }
    result
}
