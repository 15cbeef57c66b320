//! Directories: what they contain, and which one is current.

use crate::files::description::OpenFile;
use crate::files::place::Place;
use crate::files::status::{MAY_EXECUTE, Status, entry_kind};
use crate::system::{Arguments, Stop};
use crate::{Answer, DirectoryEntry, Errno, FileKind, FileRequest, HostPath, Process, Request};
use machine::VirtAddr;
use std::sync::Arc;

/// Gives the entries of a directory, as many as there is room for. They are those that were there when the first ones were
/// asked for, sorted by name. **Rule**: `man 2 getdents64`.
pub(crate) fn getdents64(
    process: &mut Process,
    [descriptor, target, size, ..]: Arguments,
) -> Result<u64, Stop> {
    let number = process.opened(descriptor)?;
    let OpenFile::Directory(place, entries) = process.files.description(number)?.file.clone()
    else {
        return Err(Errno::NotDirectory.into());
    };
    process.can_copy_out(VirtAddr(target), size.min(1 << 16))?;
    let entries = match entries {
        Some(entries) => entries,
        None => Arc::new(process.entries(&place)?),
    };
    let first = process.files.description(number)?.offset as usize;
    let mut bytes = vec![];
    let mut next = first;
    for (index, entry) in entries.iter().enumerate().skip(first) {
        let record = record(entry, index as u64 + 1);
        if bytes.len() + record.len() > size.min(1 << 16) as usize {
            break;
        }
        bytes.extend(record);
        next = index + 1;
    }
    if bytes.is_empty() && first < entries.len() {
        return Err(Errno::Invalid.into());
    }
    process.copy_out(VirtAddr(target), &bytes)?;
    let description = process.files.description_mut(number)?;
    description.offset = next as u64;
    description.file = OpenFile::Directory(place, Some(entries));
    Ok(bytes.len() as u64)
}

/// `struct linux_dirent64`: inode, offset of the next one, size, kind, name. **Rule**: `man 2 getdents64`.
fn record(entry: &DirectoryEntry, next: u64) -> Vec<u8> {
    const HEAD_SIZE: usize = 19;
    let size = (HEAD_SIZE + entry.name.len() + 1).next_multiple_of(8);
    let mut record = Vec::with_capacity(size);
    record.extend(entry.inode.to_le_bytes());
    record.extend(next.to_le_bytes());
    record.extend((size as u16).to_le_bytes());
    record.push(entry_kind(entry.kind));
    record.extend(&entry.name);
    record.resize(size, 0);
    record
}

impl Process {
    /// What a directory contains: `.` and `..`, then the rest by name.
    fn entries(&mut self, place: &Place) -> Result<Vec<DirectoryEntry>, Stop> {
        let own = self.status_of(place)?.inode;
        let above = self.parent(place);
        let above = self.status_of(&above)?.inode;
        let mut entries = match place {
            Place::Memory(number) => {
                let names = self.files.tree.directory(*number)?.entries.iter();
                let entry = |(name, number): (&Vec<u8>, &u64)| {
                    let kind = self.files.tree.get(*number)?.kind();
                    Ok(DirectoryEntry { name: name.clone(), inode: *number, kind })
                };
                names.map(entry).collect::<Result<Vec<_>, Errno>>()?
            }
            Place::Host(path) => self.host_entries(path)?,
            Place::Proc(node) => self.proc_entries(node),
            Place::Open(_) => return Err(Errno::NotDirectory.into()),
        };
        let dot = |name: &[u8], inode| DirectoryEntry {
            name: name.to_vec(),
            inode,
            kind: FileKind::Directory,
        };
        entries.splice(0..0, [dot(b".", own), dot(b"..", above)]);
        Ok(entries)
    }

    /// What a directory below a grant contains, with the names at which, or on the way to which, something else begins.
    fn host_entries(&mut self, path: &HostPath) -> Result<Vec<DirectoryEntry>, Stop> {
        let mounts = &self.files.mounts;
        let is_on_the_way = mounts.is_on_the_way(path);
        let place = Place::Host(path.clone());
        let added: Vec<Vec<u8>> =
            mounts.names_in(&place).chain(mounts.ways_in(path)).map(<[u8]>::to_vec).collect();
        let mut entries = match self.ask(Request::File(FileRequest::List(path.clone()))) {
            Ok(Answer::Entries(entries)) => entries,
            Ok(_) => return Err(Errno::Io.into()),
            Err(Stop::Errno(Errno::NoEntry)) if is_on_the_way => vec![],
            Err(stop) => return Err(stop),
        };
        for name in added {
            match entries.iter_mut().find(|entry| entry.name == name) {
                Some(entry) => entry.kind = FileKind::Directory,
                None => entries.push(DirectoryEntry { name, inode: 1, kind: FileKind::Directory }),
            }
        }
        entries.sort_unstable();
        Ok(entries)
    }

    /// Makes a directory the current one.
    fn change_directory(&mut self, place: Place, status: &Status) -> Result<u64, Stop> {
        super::is_directory(status)?;
        if !status.allows(MAY_EXECUTE) {
            return Err(Errno::AccessDenied.into());
        }
        self.task.directory = place;
        Ok(0)
    }
}

pub(crate) fn chdir(process: &mut Process, [path, ..]: Arguments) -> Result<u64, Stop> {
    let at = super::AT_FDCWD as u64;
    let (place, status) = process.find_at(at, path, true)?.existing()?;
    process.change_directory(place, &status)
}

pub(crate) fn fchdir(process: &mut Process, [descriptor, ..]: Arguments) -> Result<u64, Stop> {
    let subject = process.open_subject(u64::from(descriptor as u32))?;
    process.change_directory(subject.place, &subject.status)
}

/// **Rule**: `man 2 getcwd`; gives the size with the terminating null.
pub(crate) fn getcwd(process: &mut Process, [target, size, ..]: Arguments) -> Result<u64, Stop> {
    let directory = process.task.directory.clone();
    if let Place::Host(_) = directory {
        process.status_of(&directory)?;
    }
    let mut path = process.path_of(&directory)?;
    path.push(0);
    if path.len() as u64 > size {
        return Err(Errno::Range.into());
    }
    process.copy_out(VirtAddr(target), &path)?;
    Ok(path.len() as u64)
}
