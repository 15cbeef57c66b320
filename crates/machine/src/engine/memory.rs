//! The memory fast path: where the pages that the program accessed last are in the host's memory.
//!
//! A slot is filled only by an access that went through the page tables, and is cleared by
//! whatever makes it wrong:
//! - a read slot: the page may be loaded from, and A is set;
//! - a write slot: it may be stored to, A and D are set, the frame is dirty and holds no decoded
//!   code.
//!
//! When the flat memory itself moves, all of it is cleared before the next instruction.
//! With a TLB (see [`Machine::enable_tlb`]) a slot is filled only while the TLB holds the page, so
//! that skipping the TLB is never seen.

use crate::{Machine, PAGE_SIZE, VirtAddr};

/// How many pages each way are remembered.
const SLOTS: usize = 4096;

/// A page and where its bytes are in the host's memory.
#[derive(Clone, Copy)]
struct Slot {
    /// The page's virtual address.
    base: u64,
    /// What has to be added to an address in the page to have the host's.
    distance: u64,
}

/// The last translated pages, for reading and for writing.
pub(crate) struct HostCache {
    read: Box<[Slot; SLOTS]>,
    write: Box<[Slot; SLOTS]>,
    /// Where the flat memory was when the slots were filled.
    place: usize,
}

/// A slot that no address matches: its page belongs to the next slot.
const fn empty(index: usize) -> Slot {
    Slot { base: (index as u64 + 1) * PAGE_SIZE, distance: 0 }
}

static EMPTY: [Slot; SLOTS] = {
    let mut slots = [empty(0); SLOTS];
    let mut index = 0;
    while index < SLOTS {
        slots[index] = empty(index);
        index += 1;
    }
    slots
};

impl Default for HostCache {
    fn default() -> HostCache {
        HostCache { read: Box::new(EMPTY), write: Box::new(EMPTY), place: 0 }
    }
}

impl HostCache {
    #[inline(always)]
    const fn index(address: u64) -> usize {
        (address / PAGE_SIZE) as usize % SLOTS
    }

    pub(crate) fn clear(&mut self) {
        *self.read = EMPTY;
        *self.write = EMPTY;
    }

    pub(crate) fn clear_writes(&mut self) {
        *self.write = EMPTY;
    }

    pub(crate) fn clear_page(&mut self, address: VirtAddr) {
        let index = HostCache::index(address.0);
        self.read[index] = empty(index);
        self.write[index] = empty(index);
    }

    /// Remembers a page that was read, and where its bytes are.
    pub(crate) fn fill_read(&mut self, page: VirtAddr, bytes: *const u8) {
        self.read[HostCache::index(page.0)] = slot(page.0, bytes);
    }

    /// The same for a page that was written.
    pub(crate) fn fill_write(&mut self, page: VirtAddr, bytes: *const u8) {
        self.write[HostCache::index(page.0)] = slot(page.0, bytes);
    }
}

fn slot(base: u64, bytes: *const u8) -> Slot {
    Slot { base, distance: (bytes.expose_provenance() as u64).wrapping_sub(base) }
}

/// Where `N` bytes at an address are in the host's memory, if they are in one remembered page.
#[inline(always)]
fn find<const N: usize>(slots: &[Slot; SLOTS], address: u64) -> Option<usize> {
    let slot = &slots[HostCache::index(address)];
    let offset = address.wrapping_sub(slot.base);
    (offset <= PAGE_SIZE - N as u64).then(|| address.wrapping_add(slot.distance) as usize)
}

impl Machine {
    /// Loads `N` bytes, if their page is remembered.
    #[inline(always)]
    pub(crate) fn load_fast<const N: usize>(&self, address: u64) -> Option<[u8; N]> {
        let at = find::<N>(&self.host.read, address)?;
        // SAFETY: the slot was filled for a whole frame of the flat memory, which has not moved:
        // when it does, the host cache is cleared before the next instruction.
        Some(unsafe { std::ptr::with_exposed_provenance::<[u8; N]>(at).read() })
    }

    /// Stores `N` bytes, if their page is remembered; says whether it was.
    #[inline(always)]
    #[must_use]
    pub(crate) fn store_fast<const N: usize>(&mut self, address: u64, value: [u8; N]) -> bool {
        let Some(at) = find::<N>(&self.host.write, address) else { return false };
        // SAFETY: as for `load_fast`.
        unsafe { std::ptr::with_exposed_provenance_mut::<[u8; N]>(at).write(value) };
        true
    }

    /// Forgets where pages are if the flat memory has moved since.
    pub(crate) fn check_memory_place(&mut self) {
        let place = self.memory.bytes.as_mut_ptr().expose_provenance();
        if place != self.host.place {
            self.host.clear();
            self.host.place = place;
        }
    }
}
