//! Frames: where one is, and where its function keeps what it saved of the caller's registers.
//!
//! Terms: the *canonical frame address* (CFA) is the value that the stack pointer had before the
//! call. Registers go by the numbers of RISC-V psABI "DWARF Register Numbers": 0 to 31 are `x0` to
//! `x31`, 32 to 63 `f0` to `f31`.

use crate::Image;
use crate::dwarf::read_frames::FrameIndex;
use crate::prologue;
use std::ops::Range;

/// What call frame information says for some instructions (DWARF 5 section 6.4.1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnwindRow {
    /// The first instruction that it holds for.
    pub start: u64,
    /// One past the last byte that it holds for.
    pub end: u64,
    /// Where the frame is.
    pub cfa: CfaRule,
    /// The register that stands for the return address.
    pub return_address: u16,
    /// The registers of which something is said, sorted. Of the others, those that the psABI makes
    /// a callee preserve are the same in the caller, and the stack pointer was the CFA.
    pub registers: Vec<(u16, RegisterRule)>,
    /// Whether the frame was made by the kernel, to call a signal handler: then the caller was
    /// interrupted before, not after, the instruction at its program counter.
    pub is_signal_frame: bool,
}

/// Where a frame is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CfaRule {
    /// So many bytes from what a register holds.
    Register {
        /// The register.
        register: u16,
        /// **Units**: bytes.
        offset: i64,
    },
    /// What a DWARF expression gives.
    Expression(Vec<u8>),
}

/// What the caller's register held (DWARF 5 section 6.4.1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RegisterRule {
    /// It is not known. For the return address: there is no caller.
    Undefined,
    /// What it holds now.
    Same,
    /// What is saved so many bytes from the CFA.
    SavedAt(i64),
    /// The CFA plus so many bytes.
    CfaPlus(i64),
    /// What another register holds.
    InRegister(u16),
    /// What is saved where a DWARF expression says.
    SavedAtExpression(Vec<u8>),
    /// What a DWARF expression gives.
    Expression(Vec<u8>),
}

impl UnwindRow {
    /// The rule for a register, if there is one.
    pub fn rule(&self, register: u16) -> Option<&RegisterRule> {
        let index = self.registers.binary_search_by_key(&register, |(register, _)| *register);
        index.ok().map(|index| &self.registers[index].1)
    }
}

impl Image {
    /// What call frame information says of the instruction at `pc`; `None` where there is none.
    ///
    /// **Cost**: the first time, a pass over `.eh_frame` and `.debug_frame`.
    pub fn unwind(&self, pc: u64) -> Option<UnwindRow> {
        self.frames.get_or_init(|| FrameIndex::read(self)).row(self, pc)
    }

    /// What the instructions of a function say of the one at `pc`, for code without call frame
    /// information; `None` where they do not tell.
    ///
    /// **Cost**: a pass over the function's instructions.
    pub fn unwind_by_instructions(&self, function: Range<u64>, pc: u64) -> Option<UnwindRow> {
        // A label of unknown size is of what it names up to here, at least.
        let end = function.end.max(pc.saturating_add(4));
        prologue::row(self, function.start..end, pc)
    }
}
