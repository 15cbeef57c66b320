//! Files: the three standard streams, which are the driver's.

use super::{Arguments, Outcome};
use crate::process::Waiting;
use crate::user_memory::COPY_SIZE_MAX_BYTES;
use crate::{Errno, Process, Request};
use machine::VirtAddr;

/// How many buffers one `writev` may have. **Rule**: Linux `UIO_MAXIOV`.
const BUFFER_COUNT_MAX: u64 = 1024;

/// The descriptor, if it is one of the three that are open.
fn open_descriptor(argument: u64) -> Result<u32, Errno> {
    // An int: the upper half of the register does not count.
    Some(argument as u32).filter(|&fd| fd <= 2).ok_or(Errno::BadDescriptor)
}

fn wait_write(descriptor: u32, bytes: Vec<u8>) -> Outcome {
    if bytes.is_empty() {
        return Outcome::Done(Ok(0));
    }
    let request = Request::Write { descriptor, bytes };
    Outcome::Wait(Waiting { request, target: VirtAddr(0) })
}

pub(super) fn write(process: &mut Process, [descriptor, start, count, ..]: Arguments) -> Outcome {
    let bytes = open_descriptor(descriptor).and_then(|descriptor| {
        let count = count.min(COPY_SIZE_MAX_BYTES);
        Ok((descriptor, process.copy_in(VirtAddr(start), count)?))
    });
    match bytes {
        Ok((descriptor, bytes)) => wait_write(descriptor, bytes),
        Err(errno) => Outcome::Done(Err(errno)),
    }
}

pub(super) fn writev(process: &mut Process, [descriptor, vector, count, ..]: Arguments) -> Outcome {
    let gathered = open_descriptor(descriptor)
        .and_then(|descriptor| Ok((descriptor, gather(process, vector, count)?)));
    match gathered {
        Ok((descriptor, bytes)) => wait_write(descriptor, bytes),
        Err(errno) => Outcome::Done(Err(errno)),
    }
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

pub(super) fn read(process: &mut Process, [descriptor, start, count, ..]: Arguments) -> Outcome {
    let count_max = count.min(COPY_SIZE_MAX_BYTES);
    let target = VirtAddr(start);
    let checked = open_descriptor(descriptor)
        .and_then(|descriptor| process.can_copy_out(target, count_max).map(|()| descriptor));
    match checked {
        Ok(_) if count_max == 0 => Outcome::Done(Ok(0)),
        Ok(descriptor) => {
            Outcome::Wait(Waiting { request: Request::Read { descriptor, count_max }, target })
        }
        Err(errno) => Outcome::Done(Err(errno)),
    }
}

/// Closing a standard stream is granted and has no effect.
pub(super) fn close(_: &mut Process, [descriptor, ..]: Arguments) -> Outcome {
    open_descriptor(descriptor).map(|_| 0).into()
}

/// The streams are pipes to the program: they have no position.
pub(super) fn lseek(_: &mut Process, [descriptor, ..]: Arguments) -> Outcome {
    open_descriptor(descriptor).and(Err(Errno::IllegalSeek)).into()
}

/// The streams are no terminals to the program, whatever they are outside: so its output is the same everywhere.
pub(super) fn ioctl(_: &mut Process, [descriptor, ..]: Arguments) -> Outcome {
    open_descriptor(descriptor).and(Err(Errno::NotTerminal)).into()
}

pub(super) fn readlinkat(_: &mut Process, _: Arguments) -> Outcome {
    Outcome::Done(Err(Errno::NoEntry))
}

/// Size of `struct stat` on RV64. **Rule**: Linux `include/uapi/asm-generic/stat.h`.
const STAT_SIZE: usize = 128;
/// The type bits of a FIFO, and permission to read and write for the owner.
const MODE_FIFO: u32 = 0o010_600;

pub(super) fn fstat(process: &mut Process, [descriptor, target, ..]: Arguments) -> Outcome {
    let mut stat = [0; STAT_SIZE];
    stat[16..20].copy_from_slice(&MODE_FIFO.to_le_bytes());
    stat[20..24].copy_from_slice(&1u32.to_le_bytes()); // links
    stat[56..60].copy_from_slice(&4096u32.to_le_bytes()); // block size
    open_descriptor(descriptor)
        .and_then(|_| process.copy_out(VirtAddr(target), &stat).map(|()| 0))
        .into()
}

/// With an empty path this is `fstat`, which is how newer C libraries ask.
pub(super) fn newfstatat(process: &mut Process, arguments: Arguments) -> Outcome {
    let [descriptor, path, target, ..] = arguments;
    match process.copy_in(VirtAddr(path), 1) {
        Ok(bytes) if bytes == [0] => fstat(process, [descriptor, target, 0, 0, 0, 0]),
        Ok(_) => Outcome::Done(Err(Errno::NoEntry)),
        Err(errno) => Outcome::Done(Err(errno)),
    }
}
