//! Writing a relocatable object.

use super::format::*;
use super::output::{Output, Symbols};
use crate::object::{Object, RelocationKind, Section, SectionKind, Symbol, SymbolKind};

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
    use section::{ALLOC, EXECUTE, NOBITS, PROGBITS, WRITE};
    let (kind, flags) = match section.kind {
        SectionKind::Text => (PROGBITS, ALLOC | EXECUTE),
        SectionKind::ReadOnlyData => (PROGBITS, ALLOC),
        SectionKind::Data => (PROGBITS, ALLOC | WRITE),
        SectionKind::Bss => (NOBITS, ALLOC | WRITE),
        SectionKind::Debug => (PROGBITS, 0),
    };
    let (size, align) = (section.size, section.align.max(1));
    SectionHeader { kind, flags, size, align, ..SectionHeader::default() }
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
        SymbolKind::Section if is_section_start => symbol::SECTION,
        SymbolKind::Section | SymbolKind::Unknown => symbol::NO_TYPE,
    };
    let binding = if is_external(symbol) { symbol::GLOBAL } else { symbol::LOCAL };
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
            info: u64::from(number) << 32 | u64::from(relocation_number(relocation.kind)),
            addend: relocation.addend,
        };
        record.write(&mut bytes);
    }
    bytes
}

/// The number of a relocation kind (RISC-V psABI "Relocations").
pub(crate) fn relocation_number(kind: RelocationKind) -> u32 {
    match kind {
        RelocationKind::Abs32 => 1,
        RelocationKind::Abs64 => 2,
        RelocationKind::Call => 19,
        RelocationKind::PcrelHi20 => 23,
        RelocationKind::PcrelLo12I => 24,
        RelocationKind::PcrelLo12S => 25,
        RelocationKind::Hi20 => 26,
        RelocationKind::Lo12I => 27,
        RelocationKind::Lo12S => 28,
    }
}
