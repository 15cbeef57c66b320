//! Between bits and [`Insn`], both ways, driven by the table.

use crate::compressed::expand;
use crate::table::{Op, Row, TABLE};
use crate::{EncodeError, Insn};

/// No row: the end of a chain in [`INDEX`].
const END: u8 = u8::MAX;

/// The rows of each major opcode (bits 6 to 2) as chains, so that a decode compares a few rows.
struct Index {
    first: [u8; 32],
    next: [u8; TABLE.len()],
}

static INDEX: Index = index();

const fn index() -> Index {
    assert!(TABLE.len() < END as usize);
    let mut index = Index { first: [END; 32], next: [END; TABLE.len()] };
    let mut row = TABLE.len();
    while row > 0 {
        row -= 1;
        let opcode = (TABLE[row].bits >> 2 & 31) as usize;
        index.next[row] = index.first[opcode];
        index.first[opcode] = row as u8;
    }
    index
}

/// Decodes the instruction whose first parcel is in the low 16 bits of `bits`.
///
/// A compressed instruction (low two bits not 11) uses only those 16 and is expanded to the
/// instruction that it stands for, with length 2. HINTs decode to what they are, an instruction
/// without effect; privileged instructions (`wfi`, `sret`) do not decode, as U-mode has none.
/// **Rule**: RISC-V unprivileged "Base Instruction-Length Encoding".
/// **Errors**: `None` for a reserved or unknown encoding.
pub fn decode(bits: u32) -> Option<Insn> {
    if bits & 3 != 3 {
        return expand(bits as u16);
    }
    let mut row = INDEX.first[(bits >> 2 & 31) as usize];
    while let Some(candidate) = TABLE.get(usize::from(row)) {
        if bits & candidate.mask() == candidate.bits {
            return Some(decode_as(candidate, bits));
        }
        row = INDEX.next[usize::from(row)];
    }
    None
}

fn decode_as(row: &Row, bits: u32) -> Insn {
    let (rd, rs1, rs2) = row.format.take_registers(bits);
    Insn { op: row.op, rd, rs1, rs2, imm: row.format.immediate(bits), length: 4 }
}

/// Encodes an instruction in four bytes.
///
/// Registers that the format does not have are ignored.
/// **Errors**: an immediate that the format cannot hold, or a length other than 4.
pub fn encode(insn: &Insn) -> Result<u32, EncodeError> {
    if insn.length != 4 {
        return Err(EncodeError::Length(insn.length));
    }
    let row = insn.op.row();
    check_immediate(insn.op, row, insn.imm)?;
    Ok(row.bits
        | row.format.place_registers(insn.rd, insn.rs1, insn.rs2)
        | row.format.place_immediate(insn.imm))
}

fn check_immediate(op: Op, row: &Row, imm: i32) -> Result<(), EncodeError> {
    let (low, high, step) = row.format.range().unwrap_or((0, 0, 1));
    if imm < low || imm > high {
        return Err(EncodeError::ImmediateRange { op, imm });
    }
    if imm & (step - 1) != 0 {
        return Err(EncodeError::ImmediateAlignment { op, imm });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reg;
    use proptest::prelude::*;

    fn check(insn: Insn, bits: u32) {
        assert_eq!(encode(&insn), Ok(bits), "{insn:?}");
        assert_eq!(decode(bits), Some(insn), "{bits:#010x}");
    }

    #[test]
    fn known_encodings() {
        check(Insn::nop(), 0x0000_0013);
        check(Insn::system(Op::Ecall), 0x0000_0073);
        check(Insn::r(Op::Add, Reg::A0, Reg::A1, Reg::A2), 0x00c5_8533);
        check(Insn::i(Op::Ld, Reg::RA, Reg::SP, 8), 0x0081_3083);
        check(Insn::s(Op::Sd, Reg::RA, Reg::SP, -8), 0xfe11_3c23);
        check(Insn::b(Op::Bne, Reg::A5, Reg::ZERO, -4), 0xfe07_9ee3);
        check(Insn::u(Op::Lui, Reg::A5, 0x12345 << 12), 0x1234_57b7);
        check(Insn::j(Op::Jal, Reg::RA, -2048), 0x801f_f0ef);
        check(Insn::i(Op::Srai, Reg::A0, Reg::A0, 63), 0x43f5_5513);
    }

    #[test]
    fn immediates_that_do_not_fit_are_errors() {
        let far = Insn::i(Op::Addi, Reg::A0, Reg::A0, 2048);
        assert_eq!(encode(&far), Err(EncodeError::ImmediateRange { op: Op::Addi, imm: 2048 }));
        let odd = Insn::j(Op::Jal, Reg::RA, 3);
        assert_eq!(encode(&odd), Err(EncodeError::ImmediateAlignment { op: Op::Jal, imm: 3 }));
        let short = Insn { length: 2, ..Insn::nop() };
        assert_eq!(encode(&short), Err(EncodeError::Length(2)));
    }

    #[test]
    fn rows_do_not_overlap() {
        for row in TABLE {
            assert_eq!(row.bits & !row.mask(), 0, "{}: operand bits in the match", row.mnemonic);
            assert_eq!(decode(row.bits).map(|insn| insn.op), Some(row.op), "{}", row.mnemonic);
        }
    }

    /// `wfi`, `sret`, `mret`, `sfence.vma`, all zeros, all ones, and a reserved `clz`.
    #[test]
    fn privileged_and_reserved_encodings_are_refused() {
        let words = [0x1050_0073, 0x1020_0073, 0x3020_0073, 0x1200_0073, 0, !0, 0x6030_1013];
        for bits in words {
            assert_eq!(decode(bits), None, "{bits:#010x}");
        }
    }

    fn any_insn() -> impl Strategy<Value = Insn> {
        (0..TABLE.len(), any::<u32>()).prop_map(|(row, operands)| {
            let row = &TABLE[row];
            decode_as(row, row.bits | operands & !row.mask())
        })
    }

    proptest! {
        #[test]
        fn decode_undoes_encode(insn in any_insn()) {
            prop_assert_eq!(decode(encode(&insn).unwrap()), Some(insn));
        }

        #[test]
        fn encode_undoes_decode(bits in any::<u32>()) {
            if let Some(insn) = decode(bits | 3) {
                prop_assert_eq!(encode(&insn), Ok(bits | 3));
            }
        }
    }
}
