//! A generated unit as text.

use std::fmt::Write;

use codegen::Generated;
use image::access::{Access, Event, Function, Unit};
use image::object::{Object, Section, SectionKind, SymbolId};

/// Sections of data first, then every function with its rows.
pub(crate) fn listing(generated: &Generated) -> String {
    let mut out = String::new();
    for section in &generated.object.sections {
        if section.kind != SectionKind::Text {
            data(&mut out, &generated.object, section);
        }
    }
    for function in &generated.access.functions {
        code(&mut out, generated, function);
    }
    out
}

fn data(out: &mut String, object: &Object, section: &Section) {
    let _ = writeln!(out, "{} size {} align {}", section.name, section.size, section.align);
    for symbol in &object.symbols {
        if let Some(place) =
            symbol.definition.filter(|it| section_is(object, it.section.0, section))
        {
            let _ = writeln!(out, "  {:#x} {} {}", place.offset, symbol.name, place.size);
        }
    }
    if !section.bytes.is_empty() {
        let bytes: Vec<_> = section.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let _ = writeln!(out, "  {}", bytes.join(" "));
    }
    for it in &section.relocations {
        let name = &object.symbols[it.symbol.0 as usize].name;
        let _ = writeln!(out, "  {:#x} {:?} {name}+{}", it.offset, it.kind, it.addend);
    }
}

fn section_is(object: &Object, index: u32, section: &Section) -> bool {
    std::ptr::eq(&object.sections[index as usize], section)
}

fn code(out: &mut String, generated: &Generated, function: &Function<SymbolId>) {
    let object = &generated.object;
    let place = object.symbols[function.start.0 as usize].definition.expect("it is defined here");
    let text = &object.sections[place.section.0 as usize];
    let _ = writeln!(out, "{}: framed {:x?}", function.name, function.framed);
    for live in &function.live {
        let names = live.objects.iter().map(|it| function.objects[usize::from(it.0)].name.as_str());
        let names: Vec<_> = names.collect();
        let _ = writeln!(out, "  live {:x}..{:x} {}", live.start, live.end, names.join(" "));
    }
    for offset in (0..place.size).step_by(4) {
        let at = (place.offset + offset) as usize;
        let bits = u32::from_le_bytes(text.bytes[at..at + 4].try_into().expect("four bytes"));
        let insn = riscv::decode(bits).expect("it is an instruction");
        let _ = write!(out, "{offset:4x}  {}", riscv::disassemble(&insn, offset));
        for it in text.relocations.iter().filter(|it| it.offset == at as u64) {
            let _ = write!(out, "  <{}>", object.symbols[it.symbol.0 as usize].name);
        }
        for row in function.rows.iter().filter(|row| u64::from(row.offset) == offset) {
            let _ = write!(out, "  ; {}", event(&generated.access, function, row.event));
        }
        out.push('\n');
    }
}

fn event(unit: &Unit<SymbolId>, function: &Function<SymbolId>, event: Event) -> String {
    let name = |index: image::access::ObjectIndex| &function.objects[usize::from(index.0)].name;
    match event {
        Event::Statement => "step".into(),
        Event::Declare { object } => format!("declare {}", name(object)),
        Event::Read(it) => format!("read {}", access(unit, it)),
        Event::Write(it) => format!("write {}", access(unit, it)),
        Event::Local { target, object } => format!("{target} = &{}", name(object)),
        Event::Static { target } => format!("{target} = static"),
        Event::Member { target, base, size } => format!("{target} = member of {base}, {size}"),
        Event::Arithmetic { target, base } => format!("{target} = moved {base}"),
        Event::Characters { target, base, size } => {
            format!("{target} = characters of {base}, {size}")
        }
        Event::ToInteger { target, source } => format!("{target} = integer of {source}"),
        Event::FromInteger { target } => format!("{target} = pointer from integer"),
        Event::Call => "call".into(),
        Event::Born { pointer, size } => format!("born {pointer}, {size}"),
        Event::Resized { pointer, size } => format!("resized {pointer}, {size}"),
        Event::Died { pointer } => format!("died {pointer}"),
        Event::StackBorn { pointer, size, array } => {
            let array = array.map_or("alloca", |array| name(array));
            format!("{array} born at {pointer}, {size}")
        }
        Event::StackCut => "stack cut".into(),
    }
}

fn access(unit: &Unit<SymbolId>, it: Access) -> String {
    let ty = &unit.types[usize::from(it.ty.0)].name;
    let way = if it.is_indirect { "*" } else { "" };
    let bits = it.bits.map_or(String::new(), |(low, width)| format!(" bits {low}+{width}"));
    format!("{way}{}({}) {ty} {}{bits}", it.offset, it.base, it.size)
}
