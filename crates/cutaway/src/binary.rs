//! A program that comes as a binary: an ELF file, told from C text by its first bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use image::Image;
use process::Interpreter;

use crate::arguments::ProgramArgs;
use crate::failure::Failure;
use crate::{grants, outside};

/// How every ELF file begins. **Rule**: System V ABI, "ELF Identification".
const MAGIC: [u8; 4] = *b"\x7fELF";

/// `e_type` of a relocatable object, and where it is. **Rule**: System V ABI, "ELF Header".
const TYPE_OFFSET: usize = 16;
const TYPE_RELOCATABLE: u8 = 1;
/// Where `e_phnum` is in a file for 64 bits.
const SEGMENT_COUNT_OFFSET: usize = 56;

/// Whether a file is a binary: ELF by its first bytes, whatever its name is.
pub(crate) fn is_elf(path: &Path) -> bool {
    head(path).is_some_and(|head| is_elf_head(&head))
}

/// The first bytes of a file; `None` for what cannot be looked into and read again.
pub(crate) fn head(path: &Path) -> Option<Vec<u8>> {
    let mut head = vec![];
    let read = |file: File| file.take(64).read_to_end(&mut head);
    (path.is_file() && File::open(path).and_then(read).is_ok()).then_some(head)
}

/// Whether first bytes are those of ELF.
pub(crate) fn is_elf_head(head: &[u8]) -> bool {
    head.starts_with(&MAGIC)
}

/// Whether first bytes are those of a relocatable object: that has no segments. Of a big-endian one
/// the type is the other way round, and such a file is no object for any machine here.
pub(crate) fn is_relocatable(head: &[u8]) -> bool {
    is_elf_head(head)
        && head.get(TYPE_OFFSET) == Some(&TYPE_RELOCATABLE)
        && head.get(SEGMENT_COUNT_OFFSET) == Some(&0)
}

/// Reads a binary that can run here.
///
/// **Errors**: wrong use: options of the compiler beside it, and what the image says of its file.
pub(crate) fn read(program: &ProgramArgs) -> Result<Arc<Image>, Failure> {
    let name = program.file.display();
    if let Some(option) = compiler_option(program) {
        return Err(Failure::Usage(format!(
            "{name} is compiled already, so {option} has no effect. \
             Leave it out, or give the C source file."
        )));
    }
    let bytes = outside::bytes(&program.file)?;
    let image = Image::read(bytes).map_err(|error| Failure::Usage(format!("{name}: {error}.")))?;
    Ok(Arc::new(image))
}

/// The interpreter of a dynamic program, from below the root that is granted.
pub(crate) fn interpreter(
    image: &Image,
    program: &ProgramArgs,
) -> Result<Option<Interpreter>, Failure> {
    let Some(path) = image.interpreter() else { return Ok(None) };
    let bytes = grants::interpreter(program, path)?;
    let read = Image::read(bytes).map_err(|error| Failure::Usage(format!("{path}: {error}.")))?;
    Ok(Some(Interpreter(Arc::new(read))))
}

/// The layout that a file says of a program that cannot be loaded here; `None` for one that can, and for C text.
///
/// **Errors**: wrong use: it is damaged.
pub(crate) fn static_layout(
    program: &ProgramArgs,
) -> Result<Option<Vec<view::BinaryView>>, Failure> {
    let path = &program.file;
    if !is_binary(path) {
        return Ok(None);
    }
    let bytes = outside::bytes(path)?;
    let views = view::binary_views(&bytes);
    let has_root = program.root.is_some();
    let can_load = |image: Image| image.entry() != 0 && (has_root || image.interpreter().is_none());
    if is_elf(path) && Image::read(bytes).is_ok_and(can_load) {
        return Ok(None);
    }
    let views = views.map_err(|error| Failure::Usage(format!("{}: {error}.", path.display())))?;
    Ok(Some(views))
}

/// Whether a file cannot be text: some of its first bytes are zero.
fn is_binary(path: &Path) -> bool {
    const HEAD_SIZE_BYTES: u64 = 4096;
    let mut head = vec![];
    let read = |file: File| file.take(HEAD_SIZE_BYTES).read_to_end(&mut head);
    path.is_file() && File::open(path).and_then(read).is_ok() && head.contains(&0)
}

/// The first of the options that only C text can have.
fn compiler_option(program: &ProgramArgs) -> Option<String> {
    let first = |letter: &str, values: &[String]| {
        values.first().map(|value| format!("the compiler option `-{letter} {value}`"))
    };
    first("I", &program.include)
        .or_else(|| first("D", &program.define))
        .or_else(|| first("U", &program.undefine))
        .or_else(|| program.std.map(|_| "the compiler option `--std`".into()))
        .or_else(|| program.compile_commands.as_ref().map(|_| "`--compile-commands`".into()))
}
