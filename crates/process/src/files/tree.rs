//! The file system in memory: the table of inodes, and the names that lead to them.
//!
//! It is bounded in bytes and in files; what would go beyond fails with `ENOSPC`, and the limit is remembered,
//! so that the user can be told.

use super::bytes::{Bytes, FILE_PAGE_SIZE};
use super::inode::{Content, Directory, Inode, InodeNumber, USER};
use crate::{Errno, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The number of the root directory.
pub(crate) const ROOT: InodeNumber = 1;

/// The largest offset in a file.
pub(crate) const OFFSET_MAX: u64 = i64::MAX as u64;

/// The file system in memory.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    inodes: BTreeMap<InodeNumber, Arc<Inode>>,
    last: InodeNumber,
    page_count: u64,
    page_count_max: u64,
    inode_count_max: u64,
    /// Whether a limit was met.
    pub(crate) is_full: bool,
}

/// What a new file is made with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Birth {
    pub(crate) mode: u32,
    pub(crate) owner: u32,
    pub(crate) time: Timestamp,
}

impl Tree {
    /// An empty root directory.
    pub(crate) fn new(byte_count_max: u64, inode_count_max: u64, time: Timestamp) -> Tree {
        let mut tree = Tree {
            inodes: BTreeMap::new(),
            last: 0,
            page_count: 0,
            page_count_max: byte_count_max / FILE_PAGE_SIZE,
            inode_count_max,
            is_full: false,
        };
        let directory = Directory { parent: ROOT, entries: BTreeMap::new() };
        let birth = Birth { mode: 0o755, owner: 0, time };
        let root = tree.insert(Content::Directory(directory), birth);
        if let Some(root) = tree.get_mut(root) {
            root.links = 2;
        }
        tree
    }

    /// The inode with a number.
    pub(crate) fn get(&self, number: InodeNumber) -> Result<&Inode, Errno> {
        self.inodes.get(&number).map(|inode| &**inode).ok_or(Errno::NoEntry)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, number: InodeNumber) -> Option<&mut Inode> {
        self.inodes.get_mut(&number).map(Arc::make_mut)
    }

    /// A directory.
    pub(crate) fn directory(&self, number: InodeNumber) -> Result<&Directory, Errno> {
        match &self.get(number)?.content {
            Content::Directory(directory) => Ok(directory),
            _ => Err(Errno::NotDirectory),
        }
    }

    fn directory_mut(&mut self, number: InodeNumber) -> Result<&mut Directory, Errno> {
        match self.get_mut(number).map(|inode| &mut inode.content) {
            Some(Content::Directory(directory)) => Ok(directory),
            _ => Err(Errno::NotDirectory),
        }
    }

    /// What a name in a directory leads to.
    pub(crate) fn lookup(&self, at: InodeNumber, name: &[u8]) -> Result<InodeNumber, Errno> {
        self.directory(at)?.entries.get(name).copied().ok_or(Errno::NoEntry)
    }

    /// The name of a directory in the one that it is in.
    pub(crate) fn name_of(&self, number: InodeNumber) -> Result<(InodeNumber, &[u8]), Errno> {
        let parent = self.directory(number)?.parent;
        let mut entries = self.directory(parent)?.entries.iter();
        let (name, _) = entries.find(|(_, child)| **child == number).ok_or(Errno::NoEntry)?;
        Ok((parent, name))
    }

    /// How many bytes and files there may be, and how many more.
    pub(crate) fn space(&self) -> [(u64, u64); 2] {
        let count = self.inodes.len() as u64;
        [
            (self.page_count_max, self.page_count_max.saturating_sub(self.page_count)),
            (self.inode_count_max, self.inode_count_max.saturating_sub(count)),
        ]
    }

    fn insert(&mut self, content: Content, birth: Birth) -> InodeNumber {
        self.last += 1;
        let Birth { mode, owner, time } = birth;
        let (accessed, modified, changed) = (time, time, time);
        let inode = Inode { content, mode, owner, links: 0, opens: 0, accessed, modified, changed };
        self.page_count += inode.page_count();
        self.inodes.insert(self.last, Arc::new(inode));
        self.last
    }

    /// Makes a file without a name. It goes when nobody has it open.
    pub(crate) fn make(&mut self, content: Content, birth: Birth) -> Result<InodeNumber, Errno> {
        let is_too_large = self.page_count + content.page_count() > self.page_count_max;
        if self.inodes.len() as u64 >= self.inode_count_max || is_too_large {
            self.is_full = true;
            return Err(Errno::NoSpace);
        }
        Ok(self.insert(content, birth))
    }

    /// Makes a file with a name.
    pub(crate) fn create(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        content: Content,
        birth: Birth,
    ) -> Result<InodeNumber, Errno> {
        self.check_new_name(at, name)?;
        let number = self.make(content, birth)?;
        self.put(at, name, number, birth.time)?;
        Ok(number)
    }

    /// Makes a directory.
    pub(crate) fn create_directory(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        birth: Birth,
    ) -> Result<InodeNumber, Errno> {
        let directory = Directory { parent: at, entries: BTreeMap::new() };
        self.create(at, name, Content::Directory(directory), birth)
    }

    /// Gives a file another name.
    pub(crate) fn link(
        &mut self,
        number: InodeNumber,
        at: InodeNumber,
        name: &[u8],
        time: Timestamp,
    ) -> Result<(), Errno> {
        let inode = self.get(number)?;
        if matches!(inode.content, Content::Directory(_)) {
            return Err(Errno::NotPermitted);
        }
        if inode.links == u32::MAX {
            return Err(Errno::TooManyLinks);
        }
        self.check_new_name(at, name)?;
        self.put(at, name, number, time)
    }

    /// Fails if the directory has the name already, or was removed.
    fn check_new_name(&self, at: InodeNumber, name: &[u8]) -> Result<(), Errno> {
        if self.directory(at)?.entries.contains_key(name) {
            return Err(Errno::Exists);
        }
        if self.get(at)?.links == 0 { Err(Errno::NoEntry) } else { Ok(()) }
    }

    /// Enters a name, and counts it.
    fn put(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        number: InodeNumber,
        time: Timestamp,
    ) -> Result<(), Errno> {
        self.directory_mut(at)?.entries.insert(name.to_vec(), number);
        let is_directory = match self.directory_mut(number) {
            Ok(directory) => {
                directory.parent = at;
                true
            }
            Err(_) => false,
        };
        if let Some(inode) = self.get_mut(number) {
            inode.links += if is_directory { 2 } else { 1 };
            inode.changed = time;
        }
        self.touch_directory(at, time, i32::from(is_directory));
        Ok(())
    }

    /// Takes a name away, and counts it.
    fn take(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        time: Timestamp,
    ) -> Result<InodeNumber, Errno> {
        let number = self.directory_mut(at)?.entries.remove(name).ok_or(Errno::NoEntry)?;
        let is_directory = self.directory(number).is_ok();
        if let Some(inode) = self.get_mut(number) {
            inode.links -= if is_directory { 2 } else { 1 };
            inode.changed = time;
        }
        self.touch_directory(at, time, -i32::from(is_directory));
        Ok(number)
    }

    fn touch_directory(&mut self, at: InodeNumber, time: Timestamp, links: i32) {
        if let Some(inode) = self.get_mut(at) {
            inode.links = inode.links.saturating_add_signed(links);
            inode.modified = time;
            inode.changed = time;
        }
    }

    /// Removes a name of a file that is no directory.
    pub(crate) fn unlink(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        time: Timestamp,
    ) -> Result<(), Errno> {
        let number = self.lookup(at, name)?;
        if self.directory(number).is_ok() {
            return Err(Errno::IsDirectory);
        }
        self.take(at, name, time)?;
        self.forget_unused(number);
        Ok(())
    }

    /// Removes an empty directory.
    pub(crate) fn remove_directory(
        &mut self,
        at: InodeNumber,
        name: &[u8],
        time: Timestamp,
    ) -> Result<(), Errno> {
        let number = self.lookup(at, name)?;
        if !self.directory(number)?.entries.is_empty() {
            return Err(Errno::NotEmpty);
        }
        self.take(at, name, time)?;
        self.forget_unused(number);
        Ok(())
    }

    /// Moves a name to a directory, replacing what has the new name there. **Rule**: POSIX `rename`.
    pub(crate) fn rename(
        &mut self,
        (from, old): (InodeNumber, &[u8]),
        (to, new): (InodeNumber, &[u8]),
        time: Timestamp,
    ) -> Result<(), Errno> {
        let number = self.lookup(from, old)?;
        let replaced = self.lookup(to, new).ok();
        if replaced == Some(number) {
            return Ok(());
        }
        let is_directory = self.directory(number).is_ok();
        if is_directory && self.is_within(to, number) {
            return Err(Errno::Invalid);
        }
        match replaced.map(|replaced| self.directory(replaced)) {
            None if self.get(to)?.links == 0 => return Err(Errno::NoEntry),
            Some(Ok(_)) if !is_directory => return Err(Errno::IsDirectory),
            Some(Ok(directory)) if !directory.entries.is_empty() => return Err(Errno::NotEmpty),
            Some(Err(_)) if is_directory => return Err(Errno::NotDirectory),
            _ => {}
        }
        if let Some(replaced) = replaced {
            self.take(to, new, time)?;
            self.forget_unused(replaced);
        }
        self.take(from, old, time)?;
        self.put(to, new, number, time)
    }

    /// Exchanges two names. **Rule**: Linux `RENAME_EXCHANGE`.
    pub(crate) fn exchange(
        &mut self,
        (from, old): (InodeNumber, &[u8]),
        (to, new): (InodeNumber, &[u8]),
        time: Timestamp,
    ) -> Result<(), Errno> {
        let (first, second) = (self.lookup(from, old)?, self.lookup(to, new)?);
        let would_loop =
            |directory, moved| self.directory(moved).is_ok() && self.is_within(directory, moved);
        if would_loop(to, first) || would_loop(from, second) {
            return Err(Errno::Invalid);
        }
        self.take(from, old, time)?;
        self.take(to, new, time)?;
        self.put(to, new, first, time)?;
        self.put(from, old, second, time)
    }

    /// Whether a directory is another one, or below it.
    fn is_within(&self, mut at: InodeNumber, above: InodeNumber) -> bool {
        while at != above {
            match self.directory(at) {
                Ok(directory) if directory.parent != at => at = directory.parent,
                _ => return false,
            }
        }
        true
    }

    /// An open file description refers to it from now on.
    pub(crate) fn open(&mut self, number: InodeNumber) {
        if let Some(inode) = self.get_mut(number) {
            inode.opens += 1;
        }
    }

    /// An open file description does not refer to it any more.
    pub(crate) fn close(&mut self, number: InodeNumber) {
        if let Some(inode) = self.get_mut(number) {
            inode.opens -= 1;
        }
        self.forget_unused(number);
    }

    /// A file that has no name and is not open is gone.
    fn forget_unused(&mut self, number: InodeNumber) {
        if self.get(number).is_ok_and(|inode| inode.links == 0 && inode.opens == 0)
            && let Some(inode) = self.inodes.remove(&number)
        {
            self.page_count -= inode.page_count();
        }
    }

    /// The bytes of a regular file.
    pub(crate) fn bytes(&self, number: InodeNumber) -> Result<&Bytes, Errno> {
        match &self.get(number)?.content {
            Content::Regular(bytes) => Ok(bytes),
            _ => Err(Errno::Invalid),
        }
    }

    /// Changes the bytes of a regular file, and counts its pages.
    fn change_bytes(
        &mut self,
        number: InodeNumber,
        time: Timestamp,
        change: impl FnOnce(&mut Bytes),
    ) -> Result<(), Errno> {
        let inode = self.get_mut(number).ok_or(Errno::NoEntry)?;
        let Content::Regular(bytes) = &mut inode.content else { return Err(Errno::Invalid) };
        let before = bytes.page_count();
        change(bytes);
        let after = bytes.page_count();
        inode.modified = time;
        inode.changed = time;
        self.page_count = self.page_count - before + after;
        Ok(())
    }

    /// Writes to a regular file; says how much. It is less than asked when the space is used up on the way.
    pub(crate) fn write(
        &mut self,
        number: InodeNumber,
        offset: u64,
        bytes: &[u8],
        time: Timestamp,
    ) -> Result<u64, Errno> {
        let room = OFFSET_MAX.saturating_sub(offset).min(bytes.len() as u64);
        if room == 0 && !bytes.is_empty() {
            return Err(Errno::FileTooLarge);
        }
        let count = self.room_for(number, offset, room)?;
        self.change_bytes(number, time, |file| file.write(offset, &bytes[..count as usize]))?;
        Ok(count)
    }

    /// How many of `count` bytes can be written.
    fn room_for(&mut self, number: InodeNumber, offset: u64, count: u64) -> Result<u64, Errno> {
        let free = self.page_count_max.saturating_sub(self.page_count);
        let room = self.bytes(number)?.room(offset, count, free);
        self.is_full |= room < count;
        if room == 0 && count > 0 { Err(Errno::NoSpace) } else { Ok(room) }
    }

    /// Sets the size of a regular file.
    pub(crate) fn set_size(
        &mut self,
        number: InodeNumber,
        size: u64,
        time: Timestamp,
    ) -> Result<(), Errno> {
        if size > OFFSET_MAX {
            return Err(Errno::FileTooLarge);
        }
        self.change_bytes(number, time, |file| file.set_size(size))
    }

    /// What the user's new files are made with.
    pub(crate) fn birth(mode: u32, time: Timestamp) -> Birth {
        Birth { mode, owner: USER, time }
    }
}

#[cfg(test)]
mod tests;
