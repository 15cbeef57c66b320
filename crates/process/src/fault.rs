//! Page faults and other traps: demand paging where a mapping allows the access, else a signal.

use crate::ending::{SIGBUS, SIGILL, SIGSEGV, SIGTRAP, is_ignored_by_default};
use crate::{Ending, Fault, Process};
use machine::{Access, Cause, Trap, VirtAddr};

impl Process {
    /// Makes the page of a page fault resident if its mapping allows the access. Says whether the instruction may
    /// be tried again.
    ///
    /// When physical memory is used up, it may not: the program gets `SIGSEGV` where Linux would have killed it.
    pub(crate) fn demand(&mut self, trap: &Trap) -> bool {
        let address = VirtAddr(trap.value);
        let Some(mapping) = self.space.find(address) else { return false };
        let is_allowed = match access_of(trap.cause) {
            Access::Fetch => mapping.perm.x,
            Access::Load => mapping.perm.r,
            Access::Store => mapping.perm.w,
        };
        let is_resident = self.machine.walk(address).leaf().is_some();
        is_allowed && !is_resident && self.space.populate(&mut self.machine, address)
    }

    /// Raises the signal of a trap. **Rule**: Linux, `arch/riscv/kernel/traps.c`, in effect.
    pub(crate) fn raise_for(&mut self, trap: Trap) {
        let number = match trap.cause {
            Cause::IllegalInstruction => SIGILL,
            Cause::Breakpoint => SIGTRAP,
            Cause::InstructionAddressMisaligned
            | Cause::LoadAddressMisaligned
            | Cause::StoreAddressMisaligned => SIGBUS,
            _ => SIGSEGV,
        };
        let is_memory = number == SIGSEGV || number == SIGBUS;
        let address = if is_memory { VirtAddr(trap.value) } else { trap.pc };
        let there = self.space.find(address).map(|mapping| mapping.kind);
        let fault = Fault { address, access: access_of(trap.cause), there, pc: trap.pc };
        // A signal that an instruction raises cannot be ignored: it would be raised again for ever.
        self.end(Ending::Signal { number, fault: Some(fault) });
    }

    /// Raises a signal that somebody sent: its default action, unless it is ignored.
    pub(crate) fn raise(&mut self, number: u8, fault: Option<Fault>) {
        let is_ignored = self.ignored_signals >> number & 1 == 1;
        if !is_ignored && !is_ignored_by_default(number) {
            self.end(Ending::Signal { number, fault });
        }
    }
}

/// What was tried when the trap came.
fn access_of(cause: Cause) -> Access {
    match cause {
        Cause::LoadAddressMisaligned | Cause::LoadAccessFault | Cause::LoadPageFault => {
            Access::Load
        }
        Cause::StoreAddressMisaligned | Cause::StoreAccessFault | Cause::StorePageFault => {
            Access::Store
        }
        _ => Access::Fetch,
    }
}
