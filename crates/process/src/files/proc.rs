//! `/proc`: what there is, and how its names are found. What the files say is in [`super::proc_text`].
//!
//! **Rule**: `man 5 proc`.

use super::place::Place;
use super::proc_text::{GLOBAL, TASK};
use super::status::Status;
use crate::{DirectoryEntry, FileKind, Process, Timestamp};

/// Something in `/proc`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Node {
    /// `/proc`.
    Root,
    /// `/proc/self`, a link to the process that asks.
    Own,
    /// `/proc/thread-self`, a link to the thread that asks.
    OwnThread,
    /// A file, or a directory on the way to one, that is not about a process: its path.
    Global(Vec<u8>),
    /// `/proc/2`.
    Task(u64),
    /// `/proc/2/task`.
    Threads(u64),
    /// `/proc/2/task/3`, with the same files as the process.
    Thread(u64, u64),
    /// `/proc/2/maps`: the process, its thread if it was found there, and the row of the table.
    Text(u64, Option<u64>, &'static str),
    /// `/proc/2/exe`, `cwd` and `root`.
    Link(u64, &'static str),
    /// `/proc/2/fd`.
    Descriptors(u64),
    /// `/proc/2/fd/0`.
    Descriptor(u64, u32),
}

/// The links of a process's directory.
const LINKS: [&str; 3] = ["cwd", "exe", "root"];

impl Node {
    fn kind(&self) -> FileKind {
        match self {
            Node::Root | Node::Task(_) | Node::Threads(_) | Node::Thread(..) => FileKind::Directory,
            Node::Descriptors(_) => FileKind::Directory,
            Node::Own | Node::OwnThread | Node::Link(..) | Node::Descriptor(..) => {
                FileKind::SymbolicLink
            }
            Node::Text(..) => FileKind::Regular,
            Node::Global(path) if global(path).is_some() => FileKind::Regular,
            Node::Global(_) => FileKind::Directory,
        }
    }

    /// The directory that it is in; `/proc` is in itself.
    pub(crate) fn parent(&self) -> Node {
        match self {
            Node::Root | Node::Own | Node::OwnThread | Node::Task(_) => Node::Root,
            Node::Global(path) => match path.iter().rposition(|&byte| byte == b'/') {
                Some(slash) => Node::Global(path[..slash].to_vec()),
                None => Node::Root,
            },
            Node::Threads(task) | Node::Link(task, _) | Node::Descriptors(task) => {
                Node::Task(*task)
            }
            Node::Text(task, None, _) => Node::Task(*task),
            Node::Text(task, Some(thread), _) => Node::Thread(*task, *thread),
            Node::Thread(task, _) => Node::Threads(*task),
            Node::Descriptor(task, _) => Node::Descriptors(*task),
        }
    }

    /// Its name in that directory.
    pub(crate) fn name(&self) -> Vec<u8> {
        match self {
            Node::Root => "proc".into(),
            Node::Own => "self".into(),
            Node::OwnThread => "thread-self".into(),
            Node::Global(path) => {
                path.rsplit(|&byte| byte == b'/').next().unwrap_or_default().to_vec()
            }
            Node::Task(number) | Node::Thread(_, number) => number.to_string().into(),
            Node::Threads(_) => "task".into(),
            Node::Text(_, _, name) | Node::Link(_, name) => (*name).into(),
            Node::Descriptors(_) => "fd".into(),
            Node::Descriptor(_, number) => number.to_string().into(),
        }
    }

    /// A number that is the same each time: an inode's.
    fn number(&self) -> u64 {
        let text = format!("{self:?}");
        text.bytes().fold(0x1000, |number, byte| {
            (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3) & 0xffff_ffff
        })
    }
}

fn global(path: &[u8]) -> Option<&'static super::proc_text::GlobalRow> {
    GLOBAL.iter().find(|row| row.name.as_bytes() == path)
}

/// A number as it is written in a path: without signs and leading zeros.
fn number(name: &[u8]) -> Option<u64> {
    let number: u64 = std::str::from_utf8(name).ok()?.parse().ok()?;
    (number.to_string().as_bytes() == name).then_some(number)
}

impl Process {
    /// What a name in a directory of `/proc` leads to.
    pub(super) fn proc_lookup(&self, at: &Node, name: &[u8]) -> Option<Node> {
        let text = |task: u64, thread: Option<u64>| {
            let row = TASK.iter().find(|row| row.name.as_bytes() == name)?;
            Some(Node::Text(task, thread, row.name))
        };
        match at {
            Node::Root => match name {
                b"self" => Some(Node::Own),
                b"thread-self" => Some(Node::OwnThread),
                name => match number(name) {
                    Some(task) => self.task_ref(task).map(|task| Node::Task(task.id)),
                    None => global_below(b"", name),
                },
            },
            Node::Global(path) => global_below(path, name),
            Node::Task(task) => match name {
                b"fd" => Some(Node::Descriptors(*task)),
                b"task" => Some(Node::Threads(*task)),
                name => match LINKS.iter().find(|link| link.as_bytes() == name) {
                    Some(link) => Some(Node::Link(*task, link)),
                    None => text(*task, None),
                },
            },
            Node::Threads(task) => {
                let thread = number(name)?;
                self.threads_of(*task).contains(&thread).then_some(Node::Thread(*task, thread))
            }
            Node::Thread(task, thread) => text(*task, Some(*thread)),
            Node::Descriptors(task) => {
                let descriptor = number(name)?;
                self.task_ref(*task)?.descriptors.get(descriptor).ok()?;
                Some(Node::Descriptor(*task, descriptor as u32))
            }
            _ => None,
        }
    }

    /// What a directory of `/proc` contains.
    pub(super) fn proc_entries(&self, at: &Node) -> Vec<DirectoryEntry> {
        let mut names: Vec<Vec<u8>> = vec![];
        let texts = || TASK.iter().map(|row| row.name.into());
        match at {
            Node::Root => {
                names.extend(["self", "thread-self"].map(Vec::from));
                names.extend(self.all_tasks().map(|task| task.id.to_string().into()));
                names.extend(global_names(b""));
            }
            Node::Global(path) => names.extend(global_names(path)),
            Node::Task(_) => {
                names.extend(["fd", "task"].map(Vec::from));
                names.extend(LINKS.map(Vec::from));
                names.extend(texts());
            }
            Node::Thread(..) => names.extend(texts()),
            Node::Threads(task) => {
                names.extend(self.threads_of(*task).iter().map(|id| id.to_string().into()));
            }
            Node::Descriptors(task) => {
                let descriptors =
                    self.task_ref(*task).into_iter().flat_map(|it| it.descriptors.iter());
                names.extend(descriptors.map(|(number, _)| number.to_string().into()));
            }
            _ => {}
        }
        names.sort_unstable();
        names.dedup();
        let entry = |name: Vec<u8>| {
            let node = self.proc_lookup(at, &name)?;
            Some(DirectoryEntry { name, inode: node.number(), kind: node.kind() })
        };
        names.into_iter().filter_map(entry).collect()
    }

    /// What is known of something in `/proc`.
    pub(super) fn proc_status(&self, node: &Node) -> Status {
        let time = self.wall_time();
        match node {
            Node::Task(_) | Node::Descriptors(_) | Node::Descriptor(..) => {
                let owner = super::inode::USER;
                Status { owner, ..Status::proc(node.kind(), node.number(), time) }
            }
            _ => Status::proc(node.kind(), node.number(), time),
        }
    }

    /// Where a link of `/proc` leads that leads to a place and not to a path.
    pub(super) fn proc_link_place(&self, node: &Node) -> Option<Place> {
        match node {
            Node::Link(task, "cwd") => Some(self.task_ref(*task)?.directory.clone()),
            Node::Link(task, "exe") => self.executable(*task),
            Node::Link(_, "root") => Some(self.files.mounts.root().clone()),
            Node::Descriptor(task, number) => {
                let task = self.task_ref(*task)?;
                let description = task.descriptors.get(u64::from(*number)).ok()?.description;
                Some(self.files.place_of(description))
            }
            _ => None,
        }
    }

    /// What a link of `/proc` says.
    pub(super) fn proc_link_text(&self, node: &Node) -> Option<Vec<u8>> {
        match node {
            Node::Own => Some(self.task.id.to_string().into()),
            Node::OwnThread => {
                Some(format!("{}/task/{}", self.task.id, self.thread.id).into_bytes())
            }
            Node::Link(task, "exe") => self.executable_path(*task),
            Node::Link(task, "cwd") => {
                let directory = self.task_ref(*task)?.directory.clone();
                Some(self.path_of(&directory).unwrap_or_else(|_| b"(deleted)".to_vec()))
            }
            Node::Link(..) => Some(b"/".to_vec()),
            Node::Descriptor(task, number) => {
                let task = self.task_ref(*task)?;
                let description = task.descriptors.get(u64::from(*number)).ok()?.description;
                Some(self.files.path_of(description))
            }
            _ => None,
        }
    }

    /// The present time as files have it.
    pub(crate) fn wall_time(&self) -> Timestamp {
        let (seconds, nanoseconds) = self.wall_clock();
        Timestamp { seconds: seconds as i64, nanoseconds: nanoseconds as u32 }
    }

    /// The time at which everything began.
    pub(crate) fn start_time(&self) -> Timestamp {
        Timestamp { seconds: self.config.epoch_seconds as i64, nanoseconds: 0 }
    }
}

/// The names of the table that are directly in a directory, some of them more than once.
fn global_names(directory: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    GLOBAL.iter().filter_map(move |row| {
        let rest = row.name.as_bytes().strip_prefix(directory)?;
        let rest = if directory.is_empty() { rest } else { rest.strip_prefix(b"/")? };
        rest.split(|&byte| byte == b'/').next().map(<[u8]>::to_vec)
    })
}

fn global_below(directory: &[u8], name: &[u8]) -> Option<Node> {
    let mut path = directory.to_vec();
    if !path.is_empty() {
        path.push(b'/');
    }
    path.extend_from_slice(name);
    global_names(directory).any(|other| other == name).then_some(Node::Global(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_one_way() {
        assert_eq!(number(b"12"), Some(12));
        for name in [&b"012"[..], b"+1", b"", b"1 ", b"-1", b"99999999999999999999", b"\xff"] {
            assert_eq!(number(name), None);
        }
    }

    #[test]
    fn directories_follow_from_the_paths_of_files() {
        let kernel = global_below(b"sys", b"kernel");
        assert_eq!(kernel, Some(Node::Global(b"sys/kernel".to_vec())));
        let release = global_below(b"sys/kernel", b"osrelease").unwrap();
        assert_eq!(release.kind(), FileKind::Regular);
        assert_eq!(Some(release.parent()), kernel);
        assert_eq!(release.name(), b"osrelease");
        assert_eq!(global_below(b"sys", b"kern"), None);
        assert_eq!(global_below(b"", b"sys/kernel"), None);
    }
}
