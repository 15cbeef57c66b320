//! Files below grants: one function for each request about them.

use crate::grants::{Grants, errno};
use process::{
    Answer, DirectoryEntry, Errno, FileKind, FileRequest, FileStatus, GrantId, Handle, HostPath,
    OpenOptions, Timestamp,
};
use rustix::fs::{self, AtFlags, Dir, FileType, Mode, OFlags, Stat, Timespec, Timestamps};
use std::collections::BTreeMap;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

/// The most that is read by one request, and the largest file that is loaded whole.
const READ_SIZE_MAX_BYTES: u64 = 256 << 20;
/// The most names that a directory may have to be listed.
const ENTRY_COUNT_MAX: usize = 1 << 20;
/// Permission bits that a guest can set on a host's file: none that gives rights away.
const MODE_MASK: u32 = 0o777;

/// The files that the guest may use, and those that it has open.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) grants: Grants,
    open: BTreeMap<Handle, Opened>,
}

/// An open file.
#[derive(Debug)]
struct Opened {
    file: OwnedFd,
    grant: GrantId,
}

impl Files {
    /// Answers a request.
    pub(crate) fn answer(&mut self, request: &FileRequest) -> Answer {
        self.try_answer(request).unwrap_or_else(Answer::Error)
    }

    fn try_answer(&mut self, request: &FileRequest) -> Result<Answer, Errno> {
        match request {
            FileRequest::Status(at) => self.status(at),
            FileRequest::ReadLink(at) => self.read_link(at),
            FileRequest::List(at) => self.list(at),
            FileRequest::Load(at) => self.load(at),
            FileRequest::Open { at, handle, options, closed } => {
                for handle in closed {
                    self.open.remove(handle);
                }
                self.open(at, *handle, *options)
            }
            FileRequest::ReadAt { handle, offset, count_max } => {
                self.read_at(*handle, *offset, *count_max)
            }
            FileRequest::WriteAt { handle, offset, bytes } => {
                self.write_at(*handle, *offset, bytes)
            }
            FileRequest::HandleStatus(handle) => status_of(&self.opened(*handle)?.file),
            FileRequest::Truncate { handle, size } => {
                done(fs::ftruncate(self.changeable(*handle)?, *size))
            }
            FileRequest::Synchronize(handle) => done(fs::fsync(&self.opened(*handle)?.file)),
            change => self.change(change),
        }
    }

    /// Requests that change names.
    fn change(&mut self, request: &FileRequest) -> Result<Answer, Errno> {
        match request {
            FileRequest::CreateDirectory { at, mode } => self.create_directory(at, *mode),
            FileRequest::Remove { at, is_directory } => self.remove(at, *is_directory),
            FileRequest::Rename { from, to } => self.rename(from, to),
            FileRequest::Link { from, to } => self.link(from, to),
            FileRequest::SymbolicLink { at, target } => self.symbolic_link(at, target),
            FileRequest::SetMode { at, mode } => self.set_mode(at, *mode),
            FileRequest::SetTimes { at, accessed, modified } => {
                self.set_times(at, *accessed, *modified)
            }
            _ => Err(Errno::Invalid),
        }
    }

    fn opened(&self, handle: Handle) -> Result<&Opened, Errno> {
        self.open.get(&handle).ok_or(Errno::BadDescriptor)
    }

    /// An open file, if its grant may be changed.
    fn changeable(&self, handle: Handle) -> Result<&OwnedFd, Errno> {
        let opened = self.opened(handle)?;
        self.grants.can_change(opened.grant)?;
        Ok(&opened.file)
    }

    fn status(&self, at: &HostPath) -> Result<Answer, Errno> {
        if at.path.is_empty() {
            return status_of(&self.grants.directory(at)?);
        }
        let spot = self.grants.spot(at)?;
        let stat = fs::statat(&spot.directory, spot.name, AtFlags::SYMLINK_NOFOLLOW);
        Ok(Answer::Status(status(&stat.map_err(errno)?)))
    }

    fn read_link(&self, at: &HostPath) -> Result<Answer, Errno> {
        let spot = self.grants.spot(at)?;
        let target = fs::readlinkat(&spot.directory, spot.name, Vec::new()).map_err(errno)?;
        Ok(Answer::Bytes(target.into_bytes()))
    }

    fn list(&self, at: &HostPath) -> Result<Answer, Errno> {
        let how = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let walked = self.grants.directory(at)?;
        let directory = fs::openat(&walked, ".", how, Mode::empty()).map_err(errno)?;
        let mut entries = Vec::new();
        for entry in Dir::new(directory).map_err(errno)? {
            let entry = entry.map_err(errno)?;
            let name = entry.file_name().to_bytes();
            if name == b"." || name == b".." {
                continue;
            }
            if entries.len() == ENTRY_COUNT_MAX {
                return Err(Errno::Overflow);
            }
            entries.push(DirectoryEntry {
                name: name.to_vec(),
                inode: entry.ino(),
                kind: kind(entry.file_type()),
            });
        }
        entries.sort_unstable();
        Ok(Answer::Entries(entries))
    }

    fn load(&self, at: &HostPath) -> Result<Answer, Errno> {
        let file = self.grants.open(at, OFlags::RDONLY, Mode::empty())?;
        let size = fs::fstat(&file).map_err(errno)?.st_size as u64;
        if size > READ_SIZE_MAX_BYTES {
            return Err(Errno::FileTooLarge);
        }
        read_from(&file, 0, READ_SIZE_MAX_BYTES)
    }

    fn open(
        &mut self,
        at: &HostPath,
        handle: Handle,
        options: OpenOptions,
    ) -> Result<Answer, Errno> {
        if options.write || options.truncate || options.create.is_some() {
            self.grants.can_change(at.grant)?;
        }
        let mode = Mode::from_raw_mode(options.create.unwrap_or(0) & MODE_MASK);
        let file = self.grants.open(at, open_flags(options), mode)?;
        let answer = status_of(&file)?;
        self.open.insert(handle, Opened { file, grant: at.grant });
        Ok(answer)
    }

    fn read_at(&self, handle: Handle, offset: u64, count_max: u64) -> Result<Answer, Errno> {
        read_from(&self.opened(handle)?.file, offset, count_max.min(READ_SIZE_MAX_BYTES))
    }

    fn write_at(&self, handle: Handle, offset: u64, bytes: &[u8]) -> Result<Answer, Errno> {
        let file = self.changeable(handle)?;
        let mut count = 0;
        while count < bytes.len() {
            match rustix::io::pwrite(file, &bytes[count..], offset + count as u64) {
                Ok(0) => break,
                Ok(written) => count += written,
                Err(rustix::io::Errno::INTR) => {}
                Err(error) if count == 0 => return Err(errno(error)),
                Err(_) => break,
            }
        }
        Ok(Answer::Count(count as u64))
    }

    fn create_directory(&self, at: &HostPath, mode: u32) -> Result<Answer, Errno> {
        self.grants.can_change(at.grant)?;
        let spot = self.grants.spot(at)?;
        done(fs::mkdirat(&spot.directory, spot.name, Mode::from_raw_mode(mode & MODE_MASK)))
    }

    fn remove(&self, at: &HostPath, is_directory: bool) -> Result<Answer, Errno> {
        self.grants.can_change(at.grant)?;
        let spot = self.grants.spot(at)?;
        let flags = if is_directory { AtFlags::REMOVEDIR } else { AtFlags::empty() };
        done(fs::unlinkat(&spot.directory, spot.name, flags))
    }

    fn rename(&self, from: &HostPath, to: &HostPath) -> Result<Answer, Errno> {
        self.within_one_grant(from, to)?;
        let (from, to) = (self.grants.spot(from)?, self.grants.spot(to)?);
        done(fs::renameat(&from.directory, from.name, &to.directory, to.name))
    }

    fn link(&self, from: &HostPath, to: &HostPath) -> Result<Answer, Errno> {
        self.within_one_grant(from, to)?;
        let (from, to) = (self.grants.spot(from)?, self.grants.spot(to)?);
        done(fs::linkat(&from.directory, from.name, &to.directory, to.name, AtFlags::empty()))
    }

    fn within_one_grant(&self, from: &HostPath, to: &HostPath) -> Result<(), Errno> {
        self.grants.can_change(from.grant)?;
        if from.grant == to.grant { Ok(()) } else { Err(Errno::CrossDevice) }
    }

    fn symbolic_link(&self, at: &HostPath, target: &[u8]) -> Result<Answer, Errno> {
        self.grants.can_change(at.grant)?;
        let spot = self.grants.spot(at)?;
        done(fs::symlinkat(target, &spot.directory, spot.name))
    }

    /// The file is opened as a mere place first, and what it is, is looked at: the name could be exchanged for a link. The
    /// bits can then only be set by its path in `/proc`, which leads to that very file.
    fn set_mode(&self, at: &HostPath, mode: u32) -> Result<Answer, Errno> {
        self.grants.can_change(at.grant)?;
        let spot = self.grants.spot(at)?;
        let how = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = fs::openat(&spot.directory, spot.name, how, Mode::empty()).map_err(errno)?;
        let stat = fs::fstat(&file).map_err(errno)?;
        match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile | FileType::Directory => {}
            _ => return Err(Errno::NotSupported),
        }
        let path = format!("/proc/self/fd/{}", file.as_raw_fd());
        done(fs::chmod(path, Mode::from_raw_mode(mode & MODE_MASK)))
    }

    fn set_times(
        &self,
        at: &HostPath,
        accessed: Option<Timestamp>,
        modified: Option<Timestamp>,
    ) -> Result<Answer, Errno> {
        self.grants.can_change(at.grant)?;
        let times =
            Timestamps { last_access: timespec(accessed), last_modification: timespec(modified) };
        let spot = self.grants.spot(at)?;
        done(fs::utimensat(&spot.directory, spot.name, &times, AtFlags::SYMLINK_NOFOLLOW))
    }
}

fn done(result: Result<(), rustix::io::Errno>) -> Result<Answer, Errno> {
    result.map(|()| Answer::Done).map_err(errno)
}

fn open_flags(options: OpenOptions) -> OFlags {
    let access = match (options.read, options.write) {
        (true, true) => OFlags::RDWR,
        (false, true) => OFlags::WRONLY,
        _ => OFlags::RDONLY,
    };
    let mut flags = access;
    flags.set(OFlags::APPEND, options.append);
    flags.set(OFlags::TRUNC, options.truncate);
    flags.set(OFlags::CREATE, options.create.is_some());
    flags.set(OFlags::EXCL, options.create.is_some() && options.exclusive);
    flags
}

/// Reads until so many bytes are there or the file ends.
fn read_from(file: &OwnedFd, offset: u64, count_max: u64) -> Result<Answer, Errno> {
    /// How much is asked for at once.
    const CHUNK_SIZE_BYTES: u64 = 1 << 20;
    let mut bytes = Vec::new();
    while (bytes.len() as u64) < count_max {
        let start = bytes.len();
        bytes.resize(start + CHUNK_SIZE_BYTES.min(count_max - start as u64) as usize, 0);
        let count = match rustix::io::pread(file, &mut bytes[start..], offset + start as u64) {
            Err(rustix::io::Errno::INTR) => {
                bytes.truncate(start);
                continue;
            }
            result => result.map_err(errno)?,
        };
        bytes.truncate(start + count);
        if count == 0 {
            break;
        }
    }
    Ok(Answer::Bytes(bytes))
}

fn status_of(file: &impl AsFd) -> Result<Answer, Errno> {
    Ok(Answer::Status(status(&fs::fstat(file).map_err(errno)?)))
}

// The fields' types differ between architectures; Linux keeps every value within these.
#[allow(clippy::unnecessary_cast)]
fn status(stat: &Stat) -> FileStatus {
    FileStatus {
        kind: kind(FileType::from_raw_mode(stat.st_mode)),
        mode: stat.st_mode & 0o7777,
        size: stat.st_size as u64,
        inode: stat.st_ino,
        links: stat.st_nlink as u32,
        accessed: Timestamp { seconds: stat.st_atime, nanoseconds: stat.st_atime_nsec as u32 },
        modified: Timestamp { seconds: stat.st_mtime, nanoseconds: stat.st_mtime_nsec as u32 },
    }
}

fn kind(kind: FileType) -> FileKind {
    match kind {
        FileType::RegularFile => FileKind::Regular,
        FileType::Directory => FileKind::Directory,
        FileType::Symlink => FileKind::SymbolicLink,
        FileType::CharacterDevice => FileKind::CharacterDevice,
        FileType::Fifo => FileKind::Pipe,
        FileType::Socket => FileKind::Socket,
        _ => FileKind::Other,
    }
}

fn timespec(time: Option<Timestamp>) -> Timespec {
    match time {
        Some(time) => Timespec { tv_sec: time.seconds, tv_nsec: time.nanoseconds.into() },
        None => Timespec { tv_sec: 0, tv_nsec: fs::UTIME_OMIT },
    }
}
