//! The static linker: objects and the library's members they need become one executable.
//!
//! In this order: `resolve` finds out which objects take part and what each symbol means; `layout`
//! puts their sections end to end and gives them addresses; `relocate` fills in what depends on
//! addresses; `emit` writes the file. The bytes depend on nothing but the arguments.

mod emit;
mod error;
mod layout;
mod relocate;
mod resolve;

pub use error::LinkError;

use crate::archive::Archive;
use crate::object::Object;

/// How to link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    /// The symbol that execution starts at.
    pub entry: String,
    /// Where the first segment goes; a multiple of the page size.
    pub base_address: u64,
}

impl Default for Options {
    /// Entry `_start`, at 0x1_0000.
    fn default() -> Options {
        Options { entry: "_start".into(), base_address: 0x1_0000 }
    }
}

/// Links objects, and the members of `archive` that define what they need, into an ELF executable.
///
/// **Errors**: everything that is wrong with the symbols, or else everything that is wrong with the
/// relocations.
pub fn link(
    objects: &[Object],
    archive: &Archive,
    options: &Options,
) -> Result<Vec<u8>, Vec<LinkError>> {
    let program = resolve::resolve(objects, archive, &options.entry)?;
    let mut layout = layout::layout(&program, options.base_address).map_err(|error| vec![error])?;
    relocate::relocate(&program, &mut layout)?;
    Ok(emit::emit(&program, &layout))
}
