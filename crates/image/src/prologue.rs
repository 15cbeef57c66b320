//! Where a frame is when nothing says so: found from the instructions of the function up to the
//! program counter, which build the frame in the way that the psABI and every compiler have it.

use crate::Image;
use crate::unwind::{CfaRule, RegisterRule, UnwindRow};
use riscv::{Insn, Op, Reg};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far from the beginning of a function instructions are looked at. **Units**: bytes.
const SIZE_MAX: u64 = 64 << 10;

/// The largest frame that is believed. **Units**: bytes.
const FRAME_SIZE_MAX: i64 = 1 << 30;

/// What is known of a frame between two instructions.
#[derive(Clone, Default)]
struct State {
    /// How far the stack pointer is below the CFA; `None` when that is not a constant.
    depth: Option<i64>,
    /// How far `s0` is below the CFA, where it is the frame pointer.
    frame_pointer: Option<i64>,
    /// How far below the CFA registers are saved.
    saved: BTreeMap<u16, i64>,
    /// What registers hold, where it is a constant of the instructions: the sizes of large frames.
    constants: BTreeMap<usize, i64>,
}

impl State {
    fn step(&mut self, insn: &Insn) {
        let imm = i64::from(insn.imm);
        match (insn.op, insn.rd, insn.rs1) {
            (Op::Addi, Reg::SP, Reg::SP) => self.move_stack(imm),
            (Op::Add, Reg::SP, Reg::SP) => match self.constants.get(&insn.rs2.index()).copied() {
                Some(constant) => self.move_stack(constant),
                None => self.depth = None,
            },
            (Op::Addi, Reg::SP, Reg::S0) => {
                self.depth = self.frame_pointer.map(|below| below - imm);
            }
            (Op::Addi, Reg::S0, Reg::SP) => {
                self.frame_pointer = self.depth.map(|depth| depth - imm);
            }
            (Op::Sd, _, Reg::SP) => {
                if let Some(below) = self.depth.map(|depth| depth - imm).filter(|&it| it > 0) {
                    self.saved.entry(insn.rs2.index() as u16).or_insert(below);
                }
            }
            (Op::Ld, rd, Reg::SP) => {
                let below = self.depth.map(|depth| depth - imm);
                let number = rd.index() as u16;
                if below.is_some() && self.saved.get(&number).copied() == below {
                    self.saved.remove(&number);
                }
                self.forget(rd);
            }
            (Op::Lui, rd, _) => self.set_constant(rd, Some(imm)),
            (Op::Addi, rd, Reg::ZERO) => self.set_constant(rd, Some(imm)),
            (Op::Addi | Op::Addiw, rd, rs1) => {
                let sum = self.constants.get(&rs1.index()).and_then(|it| it.checked_add(imm));
                self.set_constant(rd, sum);
            }
            (Op::Sd, ..) => {}
            (_, rd, _) if !is_store_or_branch(insn) => self.forget(rd),
            _ => {}
        }
    }

    fn move_stack(&mut self, by: i64) {
        let moved = self.depth.and_then(|depth| depth.checked_sub(by));
        self.depth = moved.filter(|depth| (0..FRAME_SIZE_MAX).contains(depth));
    }

    fn set_constant(&mut self, rd: Reg, value: Option<i64>) {
        self.forget(rd);
        if let Some(value) = value {
            self.constants.insert(rd.index(), value);
        }
    }

    /// A register is overwritten by something else.
    fn forget(&mut self, rd: Reg) {
        self.constants.remove(&rd.index());
        match rd {
            Reg::S0 => self.frame_pointer = None,
            Reg::SP => self.depth = None,
            _ => {}
        }
    }

    fn row(&self, pc: u64) -> Option<UnwindRow> {
        let register =
            |register: Reg, offset| CfaRule::Register { register: register.index() as u16, offset };
        let cfa = match (self.frame_pointer, self.depth) {
            (Some(below), _) => register(Reg::S0, below),
            (None, Some(depth)) => register(Reg::SP, depth),
            (None, None) => return None,
        };
        let saved = self.saved.iter();
        Some(UnwindRow {
            start: pc,
            end: pc.saturating_add(1),
            cfa,
            return_address: Reg::RA.index() as u16,
            registers: saved.map(|(&it, &below)| (it, RegisterRule::SavedAt(-below))).collect(),
            is_signal_frame: false,
        })
    }
}

/// Whether an instruction has no destination register although that field may be used.
fn is_store_or_branch(insn: &Insn) -> bool {
    insn.rd == Reg::ZERO
}

/// The row for an instruction of the function in `code`, which begins at an address; `None` where
/// the instructions do not tell.
pub(crate) fn row(image: &Image, code: Range<u64>, pc: u64) -> Option<UnwindRow> {
    let size = code.end.saturating_sub(code.start).min(SIZE_MAX);
    let bytes = image.loaded_bytes(code.start, usize::try_from(size).ok()?)?;
    let wanted =
        usize::try_from(pc.checked_sub(code.start)?).ok().filter(|&it| it < bytes.len())?;
    let state = along_branches(bytes, wanted).or_else(|| as_they_lie(bytes, wanted));
    state?.row(pc)
}

/// The instruction that begins at an offset.
fn decode(code: &[u8], offset: usize) -> Option<Insn> {
    let rest = code.get(offset..)?;
    let &[low, high] = rest.first_chunk()?;
    match rest.first_chunk() {
        Some(&word) if low & 3 == 3 => riscv::decode(u32::from_le_bytes(word)),
        _ => riscv::decode(u16::from_le_bytes([low, high]).into()),
    }
}

/// The state before the instruction that includes an offset, on a way that leads to it. What follows a call is looked at
/// last, because some calls do not return.
fn along_branches(code: &[u8], wanted: usize) -> Option<State> {
    let mut is_seen = vec![false; code.len() / 2 + 1];
    let mut ready = vec![(0, State { depth: Some(0), ..State::default() })];
    let mut after_calls = vec![];
    while let Some((mut at, mut state)) = ready.pop().or_else(|| after_calls.pop()) {
        while let Some(is_seen) = is_seen.get_mut(at / 2).filter(|is_seen| !**is_seen) {
            *is_seen = true;
            let Some(insn) = decode(code, at) else { break };
            let next = at + usize::from(insn.length);
            if (at..next).contains(&wanted) {
                return Some(state);
            }
            let target = at.checked_add_signed(insn.imm as isize);
            state.step(&insn);
            match Flow::of(&insn) {
                Flow::On => {}
                Flow::Branch => ready.extend(target.map(|target| (target, state.clone()))),
                Flow::Jump => {
                    ready.extend(target.map(|target| (target, state)));
                    break;
                }
                Flow::Call => {
                    after_calls.push((next, state));
                    break;
                }
                Flow::Away => break,
            }
            at = next;
        }
    }
    None
}

/// Where an instruction leads.
enum Flow {
    On,
    /// On, or to its target.
    Branch,
    /// To its target.
    Jump,
    /// Elsewhere, and back.
    Call,
    /// Elsewhere, one cannot tell where.
    Away,
}

impl Flow {
    fn of(insn: &Insn) -> Flow {
        match (insn.op, insn.rd) {
            (Op::Jal, Reg::ZERO) => Flow::Jump,
            (Op::Jalr, Reg::ZERO) => Flow::Away,
            (Op::Jal | Op::Jalr, _) => Flow::Call,
            (Op::Beq | Op::Bne | Op::Blt | Op::Bge | Op::Bltu | Op::Bgeu, _) => Flow::Branch,
            _ => Flow::On,
        }
    }
}

/// The state before that instruction, of the instructions as they lie: for those that only a table of
/// addresses leads to. Behind a return or a jump the frame is again what it was at its largest: what
/// follows was branched to, past an epilogue.
fn as_they_lie(code: &[u8], wanted: usize) -> Option<State> {
    let mut state = State { depth: Some(0), ..State::default() };
    let mut largest = state.clone();
    let mut at = 0;
    loop {
        let insn = decode(code, at)?;
        let next = at + usize::from(insn.length);
        if (at..next).contains(&wanted) {
            return Some(state);
        }
        state.step(&insn);
        if (state.depth, state.saved.len()) >= (largest.depth, largest.saved.len()) {
            largest = state.clone();
        }
        if matches!(Flow::of(&insn), Flow::Jump | Flow::Away) {
            state = largest.clone();
        }
        at = next;
    }
}
