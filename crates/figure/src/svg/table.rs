//! The table: rows of memory inside a card, in five columns.

use super::RIGHT;
use super::arrows::Places;
use super::canvas::{Anchor, Canvas, Font};
use crate::words::{Cells, Tone};

const ADDRESS: i32 = 208;
const NAME: i32 = 302;
const TYPE: i32 = 416;
const VALUE: i32 = 518;
const NOTE_END: i32 = RIGHT - 14;
const ROW: i32 = 22;
const SECOND_LINE: i32 = 17;

/// How high the rows are together.
pub(crate) fn height(rows: &[Cells]) -> i32 {
    rows.iter().map(row_height).sum()
}

fn row_height(cells: &Cells) -> i32 {
    if note_fits_beside(cells) { ROW } else { ROW + SECOND_LINE }
}

fn value_width(cells: &Cells) -> i32 {
    Font::Mono.width(&cells.value).min(NOTE_END - VALUE)
}

fn note_fits_beside(cells: &Cells) -> bool {
    cells.note.is_empty()
        || VALUE + value_width(cells) + 14 + Font::Note.width(&cells.note) <= NOTE_END
}

/// Draws the rows from `y` down and remembers where each address went.
pub(crate) fn draw(canvas: &mut Canvas, places: &mut Places, rows: &[Cells], y: i32) {
    let mut top = y;
    for cells in rows {
        let height = row_height(cells);
        draw_row(canvas, cells, top, height);
        places.remember(cells, top + ROW / 2);
        top += height;
    }
}

/// How far a part of an object is shifted to the right, and how often at most.
const INDENT: i32 = 9;
const DEPTH_MAX: i32 = 4;

fn draw_row(canvas: &mut Canvas, cells: &Cells, top: i32, height: i32) {
    match cells.tone {
        Tone::Changed => canvas.rect(NAME - 6, top, NOTE_END - NAME + 10, height - 1, 4, "hot"),
        Tone::Indeterminate => canvas.rect(VALUE - 6, top + 2, 34, ROW - 5, 3, "hatch"),
        _ => {}
    }
    let baseline = top + 15;
    let (name_class, value_class, note_class) = classes(cells.tone);
    let name_font = if name_class == "strong" { Font::Bold } else { Font::Sans };
    let plain = cells.name.trim_start();
    let depth = (cells.name.len() - plain.len()) as i32 / 2;
    let start = NAME + INDENT * depth.min(DEPTH_MAX);
    let name = name_font.fit(plain, TYPE - start - 4);
    let ty = Font::Mono.fit(&cells.ty, VALUE - TYPE - 4);
    let value = Font::Mono.fit(&cells.value, NOTE_END - VALUE);
    canvas.text(ADDRESS, baseline, Anchor::Start, Font::Mono, soft(cells.tone), &cells.address);
    canvas.text(start, baseline, Anchor::Start, Font::Sans, name_class, &name);
    canvas.text(TYPE, baseline, Anchor::Start, Font::Mono, soft(cells.tone), &ty);
    canvas.text(VALUE, baseline, Anchor::Start, Font::Mono, value_class, &value);
    let note_baseline = if note_fits_beside(cells) { baseline } else { baseline + SECOND_LINE };
    let note = Font::Note.fit(&cells.note, NOTE_END - NAME);
    canvas.text(NOTE_END, note_baseline, Anchor::End, Font::Note, note_class, &note);
}

fn soft(tone: Tone) -> &'static str {
    if tone == Tone::Ghost { "ghost" } else { "soft" }
}

/// The classes of name, value and note.
fn classes(tone: Tone) -> (&'static str, &'static str, &'static str) {
    match tone {
        Tone::Plain => ("strong", "strong", "soft"),
        Tone::Machinery => ("soft it", "", "soft"),
        Tone::Changed => ("strong", "strong", "chg"),
        Tone::Indeterminate => ("strong", "soft", "soft it"),
        Tone::Ghost => ("ghost it", "ghost strong", "ghost it"),
        Tone::Broken => ("strong", "bad strong", "bad"),
    }
}
