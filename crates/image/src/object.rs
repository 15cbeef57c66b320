//! Relocatable objects: what the code generator makes and the linker joins.

use riscv::Insn;

/// A symbol of one object, by its index in [`Object::symbols`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SymbolId(pub u32);

/// A section of one object, by its index in [`Object::sections`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SectionId(pub u32);

/// A relocatable object (ELF type `ET_REL`).
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Object {
    /// What it was made from: `memory.c`.
    pub name: String,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Its symbols.
    pub symbols: Vec<Symbol>,
}

/// What a section is for; it decides the segment that it is loaded with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SectionKind {
    /// Code: `.text`, `.text.*`.
    Text,
    /// Constants: `.rodata`, `.rodata.*`.
    ReadOnlyData,
    /// Initialized objects: `.data`, `.data.*`.
    Data,
    /// Objects that start as zero: `.bss`, `.bss.*`; no bytes in the file.
    Bss,
    /// Not loaded: DWARF, the access table.
    Debug,
}

/// A section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its name: `.text`, `.debug_info`.
    pub name: String,
    /// What it is for.
    pub kind: SectionKind,
    /// Its bytes; empty for [`SectionKind::Bss`].
    pub bytes: Vec<u8>,
    /// **Units**: bytes.
    pub size: u64,
    /// **Units**: bytes.
    pub align: u64,
    /// What the linker must put in, sorted by offset.
    pub relocations: Vec<Relocation>,
}

/// A symbol.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// Where it is; `None` when another object defines it.
    pub definition: Option<SymbolDefinition>,
    /// Whether other objects see it.
    pub is_global: bool,
    /// What it names.
    pub kind: SymbolKind,
}

/// Where a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SymbolDefinition {
    /// The section.
    pub section: SectionId,
    /// **Units**: bytes from the start of the section.
    pub offset: u64,
    /// **Units**: bytes.
    pub size: u64,
}

/// What a symbol names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SymbolKind {
    /// A function.
    Function,
    /// An object.
    Object,
    /// A section's start, or a place in one.
    Section,
    /// Not known: it is only used here.
    Unknown,
}

/// A relocation (RISC-V psABI, "Relocations"): the field at `offset` depends on `symbol + addend`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Relocation {
    /// **Units**: bytes from the start of the section.
    pub offset: u64,
    /// How the field is computed and encoded.
    pub kind: RelocationKind,
    /// Whose address.
    pub symbol: SymbolId,
    /// **Units**: bytes.
    pub addend: i64,
}

/// The kinds of relocation that we write, under the psABI's names.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RelocationKind {
    /// `R_RISCV_64`: 8 bytes, S + A.
    Abs64,
    /// `R_RISCV_32`: 4 bytes, S + A (DWARF offsets).
    Abs32,
    /// `R_RISCV_CALL_PLT`: `auipc ra; jalr ra`, pc-relative.
    Call,
    /// `R_RISCV_PCREL_HI20`: `auipc`, S + A − P.
    PcrelHi20,
    /// `R_RISCV_PCREL_LO12_I`: the low part of the `auipc` that the symbol labels.
    PcrelLo12I,
    /// `R_RISCV_PCREL_LO12_S`: the same in a store.
    PcrelLo12S,
    /// `R_RISCV_HI20`: `lui`, S + A (absolute, medlow code model).
    Hi20,
    /// `R_RISCV_LO12_I`: the low part, absolute.
    Lo12I,
    /// `R_RISCV_LO12_S`: the same in a store.
    Lo12S,
}

impl Section {
    /// An empty section.
    pub fn new(name: &str, kind: SectionKind, align: u64) -> Section {
        Section { name: name.into(), kind, bytes: vec![], size: 0, align, relocations: vec![] }
    }

    /// Appends an instruction and says where it went.
    ///
    /// **Errors**: none; an instruction that cannot be encoded is a defect of the code generator.
    pub fn push(&mut self, insn: &Insn) -> u32 {
        let at = self.bytes.len() as u32;
        let bits = riscv::encode(insn).expect("the code generator keeps immediates in range");
        self.bytes.extend_from_slice(&bits.to_le_bytes());
        self.size = self.bytes.len() as u64;
        at
    }
}
