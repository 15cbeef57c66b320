//! What handlers leave to others: exact execution, links and jumps to other pages, and the end of
//! a chain.

use super::piece::has_destination;
use super::{Op, Pages, arrive, dispatch};
use crate::code::CodeCache;
use crate::execute::Next;
use crate::{Machine, PAGE_SIZE};

/// Why a chain came back to the run loop. The hart is exact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// The code at `pc` is not decoded, or in a page that is not at hand.
    Elsewhere,
    /// The fuel does not reach for the run at `pc`.
    Spent,
    /// A store hit decoded code.
    Stale,
    /// The instruction at `pc` trapped; the trap is pending.
    Trap,
}

impl Machine {
    fn leave(&mut self, exit: Exit, pc: u64, fuel: i64) {
        self.exit = exit;
        self.hart.pc.0 = pc;
        self.hart.retired = self.deadline.wrapping_sub(fuel as u64);
    }
}

/// Executes one instruction by its exact handler, and goes on.
///
/// # Safety
/// As for every [`FastHandler`](super::FastHandler): `op` is in the page that the machine's view
/// shows.
#[cold]
#[inline(never)]
pub(super) unsafe fn exact(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    let view = machine.view;
    let Some(decoded) = view.decoded_of(op) else {
        return machine.leave(Exit::Elsewhere, machine.hart.pc.0, fuel);
    };
    // SAFETY: `op` is in the page.
    let unused = fuel + i64::from(unsafe { (*op).run });
    machine.leave(Exit::Elsewhere, decoded.pc, unused);
    match (decoded.handler)(machine, decoded) {
        // SAFETY: exact handlers change no page; it is no transfer, so there is an op after it.
        Next::Continue => unsafe { dispatch(machine, op.add(1), fuel, pages) },
        // SAFETY: as above.
        Next::Jump => unsafe { go(machine, machine.hart.pc.0, unused - 1, pages) },
        Next::Leave => machine.leave(Exit::Stale, decoded.next_pc(), unused - 1),
        Next::Trap => machine.exit = Exit::Trap,
    }
}

/// Goes to an address that may be in another page.
///
/// # Safety
/// None beyond the machine's view being right.
#[inline(never)]
pub(super) unsafe fn go(machine: &mut Machine, pc: u64, fuel: i64, pages: Pages) {
    let mut view = machine.view;
    if view.base != pc & !(PAGE_SIZE - 1) {
        view = machine.code.recent[CodeCache::slot(pc)];
    }
    let Some(op) = view.op_at(pc) else {
        return machine.leave(Exit::Elsewhere, pc, fuel);
    };
    machine.view = view;
    // SAFETY: the op is in the page shown.
    unsafe { arrive(machine, op, fuel, pages) }
}

/// Takes a jump that leaves the page, or that is not linked.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(never)]
pub(super) unsafe fn leap(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    // SAFETY: as above.
    unsafe {
        let (unused, imm) = (fuel + i64::from((*op).run) - 1, (*op).imm);
        if imm == Op::UNLINKED {
            return link(machine, op, fuel, pages);
        }
        let target = machine.view.base.wrapping_add((imm >> 1) as u64);
        go(machine, target, unused, pages)
    }
}

/// Takes a jump within the page, and links it if its target is decoded.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[cold]
#[inline(never)]
unsafe fn link(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    let view = machine.view;
    let Some(decoded) = view.decoded_of(op) else {
        return machine.leave(Exit::Elsewhere, machine.hart.pc.0, fuel);
    };
    let target = decoded.pc.wrapping_add(decoded.insn.imm as u64);
    // SAFETY: the ops are in the page.
    let unused = unsafe { fuel + i64::from((*op).run) - 1 };
    if let Some(to) = view.op_at(target) {
        let number = view.number_of(op);
        let distance = view.number_of(to) as i32 - number as i32;
        let has_destination = has_destination(&decoded.insn);
        // SAFETY: as above.
        let run = unsafe { (*to).run };
        let id = view.id();
        if let Some(op) = machine.code.page_mut(id).map(|page| &mut page.ops[number]) {
            op.link(distance);
            if !has_destination {
                op.set_change(run);
            }
        }
        machine.view = machine.code.show(id);
    }
    // SAFETY: the view is right again.
    unsafe { go(machine, target, unused, pages) }
}

/// Goes on where a link says.
///
/// # Safety
/// `op` is in the page that the machine's view shows, and so is the op it leads to.
pub(super) unsafe fn glue(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    // SAFETY: as above.
    unsafe { arrive(machine, op.offset((*op).imm as isize), fuel, pages) }
}

/// Goes on in the next page.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
pub(super) unsafe fn page_end(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
    let pc = machine.view.decoded_of(op).map_or(machine.hart.pc.0, |decoded| decoded.pc);
    // SAFETY: nothing has changed.
    unsafe { go(machine, pc, fuel, pages) }
}

/// Ends a chain whose fuel does not reach for the run at `op`, which has been paid.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[cold]
#[inline(never)]
pub(super) unsafe fn spent(machine: &mut Machine, op: *const Op, fuel: i64, _: Pages) {
    // SAFETY: as above.
    let unused = fuel + i64::from(unsafe { (*op).run });
    let pc = machine.view.decoded_of(op).map_or(machine.hart.pc.0, |decoded| decoded.pc);
    machine.leave(Exit::Spent, pc, unused);
}
