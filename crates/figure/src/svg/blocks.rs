//! Heap blocks and globals: cards below the stack.

use view::{ChunkState, ChunkView, FrameState, HeapView, PlaceView, RowView};

use super::arrows::Places;
use super::canvas::{Anchor, Canvas, Font};
use super::{COLUMN, RIGHT, table};
use crate::words;

const WIDTH: i32 = RIGHT - COLUMN;
const HEADER: i32 = 30;
const CHUNKS_SHOWN: usize = 12;

/// Draws the heap's chunks in address order and gives where they end.
pub(crate) fn heap(canvas: &mut Canvas, places: &mut Places, heap: &HeapView, y: i32) -> i32 {
    let y = y + 12;
    canvas.text(COLUMN, y, Anchor::Start, Font::Bold, "", "Heap");
    let range = format!("{} – {}, grows up", words::address(heap.start), words::address(heap.end));
    canvas.text(RIGHT, y, Anchor::End, Font::Small, "soft", &range);
    let mut y = y + 12;
    if heap.chunks.is_empty() {
        canvas.text(COLUMN, y + 16, Anchor::Start, Font::Note, "soft it", "no block is allocated");
        return y + 30;
    }
    for chunk in heap.chunks.iter().take(CHUNKS_SHOWN) {
        y = draw_chunk(canvas, places, chunk, y);
    }
    let hidden = heap.hidden_chunks + heap.chunks.len().saturating_sub(CHUNKS_SHOWN) as u64;
    if hidden > 0 {
        let text = format!("… and {}", words::count(hidden, "more block", "more blocks"));
        canvas.text(COLUMN, y + 14, Anchor::Start, Font::Note, "soft it", &text);
        y += 24;
    }
    y + 8
}

fn draw_chunk(canvas: &mut Canvas, places: &mut Places, chunk: &ChunkView, y: i32) -> i32 {
    let is_dead = chunk.state == ChunkState::Freed;
    let state = if is_dead {
        FrameState::Popped { step: None, just_now: false }
    } else {
        FrameState::Running
    };
    let rows = words::visible_rows(std::slice::from_ref(&chunk.content), &state);
    let height = HEADER + table::height(&rows) + 8;
    canvas.rect(COLUMN, y, WIDTH, height, 6, if is_dead { "dead" } else { "heap" });
    if is_dead {
        canvas.rect(COLUMN + 6, y + 6, WIDTH - 12, height - 12, 4, "veil");
    } else {
        canvas.rect(COLUMN, y, 5, height, 2, "bar-heap");
    }
    let class = if is_dead { "ghost" } else { "" };
    let title = chunk_title(chunk);
    canvas.text(COLUMN + 14, y + 21, Anchor::Start, Font::Bold, class, &title);
    let room = WIDTH - 40 - Font::Bold.width(&title);
    let history = Font::Note.fit(&chunk_history(chunk), room);
    canvas.text(RIGHT - 12, y + 21, Anchor::End, Font::Note, "soft", &history);
    table::draw(canvas, places, &rows, y + HEADER);
    y + height + 6
}

/// `24 bytes at 0x16010, in use`.
pub(crate) fn chunk_title(chunk: &ChunkView) -> String {
    let state = match chunk.state {
        ChunkState::InUse => "in use",
        ChunkState::Freed => "freed",
        ChunkState::Leaked => "leaked: nothing points to it",
    };
    format!("{} at {}, {state}", words::bytes(chunk.size), words::address(chunk.address))
}

/// `allocated in line 9, step 4`, `from line 9, step 4, to line 20, step 9`.
pub(crate) fn chunk_history(chunk: &ChunkView) -> String {
    let at = |place: &Option<PlaceView>, step: Option<u64>| {
        let line = place.as_ref().map(|place| format!("line {}", place.line));
        let step = step.map(|step| format!("step {step}"));
        let parts: Vec<String> = line.into_iter().chain(step).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    let born = at(&chunk.allocated, chunk.allocated_step);
    match (born, at(&chunk.freed, chunk.freed_step)) {
        (Some(born), Some(died)) => format!("from {born}, to {died}"),
        (Some(born), None) => format!("allocated in {born}"),
        (None, Some(died)) => format!("freed in {died}"),
        (None, None) => String::new(),
    }
}

/// Draws the objects with static storage duration and gives where they end.
pub(crate) fn globals(
    canvas: &mut Canvas,
    places: &mut Places,
    globals: &[RowView],
    y: i32,
) -> i32 {
    let y = y + 12;
    canvas.text(COLUMN, y, Anchor::Start, Font::Bold, "", "Globals and statics");
    let rows = words::visible_rows(globals, &FrameState::Running);
    let height = table::height(&rows) + 14;
    canvas.rect(COLUMN, y + 10, WIDTH, height, 6, "data");
    canvas.rect(COLUMN, y + 10, 5, height, 2, "bar-data");
    table::draw(canvas, places, &rows, y + 17);
    y + 10 + height + 14
}
