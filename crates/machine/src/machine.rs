//! The machine: its parts together, its mappings, and its caches of nothing but time.

use crate::code::CodeCache;
use crate::engine::{Exit, HostCache, View};
use crate::mmu::{self, MapError};
use crate::tlb::Tlbs;
use crate::{Annotator, Fault, Hart, Moment, Perm, PhysAddr, PhysMemory, Tlb, Trap, VirtAddr};
use std::fmt;
use std::sync::Arc;

/// A hart, its memory and its address translation.
///
/// In the order that is written here: the registers come first, where instructions are shortest.
#[repr(C)]
pub struct Machine {
    /// The registers.
    pub hart: Hart,
    pub(crate) memory: PhysMemory,
    pub(crate) root: PhysAddr,
    pub(crate) tlbs: Option<Box<Tlbs>>,
    // What follows is not state.
    pub(crate) host: HostCache,
    pub(crate) code: CodeCache,
    /// The page of code that the engine executes.
    pub(crate) view: View,
    /// The moment at which the engine's fuel would be used up.
    pub(crate) deadline: Moment,
    /// Why the engine came back.
    pub(crate) exit: Exit,
    /// The frames whose code a store has made wrong, until the running code has been left.
    pub(crate) stale_frames: Vec<PhysAddr>,
    /// The trap of the handler that has just returned [`Next::Trap`](crate::execute::Next).
    pub(crate) pending: Option<Trap>,
    pub(crate) annotator: Option<Arc<dyn Annotator + Send + Sync>>,
}

impl fmt::Debug for Machine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frames = self.memory.frames_in_use();
        out.debug_struct("Machine").field("hart", &self.hart).field("frames", &frames).finish()
    }
}

impl Machine {
    /// A machine with empty page tables and registers of zero.
    ///
    /// **Errors**: `limit_bytes` of memory do not even hold the root table's 4 KiB.
    pub fn new(limit_bytes: u64) -> Result<Machine, MapError> {
        let mut memory = PhysMemory::new(limit_bytes);
        let root = memory.allocate_frame().ok_or(MapError::OutOfFrames)?;
        Ok(Machine {
            hart: Hart::default(),
            memory,
            root,
            tlbs: None,
            host: HostCache::default(),
            code: CodeCache::default(),
            view: View::NONE,
            deadline: 0,
            exit: Exit::Elsewhere,
            stale_frames: Vec::new(),
            pending: None,
            annotator: None,
        })
    }

    /// The physical memory.
    pub fn memory(&self) -> &PhysMemory {
        &self.memory
    }

    /// The physical memory, to be changed.
    ///
    /// **Cost**: forgets all decoded code and cached translation, since anything may change.
    pub fn memory_mut(&mut self) -> &mut PhysMemory {
        self.host.clear();
        self.drop_code();
        &mut self.memory
    }

    /// The frame of the root page table.
    pub fn root(&self) -> PhysAddr {
        self.root
    }

    /// The `satp` register: mode 8 (Sv39) and the root's page number.
    /// **Rule**: RISC-V privileged "Supervisor Address Translation and Protection Register".
    pub fn satp(&self) -> u64 {
        8 << 60 | self.root.page_number()
    }

    /// Gives the machine TLBs: from now on a page's old translation stays in use until it is
    /// fenced or displaced, and the TLBs are part of the state.
    ///
    /// Without them, as at the start, every change of the page tables takes effect at its fence,
    /// and no sooner is anything to be seen of it.
    pub fn enable_tlb(&mut self) {
        self.tlbs = Some(Box::default());
        self.sfence(None);
    }

    /// The TLB for fetches, if the machine has one.
    pub fn fetch_tlb(&self) -> Option<&Tlb> {
        self.tlbs.as_deref().map(|tlbs| &tlbs.fetch)
    }

    /// The TLB for loads and stores, if the machine has one.
    pub fn data_tlb(&self) -> Option<&Tlb> {
        self.tlbs.as_deref().map(|tlbs| &tlbs.data)
    }

    /// Allocates a frame of zeros; `None` when memory is used up.
    pub fn allocate_frame(&mut self) -> Option<PhysAddr> {
        let frame = self.memory.allocate_frame()?;
        self.forget_code(frame);
        Some(frame)
    }

    /// Gives a frame back that is mapped nowhere any more.
    pub fn free_frame(&mut self, frame: PhysAddr) {
        self.memory.free_frame(frame);
    }

    /// Maps a 4 KiB page. No fence is needed: an invalid entry is never in a TLB.
    pub fn map(&mut self, address: VirtAddr, frame: PhysAddr, perm: Perm) -> Result<(), MapError> {
        mmu::map(&mut self.memory, self.root, address, frame, perm)
    }

    /// Allocates a frame of zeros and maps the 4 KiB page at `address` to it.
    pub fn map_new(&mut self, address: VirtAddr, perm: Perm) -> Result<PhysAddr, MapError> {
        let frame = self.allocate_frame().ok_or(MapError::OutOfFrames)?;
        let mapped = self.map(address, frame, perm);
        if mapped.is_err() {
            self.free_frame(frame);
        }
        mapped.map(|()| frame)
    }

    /// Unmaps a 4 KiB page and fences it; returns its frame, which stays allocated.
    pub fn unmap(&mut self, address: VirtAddr) -> Result<PhysAddr, MapError> {
        let frame = mmu::unmap(&mut self.memory, self.root, address)?;
        self.sfence(Some(address));
        Ok(frame)
    }

    /// Changes a mapped page's permissions and fences it.
    pub fn protect(&mut self, address: VirtAddr, perm: Perm) -> Result<(), MapError> {
        mmu::protect(&mut self.memory, self.root, address, perm)?;
        self.sfence(Some(address));
        Ok(())
    }

    /// Flushes the TLBs, of one page or of all.
    /// **Rule**: RISC-V privileged "Supervisor Memory-Management Fence Instruction".
    pub fn sfence(&mut self, address: Option<VirtAddr>) {
        if let Some(tlbs) = &mut self.tlbs {
            tlbs.flush(address);
        }
        match address {
            Some(address) => self.host.clear_page(address),
            None => self.host.clear(),
        }
        self.forget_fetches(address);
    }

    /// Replaces who annotates code. All code is decoded again, since notes live with it.
    pub fn set_annotator(&mut self, annotator: Option<Arc<dyn Annotator + Send + Sync>>) {
        self.annotator = annotator;
        self.drop_code();
    }

    /// Writes bytes into mapped pages, whatever their permissions: for a loader.
    ///
    /// A and D bits and the TLBs stay as they are.
    /// **Errors**: the first byte whose page is not mapped; bytes before it have been written.
    pub fn poke(&mut self, address: VirtAddr, bytes: &[u8]) -> Result<(), Fault> {
        let mut done = 0;
        while done < bytes.len() {
            let at = address.offset(done as u64);
            let physical = self.locate(at)?;
            let start = physical.page_offset() as usize;
            let count = (bytes.len() - done).min(crate::PAGE_SIZE as usize - start);
            if let Some(frame) = self.memory.frame_mut(physical) {
                frame[start..start + count].copy_from_slice(&bytes[done..done + count]);
            }
            self.forget_code(physical);
            done += count;
        }
        Ok(())
    }

    /// Completes the `ecall` that trapped: it counts as retired, and `pc` moves past it.
    pub fn retire_ecall(&mut self) {
        self.hart.pc = self.hart.pc.offset(4);
        self.hart.retired += 1;
    }

    /// Drops what was decoded from the frame, if any.
    pub(crate) fn forget_code(&mut self, address: PhysAddr) {
        if self.memory.is_code(address) {
            self.memory.mark_code(address, false);
            self.code.drop_frame(address.page());
            self.view = View::NONE;
        }
    }

    /// Sees to it that the next fetch from a page, or from any, looks for its translation.
    pub(crate) fn forget_fetches(&mut self, page: Option<VirtAddr>) {
        self.code.forget_translation(page);
        self.view = View::NONE;
    }

    pub(crate) fn drop_code(&mut self) {
        self.view = View::NONE;
        for frame in self.code.clear() {
            self.memory.mark_code(frame, false);
        }
    }
}
