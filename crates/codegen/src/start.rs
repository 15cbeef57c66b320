//! The first code of a program: from the system's initial stack to `__cutaway_start` in the
//! library.

use image::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use riscv::{Insn, Op, Reg};

/// What there is to do before the library may run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// Nothing.
    Plain,
    /// There is thread-local storage, or there are functions to be called before `main`.
    Prepared,
}

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
/// Where there is more to do, `tp` is pointed at the first thread's storage, which the linker has
/// filled, and `__cutaway_prepare` is called instead.
///
/// **Rule**: RISC-V psABI "Frame Pointer Convention" (the outermost frame's pointer is zero), "Thread
/// Local Storage".
pub fn start_object(start: Start) -> Object {
    let mut text = Section::new(".text", SectionKind::Text, 4);
    text.push(&Insn::i(Op::Addi, Reg::A0, Reg::SP, 0));
    text.push(&Insn::i(Op::Addi, Reg::RA, Reg::ZERO, 0));
    text.push(&Insn::i(Op::Addi, Reg::S0, Reg::ZERO, 0));
    text.push(&Insn::i(Op::Andi, Reg::SP, Reg::SP, -16));
    if start == Start::Prepared {
        let (high, low) = (RelocationKind::Hi20, RelocationKind::Lo12I);
        for (insn, kind) in
            [(Insn::u(Op::Lui, Reg::TP, 0), high), (Insn::i(Op::Addi, Reg::TP, Reg::TP, 0), low)]
        {
            let offset = u64::from(text.push(&insn));
            text.relocations.push(Relocation { offset, kind, symbol: SymbolId(2), addend: 0 });
        }
    }
    let call = text.push(&Insn::u(Op::Auipc, Reg::RA, 0));
    text.push(&Insn::i(Op::Jalr, Reg::RA, Reg::RA, 0));
    let (kind, symbol) = (RelocationKind::Call, SymbolId(1));
    text.relocations.push(Relocation { offset: u64::from(call), kind, symbol, addend: 0 });
    let place = SymbolDefinition { section: SectionId(0), offset: 0, size: text.size };
    let next = match start {
        Start::Plain => "__cutaway_start",
        Start::Prepared => "__cutaway_prepare",
    };
    let mut symbols = vec![
        symbol_of("_start", Some(place), SymbolKind::Function),
        symbol_of(next, None, SymbolKind::Unknown),
    ];
    if start == Start::Prepared {
        symbols.push(symbol_of("__cutaway_thread_block", None, SymbolKind::Unknown));
    }
    Object { name: "start".into(), sections: vec![text], symbols }
}

fn symbol_of(name: &str, definition: Option<SymbolDefinition>, kind: SymbolKind) -> Symbol {
    Symbol { name: name.into(), definition, is_global: true, is_weak: false, kind }
}
