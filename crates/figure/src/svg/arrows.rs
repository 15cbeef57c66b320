//! Arrows: from a pointer's row to the row that it points to, in a lane right of the cards.

use super::RIGHT;
use super::canvas::Canvas;
use crate::words::{Cells, Tone};

/// Where rows were drawn, and which of them point somewhere.
#[derive(Default, Debug)]
pub(crate) struct Places {
    rows: Vec<(String, i32)>,
    arrows: Vec<(i32, u64, bool)>,
}

/// At most so many arrows have a lane of their own; more would only be a thicket.
const LANES: usize = 5;
const ARROWS_MAX: usize = 24;

impl Places {
    /// Remembers that a row's middle is at `y`.
    pub(crate) fn remember(&mut self, cells: &Cells, y: i32) {
        self.rows.push((cells.address.clone(), y));
        if let Some(target) = cells.points_to {
            self.arrows.push((y, target, cells.tone == Tone::Broken));
        }
    }

    /// Draws an arrow for each pointer whose target has a row.
    pub(crate) fn draw(&self, canvas: &mut Canvas) {
        let drawable = self.arrows.iter().filter_map(|&(from, target, is_broken)| {
            let address = crate::words::address(target);
            let (_, to) = self.rows.iter().find(|(row, _)| *row == address)?;
            Some((from, *to, is_broken))
        });
        for (index, (from, to, is_broken)) in drawable.take(ARROWS_MAX).enumerate() {
            let bend = RIGHT + 14 + 6 * (index % LANES) as i32;
            let path = format!("M{RIGHT} {from} C {bend} {from} {bend} {to} {} {to}", RIGHT + 3);
            canvas.arrow(&path, is_broken);
        }
    }
}
