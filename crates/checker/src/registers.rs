//! The planes of registers, and how each instruction carries poison and tags on.

mod floating;

use crate::planes::{Planes, low_bytes};
use crate::tags::Tag;
use machine::Hart;
use riscv::{Insn, Op, Reg, TABLE};

/// How an instruction carries poison from its operands to its result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flow {
    /// It has no result in an integer register.
    Nothing,
    /// Its result has no operands: always good.
    Clean,
    /// It loads so many bytes; sign-extended or not.
    Load(u8, bool),
    /// It stores so many bytes of rs2.
    Store(u8),
    /// It loads and stores so many bytes at rs1.
    Atomic(u8),
    /// `addi`: with an immediate of 0, a move.
    Add(Source, Width),
    And(Source),
    Or(Source),
    Xor(Source),
    Shift(Direction, Source, Width),
    /// One bit, from all bits of both.
    Compare(Source),
    /// Every bit depends on every bit.
    Mix,
    /// It computes in floating-point registers, or moves from or to them.
    Floating,
}

/// The second operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Source {
    Immediate,
    Register,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Width {
    Double,
    /// 32 bits, sign-extended.
    Word,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Direction {
    Left,
    Right,
    RightSigned,
}

const fn flow(op: Op) -> Flow {
    use Direction::{Left, Right, RightSigned};
    use Source::{Immediate, Register};
    use Width::{Double, Word};
    match op {
        Op::Lui | Op::Auipc | Op::Jal | Op::Jalr => Flow::Clean,
        Op::Beq | Op::Bne | Op::Blt | Op::Bge | Op::Bltu | Op::Bgeu => Flow::Nothing,
        Op::Fence | Op::FenceI | Op::Ecall | Op::Ebreak => Flow::Nothing,
        Op::Lb => Flow::Load(1, true),
        Op::Lh => Flow::Load(2, true),
        Op::Lw => Flow::Load(4, true),
        Op::Ld => Flow::Load(8, true),
        Op::Lbu => Flow::Load(1, false),
        Op::Lhu => Flow::Load(2, false),
        Op::Lwu => Flow::Load(4, false),
        Op::Sb => Flow::Store(1),
        Op::Sh => Flow::Store(2),
        Op::Sw => Flow::Store(4),
        Op::Sd => Flow::Store(8),
        Op::Addi => Flow::Add(Immediate, Double),
        Op::Add | Op::Sub | Op::Mul => Flow::Add(Register, Double),
        Op::Addiw => Flow::Add(Immediate, Word),
        Op::Addw | Op::Subw | Op::Mulw => Flow::Add(Register, Word),
        Op::Andi => Flow::And(Immediate),
        Op::And => Flow::And(Register),
        Op::Ori => Flow::Or(Immediate),
        Op::Or => Flow::Or(Register),
        Op::Xori => Flow::Xor(Immediate),
        Op::Xor => Flow::Xor(Register),
        Op::Slli => Flow::Shift(Left, Immediate, Double),
        Op::Srli => Flow::Shift(Right, Immediate, Double),
        Op::Srai => Flow::Shift(RightSigned, Immediate, Double),
        Op::Slliw => Flow::Shift(Left, Immediate, Word),
        Op::Srliw => Flow::Shift(Right, Immediate, Word),
        Op::Sraiw => Flow::Shift(RightSigned, Immediate, Word),
        Op::Sll => Flow::Shift(Left, Register, Double),
        Op::Srl => Flow::Shift(Right, Register, Double),
        Op::Sra => Flow::Shift(RightSigned, Register, Double),
        Op::Sllw => Flow::Shift(Left, Register, Word),
        Op::Srlw => Flow::Shift(Right, Register, Word),
        Op::Sraw => Flow::Shift(RightSigned, Register, Word),
        Op::Slti | Op::Sltiu => Flow::Compare(Immediate),
        Op::Slt | Op::Sltu => Flow::Compare(Register),
        _ => rare_flow(op),
    }
}

/// Atomics, floating point and the rest.
const fn rare_flow(op: Op) -> Flow {
    use riscv::Extension;
    let row = op.row();
    match row.extension {
        // funct3 says how wide: 2 for a word, 3 for a double word.
        Extension::A => Flow::Atomic(1 << (row.bits >> 12 & 7)),
        Extension::M => Flow::Mix,
        Extension::F | Extension::D => Flow::Floating,
        _ => Flow::Clean,
    }
}

/// The common flows as flags, which tell them apart without a table of jumps: a processor predicts those badly.
#[derive(Clone, Copy)]
struct Carry {
    /// How many bytes are loaded or stored; 0 when the result, if any, comes from registers.
    size: u8,
    is_store: bool,
    /// Whether what is loaded is sign-extended.
    is_signed: bool,
    /// Whether [`Registers::before_rare`] knows more.
    is_rare: bool,
}

/// By operation.
static CARRIES: [Carry; TABLE.len()] = {
    let mut carries = [Carry::RARE; TABLE.len()];
    let mut index = 0;
    while index < carries.len() {
        carries[index] = carry(TABLE[index].op);
        index += 1;
    }
    carries
};

impl Carry {
    const REGISTER: Carry = Carry { size: 0, is_store: false, is_signed: false, is_rare: false };
    const RARE: Carry = Carry { is_rare: true, ..Carry::REGISTER };
}

const fn carry(op: Op) -> Carry {
    match flow(op) {
        Flow::Load(size, is_signed) => Carry { size, is_signed, ..Carry::REGISTER },
        Flow::Store(size) => Carry { size, is_store: true, ..Carry::REGISTER },
        Flow::Atomic(_) | Flow::Floating => Carry::RARE,
        _ => Carry::REGISTER,
    }
}

/// What an instruction about to execute will do to the planes.
///
/// It is always written field by field where it stays: a copy as a whole, right after its fields were written, would wait for
/// every one of them.
#[derive(Clone, Copy, Debug)]
struct Pending {
    effect: Effect,
    /// How many bytes are loaded or stored; 0 for none.
    size: u8,
    /// The tag of the register's result, or of what is stored.
    tag: Tag,
    /// The same of its poison.
    poison: u64,
    /// The address of what is loaded or stored.
    address: u64,
}

/// Where an instruction's result goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Effect {
    /// To rd.
    Register,
    /// To memory.
    Memory,
    /// To rd, and what was in rs2 to memory.
    Atomic,
    /// To rd, a floating-point register.
    Floating,
    Nothing,
}

impl Pending {
    const NOTHING: Pending =
        Pending { effect: Effect::Nothing, size: 0, tag: Tag::NONE, poison: 0, address: 0 };
}

/// Poison and tags of the integer registers, poison of the floating-point registers.
#[derive(Clone, Debug)]
pub(crate) struct Registers {
    pub(crate) poison: [u64; 32],
    pub(crate) tags: [Tag; 32],
    float_poison: [u64; 32],
    pending: Pending,
}

impl Default for Registers {
    fn default() -> Registers {
        let (tags, pending) = ([Tag::NONE; 32], Pending::NOTHING);
        Registers { poison: [0; 32], tags, float_poison: [0; 32], pending }
    }
}

impl Registers {
    /// Gives a register a tag; `zero` has none.
    #[inline]
    pub(crate) fn set_tag(&mut self, reg: Reg, tag: Tag) {
        self.tags[reg.index()] = tag;
        self.tags[0] = Tag::NONE;
    }

    #[inline]
    fn set(&mut self, reg: Reg, poison: u64, tag: Tag) {
        self.poison[reg.index()] = poison;
        self.poison[0] = 0;
        self.set_tag(reg, tag);
    }

    /// A register that the kernel has given a value.
    pub(crate) fn set_clean(&mut self, reg: Reg) {
        self.set(reg, 0, Tag::NONE);
    }

    /// The registers are others than before, of which nothing is known.
    pub(crate) fn set_all_clean(&mut self) {
        (0..32).filter_map(Reg::new).for_each(|reg| self.set_clean(reg));
        self.float_poison = [0; 32];
    }

    /// Finds out, before an instruction, what it will do.
    #[inline(always)]
    pub(crate) fn before(&mut self, planes: &mut Planes, hart: &Hart, insn: &Insn) {
        let Carry { size, is_store, is_signed, is_rare } = CARRIES[insn.op as usize];
        let (source, second) = (insn.rs1.index(), insn.rs2.index());
        let address = hart.get(insn.rs1).wrapping_add(insn.imm as i64 as u64);
        if is_rare {
            self.pending = self.before_rare(planes, hart, insn);
        } else if size == 0 {
            let is_clean = self.poison[source] | self.poison[second] == 0;
            let poison = if is_clean { 0 } else { self.result_poison(hart, insn) };
            let is_move = insn.op == Op::Addi && insn.imm == 0;
            let tag = if is_move { self.tags[source] } else { Tag::NONE };
            self.pending = Pending { effect: Effect::Register, size, tag, poison, address };
        } else if is_store {
            let poison = self.poison[second] & low_bytes(usize::from(size));
            let tag = self.tags[second];
            self.pending = Pending { effect: Effect::Memory, size, tag, poison, address };
        } else {
            let (poison, tag) = planes.load(address, usize::from(size));
            let is_extended = poison != 0 && is_signed;
            let poison = if is_extended { sign_extend(poison, size) } else { poison };
            self.pending = Pending { effect: Effect::Register, size, tag, poison, address };
        }
    }

    #[inline(never)]
    fn before_rare(&self, planes: &mut Planes, hart: &Hart, insn: &Insn) -> Pending {
        match flow(insn.op) {
            Flow::Floating => self.before_floating(planes, hart, insn),
            Flow::Atomic(size) => {
                // An atomic's immediate holds its ordering bits; its address is rs1 alone.
                let address = hart.get(insn.rs1);
                let (poison, tag) = planes.load(address, usize::from(size));
                let poison = sign_extend(poison, size);
                Pending { effect: Effect::Atomic, size, tag, poison, address }
            }
            _ => Pending::NOTHING,
        }
    }

    /// Whether anything is indeterminate in what the instruction loads, if it loads exactly those bytes.
    #[inline(always)]
    pub(crate) fn loads_poison(&self, address: u64, size: u32) -> Option<bool> {
        let Pending { effect, size: loaded, .. } = self.pending;
        let is_that = effect == Effect::Register && u32::from(loaded) == size;
        (is_that && self.pending.address == address).then_some(self.pending.poison != 0)
    }

    /// The poison of an arithmetic instruction's result.
    #[cold]
    #[inline(never)]
    fn result_poison(&self, hart: &Hart, insn: &Insn) -> u64 {
        let (a, p) = (hart.get(insn.rs1), self.poison[insn.rs1.index()]);
        let second = |source| match source {
            Source::Immediate => (insn.imm as i64 as u64, 0),
            Source::Register => (hart.get(insn.rs2), self.poison[insn.rs2.index()]),
        };
        match flow(insn.op) {
            Flow::Add(Source::Immediate, Width::Double) if insn.imm == 0 => p,
            Flow::Add(source, width) => narrow(smear_left(p | second(source).1), width),
            Flow::And(source) => {
                let (b, q) = second(source);
                (p | q) & (a | p) & (b | q)
            }
            Flow::Or(source) => {
                let (b, q) = second(source);
                (p | q) & (!a | p) & (!b | q)
            }
            Flow::Xor(source) => p | second(source).1,
            Flow::Shift(direction, source, width) => {
                let (amount, q) = second(source);
                if q != 0 { u64::MAX } else { shift(p, direction, width, amount) }
            }
            Flow::Compare(source) => u64::from(p | second(source).1 != 0),
            Flow::Mix => u64::MAX,
            _ => 0,
        }
    }

    /// Carries poison and tags through an instruction that has retired.
    #[inline(always)]
    pub(crate) fn retired(&mut self, planes: &mut Planes, insn: &Insn) {
        let Pending { effect, size, tag, poison, address } = self.pending;
        if effect == Effect::Register {
            self.set(insn.rd, poison, tag);
        } else if effect == Effect::Memory {
            planes.store(address, usize::from(size), poison, tag);
        } else if effect == Effect::Atomic {
            // What is in memory afterwards counts as good: atomics are judged where they are checked.
            if !matches!(insn.op, Op::LrW | Op::LrD) {
                planes.store(address, usize::from(size), 0, self.tags[insn.rs2.index()]);
            }
            self.set(insn.rd, poison, tag);
        } else if effect == Effect::Floating {
            self.float_poison[insn.rd.index()] = poison;
        }
    }
}

/// A sum's bit depends on the bits below it, through carries.
fn smear_left(poison: u64) -> u64 {
    poison | poison.wrapping_neg()
}

fn narrow(poison: u64, width: Width) -> u64 {
    match width {
        Width::Double => poison,
        Width::Word => poison as i32 as i64 as u64,
    }
}

fn shift(poison: u64, direction: Direction, width: Width, amount: u64) -> u64 {
    let word = poison as u32;
    match (width, direction) {
        (Width::Double, Direction::Left) => poison << (amount & 63),
        (Width::Double, Direction::Right) => poison >> (amount & 63),
        (Width::Double, Direction::RightSigned) => (poison as i64 >> (amount & 63)) as u64,
        (Width::Word, Direction::Left) => (word << (amount & 31)) as i32 as i64 as u64,
        (Width::Word, Direction::Right) => (word >> (amount & 31)) as i32 as i64 as u64,
        (Width::Word, Direction::RightSigned) => (word as i32 >> (amount & 31)) as i64 as u64,
    }
}

fn sign_extend(poison: u64, size: u8) -> u64 {
    let unused = 64 - 8 * u32::from(size.clamp(1, 8));
    ((poison << unused) as i64 >> unused) as u64
}

#[cfg(test)]
mod tests;
