//! Making, moving and removing names.

use crate::files::inode::Content;
use crate::files::place::Place;
use crate::files::resolve::Found;
use crate::files::tree::Tree;
use crate::system::{Arguments, Stop};
use crate::{Errno, FileKind, FileRequest, HostPath, Process, Request};

impl Process {
    /// Finds where a new name is to be: nothing may be there.
    fn find_new(&mut self, directory: u64, path: u64) -> Result<Found, Stop> {
        let found = self.find_at(directory, path, false)?;
        if found.there.is_some() {
            return Err(Errno::Exists.into());
        }
        self.can_change_names(&found.directory)?;
        Ok(found)
    }

    /// Finds a name that is to be removed or moved.
    fn find_old(&mut self, directory: u64, path: u64) -> Result<(Found, FileKind), Stop> {
        let found = self.find_at(directory, path, false)?;
        let Some((_, status)) = &found.there else { return Err(Errno::NoEntry.into()) };
        let kind = status.kind;
        Ok((found, kind))
    }

    /// Makes a file in memory.
    fn create(&mut self, at: u64, found: &Found, content: Content, mode: u32) -> Result<u64, Stop> {
        let birth = Tree::birth(mode, self.wall_time());
        let made = self.files.tree.create(at, &found.name, content, birth);
        made.map(|_| 0).map_err(|errno| self.tell_if_full(errno))
    }

    /// Has the world outside do something.
    fn ask_done(&mut self, request: FileRequest) -> Result<u64, Stop> {
        self.ask(Request::File(request)).map(|_| 0)
    }
}

/// **Rule**: `man 2 mkdirat`.
pub(crate) fn mkdirat(
    process: &mut Process,
    [directory, path, mode, ..]: Arguments,
) -> Result<u64, Stop> {
    let found = process.find_new(directory, path)?;
    let mode = process.new_mode(mode & 0o1777);
    match &found.directory {
        Place::Memory(at) => {
            let birth = Tree::birth(mode, process.wall_time());
            let made = process.files.tree.create_directory(*at, &found.name, birth);
            made.map(|_| 0).map_err(|errno| process.tell_if_full(errno))
        }
        Place::Host(at) => {
            let at = super::host_path(at, &found);
            process.ask_done(FileRequest::CreateDirectory { at, mode })
        }
        _ => Err(Errno::NotPermitted.into()),
    }
}

/// Of special files, pipes can be made. **Rule**: `man 2 mknod`.
pub(crate) fn mknodat(
    process: &mut Process,
    [directory, path, mode, ..]: Arguments,
) -> Result<u64, Stop> {
    const KIND: u64 = 0o170_000;
    const FIFO: u64 = 0o010_000;
    const REGULAR: u64 = 0o100_000;
    if !matches!(mode & KIND, 0 | REGULAR | FIFO) {
        return Err(Errno::NotPermitted.into());
    }
    let found = process.find_new(directory, path)?;
    if found.ends_with_slash {
        return Err(Errno::NoEntry.into());
    }
    let bits = process.new_mode(mode & 0o7777);
    let Place::Memory(at) = found.directory else { return Err(Errno::NotPermitted.into()) };
    let content = match mode & KIND {
        FIFO => {
            process.files.last += 1;
            Content::Pipe(process.files.last)
        }
        _ => Content::Regular(Default::default()),
    };
    process.create(at, &found, content, bits)
}

/// **Rule**: `man 2 symlinkat`.
pub(crate) fn symlinkat(
    process: &mut Process,
    [target, directory, path, ..]: Arguments,
) -> Result<u64, Stop> {
    let target = process.path_argument(target)?;
    match target.len() {
        0 => return Err(Errno::NoEntry.into()),
        size if size >= crate::files::resolve::PATH_SIZE_MAX_BYTES => {
            return Err(Errno::NameTooLong.into());
        }
        _ => {}
    }
    let found = process.find_new(directory, path)?;
    if found.ends_with_slash {
        return Err(Errno::NoEntry.into());
    }
    match &found.directory {
        Place::Memory(at) => process.create(*at, &found, Content::SymbolicLink(target), 0o777),
        Place::Host(at) => {
            let at = super::host_path(at, &found);
            process.ask_done(FileRequest::SymbolicLink { at, target })
        }
        _ => Err(Errno::NotPermitted.into()),
    }
}

/// **Rule**: `man 2 linkat`.
pub(crate) fn linkat(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [old_directory, old, new_directory, new, flags, _] = arguments;
    if flags & !(super::AT_SYMLINK_FOLLOW | super::AT_EMPTY_PATH) != 0 {
        return Err(Errno::Invalid.into());
    }
    let follows = flags & super::AT_SYMLINK_FOLLOW;
    let nofollow = if follows == 0 { super::AT_SYMLINK_NOFOLLOW } else { 0 };
    let subject = process.subject(old_directory, old, nofollow | flags & super::AT_EMPTY_PATH)?;
    let found = process.find_new(new_directory, new)?;
    if subject.status.kind == FileKind::Directory {
        return Err(Errno::NotPermitted.into());
    }
    if found.ends_with_slash {
        return Err(Errno::NoEntry.into());
    }
    match (&subject.place, &found.directory) {
        (Place::Memory(number), Place::Memory(at)) => {
            let time = process.wall_time();
            process.files.tree.link(*number, *at, &found.name, time)?;
            Ok(0)
        }
        (Place::Host(from), Place::Host(to)) if from.grant == to.grant => {
            let (from, to) = (from.clone(), super::host_path(to, &found));
            process.ask_done(FileRequest::Link { from, to })
        }
        _ => Err(Errno::CrossDevice.into()),
    }
}

/// **Rule**: `man 2 unlinkat`.
pub(crate) fn unlinkat(
    process: &mut Process,
    [directory, path, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    if flags & !super::AT_REMOVEDIR != 0 {
        return Err(Errno::Invalid.into());
    }
    let removes_directory = flags != 0;
    if removes_directory {
        let path = process.path_argument(path)?;
        check_last_name(&path)?;
    }
    let (found, kind) = process.find_old(directory, path)?;
    let is_directory = kind == FileKind::Directory;
    match (removes_directory, is_directory) {
        (false, true) => return Err(Errno::IsDirectory.into()),
        (true, false) => return Err(Errno::NotDirectory.into()),
        _ => {}
    }
    process.is_no_mount(&found)?;
    process.can_change_names(&found.directory)?;
    match &found.directory {
        Place::Memory(at) => {
            let time = process.wall_time();
            let tree = &mut process.files.tree;
            match is_directory {
                true => tree.remove_directory(*at, &found.name, time)?,
                false => tree.unlink(*at, &found.name, time)?,
            }
            Ok(0)
        }
        Place::Host(at) => {
            let at = super::host_path(at, &found);
            process.ask_done(FileRequest::Remove { at, is_directory })
        }
        _ => Err(Errno::NotPermitted.into()),
    }
}

/// A directory is not removed by `.`, `..` or `/`. **Rule**: `man 2 rmdir`.
fn check_last_name(path: &[u8]) -> Result<(), Errno> {
    match path.split(|&byte| byte == b'/').rfind(|name| !name.is_empty()) {
        Some(b".") => Err(Errno::Invalid),
        Some(b"..") => Err(Errno::NotEmpty),
        None if !path.is_empty() => Err(Errno::Busy),
        _ => Ok(()),
    }
}

const RENAME_NOREPLACE: u64 = 1;
const RENAME_EXCHANGE: u64 = 2;

/// **Rule**: `man 2 renameat2`.
pub(crate) fn renameat2(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [old_directory, old, new_directory, new, flags, _] = arguments;
    if !matches!(flags, 0 | RENAME_NOREPLACE | RENAME_EXCHANGE) {
        return Err(Errno::Invalid.into());
    }
    let (from, kind) = process.find_old(old_directory, old)?;
    let to = process.find_at(new_directory, new, false)?;
    if from.name.is_empty() || to.name.is_empty() {
        return Err(Errno::Busy.into());
    }
    match &to.there {
        Some(_) if flags == RENAME_NOREPLACE => return Err(Errno::Exists.into()),
        None if flags == RENAME_EXCHANGE => return Err(Errno::NoEntry.into()),
        _ => {}
    }
    if to.ends_with_slash && kind != FileKind::Directory {
        return Err(Errno::NotDirectory.into());
    }
    process.is_no_mount(&from)?;
    process.is_no_mount(&to)?;
    process.can_change_names(&from.directory)?;
    process.can_change_names(&to.directory)?;
    match (&from.directory, &to.directory) {
        (Place::Memory(from_at), Place::Memory(to_at)) => {
            let time = process.wall_time();
            let (old, new) = ((*from_at, &from.name[..]), (*to_at, &to.name[..]));
            match flags {
                RENAME_EXCHANGE => process.files.tree.exchange(old, new, time)?,
                _ => process.files.tree.rename(old, new, time)?,
            }
            Ok(0)
        }
        (Place::Host(from_at), Place::Host(to_at)) if from_at.grant == to_at.grant => {
            let (from, to) = (super::host_path(from_at, &from), super::host_path(to_at, &to));
            rename_below_grant(process, from, to, flags)
        }
        _ => Err(Errno::CrossDevice.into()),
    }
}

fn rename_below_grant(
    process: &mut Process,
    from: HostPath,
    to: HostPath,
    flags: u64,
) -> Result<u64, Stop> {
    if flags == RENAME_EXCHANGE {
        return Err(Errno::Invalid.into());
    }
    process.ask_done(FileRequest::Rename { from, to })
}
