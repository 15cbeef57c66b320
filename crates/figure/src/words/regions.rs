//! Regions in words: what each is for, what of this program is in it, and what loading puts there.

use view::{LayoutView, NamedSize, RegionKind, RegionView};

use super::{bytes, list, size};

/// The name of a region.
pub fn region_name(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Code => "code",
        RegionKind::ReadOnlyData => "rodata",
        RegionKind::Data => "data",
        RegionKind::Bss => "bss",
        RegionKind::Heap => "heap",
        RegionKind::Library => "library",
        RegionKind::Mapped => "mapped",
        RegionKind::Stack => "stack",
        RegionKind::Guard => "guard",
        RegionKind::Unmapped => "unmapped",
    }
}

/// What a region is for, and what of this program is in it.
pub fn region_sentence(region: &RegionView) -> String {
    let held = match region.kind {
        RegionKind::Heap if region.used == 0 => "It is empty at first.".into(),
        RegionKind::Code | RegionKind::ReadOnlyData | RegionKind::Data | RegionKind::Bss => {
            held(region)
        }
        RegionKind::Library => {
            region.library.as_ref().map_or(String::new(), |name| format!("Here: {name}."))
        }
        _ => String::new(),
    };
    format!("{} {held}", purpose(region.kind)).trim_end().to_string()
}

fn purpose(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Code => {
            "Code (also called text): the compiled program. It may be read and executed, not written."
        }
        RegionKind::ReadOnlyData => {
            "Read-only data (rodata): constants and string literals. Writing here ends the program."
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
        RegionKind::Library => {
            "Library: code and data that the program shares with others, in a file of its own."
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

/// The program's own things in a region; the C library's are not its own.
pub(crate) fn own_things(region: &RegionView) -> Vec<&NamedSize> {
    region.contents.iter().filter(|thing| !thing.is_library).collect()
}

/// How many bytes of a region are in use by the C library. **Units**: bytes.
pub(crate) fn library_size(region: &RegionView) -> u64 {
    let has_library = region.contents.iter().any(|thing| thing.is_library);
    let own: u64 = own_things(region).iter().map(|thing| thing.size).sum();
    if has_library { region.used.saturating_sub(own) } else { 0 }
}

fn held(region: &RegionView) -> String {
    let names: Vec<&str> = own_things(region).iter().map(|thing| thing.name.as_str()).collect();
    let rest = library_size(region);
    match (names.as_slice(), rest) {
        ([], 0) => String::new(),
        ([], rest) => {
            format!("This program has none of its own: the {} are the C library’s.", bytes(rest))
        }
        (names, 0) => format!("Here: {}.", list(names)),
        (names, rest) => format!("Here: {}; {} are the C library’s.", list(names), bytes(rest)),
    }
}

/// What loading does, as the story's first entry tells it.
pub(crate) fn loaded(layout: &LayoutView) -> String {
    let region = |kind| layout.regions.iter().find(|region| region.kind == kind);
    let mut parts = vec![];
    parts.extend(region(RegionKind::Code).map(code));
    let places = [
        (RegionKind::Data, "in data, already initialised"),
        (RegionKind::Bss, "in bss, all zero"),
        (RegionKind::ReadOnlyData, "in rodata, which nobody may write"),
    ];
    let mut has_objects = false;
    for (kind, place) in places {
        let things = region(kind).map(own_things).unwrap_or_default();
        has_objects |= things.iter().any(|thing| !thing.name.starts_with('"'));
        parts.extend((!things.is_empty()).then(|| lying(&things, place)));
    }
    parts.push(match has_objects {
        true => "Nothing of that is on the stack: it lives until the program ends.".into(),
        false => "The program has no global or static objects of its own.".into(),
    });
    parts.push(
        "The heap is empty. The stack holds only the arguments and the environment; no function \
         has a frame yet."
            .into(),
    );
    parts.join(" ")
}

fn code(region: &RegionView) -> String {
    let names: Vec<String> = own_things(region)
        .iter()
        .map(|thing| format!("{} ({})", thing.name, size(thing.size).replace(" B", " bytes")))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let library = match library_size(region) {
        0 => String::new(),
        rest => format!(", beside {} of the C library", size(rest).replace(" B", " bytes")),
    };
    let what = if names.is_empty() { String::new() } else { format!(": {}", list(&names)) };
    format!(
        "The compiled code is copied into Code{what}{library}. There it may be read and executed, \
         but not written."
    )
}

fn lying(things: &[&NamedSize], place: &str) -> String {
    let names: Vec<&str> = things.iter().map(|thing| thing.name.as_str()).collect();
    let verb = if names.len() == 1 { "lies" } else { "lie" };
    format!("{} {verb} {place}.", list(&names))
}
