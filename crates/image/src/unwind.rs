//! From a frame to its caller's: where the frame is, and what the caller's registers held.
//!
//! Terms: the *canonical frame address* (CFA) is the value that the stack pointer had before the
//! call. Registers go by the numbers of RISC-V psABI "DWARF Register Numbers": 0 to 31 are `x0` to
//! `x31`, 32 to 63 `f0` to `f31`.

use crate::Image;
use crate::dwarf::expression;
use crate::dwarf::read_frames::FrameIndex;
use crate::evaluate::Context;
use crate::prologue;
use std::ops::Range;

/// How many registers have a number.
pub const REGISTER_COUNT: usize = 64;

/// The numbers of `sp`, `gp` and `tp`.
const SP: usize = 2;
const GP: usize = 3;
const TP: usize = 4;

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

/// The frame of a caller, as it was when it called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caller {
    /// The canonical frame address of the frame that was left; the caller's stack pointer.
    pub cfa: u64,
    /// Where the caller goes on, in memory. Unless `is_signal_frame`, the call is the instruction
    /// before it: ask for lines, scopes and rows with this minus 1.
    pub pc: u64,
    /// Whether the frame that was left is one that the kernel made.
    pub is_signal_frame: bool,
    /// Its registers; `None` where the value is lost.
    pub registers: [Option<u64>; REGISTER_COUNT],
}

impl UnwindRow {
    /// The rule for a register, if there is one.
    pub fn rule(&self, register: u16) -> Option<&RegisterRule> {
        let index = self.registers.binary_search_by_key(&register, |(register, _)| *register);
        index.ok().map(|index| &self.registers[index].1)
    }

    /// The canonical frame address of a frame with those registers.
    pub fn cfa(&self, context: &dyn Context) -> Option<u64> {
        match &self.cfa {
            CfaRule::Register { register, offset } => {
                Some(context.register(*register)?.wrapping_add_signed(*offset))
            }
            CfaRule::Expression(bytes) => expression::number(bytes, None, context),
        }
    }

    /// The caller of a frame with those registers; `None` where there is none, or it cannot be
    /// found.
    pub fn caller(&self, context: &dyn Context) -> Option<Caller> {
        let cfa = self.cfa(context)?;
        let mut registers: [Option<u64>; REGISTER_COUNT] = std::array::from_fn(|register| {
            is_preserved(register).then(|| context.register(register as u16)).flatten()
        });
        registers[0] = Some(0);
        registers[SP] = Some(cfa);
        for (register, rule) in &self.registers {
            if let Some(value) = registers.get_mut(usize::from(*register)) {
                *value = restored(rule, *register, cfa, context);
            }
        }
        let pc = match self.rule(self.return_address) {
            Some(rule) => restored(rule, self.return_address, cfa, context)?,
            None => context.register(self.return_address)?,
        };
        Some(Caller { cfa, pc, is_signal_frame: self.is_signal_frame, registers })
    }
}

/// What a rule gives.
fn restored(rule: &RegisterRule, register: u16, cfa: u64, context: &dyn Context) -> Option<u64> {
    let saved = |address: u64| {
        let mut bytes = [0; 8];
        context.read(address, &mut bytes).then(|| u64::from_le_bytes(bytes))
    };
    match rule {
        RegisterRule::Undefined => None,
        RegisterRule::Same => context.register(register),
        RegisterRule::SavedAt(offset) => saved(cfa.wrapping_add_signed(*offset)),
        RegisterRule::CfaPlus(offset) => Some(cfa.wrapping_add_signed(*offset)),
        RegisterRule::InRegister(other) => context.register(*other),
        RegisterRule::SavedAtExpression(bytes) => {
            saved(expression::number(bytes, Some(cfa), context)?)
        }
        RegisterRule::Expression(bytes) => expression::number(bytes, Some(cfa), context),
    }
}

/// Whether a callee keeps a register as it was: `gp`, `tp`, `s0` to `s11`, `fs0` to `fs11`.
///
/// **Rule**: RISC-V psABI "Integer Register Convention", "Floating-point Register Convention".
fn is_preserved(register: usize) -> bool {
    matches!(register, GP | TP | 8 | 9 | 18..=27 | 40 | 41 | 50..=59)
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
