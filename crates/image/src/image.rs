//! An executable in memory: what to load, and the way to everything that is known about it.

use crate::access::{self, AccessTable};
use crate::dwarf::read::Debug;
use crate::dwarf::read_frames::FrameIndex;
use crate::dynamic::Dynamic;
use crate::elf::compressed;
use crate::elf::program_read::Headers;
use crate::error::ImageError;
use crate::link::provided::THREAD_BLOCK;
use crate::symbols::SymbolTable;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// One past the highest address of a user process under Sv39, of which Linux leaves the upper half
/// to itself. **Rule**: RISC-V privileged "Sv39: Page-Based 39-bit Virtual-Memory System".
pub const USER_ADDRESS_END: u64 = 1 << 38;

/// An ELF program or shared library that can be loaded.
///
/// **Addresses** are everywhere those that it was linked with. A position-independent one
/// ([`Image::is_position_independent`]) lies in memory at these plus a bias that its loader chose:
/// whoever asks about a running one subtracts the bias from what goes in, and adds it to what comes
/// out.
///
/// **Cost**: reading checks the headers; symbols, debugging information and access table are
/// decoded when they are first asked for.
pub struct Image {
    bytes: Vec<u8>,
    headers: Headers,
    /// What compressed sections hold, by the index of the section.
    inflated: Box<[OnceLock<Vec<u8>>]>,
    dynamic: OnceLock<Dynamic>,
    pub(crate) symbols: OnceLock<SymbolTable>,
    pub(crate) debug: OnceLock<Debug>,
    pub(crate) frames: OnceLock<FrameIndex>,
    access: OnceLock<AccessTable>,
}

/// Where a loaded program finds its own program headers (for `AT_PHDR`, `AT_PHENT` and `AT_PHNUM`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProgramHeaders {
    /// Their address in memory; `None` when no segment includes them.
    pub address: Option<u64>,
    /// **Units**: bytes of each.
    pub entry_size: u64,
    /// How many there are.
    pub count: u64,
}

/// A part of the file that is loaded (`PT_LOAD`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Its first byte in memory.
    pub address: u64,
    /// **Units**: bytes in memory; what the file does not give is zero.
    pub memory_size: u64,
    /// Its bytes in the file, at most `memory_size` of them.
    pub file: Range<usize>,
    /// What may be done with the memory.
    pub permissions: Permissions,
    /// **Units**: bytes; its address is this, or a multiple, away from its place in the file.
    pub align: u64,
}

/// What each thread gets its own copy of (`PT_TLS`).
///
/// **Rule**: RISC-V psABI "Thread Local Storage": `tp` points at the first byte of the program's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThreadLocal {
    /// Where the initial values are in memory.
    pub address: u64,
    /// **Units**: bytes of each copy; what the file does not give is zero.
    pub memory_size: u64,
    /// The initial values in the file, at most `memory_size` of them.
    pub file: Range<usize>,
    /// **Units**: bytes.
    pub align: u64,
}

/// What may be done with memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Permissions {
    /// Loads.
    pub read: bool,
    /// Stores.
    pub write: bool,
    /// Instruction fetches.
    pub execute: bool,
}

impl fmt::Display for Permissions {
    /// As `ls` and `/proc/PID/maps` write it: `r-x`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |is_set: bool, letter: char| if is_set { letter } else { '-' };
        let text: String =
            [letter(self.read, 'r'), letter(self.write, 'w'), letter(self.execute, 'x')]
                .into_iter()
                .collect();
        out.pad(&text)
    }
}

/// A section of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its name: `.text`.
    pub name: String,
    /// Where it is in memory; 0 when it is not loaded.
    pub address: u64,
    /// **Units**: bytes in memory or, if it is not loaded, in the file.
    pub size: u64,
    /// Its bytes in the file; empty when it has none there (`.bss`) or they are compressed.
    pub file: Range<usize>,
    /// Its bytes in the file when they are compressed.
    pub(crate) compressed: Option<Range<usize>>,
    /// Whether it is part of a segment.
    pub is_loaded: bool,
    /// Whether it may be written.
    pub is_writable: bool,
    /// Whether it holds instructions.
    pub is_executable: bool,
}

impl Image {
    /// Reads a program or shared library.
    ///
    /// **Errors**: the first thing that is wrong with it.
    pub fn read(bytes: Vec<u8>) -> Result<Image, ImageError> {
        let headers = Headers::read(&bytes)?;
        let inflated = headers.sections.iter().map(|_| OnceLock::new()).collect();
        Ok(Image {
            bytes,
            headers,
            inflated,
            dynamic: OnceLock::new(),
            symbols: OnceLock::new(),
            debug: OnceLock::new(),
            frames: OnceLock::new(),
            access: OnceLock::new(),
        })
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The address of the first instruction; 0 in a library that has none.
    pub fn entry(&self) -> u64 {
        self.headers.entry
    }

    /// Whether it may be loaded anywhere (`ET_DYN`): a position-independent program, a shared
    /// library, or an interpreter.
    pub fn is_position_independent(&self) -> bool {
        self.headers.is_position_independent
    }

    /// The program that loads it and its libraries (`PT_INTERP`), as a path; `None` when it is
    /// static or a library.
    pub fn interpreter(&self) -> Option<&str> {
        self.headers.interpreter.as_deref()
    }

    /// What each thread gets its own copy of.
    pub fn thread_local(&self) -> Option<&ThreadLocal> {
        self.headers.thread_local.as_ref()
    }

    /// Whether it asks for a stack that instructions can be fetched from (`PT_GNU_STACK`); `None`
    /// when it does not say, for which Linux on RISC-V takes no.
    pub fn is_stack_executable(&self) -> Option<bool> {
        self.headers.is_stack_executable
    }

    /// What it says to the dynamic linker; all empty when it is not for one.
    pub fn dynamic(&self) -> &Dynamic {
        let records = self.headers.dynamic.clone();
        self.dynamic.get_or_init(|| Dynamic::read(self, records.unwrap_or_default()))
    }

    /// Where the program headers are.
    pub fn program_headers(&self) -> ProgramHeaders {
        self.headers.program_headers
    }

    /// What is loaded, sorted by address, not overlapping.
    pub fn segments(&self) -> &[Segment] {
        &self.headers.segments
    }

    /// The segment that includes the byte at `address`.
    pub fn segment_at(&self, address: u64) -> Option<&Segment> {
        self.segments()
            .iter()
            .find(|segment| address.wrapping_sub(segment.address) < segment.memory_size)
    }

    /// The bytes of a segment that the file gives; what follows them in memory is zero.
    pub fn segment_bytes(&self, segment: &Segment) -> &[u8] {
        self.bytes.get(segment.file.clone()).unwrap_or_default()
    }

    /// The bytes of `size` bytes of loaded memory, when the file gives all of them.
    pub fn loaded_bytes(&self, address: u64, size: usize) -> Option<&[u8]> {
        let segment = self.segment_at(address)?;
        let start = usize::try_from(address - segment.address).ok()?;
        self.segment_bytes(segment).get(start..start.checked_add(size)?)
    }

    /// The sections, in the order of the file; none when the file was stripped of them.
    pub fn sections(&self) -> &[Section] {
        &self.headers.sections
    }

    /// The section of that name.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections().iter().find(|section| section.name == name)
    }

    /// The loaded section that includes the byte at `address`.
    pub fn section_at(&self, address: u64) -> Option<&Section> {
        self.sections().iter().find(|section| {
            section.is_loaded && address.wrapping_sub(section.address) < section.size
        })
    }

    /// The bytes of the section of that name, decompressed; none when it is not there or cannot be
    /// decompressed.
    pub fn section_bytes(&self, name: &str) -> &[u8] {
        let index = self.sections().iter().position(|section| section.name == name);
        index.map(|index| self.bytes_of_section(index)).unwrap_or_default()
    }

    fn bytes_of_section(&self, index: usize) -> &[u8] {
        let (section, inflated) = (&self.headers.sections[index], &self.inflated[index]);
        match &section.compressed {
            None => self.bytes.get(section.file.clone()).unwrap_or_default(),
            Some(range) => inflated.get_or_init(|| {
                let compressed = self.bytes.get(range.clone()).unwrap_or_default();
                compressed::inflate(compressed).unwrap_or_default()
            }),
        }
    }

    /// The access table; empty when the image has none or it is damaged ([`AccessTable::fault`]).
    pub fn access(&self) -> &AccessTable {
        self.access.get_or_init(|| {
            let section = self.section_bytes(access::SECTION_NAME);
            AccessTable::decode(section, self.first_thread_block())
        })
    }

    /// Where the first thread's copy of what is thread-local is, when the linker has made room for
    /// it.
    pub fn first_thread_block(&self) -> Option<u64> {
        self.thread_local()?;
        Some(self.symbol(THREAD_BLOCK)?.address)
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Image")
            .field("size", &self.bytes.len())
            .field("entry", &self.entry())
            .field("segments", &self.headers.segments)
            .finish_non_exhaustive()
    }
}
