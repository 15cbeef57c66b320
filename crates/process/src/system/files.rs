//! Files: the three standard streams, which are the driver's.

use super::{Arguments, Stop};
use crate::user_memory::COPY_SIZE_MAX_BYTES;
use crate::{Answer, Errno, Process, Request};
use machine::VirtAddr;

/// How many buffers one `writev` may have. **Rule**: Linux `UIO_MAXIOV`.
const BUFFER_COUNT_MAX: u64 = 1024;

/// The descriptor, if it is one of the three that are open.
fn open_descriptor(argument: u64) -> Result<u32, Errno> {
    // An int: the upper half of the register does not count.
    Some(argument as u32).filter(|&fd| fd <= 2).ok_or(Errno::BadDescriptor)
}

/// Writes to a standard stream; the driver may write less.
fn write_bytes(process: &mut Process, descriptor: u32, bytes: Vec<u8>) -> Result<u64, Stop> {
    if bytes.is_empty() {
        return Ok(0);
    }
    let size = bytes.len() as u64;
    match process.ask(Request::Write { descriptor, bytes }) {
        Ok(Answer::Count(count)) => Ok(count.min(size)),
        Ok(_) => Err(Errno::Io.into()),
        Err(stop) => {
            if stop == Stop::Errno(Errno::BrokenPipe) {
                process.send_to_self(crate::signals::SIGPIPE);
            }
            Err(stop)
        }
    }
}

pub(super) fn write(
    process: &mut Process,
    [descriptor, start, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let descriptor = open_descriptor(descriptor)?;
    let bytes = process.copy_in(VirtAddr(start), count.min(COPY_SIZE_MAX_BYTES))?;
    write_bytes(process, descriptor, bytes)
}

pub(super) fn writev(
    process: &mut Process,
    [descriptor, vector, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let descriptor = open_descriptor(descriptor)?;
    let bytes = gather(process, vector, count)?;
    write_bytes(process, descriptor, bytes)
}

/// The bytes of an array of `struct iovec { void *base; size_t size; }`, as many as one call copies.
fn gather(process: &mut Process, vector: u64, count: u64) -> Result<Vec<u8>, Errno> {
    if count > BUFFER_COUNT_MAX {
        return Err(Errno::Invalid);
    }
    let table = process.copy_in(VirtAddr(vector), 16 * count)?;
    let mut bytes = Vec::new();
    for entry in table.chunks_exact(16) {
        let word = |at: usize| entry[at..at + 8].try_into().map_or(0, u64::from_le_bytes);
        let room = COPY_SIZE_MAX_BYTES - bytes.len() as u64;
        bytes.extend(process.copy_in(VirtAddr(word(0)), word(8).min(room))?);
    }
    Ok(bytes)
}

pub(super) fn read(
    process: &mut Process,
    [descriptor, start, count, ..]: Arguments,
) -> Result<u64, Stop> {
    let descriptor = open_descriptor(descriptor)?;
    let count_max = count.min(COPY_SIZE_MAX_BYTES);
    let target = VirtAddr(start);
    process.can_copy_out(target, count_max)?;
    if count_max == 0 {
        return Ok(0);
    }
    let Answer::Bytes(mut bytes) = process.ask(Request::Read { descriptor, count_max })? else {
        return Err(Errno::Io.into());
    };
    bytes.truncate(count_max as usize);
    process.copy_out(target, &bytes)?;
    Ok(bytes.len() as u64)
}

/// Closing a standard stream is granted and has no effect.
pub(super) fn close(_: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    open_descriptor(descriptor)?;
    Ok(0)
}

/// The streams are pipes to the program: they have no position.
pub(super) fn lseek(_: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    open_descriptor(descriptor)?;
    Err(Errno::IllegalSeek.into())
}

/// The streams are no terminals to the program, whatever they are outside: so its output is the same everywhere.
pub(super) fn ioctl(_: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    open_descriptor(descriptor)?;
    Err(Errno::NotTerminal.into())
}

pub(super) fn readlinkat(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Err(Errno::NoEntry.into())
}

/// Size of `struct stat` on RV64. **Rule**: Linux `include/uapi/asm-generic/stat.h`.
const STAT_SIZE: usize = 128;
/// The type bits of a FIFO, and permission to read and write for the owner.
const MODE_FIFO: u32 = 0o010_600;

pub(super) fn fstat(
    process: &mut Process,
    [descriptor, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let mut stat = [0; STAT_SIZE];
    stat[16..20].copy_from_slice(&MODE_FIFO.to_le_bytes());
    stat[20..24].copy_from_slice(&1u32.to_le_bytes()); // links
    stat[56..60].copy_from_slice(&4096u32.to_le_bytes()); // block size
    open_descriptor(descriptor)?;
    process.copy_out(VirtAddr(target), &stat)?;
    Ok(0)
}

/// With an empty path this is `fstat`, which is how newer C libraries ask.
pub(super) fn newfstatat(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [descriptor, path, target, ..] = arguments;
    if process.copy_in(VirtAddr(path), 1)? != [0] {
        return Err(Errno::NoEntry.into());
    }
    fstat(process, [descriptor, target, 0, 0, 0, 0])
}
