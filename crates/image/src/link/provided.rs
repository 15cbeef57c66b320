//! Symbols that the linker itself defines where they are used: the ends of the program's parts, the
//! bounds of sections that are named like C identifiers, and where thread-local storage is.
//!
//! **Rule**: GNU ld manual, "Orphan Sections" (`__start_SECNAME`) and "PROVIDE"; System V ABI
//! "Initialization and Termination Functions".

use super::gather;
use super::layout::{BSS, DATA, Layout};
use crate::object::Object;
use std::borrow::Borrow;

/// The block that holds the first thread's copy of what is thread-local; `tp` points at it.
pub(crate) const THREAD_BLOCK: &str = "__cutaway_thread_block";
/// The initial values of what is thread-local: where they begin and end.
const THREAD_IMAGE: &str = "__cutaway_thread_image";
const THREAD_IMAGE_END: &str = "__cutaway_thread_image_end";
/// One past the block's last byte.
const THREAD_BLOCK_END: &str = "__cutaway_thread_block_end";

/// Those that every program can use.
const NAMES: [&str; 7] = [
    "_edata",
    "__bss_start",
    "_end",
    THREAD_BLOCK,
    THREAD_BLOCK_END,
    THREAD_IMAGE,
    THREAD_IMAGE_END,
];

/// Whether the linker defines a name in a program of these objects.
pub(super) fn is_provided<'a, T: Borrow<Object> + 'a>(name: &str, objects: &[T]) -> bool {
    NAMES.contains(&name)
        || gather::bound(name).is_some_and(|(section, _)| {
            let mut sections = objects.iter().flat_map(|object| &object.borrow().sections);
            gather::is_array(section) || sections.any(|known| known.name == section)
        })
}

/// The address of a symbol that the linker defines.
pub(super) fn address(name: &str, layout: &Layout) -> Option<u64> {
    let sections = &layout.sections;
    let thread = &layout.thread;
    Some(match name {
        "_edata" => sections[DATA].end(),
        "__bss_start" => sections[BSS].address,
        "_end" => sections[BSS].end(),
        THREAD_BLOCK => layout.thread_block(),
        THREAD_BLOCK_END => layout.thread_block() + thread.size,
        THREAD_IMAGE => thread.image,
        THREAD_IMAGE_END => thread.image + thread.image_size,
        _ => {
            let (section, is_end) = gather::bound(name)?;
            layout.gathered_bound(section, is_end)
        }
    })
}
