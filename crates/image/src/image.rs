//! An executable in memory: what to load, and the way to everything that is known about it.

use crate::access::{self, AccessTable};
use crate::dwarf::read::Debug;
use crate::elf::format::{self, FileHeader, ProgramHeader, SectionHeader, section, segment};
use crate::error::{Guess, ImageError};
use crate::symbols::SymbolTable;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// One past the highest address of a user process under Sv39, of which Linux leaves the upper half
/// to itself. **Rule**: RISC-V privileged "Sv39: Page-Based 39-bit Virtual-Memory System".
pub const USER_ADDRESS_END: u64 = 1 << 38;

/// An ELF executable that can be loaded.
///
/// **Cost**: reading checks the headers; symbols, debugging information and access table are
/// decoded when they are first asked for.
pub struct Image {
    bytes: Vec<u8>,
    entry: u64,
    program_headers: ProgramHeaders,
    segments: Vec<Segment>,
    sections: Vec<Section>,
    pub(crate) symbols: OnceLock<SymbolTable>,
    pub(crate) debug: OnceLock<Debug>,
    access: OnceLock<AccessTable>,
}

/// Where a loaded program finds its own program headers (for `AT_PHDR`, `AT_PHENT` and `AT_PHNUM`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProgramHeaders {
    /// Their address in memory; `None` when no segment includes them.
    pub address: Option<u64>,
    /// **Units**: bytes of each.
    pub entry_size: u64,
    /// How many there are.
    pub count: u64,
}

/// A part of the file that is loaded (`PT_LOAD`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Its first byte in memory.
    pub address: u64,
    /// **Units**: bytes in memory; what the file does not give is zero.
    pub memory_size: u64,
    /// Its bytes in the file, at most `memory_size` of them.
    pub file: Range<usize>,
    /// What may be done with the memory.
    pub permissions: Permissions,
}

/// What may be done with memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Permissions {
    /// Loads.
    pub read: bool,
    /// Stores.
    pub write: bool,
    /// Instruction fetches.
    pub execute: bool,
}

impl fmt::Display for Permissions {
    /// As `ls` and `/proc/PID/maps` write it: `r-x`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |is_set: bool, letter: char| if is_set { letter } else { '-' };
        let text: String =
            [letter(self.read, 'r'), letter(self.write, 'w'), letter(self.execute, 'x')]
                .into_iter()
                .collect();
        out.pad(&text)
    }
}

/// A section of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its name: `.text`.
    pub name: String,
    /// Where it is in memory; 0 when it is not loaded.
    pub address: u64,
    /// **Units**: bytes in memory or, if it is not loaded, in the file.
    pub size: u64,
    /// Its bytes in the file; empty when it has none there (`.bss`).
    pub file: Range<usize>,
    /// Whether it is part of a segment.
    pub is_loaded: bool,
    /// Whether it may be written.
    pub is_writable: bool,
    /// Whether it holds instructions.
    pub is_executable: bool,
}

impl Image {
    /// Reads an executable.
    ///
    /// **Errors**: the first thing that is wrong with it.
    pub fn read(bytes: Vec<u8>) -> Result<Image, ImageError> {
        let header = file_header(&bytes)?;
        let records = program_headers(&bytes, &header)?;
        let segments = segments(&bytes, &records)?;
        let sections = sections(&bytes, &header)?;
        let contains = |segment: &Segment| {
            segment.permissions.execute
                && header.entry.wrapping_sub(segment.address) < segment.memory_size
        };
        if !segments.iter().any(contains) {
            return Err(ImageError::Entry(header.entry));
        }
        let address = segments.iter().find_map(|segment| {
            let start = usize::try_from(header.program_headers).ok()?;
            let end = start.checked_add(records.len() * ProgramHeader::SIZE)?;
            let is_inside = segment.file.start <= start && end <= segment.file.end;
            is_inside.then(|| segment.address + (start - segment.file.start) as u64)
        });
        let program_headers = ProgramHeaders {
            address,
            entry_size: ProgramHeader::SIZE as u64,
            count: records.len() as u64,
        };
        Ok(Image {
            bytes,
            entry: header.entry,
            program_headers,
            segments,
            sections,
            symbols: OnceLock::new(),
            debug: OnceLock::new(),
            access: OnceLock::new(),
        })
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The address of the first instruction.
    pub fn entry(&self) -> u64 {
        self.entry
    }

    /// Where the program headers are.
    pub fn program_headers(&self) -> ProgramHeaders {
        self.program_headers
    }

    /// What is loaded, sorted by address, not overlapping.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The segment that includes the byte at `address`.
    pub fn segment_at(&self, address: u64) -> Option<&Segment> {
        self.segments
            .iter()
            .find(|segment| address.wrapping_sub(segment.address) < segment.memory_size)
    }

    /// The bytes of a segment that the file gives; what follows them in memory is zero.
    pub fn segment_bytes(&self, segment: &Segment) -> &[u8] {
        self.bytes.get(segment.file.clone()).unwrap_or_default()
    }

    /// The sections, in the order of the file; none when the file was stripped of them.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section of that name.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The loaded section that includes the byte at `address`.
    pub fn section_at(&self, address: u64) -> Option<&Section> {
        self.sections.iter().find(|section| {
            section.is_loaded && address.wrapping_sub(section.address) < section.size
        })
    }

    /// The bytes of the section of that name; none when it is not there.
    pub fn section_bytes(&self, name: &str) -> &[u8] {
        let range = self.section(name).map(|section| section.file.clone());
        range.and_then(|range| self.bytes.get(range)).unwrap_or_default()
    }

    /// The access table; empty when the image has none or it is damaged ([`AccessTable::fault`]).
    pub fn access(&self) -> &AccessTable {
        self.access.get_or_init(|| AccessTable::decode(self.section_bytes(access::SECTION_NAME)))
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Image")
            .field("size", &self.bytes.len())
            .field("entry", &self.entry)
            .field("segments", &self.segments)
            .finish_non_exhaustive()
    }
}

/// The file header of an executable for our machine.
fn file_header(bytes: &[u8]) -> Result<FileHeader, ImageError> {
    if bytes.is_empty() {
        return Err(ImageError::Empty);
    }
    if !bytes.starts_with(&format::MAGIC) {
        return Err(ImageError::NotElf(Guess::of(bytes)));
    }
    let truncated = ImageError::Truncated { what: "file header" };
    match (bytes.get(4), bytes.get(5)) {
        (Some(&1), _) => return Err(ImageError::Class32),
        (_, Some(&2)) => return Err(ImageError::BigEndian),
        (Some(&format::CLASS_64), Some(&format::LITTLE_ENDIAN)) => {}
        (Some(_), Some(_)) => return Err(ImageError::Header { what: "class or byte order" }),
        _ => return Err(truncated),
    }
    let header = FileHeader::read(bytes, 0).ok_or(truncated)?;
    match (header.machine, header.file_type) {
        (format::MACHINE_RISCV, format::TYPE_EXECUTABLE) => Ok(header),
        (format::MACHINE_RISCV, format::TYPE_RELOCATABLE) => Err(ImageError::Relocatable),
        (format::MACHINE_RISCV, format::TYPE_DYNAMIC) => Err(ImageError::Dynamic),
        (format::MACHINE_RISCV, other) => Err(ImageError::Type(other)),
        (machine, _) => Err(ImageError::Machine(machine)),
    }
}

fn program_headers(bytes: &[u8], header: &FileHeader) -> Result<Vec<ProgramHeader>, ImageError> {
    let count = usize::from(header.program_header_count);
    if count > 0 && usize::from(header.program_header_size) != ProgramHeader::SIZE {
        return Err(ImageError::Header { what: "program header size" });
    }
    let size = (count * ProgramHeader::SIZE) as u64;
    let truncated = ImageError::Truncated { what: "program headers" };
    let range = format::file_range(header.program_headers, size, bytes.len()).ok_or(truncated)?;
    let offsets = range.step_by(ProgramHeader::SIZE);
    Ok(offsets.filter_map(|offset| ProgramHeader::read(bytes, offset)).collect())
}

fn segments(bytes: &[u8], records: &[ProgramHeader]) -> Result<Vec<Segment>, ImageError> {
    if records.iter().any(|record| record.kind == segment::INTERPRETER) {
        return Err(ImageError::Dynamic);
    }
    let mut segments = records
        .iter()
        .filter(|record| record.kind == segment::LOAD && record.memory_size > 0)
        .map(|record| load_segment(bytes, record))
        .collect::<Result<Vec<_>, _>>()?;
    if segments.is_empty() {
        return Err(ImageError::NothingToLoad);
    }
    segments.sort_by_key(|segment| segment.address);
    for pair in segments.windows(2) {
        if pair[0].address + pair[0].memory_size > pair[1].address {
            let (first, second) = (pair[0].address, pair[1].address);
            return Err(ImageError::Overlap { first, second });
        }
    }
    Ok(segments)
}

fn load_segment(bytes: &[u8], record: &ProgramHeader) -> Result<Segment, ImageError> {
    let (address, size) = (record.virtual_address, record.memory_size);
    if address.checked_add(size).is_none_or(|end| end > USER_ADDRESS_END) {
        return Err(ImageError::AddressRange { address, size });
    }
    if record.file_size > size {
        return Err(ImageError::Header { what: "segment size" });
    }
    let truncated = ImageError::Truncated { what: "segments" };
    let file = format::file_range(record.offset, record.file_size, bytes.len()).ok_or(truncated)?;
    let permissions = Permissions {
        read: record.flags & segment::READ != 0,
        write: record.flags & segment::WRITE != 0,
        execute: record.flags & segment::EXECUTE != 0,
    };
    Ok(Segment { address, memory_size: size, file, permissions })
}

fn sections(bytes: &[u8], header: &FileHeader) -> Result<Vec<Section>, ImageError> {
    let count = usize::from(header.section_header_count);
    if count == 0 {
        return Ok(vec![]);
    }
    if usize::from(header.section_header_size) != SectionHeader::SIZE {
        return Err(ImageError::Header { what: "section header size" });
    }
    let size = (count * SectionHeader::SIZE) as u64;
    let truncated = || ImageError::Truncated { what: "section headers" };
    let range =
        format::file_range(header.section_headers, size, bytes.len()).ok_or_else(truncated)?;
    let offsets = range.step_by(SectionHeader::SIZE);
    let records: Vec<_> = offsets.filter_map(|offset| SectionHeader::read(bytes, offset)).collect();
    let names = records.get(usize::from(header.section_names));
    let names = names.and_then(|names| names.file_range(bytes.len())).unwrap_or_default();
    records.iter().map(|record| load_section(bytes, &bytes[names.clone()], record)).collect()
}

fn load_section(bytes: &[u8], names: &[u8], record: &SectionHeader) -> Result<Section, ImageError> {
    let truncated = ImageError::Truncated { what: "sections" };
    let file = record.file_range(bytes.len()).ok_or(truncated)?;
    let has = |flag: u64| record.flags & flag != 0;
    Ok(Section {
        name: format::string_text(names, record.name),
        address: record.address,
        size: record.size,
        // A compressed section's bytes are not what its name says, so nobody gets them.
        file: if has(section::COMPRESSED) { 0..0 } else { file },
        is_loaded: has(section::ALLOC),
        is_writable: has(section::WRITE),
        is_executable: has(section::EXECUTE),
    })
}
