//! The frames of a stopped process, whichever of its images their code is in.
//!
//! A process has several images in one address space: the program, its interpreter, libraries. Each
//! lies at its linked addresses plus a bias of its own. Here addresses are those of the running
//! process; what is asked of an [`Image`] is asked with the bias subtracted.

use crate::Image;
use crate::evaluate::Context;
use crate::unwind::{CfaRule, REGISTER_COUNT, RegisterRule, UnwindRow};
use std::cell::Cell;
use std::rc::Rc;

/// An image where it lies in memory.
#[derive(Clone, Copy, Debug)]
pub struct Loaded<'a> {
    /// The image.
    pub image: &'a Image,
    /// How far its addresses in memory are above those that it was linked with, modulo 2⁶⁴.
    pub bias: u64,
}

impl<'a> Loaded<'a> {
    /// An address of the process, as it was linked.
    pub fn linked(&self, address: u64) -> u64 {
        address.wrapping_sub(self.bias)
    }

    /// A linked address, as it is in the process.
    pub fn running(&self, address: u64) -> u64 {
        address.wrapping_add(self.bias)
    }

    /// Whether the byte at an address of the process is in one of its segments.
    pub fn includes(&self, address: u64) -> bool {
        self.image.segment_at(self.linked(address)).is_some()
    }

    /// Whether it has instructions at an address of the process.
    fn has_code(&self, address: u64) -> bool {
        let segment = self.image.segment_at(self.linked(address));
        segment.is_some_and(|segment| segment.permissions.execute)
    }

    /// Whether the instruction before an address of the process is a call, which returns to it.
    fn is_after_call(&self, address: u64) -> bool {
        let Some(before) = self.linked(address).checked_sub(4) else { return false };
        let Some(&[_, _, low, high]) = self.image.loaded_bytes(before, 4) else { return false };
        let short = riscv::decode(u16::from_le_bytes([low, high]).into());
        let long = self.image.loaded_bytes(before, 4).and_then(|bytes| bytes.first_chunk());
        let long = long.and_then(|&word| riscv::decode(u32::from_le_bytes(word)));
        let is_call = |insn: Option<riscv::Insn>, length: u8| {
            insn.is_some_and(|insn| {
                let is_jump = matches!(insn.op, riscv::Op::Jal | riscv::Op::Jalr);
                is_jump && insn.rd == riscv::Reg::RA && insn.length == length
            })
        };
        is_call(short, 2) || is_call(long, 4)
    }
}

/// The memory of a process.
///
/// **Effects**: none; it is only looked at.
pub trait Memory {
    /// Reads memory; says whether all of it can be read.
    fn read(&self, address: u64, bytes: &mut [u8]) -> bool;
}

/// Registers by their number in RISC-V psABI "DWARF Register Numbers": `x0` to `x31`, then `f0` to
/// `f31`; `None` where the value is lost.
pub type Registers = [Option<u64>; REGISTER_COUNT];

/// A frame of a process: of a function that is being executed, or that waits for a call to return.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The instruction that is executed next, in this frame.
    pub pc: u64,
    /// Whether the frame waits for a call to return, to `pc`: the call is the instruction before
    /// it.
    pub is_calling: bool,
    /// Its registers, as they were at the call, if it calls.
    pub registers: Registers,
    /// The canonical frame address: what the stack pointer was before the frame was made; `None`
    /// when it cannot be found.
    pub cfa: Option<u64>,
    /// How it was found; `None` when it was not.
    pub found_by: Option<FoundBy>,
}

/// How the place of a frame was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoundBy {
    /// Call frame information says it.
    CallFrameInformation,
    /// From the function's instructions.
    Instructions,
    /// There is nothing to go by; the frame pointer or return address register led to a call.
    Guess,
}

impl Frame {
    /// An address of the instruction that the frame is at: of the call, if it waits for one. What
    /// lines, scopes and variables are asked for with.
    pub fn at(&self) -> u64 {
        if self.is_calling { self.pc.wrapping_sub(1) } else { self.pc }
    }
}

/// The images of a process, to find frames with.
#[derive(Clone, Debug, Default)]
pub struct Images<'a> {
    loaded: Vec<Loaded<'a>>,
}

impl<'a> Images<'a> {
    /// Those images, wherever they lie.
    pub fn new(loaded: impl IntoIterator<Item = Loaded<'a>>) -> Images<'a> {
        Images { loaded: loaded.into_iter().collect() }
    }

    /// The image that includes the byte at an address.
    pub fn at(&self, address: u64) -> Option<&Loaded<'a>> {
        self.loaded.iter().find(|loaded| loaded.includes(address))
    }

    /// The innermost frame, of a hart with those registers.
    pub fn innermost(&self, pc: u64, registers: &Registers, memory: &dyn Memory) -> Frame {
        self.frame(pc, false, *registers, memory)
    }

    /// The frame that called a frame; `None` where there is none, or it cannot be found.
    pub fn caller(&self, frame: &Frame, memory: &dyn Memory) -> Option<Frame> {
        let (row, _) = self.row(frame, memory)?;
        let raw = Raw { frame, memory, bias: self.bias(frame.at()) };
        let caller = row.caller(&raw).filter(|caller| caller.pc != 0)?;
        // A frame lies above the one that it called, but for one that a signal found on another
        // stack; and where nothing moved, only once.
        let old = frame.registers[usize::from(SP)]?;
        if !caller.is_signal_frame && (caller.cfa < old || (caller.cfa == old && frame.is_calling))
        {
            return None;
        }
        Some(self.frame(caller.pc, !caller.is_signal_frame, caller.registers, memory))
    }

    /// All frames, innermost first.
    pub fn frames<'m>(
        &'m self,
        pc: u64,
        registers: &Registers,
        memory: &'m dyn Memory,
    ) -> impl Iterator<Item = Frame> + 'm {
        let innermost = self.innermost(pc, registers, memory);
        let frames = std::iter::successors(Some(innermost), |frame| self.caller(frame, memory));
        frames.take(FRAME_COUNT_MAX)
    }

    /// A frame together with memory, in which a variable can be evaluated.
    pub fn context<'m>(&'m self, frame: &'m Frame, memory: &'m dyn Memory) -> InFrame<'m, 'a> {
        let questions = Rc::new(Cell::new(ENTRY_QUESTION_COUNT_MAX));
        InFrame { images: self, frame, memory, questions }
    }

    fn bias(&self, address: u64) -> u64 {
        self.at(address).map_or(0, |loaded| loaded.bias)
    }

    fn frame(&self, pc: u64, is_calling: bool, registers: Registers, memory: &dyn Memory) -> Frame {
        let mut frame = Frame { pc, is_calling, registers, cfa: None, found_by: None };
        if let Some((row, found_by)) = self.row(&frame, memory) {
            let raw = Raw { frame: &frame, memory, bias: self.bias(frame.at()) };
            frame.cfa = row.cfa(&raw);
            frame.found_by = frame.cfa.map(|_| found_by);
        }
        frame
    }

    /// How to leave a frame.
    fn row(&self, frame: &Frame, memory: &dyn Memory) -> Option<(UnwindRow, FoundBy)> {
        if is_signal_return(frame.pc, memory) {
            return Some((interrupted(), FoundBy::Instructions));
        }
        let loaded = self.at(frame.at())?;
        let at = loaded.linked(frame.at());
        if let Some(row) = loaded.image.unwind(at) {
            return Some((row, FoundBy::CallFrameInformation));
        }
        let function = loaded.image.function(at).map(|(_, found)| (found.start, found.size));
        let symbol = || loaded.image.symbol_at(at).map(|found| (found.address, found.size));
        let (start, size) = function.or_else(symbol)?;
        let row = loaded.image.unwind_by_instructions(start..start.saturating_add(size), at);
        let row = row.filter(|row| !frame.is_calling || row.rule(RA).is_some());
        if let Some(row) = row {
            return Some((row, FoundBy::Instructions));
        }
        let guesses = [(!frame.is_calling).then(untouched), Some(chained())];
        let raw = Raw { frame, memory, bias: loaded.bias };
        let leads_to_call = |row: &UnwindRow| {
            let caller = row.caller(&raw);
            caller.is_some_and(|caller| self.is_after_call(caller.pc))
        };
        let row = guesses.into_iter().flatten().find(leads_to_call)?;
        Some((row, FoundBy::Guess))
    }

    fn is_after_call(&self, address: u64) -> bool {
        let loaded = self.loaded.iter().find(|loaded| loaded.has_code(address));
        loaded.is_some_and(|loaded| loaded.is_after_call(address))
    }
}

/// The numbers of `ra`, `sp` and `s0`.
const RA: u16 = 1;
const SP: u16 = 2;
const S0: u16 = 8;

/// A function that has not touched its frame yet, or has none.
fn untouched() -> UnwindRow {
    let cfa = CfaRule::Register { register: SP, offset: 0 };
    guess(cfa, vec![])
}

/// A function that keeps a frame pointer (RISC-V psABI "Frame Pointer Convention").
fn chained() -> UnwindRow {
    let cfa = CfaRule::Register { register: S0, offset: 0 };
    guess(cfa, vec![(RA, RegisterRule::SavedAt(-8)), (S0, RegisterRule::SavedAt(-16))])
}

fn guess(cfa: CfaRule, registers: Vec<(u16, RegisterRule)>) -> UnwindRow {
    UnwindRow { start: 0, end: 0, cfa, return_address: RA, registers, is_signal_frame: false }
}

/// The instructions that the kernel lets a signal handler return to: `li a7,139` and `ecall`.
const SIGNAL_RETURN: [u8; 8] = [0x93, 0x08, 0xb0, 0x08, 0x73, 0, 0, 0];

fn is_signal_return(pc: u64, memory: &dyn Memory) -> bool {
    let mut bytes = [0; SIGNAL_RETURN.len()];
    memory.read(pc, &mut bytes) && bytes == SIGNAL_RETURN
}

/// The frame that the kernel makes to call a signal handler: registers are where the stack pointer
/// is, behind `siginfo` and the head of `ucontext`.
///
/// **Rule**: Linux `arch/riscv/kernel/signal.c` `struct rt_sigframe`, `asm/sigcontext.h`: `pc`,
/// `x1` to `x31`, `f0` to `f31`. The psABI's register 64 stands for the program counter.
fn interrupted() -> UnwindRow {
    const REGISTERS: i64 = 128 + 176;
    const PC: u16 = 64;
    let saved = |index: u16| RegisterRule::SavedAt(REGISTERS + 8 * i64::from(index));
    let registers = (1..PC).map(|number| (number, saved(number))).chain([(PC, saved(0))]);
    UnwindRow {
        return_address: PC,
        is_signal_frame: true,
        ..guess(CfaRule::Register { register: SP, offset: 0 }, registers.collect())
    }
}

/// A frame whose place is not known yet.
struct Raw<'m> {
    frame: &'m Frame,
    memory: &'m dyn Memory,
    bias: u64,
}

impl Context for Raw<'_> {
    fn register(&self, number: u16) -> Option<u64> {
        self.frame.registers.get(usize::from(number)).copied().flatten()
    }

    fn read(&self, address: u64, bytes: &mut [u8]) -> bool {
        self.memory.read(address, bytes)
    }

    fn cfa(&self) -> Option<u64> {
        None
    }

    fn bias(&self) -> u64 {
        self.bias
    }
}

/// How often callers are asked what registers held when they called, for one variable; they may ask
/// theirs.
const ENTRY_QUESTION_COUNT_MAX: u32 = 64;

/// How many frames are gone through.
const FRAME_COUNT_MAX: usize = 1 << 20;

/// A frame and the process that it is in.
pub struct InFrame<'m, 'a> {
    images: &'m Images<'a>,
    frame: &'m Frame,
    memory: &'m dyn Memory,
    questions: Rc<Cell<u32>>,
}

impl Context for InFrame<'_, '_> {
    fn register(&self, number: u16) -> Option<u64> {
        self.frame.registers.get(usize::from(number)).copied().flatten()
    }

    fn read(&self, address: u64, bytes: &mut [u8]) -> bool {
        self.memory.read(address, bytes)
    }

    fn cfa(&self) -> Option<u64> {
        self.frame.cfa
    }

    fn bias(&self) -> u64 {
        self.images.bias(self.frame.at())
    }

    /// What the caller says that it passed (DWARF 5 section 3.4.2).
    fn entry_value(&self, register: u16) -> Option<u64> {
        self.questions.set(self.questions.get().checked_sub(1)?);
        let caller = self.images.caller(self.frame, self.memory)?;
        let loaded = self.images.at(caller.at())?;
        let questions = Rc::clone(&self.questions);
        let context =
            InFrame { images: self.images, frame: &caller, memory: self.memory, questions };
        loaded.image.passed(loaded.linked(caller.pc), register, &context)
    }
}
