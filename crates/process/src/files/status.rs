//! What is known of a file, and the forms in which programs want it: `struct stat`, `struct statx`, `struct statfs`.

use super::inode::{Content, Device, Inode, InodeNumber, USER};
use crate::{FileKind, FileStatus, GrantId, Timestamp};

/// What is known of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Status {
    pub(crate) kind: FileKind,
    /// Permission bits, the low 12.
    pub(crate) mode: u32,
    /// **Units**: bytes.
    pub(crate) size: u64,
    /// Its number in its file system.
    pub(crate) inode: u64,
    /// Its file system's number.
    pub(crate) device: u32,
    pub(crate) links: u32,
    pub(crate) owner: u32,
    /// Which device it is, if it is one.
    pub(crate) special: Option<Device>,
    /// How many blocks of 512 bytes it takes.
    pub(crate) blocks: u64,
    pub(crate) accessed: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) changed: Timestamp,
}

// Numbers of file systems; those of grants follow.
const DEVICE_MEMORY: u32 = 1;
const DEVICE_PROC: u32 = 2;
const DEVICE_NAMELESS: u32 = 3;
const DEVICE_GRANTS: u32 = 16;

/// The size of the blocks that programs should read and write by.
const BLOCK_SIZE_BYTES: u32 = 4096;

/// Whom permissions are asked for.
pub(crate) const MAY_EXECUTE: u32 = 1;
pub(crate) const MAY_WRITE: u32 = 2;
pub(crate) const MAY_READ: u32 = 4;

/// The type bits of a mode. **Rule**: Linux `include/uapi/linux/stat.h`.
fn kind_bits(kind: FileKind) -> u32 {
    match kind {
        FileKind::Pipe => 0o010_000,
        FileKind::CharacterDevice => 0o020_000,
        FileKind::Directory => 0o040_000,
        FileKind::Regular => 0o100_000,
        FileKind::SymbolicLink => 0o120_000,
        FileKind::Socket => 0o140_000,
        FileKind::Other => 0,
    }
}

/// How `getdents64` names a kind. **Rule**: `man 3 readdir`, `d_type`.
pub(crate) fn entry_kind(kind: FileKind) -> u8 {
    (kind_bits(kind) >> 12) as u8
}

impl Status {
    /// Of something that has no name: a pipe, a counter, a standard stream.
    pub(crate) fn nameless(kind: FileKind, number: u64, time: Timestamp) -> Status {
        Status {
            kind,
            mode: 0o600,
            size: 0,
            inode: number,
            device: DEVICE_NAMELESS,
            links: 1,
            owner: USER,
            special: None,
            blocks: 0,
            accessed: time,
            modified: time,
            changed: time,
        }
    }

    /// Of a file of `/proc`.
    pub(crate) fn proc(kind: FileKind, number: u64, time: Timestamp) -> Status {
        let mode = match kind {
            FileKind::Directory => 0o555,
            FileKind::SymbolicLink => 0o777,
            _ => 0o444,
        };
        let owner = 0;
        Status { mode, owner, device: DEVICE_PROC, ..Status::nameless(kind, number, time) }
    }

    /// Of a file in memory.
    pub(crate) fn memory(number: InodeNumber, inode: &Inode) -> Status {
        let special = match inode.content {
            Content::Device(device) => Some(device),
            _ => None,
        };
        Status {
            kind: inode.kind(),
            mode: inode.mode,
            size: inode.size(),
            inode: number,
            device: DEVICE_MEMORY,
            links: inode.links,
            owner: inode.owner,
            special,
            blocks: inode.page_count() * 8,
            accessed: inode.accessed,
            modified: inode.modified,
            changed: inode.changed,
        }
    }

    /// Of a file below a grant. It counts as the user's own: whether the host allows what is done to it, the host says.
    pub(crate) fn host(grant: GrantId, status: &FileStatus) -> Status {
        Status {
            kind: status.kind,
            mode: status.mode,
            size: status.size,
            inode: status.inode,
            device: DEVICE_GRANTS + grant,
            links: status.links,
            owner: USER,
            special: None,
            blocks: status.size.div_ceil(512),
            accessed: status.accessed,
            modified: status.modified,
            changed: status.modified,
        }
    }

    /// A directory of a grant that is there only for a mount below it.
    pub(crate) fn way(grant: GrantId, time: Timestamp) -> Status {
        let status = Status::proc(FileKind::Directory, 1, time);
        Status { device: DEVICE_GRANTS + grant, ..status }
    }

    /// Whether its mode allows everything that is asked for.
    pub(crate) fn allows(&self, wanted: u32) -> bool {
        let bits = if self.owner == USER { self.mode >> 6 } else { self.mode };
        bits & wanted == wanted
    }

    /// Type and permission bits.
    fn mode_bits(&self) -> u32 {
        kind_bits(self.kind) | self.mode
    }

    fn special_numbers(&self) -> (u32, u32) {
        self.special.map_or((0, 0), Device::numbers)
    }

    /// `struct stat`. **Rule**: Linux `include/uapi/asm-generic/stat.h`.
    pub(crate) fn stat(&self) -> Vec<u8> {
        let mut out = Writer(Vec::with_capacity(128));
        let (major, minor) = self.special_numbers();
        out.u64(self.device.into()).u64(self.inode);
        out.u32(self.mode_bits()).u32(self.links).u32(self.owner).u32(self.owner);
        out.u64(u64::from(major << 8 | minor)).u64(0);
        out.u64(self.size).u32(BLOCK_SIZE_BYTES).u32(0).u64(self.blocks);
        for time in [self.accessed, self.modified, self.changed] {
            out.u64(time.seconds as u64).u64(time.nanoseconds.into());
        }
        out.u64(0);
        out.0
    }

    /// `struct statx`. **Rule**: Linux `include/uapi/linux/stat.h`.
    pub(crate) fn statx(&self) -> Vec<u8> {
        /// The fields that are filled: `STATX_BASIC_STATS`.
        const MASK: u32 = 0x7ff;
        let mut out = Writer(Vec::with_capacity(256));
        let (major, minor) = self.special_numbers();
        out.u32(MASK).u32(BLOCK_SIZE_BYTES).u64(0);
        out.u32(self.links).u32(self.owner).u32(self.owner).u32(self.mode_bits());
        out.u64(self.inode).u64(self.size).u64(self.blocks).u64(0);
        for time in [self.accessed, Timestamp::default(), self.changed, self.modified] {
            out.u64(time.seconds as u64).u32(time.nanoseconds).u32(0);
        }
        out.u32(major).u32(minor).u32(0).u32(self.device);
        out.0.resize(256, 0);
        out.0
    }
}

/// `struct statfs` of a file system with so many blocks and files, and so many of them free.
/// **Rule**: Linux `include/uapi/asm-generic/statfs.h`.
pub(crate) fn statfs(kind: u64, [blocks, files]: [(u64, u64); 2]) -> Vec<u8> {
    const NAME_SIZE_MAX_BYTES: u64 = 255;
    let block_size = u64::from(BLOCK_SIZE_BYTES);
    let mut out = Writer(Vec::with_capacity(120));
    out.u64(kind).u64(block_size).u64(blocks.0).u64(blocks.1).u64(blocks.1);
    out.u64(files.0).u64(files.1).u64(0).u64(NAME_SIZE_MAX_BYTES).u64(block_size);
    out.0.resize(120, 0);
    out.0
}

/// Writes little-endian numbers one after the other.
struct Writer(Vec<u8>);

impl Writer {
    fn u32(&mut self, value: u32) -> &mut Writer {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn u64(&mut self, value: u64) -> &mut Writer {
        self.0.extend(value.to_le_bytes());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_have_the_sizes_of_linux() {
        let status = Status::nameless(FileKind::Pipe, 5, Timestamp::default());
        assert_eq!(status.stat().len(), 128);
        assert_eq!(status.statx().len(), 256);
        assert_eq!(statfs(0, [(0, 0); 2]).len(), 120);
        assert_eq!(status.stat()[16..20], 0o010_600u32.to_le_bytes());
        assert_eq!(entry_kind(FileKind::Directory), 4);
    }

    #[test]
    fn the_user_has_the_owners_rights_on_his_own_files_only() {
        let own =
            Status { mode: 0o604, ..Status::nameless(FileKind::Regular, 1, Timestamp::default()) };
        assert!(own.allows(MAY_READ | MAY_WRITE) && !own.allows(MAY_EXECUTE));
        let others = Status { owner: 0, ..own };
        assert!(others.allows(MAY_READ) && !others.allows(MAY_WRITE));
    }
}
