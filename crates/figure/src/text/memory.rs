//! Memory as text: frames as boxes, ghosts below the stack pointer, heap and globals as tables.
//!
//! What is as it was in the picture before is folded to one line, so that a reader, or a screen reader, meets what is
//! new.

use view::{
    ChunkState, ChunkView, FrameState, FrameView, HeapView, MemoryView, RowView, StackView,
};

use super::style::{Style, cell, columns, wrap};
use crate::svg::{What, block_history, block_title, frame_state, ghost_rows};
use crate::words::{self, Cells, Tone};

const INDENT: &str = "   ";
const GHOSTS_SHOWN: usize = 2;
/// How many of the innermost frames are always shown with their rows when they are new to the reader.
const DEEP: usize = 3;
const CHUNKS_SHOWN: usize = 12;
const ADDRESS: usize = 12;
/// The least that a value's column has.
const VALUE_MIN: usize = 10;

/// The parts of memory that there are, drawn for a terminal.
pub fn memory(view: &MemoryView, what: What, style: Style) -> String {
    memory_after(view, None, what, style)
}

/// The same, after a picture that the reader has seen: what is as it was there is folded.
pub(crate) fn memory_after(
    view: &MemoryView,
    before: Option<&MemoryView>,
    what: What,
    style: Style,
) -> String {
    let mut page =
        Page { out: String::new(), style, columns: Columns::of(view, style.width), before };
    if matches!(what, What::Stack | What::All) {
        page.stack(&view.stack);
    }
    if matches!(what, What::Heap | What::All) && !view.heap.chunks.is_empty() {
        page.heap(&view.heap);
    }
    if what == What::All && !view.globals.is_empty() {
        page.globals(&view.globals);
    }
    page.out
}

/// How wide the columns of names and types are in one picture.
#[derive(Clone, Copy)]
struct Columns {
    name: usize,
    ty: usize,
}

impl Columns {
    fn of(view: &MemoryView, width: usize) -> Columns {
        let mut cells: Vec<Cells> = Vec::new();
        for frame in &view.stack.frames {
            cells.extend(words::visible_rows(&frame.rows, &frame.state));
        }
        for ghost in view.stack.ghosts.iter().take(GHOSTS_SHOWN) {
            cells.extend(ghost_rows(ghost));
        }
        for chunk in view.heap.chunks.iter().take(CHUNKS_SHOWN) {
            cells.extend(chunk_rows(chunk));
        }
        cells.extend(words::visible_rows(&view.globals, &FrameState::Running));
        let widest = |text: fn(&Cells) -> &str| cells.iter().map(|row| columns(text(row))).max();
        let spare = width.saturating_sub(80);
        Columns {
            name: widest(|row| &row.name).unwrap_or(0).clamp(15, 18 + spare / 2),
            ty: widest(|row| &row.ty).unwrap_or(0).clamp(8, 14 + spare / 2),
        }
    }
}

fn chunk_rows(chunk: &ChunkView) -> Vec<Cells> {
    let state = match chunk.state {
        ChunkState::Freed => FrameState::Popped { step: None, just_now: false },
        ChunkState::InUse | ChunkState::Leaked => FrameState::Running,
    };
    words::visible_rows(std::slice::from_ref(&chunk.content), &state)
}

/// How a card's border is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Border {
    Solid,
    Dashed,
}

impl Border {
    fn horizontal(self) -> char {
        if self == Border::Solid { '─' } else { '╌' }
    }

    fn vertical(self) -> char {
        if self == Border::Solid { '│' } else { '┊' }
    }
}

/// A picture in progress.
struct Page<'a> {
    out: String,
    style: Style,
    columns: Columns,
    before: Option<&'a MemoryView>,
}

impl Page<'_> {
    fn stack(&mut self, stack: &StackView) {
        for (index, frame) in stack.frames.iter().enumerate() {
            if index == 1 && stack.hidden_frames > 0 {
                let text = words::count(stack.hidden_frames, "frame", "frames");
                self.line(&self.style.dim(&format!("… {text} not shown …")));
            }
            let rows = words::visible_rows(&frame.rows, &frame.state);
            let is_deep = index > 0 && index + DEEP < stack.frames.len();
            let is_known = self.is_as_before(frame, &rows);
            let is_changed = rows.iter().any(|row| row.tone == Tone::Changed);
            if frame.state == FrameState::Calling && (is_known || is_deep && !is_changed) {
                self.folded(&frame.function, frame, Border::Solid, is_known);
            } else {
                self.card(&frame.function, frame, &rows, Border::Solid);
            }
        }
        let pointer = format!("sp = {} ", words::address(stack.stack_pointer));
        let rule = self.style.width.saturating_sub(columns(&pointer) + INDENT.len());
        self.line(&format!("{pointer}{}", "━".repeat(rule)));
        for ghost in stack.ghosts.iter().take(GHOSTS_SHOWN) {
            let title = format!("was {}", ghost.function);
            let before = self.before.map_or(&[][..], |before| &before.stack.ghosts);
            let is_known = before
                .iter()
                .any(|known| known.end == ghost.end && ghost_rows(known) == ghost_rows(ghost));
            match is_known {
                true => self.folded(&title, ghost, Border::Dashed, true),
                false => self.card(&title, ghost, &ghost_rows(ghost), Border::Dashed),
            }
        }
    }

    fn is_as_before(&self, frame: &FrameView, rows: &[Cells]) -> bool {
        let Some(before) = self.before else { return false };
        let was = |row: &Cells| Cells { note: String::new(), tone: calm(row.tone), ..row.clone() };
        before.stack.frames.iter().any(|known| {
            known.end == frame.end
                && known.function == frame.function
                && words::visible_rows(&known.rows, &known.state)
                    .iter()
                    .map(was)
                    .eq(rows.iter().map(was))
                && rows.iter().all(|row| row.tone != Tone::Changed)
        })
    }

    /// A frame that is as it was, or deep in the stack: its name and its objects in one line.
    fn folded(&mut self, title: &str, frame: &FrameView, border: Border, is_known: bool) {
        let objects: Vec<String> = frame
            .rows
            .iter()
            .filter(|row| matches!(row.role, view::RowRole::Parameter | view::RowRole::Local))
            .filter(|row| row.holder != view::Holder::OptimisedOut)
            .map(|row| brief(row, &frame.state))
            .collect();
        let line = border.horizontal();
        let held = match objects.is_empty() {
            _ if !is_known => objects.join(", "),
            true => "unchanged".into(),
            false => format!("unchanged: {}", objects.join(", ")),
        };
        let size = words::bytes(frame.end - frame.start);
        let room = self.style.width.saturating_sub(INDENT.len() + columns(&size) + 8);
        let held = clipped(&held, room.saturating_sub(columns(title) + 3));
        let left = format!("{title} {line} {held} ");
        let fill = self.fill(border, columns(&left) + columns(&size) + 6);
        let left = left.replacen(title, &self.style.bold(title), 1);
        let text = format!("{line} {left}{fill} {size} {line}{line}");
        self.line(&if border == Border::Dashed { self.style.dim(&text) } else { text });
    }

    fn fill(&self, border: Border, taken: usize) -> String {
        let rest = (self.style.width - INDENT.len()).saturating_sub(taken);
        border.horizontal().to_string().repeat(rest)
    }

    fn card(&mut self, title: &str, frame: &FrameView, rows: &[Cells], border: Border) {
        let (horizontal, vertical) = (border.horizontal(), border.vertical());
        let size = words::bytes(frame.end - frame.start);
        let room = self.style.width.saturating_sub(INDENT.len() + columns(&size) + 9);
        let left = format!("{title} {horizontal} {}", frame_state(frame));
        let left = format!("{} ", clipped(&left, room));
        let middle = self.fill(border, columns(&left) + columns(&size) + 6);
        let left = left.replacen(title, &self.style.bold(title), 1);
        let heading = format!("┌ {left}{middle} {size} {horizontal}┐");
        let is_dead = border == Border::Dashed;
        self.line(&if is_dead { self.style.dim(&heading) } else { heading });
        for cells in rows {
            for text in self.row(cells, 4, true) {
                self.line(&format!("{vertical} {text} {vertical}"));
            }
        }
        self.line(&format!("└{}┘", self.fill(border, 2)));
    }

    fn heap(&mut self, heap: &HeapView) {
        let title = format!("{} {}", self.style.bold("heap"), self.style.dim("blocks by address"));
        self.line(&title);
        for chunk in heap.chunks.iter().take(CHUNKS_SHOWN) {
            self.chunk(chunk);
        }
        let hidden = heap.hidden_chunks + heap.chunks.len().saturating_sub(CHUNKS_SHOWN) as u64;
        if hidden > 0 {
            let more = words::count(hidden, "more block", "more blocks");
            self.line(&format!("  … and {more}"));
        }
    }

    fn chunk(&mut self, chunk: &ChunkView) {
        let rows = chunk_rows(chunk);
        let known = self.before.and_then(|before| {
            before.heap.chunks.iter().find(|known| {
                known.address == chunk.address
                    && known.state == chunk.state
                    && known.allocated_step == chunk.allocated_step
            })
        });
        let was_same = known.is_some_and(|known| {
            let changed = rows.iter().any(|row| row.tone == Tone::Changed);
            let values = |rows: &[Cells]| -> Vec<String> {
                rows.iter().map(|row| row.value.clone()).collect()
            };
            !changed && values(&chunk_rows(known)) == values(&rows)
        });
        let unchanged = if was_same { ", unchanged" } else { "" };
        let title = format!("  {}{unchanged}", block_title(chunk));
        let history = if was_same { String::new() } else { block_history(chunk) };
        let title = match (history.as_str(), columns(&title) + columns(&history) + 6) {
            ("", _) => title,
            (_, width) if width <= self.style.width => format!("{title} · {history}"),
            _ => format!("{title}\n{INDENT}    {history}"),
        };
        let is_dead = chunk.state != ChunkState::InUse;
        self.line(&if is_dead { self.style.dim(&title) } else { title });
        if !was_same {
            self.table(&rows);
        }
    }

    fn globals(&mut self, globals: &[RowView]) {
        let rows = words::visible_rows(globals, &FrameState::Running);
        let is_changed = rows.iter().any(|row| row.tone == Tone::Changed);
        self.line(&self.style.bold("globals and statics"));
        if self.before.is_none() || is_changed {
            return self.table(&rows);
        }
        let objects: Vec<String> =
            globals.iter().map(|row| brief(row, &FrameState::Running)).collect();
        let text = format!("unchanged: {}", objects.join(", "));
        let width = self.style.width.saturating_sub(INDENT.len() + 2);
        const LINES_MAX: usize = 3;
        for text in wrap(&text, width).iter().take(LINES_MAX) {
            self.line(&format!("  {}", clipped(text, width)));
        }
    }

    fn table(&mut self, rows: &[Cells]) {
        for cells in rows {
            for text in self.row(cells, 4, false) {
                self.line(&format!("  │ {text}"));
            }
        }
    }

    /// One row: address, name, type, value and note. A note that does not fit has a line of its own below.
    fn row(&self, cells: &Cells, border: usize, is_filled: bool) -> Vec<String> {
        let Columns { name, ty } = self.columns;
        let width = self.style.width.saturating_sub(INDENT.len() + border);
        let room = width.saturating_sub(ADDRESS + name + ty + 3);
        let value = if cells.tone == Tone::Indeterminate && cells.value == "?" {
            "▒▒".to_string()
        } else {
            clipped(&cells.value, room)
        };
        let note = columns(&cells.note);
        let is_beside = note == 0 || columns(&value) + 1 + note <= room;
        let beside = match is_beside && note > 0 {
            true => {
                let least = VALUE_MIN.min(room - note - 1);
                format!("{} {}", cell(&value, least.max(columns(&value))), cells.note)
            }
            false => value,
        };
        let fill = |text: &str, width: usize| match is_filled {
            true => cell(text, width),
            false => clipped(text, width),
        };
        let first = self.painted(cells, &fill(&beside, room));
        if is_beside {
            return vec![first];
        }
        let note = fill(&cells.note, width.saturating_sub(ADDRESS + 1));
        let below = format!("{}{note}", " ".repeat(ADDRESS + 1));
        let below = match cells.tone {
            Tone::Changed => self.style.yellow(&below),
            Tone::Broken => self.style.red(&below),
            _ => self.style.dim(&below),
        };
        vec![first, below]
    }

    fn painted(&self, cells: &Cells, last: &str) -> String {
        let address = cell(&cells.address, ADDRESS);
        let name = cell(&cells.name, self.columns.name);
        let ty = cell(&cells.ty, self.columns.ty);
        let last = match cells.tone {
            Tone::Ghost | Tone::Machinery => {
                return self.style.dim(&format!("{address} {name} {ty} {last}"));
            }
            Tone::Changed => self.style.yellow(last),
            Tone::Broken => self.style.red(last),
            Tone::Plain | Tone::Indeterminate => last.to_string(),
        };
        format!("{} {name} {} {last}", self.style.dim(&address), self.style.dim(&ty))
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(INDENT);
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }
}

/// A tone without what only the event before had to do with it.
fn calm(tone: Tone) -> Tone {
    if tone == Tone::Changed { Tone::Plain } else { tone }
}

/// An object in a line of several.
fn brief(row: &RowView, state: &FrameState) -> String {
    let cells = words::cells(row, state, 0);
    match cells.value.as_str() {
        "" => cells.name,
        value if cells.tone == Tone::Broken => format!("{} = {value} ✗", cells.name),
        value => format!("{} = {value}", cells.name),
    }
}

/// A text cut to a width, not filled.
fn clipped(text: &str, width: usize) -> String {
    cell(text, width).trim_end().to_string()
}
