//! What handlers leave to others: exact execution, links and jumps to other pages, and the end of
//! a chain.

use super::{Op, arrive, dispatch};
use crate::Machine;
use crate::code::{CodeCache, Decoded};
use crate::execute::Next;

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
    /// The instruction of an op in the page shown.
    fn decoded_of(&self, op: *const Op) -> Option<Decoded> {
        let page = self.code.page(self.view.page)?;
        page.decoded.get(self.view.number_of(op)).copied()
    }

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
pub(super) unsafe fn exact(machine: &mut Machine, op: *const Op, fuel: i64) {
    let Some(decoded) = machine.decoded_of(op) else {
        return machine.leave(Exit::Elsewhere, machine.hart.pc.0, fuel);
    };
    // SAFETY: `op` is in the page.
    let unused = fuel + i64::from(unsafe { (*op).run });
    machine.leave(Exit::Elsewhere, decoded.pc, unused);
    match (decoded.handler)(machine, &decoded) {
        // SAFETY: exact handlers change no page; it is no transfer, so there is an op after it.
        Next::Continue => unsafe { dispatch(machine, op.add(1), fuel) },
        // SAFETY: as above.
        Next::Jump => unsafe { go(machine, machine.hart.pc.0, unused - 1) },
        Next::Leave => machine.leave(Exit::Stale, decoded.next_pc(), unused - 1),
        Next::Trap => machine.exit = Exit::Trap,
    }
}

/// Goes to an address that may be in another page.
///
/// # Safety
/// None beyond the machine's view being right.
#[inline(never)]
pub(super) unsafe fn go(machine: &mut Machine, pc: u64, fuel: i64) {
    if let Some(op) = machine.view.op_at(pc) {
        // SAFETY: the op is in the page shown.
        return unsafe { arrive(machine, op, fuel) };
    }
    let view = machine.code.recent[CodeCache::slot(pc)];
    if let Some(op) = view.op_at(pc) {
        machine.view = view;
        // SAFETY: the op is in the page shown.
        return unsafe { arrive(machine, op, fuel) };
    }
    machine.leave(Exit::Elsewhere, pc, fuel);
}

/// Takes a jump that leaves the page, or that is not linked: links it if its target is decoded.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(never)]
pub(super) unsafe fn link(machine: &mut Machine, op: *const Op, fuel: i64) {
    // SAFETY: `op` is in the page.
    let (unused, imm) = unsafe { (fuel + i64::from((*op).run) - 1, (*op).imm) };
    if imm != Op::UNLINKED {
        let target = machine.view.base.wrapping_add((imm >> 1) as u64);
        // SAFETY: nothing has changed.
        return unsafe { go(machine, target, unused) };
    }
    let Some(decoded) = machine.decoded_of(op) else {
        return machine.leave(Exit::Elsewhere, machine.hart.pc.0, fuel);
    };
    let target = decoded.pc.wrapping_add(decoded.insn.imm as u64);
    if let Some(to) = machine.view.op_at(target) {
        let (number, view) = (machine.view.number_of(op), machine.view);
        let distance = view.number_of(to) as i32 - number as i32;
        if let Some(page) = machine.code.page_mut(view.page) {
            page.ops[number].link(distance);
        }
        machine.view = machine.code.show(view.page);
    }
    // SAFETY: the view is right again.
    unsafe { go(machine, target, unused) }
}

/// Goes on where a link says.
///
/// # Safety
/// `op` is in the page that the machine's view shows, and so is the op it leads to.
pub(super) unsafe fn glue(machine: &mut Machine, op: *const Op, fuel: i64) {
    // SAFETY: as above.
    unsafe { arrive(machine, op.offset((*op).imm as isize), fuel) }
}

/// Goes on in the next page.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
pub(super) unsafe fn page_end(machine: &mut Machine, op: *const Op, fuel: i64) {
    let pc = machine.decoded_of(op).map_or(machine.hart.pc.0, |decoded| decoded.pc);
    // SAFETY: nothing has changed.
    unsafe { go(machine, pc, fuel) }
}

/// Ends a chain whose fuel does not reach for the run at `op`, which has been paid.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[cold]
#[inline(never)]
pub(super) unsafe fn spent(machine: &mut Machine, op: *const Op, fuel: i64) {
    // SAFETY: as above.
    let unused = fuel + i64::from(unsafe { (*op).run });
    let pc = machine.decoded_of(op).map_or(machine.hart.pc.0, |decoded| decoded.pc);
    machine.leave(Exit::Spent, pc, unused);
}
