//! Writing DWARF 5 and the access table into an object.
//!
//! One compilation unit, with the types as the first children of its root, so that they are read
//! back under the same indices. Whatever depends on where code and data end up carries a
//! relocation.
//! **Rule**: DWARF 5; RISC-V psABI "DWARF".

use super::type_write::Types;
use super::{aranges_write, frame_write};
use crate::access;
use crate::debug::{Function, Line, Location, Place, Scope, Unit, Variable};
use crate::link::relocate::THREAD_OFFSET;
use crate::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use gimli::write::{
    Address, AttributeValue, DwarfUnit, EndianVec, Expression, FileId, LineProgram, LineString,
    Range, RangeList, RelocateWriter, RelocationTarget, Result, Sections, UnitEntryId,
};
use gimli::{Encoding, Format, LineEncoding, LittleEndian, Register, constants as dw};
use std::collections::BTreeMap;

/// **Units**: bytes of an address.
pub(super) const ADDRESS_SIZE: u8 = 8;

/// Appends debugging information and access table to an object.
///
/// **Errors**: none; a unit that cannot be written is a defect of the code generator.
pub fn finish(object: &mut Object, debug: &Unit<SymbolId>, access: &access::Unit<SymbolId>) {
    let sections = write_unit(debug).expect("debugging information of our own can be written");
    append_sections(object, sections);
    append_access(object, access);
}

/// The address that a symbol will have.
pub(super) fn address_of(symbol: SymbolId) -> Address {
    Address::Symbol { symbol: symbol.0 as usize, addend: 0 }
}

/// A section in the making, with its relocations.
#[derive(Clone)]
pub(super) struct SectionWriter {
    bytes: EndianVec<LittleEndian>,
    relocations: Vec<gimli::write::Relocation>,
}

impl SectionWriter {
    pub(super) fn new() -> SectionWriter {
        SectionWriter { bytes: EndianVec::new(LittleEndian), relocations: vec![] }
    }
}

impl RelocateWriter for SectionWriter {
    type Writer = EndianVec<LittleEndian>;

    fn writer(&self) -> &Self::Writer {
        &self.bytes
    }

    fn writer_mut(&mut self) -> &mut Self::Writer {
        &mut self.bytes
    }

    fn relocate(&mut self, relocation: gimli::write::Relocation) {
        self.relocations.push(relocation);
    }
}

/// The sections of a unit, by their names.
type Written = Vec<(&'static str, SectionWriter)>;

fn write_unit(unit: &Unit<SymbolId>) -> Result<Written> {
    let encoding = Encoding { format: Format::Dwarf32, version: 5, address_size: ADDRESS_SIZE };
    let mut builder = Builder::new(unit, encoding);
    builder.lines();
    builder.root();
    builder.types.write(&mut builder.dwarf);
    for variable in &unit.variables {
        let root = builder.dwarf.unit.root();
        builder.variable(root, variable);
    }
    for function in &unit.functions {
        builder.function(function)?;
    }
    let mut sections = Sections::new(SectionWriter::new());
    builder.dwarf.write(&mut sections)?;
    frame_write::frames(unit).write_debug_frame(&mut sections.debug_frame)?;
    let mut written: Written = vec![];
    sections.for_each(|id, writer| {
        written.push((id.name(), writer.clone()));
        Ok::<_, gimli::write::Error>(())
    })?;
    written.push((".debug_aranges", aranges_write::ranges(unit)?));
    written.retain(|(_, writer)| !writer.bytes.slice().is_empty());
    Ok(written)
}

struct Builder<'a> {
    unit: &'a Unit<SymbolId>,
    dwarf: DwarfUnit,
    types: Types<'a>,
    files: Vec<FileId>,
}

impl<'a> Builder<'a> {
    fn new(unit: &'a Unit<SymbolId>, encoding: Encoding) -> Builder<'a> {
        let mut dwarf = DwarfUnit::new(encoding);
        let mut string = |text: &str| {
            let text = if text.is_empty() { "?" } else { text };
            LineString::new(text.as_bytes(), encoding, &mut dwarf.line_strings)
        };
        let (directory, main_file) = (string(&unit.directory), string(&unit.name));
        let files: Vec<_> = unit.files.iter().map(|file| string(file)).collect();
        let line_encoding =
            LineEncoding { minimum_instruction_length: 4, ..LineEncoding::default() };
        let mut program =
            LineProgram::new(encoding, line_encoding, directory, None, main_file, None);
        let directory = program.default_directory();
        let files = files.into_iter().map(|file| program.add_file(file, directory, None)).collect();
        dwarf.unit.line_program = program;
        let types = Types::reserve(&unit.types, &mut dwarf);
        Builder { unit, dwarf, types, files }
    }

    /// One sequence for each function (DWARF 5 section 6.2.5).
    fn lines(&mut self) {
        for function in self.unit.functions.iter().filter(|function| !function.lines.is_empty()) {
            let program = &mut self.dwarf.unit.line_program;
            program.begin_sequence(Some(address_of(function.start)));
            for line in &function.lines {
                let Line { offset, place, is_statement, is_prologue_end } = *line;
                let row = program.row();
                row.address_offset = offset;
                row.line = place.line.into();
                row.column = place.column.into();
                row.is_statement = is_statement;
                row.prologue_end = is_prologue_end;
                if let Some(&file) = self.files.get(place.file as usize) {
                    row.file = file;
                }
                program.generate_row();
            }
            program.end_sequence(function.size);
        }
    }

    /// The unit's own entry (DWARF 5 section 3.1.1).
    fn root(&mut self) {
        let ranges = self.unit.functions.iter().filter(|function| function.size > 0);
        let ranges: Vec<_> = ranges
            .map(|function| Range::StartLength {
                begin: address_of(function.start),
                length: function.size,
            })
            .collect();
        let root = self.dwarf.unit.root();
        self.string(root, dw::DW_AT_producer, &self.unit.producer);
        // DWARF 5 has no number for C17, which is C11 with its defects mended.
        self.set(root, dw::DW_AT_language, AttributeValue::Language(dw::DW_LANG_C11));
        self.string(root, dw::DW_AT_name, &self.unit.name);
        self.string(root, dw::DW_AT_comp_dir, &self.unit.directory);
        self.set(root, dw::DW_AT_stmt_list, AttributeValue::LineProgramRef);
        if !ranges.is_empty() {
            let list = self.dwarf.unit.ranges.add(RangeList(ranges));
            self.set(root, dw::DW_AT_low_pc, AttributeValue::Address(Address::Constant(0)));
            self.set(root, dw::DW_AT_ranges, AttributeValue::RangeListRef(list));
        }
    }

    fn set(&mut self, entry: UnitEntryId, name: gimli::DwAt, value: AttributeValue) {
        self.dwarf.unit.get_mut(entry).set(name, value);
    }

    fn string(&mut self, entry: UnitEntryId, name: gimli::DwAt, text: &str) {
        let string = self.dwarf.strings.add(text.as_bytes());
        self.set(entry, name, AttributeValue::StringRef(string));
    }

    fn flag(&mut self, entry: UnitEntryId, name: gimli::DwAt, is_set: bool) {
        if is_set {
            self.set(entry, name, AttributeValue::FlagPresent);
        }
    }

    fn declared_at(&mut self, entry: UnitEntryId, place: Place) {
        let Some(&file) = self.files.get(place.file as usize).filter(|_| place.line > 0) else {
            return;
        };
        self.set(entry, dw::DW_AT_decl_file, AttributeValue::FileIndex(Some(file)));
        self.set(entry, dw::DW_AT_decl_line, AttributeValue::Udata(place.line.into()));
        if place.column > 0 {
            self.set(entry, dw::DW_AT_decl_column, AttributeValue::Udata(place.column.into()));
        }
    }

    fn typed(&mut self, entry: UnitEntryId, ty: Option<crate::debug::TypeRef>) {
        self.types.set_type(&mut self.dwarf, entry, ty);
    }

    /// A function (DWARF 5 section 3.3.1).
    fn function(&mut self, function: &Function<SymbolId>) -> Result<()> {
        let root = self.dwarf.unit.root();
        let entry = self.dwarf.unit.add(root, dw::DW_TAG_subprogram);
        self.flag(entry, dw::DW_AT_external, function.is_external);
        self.string(entry, dw::DW_AT_name, &function.name);
        self.declared_at(entry, function.place);
        self.flag(entry, dw::DW_AT_prototyped, function.is_prototyped);
        self.typed(entry, function.result);
        let start = address_of(function.start);
        self.set(entry, dw::DW_AT_low_pc, AttributeValue::Address(start));
        self.set(entry, dw::DW_AT_high_pc, AttributeValue::Udata(function.size));
        let mut base = Expression::new();
        base.op(dw::DW_OP_call_frame_cfa);
        self.set(entry, dw::DW_AT_frame_base, AttributeValue::Exprloc(base));
        self.scope(entry, function, &function.scope);
        Ok(())
    }

    /// What a function or block contains (DWARF 5 section 3.5).
    fn scope(
        &mut self,
        entry: UnitEntryId,
        function: &Function<SymbolId>,
        scope: &Scope<SymbolId>,
    ) {
        for variable in &scope.variables {
            self.variable(entry, variable);
        }
        for inner in &scope.scopes {
            let block = self.dwarf.unit.add(entry, dw::DW_TAG_lexical_block);
            self.block_ranges(block, function, inner);
            self.scope(block, function, inner);
        }
    }

    fn block_ranges(
        &mut self,
        block: UnitEntryId,
        function: &Function<SymbolId>,
        scope: &Scope<SymbolId>,
    ) {
        let begin = |offset: u64| Address::Symbol {
            symbol: function.start.0 as usize,
            addend: offset as i64,
        };
        let size = |range: &std::ops::Range<u64>| range.end.saturating_sub(range.start);
        match &scope.ranges[..] {
            [] => {}
            [range] => {
                let low = AttributeValue::Address(begin(range.start));
                self.set(block, dw::DW_AT_low_pc, low);
                self.set(block, dw::DW_AT_high_pc, AttributeValue::Udata(size(range)));
            }
            ranges => {
                let list = ranges
                    .iter()
                    .map(|range| Range::StartLength {
                        begin: begin(range.start),
                        length: size(range),
                    })
                    .collect();
                let list = self.dwarf.unit.ranges.add(RangeList(list));
                self.set(block, dw::DW_AT_ranges, AttributeValue::RangeListRef(list));
            }
        }
    }

    /// A variable or parameter (DWARF 5 section 4.1).
    fn variable(&mut self, parent: UnitEntryId, variable: &Variable<SymbolId>) {
        let tag = match variable.is_parameter {
            true => dw::DW_TAG_formal_parameter,
            false => dw::DW_TAG_variable,
        };
        let entry = self.dwarf.unit.add(parent, tag);
        if !variable.name.is_empty() {
            self.string(entry, dw::DW_AT_name, &variable.name);
        }
        self.declared_at(entry, variable.place);
        self.typed(entry, Some(variable.ty));
        self.flag(entry, dw::DW_AT_external, variable.is_external);
        let mut location = Expression::new();
        match &variable.location {
            Location::Address(symbol) => location.op_addr(address_of(*symbol)),
            Location::ThreadLocal(symbol) => thread_local(&mut location, *symbol),
            Location::Frame(offset) => location.op_fbreg(*offset),
            // Our code generator gives every variable one home.
            Location::Expressions(_) | Location::Value(_) | Location::None => return,
        }
        self.set(entry, dw::DW_AT_location, AttributeValue::Exprloc(location));
    }
}

/// The thread pointer and the offset from it. `DW_OP_form_tls_address` would say the same, but a
/// debugger follows it only with the help of a library for the program's own threads.
fn thread_local(location: &mut Expression, symbol: SymbolId) {
    location.op_breg(Register(super::THREAD_POINTER), 0);
    location.op_addr(address_of(symbol));
    location.op(dw::DW_OP_plus);
}

/// The relocation that fills in a field of debugging information or of the access table. An offset
/// in a thread's copy is meant where the symbol is thread-local.
fn reference(object: &Object, offset: u64, size: u8, symbol: SymbolId, addend: i64) -> Relocation {
    let target = object.symbols.get(symbol.0 as usize);
    let (kind, addend) = match size {
        _ if target.is_some_and(|target| target.kind == SymbolKind::ThreadLocal) => {
            (RelocationKind::DtpRel64, addend + THREAD_OFFSET as i64)
        }
        ADDRESS_SIZE => (RelocationKind::Abs64, addend),
        _ => (RelocationKind::Abs32, addend),
    };
    Relocation { offset, kind, symbol, addend }
}

/// Appends sections to an object, and turns their relocations into the object's.
fn append_sections(object: &mut Object, written: Written) {
    let first = object.sections.len();
    for (name, writer) in &written {
        let mut section = Section::new(name, SectionKind::Debug, 1);
        section.bytes = writer.bytes.slice().to_vec();
        section.size = section.bytes.len() as u64;
        object.sections.push(section);
    }
    let mut starts = BTreeMap::new();
    for (index, (_, writer)) in written.iter().enumerate() {
        let mut relocations = Vec::with_capacity(writer.relocations.len());
        for relocation in &writer.relocations {
            let symbol = match relocation.target {
                RelocationTarget::Symbol(symbol) => Some(SymbolId(symbol as u32)),
                RelocationTarget::Section(id) => section_start(object, &mut starts, id.name()),
            };
            // An offset into a section that is empty is 0 wherever it is.
            let Some(symbol) = symbol else { continue };
            let (offset, size) = (relocation.offset as u64, relocation.size);
            relocations.push(reference(object, offset, size, symbol, relocation.addend));
        }
        relocations.sort_by_key(|relocation| relocation.offset);
        object.sections[first + index].relocations = relocations;
    }
}

/// The symbol for the start of a section, made when it is first needed.
fn section_start(
    object: &mut Object,
    starts: &mut BTreeMap<&'static str, SymbolId>,
    name: &'static str,
) -> Option<SymbolId> {
    if let Some(&symbol) = starts.get(name) {
        return Some(symbol);
    }
    let index = object.sections.iter().position(|section| section.name == name)?;
    let section = SectionId(index as u32);
    let symbol = SymbolId(object.symbols.len() as u32);
    object.symbols.push(Symbol {
        name: name.into(),
        definition: Some(SymbolDefinition { section, offset: 0, size: 0 }),
        is_global: false,
        is_weak: false,
        kind: SymbolKind::Section,
    });
    starts.insert(name, symbol);
    Some(symbol)
}

fn append_access(object: &mut Object, access: &access::Unit<SymbolId>) {
    if let Err(fault) = access.check() {
        panic!("the code generator keeps the access table sound: {fault}");
    }
    let mut section = Section::new(access::SECTION_NAME, SectionKind::Debug, 8);
    let relocations = &mut section.relocations;
    section.bytes = access::encode(access, |offset, &symbol| {
        relocations.push(reference(object, offset, ADDRESS_SIZE, symbol, 0));
        0
    });
    section.size = section.bytes.len() as u64;
    object.sections.push(section);
}
