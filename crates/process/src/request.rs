//! Requests: what the process asks of the world outside, and who answers.

use crate::Errno;

/// What the process asks of the world outside. It stands still until it is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Write these bytes to a standard stream: [`Answer::Count`].
    Write {
        /// The stream: 1 is standard output, 2 standard error.
        descriptor: u32,
        /// What to write; not empty.
        bytes: Vec<u8>,
    },
    /// Read from a standard stream: [`Answer::Bytes`].
    Read {
        /// The stream: 0 is standard input.
        descriptor: u32,
        /// At most so many bytes; not 0.
        count_max: u64,
    },
    /// Something about a file below a directory that was granted.
    File(FileRequest),
}

/// The number of a grant: its place in the list of grants.
pub type GrantId = u32;

/// A file below a grant.
///
/// **Shape**: the path is relative, its names are separated by `/`; none is empty, `.` or `..`. The grant itself is the empty
/// path. The process has resolved every symbolic link; one that is found on the way nevertheless must not be followed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct HostPath {
    /// Below which grant.
    pub grant: GrantId,
    /// Where below it; bytes, as Linux has them.
    pub path: Vec<u8>,
}

/// A number that the process gives to a file that it opens, and by which it asks for it later.
pub type Handle = u64;

/// How a file is opened.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct OpenOptions {
    /// For reading.
    pub read: bool,
    /// For writing.
    pub write: bool,
    /// Each write goes to the end.
    pub append: bool,
    /// Make it empty.
    pub truncate: bool,
    /// Make the file when there is none, with these permission bits.
    pub create: Option<u32>,
    /// Fail when there is one.
    pub exclusive: bool,
}

/// What the process asks about files below grants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileRequest {
    /// What is there, a symbolic link itself: [`Answer::Status`].
    Status(HostPath),
    /// Where a symbolic link leads: [`Answer::Bytes`].
    ReadLink(HostPath),
    /// What a directory contains, without `.` and `..`: [`Answer::Entries`].
    List(HostPath),
    /// All bytes of a regular file: [`Answer::Bytes`].
    Load(HostPath),
    /// Open a regular file: [`Answer::Status`].
    Open {
        /// Which.
        at: HostPath,
        /// By which number it will be known.
        handle: Handle,
        /// How.
        options: OpenOptions,
        /// Handles that the process will not use any more.
        closed: Vec<Handle>,
    },
    /// Read at an offset: [`Answer::Bytes`], none at the end.
    ReadAt {
        /// The file.
        handle: Handle,
        /// From its start.
        offset: u64,
        /// At most so many bytes.
        count_max: u64,
    },
    /// Write at an offset: [`Answer::Count`].
    WriteAt {
        /// The file.
        handle: Handle,
        /// From its start; at its end for a file that was opened to append.
        offset: u64,
        /// What.
        bytes: Vec<u8>,
    },
    /// What an open file is: [`Answer::Status`].
    HandleStatus(Handle),
    /// Set the size of an open file: [`Answer::Done`].
    Truncate {
        /// The file.
        handle: Handle,
        /// **Units**: bytes.
        size: u64,
    },
    /// Bring what was written to the disk: [`Answer::Done`].
    Synchronize(Handle),
    /// Make a directory: [`Answer::Done`].
    CreateDirectory {
        /// Where.
        at: HostPath,
        /// Its permission bits.
        mode: u32,
    },
    /// Remove a name: [`Answer::Done`].
    Remove {
        /// Which.
        at: HostPath,
        /// Whether an empty directory is to be removed, or anything else.
        is_directory: bool,
    },
    /// Rename within a grant: [`Answer::Done`].
    Rename {
        /// From where.
        from: HostPath,
        /// To where, in the same grant.
        to: HostPath,
    },
    /// Give a file a second name in its grant: [`Answer::Done`].
    Link {
        /// The file.
        from: HostPath,
        /// The name, in the same grant.
        to: HostPath,
    },
    /// Make a symbolic link: [`Answer::Done`].
    SymbolicLink {
        /// Where.
        at: HostPath,
        /// What it says.
        target: Vec<u8>,
    },
    /// Set permission bits of a file or directory: [`Answer::Done`].
    SetMode {
        /// Which.
        at: HostPath,
        /// The bits.
        mode: u32,
    },
    /// Set times of a file or directory: [`Answer::Done`].
    SetTimes {
        /// Which.
        at: HostPath,
        /// When it was last read; `None` leaves it.
        accessed: Option<Timestamp>,
        /// When it was last written; `None` leaves it.
        modified: Option<Timestamp>,
    },
}

/// A time in seconds and nanoseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Timestamp {
    /// **Units**: seconds.
    pub seconds: i64,
    /// **Units**: nanoseconds, below a milliard.
    pub nanoseconds: u32,
}

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FileKind {
    /// Bytes.
    Regular,
    /// Names of files.
    Directory,
    /// A path.
    SymbolicLink,
    /// A device that gives and takes characters.
    CharacterDevice,
    /// A pipe.
    Pipe,
    /// A socket.
    Socket,
    /// Anything else: block devices.
    Other,
}

/// What is known of a file without reading it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FileStatus {
    /// What it is.
    pub kind: FileKind,
    /// Permission bits, the low 12.
    pub mode: u32,
    /// **Units**: bytes.
    pub size: u64,
    /// Its number in its file system.
    pub inode: u64,
    /// How many names it has.
    pub links: u32,
    /// Last read.
    pub accessed: Timestamp,
    /// Last written.
    pub modified: Timestamp,
}

/// A name in a directory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DirectoryEntry {
    /// The name.
    pub name: Vec<u8>,
    /// Its number in its file system.
    pub inode: u64,
    /// What it is.
    pub kind: FileKind,
}

/// The answer to a [`Request`]. An answer of another shape than the request wants counts as [`Errno::Io`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// So many bytes were written.
    Count(u64),
    /// These bytes were read; none at the end of the file.
    Bytes(Vec<u8>),
    /// It was done.
    Done,
    /// What a file is.
    Status(FileStatus),
    /// What a directory contains, sorted by name.
    Entries(Vec<DirectoryEntry>),
    /// It failed.
    Error(Errno),
}

/// Who answers requests on behalf of the world outside.
pub trait Driver {
    /// Answers a request; may block. [`Errno::Interrupted`] says that the user has interrupted it before anything was done.
    fn answer(&mut self, request: &Request) -> Answer;

    /// Whether the user has interrupted the program (Ctrl-C) since this was last asked. Asked every so often.
    fn is_interrupted(&mut self) -> bool {
        false
    }
}
