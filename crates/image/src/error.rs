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
    /// It is dynamically linked, or position independent.
    Dynamic,
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

impl Guess {
    /// Guesses from the first bytes.
    pub(crate) fn of(bytes: &[u8]) -> Guess {
        let head = &bytes[..bytes.len().min(512)];
        let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0x80..);
        match head {
            _ if head.starts_with(b"!<arch>\n") => Guess::Archive,
            _ if head.starts_with(b"\0asm") => Guess::WebAssembly,
            _ if head.starts_with(&[0xcf, 0xfa, 0xed, 0xfe]) => Guess::MacOs,
            _ if head.starts_with(b"MZ\x90\0") => Guess::Windows,
            _ if head.iter().all(is_text) => Guess::Text,
            _ => Guess::Unknown,
        }
    }
}

/// The processors whose programs people are likely to have, by `EM_*` number.
fn machine_name(machine: u16) -> Option<&'static str> {
    Some(match machine {
        3 => "an x86",
        8 => "a MIPS",
        20 => "a PowerPC",
        21 => "a 64-bit PowerPC",
        22 => "an S/390",
        40 => "a 32-bit ARM",
        62 => "an x86-64",
        183 => "an AArch64",
        247 => "a BPF",
        258 => "a LoongArch",
        _ => return None,
    })
}

const HOW_TO_BUILD: &str = "build it with `cutaway build`, or with `riscv64-linux-gnu-gcc -static`";

impl fmt::Display for ImageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImageError::Empty => write!(out, "the file is empty"),
            ImageError::NotElf(guess) => not_elf(*guess, out),
            ImageError::Class32 => {
                write!(out, "this is a 32-bit program; a 64-bit one is needed: {HOW_TO_BUILD}")
            }
            ImageError::BigEndian => {
                write!(out, "this is a big-endian program; RISC-V Linux is little-endian")
            }
            ImageError::Machine(machine) => match machine_name(*machine) {
                Some(name) => {
                    write!(out, "this is {name} program; a RISC-V one is needed: {HOW_TO_BUILD}")
                }
                None => write!(
                    out,
                    "this program is for another processor (ELF machine {machine}); \
                     a RISC-V one is needed: {HOW_TO_BUILD}"
                ),
            },
            ImageError::Relocatable => write!(
                out,
                "this is an object file, which is not linked yet; link it to a program first"
            ),
            ImageError::Dynamic => write!(
                out,
                "this program is dynamically linked or position independent, which is not \
                 supported yet; link it with `-static -no-pie`"
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
            write!(out, "this is a Windows program; a RISC-V Linux one is needed: {HOW_TO_BUILD}")
        }
        Guess::MacOs => {
            write!(out, "this is a macOS program; a RISC-V Linux one is needed: {HOW_TO_BUILD}")
        }
        Guess::WebAssembly => write!(
            out,
            "this is a WebAssembly module; a RISC-V Linux program is needed: {HOW_TO_BUILD}"
        ),
        Guess::Unknown => write!(out, "this is not an ELF file, so not a Linux program"),
    }
}

impl std::error::Error for ImageError {}
