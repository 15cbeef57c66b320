//! The layout column: the regions of the address space, high addresses on top, not to scale.

use view::{LayoutView, RegionKind, RegionView};

use super::canvas::{Anchor, Canvas, Font};
use super::{LEFT, RIGHT};
use crate::words;

const NARROW: i32 = 130;

/// Draws the column; wide, with addresses and contents, when it is the whole figure. Gives its bottom.
pub(crate) fn draw(canvas: &mut Canvas, layout: &LayoutView, is_wide: bool, top: i32) -> i32 {
    let width = if is_wide { RIGHT - LEFT } else { NARROW };
    canvas.text(LEFT, top, Anchor::Start, Font::Bold, "", "Memory");
    canvas.text(LEFT + width, top, Anchor::End, Font::Small, "soft", "not to scale");
    let mut y = top + 12;
    for (index, region) in layout.regions.iter().enumerate() {
        let is_last = index + 1 == layout.regions.len();
        let above = index.checked_sub(1).map(|above| &layout.regions[above]);
        let is_told = !is_wide && is_same_library(region, above);
        if is_told || !is_drawn(region, layout, is_wide, is_last) {
            continue;
        }
        let height = height(region, is_wide);
        draw_region(canvas, region, y, width, height, is_wide);
        if is_wide {
            draw_contents(canvas, region, y);
        }
        y += height;
    }
    y + 14
}

/// Whether two regions belong to one library: where there is little room, its first stands for all.
fn is_same_library(region: &RegionView, other: Option<&RegionView>) -> bool {
    region.library.is_some() && other.is_some_and(|other| other.library == region.library)
}

/// What lies below the code is no part of the program; beside a stack, its guard is shown only when the stack comes
/// near.
fn is_drawn(region: &RegionView, layout: &LayoutView, is_wide: bool, is_last: bool) -> bool {
    let is_near = |stack: &RegionView| {
        stack.kind == RegionKind::Stack && stack.used.saturating_mul(2) > stack.limit
    };
    match region.kind {
        RegionKind::Unmapped => !is_last,
        RegionKind::Guard => is_wide || layout.regions.iter().any(is_near),
        _ => true,
    }
}

fn height(region: &RegionView, is_wide: bool) -> i32 {
    let shown = lines(region).len() as i32;
    let least = match region.kind {
        RegionKind::Stack => 64,
        RegionKind::Unmapped => 40,
        RegionKind::Guard => 28,
        _ => 44,
    };
    if is_wide { least.max(18 + 18 * shown) } else { least }
}

fn draw_region(
    canvas: &mut Canvas,
    region: &RegionView,
    y: i32,
    width: i32,
    height: i32,
    is_wide: bool,
) {
    if region.kind == RegionKind::Unmapped {
        canvas.rect(LEFT, y, width, height, 0, "gap");
        let middle = LEFT + NARROW / 2;
        canvas.text(middle, y + height / 2 + 4, Anchor::Middle, Font::Small, "soft", "unmapped");
        return;
    }
    canvas.rect(LEFT, y, width, height, 0, "card");
    canvas.rect(LEFT, y, 4, height, 0, bar(region.kind));
    canvas.text(LEFT + 12, y + 19, Anchor::Start, Font::Bold, "", words::region_name(region.kind));
    let library = region.library.as_ref().filter(|_| !is_wide);
    if let Some(library) = library {
        let name = Font::Small.fit(library, NARROW - 20);
        canvas.text(LEFT + 12, y + 36, Anchor::Start, Font::Small, "soft", &name);
        return;
    }
    canvas.text(LEFT + NARROW - 8, y + 19, Anchor::End, Font::Mono, "soft", &permissions(region));
    if height >= 40 {
        canvas.text(LEFT + 12, y + 36, Anchor::Start, Font::Small, "soft", &usage(region));
    }
}

fn bar(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Code | RegionKind::ReadOnlyData | RegionKind::Library => "bar-code",
        RegionKind::Data | RegionKind::Bss => "bar-data",
        RegionKind::Heap => "bar-heap",
        RegionKind::Guard => "bar-guard",
        RegionKind::Stack | RegionKind::Mapped | RegionKind::Unmapped => "bar-stack",
    }
}

/// `rw-`, as `ls` and `/proc` write permissions.
pub(crate) fn permissions(region: &RegionView) -> String {
    let flag = |is_set: bool, letter: char| if is_set { letter } else { '-' };
    [flag(region.readable, 'r'), flag(region.writable, 'w'), flag(region.executable, 'x')]
        .iter()
        .collect()
}

/// How much of a region is used, with the way in which it grows.
pub(crate) fn usage(region: &RegionView) -> String {
    match region.kind {
        RegionKind::Stack => {
            format!("↓ {} of {}", words::size(region.used), words::size(region.limit))
        }
        RegionKind::Heap => format!("↑ {}", words::size(region.used)),
        _ => words::size(region.used),
    }
}

const CONTENTS_SHOWN: usize = 6;

/// A line of what is in a region: address, name, size, and whether it is the C library's.
struct Line {
    address: String,
    name: String,
    size: String,
    is_soft: bool,
}

/// The program's own things, then what the C library takes.
fn lines(region: &RegionView) -> Vec<Line> {
    let own = words::own_things(region);
    let mut lines: Vec<Line> = own
        .iter()
        .take(CONTENTS_SHOWN)
        .map(|thing| Line {
            address: words::address(thing.address),
            name: thing.name.clone(),
            size: words::size(thing.size),
            is_soft: false,
        })
        .collect();
    let mut rest = |name: String, size: String| {
        lines.push(Line { address: String::new(), name, size, is_soft: true });
    };
    if own.len() > CONTENTS_SHOWN {
        rest(format!("… and {} more", own.len() - CONTENTS_SHOWN), String::new());
    }
    let library = words::library_size(region);
    if let Some(name) = &region.library {
        rest(name.clone(), String::new());
    } else if library > 0 {
        rest("the C library’s".into(), words::size(library));
    }
    lines
}

fn draw_contents(canvas: &mut Canvas, region: &RegionView, y: i32) {
    if region.kind == RegionKind::Unmapped {
        return;
    }
    let range = format!("{} – {}", words::address(region.start), words::address(region.end));
    canvas.text(RIGHT - 12, y + 19, Anchor::End, Font::Mono, "soft", &range);
    for (index, line) in lines(region).iter().enumerate() {
        let baseline = y + 19 + 18 * index as i32;
        let class = if line.is_soft { "soft" } else { "" };
        let name = Font::Sans.fit(&line.name, 176);
        let (address, size) = (&line.address, &line.size);
        canvas.text(LEFT + 160, baseline, Anchor::Start, Font::Mono, class, address);
        canvas.text(LEFT + 262, baseline, Anchor::Start, Font::Sans, class, &name);
        canvas.text(LEFT + 490, baseline, Anchor::End, Font::Note, "soft", size);
    }
}
