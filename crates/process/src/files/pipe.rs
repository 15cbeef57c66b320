//! Pipes: bytes that wait between those who write and those who read.
//!
//! **Rule**: `man 7 pipe`.

use crate::Errno;
use std::collections::VecDeque;

/// Writes of so many bytes or fewer are not torn apart. **Rule**: Linux `PIPE_BUF`.
pub(crate) const PIPE_ATOMIC_SIZE_BYTES: usize = 4096;

/// How many bytes may wait, at first.
pub(crate) const CAPACITY_BYTES: usize = 64 << 10;

/// The most that `F_SETPIPE_SZ` grants. **Rule**: Linux `/proc/sys/fs/pipe-max-size`.
const CAPACITY_MAX_BYTES: usize = 1 << 20;

/// A pipe.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pipe {
    bytes: VecDeque<u8>,
    capacity: usize,
    /// How many open file descriptions read from it.
    pub(crate) readers: u32,
    /// How many write to it.
    pub(crate) writers: u32,
    /// How many opens of a named pipe have been let through by their other side and have not gone on yet: readers, writers.
    pub(crate) coming: [u32; 2],
    /// How often something has happened that its readers wait for, and its writers.
    pub(crate) news: [u64; 2],
}

impl Pipe {
    /// An empty one, with so many ends open, in which so many bytes may wait.
    pub(crate) fn new(readers: u32, writers: u32, capacity: usize) -> Pipe {
        Pipe { bytes: VecDeque::new(), capacity, readers, writers, coming: [0; 2], news: [0; 2] }
    }

    /// How many bytes wait.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// How many bytes may wait.
    pub(crate) fn capacity(&self) -> usize {
        self.capacity
    }

    /// Sets how many bytes may wait, rounded up to a power of two pages; says what it is then.
    pub(crate) fn set_capacity(&mut self, wanted: usize) -> Result<usize, Errno> {
        if wanted > CAPACITY_MAX_BYTES {
            return Err(Errno::NotPermitted);
        }
        let capacity = wanted.next_power_of_two().max(PIPE_ATOMIC_SIZE_BYTES);
        if capacity < self.bytes.len() {
            return Err(Errno::Busy);
        }
        self.capacity = capacity;
        Ok(capacity)
    }

    fn room(&self) -> usize {
        self.capacity.saturating_sub(self.bytes.len())
    }

    /// Whether nobody reads, or will.
    pub(crate) fn is_broken(&self) -> bool {
        self.readers + self.coming[0] == 0
    }

    /// Whether a read would not wait.
    pub(crate) fn is_readable(&self) -> bool {
        !self.bytes.is_empty() || self.is_ended()
    }

    /// Whether nothing more can come.
    pub(crate) fn is_ended(&self) -> bool {
        self.writers + self.coming[1] == 0
    }

    /// Whether a write that is not torn apart would not wait.
    pub(crate) fn is_writable(&self) -> bool {
        self.room() >= PIPE_ATOMIC_SIZE_BYTES.min(self.capacity)
    }

    /// Takes at most so many bytes out; `None` when the reader must wait.
    pub(crate) fn read(&mut self, count_max: usize) -> Option<Vec<u8>> {
        if !self.is_readable() {
            return None;
        }
        let count = count_max.min(self.bytes.len());
        if count > 0 {
            self.news[1] += 1;
        }
        Some(self.bytes.drain(..count).collect())
    }

    /// How many of so many bytes can be put in now; 0 when the writer must wait.
    pub(crate) fn accepts(&self, count: usize) -> usize {
        match self.room() {
            room if room < count && count <= PIPE_ATOMIC_SIZE_BYTES => 0,
            room => room.min(count),
        }
    }

    /// Puts bytes in.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        self.news[0] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_writes_are_whole_and_large_ones_are_not() {
        let mut pipe = Pipe::new(1, 1, CAPACITY_BYTES);
        assert_eq!(pipe.read(1), None);
        assert_eq!(pipe.accepts(100_000), 65_536);
        pipe.write(&[1; 65_000]);
        assert_eq!((pipe.accepts(4096), pipe.accepts(4097), pipe.accepts(536)), (0, 536, 536));
        assert!(!pipe.is_writable() && pipe.is_readable());
        assert_eq!(pipe.read(60_000).map(|bytes| bytes.len()), Some(60_000));
        assert_eq!(pipe.accepts(4096), 4096);
        assert_eq!(pipe.news, [1, 1]);
    }

    #[test]
    fn it_ends_with_its_writers_and_breaks_with_its_readers() {
        let mut pipe = Pipe::new(1, 1, CAPACITY_BYTES);
        pipe.write(b"last");
        pipe.writers = 0;
        assert_eq!(pipe.read(9), Some(b"last".to_vec()));
        assert_eq!(pipe.read(9), Some(vec![]));
        pipe.readers = 0;
        assert!(pipe.is_broken());
        pipe.coming[0] = 1;
        assert!(!pipe.is_broken());
    }

    #[test]
    fn its_capacity_is_a_power_of_two_pages() {
        let mut pipe = Pipe::new(1, 1, CAPACITY_BYTES);
        assert_eq!(pipe.set_capacity(1), Ok(4096));
        assert_eq!(pipe.set_capacity(5000), Ok(8192));
        pipe.write(&[0; 5000]);
        assert_eq!(pipe.set_capacity(4096), Err(Errno::Busy));
        assert_eq!(pipe.set_capacity(2 << 20), Err(Errno::NotPermitted));
    }
}
