//! Running: until a trap, a moment or the observer says stop.
//!
//! A run that nobody watches goes in chains of the engine, and instruction by instruction only
//! where those do not reach; a run that is watched goes instruction by instruction.

use crate::access::Translation;
use crate::code::{Decoded, PARCELS, Text, is_transfer};
use crate::engine::{CHAIN_LIMIT, Exit};
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

/// Where the hart is, found by [`Machine::enter`].
pub(crate) struct Place {
    /// The page and the instruction's number in it.
    page: u32,
    number: usize,
    /// The translations by which it is fetched and which have left no mark yet; they do when the
    /// instruction retires.
    unmarked: [Option<Translation>; 2],
}

impl Place {
    fn is_marked(&self) -> bool {
        self.unmarked.iter().all(Option::is_none)
    }

    /// The place after it, on the same page.
    fn next(&self) -> Place {
        Place { page: self.page, number: self.number + 1, unmarked: [None; 2] }
    }
}

impl Machine {
    /// Executes instructions until one traps, `until` instructions have retired since the
    /// beginning, or the observer breaks off.
    ///
    /// Exact to the instruction: a run to `a` and then to `b` is the same as one to `b`.
    pub fn run<O: Observer>(&mut self, observer: &mut O, until: Moment) -> Stop {
        self.check_memory_place();
        let stop =
            if O::ACTIVE { self.run_watched(observer, until) } else { self.run_plain(until) };
        self.drop_stale();
        stop
    }

    fn run_plain(&mut self, until: Moment) -> Stop {
        while self.hart.retired < until {
            let place = match self.enter() {
                Ok(place) => place,
                Err(trap) => return Stop::Trap(trap),
            };
            let before = self.hart.retired;
            let budget = until - before;
            if place.is_marked() {
                match self.run_chain(budget) {
                    Exit::Trap => return Stop::Trap(self.take_trap()),
                    Exit::Stale => self.drop_stale(),
                    Exit::Spent if budget > CHAIN_LIMIT => self.code.heat(self.view.id()),
                    Exit::Spent | Exit::Elsewhere => {}
                }
                if self.hart.retired != before {
                    continue;
                }
            }
            if let Some(trap) = self.step(place, until) {
                return Stop::Trap(trap);
            }
        }
        Stop::Limit
    }

    /// Executes straight-line code from a place on, instruction by instruction; the trap that ends
    /// it, if one does.
    fn step(&mut self, mut place: Place, until: Moment) -> Option<Trap> {
        loop {
            let Some(decoded) = self.decoded_at(&place) else { return Some(self.take_trap()) };
            if decoded.insn.length == 0 {
                return None;
            }
            let next = (decoded.handler)(self, &decoded);
            match next {
                Next::Trap => return Some(self.take_trap()),
                Next::Jump => {}
                Next::Continue | Next::Leave => self.hart.pc = VirtAddr(decoded.next_pc()),
            }
            self.mark(&place);
            self.hart.retired += 1;
            if next != Next::Continue || self.hart.retired >= until {
                self.drop_stale();
                return None;
            }
            place = place.next();
        }
    }

    /// The same as [`Machine::run_plain`], with an observer told of each instruction.
    fn run_watched<O: Observer>(&mut self, observer: &mut O, until: Moment) -> Stop {
        while self.hart.retired < until {
            let place = match self.enter() {
                Ok(place) => place,
                Err(trap) => return Stop::Trap(trap),
            };
            if let Some(stop) = self.run_line(observer, until, place) {
                return stop;
            }
        }
        Stop::Limit
    }

    /// Executes straight-line code of one page and one region from a place on, watched.
    fn run_line<O: Observer>(
        &mut self,
        observer: &mut O,
        until: Moment,
        mut place: Place,
    ) -> Option<Stop> {
        let region = self.decoded_at(&place)?.region;
        if observer.enter_block(self, self.hart.pc, region).is_break() {
            return Some(Stop::Observer);
        }
        while self.hart.retired < until {
            let decoded = self.decoded_at(&place)?;
            if decoded.insn.length == 0 || decoded.region != region {
                return None;
            }
            let pc = VirtAddr(decoded.pc);
            if observer.before(self, pc, &decoded.insn, decoded.note).is_break() {
                return Some(Stop::Observer);
            }
            let next = (decoded.handler)(self, &decoded);
            match next {
                Next::Trap => return Some(Stop::Trap(self.take_trap())),
                Next::Jump => {}
                Next::Continue | Next::Leave => self.hart.pc = VirtAddr(decoded.next_pc()),
            }
            self.mark(&place);
            self.hart.retired += 1;
            observer.retired(self, pc, &decoded.insn, decoded.note);
            if next == Next::Leave {
                self.drop_stale();
                return None;
            }
            if is_transfer(&decoded.insn) {
                return None;
            }
            place = place.next();
        }
        None
    }

    fn decoded_at(&self, place: &Place) -> Option<Decoded> {
        self.code.page(place.page)?.decoded.get(place.number).copied()
    }

    /// The trap that an exact handler has left.
    fn take_trap(&mut self) -> Trap {
        let pc = self.hart.pc;
        self.pending.take().unwrap_or(Trap { cause: Cause::IllegalInstruction, pc, value: 0 })
    }

    /// The instruction at a place has retired, and so have its fetches.
    #[inline(always)]
    fn mark(&mut self, place: &Place) {
        for translation in place.unmarked.into_iter().flatten() {
            self.commit(translation);
        }
    }

    fn drop_stale(&mut self) {
        for frame in mem::take(&mut self.stale_frames) {
            self.memory.mark_code(frame, false);
            self.code.drop_frame(frame);
            self.view = crate::engine::View::NONE;
        }
    }

    /// Finds the instruction at the hart's `pc`, decoding it if need be, and shows its page to
    /// the engine.
    pub(crate) fn enter(&mut self) -> Result<Place, Trap> {
        let pc = self.hart.pc.0;
        let offset = pc % PAGE_SIZE;
        if let Some(place) = self.known_place(pc) {
            return Ok(place);
        }
        if pc & 1 != 0 {
            let cause = Cause::InstructionAddressMisaligned;
            return Err(Trap { cause, pc: self.hart.pc, value: pc });
        }
        let first = self.resolve_fetch(VirtAddr(pc))?;
        let mut unmarked = [self.is_marked(&first), None];
        let frame = first.physical.page();
        let page = self.code.find(pc - offset, frame);
        let mut number = self.code.page(page).and_then(|page| page.op_at(offset));
        if self.is_straddling(frame, offset) {
            let second = self.resolve_fetch(VirtAddr(pc).offset(2))?;
            unmarked[1] = self.is_marked(&second);
            if number.is_none() {
                self.decode(page, offset, frame, Some(second.physical.page()));
            }
        } else if number.is_none() {
            self.decode(page, offset, frame, None);
        }
        number = number.or_else(|| self.code.page(page).and_then(|page| page.op_at(offset)));
        let place = Place { page, number: number.unwrap_or_default(), unmarked };
        // A page is shown to the engine only when going there leaves no mark any more.
        self.view = crate::engine::View::NONE;
        if place.is_marked() && unmarked[1].is_none() {
            self.view = self.code.show(page);
        }
        Ok(place)
    }

    /// The place of an address whose page is at hand.
    #[inline(always)]
    fn known_place(&mut self, pc: u64) -> Option<Place> {
        let view = self.code.recent[crate::code::CodeCache::slot(pc)];
        if view.base != pc & !(PAGE_SIZE - 1) || pc & 1 != 0 {
            return None;
        }
        let page = view.id();
        let number = self.code.page(page)?.op_at(pc % PAGE_SIZE)?;
        self.view = view;
        Some(Place { page, number, unmarked: [None; 2] })
    }

    fn resolve_fetch(&mut self, address: VirtAddr) -> Result<Translation, Trap> {
        let pc = self.hart.pc;
        self.resolve(address, Access::Fetch).map_err(|Fault { cause, address }| Trap {
            cause,
            pc,
            value: address.0,
        })
    }

    /// The translation, if it has a mark to leave.
    fn is_marked(&self, translation: &Translation) -> Option<Translation> {
        translation.leaves_mark().then_some(*translation)
    }

    /// Whether an instruction at that offset of a frame reaches into the next page.
    fn is_straddling(&self, frame: PhysAddr, offset: u64) -> bool {
        const LAST: usize = 2 * (PARCELS - 1);
        let is_long = |frame: &[u8; PAGE_SIZE as usize]| frame[LAST] & 3 == 3;
        offset == LAST as u64 && self.memory.frame(frame).is_some_and(is_long)
    }

    #[cold]
    fn decode(&mut self, page: u32, offset: u64, frame: PhysAddr, second: Option<PhysAddr>) {
        let bytes = |frame| self.memory.frame(frame).map_or(&[][..], |frame| &frame[..]);
        let text = Text {
            bytes: bytes(frame),
            beyond: second.map_or(&[][..], bytes),
            annotator: match &self.annotator {
                Some(annotator) => &**annotator,
                None => &(),
            },
        };
        match second {
            Some(second) => self.code.decode_straddling(page, second, &text),
            None => self.code.decode(page, offset, &text),
        }
        for frame in [Some(frame), second].into_iter().flatten() {
            if !self.memory.is_code(frame) {
                self.memory.mark_code(frame, true);
                self.host.clear_writes();
            }
        }
    }
}
