//! Grants: the directories of the host that the guest may use, and how a path below one is opened.
//!
//! A path is walked name by name, each directory opened relative to the one before and never through a symbolic link
//! (`openat` with `O_NOFOLLOW`). So whatever somebody changes on the way while it is walked, it cannot lead out
//! of the grant: there is no name that means "up", and no link that is followed. Only regular files are opened, and none of a
//! `proc` file system, whose files are not bytes on a disk but doors to other processes.

use process::{Errno, GrantId, HostPath};
use rustix::fs::{self, Mode, OFlags};
use std::ffi::OsStr;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;

/// The longest name of a file. **Rule**: Linux `NAME_MAX`.
const NAME_SIZE_MAX_BYTES: usize = 255;
/// The longest path. **Rule**: Linux `PATH_MAX`.
const PATH_SIZE_MAX_BYTES: usize = 4096;

/// A directory that was granted.
#[derive(Debug)]
pub(crate) struct Grant {
    directory: OwnedFd,
    is_read_only: bool,
}

/// A directory that has been walked to.
#[derive(Debug)]
pub(crate) enum Walked<'a> {
    /// The grant itself.
    Grant(BorrowedFd<'a>),
    /// One below it.
    Below(OwnedFd),
}

impl AsFd for Walked<'_> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Walked::Grant(directory) => *directory,
            Walked::Below(directory) => directory.as_fd(),
        }
    }
}

/// A name in a directory that has been walked to.
#[derive(Debug)]
pub(crate) struct Spot<'a> {
    /// The directory.
    pub(crate) directory: Walked<'a>,
    /// The name in it.
    pub(crate) name: &'a OsStr,
}

/// All that was granted.
#[derive(Debug, Default)]
pub(crate) struct Grants {
    list: Vec<Grant>,
}

/// How directories on the way are opened.
const WALK: OFlags =
    OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

impl Grants {
    /// Adds a directory, which was opened as the user named it.
    pub(crate) fn add(&mut self, directory: OwnedFd, is_read_only: bool) {
        self.list.push(Grant { directory, is_read_only });
    }

    fn grant(&self, id: GrantId) -> Result<&Grant, Errno> {
        self.list.get(id as usize).ok_or(Errno::NoEntry)
    }

    /// Fails if nothing may be changed below the grant.
    pub(crate) fn can_change(&self, id: GrantId) -> Result<(), Errno> {
        if self.grant(id)?.is_read_only { Err(Errno::ReadOnly) } else { Ok(()) }
    }

    /// Walks to the directory that a path names.
    pub(crate) fn directory(&self, at: &HostPath) -> Result<Walked<'_>, Errno> {
        self.walk(at.grant, &names(&at.path)?)
    }

    /// Walks to the directory that the last name of a path is in. The grant itself has no name: [`Errno::Busy`].
    pub(crate) fn spot<'a>(&'a self, at: &'a HostPath) -> Result<Spot<'a>, Errno> {
        let names = names(&at.path)?;
        let (name, before) = names.split_last().ok_or(Errno::Busy)?;
        Ok(Spot { directory: self.walk(at.grant, before)?, name })
    }

    fn walk(&self, id: GrantId, names: &[&OsStr]) -> Result<Walked<'_>, Errno> {
        let mut at = Walked::Grant(self.grant(id)?.directory.as_fd());
        for name in names {
            let next = fs::openat(&at, *name, WALK, Mode::empty()).map_err(errno)?;
            at = Walked::Below(next);
        }
        Ok(at)
    }

    /// Opens a regular file without following a link, and without waiting for anything.
    pub(crate) fn open(&self, at: &HostPath, how: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
        let spot = self.spot(at)?;
        let how = how | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let is_special = |stat: &fs::Stat| {
            !matches!(
                fs::FileType::from_raw_mode(stat.st_mode),
                fs::FileType::RegularFile | fs::FileType::Directory | fs::FileType::Symlink
            )
        };
        // Opening a device may do something; so it is looked at first, and again when it is open.
        let before = fs::statat(&spot.directory, spot.name, fs::AtFlags::SYMLINK_NOFOLLOW);
        if before.as_ref().is_ok_and(is_special) {
            return Err(Errno::NoDeviceOrAddress);
        }
        let file = fs::openat(&spot.directory, spot.name, how, mode).map_err(errno)?;
        let kind = fs::FileType::from_raw_mode(fs::fstat(&file).map_err(errno)?.st_mode);
        match kind {
            fs::FileType::RegularFile if is_on_proc(&file)? => Err(Errno::AccessDenied),
            fs::FileType::RegularFile => Ok(file),
            fs::FileType::Directory => Err(Errno::IsDirectory),
            _ => Err(Errno::NoDeviceOrAddress),
        }
    }
}

/// Whether an open file is one of `/proc`.
fn is_on_proc(file: &OwnedFd) -> Result<bool, Errno> {
    Ok(fs::fstatfs(file).map_err(errno)?.f_type == fs::PROC_SUPER_MAGIC)
}

/// The names that a path consists of. The process never sends one that could lead elsewhere; that is checked nevertheless.
fn names(path: &[u8]) -> Result<Vec<&OsStr>, Errno> {
    if path.is_empty() {
        return Ok(vec![]);
    }
    if path.len() > PATH_SIZE_MAX_BYTES {
        return Err(Errno::NameTooLong);
    }
    path.split(|&byte| byte == b'/').map(name).collect()
}

fn name(name: &[u8]) -> Result<&OsStr, Errno> {
    if name.is_empty() || name == b"." || name == b".." || name.contains(&0) {
        return Err(Errno::Invalid);
    }
    if name.len() > NAME_SIZE_MAX_BYTES {
        return Err(Errno::NameTooLong);
    }
    Ok(OsStr::from_bytes(name))
}

/// The guest's number of an error of the host. One that the guest does not know is an input/output error.
pub(crate) fn errno(error: rustix::io::Errno) -> Errno {
    Errno::from_number(error.raw_os_error()).unwrap_or(Errno::Io)
}
