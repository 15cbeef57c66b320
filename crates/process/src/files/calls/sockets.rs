//! Pairs of connected sockets: two pipes. Other sockets are not there: a guest has no network.

use crate::files::description::{
    Description, DescriptionNumber, O_CLOEXEC, O_NONBLOCK, O_RDWR, OpenFile,
};
use crate::files::transfer::TRANSFER_SIZE_MAX_BYTES;
use crate::system::{Arguments, Stop};
use crate::{Errno, Process};
use machine::VirtAddr;

// **Rule**: Linux `include/linux/socket.h`, `include/linux/net.h`.
const AF_UNIX: u64 = 1;
const SOCK_STREAM: u32 = 1;

/// There is no network: no family of addresses is supported. **Rule**: `man 2 socket`.
pub(crate) fn socket(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Err(Errno::AddressFamily.into())
}

/// **Rule**: `man 2 socketpair`; of its kinds, streams.
pub(crate) fn socketpair(
    process: &mut Process,
    [family, kind, protocol, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let flags = kind as u32 & (O_CLOEXEC | O_NONBLOCK);
    if family != AF_UNIX {
        return Err(Errno::AddressFamily.into());
    }
    if kind as u32 & !flags != SOCK_STREAM || protocol > 1 {
        return Err(Errno::NotSupported.into());
    }
    process.install_pair(target, flags, |process| {
        let (one, two) = (process.files.add_pipe(1, 1), process.files.add_pipe(1, 1));
        let end = |from, to| {
            Description::new(OpenFile::Socket(from, to), O_RDWR | flags & O_NONBLOCK, vec![])
        };
        [end(one, two), end(two, one)]
    })
}

impl Process {
    /// A descriptor of a socket.
    fn socket(&self, descriptor: u64) -> Result<DescriptionNumber, Errno> {
        let number = self.opened(descriptor)?;
        match self.files.description(number)?.file {
            OpenFile::Socket(..) => Ok(number),
            _ => Err(Errno::NotSocket),
        }
    }
}

/// As `write`; of its flags, those that change nothing on a stream. **Rule**: `man 2 send`.
pub(crate) fn sendto(
    process: &mut Process,
    [descriptor, start, size, ..]: Arguments,
) -> Result<u64, Stop> {
    let number = process.socket(descriptor)?;
    let bytes = process.copy_in(VirtAddr(start), size.min(TRANSFER_SIZE_MAX_BYTES))?;
    process.write_file(number, None, &bytes)
}

/// As `read`. **Rule**: `man 2 recv`.
pub(crate) fn recvfrom(
    process: &mut Process,
    [descriptor, start, size, _, address, _]: Arguments,
) -> Result<u64, Stop> {
    let number = process.socket(descriptor)?;
    if address != 0 {
        return Err(Errno::Invalid.into());
    }
    let size = size.min(TRANSFER_SIZE_MAX_BYTES);
    process.can_copy_out(VirtAddr(start), size)?;
    let bytes = process.read_file(number, None, size)?;
    process.copy_out(VirtAddr(start), &bytes)?;
    Ok(bytes.len() as u64)
}
