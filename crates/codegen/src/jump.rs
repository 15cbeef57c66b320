//! The machine code behind `setjmp.h`: what no C can say, the registers that outlive a call.
//!
//! A `jmp_buf` begins with them, 8 bytes each: `ra`, `sp`, `s0` to `s11`, `fs0` to `fs11`. After them
//! stands whether it has the mask of blocked signals, which the library saves and restores in C.
//!
//! **Rule**: C17 7.13; RISC-V psABI "Register Convention" (the registers preserved across calls).

use image::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use riscv::{Insn, Op, Reg};

/// The integer registers of a `jmp_buf`, in its order.
const INTEGERS: [Reg; 14] = [
    Reg::RA,
    Reg::SP,
    Reg::S0,
    Reg::S1,
    Reg::S2,
    Reg::S3,
    Reg::S4,
    Reg::S5,
    Reg::S6,
    Reg::S7,
    Reg::S8,
    Reg::S9,
    Reg::S10,
    Reg::S11,
];

/// Where the first of the floating-point registers `fs0` to `fs11` is. They bear the numbers of `s0`
/// to `s11`.
const FLOATS_OFFSET: i32 = 8 * INTEGERS.len() as i32;

/// Where a `jmp_buf` says whether the mask of blocked signals was saved.
const MASK_SAVED_OFFSET: i32 = FLOATS_OFFSET + 8 * (INTEGERS.len() as i32 - 2);

/// The objects of `setjmp.h`, one function each so that a program takes what it needs:
///
/// ```text
///   setjmp, _setjmp:      save; the mask is not; li a0,0; ret
///   __sigsetjmp:          save; tail __cutaway_save_mask(a0, a1), which returns 0
///   __cutaway_jump:       restore from a0; mv a0,a1; ret
/// ```
pub fn jump_objects() -> [Object; 3] {
    [setjmp(), sigsetjmp(), jump()]
}

fn setjmp() -> Object {
    let mut text = Section::new(".text", SectionKind::Text, 4);
    save(&mut text);
    text.push(&Insn::s(Op::Sd, Reg::ZERO, Reg::A0, MASK_SAVED_OFFSET));
    text.push(&Insn::i(Op::Addi, Reg::A0, Reg::ZERO, 0));
    text.push(&Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0));
    object("setjmp", text, &["setjmp", "_setjmp"], &[])
}

fn sigsetjmp() -> Object {
    let mut text = Section::new(".text", SectionKind::Text, 4);
    save(&mut text);
    let tail = text.push(&Insn::u(Op::Auipc, Reg::T1, 0));
    text.push(&Insn::i(Op::Jalr, Reg::ZERO, Reg::T1, 0));
    let (kind, symbol) = (RelocationKind::Call, SymbolId(1));
    text.relocations.push(Relocation { offset: u64::from(tail), kind, symbol, addend: 0 });
    object("sigsetjmp", text, &["__sigsetjmp"], &["__cutaway_save_mask"])
}

fn jump() -> Object {
    let mut text = Section::new(".text", SectionKind::Text, 4);
    for (register, offset) in INTEGERS.into_iter().zip((0..).step_by(8)) {
        text.push(&Insn::i(Op::Ld, register, Reg::A0, offset));
    }
    for (register, offset) in INTEGERS[2..].iter().zip((FLOATS_OFFSET..).step_by(8)) {
        text.push(&Insn::i(Op::Fld, *register, Reg::A0, offset));
    }
    text.push(&Insn::i(Op::Addi, Reg::A0, Reg::A1, 0));
    text.push(&Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0));
    object("jump", text, &["__cutaway_jump"], &[])
}

/// Stores the registers to the `jmp_buf` at `a0`.
fn save(text: &mut Section) {
    for (register, offset) in INTEGERS.into_iter().zip((0..).step_by(8)) {
        text.push(&Insn::s(Op::Sd, register, Reg::A0, offset));
    }
    for (register, offset) in INTEGERS[2..].iter().zip((FLOATS_OFFSET..).step_by(8)) {
        text.push(&Insn::s(Op::Fsd, *register, Reg::A0, offset));
    }
}

/// An object of one piece of code under some names, which uses others.
fn object(name: &str, text: Section, defined: &[&str], used: &[&str]) -> Object {
    let place = SymbolDefinition { section: SectionId(0), offset: 0, size: text.size };
    let symbol = |name: &&str, definition, kind| Symbol {
        name: name.to_string(),
        definition,
        is_global: true,
        is_weak: false,
        kind,
    };
    let defined = defined.iter().map(|name| symbol(name, Some(place), SymbolKind::Function));
    let used = used.iter().map(|name| symbol(name, None, SymbolKind::Unknown));
    Object { name: name.into(), sections: vec![text], symbols: defined.chain(used).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The instructions of an object's code.
    fn insns(object: &Object) -> Vec<Insn> {
        let words = object.sections[0].bytes.chunks_exact(4);
        let word = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        words.filter_map(|bytes| riscv::decode(word(bytes))).collect()
    }

    #[test]
    fn what_is_saved_is_restored_from_where_it_is() {
        let [setjmp, sigsetjmp, jump] = jump_objects();
        let saved = |object: &Object| -> Vec<(bool, Reg, i32)> {
            let stores = insns(object).into_iter().filter(|it| it.rs1 == Reg::A0);
            let stores = stores.filter(|it| matches!(it.op, Op::Sd | Op::Fsd));
            stores.map(|it| (it.op == Op::Fsd, it.rs2, it.imm)).collect()
        };
        let loads = insns(&jump).into_iter().filter(|it| matches!(it.op, Op::Ld | Op::Fld));
        let mut restored: Vec<_> = loads.map(|it| (it.op == Op::Fld, it.rd, it.imm)).collect();
        assert_eq!(restored.len(), 26);
        assert_eq!(saved(&sigsetjmp), restored);
        restored.push((false, Reg::ZERO, MASK_SAVED_OFFSET));
        assert_eq!(saved(&setjmp), restored);
        assert_eq!(MASK_SAVED_OFFSET, 208, "as libc/include/setjmp.h has it");
    }
}
