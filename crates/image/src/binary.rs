//! The layout of any program, library or object file, for whichever processor and system: what is
//! where in it, without running it.

use crate::error::{Guess, processor};
use crate::image::Permissions;
use object::read::macho::{FatArch, MachOFatFile32, MachOFatFile64};
use object::{
    Architecture, BinaryFormat, FileKind, Object, ObjectKind, ObjectSection, ObjectSegment,
};
use std::fmt;
use std::ops::Range;

/// How much memory the names of a file may take; names after that are left empty. Records may share
/// their bytes, so a small file could ask for any amount. **Units**: bytes.
const NAMES_SIZE_MAX: usize = 16 << 20;

/// How many processors' programs a file for several of them may hold; real ones hold two or three.
const PROGRAM_COUNT_MAX: usize = 64;

/// The layout of a program, library or object file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BinaryLayout {
    /// The format of the file: `ELF`, `PE`, `COFF`, `Mach-O`.
    pub format: &'static str,
    /// The processor: `x86-64`, `AArch64`.
    pub architecture: String,
    /// 32 or 64.
    pub bits: u32,
    /// Whether the most significant byte of a number comes first.
    pub is_big_endian: bool,
    /// What the file is for.
    pub kind: BinaryKind,
    /// The address of the first instruction, where it says one.
    pub entry: Option<u64>,
    /// What is loaded, sorted by address; none in an object file.
    pub segments: Vec<BinaryPart>,
    /// The sections, in the order of the file.
    pub sections: Vec<BinaryPart>,
}

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryKind {
    /// A program.
    Program,
    /// A library, or a program that may be loaded anywhere.
    Library,
    /// It is to be linked.
    Object,
    /// The memory of a program that crashed.
    Core,
    /// Something else.
    Other,
}

/// A segment or section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BinaryPart {
    /// Its name; empty where it has none, as segments of ELF have none.
    pub name: String,
    /// Where it is in memory; 0 when it is not loaded.
    pub address: u64,
    /// **Units**: bytes in memory, or, if it is not loaded, in the file.
    pub size: u64,
    /// Its bytes in the file, as the file says: they may lie beyond its end. Of fewer bytes than
    /// `size`, the rest is zero.
    pub file: Range<u64>,
    /// What may be done with its memory. Of a section, those of its segment; none when it is not
    /// loaded.
    pub permissions: Permissions,
}

/// Why a file's layout cannot be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BinaryError {
    /// It has no bytes.
    Empty,
    /// It is none of the formats; what it seems to be instead.
    NotBinary(Guess),
    /// It is damaged; what is wrong with it.
    Damaged(String),
}

impl fmt::Display for BinaryError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BinaryError::Empty => write!(out, "the file is empty"),
            BinaryError::NotBinary(Guess::Text) => {
                write!(out, "this is text, not a program; C source needs a name that ends in `.c`")
            }
            BinaryError::NotBinary(Guess::Archive) => write!(
                out,
                "this is a library (an `ar` archive); `ar x` takes the object files out of it"
            ),
            BinaryError::NotBinary(_) => {
                write!(out, "this is no ELF, PE or Mach-O file, so no program that is known here")
            }
            BinaryError::Damaged(what) => write!(out, "the file is damaged: {what}"),
        }
    }
}

impl std::error::Error for BinaryError {}

/// The layouts of the programs in a file: one, but for a macOS file that holds one for each of
/// several processors.
///
/// **Errors**: it is no program, library or object file, or its headers are damaged.
pub fn binary_layouts(bytes: &[u8]) -> Result<Vec<BinaryLayout>, BinaryError> {
    if bytes.is_empty() {
        return Err(BinaryError::Empty);
    }
    let kind = FileKind::parse(bytes);
    let kind = kind.map_err(|_| BinaryError::NotBinary(Guess::of(bytes)))?;
    match kind {
        FileKind::MachOFat32 => {
            let file = MachOFatFile32::parse(bytes).map_err(damaged)?;
            fat_layouts(bytes, file.arches())
        }
        FileKind::MachOFat64 => {
            let file = MachOFatFile64::parse(bytes).map_err(damaged)?;
            fat_layouts(bytes, file.arches())
        }
        FileKind::Elf32
        | FileKind::Elf64
        | FileKind::Pe32
        | FileKind::Pe64
        | FileKind::Coff
        | FileKind::CoffBig
        | FileKind::MachO32
        | FileKind::MachO64 => Ok(vec![layout(bytes)?]),
        _ => Err(BinaryError::NotBinary(Guess::of(bytes))),
    }
}

fn damaged(error: object::Error) -> BinaryError {
    BinaryError::Damaged(error.to_string())
}

fn fat_layouts(bytes: &[u8], parts: &[impl FatArch]) -> Result<Vec<BinaryLayout>, BinaryError> {
    let parts = parts.iter().take(PROGRAM_COUNT_MAX);
    parts
        .map(|part| {
            let mut layout = layout(part.data(bytes).map_err(damaged)?)?;
            let (start, _) = part.file_range();
            for part in layout.segments.iter_mut().chain(&mut layout.sections) {
                let file = &mut part.file;
                *file = file.start.saturating_add(start)..file.end.saturating_add(start);
            }
            Ok(layout)
        })
        .collect()
}

fn layout(bytes: &[u8]) -> Result<BinaryLayout, BinaryError> {
    let file = object::File::parse(bytes).map_err(damaged)?;
    let mut names = Names(NAMES_SIZE_MAX);
    let mut segments: Vec<_> = file
        .segments()
        .map(|segment| {
            let (start, size) = segment.file_range();
            BinaryPart {
                name: names.take(segment.name_bytes().ok().flatten().unwrap_or_default()),
                address: segment.address(),
                size: segment.size(),
                file: start..start.saturating_add(size),
                permissions: permissions(segment.permissions()),
            }
        })
        .collect();
    segments.sort_by_key(|segment| (segment.address, segment.file.start));
    let is_linked = !segments.is_empty();
    let sections = file.sections().map(|section| {
        let (start, size) = section.file_range().unwrap_or_default();
        let mut part = BinaryPart {
            name: names.take(section.name_bytes().unwrap_or_default()),
            address: section.address(),
            size: section.size(),
            file: start..start.saturating_add(size),
            permissions: Permissions::default(),
        };
        let around = segments.iter().find(|segment| includes(segment, &part));
        let is_loaded = is_linked && part.address > 0;
        part.permissions =
            around.filter(|_| is_loaded).map_or(part.permissions, |it| it.permissions);
        part
    });
    let sections = sections.collect();
    Ok(BinaryLayout {
        format: format(file.format()),
        architecture: architecture(bytes, &file),
        bits: if file.is_64() { 64 } else { 32 },
        is_big_endian: !file.is_little_endian(),
        kind: match file.kind() {
            ObjectKind::Executable => BinaryKind::Program,
            ObjectKind::Dynamic => BinaryKind::Library,
            ObjectKind::Relocatable => BinaryKind::Object,
            ObjectKind::Core => BinaryKind::Core,
            _ => BinaryKind::Other,
        },
        entry: entry(&file, &segments),
        segments,
        sections,
    })
}

/// Whether a part lies within another in memory.
fn includes(outer: &BinaryPart, inner: &BinaryPart) -> bool {
    let offset = inner.address.wrapping_sub(outer.address);
    offset <= outer.size && inner.size <= outer.size - offset && inner.size > 0
}

/// The address of the first instruction. A Mach-O file tells its place in the file instead
/// (`LC_MAIN`), where it is not old (`LC_UNIXTHREAD`).
fn entry(file: &object::File, segments: &[BinaryPart]) -> Option<u64> {
    let entry = Some(file.entry()).filter(|&entry| entry != 0)?;
    let is_code = |segment: &&BinaryPart| segment.permissions.execute;
    let mut code = segments.iter().filter(is_code);
    let is_address = || {
        let mut code = segments.iter().filter(is_code);
        code.any(|segment| entry.wrapping_sub(segment.address) < segment.size)
    };
    if file.format() != BinaryFormat::MachO || is_address() {
        return Some(entry);
    }
    let segment = code.find(|segment| segment.file.contains(&entry))?;
    segment.address.checked_add(entry - segment.file.start)
}

/// What is left of [`NAMES_SIZE_MAX`].
struct Names(usize);

impl Names {
    fn take(&mut self, name: &[u8]) -> String {
        let left = self.0.checked_sub(name.len());
        self.0 = left.unwrap_or(self.0);
        if left.is_some() { String::from_utf8_lossy(name).into_owned() } else { String::new() }
    }
}

fn permissions(of: object::Permissions) -> Permissions {
    Permissions { read: of.readable(), write: of.writable(), execute: of.executable() }
}

fn format(format: BinaryFormat) -> &'static str {
    match format {
        BinaryFormat::Coff => "COFF",
        BinaryFormat::Elf => "ELF",
        BinaryFormat::MachO => "Mach-O",
        BinaryFormat::Pe => "PE",
        _ => "another format",
    }
}

/// The processor. For ELF the same names as in the errors about running.
fn architecture(bytes: &[u8], file: &object::File) -> String {
    let name = match file.architecture() {
        Architecture::Riscv32 => "RISC-V (32-bit)",
        Architecture::Riscv64 => "RISC-V (64-bit)",
        Architecture::X86_64 | Architecture::X86_64_X32 => "x86-64",
        Architecture::I386 => "x86 (32-bit)",
        Architecture::Aarch64 | Architecture::Aarch64_Ilp32 => "AArch64 (64-bit ARM)",
        Architecture::Arm => "ARM (32-bit)",
        Architecture::PowerPc => "PowerPC (32-bit)",
        Architecture::PowerPc64 => "PowerPC (64-bit)",
        other => return elf_machine(bytes, file).unwrap_or_else(|| format!("{other:?}")),
    };
    name.into()
}

fn elf_machine(bytes: &[u8], file: &object::File) -> Option<String> {
    let number = *bytes.get(18..)?.first_chunk().filter(|_| file.format() == BinaryFormat::Elf)?;
    let number = match file.is_little_endian() {
        true => u16::from_le_bytes(number),
        false => u16::from_be_bytes(number),
    };
    Some(processor(number).map_or_else(|| format!("ELF machine {number}"), str::to_owned))
}
