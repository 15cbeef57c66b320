//! What is seen: memory at a moment told in a few sentences, for those who look and those who cannot.

use view::{
    ChunkState, ChunkView, FrameState, FrameView, Holder, MemoryView, PointerState, RegionKind,
    RowRole, RowView, Value,
};

use super::{bytes, cells, count, list, regions::own_things};

/// How many objects of a frame are named.
const OBJECTS_NAMED: usize = 12;
/// How many frames are told one by one.
const FRAMES_TOLD: usize = 3;
/// How many blocks are told one by one.
const BLOCKS_TOLD: usize = 6;

/// What a figure of the whole of memory shows.
pub fn seen(view: &MemoryView) -> String {
    [stack_seen(view), heap_seen(view), globals_seen(view)].join(" ").trim().replace("  ", " ")
}

/// What a figure of the layout shows.
pub fn layout_seen(view: &MemoryView) -> String {
    let regions = view.layout.regions.iter().filter(|region| region.kind != RegionKind::Unmapped);
    let mut named: Vec<String> = regions
        .map(|region| {
            let own: Vec<&str> =
                own_things(region).iter().map(|thing| thing.name.as_str()).collect();
            let name = super::region_name(region.kind);
            if let Some(library) = &region.library {
                return format!("{name} {library}");
            }
            if own.is_empty() { name.into() } else { format!("{name} with {}", list(&own)) }
        })
        .collect();
    named.dedup();
    format!("From high to low addresses: {}.", named.join("; "))
}

/// What a figure of the stack shows.
pub fn stack_seen(view: &MemoryView) -> String {
    let frames = &view.stack.frames;
    let mut parts = Vec::new();
    if frames.is_empty() {
        parts.push("No function of the program has a frame.".to_string());
    }
    for (index, frame) in frames.iter().enumerate() {
        if index == 1 && view.stack.hidden_frames > 0 {
            let verb = if view.stack.hidden_frames == 1 { "is" } else { "are" };
            let hidden = count(view.stack.hidden_frames, "frame", "frames");
            parts.push(format!("{hidden} {verb} not shown."));
        }
        if index == 0 || index + FRAMES_TOLD > frames.len() {
            parts.push(frame_seen(frame));
        }
    }
    for ghost in view.stack.ghosts.iter().take(3) {
        parts.push(ghost_seen(ghost));
    }
    parts.join(" ")
}

fn frame_seen(frame: &FrameView) -> String {
    let line = frame.place.as_ref().map_or(String::new(), |place| format!(" line {}", place.line));
    let doing = match frame.state {
        FrameState::Running => format!("{} is about to run{line}", frame.function),
        _ => format!("{} waits for its call in{line} to return", frame.function),
    };
    let doing = if line.is_empty() { format!("{} is active", frame.function) } else { doing };
    format!("{doing}; its frame holds {}.", objects(frame))
}

fn ghost_seen(ghost: &FrameView) -> String {
    format!(
        "Below the stack pointer lies the released frame of {}, garbage now: {}.",
        ghost.function,
        objects(ghost)
    )
}

/// `x = 10, y = 20 and z, which is uninitialised (holds 0)`.
fn objects(frame: &FrameView) -> String {
    let named = frame.rows.iter().filter(|row| {
        matches!(row.role, RowRole::Parameter | RowRole::Local)
            && !row.name.is_empty()
            && row.holder != Holder::OptimisedOut
    });
    let mut texts: Vec<String> = named.map(|row| object(row, &frame.state)).collect();
    if texts.len() > OBJECTS_NAMED {
        let more = texts.len() - OBJECTS_NAMED;
        texts.truncate(OBJECTS_NAMED);
        texts.push(format!("{more} more"));
    }
    match texts.as_slice() {
        [] => "no objects of the program".into(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// One object in a few words.
pub(crate) fn object(row: &RowView, state: &FrameState) -> String {
    let words = cells(row, state, 0);
    let target = row.pointer.as_ref().map(|pointer| &pointer.state);
    if let (Some(PointerState::Valid { target }), Some(_)) = (target, words.points_to) {
        return format!("{} (points to {target})", words.name);
    }
    match words.value.as_str() {
        "" => words.name,
        "?" => format!("{} {}", words.name, words.note),
        "overwritten" => format!("{} (overwritten)", words.name),
        value if words.tone == super::Tone::Broken => {
            format!("{} = {value} ({})", words.name, words.note.replace("✗ ", ""))
        }
        value => format!("{} = {value}", words.name),
    }
}

/// What a figure of the heap shows; nothing when no block was ever handed out.
pub fn heap_seen(view: &MemoryView) -> String {
    let number = |state| view.heap.chunks.iter().filter(|chunk| chunk.state == state).count();
    let states = [
        (ChunkState::InUse, "in use"),
        (ChunkState::Freed, "freed"),
        (ChunkState::Leaked, "leaked"),
    ];
    let mut told: Vec<String> = Vec::new();
    for (state, word) in states {
        let number = number(state) as u64;
        if number > 0 {
            told.push(format!("{} {word}", count(number, "block", "blocks")));
        }
    }
    if told.is_empty() {
        return String::new();
    }
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let live = view.heap.chunks.iter().filter(|chunk| chunk.state != ChunkState::Freed);
    let mut parts = vec![format!("The heap has {}.", list(&told))];
    parts.extend(live.take(BLOCKS_TOLD).map(block_seen));
    parts.join(" ")
}

/// `At 0x16010 lie 16 bytes: *list with .value = 9 and .next = null.`
fn block_seen(chunk: &ChunkView) -> String {
    let state = FrameState::Running;
    let room = format!("At {} lie {}", super::address(chunk.address), bytes(chunk.size));
    let content = &chunk.content;
    if content.name.is_empty() {
        return format!("{room}.");
    }
    let parts: Vec<String> = content
        .elements
        .iter()
        .filter(|part| part.role != RowRole::Padding && content.value == Value::Aggregate)
        .take(OBJECTS_NAMED)
        .map(|part| object(part, &state))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [] => format!("{room}: {}.", object(content, &state)),
        parts => format!("{room}: {} with {}.", content.name, list(parts)),
    }
}

fn globals_seen(view: &MemoryView) -> String {
    let named: Vec<String> = view
        .globals
        .iter()
        .take(OBJECTS_NAMED)
        .map(|row| match row.value {
            Value::Aggregate => row.name.clone(),
            _ => object(row, &FrameState::Running),
        })
        .collect();
    if named.is_empty() {
        return String::new();
    }
    let more = view.globals.len() - named.len();
    let rest = if more > 0 { format!(", and {more} more") } else { String::new() };
    format!("Outside the stack lie {}{rest}.", named.join(", "))
}
