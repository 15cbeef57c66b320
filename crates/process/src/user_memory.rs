//! The kernel's access to the program's memory: copies in and out, making pages resident as the program itself would.

use crate::{Errno, KernelEvent, Process};
use machine::{Access, PAGE_SIZE, VirtAddr};

/// The most that one system call copies. Linux's own limit for `read` and `write` is 2 GiB; a short count is allowed.
pub(crate) const COPY_SIZE_MAX_BYTES: u64 = 1 << 20;

impl Process {
    /// Whether the program may access every byte of the range; makes its pages resident.
    fn reach(&mut self, start: VirtAddr, size: u64, access: Access) -> Result<(), Errno> {
        if size == 0 {
            return Ok(());
        }
        let end = start.0.checked_add(size).ok_or(Errno::BadAddress)?;
        let mut page = start.page();
        while page.0 < end {
            if self.space.find(page).is_some_and(|mapping| mapping.allows(access)) {
                self.populate(page);
            }
            self.machine.probe(page, access).map_err(|_| Errno::BadAddress)?;
            page = page.offset(PAGE_SIZE);
        }
        Ok(())
    }

    /// Copies bytes from the program.
    pub(crate) fn copy_in(&mut self, start: VirtAddr, size: u64) -> Result<Vec<u8>, Errno> {
        self.reach(start, size, Access::Load)?;
        let mut bytes = vec![0; size as usize];
        self.machine.peek(start, &mut bytes).map_err(|_| Errno::BadAddress)?;
        Ok(bytes)
    }

    /// Copies a string from the program, without its terminating null: at most `size_max` bytes of it.
    pub(crate) fn copy_in_string(
        &mut self,
        start: VirtAddr,
        size_max: u64,
    ) -> Result<Vec<u8>, Errno> {
        let mut string = vec![];
        while (string.len() as u64) < size_max {
            let at = start.offset(string.len() as u64);
            let room = size_max - string.len() as u64;
            let bytes = self.copy_in(at, room.min(PAGE_SIZE - at.page_offset()))?;
            if let Some(end) = bytes.iter().position(|&byte| byte == 0) {
                string.extend(&bytes[..end]);
                break;
            }
            string.extend(bytes);
        }
        Ok(string)
    }

    /// A little-endian number of 4 bytes.
    pub(crate) fn copy_in_u32(&mut self, start: VirtAddr) -> Result<u32, Errno> {
        Ok(self.copy_in(start, 4)?.try_into().map_or(0, u32::from_le_bytes))
    }

    /// Little-endian words of 8 bytes.
    pub(crate) fn copy_in_words<const N: usize>(
        &mut self,
        start: VirtAddr,
    ) -> Result<[u64; N], Errno> {
        let bytes = self.copy_in(start, 8 * N as u64)?;
        let word =
            |index: usize| bytes[8 * index..8 * index + 8].try_into().map_or(0, u64::from_le_bytes);
        Ok(std::array::from_fn(word))
    }

    /// Copies bytes to the program.
    pub(crate) fn copy_out(&mut self, start: VirtAddr, bytes: &[u8]) -> Result<(), Errno> {
        self.reach(start, bytes.len() as u64, Access::Store)?;
        self.machine.poke(start, bytes).map_err(|_| Errno::BadAddress)?;
        if !bytes.is_empty() {
            self.events.push(KernelEvent::Wrote { start, size: bytes.len() as u64 });
        }
        Ok(())
    }

    /// Whether bytes could be copied to the program.
    pub(crate) fn can_copy_out(&mut self, start: VirtAddr, size: u64) -> Result<(), Errno> {
        self.reach(start, size, Access::Store)
    }

    /// Copies little-endian words of 8 bytes to the program.
    pub(crate) fn copy_out_words(&mut self, start: VirtAddr, words: &[u64]) -> Result<(), Errno> {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.copy_out(start, &bytes)
    }

    /// Reads what the program has in memory; changes nothing. Pages that are mapped but not resident are zeros, as the
    /// program itself would find them.
    ///
    /// **Errors**: the first address where nothing is mapped, or which nobody may access.
    pub fn peek(&self, start: VirtAddr, bytes: &mut [u8]) -> Result<(), VirtAddr> {
        let mut done = 0;
        while done < bytes.len() {
            let at = start.offset(done as u64);
            let count = (bytes.len() - done).min((PAGE_SIZE - at.page_offset()) as usize);
            let part = &mut bytes[done..done + count];
            if self.machine.peek(at, part).is_err() {
                self.space.find(at).filter(|mapping| mapping.is_accessible()).ok_or(at)?;
                part.fill(0);
            }
            done += count;
        }
        Ok(())
    }

    /// The 8 bytes at an address as a little-endian number; see [`Process::peek`].
    pub fn peek_u64(&self, address: VirtAddr) -> Option<u64> {
        let mut bytes = [0; 8];
        self.peek(address, &mut bytes).ok()?;
        Some(u64::from_le_bytes(bytes))
    }
}
