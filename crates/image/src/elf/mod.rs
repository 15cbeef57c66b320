//! The Executable and Linkable Format, 64-bit little-endian, as far as RISC-V Linux uses it.
//!
//! Terms: a *section* is a unit of linking, a *segment* a unit of loading; one byte of the file may
//! be part of both. The file's structures are drawn once, in [`format`]; the object reader and
//! writer, the linker and the image reader share them. They are read bytewise, so a file may lie at
//! any address in memory, and the borrow checker knows all there is to know about their lifetimes.

pub(crate) mod compressed;
pub(crate) mod format;
pub(crate) mod object_read;
pub(crate) mod object_write;
pub(crate) mod output;
pub(crate) mod program_read;
