//! Words: how numbers, values and rows are written, and the sentences of the story.

mod cells;
mod numbers;
mod regions;
mod seen;
mod sentences;
mod values;

pub use cells::{Cells, Tone, cells, visible_rows};
pub use numbers::{address, bytes, count, file_name, size};
pub(crate) use regions::{library_size, own_things};
pub use regions::{region_name, region_sentence};
pub(crate) use seen::object;
pub use seen::{heap_seen, layout_seen, seen, stack_seen};
pub use sentences::{ending_phrase, headline, paragraph, released, statement_text};
pub(crate) use sentences::{is_seen, list};
pub use values::value;
