//! Words: how numbers, values and rows are written, and the sentences of the story.

mod cells;
mod numbers;
mod sentences;
mod values;

pub use cells::{Cells, Tone, cells, visible_rows};
pub use numbers::{address, bytes, count, size};
pub use sentences::{ending_phrase, headline, paragraph, region_name, region_sentence, released};
pub use values::value;
