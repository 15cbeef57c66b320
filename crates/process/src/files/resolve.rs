//! Resolving paths: name by name, across mounts, through symbolic links, and never above the root.
//!
//! **Rule**: `man 7 path_resolution`. The host is asked about one name at a time and never sees `..` or follows a link.

use super::place::Place;
use super::status::{MAY_EXECUTE, Status};
use crate::system::Stop;
use crate::{Answer, Errno, FileKind, FileRequest, HostPath, Process, Request};

/// The longest path, with its terminating null. **Rule**: Linux `PATH_MAX`.
pub(crate) const PATH_SIZE_MAX_BYTES: usize = 4096;
/// The longest name. **Rule**: Linux `NAME_MAX`.
const NAME_SIZE_MAX_BYTES: usize = 255;
/// How many symbolic links one path may lead through. **Rule**: Linux `MAXSYMLINKS`.
const LINK_COUNT_MAX: u32 = 40;

/// What a path leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    /// The directory that its last name is in.
    pub(crate) directory: Place,
    /// Its last name; empty if the path ends otherwise: `/`, `.`, `..`, or a link of `/proc`.
    pub(crate) name: Vec<u8>,
    /// What is there, if something is.
    pub(crate) there: Option<(Place, Status)>,
    /// Whether the path ends with a slash.
    pub(crate) ends_with_slash: bool,
    /// What the link of `/proc` says that the path ends with, if it does.
    pub(crate) link_text: Option<Vec<u8>>,
}

impl Found {
    /// What is there; otherwise `ENOENT`.
    pub(crate) fn existing(self) -> Result<(Place, Status), Errno> {
        self.there.ok_or(Errno::NoEntry)
    }
}

/// Where a symbolic link leads.
enum Target {
    Path(Vec<u8>),
    /// To a place itself: a link of `/proc`.
    Place(Place),
}

/// A path being resolved.
struct Walk {
    at: Place,
    /// The names that remain, the next one last.
    names: Vec<Vec<u8>>,
    links: u32,
    ends_with_slash: bool,
    /// What the last link said that led to a place.
    link_text: Option<Vec<u8>>,
}

impl Walk {
    fn push(&mut self, path: &[u8], root: &Place) {
        if path.first() == Some(&b'/') {
            self.at = root.clone();
        }
        if self.names.is_empty() {
            self.ends_with_slash |= path.last() == Some(&b'/');
        }
        let names = path.split(|&byte| byte == b'/').filter(|name| !name.is_empty());
        self.names.extend(names.rev().map(<[u8]>::to_vec));
    }

    fn found(self, name: Vec<u8>, there: Option<(Place, Status)>) -> Found {
        let ends_with_slash = self.ends_with_slash;
        let link_text = self.link_text.filter(|_| name.is_empty());
        Found { directory: self.at, name, there, ends_with_slash, link_text }
    }
}

impl Process {
    /// Resolves a path from a directory. `follows` says whether a symbolic link at its end is followed.
    ///
    /// **Errors**: `ENOENT` for an empty path and for a name on the way that is not there; a last name that is not there is
    /// no error.
    pub(crate) fn resolve(
        &mut self,
        start: &Place,
        path: &[u8],
        follows: bool,
    ) -> Result<Found, Stop> {
        match path.len() {
            0 => return Err(Errno::NoEntry.into()),
            size if size >= PATH_SIZE_MAX_BYTES => return Err(Errno::NameTooLong.into()),
            _ => {}
        }
        let root = self.files.mounts.root().clone();
        let mut walk = Walk {
            at: start.clone(),
            names: vec![],
            links: 0,
            ends_with_slash: false,
            link_text: None,
        };
        walk.push(path, &root);
        while let Some(name) = walk.names.pop() {
            walk.link_text = None;
            self.can_search(&walk.at)?;
            if name == b"." {
                continue;
            }
            if name == b".." {
                walk.at = self.parent(&walk.at);
                continue;
            }
            let is_last = walk.names.is_empty();
            let (place, status) = match self.lookup(&walk.at, &name)? {
                Some(there) => there,
                None if is_last => return Ok(walk.found(name, None)),
                None => return Err(Errno::NoEntry.into()),
            };
            let is_link = status.kind == FileKind::SymbolicLink;
            if is_link && (!is_last || follows || walk.ends_with_slash) {
                walk.links += 1;
                if walk.links > LINK_COUNT_MAX {
                    return Err(Errno::TooManySymlinks.into());
                }
                let link = place;
                match self.target(&link)? {
                    Target::Path(path) => walk.push(&path, &root),
                    Target::Place(place) => {
                        walk.link_text = self.link_text(&link).ok();
                        walk.at = place;
                    }
                }
            } else if is_last {
                let is_directory = status.kind == FileKind::Directory;
                if walk.ends_with_slash && !is_directory {
                    return Err(Errno::NotDirectory.into());
                }
                return Ok(walk.found(name, Some((place, status))));
            } else if status.kind == FileKind::Directory {
                walk.at = place;
            } else {
                return Err(Errno::NotDirectory.into());
            }
        }
        let status = self.status_of(&walk.at)?;
        let at = walk.at.clone();
        Ok(walk.found(vec![], Some((at, status))))
    }

    /// Fails if a place is no directory, or may not be searched. Below a grant, the host says so.
    fn can_search(&mut self, at: &Place) -> Result<(), Stop> {
        if let Place::Host(_) = at {
            return Ok(());
        }
        let status = self.status_of(at)?;
        match status.kind {
            FileKind::Directory if status.allows(MAY_EXECUTE) => Ok(()),
            FileKind::Directory => Err(Errno::AccessDenied.into()),
            _ => Err(Errno::NotDirectory.into()),
        }
    }

    /// What a name in a directory leads to; `None` if there is no such name.
    fn lookup(&mut self, at: &Place, name: &[u8]) -> Result<Option<(Place, Status)>, Stop> {
        if name.len() > NAME_SIZE_MAX_BYTES {
            return Err(Errno::NameTooLong.into());
        }
        let place = match (self.files.mounts.root_at(at, name), at) {
            (Some(root), _) => root.clone(),
            (None, Place::Memory(directory)) => match self.files.tree.lookup(*directory, name) {
                Ok(number) => Place::Memory(number),
                Err(Errno::NoEntry) => return Ok(None),
                Err(errno) => return Err(errno.into()),
            },
            (None, Place::Host(directory)) => Place::Host(Place::below(directory, name)),
            (None, Place::Proc(node)) => match self.proc_lookup(node, name) {
                Some(node) => Place::Proc(node),
                None => return Ok(None),
            },
            (None, Place::Open(_)) => return Err(Errno::NotDirectory.into()),
        };
        match self.status_of(&place) {
            Ok(status) => Ok(Some((place, status))),
            Err(Stop::Errno(Errno::NoEntry)) => Ok(None),
            Err(stop) => Err(stop),
        }
    }

    /// What is known of what is at a place, a symbolic link itself.
    pub(crate) fn status_of(&mut self, place: &Place) -> Result<Status, Stop> {
        match place {
            Place::Memory(number) => Ok(Status::memory(*number, self.files.tree.get(*number)?)),
            Place::Host(path) => self.host_status(path),
            Place::Proc(node) => Ok(self.proc_status(node)),
            Place::Open(number) => self.description_status(*number),
        }
    }

    fn host_status(&mut self, path: &HostPath) -> Result<Status, Stop> {
        match self.ask(Request::File(FileRequest::Status(path.clone()))) {
            Ok(Answer::Status(status)) => Ok(Status::host(path.grant, &status)),
            Ok(_) => Err(Errno::Io.into()),
            Err(Stop::Errno(Errno::NoEntry)) if self.files.mounts.is_on_the_way(path) => {
                Ok(Status::way(path.grant, self.start_time()))
            }
            Err(stop) => Err(stop),
        }
    }

    fn target(&mut self, link: &Place) -> Result<Target, Stop> {
        if let Place::Proc(node) = link
            && let Some(place) = self.proc_link_place(node)
        {
            return Ok(Target::Place(place));
        }
        Ok(Target::Path(self.link_text(link)?))
    }

    /// What a symbolic link says.
    pub(crate) fn link_text(&mut self, link: &Place) -> Result<Vec<u8>, Stop> {
        match link {
            Place::Memory(number) => match &self.files.tree.get(*number)?.content {
                super::inode::Content::SymbolicLink(target) => Ok(target.clone()),
                _ => Err(Errno::Invalid.into()),
            },
            Place::Host(path) => {
                match self.ask(Request::File(FileRequest::ReadLink(path.clone())))? {
                    Answer::Bytes(target) if !target.is_empty() => Ok(target),
                    _ => Err(Errno::Io.into()),
                }
            }
            Place::Proc(node) => self.proc_link_text(node).ok_or(Errno::Invalid.into()),
            Place::Open(_) => Err(Errno::Invalid.into()),
        }
    }

    /// The directory that a directory is in; the root is in itself.
    pub(crate) fn parent(&self, at: &Place) -> Place {
        if let Some((parent, _)) = self.files.mounts.point_of(at) {
            return parent.clone();
        }
        match at {
            Place::Memory(number) => match self.files.tree.directory(*number) {
                Ok(directory) => Place::Memory(directory.parent),
                Err(_) => at.clone(),
            },
            Place::Host(path) => {
                Place::above(path).map_or(at.clone(), |(above, _)| Place::Host(above))
            }
            Place::Proc(node) => Place::Proc(node.parent()),
            Place::Open(_) => at.clone(),
        }
    }

    /// The path of a directory from the root. **Errors**: `ENOENT` if it was removed.
    pub(crate) fn path_of(&self, directory: &Place) -> Result<Vec<u8>, Errno> {
        let mut names = vec![];
        let mut at = directory.clone();
        while at != *self.files.mounts.root() {
            let name = match (self.files.mounts.point_of(&at), &at) {
                (Some((_, name)), _) => name.to_vec(),
                (None, Place::Memory(number)) => self.files.tree.name_of(*number)?.1.to_vec(),
                (None, Place::Host(path)) => {
                    Place::above(path).map_or(vec![], |(_, name)| name.to_vec())
                }
                (None, Place::Proc(node)) => node.name(),
                (None, Place::Open(_)) => return Err(Errno::NoEntry),
            };
            names.push(name);
            at = self.parent(&at);
        }
        let mut path = vec![];
        for name in names.iter().rev() {
            path.push(b'/');
            path.extend_from_slice(name);
        }
        Ok(if path.is_empty() { b"/".to_vec() } else { path })
    }
}
