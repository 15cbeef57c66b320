//! Where the temporaries of an expression are: in a register, or spilled to the frame.
//!
//! A *temporary* is set once and never changes, so a spilled one stays valid in its slot while it
//! is in a register again. At a label everything that is alive is in its slot only: whoever
//! branches spills first ([`FunctionGenerator::spill_all`]), and [`FunctionGenerator::join`]
//! forgets the registers. So every way to a label arrives in the same state.

use riscv::{Insn, Op, Reg};

use crate::function::FunctionGenerator;
use crate::labels::Label;

/// The registers that temporaries use, in the order in which they are taken.
const REGISTERS: [Reg; 6] = [Reg::T0, Reg::T1, Reg::T2, Reg::T3, Reg::T4, Reg::T5];

/// A temporary: a value of one register. Whoever has it gives it to [`FunctionGenerator::free`] in
/// the end.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Temp(usize);

#[derive(Clone, Copy, Default)]
struct State {
    /// Which of [`REGISTERS`] holds it.
    register: Option<usize>,
    /// **Units**: bytes from the CFA.
    slot: Option<i32>,
    /// When its register was used last.
    used: u32,
    is_live: bool,
}

/// The temporaries of a function.
#[derive(Default)]
pub(crate) struct Temps {
    states: Vec<State>,
    clock: u32,
}

impl Temps {
    fn holder(&self, register: usize) -> Option<usize> {
        self.states.iter().position(|state| state.is_live && state.register == Some(register))
    }

    fn touch(&mut self, temp: usize) {
        self.clock += 1;
        self.states[temp].used = self.clock;
    }

    /// A dead entry, or a new one.
    fn entry(&mut self) -> usize {
        let dead = self.states.iter().position(|state| !state.is_live);
        let index = dead.unwrap_or_else(|| {
            self.states.push(State::default());
            self.states.len() - 1
        });
        self.states[index] = State { is_live: true, ..State::default() };
        index
    }
}

impl FunctionGenerator<'_, '_> {
    /// A new temporary, in a register.
    pub(crate) fn temp(&mut self) -> Temp {
        let register = self.free_register();
        let index = self.temps.entry();
        self.temps.states[index].register = Some(register);
        self.temps.touch(index);
        Temp(index)
    }

    /// The register that holds a temporary; loads it when it is spilled. The four last asked for
    /// stay where they are.
    pub(crate) fn reg(&mut self, temp: &Temp) -> Reg {
        self.temps.touch(temp.0);
        let State { register, slot, .. } = self.temps.states[temp.0];
        if let Some(register) = register {
            return REGISTERS[register];
        }
        let register = self.free_register();
        self.temps.states[temp.0].register = Some(register);
        self.temps.touch(temp.0);
        if let Some(slot) = slot {
            self.frame_access(Op::Ld, REGISTERS[register], slot);
        }
        REGISTERS[register]
    }

    /// The temporary's value is not needed any more.
    pub(crate) fn free(&mut self, temp: Temp) {
        let state = std::mem::take(&mut self.temps.states[temp.0]);
        if let Some(slot) = state.slot {
            self.frame.release(slot);
        }
    }

    /// A register that holds nothing; when all do, the one least recently used is spilled.
    fn free_register(&mut self) -> usize {
        let held = |register: usize| self.temps.holder(register);
        if let Some(register) = (0..REGISTERS.len()).find(|&register| held(register).is_none()) {
            return register;
        }
        let live =
            self.temps.states.iter().enumerate().filter(|(_, state)| state.register.is_some());
        let victim = live.min_by_key(|(_, state)| state.used).map_or(0, |(index, _)| index);
        let register = self.temps.states[victim].register.unwrap_or(0);
        self.spill(victim);
        register
    }

    fn spill(&mut self, index: usize) {
        let State { register, slot, .. } = self.temps.states[index];
        let Some(register) = register else { return };
        if slot.is_none() {
            let slot = self.frame.slot();
            self.temps.states[index].slot = Some(slot);
            self.frame_access(Op::Sd, REGISTERS[register], slot);
        }
        self.temps.states[index].register = None;
    }

    /// Puts every temporary into its slot: before a call, and before the first branch of an
    /// expression.
    pub(crate) fn spill_all(&mut self) {
        for index in 0..self.temps.states.len() {
            self.spill(index);
        }
    }

    /// Binds a label at which several ways meet: what is alive is in its slot.
    pub(crate) fn join(&mut self, label: Label) {
        for state in &mut self.temps.states {
            debug_assert!(!state.is_live || state.slot.is_some(), "spilled before the branch");
            state.register = None;
        }
        self.code.bind(label);
    }

    /// Moves a temporary to where every way to a label leaves its result, and ends it; gives that register.
    pub(crate) fn leave_result(&mut self, temp: Temp) -> Reg {
        let from = self.reg(&temp);
        self.free(temp);
        if from != REGISTERS[0] {
            self.emit(Insn::i(Op::Addi, REGISTERS[0], from, 0));
        }
        REGISTERS[0]
    }

    /// The temporary that [`FunctionGenerator::leave_result`] left, just after the label.
    pub(crate) fn take_result(&mut self) -> Temp {
        debug_assert!(self.temps.holder(0).is_none(), "nothing is in a register after a join");
        let index = self.temps.entry();
        self.temps.states[index].register = Some(0);
        self.temps.touch(index);
        Temp(index)
    }

    /// Ends a temporary and puts its value into a register that is not for temporaries. When the
    /// last instruction made the value, it puts it there itself.
    pub(crate) fn move_out(&mut self, temp: Temp, target: Reg) {
        let from = self.reg(&temp);
        self.free(temp);
        match self.code.last() {
            Some((item, insn)) if insn.rd == from => {
                insn.rd = target;
                let is_idle = *insn == Insn::i(Op::Addi, target, target, 0);
                if !self.rows.retarget(item, target) && is_idle {
                    self.code.pop();
                }
            }
            _ => {
                self.emit(Insn::i(Op::Addi, target, from, 0));
            }
        }
    }

    /// A load or store of a register at an offset from the CFA.
    pub(crate) fn frame_access(&mut self, op: Op, register: Reg, offset: i32) {
        let is_store = matches!(op, Op::Sb | Op::Sh | Op::Sw | Op::Sd);
        let (base, offset) = self.frame_base(offset);
        self.emit(match is_store {
            true => Insn::s(op, register, base, offset),
            false => Insn::i(op, register, base, offset),
        });
    }
}
