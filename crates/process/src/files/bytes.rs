//! The bytes of a regular file in memory: pages that are made when they are first written, so that holes cost nothing.
//!
//! Pages are shared between clones and copied when they are written, so that a checkpoint costs little.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The size of a page of a file. **Units**: bytes.
pub(crate) const FILE_PAGE_SIZE: u64 = 4096;

type Page = [u8; FILE_PAGE_SIZE as usize];

/// The bytes of a file.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Bytes {
    size: u64,
    /// By number from the file's start; what is missing is zeros. None lies wholly beyond the end, and what a page
    /// has beyond the end is zeros.
    pages: Arc<BTreeMap<u64, Arc<Page>>>,
}

impl Bytes {
    /// **Units**: bytes.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// How many pages are in memory.
    pub(crate) fn page_count(&self) -> u64 {
        self.pages.len() as u64
    }

    /// At most so many bytes from an offset; none at the end.
    pub(crate) fn read(&self, offset: u64, count_max: u64) -> Vec<u8> {
        let count = self.size.saturating_sub(offset).min(count_max);
        let mut bytes = vec![0; count as usize];
        let mut done = 0;
        while done < count {
            let (number, start, part) = place(offset + done, count - done);
            if let Some(page) = self.pages.get(&number) {
                let target = &mut bytes[done as usize..][..part];
                target.copy_from_slice(&page[start..start + part]);
            }
            done += part as u64;
        }
        bytes
    }

    /// How many of `count` bytes can be written at an offset when it may have so many pages more.
    pub(crate) fn room(&self, offset: u64, count: u64, mut pages_more: u64) -> u64 {
        let mut room = 0;
        while room < count {
            let (number, _, part) = place(offset + room, count - room);
            if !self.pages.contains_key(&number) {
                if pages_more == 0 {
                    break;
                }
                pages_more -= 1;
            }
            room += part as u64;
        }
        room
    }

    /// Writes at an offset, making it longer if need be.
    pub(crate) fn write(&mut self, offset: u64, bytes: &[u8]) {
        let mut done = 0;
        while done < bytes.len() {
            let (number, start, part) = place(offset + done as u64, (bytes.len() - done) as u64);
            let empty = || Arc::new([0; FILE_PAGE_SIZE as usize]);
            let page = Arc::make_mut(&mut self.pages).entry(number).or_insert_with(empty);
            Arc::make_mut(page)[start..start + part].copy_from_slice(&bytes[done..done + part]);
            done += part;
        }
        if !bytes.is_empty() {
            self.size = self.size.max(offset + bytes.len() as u64);
        }
    }

    /// Makes it that long: cuts it off, or lets zeros follow.
    pub(crate) fn set_size(&mut self, size: u64) {
        if size < self.size {
            let pages = Arc::make_mut(&mut self.pages);
            pages.split_off(&size.div_ceil(FILE_PAGE_SIZE));
            if let Some(page) = pages.get_mut(&(size / FILE_PAGE_SIZE)) {
                Arc::make_mut(page)[(size % FILE_PAGE_SIZE) as usize..].fill(0);
            }
        }
        self.size = size;
    }
}

/// The page that an offset is in, where in it, and how many of `count` bytes from there are in it.
fn place(offset: u64, count: u64) -> (u64, usize, usize) {
    let start = offset % FILE_PAGE_SIZE;
    let part = count.min(FILE_PAGE_SIZE - start);
    (offset / FILE_PAGE_SIZE, start as usize, part as usize)
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Bytes {
        let mut file = Bytes::default();
        file.write(0, bytes);
        file
    }
}

/// Its size and a hash of what it contains: the state's hash is made from this.
impl fmt::Debug for Bytes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hash = 0u64;
        for (number, page) in self.pages.iter() {
            let words =
                page.chunks_exact(8).map(|word| word.try_into().map_or(0, u64::from_le_bytes));
            hash = [*number].into_iter().chain(words).fold(hash, |hash, word| {
                (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
            });
        }
        write!(out, "{} bytes, {hash:016x}", self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_holes_are_zeros() {
        let mut file = Bytes::default();
        file.write(FILE_PAGE_SIZE * 3 - 2, b"abcd");
        assert_eq!(file.size(), FILE_PAGE_SIZE * 3 + 2);
        assert_eq!(file.page_count(), 2);
        assert_eq!(file.read(FILE_PAGE_SIZE * 3 - 3, 100), b"\0abcd");
        assert_eq!(file.read(file.size(), 1), b"");
        assert_eq!(file.read(u64::MAX, 1), b"");
        assert_eq!(file.room(10, FILE_PAGE_SIZE * 4, 1), FILE_PAGE_SIZE - 10);
        assert_eq!(file.room(10, FILE_PAGE_SIZE * 4, 2), FILE_PAGE_SIZE * 4 - 10);
        assert_eq!((file.room(5, 0, 0), file.room(5, 1, 0)), (0, 0));
    }

    #[test]
    fn what_was_cut_off_does_not_come_back() {
        let mut file = Bytes::from(&[7; 10_000][..]);
        file.set_size(5000);
        assert_eq!(file.page_count(), 2);
        file.set_size(9000);
        assert_eq!(file.read(4999, 3), [7, 0, 0]);
        assert_eq!(file.size(), 9000);
        file.set_size(0);
        assert_eq!(file.page_count(), 0);
    }

    #[test]
    fn a_clone_is_a_file_of_its_own() {
        let mut file = Bytes::from(&b"one"[..]);
        let before = file.clone();
        file.write(0, b"two");
        assert_eq!(before.read(0, 9), b"one");
        assert_ne!(format!("{before:?}"), format!("{file:?}"));
        file.write(0, b"one");
        assert_eq!(before, file);
    }
}
