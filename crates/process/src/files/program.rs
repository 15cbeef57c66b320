//! Files for the rest of the kernel: the program that `execve` names.

use super::place::Place;
use super::status::MAY_EXECUTE;
use crate::system::Stop;
use crate::{Answer, Errno, FileKind, FileRequest, Process, Request};

/// A program that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Program {
    /// The whole file.
    pub(crate) bytes: Vec<u8>,
    /// Its path from the root.
    pub(crate) path: Vec<u8>,
    /// Where it is: for `AddressSpace::executable`.
    pub(crate) place: Place,
}

/// The flags of `execveat`.
const AT_SYMLINK_NOFOLLOW: u64 = 0x100;
const AT_EMPTY_PATH: u64 = 0x1000;

impl Process {
    /// Finds a program and reads it. Asks, and changes nothing. `directory` is a descriptor or `AT_FDCWD`, `flags` are
    /// `execveat`'s.
    ///
    /// **Errors**: `EACCES` for what is no regular file or may not be executed, and those of path resolution.
    pub(crate) fn find_program(
        &mut self,
        directory: u64,
        path: &[u8],
        flags: u64,
    ) -> Result<Program, Stop> {
        let follows = flags & AT_SYMLINK_NOFOLLOW == 0;
        let (place, status, path) = if path.is_empty() && flags & AT_EMPTY_PATH != 0 {
            let number = self.opened(directory)?;
            let status = self.description_status(number)?;
            (self.files.place_of(number), status, self.files.path_of(number))
        } else {
            let start = self.start_of(directory, path)?;
            let found = self.resolve(&start, path, follows)?;
            let full = self.full_path(&found);
            let (place, status) = found.existing()?;
            (place, status, full)
        };
        match status.kind {
            FileKind::SymbolicLink => return Err(Errno::TooManySymlinks.into()),
            FileKind::Regular if status.mode & 0o111 != 0 => {}
            _ => return Err(Errno::AccessDenied.into()),
        }
        if !status.allows(MAY_EXECUTE) && !matches!(place, Place::Host(_)) {
            return Err(Errno::AccessDenied.into());
        }
        let bytes = match &place {
            Place::Memory(number) => {
                let bytes = self.files.tree.bytes(*number)?;
                bytes.read(0, bytes.size())
            }
            Place::Host(at) => match self.ask(Request::File(FileRequest::Load(at.clone())))? {
                Answer::Bytes(bytes) => bytes,
                _ => return Err(Errno::Io.into()),
            },
            _ => return Err(Errno::AccessDenied.into()),
        };
        Ok(Program { bytes, path, place })
    }
}
