//! Loads and stores of the program, exactly: the fast path, else through the page tables.

use crate::execute::Next;
use crate::mmu::{self, WalkStep};
use crate::tlb::TlbEntry;
use crate::{Access, Fault, Machine, PAGE_SIZE, PhysAddr, Pte, Trap, VirtAddr};

/// A translation that is known to succeed and has not changed anything yet.
#[derive(Clone, Copy)]
pub(crate) struct Translation {
    access: Access,
    page: VirtAddr,
    pub(crate) physical: PhysAddr,
    /// The leaf, when the TLB did not have it (or not with D).
    walked: Option<WalkStep>,
    /// Whether there is a TLB, which a walk fills.
    has_tlb: bool,
}

impl Translation {
    /// Whether [`Machine::commit`] will change anything.
    pub(crate) fn leaves_mark(&self) -> bool {
        self.walked.is_some_and(|leaf| self.has_tlb || !leaf.pte.has(Pte::marks(self.access)))
    }
}

impl Machine {
    /// Loads `N` bytes for the instruction at `pc`; on a fault leaves the trap pending.
    #[inline(always)]
    pub(crate) fn load<const N: usize>(&mut self, pc: u64, address: u64) -> Option<[u8; N]> {
        match self.load_fast(address) {
            Some(bytes) => Some(bytes),
            None => self.load_slow(pc, VirtAddr(address)),
        }
    }

    /// Stores `N` bytes for the instruction at `pc`; on a fault leaves the trap pending.
    #[inline(always)]
    pub(crate) fn store<const N: usize>(&mut self, pc: u64, address: u64, value: [u8; N]) -> Next {
        if self.store_fast(address, value) {
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
                if let Some(frame) = self.memory.frame(low) {
                    self.host.fill_read(address.page(), frame.as_ptr());
                }
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
        let (page, has_tlb) = (address.page(), self.tlbs.is_some());
        let tlb = self.tlbs.as_deref().map(|tlbs| tlbs.of(access));
        if let Some(entry) = tlb.and_then(|tlb| tlb.lookup(address)) {
            if !entry.pte.allows(access) {
                return Err(Fault { cause: access.page_fault(), address });
            }
            if entry.pte.has(Pte::marks(access)) {
                let physical = entry.frame.offset(address.page_offset());
                return Ok(Translation { access, page, physical, walked: None, has_tlb });
            }
        }
        let (leaf, physical) = mmu::find(&self.memory, self.root, address, access)?;
        Ok(Translation { access, page, physical, walked: Some(leaf), has_tlb })
    }

    /// Makes a translation's effects: the walk's A and D bits, and the TLB's new entry.
    pub(crate) fn commit(&mut self, translation: Translation) -> PhysAddr {
        let Translation { access, page, physical, walked, .. } = translation;
        let Some(leaf) = walked else { return physical };
        // In memory another access may have marked the entry since the walk read it; the TLB
        // holds what this access knows, so that the order of commits does not show.
        let old = self.memory.read_u64(leaf.address).map_or(leaf.pte, Pte);
        let marked = old.with(Pte::marks(access));
        if marked != old {
            // The walk has read it, so there is memory.
            let _ = self.memory.write_u64(leaf.address, marked.0);
        }
        if let Some(tlbs) = &mut self.tlbs {
            let pte = leaf.pte.with(Pte::marks(access));
            let left = tlbs.of_mut(access).fill(TlbEntry { page, frame: physical.page(), pte });
            match access {
                Access::Fetch => {
                    left.into_iter().for_each(|left| self.forget_fetches(Some(left.page)))
                }
                Access::Load | Access::Store => {
                    self.host.clear_page(page);
                    left.into_iter().for_each(|left| self.host.clear_page(left.page));
                }
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
        } else if let Some(frame) = self.memory.frame_mut(to) {
            self.host.fill_write(address.page(), frame.as_mut_ptr());
        }
        code
    }

    pub(crate) fn raise_fault(&mut self, pc: u64, fault: Fault) {
        self.pending = Some(Trap { cause: fault.cause, pc: VirtAddr(pc), value: fault.address.0 });
    }
}
