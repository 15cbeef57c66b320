//! The 16-bit instructions of the C extension, each a row that expands to a 32-bit one.

use crate::format::field;
use crate::{Insn, Op, Reg};

/// What the table says about one compressed instruction.
///
/// **Rule**: RISC-V unprivileged "C Extension for Compressed Instructions".
#[derive(Clone, Copy, Debug)]
pub struct CompressedRow {
    /// Its name in assembly.
    pub mnemonic: &'static str,
    /// The bits that identify it: `parcel & mask == bits`.
    pub mask: u16,
    /// Their values.
    pub bits: u16,
    /// The operation that it expands to.
    pub op: Op,
    /// How its operands are laid out.
    pub operands: CompressedFormat,
}

/// The layouts of compressed operands, by what they expand to.
///
/// `rd'`, `rs1'`, `rs2'` are three-bit fields that name x8 to x15.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompressedFormat {
    /// CIW: `addi rd',sp,nzuimm`.
    StackAddress,
    /// CL, 4 bytes: `lw rd',uimm(rs1')`.
    LoadWord,
    /// CL, 8 bytes: `ld rd',uimm(rs1')`.
    LoadDouble,
    /// CS, 4 bytes: `sw rs2',uimm(rs1')`.
    StoreWord,
    /// CS, 8 bytes: `sd rs2',uimm(rs1')`.
    StoreDouble,
    /// CI: `addi rd,rd,imm`.
    Immediate,
    /// CI: `addiw rd,rd,imm`, rd not zero.
    ImmediateNotZero,
    /// CI: `addi rd,zero,imm`.
    LoadImmediate,
    /// CI: `addi sp,sp,nzimm`.
    StackAdjust,
    /// CI: `lui rd,nzimm`.
    Upper,
    /// CB: `srli rd',rd',shamt`.
    ShiftRight,
    /// CB: `andi rd',rd',imm`.
    AndImmediate,
    /// CA: `sub rd',rd',rs2'`.
    Arithmetic,
    /// CJ: `jal zero,distance`.
    Jump,
    /// CB: `beq rs1',zero,distance`.
    Branch,
    /// CI: `slli rd,rd,shamt`.
    ShiftLeft,
    /// CI, 4 bytes: `lw rd,uimm(sp)`, rd not zero.
    StackLoadWord,
    /// CI, 8 bytes: `ld rd,uimm(sp)`, rd not zero.
    StackLoadDouble,
    /// CI, 8 bytes: `fld rd,uimm(sp)`.
    StackLoadFloat,
    /// CSS, 4 bytes: `sw rs2,uimm(sp)`.
    StackStoreWord,
    /// CSS, 8 bytes: `sd rs2,uimm(sp)`.
    StackStoreDouble,
    /// CR: `jalr zero,0(rs1)`, rs1 not zero.
    JumpRegister,
    /// CR: `jalr ra,0(rs1)`, rs1 not zero.
    CallRegister,
    /// CR: `add rd,zero,rs2`.
    Move,
    /// CR: `add rd,rd,rs2`.
    Add,
    /// `ebreak`.
    None,
}

macro_rules! compressed {
    ($($mnemonic:literal $mask:literal $bits:literal $op:ident $operands:ident;)*) => {
        /// The compressed instructions; the first row that matches and can be expanded is meant.
        pub const COMPRESSED: &[CompressedRow] = &[$(CompressedRow {
            mnemonic: $mnemonic,
            mask: $mask,
            bits: $bits,
            op: Op::$op,
            operands: CompressedFormat::$operands,
        },)*];
    };
}

compressed! {
    "c.addi4spn" 0xe003 0x0000 Addi StackAddress;
    "c.fld" 0xe003 0x2000 Fld LoadDouble;
    "c.lw" 0xe003 0x4000 Lw LoadWord;
    "c.ld" 0xe003 0x6000 Ld LoadDouble;
    "c.fsd" 0xe003 0xa000 Fsd StoreDouble;
    "c.sw" 0xe003 0xc000 Sw StoreWord;
    "c.sd" 0xe003 0xe000 Sd StoreDouble;
    "c.addi" 0xe003 0x0001 Addi Immediate;
    "c.addiw" 0xe003 0x2001 Addiw ImmediateNotZero;
    "c.li" 0xe003 0x4001 Addi LoadImmediate;
    "c.addi16sp" 0xef83 0x6101 Addi StackAdjust;
    "c.lui" 0xe003 0x6001 Lui Upper;
    "c.srli" 0xec03 0x8001 Srli ShiftRight;
    "c.srai" 0xec03 0x8401 Srai ShiftRight;
    "c.andi" 0xec03 0x8801 Andi AndImmediate;
    "c.sub" 0xfc63 0x8c01 Sub Arithmetic;
    "c.xor" 0xfc63 0x8c21 Xor Arithmetic;
    "c.or" 0xfc63 0x8c41 Or Arithmetic;
    "c.and" 0xfc63 0x8c61 And Arithmetic;
    "c.subw" 0xfc63 0x9c01 Subw Arithmetic;
    "c.addw" 0xfc63 0x9c21 Addw Arithmetic;
    "c.j" 0xe003 0xa001 Jal Jump;
    "c.beqz" 0xe003 0xc001 Beq Branch;
    "c.bnez" 0xe003 0xe001 Bne Branch;
    "c.slli" 0xe003 0x0002 Slli ShiftLeft;
    "c.fldsp" 0xe003 0x2002 Fld StackLoadFloat;
    "c.lwsp" 0xe003 0x4002 Lw StackLoadWord;
    "c.ldsp" 0xe003 0x6002 Ld StackLoadDouble;
    "c.jr" 0xf07f 0x8002 Jalr JumpRegister;
    "c.mv" 0xf003 0x8002 Add Move;
    "c.ebreak" 0xffff 0x9002 Ebreak None;
    "c.jalr" 0xf07f 0x9002 Jalr CallRegister;
    "c.add" 0xf003 0x9002 Add Add;
    "c.fsdsp" 0xe003 0xa002 Fsd StackStoreDouble;
    "c.swsp" 0xe003 0xc002 Sw StackStoreWord;
    "c.sdsp" 0xe003 0xe002 Sd StackStoreDouble;
}

/// Decodes a 16-bit instruction to the 32-bit one that it stands for, with length 2.
pub(crate) fn expand(parcel: u16) -> Option<Insn> {
    let row = COMPRESSED.iter().find(|row| parcel & row.mask == row.bits)?;
    let insn = row.operands.expand(row.op, u32::from(parcel))?;
    Some(Insn { length: 2, ..insn })
}

/// The register of a three-bit field: x8 to x15.
fn short(bits: u32, low: u32) -> Reg {
    Reg::field(0b01000 | (bits >> low & 7), 0)
}

/// Collects an immediate from `(from, count, to)`: `count` bits at `from` go to position `to`.
fn gather(bits: u32, parts: &[(u32, u32, u32)]) -> i32 {
    parts.iter().fold(0, |imm, &(from, count, to)| imm | field(bits, from, count) << to)
}

/// Sign-extends the low `count` bits.
fn signed(value: i32, count: u32) -> i32 {
    value << (32 - count) >> (32 - count)
}

fn nonzero(reg: Reg) -> Option<Reg> {
    (reg != Reg::ZERO).then_some(reg)
}

impl CompressedFormat {
    fn expand(self, op: Op, bits: u32) -> Option<Insn> {
        match self {
            CompressedFormat::StackAddress
            | CompressedFormat::StackAdjust
            | CompressedFormat::StackLoadWord
            | CompressedFormat::StackLoadDouble
            | CompressedFormat::StackLoadFloat
            | CompressedFormat::StackStoreWord
            | CompressedFormat::StackStoreDouble => self.expand_stack(op, bits),
            CompressedFormat::Jump | CompressedFormat::Branch => {
                Some(self.expand_control(op, bits))
            }
            CompressedFormat::LoadWord
            | CompressedFormat::LoadDouble
            | CompressedFormat::StoreWord
            | CompressedFormat::StoreDouble => Some(self.expand_memory(op, bits)),
            _ => self.expand_register(op, bits),
        }
    }

    fn expand_stack(self, op: Op, bits: u32) -> Option<Insn> {
        let full = Reg::field(bits, 7);
        let rs2 = Reg::field(bits, 2);
        let word_load = gather(bits, &[(12, 1, 5), (4, 3, 2), (2, 2, 6)]);
        let double_load = gather(bits, &[(12, 1, 5), (5, 2, 3), (2, 3, 6)]);
        Some(match self {
            CompressedFormat::StackAddress => {
                let imm = gather(bits, &[(11, 2, 4), (7, 4, 6), (6, 1, 2), (5, 1, 3)]);
                (imm != 0).then(|| Insn::i(op, short(bits, 2), Reg::SP, imm))?
            }
            CompressedFormat::StackAdjust => {
                let parts = [(12, 1, 9), (6, 1, 4), (5, 1, 6), (3, 2, 7), (2, 1, 5)];
                let imm = signed(gather(bits, &parts), 10);
                (imm != 0).then(|| Insn::i(op, Reg::SP, Reg::SP, imm))?
            }
            CompressedFormat::StackLoadWord => Insn::i(op, nonzero(full)?, Reg::SP, word_load),
            CompressedFormat::StackLoadDouble => Insn::i(op, nonzero(full)?, Reg::SP, double_load),
            CompressedFormat::StackLoadFloat => Insn::i(op, full, Reg::SP, double_load),
            CompressedFormat::StackStoreWord => {
                Insn::s(op, rs2, Reg::SP, gather(bits, &[(9, 4, 2), (7, 2, 6)]))
            }
            _ => Insn::s(op, rs2, Reg::SP, gather(bits, &[(10, 3, 3), (7, 3, 6)])),
        })
    }

    fn expand_memory(self, op: Op, bits: u32) -> Insn {
        let base = short(bits, 7);
        let value = short(bits, 2);
        let word = gather(bits, &[(10, 3, 3), (6, 1, 2), (5, 1, 6)]);
        let double = gather(bits, &[(10, 3, 3), (5, 2, 6)]);
        match self {
            CompressedFormat::LoadWord => Insn::i(op, value, base, word),
            CompressedFormat::LoadDouble => Insn::i(op, value, base, double),
            CompressedFormat::StoreWord => Insn::s(op, value, base, word),
            _ => Insn::s(op, value, base, double),
        }
    }

    fn expand_control(self, op: Op, bits: u32) -> Insn {
        if self == CompressedFormat::Jump {
            let parts = [
                (12, 1, 11),
                (11, 1, 4),
                (9, 2, 8),
                (8, 1, 10),
                (7, 1, 6),
                (6, 1, 7),
                (3, 3, 1),
                (2, 1, 5),
            ];
            return Insn::j(op, Reg::ZERO, signed(gather(bits, &parts), 12));
        }
        let parts = [(12, 1, 8), (10, 2, 3), (5, 2, 6), (3, 2, 1), (2, 1, 5)];
        Insn::b(op, short(bits, 7), Reg::ZERO, signed(gather(bits, &parts), 9))
    }

    fn expand_register(self, op: Op, bits: u32) -> Option<Insn> {
        let rd = Reg::field(bits, 7);
        let rs2 = Reg::field(bits, 2);
        let narrow = short(bits, 7);
        let amount = gather(bits, &[(12, 1, 5), (2, 5, 0)]);
        let imm = signed(amount, 6);
        Some(match self {
            CompressedFormat::Immediate => Insn::i(op, rd, rd, imm),
            CompressedFormat::ImmediateNotZero => Insn::i(op, nonzero(rd)?, rd, imm),
            CompressedFormat::LoadImmediate => Insn::i(op, rd, Reg::ZERO, imm),
            CompressedFormat::Upper => (imm != 0).then(|| Insn::u(op, rd, imm << 12))?,
            CompressedFormat::ShiftLeft => Insn::i(op, rd, rd, amount),
            CompressedFormat::ShiftRight => Insn::i(op, narrow, narrow, amount),
            CompressedFormat::AndImmediate => Insn::i(op, narrow, narrow, imm),
            CompressedFormat::Arithmetic => Insn::r(op, narrow, narrow, short(bits, 2)),
            CompressedFormat::JumpRegister => Insn::i(op, Reg::ZERO, nonzero(rd)?, 0),
            CompressedFormat::CallRegister => Insn::i(op, Reg::RA, nonzero(rd)?, 0),
            CompressedFormat::Move => Insn::r(op, rd, Reg::ZERO, rs2),
            CompressedFormat::Add => Insn::r(op, rd, rd, rs2),
            _ => Insn::system(op),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{decode, disassemble};

    fn check(parcel: u16, expect: &str) {
        let insn = expand(parcel).unwrap_or_else(|| panic!("{parcel:#06x} is an instruction"));
        assert_eq!(insn.length, 2);
        assert_eq!(disassemble(&insn, 0x1_0000), expect, "{parcel:#06x}");
    }

    #[test]
    fn known_encodings() {
        check(0x1141, "addi sp,sp,-16");
        check(0xe406, "sd ra,8(sp)");
        check(0x60a2, "ld ra,8(sp)");
        check(0x8082, "ret");
        check(0x0001, "nop");
        check(0x4501, "li a0,0");
        check(0x853e, "mv a0,a5");
        check(0x9002, "ebreak");
        check(0x7139, "addi sp,sp,-64");
        check(0x67c1, "lui a5,0x10");
    }

    /// **Rule**: RISC-V unprivileged "C Extension for Compressed Instructions", HINTs.
    #[test]
    fn hints_decode_to_instructions_without_effect() {
        check(0x0005, "li zero,1"); // c.nop 1
        check(0x0501, "mv a0,a0"); // c.addi a0,0
        check(0x4005, "li zero,1");
        check(0x6005, "lui zero,0x1");
        check(0x0006, "slli zero,zero,0x1");
        check(0x0502, "slli a0,a0,0x0");
        check(0x8101, "srli a0,a0,0x0");
        check(0x800a, "mv zero,sp");
        check(0x900a, "mv zero,sp"); // c.add zero,sp
    }

    #[test]
    fn reserved_parcels_are_refused() {
        let no_immediate = [0x0000, 0x0004, 0x6101, 0x6001, 0x6501]; // addi4spn, addi16sp, lui
        let no_register = [0x2001, 0x4002, 0x6002, 0x8002]; // addiw, lwsp, ldsp, jr
        let no_row = [0x8000, 0x9c41, 0x9c61];
        for parcel in [&no_immediate[..], &no_register, &no_row].concat() {
            assert_eq!(expand(parcel), None, "{parcel:#06x}");
        }
    }

    #[test]
    fn all_parcels_decode_or_are_refused_without_panic() {
        let count = (0..=u16::MAX).filter(|&parcel| expand(parcel).is_some()).count();
        assert!(count > 40_000, "{count}");
        assert_eq!(decode(0), None, "all zeros is an illegal instruction");
    }

    #[test]
    fn every_expansion_has_a_long_encoding() {
        for insn in (0..=u16::MAX).filter_map(expand) {
            let long = Insn { length: 4, ..insn };
            let bits = crate::encode(&long).unwrap_or_else(|error| panic!("{long:?}: {error}"));
            assert_eq!(decode(bits), Some(long));
        }
    }
}
