//! What a program is made of on the command line: C files, object files, libraries, and the compilation database of a build tool.

use std::path::{Path, PathBuf};

use compiler::{Parts, Source};
use image::Archive;

use crate::arguments::ProgramArgs;
use crate::compile_commands::{self, DATABASE};
use crate::failure::Failure;
use crate::{binary, outside, session};

/// How an archive begins. **Rule**: `ar(5)`.
const ARCHIVE_MAGIC: &[u8] = b"!<arch>\n";

/// What a file on the command line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// C text, as far as its name or contents say nothing else.
    Source,
    /// A relocatable object.
    Object,
    /// A library of objects.
    Archive,
    /// A compilation database, or a directory with one.
    Database,
    /// A program that is linked already.
    Program,
}

/// What a file is.
pub(crate) fn kind(path: &Path) -> Kind {
    if path.is_dir() || path.file_name().is_some_and(|name| name == DATABASE) {
        return Kind::Database;
    }
    match binary::head(path) {
        Some(head) if binary::is_relocatable(&head) => Kind::Object,
        Some(head) if binary::is_elf_head(&head) => Kind::Program,
        Some(head) if head.starts_with(ARCHIVE_MAGIC) => Kind::Archive,
        _ => Kind::Source,
    }
}

/// Whether a name is that of a part of a program, so that others may follow it.
pub(crate) fn is_part(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["c", "o", "a"].iter().any(|it| extension == *it))
        || path.file_name().is_some_and(|name| name == DATABASE)
        || path.is_dir()
}

/// Reads what the command line names; C text is only looked at.
///
/// **Errors**: wrong use: what cannot be read, or be part of a program.
pub(crate) fn parts(program: &ProgramArgs) -> Result<Parts, Failure> {
    let mut parts = Parts::default();
    let database = match &program.compile_commands {
        Some(path) => compile_commands::read(path, &session::options(program))?,
        None => vec![],
    };
    for path in program.parts() {
        match kind(&path) {
            Kind::Source => parts.sources.push(source(&path, program, &database)?),
            Kind::Database => {
                let listed = compile_commands::read(&path, &session::options(program))?;
                parts.sources.extend(listed.into_iter().map(|entry| entry.source));
            }
            Kind::Object => {
                let object = image::read_object(&outside::bytes(&path)?)
                    .map_err(|error| refused(&path, &error))?;
                parts.objects.push((session::file_name(&path)?, object));
            }
            Kind::Archive => {
                let bytes = outside::bytes(&path)?;
                let archive =
                    Archive::read(bytes.into()).map_err(|error| refused(&path, &error))?;
                parts.archives.push((session::file_name(&path)?, archive));
            }
            Kind::Program => return Err(linked_already(&path)),
        }
    }
    for source in &parts.sources {
        outside::check_source(Path::new(&source.name))?;
    }
    Ok(parts)
}

/// A C file, with the options that the database has for it.
fn source(
    path: &Path,
    program: &ProgramArgs,
    database: &[compile_commands::Entry],
) -> Result<Source, Failure> {
    let name = session::file_name(path)?;
    let here = absolute(path);
    let listed = database.iter().find(|entry| absolute(Path::new(&entry.source.name)) == here);
    let options = match listed {
        Some(entry) => entry.source.options.clone(),
        None => session::options(program),
    };
    Ok(Source { name, options })
}

/// A path that two names of one file have in common.
fn absolute(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// An object or a library that cannot be linked.
fn refused(path: &Path, error: &image::ReadError) -> Failure {
    Failure::Usage(format!("{}: {error}.", path.display()))
}

/// A program among the parts of another one.
fn linked_already(path: &Path) -> Failure {
    let name = path.display();
    Failure::Usage(format!(
        "{name} is compiled already, and linked: it cannot be part of another program. Give it \
         alone to run it, or give the C source files or object files that it was made of."
    ))
}

/// The names of all parts, as one types them.
pub(crate) fn names(parts: &Parts) -> Vec<String> {
    let sources = parts.sources.iter().map(|source| &source.name);
    let objects = parts.objects.iter().map(|(name, _)| name);
    let archives = parts.archives.iter().map(|(name, _)| name);
    sources.chain(objects).chain(archives).cloned().collect()
}
