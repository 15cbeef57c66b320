//! Opening and closing.

use crate::files::description::{
    Description, DescriptionNumber, O_ACCMODE, O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL,
    O_NOFOLLOW, O_NONBLOCK, O_PATH, O_RDWR, O_TMPFILE, O_TRUNC, OpenFile,
};
use crate::files::inode::{Content, Device, InodeNumber, PipeNumber};
use crate::files::pipe::Pipe;
use crate::files::place::Place;
use crate::files::resolve::Found;
use crate::files::status::{MAY_READ, MAY_WRITE, Status};
use crate::files::tree::Tree;
use crate::system::{Arguments, Stop, Wait, Woken};
use crate::{Answer, Errno, FileKind, FileRequest, HostPath, OpenOptions, Process, Request};
use machine::VirtAddr;
use std::sync::Arc;

/// The flags that a description keeps.
const KEPT: u32 = !(O_CREAT | O_EXCL | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | 0o400);

pub(crate) fn openat(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [directory, path, flags, mode, ..] = arguments;
    open(process, directory, path, flags as u32, mode & 0o7777)
}

/// `struct open_how`: flags, mode, and how the path may be resolved, of which nothing is there.
pub(crate) fn openat2(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [directory, path, how, size, ..] = arguments;
    const SIZE: u64 = 24;
    if size < SIZE {
        return Err(Errno::Invalid.into());
    }
    let [flags, mode, resolve] = process.copy_in_words(VirtAddr(how))?;
    if size > SIZE
        && process
            .copy_in(VirtAddr(how).offset(SIZE), size.min(4096) - SIZE)?
            .iter()
            .any(|&it| it != 0)
    {
        return Err(Errno::ArgumentsTooLong.into());
    }
    if resolve != 0 {
        return Err(Errno::NotImplemented.into());
    }
    let creates = flags as u32 & O_CREAT != 0 || flags as u32 & O_TMPFILE == O_TMPFILE;
    if flags > u64::from(u32::MAX) || mode > 0o7777 || mode != 0 && !creates {
        return Err(Errno::Invalid.into());
    }
    open(process, directory, path, flags as u32, mode)
}

fn open(
    process: &mut Process,
    directory: u64,
    path: u64,
    flags: u32,
    mode: u64,
) -> Result<u64, Stop> {
    // Of `O_TMPFILE`, the directory's bit and one of its own.
    if flags & O_TMPFILE == O_TMPFILE {
        return Err(Errno::NotSupported.into());
    }
    process.check_descriptor_free()?;
    let creates = flags & O_CREAT != 0 && flags & O_PATH == 0;
    let follows = flags & O_NOFOLLOW == 0 && !(creates && flags & O_EXCL != 0);
    let path = process.path_argument(path)?;
    let start = process.start_of(directory, &path)?;
    if creates && path.ends_with(b"/") {
        return Err(process.no_file_with_slash(&start, &path)?.into());
    }
    let found = process.resolve(&start, &path, follows)?;
    let full_path = process.full_path(&found);
    let description = match &found.there {
        Some(_) if creates && flags & O_EXCL != 0 => return Err(Errno::Exists.into()),
        Some((place, status)) => {
            check_kind(status, flags, creates)?;
            process.open_place(place, status, flags)?
        }
        None if !creates => return Err(Errno::NoEntry.into()),
        None => process.open_new(&found, flags, mode)?,
    };
    let path = if description.path.is_empty() { full_path } else { description.path.clone() };
    Ok(process.install_new(Description { path, ..description }, flags & O_CLOEXEC != 0)?)
}

/// Whether what was found can be opened so at all.
fn check_kind(status: &Status, flags: u32, creates: bool) -> Result<(), Errno> {
    let is_directory = status.kind == FileKind::Directory;
    if flags & O_DIRECTORY != 0 && !is_directory {
        return Err(Errno::NotDirectory);
    }
    if flags & O_PATH != 0 {
        return Ok(());
    }
    match status.kind {
        FileKind::Directory if creates || flags & (O_ACCMODE | O_TRUNC) != 0 => {
            Err(Errno::IsDirectory)
        }
        FileKind::SymbolicLink => Err(Errno::TooManySymlinks),
        FileKind::Socket | FileKind::Other => Err(Errno::NoDeviceOrAddress),
        _ => Ok(()),
    }
}

/// What may be done with what is opened so.
fn access(flags: u32) -> u32 {
    match flags & O_ACCMODE {
        0 => MAY_READ,
        1 => MAY_WRITE,
        _ => MAY_READ | MAY_WRITE,
    }
}

/// What must be allowed for it.
fn wanted(flags: u32) -> u32 {
    if flags & O_TRUNC != 0 { access(flags) | MAY_WRITE } else { access(flags) }
}

impl Process {
    /// A file whose name ends with a slash cannot be made: `EISDIR`, unless the way to it is not there.
    fn no_file_with_slash(&mut self, start: &Place, path: &[u8]) -> Result<Errno, Stop> {
        let end = path.iter().rposition(|&byte| byte != b'/').map_or(1, |last| last + 1);
        self.resolve(start, &path[..end], false)?;
        Ok(Errno::IsDirectory)
    }

    /// Opens what is there.
    fn open_place(
        &mut self,
        place: &Place,
        status: &Status,
        flags: u32,
    ) -> Result<Description, Stop> {
        let new = |file| Description::new(file, flags & KEPT, vec![]);
        if flags & O_PATH != 0 {
            return Ok(new(OpenFile::Place(place.clone())));
        }
        let is_host = matches!(place, Place::Host(_));
        if !is_host && !matches!(place, Place::Open(_)) && !status.allows(wanted(flags)) {
            return Err(Errno::AccessDenied.into());
        }
        if status.kind == FileKind::Directory {
            return Ok(new(OpenFile::Directory(place.clone(), None)));
        }
        match place {
            Place::Memory(number) => self.open_memory(*number, flags).map(new),
            Place::Host(path) => self.open_host(path, flags, None).map(new),
            Place::Proc(node) => {
                let text = self.proc_text(node).ok_or(Errno::NoEntry)?;
                Ok(new(OpenFile::Text(Arc::new(text))))
            }
            Place::Open(number) => self.open_again(*number, flags),
        }
    }

    fn open_memory(&mut self, number: InodeNumber, flags: u32) -> Result<OpenFile, Stop> {
        match self.files.tree.get(number)?.content {
            Content::Device(Device::Terminal) => Err(Errno::NoDeviceOrAddress.into()),
            Content::Pipe(pipe) => self.open_pipe(pipe, number, flags),
            Content::Regular(_) if flags & O_TRUNC != 0 => {
                let time = self.wall_time();
                self.files.tree.set_size(number, 0, time)?;
                Ok(OpenFile::Memory(number))
            }
            _ => Ok(OpenFile::Memory(number)),
        }
    }

    /// Opens a file below a grant; with `mode`, one that is not there yet.
    fn open_host(
        &mut self,
        at: &HostPath,
        flags: u32,
        mode: Option<u32>,
    ) -> Result<OpenFile, Stop> {
        let writes = wanted(flags) & MAY_WRITE != 0;
        if writes || mode.is_some() {
            self.can_change_grant(at.grant)?;
        }
        let handle = self.files.last_handle + 1;
        let options = OpenOptions {
            read: wanted(flags) & MAY_READ != 0,
            write: writes,
            append: flags & O_APPEND != 0,
            truncate: flags & O_TRUNC != 0,
            create: mode,
            exclusive: flags & O_EXCL != 0,
        };
        let closed = self.files.closed_handles.clone();
        let at = at.clone();
        let request = FileRequest::Open { at: at.clone(), handle, options, closed };
        let Answer::Status(_) = self.ask(Request::File(request))? else {
            return Err(Errno::Io.into());
        };
        self.files.last_handle = handle;
        self.files.closed_handles.clear();
        Ok(OpenFile::Host(handle, at))
    }

    /// Opens something open that has no name, by its link in `/proc`.
    fn open_again(&mut self, number: DescriptionNumber, flags: u32) -> Result<Description, Stop> {
        let description = self.files.description(number)?;
        let path = description.path.clone();
        let new = |file| Description::new(file, flags & KEPT, path);
        match description.file {
            OpenFile::Stream(stream) => Ok(new(OpenFile::Stream(stream))),
            OpenFile::Pipe(pipe) => {
                self.add_ends(pipe, flags)?;
                Ok(new(OpenFile::Pipe(pipe)))
            }
            _ => Err(Errno::NoDeviceOrAddress.into()),
        }
    }

    fn add_ends(&mut self, number: PipeNumber, flags: u32) -> Result<(), Errno> {
        let pipe = self.files.pipe_mut(number)?;
        pipe.readers += u32::from(access(flags) & MAY_READ != 0);
        pipe.writers += u32::from(access(flags) & MAY_WRITE != 0);
        Ok(())
    }

    /// Opens a pipe with a name: waits until somebody opens its other side. **Rule**: `man 7 fifo`.
    ///
    /// Whoever comes second lets the first one through, and counts it as if it were open already.
    fn open_pipe(
        &mut self,
        number: PipeNumber,
        inode: InodeNumber,
        flags: u32,
    ) -> Result<OpenFile, Stop> {
        let capacity = self.files.new_pipe_capacity();
        self.files.pipes.entry(number).or_insert_with(|| Pipe::new(0, 0, capacity));
        let (own, other) = match flags & O_ACCMODE {
            0 => (0, Wait::Readable(inode_wait(inode))),
            1 => (1, Wait::Writable(inode_wait(inode))),
            _ => {
                self.add_ends(number, flags)?;
                return Ok(OpenFile::Pipe(number));
            }
        };
        let is_let_through = self.woken() == Some(Woken::Event);
        let opposite = match own {
            0 => Wait::Writable(inode_wait(inode)),
            _ => Wait::Readable(inode_wait(inode)),
        };
        let pipe = self.files.pipe_mut(number)?;
        let is_other_open = [pipe.writers, pipe.readers][own] > 0;
        if is_let_through {
            pipe.coming[own] = pipe.coming[own].saturating_sub(1);
        } else {
            let waiting = self.wake_some(usize::MAX, |wait| *wait == opposite) as u32;
            self.files.pipe_mut(number)?.coming[1 - own] += waiting;
            if !is_other_open && waiting == 0 {
                match (own, flags & O_NONBLOCK != 0) {
                    (_, false) => return Err(Stop::Block(other)),
                    (1, true) => return Err(Errno::NoDeviceOrAddress.into()),
                    _ => {}
                }
            }
        }
        self.add_ends(number, flags)?;
        Ok(OpenFile::Pipe(number))
    }

    /// Makes a file and opens it.
    fn open_new(&mut self, found: &Found, flags: u32, mode: u64) -> Result<Description, Stop> {
        self.can_change_names(&found.directory)?;
        let mode = self.new_mode(mode);
        let file = match &found.directory {
            Place::Memory(directory) => {
                let birth = Tree::birth(mode, self.wall_time());
                let content = Content::Regular(Default::default());
                let made = self.files.tree.create(*directory, &found.name, content, birth);
                OpenFile::Memory(made.map_err(|errno| self.tell_if_full(errno))?)
            }
            Place::Host(directory) => {
                self.open_host(&super::host_path(directory, found), flags, Some(mode))?
            }
            _ => return Err(Errno::NotPermitted.into()),
        };
        Ok(Description::new(file, flags & KEPT, vec![]))
    }
}

/// The number by which opens of a pipe with a name wait for each other: not one of a pipe or description.
fn inode_wait(inode: InodeNumber) -> u64 {
    1 << 63 | inode
}

pub(crate) fn close(process: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    let descriptor = process.task.descriptors.remove(descriptor)?;
    process.release_description(descriptor.description);
    Ok(0)
}

/// **Rule**: `man 2 close_range`.
pub(crate) fn close_range(
    process: &mut Process,
    [first, last, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    const CLOSE_RANGE_UNSHARE: u64 = 2;
    const CLOSE_RANGE_CLOEXEC: u64 = 4;
    let (first, last) = (first as u32, last as u32);
    if flags & !(CLOSE_RANGE_CLOEXEC | CLOSE_RANGE_UNSHARE) != 0 || first > last {
        return Err(Errno::Invalid.into());
    }
    for number in process.task.descriptors.numbers_in(first, last) {
        if flags & CLOSE_RANGE_CLOEXEC != 0 {
            process.task.descriptors.get_mut(number.into())?.closes_on_exec = true;
        } else {
            close(process, [number.into(), 0, 0, 0, 0, 0])?;
        }
    }
    Ok(0)
}

/// A file in memory without a name. **Rule**: `man 2 memfd_create`.
pub(crate) fn memfd_create(
    process: &mut Process,
    [name, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    const NAME_SIZE_MAX_BYTES: u64 = 249;
    const MFD_CLOEXEC: u64 = 1;
    const MFD_ALLOW_SEALING: u64 = 2;
    const MFD_NOEXEC_SEAL: u64 = 8;
    const MFD_EXEC: u64 = 16;
    let name = process.copy_in_string(VirtAddr(name), NAME_SIZE_MAX_BYTES + 1)?;
    let known = MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL | MFD_EXEC;
    if name.len() as u64 > NAME_SIZE_MAX_BYTES || flags & !known != 0 {
        return Err(Errno::Invalid.into());
    }
    process.check_descriptor_free()?;
    let birth = Tree::birth(0o777, process.wall_time());
    let made = process.files.tree.make(Content::Regular(Default::default()), birth);
    let inode = made.map_err(|errno| process.tell_if_full(errno))?;
    let path = [b"/memfd:", &name[..]].concat();
    let description = Description::new(OpenFile::Memory(inode), O_RDWR, path);
    Ok(process.install_new(description, flags & MFD_CLOEXEC != 0)?)
}
