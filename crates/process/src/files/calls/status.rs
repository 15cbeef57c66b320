//! What is known of files.

use crate::files::place::Place;
use crate::files::status::{MAY_EXECUTE, MAY_READ, MAY_WRITE, statfs as statfs_bytes};
use crate::system::{Arguments, Stop};
use crate::{Errno, FileKind, Process};
use machine::VirtAddr;

pub(crate) fn fstat(
    process: &mut Process,
    [descriptor, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.open_subject(u64::from(descriptor as u32))?;
    process.copy_out(VirtAddr(target), &subject.status.stat())?;
    Ok(0)
}

/// **Rule**: `man 2 fstatat`.
pub(crate) fn newfstatat(
    process: &mut Process,
    [directory, path, target, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.subject(directory, path, flags)?;
    process.copy_out(VirtAddr(target), &subject.status.stat())?;
    Ok(0)
}

/// **Rule**: `man 2 statx`. Newer Linux allows a null path with `AT_EMPTY_PATH`.
pub(crate) fn statx(
    process: &mut Process,
    [directory, path, flags, _, target, _]: Arguments,
) -> Result<u64, Stop> {
    let subject = match path {
        0 if flags & super::AT_EMPTY_PATH != 0 => process.open_subject(directory)?,
        _ => process.subject(directory, path, flags)?,
    };
    process.copy_out(VirtAddr(target), &subject.status.statx())?;
    Ok(0)
}

pub(crate) fn faccessat(
    process: &mut Process,
    [directory, path, mode, ..]: Arguments,
) -> Result<u64, Stop> {
    access(process, directory, path, mode, 0)
}

/// **Rule**: `man 2 faccessat2`.
pub(crate) fn faccessat2(
    process: &mut Process,
    [directory, path, mode, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    access(process, directory, path, mode, flags)
}

fn access(
    process: &mut Process,
    directory: u64,
    path: u64,
    mode: u64,
    flags: u64,
) -> Result<u64, Stop> {
    let mode = mode as u32;
    if mode & !(MAY_READ | MAY_WRITE | MAY_EXECUTE) != 0 {
        return Err(Errno::Invalid.into());
    }
    let subject = process.subject(directory, path, flags)?;
    let is_file = !matches!(subject.status.kind, FileKind::CharacterDevice | FileKind::Pipe);
    if mode & MAY_WRITE != 0
        && is_file
        && let Place::Host(path) = &subject.place
    {
        process.can_change_grant(path.grant)?;
    }
    if subject.status.allows(mode) { Ok(0) } else { Err(Errno::AccessDenied.into()) }
}

/// **Rule**: `man 2 readlinkat`.
pub(crate) fn readlinkat(
    process: &mut Process,
    [directory, path, target, size, ..]: Arguments,
) -> Result<u64, Stop> {
    if size as i32 <= 0 {
        return Err(Errno::Invalid.into());
    }
    let flags = super::AT_SYMLINK_NOFOLLOW | super::AT_EMPTY_PATH;
    let subject = process.subject(directory, path, flags)?;
    if subject.status.kind != FileKind::SymbolicLink {
        return Err(Errno::Invalid.into());
    }
    let mut text = process.link_text(&subject.place)?;
    text.truncate(size as usize);
    process.copy_out(VirtAddr(target), &text)?;
    Ok(text.len() as u64)
}

/// **Rule**: `man 2 statfs`.
pub(crate) fn statfs(process: &mut Process, [path, target, ..]: Arguments) -> Result<u64, Stop> {
    let subject = process.subject(super::AT_FDCWD as u64, path, 0)?;
    tell_file_system(process, &subject.place, target)
}

pub(crate) fn fstatfs(
    process: &mut Process,
    [descriptor, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let subject = process.open_subject(u64::from(descriptor as u32))?;
    tell_file_system(process, &subject.place, target)
}

fn tell_file_system(process: &mut Process, place: &Place, target: u64) -> Result<u64, Stop> {
    // **Rule**: Linux `include/uapi/linux/magic.h`.
    const TMPFS: u64 = 0x0102_1994;
    const PROC: u64 = 0x9fa0;
    const PIPEFS: u64 = 0x5049_5045;
    const EXT4: u64 = 0xef53;
    let kind = match place {
        Place::Memory(_) => TMPFS,
        Place::Host(_) => EXT4,
        Place::Proc(_) => PROC,
        Place::Open(_) => PIPEFS,
    };
    // How much room the host has is not the guest's business: as much as memory has.
    let space = process.files.tree.space();
    process.copy_out(VirtAddr(target), &statfs_bytes(kind, space))?;
    Ok(0)
}
