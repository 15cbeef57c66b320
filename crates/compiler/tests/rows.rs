//! The access table's rows against the instructions that they stand at, over every program of the repository.

use codegen::Generated;
use compiler::{Options, compile};
use image::access::{Access, Event, Function, Row, TypeClass, Unit};
use image::object::SymbolId;
use riscv::{Format, Insn, Op, Reg};
use source::{Files, LoadError};
use testkit::{programs, repository};

struct Repository;

impl Files for Repository {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        std::fs::read(repository().join(path)).map_err(|_| LoadError::NotFound)
    }
}

#[test]
fn every_row_fits_its_instruction() {
    let corpora = ["tests/c", "examples"].map(programs);
    for program in corpora.iter().flatten() {
        let unit = compile(&program.name, &Repository, &Options::default());
        let Some(generated) = unit.generated else { continue };
        for function in &generated.access.functions {
            check(&program.name, &generated, function);
        }
    }
}

fn check(program: &str, generated: &Generated, function: &Function<SymbolId>) {
    let at = format!("{program}: {}", function.name);
    let framed = &function.framed;
    assert!(framed.start < framed.end && framed.end < function.size, "{at}: framed");
    assert!(function.rows.is_sorted_by_key(|row| row.offset), "{at}: rows are sorted");
    let mut end = framed.start;
    for live in &function.live {
        assert!(end <= live.start && live.start < live.end, "{at}: live ranges are in order");
        assert!(live.objects.is_sorted(), "{at}: live objects are sorted");
        end = live.end;
    }
    assert!(end <= framed.end, "{at}: live ranges lie in the frame's");
    for row in &function.rows {
        assert!(framed.contains(&row.offset), "{at}: rows lie in the frame's range");
        assert!(row.place.line > 0 && row.place.column > 0, "{at}: a row has a place");
        let insn = insn(generated, function, row);
        assert!(fits(&generated.access, &insn, row.event), "{at}: {row:?} at {insn:?}");
    }
}

fn insn(generated: &Generated, function: &Function<SymbolId>, row: &Row) -> Insn {
    let object = &generated.object;
    let place = object.symbols[function.start.0 as usize].definition.expect("it is defined");
    let bytes = &object.sections[place.section.0 as usize].bytes;
    let at = place.offset as usize + row.offset as usize;
    riscv::decode(u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")))
        .expect("it is an instruction")
}

/// Whether an event can stand at an instruction.
fn fits(unit: &Unit<SymbolId>, insn: &Insn, event: Event) -> bool {
    use Op::{Fld, Flw, Fsd, Fsw, Lb, Lbu, Ld, Lh, Lhu, Lw, Lwu, Sb, Sd, Sh, Sw};
    let is_load = matches!(insn.op, Lb | Lbu | Lh | Lhu | Lw | Lwu | Ld | Flw | Fld);
    let is_store = matches!(insn.op, Sb | Sh | Sw | Sd | Fsw | Fsd);
    // A `long double` is copied in words, as a struct is, and a complex number in its parts.
    let is_whole = |it: Access| {
        let ty = &unit.types[usize::from(it.ty.0)];
        it.size > 8 || ty.class == TypeClass::Aggregate || ty.name.ends_with("_Complex")
    };
    let reaches = |it: Access| it.base == insn.rs1 && it.offset == insn.imm;
    let is_atomic = matches!(insn.op.row().format, Format::Atomic | Format::LoadReserved);
    let is_there = |it: Access| is_atomic && it.base == insn.rs1 && it.offset == 0;
    match event {
        Event::Statement => true,
        Event::Declare { .. } => *insn == Insn::nop(),
        Event::Read(it) => is_whole(it) || is_load && reaches(it) || is_there(it),
        Event::Write(it) => is_whole(it) || is_store && reaches(it) || is_there(it),
        Event::Local { target, .. } => matches!(insn.op, Op::Addi | Op::Add) && insn.rd == target,
        Event::Static { target } => insn.op == Op::Addi && insn.rd == target,
        Event::Member { target, base, size } => {
            insn.rd == target && (insn.rs1 == base || insn.rs2 == base) && size > 0
        }
        Event::Arithmetic { target, base } => {
            insn.rd == target && (insn.rs1 == base || insn.rs2 == base)
        }
        Event::Characters { target, base, size } => {
            insn.rd == target && insn.rs1 == base && insn.imm == 0 && size > 1
        }
        Event::ToInteger { target, source } => insn.rd == target && insn.rs1 == source,
        Event::FromInteger { target } => insn.rd == target,
        Event::Call => insn.op == Op::Jalr,
        Event::Born { .. } | Event::Resized { .. } | Event::Died { .. } => *insn == Insn::nop(),
        Event::StackBorn { pointer, size, .. } => insn.rd == pointer && size != pointer,
        Event::StackCut => insn.rd == Reg::SP,
    }
}
