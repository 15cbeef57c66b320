//! The system calls about files: a small function for each.

mod attributes;
mod descriptors;
mod directories;
mod locks;
mod move_bytes;
mod names;
mod open;
mod pipes;
mod poll;
mod sockets;
mod status;
mod watch;

pub(crate) use attributes::*;
pub(crate) use descriptors::*;
pub(crate) use directories::*;
pub(crate) use locks::*;
pub(crate) use move_bytes::*;
pub(crate) use names::*;
pub(crate) use open::*;
pub(crate) use pipes::*;
pub(crate) use poll::*;
pub(crate) use sockets::*;
pub(crate) use status::*;
pub(crate) use watch::*;

use super::description::OpenFile;
use super::place::Place;
use super::resolve::{Found, PATH_SIZE_MAX_BYTES};
use super::status::{MAY_EXECUTE, MAY_WRITE, Status};
use crate::system::Stop;
use crate::{Errno, FileKind, GrantId, HostPath, Process};
use machine::VirtAddr;

/// The current directory, in place of a descriptor. **Rule**: Linux `include/uapi/linux/fcntl.h`.
const AT_FDCWD: i32 = -100;
const AT_SYMLINK_NOFOLLOW: u64 = 0x100;
const AT_REMOVEDIR: u64 = 0x200;
const AT_SYMLINK_FOLLOW: u64 = 0x400;
const AT_EMPTY_PATH: u64 = 0x1000;

/// What a call is about: something found by a path, or something open.
struct Subject {
    place: Place,
    status: Status,
}

impl Process {
    /// A path that is an argument.
    fn path_argument(&mut self, start: u64) -> Result<Vec<u8>, Errno> {
        self.copy_in_string(VirtAddr(start), PATH_SIZE_MAX_BYTES as u64)
    }

    /// Where a path begins: at a directory's descriptor, or in the current directory. An empty one begins nowhere.
    pub(super) fn start_of(&self, directory: u64, path: &[u8]) -> Result<Place, Errno> {
        if path.is_empty() {
            return Err(Errno::NoEntry);
        }
        if directory as i32 == AT_FDCWD || path.first() == Some(&b'/') {
            return Ok(self.task.directory.clone());
        }
        match &self.files.description(self.opened(directory)?)?.file {
            OpenFile::Directory(place, _) | OpenFile::Place(place) => Ok(place.clone()),
            _ => Err(Errno::NotDirectory),
        }
    }

    /// What the arguments of a call with `at` in its name lead to.
    fn find_at(&mut self, directory: u64, path: u64, follows: bool) -> Result<Found, Stop> {
        let path = self.path_argument(path)?;
        let start = self.start_of(directory, &path)?;
        self.resolve(&start, &path, follows)
    }

    /// What is there by the arguments of a call with `at` in its name, and with `AT_EMPTY_PATH` and
    /// `AT_SYMLINK_NOFOLLOW` among its flags.
    fn subject(&mut self, directory: u64, path: u64, flags: u64) -> Result<Subject, Stop> {
        let path = self.path_argument(path)?;
        if path.is_empty() && flags & AT_EMPTY_PATH != 0 {
            return self.open_subject(directory);
        }
        let start = self.start_of(directory, &path)?;
        let found = self.resolve(&start, &path, flags & AT_SYMLINK_NOFOLLOW == 0)?;
        let (place, status) = found.existing()?;
        Ok(Subject { place, status })
    }

    /// What a descriptor stands for.
    fn open_subject(&mut self, descriptor: u64) -> Result<Subject, Stop> {
        if descriptor as i32 == AT_FDCWD {
            let place = self.task.directory.clone();
            let status = self.status_of(&place)?;
            return Ok(Subject { place, status });
        }
        let number = self.opened(descriptor)?;
        let status = self.description_status(number)?;
        Ok(Subject { place: self.files.place_of(number), status })
    }

    /// The path from the root of what was found.
    pub(super) fn full_path(&self, found: &Found) -> Vec<u8> {
        if let Some(text) = &found.link_text {
            return text.clone();
        }
        let mut path = self.path_of(&found.directory).unwrap_or_default();
        if !found.name.is_empty() {
            if path.last() != Some(&b'/') {
                path.push(b'/');
            }
            path.extend_from_slice(&found.name);
        }
        path
    }

    /// Fails if nothing below a grant may be changed.
    fn can_change_grant(&self, grant: GrantId) -> Result<(), Errno> {
        match self.config.grants.get(grant as usize) {
            Some(grant) if !grant.is_read_only => Ok(()),
            _ => Err(Errno::ReadOnly),
        }
    }

    /// Fails if names of a directory may not be changed.
    fn can_change_names(&mut self, directory: &Place) -> Result<(), Stop> {
        match directory {
            Place::Host(path) => Ok(self.can_change_grant(path.grant)?),
            Place::Memory(_) => {
                let status = self.status_of(directory)?;
                let may = status.allows(MAY_WRITE | MAY_EXECUTE);
                if may { Ok(()) } else { Err(Errno::AccessDenied.into()) }
            }
            _ => Err(Errno::NotPermitted.into()),
        }
    }

    /// Fails if something begins at a name.
    fn is_no_mount(&self, found: &Found) -> Result<(), Errno> {
        match self.files.mounts.root_at(&found.directory, &found.name) {
            Some(_) => Err(Errno::Busy),
            None => Ok(()),
        }
    }

    /// The permission bits that a new file gets.
    fn new_mode(&self, mode: u64) -> u32 {
        (mode & !self.task.file_mode_mask) as u32 & 0o7777
    }
}

/// The path of a name in a directory below a grant.
fn host_path(directory: &HostPath, found: &Found) -> HostPath {
    Place::below(directory, &found.name)
}

/// Fails if it is no directory.
fn is_directory(status: &Status) -> Result<(), Errno> {
    if status.kind == FileKind::Directory { Ok(()) } else { Err(Errno::NotDirectory) }
}
