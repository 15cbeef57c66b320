//! Sentences: what each entry of the story says, in the words of the article that the product grew from.

use view::{
    Argument, Effect, Ending, Entry, EntryKind, Fault, Garbage, GarbageSource, ObjectView,
    RegionKind, RegionView, Released, Value,
};

use super::{address, bytes, count, size, value};

/// The name of a region.
pub fn region_name(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Code => "code",
        RegionKind::ReadOnlyData => "rodata",
        RegionKind::Data => "data",
        RegionKind::Bss => "bss",
        RegionKind::Heap => "heap",
        RegionKind::Mapped => "mapped",
        RegionKind::Stack => "stack",
        RegionKind::Guard => "guard",
        RegionKind::Unmapped => "unmapped",
    }
}

/// What a region is for, in a sentence.
pub fn region_sentence(region: &RegionView) -> &'static str {
    match region.kind {
        RegionKind::Code => {
            "Code (also called text): the compiled program. It may be read and executed, not written."
        }
        RegionKind::ReadOnlyData => {
            "Read-only data: constants and string literals. Writing here ends the program."
        }
        RegionKind::Data => {
            "Data: global and static variables that have an initial value. They live as long as the \
             program."
        }
        RegionKind::Bss => {
            "BSS: global and static variables that start as zero; the file stores no bytes for them."
        }
        RegionKind::Heap => {
            "Heap: objects that the program asks for with malloc and gives back with free. It grows \
             upwards."
        }
        RegionKind::Mapped => "A mapping that the program asked for.",
        RegionKind::Stack => {
            "Stack: one frame for each active function call, last in, first out. It grows downwards."
        }
        RegionKind::Guard => {
            "Guard: nothing may be touched here, so that a stack that grows too far is noticed."
        }
        RegionKind::Unmapped => "Nothing is here; touching it ends the program.",
    }
}

/// The one sentence that heads an entry.
pub fn headline(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Loaded => "The program is loaded into memory.".into(),
        EntryKind::Started { objects, frame_size } => {
            format!("main starts: {}.", reserved(*frame_size, objects))
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
        EntryKind::Ended { ending, .. } => ending_headline(ending),
    }
}

fn reserved(frame_size: u64, objects: &[ObjectView]) -> String {
    let names: Vec<&str> = objects.iter().map(|object| object.path.as_str()).collect();
    match names.is_empty() {
        true => format!("{} are reserved on the stack", bytes(frame_size)),
        false => format!("{} are reserved on the stack for {}", bytes(frame_size), list(&names)),
    }
}

fn argument_list(arguments: &[Argument]) -> String {
    let values: Vec<String> = arguments.iter().map(|argument| value(&argument.value)).collect();
    values.join(", ")
}

/// `x`, `x and y`, `x, y and z`; long lists are cut.
fn list(names: &[&str]) -> String {
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
    let found = |effect: &&Effect| matches!(effect, Effect::Found { .. });
    if entry.effects.iter().any(|effect| found(&effect)) {
        return "Something went wrong here.".into();
    }
    let told: Vec<String> = entry.effects.iter().filter_map(effect_sentence).collect();
    match told.as_slice() {
        [] => match entry.place.as_ref().map(|place| place.text.trim()) {
            Some(text) if !text.is_empty() => format!("`{text}` runs and changes no object."),
            _ => "A statement runs and changes no object.".into(),
        },
        [first, ..] => first.clone(),
    }
}

fn effect_sentence(effect: &Effect) -> Option<String> {
    Some(match effect {
        Effect::Wrote { object, before } => wrote(object, before.as_ref()),
        Effect::Born { object, garbage } => born(object, garbage.as_ref()),
        Effect::Died { object } => {
            format!("{}’s block is left: its lifetime is over.", object.path)
        }
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
        Effect::Output { descriptor, text } => output(*descriptor, text),
        Effect::Found { .. } => return None,
    })
}

fn wrote(object: &ObjectView, before: Option<&Value>) -> String {
    let path = &object.path;
    let after = value(&object.row.value);
    let target = match object.row.pointer.as_ref().map(|pointer| &pointer.state) {
        Some(view::PointerState::Valid { target }) => format!(", the address of {target}"),
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
        Some(garbage) => format!(
            "{path} is not initialised: its {room} hold {} here, {}.",
            value(&garbage.value),
            left_by(&garbage.from)
        ),
        None => format!("{path} is not initialised yet: its {room} hold garbage."),
    }
}

/// Who left garbage, with when: `left by c of foo (step 5)`.
fn left_by(from: &GarbageSource) -> String {
    let at = |step: &Option<u64>| step.map_or(String::new(), |step| format!(" (step {step})"));
    match from {
        GarbageSource::Loader => "left by the loader".into(),
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
        EntryKind::Loaded => loaded(entry),
        EntryKind::Started { objects, .. } => started(objects),
        EntryKind::Statement => {
            let told: Vec<String> = entry.effects.iter().filter_map(effect_sentence).collect();
            told.get(1..).unwrap_or_default().join(" ")
        }
        EntryKind::Called { arguments, locals, frame_size, caller, depth, .. } => {
            called(arguments, locals, *frame_size, caller.as_deref(), *depth)
        }
        EntryKind::Returned { garbage, frame_size, to, .. } => {
            returned(garbage, *frame_size, to.as_deref(), entry)
        }
        EntryKind::Ended { ending, released } => ended(ending, released),
    }
}

fn loaded(entry: &Entry) -> String {
    let used = |kind: RegionKind| {
        entry.memory.layout.regions.iter().find(|region| region.kind == kind).map(|r| r.used)
    };
    let mut text = format!(
        "The {} of compiled code are copied into Code, which may be read and executed but not \
         written.",
        size(used(RegionKind::Code).unwrap_or(0)).replace(" B", " bytes")
    );
    let data = used(RegionKind::Data).unwrap_or(0) + used(RegionKind::Bss).unwrap_or(0);
    if data > 0 {
        text.push_str(&format!(" Global and static objects get their {} in Data.", bytes(data)));
    }
    text.push_str(" The heap is empty. The stack holds the arguments and the environment; no function has a frame yet.");
    text
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
    parts.push(format!("{} are reserved{below}.", bytes(frame_size)));
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

fn returned(garbage: &[ObjectView], frame_size: u64, to: Option<&str>, entry: &Entry) -> String {
    let mut parts = Vec::new();
    if let Some(to) = to {
        parts.push(format!("{to} goes on."));
    }
    parts.extend(entry.effects.iter().filter_map(effect_sentence));
    let held: Vec<String> = garbage
        .iter()
        .filter(|object| !matches!(object.row.value, Value::Aggregate | Value::Unreadable))
        .take(4)
        .map(|object| {
            let function = object.function.as_deref().unwrap_or("it");
            format!("{} — was {} of {function}", value(&object.row.value), object.path)
        })
        .collect();
    if held.is_empty() {
        parts.push(format!("Nothing clears its {}.", bytes(frame_size)));
    } else {
        parts.push(format!(
            "Nothing clears its {}: {} still lie below the stack pointer, garbage until something \
             overwrites them.",
            bytes(frame_size),
            held.join("; ")
        ));
    }
    parts.join(" ")
}

fn ending_headline(ending: &Ending) -> String {
    format!("{}. All of its memory is released.", ending_phrase(ending))
}

/// How a run ended, without a full stop: `SIGSEGV ends the program: it wrote to …`.
pub fn ending_phrase(ending: &Ending) -> String {
    match ending {
        Ending::Exit { status, main_returned: true } => format!("main returns {status}"),
        Ending::Exit { status, main_returned: false } => {
            format!("The program calls exit with status {status}")
        }
        Ending::Signal { name, fault: Some(fault), .. } => {
            format!("{name} ends the program: {}", fault_phrase(fault))
        }
        Ending::Signal { name, fault: None, .. } => format!("{name} ends the program"),
        Ending::Interrupted => "The user stops the program".into(),
        Ending::StepLimit => "The program is stopped at the step limit".into(),
        Ending::OutputLimit => "The program is stopped at the output limit".into(),
        Ending::Finding => "The program is stopped where it went wrong".into(),
    }
}

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

fn ended(ending: &Ending, list: &[Released]) -> String {
    let mut parts = Vec::new();
    if let Ending::Exit { status, .. } = ending {
        parts.push(format!("The exit status is {status}."));
    }
    parts.push(released(list));
    parts.push("What the program held is gone; the next program gets the pages.".into());
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
