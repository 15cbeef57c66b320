//! Open file descriptions: what descriptors stand for. They are shared by those that `dup` and `fork` make, and have the
//! offset and the status flags.

use super::epoll::Interests;
use super::inode::{InodeNumber, PipeNumber};
use super::place::Place;
use crate::{DirectoryEntry, Handle, HostPath};
use std::sync::Arc;

/// The number of an open file description. Pipes and descriptions have their numbers from one sequence.
pub(crate) type DescriptionNumber = u64;

// Flags of `open`. **Rule**: Linux `include/uapi/asm-generic/fcntl.h`.
pub(crate) const O_ACCMODE: u32 = 3;
pub(crate) const O_RDONLY: u32 = 0;
pub(crate) const O_WRONLY: u32 = 1;
pub(crate) const O_RDWR: u32 = 2;
pub(crate) const O_CREAT: u32 = 0o100;
pub(crate) const O_EXCL: u32 = 0o200;
pub(crate) const O_TRUNC: u32 = 0o1000;
pub(crate) const O_APPEND: u32 = 0o2000;
pub(crate) const O_NONBLOCK: u32 = 0o4000;
pub(crate) const O_DIRECT: u32 = 0o40000;
pub(crate) const O_LARGEFILE: u32 = 0o100000;
pub(crate) const O_DIRECTORY: u32 = 0o200000;
pub(crate) const O_NOFOLLOW: u32 = 0o400000;
pub(crate) const O_NOATIME: u32 = 0o1000000;
pub(crate) const O_CLOEXEC: u32 = 0o2000000;
pub(crate) const O_PATH: u32 = 0o10000000;
pub(crate) const O_TMPFILE: u32 = 0o20000000 | O_DIRECTORY;

/// An open file description.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Description {
    pub(crate) file: OpenFile,
    /// Where the next read or write is.
    pub(crate) offset: u64,
    /// The access mode and the status flags.
    pub(crate) flags: u32,
    /// How many descriptors stand for it.
    pub(crate) references: u32,
    /// The path by which it was found; empty if it has no name.
    pub(crate) path: Vec<u8>,
}

/// What is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum OpenFile {
    /// A standard stream, which is the driver's: 0, 1 or 2.
    Stream(u32),
    /// A regular file or device in memory.
    Memory(InodeNumber),
    /// A regular file below a grant.
    Host(Handle, HostPath),
    /// A directory; with the names that it had when they were first asked for.
    Directory(Place, Option<Arc<Vec<DirectoryEntry>>>),
    /// A file of `/proc`, as it was when it was opened.
    Text(Arc<Vec<u8>>),
    /// An end of a pipe, or both.
    Pipe(PipeNumber),
    /// Both ends of a pair of sockets: what it reads from, and writes to.
    Socket(PipeNumber, PipeNumber),
    /// A counter. **Rule**: `man 2 eventfd`.
    Event(Event),
    /// What is waited for together. **Rule**: `man 7 epoll`.
    Poll(Interests),
    /// Only a place. **Rule**: `O_PATH`.
    Place(Place),
}

/// A counter that can be waited for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Event {
    pub(crate) count: u64,
    /// Whether a read takes 1 and not all.
    pub(crate) is_semaphore: bool,
    /// How often it was written, and read.
    pub(crate) news: [u64; 2],
}

impl Description {
    /// One that nothing stands for yet.
    pub(crate) fn new(file: OpenFile, flags: u32, path: Vec<u8>) -> Description {
        Description { file, offset: 0, flags, references: 0, path }
    }

    /// Whether it was opened for reading.
    pub(crate) fn reads(&self) -> bool {
        matches!(self.flags & O_ACCMODE, O_RDONLY | O_RDWR) && self.flags & O_PATH == 0
    }

    /// Whether it was opened for writing.
    pub(crate) fn writes(&self) -> bool {
        matches!(self.flags & O_ACCMODE, O_WRONLY | O_RDWR) && self.flags & O_PATH == 0
    }

    /// Whether a flag is set.
    pub(crate) fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }
}
