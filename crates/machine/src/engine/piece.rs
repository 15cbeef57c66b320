//! The fast forms: which instructions have one, and how its op holds the operands.

use super::step::alone;
use super::{FastHandler, Op, slow};
use riscv::{Format, Insn, Kind as File, Op as Code, Reg};

/// What an instruction is to the engine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Kind {
    /// Its operation, with all its operands.
    Do(Code),
    /// Nothing.
    Nop,
    /// `rd = imm`: `lui`, and `addi` from `zero`.
    Li,
    /// `rd = the page's address + imm`: `auipc`.
    La,
    /// `pc = pc + imm`: `jal` without a link.
    J,
    /// `pc = rs1 + imm`: `jalr` without a link.
    Jr,
}

/// Whether the engine has a fast form of an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// It has.
    Fast(Kind),
    /// It has not.
    Exact,
}

/// The fast form of an instruction.
pub(crate) fn form(insn: &Insn) -> Form {
    let is_discarded = insn.rd == Reg::ZERO;
    let kind = match insn.op {
        Code::Jal if is_discarded => Kind::J,
        Code::Jalr if is_discarded => Kind::Jr,
        Code::Lui | Code::Auipc if is_discarded => Kind::Nop,
        Code::Lui => Kind::Li,
        Code::Auipc => Kind::La,
        Code::Addi if insn.rs1 == Reg::ZERO && !is_discarded => Kind::Li,
        Code::Fence | Code::FenceI => Kind::Nop,
        op => match class(op) {
            Class::Register | Class::Immediate if is_discarded => Kind::Nop,
            Class::Load if is_discarded => return Form::Exact,
            Class::Float if !is_nearest(insn) => return Form::Exact,
            Class::ToFloat if insn.imm != 0 => return Form::Exact,
            Class::Compare | Class::ToInteger if is_discarded => return Form::Exact,
            Class::None => return Form::Exact,
            _ => Kind::Do(op),
        },
    };
    Form::Fast(kind)
}

/// Whether the instruction rounds as `fcsr` says, or to nearest anyway.
fn is_nearest(insn: &Insn) -> bool {
    !matches!(insn.op.row().format, Format::FloatRound | Format::FloatFused | Format::FloatUnary)
        || matches!(insn.imm & 7, 0 | 7)
}

/// Instructions of one shape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Register,
    Immediate,
    Load,
    LoadFloat,
    Store,
    StoreFloat,
    Branch,
    Jump,
    /// Float arithmetic that rounds: fast when it rounds to nearest, and NX is set already.
    Float,
    /// To an integer register.
    Compare,
    ToInteger,
    /// From an integer register, exactly.
    ToFloat,
    /// Between float registers, bit by bit.
    Sign,
    None,
}

pub(super) const fn class(op: Code) -> Class {
    match op {
        Code::Add | Code::Sub | Code::Sll | Code::Slt | Code::Sltu | Code::Xor | Code::Srl => {
            Class::Register
        }
        Code::Sra | Code::Or | Code::And | Code::Addw | Code::Subw | Code::Sllw | Code::Srlw => {
            Class::Register
        }
        Code::Sraw | Code::Mul | Code::Mulh | Code::Mulhu | Code::Mulw => Class::Register,
        Code::Div | Code::Divu | Code::Rem | Code::Remu => Class::Register,
        Code::Divw | Code::Divuw | Code::Remw | Code::Remuw => Class::Register,
        Code::Addi | Code::Slti | Code::Sltiu | Code::Xori | Code::Ori | Code::Andi => {
            Class::Immediate
        }
        Code::Slli | Code::Srli | Code::Srai => Class::Immediate,
        Code::Addiw | Code::Slliw | Code::Srliw | Code::Sraiw => Class::Immediate,
        Code::Lb | Code::Lh | Code::Lw | Code::Ld | Code::Lbu | Code::Lhu | Code::Lwu => {
            Class::Load
        }
        Code::Fld => Class::LoadFloat,
        Code::Sb | Code::Sh | Code::Sw | Code::Sd => Class::Store,
        Code::Fsd | Code::Fsw => Class::StoreFloat,
        Code::Beq | Code::Bne | Code::Blt | Code::Bge | Code::Bltu | Code::Bgeu => Class::Branch,
        Code::Jal | Code::Jalr => Class::Jump,
        Code::FaddD | Code::FsubD | Code::FmulD | Code::FdivD | Code::FsqrtD => Class::Float,
        Code::FmaddD | Code::FmsubD | Code::FnmsubD | Code::FnmaddD => Class::Float,
        Code::FeqD | Code::FltD | Code::FleD => Class::Compare,
        Code::FmvXD => Class::ToInteger,
        Code::FmvDX | Code::FcvtDW => Class::ToFloat,
        Code::FsgnjD | Code::FsgnjnD | Code::FsgnjxD => Class::Sign,
        _ => Class::None,
    }
}

impl Kind {
    /// Its number, as a parameter of a handler.
    pub(super) const fn number(self) -> u8 {
        match self {
            Kind::Nop => u8::MAX,
            Kind::Li => u8::MAX - 1,
            Kind::La => u8::MAX - 2,
            Kind::J => u8::MAX - 3,
            Kind::Jr => u8::MAX - 4,
            Kind::Do(op) => op as u8,
        }
    }

    /// The kind with that number.
    pub(super) const fn of(number: u8) -> Kind {
        match u8::MAX - number {
            0 => Kind::Nop,
            1 => Kind::Li,
            2 => Kind::La,
            3 => Kind::J,
            4 => Kind::Jr,
            _ => Kind::Do(riscv::TABLE[number as usize].op),
        }
    }

    /// Whether it may go elsewhere than to the next instruction.
    pub(crate) const fn is_transfer(self) -> bool {
        match self {
            Kind::J | Kind::Jr => true,
            Kind::Do(op) => matches!(class(op), Class::Branch | Class::Jump),
            Kind::Nop | Kind::Li | Kind::La => false,
        }
    }

    /// Which register files rs1 and rs2 are read from, and rd is written to.
    pub(crate) const fn files(self) -> (Option<File>, Option<File>, Option<File>) {
        const X: Option<File> = Some(File::Integer);
        const F: Option<File> = Some(File::Float);
        match self {
            Kind::Nop | Kind::J => (None, None, None),
            Kind::Jr => (X, None, None),
            Kind::Li | Kind::La => (None, None, X),
            Kind::Do(op) => match class(op) {
                Class::Register => (X, X, X),
                Class::Immediate | Class::Load => (X, None, X),
                Class::LoadFloat | Class::ToFloat => (X, None, F),
                Class::Store | Class::Branch => (X, X, None),
                Class::StoreFloat => (X, F, None),
                Class::Jump if matches!(op, Code::Jal) => (None, None, X),
                Class::Jump => (X, None, X),
                Class::Float | Class::Sign => (F, F, F),
                Class::Compare => (F, F, X),
                Class::ToInteger => (F, None, X),
                Class::None => (None, None, None),
            },
        }
    }
}

/// The op of an instruction that has a fast form, at an offset in its page.
pub(super) fn operands(insn: &Insn, offset: i32) -> Op {
    let Form::Fast(kind) = form(insn) else { return Op::exact() };
    let mut op = Op::new(handler(kind), insn.imm);
    (op.rd, op.rs1, op.rs2) = [insn.rd, insn.rs1, insn.rs2].map(|reg| reg.index() as u8).into();
    let next = offset + i32::from(insn.length);
    match kind {
        Kind::La => op.imm = offset.wrapping_add(insn.imm),
        Kind::J => op.imm = Op::target(offset + insn.imm),
        Kind::Do(Code::Jal) => {
            op.imm = Op::target(offset + insn.imm);
            [op.rs1, op.rs2] = (next as u16).to_le_bytes();
        }
        Kind::Do(Code::Jalr) => op.imm = next << 12 | insn.imm & 0xfff,
        Kind::Do(code) if matches!(class(code), Class::Branch) => {
            op.imm = Op::target(offset + insn.imm);
        }
        Kind::Do(code) if matches!(code.row().format, Format::FloatFused) => op.imm >>= 3,
        _ => {}
    }
    op
}

/// Where an operand comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Operand {
    /// The register.
    Register,
    /// The result of an earlier instruction of the sequence, which has the same register.
    Result(u8),
    /// The register that all such operands of the sequence share; nobody writes it before.
    Shared,
}

/// An instruction within a sequence.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) rs1: Operand,
    pub(crate) rs2: Operand,
    /// The later instruction of the sequence that overwrites the result, when nobody reads it
    /// from the register before.
    pub(crate) overwritten_by: Option<u8>,
}

impl Piece {
    /// An instruction by itself.
    pub(crate) const fn alone(kind: Kind) -> Piece {
        let register = Operand::Register;
        Piece { kind, rs1: register, rs2: register, overwritten_by: None }
    }
}

/// The most instructions in a sequence.
pub(crate) const LONGEST: usize = 16;

macro_rules! handlers {
    ($($code:ident)*) => {
        /// The handler of an instruction by itself.
        fn handler(kind: Kind) -> FastHandler {
            match kind {
                Kind::Nop => alone::<{ Kind::Nop.number() }>,
                Kind::Li => alone::<{ Kind::Li.number() }>,
                Kind::La => alone::<{ Kind::La.number() }>,
                Kind::J => alone::<{ Kind::J.number() }>,
                Kind::Jr => alone::<{ Kind::Jr.number() }>,
                $(Kind::Do(Code::$code) => alone::<{ Kind::Do(Code::$code).number() }>,)*
                Kind::Do(_) => slow::exact,
            }
        }
    };
}

handlers! {
    Add Sub Sll Slt Sltu Xor Srl Sra Or And Addw Subw Sllw Srlw Sraw
    Mul Mulh Mulhu Mulw Div Divu Rem Remu Divw Divuw Remw Remuw
    Addi Slti Sltiu Xori Ori Andi Slli Srli Srai Addiw Slliw Srliw Sraiw
    Lb Lh Lw Ld Lbu Lhu Lwu Fld Sb Sh Sw Sd Fsd Fsw
    Beq Bne Blt Bge Bltu Bgeu Jal Jalr
    FaddD FsubD FmulD FdivD FsqrtD FmaddD FmsubD FnmsubD FnmaddD FeqD FltD FleD FmvXD FmvDX FcvtDW
    FsgnjD FsgnjnD FsgnjxD
}

/// Whether a jump writes a register: a branch does not.
pub(super) fn has_destination(jump: &Insn) -> bool {
    matches!(form(jump), Form::Fast(kind) if kind.files().2.is_some())
}

/// The third register that an instruction reads: the addend of a fused multiply-add.
pub(super) fn third_register(insn: &Insn) -> Option<Reg> {
    let is_fused = insn.op.row().format == Format::FloatFused;
    is_fused.then(|| Reg::new((insn.imm >> 3 & 31) as u8)).flatten()
}
