//! What is in the file system in memory at the start, and what the first process has open.

use super::description::{Description, O_RDONLY, O_WRONLY, OpenFile};
use super::descriptors::{Descriptor, Descriptors};
use super::inode::{Content, Device, InodeNumber, USER};
use super::mount::{Mounts, make_directories};
use super::tree::{Birth, Tree};
use super::{Files, Place};
use crate::{Config, Errno, Timestamp};
use std::collections::BTreeMap;

/// The directory in which the first process begins, and its home.
const HOME: &[u8] = b"/home/user";

/// Directories that are there from the start, with their permission bits and owner.
const DIRECTORIES: [(&str, u32, u32); 12] = [
    ("/bin", 0o755, 0),
    ("/dev", 0o755, 0),
    ("/dev/shm", 0o1777, 0),
    ("/etc", 0o755, 0),
    ("/home", 0o755, 0),
    ("/home/user", 0o755, USER),
    ("/proc", 0o555, 0),
    ("/sys", 0o555, 0),
    ("/tmp", 0o1777, 0),
    ("/usr/bin", 0o755, 0),
    ("/var/tmp", 0o1777, 0),
    ("/run", 0o755, 0),
];

/// Files that are there from the start.
const FILES: [(&str, &str); 8] = [
    ("/etc/group", "root:x:0:\nuser:x:1000:\n"),
    ("/etc/hostname", "cutaway\n"),
    ("/etc/hosts", "127.0.0.1\tlocalhost cutaway\n"),
    ("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"),
    ("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n"),
    ("/etc/shells", "/bin/sh\n"),
    ("/sys/devices/system/cpu/online", "0\n"),
    ("/sys/devices/system/cpu/possible", "0\n"),
];

/// Devices that are there from the start.
const DEVICES: [(&str, Device); 6] = [
    ("/dev/full", Device::Full),
    ("/dev/null", Device::Null),
    ("/dev/random", Device::Random),
    ("/dev/tty", Device::Terminal),
    ("/dev/urandom", Device::Random),
    ("/dev/zero", Device::Zero),
];

/// Symbolic links that are there from the start.
const LINKS: [(&str, &str); 5] = [
    ("/dev/fd", "/proc/self/fd"),
    ("/dev/stderr", "/proc/self/fd/2"),
    ("/dev/stdin", "/proc/self/fd/0"),
    ("/dev/stdout", "/proc/self/fd/1"),
    ("/etc/mtab", "/proc/mounts"),
];

impl Files {
    /// The files of a machine that has just been started with a program: with the descriptors and the directory of its first process.
    ///
    /// **Errors**: a grant is where no directory can be, or the limits leave no room.
    pub(crate) fn new(
        config: &Config,
        program: &[u8],
    ) -> Result<(Files, Descriptors, Place), Errno> {
        let time = Timestamp { seconds: config.epoch_seconds as i64, nanoseconds: 0 };
        let mut tree = Tree::new(config.file_limit_bytes, config.file_count_max, time);
        fill(&mut tree, time)?;
        let mounts = Mounts::new(config, &mut tree, time)?;
        let home = mounts.walk(&tree, HOME).unwrap_or_else(|| mounts.root().clone());
        let first_program = add_program(&mut tree, &mounts, config, program, time)?;
        let (last, last_handle) = (0, 0);
        let mut files = Files {
            tree,
            first_program,
            mounts,
            descriptions: BTreeMap::new(),
            pipes: BTreeMap::new(),
            last,
            last_handle,
            closed_handles: vec![],
        };
        let mut descriptors = Descriptors::default();
        for (number, flags) in [(0, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
            let stream = Description::new(OpenFile::Stream(number), flags, vec![]);
            let description = files.add(stream);
            files.retain(description);
            descriptors.set(number, Descriptor { description, closes_on_exec: false });
        }
        Ok((files, descriptors, home))
    }
}

/// A path from the root: one that begins elsewhere begins at home.
pub(super) fn from_home(path: &[u8]) -> Vec<u8> {
    let path = path.strip_prefix(b"./").unwrap_or(path);
    if path.first() == Some(&b'/') { path.to_vec() } else { [HOME, b"/", path].concat() }
}

/// Adds the program: with the name that the configuration gives it, if that is in memory and free. Somebody always has
/// it open: whoever executes it.
fn add_program(
    tree: &mut Tree,
    mounts: &Mounts,
    config: &Config,
    bytes: &[u8],
    time: Timestamp,
) -> Result<InodeNumber, Errno> {
    let number = tree.make(Content::Regular(bytes.into()), Tree::birth(0o755, time))?;
    tree.open(number);
    let path = from_home(config.program.as_bytes());
    let slash = path.iter().rposition(|&byte| byte == b'/').unwrap_or(0);
    if let Some(Place::Memory(directory)) = mounts.walk(tree, &path[..slash]) {
        // Without a name it can be executed as well.
        let _ = tree.link(number, directory, &path[slash + 1..], time);
    }
    Ok(number)
}

fn fill(tree: &mut Tree, time: Timestamp) -> Result<(), Errno> {
    for (path, mode, owner) in DIRECTORIES {
        let number = make_directories(tree, path.as_bytes(), time)?;
        if let Some(inode) = tree.get_mut(number) {
            (inode.mode, inode.owner) = (mode, owner);
        }
    }
    for (path, text) in FILES {
        let bytes = text.as_bytes().into();
        make(tree, path, Content::Regular(bytes), 0o644, time)?;
    }
    for (path, device) in DEVICES {
        make(tree, path, Content::Device(device), 0o666, time)?;
    }
    for (path, target) in LINKS {
        make(tree, path, Content::SymbolicLink(target.into()), 0o777, time)?;
    }
    Ok(())
}

/// Makes a file, and the directories on the way to it.
fn make(
    tree: &mut Tree,
    path: &str,
    content: Content,
    mode: u32,
    time: Timestamp,
) -> Result<InodeNumber, Errno> {
    let (directory, name) = path.rsplit_once('/').ok_or(Errno::Invalid)?;
    let at = make_directories(tree, directory.as_bytes(), time)?;
    tree.create(at, name.as_bytes(), content, Birth { mode, owner: 0, time })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Grant;

    #[test]
    fn the_first_process_begins_at_home_with_three_streams() {
        let (files, descriptors, home) = Files::new(&Config::default(), b"program").unwrap();
        assert_eq!(descriptors.numbers_in(0, 99), [0, 1, 2]);
        let Place::Memory(number) = home else { panic!("home is in memory") };
        assert_eq!(files.tree.get(number).unwrap().owner, USER);
        assert_eq!(files.tree.name_of(number).unwrap().1, b"user");
    }

    #[test]
    fn a_grant_can_be_the_home() {
        let grants = vec![Grant { path: HOME.to_vec(), is_read_only: false }];
        let config = Config { grants, ..Config::default() };
        assert_eq!(Files::new(&config, b"program").unwrap().2, Place::grant(0));
    }

    #[test]
    fn limits_that_leave_no_room_are_an_error() {
        let config = Config { file_count_max: 3, ..Config::default() };
        assert_eq!(Files::new(&config, b"program").err(), Some(Errno::NoSpace));
    }
}
