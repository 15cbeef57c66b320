//! Where the temporaries of an expression are: in a register, or spilled to the frame.
//!
//! A *temporary* is set once and never changes, so a spilled one stays valid in its slot while it
//! is in a register again. At a label everything that is alive is in its slot only: whoever
//! branches spills first ([`FunctionGenerator::spill_all`]), and [`FunctionGenerator::join`]
//! forgets the registers. So every way to a label arrives in the same state.

use riscv::{Format, Insn, Kind, Op, Reg};

use crate::function::FunctionGenerator;
use crate::labels::Label;

/// How many registers of each file temporaries use.
const REGISTER_COUNT: usize = 6;

/// The registers of a file that temporaries use, in the order in which they are taken.
fn registers(file: Kind) -> [Reg; REGISTER_COUNT] {
    match file {
        Kind::Integer => [Reg::T0, Reg::T1, Reg::T2, Reg::T3, Reg::T4, Reg::T5],
        Kind::Float => [Reg::FT0, Reg::FT1, Reg::FT2, Reg::FT3, Reg::FT4, Reg::FT5],
    }
}

/// A temporary: a value of one register. Whoever has it gives it to [`FunctionGenerator::free`] in
/// the end.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Temp(usize);

#[derive(Clone, Copy)]
struct State {
    /// Where its register is, when it has one.
    file: Kind,
    /// Which of [`registers`] holds it.
    register: Option<usize>,
    /// **Units**: bytes from the CFA.
    slot: Option<i32>,
    /// When its register was used last.
    used: u32,
    is_live: bool,
}

impl State {
    const DEAD: State =
        State { file: Kind::Integer, register: None, slot: None, used: 0, is_live: false };

    fn is_in(&self, file: Kind, register: usize) -> bool {
        self.is_live && self.file == file && self.register == Some(register)
    }
}

/// The temporaries of a function.
#[derive(Default)]
pub(crate) struct Temps {
    states: Vec<State>,
    clock: u32,
}

impl Temps {
    fn is_held(&self, file: Kind, register: usize) -> bool {
        self.states.iter().any(|state| state.is_in(file, register))
    }

    fn touch(&mut self, temp: usize) {
        self.clock += 1;
        self.states[temp].used = self.clock;
    }

    /// A dead entry, or a new one, that gets a register.
    fn enter(&mut self, file: Kind, register: usize) -> Temp {
        let dead = self.states.iter().position(|state| !state.is_live);
        let index = dead.unwrap_or_else(|| {
            self.states.push(State::DEAD);
            self.states.len() - 1
        });
        let register = Some(register);
        self.states[index] = State { file, register, is_live: true, ..State::DEAD };
        self.touch(index);
        Temp(index)
    }
}

impl FunctionGenerator<'_, '_> {
    /// A new temporary, in an integer register.
    pub(crate) fn temp(&mut self) -> Temp {
        self.temp_in(Kind::Integer)
    }

    /// A new temporary, in a register of that file.
    pub(crate) fn temp_in(&mut self, file: Kind) -> Temp {
        let register = self.free_register(file);
        self.temps.enter(file, register)
    }

    /// The file of a temporary's register.
    pub(crate) fn file_of(&self, temp: &Temp) -> Kind {
        self.temps.states[temp.0].file
    }

    /// The register that holds a temporary; loads it when it is spilled. The four last asked for
    /// stay where they are.
    pub(crate) fn reg(&mut self, temp: &Temp) -> Reg {
        self.temps.touch(temp.0);
        let State { file, register, slot, .. } = self.temps.states[temp.0];
        if let Some(register) = register {
            return registers(file)[register];
        }
        let register = self.free_register(file);
        self.temps.states[temp.0].register = Some(register);
        self.temps.touch(temp.0);
        if let Some(slot) = slot {
            let op = if file == Kind::Integer { Op::Ld } else { Op::Fld };
            self.frame_access(op, registers(file)[register], slot);
        }
        registers(file)[register]
    }

    /// The temporary's value is not needed any more.
    pub(crate) fn free(&mut self, temp: Temp) {
        let state = std::mem::replace(&mut self.temps.states[temp.0], State::DEAD);
        if let Some(slot) = state.slot {
            self.frame.release(slot);
        }
    }

    /// A register of a file that holds nothing; when all hold something, the one least recently used
    /// is spilled.
    fn free_register(&mut self, file: Kind) -> usize {
        let is_free = |register: &usize| !self.temps.is_held(file, *register);
        if let Some(register) = (0..REGISTER_COUNT).find(is_free) {
            return register;
        }
        let states = self.temps.states.iter().enumerate();
        let live = states.filter(|(_, state)| state.file == file && state.register.is_some());
        let victim = live.min_by_key(|(_, state)| state.used).map_or(0, |(index, _)| index);
        let register = self.temps.states[victim].register.unwrap_or(0);
        self.spill(victim);
        register
    }

    fn spill(&mut self, index: usize) {
        let State { file, register, slot, .. } = self.temps.states[index];
        let Some(register) = register else { return };
        if slot.is_none() {
            let slot = self.frame.slot();
            self.temps.states[index].slot = Some(slot);
            let op = if file == Kind::Integer { Op::Sd } else { Op::Fsd };
            self.frame_access(op, registers(file)[register], slot);
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
        let (file, from) = (self.file_of(&temp), self.reg(&temp));
        self.free(temp);
        if from != registers(file)[0] {
            self.emit(move_between(file, registers(file)[0], from));
        }
        registers(file)[0]
    }

    /// The temporary that [`FunctionGenerator::leave_result`] left in a register of that file, just
    /// after the label.
    pub(crate) fn take_result(&mut self, file: Kind) -> Temp {
        debug_assert!(!self.temps.is_held(file, 0), "nothing is in a register after a join");
        self.temps.enter(file, 0)
    }

    /// A new temporary with the value of another.
    pub(crate) fn duplicate(&mut self, value: &Temp) -> Temp {
        let file = self.file_of(value);
        let temp = self.temp_in(file);
        let (from, target) = (self.reg(value), self.reg(&temp));
        self.emit(move_between(file, target, from));
        temp
    }

    /// Ends a temporary and puts its value into a register of the same file that is not for
    /// temporaries. When the last instruction made the value, it puts it there itself.
    pub(crate) fn move_out(&mut self, temp: Temp, target: Reg) {
        let (file, from) = (self.file_of(&temp), self.reg(&temp));
        self.free(temp);
        match self.code.last() {
            Some((item, insn)) if insn.rd == from && makes(insn, file) => {
                insn.rd = target;
                let is_idle = *insn == Insn::i(Op::Addi, target, target, 0);
                if !self.rows.retarget(item, target) && is_idle {
                    self.code.pop();
                }
            }
            _ => {
                self.emit(move_between(file, target, from));
            }
        }
    }

    /// A load or store of a register at an offset from the CFA.
    pub(crate) fn frame_access(&mut self, op: Op, register: Reg, offset: i32) {
        let is_store = op.row().format == Format::S;
        let (base, offset) = self.frame_base(offset);
        self.emit(match is_store {
            true => Insn::s(op, register, base, offset),
            false => Insn::i(op, register, base, offset),
        });
    }
}

/// A move within a file; of a floating value the whole register, whatever its type.
pub(crate) fn move_between(file: Kind, target: Reg, from: Reg) -> Insn {
    match file {
        Kind::Integer => Insn::i(Op::Addi, target, from, 0),
        Kind::Float => Insn::r(Op::FsgnjD, target, from, from),
    }
}

/// Whether an instruction has its result in a register of that file.
fn makes(insn: &Insn, file: Kind) -> bool {
    let has_result = !matches!(insn.op.row().format, Format::S | Format::B);
    has_result && insn.op.kinds().0 == file
}
