//! The layout as text: one line a region, then what is in it.

use view::{LayoutView, RegionKind};

use super::style::{Style, cell};
use crate::svg::{region_permissions, region_usage};
use crate::words;

/// The regions of the address space, high addresses first.
pub fn layout(view: &LayoutView, contents_max: usize, style: Style) -> String {
    let mut out = String::new();
    for region in &view.regions {
        if region.kind == RegionKind::Unmapped {
            let hole = words::size(region.end - region.start);
            out.push_str(&style.dim(&format!("  ⋮ {hole} where nothing is mapped")));
            out.push('\n');
            continue;
        }
        let range = format!("{} – {}", words::address(region.start), words::address(region.end));
        let name = style.bold(&cell(words::region_name(region.kind), 7));
        let usage = cell(&region_usage(region), 18);
        out.push_str(&format!(
            "{name} {}  {usage} {}\n",
            region_permissions(region),
            style.dim(&range)
        ));
        for thing in region.contents.iter().take(contents_max) {
            let place =
                thing.place.as_deref().unwrap_or(if thing.is_library { "C library" } else { "" });
            let text = format!(
                "        {} {} {}  {place}",
                cell(&words::address(thing.address), 12),
                cell(&thing.name, 24),
                cell(&words::size(thing.size), 9),
            );
            out.push_str(
                if thing.is_library { style.dim(text.trim_end()) } else { text.trim_end().into() }
                    .as_str(),
            );
            out.push('\n');
        }
        if region.contents.len() > contents_max {
            let more = (region.contents.len() - contents_max) as u64;
            out.push_str(&format!("        … and {} more\n", more));
        }
    }
    out
}
