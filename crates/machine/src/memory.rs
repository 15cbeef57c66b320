//! Physical memory: flat, growing, handed out in frames of 4 KiB.

use crate::{PAGE_SIZE, PhysAddr};
use std::sync::Arc;

/// The bytes of one frame.
pub(crate) type Frame = [u8; PAGE_SIZE as usize];

/// Stored to since the last snapshot.
const DIRTY: u8 = 1 << 0;
/// Some decoded block was read from it.
const CODE: u8 = 1 << 1;

/// How large the flat memory is at first. It doubles from there: a small program stays small, since
/// even zeros that nobody reads cost a page fault each.
const FIRST_SIZE_BYTES: usize = 1 << 16;

/// The machine's memory: frames from [`PhysMemory::BASE`] upwards.
///
/// Only frames that were allocated exist; an access elsewhere fails.
#[derive(Clone, Debug)]
pub struct PhysMemory {
    /// All frames, and zeros beyond them.
    pub(crate) bytes: Vec<u8>,
    /// A byte of flags per frame that exists; its length is the number of frames.
    flags: Vec<u8>,
    /// Frames given back, by index; the last one is handed out first.
    pub(crate) free: Vec<u32>,
    /// What each frame held at the last snapshot, shared with it.
    pub(crate) kept: Vec<Option<Arc<Frame>>>,
    limit_frames: usize,
}

impl Default for PhysMemory {
    fn default() -> PhysMemory {
        PhysMemory::new(PhysMemory::DEFAULT_LIMIT_BYTES)
    }
}

impl PhysMemory {
    /// The physical address of the first frame, where many RISC-V boards have theirs.
    pub const BASE: PhysAddr = PhysAddr(0x8000_0000);
    /// The largest size unless it is configured: 1 GiB.
    pub const DEFAULT_LIMIT_BYTES: u64 = 1 << 30;
    /// The largest size that can be configured: 64 GiB.
    pub const MAXIMUM_LIMIT_BYTES: u64 = 1 << 36;

    /// Empty memory that can grow to `limit_bytes`, rounded down to whole frames.
    ///
    /// The host's own address space (2 GiB on WebAssembly) is a limit too.
    pub fn new(limit_bytes: u64) -> PhysMemory {
        let host_limit = (isize::MAX as usize / 2) as u64;
        let limit = limit_bytes.min(PhysMemory::MAXIMUM_LIMIT_BYTES).min(host_limit) / PAGE_SIZE;
        PhysMemory {
            bytes: Vec::new(),
            flags: Vec::new(),
            free: Vec::new(),
            kept: Vec::new(),
            limit_frames: limit as usize,
        }
    }

    /// A frame of zeros: the one freed last, else the next one upwards. `None` at the limit.
    pub fn allocate_frame(&mut self) -> Option<PhysAddr> {
        if let Some(index) = self.free.pop() {
            let frame = frame_address(index as usize);
            self.frame_mut(frame)?.fill(0);
            return Some(frame);
        }
        let index = self.flags.len();
        if index >= self.limit_frames {
            return None;
        }
        let needed = (index + 1) * PAGE_SIZE as usize;
        if needed > self.bytes.len() {
            self.grow(needed);
        }
        self.flags.push(DIRTY);
        self.kept.push(None);
        Some(frame_address(index))
    }

    /// Makes room; the new zeros come from the host untouched.
    fn grow(&mut self, needed: usize) {
        let limit = self.limit_frames * PAGE_SIZE as usize;
        let size = needed.next_power_of_two().max(FIRST_SIZE_BYTES).min(limit.max(needed));
        let mut bytes = vec![0; size];
        bytes[..self.bytes.len()].copy_from_slice(&self.bytes);
        self.bytes = bytes;
    }

    /// Gives a frame back; its bytes stay as they are until it is allocated again.
    pub fn free_frame(&mut self, frame: PhysAddr) {
        if let Some(index) = self.frame_index(frame) {
            debug_assert!(!self.free.contains(&(index as u32)), "{frame} is freed twice");
            self.free.push(index as u32);
        }
    }

    /// How many frames were ever allocated: the memory's size in frames.
    pub fn frame_count(&self) -> usize {
        self.flags.len()
    }

    /// How many frames are allocated now.
    pub fn frames_in_use(&self) -> usize {
        self.flags.len() - self.free.len()
    }

    /// Whether the frame at that address exists.
    pub fn contains(&self, address: PhysAddr) -> bool {
        self.frame_index(address).is_some()
    }

    /// The bytes of the frame that the address is in.
    pub fn frame(&self, address: PhysAddr) -> Option<&[u8; PAGE_SIZE as usize]> {
        let start = self.frame_index(address)? * PAGE_SIZE as usize;
        self.bytes.get(start..)?.first_chunk()
    }

    /// The bytes of the frame that the address is in, to be changed; marks it dirty.
    pub fn frame_mut(&mut self, address: PhysAddr) -> Option<&mut [u8; PAGE_SIZE as usize]> {
        let index = self.frame_index(address)?;
        self.flags[index] |= DIRTY;
        self.bytes.get_mut(index * PAGE_SIZE as usize..)?.first_chunk_mut()
    }

    /// Reads the aligned 8 bytes at the address.
    pub fn read_u64(&self, address: PhysAddr) -> Option<u64> {
        let frame = self.frame(address)?;
        let bytes = frame.get(address.page_offset() as usize..)?.first_chunk()?;
        Some(u64::from_le_bytes(*bytes))
    }

    /// Writes the aligned 8 bytes at the address; `None` if there is no memory.
    pub fn write_u64(&mut self, address: PhysAddr, value: u64) -> Option<()> {
        let frame = self.frame_mut(address)?;
        let bytes = frame.get_mut(address.page_offset() as usize..)?.first_chunk_mut()?;
        *bytes = value.to_le_bytes();
        Some(())
    }

    /// The frame's index, and so its place in `bytes`.
    pub(crate) fn frame_index(&self, address: PhysAddr) -> Option<usize> {
        let offset = address.0.checked_sub(PhysMemory::BASE.0)?;
        let index = usize::try_from(offset / PAGE_SIZE).ok()?;
        (index < self.flags.len()).then_some(index)
    }

    /// Whether the frame was stored to since the last snapshot.
    pub fn is_dirty(&self, frame: PhysAddr) -> bool {
        self.has(frame, DIRTY)
    }

    pub(crate) fn is_code(&self, frame: PhysAddr) -> bool {
        self.has(frame, CODE)
    }

    pub(crate) fn mark_code(&mut self, frame: PhysAddr, code: bool) {
        if let Some(index) = self.frame_index(frame) {
            self.flags[index] = self.flags[index] & !CODE | if code { CODE } else { 0 };
        }
    }

    fn has(&self, frame: PhysAddr, flag: u8) -> bool {
        self.frame_index(frame).is_some_and(|index| self.flags[index] & flag != 0)
    }

    /// Takes the dirty flag off a frame, and says whether it was set.
    pub(crate) fn take_dirty(&mut self, index: usize) -> bool {
        let dirty = self.flags[index] & DIRTY != 0;
        self.flags[index] &= !DIRTY;
        dirty
    }

    /// Makes the memory exactly `count` frames large; new ones are zero, dirty and not code.
    pub(crate) fn set_frame_count(&mut self, count: usize) {
        let needed = count * PAGE_SIZE as usize;
        let cut = needed.min(self.bytes.len());
        self.bytes[cut..].fill(0);
        if needed > self.bytes.len() {
            self.grow(needed);
        }
        self.flags.resize(count, DIRTY);
        self.kept.resize(count, None);
    }
}

/// The address of the frame with that index.
pub(crate) fn frame_address(index: usize) -> PhysAddr {
    PhysMemory::BASE.offset(index as u64 * PAGE_SIZE)
}
