//! The layout that a file says: of a program that is not run here, whatever its processor and its
//! system are.

use image::{BinaryError, BinaryKind, BinaryLayout, BinaryPart};
use serde::Serialize;

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
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

/// A segment, or a section.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PartView {
    /// Its name; empty where it has none.
    pub name: String,
    /// Its first byte in memory; 0 when it is not loaded.
    pub address: u64,
    /// **Units**: bytes in memory, or, if it is not loaded, in the file.
    pub size: u64,
    /// **Units**: bytes that the file gives; the others are zeros.
    pub file_size: u64,
    /// May be read.
    pub readable: bool,
    /// May be written.
    pub writable: bool,
    /// May be executed.
    pub executable: bool,
}

/// The layout of a file, or of one of the programs in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct BinaryView {
    /// The format: `ELF`, `PE`, `Mach-O`.
    pub format: &'static str,
    /// The processor: `x86-64`.
    pub architecture: String,
    /// 32 or 64.
    pub bits: u32,
    /// Whether the most significant byte of a number comes first.
    pub is_big_endian: bool,
    /// What it is for.
    pub kind: FileKind,
    /// The address of the first instruction, where it says one.
    pub entry: Option<u64>,
    /// What is loaded, by address; none of an object file.
    pub segments: Vec<PartView>,
    /// The sections, in the order of the file.
    pub sections: Vec<PartView>,
}

impl PartView {
    /// Whether it is in memory when the program runs.
    pub fn is_loaded(&self) -> bool {
        self.readable || self.writable || self.executable
    }
}

/// The layouts of the programs in a file: one, or, of a macOS file, one for each of its processors.
///
/// **Errors**: it is no program, library or object file, or it is damaged.
pub fn binary_views(bytes: &[u8]) -> Result<Vec<BinaryView>, BinaryError> {
    Ok(image::binary_layouts(bytes)?.into_iter().map(view).collect())
}

fn view(layout: BinaryLayout) -> BinaryView {
    BinaryView {
        format: layout.format,
        architecture: layout.architecture,
        bits: layout.bits,
        is_big_endian: layout.is_big_endian,
        kind: match layout.kind {
            BinaryKind::Program => FileKind::Program,
            BinaryKind::Library => FileKind::Library,
            BinaryKind::Object => FileKind::Object,
            BinaryKind::Core => FileKind::Core,
            BinaryKind::Other => FileKind::Other,
        },
        entry: layout.entry,
        segments: layout.segments.into_iter().map(part).collect(),
        sections: layout.sections.into_iter().map(part).collect(),
    }
}

fn part(part: BinaryPart) -> PartView {
    PartView {
        name: part.name,
        address: part.address,
        size: part.size,
        file_size: part.file.end.saturating_sub(part.file.start),
        readable: part.permissions.read,
        writable: part.permissions.write,
        executable: part.permissions.execute,
    }
}
