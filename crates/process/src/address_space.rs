//! The address space: the list of mappings, and the page tables that follow it.

use crate::layout::USER_END;
use crate::{Mapping, MappingKind, Released};
use machine::{Machine, Perm, VirtAddr};

/// The mappings of a process, sorted by address. Pages become resident on demand, as frames of zeros.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct AddressSpace {
    mappings: Vec<Mapping>,
}

/// Why a mapping cannot be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Overlap;

impl AddressSpace {
    pub(crate) fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }

    /// The mapping that an address is in.
    pub(crate) fn find(&self, address: VirtAddr) -> Option<&Mapping> {
        let index = self.mappings.partition_point(|mapping| mapping.end <= address);
        self.mappings.get(index).filter(|mapping| mapping.contains(address))
    }

    /// The first mapping of a kind.
    pub(crate) fn of_kind(&self, kind: MappingKind) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.kind == kind)
    }

    /// Whether no mapping has a byte of the range.
    pub(crate) fn is_free(&self, start: VirtAddr, end: VirtAddr) -> bool {
        let index = self.mappings.partition_point(|mapping| mapping.end <= start);
        self.mappings.get(index).is_none_or(|mapping| end <= mapping.start)
    }

    /// Adds a mapping of whole pages; none of it is resident.
    pub(crate) fn add(
        &mut self,
        start: VirtAddr,
        end: VirtAddr,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<(), Overlap> {
        if end.0 > USER_END || end < start || !self.is_free(start, end) {
            return Err(Overlap);
        }
        if start < end {
            let index = self.mappings.partition_point(|mapping| mapping.end <= start);
            self.mappings.insert(index, Mapping { start, end, perm, kind, resident_pages: 0 });
        }
        Ok(())
    }

    /// Makes the page of an address resident, if it is in a mapping that allows any access. Says whether it is
    /// resident now.
    pub(crate) fn populate(&mut self, machine: &mut Machine, address: VirtAddr) -> bool {
        let index = self.mappings.partition_point(|mapping| mapping.end <= address);
        let Some(mapping) = self.mappings.get_mut(index) else { return false };
        if !mapping.contains(address) || !mapping.is_accessible() {
            return false;
        }
        if machine.walk(address).leaf().is_some() {
            return true;
        }
        let is_mapped = machine.map_new(address.page(), mapping.perm).is_ok();
        mapping.resident_pages += u64::from(is_mapped);
        is_mapped
    }

    /// Moves the end of the heap; pages beyond it go back. The heap mapping appears with its first page.
    pub(crate) fn set_heap_end(
        &mut self,
        machine: &mut Machine,
        start: VirtAddr,
        end: VirtAddr,
    ) -> Result<(), Overlap> {
        let old_end = self.of_kind(MappingKind::Heap).map_or(start, |heap| heap.end);
        if end < old_end {
            self.remove(machine, end, old_end);
        } else if end > old_end {
            if end.0 > USER_END || !self.is_free(old_end, end) {
                return Err(Overlap);
            }
            match self.mappings.iter_mut().find(|mapping| mapping.kind == MappingKind::Heap) {
                Some(heap) => heap.end = end,
                None => self.add(start, end, Perm::RW, MappingKind::Heap)?,
            }
        }
        Ok(())
    }

    /// Removes whatever is mapped in a range of whole pages, splitting mappings that reach beyond it.
    pub(crate) fn remove(&mut self, machine: &mut Machine, start: VirtAddr, end: VirtAddr) {
        let mut kept = Vec::with_capacity(self.mappings.len() + 1);
        for mapping in std::mem::take(&mut self.mappings) {
            let (cut_start, cut_end) = (mapping.start.max(start), mapping.end.min(end));
            if cut_start >= cut_end {
                kept.push(mapping);
                continue;
            }
            free_pages(machine, cut_start, cut_end);
            for (start, end) in [(mapping.start, cut_start), (cut_end, mapping.end)] {
                if start < end {
                    let resident_pages = resident_pages(machine, start, end).len() as u64;
                    kept.push(Mapping { start, end, resident_pages, ..mapping.clone() });
                }
            }
        }
        self.mappings = kept;
    }

    /// Changes the permissions of a range of whole pages that is mapped without a gap; says whether it was.
    pub(crate) fn protect(
        &mut self,
        machine: &mut Machine,
        start: VirtAddr,
        end: VirtAddr,
        perm: Perm,
    ) -> bool {
        let mut at = start;
        while at < end {
            match self.find(at) {
                Some(mapping) => at = mapping.end,
                None => return false,
            }
        }
        let mut kept = Vec::with_capacity(self.mappings.len() + 2);
        for mapping in std::mem::take(&mut self.mappings) {
            let (from, to) = (mapping.start.max(start), mapping.end.min(end));
            if from >= to {
                kept.push(mapping);
                continue;
            }
            for page in resident_pages(machine, from, to) {
                // A page without permission cannot be said in a page table: it stays as it was.
                let _ = machine.protect(page, perm);
            }
            let parts = [
                (mapping.start, from, mapping.perm),
                (from, to, perm),
                (to, mapping.end, mapping.perm),
            ];
            for (start, end, perm) in parts.into_iter().filter(|(start, end, _)| start < end) {
                let resident_pages = resident_pages(machine, start, end).len() as u64;
                kept.push(Mapping { start, end, perm, resident_pages, ..mapping.clone() });
            }
        }
        self.mappings = kept;
        true
    }

    /// Unmaps everything; says what went back, lowest addresses first. The guard holds nothing and is left out.
    pub(crate) fn release(&mut self, machine: &mut Machine) -> Vec<Released> {
        let mappings = std::mem::take(&mut self.mappings);
        let released =
            mappings.iter().filter(|mapping| mapping.kind != MappingKind::Guard).map(|mapping| {
                let pages = free_pages(machine, mapping.start, mapping.end);
                Released { start: mapping.start, kind: mapping.kind, size: mapping.size(), pages }
            });
        released.collect()
    }
}

/// The resident pages of a range: found in the page tables, since a mapping may span the address space and be empty.
fn resident_pages(machine: &Machine, start: VirtAddr, end: VirtAddr) -> Vec<VirtAddr> {
    let mapped = machine::mmu::mappings(machine.memory(), machine.root());
    let pages = mapped.into_iter().map(|(page, _)| page);
    pages.filter(|page| (start..end).contains(page)).collect()
}

/// Unmaps the resident pages of a range and gives their frames back; says how many.
fn free_pages(machine: &mut Machine, start: VirtAddr, end: VirtAddr) -> u64 {
    let pages = resident_pages(machine, start, end);
    for &page in &pages {
        if let Ok(frame) = machine.unmap(page) {
            machine.free_frame(frame);
        }
    }
    pages.len() as u64
}
