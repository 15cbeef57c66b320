//! The whole address space in one drawing.
//!
//! ```text
//!  0x40_0000_0000 ┌───────────────────────┐ end of Sv39's lower half
//!  TRAMPOLINE     │ trampoline            │ one page: where signal handlers return to, once one is called
//!  STACK_TOP      ├───────────────────────┤
//!                 │ stack                 │ arguments and environment first, then frames, growing down by page
//!                 │   ↓                   │ faults, to the stack limit
//!                 ├───────────────────────┤
//!                 │ guard                 │ touching it is a stack overflow
//!                 ├───────────────────────┤
//!                 │ mapped by mmap        │ each new one below the last
//!                 │   ↓                   │
//!                 │                       │
//!                 │   ↑                   │
//!                 │ heap                  │ grows up by brk, to the heap limit
//!                 ├───────────────────────┤ the page after the image
//!                 │ bss                   │
//!                 │ data                  │ the image's segments, each with
//!                 │ read-only data        │ its own permissions
//!                 │ text                  │
//!  0x1_0000       ├───────────────────────┤ (for images of our own)
//!                 │ (not mapped)          │ null and its neighbours
//!  0              └───────────────────────┘
//! ```
//! **Rule**: RISC-V privileged "Sv39"; Linux places a user stack at the top of the lower half.

use machine::{PAGE_SIZE, VirtAddr};

/// One past the last address of the lower half of Sv39, which user programs have.
pub(crate) const USER_END: u64 = 1 << 38;

/// One past the highest byte of the stack.
pub const STACK_TOP: VirtAddr = VirtAddr(USER_END - PAGE_SIZE);

/// The page of the instructions that signal handlers return to.
pub(crate) const TRAMPOLINE: VirtAddr = STACK_TOP;

/// Where a position-independent program is loaded, as Linux does without randomization: two thirds up.
/// **Rule**: Linux `ELF_ET_DYN_BASE`.
pub(crate) const PROGRAM_BASE: u64 = USER_END / 3 * 2 / PAGE_SIZE * PAGE_SIZE;

/// The size of the guard below the stack, as Linux keeps it (`stack_guard_gap`): 256 pages, so that a large frame
/// does not jump over it.
pub const STACK_GUARD_SIZE_BYTES: u64 = 256 * PAGE_SIZE;

/// The least stack limit that is granted, so that arguments fit.
pub(crate) const STACK_LIMIT_MINIMUM_BYTES: u64 = 64 << 10;

/// The largest stack limit that is granted: an eighth of the address space.
pub(crate) const STACK_LIMIT_MAXIMUM_BYTES: u64 = USER_END / 8;
