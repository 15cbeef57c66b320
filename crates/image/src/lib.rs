//! The image: the one thing that crosses from the compiling side to the running side.
//!
//! An ELF file in memory, with DWARF for people and debuggers, and the access table for the
//! checker. This room writes and reads all three, links objects, and answers questions about
//! addresses.

pub mod access;
mod archive;
mod binary;
pub mod debug;
mod dwarf;
mod dynamic;
mod elf;
mod error;
pub mod evaluate;
mod gaps;
mod image;
pub mod link;
mod loaded;
mod lookup;
mod names;
pub mod object;
mod plt;
mod prologue;
mod spelling;
mod symbols;
pub mod types;
pub mod unwind;

pub use archive::{Archive, MemberId};
pub use binary::{BinaryError, BinaryKind, BinaryLayout, BinaryPart, binary_layouts};
pub use dwarf::write::finish;
pub use dynamic::Dynamic;
pub use elf::compressed::Compression;
pub use elf::object_read::{ReadError, read_object};
pub use elf::object_write::write_object;
pub use error::{Guess, ImageError};
pub use gaps::DebugGap;
pub use image::{
    Image, Permissions, ProgramHeaders, Section, Segment, ThreadLocal, USER_ADDRESS_END,
};
pub use link::{LinkError, Options as LinkOptions, link};
pub use lookup::LineAt;
pub use names::{abbreviate, demangle};
pub use symbols::Symbol;
