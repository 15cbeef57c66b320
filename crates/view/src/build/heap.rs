//! The heap: its blocks with their headers, typed by the pointers that lead to them.
//!
//! A chunk is a header of 16 bytes and the user's bytes; the header's first word is the chunk's
//! size, its lowest bit says whether it is in use. **Shape**: `libc/src/stdlib/malloc.c` draws it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use machine::PAGE_SIZE;
use process::MappingKind;
use timeline::Block;

use super::typed::{Memory, PointerFound, Scribe, plain_row};
use super::viewer::Look;
use crate::{ChunkState, ChunkView, HeapView, RowRole, RowView, Value};

/// **Units**: bytes.
pub(crate) const HEADER_SIZE: u64 = 16;
const CHUNK_SIZE_MIN: u64 = 32;
/// How many chunks are shown.
const CHUNKS_MAX: usize = 64;

impl<'a> Look<'a> {
    /// The heap as it is here, given the pointers in the stack and in static objects.
    pub(crate) fn heap(&'a self, pointers: Vec<PointerFound<'a>>) -> HeapView {
        let all: Vec<Block> = self.replay.heap_history().blocks().copied().collect();
        let users: Vec<Block> = all.iter().copied().filter(|block| block.born.pc != 0).collect();
        let shown = &users[users.len().saturating_sub(CHUNKS_MAX)..];
        let mut contents = self.contents(shown, pointers);
        let reached = self.reached(&all);
        let chunks: Vec<ChunkView> = shown
            .iter()
            .map(|block| {
                let content = contents.remove(&block.start);
                self.chunk(block, content, reached.contains(&block.start))
            })
            .collect();
        let range = self.process().heap();
        let hidden_chunks = (users.len() - chunks.len()) as u64;
        HeapView { start: range.start.0, end: range.end.0, chunks, hidden_chunks }
    }

    fn chunk(&self, block: &Block, content: Option<RowView>, is_reached: bool) -> ChunkView {
        let mut content =
            content.unwrap_or_else(|| plain_row(self, block.start, block.size, RowRole::Allocated));
        match block.died {
            Some(died) => self.age(&mut content, died.moment),
            None => self.finish(&mut content),
        }
        let header = block.start.wrapping_sub(HEADER_SIZE);
        let needed = block.size.saturating_add(HEADER_SIZE).next_multiple_of(HEADER_SIZE);
        let in_header = self.size_word(header).map(|word| word & !7);
        let chunk_size = in_header
            .filter(|&size| block.died.is_none() && size >= needed && size.is_multiple_of(16))
            .unwrap_or(needed.max(CHUNK_SIZE_MIN));
        let step = |step: u64| Some(step).filter(|&step| step > 0);
        let moments = [Some(block.born), block.resized, block.died];
        let is_changed = moments.into_iter().flatten().any(|when| self.is_new(when.moment));
        ChunkView {
            header,
            address: block.start,
            size: block.size,
            chunk_size,
            state: match block.died {
                Some(_) => ChunkState::Freed,
                // Registers hold pointers too: without rows nobody knows which words are pointers.
                None if is_reached || self.viewer.program.is_outlined() => ChunkState::InUse,
                None => ChunkState::Leaked,
            },
            allocated: self.viewer.call(block.born.pc),
            allocated_step: step(block.born.step),
            freed: block.died.and_then(|died| self.viewer.call(died.pc)),
            freed_step: block.died.and_then(|died| step(died.step)),
            content,
            is_changed: is_changed || self.was_written(block.start, block.size),
        }
    }

    /// The word of a header that has the chunk's size. **Rule**: in glibc, "malloc/malloc.c", the
    /// one before the block; its lowest three bits are flags.
    fn size_word(&self, header: u64) -> Option<u64> {
        let is_foreign = self.viewer.program.is_outlined();
        self.peek_u64(header.wrapping_add(if is_foreign { 8 } else { 0 }))
    }

    /// What is in blocks, typed by pointers to their starts: first those given, then those found in
    /// blocks.
    fn contents(
        &'a self,
        blocks: &[Block],
        pointers: Vec<PointerFound<'a>>,
    ) -> BTreeMap<u64, RowView> {
        let sizes: BTreeMap<u64, u64> =
            blocks.iter().map(|block| (block.start, block.size)).collect();
        let mut typed = BTreeMap::new();
        // A pointer to bytes says least of what is there: Rust's `Vec` has one.
        let (mut bytes, mut queue): (VecDeque<_>, VecDeque<_>) =
            pointers.into_iter().partition(is_of_bytes);
        while let Some(found) = queue.pop_front().or_else(|| bytes.pop_front()) {
            let Some(&size) = sizes.get(&found.target) else { continue };
            if typed.contains_key(&found.target) {
                continue;
            }
            let mut scribe = Scribe::new(self);
            let (unit, pointee) = (found.unit, found.pointee);
            if let Some(row) = scribe.block(unit, pointee, found.target, size, &found.path) {
                typed.insert(found.target, row);
                let (new_bytes, new): (Vec<_>, Vec<_>) =
                    scribe.pointers.into_iter().partition(is_of_bytes);
                bytes.extend(new_bytes);
                queue.extend(new);
            }
        }
        typed
    }

    /// The starts of the blocks that some word in use refers to: in static objects, in the active
    /// part of the stack, in blocks that are themselves reached.
    fn reached(&self, blocks: &[Block]) -> BTreeSet<u64> {
        let live: BTreeMap<u64, u64> = blocks
            .iter()
            .filter(|block| block.died.is_none())
            .map(|block| (block.start, block.size))
            .collect();
        let mut reached = BTreeSet::new();
        let mut new = Vec::new();
        if live.is_empty() || self.is_brief {
            return reached;
        }
        let stack_pointer = self.process().machine().hart.get(riscv::Reg::SP);
        for mapping in self.process().mappings() {
            let start = match mapping.kind {
                MappingKind::Data | MappingKind::Bss | MappingKind::Anonymous => mapping.start.0,
                MappingKind::Stack => stack_pointer.max(mapping.start.0),
                _ => continue,
            };
            self.refer(start, mapping.end.0, &live, &mut new);
        }
        while let Some(start) = new.pop() {
            if reached.insert(start) {
                let size = live.get(&start).copied().unwrap_or(0);
                self.refer(start, start.saturating_add(size), &live, &mut new);
            }
        }
        reached
    }

    /// Adds the blocks that the aligned words of a range refer to, their ends included.
    fn refer(&self, start: u64, end: u64, live: &BTreeMap<u64, u64>, found: &mut Vec<u64>) {
        let mut at = start.next_multiple_of(8);
        while at < end {
            let stop = ((at | (PAGE_SIZE - 1)) + 1).min(end);
            let mut bytes = vec![0; (stop - at) as usize / 8 * 8];
            if self.process().machine().peek(machine::VirtAddr(at), &mut bytes).is_ok() {
                for (index, word) in bytes.chunks_exact(8).enumerate() {
                    let word = super::typed::unsigned(word);
                    let around = live.range(..=word).next_back();
                    let hit = around.filter(|&(&start, &size)| word - start <= size);
                    if let Some((&block, _)) = hit {
                        let mut bits = [0; 8];
                        self.indeterminate(at + 8 * index as u64, &mut bits);
                        if bits == [0; 8] {
                            found.push(block);
                        }
                    }
                }
            }
            at = stop;
        }
    }
}

/// Whether a pointer leads to single bytes.
fn is_of_bytes(found: &PointerFound<'_>) -> bool {
    found.unit.size_of(found.pointee) == Some(1)
}

/// Whether a row's value says nothing by itself.
pub(crate) fn is_untyped(row: &RowView) -> bool {
    matches!(row.value, Value::Bytes(_))
}
