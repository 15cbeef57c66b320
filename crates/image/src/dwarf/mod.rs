//! DWARF: [`debug`](crate::debug) written into an object, and read back from an executable of any
//! compiler.

mod aranges_write;
pub(crate) mod expression;
mod frame_write;
pub(crate) mod read;
mod read_entries;
pub(crate) mod read_frames;
mod read_lines;
mod read_locations;
mod read_names;
mod read_origins;
mod read_ranges;
mod read_types;
mod read_units;
mod type_write;
pub(crate) mod write;

/// The number of `tp`, which points at the thread's copy of what is thread-local.
pub(crate) const THREAD_POINTER: u16 = 4;
