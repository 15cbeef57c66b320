//! Paging: mappings of the address space in use, and the page tables that follow them.
//!
//! A page that nobody may access keeps its frame: its entry is readable without being the user's (U clear), so that every
//! access of the program faults. A frame that several address spaces map is counted.

use crate::address_space::{AddressSpace, Overlap};
use crate::{Limit, Mapping, MappingKind, Process, Released};
use machine::{MapError, PAGE_SIZE, Perm, PhysAddr, VirtAddr, mmu};

/// The permissions of a page's entry. **Rule**: RISC-V privileged "Sv39", table of encodings of R, W and X.
pub(crate) fn table_perm(perm: Perm) -> Perm {
    match perm.r || perm.x {
        true => perm,
        false => Perm { r: true, w: false, x: false, u: false },
    }
}

impl Process {
    /// Adds a mapping of whole pages; none of it is resident.
    pub(crate) fn map_range(
        &mut self,
        start: VirtAddr,
        end: VirtAddr,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<(), Overlap> {
        self.space.add(Mapping { start, end, perm, kind, resident_pages: 0 })
    }

    /// Makes pages resident whatever their permissions; says whether there was memory for all.
    pub(crate) fn populate_range(&mut self, start: VirtAddr, end: VirtAddr) -> bool {
        let mut pages = (start.0..end.0).step_by(PAGE_SIZE as usize);
        pages.all(|page| self.populate(VirtAddr(page)))
    }

    /// Makes the page of an address resident, if it is in a mapping. Says whether it is resident now.
    pub(crate) fn populate(&mut self, address: VirtAddr) -> bool {
        let Some(mapping) = self.space.find_mut(address) else { return false };
        if self.machine.walk(address).leaf().is_some() {
            return true;
        }
        let is_mapped = self.machine.map_new(address.page(), table_perm(mapping.perm)).is_ok();
        mapping.resident_pages += u64::from(is_mapped);
        if !is_mapped {
            self.limits_reached.insert(Limit::Memory);
        }
        is_mapped
    }

    /// Removes whatever is mapped in a range of whole pages.
    pub(crate) fn unmap_range(&mut self, start: VirtAddr, end: VirtAddr) {
        self.space.carve(&self.machine, start, end);
        self.free_pages(start, end);
    }

    /// Gives back the pages of a range, which stays mapped: they are zeros from now on.
    pub(crate) fn discard_range(&mut self, start: VirtAddr, end: VirtAddr) {
        for mapping in self.space.carve(&self.machine, start, end) {
            let mut resident_pages = mapping.resident_pages;
            if mapping.kind != MappingKind::Shared {
                self.free_pages(mapping.start, mapping.end);
                resident_pages = 0;
            }
            // The range has just been carved: it is free.
            let _ = self.space.add(Mapping { resident_pages, ..mapping });
        }
    }

    /// Changes the permissions of a range of whole pages that is mapped without a gap; says whether it was.
    pub(crate) fn protect_range(&mut self, start: VirtAddr, end: VirtAddr, perm: Perm) -> bool {
        if !self.space.is_covered(start, end) {
            return false;
        }
        for mapping in self.space.carve(&self.machine, start, end) {
            for page in self.resident_pages(mapping.start, mapping.end) {
                // The page is resident, and its entry can be encoded.
                let _ = self.machine.protect(page, table_perm(perm));
            }
            let _ = self.space.add(Mapping { perm, ..mapping });
        }
        true
    }

    /// Moves the frames of a range to pages elsewhere, which are mapped and not resident.
    pub(crate) fn move_pages(&mut self, from: VirtAddr, to: VirtAddr, size: u64) {
        for page in self.resident_pages(from, from.offset(size)) {
            let target = to.offset(page.0 - from.0);
            let Some(perm) = self.space.find(target).map(|mapping| mapping.perm) else { continue };
            let Ok(frame) = self.machine.unmap(page) else { continue };
            match self.machine.map(target, frame, table_perm(perm)) {
                Ok(()) => {
                    if let Some(mapping) = self.space.find_mut(target) {
                        mapping.resident_pages += 1;
                    }
                }
                Err(_) => self.release_frame(frame),
            }
        }
    }

    /// The resident pages of a range.
    pub(crate) fn resident_pages(&self, start: VirtAddr, end: VirtAddr) -> Vec<VirtAddr> {
        let pages = mmu::mappings_in(self.machine.memory(), self.machine.root(), start, end);
        pages.into_iter().map(|(page, _)| page).collect()
    }

    /// Unmaps the resident pages of a range and gives their frames back; says how many.
    fn free_pages(&mut self, start: VirtAddr, end: VirtAddr) -> u64 {
        let pages = self.resident_pages(start, end);
        for &page in &pages {
            if let Ok(frame) = self.machine.unmap(page) {
                self.release_frame(frame);
            }
        }
        pages.len() as u64
    }

    /// Gives a frame back, unless it is mapped elsewhere too.
    fn release_frame(&mut self, frame: PhysAddr) {
        match self.shared_frames.get_mut(&frame) {
            Some(uses) if *uses > 1 => *uses -= 1,
            _ => {
                self.shared_frames.remove(&frame);
                self.machine.free_frame(frame);
            }
        }
    }

    /// Copies the address space in use: private pages are copied at once, shared ones stay the same frames.
    pub(crate) fn duplicate_space(&mut self) -> Result<AddressSpace, MapError> {
        let root = self.machine.new_root().ok_or(MapError::OutOfFrames)?;
        let mut copy = self.space.clone();
        copy.id = self.take_id();
        copy.root = root;
        let pages =
            mmu::mappings(self.machine.memory(), self.machine.root()).into_iter().map(|page| {
                let is_shared = |mapping: &Mapping| mapping.kind == MappingKind::Shared;
                (page.0, page.1.pte, self.space.find(page.0).is_some_and(is_shared))
            });
        let pages: Vec<_> = pages.collect();
        self.machine.set_root(root);
        let copied = pages.into_iter().try_for_each(|(page, pte, is_shared)| match is_shared {
            true => self.share_page(page, pte.frame(), pte.perm()),
            false => self.copy_page(page, pte.frame(), pte.perm()),
        });
        if copied.is_err() {
            self.free_pages(VirtAddr(0), VirtAddr(crate::layout::USER_END));
        }
        self.machine.set_root(self.space.root);
        if let Err(error) = copied {
            self.machine.free_root(root);
            return Err(error);
        }
        Ok(copy)
    }

    fn share_page(&mut self, page: VirtAddr, frame: PhysAddr, perm: Perm) -> Result<(), MapError> {
        self.machine.map(page, frame, perm)?;
        *self.shared_frames.entry(frame).or_insert(1) += 1;
        Ok(())
    }

    fn copy_page(&mut self, page: VirtAddr, frame: PhysAddr, perm: Perm) -> Result<(), MapError> {
        let bytes = self.machine.memory().frame(frame).copied();
        self.machine.map_new(page, perm)?;
        if let Some(bytes) = bytes {
            self.machine.poke(page, &bytes).map_err(|_| MapError::NotMapped)?;
        }
        Ok(())
    }

    /// Gives back all that an address space has, which must not be the one in use afterwards: `next` is.
    pub(crate) fn drop_space(&mut self, space: &AddressSpace, next: PhysAddr) {
        self.machine.set_root(space.root);
        self.free_pages(VirtAddr(0), VirtAddr(crate::layout::USER_END));
        self.machine.set_root(next);
        self.machine.free_root(space.root);
    }

    /// Unmaps everything; says what went back, lowest addresses first. The guard holds nothing and is left out.
    pub(crate) fn release_all(&mut self) -> Vec<Released> {
        let whole = (VirtAddr(0), VirtAddr(crate::layout::USER_END));
        let mappings = self.space.carve(&self.machine, whole.0, whole.1);
        let released =
            mappings.iter().filter(|mapping| mapping.kind != MappingKind::Guard).map(|mapping| {
                let pages = self.free_pages(mapping.start, mapping.end);
                Released { start: mapping.start, kind: mapping.kind, size: mapping.size(), pages }
            });
        released.collect()
    }
}
