//! Mounts: which file system begins at which name.
//!
//! ```text
//!   without a grant of `/`            with one (grant 0)
//!   /           memory                /           grant 0
//!   /proc       proc                  /proc       proc
//!                                     /dev /sys /tmp /home/user    memory
//!   and each other grant at its path
//! ```
//! The directories on the way to a mount are there even if a grant does not have them.

use super::inode::InodeNumber;
use super::place::Place;
use super::proc::Node;
use super::tree::{ROOT, Tree};
use crate::{Config, Errno, HostPath, Timestamp};

/// What lies over a grant of the whole tree: the directories that are always the guest's own.
const OWN: [&[u8]; 4] = [b"dev", b"sys", b"tmp", b"home/user"];

/// A file system that begins at a name.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Mount {
    /// The directory with the name.
    parent: Place,
    name: Vec<u8>,
    /// What is there.
    root: Place,
}

/// All mounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mounts {
    root: Place,
    list: Vec<Mount>,
}

impl Mounts {
    /// The mounts of a configuration; makes the directories in memory that they need.
    pub(crate) fn new(config: &Config, tree: &mut Tree, time: Timestamp) -> Result<Mounts, Errno> {
        let root = config.grants.iter().position(|grant| names(&grant.path).next().is_none());
        let mut mounts = match root {
            None => Mounts { root: Place::Memory(ROOT), list: vec![] },
            Some(number) => Mounts { root: Place::grant(number as u32), list: vec![] },
        };
        if root.is_some() {
            for path in OWN {
                let own = make_directories(tree, path, time)?;
                mounts.add(path, Place::Memory(own), tree, time)?;
            }
        }
        mounts.add(b"proc", Place::Proc(Node::Root), tree, time)?;
        let mut grants: Vec<_> = config.grants.iter().enumerate().collect();
        grants.sort_by_key(|(_, grant)| names(&grant.path).count());
        for (number, grant) in grants {
            if Some(number) != root {
                mounts.add(&grant.path, Place::grant(number as u32), tree, time)?;
            }
        }
        Ok(mounts)
    }

    /// Lets `root` begin at a path, as its names stand: no link is followed.
    fn add(
        &mut self,
        path: &[u8],
        root: Place,
        tree: &mut Tree,
        time: Timestamp,
    ) -> Result<(), Errno> {
        let names: Vec<&[u8]> = names(path).collect();
        let Some((last, before)) = names.split_last() else { return Ok(()) };
        let mut at = self.root.clone();
        for name in before {
            at = match (self.root_at(&at, name), &at) {
                (Some(root), _) => root.clone(),
                (None, Place::Memory(number)) => {
                    Place::Memory(make_directory(tree, *number, name, time)?)
                }
                (None, Place::Host(path)) => Place::Host(Place::below(path, name)),
                (None, _) => return Err(Errno::NotDirectory),
            };
        }
        if let Place::Memory(number) = &at {
            make_directory(tree, *number, last, time)?;
        }
        self.list.retain(|mount| mount.parent != at || mount.name != *last);
        self.list.push(Mount { parent: at, name: last.to_vec(), root });
        Ok(())
    }

    /// The directory at a path, if no grant needs to be asked for it.
    pub(crate) fn walk(&self, tree: &Tree, path: &[u8]) -> Option<Place> {
        names(path).try_fold(self.root.clone(), |at, name| match (self.root_at(&at, name), &at) {
            (Some(root), _) => Some(root.clone()),
            (None, Place::Memory(number)) => tree.lookup(*number, name).ok().map(Place::Memory),
            (None, Place::Host(path)) => Some(Place::Host(Place::below(path, name))),
            (None, _) => None,
        })
    }

    /// What `/` is.
    pub(crate) fn root(&self) -> &Place {
        &self.root
    }

    /// What begins at a name, if something does.
    pub(crate) fn root_at(&self, directory: &Place, name: &[u8]) -> Option<&Place> {
        let mount = self.list.iter().find(|mount| mount.parent == *directory && mount.name == name);
        mount.map(|mount| &mount.root)
    }

    /// The directory and the name at which something begins, if it is the root of a mount.
    pub(crate) fn point_of(&self, root: &Place) -> Option<(&Place, &[u8])> {
        let mount = self.list.iter().find(|mount| mount.root == *root)?;
        Some((&mount.parent, &mount.name))
    }

    /// The names in a directory at which something begins.
    pub(crate) fn names_in<'a>(&'a self, directory: &'a Place) -> impl Iterator<Item = &'a [u8]> {
        let mounts = self.list.iter().filter(move |mount| mount.parent == *directory);
        mounts.map(|mount| &mount.name[..])
    }

    /// The names in a directory of a grant that are there for the sake of a mount below them.
    pub(crate) fn ways_in<'a>(&'a self, at: &'a HostPath) -> impl Iterator<Item = &'a [u8]> {
        self.list.iter().filter_map(move |mount| match &mount.parent {
            Place::Host(parent) if parent.grant == at.grant => first_name_below(at, &parent.path),
            _ => None,
        })
    }

    /// Whether a directory of a grant is on the way to a mount.
    pub(crate) fn is_on_the_way(&self, at: &HostPath) -> bool {
        let own = Place::Host(at.clone());
        self.names_in(&own).next().is_some() || self.ways_in(at).next().is_some()
    }
}

/// The first name of a path after another path that it begins with.
fn first_name_below<'a>(at: &HostPath, path: &'a [u8]) -> Option<&'a [u8]> {
    let rest = path.strip_prefix(&at.path[..])?;
    let rest = if at.path.is_empty() { rest } else { rest.strip_prefix(b"/")? };
    rest.split(|&byte| byte == b'/').next().filter(|name| !name.is_empty())
}

/// The names of a path; empty ones and `.` say nothing.
fn names(path: &[u8]) -> impl Iterator<Item = &[u8]> {
    path.split(|&byte| byte == b'/').filter(|name| !name.is_empty() && *name != b".")
}

/// Makes a directory in memory, if it is not there.
fn make_directory(
    tree: &mut Tree,
    at: InodeNumber,
    name: &[u8],
    time: Timestamp,
) -> Result<InodeNumber, Errno> {
    match tree.lookup(at, name) {
        Ok(number) => Ok(number),
        Err(_) => {
            let birth = super::tree::Birth { mode: 0o755, owner: 0, time };
            tree.create_directory(at, name, birth)
        }
    }
}

/// Makes a directory in memory, and those on the way to it.
pub(crate) fn make_directories(
    tree: &mut Tree,
    path: &[u8],
    time: Timestamp,
) -> Result<InodeNumber, Errno> {
    names(path).try_fold(ROOT, |at, name| make_directory(tree, at, name, time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Grant;

    fn mounts(paths: &[&str]) -> (Mounts, Tree) {
        let time = Timestamp::default();
        let mut tree = Tree::new(1 << 20, 100, time);
        let grants =
            paths.iter().map(|path| Grant { path: path.as_bytes().to_vec(), is_read_only: false });
        let config = Config { grants: grants.collect(), ..Config::default() };
        (Mounts::new(&config, &mut tree, time).unwrap(), tree)
    }

    fn host(grant: u32, path: &str) -> HostPath {
        HostPath { grant, path: path.as_bytes().to_vec() }
    }

    #[test]
    fn without_a_root_grants_hang_in_memory() {
        let (mounts, tree) = mounts(&["/home/user/data"]);
        assert_eq!(*mounts.root(), Place::Memory(ROOT));
        let home = tree.lookup(tree.lookup(ROOT, b"home").unwrap(), b"user").unwrap();
        assert_eq!(mounts.root_at(&Place::Memory(home), b"data"), Some(&Place::grant(0)));
        assert_eq!(mounts.point_of(&Place::grant(0)), Some((&Place::Memory(home), &b"data"[..])));
        assert_eq!(mounts.root_at(&Place::Memory(ROOT), b"proc"), Some(&Place::Proc(Node::Root)));
    }

    #[test]
    fn a_root_has_the_guests_own_directories_over_it() {
        let (mounts, tree) = mounts(&["/opt/a/b", "/"]);
        assert_eq!(*mounts.root(), Place::grant(1));
        let tmp = Place::Memory(tree.lookup(ROOT, b"tmp").unwrap());
        assert_eq!(mounts.root_at(&Place::grant(1), b"tmp"), Some(&tmp));
        assert_eq!(mounts.root_at(&Place::Host(host(1, "opt/a")), b"b"), Some(&Place::grant(0)));
        assert!(mounts.is_on_the_way(&host(1, "opt")) && mounts.is_on_the_way(&host(1, "home")));
        assert!(!mounts.is_on_the_way(&host(1, "op")) && !mounts.is_on_the_way(&host(0, "opt")));
        assert_eq!(mounts.ways_in(&host(1, "")).collect::<Vec<_>>(), [&b"home"[..], b"opt"]);
    }

    #[test]
    fn a_grant_in_a_grant_is_found_whatever_their_order() {
        let (mounts, _) = mounts(&["/a/b", "/a"]);
        assert_eq!(mounts.root_at(&Place::grant(1), b"b"), Some(&Place::grant(0)));
    }
}
