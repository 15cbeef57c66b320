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

/// How many pages each way are remembered; few where clearing them takes long.
const SLOTS: usize = if cfg!(miri) { 64 } else { 4096 };

/// A page and where its bytes are in the host's memory.
#[derive(Clone, Copy)]
struct Slot {
    /// The page's virtual address.
    base: u64,
    /// The address of its first byte in the host's memory.
    host: usize,
}

/// The last translated pages, for reading and for writing.
struct Slots {
    read: [Slot; SLOTS],
    write: [Slot; SLOTS],
}

/// Where handlers find the slots; right as long as their machine is.
#[derive(Clone, Copy)]
pub(crate) struct Pages(*const Slots);

/// Owns the slots. They stay where they are.
pub(crate) struct HostCache {
    slots: Vec<Slots>,
    /// Where the flat memory was when the slots were filled.
    place: usize,
}

/// A slot that no address matches: its page belongs to the next slot.
const fn empty(index: usize) -> Slot {
    Slot { base: (index as u64 + 1) * PAGE_SIZE, host: 0 }
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
        HostCache { slots: vec![Slots { read: EMPTY, write: EMPTY }], place: 0 }
    }
}

impl HostCache {
    #[inline(always)]
    const fn index(address: u64) -> usize {
        (address / PAGE_SIZE) as usize % SLOTS
    }

    /// The slots, for handlers.
    #[inline(always)]
    pub(crate) fn pages(&self) -> Pages {
        Pages(self.slots.as_ptr())
    }

    pub(crate) fn clear(&mut self) {
        self.slots[0].read = EMPTY;
        self.slots[0].write = EMPTY;
    }

    pub(crate) fn clear_writes(&mut self) {
        self.slots[0].write = EMPTY;
    }

    pub(crate) fn clear_page(&mut self, address: VirtAddr) {
        let index = HostCache::index(address.0);
        self.slots[0].read[index] = empty(index);
        self.slots[0].write[index] = empty(index);
    }

    /// Remembers a page that was read, and where its bytes are.
    pub(crate) fn fill_read(&mut self, page: VirtAddr, bytes: *const u8) {
        self.slots[0].read[HostCache::index(page.0)] = slot(page.0, bytes);
    }

    /// The same for a page that was written.
    pub(crate) fn fill_write(&mut self, page: VirtAddr, bytes: *const u8) {
        self.slots[0].write[HostCache::index(page.0)] = slot(page.0, bytes);
    }
}

fn slot(base: u64, bytes: *const u8) -> Slot {
    Slot { base, host: bytes.expose_provenance() }
}

impl Slot {
    /// Where `N` bytes at an address are in the host's memory, if they are in the slot's page.
    #[inline(always)]
    fn find<const N: usize>(&self, address: u64) -> Option<usize> {
        let offset = address.wrapping_sub(self.base);
        (offset <= PAGE_SIZE - N as u64).then(|| self.host + offset as usize)
    }
}

/// Reads what a slot has found.
///
/// # Safety
/// The slot is of a page of this machine, and the flat memory has not moved: when it does, all
/// slots are cleared before the next instruction.
#[inline(always)]
unsafe fn read<const N: usize>(at: usize) -> [u8; N] {
    // SAFETY: as above; a slot's page is a whole frame.
    unsafe { std::ptr::with_exposed_provenance::<[u8; N]>(at).read() }
}

/// Writes where a slot for writing has found.
///
/// # Safety
/// As for [`read`].
#[inline(always)]
unsafe fn write<const N: usize>(at: usize, value: [u8; N]) {
    // SAFETY: as above.
    unsafe { std::ptr::with_exposed_provenance_mut::<[u8; N]>(at).write(value) }
}

impl Pages {
    /// The slot that an address has for reading.
    ///
    /// # Safety
    /// The machine is there, and nobody changes its slots meanwhile.
    #[inline(always)]
    unsafe fn read_slot(self, address: u64) -> Slot {
        // SAFETY: as above.
        unsafe { (*self.0).read[HostCache::index(address)] }
    }

    /// The same for writing.
    ///
    /// # Safety
    /// As above.
    #[inline(always)]
    unsafe fn write_slot(self, address: u64) -> Slot {
        // SAFETY: as above.
        unsafe { (*self.0).write[HostCache::index(address)] }
    }

    /// Loads `N` bytes, if their page is remembered.
    ///
    /// # Safety
    /// As above, and the flat memory is where it was when the slots were filled.
    #[inline(always)]
    pub(super) unsafe fn load<const N: usize>(self, address: u64) -> Option<[u8; N]> {
        // SAFETY: as above.
        unsafe { self.read_slot(address).find::<N>(address).map(|at| read(at)) }
    }

    /// Stores `N` bytes, if their page is remembered; says whether it was.
    ///
    /// # Safety
    /// As above.
    #[inline(always)]
    #[must_use]
    pub(super) unsafe fn store<const N: usize>(self, address: u64, value: [u8; N]) -> bool {
        // SAFETY: as above.
        unsafe { self.write_slot(address).find::<N>(address).map(|at| write(at, value)).is_some() }
    }
}

/// The page that the first access by a base register was in, for the accesses by that register
/// that follow: most are in the same page, and are found without a search. The page can be written.
#[derive(Clone, Copy)]
pub(super) struct Near {
    /// The base register less the page's address.
    offset: u64,
    /// The page in the host's memory.
    host: usize,
}

impl Near {
    /// The page of an access at `base + imm`; perhaps another page, when that is not remembered.
    ///
    /// # Safety
    /// As for [`Pages::load`].
    #[inline(always)]
    pub(super) unsafe fn of(pages: Pages, base: u64, imm: i32) -> Near {
        // SAFETY: as above.
        let slot = unsafe { pages.write_slot(base.wrapping_add(imm as u64)) };
        Near { offset: base.wrapping_sub(slot.base), host: slot.host }
    }

    #[inline(always)]
    fn find<const N: usize>(self, imm: i32) -> Option<usize> {
        let offset = self.offset.wrapping_add(imm as u64);
        (offset <= PAGE_SIZE - N as u64).then(|| self.host + offset as usize)
    }

    /// Loads `N` bytes at a distance from the base register, if they are in the page.
    ///
    /// # Safety
    /// As for [`Pages::load`].
    #[inline(always)]
    pub(super) unsafe fn load<const N: usize>(self, imm: i32) -> Option<[u8; N]> {
        // SAFETY: as above.
        self.find::<N>(imm).map(|at| unsafe { read(at) })
    }

    /// Stores them; says whether they are in the page.
    ///
    /// # Safety
    /// As for [`Pages::load`].
    #[inline(always)]
    #[must_use]
    pub(super) unsafe fn store<const N: usize>(self, imm: i32, value: [u8; N]) -> bool {
        // SAFETY: as above.
        self.find::<N>(imm).map(|at| unsafe { write(at, value) }).is_some()
    }
}

impl Machine {
    /// Loads `N` bytes, if their page is remembered.
    #[inline(always)]
    pub(crate) fn load_fast<const N: usize>(&self, address: u64) -> Option<[u8; N]> {
        // SAFETY: the slots are this machine's.
        unsafe { self.host.pages().load(address) }
    }

    /// Loads `N` bytes that can be stored to, if their page is remembered for that.
    #[inline(always)]
    pub(crate) fn load_writable_fast<const N: usize>(&self, address: u64) -> Option<[u8; N]> {
        // SAFETY: as above.
        unsafe { Near::of(self.host.pages(), address, 0).load(0) }
    }

    /// Stores `N` bytes, if their page is remembered; says whether it was.
    #[inline(always)]
    #[must_use]
    pub(crate) fn store_fast<const N: usize>(&mut self, address: u64, value: [u8; N]) -> bool {
        // SAFETY: as above.
        unsafe { self.host.pages().store(address, value) }
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
