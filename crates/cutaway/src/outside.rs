//! The outside: real files for the front end, and output that ends quietly when nobody reads it.

use std::io::{self, Read, Write};
use std::path::Path;

use source::{Files, LoadError, SourceMap};

use crate::binary;
use crate::failure::Failure;

/// The largest file that is read. **Units**: bytes.
const FILE_SIZE_MAX: u64 = 1 << 30;

/// The file system of the machine that cutaway runs on.
pub(crate) struct RealFiles;

impl Files for RealFiles {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let metadata = std::fs::metadata(path).map_err(load_error)?;
        if metadata.is_dir() {
            return Err(LoadError::Directory);
        }
        if metadata.len() > SourceMap::FILE_SIZE_MAX as u64 {
            return Err(LoadError::TooLarge);
        }
        std::fs::read(path).map_err(load_error)
    }
}

/// The source text of a program: the user's files, and those of the library that cutaway brings.
pub(crate) struct ProgramFiles;

impl Files for ProgramFiles {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        match compiler::library_source(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => RealFiles.load(path),
        }
    }
}

fn load_error(error: io::Error) -> LoadError {
    match error.kind() {
        io::ErrorKind::NotFound => LoadError::NotFound,
        io::ErrorKind::IsADirectory => LoadError::Directory,
        _ => LoadError::Other(error.to_string()),
    }
}

/// Writes to standard output.
///
/// **Errors**: a closed pipe is [`Failure::PipeClosed`], which ends quietly.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(Failure::from_output)
}

/// Writes a file, or to standard output when no file is named.
pub(crate) fn write_to(path: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    match path {
        Some(path) => std::fs::write(path, bytes).map_err(|error| Failure::write(path, &error)),
        None => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(Failure::from_output)
        }
    }
}

/// Says at once when a file cannot be C text, before the compiler trips over it.
pub(crate) fn check_source(path: &Path) -> Result<(), Failure> {
    let name = path.display();
    let Some(text) = path.to_str() else {
        return Err(Failure::Usage(format!("the file name {name} is not UTF-8")));
    };
    if binary::is_elf(path) {
        return Err(Failure::Usage(format!(
            "{name} is compiled already. `cutaway build` takes C source files, such as hello.c, and object files."
        )));
    }
    let is_small = |it: std::fs::Metadata| it.len() <= SourceMap::FILE_SIZE_MAX as u64;
    let is_readable = std::fs::metadata(path).is_ok_and(|it| it.is_file() && is_small(it));
    if is_readable && begin(path).is_ok_and(|begin| !begin.contains(&0)) {
        return Ok(());
    }
    match RealFiles.load(text) {
        Ok(bytes) if bytes.iter().take(BEGIN_SIZE).any(|&byte| byte == 0) => {
            Err(not_a_program(path, bytes))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::Usage(format!("cannot read {name}: {error}"))),
    }
}

/// How much of a file tells whether it is text. **Units**: bytes.
const BEGIN_SIZE: usize = 4096;

/// The first bytes of a file.
fn begin(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(BEGIN_SIZE);
    std::fs::File::open(path)?.take(BEGIN_SIZE as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a file is that is neither C text nor ELF.
fn not_a_program(path: &Path, bytes: Vec<u8>) -> Failure {
    let name = path.display();
    match image::Image::read(bytes) {
        Err(error) => Failure::Usage(format!("{name}: {error}.")),
        Ok(_) => Failure::Usage(format!("{name} is a binary, not C text.")),
    }
}

/// The bytes of a binary.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let unread = |error| Failure::Usage(format!("cannot read {}: {error}", path.display()));
    let size = std::fs::metadata(path).map_err(unread)?.len();
    if size > FILE_SIZE_MAX {
        let (name, most) = (path.display(), FILE_SIZE_MAX >> 30);
        return Err(Failure::Usage(format!("{name} is larger than {most} GiB, the most there is")));
    }
    std::fs::read(path).map_err(unread)
}
