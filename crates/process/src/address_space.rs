//! An address space: the list of its mappings, and where the heap is.
//!
//! The list says what may be; the page tables, which [`crate::paging`] keeps in step with it, say what is.

use crate::files::Place;
use crate::layout::USER_END;
use crate::module::Module;
use crate::stack::Start;
use crate::{Mapping, MappingKind};
use machine::{Machine, PhysAddr, VirtAddr, mmu};
use std::ops::Range;
use std::sync::Arc;

/// The mappings of a process, sorted by address. Pages become resident on demand, as frames of zeros.
#[derive(Clone, Debug)]
pub(crate) struct AddressSpace {
    /// Its number; processes share it between `vfork` and `execve`.
    pub(crate) id: u64,
    /// The frame of its root page table.
    pub(crate) root: PhysAddr,
    /// Where the heap begins, and the break.
    pub(crate) heap: Range<VirtAddr>,
    /// The program, and its interpreter.
    modules: Vec<Module>,
    /// Where the program was found.
    pub(crate) executable: Option<Place>,
    /// What it was started with, and what the kernel told it.
    pub(crate) start: Arc<Start>,
    pub(crate) auxiliary_vector: Vec<(u64, u64)>,
    mappings: Vec<Mapping>,
}

/// Why a mapping cannot be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Overlap;

impl AddressSpace {
    /// An empty one, for a program.
    pub(crate) fn new(id: u64, root: PhysAddr, program: Module) -> AddressSpace {
        let heap = VirtAddr(0)..VirtAddr(0);
        AddressSpace {
            id,
            root,
            heap,
            modules: vec![program],
            executable: None,
            start: Arc::default(),
            auxiliary_vector: vec![],
            mappings: vec![],
        }
    }

    /// The program.
    pub(crate) fn program(&self) -> &Module {
        // A space is made with its program, and modules are only added.
        &self.modules[0]
    }

    /// The program and what was loaded with it.
    pub(crate) fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// Remembers that something was loaded besides the program.
    pub(crate) fn add_module(&mut self, module: Module) {
        self.modules.push(module);
    }

    /// The mappings, lowest addresses first.
    pub(crate) fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }

    /// The mapping that an address is in.
    pub(crate) fn find(&self, address: VirtAddr) -> Option<&Mapping> {
        self.mappings.get(self.index_after(address)).filter(|mapping| mapping.contains(address))
    }

    /// The same, to be changed.
    pub(crate) fn find_mut(&mut self, address: VirtAddr) -> Option<&mut Mapping> {
        let index = self.index_after(address);
        self.mappings.get_mut(index).filter(|mapping| mapping.contains(address))
    }

    /// The index of the first mapping that ends after an address.
    fn index_after(&self, address: VirtAddr) -> usize {
        self.mappings.partition_point(|mapping| mapping.end <= address)
    }

    /// The first mapping of a kind.
    pub(crate) fn of_kind(&self, kind: MappingKind) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.kind == kind)
    }

    /// Whether no mapping has a byte of the range.
    pub(crate) fn is_free(&self, start: VirtAddr, end: VirtAddr) -> bool {
        self.mappings.get(self.index_after(start)).is_none_or(|mapping| end <= mapping.start)
    }

    /// Whether every byte of the range is in a mapping.
    pub(crate) fn is_covered(&self, start: VirtAddr, end: VirtAddr) -> bool {
        let mut at = start;
        while at < end {
            match self.find(at) {
                Some(mapping) => at = mapping.end,
                None => return false,
            }
        }
        true
    }

    /// Adds a mapping of whole pages to a free range. An empty one is none.
    pub(crate) fn add(&mut self, mapping: Mapping) -> Result<(), Overlap> {
        let Mapping { start, end, .. } = mapping;
        if end.0 > USER_END || end < start || !self.is_free(start, end) {
            return Err(Overlap);
        }
        if start < end {
            let index = self.index_after(start);
            self.mappings.insert(index, mapping);
            self.merge_at(index + 1);
            self.merge_at(index);
        }
        Ok(())
    }

    /// Makes one mapping of the one at `index` and the one before it, if they are alike.
    fn merge_at(&mut self, index: usize) {
        let Some([before, after]) =
            index.checked_sub(1).and_then(|at| self.mappings.get(at..=index))
        else {
            return;
        };
        if before.continues_in(after) {
            let after = self.mappings.remove(index);
            let before = &mut self.mappings[index - 1];
            before.end = after.end;
            before.resident_pages += after.resident_pages;
        }
    }

    /// Takes the mappings of a range of whole pages out of the list, splitting those that reach beyond it. Its pages
    /// stay as they are in the page tables.
    pub(crate) fn carve(
        &mut self,
        machine: &Machine,
        start: VirtAddr,
        end: VirtAddr,
    ) -> Vec<Mapping> {
        let first = self.index_after(start);
        let touched = self.mappings[first..].iter().take_while(|mapping| mapping.start < end);
        let last = first + touched.count();
        let (mut carved, mut kept) = (vec![], vec![]);
        for mapping in &self.mappings[first..last] {
            let (from, to) = (mapping.start.max(start), mapping.end.min(end));
            let part = |start, end| {
                let is_whole = (start, end) == (mapping.start, mapping.end);
                let resident_pages = match is_whole {
                    true => mapping.resident_pages,
                    false => mmu::mappings_in(machine.memory(), self.root, start, end).len() as u64,
                };
                Mapping { start, end, resident_pages, ..mapping.clone() }
            };
            carved.push(part(from, to));
            let around = [(mapping.start, from), (to, mapping.end)];
            kept.extend(around.into_iter().filter(|(a, b)| a < b).map(|(a, b)| part(a, b)));
        }
        self.mappings.splice(first..last, kept);
        carved
    }

    /// Moves the end of the heap's mapping upwards; it appears with its first page.
    pub(crate) fn grow_heap(&mut self, from: VirtAddr, to: VirtAddr) -> Result<(), Overlap> {
        if to.0 > USER_END || !self.is_free(from, to) {
            return Err(Overlap);
        }
        match self.mappings.iter_mut().find(|mapping| mapping.kind == MappingKind::Heap) {
            Some(heap) if heap.end == from => heap.end = to,
            _ => self.add(Mapping {
                start: from,
                end: to,
                perm: machine::Perm::RW,
                kind: MappingKind::Heap,
                resident_pages: 0,
            })?,
        }
        Ok(())
    }

    /// The highest free range of a size that begins at a multiple of `align`, within `within`; the heap's own range is left to it.
    pub(crate) fn find_free(
        &self,
        size: u64,
        align: u64,
        within: Range<u64>,
        heap_limit: u64,
    ) -> Option<VirtAddr> {
        let heap = self.heap.start.0..self.heap.start.0.saturating_add(heap_limit);
        let above = self.mappings.partition_point(|mapping| mapping.end.0 <= heap.end);
        let (below, above) = self.mappings.split_at(above);
        let range = |mapping: &Mapping| mapping.start.0..mapping.end.0;
        let taken =
            above.iter().rev().map(range).chain([heap]).chain(below.iter().rev().map(range));
        let mut end = within.end;
        for range in taken {
            if range.end < end
                && let Some(start) = fit(range.end.max(within.start), end, size, align)
            {
                return Some(VirtAddr(start));
            }
            end = end.min(range.start);
        }
        fit(within.start, end, size, align).map(VirtAddr)
    }
}

/// The highest place for a size between two addresses.
fn fit(low: u64, high: u64, size: u64, align: u64) -> Option<u64> {
    let start = high.checked_sub(size)? / align * align;
    (start >= low).then_some(start)
}
