//! Files for the rest of the kernel: the bytes for a mapping.

use super::description::OpenFile;
use super::inode::{Content, Device};
use super::transfer::TRANSFER_SIZE_MAX_BYTES;
use crate::system::Stop;
use crate::{Errno, Process};

/// How a file is to be mapped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MapWish {
    /// Whether what is written is to reach the file and other processes.
    pub(crate) is_shared: bool,
    /// Whether it is to be written.
    pub(crate) writes: bool,
}

impl Process {
    /// The bytes of an open file for a mapping of `size` bytes: fewer if it ends before; the rest is zeros.
    ///
    /// A mapping is a copy: what is written to the file afterwards does not appear in it. So one that is shared and
    /// written is not granted. `/dev/zero` gives none.
    ///
    /// **Errors**: `ENODEV` for what cannot be mapped, `EACCES` if it was not opened for reading.
    pub(crate) fn bytes_to_map(
        &mut self,
        descriptor: u64,
        offset: u64,
        size: u64,
        wish: MapWish,
    ) -> Result<Vec<u8>, Stop> {
        let number = self.opened(descriptor)?;
        let description = self.files.description(number)?;
        match &description.file {
            OpenFile::Memory(inode) => match self.files.tree.get(*inode)?.content {
                Content::Device(Device::Zero) if !wish.is_shared => return Ok(vec![]),
                Content::Regular(_) => {}
                _ => return Err(Errno::NoDevice.into()),
            },
            OpenFile::Host(..) => {}
            OpenFile::Place(_) => return Err(Errno::BadDescriptor.into()),
            _ => return Err(Errno::NoDevice.into()),
        }
        if !description.reads() {
            return Err(Errno::AccessDenied.into());
        }
        if wish.is_shared && wish.writes {
            let may = description.writes();
            return Err(if may { Errno::NoDevice } else { Errno::AccessDenied }.into());
        }
        self.read_whole(number, offset, size)
    }

    /// Reads until so many bytes are there or the file ends, whatever one call moves.
    fn read_whole(&mut self, number: u64, offset: u64, size: u64) -> Result<Vec<u8>, Stop> {
        let mut bytes = vec![];
        while (bytes.len() as u64) < size {
            let count = (size - bytes.len() as u64).min(TRANSFER_SIZE_MAX_BYTES);
            let at = offset.checked_add(bytes.len() as u64).ok_or(Errno::Overflow)?;
            let part = self.read_file(number, Some(at), count)?;
            if part.is_empty() {
                break;
            }
            bytes.extend(part);
        }
        Ok(bytes)
    }
}
