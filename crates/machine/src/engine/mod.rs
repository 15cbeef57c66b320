//! The engine: executes decoded code at speed when nobody watches.
//!
//! Each [`Op`] has a handler that executes one instruction, or a fused sequence of them, and then
//! calls the handler of the op after it in tail position. Optimised builds turn that call into a
//! jump; since nothing promises it, a chain of such calls is bounded by [`CHAIN_LIMIT`] and
//! returns to the run loop. Handlers know only the frequent cases of the frequent instructions.
//! Everything else (a page that is not in the host cache, an instruction without a fast form, a
//! jump that is not linked yet) goes through [`exact`](slow::exact), which executes one
//! instruction by its handler in `crate::execute` and comes back.
//!
//! **Fuel.** An op knows its *run*: how many instructions there are from it to the end of its
//! straight line, itself included. Whoever jumps to an op pays its run at once; a branch that
//! leaves the line early takes back what it did not use. So at each op
//!
//! ```text
//!   retired = deadline - (fuel + run)
//! ```
//!
//! and counting costs nothing between jumps. When the fuel does not reach for a run, the run loop
//! executes what is left instruction by instruction: a stop is exact.
//!
//! **Safety.** This module and its children are the only ones with `unsafe` code, for three
//! reasons. An op pointer points into the ops of the page that `Machine::view` shows, which stay
//! where they are while handlers run: only the functions of `slow` change a page, and they go on
//! by the page's new view. From an op that ends no run there is one after it: every run ends in a
//! transfer or a link ([`CodePage::decode_run`]). Register numbers are below 32, since they come
//! from `riscv::Reg`.

#![allow(unsafe_code)]

#[macro_use]
mod sequence;

mod choose;
mod fused;
mod memory;
mod piece;
mod sequences;
mod slow;
mod step;
#[cfg(test)]
mod tests;

pub use choose::{Line, choose_sequences};
pub(crate) use fused::fuse;
pub(crate) use memory::HostCache;
use memory::Pages;
pub(crate) use piece::{Form, form};
pub(crate) use slow::Exit;

use crate::code::{CodePage, Decoded, PARCELS};
use crate::{Machine, PAGE_SIZE};
use riscv::Insn;

/// The most instructions between two returns to the run loop.
///
/// Where tail calls are not made into jumps (builds that are not optimised, WebAssembly), each
/// instruction of a chain holds a frame of the host's stack. Miri is slow, and is to see hot pages.
pub(crate) const CHAIN_LIMIT: u64 = if cfg!(miri) {
    1 << 6
} else if cfg!(debug_assertions) || cfg!(target_family = "wasm") {
    1 << 9
} else {
    1 << 13
};

/// Executes an op and what follows it.
pub(crate) type FastHandler = unsafe fn(&mut Machine, *const Op, i64, Pages);

/// An instruction, ready to be executed, or a link to where the code goes on.
#[repr(C)]
pub(crate) struct Op {
    handler: FastHandler,
    /// The immediate; of a jump or branch, where it goes: see [`Op::target`].
    imm: i32,
    /// The destination; of a jump without one, see [`Op::change`].
    rd: u8,
    rs1: u8,
    rs2: u8,
    /// How many instructions the straight line has from here on; 0 for a link, which pays itself.
    run: u8,
}

impl Op {
    const fn new(handler: FastHandler, imm: i32) -> Op {
        Op { handler, imm, rd: 0, rs1: 0, rs2: 0, run: 0 }
    }

    /// An instruction without a fast form.
    pub(crate) const fn exact() -> Op {
        Op::new(slow::exact, 0)
    }

    /// A link to the op `distance` ops further on.
    pub(crate) const fn glue(distance: i32) -> Op {
        Op::new(slow::glue, distance)
    }

    /// A link to the next page.
    pub(crate) const fn page_end() -> Op {
        Op::new(slow::page_end, 0)
    }

    /// A link to an instruction that reaches into the next page and is not decoded yet.
    pub(crate) const fn straddle() -> Op {
        Op::new(slow::page_end, 1)
    }

    /// Whether it is such a link.
    pub(crate) fn is_straddle(&self) -> bool {
        self.run == 0
            && self.imm == 1
            && self.handler as usize == slow::page_end as *const () as usize
    }

    /// An instruction that has a fast form, at an offset in its page.
    pub(crate) fn plain(insn: &Insn, offset: i32) -> Op {
        piece::operands(insn, offset)
    }

    pub(crate) fn set_run(&mut self, run: u8) {
        self.run = run;
    }

    /// The immediate of a jump that goes to an offset from its page's beginning:
    ///
    /// - the distance to its target in bytes, once it is linked;
    /// - 1 before that;
    /// - twice the offset, plus 1, when it leaves the page.
    const fn target(offset: i32) -> i32 {
        let is_in_page = offset >= 0 && offset < PAGE_SIZE as i32;
        if is_in_page { Op::UNLINKED } else { offset << 1 | 1 }
    }

    const UNLINKED: i32 = 1;

    /// Sets the distance of a jump, in ops.
    fn link(&mut self, distance: i32) {
        self.imm = distance * size_of::<Op>() as i32;
    }

    /// Sets what a jump without a destination register adds to the fuel: what is left of its run,
    /// less the run it goes to.
    fn set_change(&mut self, run: u8) {
        self.rd = (i16::from(self.run) - 1 - i16::from(run)) as u8;
    }

    fn change(&self) -> i64 {
        i64::from(self.rd as i8)
    }
}

/// A page of code as handlers see it.
#[derive(Clone, Copy)]
pub(crate) struct View {
    /// The page's virtual address; odd when there is none.
    pub(crate) base: u64,
    page: *const CodePage,
}

// SAFETY: the pointers lead into a page of the machine's own code cache, which moves with it.
unsafe impl Send for View {}
// SAFETY: through a shared machine nothing is reached by them.
unsafe impl Sync for View {}

impl View {
    /// No page.
    pub(crate) const NONE: View = View { base: 1, page: std::ptr::null() };

    /// The page; right until it changes.
    pub(crate) fn of(page: &CodePage) -> View {
        View { base: page.base, page }
    }

    /// The page, if there is one.
    fn page(&self) -> Option<&CodePage> {
        // SAFETY: whoever changes a page shows it anew, or not any more.
        unsafe { self.page.as_ref() }
    }

    /// The page's number in the code cache.
    pub(crate) fn id(&self) -> u32 {
        self.page().map_or(u32::MAX, |page| page.id)
    }

    /// The op of the instruction at an address, if it is in this page and decoded.
    #[inline(always)]
    fn op_at(&self, address: u64) -> Option<*const Op> {
        if address & !(PAGE_SIZE - 1) != self.base {
            return None;
        }
        // SAFETY: a view with an even base has a page, and its index counts only ops that are
        // there.
        unsafe {
            let page = &*self.page;
            let number = page.index[address as usize / 2 % PARCELS];
            (number != 0).then(|| page.ops.as_ptr().add(usize::from(number) - 1))
        }
    }

    /// Which op of the page a pointer points to.
    fn number_of(&self, op: *const Op) -> usize {
        let first = self.page().map_or(op, |page| page.ops.as_ptr());
        (op as usize - first as usize) / size_of::<Op>()
    }

    /// The instruction of an op of the page.
    fn decoded_of(&self, op: *const Op) -> Option<&Decoded> {
        self.page()?.decoded.get(self.number_of(op))
    }
}

/// Goes on with an op whose run has been paid.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
unsafe fn dispatch(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    // SAFETY: as above.
    unsafe { ((*op).handler)(machine, op, fuel, pages) }
}

/// Pays the run of an op that is jumped to, and goes on with it.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
unsafe fn arrive(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    // SAFETY: as above.
    unsafe { go_on(machine, op, fuel - i64::from((*op).run), pages) }
}

/// Goes on with an op that is jumped to; `left` is the fuel that is left when its run is paid.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
unsafe fn go_on(machine: &mut Machine, op: *const Op, left: i64, pages: Pages) {
    if left < 0 {
        // SAFETY: as above.
        return unsafe { slow::spent(machine, op, left, pages) };
    }
    // SAFETY: as above.
    unsafe { dispatch(machine, op, left, pages) }
}

impl Machine {
    /// Executes instructions from the one at `pc` on, until something is to be looked at: what,
    /// is said. The hart is exact then.
    ///
    /// `pc` is at a decoded instruction of the page shown. With less than `budget` instructions
    /// to go in its run, nothing is executed.
    pub(crate) fn run_chain(&mut self, budget: u64) -> Exit {
        let Some(op) = self.view.op_at(self.hart.pc.0) else { return Exit::Elsewhere };
        let budget = budget.min(CHAIN_LIMIT);
        self.deadline = self.hart.retired.wrapping_add(budget);
        self.exit = Exit::Elsewhere;
        // SAFETY: the view is of a page that nobody has changed since it was made.
        unsafe { arrive(self, op, budget as i64, self.host.pages()) };
        self.exit
    }
}
