//! The layout column: the regions of the address space, high addresses on top, not to scale.

use view::{LayoutView, RegionKind, RegionView};

use super::canvas::{Anchor, Canvas, Font};
use super::{LEFT, RIGHT};
use crate::words;

const TOP: i32 = 104;
const NARROW: i32 = 130;

/// Draws the column; wide, with addresses and contents, when it is the whole figure. Gives its bottom.
pub(crate) fn draw(canvas: &mut Canvas, layout: &LayoutView, is_wide: bool) -> i32 {
    let width = if is_wide { RIGHT - LEFT } else { NARROW };
    canvas.text(LEFT, 92, Anchor::Start, Font::Bold, "", "Memory");
    canvas.text(LEFT + width, 92, Anchor::End, Font::Small, "soft", "not to scale");
    let mut y = TOP;
    for region in &layout.regions {
        let height = height(region, is_wide);
        draw_region(canvas, region, y, width, height);
        if is_wide {
            draw_contents(canvas, region, y);
        }
        y += height;
    }
    y + 14
}

fn height(region: &RegionView, is_wide: bool) -> i32 {
    let shown = region.contents.len().min(CONTENTS_SHOWN) as i32;
    let least = match region.kind {
        RegionKind::Stack => 64,
        RegionKind::Unmapped => 40,
        RegionKind::Guard => 28,
        _ => 44,
    };
    if is_wide { least.max(30 + 18 * shown) } else { least }
}

fn draw_region(canvas: &mut Canvas, region: &RegionView, y: i32, width: i32, height: i32) {
    if region.kind == RegionKind::Unmapped {
        canvas.rect(LEFT, y, width, height, 0, "gap");
        let middle = LEFT + NARROW / 2;
        canvas.text(middle, y + height / 2 + 4, Anchor::Middle, Font::Small, "soft", "unmapped");
        return;
    }
    canvas.rect(LEFT, y, width, height, 0, "card");
    canvas.rect(LEFT, y, 4, height, 0, bar(region.kind));
    canvas.text(LEFT + 12, y + 19, Anchor::Start, Font::Bold, "", words::region_name(region.kind));
    canvas.text(LEFT + NARROW - 8, y + 19, Anchor::End, Font::Mono, "soft", &permissions(region));
    if height >= 40 {
        canvas.text(LEFT + 12, y + 36, Anchor::Start, Font::Small, "soft", &usage(region));
    }
}

fn bar(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Code | RegionKind::ReadOnlyData => "bar-code",
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

fn draw_contents(canvas: &mut Canvas, region: &RegionView, y: i32) {
    if region.kind == RegionKind::Unmapped {
        return;
    }
    let range = format!("{} – {}", words::address(region.start), words::address(region.end));
    canvas.text(RIGHT - 12, y + 19, Anchor::End, Font::Mono, "soft", &range);
    let shown = region.contents.len().min(CONTENTS_SHOWN);
    for (index, thing) in region.contents.iter().take(shown).enumerate() {
        let baseline = y + 19 + 18 * index as i32;
        let is_last = index + 1 == CONTENTS_SHOWN && region.contents.len() > CONTENTS_SHOWN;
        if is_last {
            let more = (region.contents.len() - index) as u64;
            let text = format!("… and {}", words::count(more, "more", "more"));
            canvas.text(LEFT + 160, baseline, Anchor::Start, Font::Note, "soft", &text);
            return;
        }
        let class = if thing.is_library { "soft" } else { "" };
        canvas.text(
            LEFT + 160,
            baseline,
            Anchor::Start,
            Font::Mono,
            class,
            &words::address(thing.address),
        );
        let name = Font::Sans.fit(&thing.name, 190);
        canvas.text(LEFT + 262, baseline, Anchor::Start, Font::Sans, class, &name);
        canvas.text(
            LEFT + 490,
            baseline,
            Anchor::End,
            Font::Note,
            "soft",
            &words::size(thing.size),
        );
    }
}
