//! Reading one file below a directory as a program whose root it is would find it.

use rustix::fs::{self, Mode, OFlags, ResolveFlags};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a regular file. Symbolic links are followed as if `root` were `/`, so none leads out of it.
///
/// **Errors**: those of the file; one that is larger than `size_max` bytes, or no regular file.
pub fn read_below(root: &Path, path: &Path, size_max: u64) -> io::Result<Vec<u8>> {
    let directory = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let root = fs::open(root, directory, Mode::empty())?;
    let how = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let within = ResolveFlags::IN_ROOT | ResolveFlags::NO_MAGICLINKS;
    let file = File::from(fs::openat2(&root, path, how, Mode::empty(), within)?);
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file"));
    }
    let mut bytes = vec![];
    file.take(size_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > size_max {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is too large"));
    }
    Ok(bytes)
}
