//! Writing the executable.

use super::layout::{
    BSS, DATA, Layout, Merged, PAGE_SIZE, READ_ONLY_DATA, TEXT, THREAD_BSS, THREAD_DATA,
};
use super::provided;
use super::resolve::Program;
use crate::elf::format::*;
use crate::elf::object_write::kind_and_flags;
use crate::elf::output::{Output, Symbols};
use crate::object::{SectionKind, Symbol, SymbolId, SymbolKind};

/// The bytes of the executable.
pub(super) fn emit(program: &Program, layout: &Layout) -> Vec<u8> {
    let mut output = Output::new(layout.program_header_count);
    let mut numbers = vec![0; layout.sections.len()];
    for index in order(layout) {
        let section = &layout.sections[index];
        let is_empty = section.size == 0 && section.kind != SectionKind::Text;
        if is_empty {
            continue;
        }
        if section.kind != SectionKind::Debug && section.kind.has_bytes() {
            // A segment's bytes lie in the file as they lie in their pages.
            let offset = match section.kind {
                SectionKind::Text => section.address - layout.base_address,
                SectionKind::Data if numbers[THREAD_DATA] > 0 => {
                    let thread = &layout.sections[THREAD_DATA];
                    output.offset(numbers[THREAD_DATA]) + (section.address - thread.address)
                }
                _ => output.align(PAGE_SIZE),
            };
            output.pad_to(offset);
        }
        numbers[index] = output.section(&section.name, section_header(section), &section.bytes);
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

/// The sections in the order of the file, which is that of their addresses.
fn order(layout: &Layout) -> impl Iterator<Item = usize> {
    let loaded = [TEXT, READ_ONLY_DATA, THREAD_DATA, THREAD_BSS, DATA, BSS];
    loaded.into_iter().chain(loaded.len()..layout.sections.len())
}

fn section_header(merged: &Merged) -> SectionHeader {
    let (kind, flags) = kind_and_flags(merged.kind);
    let Merged { size, align, address, .. } = *merged;
    SectionHeader { kind, flags, size, align, address, ..SectionHeader::default() }
}

fn segments(layout: &Layout, output: &Output, numbers: &[u16]) -> Vec<ProgramHeader> {
    use segment::{EXECUTE, GNU_STACK, LOAD, READ, WRITE};
    let [text, constants, thread, data, bss] =
        [TEXT, READ_ONLY_DATA, THREAD_DATA, DATA, BSS].map(|index| &layout.sections[index]);
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
    let initialized = [(thread, THREAD_DATA), (data, DATA)];
    let first = initialized.into_iter().find(|(section, _)| section.size > 0);
    if first.is_some() || bss.size > 0 {
        // Without data there is nothing to read: any offset that is right within a page will do.
        let (offset, start) = match first {
            Some((section, index)) => (output.offset(numbers[index]), section.address),
            None => (bss.address % PAGE_SIZE, bss.address),
        };
        let file_end = initialized.iter().filter(|(section, _)| section.size > 0);
        let file_end = file_end.map(|(section, _)| section.end()).max().unwrap_or(start);
        let memory_size = bss.end() - start;
        headers.push(load(READ | WRITE, offset, start, file_end - start, memory_size));
    }
    if layout.thread.size > 0 {
        headers.push(thread_segment(layout, output, numbers));
    }
    let stack =
        ProgramHeader { kind: GNU_STACK, flags: READ | WRITE, align: 16, ..load(0, 0, 0, 0, 0) };
    headers.push(stack);
    headers
}

/// What each thread gets a copy of (System V ABI "Thread-Local Storage").
fn thread_segment(layout: &Layout, output: &Output, numbers: &[u16]) -> ProgramHeader {
    let thread = &layout.thread;
    let offset = if thread.image_size > 0 { output.offset(numbers[THREAD_DATA]) } else { 0 };
    ProgramHeader {
        kind: segment::TLS,
        flags: segment::READ,
        // Without initial values nothing is read: any offset that is aligned will do.
        offset,
        virtual_address: thread.image,
        physical_address: thread.image,
        file_size: thread.image_size,
        memory_size: thread.size,
        align: thread.align,
    }
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
                value: provided::address(&global.name, layout).unwrap_or_default(),
                ..SymbolRecord::default()
            },
        };
        let binding = if global.is_weak { symbol::WEAK } else { symbol::GLOBAL };
        let info = binding << 4 | record.kind();
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
    // System V ABI "Thread-Local Storage": such a symbol's value is an offset in each copy.
    let is_thread_local = symbol.kind == SymbolKind::ThreadLocal;
    let origin = if is_thread_local { layout.thread.image } else { 0 };
    SymbolRecord {
        info: match symbol.kind {
            SymbolKind::Function => symbol::FUNCTION,
            SymbolKind::Object => symbol::OBJECT,
            SymbolKind::ThreadLocal => symbol::TLS,
            SymbolKind::Section | SymbolKind::Unknown => symbol::NO_TYPE,
        },
        section: placement.map_or(symbol::ABSOLUTE, |placement| numbers[placement.section]),
        value: layout.symbol_address(program, object, id).unwrap_or_default().wrapping_sub(origin),
        size: definition.map_or(0, |at| at.size),
        ..SymbolRecord::default()
    }
}
