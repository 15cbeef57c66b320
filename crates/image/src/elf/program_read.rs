//! Reading the headers of a program or shared library: what to load, and the sections.

use super::format::{self, FileHeader, ProgramHeader, SectionHeader, section, segment, symbol};
use crate::error::{Guess, ImageError};
use crate::image::{Permissions, ProgramHeaders, Section, Segment, ThreadLocal, USER_ADDRESS_END};
use std::ops::Range;

/// The longest path that Linux takes. **Rule**: `man 7 path_resolution`. **Units**: bytes.
const PATH_SIZE_MAX: u64 = 4096;

/// How much memory the names of sections may take; names after that are left empty. Records may
/// share their bytes, so a small file could ask for any amount. **Units**: bytes.
const NAMES_SIZE_MAX: usize = 16 << 20;

/// What the headers of a file say.
pub(crate) struct Headers {
    pub(crate) entry: u64,
    pub(crate) is_position_independent: bool,
    pub(crate) program_headers: ProgramHeaders,
    pub(crate) segments: Vec<Segment>,
    pub(crate) sections: Vec<Section>,
    pub(crate) interpreter: Option<String>,
    pub(crate) thread_local: Option<ThreadLocal>,
    pub(crate) is_stack_executable: Option<bool>,
    /// The records for the dynamic linker, in the file.
    pub(crate) dynamic: Option<Range<usize>>,
}

impl Headers {
    /// **Errors**: the first thing that is wrong with the file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Headers, ImageError> {
        let header = file_header(bytes)?;
        let records = program_headers(bytes, &header)?;
        let segments = segments(bytes, &records)?;
        let sections = sections(bytes, &header)?;
        let is_position_independent = header.file_type == format::TYPE_DYNAMIC;
        check_entry(header.entry, is_position_independent, &segments)?;
        let find = |kind: u32| records.iter().find(|record| record.kind == kind);
        Ok(Headers {
            entry: header.entry,
            is_position_independent,
            program_headers: place_of_headers(&header, &records, &segments),
            segments,
            sections,
            interpreter: find(segment::INTERPRETER)
                .map(|record| interpreter(bytes, record))
                .transpose()?,
            thread_local: find(segment::TLS)
                .map(|record| thread_local(bytes, record))
                .transpose()?,
            is_stack_executable: find(segment::GNU_STACK)
                .map(|record| record.flags & segment::EXECUTE != 0),
            dynamic: find(segment::DYNAMIC)
                .map(|record| bytes_of(bytes, record, "dynamic section"))
                .transpose()?,
        })
    }
}

/// The file header of a program for our machine.
fn file_header(bytes: &[u8]) -> Result<FileHeader, ImageError> {
    if bytes.is_empty() {
        return Err(ImageError::Empty);
    }
    if !bytes.starts_with(&format::MAGIC) {
        return Err(ImageError::NotElf(Guess::of(bytes)));
    }
    let truncated = ImageError::Truncated { what: "file header" };
    let (Some(&class), Some(&order), Some(&[low, high])) =
        (bytes.get(4), bytes.get(5), bytes.get(18..).and_then(|rest| rest.first_chunk()))
    else {
        return Err(truncated);
    };
    // The machine is at the same place whatever the class is, so that it can be told first.
    let machine = match order {
        2 => u16::from_be_bytes([low, high]),
        _ => u16::from_le_bytes([low, high]),
    };
    match (machine, class, order) {
        (format::MACHINE_RISCV, 1, _) => return Err(ImageError::Class32),
        (format::MACHINE_RISCV, _, 2) => return Err(ImageError::BigEndian),
        (format::MACHINE_RISCV, format::CLASS_64, format::LITTLE_ENDIAN) => {}
        (format::MACHINE_RISCV, ..) => {
            return Err(ImageError::Header { what: "class or byte order" });
        }
        _ => return Err(ImageError::Machine(machine)),
    }
    let header = FileHeader::read(bytes, 0).ok_or(truncated)?;
    match header.file_type {
        format::TYPE_EXECUTABLE | format::TYPE_DYNAMIC => Ok(header),
        format::TYPE_RELOCATABLE => Err(ImageError::Relocatable),
        format::TYPE_CORE => Err(ImageError::Core),
        other => Err(ImageError::Type(other)),
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

/// The bytes that the file gives for a program header.
fn bytes_of(
    bytes: &[u8],
    record: &ProgramHeader,
    what: &'static str,
) -> Result<Range<usize>, ImageError> {
    format::file_range(record.offset, record.file_size, bytes.len())
        .ok_or(ImageError::Truncated { what })
}

/// Checks that memory of a program header is memory that a process can have.
fn check_memory(record: &ProgramHeader, what: &'static str) -> Result<(), ImageError> {
    let (address, size) = (record.virtual_address, record.memory_size);
    if address.checked_add(size).is_none_or(|end| end > USER_ADDRESS_END) {
        return Err(ImageError::AddressRange { address, size });
    }
    if record.file_size > size || record.align > USER_ADDRESS_END {
        return Err(ImageError::Header { what });
    }
    Ok(())
}

fn load_segment(bytes: &[u8], record: &ProgramHeader) -> Result<Segment, ImageError> {
    check_memory(record, "segment size")?;
    Ok(Segment {
        address: record.virtual_address,
        memory_size: record.memory_size,
        file: bytes_of(bytes, record, "segments")?,
        permissions: Permissions {
            read: record.flags & segment::READ != 0,
            write: record.flags & segment::WRITE != 0,
            execute: record.flags & segment::EXECUTE != 0,
        },
        align: record.align,
    })
}

fn thread_local(bytes: &[u8], record: &ProgramHeader) -> Result<ThreadLocal, ImageError> {
    check_memory(record, "thread-local segment's size")?;
    Ok(ThreadLocal {
        address: record.virtual_address,
        memory_size: record.memory_size,
        file: bytes_of(bytes, record, "thread-local segment")?,
        align: record.align,
    })
}

fn interpreter(bytes: &[u8], record: &ProgramHeader) -> Result<String, ImageError> {
    let range = bytes_of(bytes, record, "interpreter's path")?;
    let path = bytes[range].strip_suffix(&[0]).filter(|path| !path.is_empty());
    let path = path.and_then(|path| std::str::from_utf8(path).ok());
    path.filter(|path| !path.contains('\0') && path.len() as u64 <= PATH_SIZE_MAX)
        .map(str::to_owned)
        .ok_or(ImageError::Header { what: "interpreter's path" })
}

/// A program begins in its code; a library need not begin anywhere.
fn check_entry(entry: u64, is_library: bool, segments: &[Segment]) -> Result<(), ImageError> {
    let includes = |segment: &Segment| {
        segment.permissions.execute && entry.wrapping_sub(segment.address) < segment.memory_size
    };
    let is_well = (is_library && entry == 0) || segments.iter().any(includes);
    if is_well { Ok(()) } else { Err(ImageError::Entry(entry)) }
}

fn place_of_headers(
    header: &FileHeader,
    records: &[ProgramHeader],
    segments: &[Segment],
) -> ProgramHeaders {
    let address = segments.iter().find_map(|segment| {
        let start = usize::try_from(header.program_headers).ok()?;
        let end = start.checked_add(records.len() * ProgramHeader::SIZE)?;
        let is_inside = segment.file.start <= start && end <= segment.file.end;
        is_inside.then(|| segment.address + (start - segment.file.start) as u64)
    });
    let entry_size = ProgramHeader::SIZE as u64;
    ProgramHeaders { address, entry_size, count: records.len() as u64 }
}

fn sections(bytes: &[u8], header: &FileHeader) -> Result<Vec<Section>, ImageError> {
    if header.section_headers == 0 {
        return Ok(vec![]);
    }
    let truncated = || ImageError::Truncated { what: "section headers" };
    let size = SectionHeader::SIZE as u64;
    if usize::from(header.section_header_size) != SectionHeader::SIZE {
        return match header.section_header_count {
            0 => Ok(vec![]),
            _ => Err(ImageError::Header { what: "section header size" }),
        };
    }
    // Numbers that do not fit into the file header are in the first section header.
    let first = format::file_range(header.section_headers, size, bytes.len());
    let first = first.and_then(|range| SectionHeader::read(bytes, range.start));
    let first = first.ok_or_else(truncated)?;
    let count = match header.section_header_count {
        0 => first.size,
        count => count.into(),
    };
    let names = match header.section_names {
        symbol::ELSEWHERE => first.link as usize,
        index => index.into(),
    };
    let size = count.checked_mul(size).ok_or_else(truncated)?;
    let range =
        format::file_range(header.section_headers, size, bytes.len()).ok_or_else(truncated)?;
    let offsets = range.step_by(SectionHeader::SIZE);
    let records: Vec<_> = offsets.filter_map(|offset| SectionHeader::read(bytes, offset)).collect();
    let names = records.get(names).and_then(|names| names.file_range(bytes.len()));
    let names = &bytes[names.unwrap_or_default()];
    let mut names_left = NAMES_SIZE_MAX;
    records.iter().map(|record| load_section(bytes, names, record, &mut names_left)).collect()
}

fn load_section(
    bytes: &[u8],
    names: &[u8],
    record: &SectionHeader,
    names_left: &mut usize,
) -> Result<Section, ImageError> {
    let truncated = ImageError::Truncated { what: "sections" };
    let file = record.file_range(bytes.len()).ok_or(truncated)?;
    let name = format::string(names, record.name);
    let name = if name.len() <= *names_left { name } else { b"" };
    *names_left -= name.len();
    let has = |flag: u64| record.flags & flag != 0;
    // A compressed section's bytes are not what its name says, so nobody gets them as they are.
    let (file, compressed) = match has(section::COMPRESSED) {
        true => (0..0, Some(file)),
        false => (file, None),
    };
    Ok(Section {
        name: String::from_utf8_lossy(name).into_owned(),
        address: record.address,
        size: record.size,
        file,
        compressed,
        is_loaded: has(section::ALLOC),
        is_writable: has(section::WRITE),
        is_executable: has(section::EXECUTE),
    })
}
