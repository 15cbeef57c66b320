//! Reading, writing, and moving from one file to another.

use crate::files::description::{DescriptionNumber, OpenFile};
use crate::files::inode::Content;
use crate::files::transfer::TRANSFER_SIZE_MAX_BYTES;
use crate::files::tree::OFFSET_MAX;
use crate::system::{Arguments, Stop};
use crate::{Errno, Process};
use machine::VirtAddr;

/// How many buffers one call may have. **Rule**: Linux `UIO_MAXIOV`.
const BUFFER_COUNT_MAX: u64 = 1024;

/// A piece of the program's memory: where, and how many bytes.
type Buffer = (VirtAddr, u64);

impl Process {
    /// An array of `struct iovec { void *base; size_t size; }`, cut off where one call moves no more.
    fn buffers(&mut self, start: u64, count: u64) -> Result<Vec<Buffer>, Errno> {
        if count > BUFFER_COUNT_MAX {
            return Err(Errno::Invalid);
        }
        let table = self.copy_in(VirtAddr(start), 16 * count)?;
        let mut room = TRANSFER_SIZE_MAX_BYTES;
        let mut buffers = vec![];
        for entry in table.chunks_exact(16) {
            let word = |at: usize| entry[at..at + 8].try_into().map_or(0, u64::from_le_bytes);
            let size = word(8);
            if size > i64::MAX as u64 {
                return Err(Errno::Invalid);
            }
            buffers.push((VirtAddr(word(0)), size.min(room)));
            room -= size.min(room);
        }
        Ok(buffers)
    }

    fn gather(&mut self, buffers: &[Buffer]) -> Result<Vec<u8>, Errno> {
        let mut bytes = vec![];
        for &(start, size) in buffers {
            bytes.extend(self.copy_in(start, size)?);
        }
        Ok(bytes)
    }

    /// Reads into buffers: that they are there is found before anything is taken.
    fn read_to(
        &mut self,
        descriptor: u64,
        offset: Option<u64>,
        buffers: &[Buffer],
    ) -> Result<u64, Stop> {
        let number = self.opened(descriptor)?;
        for &(start, size) in buffers {
            self.can_copy_out(start, size)?;
        }
        let size = buffers.iter().map(|(_, size)| size).sum();
        let bytes = self.read_file(number, offset, size)?;
        let mut rest = &bytes[..];
        for &(start, size) in buffers {
            let (part, after) = rest.split_at(rest.len().min(size as usize));
            self.copy_out(start, part)?;
            rest = after;
        }
        Ok(bytes.len() as u64)
    }

    fn write_from(
        &mut self,
        descriptor: u64,
        offset: Option<u64>,
        buffers: &[Buffer],
    ) -> Result<u64, Stop> {
        let number = self.opened(descriptor)?;
        let bytes = self.gather(buffers)?;
        self.write_file(number, offset, &bytes)
    }

    /// An offset that is an argument, if the descriptor has offsets.
    fn offset_argument(&self, descriptor: u64, offset: u64) -> Result<u64, Errno> {
        let number = self.opened(descriptor)?;
        if offset > OFFSET_MAX {
            return Err(Errno::Invalid);
        }
        if self.has_offset(number)? { Ok(offset) } else { Err(Errno::IllegalSeek) }
    }

    /// Whether what is open has a position.
    fn has_offset(&self, number: DescriptionNumber) -> Result<bool, Errno> {
        let description = self.files.description(number)?;
        let is_without = matches!(
            description.file,
            OpenFile::Stream(_) | OpenFile::Pipe(_) | OpenFile::Socket(..)
        );
        Ok(!is_without)
    }
}

fn one(start: u64, size: u64) -> [Buffer; 1] {
    [(VirtAddr(start), size.min(TRANSFER_SIZE_MAX_BYTES))]
}

pub(crate) fn read(
    process: &mut Process,
    [descriptor, start, size, ..]: Arguments,
) -> Result<u64, Stop> {
    process.read_to(descriptor, None, &one(start, size))
}

pub(crate) fn write(
    process: &mut Process,
    [descriptor, start, size, ..]: Arguments,
) -> Result<u64, Stop> {
    process.write_from(descriptor, None, &one(start, size))
}

pub(crate) fn readv(
    process: &mut Process,
    [descriptor, start, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let buffers = process.buffers(start, count)?;
    process.read_to(descriptor, None, &buffers)
}

pub(crate) fn writev(
    process: &mut Process,
    [descriptor, start, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let buffers = process.buffers(start, count)?;
    process.write_from(descriptor, None, &buffers)
}

pub(crate) fn pread64(
    process: &mut Process,
    [descriptor, start, size, offset, ..]: Arguments,
) -> Result<u64, Stop> {
    let offset = process.offset_argument(descriptor, offset)?;
    process.read_to(descriptor, Some(offset), &one(start, size))
}

pub(crate) fn pwrite64(
    process: &mut Process,
    [descriptor, start, size, offset, ..]: Arguments,
) -> Result<u64, Stop> {
    let offset = process.offset_argument(descriptor, offset)?;
    process.write_from(descriptor, Some(offset), &one(start, size))
}

pub(crate) fn preadv(
    process: &mut Process,
    [descriptor, start, count, offset, ..]: Arguments,
) -> Result<u64, Stop> {
    let offset = process.offset_argument(descriptor, offset)?;
    let buffers = process.buffers(start, count)?;
    process.read_to(descriptor, Some(offset), &buffers)
}

pub(crate) fn pwritev(
    process: &mut Process,
    [descriptor, start, count, offset, ..]: Arguments,
) -> Result<u64, Stop> {
    let offset = process.offset_argument(descriptor, offset)?;
    let buffers = process.buffers(start, count)?;
    process.write_from(descriptor, Some(offset), &buffers)
}

/// As `preadv`; the offset -1 means the file's own position. Flags are hints, but for the last two.
pub(crate) fn preadv2(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    check_flags(arguments)?;
    let [descriptor, start, count, offset, ..] = arguments;
    match offset {
        u64::MAX => readv(process, arguments),
        _ => preadv(process, [descriptor, start, count, offset, 0, 0]),
    }
}

pub(crate) fn pwritev2(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    check_flags(arguments)?;
    let [descriptor, start, count, offset, ..] = arguments;
    match offset {
        u64::MAX => writev(process, arguments),
        _ => pwritev(process, [descriptor, start, count, offset, 0, 0]),
    }
}

/// **Rule**: `man 2 preadv2`: `RWF_HIPRI`, `RWF_DSYNC` and `RWF_SYNC` change nothing here.
fn check_flags([_, _, _, _, _, flags]: Arguments) -> Result<(), Errno> {
    const HINTS: u64 = 1 | 2 | 4;
    if flags & !HINTS == 0 { Ok(()) } else { Err(Errno::NotSupported) }
}

/// **Rule**: `man 2 lseek`. Nothing but the end counts as a hole.
pub(crate) fn lseek(
    process: &mut Process,
    [descriptor, offset, whence, ..]: Arguments,
) -> Result<u64, Stop> {
    const SEEK_SET: u64 = 0;
    const SEEK_CUR: u64 = 1;
    const SEEK_END: u64 = 2;
    const SEEK_DATA: u64 = 3;
    const SEEK_HOLE: u64 = 4;
    let number = process.opened(descriptor)?;
    if !process.has_offset(number)? {
        return Err(Errno::IllegalSeek.into());
    }
    let offset = offset as i64;
    let size = match whence {
        SEEK_END | SEEK_DATA | SEEK_HOLE => process.description_status(number)?.size as i64,
        _ => 0,
    };
    let description = process.files.description_mut(number)?;
    let position = match whence {
        SEEK_SET => Some(offset),
        SEEK_CUR => offset.checked_add(description.offset as i64),
        SEEK_END => offset.checked_add(size),
        SEEK_DATA | SEEK_HOLE if !(0..size).contains(&offset) => {
            return Err(Errno::NoDeviceOrAddress.into());
        }
        SEEK_DATA => Some(offset),
        SEEK_HOLE => Some(size),
        _ => None,
    };
    let position = position.filter(|&position| position >= 0).ok_or(Errno::Invalid)? as u64;
    if let OpenFile::Directory(_, entries) = &mut description.file
        && position == 0
    {
        *entries = None;
    }
    description.offset = position;
    Ok(position)
}

/// Where a file is read or written that is moved from or to: the argument points to the offset, or is 0 for the
/// file's own.
fn moved_offset(
    process: &mut Process,
    pointer: u64,
    number: DescriptionNumber,
) -> Result<u64, Stop> {
    if pointer == 0 {
        return Ok(process.files.description(number)?.offset);
    }
    if !process.has_offset(number)? {
        return Err(Errno::IllegalSeek.into());
    }
    let [offset] = process.copy_in_words(VirtAddr(pointer))?;
    process.can_copy_out(VirtAddr(pointer), 8)?;
    if offset > OFFSET_MAX { Err(Errno::Invalid.into()) } else { Ok(offset) }
}

/// Moves the offset on after so many bytes.
fn set_moved_offset(
    process: &mut Process,
    pointer: u64,
    number: DescriptionNumber,
    offset: u64,
) -> Result<(), Stop> {
    match pointer {
        0 => process.files.description_mut(number)?.offset = offset,
        _ => process.copy_out_words(VirtAddr(pointer), &[offset])?,
    }
    Ok(())
}

/// **Rule**: `man 2 sendfile`.
pub(crate) fn sendfile(
    process: &mut Process,
    [to, from, offset, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let (from, to) = (process.opened(from)?, process.opened(to)?);
    if !process.has_offset(from)? {
        return Err(Errno::Invalid.into());
    }
    let at = moved_offset(process, offset, from)?;
    let bytes = process.read_file(from, Some(at), count.min(TRANSFER_SIZE_MAX_BYTES))?;
    let count = process.write_file(to, None, &bytes)?;
    set_moved_offset(process, offset, from, at + count)?;
    Ok(count)
}

/// **Rule**: `man 2 copy_file_range`.
pub(crate) fn copy_file_range(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [from, from_offset, to, to_offset, count, flags] = arguments;
    let (from, to) = (process.opened(from)?, process.opened(to)?);
    if flags != 0 || !is_regular(process, from)? || !is_regular(process, to)? {
        return Err(Errno::Invalid.into());
    }
    let (read_at, write_at) =
        (moved_offset(process, from_offset, from)?, moved_offset(process, to_offset, to)?);
    let bytes = process.read_file(from, Some(read_at), count.min(TRANSFER_SIZE_MAX_BYTES))?;
    let count = process.write_file(to, Some(write_at), &bytes)?;
    set_moved_offset(process, from_offset, from, read_at + count)?;
    set_moved_offset(process, to_offset, to, write_at + count)?;
    Ok(count)
}

fn is_regular(process: &Process, number: DescriptionNumber) -> Result<bool, Errno> {
    Ok(match &process.files.description(number)?.file {
        OpenFile::Host(..) => true,
        OpenFile::Memory(inode) => {
            matches!(process.files.tree.get(*inode)?.content, Content::Regular(_))
        }
        OpenFile::Directory(..) => return Err(Errno::IsDirectory),
        _ => false,
    })
}
