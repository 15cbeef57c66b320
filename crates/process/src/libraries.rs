//! Shared libraries: what the program's own loader has mapped besides the program.

use crate::module::Module;
use crate::{Mapping, MappingKind, Process};
use image::Image;
use machine::VirtAddr;
use std::sync::Arc;

/// How many libraries are told of.
const LIBRARIES_MAX: usize = 256;

impl Process {
    /// The shared libraries that are mapped now, lowest addresses first, as far as memory has them:
    /// see [`Image::from_memory`].
    ///
    /// **Effects**: none; memory is only looked at. **Cost**: copies each of them.
    pub fn libraries(&self) -> Vec<Module> {
        let mut found: Vec<Module> = vec![];
        let mut end = VirtAddr(0);
        let mut start = None;
        for mapping in self.mappings() {
            if mapping.start != end {
                start = None;
            }
            end = mapping.end;
            if self.begins_library(mapping) {
                start = Some(mapping.start);
            }
            if mapping.perm.x
                && let Some(start) = start.take()
            {
                found.extend(self.library_at(start));
            }
        }
        found.truncate(LIBRARIES_MAX);
        found
    }

    /// Whether the first bytes of a mapping are those of an ELF file.
    fn begins_library(&self, mapping: &Mapping) -> bool {
        mapping.kind == MappingKind::File
            && self.machine().peek_u32(mapping.start) == Ok(u32::from_le_bytes(*b"\x7fELF"))
            && !self.modules().iter().any(|module| module.contains(mapping.start.0))
    }

    fn library_at(&self, start: VirtAddr) -> Option<Module> {
        let read =
            |address: u64, bytes: &mut [u8]| self.machine().peek(VirtAddr(address), bytes).is_ok();
        let (image, bias) = Image::from_memory(start.0, &read)?;
        Some(Module { image: Arc::new(image), bias })
    }
}
