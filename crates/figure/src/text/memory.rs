//! Memory as text: frames as boxes, ghosts below the stack pointer, heap and globals as tables.

use view::{ChunkState, FrameState, FrameView, HeapView, MemoryView, RowView, StackView};

use super::style::{Style, cell, columns};
use crate::svg::{What, block_history, block_title, frame_state, ghost_rows};
use crate::words::{self, Cells, Tone};

const INDENT: &str = "   ";
const GHOSTS_SHOWN: usize = 2;

/// The parts of memory that there are, drawn for a terminal.
pub fn memory(view: &MemoryView, what: What, style: Style) -> String {
    let mut out = String::new();
    if matches!(what, What::Stack | What::All) {
        stack(&mut out, &view.stack, style);
    }
    if matches!(what, What::Heap | What::All) && !view.heap.chunks.is_empty() {
        heap(&mut out, &view.heap, style);
    }
    if what == What::All && !view.globals.is_empty() {
        globals(&mut out, &view.globals, style);
    }
    out
}

fn stack(out: &mut String, stack: &StackView, style: Style) {
    for (index, frame) in stack.frames.iter().enumerate() {
        if index == 1 && stack.hidden_frames > 0 {
            let text = words::count(stack.hidden_frames, "frame", "frames");
            line(out, &style.dim(&format!("… {text} not shown …")));
        }
        let rows = words::visible_rows(&frame.rows, &frame.state);
        card(out, &frame.function, frame, &rows, style, Border::Solid);
    }
    let pointer = format!("sp = {} ", words::address(stack.stack_pointer));
    let rule = "━".repeat(style.width.saturating_sub(columns(&pointer) + INDENT.len()));
    line(out, &format!("{pointer}{rule}"));
    for ghost in stack.ghosts.iter().take(GHOSTS_SHOWN) {
        let title = format!("was {}", ghost.function);
        card(out, &title, ghost, &ghost_rows(ghost), style, Border::Dashed);
    }
}

fn heap(out: &mut String, heap: &HeapView, style: Style) {
    const SHOWN: usize = 12;
    line(out, &format!("{} {}", style.bold("heap"), style.dim("blocks by address")));
    for chunk in heap.chunks.iter().take(SHOWN) {
        let history = block_history(chunk);
        let title = format!("{} · {history}", block_title(chunk));
        line(
            out,
            &format!(
                "  {}",
                if chunk.state == ChunkState::InUse { title } else { style.dim(&title) }
            ),
        );
        let is_freed = chunk.state == ChunkState::Freed;
        let state = if is_freed {
            FrameState::Popped { step: None, just_now: false }
        } else {
            FrameState::Running
        };
        for cells in words::visible_rows(std::slice::from_ref(&chunk.content), &state) {
            table_rows(out, &cells, style);
        }
    }
    let hidden = heap.hidden_chunks + heap.chunks.len().saturating_sub(SHOWN) as u64;
    if hidden > 0 {
        line(out, &format!("  … and {}", words::count(hidden, "more block", "more blocks")));
    }
}

fn globals(out: &mut String, globals: &[RowView], style: Style) {
    line(out, &style.bold("globals and statics"));
    for cells in words::visible_rows(globals, &FrameState::Running) {
        table_rows(out, &cells, style);
    }
}

fn table_rows(out: &mut String, cells: &Cells, style: Style) {
    for text in row(cells, style, 6) {
        line(out, &format!("  │ {text}"));
    }
}

/// How a card's border is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Border {
    Solid,
    Dashed,
}

fn card(
    out: &mut String,
    title: &str,
    frame: &FrameView,
    rows: &[Cells],
    style: Style,
    border: Border,
) {
    let (horizontal, vertical) =
        if border == Border::Solid { ('─', '│') } else { ('╌', '┊') };
    let fill = |text: &str, taken: usize| {
        let rest = (style.width - INDENT.len()).saturating_sub(columns(text) + taken);
        horizontal.to_string().repeat(rest)
    };
    let size = words::bytes(frame.end - frame.start);
    let left = format!("{title} {horizontal} {} ", frame_state(frame));
    let middle = fill(&left, columns(&size) + 6);
    let heading =
        format!("┌ {}{middle} {size} {horizontal}┐", left.replacen(title, &style.bold(title), 1));
    line(out, &if border == Border::Dashed { style.dim(&heading) } else { heading });
    for cells in rows {
        for text in row(cells, style, 4) {
            line(out, &format!("{vertical} {text} {vertical}"));
        }
    }
    line(out, &format!("└{}┘", fill("", 2)));
}

/// One row: address, name, type, value and note. A note that does not fit has a line of its own below.
fn row(cells: &Cells, style: Style, border: usize) -> Vec<String> {
    let address = cell(&cells.address, 12);
    let name = cell(&cells.name, 15);
    let ty = cell(&cells.ty, 9);
    let value = if cells.tone == Tone::Indeterminate { "▒▒" } else { &cells.value };
    let value = cell(value, columns(value).clamp(10, 28));
    let width = style.width.saturating_sub(INDENT.len() + border);
    let room = width.saturating_sub(12 + 15 + 9 + columns(&value) + 4);
    if columns(&cells.note) <= room {
        return vec![painted(
            &address,
            &name,
            &ty,
            &value,
            &cell(&cells.note, room),
            cells.tone,
            style,
        )];
    }
    let blank = cell("", room);
    let below = format!("{}{}", " ".repeat(13), cell(&cells.note, width.saturating_sub(13)));
    let below = match cells.tone {
        Tone::Changed => style.yellow(&below),
        Tone::Broken => style.red(&below),
        _ => style.dim(&below),
    };
    vec![painted(&address, &name, &ty, &value, &blank, cells.tone, style), below]
}

fn painted(
    address: &str,
    name: &str,
    ty: &str,
    value: &str,
    note: &str,
    tone: Tone,
    style: Style,
) -> String {
    let last = format!("{value} {note}");
    let last = match tone {
        Tone::Ghost | Tone::Machinery => {
            return style.dim(&format!("{address} {name} {ty} {last}"));
        }
        Tone::Changed => style.yellow(&last),
        Tone::Broken => style.red(&last),
        Tone::Plain | Tone::Indeterminate => last,
    };
    format!("{} {name} {} {last}", style.dim(address), style.dim(ty))
}

fn line(out: &mut String, text: &str) {
    out.push_str(INDENT);
    out.push_str(text.trim_end());
    out.push('\n');
}
