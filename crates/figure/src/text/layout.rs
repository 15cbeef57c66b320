//! The layout as text: one line a region, then what is in it.

use view::{LayoutView, NamedSize, RegionKind, RegionView};

use super::style::{Style, cell};
use crate::svg::{region_permissions, region_usage};
use crate::words;

/// The regions of the address space, high addresses first.
pub fn layout(view: &LayoutView, contents_max: usize, style: Style) -> String {
    let mut out = String::new();
    for region in &view.regions {
        heading(&mut out, region, style);
        for thing in region.contents.iter().take(contents_max) {
            named(&mut out, region, thing, style);
        }
        if region.contents.len() > contents_max {
            let more = region.contents.len() - contents_max;
            out.push_str(&format!("        … and {more} more; --all lists them\n"));
        }
    }
    out
}

/// The regions with the program's own things; of the C library only its size, and nothing of what lies below the code.
pub(crate) fn own_layout(view: &LayoutView, contents_max: usize, style: Style) -> String {
    let mut out = String::new();
    for (index, region) in view.regions.iter().enumerate() {
        if index + 1 == view.regions.len() && region.kind == RegionKind::Unmapped {
            continue;
        }
        heading(&mut out, region, style);
        let own = words::own_things(region);
        for thing in own.iter().take(contents_max) {
            named(&mut out, region, thing, style);
        }
        if own.len() > contents_max {
            out.push_str(&format!("        … and {} more\n", own.len() - contents_max));
        }
        let library = words::library_size(region);
        if library > 0 && region.library.is_none() {
            let text = format!("        {:37} {} of the C library", "", words::size(library));
            out.push_str(&format!("{}\n", style.dim(&text)));
        }
    }
    out
}

fn heading(out: &mut String, region: &RegionView, style: Style) {
    if region.kind == RegionKind::Unmapped {
        let hole = words::size(region.end - region.start);
        out.push_str(&style.dim(&format!("  ⋮ {hole} where nothing is mapped")));
        out.push('\n');
        return;
    }
    let range = format!("{} – {}", words::address(region.start), words::address(region.end));
    let name = style.bold(&cell(words::region_name(region.kind), 7));
    let usage = cell(&region_usage(region), 18);
    let permissions = region_permissions(region);
    let library = region.library.as_ref().map_or(String::new(), |name| format!("  {name}"));
    out.push_str(&format!("{name} {permissions}  {usage} {}{library}\n", style.dim(&range)));
}

fn named(out: &mut String, region: &RegionView, thing: &NamedSize, style: Style) {
    let library = region.library.as_deref().unwrap_or("C library");
    let place = match &thing.place {
        Some(place) => words::file_name(place),
        None if thing.is_library => library,
        None => "",
    };
    let text = format!(
        "        {} {} {} {place}",
        cell(&words::address(thing.address), 12),
        cell(&thing.name, 24),
        cell(&words::size(thing.size), 9),
    );
    let text = cell(&text, style.width);
    let text = text.trim_end();
    out.push_str(&if thing.is_library { style.dim(text) } else { text.into() });
    out.push('\n');
}
