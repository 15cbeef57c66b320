//! Snapshots: the whole state at a moment, sharing the frames that did not change.

use crate::memory::{Frame, frame_address};
use crate::tlb::Tlbs;
use crate::{Hart, Machine, PAGE_SIZE, PhysAddr, PhysMemory};
use std::sync::Arc;

/// The physical memory at a moment. Frames are shared with the snapshots before and after it.
#[derive(Clone, Debug)]
pub struct MemorySnapshot {
    frames: Vec<Arc<Frame>>,
    free: Vec<u32>,
}

/// The machine's state at a moment; see [`Machine::snapshot`].
#[derive(Clone, Debug)]
pub struct MachineSnapshot {
    hart: Hart,
    memory: MemorySnapshot,
    root: PhysAddr,
    tlbs: Option<Box<Tlbs>>,
}

impl MemorySnapshot {
    /// How many frames of this snapshot are not the very same ones as in `other`: what holding
    /// both costs in frames of 4 KiB.
    pub fn frames_not_shared_with(&self, other: &MemorySnapshot) -> usize {
        let shared = self.frames.iter().zip(&other.frames).filter(|(a, b)| Arc::ptr_eq(a, b));
        self.frames.len() - shared.count()
    }
}

impl MachineSnapshot {
    /// The registers at that moment.
    pub fn hart(&self) -> &Hart {
        &self.hart
    }

    /// The memory at that moment.
    pub fn memory(&self) -> &MemorySnapshot {
        &self.memory
    }
}

impl PhysMemory {
    /// **Cost**: a copy of each frame that is dirty, and a reference to each frame.
    fn snapshot(&mut self) -> MemorySnapshot {
        let mut frames = Vec::with_capacity(self.frame_count());
        for index in 0..self.frame_count() {
            let dirty = self.take_dirty(index);
            let kept = self.kept[index].take().filter(|_| !dirty);
            let frame = kept.unwrap_or_else(|| self.copy_frame(index));
            self.kept[index] = Some(Arc::clone(&frame));
            frames.push(frame);
        }
        MemorySnapshot { frames, free: self.free.clone() }
    }

    fn copy_frame(&self, index: usize) -> Arc<Frame> {
        let bytes = self.frame(frame_address(index));
        Arc::new(bytes.copied().unwrap_or([0; PAGE_SIZE as usize]))
    }

    /// Goes back to a snapshot; returns the frames whose bytes may have changed.
    /// **Cost**: a copy of each frame that is dirty or was not the same one.
    fn restore(&mut self, snapshot: &MemorySnapshot) -> Vec<PhysAddr> {
        let mut changed: Vec<PhysAddr> =
            (snapshot.frames.len()..self.frame_count()).map(frame_address).collect();
        self.set_frame_count(snapshot.frames.len());
        for (index, frame) in snapshot.frames.iter().enumerate() {
            let dirty = self.take_dirty(index);
            if !dirty && self.kept[index].as_ref().is_some_and(|kept| Arc::ptr_eq(kept, frame)) {
                continue;
            }
            let start = index * PAGE_SIZE as usize;
            self.bytes[start..start + PAGE_SIZE as usize].copy_from_slice(&frame[..]);
            self.kept[index] = Some(Arc::clone(frame));
            changed.push(frame_address(index));
        }
        self.free.clone_from(&snapshot.free);
        changed
    }
}

impl Machine {
    /// The state now. It needs `&mut self` to note which frames are shared; the state itself
    /// stays as it is.
    pub fn snapshot(&mut self) -> MachineSnapshot {
        // A write slot promises that its frame is dirty already.
        self.host.clear_writes();
        MachineSnapshot {
            hart: self.hart.clone(),
            memory: self.memory.snapshot(),
            root: self.root,
            tlbs: self.tlbs.clone(),
        }
    }

    /// Goes back (or forth) to a snapshot of this machine, or of one that was made like it.
    pub fn restore(&mut self, snapshot: &MachineSnapshot) {
        self.host.clear();
        self.hart.clone_from(&snapshot.hart);
        self.root = snapshot.root;
        self.tlbs.clone_from(&snapshot.tlbs);
        self.forget_fetches(None);
        let code: Vec<bool> = (0..self.memory.frame_count())
            .map(|index| self.memory.is_code(frame_address(index)))
            .collect();
        for frame in self.memory.restore(&snapshot.memory) {
            let index = ((frame.0 - PhysMemory::BASE.0) / PAGE_SIZE) as usize;
            if code.get(index).copied().unwrap_or(false) {
                self.memory.mark_code(frame, false);
                self.code.drop_frame(frame);
            }
        }
    }
}
