//! Layout: the sections of all objects end to end, and their addresses.
//!
//! ```text
//! base       ┌──────────────┐
//!            │ ELF headers  │ r-x
//!            │ .text        │
//!  next page ├──────────────┤
//!            │ .rodata      │ r--
//!  next page ├──────────────┤
//!            │ .tdata       │ rw-
//!            │ .data        │
//!            │ .bss         │
//!            └──────────────┘ _end
//! ```
//! Nothing shares a page with what has other permissions; a segment without sections does not
//! exist. `.tbss` takes no room: it says how much follows a copy of `.tdata`. The first thread's copy
//! is ready at the end of `.data`, or of `.bss` when all of it is zero.

use super::LinkError;
use super::resolve::Program;
use super::{gather, provided};
use crate::elf::format::{FileHeader, ProgramHeader};
use crate::image::USER_ADDRESS_END;
use crate::object::{Object, Section, SectionId, SectionKind, SymbolId};

/// **Units**: bytes.
pub(super) const PAGE_SIZE: u64 = 4096;

/// The sections of the program.
#[derive(Debug)]
pub(super) struct Layout {
    /// The loaded sections at the indices below, empty or not; then those that are not loaded.
    pub(super) sections: Vec<Merged>,
    /// For each object, for each section, where it went.
    placements: Vec<Vec<Placement>>,
    /// Gathered sections: their names, and where each begins and ends.
    gathered: Vec<(String, Placement, u64)>,
    /// What is thread-local.
    pub(super) thread: Thread,
    /// How many program headers the file has.
    pub(super) program_header_count: usize,
    pub(super) base_address: u64,
}

/// What each thread gets its own copy of.
#[derive(Default, Debug)]
pub(super) struct Thread {
    /// Where the initial values are.
    pub(super) image: u64,
    /// **Units**: bytes of initial values.
    pub(super) image_size: u64,
    /// **Units**: bytes of a copy.
    pub(super) size: u64,
    /// **Units**: bytes.
    pub(super) align: u64,
    /// The first thread's copy.
    block: Option<Placement>,
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
pub(super) const THREAD_DATA: usize = 4;
pub(super) const THREAD_BSS: usize = 5;
const LOADED_COUNT: usize = 6;

/// Lays the program out from `base_address`.
///
/// **Errors**: it does not fit, or an alignment is not a power of two.
pub(super) fn layout(program: &Program, base_address: u64) -> Result<Layout, LinkError> {
    let loaded = [
        (".text", SectionKind::Text),
        (".rodata", SectionKind::ReadOnlyData),
        (".data", SectionKind::Data),
        (".bss", SectionKind::Bss),
        (".tdata", SectionKind::ThreadData),
        (".tbss", SectionKind::ThreadBss),
    ];
    let mut layout = Layout {
        sections: loaded.map(|(name, kind)| Merged::new(name, kind)).into(),
        placements: vec![],
        gathered: vec![],
        thread: Thread::default(),
        program_header_count: 0,
        base_address,
    };
    for object in &program.objects {
        let placements = layout.place_sections(object)?;
        layout.placements.push(placements);
    }
    layout.place_gathered(program)?;
    layout.reserve_thread_block()?;
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

    pub(super) fn end(&self) -> u64 {
        self.address + self.size
    }
}

impl Layout {
    /// Places the sections of an object, but for pieces of gathered ones, whose turn comes later.
    fn place_sections(&mut self, object: &Object) -> Result<Vec<Placement>, LinkError> {
        let mut placements = Vec::with_capacity(object.sections.len());
        for section in &object.sections {
            let is_piece = gather::group(&section.name, section.kind).is_some();
            placements.push(match is_piece {
                true => Placement { section: 0, offset: 0 },
                false => self.place(object, section)?,
            });
        }
        Ok(placements)
    }

    fn place(&mut self, object: &Object, section: &Section) -> Result<Placement, LinkError> {
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
            SectionKind::ThreadData => THREAD_DATA,
            SectionKind::ThreadBss => THREAD_BSS,
            SectionKind::Debug => self.debug_section(&section.name),
        };
        let merged = &mut self.sections[index];
        let has_bytes = section.kind.has_bytes();
        let size = if has_bytes { section.bytes.len() as u64 } else { section.size };
        let offset = merged.reserve(size, align).ok_or(LinkError::TooLarge)?;
        if has_bytes {
            merged.bytes.resize(offset as usize, 0);
            merged.bytes.extend_from_slice(&section.bytes);
        }
        Ok(Placement { section: index, offset })
    }

    /// Places the pieces of gathered sections side by side.
    fn place_gathered(&mut self, program: &Program) -> Result<(), LinkError> {
        for (name, (number, index)) in gather::pieces(program) {
            let object = &program.objects[number];
            let section = &object.sections[index];
            let placement = self.place(object, section)?;
            self.placements[number][index] = placement;
            let end = placement.offset + section.size.max(section.bytes.len() as u64);
            match self.gathered.last_mut() {
                Some((known, start, known_end))
                    if *known == name && start.section == placement.section =>
                {
                    *known_end = end;
                }
                _ => self.gathered.push((name, placement, end)),
            }
        }
        Ok(())
    }

    /// The first byte of a gathered section, or the one behind it; of one without pieces, the end
    /// of data.
    pub(super) fn gathered_bound(&self, name: &str, is_end: bool) -> u64 {
        match self.gathered.iter().find(|(known, ..)| known == name) {
            Some(&(_, start, _)) if !is_end => self.address(start),
            Some(&(_, Placement { section, .. }, offset)) => {
                self.address(Placement { section, offset })
            }
            None => self.sections[DATA].end(),
        }
    }

    /// Makes room for the first thread's copy of what is thread-local. The copy is aligned as the
    /// initial values are, so that offsets in both are the same.
    fn reserve_thread_block(&mut self) -> Result<(), LinkError> {
        let align = self.sections[THREAD_DATA].align.max(self.sections[THREAD_BSS].align);
        let image_size = self.sections[THREAD_DATA].size;
        let zeros = &self.sections[THREAD_BSS];
        let start = image_size.checked_next_multiple_of(zeros.align);
        let size = match zeros.size {
            0 => Some(image_size),
            size => start.and_then(|start| start.checked_add(size)),
        };
        let size = size.ok_or(LinkError::TooLarge)?;
        if size > 0 {
            self.sections[THREAD_DATA].align = align;
            let section = if image_size > 0 { DATA } else { BSS };
            let offset = self.sections[section].reserve(size, align).ok_or(LinkError::TooLarge)?;
            let block = Some(Placement { section, offset });
            self.thread = Thread { image: 0, image_size, size, align, block };
            if section == DATA {
                let data = &mut self.sections[DATA];
                data.bytes.resize(data.size as usize, 0);
            }
        }
        Ok(())
    }

    fn debug_section(&mut self, name: &str) -> usize {
        let known =
            self.sections.iter().skip(LOADED_COUNT).position(|section| section.name == name);
        known.map(|index| index + LOADED_COUNT).unwrap_or_else(|| {
            self.sections.push(Merged::new(name, SectionKind::Debug));
            self.sections.len() - 1
        })
    }

    /// Copies the initial values, in which addresses are filled in now, for the first thread.
    pub(super) fn fill_thread_block(&mut self) {
        let initial = std::mem::take(&mut self.sections[THREAD_DATA].bytes);
        if let Some(block) = self.thread.block.filter(|block| block.section == DATA) {
            let room = self.sections[DATA].bytes.get_mut(block.offset as usize..);
            for (byte, &value) in room.unwrap_or_default().iter_mut().zip(&initial) {
                *byte = value;
            }
        }
        self.sections[THREAD_DATA].bytes = initial;
    }

    /// Where the first thread's copy is; behind all else, and empty, when there is none.
    pub(super) fn thread_block(&self) -> u64 {
        self.thread.block.map_or(self.sections[BSS].end(), |block| self.address(block))
    }

    fn assign_addresses(&mut self) -> Result<(), LinkError> {
        let is_used = |index: usize| self.sections[index].size > 0;
        let has_thread = self.thread.size > 0;
        // The text segment is always there, as it holds the headers; and one says how the stack is
        // to be.
        let count = 2
            + usize::from(is_used(READ_ONLY_DATA))
            + usize::from(is_used(DATA) || is_used(BSS) || is_used(THREAD_DATA))
            + usize::from(has_thread);
        self.program_header_count = count;
        let headers = (FileHeader::SIZE + count * ProgramHeader::SIZE) as u64;
        let mut address = Some(self.base_address + headers);
        let mut is_in_data = false;
        for index in [TEXT, READ_ONLY_DATA, THREAD_DATA, DATA, BSS] {
            let section = &mut self.sections[index];
            if index == THREAD_DATA && !has_thread {
                continue;
            }
            let is_data = index == DATA || index == THREAD_DATA;
            let starts_page = index == READ_ONLY_DATA || is_data && !is_in_data;
            is_in_data |= is_data;
            let align = if starts_page { section.align.max(PAGE_SIZE) } else { section.align };
            address = address.and_then(|address| address.checked_next_multiple_of(align));
            section.address = address.ok_or(LinkError::TooLarge)?;
            address = section.address.checked_add(section.size);
        }
        let end = self.sections[BSS].end();
        if end > USER_ADDRESS_END {
            return Err(LinkError::TooLarge);
        }
        self.thread.image = self.sections[THREAD_DATA].address;
        let behind = self.thread.image + self.thread.image_size;
        let zeros = &mut self.sections[THREAD_BSS];
        zeros.address = behind.checked_next_multiple_of(zeros.align).ok_or(LinkError::TooLarge)?;
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
                    // What nobody defines and is only used weakly is nowhere.
                    None => return Some(provided::address(&global.name, self).unwrap_or(0)),
                }
            }
        };
        let at = program.objects[object].symbols.get(symbol.0 as usize)?.definition?;
        let placement = self.placement(object, at.section)?;
        Some(self.address(placement).wrapping_add(at.offset))
    }
}
