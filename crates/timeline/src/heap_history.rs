//! A lens on the heap: which blocks were handed out and given back, when and where.

use crate::allocator_calls::HeapCall;
use checker::{Program, When};
use image::access::Event;
use machine::Machine;
use std::collections::BTreeMap;

/// A block that the allocator handed out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its first byte.
    pub start: u64,
    /// **Units**: bytes that were asked for.
    pub size: u64,
    /// When it was handed out; `pc` is the user's call.
    pub born: When,
    /// Where it was before `realloc` moved it here; not known of a program that carries rows.
    pub moved_from: Option<u64>,
    /// When its size was last changed in place.
    pub resized: Option<When>,
    /// When it was given back.
    pub died: Option<When>,
}

/// The blocks up to where the replay is: live ones, and freed ones whose bytes have not been handed out again.
#[derive(Clone, Debug)]
pub struct HeapHistory {
    program: Program,
    blocks: BTreeMap<u64, Block>,
}

impl HeapHistory {
    pub(crate) fn new(program: Program) -> HeapHistory {
        HeapHistory { program, blocks: BTreeMap::new() }
    }

    /// The blocks, by address.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.values()
    }

    /// The block that begins at an address.
    pub fn block(&self, start: u64) -> Option<&Block> {
        self.blocks.get(&start)
    }

    /// The block that an address is in.
    pub fn block_around(&self, address: u64) -> Option<&Block> {
        let (&start, block) = self.blocks.range(..=address).next_back()?;
        (address - start < block.size).then_some(block)
    }

    /// An instruction with rows has retired.
    pub(crate) fn retired(&mut self, machine: &Machine, note: u32, when: impl Fn() -> When) {
        let value = |reg| machine.hart.get(reg);
        for index in 0.. {
            let Some(row) = self.program.rows(note).get(index) else { break };
            match row.event {
                Event::Born { pointer, size } => self.born(value(pointer), value(size), when()),
                Event::Resized { pointer, size } => {
                    let (start, size) = (value(pointer), value(size));
                    match self.blocks.get(&start).copied() {
                        Some(old) => {
                            self.born(start, size, when());
                            let resized = Some(when());
                            self.blocks.insert(start, Block { size, resized, ..old });
                        }
                        None => self.born(start, size, when()),
                    }
                }
                Event::Died { pointer } => self.died(value(pointer), when()),
                _ => {}
            }
        }
    }

    /// A call of the allocator has returned, in a program that carries no rows.
    pub(crate) fn called(&mut self, call: HeapCall, when: When) {
        match call {
            HeapCall::Born { start, size } => self.born(start, size, when),
            HeapCall::Died { start } => self.died(start, when),
            HeapCall::Resized { from, to, size } if from == to => {
                let born = self.blocks.get(&from).map_or(when, |block| block.born);
                self.born(to, size, born);
                if let Some(block) = self.blocks.get_mut(&to) {
                    block.resized = Some(when);
                }
            }
            HeapCall::Resized { from, to, size } => {
                self.died(from, when);
                self.born(to, size, when);
                if let Some(block) = self.blocks.get_mut(&to) {
                    block.moved_from = Some(from);
                }
            }
        }
    }

    fn died(&mut self, start: u64, when: When) {
        if let Some(block) = self.blocks.get_mut(&start) {
            block.died = Some(when);
        }
    }

    fn born(&mut self, start: u64, size: u64, born: When) {
        let end = start.saturating_add(size.max(1));
        let before = self
            .blocks
            .range(..start)
            .next_back()
            .filter(|(_, block)| start - block.start < block.size);
        let covered: Vec<u64> = before
            .into_iter()
            .chain(self.blocks.range(start..end))
            .map(|(&start, _)| start)
            .collect();
        for covered in covered {
            self.blocks.remove(&covered);
        }
        self.blocks.insert(
            start,
            Block { start, size, born, moved_from: None, resized: None, died: None },
        );
    }
}
