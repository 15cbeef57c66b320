//! DWARF: [`debug`](crate::debug) written into an object, and read back from an executable of any
//! compiler.

mod aranges_write;
mod frame_write;
pub(crate) mod read;
mod read_entries;
mod read_lines;
mod read_ranges;
mod read_types;
mod type_write;
pub(crate) mod write;
