//! Cells: what each column of a row of memory says, for every exporter.

use view::{
    Content, FrameState, Garbage, GarbageSource, Holder, PointerState, RowRole, RowView, Value,
};

use super::{address, bytes, region_name, value};

/// How a row is meant, beside its words: exporters choose a colour and a sign for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// An object of the program's.
    Plain,
    /// Something that the compiler put there.
    Machinery,
    /// This event changed it.
    Changed,
    /// It is indeterminate.
    Indeterminate,
    /// It belongs to a popped frame or freed block.
    Ghost,
    /// A pointer that must not be used.
    Broken,
}

/// The words of one row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cells {
    /// Its address.
    pub address: String,
    /// Its name, indented by two spaces for each level of nesting.
    pub name: String,
    /// Its type.
    pub ty: String,
    /// Its value.
    pub value: String,
    /// What else there is to say.
    pub note: String,
    /// How it is meant.
    pub tone: Tone,
    /// Where a pointer leads.
    pub points_to: Option<u64>,
}

/// How many elements of an array or struct get a row of their own.
const ELEMENTS_SHOWN: usize = 10;

/// How many objects of a frame, or globals, get a row, changed ones besides.
const ROWS_SHOWN: usize = 32;

/// The rows of memory as they are shown, elements expanded, each as its words.
pub fn visible_rows(rows: &[RowView], state: &FrameState) -> Vec<Cells> {
    let mut out = Vec::new();
    let mut hidden = 0;
    let is_many = rows.len() > ROWS_SHOWN;
    for (index, row) in rows.iter().enumerate() {
        let is_chosen = index < ROWS_SHOWN - 4 || index + 3 >= rows.len();
        if !is_many || is_chosen || row.changed_from.is_some() {
            if hidden > 0 {
                out.push(more(hidden, 0, "more row", "more rows"));
                hidden = 0;
            }
            push_row(row, state, 0, &mut out);
        } else {
            hidden += 1;
        }
    }
    out
}

fn push_row(row: &RowView, state: &FrameState, depth: usize, out: &mut Vec<Cells>) {
    out.push(cells(row, state, depth));
    if matches!(row.value, Value::Text { .. }) || row.elements.is_empty() || is_uniform(row) {
        return;
    }
    let shown =
        if row.elements.len() <= ELEMENTS_SHOWN { ELEMENTS_SHOWN } else { ELEMENTS_SHOWN - 1 };
    let mut hidden = row.hidden_elements as usize;
    for (index, element) in row.elements.iter().enumerate() {
        if index < shown || element.changed_from.is_some() {
            push_row(element, state, depth + 1, out);
        } else {
            hidden += 1;
        }
    }
    if hidden > 0 {
        out.push(more(hidden, depth + 1, "more element", "more elements"));
    }
}

/// Whether a row says of an object's parts all that there is to say: they need no rows.
fn is_uniform(row: &RowView) -> bool {
    is_wiped(row) || is_fresh(row) || is_ahead(row)
}

/// Whether an object is made of the zero bytes of a fresh page, none of them its own.
fn is_fresh(row: &RowView) -> bool {
    let is_zero = || row.bytes.iter().all(|&byte| byte == 0);
    !row.elements.is_empty() && row.content == Content::Indeterminate && is_zero()
}

/// Whether an object's block has not been entered: nothing in it has a value yet.
fn is_ahead(row: &RowView) -> bool {
    row.role == RowRole::OutOfScope && row.content == Content::Indeterminate
}

/// Whether nothing of an object is left.
fn is_wiped(row: &RowView) -> bool {
    row.content == Content::Overwritten
        && row.elements.iter().all(|element| {
            element.role == RowRole::Padding || element.content == Content::Overwritten
        })
}

fn more(hidden: usize, depth: usize, singular: &str, plural: &str) -> Cells {
    Cells {
        address: String::new(),
        name: format!("{}…", "  ".repeat(depth)),
        ty: String::new(),
        value: String::new(),
        note: super::count(hidden as u64, singular, plural),
        tone: Tone::Machinery,
        points_to: None,
    }
}

/// The words of a row at a depth of nesting, in a frame of the given state.
pub fn cells(row: &RowView, state: &FrameState, depth: usize) -> Cells {
    let is_ghost = matches!(state, FrameState::Popped { .. });
    let indeterminate = !is_ghost && row.content == Content::Indeterminate;
    let is_live_pointer = !is_ghost && row.content == Content::Initialized;
    Cells {
        address: whereabouts(row),
        name: format!("{}{}", "  ".repeat(depth), name(row)),
        ty: type_cell(row),
        value: match indeterminate && (is_scalar(row) || is_fresh(row)) {
            _ if row.holder == Holder::OptimisedOut => "optimised out here".into(),
            true => "?".into(),
            false => value_cell(row),
        },
        note: note(row, is_ghost),
        tone: tone(row, is_ghost),
        points_to: row
            .pointer
            .as_ref()
            .filter(|pointer| is_live_pointer && is_drawn(&pointer.state))
            .map(|pointer| pointer.address),
    }
}

fn is_drawn(state: &PointerState) -> bool {
    !matches!(
        state,
        PointerState::Null
            | PointerState::Wild
            | PointerState::Memory { .. }
            | PointerState::Code { .. }
    )
}

/// Where a row's bytes are: an address or a register.
fn whereabouts(row: &RowView) -> String {
    match &row.holder {
        Holder::Memory => address(row.address),
        Holder::Register { name } => format!("in {name}"),
        Holder::Computed => "(computed)".into(),
        Holder::OptimisedOut => String::new(),
    }
}

fn is_scalar(row: &RowView) -> bool {
    !matches!(row.value, Value::Aggregate) || row.elements.is_empty()
}

fn name(row: &RowView) -> &str {
    match row.role {
        RowRole::ReturnAddress => "return address",
        RowRole::SavedFramePointer => "saved frame ptr",
        RowRole::Padding => "padding",
        RowRole::Temporary if row.name.is_empty() => "temporaries",
        RowRole::Allocated if row.name.is_empty() => "(its bytes)",
        _ if row.name.is_empty() => "(unnamed)",
        _ => &row.name,
    }
}

fn type_cell(row: &RowView) -> String {
    match row.role {
        RowRole::ReturnAddress => "code *".into(),
        RowRole::Temporary if !row.ty.is_empty() => row.ty.clone(),
        RowRole::Padding | RowRole::Temporary | RowRole::SavedFramePointer => bytes(row.size),
        _ => row.ty.clone(),
    }
}

fn value_cell(row: &RowView) -> String {
    match row.role {
        RowRole::Temporary if matches!(row.value, Value::Pointer(_)) => value(&row.value),
        RowRole::Padding | RowRole::Temporary => String::new(),
        _ if row.content == Content::Overwritten => "overwritten".into(),
        _ => value(&row.value),
    }
}

fn tone(row: &RowView, is_ghost: bool) -> Tone {
    if is_ghost {
        return Tone::Ghost;
    }
    let is_broken =
        |state: &PointerState| matches!(state, PointerState::Dangling { .. } | PointerState::Wild);
    match row.role {
        _ if row.changed_from.is_some() => Tone::Changed,
        RowRole::ReturnAddress
        | RowRole::SavedFramePointer
        | RowRole::Temporary
        | RowRole::Padding => Tone::Machinery,
        RowRole::OutOfScope => Tone::Ghost,
        _ if row.holder == Holder::OptimisedOut => Tone::Machinery,
        _ if row.content == Content::Indeterminate => Tone::Indeterminate,
        _ if row.pointer.as_ref().is_some_and(|pointer| is_broken(&pointer.state)) => Tone::Broken,
        _ => Tone::Plain,
    }
}

fn note(row: &RowView, is_ghost: bool) -> String {
    if is_ghost {
        return ghost_note(row);
    }
    if row.holder == Holder::OptimisedOut {
        return String::new();
    }
    let mut parts = Vec::new();
    match &row.changed_from {
        Some(Some(before)) if value(before) == value(&row.value) => {
            parts.push("changed behind what is shown".into());
        }
        Some(Some(before)) if !matches!(before, Value::Aggregate) => {
            parts.push(format!("changed: was {}", value(before)));
        }
        Some(None) => parts.push("gets its first value".into()),
        _ => {}
    }
    if row.role == RowRole::OutOfScope {
        parts.push("not in scope here".into());
    } else if is_fresh(row) {
        parts.push("uninitialised (holds zeros)".into());
    } else if row.content == Content::Indeterminate && is_scalar(row) {
        parts.push(indeterminate_note(row.garbage.as_ref()));
    } else if row.content == Content::Partial && row.elements.is_empty() {
        parts.push("partly uninitialised".into());
    }
    if let Some(pointer) = &row.pointer
        && row.content == Content::Initialized
        && row.role != RowRole::SavedFramePointer
    {
        parts.extend(pointer_note(&pointer.state));
    }
    parts.join(" · ")
}

fn pointer_note(state: &PointerState) -> Option<String> {
    match state {
        PointerState::Null => None,
        PointerState::Valid { target } => Some(format!("→ {}", short(target))),
        PointerState::OnePast { target } => Some(format!("→ past the end of {}", short(target))),
        PointerState::Code { target } => Some(target.clone()),
        PointerState::Dangling { target } => Some(format!("✗ dangling: {}", short(target))),
        PointerState::Memory { region } => Some(format!("→ {}", region_name(*region))),
        PointerState::Wild => Some("✗ points to nothing".into()),
    }
}

/// A target's name in a table, where an article would only take room.
fn short(target: &str) -> &str {
    target.strip_prefix("the ").unwrap_or(target)
}

fn indeterminate_note(garbage: Option<&Garbage>) -> String {
    match garbage {
        Some(garbage) if garbage.value == Value::Aggregate => "uninitialised".into(),
        Some(Garbage { value: held, from: GarbageSource::Loader }) => {
            format!("uninitialised (holds {})", value(held))
        }
        Some(garbage) => {
            format!("uninitialised (holds {}, {})", value(&garbage.value), source(&garbage.from))
        }
        None => "uninitialised".into(),
    }
}

/// Who left garbage, in few words: `left by c of foo`.
fn source(from: &GarbageSource) -> String {
    match from {
        GarbageSource::Loader => "a fresh page".into(),
        GarbageSource::Object { name, function: Some(function), .. } => {
            format!("left by {name} of {function}")
        }
        GarbageSource::Object { name, function: None, .. } => format!("left by {name}"),
        GarbageSource::Unnamed { function: Some(function), .. } => format!("left by {function}"),
        GarbageSource::Unnamed { function: None, .. } => "left by the C library".into(),
    }
}

fn ghost_note(row: &RowView) -> String {
    if row.content == Content::Overwritten {
        return String::new();
    }
    if let Some(PointerState::Code { target }) = row.pointer.as_ref().map(|pointer| &pointer.state)
    {
        return target.clone();
    }
    match row.garbage.as_ref().map(|garbage| &garbage.from) {
        Some(GarbageSource::Object { step: Some(_), .. }) if row.role == RowRole::Parameter => {
            "argument".into()
        }
        Some(GarbageSource::Object { place: Some(place), step: Some(step), .. }) => {
            format!("left by step {step}: {}", place.text.trim())
        }
        Some(GarbageSource::Loader) => "never written".into(),
        _ => String::new(),
    }
}
