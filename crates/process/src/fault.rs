//! Page faults and other traps: demand paging where a mapping allows the access, else a signal.

use crate::signals::{
    BUS_ADRALN, ILL_ILLOPC, SEGV_ACCERR, SEGV_MAPERR, SIGBUS, SIGILL, SIGSEGV, SIGTRAP,
    SignalCause, SignalInfo, TRAP_BRKPT,
};
use crate::{Fault, MappingKind, Process};
use machine::{Access, Cause, Trap, VirtAddr};

impl Process {
    /// Makes the page of a page fault resident if its mapping allows the access. Says whether the instruction may
    /// be tried again.
    ///
    /// When physical memory is used up, it may not: the program gets `SIGSEGV` where Linux would have killed it.
    pub(crate) fn demand(&mut self, trap: &Trap) -> bool {
        let address = VirtAddr(trap.value);
        let Some(mapping) = self.space.find(address) else { return false };
        let is_allowed = mapping.allows(access_of(trap.cause));
        let is_resident = self.machine.walk(address).leaf().is_some();
        is_allowed && !is_resident && self.populate(address)
    }

    /// Raises the signal of a trap. **Rule**: Linux, `arch/riscv/kernel/traps.c` and `arch/riscv/mm/fault.c`.
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
        let code = match number {
            SIGILL => ILL_ILLOPC,
            SIGTRAP => TRAP_BRKPT,
            SIGBUS => BUS_ADRALN,
            _ if there.is_some_and(|kind| kind != MappingKind::Guard) => SEGV_ACCERR,
            _ => SEGV_MAPERR,
        };
        let fault = Fault { address, access: access_of(trap.cause), there, pc: trap.pc };
        self.force(SignalInfo { number, code, cause: SignalCause::Fault(fault) });
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
