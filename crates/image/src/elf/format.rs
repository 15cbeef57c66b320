//! The structures of an ELF file: their fields, sizes and numbers.
//!
//! **Rule**: System V ABI "Object Files"; RISC-V psABI "ELF Object Files".

/// `EI_MAG0`..`EI_MAG3`.
pub(crate) const MAGIC: [u8; 4] = *b"\x7fELF";
/// `ELFCLASS64`.
pub(crate) const CLASS_64: u8 = 2;
/// `ELFDATA2LSB`.
pub(crate) const LITTLE_ENDIAN: u8 = 1;
/// `EV_CURRENT`.
pub(crate) const VERSION: u8 = 1;
/// `ET_REL`.
pub(crate) const TYPE_RELOCATABLE: u16 = 1;
/// `ET_EXEC`.
pub(crate) const TYPE_EXECUTABLE: u16 = 2;
/// `ET_DYN`.
pub(crate) const TYPE_DYNAMIC: u16 = 3;
/// `ET_CORE`.
pub(crate) const TYPE_CORE: u16 = 4;
/// `EM_RISCV`.
pub(crate) const MACHINE_RISCV: u16 = 243;
/// `EF_RISCV_FLOAT_ABI_DOUBLE`: the calling convention is LP64D (RISC-V psABI "File Header").
pub(crate) const FLAGS_LP64D: u32 = 4;
/// `EF_RISCV_FLOAT_ABI`: the bits that say it.
pub(crate) const FLAGS_FLOAT_ABI: u32 = 6;

/// `PT_*` and `PF_*`.
pub(crate) mod segment {
    pub(crate) const LOAD: u32 = 1;
    pub(crate) const DYNAMIC: u32 = 2;
    pub(crate) const INTERPRETER: u32 = 3;
    pub(crate) const TLS: u32 = 7;
    pub(crate) const GNU_STACK: u32 = 0x6474_e551;
    pub(crate) const EXECUTE: u32 = 1;
    pub(crate) const WRITE: u32 = 2;
    pub(crate) const READ: u32 = 4;
}

/// `SHT_*` and `SHF_*`.
pub(crate) mod section {
    pub(crate) const NULL: u32 = 0;
    pub(crate) const PROGBITS: u32 = 1;
    pub(crate) const SYMTAB: u32 = 2;
    pub(crate) const STRTAB: u32 = 3;
    pub(crate) const RELA: u32 = 4;
    pub(crate) const NOBITS: u32 = 8;
    pub(crate) const INIT_ARRAY: u32 = 14;
    pub(crate) const FINI_ARRAY: u32 = 15;
    pub(crate) const PREINIT_ARRAY: u32 = 16;
    pub(crate) const WRITE: u64 = 1;
    pub(crate) const ALLOC: u64 = 2;
    pub(crate) const EXECUTE: u64 = 4;
    pub(crate) const INFO_LINK: u64 = 0x40;
    pub(crate) const TLS: u64 = 0x400;
    pub(crate) const COMPRESSED: u64 = 0x800;
}

/// `DT_*` and `DF_*` (System V ABI "Dynamic Section").
pub(crate) mod dynamic {
    pub(crate) const NULL: u64 = 0;
    pub(crate) const NEEDED: u64 = 1;
    pub(crate) const PLT_RELOCATIONS_SIZE: u64 = 2;
    pub(crate) const STRING_TABLE: u64 = 5;
    pub(crate) const SYMBOL_TABLE: u64 = 6;
    pub(crate) const STRING_TABLE_SIZE: u64 = 10;
    pub(crate) const SHARED_OBJECT_NAME: u64 = 14;
    pub(crate) const RUN_PATH_OLD: u64 = 15;
    pub(crate) const PLT_RELOCATIONS: u64 = 23;
    pub(crate) const RUN_PATH: u64 = 29;
    pub(crate) const FLAGS_1: u64 = 0x6fff_fffb;
    pub(crate) const FLAG_1_PIE: u64 = 0x0800_0000;
}

/// `ELFCOMPRESS_*` (System V ABI "Section Compression").
pub(crate) mod compression {
    pub(crate) const ZLIB: u32 = 1;
    pub(crate) const ZSTD: u32 = 2;
}

/// `SHN_*`, `STB_*` and `STT_*`.
pub(crate) mod symbol {
    pub(crate) const UNDEFINED: u16 = 0;
    /// The first index that is not a section's.
    pub(crate) const RESERVED: u16 = 0xff00;
    /// `SHN_XINDEX`: the index did not fit and is elsewhere.
    pub(crate) const ELSEWHERE: u16 = 0xffff;
    pub(crate) const ABSOLUTE: u16 = 0xfff1;
    pub(crate) const COMMON: u16 = 0xfff2;
    pub(crate) const LOCAL: u8 = 0;
    pub(crate) const GLOBAL: u8 = 1;
    pub(crate) const WEAK: u8 = 2;
    pub(crate) const NO_TYPE: u8 = 0;
    pub(crate) const OBJECT: u8 = 1;
    pub(crate) const FUNCTION: u8 = 2;
    pub(crate) const SECTION: u8 = 3;
    pub(crate) const FILE: u8 = 4;
    pub(crate) const TLS: u8 = 6;
}

/// Declares a structure of the file from its fields in order, each with its type, so that its size,
/// reader and writer agree.
macro_rules! structure {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
        pub(crate) struct $name { $($(#[$field_meta])* pub(crate) $field: $ty,)* }

        impl $name {
            /// **Units**: bytes in the file.
            pub(crate) const SIZE: usize = 0 $(+ size_of::<$ty>())*;

            /// The structure at `offset` of `bytes`, if it lies within them.
            pub(crate) fn read(bytes: &[u8], offset: usize) -> Option<$name> {
                let mut rest = bytes.get(offset..offset.checked_add(Self::SIZE)?)?;
                $(
                    let (field, tail) = rest.split_first_chunk()?;
                    let $field = <$ty>::from_le_bytes(*field);
                    rest = tail;
                )*
                debug_assert!(rest.is_empty());
                Some($name { $($field,)* })
            }

            /// Appends the structure.
            #[allow(dead_code, reason = "not every structure is written")]
            pub(crate) fn write(&self, out: &mut Vec<u8>) {
                $(out.extend_from_slice(&self.$field.to_le_bytes());)*
            }
        }
    };
}

structure! {
    /// `Elf64_Ehdr`.
    FileHeader {
        /// `e_ident`'s first eight bytes: magic, class, data, version, OS ABI.
        ident: u64,
        ident_padding: u64,
        file_type: u16,
        machine: u16,
        version: u32,
        entry: u64,
        program_headers: u64,
        section_headers: u64,
        flags: u32,
        header_size: u16,
        program_header_size: u16,
        program_header_count: u16,
        section_header_size: u16,
        section_header_count: u16,
        section_names: u16,
    }
}

structure! {
    /// `Elf64_Phdr`.
    ProgramHeader {
        kind: u32,
        flags: u32,
        offset: u64,
        virtual_address: u64,
        physical_address: u64,
        file_size: u64,
        memory_size: u64,
        align: u64,
    }
}

structure! {
    /// `Elf64_Shdr`.
    SectionHeader {
        name: u32,
        kind: u32,
        flags: u64,
        address: u64,
        offset: u64,
        size: u64,
        link: u32,
        info: u32,
        align: u64,
        entry_size: u64,
    }
}

structure! {
    /// `Elf64_Sym`.
    SymbolRecord {
        name: u32,
        info: u8,
        other: u8,
        section: u16,
        value: u64,
        size: u64,
    }
}

structure! {
    /// `Elf64_Rela`.
    RelocationRecord {
        offset: u64,
        info: u64,
        addend: i64,
    }
}

structure! {
    /// `Elf64_Dyn`.
    DynamicRecord {
        tag: u64,
        value: u64,
    }
}

structure! {
    /// `Elf64_Chdr`, before the bytes of a compressed section.
    CompressionHeader {
        kind: u32,
        reserved: u32,
        size: u64,
        align: u64,
    }
}

impl FileHeader {
    /// A header of a 64-bit little-endian RISC-V file with the calling convention LP64D.
    pub(crate) fn riscv(file_type: u16) -> FileHeader {
        let [a, b, c, d] = MAGIC;
        FileHeader {
            ident: u64::from_le_bytes([a, b, c, d, CLASS_64, LITTLE_ENDIAN, VERSION, 0]),
            file_type,
            machine: MACHINE_RISCV,
            version: VERSION.into(),
            flags: FLAGS_LP64D,
            header_size: FileHeader::SIZE as u16,
            program_header_size: ProgramHeader::SIZE as u16,
            section_header_size: SectionHeader::SIZE as u16,
            ..FileHeader::default()
        }
    }
}

impl SectionHeader {
    /// Where its bytes are in a file of `file_size` bytes; `None` when they are not all there.
    pub(crate) fn file_range(&self, file_size: usize) -> Option<std::ops::Range<usize>> {
        if self.kind == section::NOBITS || self.kind == section::NULL {
            return Some(0..0);
        }
        file_range(self.offset, self.size, file_size)
    }
}

/// The range of `size` bytes from `offset`, if a file of `file_size` bytes has it.
pub(crate) fn file_range(
    offset: u64,
    size: u64,
    file_size: usize,
) -> Option<std::ops::Range<usize>> {
    let end = usize::try_from(offset.checked_add(size)?).ok()?;
    (end <= file_size).then_some(offset as usize..end)
}

impl SymbolRecord {
    /// `ELF64_ST_BIND`.
    pub(crate) fn binding(&self) -> u8 {
        self.info >> 4
    }

    /// `ELF64_ST_TYPE`.
    pub(crate) fn kind(&self) -> u8 {
        self.info & 15
    }
}

/// The longest name that is read from a string table; what is longer is cut.
///
/// Many records may point into the same bytes, so a limit keeps a hostile file from making us copy
/// its strings a thousand times.
pub(crate) const NAME_SIZE_MAX: usize = 4096;

/// The string at `offset` of a string table.
pub(crate) fn string(table: &[u8], offset: u32) -> &[u8] {
    let rest = table.get(offset as usize..).unwrap_or_default();
    let rest = &rest[..rest.len().min(NAME_SIZE_MAX)];
    rest.split(|&byte| byte == 0).next().unwrap_or_default()
}

/// The same as text.
pub(crate) fn string_text(table: &[u8], offset: u32) -> String {
    String::from_utf8_lossy(string(table, offset)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_the_abi() {
        let sizes = [
            FileHeader::SIZE,
            ProgramHeader::SIZE,
            SectionHeader::SIZE,
            SymbolRecord::SIZE,
            RelocationRecord::SIZE,
        ];
        assert_eq!(sizes, [64, 56, 64, 24, 24]);
    }

    #[test]
    fn read_is_the_inverse_of_write() {
        let symbol =
            SymbolRecord { name: 1, info: 0x12, other: 3, section: 4, value: 5 << 40, size: 6 };
        let mut bytes = vec![0xff; 3];
        symbol.write(&mut bytes);
        assert_eq!(SymbolRecord::read(&bytes, 3), Some(symbol));
        assert_eq!(SymbolRecord::read(&bytes, 4), None);
    }

    #[test]
    fn strings_end_at_zero_at_the_table_or_at_the_limit() {
        assert_eq!(string(b"\0ab\0c", 1), b"ab");
        assert_eq!(string(b"\0ab\0c", 4), b"c");
        assert_eq!(string(b"\0ab\0c", 9), b"");
        assert_eq!(string(&[b'x'; 5000], 0).len(), NAME_SIZE_MAX);
    }
}
