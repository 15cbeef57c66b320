//! Putting an ELF file together: sections are appended, then the headers are filled in.

use super::format::{FileHeader, ProgramHeader, SectionHeader, SymbolRecord, section, symbol};

/// A string table that grows; offset 0 is the empty string.
#[derive(Debug)]
pub(crate) struct Strings(Vec<u8>);

impl Strings {
    pub(crate) fn new() -> Strings {
        Strings(vec![0])
    }

    /// Appends a string, up to its first zero byte, and says where it went.
    pub(crate) fn add(&mut self, string: &str) -> u32 {
        if string.is_empty() {
            return 0;
        }
        let at = self.0.len() as u32;
        self.0.extend(string.bytes().take_while(|&byte| byte != 0));
        self.0.push(0);
        at
    }
}

/// An ELF file in the making.
#[derive(Debug)]
pub(crate) struct Output {
    bytes: Vec<u8>,
    sections: Vec<SectionHeader>,
    names: Strings,
}

impl Output {
    /// A file with room for its header and that many program headers.
    pub(crate) fn new(program_header_count: usize) -> Output {
        let size = FileHeader::SIZE + program_header_count * ProgramHeader::SIZE;
        Output {
            bytes: vec![0; size],
            sections: vec![SectionHeader::default()],
            names: Strings::new(),
        }
    }

    /// Pads with zeros up to a multiple of `align`, and says where the file ends now.
    pub(crate) fn align(&mut self, align: u64) -> u64 {
        let size = self.bytes.len().next_multiple_of(align.max(1) as usize);
        self.bytes.resize(size, 0);
        size as u64
    }

    /// Pads with zeros up to an offset.
    pub(crate) fn pad_to(&mut self, offset: u64) {
        self.bytes.resize(self.bytes.len().max(offset as usize), 0);
    }

    /// Appends a section, aligned in the file as its header says, and gives its index. Name, offset
    /// and size are filled in; a section without bytes in the file keeps the size of its header.
    pub(crate) fn section(&mut self, name: &str, header: SectionHeader, bytes: &[u8]) -> u16 {
        let has_bytes = header.kind != section::NOBITS;
        let offset = if has_bytes { self.align(header.align) } else { self.bytes.len() as u64 };
        self.bytes.extend_from_slice(bytes);
        self.sections.push(SectionHeader {
            name: self.names.add(name),
            offset,
            size: if has_bytes { bytes.len() as u64 } else { header.size },
            ..header
        });
        (self.sections.len() - 1) as u16
    }

    /// Where a section is in the file.
    pub(crate) fn offset(&self, section: u16) -> u64 {
        self.sections[usize::from(section)].offset
    }

    /// The index that the next section will get.
    pub(crate) fn next_section(&self) -> u16 {
        self.sections.len() as u16
    }

    /// Appends `.symtab` and `.strtab`.
    pub(crate) fn symbol_table(&mut self, symbols: &Symbols) {
        let header = SectionHeader {
            kind: section::SYMTAB,
            link: u32::from(self.next_section()) + 1,
            info: symbols.local_count,
            align: 8,
            entry_size: SymbolRecord::SIZE as u64,
            ..SectionHeader::default()
        };
        self.section(".symtab", header, &symbols.records);
        let header = SectionHeader { kind: section::STRTAB, align: 1, ..SectionHeader::default() };
        self.section(".strtab", header, &symbols.names.0);
    }

    /// Appends the sections' names and headers, and fills in the file's and the program headers.
    pub(crate) fn finish(mut self, header: FileHeader, segments: &[ProgramHeader]) -> Vec<u8> {
        let names_header =
            SectionHeader { kind: section::STRTAB, align: 1, ..SectionHeader::default() };
        let name = self.names.add(".shstrtab");
        let names = std::mem::replace(&mut self.names, Strings::new()).0;
        let section_names = self.section("", names_header, &names);
        self.sections[usize::from(section_names)].name = name;
        let section_headers = self.align(8);
        for record in &self.sections {
            record.write(&mut self.bytes);
        }
        let has_segments = !segments.is_empty();
        let header = FileHeader {
            program_headers: if has_segments { FileHeader::SIZE as u64 } else { 0 },
            program_header_size: if has_segments { ProgramHeader::SIZE as u16 } else { 0 },
            program_header_count: segments.len() as u16,
            section_headers,
            section_header_count: self.sections.len() as u16,
            section_names,
            ..header
        };
        let mut head = Vec::with_capacity(FileHeader::SIZE);
        header.write(&mut head);
        segments.iter().for_each(|segment| segment.write(&mut head));
        self.bytes[..head.len()].copy_from_slice(&head);
        self.bytes
    }
}

/// A symbol table that grows; the local symbols must come first.
#[derive(Debug)]
pub(crate) struct Symbols {
    records: Vec<u8>,
    names: Strings,
    local_count: u32,
    count: u32,
}

impl Symbols {
    pub(crate) fn new() -> Symbols {
        let mut records = vec![];
        SymbolRecord::default().write(&mut records);
        Symbols { records, names: Strings::new(), local_count: 1, count: 1 }
    }

    /// Appends a symbol and gives its index.
    pub(crate) fn add(&mut self, name: &str, record: SymbolRecord) -> u32 {
        let name = self.names.add(name);
        SymbolRecord { name, ..record }.write(&mut self.records);
        self.count += 1;
        if record.binding() == symbol::LOCAL {
            self.local_count = self.count;
        }
        self.count - 1
    }

    /// Appends the symbol that says which source file the local symbols after it come from.
    pub(crate) fn file(&mut self, name: &str) {
        let record = SymbolRecord {
            info: symbol::FILE,
            section: symbol::ABSOLUTE,
            ..SymbolRecord::default()
        };
        self.add(name, record);
    }
}
