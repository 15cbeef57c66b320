//! Locks of files. They are granted to everybody: between the threads of one process, which never lock each other out, that is exact.

use crate::files::description::{DescriptionNumber, OpenFile};
use crate::system::{Arguments, Stop};
use crate::{Errno, Process};
use machine::VirtAddr;

// Kinds of locks. **Rule**: Linux `include/uapi/asm-generic/fcntl.h`.
const F_RDLCK: u16 = 0;
const F_WRLCK: u16 = 1;
const F_UNLCK: u16 = 2;

fn kind(process: &mut Process, lock: u64) -> Result<u16, Errno> {
    let bytes = process.copy_in(VirtAddr(lock), 2)?;
    let kind = bytes.try_into().map_or(F_UNLCK, u16::from_le_bytes);
    if kind <= F_UNLCK { Ok(kind) } else { Err(Errno::Invalid) }
}

/// Nobody else holds a lock.
pub(super) fn get_lock(process: &mut Process, lock: u64) -> Result<u64, Stop> {
    kind(process, lock)?;
    process.copy_out(VirtAddr(lock), &F_UNLCK.to_le_bytes())?;
    Ok(0)
}

pub(super) fn set_lock(
    process: &mut Process,
    number: DescriptionNumber,
    lock: u64,
) -> Result<u64, Stop> {
    let kind = kind(process, lock)?;
    let description = process.files.description(number)?;
    match kind {
        F_RDLCK if !description.reads() => Err(Errno::BadDescriptor.into()),
        F_WRLCK if !description.writes() => Err(Errno::BadDescriptor.into()),
        _ => Ok(0),
    }
}

/// **Rule**: `man 2 flock`.
pub(crate) fn flock(
    process: &mut Process,
    [descriptor, operation, ..]: Arguments,
) -> Result<u64, Stop> {
    const LOCK_NB: u64 = 4;
    let number = process.opened(descriptor)?;
    let is_place = matches!(process.files.description(number)?.file, OpenFile::Place(_));
    match operation & !LOCK_NB {
        _ if is_place => Err(Errno::BadDescriptor.into()),
        1 | 2 | 8 => Ok(0),
        _ => Err(Errno::Invalid.into()),
    }
}
