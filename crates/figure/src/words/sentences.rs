//! Sentences: what each entry of the story says, in the words of the article that the product grew from.

use view::{
    Argument, Effect, Ending, Entry, EntryKind, Fault, Garbage, GarbageSource, ObjectView,
    PlaceView, RegionKind, Released, Value,
};

use super::{address, bytes, count, region_name, regions, value};

/// The one sentence that heads an entry.
pub fn headline(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Loaded => "The program is loaded into memory.".into(),
        EntryKind::Started { objects, frame_size } => {
            let frames = entry.memory.stack.frames.iter();
            let frame = frames.rev().find(|frame| !frame.is_inlined);
            let function = frame.map_or("main", |frame| &frame.function);
            format!("{function} starts: {}.", reserved(*frame_size, objects))
        }
        EntryKind::Statement => statement_headline(entry),
        EntryKind::Called { caller, callee, arguments, .. } => {
            let caller = caller.as_deref().unwrap_or("The C library");
            format!("{caller} calls {callee}({}).", argument_list(arguments))
        }
        EntryKind::Returned { function, value: Some(result), .. } => {
            format!("{function} has returned {}. Its frame is released, not erased.", value(result))
        }
        EntryKind::Returned { function, value: None, .. } => {
            format!("{function} has returned. Its frame is released, not erased.")
        }
        EntryKind::Left { functions, .. } => left_headline(functions),
        EntryKind::Ended { ending, .. } => ending_headline(ending),
    }
}

fn left_headline(functions: &[String]) -> String {
    let names: Vec<&str> = functions.iter().map(String::as_str).collect();
    match names.as_slice() {
        [only] => {
            format!("{only} is left without a return. Its frame is released, not erased.")
        }
        names => {
            let names = list(names);
            format!("{names} are left without a return. Their frames are released, not erased.")
        }
    }
}

fn reserved(frame_size: u64, objects: &[ObjectView]) -> String {
    let names: Vec<&str> = objects.iter().map(|object| object.path.as_str()).collect();
    match names.is_empty() {
        true if frame_size == 0 => "nothing is reserved on the stack yet".into(),
        true => format!("{} are reserved on the stack", bytes(frame_size)),
        false => format!("{} are reserved on the stack for {}", bytes(frame_size), list(&names)),
    }
}

fn argument_list(arguments: &[Argument]) -> String {
    let argument = |argument: &Argument| match argument.value {
        Value::Aggregate => "{…}".into(),
        Value::Unreadable => "?".into(),
        _ => value(&argument.value),
    };
    arguments.iter().map(argument).collect::<Vec<_>>().join(", ")
}

/// `x`, `x and y`, `x, y and z`; long lists are cut.
pub(crate) fn list(names: &[&str]) -> String {
    const SHOWN: usize = 6;
    match names {
        [] => String::new(),
        [only] => (*only).to_string(),
        [first @ .., last] if names.len() <= SHOWN => format!("{} and {last}", first.join(", ")),
        _ => format!("{} and {} more", names[..SHOWN].join(", "), names.len() - SHOWN),
    }
}

/// The first thing that a statement did heads its entry.
fn statement_headline(entry: &Entry) -> String {
    if has_finding(entry) {
        return "Something goes wrong here.".into();
    }
    match effect_sentences(&entry.effects).as_slice() {
        [] => match entry.place.as_ref().map(statement_text) {
            Some(text) if text.ends_with([';', '}']) => {
                format!("`{text}` runs and changes no object.")
            }
            Some(text) if !text.is_empty() => {
                format!("`{text}` is evaluated and changes no object.")
            }
            _ => "A statement runs and changes no object.".into(),
        },
        [first, ..] => first.clone(),
    }
}

/// Whether the checker found something in what an entry tells.
fn has_finding(entry: &Entry) -> bool {
    entry.effects.iter().any(|effect| matches!(effect, Effect::Found { .. }))
}

/// The text of a statement, without the rest of its line when its extent is known.
pub fn statement_text(place: &PlaceView) -> &str {
    let start = (place.column as usize).saturating_sub(1);
    let end = start.saturating_add(place.length as usize);
    match place.text.get(start..end).map(str::trim) {
        Some(text) if place.column > 0 && !text.is_empty() => text,
        _ => place.text.trim(),
    }
}

/// The effects in sentences; lifetimes that end together are told together, last.
fn effect_sentences(effects: &[Effect]) -> Vec<String> {
    let mut told: Vec<String> = effects.iter().filter_map(effect_sentence).collect();
    let died: Vec<&str> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Died { object } => Some(object.path.as_str()),
            _ => None,
        })
        .collect();
    match died.as_slice() {
        [] => {}
        [only] => told.push(format!("The lifetime of {only} ends with its block.")),
        names => told.push(format!("The lifetimes of {} end with their blocks.", list(names))),
    }
    told
}

fn effect_sentence(effect: &Effect) -> Option<String> {
    Some(match effect {
        Effect::Wrote { object, before } => wrote(object, before.as_ref()),
        Effect::Born { object, garbage } => born(object, garbage.as_ref()),
        Effect::Died { .. } => return None,
        Effect::Allocated { address: start, size } => {
            format!("The heap hands out {} at {}.", bytes(*size), address(*start))
        }
        Effect::Freed { address: start, size } => {
            format!("The {} at {} are given back to the heap.", bytes(*size), address(*start))
        }
        Effect::Reallocated { from, to, size_before, size } if from == to => format!(
            "The block at {} grows from {size_before} to {} in its place.",
            address(*from),
            bytes(*size)
        ),
        Effect::Reallocated { from, to, size, .. } => format!(
            "The block moves from {} to {}, where it has {}.",
            address(*from),
            address(*to),
            bytes(*size)
        ),
        Effect::BreakMoved { from, to } => format!(
            "The heap grows by {}: its end moves to {}.",
            super::size(to.saturating_sub(*from)),
            address(*to)
        ),
        Effect::Switched { is_main: true, .. } => "The main thread goes on.".into(),
        Effect::Switched { thread, .. } => format!("Thread {thread} goes on."),
        Effect::Output { descriptor, text } => output(*descriptor, text),
        Effect::Found { .. } => return None,
    })
}

fn wrote(object: &ObjectView, before: Option<&Value>) -> String {
    let path = &object.path;
    let after = value(&object.row.value);
    let target = match object.row.pointer.as_ref().map(|pointer| &pointer.state) {
        Some(view::PointerState::Valid { target }) => format!(", the address of {target}"),
        Some(view::PointerState::OnePast { target }) => format!(", just past {target}"),
        _ => String::new(),
    };
    match before {
        _ if matches!(object.row.value, Value::Aggregate) => format!("{path} receives its value."),
        Some(old) if *old == object.row.value => format!("{path} receives {after} again."),
        Some(old) if !matches!(old, Value::Aggregate) => {
            format!("{path} changes from {} to {after}{target}.", value(old))
        }
        _ => format!("{path} receives {after}{target}."),
    }
}

fn born(object: &ObjectView, garbage: Option<&Garbage>) -> String {
    let path = &object.path;
    let room = bytes(object.row.size);
    match garbage {
        Some(Garbage { value: Value::Aggregate, from: GarbageSource::Loader }) => {
            format!("{path} is not initialised: its {room} are zero bytes of a fresh page.")
        }
        Some(garbage) if garbage.value != Value::Aggregate => format!(
            "{path} is not initialised: its {room} hold {} here, {}.",
            value(&garbage.value),
            left_by(&garbage.from)
        ),
        _ => format!("{path} is not initialised: its {room} hold garbage."),
    }
}

/// Who left garbage, with when: `left by c of foo in step 5`.
fn left_by(from: &GarbageSource) -> String {
    let at = |step: &Option<u64>| step.map_or(String::new(), |step| format!(" in step {step}"));
    match from {
        GarbageSource::Loader => "the zero bytes of a fresh page".into(),
        GarbageSource::Object { name, function: Some(function), step, .. } => {
            format!("left by {name} of {function}{}", at(step))
        }
        GarbageSource::Object { name, function: None, step, .. } => {
            format!("left by {name}{}", at(step))
        }
        GarbageSource::Unnamed { function: Some(function), step } => {
            format!("left by the code of {function}{}", at(step))
        }
        GarbageSource::Unnamed { function: None, .. } => "left by the C library’s start".into(),
    }
}

fn output(descriptor: u32, text: &str) -> String {
    let stream = if descriptor == 2 { "standard error" } else { "standard output" };
    let shown: String = text.chars().take(60).collect();
    let rest = if text.chars().count() > 60 { "…" } else { "" };
    format!("The program writes “{}{rest}” to {stream}.", shown.replace('\n', "⏎"))
}

/// The sentences below an entry's headline.
pub fn paragraph(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Loaded => regions::loaded(&entry.memory.layout),
        EntryKind::Started { frame_size: 0, .. } => String::new(),
        EntryKind::Started { objects, .. } => started(objects),
        EntryKind::Statement => {
            let in_headline = if has_finding(entry) { 0 } else { 1 };
            effect_sentences(&entry.effects).get(in_headline..).unwrap_or_default().join(" ")
        }
        EntryKind::Called { arguments, locals, frame_size, caller, depth, .. } => {
            let is_switch = |effect: &&Effect| matches!(effect, Effect::Switched { .. });
            let switched = entry.effects.iter().filter(is_switch).filter_map(effect_sentence);
            let told = called(arguments, locals, *frame_size, caller.as_deref(), *depth);
            switched.chain([told]).collect::<Vec<_>>().join(" ")
        }
        EntryKind::Left { to, frame_size, .. } => {
            let mut parts = Vec::new();
            parts.extend(to.as_ref().map(|to| format!("A jump leads back into {to}.")));
            parts.extend(effect_sentences(&entry.effects));
            if *frame_size > 0 {
                parts.push(format!("Nothing clears these {}.", bytes(*frame_size)));
            }
            parts.join(" ")
        }
        EntryKind::Returned { function, garbage, frame_size, to, .. } => {
            let mut parts = Vec::new();
            parts.extend(to.as_ref().map(|to| format!("{to} goes on.")));
            parts.extend(effect_sentences(&entry.effects));
            parts.push(left_behind(garbage, *frame_size, function));
            parts.join(" ")
        }
        EntryKind::Ended { ending, released } => ended(ending, released, is_seen(entry)),
    }
}

fn started(objects: &[ObjectView]) -> String {
    let uninitialised: Vec<&str> = objects
        .iter()
        .filter(|object| object.row.content == view::Content::Indeterminate)
        .map(|object| object.path.as_str())
        .collect();
    match uninitialised.as_slice() {
        [] => "The return address into the C library’s start code is saved first.".into(),
        [only] => format!("{only} has no value yet: its bytes hold whatever was there before."),
        names => {
            format!(
                "{} have no value yet: their bytes hold whatever was there before.",
                list(names)
            )
        }
    }
}

fn called(
    arguments: &[Argument],
    locals: &[ObjectView],
    frame_size: u64,
    caller: Option<&str>,
    depth: u64,
) -> String {
    let mut parts = Vec::new();
    let below = caller.map_or(String::new(), |caller| format!(" below {caller}’s frame"));
    parts.push(match frame_size {
        0 => "Nothing is reserved on the stack yet.".into(),
        _ => format!("{} are reserved{below}.", bytes(frame_size)),
    });
    let names: Vec<&str> = arguments.iter().map(|argument| argument.name.as_str()).collect();
    match names.as_slice() {
        [] => {}
        [only] => parts.push(format!("{only} receives its value.")),
        _ => parts.push(format!("{} receive their values.", list(&names))),
    }
    let indeterminate = |object: &&ObjectView| object.row.content == view::Content::Indeterminate;
    const TOLD: usize = 3;
    let scalars: Vec<&ObjectView> = locals.iter().filter(indeterminate).collect();
    parts.extend(scalars.iter().take(TOLD).map(|object| born(object, object.row.garbage.as_ref())));
    if scalars.len() > TOLD {
        let more = count((scalars.len() - TOLD) as u64, "more object is", "more objects are");
        parts.push(format!("{more} not initialised either."));
    }
    if depth > 2 {
        parts.push(format!("{depth} calls are active now."));
    }
    parts.join(" ")
}

/// What a released frame still holds: values that its objects had, and those that were never theirs.
fn left_behind(garbage: &[ObjectView], frame_size: u64, function: &str) -> String {
    const TOLD: usize = 4;
    let is_scalar =
        |object: &&ObjectView| !matches!(object.row.value, Value::Aggregate | Value::Unreadable);
    let (own, others): (Vec<&ObjectView>, Vec<&ObjectView>) =
        garbage.iter().filter(is_scalar).take(TOLD).partition(|object| had_its_value(object));
    let mut parts = Vec::new();
    let held: Vec<String> = own
        .iter()
        .map(|object| format!("{} = {}", object.path, value(&object.row.value)))
        .collect();
    let held: Vec<&str> = held.iter().map(String::as_str).collect();
    if frame_size == 0 {
        return String::new();
    }
    let room = format!("{function}’s {}", bytes(frame_size));
    parts.push(match held.as_slice() {
        [] => format!("Nothing clears {room}."),
        held => format!(
            "Nothing clears {room}: what was {} still lies below the stack pointer, garbage until \
             something overwrites it.",
            list(held)
        ),
    });
    parts.extend(others.iter().map(|object| {
        let held = value(&object.row.value);
        format!("{} never had a value; its bytes still hold {held}.", object.path)
    }));
    parts.join(" ")
}

/// Whether what lies at an object's place is a value that it had, not what lay there before.
fn had_its_value(object: &ObjectView) -> bool {
    match object.row.garbage.as_ref().map(|garbage| &garbage.from) {
        Some(GarbageSource::Object { name, function, .. }) => {
            *name == object.path && *function == object.function
        }
        Some(_) => false,
        None => true,
    }
}

fn ending_headline(ending: &Ending) -> String {
    match ending {
        Ending::Exit { status, main_returned: true } => {
            format!("main returns {status}: the program ends, all of its memory is released.")
        }
        _ => format!("{}. All of its memory is released.", ending_phrase(ending)),
    }
}

/// How a run ended, without a full stop: `SIGSEGV ends the program: it wrote to …`.
pub fn ending_phrase(ending: &Ending) -> String {
    match ending {
        Ending::Exit { status, main_returned: true } => format!("main returns {status}"),
        Ending::Exit { status, main_returned: false } => {
            format!("The program calls exit with status {status}")
        }
        Ending::Signal { number, name, fault: Some(fault) } => match *number {
            SIGILL => format!(
                "{name} ends the program: at {} there is no instruction that this machine has",
                address(fault.address)
            ),
            SIGTRAP => format!("{name} ends the program: it ran into a breakpoint"),
            _ => format!("{name} ends the program: {}", fault_phrase(fault)),
        },
        Ending::Signal { name, fault: None, .. } => format!("{name} ends the program"),
        Ending::Deadlock => "Every thread of the program waits for another, for ever".into(),
        Ending::Interrupted => "The user stops the program".into(),
        Ending::StepLimit => "The program is stopped at the step limit".into(),
        Ending::OutputLimit => "The program is stopped at the output limit".into(),
        Ending::Finding => "The program is stopped where it went wrong".into(),
    }
}

/// Signals that say of an instruction that it cannot be executed, not of an access.
const SIGILL: u8 = 4;
const SIGTRAP: u8 = 5;

fn fault_phrase(fault: &Fault) -> String {
    let at = address(fault.address);
    let verb = match fault.access {
        "write" => "it wrote to",
        "execute" => "it jumped to",
        _ => "it read from",
    };
    match fault.region {
        RegionKind::Unmapped if fault.address < 4096 => {
            format!("{verb} address {at}, and nothing is mapped there: a null pointer was used")
        }
        RegionKind::Unmapped => format!("{verb} address {at}, where nothing is mapped"),
        RegionKind::Guard => format!("{verb} {at}, below the stack’s limit: the stack overflowed"),
        kind => format!("{verb} {at} in {}, which does not allow that", region_name(kind)),
    }
}

/// Whether an entry's memory has something in it that a picture shows.
pub(crate) fn is_seen(entry: &Entry) -> bool {
    let memory = &entry.memory;
    let stack = &memory.stack;
    let is_empty = stack.frames.is_empty() && stack.ghosts.is_empty();
    !is_empty || !memory.heap.chunks.is_empty() || !memory.globals.is_empty()
}

fn ended(ending: &Ending, list: &[Released], is_seen: bool) -> String {
    let mut parts = Vec::new();
    if let Ending::Exit { status, .. } = ending {
        parts.push(format!("The exit status is {status}."));
    }
    parts.push(released(list));
    parts.push("What the program held is gone; the next program gets the pages.".into());
    parts.extend(is_seen.then(|| "The picture shows the last moment before.".into()));
    parts.join(" ")
}

/// What was released: `Released: stack 8 MiB (1 page), …`.
pub fn released(list: &[Released]) -> String {
    let parts: Vec<String> = list
        .iter()
        .map(|released| {
            let pages = count(released.pages, "page", "pages");
            format!("{} ({pages})", region_name(released.kind))
        })
        .collect();
    if parts.is_empty() { String::new() } else { format!("Released: {}.", parts.join(", ")) }
}
