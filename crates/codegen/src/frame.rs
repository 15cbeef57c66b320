//! The stack frame of one function.
//!
//! Offsets count from the canonical frame address (CFA), the value of the stack pointer at the
//! call, which `s0` holds:
//!
//! ```text
//!   CFA+8k   stack arguments of the caller
//!   CFA      ─────────────────────────────────────────────
//!            a0…a7, saved (only in a variadic function, 64 bytes)
//!   CFA-8    ra                      (variadic: CFA-72)
//!   CFA-16   s0 of the caller        (variadic: CFA-80)
//!            parameters, then locals, in the order of their declaration, downwards
//!            spilled temporaries, struct values on their way
//!   sp       stack arguments of the functions called from here
//! ```
//!
//! **Rule**: RISC-V psABI "Integer Calling Convention", "Frame Pointer Convention".

use riscv::psabi::STACK_ALIGNMENT;

/// The largest frame that is accepted.
///
/// **Units**: bytes.
pub(crate) const FRAME_SIZE_MAX: i64 = 1 << 30;

/// **Units**: bytes from the CFA to the save area of a variadic function.
pub(crate) const SAVE_AREA: i32 = -64;

/// What a frame holds, while its function is generated.
pub(crate) struct Frame {
    /// **Units**: bytes from the CFA to where the return address is saved.
    pub(crate) ra_offset: i32,
    /// **Units**: bytes from the CFA to where the caller's frame pointer is saved.
    pub(crate) fp_offset: i32,
    /// Whether more was asked for than a frame can hold.
    pub(crate) is_too_large: bool,
    lowest: i64,
    outgoing: i64,
    free_slots: Vec<i32>,
}

impl Frame {
    /// A frame with nothing in it but the saved registers.
    pub(crate) fn new(is_variadic: bool) -> Frame {
        let top = if is_variadic { SAVE_AREA } else { 0 };
        Frame {
            ra_offset: top - 8,
            fp_offset: top - 16,
            is_too_large: false,
            lowest: i64::from(top) - 16,
            outgoing: 0,
            free_slots: vec![],
        }
    }

    /// Room for an object, below what is there; gives its offset from the CFA.
    pub(crate) fn allocate(&mut self, size: u64, align: u64) -> i32 {
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        let align = align.clamp(1, STACK_ALIGNMENT) as i64;
        let lowest = self.lowest.saturating_sub(size) & -align;
        if lowest < -FRAME_SIZE_MAX {
            self.is_too_large = true;
        } else {
            self.lowest = lowest;
        }
        self.lowest as i32
    }

    /// Room for a spilled register.
    pub(crate) fn slot(&mut self) -> i32 {
        self.free_slots.pop().unwrap_or_else(|| self.allocate(8, 8))
    }

    /// Gives a slot back.
    pub(crate) fn release(&mut self, slot: i32) {
        self.free_slots.push(slot);
    }

    /// Room for so many bytes of stack arguments at the bottom.
    pub(crate) fn reserve_outgoing(&mut self, size: i64) {
        self.outgoing = self.outgoing.max(size);
    }

    /// Where memory that is allocated at the end of the stack begins, above the stack pointer.
    ///
    /// **Units**: bytes.
    pub(crate) fn outgoing(&self) -> i64 {
        let alignment = STACK_ALIGNMENT as i64;
        (self.outgoing + alignment - 1) & -alignment
    }

    /// **Units**: bytes.
    pub(crate) fn size(&self) -> i32 {
        let alignment = STACK_ALIGNMENT as i64;
        ((self.outgoing - self.lowest + alignment - 1) & -alignment) as i32
    }
}
