//! Basic blocks of decoded instructions, and the cache that holds them.
//!
//! A block is straight-line code within one page and one region: it ends after a control
//! transfer, before the next region and at the page's end. An instruction that straddles two
//! pages is a block of its own. A block is right as long as its page is mapped to the same frame
//! (checked at each entry) and the frame's bytes have not changed (stores see to that).

use crate::execute::{Handler, handler};
use crate::{Annotator, PAGE_SIZE, PhysAddr, VirtAddr};
use riscv::{Format, Insn, Op, decode};
use rustc_hash::FxHashMap;

/// The most instructions in a block.
const BLOCK_LIMIT: usize = 128;

/// A decoded instruction at its address.
pub(crate) struct Decoded {
    pub(crate) handler: Handler,
    pub(crate) pc: u64,
    pub(crate) insn: Insn,
    pub(crate) note: u32,
}

impl Decoded {
    /// The address of the instruction after it.
    #[inline(always)]
    pub(crate) fn next_pc(&self) -> u64 {
        self.pc.wrapping_add(u64::from(self.insn.length))
    }
}

/// Straight-line code, decoded.
pub(crate) struct Block {
    pub(crate) code: Vec<Decoded>,
    /// The address of the first instruction; `None` in a slot whose block was dropped.
    start: Option<u64>,
    /// The address after the last instruction.
    pub(crate) end: u64,
    pub(crate) region: u32,
    /// The frames it was read from; the second only when an instruction straddles two pages.
    frame: PhysAddr,
    second: Option<PhysAddr>,
    /// The blocks that followed it last, by index; only a guess, since those may be dropped.
    followers: [u32; 2],
}

/// Where a block is fetched from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) pc: u64,
    pub(crate) frame: PhysAddr,
    pub(crate) second: Option<PhysAddr>,
}

/// No block: the follower of one that has none.
pub(crate) const NO_BLOCK: u32 = u32::MAX;

/// The blocks decoded so far.
#[derive(Default)]
pub(crate) struct BlockCache {
    blocks: Vec<Block>,
    by_pc: FxHashMap<u64, u32>,
    vacant: Vec<u32>,
}

impl Block {
    #[inline(always)]
    fn is_at(&self, place: &Place) -> bool {
        self.start == Some(place.pc) && self.frame == place.frame && self.second == place.second
    }
}

impl BlockCache {
    #[inline(always)]
    pub(crate) fn block(&self, id: u32) -> Option<&Block> {
        self.blocks.get(id as usize)
    }

    /// The block at that place, tried first among those that followed `previous` last time.
    #[inline(always)]
    pub(crate) fn find(&mut self, previous: u32, place: &Place) -> Option<u32> {
        if let Some(block) = self.block(previous) {
            for follower in block.followers {
                if self.block(follower).is_some_and(|next| next.is_at(place)) {
                    return Some(follower);
                }
            }
        }
        let id = *self.by_pc.get(&place.pc)?;
        if !self.block(id).is_some_and(|block| block.is_at(place)) {
            self.drop_block(id);
            return None;
        }
        self.follow(previous, id);
        Some(id)
    }

    /// Remembers that `id` came after `previous`.
    pub(crate) fn follow(&mut self, previous: u32, id: u32) {
        if let Some(block) = self.blocks.get_mut(previous as usize) {
            block.followers = [id, block.followers[0]];
        }
    }

    pub(crate) fn insert(&mut self, block: Block) -> u32 {
        let start = block.start;
        let id = match self.vacant.pop() {
            Some(id) => {
                self.blocks[id as usize] = block;
                id
            }
            None => {
                self.blocks.push(block);
                self.blocks.len() as u32 - 1
            }
        };
        if let Some(start) = start {
            self.by_pc.insert(start, id);
        }
        id
    }

    fn drop_block(&mut self, id: u32) {
        let block = &mut self.blocks[id as usize];
        if let Some(start) = block.start.take() {
            self.by_pc.remove(&start);
            block.code = Vec::new();
            self.vacant.push(id);
        }
    }

    /// Drops the blocks that were decoded from a frame.
    pub(crate) fn drop_frame(&mut self, frame: PhysAddr) {
        for id in 0..self.blocks.len() {
            let block = &self.blocks[id];
            if block.frame == frame || block.second == Some(frame) {
                self.drop_block(id as u32);
            }
        }
    }

    /// Drops every block; returns the frames that they were decoded from.
    pub(crate) fn clear(&mut self) -> Vec<PhysAddr> {
        let live = self.blocks.iter().filter(|block| block.start.is_some());
        let frames = live.flat_map(|block| [Some(block.frame), block.second]).flatten().collect();
        *self = BlockCache::default();
        frames
    }
}

/// Decodes the block at a place. `bytes` is its page, `beyond` the page after it when the first
/// instruction straddles. `None` when the first instruction is illegal.
pub(crate) fn decode_block(
    place: Place,
    bytes: &[u8],
    beyond: &[u8],
    annotator: &dyn Annotator,
) -> Option<Block> {
    let mut block = Block {
        code: Vec::new(),
        start: Some(place.pc),
        end: place.pc,
        region: annotator.region(VirtAddr(place.pc)),
        frame: place.frame,
        second: place.second,
        followers: [NO_BLOCK; 2],
    };
    let mut offset = (place.pc % PAGE_SIZE) as usize;
    while let Some(bits) = instruction_bits(bytes, beyond, offset) {
        let Some(insn) = decode(bits) else { break };
        let pc = block.end;
        if !block.code.is_empty() && begins_block(&insn, pc, block.region, annotator) {
            break;
        }
        let note = annotator.note(VirtAddr(pc));
        let decoded = Decoded { handler: handler(insn.op), pc, insn, note };
        block.end = decoded.next_pc();
        block.code.push(decoded);
        offset += usize::from(insn.length);
        if ends_block(&insn) || offset >= bytes.len() || block.code.len() >= BLOCK_LIMIT {
            break;
        }
    }
    (!block.code.is_empty()).then_some(block)
}

/// The instruction's bits at an offset in its page; none when it reaches into a page that is not
/// given.
pub(crate) fn instruction_bits(bytes: &[u8], beyond: &[u8], offset: usize) -> Option<u32> {
    let parcel = |at: usize| {
        let parcel =
            if at < bytes.len() { bytes.get(at..) } else { beyond.get(at - bytes.len()..) };
        parcel.and_then(|rest| rest.first_chunk()).map(|parcel| u16::from_le_bytes(*parcel))
    };
    let low = u32::from(parcel(offset)?);
    if low & 3 != 3 {
        return Some(low);
    }
    Some(low | u32::from(parcel(offset + 2)?) << 16)
}

/// CSR instructions begin a block, so that the hart's count is exact when they read it.
fn begins_block(insn: &Insn, pc: u64, region: u32, annotator: &dyn Annotator) -> bool {
    reads_csr(insn) || annotator.region(VirtAddr(pc)) != region
}

fn reads_csr(insn: &Insn) -> bool {
    matches!(insn.op.row().format, Format::Csr | Format::CsrImmediate)
}

fn ends_block(insn: &Insn) -> bool {
    matches!(insn.op.row().format, Format::B | Format::J | Format::System | Format::Fence)
        || insn.op == Op::Jalr
}
