//! Loads and stores of the program: a fast path by host index, a slow one through TLB and walk.
//!
//! The host cache holds, per TLB index, where a page's bytes are in the flat memory. A slot is
//! filled only while the data TLB holds the page, so that skipping the TLB is never seen:
//! - a read slot: the TLB's entry permits loads;
//! - a write slot: it permits stores, D is set, the frame is dirty and holds no decoded code.

use crate::execute::Next;
use crate::mmu::{self, WalkStep};
use crate::tlb::{TLB_SIZE, TlbEntry};
use crate::{Access, Fault, Machine, PAGE_SIZE, PhysAddr, Pte, Tlb, Trap, VirtAddr};

const OFFSET_MASK: u64 = PAGE_SIZE - 1;

/// Where a page's bytes are in the flat memory.
#[derive(Clone, Copy)]
struct Slot {
    page_number: u64,
    start: usize,
}

impl Slot {
    /// Matches no page: page numbers have 52 bits.
    const EMPTY: Slot = Slot { page_number: u64::MAX, start: 0 };
}

/// The last translated pages, for reading and for writing.
pub(crate) struct HostCache {
    read: [Slot; TLB_SIZE],
    write: [Slot; TLB_SIZE],
}

impl Default for HostCache {
    fn default() -> HostCache {
        HostCache { read: [Slot::EMPTY; TLB_SIZE], write: [Slot::EMPTY; TLB_SIZE] }
    }
}

impl HostCache {
    pub(crate) fn clear(&mut self) {
        *self = HostCache::default();
    }

    pub(crate) fn clear_writes(&mut self) {
        self.write = [Slot::EMPTY; TLB_SIZE];
    }

    pub(crate) fn clear_index(&mut self, index: usize) {
        self.read[index] = Slot::EMPTY;
        self.write[index] = Slot::EMPTY;
    }

    /// The host index of `size` bytes at the address, if they are in one cached page.
    #[inline(always)]
    fn find(slots: &[Slot; TLB_SIZE], address: u64, size: usize) -> Option<usize> {
        let page_number = address / PAGE_SIZE;
        let slot = &slots[page_number as usize % TLB_SIZE];
        let offset = (address & OFFSET_MASK) as usize;
        let inside = offset + size <= PAGE_SIZE as usize;
        (slot.page_number == page_number && inside).then_some(slot.start + offset)
    }
}

/// A translation that is known to succeed and has not changed anything yet.
#[derive(Clone, Copy)]
pub(crate) struct Translation {
    access: Access,
    page: VirtAddr,
    pub(crate) physical: PhysAddr,
    /// The leaf, when the TLB did not have it (or not with D).
    walked: Option<WalkStep>,
}

impl Machine {
    /// Loads `N` bytes for the instruction at `pc`; on a fault leaves the trap pending.
    #[inline(always)]
    pub(crate) fn load<const N: usize>(&mut self, pc: u64, address: u64) -> Option<[u8; N]> {
        if let Some(start) = HostCache::find(&self.host.read, address, N)
            && let Some(bytes) = self.memory.bytes.get(start..start + N)
        {
            return bytes.first_chunk().copied();
        }
        self.load_slow(pc, VirtAddr(address))
    }

    /// Stores `N` bytes for the instruction at `pc`; on a fault leaves the trap pending.
    #[inline(always)]
    pub(crate) fn store<const N: usize>(&mut self, pc: u64, address: u64, value: [u8; N]) -> Next {
        if let Some(start) = HostCache::find(&self.host.write, address, N)
            && let Some(bytes) = self.memory.bytes.get_mut(start..start + N)
        {
            bytes.copy_from_slice(&value);
            return Next::Continue;
        }
        self.store_slow(pc, VirtAddr(address), &value)
    }

    #[cold]
    #[inline(never)]
    fn load_slow<const N: usize>(&mut self, pc: u64, address: VirtAddr) -> Option<[u8; N]> {
        let mut value = [0; N];
        let first = N.min((PAGE_SIZE - address.page_offset()) as usize);
        match self.translate_span(address, N, Access::Load) {
            Ok((low, high)) => {
                self.copy_out(low, &mut value[..first]);
                self.host.read[Tlb::index(address)] = self.slot(low, address);
                if let Some(high) = high {
                    self.copy_out(high, &mut value[first..]);
                }
                Some(value)
            }
            Err(fault) => {
                self.raise_fault(pc, fault);
                None
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn store_slow(&mut self, pc: u64, address: VirtAddr, value: &[u8]) -> Next {
        let first = value.len().min((PAGE_SIZE - address.page_offset()) as usize);
        match self.translate_span(address, value.len(), Access::Store) {
            Ok((low, high)) => {
                let touched_code = self.copy_in(low, &value[..first], address);
                let beyond = address.offset(first as u64);
                let touched_more = high.is_some_and(|at| self.copy_in(at, &value[first..], beyond));
                if touched_code || touched_more { Next::Leave } else { Next::Continue }
            }
            Err(fault) => {
                self.raise_fault(pc, fault);
                Next::Trap
            }
        }
    }

    /// Translates an access of `size` bytes, in one page or two: both or neither.
    fn translate_span(
        &mut self,
        address: VirtAddr,
        size: usize,
        access: Access,
    ) -> Result<(PhysAddr, Option<PhysAddr>), Fault> {
        let low = self.resolve(address, access)?;
        let last = address.offset(size as u64 - 1);
        if last.page() == address.page() {
            return Ok((self.commit(low), None));
        }
        let high = self.resolve(last.page(), access)?;
        Ok((self.commit(low), Some(self.commit(high))))
    }

    /// Translates one address for an access, fills the TLB, sets A and D.
    pub(crate) fn translate(
        &mut self,
        address: VirtAddr,
        access: Access,
    ) -> Result<PhysAddr, Fault> {
        let translation = self.resolve(address, access)?;
        Ok(self.commit(translation))
    }

    /// Finds the translation, in the TLB or by a walk, without changing anything.
    pub(crate) fn resolve(&self, address: VirtAddr, access: Access) -> Result<Translation, Fault> {
        let tlb = if access == Access::Fetch { &self.fetch_tlb } else { &self.data_tlb };
        if let Some(entry) = tlb.lookup(address) {
            if !entry.pte.allows(access) {
                return Err(Fault { cause: access.page_fault(), address });
            }
            if entry.pte.has(Pte::marks(access)) {
                let physical = entry.frame.offset(address.page_offset());
                return Ok(Translation { access, page: address.page(), physical, walked: None });
            }
        }
        let (leaf, physical) = mmu::find(&self.memory, self.root, address, access)?;
        Ok(Translation { access, page: address.page(), physical, walked: Some(leaf) })
    }

    /// Makes a translation's effects: the walk's A and D bits, and the TLB's new entry.
    pub(crate) fn commit(&mut self, translation: Translation) -> PhysAddr {
        let Translation { access, page, physical, walked } = translation;
        if let Some(leaf) = walked {
            // In memory another access may have marked the entry since the walk read it; the TLB
            // holds what this access knows, so that the order of commits does not show.
            let old = self.memory.read_u64(leaf.address).map_or(leaf.pte, Pte);
            let marked = old.with(Pte::marks(access));
            if marked != old {
                // The walk has read it, so there is memory.
                let _ = self.memory.write_u64(leaf.address, marked.0);
            }
            let pte = leaf.pte.with(Pte::marks(access));
            let entry = TlbEntry { page, frame: physical.page(), pte };
            if access == Access::Fetch {
                self.fetch_tlb.fill(entry);
            } else {
                self.data_tlb.fill(entry);
                self.host.clear_index(Tlb::index(page));
            }
        }
        physical
    }

    fn copy_out(&self, from: PhysAddr, value: &mut [u8]) {
        let start = from.page_offset() as usize;
        if let Some(frame) = self.memory.frame(from) {
            value.copy_from_slice(&frame[start..start + value.len()]);
        }
    }

    /// Stores bytes within one frame; says whether blocks had been decoded from it.
    fn copy_in(&mut self, to: PhysAddr, value: &[u8], address: VirtAddr) -> bool {
        let start = to.page_offset() as usize;
        if let Some(frame) = self.memory.frame_mut(to) {
            frame[start..start + value.len()].copy_from_slice(value);
        }
        let code = self.memory.is_code(to);
        if code {
            self.stale_frames.push(to.page());
        } else {
            self.host.write[Tlb::index(address)] = self.slot(to, address);
        }
        code
    }

    fn slot(&self, physical: PhysAddr, address: VirtAddr) -> Slot {
        match self.memory.frame_index(physical) {
            Some(index) => {
                Slot { page_number: address.page_number(), start: index * PAGE_SIZE as usize }
            }
            None => Slot::EMPTY,
        }
    }

    pub(crate) fn raise_fault(&mut self, pc: u64, fault: Fault) {
        self.pending = Some(Trap { cause: fault.cause, pc: VirtAddr(pc), value: fault.address.0 });
    }
}
