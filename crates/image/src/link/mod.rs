//! The static linker: objects and the library's members they need become one executable.
//!
//! In this order: `resolve` finds out which objects take part and what each symbol means; `layout`
//! puts their sections end to end and gives them addresses; `relocate` fills in what depends on
//! addresses; `emit` writes the file. The bytes depend on nothing but the arguments.

mod data;
mod emit;
mod error;
mod gather;
mod layout;
pub(crate) mod provided;
pub(crate) mod relocate;
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

/// Whether an object asks for more than a stack before `main` can run: thread-local storage, or
/// functions that are called before and after it.
pub fn needs_preparation(object: &Object) -> bool {
    object.sections.iter().any(|section| {
        section.kind.is_thread_local()
            || gather::group(&section.name, section.kind)
                .is_some_and(|(it, _)| gather::is_array(it))
    })
}

/// Links objects, and the members of archives that define what they need, into an ELF executable.
/// Of several archives that define a name, the first counts.
///
/// **Errors**: everything that is wrong with the symbols, or else everything that is wrong with the
/// relocations.
pub fn link(
    objects: &[Object],
    archives: &[&Archive],
    options: &Options,
) -> Result<Vec<u8>, Vec<LinkError>> {
    let program = resolve::resolve(objects, archives, &options.entry)?;
    let mut layout = layout::layout(&program, options.base_address).map_err(|error| vec![error])?;
    relocate::relocate(&program, &mut layout)?;
    layout.fill_thread_block();
    Ok(emit::emit(&program, &layout))
}
