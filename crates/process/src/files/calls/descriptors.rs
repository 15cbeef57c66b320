//! Descriptors and the flags of what they stand for.

use crate::files::description::{
    O_ACCMODE, O_APPEND, O_CLOEXEC, O_DIRECT, O_LARGEFILE, O_NOATIME, O_NONBLOCK, O_PATH, OpenFile,
};
use crate::files::descriptors::{DESCRIPTOR_COUNT_MAX, Descriptor};
use crate::files::pipe::CAPACITY_BYTES;
use crate::system::{Arguments, Stop};
use crate::{Errno, Process};
use machine::VirtAddr;

/// The status flags that `F_SETFL` can change.
const CHANGEABLE: u32 = O_APPEND | O_NONBLOCK | O_DIRECT | O_NOATIME;

pub(crate) fn dup(process: &mut Process, [old, ..]: Arguments) -> Result<u64, Stop> {
    let description = process.opened(old)?;
    Ok(process.install(description, false, 0)?)
}

/// **Rule**: `man 2 dup3`.
pub(crate) fn dup3(process: &mut Process, [old, new, flags, ..]: Arguments) -> Result<u64, Stop> {
    if flags as u32 & !O_CLOEXEC != 0 || old as u32 == new as u32 {
        return Err(Errno::Invalid.into());
    }
    let description = process.opened(old)?;
    if new as u32 >= DESCRIPTOR_COUNT_MAX {
        return Err(Errno::BadDescriptor.into());
    }
    process.files.retain(description);
    let closes_on_exec = flags as u32 & O_CLOEXEC != 0;
    let before =
        process.task.descriptors.set(new as u32, Descriptor { description, closes_on_exec });
    if let Some(before) = before {
        process.release_description(before.description);
    }
    Ok(u64::from(new as u32))
}

// Operations of `fcntl`. **Rule**: Linux `include/uapi/asm-generic/fcntl.h`, `include/uapi/linux/fcntl.h`.
const F_DUPFD: u32 = 0;
const F_GETFD: u32 = 1;
const F_SETFD: u32 = 2;
const F_GETFL: u32 = 3;
const F_SETFL: u32 = 4;
const F_GETLK: u32 = 5;
const F_SETLK: u32 = 6;
const F_SETLKW: u32 = 7;
const F_SETOWN: u32 = 8;
const F_GETOWN: u32 = 9;
const F_OFD_GETLK: u32 = 36;
const F_OFD_SETLK: u32 = 37;
const F_OFD_SETLKW: u32 = 38;
const F_DUPFD_CLOEXEC: u32 = 1030;
const F_SETPIPE_SZ: u32 = 1031;
const F_GETPIPE_SZ: u32 = 1032;
const FD_CLOEXEC: u64 = 1;

/// **Rule**: `man 2 fcntl`.
pub(crate) fn fcntl(
    process: &mut Process,
    [descriptor, operation, argument, ..]: Arguments,
) -> Result<u64, Stop> {
    let number = process.opened(descriptor)?;
    match operation as u32 {
        operation @ (F_DUPFD | F_DUPFD_CLOEXEC) => {
            if argument >= u64::from(DESCRIPTOR_COUNT_MAX) {
                return Err(Errno::Invalid.into());
            }
            let closes_on_exec = operation == F_DUPFD_CLOEXEC;
            Ok(process.install(number, closes_on_exec, argument as u32)?)
        }
        F_GETFD => Ok(u64::from(process.task.descriptors.get(descriptor)?.closes_on_exec)),
        F_SETFD => {
            let descriptor = process.task.descriptors.get_mut(descriptor)?;
            descriptor.closes_on_exec = argument & FD_CLOEXEC != 0;
            Ok(0)
        }
        F_GETFL => {
            let flags = process.files.description(number)?.flags;
            Ok(u64::from(if flags & O_PATH != 0 { flags } else { flags | O_LARGEFILE }))
        }
        F_SETFL => {
            let description = process.files.description_mut(number)?;
            description.flags = description.flags & !CHANGEABLE | argument as u32 & CHANGEABLE;
            Ok(0)
        }
        F_GETLK | F_OFD_GETLK => super::locks::get_lock(process, argument),
        F_SETLK | F_SETLKW | F_OFD_SETLK | F_OFD_SETLKW => {
            super::locks::set_lock(process, number, argument)
        }
        F_SETOWN | F_GETOWN => Ok(0),
        F_GETPIPE_SZ | F_SETPIPE_SZ => pipe_size(process, number, operation as u32, argument),
        _ => Err(Errno::Invalid.into()),
    }
}

/// Pipes grow only while there are not more.
const LARGE_PIPE_COUNT_MAX: usize = 64;

fn pipe_size(
    process: &mut Process,
    number: u64,
    operation: u32,
    argument: u64,
) -> Result<u64, Stop> {
    let OpenFile::Pipe(pipe) = process.files.description(number)?.file else {
        return Err(Errno::BadDescriptor.into());
    };
    let is_crowded = process.files.pipes.len() > LARGE_PIPE_COUNT_MAX;
    let pipe = process.files.pipe_mut(pipe)?;
    match operation {
        F_SETPIPE_SZ if is_crowded && argument as u32 as usize > CAPACITY_BYTES => {
            Err(Errno::NotPermitted.into())
        }
        F_GETPIPE_SZ => Ok(pipe.capacity() as u64),
        _ => Ok(pipe.set_capacity(argument as u32 as usize)? as u64),
    }
}

/// What is open is no terminal, whatever the standard streams are outside: so a program's output is the same
/// everywhere. **Rule**: `man 2 ioctl`; requests from Linux `include/uapi/asm-generic/ioctls.h`.
pub(crate) fn ioctl(
    process: &mut Process,
    [descriptor, request, argument, ..]: Arguments,
) -> Result<u64, Stop> {
    const FIONREAD: u32 = 0x541b;
    const FIONBIO: u32 = 0x5421;
    const FIONCLEX: u32 = 0x5450;
    const FIOCLEX: u32 = 0x5451;
    let number = process.opened(descriptor)?;
    match request as u32 {
        FIONREAD => {
            let count = waiting_bytes(process, number)?;
            process.copy_out(VirtAddr(argument), &(count as u32).to_le_bytes())?;
        }
        FIONBIO => {
            let is_set = process.copy_in_u32(VirtAddr(argument))? != 0;
            let flags = &mut process.files.description_mut(number)?.flags;
            *flags = if is_set { *flags | O_NONBLOCK } else { *flags & !O_NONBLOCK };
        }
        request @ (FIOCLEX | FIONCLEX) => {
            process.task.descriptors.get_mut(descriptor)?.closes_on_exec = request == FIOCLEX;
        }
        _ => return Err(Errno::NotTerminal.into()),
    }
    Ok(0)
}

/// How many bytes can be read at once, as `FIONREAD` says.
fn waiting_bytes(process: &mut Process, number: u64) -> Result<u64, Stop> {
    let description = process.files.description(number)?;
    match description.file {
        OpenFile::Pipe(pipe) | OpenFile::Socket(pipe, _) => {
            Ok(process.files.pipe(pipe)?.size() as u64)
        }
        OpenFile::Memory(_) | OpenFile::Host(..) => {
            let offset = description.offset;
            Ok(process.description_status(number)?.size.saturating_sub(offset))
        }
        _ => Err(Errno::NotTerminal.into()),
    }
}

/// Nothing waits to be brought anywhere, but for what is below grants. **Rule**: `man 2 fsync`.
pub(crate) fn fsync(process: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    let number = process.opened(descriptor)?;
    let description = process.files.description(number)?;
    match description.file {
        OpenFile::Host(handle, _) => {
            process.ask(crate::Request::File(crate::FileRequest::Synchronize(handle)))?;
            Ok(0)
        }
        OpenFile::Memory(_) | OpenFile::Directory(..) if description.flags & O_ACCMODE <= 2 => {
            Ok(0)
        }
        OpenFile::Place(_) => Err(Errno::BadDescriptor.into()),
        _ => Err(Errno::Invalid.into()),
    }
}

/// Granted without effect.
pub(crate) fn sync(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(0)
}

/// Advice is taken and has no effect. **Rule**: `man 2 posix_fadvise`.
pub(crate) fn fadvise64(
    process: &mut Process,
    [descriptor, _, _, advice, ..]: Arguments,
) -> Result<u64, Stop> {
    const ADVICE_MAX: u64 = 5;
    let number = process.opened(descriptor)?;
    match process.files.description(number)?.file {
        OpenFile::Pipe(_) | OpenFile::Stream(_) | OpenFile::Socket(..) => {
            Err(Errno::IllegalSeek.into())
        }
        _ if advice > ADVICE_MAX => Err(Errno::Invalid.into()),
        _ => Ok(0),
    }
}
