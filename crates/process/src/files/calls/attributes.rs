//! Sizes, permission bits, owners and times.

use super::Subject;
use crate::files::description::OpenFile;
use crate::files::inode::USER;
use crate::files::place::Place;
use crate::files::status::MAY_WRITE;
use crate::files::tree::OFFSET_MAX;
use crate::system::{Arguments, Stop};
use crate::{Errno, FileKind, FileRequest, OpenOptions, Process, Request, Timestamp};
use machine::VirtAddr;

/// **Rule**: `man 2 ftruncate`.
pub(crate) fn ftruncate(
    process: &mut Process,
    [descriptor, size, ..]: Arguments,
) -> Result<u64, Stop> {
    let number = process.opened(descriptor)?;
    if size > OFFSET_MAX {
        return Err(Errno::Invalid.into());
    }
    let description = process.files.description(number)?;
    if !description.writes() {
        return Err(Errno::Invalid.into());
    }
    match description.file {
        OpenFile::Memory(inode) => {
            let time = process.wall_time();
            process.files.tree.set_size(inode, size, time)?;
            Ok(0)
        }
        OpenFile::Host(handle, _) => {
            process.ask(Request::File(FileRequest::Truncate { handle, size }))?;
            Ok(0)
        }
        _ => Err(Errno::Invalid.into()),
    }
}

/// **Rule**: `man 2 truncate`. Below a grant the file is opened for it, and is closed by the next one that is.
pub(crate) fn truncate(process: &mut Process, [path, size, ..]: Arguments) -> Result<u64, Stop> {
    if size > OFFSET_MAX {
        return Err(Errno::Invalid.into());
    }
    let Subject { place, status, .. } = process.subject(super::AT_FDCWD as u64, path, 0)?;
    match status.kind {
        FileKind::Regular => {}
        FileKind::Directory => return Err(Errno::IsDirectory.into()),
        _ => return Err(Errno::Invalid.into()),
    }
    match place {
        Place::Memory(_) if !status.allows(MAY_WRITE) => Err(Errno::AccessDenied.into()),
        Place::Memory(number) => {
            let time = process.wall_time();
            process.files.tree.set_size(number, size, time)?;
            Ok(0)
        }
        Place::Host(at) => {
            process.can_change_grant(at.grant)?;
            let handle = process.files.last_handle + 1;
            let options = OpenOptions { write: true, ..OpenOptions::default() };
            let closed = process.files.closed_handles.clone();
            process.ask(Request::File(FileRequest::Open { at, handle, options, closed }))?;
            process.ask(Request::File(FileRequest::Truncate { handle, size }))?;
            process.files.last_handle = handle;
            process.files.closed_handles = vec![handle];
            Ok(0)
        }
        _ => Err(Errno::AccessDenied.into()),
    }
}

/// Makes a file long enough; space is taken when it is written. **Rule**: `man 2 fallocate`; of its modes, the plain one
/// and `FALLOC_FL_KEEP_SIZE`.
pub(crate) fn fallocate(
    process: &mut Process,
    [descriptor, mode, offset, size, ..]: Arguments,
) -> Result<u64, Stop> {
    const KEEP_SIZE: u64 = 1;
    let number = process.opened(descriptor)?;
    if !process.files.description(number)?.writes() {
        return Err(Errno::BadDescriptor.into());
    }
    let end = offset.checked_add(size).filter(|&end| end <= OFFSET_MAX && size > 0);
    let Some(end) = end else { return Err(Errno::Invalid.into()) };
    if mode & !KEEP_SIZE != 0 {
        return Err(Errno::NotSupported.into());
    }
    let status = process.description_status(number)?;
    match status.kind {
        FileKind::Regular => {}
        FileKind::Pipe => return Err(Errno::IllegalSeek.into()),
        _ => return Err(Errno::NoDevice.into()),
    }
    if mode == KEEP_SIZE || end <= status.size {
        return Ok(0);
    }
    ftruncate(process, [descriptor, end, 0, 0, 0, 0])
}

pub(crate) fn fchmod(
    process: &mut Process,
    [descriptor, mode, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.open_subject(u64::from(descriptor as u32))?;
    set_mode(process, &subject, mode)
}

pub(crate) fn fchmodat(
    process: &mut Process,
    [directory, path, mode, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.subject(directory, path, 0)?;
    set_mode(process, &subject, mode)
}

/// **Rule**: `man 2 fchmodat2`.
pub(crate) fn fchmodat2(
    process: &mut Process,
    [directory, path, mode, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.subject(directory, path, flags)?;
    set_mode(process, &subject, mode)
}

fn set_mode(process: &mut Process, subject: &Subject, mode: u64) -> Result<u64, Stop> {
    let mode = mode as u32 & 0o7777;
    if subject.status.kind == FileKind::SymbolicLink {
        return Err(Errno::NotSupported.into());
    }
    match &subject.place {
        Place::Memory(_) if subject.status.owner != USER => Err(Errno::NotPermitted.into()),
        Place::Memory(number) => {
            let time = process.wall_time();
            if let Some(inode) = process.files.tree.get_mut(*number) {
                (inode.mode, inode.changed) = (mode, time);
            }
            Ok(0)
        }
        Place::Host(at) => {
            process.can_change_grant(at.grant)?;
            process.ask(Request::File(FileRequest::SetMode { at: at.clone(), mode }))?;
            Ok(0)
        }
        // A pipe's or a stream's bits are nobody's but the process's.
        Place::Open(_) => Ok(0),
        Place::Proc(_) => Err(Errno::NotPermitted.into()),
    }
}

pub(crate) fn fchown(
    process: &mut Process,
    [descriptor, user, group, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.open_subject(u64::from(descriptor as u32))?;
    set_owner(process, &subject, user, group)
}

/// **Rule**: `man 2 fchownat`.
pub(crate) fn fchownat(
    process: &mut Process,
    [directory, path, user, group, flags, _]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.subject(directory, path, flags)?;
    set_owner(process, &subject, user, group)
}

/// There is one user, who can give a file to nobody else.
fn set_owner(process: &mut Process, subject: &Subject, user: u64, group: u64) -> Result<u64, Stop> {
    let is_kept = |id: u64| [USER, u32::MAX].contains(&(id as u32));
    if subject.status.owner != USER || !is_kept(user) || !is_kept(group) {
        return Err(Errno::NotPermitted.into());
    }
    if let Place::Host(at) = &subject.place {
        process.can_change_grant(at.grant)?;
    }
    Ok(0)
}

/// **Rule**: `man 2 utimensat`. A null path means the descriptor itself; null times mean now.
pub(crate) fn utimensat(
    process: &mut Process,
    [directory, path, times, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    let now = process.wall_time();
    let [accessed, modified] = match times {
        0 => [Some(now); 2],
        times => {
            let [a, b, c, d] = process.copy_in_words(VirtAddr(times))?;
            [time_argument(a, b, now)?, time_argument(c, d, now)?]
        }
    };
    let subject = match path {
        0 => process.open_subject(directory)?,
        _ => process.subject(directory, path, flags)?,
    };
    match &subject.place {
        Place::Memory(_) if subject.status.owner != USER => Err(Errno::NotPermitted.into()),
        Place::Memory(number) => {
            if let Some(inode) = process.files.tree.get_mut(*number) {
                inode.accessed = accessed.unwrap_or(inode.accessed);
                inode.modified = modified.unwrap_or(inode.modified);
                inode.changed = now;
            }
            Ok(0)
        }
        Place::Host(at) => {
            process.can_change_grant(at.grant)?;
            let request = FileRequest::SetTimes { at: at.clone(), accessed, modified };
            process.ask(Request::File(request))?;
            Ok(0)
        }
        _ => Err(Errno::NotPermitted.into()),
    }
}

/// A `struct timespec` that is an argument; `None` leaves the time as it is.
fn time_argument(
    seconds: u64,
    nanoseconds: u64,
    now: Timestamp,
) -> Result<Option<Timestamp>, Errno> {
    const UTIME_NOW: u64 = 0x3fff_ffff;
    const UTIME_OMIT: u64 = 0x3fff_fffe;
    match nanoseconds {
        UTIME_NOW => Ok(Some(now)),
        UTIME_OMIT => Ok(None),
        0..1_000_000_000 => {
            Ok(Some(Timestamp { seconds: seconds as i64, nanoseconds: nanoseconds as u32 }))
        }
        _ => Err(Errno::Invalid),
    }
}
