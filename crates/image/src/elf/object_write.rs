//! Writing a relocatable object.

use super::format::*;
use super::output::{Output, Symbols};
use crate::object::{Object, Section, SectionKind, Symbol, SymbolKind};

/// The bytes of an ELF relocatable object, as GNU ld takes it.
///
/// **Rule**: System V ABI "Object Files"; RISC-V psABI "ELF Object Files". There is no
/// `R_RISCV_RELAX`, so the linker moves nothing inside a section, and what the access table says of
/// offsets stays true.
pub fn write_object(object: &Object) -> Vec<u8> {
    let mut output = Output::new(0);
    for section in &object.sections {
        output.section(&section.name, section_header(section), &section.bytes);
    }
    let note = SectionHeader { kind: section::PROGBITS, align: 1, ..SectionHeader::default() };
    output.section(".note.GNU-stack", note, &[]);
    let (symbols, numbers) = symbol_table(object);
    let has_relocations = |section: &&Section| !section.relocations.is_empty();
    let tables = object.sections.iter().filter(has_relocations).count();
    let symbol_table_index = usize::from(output.next_section()) + tables;
    for (index, section) in object.sections.iter().enumerate() {
        if section.relocations.is_empty() {
            continue;
        }
        let header = SectionHeader {
            kind: section::RELA,
            flags: section::INFO_LINK,
            link: symbol_table_index as u32,
            info: index as u32 + 1,
            align: 8,
            entry_size: RelocationRecord::SIZE as u64,
            ..SectionHeader::default()
        };
        let name = format!(".rela{}", section.name);
        output.section(&name, header, &relocation_table(section, &numbers));
    }
    output.symbol_table(&symbols);
    output.finish(FileHeader::riscv(TYPE_RELOCATABLE), &[])
}

fn section_header(section: &Section) -> SectionHeader {
    let (mut kind, flags) = kind_and_flags(section.kind);
    if section.kind == SectionKind::Data {
        kind = array_kind(&section.name).unwrap_or(kind);
    }
    let (size, align) = (section.size, section.align.max(1));
    SectionHeader { kind, flags, size, align, ..SectionHeader::default() }
}

/// `sh_type` and `sh_flags` of a kind of section.
pub(crate) fn kind_and_flags(kind: SectionKind) -> (u32, u64) {
    use section::{ALLOC, EXECUTE, NOBITS, PROGBITS, TLS, WRITE};
    match kind {
        SectionKind::Text => (PROGBITS, ALLOC | EXECUTE),
        SectionKind::ReadOnlyData => (PROGBITS, ALLOC),
        SectionKind::Data => (PROGBITS, ALLOC | WRITE),
        SectionKind::Bss => (NOBITS, ALLOC | WRITE),
        SectionKind::ThreadData => (PROGBITS, ALLOC | WRITE | TLS),
        SectionKind::ThreadBss => (NOBITS, ALLOC | WRITE | TLS),
        SectionKind::Debug => (PROGBITS, 0),
    }
}

/// The kind of a section of addresses of functions that are called where the program begins or
/// ends.
fn array_kind(name: &str) -> Option<u32> {
    let kinds = [
        (".preinit_array", section::PREINIT_ARRAY),
        (".init_array", section::INIT_ARRAY),
        (".fini_array", section::FINI_ARRAY),
    ];
    kinds.iter().find(|(array, _)| name.starts_with(array)).map(|&(_, kind)| kind)
}

/// The symbol table, and each symbol's number in it.
fn symbol_table(object: &Object) -> (Symbols, Vec<u32>) {
    let mut symbols = Symbols::new();
    let mut numbers = vec![0; object.symbols.len()];
    symbols.file(&object.name);
    for is_global in [false, true] {
        for (number, symbol) in numbers.iter_mut().zip(&object.symbols) {
            if is_external(symbol) == is_global {
                let (name, record) = symbol_record(object, symbol);
                *number = symbols.add(name, record);
            }
        }
    }
    (symbols, numbers)
}

/// Whether the linker looks for the symbol in other objects, or others may look for it here.
fn is_external(symbol: &Symbol) -> bool {
    symbol.is_global || symbol.definition.is_none()
}

fn symbol_record<'a>(object: &Object, symbol: &'a Symbol) -> (&'a str, SymbolRecord) {
    let section = symbol.definition.and_then(|at| object.sections.get(at.section.0 as usize));
    let is_section_start = symbol.kind == SymbolKind::Section
        && symbol.definition.is_some_and(|at| at.offset == 0)
        && section.is_some_and(|section| section.name == symbol.name);
    let kind = match symbol.kind {
        SymbolKind::Function => symbol::FUNCTION,
        SymbolKind::Object => symbol::OBJECT,
        SymbolKind::ThreadLocal => symbol::TLS,
        SymbolKind::Section if is_section_start => symbol::SECTION,
        SymbolKind::Section | SymbolKind::Unknown => symbol::NO_TYPE,
    };
    let binding = match () {
        () if !is_external(symbol) => symbol::LOCAL,
        () if symbol.is_weak => symbol::WEAK,
        () => symbol::GLOBAL,
    };
    let record = SymbolRecord {
        info: binding << 4 | kind,
        section: symbol.definition.map_or(symbol::UNDEFINED, |at| at.section.0 as u16 + 1),
        value: symbol.definition.map_or(0, |at| at.offset),
        size: symbol.definition.map_or(0, |at| at.size),
        ..SymbolRecord::default()
    };
    (if is_section_start { "" } else { &symbol.name }, record)
}

fn relocation_table(section: &Section, numbers: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(section.relocations.len() * RelocationRecord::SIZE);
    for relocation in &section.relocations {
        let number = numbers.get(relocation.symbol.0 as usize).copied().unwrap_or(0);
        let record = RelocationRecord {
            offset: relocation.offset,
            info: u64::from(number) << 32 | u64::from(relocation.kind.number()),
            addend: relocation.addend,
        };
        record.write(&mut bytes);
    }
    bytes
}
