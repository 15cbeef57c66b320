//! The memory management unit: Sv39 page tables, built and walked in physical memory.
//!
//! ```text
//!    38      30 29      21 20      12 11           0
//!   |  VPN[2]  |  VPN[1]  |  VPN[0]  | page offset |
//!        │          │          └─ index into the level 0 table, whose leaves map 4 KiB
//!        │          └─ index into the level 1 table, whose leaves would map 2 MiB
//!        └─ index into the root, whose leaves would map 1 GiB
//! ```
//! The functions here do not know the TLBs: after a change, the machine's `sfence` is due.
//! **Rule**: RISC-V privileged "Virtual Address Translation Process".

use crate::{Access, Fault, Machine, PAGE_SIZE, Perm, PhysAddr, PhysMemory, Pte, VirtAddr};
use std::fmt;
use std::ops::Range;

/// How many levels of tables there are.
pub const LEVELS: usize = 3;
/// How many entries a table has.
pub const TABLE_ENTRIES: u64 = 512;
/// A canonical address is the sign extension of this many bits.
const ADDRESS_BITS: u32 = 39;

/// Why a page cannot be mapped or unmapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapError {
    /// Physical memory is used up.
    OutOfFrames,
    /// The address is not a multiple of the page size.
    Misaligned,
    /// Bits 63 to 39 are not copies of bit 38.
    NotCanonical,
    /// The page is mapped already.
    AlreadyMapped,
    /// The page is not mapped.
    NotMapped,
    /// Neither readable nor executable: such a leaf cannot be encoded.
    NoPermission,
}

impl fmt::Display for MapError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            MapError::OutOfFrames => "physical memory is used up",
            MapError::Misaligned => "the address is not a multiple of the page size",
            MapError::NotCanonical => "the address is outside the 39-bit address space",
            MapError::AlreadyMapped => "the page is mapped already",
            MapError::NotMapped => "the page is not mapped",
            MapError::NoPermission => "a page must be readable or executable",
        })
    }
}

impl std::error::Error for MapError {}

/// One level of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WalkStep {
    /// 2 is the root, 0 the last.
    pub level: usize,
    /// Where the entry is.
    pub address: PhysAddr,
    /// The entry.
    pub pte: Pte,
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkEnd {
    /// At a leaf: the last step's entry; the address is translated to this one.
    Leaf(PhysAddr),
    /// The address is not canonical; no step was made.
    NotCanonical,
    /// The last step's entry is invalid or reserved.
    Invalid,
    /// The last step's entry is a large page whose frame is not aligned to its size.
    MisalignedSuperpage,
    /// The next entry would be where no memory is.
    NoMemory(PhysAddr),
}

/// A walk through the page tables, step by step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    steps: [Option<WalkStep>; LEVELS],
    /// How it ended.
    pub end: WalkEnd,
}

impl Walk {
    /// The steps in order, root first.
    pub fn steps(&self) -> impl Iterator<Item = &WalkStep> {
        self.steps.iter().flatten()
    }

    /// The leaf and the physical address, if the walk found one.
    pub fn leaf(&self) -> Option<(WalkStep, PhysAddr)> {
        match self.end {
            WalkEnd::Leaf(physical) => Some((*self.steps().last()?, physical)),
            _ => None,
        }
    }
}

/// The index into the table of that level.
pub const fn table_index(address: VirtAddr, level: usize) -> u64 {
    (address.0 >> (12 + 9 * level)) % TABLE_ENTRIES
}

/// Whether bits 63 to 39 are copies of bit 38.
pub const fn is_canonical(address: VirtAddr) -> bool {
    sign_extend(address.0).0 == address.0
}

/// The canonical address with those low 39 bits.
const fn sign_extend(bits: u64) -> VirtAddr {
    let shift = 64 - ADDRESS_BITS;
    VirtAddr(((bits << shift) as i64 >> shift) as u64)
}

/// Walks the page tables from `root`, and changes nothing.
pub fn walk(memory: &PhysMemory, root: PhysAddr, address: VirtAddr) -> Walk {
    let mut steps = [None; LEVELS];
    let end = descend(memory, root, address, |step| steps[LEVELS - 1 - step.level] = Some(step));
    Walk { steps, end }
}

/// Walks the page tables, and tells of each step.
#[inline(always)]
fn descend(
    memory: &PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
    mut tell: impl FnMut(WalkStep),
) -> WalkEnd {
    if !is_canonical(address) {
        return WalkEnd::NotCanonical;
    }
    let mut table = root;
    for level in (0..LEVELS).rev() {
        let entry = table.offset(table_index(address, level) * 8);
        let Some(bits) = memory.read_u64(entry) else { return WalkEnd::NoMemory(entry) };
        let pte = Pte(bits);
        tell(WalkStep { level, address: entry, pte });
        if !pte.is_valid() {
            return WalkEnd::Invalid;
        }
        if pte.is_leaf() {
            return leaf_end(pte, level, address);
        }
        table = pte.frame();
    }
    WalkEnd::Invalid
}

/// Step 6 to 8 of the translation process: a leaf at `level`, and the address within its page.
fn leaf_end(pte: Pte, level: usize, address: VirtAddr) -> WalkEnd {
    let within = (PAGE_SIZE << (9 * level)) - 1;
    if pte.frame().0 & within != 0 {
        return WalkEnd::MisalignedSuperpage;
    }
    WalkEnd::Leaf(PhysAddr(pte.frame().0 | address.0 & within))
}

/// Walks for an access: the leaf and the physical address, or the fault.
pub(crate) fn find(
    memory: &PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
    access: Access,
) -> Result<(WalkStep, PhysAddr), Fault> {
    let mut last = None;
    let end = descend(memory, root, address, |step| last = Some(step));
    let fault = |cause| Fault { cause, address };
    match (end, last) {
        (WalkEnd::NoMemory(_), _) => Err(fault(access.access_fault())),
        (WalkEnd::Leaf(physical), Some(leaf)) if leaf.pte.allows(access) => {
            let exists = memory.contains(physical);
            exists.then_some((leaf, physical)).ok_or(fault(access.access_fault()))
        }
        _ => Err(fault(access.page_fault())),
    }
}

/// Maps the 4 KiB page at `address` to `frame`; tables that are missing are allocated.
pub fn map(
    memory: &mut PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
    frame: PhysAddr,
    perm: Perm,
) -> Result<(), MapError> {
    if address.page_offset() != 0 || frame.page_offset() != 0 {
        return Err(MapError::Misaligned);
    }
    if !is_canonical(address) {
        return Err(MapError::NotCanonical);
    }
    if !(perm.r || perm.x) {
        return Err(MapError::NoPermission);
    }
    let mut table = root;
    for level in (1..LEVELS).rev() {
        table = next_table(memory, table.offset(table_index(address, level) * 8))?;
    }
    let entry = table.offset(table_index(address, 0) * 8);
    let old = memory.read_u64(entry).ok_or(MapError::OutOfFrames)?;
    if Pte(old).has(Pte::V) {
        return Err(MapError::AlreadyMapped);
    }
    memory.write_u64(entry, Pte::leaf(frame, perm).0).ok_or(MapError::OutOfFrames)
}

/// The table that the entry points to, allocated if there is none.
fn next_table(memory: &mut PhysMemory, entry: PhysAddr) -> Result<PhysAddr, MapError> {
    let pte = Pte(memory.read_u64(entry).ok_or(MapError::OutOfFrames)?);
    if pte.has(Pte::V) {
        return if pte.is_leaf() { Err(MapError::AlreadyMapped) } else { Ok(pte.frame()) };
    }
    let table = memory.allocate_frame().ok_or(MapError::OutOfFrames)?;
    memory.write_u64(entry, Pte::table(table).0).ok_or(MapError::OutOfFrames)?;
    Ok(table)
}

/// Removes the mapping of the 4 KiB page at `address`; returns its frame, which stays allocated.
pub fn unmap(
    memory: &mut PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
) -> Result<PhysAddr, MapError> {
    let leaf = small_leaf(memory, root, address)?;
    memory.write_u64(leaf.address, 0).ok_or(MapError::NotMapped)?;
    Ok(leaf.pte.frame())
}

/// Changes the permissions of the mapped 4 KiB page at `address`; A and D stay.
pub fn protect(
    memory: &mut PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
    perm: Perm,
) -> Result<(), MapError> {
    if !(perm.r || perm.x) {
        return Err(MapError::NoPermission);
    }
    let leaf = small_leaf(memory, root, address)?;
    let marks = leaf.pte.0 & (Pte::A | Pte::D);
    let pte = Pte::leaf(leaf.pte.frame(), perm).with(marks);
    memory.write_u64(leaf.address, pte.0).ok_or(MapError::NotMapped)
}

fn small_leaf(
    memory: &PhysMemory,
    root: PhysAddr,
    address: VirtAddr,
) -> Result<WalkStep, MapError> {
    if address.page_offset() != 0 {
        return Err(MapError::Misaligned);
    }
    let (leaf, _) = walk(memory, root, address).leaf().ok_or(MapError::NotMapped)?;
    (leaf.level == 0).then_some(leaf).ok_or(MapError::NotMapped)
}

/// Every frame of the tables under `root`, the root included: what a process's tables cost.
pub fn table_frames(memory: &PhysMemory, root: PhysAddr) -> Vec<PhysAddr> {
    let mut frames = vec![root];
    visit(memory, root, LEVELS - 1, 0, &WHOLE, &mut |_, step| {
        if !step.pte.is_leaf() {
            frames.push(step.pte.frame());
        }
    });
    frames
}

/// Every mapped page under `root` with its leaf, in the order of the addresses' low 39 bits: the
/// lower half of the address space first.
pub fn mappings(memory: &PhysMemory, root: PhysAddr) -> Vec<(VirtAddr, WalkStep)> {
    leaves(memory, root, &WHOLE)
}

/// The mapped pages of a range of the lower half, in order.
///
/// **Cost**: by the tables that the range touches, not by its size.
pub fn mappings_in(
    memory: &PhysMemory,
    root: PhysAddr,
    start: VirtAddr,
    end: VirtAddr,
) -> Vec<(VirtAddr, WalkStep)> {
    leaves(memory, root, &(start.0..end.0))
}

/// All low 39 bits that there are.
const WHOLE: Range<u64> = 0..1 << ADDRESS_BITS;

fn leaves(memory: &PhysMemory, root: PhysAddr, range: &Range<u64>) -> Vec<(VirtAddr, WalkStep)> {
    let mut leaves = Vec::new();
    visit(memory, root, LEVELS - 1, 0, range, &mut |address, step| {
        if step.pte.is_leaf() {
            leaves.push((address, step));
        }
    });
    leaves
}

/// Calls `see` with each valid entry of a table and of the tables below it that has to do with the
/// range, and the first virtual address that the entry is for.
fn visit(
    memory: &PhysMemory,
    table: PhysAddr,
    level: usize,
    start: u64,
    range: &Range<u64>,
    see: &mut impl FnMut(VirtAddr, WalkStep),
) {
    let span = PAGE_SIZE << (9 * level);
    let first_index = range.start.saturating_sub(start) / span;
    let index_end = range.end.saturating_sub(start).div_ceil(span).min(TABLE_ENTRIES);
    for index in first_index..index_end {
        let address = table.offset(index * 8);
        let pte = Pte(memory.read_u64(address).unwrap_or(0));
        if !pte.is_valid() {
            continue;
        }
        let first = start | (index * span);
        see(sign_extend(first), WalkStep { level, address, pte });
        if !pte.is_leaf() && level > 0 {
            visit(memory, pte.frame(), level - 1, first, range, see);
        }
    }
}

impl Machine {
    /// Makes an empty root table, for an address space beside the one that is in use. `None` when
    /// memory is used up.
    pub fn new_root(&mut self) -> Option<PhysAddr> {
        self.allocate_frame()
    }

    /// Writes `satp`: goes on with the address space of that root, and fences everything.
    pub fn set_root(&mut self, root: PhysAddr) {
        self.root = root;
        self.sfence(None);
    }

    /// Gives back the frames of a root that is not in use, and of the tables under it. What its
    /// pages are mapped to stays allocated.
    pub fn free_root(&mut self, root: PhysAddr) {
        for frame in table_frames(&self.memory, root) {
            self.free_frame(frame);
        }
    }
}
