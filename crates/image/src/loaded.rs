//! Shared libraries that only memory has: an image made of what was loaded of one.
//!
//! What a loader maps is enough to name a library's functions: its program headers, and the symbols
//! that other programs see. Sections and debugging information stay in the file.

use crate::Image;
use crate::elf::format::{self, FileHeader, ProgramHeader, segment};

/// The largest library that is read. **Units**: bytes of its file.
const SIZE_MAX: u64 = 1 << 28;

/// How many program headers are looked at; real files have about ten.
const PROGRAM_HEADERS_MAX: usize = 64;

/// Where in its file the header gives the place, the size and the count of section headers, and the
/// number of the one that has their names. **Rule**: System V ABI "ELF Header".
const SECTION_HEADERS: std::ops::Range<usize> = 40..48;
const SECTION_NUMBERS: std::ops::Range<usize> = 58..64;

impl Image {
    /// Reads the library whose file was mapped from `start` on, and says by how much its addresses
    /// are moved. `None` where there is none, or parts of it cannot be read.
    ///
    /// `read` reads memory, and says whether all of it can be read.
    pub fn from_memory(start: u64, read: &dyn Fn(u64, &mut [u8]) -> bool) -> Option<(Image, u64)> {
        let mut head = [0; FileHeader::SIZE];
        if !read(start, &mut head) || !head.starts_with(&format::MAGIC) {
            return None;
        }
        let header = FileHeader::read(&head, 0)?;
        let count = usize::from(header.program_header_count).min(PROGRAM_HEADERS_MAX);
        let mut records = vec![0; count * ProgramHeader::SIZE];
        if !read(start.checked_add(header.program_headers)?, &mut records) {
            return None;
        }
        let loads: Vec<_> = (0..count)
            .filter_map(|index| ProgramHeader::read(&records, index * ProgramHeader::SIZE))
            .filter(|record| record.kind == segment::LOAD && record.file_size > 0)
            .collect();
        let first = loads.iter().find(|record| record.offset == 0)?;
        let bias = start.wrapping_sub(first.virtual_address);
        let mut bytes = file_bytes(&loads, bias, read)?;
        bytes.get_mut(SECTION_HEADERS)?.fill(0);
        bytes.get_mut(SECTION_NUMBERS)?.fill(0);
        Some((Image::read(bytes).ok()?, bias))
    }
}

/// The file, as far as segments give it; the rest of it is zeros.
fn file_bytes(
    loads: &[ProgramHeader],
    bias: u64,
    read: &dyn Fn(u64, &mut [u8]) -> bool,
) -> Option<Vec<u8>> {
    let total = loads.iter().try_fold(0u64, |sum, load| sum.checked_add(load.file_size))?;
    let ends = loads.iter().map(|load| load.offset.checked_add(load.file_size));
    let end = ends.collect::<Option<Vec<_>>>()?.into_iter().max()?;
    if total > SIZE_MAX || end > SIZE_MAX {
        return None;
    }
    let mut bytes = vec![0; end as usize];
    for load in loads {
        let part = &mut bytes[load.offset as usize..][..load.file_size as usize];
        if !read(load.virtual_address.wrapping_add(bias), part) {
            return None;
        }
    }
    Some(bytes)
}
