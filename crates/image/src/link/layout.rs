//! Layout: the sections of all objects end to end, and their addresses.
//!
//! ```text
//! base       ┌──────────────┐
//!            │ ELF headers  │ r-x
//!            │ .text        │
//!  next page ├──────────────┤
//!            │ .rodata      │ r--
//!  next page ├──────────────┤
//!            │ .data        │ rw-
//!            │ .bss         │
//!            └──────────────┘ _end
//! ```
//! Nothing shares a page with what has other permissions; a segment without sections does not
//! exist.

use super::LinkError;
use super::resolve::{PROVIDED, Program};
use crate::elf::format::{FileHeader, ProgramHeader};
use crate::image::USER_ADDRESS_END;
use crate::object::{Object, SectionId, SectionKind, SymbolId};

/// **Units**: bytes.
pub(super) const PAGE_SIZE: u64 = 4096;

/// The sections of the program.
#[derive(Debug)]
pub(super) struct Layout {
    /// Text, read-only data, data and bss at these indices, empty or not; then the sections that
    /// are not loaded.
    pub(super) sections: Vec<Merged>,
    /// For each object, for each section, where it went.
    placements: Vec<Vec<Placement>>,
    /// The addresses of [`PROVIDED`].
    provided: [u64; PROVIDED.len()],
    /// How many program headers the file has.
    pub(super) program_header_count: usize,
    pub(super) base_address: u64,
}

/// Sections of one name or kind, end to end.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) name: String,
    pub(super) kind: SectionKind,
    pub(super) align: u64,
    pub(super) size: u64,
    /// Empty for bss.
    pub(super) bytes: Vec<u8>,
    /// 0 for sections that are not loaded.
    pub(super) address: u64,
}

/// Where a section of an object went.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placement {
    /// In [`Layout::sections`].
    pub(super) section: usize,
    /// **Units**: bytes from its start.
    pub(super) offset: u64,
}

/// The indices of the loaded sections in [`Layout::sections`].
pub(super) const TEXT: usize = 0;
pub(super) const READ_ONLY_DATA: usize = 1;
pub(super) const DATA: usize = 2;
pub(super) const BSS: usize = 3;

/// Lays the program out from `base_address`.
///
/// **Errors**: it does not fit, or an alignment is not a power of two.
pub(super) fn layout(program: &Program, base_address: u64) -> Result<Layout, LinkError> {
    let loaded = [
        (".text", SectionKind::Text),
        (".rodata", SectionKind::ReadOnlyData),
        (".data", SectionKind::Data),
        (".bss", SectionKind::Bss),
    ];
    let mut layout = Layout {
        sections: loaded.map(|(name, kind)| Merged::new(name, kind)).into(),
        placements: vec![],
        provided: [0; PROVIDED.len()],
        program_header_count: 0,
        base_address,
    };
    for object in &program.objects {
        let placements = layout.place_sections(object)?;
        layout.placements.push(placements);
    }
    layout.assign_addresses()?;
    Ok(layout)
}

impl Merged {
    fn new(name: &str, kind: SectionKind) -> Merged {
        Merged { name: name.into(), kind, align: 1, size: 0, bytes: vec![], address: 0 }
    }

    /// Makes room for `size` bytes, and says where.
    fn reserve(&mut self, size: u64, align: u64) -> Option<u64> {
        let offset = self.size.checked_next_multiple_of(align)?;
        let end = offset.checked_add(size).filter(|&end| end <= USER_ADDRESS_END)?;
        self.align = self.align.max(align);
        self.size = end;
        Some(offset)
    }

    fn end(&self) -> u64 {
        self.address + self.size
    }
}

impl Layout {
    fn place_sections(&mut self, object: &Object) -> Result<Vec<Placement>, LinkError> {
        let mut placements = Vec::with_capacity(object.sections.len());
        for section in &object.sections {
            let align = section.align.max(1);
            if !align.is_power_of_two() {
                let what = "an alignment is not a power of two";
                return Err(LinkError::Malformed { object: object.name.clone(), what });
            }
            let index = match section.kind {
                SectionKind::Text => TEXT,
                SectionKind::ReadOnlyData => READ_ONLY_DATA,
                SectionKind::Data => DATA,
                SectionKind::Bss => BSS,
                SectionKind::Debug => self.debug_section(&section.name),
            };
            let merged = &mut self.sections[index];
            let has_bytes = section.kind != SectionKind::Bss;
            let size = if has_bytes { section.bytes.len() as u64 } else { section.size };
            let offset = merged.reserve(size, align).ok_or(LinkError::TooLarge)?;
            if has_bytes {
                merged.bytes.resize(offset as usize, 0);
                merged.bytes.extend_from_slice(&section.bytes);
            }
            placements.push(Placement { section: index, offset });
        }
        Ok(placements)
    }

    fn debug_section(&mut self, name: &str) -> usize {
        let known = self.sections.iter().skip(BSS + 1).position(|section| section.name == name);
        known.map(|index| index + BSS + 1).unwrap_or_else(|| {
            self.sections.push(Merged::new(name, SectionKind::Debug));
            self.sections.len() - 1
        })
    }

    fn assign_addresses(&mut self) -> Result<(), LinkError> {
        let is_used = |index: usize| self.sections[index].size > 0;
        // The text segment is always there, as it holds the headers; and one says how the stack is
        // to be.
        let count =
            2 + usize::from(is_used(READ_ONLY_DATA)) + usize::from(is_used(DATA) || is_used(BSS));
        self.program_header_count = count;
        let headers = (FileHeader::SIZE + count * ProgramHeader::SIZE) as u64;
        let mut address = Some(self.base_address + headers);
        for index in [TEXT, READ_ONLY_DATA, DATA, BSS] {
            let section = &mut self.sections[index];
            let starts_page = index == READ_ONLY_DATA || index == DATA;
            let align = if starts_page { section.align.max(PAGE_SIZE) } else { section.align };
            address = address.and_then(|address| address.checked_next_multiple_of(align));
            section.address = address.ok_or(LinkError::TooLarge)?;
            address = section.address.checked_add(section.size);
        }
        let end = self.sections[BSS].end();
        if end > USER_ADDRESS_END {
            return Err(LinkError::TooLarge);
        }
        self.provided = [self.sections[DATA].end(), self.sections[BSS].address, end];
        Ok(())
    }

    /// Where a section of an object went.
    pub(super) fn placement(&self, object: usize, section: SectionId) -> Option<Placement> {
        self.placements.get(object)?.get(section.0 as usize).copied()
    }

    /// The address of a placement's first byte.
    pub(super) fn address(&self, placement: Placement) -> u64 {
        self.sections[placement.section].address.wrapping_add(placement.offset)
    }

    /// The address that a symbol of an object means.
    pub(super) fn symbol_address(
        &self,
        program: &Program,
        object: usize,
        symbol: SymbolId,
    ) -> Option<u64> {
        let global = *program.global_of.get(object)?.get(symbol.0 as usize)?;
        let (object, symbol) = match global {
            None => (object, symbol),
            Some(global) => {
                let global = &program.globals[global as usize];
                match global.definition {
                    Some(definition) => definition,
                    None => return self.provided_address(&global.name),
                }
            }
        };
        let at = program.objects[object].symbols.get(symbol.0 as usize)?.definition?;
        let placement = self.placement(object, at.section)?;
        Some(self.address(placement).wrapping_add(at.offset))
    }

    /// The address of a symbol that the linker defines.
    pub(super) fn provided_address(&self, name: &str) -> Option<u64> {
        let index = PROVIDED.iter().position(|provided| *provided == name)?;
        Some(self.provided[index])
    }
}
