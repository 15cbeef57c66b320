//! What stops the program: traps, with the privileged manual's names and numbers.

use crate::VirtAddr;
use std::fmt;

/// Why a trap was taken; the discriminant is the exception code.
/// **Rule**: RISC-V privileged "Supervisor Cause (scause) Register", table of exception codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Cause {
    /// The program counter is odd.
    InstructionAddressMisaligned = 0,
    /// Fetched where no physical memory is.
    InstructionAccessFault = 1,
    /// The bits at the program counter are no instruction of this machine.
    IllegalInstruction = 2,
    /// `ebreak`.
    Breakpoint = 3,
    /// An `lr` address that is not a multiple of its size.
    LoadAddressMisaligned = 4,
    /// Loaded where no physical memory is.
    LoadAccessFault = 5,
    /// An `sc` or `amo` address that is not a multiple of its size.
    StoreAddressMisaligned = 6,
    /// Stored where no physical memory is.
    StoreAccessFault = 7,
    /// `ecall`.
    EnvironmentCallFromUMode = 8,
    /// Fetched from a page that is not mapped, or not executable.
    InstructionPageFault = 12,
    /// Loaded from a page that is not mapped, or not readable.
    LoadPageFault = 13,
    /// Stored to a page that is not mapped, or not writable.
    StorePageFault = 15,
}

impl Cause {
    /// The exception code.
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The privileged manual's name, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Cause::InstructionAddressMisaligned => "instruction address misaligned",
            Cause::InstructionAccessFault => "instruction access fault",
            Cause::IllegalInstruction => "illegal instruction",
            Cause::Breakpoint => "breakpoint",
            Cause::LoadAddressMisaligned => "load address misaligned",
            Cause::LoadAccessFault => "load access fault",
            Cause::StoreAddressMisaligned => "store/AMO address misaligned",
            Cause::StoreAccessFault => "store/AMO access fault",
            Cause::EnvironmentCallFromUMode => "environment call from U-mode",
            Cause::InstructionPageFault => "instruction page fault",
            Cause::LoadPageFault => "load page fault",
            Cause::StorePageFault => "store/AMO page fault",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

/// A trap: the instruction at `pc` could not retire, and has changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Trap {
    /// Why.
    pub cause: Cause,
    /// The instruction; the hart's `pc` still points at it.
    pub pc: VirtAddr,
    /// The faulting address, the illegal instruction's bits, or 0 (the manual's `stval`).
    pub value: u64,
}

/// An access that cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fault {
    /// Why.
    pub cause: Cause,
    /// The first byte that cannot be accessed.
    pub address: VirtAddr,
}

/// What an access wants from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// To execute it.
    Fetch,
    /// To read it.
    Load,
    /// To write it.
    Store,
}

impl Access {
    /// The cause when the page tables forbid it.
    pub const fn page_fault(self) -> Cause {
        match self {
            Access::Fetch => Cause::InstructionPageFault,
            Access::Load => Cause::LoadPageFault,
            Access::Store => Cause::StorePageFault,
        }
    }

    /// The cause when there is no memory at the physical address.
    pub const fn access_fault(self) -> Cause {
        match self {
            Access::Fetch => Cause::InstructionAccessFault,
            Access::Load => Cause::LoadAccessFault,
            Access::Store => Cause::StoreAccessFault,
        }
    }

    /// The cause when an atomic's address is not a multiple of its size.
    pub(crate) const fn misaligned(self) -> Cause {
        match self {
            Access::Fetch => Cause::InstructionAddressMisaligned,
            Access::Load => Cause::LoadAddressMisaligned,
            Access::Store => Cause::StoreAddressMisaligned,
        }
    }
}
