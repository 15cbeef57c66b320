//! The first code of a program: from the system's initial stack to `__cutaway_start` in the
//! library.

use image::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use riscv::{Insn, Op, Reg};

/// The object that defines `_start`:
///
/// ```text
///   mv   a0,sp               # argc, argv, envp lie there
///   li   ra,0                # nobody to return to: the outermost frame
///   li   s0,0
///   andi sp,sp,-16
///   call __cutaway_start
/// ```
///
/// **Rule**: RISC-V psABI "Frame Pointer Convention" (the outermost frame's pointer is zero).
pub fn start_object() -> Object {
    let mut text = Section::new(".text", SectionKind::Text, 4);
    text.push(&Insn::i(Op::Addi, Reg::A0, Reg::SP, 0));
    text.push(&Insn::i(Op::Addi, Reg::RA, Reg::ZERO, 0));
    text.push(&Insn::i(Op::Addi, Reg::S0, Reg::ZERO, 0));
    text.push(&Insn::i(Op::Andi, Reg::SP, Reg::SP, -16));
    let call = text.push(&Insn::u(Op::Auipc, Reg::RA, 0));
    text.push(&Insn::i(Op::Jalr, Reg::RA, Reg::RA, 0));
    let (kind, symbol) = (RelocationKind::Call, SymbolId(1));
    text.relocations.push(Relocation { offset: u64::from(call), kind, symbol, addend: 0 });
    let place = SymbolDefinition { section: SectionId(0), offset: 0, size: text.size };
    Object {
        name: "start".into(),
        sections: vec![text],
        symbols: vec![
            symbol_of("_start", Some(place), SymbolKind::Function),
            symbol_of("__cutaway_start", None, SymbolKind::Unknown),
        ],
    }
}

fn symbol_of(name: &str, definition: Option<SymbolDefinition>, kind: SymbolKind) -> Symbol {
    Symbol { name: name.into(), definition, is_global: true, kind }
}
