//! Places: what a path leads to, in whichever file system.

use super::description::DescriptionNumber;
use super::inode::InodeNumber;
use super::proc::Node;
use crate::HostPath;

/// Where a file is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Place {
    /// In memory.
    Memory(InodeNumber),
    /// Below a grant.
    Host(HostPath),
    /// In `/proc`.
    Proc(Node),
    /// Something open that has no name: what `/proc/self/fd/3` leads to.
    Open(DescriptionNumber),
}

impl Place {
    /// A grant.
    pub(crate) fn grant(number: u32) -> Place {
        Place::Host(HostPath { grant: number, path: vec![] })
    }

    /// What has a name in a directory below a grant.
    pub(crate) fn below(directory: &HostPath, name: &[u8]) -> HostPath {
        let mut path = directory.path.clone();
        if !path.is_empty() {
            path.push(b'/');
        }
        path.extend_from_slice(name);
        HostPath { grant: directory.grant, path }
    }

    /// The directory that a place below a grant is in, and its name there; `None` for the grant itself.
    pub(crate) fn above(at: &HostPath) -> Option<(HostPath, &[u8])> {
        if at.path.is_empty() {
            return None;
        }
        let slash = at.path.iter().rposition(|&byte| byte == b'/');
        let (path, name) = match slash {
            Some(slash) => (at.path[..slash].to_vec(), &at.path[slash + 1..]),
            None => (vec![], &at.path[..]),
        };
        Some((HostPath { grant: at.grant, path }, name))
    }
}
