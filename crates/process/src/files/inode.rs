//! Inodes: files in memory, apart from the names that they have.

use super::bytes::Bytes;
use crate::{FileKind, Timestamp};
use std::collections::BTreeMap;

/// The number of an inode. Numbers are not used again.
pub(crate) type InodeNumber = u64;

/// The number of a pipe.
pub(crate) type PipeNumber = u64;

/// The user whose process it is.
pub(crate) const USER: u32 = 1000;

/// A file in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Inode {
    pub(crate) content: Content,
    /// Permission bits, the low 12.
    pub(crate) mode: u32,
    pub(crate) owner: u32,
    /// How many names it has; a directory counts `.` and the `..` of those in it.
    pub(crate) links: u32,
    /// How many open file descriptions refer to it.
    pub(crate) opens: u32,
    pub(crate) accessed: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) changed: Timestamp,
}

/// What a file consists of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Content {
    /// Bytes.
    Regular(Bytes),
    /// Names.
    Directory(Directory),
    /// A path.
    SymbolicLink(Vec<u8>),
    /// A character device.
    Device(Device),
    /// A pipe with a name.
    Pipe(PipeNumber),
}

/// The names in a directory, and the directory that it is in; its own number in the root and when it was removed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Directory {
    pub(crate) parent: InodeNumber,
    pub(crate) entries: BTreeMap<Vec<u8>, InodeNumber>,
}

/// The character devices that there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Device {
    Null,
    Zero,
    Full,
    Random,
    /// The controlling terminal, which no process has.
    Terminal,
}

impl Device {
    /// Major and minor number. **Rule**: Linux `Documentation/admin-guide/devices.txt`.
    pub(crate) const fn numbers(self) -> (u32, u32) {
        match self {
            Device::Null => (1, 3),
            Device::Zero => (1, 5),
            Device::Full => (1, 7),
            Device::Random => (1, 9),
            Device::Terminal => (5, 0),
        }
    }
}

impl Inode {
    /// What kind of file it is.
    pub(crate) fn kind(&self) -> FileKind {
        match &self.content {
            Content::Regular(_) => FileKind::Regular,
            Content::Directory(_) => FileKind::Directory,
            Content::SymbolicLink(_) => FileKind::SymbolicLink,
            Content::Device(_) => FileKind::CharacterDevice,
            Content::Pipe(_) => FileKind::Pipe,
        }
    }

    /// **Units**: bytes.
    pub(crate) fn size(&self) -> u64 {
        match &self.content {
            Content::Regular(bytes) => bytes.size(),
            Content::Directory(directory) => 4096 + 32 * directory.entries.len() as u64,
            Content::SymbolicLink(target) => target.len() as u64,
            Content::Device(_) | Content::Pipe(_) => 0,
        }
    }

    /// How many pages its content takes.
    pub(crate) fn page_count(&self) -> u64 {
        self.content.page_count()
    }
}

impl Content {
    /// How many pages it takes. A long path takes one, as in other file systems.
    pub(crate) fn page_count(&self) -> u64 {
        /// A path that is no longer is kept in the inode.
        const SHORT_PATH_SIZE_BYTES: usize = 60;
        match self {
            Content::Regular(bytes) => bytes.page_count(),
            Content::SymbolicLink(target) if target.len() > SHORT_PATH_SIZE_BYTES => 1,
            _ => 0,
        }
    }
}
