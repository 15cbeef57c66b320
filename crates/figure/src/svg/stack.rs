//! The stack: a card per frame, the stack pointer, and below it the popped frames as garbage.

use view::{FrameState, FrameView, Holder, RowRole, StackView};

use super::arrows::Places;
use super::canvas::{Anchor, Canvas, Font};
use super::{COLUMN, RIGHT, table};
use crate::words::{self, Cells, Tone};

const WIDTH: i32 = RIGHT - COLUMN;
const HEADER: i32 = 34;
const GHOSTS_SHOWN: usize = 3;

/// Draws the stack from `y` down and gives where it ends.
pub(crate) fn draw(canvas: &mut Canvas, places: &mut Places, stack: &StackView, y: i32) -> i32 {
    canvas.text(COLUMN, y, Anchor::Start, Font::Bold, "", "Stack");
    canvas.text(RIGHT, y, Anchor::End, Font::Small, "soft", "high addresses on top, grows down");
    let mut y = y + 12;
    if stack.frames.is_empty() {
        y = empty(canvas, "no function of the program is active", y);
    }
    for (index, frame) in stack.frames.iter().enumerate() {
        if index == 1 && stack.hidden_frames > 0 {
            let text = words::count(stack.hidden_frames, "frame is", "frames are");
            y = empty(canvas, &format!("… {text} not shown here …"), y);
        }
        y = match is_folded(stack, index) {
            true => draw_folded(canvas, frame, y),
            false => draw_frame(canvas, places, frame, y),
        };
    }
    y = stack_pointer(canvas, stack.stack_pointer, y + 4);
    for ghost in stack.ghosts.iter().take(GHOSTS_SHOWN) {
        y = draw_ghost(canvas, places, ghost, y);
    }
    if stack.ghosts.len() > GHOSTS_SHOWN {
        let more = (stack.ghosts.len() - GHOSTS_SHOWN) as u64;
        let text = format!("… and {} further down", words::count(more, "older one", "older ones"));
        y = empty(canvas, &text, y);
    }
    y + 14
}

fn empty(canvas: &mut Canvas, text: &str, y: i32) -> i32 {
    canvas.rect(COLUMN, y, WIDTH, 30, 6, "gap");
    canvas.text(COLUMN + WIDTH / 2, y + 20, Anchor::Middle, Font::Note, "soft it", text);
    y + 38
}

/// In a deep stack, only the outermost frame, the innermost ones and those that changed show their rows.
fn is_folded(stack: &StackView, index: usize) -> bool {
    const DEEP: usize = 5;
    const INNERMOST: usize = 2;
    let frame = &stack.frames[index];
    let rows = words::visible_rows(&frame.rows, &frame.state);
    stack.frames.len() >= DEEP
        && (1..stack.frames.len() - INNERMOST).contains(&index)
        && rows.iter().all(|row| row.tone != Tone::Changed)
}

fn draw_folded(canvas: &mut Canvas, frame: &FrameView, y: i32) -> i32 {
    canvas.rect(COLUMN, y, WIDTH, 28, 6, "frame");
    canvas.rect(COLUMN, y, 5, 28, 2, "bar-stack");
    canvas.text(COLUMN + 14, y + 19, Anchor::Start, Font::Bold, "", &frame.function);
    let size = words::bytes(frame.end - frame.start);
    canvas.text(RIGHT - 12, y + 19, Anchor::End, Font::Sans, "soft", &size);
    let objects = frame.rows.iter().filter(|row| {
        matches!(row.role, RowRole::Parameter | RowRole::Local)
            && !row.name.is_empty()
            && row.holder != Holder::OptimisedOut
    });
    let held: Vec<String> = objects.map(|row| words::object(row, &frame.state)).collect();
    let beside = COLUMN + 14 + Font::Bold.width(&frame.function) + 10;
    let room = RIGHT - 24 - Font::Sans.width(&size) - beside;
    let held = Font::Sans.fit(&held.join(", "), room);
    canvas.text(beside, y + 19, Anchor::Start, Font::Sans, "soft", &held);
    y + 34
}

fn draw_frame(canvas: &mut Canvas, places: &mut Places, frame: &FrameView, y: i32) -> i32 {
    let rows = words::visible_rows(&frame.rows, &frame.state);
    let height = HEADER + table::height(&rows) + 8;
    canvas.rect(COLUMN, y, WIDTH, height, 6, "frame");
    canvas.rect(COLUMN, y, 5, height, 2, "bar-stack");
    canvas.text(COLUMN + 14, y + 22, Anchor::Start, Font::Bold, "", &frame.function);
    let beside = COLUMN + 14 + Font::Bold.width(&frame.function) + 10;
    canvas.text(beside, y + 22, Anchor::Start, Font::Sans, "soft", &state(frame));
    let size = words::bytes(frame.end - frame.start);
    canvas.text(RIGHT - 12, y + 22, Anchor::End, Font::Sans, "soft", &size);
    canvas.line(COLUMN + 14, y + HEADER - 2, RIGHT - 12, y + HEADER - 2, "hair");
    table::draw(canvas, places, &rows, y + HEADER);
    y + height + 8
}

/// What a frame's function is doing: `running, line 9`.
pub(crate) fn state(frame: &FrameView) -> String {
    let line = |place: &Option<view::PlaceView>| {
        place.as_ref().map_or(String::new(), |place| format!(", line {}", place.line))
    };
    let inlined = if frame.is_inlined { "inlined, " } else { "" };
    match &frame.state {
        FrameState::Running => format!("{inlined}running{}", line(&frame.place)),
        FrameState::Calling => {
            format!("{inlined}waits for its call to return{}", line(&frame.place))
        }
        FrameState::Popped { just_now: true, .. } => {
            "released by this step, garbage from now on".into()
        }
        FrameState::Popped { step: Some(step), .. } => format!("released by step {step}, garbage"),
        FrameState::Popped { step: None, .. } => "released, garbage".into(),
    }
}

fn stack_pointer(canvas: &mut Canvas, address: u64, y: i32) -> i32 {
    let text = format!("sp = {}", words::address(address));
    let width = Font::Mono.width(&text) + 30;
    canvas.line(COLUMN, y + 9, RIGHT, y + 9, "rule");
    canvas.rect(RIGHT - width, y - 2, width, 22, 11, "pill");
    canvas.text(RIGHT - width / 2, y + 13, Anchor::Middle, Font::Mono, "inv", &text);
    y + 30
}

fn draw_ghost(canvas: &mut Canvas, places: &mut Places, ghost: &FrameView, y: i32) -> i32 {
    let rows = ghost_rows(ghost);
    let height = HEADER + table::height(&rows) + 10;
    canvas.rect(COLUMN, y, WIDTH, height, 6, "dead");
    canvas.rect(COLUMN + 6, y + 6, WIDTH - 12, height - 12, 4, "veil");
    let title = format!("was {}", ghost.function);
    canvas.text(COLUMN + 14, y + 24, Anchor::Start, Font::Bold, "ghost", &title);
    let beside = COLUMN + 14 + Font::Bold.width(&title) + 10;
    canvas.text(beside, y + 24, Anchor::Start, Font::Sans, "ghost", &state(ghost));
    let size = words::bytes(ghost.end - ghost.start);
    canvas.text(RIGHT - 12, y + 24, Anchor::End, Font::Sans, "ghost", &size);
    table::draw(canvas, places, &rows, y + HEADER);
    y + height + 8
}

/// The rows of a popped frame that say something: its objects and where it would have returned to.
pub(crate) fn ghost_rows(ghost: &FrameView) -> Vec<Cells> {
    let is_shown = |role: RowRole| {
        matches!(
            role,
            RowRole::Parameter | RowRole::Local | RowRole::OutOfScope | RowRole::ReturnAddress
        )
    };
    let rows: Vec<view::RowView> =
        ghost.rows.iter().filter(|row| is_shown(row.role)).cloned().collect();
    words::visible_rows(&rows, &ghost.state)
}
