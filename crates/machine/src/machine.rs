//! The machine: its parts together, its mappings, and its caches of nothing but time.

use crate::access::{HostCache, Translation};
use crate::block::BlockCache;
use crate::mmu::{self, MapError};
use crate::{Annotator, Fault, Hart, Perm, PhysAddr, PhysMemory, Tlb, Trap, VirtAddr};
use std::fmt;
use std::sync::Arc;

/// A hart, its memory and its address translation.
pub struct Machine {
    /// The registers.
    pub hart: Hart,
    pub(crate) memory: PhysMemory,
    pub(crate) root: PhysAddr,
    pub(crate) fetch_tlb: Tlb,
    pub(crate) data_tlb: Tlb,
    // What follows is not state.
    pub(crate) host: HostCache,
    pub(crate) blocks: BlockCache,
    /// The frames whose blocks a store has made wrong, until the running block has been left.
    pub(crate) stale_frames: Vec<PhysAddr>,
    /// The translations by which the next instruction is fetched; they take effect with it.
    pub(crate) fetching: [Option<Translation>; 2],
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
            fetch_tlb: Tlb::default(),
            data_tlb: Tlb::default(),
            host: HostCache::default(),
            blocks: BlockCache::default(),
            stale_frames: Vec::new(),
            fetching: [None; 2],
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
    /// **Cost**: forgets every decoded block and cached translation, since anything may change.
    pub fn memory_mut(&mut self) -> &mut PhysMemory {
        self.host.clear();
        self.drop_blocks();
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

    /// The TLB for fetches.
    pub fn fetch_tlb(&self) -> &Tlb {
        &self.fetch_tlb
    }

    /// The TLB for loads and stores.
    pub fn data_tlb(&self) -> &Tlb {
        &self.data_tlb
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
        match address {
            Some(address) => {
                self.fetch_tlb.flush_page(address);
                self.data_tlb.flush_page(address);
                self.host.clear_index(Tlb::index(address));
            }
            None => {
                self.fetch_tlb.flush();
                self.data_tlb.flush();
                self.host.clear();
            }
        }
    }

    /// Replaces who annotates code. Every block is decoded again, since notes live in blocks.
    pub fn set_annotator(&mut self, annotator: Option<Arc<dyn Annotator + Send + Sync>>) {
        self.annotator = annotator;
        self.drop_blocks();
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

    /// Drops the blocks that were decoded from the frame, if any.
    pub(crate) fn forget_code(&mut self, address: PhysAddr) {
        if self.memory.is_code(address) {
            self.memory.mark_code(address, false);
            self.blocks.drop_frame(address.page());
        }
    }

    pub(crate) fn drop_blocks(&mut self) {
        for frame in self.blocks.clear() {
            self.memory.mark_code(frame, false);
        }
    }
}
