//! Running: from block to block until a trap, a moment or the observer says stop.

use crate::block::{Block, BlockCache, NO_BLOCK, Place, decode_block, instruction_bits};
use crate::execute::Next;
use crate::{Access, Cause, Fault, Machine, Moment, Observer, PAGE_SIZE, PhysAddr, Trap, VirtAddr};
use std::mem;

/// Why a run stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// An instruction trapped; `pc` is at it, and nothing has changed.
    Trap(Trap),
    /// The moment was reached.
    Limit,
    /// The observer broke off; `pc` is at the instruction that was not executed.
    Observer,
}

/// How the execution of a block ended.
enum End {
    /// The hart is at the next block.
    Done,
    /// A store hit decoded code.
    Stale,
    Trap,
    Observer,
}

/// The page that the hart fetches from: translated once, then known.
struct FetchPage {
    page_number: u64,
    frame: PhysAddr,
}

impl Machine {
    /// Executes instructions until one traps, `until` instructions have retired since the
    /// beginning, or the observer breaks off.
    ///
    /// Exact to the instruction: a run to `a` and then to `b` is the same as one to `b`.
    pub fn run<O: Observer>(&mut self, observer: &mut O, until: Moment) -> Stop {
        // Outside the machine while it runs, so that a block can be read as the machine changes.
        let mut blocks = mem::take(&mut self.blocks);
        self.fetching = [None; 2];
        let stop = self.run_blocks(&mut blocks, observer, until);
        self.blocks = blocks;
        stop
    }

    fn run_blocks<O: Observer>(
        &mut self,
        blocks: &mut BlockCache,
        observer: &mut O,
        until: Moment,
    ) -> Stop {
        let mut fetch = FetchPage { page_number: u64::MAX, frame: PhysAddr(0) };
        let mut previous = NO_BLOCK;
        while self.hart.retired < until {
            let id = match self.enter(blocks, &mut fetch, previous) {
                Ok(id) => id,
                Err(trap) => return Stop::Trap(trap),
            };
            let Some(block) = blocks.block(id) else { continue };
            let before = self.hart.retired;
            let budget = until - before;
            let end = if O::ACTIVE {
                self.run_observed(block, budget, observer)
            } else {
                self.run_plain(block, budget)
            };
            if self.hart.retired != before {
                self.commit_fetch();
            }
            previous = id;
            match end {
                End::Done => {}
                End::Stale => self.drop_stale(blocks),
                End::Observer => return Stop::Observer,
                End::Trap => {
                    if let Some(trap) = self.pending.take() {
                        return Stop::Trap(trap);
                    }
                }
            }
        }
        Stop::Limit
    }

    /// Executes at most `budget` instructions of a block, which nobody watches.
    fn run_plain(&mut self, block: &Block, budget: u64) -> End {
        let count = usize::try_from(budget).unwrap_or(usize::MAX).min(block.code.len());
        for (index, at) in block.code[..count].iter().enumerate() {
            match (at.handler)(self, at) {
                Next::Continue => {}
                Next::Jump => {
                    self.hart.retired += index as u64 + 1;
                    return End::Done;
                }
                Next::Leave => {
                    self.hart.retired += index as u64 + 1;
                    self.hart.pc = VirtAddr(at.next_pc());
                    return End::Stale;
                }
                Next::Trap => {
                    self.hart.retired += index as u64;
                    self.hart.pc = VirtAddr(at.pc);
                    return End::Trap;
                }
            }
        }
        self.hart.retired += count as u64;
        self.hart.pc = VirtAddr(block.code.get(count).map_or(block.end, |at| at.pc));
        End::Done
    }

    /// The same, with the hart exact around every instruction and an observer told of each.
    fn run_observed<O: Observer>(&mut self, block: &Block, budget: u64, observer: &mut O) -> End {
        if observer.enter_block(self, self.hart.pc, block.region).is_break() {
            return End::Observer;
        }
        let count = usize::try_from(budget).unwrap_or(usize::MAX).min(block.code.len());
        for (index, at) in block.code[..count].iter().enumerate() {
            let pc = VirtAddr(at.pc);
            if observer.before(self, pc, &at.insn, at.note).is_break() {
                return End::Observer;
            }
            let next = (at.handler)(self, at);
            match next {
                Next::Trap => return End::Trap,
                Next::Jump => {}
                Next::Continue | Next::Leave => self.hart.pc = VirtAddr(at.next_pc()),
            }
            if index == 0 {
                self.commit_fetch();
            }
            self.hart.retired += 1;
            observer.retired(self, pc, &at.insn, at.note);
            match next {
                Next::Leave => return End::Stale,
                Next::Jump => return End::Done,
                Next::Continue | Next::Trap => {}
            }
        }
        End::Done
    }

    fn drop_stale(&mut self, blocks: &mut BlockCache) {
        for frame in mem::take(&mut self.stale_frames) {
            self.memory.mark_code(frame, false);
            blocks.drop_frame(frame);
        }
    }

    /// The block at the hart's `pc`, decoded if need be.
    #[inline(always)]
    fn enter(
        &mut self,
        blocks: &mut BlockCache,
        fetch: &mut FetchPage,
        previous: u32,
    ) -> Result<u32, Trap> {
        let pc = self.hart.pc;
        if pc.page_number() != fetch.page_number || pc.0 & 1 != 0 {
            self.enter_page(fetch)?;
        }
        let mut place = Place { pc: pc.0, frame: fetch.frame, second: None };
        if pc.page_offset() == PAGE_SIZE - 2 {
            place.second = self.second_frame(&place)?;
        }
        match blocks.find(previous, &place) {
            Some(id) => Ok(id),
            None => self.decode_at(blocks, place, previous),
        }
    }

    fn enter_page(&mut self, fetch: &mut FetchPage) -> Result<(), Trap> {
        let pc = self.hart.pc;
        if pc.0 & 1 != 0 {
            let cause = Cause::InstructionAddressMisaligned;
            return Err(Trap { cause, pc, value: pc.0 });
        }
        let frame = self.resolve_fetch(0, pc)?;
        *fetch = FetchPage { page_number: pc.page_number(), frame };
        Ok(())
    }

    /// Translates for the fetch of the instruction at `pc`: the page of its first parcel (index
    /// 0) or of its second. The effects wait for [`Machine::commit_fetch`].
    fn resolve_fetch(&mut self, index: usize, address: VirtAddr) -> Result<PhysAddr, Trap> {
        let pc = self.hart.pc;
        let translation = self
            .resolve(address, Access::Fetch)
            .map_err(|Fault { cause, address }| Trap { cause, pc, value: address.0 })?;
        self.fetching[index] = Some(translation);
        Ok(translation.physical.page())
    }

    /// The instruction has retired, and so has its fetch: marks and fills what it went through.
    #[inline(always)]
    fn commit_fetch(&mut self) {
        for index in 0..self.fetching.len() {
            if let Some(translation) = self.fetching[index].take() {
                self.commit(translation);
            }
        }
    }

    /// The frame of the second half of an instruction that begins in a page's last two bytes;
    /// none when it is a compressed one, which ends there.
    fn second_frame(&mut self, place: &Place) -> Result<Option<PhysAddr>, Trap> {
        let bytes = self.memory.frame(place.frame).map_or(&[][..], |frame| &frame[..]);
        if instruction_bits(bytes, &[], (PAGE_SIZE - 2) as usize).is_some() {
            return Ok(None);
        }
        self.resolve_fetch(1, VirtAddr(place.pc).offset(2)).map(Some)
    }

    #[cold]
    fn decode_at(
        &mut self,
        blocks: &mut BlockCache,
        place: Place,
        previous: u32,
    ) -> Result<u32, Trap> {
        let page = |frame| self.memory.frame(frame).map_or(&[][..], |frame| &frame[..]);
        let (bytes, beyond) = (page(place.frame), place.second.map_or(&[][..], page));
        let annotator = self.annotator.as_ref();
        let decoded = match annotator {
            Some(annotator) => decode_block(place, bytes, beyond, &**annotator),
            None => decode_block(place, bytes, beyond, &()),
        };
        let Some(block) = decoded else {
            let offset = (place.pc % PAGE_SIZE) as usize;
            let bits = instruction_bits(bytes, beyond, offset).unwrap_or(0);
            let cause = Cause::IllegalInstruction;
            return Err(Trap { cause, pc: VirtAddr(place.pc), value: u64::from(bits) });
        };
        for frame in [Some(place.frame), place.second].into_iter().flatten() {
            self.memory.mark_code(frame, true);
        }
        self.host.clear_writes();
        let id = blocks.insert(block);
        blocks.follow(previous, id);
        Ok(id)
    }
}
