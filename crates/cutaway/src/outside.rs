//! The outside: real files for the front end, and output that ends quietly when nobody reads it.

use std::io::{self, Write};
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
    let bytes = match path.to_str().map(|path| RealFiles.load(path)) {
        Some(Ok(bytes)) => bytes,
        Some(Err(error)) => return Err(Failure::Usage(format!("cannot read {name}: {error}"))),
        None => return Err(Failure::Usage(format!("the file name {name} is not UTF-8"))),
    };
    if binary::is_elf(path) {
        return Err(Failure::Usage(format!(
            "{name} is compiled already. `cutaway build` takes C source files, such as hello.c, and object files."
        )));
    }
    if bytes.iter().take(4096).any(|&byte| byte == 0) {
        return Err(not_a_program(path, bytes));
    }
    Ok(())
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
