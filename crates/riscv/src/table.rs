//! The instruction table: one row per instruction, from which everything else derives.

use crate::format::{Format, Kind};

/// The part of the instruction set that an instruction belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extension {
    /// RV64I, the base integer set.
    I,
    /// Integer multiplication and division.
    M,
    /// Atomic instructions.
    A,
    /// Single-precision floating point.
    F,
    /// Double-precision floating point.
    D,
    /// Control and status register instructions.
    Zicsr,
    /// Instruction-fetch fence.
    Zifencei,
    /// Bit manipulation: address generation.
    Zba,
    /// Bit manipulation: basic.
    Zbb,
    /// Bit manipulation: single bits.
    Zbs,
}

/// What the table says about one instruction.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The operation.
    pub op: Op,
    /// Its name in assembly.
    pub mnemonic: &'static str,
    /// Where its operands are.
    pub format: Format,
    /// Its identifying bits; operand bits are zero.
    pub bits: u32,
    /// Where it is defined.
    pub extension: Extension,
    /// What it does, in one line of `u64` arithmetic unless it says otherwise.
    pub meaning: &'static str,
}

impl Row {
    /// The bits that identify the instruction: `word & mask() == bits`.
    pub const fn mask(&self) -> u32 {
        self.format.mask()
    }
}

impl Op {
    /// The operation's row.
    pub const fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The operation's name in assembly.
    pub const fn mnemonic(self) -> &'static str {
        self.row().mnemonic
    }

    /// Which register files rd, rs1 and rs2 are in, where the format has them.
    pub const fn kinds(self) -> (Kind, Kind, Kind) {
        use Kind::{Float, Integer};
        let float = matches!(self.row().extension, Extension::F | Extension::D);
        match self.row().format {
            Format::Load if float => (Float, Integer, Integer),
            Format::S if float => (Integer, Integer, Float),
            Format::FloatRound | Format::FloatFused => (Float, Float, Float),
            Format::FloatR if self.compares() => (Integer, Float, Float),
            Format::FloatR => (Float, Float, Float),
            Format::FloatUnary | Format::FloatMove => self.conversion_kinds(),
            _ => (Integer, Integer, Integer),
        }
    }

    /// `feq`, `flt` and `fle` deliver an integer.
    const fn compares(self) -> bool {
        self.row().bits >> 27 == 0b10100
    }

    /// funct5 11x00 delivers an integer register, 11x10 takes one.
    /// **Rule**: RISC-V unprivileged "Single-Precision Floating-Point Conversion and Move".
    const fn conversion_kinds(self) -> (Kind, Kind, Kind) {
        let funct5 = self.row().bits >> 27;
        let rd = if funct5 & 0b11011 == 0b11000 { Kind::Integer } else { Kind::Float };
        let rs1 = if funct5 & 0b11011 == 0b11010 { Kind::Integer } else { Kind::Float };
        (rd, rs1, Kind::Integer)
    }
}

macro_rules! instructions {
    ($($op:ident $mnemonic:literal $format:ident $bits:literal $extension:ident $meaning:literal;)*)
    => {
        /// An operation of the instruction set; its row is [`Op::row`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Op {
            $(#[doc = concat!("`", $mnemonic, "`: ", $meaning)] $op,)*
        }

        /// The instruction set, in the order of the manual; `TABLE[op as usize].op == op`.
        pub const TABLE: &[Row] = &[$(Row {
            op: Op::$op,
            mnemonic: $mnemonic,
            format: Format::$format,
            bits: $bits,
            extension: Extension::$extension,
            meaning: $meaning,
        },)*];
    };
}

instructions! {
    Lui "lui" U 0x0000_0037 I "rd = imm";
    Auipc "auipc" U 0x0000_0017 I "rd = pc + imm";
    Jal "jal" J 0x0000_006f I "rd = pc + length; pc = pc + imm";
    Jalr "jalr" Load 0x0000_0067 I "rd = pc + length; pc = (rs1 + imm) with bit 0 cleared";
    Beq "beq" B 0x0000_0063 I "if rs1 == rs2, pc = pc + imm";
    Bne "bne" B 0x0000_1063 I "if rs1 != rs2, pc = pc + imm";
    Blt "blt" B 0x0000_4063 I "if rs1 < rs2 (signed), pc = pc + imm";
    Bge "bge" B 0x0000_5063 I "if rs1 >= rs2 (signed), pc = pc + imm";
    Bltu "bltu" B 0x0000_6063 I "if rs1 < rs2 (unsigned), pc = pc + imm";
    Bgeu "bgeu" B 0x0000_7063 I "if rs1 >= rs2 (unsigned), pc = pc + imm";
    Lb "lb" Load 0x0000_0003 I "rd = the byte at rs1 + imm, sign-extended";
    Lh "lh" Load 0x0000_1003 I "rd = the 2 bytes at rs1 + imm, sign-extended";
    Lw "lw" Load 0x0000_2003 I "rd = the 4 bytes at rs1 + imm, sign-extended";
    Ld "ld" Load 0x0000_3003 I "rd = the 8 bytes at rs1 + imm";
    Lbu "lbu" Load 0x0000_4003 I "rd = the byte at rs1 + imm, zero-extended";
    Lhu "lhu" Load 0x0000_5003 I "rd = the 2 bytes at rs1 + imm, zero-extended";
    Lwu "lwu" Load 0x0000_6003 I "rd = the 4 bytes at rs1 + imm, zero-extended";
    Sb "sb" S 0x0000_0023 I "the byte at rs1 + imm = rs2";
    Sh "sh" S 0x0000_1023 I "the 2 bytes at rs1 + imm = rs2";
    Sw "sw" S 0x0000_2023 I "the 4 bytes at rs1 + imm = rs2";
    Sd "sd" S 0x0000_3023 I "the 8 bytes at rs1 + imm = rs2";
    Addi "addi" I 0x0000_0013 I "rd = rs1 + imm";
    Slti "slti" I 0x0000_2013 I "rd = 1 if rs1 < imm (signed), else 0";
    Sltiu "sltiu" I 0x0000_3013 I "rd = 1 if rs1 < imm (unsigned), else 0";
    Xori "xori" I 0x0000_4013 I "rd = rs1 ^ imm";
    Ori "ori" I 0x0000_6013 I "rd = rs1 | imm";
    Andi "andi" I 0x0000_7013 I "rd = rs1 & imm";
    Slli "slli" Shift 0x0000_1013 I "rd = rs1 << imm";
    Srli "srli" Shift 0x0000_5013 I "rd = rs1 >> imm, zeros shifted in";
    Srai "srai" Shift 0x4000_5013 I "rd = rs1 >> imm, the sign shifted in";
    Addiw "addiw" I 0x0000_001b I "rd = the low 32 bits of rs1 + imm, sign-extended";
    Slliw "slliw" ShiftWord 0x0000_101b I "rd = the low 32 bits of rs1 << imm, sign-extended";
    Srliw "srliw" ShiftWord 0x0000_501b I "rd = rs1's low 32 bits >> imm, sign-extended";
    Sraiw "sraiw" ShiftWord 0x4000_501b I "rd = rs1's low 32 bits >> imm, the sign shifted in";
    Add "add" R 0x0000_0033 I "rd = rs1 + rs2";
    Sub "sub" R 0x4000_0033 I "rd = rs1 - rs2";
    Sll "sll" R 0x0000_1033 I "rd = rs1 << rs2's low 6 bits";
    Slt "slt" R 0x0000_2033 I "rd = 1 if rs1 < rs2 (signed), else 0";
    Sltu "sltu" R 0x0000_3033 I "rd = 1 if rs1 < rs2 (unsigned), else 0";
    Xor "xor" R 0x0000_4033 I "rd = rs1 ^ rs2";
    Srl "srl" R 0x0000_5033 I "rd = rs1 >> rs2's low 6 bits, zeros shifted in";
    Sra "sra" R 0x4000_5033 I "rd = rs1 >> rs2's low 6 bits, the sign shifted in";
    Or "or" R 0x0000_6033 I "rd = rs1 | rs2";
    And "and" R 0x0000_7033 I "rd = rs1 & rs2";
    Addw "addw" R 0x0000_003b I "rd = the low 32 bits of rs1 + rs2, sign-extended";
    Subw "subw" R 0x4000_003b I "rd = the low 32 bits of rs1 - rs2, sign-extended";
    Sllw "sllw" R 0x0000_103b I "rd = the low 32 bits of rs1 << rs2's low 5, sign-extended";
    Srlw "srlw" R 0x0000_503b I "rd = rs1's low 32 bits >> rs2's low 5, sign-extended";
    Sraw "sraw" R 0x4000_503b I "rd = rs1's low 32 bits >> rs2's low 5, the sign shifted in";
    Fence "fence" Fence 0x0000_000f I "order memory accesses before it and after it";
    Ecall "ecall" System 0x0000_0073 I "trap: environment call";
    Ebreak "ebreak" System 0x0010_0073 I "trap: breakpoint";
    FenceI "fence.i" Fence 0x0000_100f Zifencei "fetches after it see stores before it";
    Csrrw "csrrw" Csr 0x0000_1073 Zicsr "rd = csr; csr = rs1";
    Csrrs "csrrs" Csr 0x0000_2073 Zicsr "rd = csr; csr = csr | rs1";
    Csrrc "csrrc" Csr 0x0000_3073 Zicsr "rd = csr; csr = csr & ~rs1";
    Csrrwi "csrrwi" CsrImmediate 0x0000_5073 Zicsr "rd = csr; csr = uimm";
    Csrrsi "csrrsi" CsrImmediate 0x0000_6073 Zicsr "rd = csr; csr = csr | uimm";
    Csrrci "csrrci" CsrImmediate 0x0000_7073 Zicsr "rd = csr; csr = csr & ~uimm";
    Mul "mul" R 0x0200_0033 M "rd = rs1 * rs2";
    Mulh "mulh" R 0x0200_1033 M "rd = the high 64 bits of rs1 * rs2 (signed)";
    Mulhsu "mulhsu" R 0x0200_2033 M "rd = the high 64 bits of rs1 (signed) * rs2 (unsigned)";
    Mulhu "mulhu" R 0x0200_3033 M "rd = the high 64 bits of rs1 * rs2 (unsigned)";
    Div "div" R 0x0200_4033 M "rd = rs1 / rs2 (signed); by zero -1";
    Divu "divu" R 0x0200_5033 M "rd = rs1 / rs2 (unsigned); by zero all ones";
    Rem "rem" R 0x0200_6033 M "rd = rs1 % rs2 (signed); by zero rs1";
    Remu "remu" R 0x0200_7033 M "rd = rs1 % rs2 (unsigned); by zero rs1";
    Mulw "mulw" R 0x0200_003b M "rd = the low 32 bits of rs1 * rs2, sign-extended";
    Divw "divw" R 0x0200_403b M "rd = rs1 / rs2 in 32 bits (signed); by zero -1";
    Divuw "divuw" R 0x0200_503b M "rd = rs1 / rs2 in 32 bits (unsigned), sign-extended";
    Remw "remw" R 0x0200_603b M "rd = rs1 % rs2 in 32 bits (signed); by zero rs1";
    Remuw "remuw" R 0x0200_703b M "rd = rs1 % rs2 in 32 bits (unsigned), sign-extended";
    LrW "lr.w" LoadReserved 0x1000_202f A "rd = the 4 bytes at rs1; reserve them";
    ScW "sc.w" Atomic 0x1800_202f A "if reserved, the 4 bytes at rs1 = rs2, rd = 0; else rd = 1";
    AmoswapW "amoswap.w" Atomic 0x0800_202f A "rd = the 4 bytes at rs1; they become rs2";
    AmoaddW "amoadd.w" Atomic 0x0000_202f A "rd = the 4 bytes at rs1; they become rd + rs2";
    AmoxorW "amoxor.w" Atomic 0x2000_202f A "rd = the 4 bytes at rs1; they become rd ^ rs2";
    AmoandW "amoand.w" Atomic 0x6000_202f A "rd = the 4 bytes at rs1; they become rd & rs2";
    AmoorW "amoor.w" Atomic 0x4000_202f A "rd = the 4 bytes at rs1; they become rd | rs2";
    AmominW "amomin.w" Atomic 0x8000_202f A "rd = 4 bytes at rs1; they become the signed minimum";
    AmomaxW "amomax.w" Atomic 0xa000_202f A "rd = 4 bytes at rs1; they become the signed maximum";
    AmominuW "amominu.w" Atomic 0xc000_202f A "rd = the 4 bytes at rs1; they become the minimum";
    AmomaxuW "amomaxu.w" Atomic 0xe000_202f A "rd = the 4 bytes at rs1; they become the maximum";
    LrD "lr.d" LoadReserved 0x1000_302f A "rd = the 8 bytes at rs1; reserve them";
    ScD "sc.d" Atomic 0x1800_302f A "if reserved, the 8 bytes at rs1 = rs2, rd = 0; else rd = 1";
    AmoswapD "amoswap.d" Atomic 0x0800_302f A "rd = the 8 bytes at rs1; they become rs2";
    AmoaddD "amoadd.d" Atomic 0x0000_302f A "rd = the 8 bytes at rs1; they become rd + rs2";
    AmoxorD "amoxor.d" Atomic 0x2000_302f A "rd = the 8 bytes at rs1; they become rd ^ rs2";
    AmoandD "amoand.d" Atomic 0x6000_302f A "rd = the 8 bytes at rs1; they become rd & rs2";
    AmoorD "amoor.d" Atomic 0x4000_302f A "rd = the 8 bytes at rs1; they become rd | rs2";
    AmominD "amomin.d" Atomic 0x8000_302f A "rd = 8 bytes at rs1; they become the signed minimum";
    AmomaxD "amomax.d" Atomic 0xa000_302f A "rd = 8 bytes at rs1; they become the signed maximum";
    AmominuD "amominu.d" Atomic 0xc000_302f A "rd = the 8 bytes at rs1; they become the minimum";
    AmomaxuD "amomaxu.d" Atomic 0xe000_302f A "rd = the 8 bytes at rs1; they become the maximum";
    Flw "flw" Load 0x0000_2007 F "rd = the float at rs1 + imm";
    Fsw "fsw" S 0x0000_2027 F "the float at rs1 + imm = rs2";
    FmaddS "fmadd.s" FloatFused 0x0000_0043 F "rd = rs1 * rs2 + rs3";
    FmsubS "fmsub.s" FloatFused 0x0000_0047 F "rd = rs1 * rs2 - rs3";
    FnmsubS "fnmsub.s" FloatFused 0x0000_004b F "rd = -(rs1 * rs2) + rs3";
    FnmaddS "fnmadd.s" FloatFused 0x0000_004f F "rd = -(rs1 * rs2) - rs3";
    FaddS "fadd.s" FloatRound 0x0000_0053 F "rd = rs1 + rs2";
    FsubS "fsub.s" FloatRound 0x0800_0053 F "rd = rs1 - rs2";
    FmulS "fmul.s" FloatRound 0x1000_0053 F "rd = rs1 * rs2";
    FdivS "fdiv.s" FloatRound 0x1800_0053 F "rd = rs1 / rs2";
    FsqrtS "fsqrt.s" FloatUnary 0x5800_0053 F "rd = the square root of rs1";
    FsgnjS "fsgnj.s" FloatR 0x2000_0053 F "rd = rs1 with the sign of rs2";
    FsgnjnS "fsgnjn.s" FloatR 0x2000_1053 F "rd = rs1 with the opposite sign of rs2";
    FsgnjxS "fsgnjx.s" FloatR 0x2000_2053 F "rd = rs1 with its sign xor the sign of rs2";
    FminS "fmin.s" FloatR 0x2800_0053 F "rd = the smaller of rs1 and rs2";
    FmaxS "fmax.s" FloatR 0x2800_1053 F "rd = the larger of rs1 and rs2";
    FcvtWS "fcvt.w.s" FloatUnary 0xc000_0053 F "rd = rs1 as int32_t";
    FcvtWuS "fcvt.wu.s" FloatUnary 0xc010_0053 F "rd = rs1 as uint32_t, sign-extended";
    FcvtLS "fcvt.l.s" FloatUnary 0xc020_0053 F "rd = rs1 as int64_t";
    FcvtLuS "fcvt.lu.s" FloatUnary 0xc030_0053 F "rd = rs1 as uint64_t";
    FmvXW "fmv.x.w" FloatMove 0xe000_0053 F "rd = the 32 bits of rs1, sign-extended";
    FeqS "feq.s" FloatR 0xa000_2053 F "rd = 1 if rs1 == rs2, else 0";
    FltS "flt.s" FloatR 0xa000_1053 F "rd = 1 if rs1 < rs2, else 0";
    FleS "fle.s" FloatR 0xa000_0053 F "rd = 1 if rs1 <= rs2, else 0";
    FclassS "fclass.s" FloatMove 0xe000_1053 F "rd = the class of rs1 as one of ten bits";
    FcvtSW "fcvt.s.w" FloatUnary 0xd000_0053 F "rd = rs1 (int32_t) as float";
    FcvtSWu "fcvt.s.wu" FloatUnary 0xd010_0053 F "rd = rs1 (uint32_t) as float";
    FcvtSL "fcvt.s.l" FloatUnary 0xd020_0053 F "rd = rs1 (int64_t) as float";
    FcvtSLu "fcvt.s.lu" FloatUnary 0xd030_0053 F "rd = rs1 (uint64_t) as float";
    FmvWX "fmv.w.x" FloatMove 0xf000_0053 F "rd's 32 bits = the low 32 bits of rs1";
    Fld "fld" Load 0x0000_3007 D "rd = the double at rs1 + imm";
    Fsd "fsd" S 0x0000_3027 D "the double at rs1 + imm = rs2";
    FmaddD "fmadd.d" FloatFused 0x0200_0043 D "rd = rs1 * rs2 + rs3";
    FmsubD "fmsub.d" FloatFused 0x0200_0047 D "rd = rs1 * rs2 - rs3";
    FnmsubD "fnmsub.d" FloatFused 0x0200_004b D "rd = -(rs1 * rs2) + rs3";
    FnmaddD "fnmadd.d" FloatFused 0x0200_004f D "rd = -(rs1 * rs2) - rs3";
    FaddD "fadd.d" FloatRound 0x0200_0053 D "rd = rs1 + rs2";
    FsubD "fsub.d" FloatRound 0x0a00_0053 D "rd = rs1 - rs2";
    FmulD "fmul.d" FloatRound 0x1200_0053 D "rd = rs1 * rs2";
    FdivD "fdiv.d" FloatRound 0x1a00_0053 D "rd = rs1 / rs2";
    FsqrtD "fsqrt.d" FloatUnary 0x5a00_0053 D "rd = the square root of rs1";
    FsgnjD "fsgnj.d" FloatR 0x2200_0053 D "rd = rs1 with the sign of rs2";
    FsgnjnD "fsgnjn.d" FloatR 0x2200_1053 D "rd = rs1 with the opposite sign of rs2";
    FsgnjxD "fsgnjx.d" FloatR 0x2200_2053 D "rd = rs1 with its sign xor the sign of rs2";
    FminD "fmin.d" FloatR 0x2a00_0053 D "rd = the smaller of rs1 and rs2";
    FmaxD "fmax.d" FloatR 0x2a00_1053 D "rd = the larger of rs1 and rs2";
    FcvtSD "fcvt.s.d" FloatUnary 0x4010_0053 D "rd = rs1 (double) as float";
    FcvtDS "fcvt.d.s" FloatUnary 0x4200_0053 D "rd = rs1 (float) as double";
    FeqD "feq.d" FloatR 0xa200_2053 D "rd = 1 if rs1 == rs2, else 0";
    FltD "flt.d" FloatR 0xa200_1053 D "rd = 1 if rs1 < rs2, else 0";
    FleD "fle.d" FloatR 0xa200_0053 D "rd = 1 if rs1 <= rs2, else 0";
    FclassD "fclass.d" FloatMove 0xe200_1053 D "rd = the class of rs1 as one of ten bits";
    FcvtWD "fcvt.w.d" FloatUnary 0xc200_0053 D "rd = rs1 as int32_t";
    FcvtWuD "fcvt.wu.d" FloatUnary 0xc210_0053 D "rd = rs1 as uint32_t, sign-extended";
    FcvtLD "fcvt.l.d" FloatUnary 0xc220_0053 D "rd = rs1 as int64_t";
    FcvtLuD "fcvt.lu.d" FloatUnary 0xc230_0053 D "rd = rs1 as uint64_t";
    FmvXD "fmv.x.d" FloatMove 0xe200_0053 D "rd = the 64 bits of rs1";
    FcvtDW "fcvt.d.w" FloatUnary 0xd200_0053 D "rd = rs1 (int32_t) as double";
    FcvtDWu "fcvt.d.wu" FloatUnary 0xd210_0053 D "rd = rs1 (uint32_t) as double";
    FcvtDL "fcvt.d.l" FloatUnary 0xd220_0053 D "rd = rs1 (int64_t) as double";
    FcvtDLu "fcvt.d.lu" FloatUnary 0xd230_0053 D "rd = rs1 (uint64_t) as double";
    FmvDX "fmv.d.x" FloatMove 0xf200_0053 D "rd's 64 bits = rs1";
    AddUw "add.uw" R 0x0800_003b Zba "rd = rs1's low 32 bits, zero-extended, + rs2";
    Sh1add "sh1add" R 0x2000_2033 Zba "rd = (rs1 << 1) + rs2";
    Sh2add "sh2add" R 0x2000_4033 Zba "rd = (rs1 << 2) + rs2";
    Sh3add "sh3add" R 0x2000_6033 Zba "rd = (rs1 << 3) + rs2";
    Sh1addUw "sh1add.uw" R 0x2000_203b Zba "rd = (rs1's low 32 bits, zero-extended, << 1) + rs2";
    Sh2addUw "sh2add.uw" R 0x2000_403b Zba "rd = (rs1's low 32 bits, zero-extended, << 2) + rs2";
    Sh3addUw "sh3add.uw" R 0x2000_603b Zba "rd = (rs1's low 32 bits, zero-extended, << 3) + rs2";
    SlliUw "slli.uw" Shift 0x0800_101b Zba "rd = rs1's low 32 bits, zero-extended, << imm";
    Andn "andn" R 0x4000_7033 Zbb "rd = rs1 & ~rs2";
    Orn "orn" R 0x4000_6033 Zbb "rd = rs1 | ~rs2";
    Xnor "xnor" R 0x4000_4033 Zbb "rd = ~(rs1 ^ rs2)";
    Clz "clz" Unary 0x6000_1013 Zbb "rd = how many zeros precede rs1's first 1, or 64";
    Clzw "clzw" Unary 0x6000_101b Zbb "rd = how many zeros precede the first 1 of 32 bits, or 32";
    Ctz "ctz" Unary 0x6010_1013 Zbb "rd = how many zeros follow rs1's last 1, or 64";
    Ctzw "ctzw" Unary 0x6010_101b Zbb "rd = how many zeros follow the last 1 of 32 bits, or 32";
    Cpop "cpop" Unary 0x6020_1013 Zbb "rd = how many bits of rs1 are 1";
    Cpopw "cpopw" Unary 0x6020_101b Zbb "rd = how many of rs1's low 32 bits are 1";
    Max "max" R 0x0a00_6033 Zbb "rd = the larger of rs1 and rs2 (signed)";
    Maxu "maxu" R 0x0a00_7033 Zbb "rd = the larger of rs1 and rs2 (unsigned)";
    Min "min" R 0x0a00_4033 Zbb "rd = the smaller of rs1 and rs2 (signed)";
    Minu "minu" R 0x0a00_5033 Zbb "rd = the smaller of rs1 and rs2 (unsigned)";
    SextB "sext.b" Unary 0x6040_1013 Zbb "rd = rs1's low byte, sign-extended";
    SextH "sext.h" Unary 0x6050_1013 Zbb "rd = rs1's low 16 bits, sign-extended";
    ZextH "zext.h" Unary 0x0800_403b Zbb "rd = rs1's low 16 bits, zero-extended";
    Rol "rol" R 0x6000_1033 Zbb "rd = rs1 rotated left by rs2's low 6 bits";
    Rolw "rolw" R 0x6000_103b Zbb "rd = 32 bits rotated left by rs2's low 5, sign-extended";
    Ror "ror" R 0x6000_5033 Zbb "rd = rs1 rotated right by rs2's low 6 bits";
    Rori "rori" Shift 0x6000_5013 Zbb "rd = rs1 rotated right by imm";
    Roriw "roriw" ShiftWord 0x6000_501b Zbb "rd = 32 bits rotated right by imm, sign-extended";
    Rorw "rorw" R 0x6000_503b Zbb "rd = 32 bits rotated right by rs2's low 5, sign-extended";
    OrcB "orc.b" Unary 0x2870_5013 Zbb "rd = rs1 with every byte that is not 0 made all ones";
    Rev8 "rev8" Unary 0x6b80_5013 Zbb "rd = rs1 with its bytes in reverse order";
    Bclr "bclr" R 0x4800_1033 Zbs "rd = rs1 with the bit of rs2's low 6 cleared";
    Bclri "bclri" Shift 0x4800_1013 Zbs "rd = rs1 with bit imm cleared";
    Bext "bext" R 0x4800_5033 Zbs "rd = the bit of rs1 that rs2's low 6 bits number";
    Bexti "bexti" Shift 0x4800_5013 Zbs "rd = bit imm of rs1";
    Binv "binv" R 0x6800_1033 Zbs "rd = rs1 with the bit of rs2's low 6 inverted";
    Binvi "binvi" Shift 0x6800_1013 Zbs "rd = rs1 with bit imm inverted";
    Bset "bset" R 0x2800_1033 Zbs "rd = rs1 with the bit of rs2's low 6 set";
    Bseti "bseti" Shift 0x2800_1013 Zbs "rd = rs1 with bit imm set";
}
