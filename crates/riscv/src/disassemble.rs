//! Assembly text in the style of GNU objdump, with the usual aliases.

use crate::{Format, Insn, Kind, Op, Reg};

/// The instruction as GNU objdump prints it, with one space after the mnemonic.
///
/// `pc` is the instruction's address; the targets of branches and jumps are printed as absolute
/// addresses, in hexadecimal without a prefix. Aliases (`mv`, `li`, `ret`, `beqz`, …) are those of
/// the *RISC-V Assembly Programmer's Manual*. A compressed HINT (`c.nop 5`, `c.li zero,1`) is
/// printed as the instruction that it expands to.
pub fn disassemble(insn: &Insn, pc: u64) -> String {
    alias(insn, pc).unwrap_or_else(|| plain(insn, pc))
}

fn target(insn: &Insn, pc: u64) -> String {
    format!("{:x}", pc.wrapping_add(i64::from(insn.imm) as u64))
}

/// The text without aliases, by format.
fn plain(insn: &Insn, pc: u64) -> String {
    let Insn { op, imm, .. } = *insn;
    let name = op.mnemonic();
    let (rd, rs1, rs2) = operand_names(insn);
    match op.row().format {
        Format::R | Format::FloatR => format!("{name} {rd},{rs1},{rs2}"),
        Format::I => format!("{name} {rd},{rs1},{imm}"),
        Format::Shift | Format::ShiftWord => format!("{name} {rd},{rs1},{imm:#x}"),
        Format::Load => format!("{name} {rd},{imm}({rs1})"),
        Format::S => format!("{name} {rs2},{imm}({rs1})"),
        Format::B => format!("{name} {rs1},{rs2},{}", target(insn, pc)),
        Format::U => format!("{name} {rd},{:#x}", (imm as u32) >> 12),
        Format::J => format!("{name} {rd},{}", target(insn, pc)),
        Format::Fence => fence(insn),
        Format::System => name.to_string(),
        Format::Csr => format!("{name} {rd},{},{rs1}", csr(imm)),
        Format::CsrImmediate => format!("{name} {rd},{},{}", csr(imm), insn.rs1.index()),
        Format::Atomic => format!("{name}{} {rd},{rs2},({rs1})", ordering(imm)),
        Format::LoadReserved => format!("{name}{} {rd},({rs1})", ordering(imm)),
        Format::FloatRound => format!("{name} {rd},{rs1},{rs2}{}", rounding(imm)),
        Format::FloatFused => {
            let rs3 = Reg::field(imm as u32, 3).float_name();
            format!("{name} {rd},{rs1},{rs2},{rs3}{}", rounding(imm & 7))
        }
        Format::FloatUnary if rounds_exactly(op) => format!("{name} {rd},{rs1}"),
        Format::FloatUnary => format!("{name} {rd},{rs1}{}", rounding(imm)),
        Format::Unary | Format::FloatMove => format!("{name} {rd},{rs1}"),
    }
}

fn operand_names(insn: &Insn) -> (&'static str, &'static str, &'static str) {
    let name = |reg: Reg, kind| match kind {
        Kind::Integer => reg.name(),
        Kind::Float => reg.float_name(),
    };
    let (rd, rs1, rs2) = insn.op.kinds();
    (name(insn.rd, rd), name(insn.rs1, rs1), name(insn.rs2, rs2))
}

/// Conversions that are always exact, whose rounding mode is not printed.
fn rounds_exactly(op: Op) -> bool {
    matches!(op, Op::FcvtDS | Op::FcvtDW | Op::FcvtDWu)
}

/// The suffix for a rounding mode; `dyn` is the default and not printed.
fn rounding(mode: i32) -> &'static str {
    match mode {
        0 => ",rne",
        1 => ",rtz",
        2 => ",rdn",
        3 => ",rup",
        4 => ",rmm",
        7 => "",
        _ => ",unknown",
    }
}

fn ordering(imm: i32) -> &'static str {
    match imm & 3 {
        0 => "",
        1 => ".rl",
        2 => ".aq",
        _ => ".aqrl",
    }
}

fn fence(insn: &Insn) -> String {
    if insn.op == Op::FenceI {
        return "fence.i".to_string();
    }
    match insn.imm & 0xfff {
        0x010 if insn.rd == Reg::ZERO && insn.rs1 == Reg::ZERO => "pause".to_string(),
        0x0ff => "fence".to_string(),
        0x833 => "fence.tso".to_string(),
        imm => format!("fence {},{}", fence_set(imm >> 4), fence_set(imm)),
    }
}

/// The accesses that a fence orders: four bits as letters.
fn fence_set(bits: i32) -> String {
    let letters: String = [(8, 'i'), (4, 'o'), (2, 'r'), (1, 'w')]
        .iter()
        .filter(|(bit, _)| bits & bit != 0)
        .map(|&(_, letter)| letter)
        .collect();
    if letters.is_empty() { "unknown".to_string() } else { letters }
}

/// The name of a control and status register that a user program can reach.
pub fn csr_name(number: u16) -> Option<&'static str> {
    Some(match number {
        0x001 => "fflags",
        0x002 => "frm",
        0x003 => "fcsr",
        0xc00 => "cycle",
        0xc01 => "time",
        0xc02 => "instret",
        _ => return None,
    })
}

fn csr(number: i32) -> String {
    match u16::try_from(number).ok().and_then(csr_name) {
        Some(name) => name.to_string(),
        None => format!("{number:#x}"),
    }
}

fn alias(insn: &Insn, pc: u64) -> Option<String> {
    match insn.op.row().format {
        Format::R => register_alias(insn),
        Format::I => immediate_alias(insn),
        Format::B => branch_alias(insn, pc),
        Format::J | Format::Load => jump_alias(insn, pc),
        Format::Csr | Format::CsrImmediate => csr_alias(insn),
        Format::FloatR => sign_alias(insn),
        _ => None,
    }
}

fn register_alias(insn: &Insn) -> Option<String> {
    let Insn { rd, rs1, rs2, .. } = *insn;
    Some(match (insn.op, rs1 == Reg::ZERO, rs2 == Reg::ZERO) {
        (Op::Sub, true, _) => format!("neg {rd},{rs2}"),
        (Op::Subw, true, _) => format!("negw {rd},{rs2}"),
        // The compressed form only: a 4-byte `add` with zero keeps its name.
        (Op::Add, true, _) if insn.length == 2 => format!("mv {rd},{rs2}"),
        (Op::AddUw, _, true) => format!("zext.w {rd},{rs1}"),
        (Op::Slt, _, true) => format!("sltz {rd},{rs1}"),
        (Op::Slt, true, _) => format!("sgtz {rd},{rs2}"),
        (Op::Sltu, true, _) => format!("snez {rd},{rs2}"),
        _ => return None,
    })
}

fn immediate_alias(insn: &Insn) -> Option<String> {
    let Insn { rd, rs1, imm, .. } = *insn;
    Some(match (insn.op, imm) {
        (Op::Addi, 0) if rd == Reg::ZERO && rs1 == Reg::ZERO => "nop".to_string(),
        (Op::Addi, _) if rs1 == Reg::ZERO => format!("li {rd},{imm}"),
        (Op::Addi, 0) => format!("mv {rd},{rs1}"),
        (Op::Addiw, 0) => format!("sext.w {rd},{rs1}"),
        (Op::Xori, -1) => format!("not {rd},{rs1}"),
        (Op::Sltiu, 1) => format!("seqz {rd},{rs1}"),
        (Op::Andi, 255) => format!("zext.b {rd},{rs1}"),
        _ => return None,
    })
}

fn branch_alias(insn: &Insn, pc: u64) -> Option<String> {
    let Insn { rs1, rs2, .. } = *insn;
    let (name, reg) = match (insn.op, rs1 == Reg::ZERO, rs2 == Reg::ZERO) {
        (Op::Beq, _, true) => ("beqz", rs1),
        (Op::Bne, _, true) => ("bnez", rs1),
        (Op::Bge, _, true) => ("bgez", rs1),
        (Op::Bge, true, _) => ("blez", rs2),
        (Op::Blt, _, true) => ("bltz", rs1),
        (Op::Blt, true, _) => ("bgtz", rs2),
        _ => return None,
    };
    Some(format!("{name} {reg},{}", target(insn, pc)))
}

fn jump_alias(insn: &Insn, pc: u64) -> Option<String> {
    let Insn { op, rd, rs1, imm, .. } = *insn;
    Some(match (op, rd) {
        (Op::Jal, Reg::ZERO) => format!("j {}", target(insn, pc)),
        (Op::Jal, Reg::RA) => format!("jal {}", target(insn, pc)),
        (Op::Jalr, Reg::ZERO) if rs1 == Reg::RA && imm == 0 => "ret".to_string(),
        (Op::Jalr, Reg::ZERO) if imm == 0 => format!("jr {rs1}"),
        (Op::Jalr, Reg::ZERO) => format!("jr {imm}({rs1})"),
        (Op::Jalr, Reg::RA) if imm == 0 => format!("jalr {rs1}"),
        (Op::Jalr, Reg::RA) => format!("jalr {imm}({rs1})"),
        (Op::Jalr, _) if imm == 0 => format!("jalr {rd},{rs1}"),
        _ => return None,
    })
}

fn csr_alias(insn: &Insn) -> Option<String> {
    let Insn { op, rd, rs1, imm, .. } = *insn;
    let csr = csr(imm);
    Some(match (op, rd == Reg::ZERO, rs1 == Reg::ZERO) {
        (Op::Csrrs, _, true) if matches!(imm, 0xc00..=0xc02) => format!("rd{csr} {rd}"),
        (Op::Csrrs, _, true) if matches!(imm, 1..=3) => format!("fr{} {rd}", &csr[1..]),
        (Op::Csrrw, true, _) if matches!(imm, 1..=3) => format!("fs{} {rs1}", &csr[1..]),
        (Op::Csrrw, ..) if matches!(imm, 1..=3) => format!("fs{} {rd},{rs1}", &csr[1..]),
        (Op::Csrrwi, ..) if matches!(imm, 1 | 2) => {
            format!("fs{}i {rd},{}", &csr[1..], rs1.index())
        }
        (Op::Csrrs, _, true) => format!("csrr {rd},{csr}"),
        (Op::Csrrw, true, _) => format!("csrw {csr},{rs1}"),
        (Op::Csrrs, true, _) => format!("csrs {csr},{rs1}"),
        (Op::Csrrc, true, _) => format!("csrc {csr},{rs1}"),
        (Op::Csrrwi, true, _) => format!("csrwi {csr},{}", rs1.index()),
        (Op::Csrrsi, true, _) => format!("csrsi {csr},{}", rs1.index()),
        (Op::Csrrci, true, _) => format!("csrci {csr},{}", rs1.index()),
        _ => return None,
    })
}

fn sign_alias(insn: &Insn) -> Option<String> {
    if insn.rs1 != insn.rs2 {
        return None;
    }
    let name = match insn.op {
        Op::FsgnjS => "fmv.s",
        Op::FsgnjD => "fmv.d",
        Op::FsgnjnS => "fneg.s",
        Op::FsgnjnD => "fneg.d",
        Op::FsgnjxS => "fabs.s",
        Op::FsgnjxD => "fabs.d",
        _ => return None,
    };
    Some(format!("{name} {},{}", insn.rd.float_name(), insn.rs1.float_name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(insn: Insn, expect: &str) {
        assert_eq!(disassemble(&insn, 0x1_0094), expect);
    }

    #[test]
    fn aliases() {
        check(Insn::nop(), "nop");
        check(Insn::i(Op::Addi, Reg::A0, Reg::ZERO, -3), "li a0,-3");
        check(Insn::i(Op::Addi, Reg::A0, Reg::A1, 0), "mv a0,a1");
        check(Insn::i(Op::Addiw, Reg::A0, Reg::A1, 0), "sext.w a0,a1");
        check(Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0), "ret");
        check(Insn::j(Op::Jal, Reg::ZERO, -4), "j 10090");
        check(Insn::b(Op::Beq, Reg::A5, Reg::ZERO, 8), "beqz a5,1009c");
        check(Insn::i(Op::Csrrs, Reg::A0, Reg::ZERO, 0xc02), "rdinstret a0");
    }

    #[test]
    fn plain_forms() {
        check(Insn::r(Op::Mul, Reg::A0, Reg::A1, Reg::A2), "mul a0,a1,a2");
        check(Insn::s(Op::Sd, Reg::S0, Reg::SP, 16), "sd s0,16(sp)");
        check(Insn::u(Op::Lui, Reg::A0, -4096), "lui a0,0xfffff");
        check(Insn::i(Op::Slli, Reg::A0, Reg::A0, 32), "slli a0,a0,0x20");
        check(Insn::i(Op::Fld, Reg::A0, Reg::SP, 8), "fld fa0,8(sp)");
        check(Insn::system(Op::Ecall), "ecall");
    }
}
