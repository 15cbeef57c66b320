//! SVG: one figure of memory at a moment, legible at 700 pixels, for light and dark pages.

mod arrows;
mod blocks;
mod canvas;
mod layout;
mod stack;
mod table;
mod theme;

use view::MemoryView;

use crate::words;
use canvas::{Anchor, Canvas, Font, escape};

pub(crate) use blocks::{chunk_history as block_history, chunk_title as block_title};
pub(crate) use canvas::escape as escape_xml;
pub(crate) use layout::{permissions as region_permissions, usage as region_usage};
pub(crate) use stack::{ghost_rows, state as frame_state};

/// The width of every figure.
const WIDTH: i32 = 780;
/// Where the drawing begins and ends, left of the lane in which pointers' arrows run.
const LEFT: i32 = 24;
const RIGHT: i32 = 736;
/// Where the wide column begins when the layout stands to its left.
const COLUMN: i32 = 194;

/// Which parts of memory a figure shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// Only the layout.
    Layout,
    /// Layout and stack.
    Stack,
    /// Layout and heap.
    Heap,
    /// Everything that there is.
    All,
}

/// The words around a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caption {
    /// One sentence: what this figure shows.
    pub title: String,
    /// Where in the run and in the source it is.
    pub subtitle: String,
    /// A few sentences below the drawing.
    pub text: String,
}

/// Draws a figure that stands alone, with its words around it. Without a text of its own, it says what is seen.
pub fn draw(view: &MemoryView, caption: &Caption, what: What) -> String {
    let mut canvas = Canvas::default();
    let title = Font::Title.fit(&caption.title, RIGHT - LEFT);
    canvas.text(LEFT, 34, Anchor::Start, Font::Title, "", &title);
    let subtitle = Font::Sans.fit(&caption.subtitle, RIGHT - LEFT);
    canvas.text(LEFT, 56, Anchor::Start, Font::Sans, "soft", &subtitle);
    let bottom = parts(&mut canvas, view, what, 92);
    let seen = seen(view, what);
    let text = if caption.text.is_empty() { &seen } else { &caption.text };
    let height = footer(&mut canvas, text, bottom + 6);
    let description = [caption.subtitle.as_str(), &caption.text, &seen].join(" ");
    document(canvas, &caption.title, description.trim(), height)
}

/// Draws a figure for a page that says its words beside it.
pub(crate) fn draw_bare(view: &MemoryView, title: &str, what: What) -> String {
    let mut canvas = Canvas::default();
    let bottom = parts(&mut canvas, view, what, 28);
    document(canvas, title, &seen(view, what), bottom + 12)
}

/// The figure in words, for those who cannot see it.
pub(crate) fn seen(view: &MemoryView, what: What) -> String {
    match what {
        What::Layout => words::layout_seen(view),
        What::Stack => words::stack_seen(view),
        What::Heap => match words::heap_seen(view) {
            text if text.is_empty() => "The heap has no block.".into(),
            text => text,
        },
        What::All => words::seen(view),
    }
}

/// Draws the parts of memory from `top` down; gives where they end.
fn parts(canvas: &mut Canvas, view: &MemoryView, what: What, top: i32) -> i32 {
    let bottom = layout::draw(canvas, &view.layout, what == What::Layout, top);
    let mut places = arrows::Places::default();
    let mut y = top;
    if matches!(what, What::Stack | What::All) {
        y = stack::draw(canvas, &mut places, &view.stack, y);
    }
    if what == What::Heap || what == What::All && !view.heap.chunks.is_empty() {
        let first = if what == What::Heap { y - 12 } else { y };
        y = blocks::heap(canvas, &mut places, &view.heap, first);
    }
    if what == What::All && !view.globals.is_empty() {
        y = blocks::globals(canvas, &mut places, &view.globals, y);
    }
    places.draw(canvas);
    bottom.max(y)
}

/// The sentences below the drawing, broken into lines; gives the height of the figure.
fn footer(canvas: &mut Canvas, text: &str, y: i32) -> i32 {
    let lines = wrap(text, Font::Sans, RIGHT - LEFT - 32);
    if lines.is_empty() {
        return y + 12;
    }
    let height = 22 + 18 * lines.len() as i32;
    canvas.rect(LEFT, y, RIGHT - LEFT, height, 6, "card");
    for (index, line) in lines.iter().enumerate() {
        canvas.text(LEFT + 16, y + 25 + 18 * index as i32, Anchor::Start, Font::Sans, "", line);
    }
    y + height + 20
}

fn wrap(text: &str, font: Font, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if font.width(line) + font.width(word) + 4 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(font.fit(word, width)),
        }
    }
    lines
}

fn document(canvas: Canvas, title: &str, description: &str, height: i32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<style>{}</style>\n{}\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" class=\"page\"/>\n{}</svg>\n",
        escape(title),
        escape(description),
        theme::STYLE,
        theme::DEFINITIONS,
        canvas.into_body()
    )
}

/// The style sheet of the figures, once for a page that holds several.
pub(crate) const STYLE: &str = theme::STYLE;

/// A figure for use inside a page that holds [`STYLE`]: its ids become its own.
pub(crate) fn inline(svg: &str, id: &str) -> String {
    svg.replace(&format!("<style>{STYLE}</style>\n"), "")
        .replace("id=\"title\"", &format!("id=\"{id}-title\""))
        .replace("id=\"desc\"", &format!("id=\"{id}-desc\""))
        .replace("\"title desc\"", &format!("\"{id}-title {id}-desc\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(what: What) -> String {
        let caption = Caption {
            title: "foo has returned 30. Its frame is released, not erased.".into(),
            subtitle: "step 6 of 9  ·  memory.c:9  int z = foo(x, y);".into(),
            text: "z receives 30 from register a0. Nothing clears foo’s 48 bytes: the next call \
                   starts with what they hold."
                .into(),
        };
        draw(&crate::sample::memory(), &caption, what)
    }

    #[test]
    fn the_same_view_gives_the_same_bytes() {
        assert_eq!(sample(What::All), sample(What::All));
    }

    #[test]
    fn a_figure_has_a_text_for_those_who_cannot_see_it() {
        let svg = sample(What::All);
        assert!(svg.contains("<title id=\"title\">foo has returned 30."));
        assert!(svg.contains("Below the stack pointer lies the released frame of foo"));
    }

    #[test]
    fn what_is_asked_for_is_drawn() {
        expect_test::expect_file!["../../tests/sample-all.svg"].assert_eq(&sample(What::All));
        expect_test::expect_file!["../../tests/sample-layout.svg"].assert_eq(&sample(What::Layout));
    }
}
