//! Reading a relocatable object back, as far as our linker can link it.

use super::format::*;
use crate::error::machine_name;
use crate::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use std::fmt;

/// Why bytes cannot be read as a relocatable object or an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// They are not an ELF relocatable object for RISC-V.
    NotAnObject,
    /// They are an ELF relocatable object for another processor, by its `EM_*` number.
    OtherMachine(u16),
    /// They are not an archive with a symbol index.
    NotAnArchive,
    /// They end before something that they announce.
    Truncated(&'static str),
    /// A number in them leads nowhere.
    Index(&'static str),
    /// They use something that is not supported.
    Unsupported(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NotAnObject => {
                write!(out, "this is not a RISC-V object file (64-bit, little-endian)")
            }
            ReadError::OtherMachine(number) => {
                let machine = machine_name(*number).unwrap_or("another processor's");
                write!(
                    out,
                    "this is {machine} object file; cutaway links RISC-V ones (RV64): compile its \
                     source with `cutaway build -c` or `riscv64-linux-gnu-gcc -c`, or give the C \
                     source file in its place"
                )
            }
            ReadError::NotAnArchive => write!(out, "this is not an archive with a symbol index"),
            ReadError::Truncated(what) => write!(out, "the file is cut off in its {what}"),
            ReadError::Index(what) => write!(out, "the file is damaged: a {what} leads nowhere"),
            ReadError::Unsupported(what) => write!(out, "{what} is not supported yet"),
        }
    }
}

impl std::error::Error for ReadError {}

/// The most bytes that an object may want for zeros.
const BSS_SIZE_MAX: u64 = 1 << 40;

/// The largest alignment of a section: a larger one would be padding in every file that holds it.
const SECTION_ALIGN_MAX: u64 = 1 << 16;

/// Reads an ELF relocatable object for RISC-V.
///
/// Sections that are not loaded and are neither DWARF nor ours are left out (`.comment`), and so
/// are `R_RISCV_RELAX` hints, which a linker may ignore.
/// **Errors**: whatever could not be linked correctly is an error here.
pub fn read_object(bytes: &[u8]) -> Result<Object, ReadError> {
    let file = File::open(bytes)?;
    let mut object = Object::default();
    let sections = read_sections(&file, &mut object)?;
    let symbols = read_symbols(&file, &sections, &mut object)?;
    for record in file.headers.iter().filter(|record| record.kind == section::RELA) {
        let target = sections.get(record.info as usize).ok_or(ReadError::Index("section index"))?;
        if let Some(SectionId(index)) = *target {
            let table = file.bytes_of(record)?;
            object.sections[index as usize].relocations = read_relocations(table, &symbols)?;
        }
    }
    Ok(object)
}

/// A file whose headers have been read.
struct File<'a> {
    bytes: &'a [u8],
    headers: Vec<SectionHeader>,
    names: &'a [u8],
}

impl<'a> File<'a> {
    fn open(bytes: &'a [u8]) -> Result<File<'a>, ReadError> {
        let header = FileHeader::read(bytes, 0).ok_or(ReadError::NotAnObject)?;
        let expected = FileHeader::riscv(TYPE_RELOCATABLE);
        if header.ident as u32 == u32::from_le_bytes(MAGIC)
            && header.file_type == TYPE_RELOCATABLE
            && header.machine != MACHINE_RISCV
        {
            return Err(ReadError::OtherMachine(header.machine));
        }
        // The first six bytes: magic, class, byte order.
        let is_object = header.ident << 16 == expected.ident << 16
            && header.machine == MACHINE_RISCV
            && header.file_type == TYPE_RELOCATABLE
            && usize::from(header.section_header_size) == SectionHeader::SIZE;
        if !is_object {
            return Err(ReadError::NotAnObject);
        }
        if header.flags & FLAGS_FLOAT_ABI != FLAGS_LP64D {
            let what = "a calling convention other than lp64d (`-mabi=lp64d`)";
            return Err(ReadError::Unsupported(what.into()));
        }
        let size = usize::from(header.section_header_count) * SectionHeader::SIZE;
        let range = file_range(header.section_headers, size as u64, bytes.len());
        let range = range.ok_or(ReadError::Truncated("section headers"))?;
        let offsets = range.step_by(SectionHeader::SIZE);
        let headers = offsets.filter_map(|offset| SectionHeader::read(bytes, offset)).collect();
        let mut file = File { bytes, headers, names: &[] };
        if let Some(names) = file.headers.get(usize::from(header.section_names)) {
            file.names = file.bytes_of(names)?;
        }
        Ok(file)
    }

    fn bytes_of(&self, header: &SectionHeader) -> Result<&'a [u8], ReadError> {
        let range = header.file_range(self.bytes.len());
        Ok(&self.bytes[range.ok_or(ReadError::Truncated("sections"))?])
    }

    fn name_of(&self, header: &SectionHeader) -> String {
        string_text(self.names, header.name)
    }
}

/// What a section is for; `None` when it is left out.
fn section_kind(name: &str, header: &SectionHeader) -> Option<SectionKind> {
    let has = |flag: u64| header.flags & flag != 0;
    let is_ours = name.starts_with(".debug_") || name == crate::access::SECTION_NAME;
    match header.kind {
        section::PROGBITS if has(section::TLS) => Some(SectionKind::ThreadData),
        section::NOBITS if has(section::TLS) => Some(SectionKind::ThreadBss),
        section::INIT_ARRAY | section::FINI_ARRAY | section::PREINIT_ARRAY => {
            Some(SectionKind::Data)
        }
        section::PROGBITS if has(section::ALLOC) && has(section::EXECUTE) => {
            Some(SectionKind::Text)
        }
        section::PROGBITS if has(section::ALLOC) && has(section::WRITE) => Some(SectionKind::Data),
        section::PROGBITS if has(section::ALLOC) => Some(SectionKind::ReadOnlyData),
        section::NOBITS if has(section::ALLOC) => Some(SectionKind::Bss),
        section::PROGBITS if is_ours => Some(SectionKind::Debug),
        _ => None,
    }
}

/// Fills in the sections; gives for each section of the file its section in the object.
fn read_sections(file: &File, object: &mut Object) -> Result<Vec<Option<SectionId>>, ReadError> {
    let mut ids = Vec::with_capacity(file.headers.len());
    for header in &file.headers {
        let name = file.name_of(header);
        if header.flags & section::COMPRESSED != 0 {
            return Err(ReadError::Unsupported(format!("the section `{name}`")));
        }
        let Some(kind) = section_kind(&name, header) else {
            ids.push(None);
            continue;
        };
        let bytes = file.bytes_of(header)?.to_vec();
        let size = if kind.has_bytes() { bytes.len() as u64 } else { header.size };
        if size > BSS_SIZE_MAX {
            return Err(ReadError::Unsupported(format!("a section of {size} bytes")));
        }
        if !header.align.max(1).is_power_of_two() {
            return Err(ReadError::Index("section alignment"));
        }
        if header.align > SECTION_ALIGN_MAX {
            return Err(ReadError::Unsupported(format!("an alignment of {} bytes", header.align)));
        }
        ids.push(Some(SectionId(object.sections.len() as u32)));
        let (align, relocations) = (header.align.max(1), vec![]);
        object.sections.push(Section { name, kind, bytes, size, align, relocations });
    }
    Ok(ids)
}

/// Fills in the symbols and the object's name; gives for each symbol of the file its symbol in the
/// object.
fn read_symbols(
    file: &File,
    sections: &[Option<SectionId>],
    object: &mut Object,
) -> Result<Vec<Option<SymbolId>>, ReadError> {
    let Some(header) = file.headers.iter().find(|header| header.kind == section::SYMTAB) else {
        return Ok(vec![]);
    };
    let table = file.bytes_of(header)?;
    let names = file.headers.get(header.link as usize).ok_or(ReadError::Index("string table"))?;
    let names = file.bytes_of(names)?;
    let count = table.len() / SymbolRecord::SIZE;
    let mut ids = Vec::with_capacity(count);
    for index in 0..count {
        let record = SymbolRecord::read(table, index * SymbolRecord::SIZE);
        let record = record.ok_or(ReadError::Truncated("symbol table"))?;
        let name = string_text(names, record.name);
        if record.kind() == symbol::FILE && object.name.is_empty() {
            object.name = name.clone();
        }
        let read = read_symbol(&record, name, sections, object)?;
        ids.push(read.map(|symbol| {
            object.symbols.push(symbol);
            SymbolId(object.symbols.len() as u32 - 1)
        }));
    }
    Ok(ids)
}

fn read_symbol(
    record: &SymbolRecord,
    name: String,
    sections: &[Option<SectionId>],
    object: &mut Object,
) -> Result<Option<Symbol>, ReadError> {
    if record.kind() == symbol::FILE || *record == SymbolRecord::default() {
        return Ok(None);
    }
    let is_common = record.section == symbol::COMMON;
    let definition = match record.section {
        symbol::UNDEFINED => None,
        symbol::COMMON => Some(common(record, &name, object)?),
        symbol::ABSOLUTE if record.binding() == symbol::LOCAL => return Ok(None),
        symbol::RESERVED.. => {
            return Err(ReadError::Unsupported(format!("the absolute symbol `{name}`")));
        }
        index => match sections.get(usize::from(index)) {
            None => return Err(ReadError::Index("symbol's section")),
            Some(None) => return Ok(None),
            Some(&Some(section)) => {
                Some(SymbolDefinition { section, offset: record.value, size: record.size })
            }
        },
    };
    let is_section = record.kind() == symbol::SECTION;
    let section = definition.filter(|_| is_section);
    let name = match section {
        Some(at) => object.sections[at.section.0 as usize].name.clone(),
        None => name,
    };
    let kind = match record.kind() {
        symbol::FUNCTION => SymbolKind::Function,
        symbol::OBJECT => SymbolKind::Object,
        symbol::TLS => SymbolKind::ThreadLocal,
        _ if is_common => SymbolKind::Object,
        _ if definition.is_some() => SymbolKind::Section,
        _ => SymbolKind::Unknown,
    };
    let is_global = record.binding() != symbol::LOCAL;
    let is_weak = is_common || record.binding() == symbol::WEAK;
    Ok(Some(Symbol { name, definition, is_global, is_weak, kind }))
}

/// Room for an object that several files may define without a value (`SHN_COMMON`, whose value is
/// its alignment): it yields to a definition with one, as a weak one does.
fn common(
    record: &SymbolRecord,
    name: &str,
    object: &mut Object,
) -> Result<SymbolDefinition, ReadError> {
    let align = record.value.max(1);
    if !align.is_power_of_two() || align > SECTION_ALIGN_MAX || record.size > BSS_SIZE_MAX {
        return Err(ReadError::Unsupported(format!("the common symbol `{name}`")));
    }
    let section = SectionId(object.sections.len() as u32);
    let mut room = Section::new(".bss", SectionKind::Bss, align);
    room.size = record.size;
    object.sections.push(room);
    Ok(SymbolDefinition { section, offset: 0, size: record.size })
}

/// What a relocation is for that is not there.
fn unsupported_relocation(number: u32) -> String {
    match number {
        RELOCATION_TLS_GENERAL => {
            "thread-local storage as shared libraries reach it (`-fPIC`; compile without it)".into()
        }
        _ => format!("relocation type {number}"),
    }
}

/// `R_RISCV_TLS_GD_HI20`.
const RELOCATION_TLS_GENERAL: u32 = 22;
/// `R_RISCV_NONE`.
const RELOCATION_NONE: u32 = 0;
/// `R_RISCV_ALIGN`: padding that a linker may shorten; all of it are instructions that do nothing.
const RELOCATION_ALIGN: u32 = 43;
/// `R_RISCV_RELAX`.
const RELOCATION_RELAX: u32 = 51;

fn read_relocations(
    table: &[u8],
    symbols: &[Option<SymbolId>],
) -> Result<Vec<Relocation>, ReadError> {
    let mut relocations = Vec::with_capacity(table.len() / RelocationRecord::SIZE);
    for start in (0..table.len()).step_by(RelocationRecord::SIZE) {
        let record = RelocationRecord::read(table, start);
        let record = record.ok_or(ReadError::Truncated("relocations"))?;
        let number = record.info as u32;
        if matches!(number, RELOCATION_NONE | RELOCATION_ALIGN | RELOCATION_RELAX) {
            continue;
        }
        let kind = RelocationKind::of_number(number)
            .ok_or_else(|| ReadError::Unsupported(unsupported_relocation(number)))?;
        let symbol = symbols.get((record.info >> 32) as usize).copied().flatten();
        let symbol = symbol.ok_or(ReadError::Index("relocation's symbol"))?;
        let (offset, addend) = (record.offset, record.addend);
        relocations.push(Relocation { offset, kind, symbol, addend });
    }
    relocations.sort_by_key(|relocation| relocation.offset);
    Ok(relocations)
}
