//! The translation lookaside buffer: recently used leaves of the page tables.
//!
//! The hart has two, one for fetches and one for data. Both are architectural: an entry stays in
//! use, right or stale, until it is evicted or a fence flushes it.

use crate::{Access, PhysAddr, Pte, VirtAddr};

/// How many entries a TLB has.
pub const TLB_SIZE: usize = 64;

/// One translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlbEntry {
    /// The virtual page's first address.
    pub page: VirtAddr,
    /// The physical frame's first address.
    pub frame: PhysAddr,
    /// The leaf that said so, with its flags as they were then.
    pub pte: Pte,
}

/// A direct-mapped TLB of [`TLB_SIZE`] entries, indexed by the low bits of the page number.
///
/// Pages of 2 MiB and 1 GiB are held as their 4 KiB parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tlb {
    entries: [Option<TlbEntry>; TLB_SIZE],
}

impl Default for Tlb {
    fn default() -> Tlb {
        Tlb { entries: [None; TLB_SIZE] }
    }
}

impl Tlb {
    /// The index that an address maps to.
    pub const fn index(address: VirtAddr) -> usize {
        address.page_number() as usize % TLB_SIZE
    }

    /// The entry for the address's page, if it is in.
    pub fn lookup(&self, address: VirtAddr) -> Option<&TlbEntry> {
        self.entries[Tlb::index(address)].as_ref().filter(|entry| entry.page == address.page())
    }

    /// The entries by index, for looking.
    pub fn entries(&self) -> &[Option<TlbEntry>; TLB_SIZE] {
        &self.entries
    }

    /// Takes an entry in; returns the one that it displaces.
    pub(crate) fn fill(&mut self, entry: TlbEntry) -> Option<TlbEntry> {
        self.entries[Tlb::index(entry.page)].replace(entry)
    }

    pub(crate) fn flush(&mut self) {
        *self = Tlb::default();
    }

    pub(crate) fn flush_page(&mut self, address: VirtAddr) {
        if self.lookup(address).is_some() {
            self.entries[Tlb::index(address)] = None;
        }
    }
}

/// The machine's TLBs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tlbs {
    pub(crate) fetch: Tlb,
    pub(crate) data: Tlb,
}

impl Tlbs {
    /// The one that an access goes through.
    pub(crate) fn of(&self, access: Access) -> &Tlb {
        if access == Access::Fetch { &self.fetch } else { &self.data }
    }

    pub(crate) fn of_mut(&mut self, access: Access) -> &mut Tlb {
        if access == Access::Fetch { &mut self.fetch } else { &mut self.data }
    }

    /// Flushes one page or all.
    pub(crate) fn flush(&mut self, address: Option<VirtAddr>) {
        for tlb in [&mut self.fetch, &mut self.data] {
            match address {
                Some(address) => tlb.flush_page(address),
                None => tlb.flush(),
            }
        }
    }
}
