//! The layout that a file says, as text: what is loaded, high addresses first, and the sections in
//! it.

use view::{BinaryView, FileKind, PartView};

use super::style::{Style, cell, wrap};
use crate::words;

/// The programs in a file, one after the other.
pub fn binary(views: &[BinaryView], style: Style) -> String {
    let texts: Vec<String> = views.iter().map(|view| one(view, style)).collect();
    texts.join("\n")
}

fn one(view: &BinaryView, style: Style) -> String {
    let mut out = wrap(&headline(view), style.width).join("\n");
    out.push_str("\n\n");
    for segment in view.segments.iter().rev() {
        let name = match segment.name.as_str() {
            "" => "segment",
            name => name,
        };
        part(&mut out, &style.bold(&cell(name, 16)), segment, style);
        let inside = |section: &&PartView| is_inside(section, segment);
        let mut sections: Vec<&PartView> = view.sections.iter().filter(inside).collect();
        sections.sort_by_key(|section| std::cmp::Reverse(section.address));
        for section in sections.into_iter().filter(|section| section.name != segment.name) {
            part(&mut out, &cell(&format!("  {}", section.name), 16), section, style);
        }
    }
    let is_listed = |section: &&PartView| {
        view.segments.iter().any(|segment| is_inside(section, segment)) || section.size == 0
    };
    let others = view.sections.iter().filter(|section| !is_listed(section));
    let names: Vec<String> =
        others.map(|section| format!("{} ({})", section.name, words::size(section.size))).collect();
    if !names.is_empty() {
        let what = if view.segments.is_empty() { "Sections" } else { "In the file only" };
        let text = format!("{what}: {}.", names.join(", "));
        out.push('\n');
        wrap(&text, style.width).iter().for_each(|line| out.push_str(&format!("{line}\n")));
    }
    out
}

fn is_inside(section: &PartView, segment: &PartView) -> bool {
    section.is_loaded()
        && section.size > 0
        && section.address.wrapping_sub(segment.address) < segment.size
}

/// `x86-64 program (ELF, 64 bits, little-endian); it starts at 0x401000. As the file says it:`
fn headline(view: &BinaryView) -> String {
    let kind = match view.kind {
        FileKind::Program => "program",
        FileKind::Library => "library, or program that may be loaded anywhere",
        FileKind::Object => "object file",
        FileKind::Core => "memory of a program that crashed",
        FileKind::Other => "file",
    };
    let order = if view.is_big_endian { "big-endian" } else { "little-endian" };
    let entry = view.entry.filter(|&entry| entry != 0);
    let entry = entry.map_or(String::new(), |at| format!("; it starts at {}", words::address(at)));
    let BinaryView { format, architecture, bits, .. } = view;
    format!("{architecture} {kind} ({format}, {bits} bits, {order}){entry}. As the file says it:")
}

fn part(out: &mut String, name: &str, part: &PartView, style: Style) {
    let letter = |is_set: bool, letter: char| if is_set { letter } else { '-' };
    let permissions: String =
        [letter(part.readable, 'r'), letter(part.writable, 'w'), letter(part.executable, 'x')]
            .into_iter()
            .collect();
    let end = part.address.saturating_add(part.size);
    let range = format!("{} – {}", words::address(part.address), words::address(end));
    let zeros = match part.size.saturating_sub(part.file_size) {
        0 => String::new(),
        zeros => format!("  {} of zeros", words::size(zeros)),
    };
    let size = cell(&words::size(part.size), 10);
    out.push_str(&format!("{name} {permissions}  {size} {}{zeros}\n", style.dim(&range)));
}
