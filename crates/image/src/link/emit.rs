//! Writing the executable.

use super::layout::{BSS, DATA, Layout, Merged, PAGE_SIZE, READ_ONLY_DATA, TEXT};
use super::resolve::Program;
use crate::elf::format::*;
use crate::elf::output::{Output, Symbols};
use crate::object::{SectionKind, Symbol, SymbolId, SymbolKind};

/// The bytes of the executable.
pub(super) fn emit(program: &Program, layout: &Layout) -> Vec<u8> {
    let mut output = Output::new(layout.program_header_count);
    let mut numbers = vec![0; layout.sections.len()];
    for (number, section) in numbers.iter_mut().zip(&layout.sections) {
        let is_empty = section.size == 0 && section.kind != SectionKind::Text;
        if is_empty {
            continue;
        }
        if section.kind != SectionKind::Debug && section.kind != SectionKind::Bss {
            // A segment's bytes lie in the file as they lie in their pages.
            let offset = match section.kind {
                SectionKind::Text => section.address - layout.base_address,
                _ => output.align(PAGE_SIZE),
            };
            output.pad_to(offset);
        }
        *number = output.section(&section.name, section_header(section), &section.bytes);
    }
    let segments = segments(layout, &output, &numbers);
    output.symbol_table(&symbols(program, layout, &numbers));
    let entry = program.globals.first().and_then(|entry| {
        let (object, symbol) = entry.definition?;
        layout.symbol_address(program, object, symbol)
    });
    let header =
        FileHeader { entry: entry.unwrap_or_default(), ..FileHeader::riscv(TYPE_EXECUTABLE) };
    output.finish(header, &segments)
}

fn section_header(merged: &Merged) -> SectionHeader {
    use section::{ALLOC, EXECUTE, NOBITS, PROGBITS, WRITE};
    let (kind, flags) = match merged.kind {
        SectionKind::Text => (PROGBITS, ALLOC | EXECUTE),
        SectionKind::ReadOnlyData => (PROGBITS, ALLOC),
        SectionKind::Data => (PROGBITS, ALLOC | WRITE),
        SectionKind::Bss => (NOBITS, ALLOC | WRITE),
        SectionKind::Debug => (PROGBITS, 0),
    };
    let Merged { size, align, address, .. } = *merged;
    SectionHeader { kind, flags, size, align, address, ..SectionHeader::default() }
}

fn segments(layout: &Layout, output: &Output, numbers: &[u16]) -> Vec<ProgramHeader> {
    use segment::{EXECUTE, GNU_STACK, LOAD, READ, WRITE};
    let [text, constants, data, bss] =
        [TEXT, READ_ONLY_DATA, DATA, BSS].map(|index| &layout.sections[index]);
    let load = |flags, offset, address, file_size, memory_size| ProgramHeader {
        kind: LOAD,
        flags,
        offset,
        virtual_address: address,
        physical_address: address,
        file_size,
        memory_size,
        align: PAGE_SIZE,
    };
    let text_size = text.address + text.size - layout.base_address;
    let mut headers = vec![load(READ | EXECUTE, 0, layout.base_address, text_size, text_size)];
    if constants.size > 0 {
        let offset = output.offset(numbers[READ_ONLY_DATA]);
        headers.push(load(READ, offset, constants.address, constants.size, constants.size));
    }
    if data.size > 0 || bss.size > 0 {
        let first = if data.size > 0 { data } else { bss };
        // Without data there is nothing to read: any offset that is right within a page will do.
        let offset = if data.size > 0 { output.offset(numbers[DATA]) } else { 0 };
        let memory_size = bss.address + bss.size - first.address;
        let offset = offset + first.address % PAGE_SIZE;
        headers.push(load(READ | WRITE, offset, first.address, data.size, memory_size));
    }
    let stack =
        ProgramHeader { kind: GNU_STACK, flags: READ | WRITE, align: 16, ..load(0, 0, 0, 0, 0) };
    headers.push(stack);
    headers
}

/// The symbol table: each object's local symbols behind its name, then what objects share.
fn symbols(program: &Program, layout: &Layout, numbers: &[u16]) -> Symbols {
    let mut symbols = Symbols::new();
    for (object, of) in program.objects.iter().enumerate() {
        let mut is_file_named = false;
        for (index, symbol) in of.symbols.iter().enumerate() {
            let is_local = program.global_of[object][index].is_none();
            if !is_local || !is_worth_naming(symbol) {
                continue;
            }
            if !std::mem::replace(&mut is_file_named, true) {
                symbols.file(&of.name);
            }
            let record = record(program, layout, numbers, object, SymbolId(index as u32));
            symbols.add(&symbol.name, record);
        }
    }
    for global in &program.globals {
        let record = match global.definition {
            Some((object, symbol)) => record(program, layout, numbers, object, symbol),
            None => SymbolRecord {
                section: symbol::ABSOLUTE,
                value: layout.provided_address(&global.name).unwrap_or_default(),
                ..SymbolRecord::default()
            },
        };
        let info = symbol::GLOBAL << 4 | record.kind();
        symbols.add(&global.name, SymbolRecord { info, ..record });
    }
    symbols
}

/// Whether people want to read a local symbol; labels that only relocations need are left out.
fn is_worth_naming(symbol: &Symbol) -> bool {
    symbol.kind != SymbolKind::Section && !symbol.name.is_empty() && !symbol.name.starts_with(".L")
}

fn record(
    program: &Program,
    layout: &Layout,
    numbers: &[u16],
    object: usize,
    id: SymbolId,
) -> SymbolRecord {
    let symbol = &program.objects[object].symbols[id.0 as usize];
    let definition = symbol.definition;
    let placement = definition.and_then(|at| layout.placement(object, at.section));
    SymbolRecord {
        info: match symbol.kind {
            SymbolKind::Function => symbol::FUNCTION,
            SymbolKind::Object => symbol::OBJECT,
            SymbolKind::Section | SymbolKind::Unknown => symbol::NO_TYPE,
        },
        section: placement.map_or(symbol::ABSOLUTE, |placement| numbers[placement.section]),
        value: layout.symbol_address(program, object, id).unwrap_or_default(),
        size: definition.map_or(0, |at| at.size),
        ..SymbolRecord::default()
    }
}
