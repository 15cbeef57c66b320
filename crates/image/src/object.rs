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
    /// What each thread gets its own copy of, initialized: `.tdata`.
    ThreadData,
    /// What each thread gets its own copy of, zero at first: `.tbss`; no bytes in the file.
    ThreadBss,
    /// Not loaded: DWARF, the access table.
    Debug,
}

impl SectionKind {
    /// Whether its bytes are in the file.
    pub fn has_bytes(self) -> bool {
        !matches!(self, SectionKind::Bss | SectionKind::ThreadBss)
    }

    /// Whether each thread has its own copy.
    pub fn is_thread_local(self) -> bool {
        matches!(self, SectionKind::ThreadData | SectionKind::ThreadBss)
    }
}

/// A section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its name: `.text`, `.debug_info`.
    pub name: String,
    /// What it is for.
    pub kind: SectionKind,
    /// Its bytes; empty for [`SectionKind::Bss`] and [`SectionKind::ThreadBss`].
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
    /// Whether it is weak: a definition yields to another one, and a use is 0 when nobody defines
    /// it (System V ABI "Symbol Table").
    pub is_weak: bool,
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
    /// An object that each thread has its own copy of.
    ThreadLocal,
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

/// The kinds of relocation that the linker applies, under the psABI's names. We write the first
/// ones and those for thread-local storage; the others stand in the objects of other compilers.
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
    /// `R_RISCV_TPREL_HI20`: `lui`, S + A relative to the thread pointer (local exec).
    TprelHi20,
    /// `R_RISCV_TPREL_LO12_I`: the low part.
    TprelLo12I,
    /// `R_RISCV_TPREL_LO12_S`: the same in a store.
    TprelLo12S,
    /// `R_RISCV_TPREL_ADD`: marks the `add` of `tp`; nothing is to be filled in.
    TprelAdd,
    /// `R_RISCV_TLS_DTPREL32`: 4 bytes, S + A − 0x800 in the thread's copy.
    DtpRel32,
    /// `R_RISCV_TLS_DTPREL64`: the same in 8 bytes (DWARF).
    DtpRel64,
    /// `R_RISCV_GOT_HI20`: `auipc` of a load of S from the global offset table.
    GotHi20,
    /// `R_RISCV_TLS_GOT_HI20`: the same of an offset from the thread pointer (initial exec).
    TlsGotHi20,
    /// `R_RISCV_BRANCH`: a conditional branch.
    Branch,
    /// `R_RISCV_JAL`: `jal`.
    Jal,
    /// `R_RISCV_RVC_BRANCH`: `c.beqz`, `c.bnez`.
    RvcBranch,
    /// `R_RISCV_RVC_JUMP`: `c.j`.
    RvcJump,
    /// `R_RISCV_ADD8`, and so on: S + A is added to what is there.
    Add8,
    Add16,
    Add32,
    Add64,
    /// `R_RISCV_SUB8`, and so on: S + A is subtracted from it.
    Sub8,
    Sub16,
    Sub32,
    Sub64,
    /// `R_RISCV_SUB6`: the same in the low 6 bits.
    Sub6,
    /// `R_RISCV_SET6`: the low 6 bits are S + A.
    Set6,
    /// `R_RISCV_SET8`, and so on: S + A.
    Set8,
    Set16,
    Set32,
    /// `R_RISCV_32_PCREL`: 4 bytes, S + A − P.
    PcRel32,
    /// `R_RISCV_SET_ULEB128`: a number of as many bytes as there are, S + A.
    SetUleb128,
    /// `R_RISCV_SUB_ULEB128`: S + A is subtracted from it.
    SubUleb128,
}

/// Every kind of relocation with its number (RISC-V psABI "Relocations").
const RELOCATION_NUMBERS: [(RelocationKind, u32); 37] = {
    use RelocationKind::*;
    [
        (Abs32, 1),
        (Abs64, 2),
        (DtpRel32, 8),
        (DtpRel64, 9),
        (Branch, 16),
        (Jal, 17),
        (Call, 19),
        (GotHi20, 20),
        (TlsGotHi20, 21),
        (PcrelHi20, 23),
        (PcrelLo12I, 24),
        (PcrelLo12S, 25),
        (Hi20, 26),
        (Lo12I, 27),
        (Lo12S, 28),
        (TprelHi20, 29),
        (TprelLo12I, 30),
        (TprelLo12S, 31),
        (TprelAdd, 32),
        (Add8, 33),
        (Add16, 34),
        (Add32, 35),
        (Add64, 36),
        (Sub8, 37),
        (Sub16, 38),
        (Sub32, 39),
        (Sub64, 40),
        (RvcBranch, 44),
        (RvcJump, 45),
        (Sub6, 52),
        (Set6, 53),
        (Set8, 54),
        (Set16, 55),
        (Set32, 56),
        (PcRel32, 57),
        (SetUleb128, 60),
        (SubUleb128, 61),
    ]
};

/// `R_RISCV_CALL`, which the psABI treats as `R_RISCV_CALL_PLT`.
const RELOCATION_CALL: u32 = 18;

impl RelocationKind {
    /// Its number in a file.
    pub(crate) fn number(self) -> u32 {
        let row = RELOCATION_NUMBERS.iter().find(|(kind, _)| *kind == self);
        row.map_or(0, |&(_, number)| number)
    }

    /// The kind that a file's number means.
    pub(crate) fn of_number(number: u32) -> Option<RelocationKind> {
        if number == RELOCATION_CALL {
            return Some(RelocationKind::Call);
        }
        let row = RELOCATION_NUMBERS.iter().find(|&&(_, known)| known == number);
        row.map(|&(kind, _)| kind)
    }
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
