//! What can be wrong with a file that should be an executable, and the way out.

use std::fmt;

/// Why bytes cannot be taken for an image.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImageError {
    /// The file has no bytes.
    Empty,
    /// It does not begin as an ELF file does; what it seems to be instead.
    NotElf(Guess),
    /// It is a 32-bit program.
    Class32,
    /// It is a big-endian program.
    BigEndian,
    /// It is for another processor, by its ELF number.
    Machine(u16),
    /// It is a relocatable object.
    Relocatable,
    /// It is a memory dump of a program that crashed.
    Core,
    /// It is neither an object nor a program: its ELF type.
    Type(u16),
    /// It ends before something that it announces.
    Truncated {
        /// What.
        what: &'static str,
    },
    /// A header holds what it cannot.
    Header {
        /// What.
        what: &'static str,
    },
    /// It has nothing to load.
    NothingToLoad,
    /// Two segments want the same memory.
    Overlap {
        /// Where the first starts.
        first: u64,
        /// Where the second starts.
        second: u64,
    },
    /// A segment lies outside the memory that a process can have.
    AddressRange {
        /// Where it starts.
        address: u64,
        /// **Units**: bytes.
        size: u64,
    },
    /// The first instruction is not in an executable segment.
    Entry(u64),
}

/// What a file that is not ELF seems to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guess {
    /// Text.
    Text,
    /// An `ar` archive.
    Archive,
    /// A Windows program.
    Windows,
    /// A macOS program.
    MacOs,
    /// A WebAssembly module.
    WebAssembly,
    /// Something else.
    Unknown,
}

/// How files of macOS begin: 64 bits, 32 bits, several processors.
const MAC_MAGICS: [[u8; 4]; 3] =
    [[0xcf, 0xfa, 0xed, 0xfe], [0xce, 0xfa, 0xed, 0xfe], [0xca, 0xfe, 0xba, 0xbe]];

impl Guess {
    /// Guesses from the first bytes.
    pub(crate) fn of(bytes: &[u8]) -> Guess {
        let head = &bytes[..bytes.len().min(512)];
        let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0x80..);
        match head {
            _ if head.starts_with(b"!<arch>\n") => Guess::Archive,
            _ if head.starts_with(b"\0asm") => Guess::WebAssembly,
            _ if MAC_MAGICS.iter().any(|magic| head.starts_with(magic)) => Guess::MacOs,
            _ if head.starts_with(b"MZ") && head.contains(&0) => Guess::Windows,
            _ if head.iter().all(is_text) => Guess::Text,
            _ => Guess::Unknown,
        }
    }
}

/// The processors whose programs people are likely to have, by `EM_*` number (System V ABI "ELF
/// Header").
const MACHINES: &[(u16, &str)] = &[
    (2, "a SPARC"),
    (3, "an x86 (32-bit)"),
    (4, "a Motorola 68000"),
    (8, "a MIPS"),
    (15, "a PA-RISC"),
    (18, "a SPARC"),
    (20, "a PowerPC (32-bit)"),
    (21, "a PowerPC (64-bit)"),
    (22, "an IBM S/390"),
    (40, "an ARM (32-bit)"),
    (42, "a SuperH"),
    (43, "a SPARC (64-bit)"),
    (50, "an Itanium"),
    (62, "an x86-64"),
    (83, "an AVR"),
    (93, "an ARC"),
    (94, "an Xtensa"),
    (105, "an MSP430"),
    (106, "a Blackfin"),
    (164, "a Hexagon"),
    (183, "an AArch64 (64-bit ARM)"),
    (189, "a MicroBlaze"),
    (190, "a CUDA"),
    (195, "an ARC"),
    (224, "an AMD GPU"),
    (244, "a Lanai"),
    (247, "a BPF"),
    (252, "a C-SKY"),
    (258, "a LoongArch"),
    (0x9026, "an Alpha"),
];

/// The processor of an ELF file, with an article.
pub(crate) fn machine_name(machine: u16) -> Option<&'static str> {
    MACHINES.iter().find(|(number, _)| *number == machine).map(|(_, name)| *name)
}

/// The processor of an ELF file, without an article.
pub(crate) fn processor(machine: u16) -> Option<&'static str> {
    let name = machine_name(machine)?;
    Some(name.strip_prefix("an ").or(name.strip_prefix("a ")).unwrap_or(name))
}

const HOW_TO_BUILD: &str = "build it with `cutaway build`, or with `riscv64-linux-gnu-gcc -static`";

const HOW_TO_SEE: &str = "`cutaway layout` shows it without running it";

impl fmt::Display for ImageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImageError::Empty => write!(out, "the file is empty"),
            ImageError::NotElf(guess) => not_elf(*guess, out),
            ImageError::Class32 => {
                write!(
                    out,
                    "this is a 32-bit RISC-V program; cutaway runs 64-bit ones: {HOW_TO_BUILD}; \
                     {HOW_TO_SEE}"
                )
            }
            ImageError::BigEndian => {
                write!(out, "this is a big-endian RISC-V program; RISC-V Linux is little-endian")
            }
            ImageError::Machine(machine) => match machine_name(*machine) {
                Some(name) => {
                    write!(
                        out,
                        "this is {name} program; cutaway runs RISC-V ones (RV64): {HOW_TO_BUILD}; \
                         {HOW_TO_SEE}"
                    )
                }
                None => write!(
                    out,
                    "this program is for another processor (ELF machine {machine}); \
                     cutaway runs RISC-V ones (RV64): {HOW_TO_BUILD}; {HOW_TO_SEE}"
                ),
            },
            ImageError::Relocatable => write!(
                out,
                "this is an object file, which is not linked yet; link it to a program first"
            ),
            ImageError::Core => write!(
                out,
                "this is a core file, the memory of a program that crashed, not the program"
            ),
            ImageError::Type(number) => {
                write!(out, "this ELF file (type {number}) is not a program")
            }
            ImageError::Truncated { what } => {
                write!(out, "the file is cut off: it ends before its {what}")
            }
            ImageError::Header { what } => {
                write!(out, "the file is damaged: its {what} cannot be right")
            }
            ImageError::NothingToLoad => write!(out, "the program has nothing to load"),
            ImageError::Overlap { first, second } => {
                write!(
                    out,
                    "the file is damaged: its segments at {first:#x} and {second:#x} overlap"
                )
            }
            ImageError::AddressRange { address, size } => write!(
                out,
                "the program wants {size} bytes of memory at {address:#x}, outside what a process \
                 can have"
            ),
            ImageError::Entry(address) => {
                write!(out, "the program would start at {address:#x}, where it has no code")
            }
        }
    }
}

fn not_elf(guess: Guess, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    match guess {
        Guess::Text => {
            write!(out, "this is text, not a program; C source needs a name that ends in `.c`")
        }
        Guess::Archive => write!(out, "this is a library (an `ar` archive), not a program"),
        Guess::Windows => {
            write!(
                out,
                "this is a Windows program; cutaway runs RISC-V Linux ones: {HOW_TO_BUILD}; \
                 {HOW_TO_SEE}"
            )
        }
        Guess::MacOs => {
            write!(
                out,
                "this is a macOS program; cutaway runs RISC-V Linux ones: {HOW_TO_BUILD}; \
                 {HOW_TO_SEE}"
            )
        }
        Guess::WebAssembly => write!(
            out,
            "this is a WebAssembly module; a RISC-V Linux program is needed: {HOW_TO_BUILD}"
        ),
        Guess::Unknown => write!(out, "this is not an ELF file, so not a Linux program"),
    }
}

impl std::error::Error for ImageError {}
