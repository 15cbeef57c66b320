//! What the files of `/proc` say: a row and a function for each.
//!
//! **Rule**: `man 5 proc`. What a simulated machine does not have is 0.

use crate::address_space::AddressSpace;
use crate::files::Place;
use crate::{Mapping, MappingKind, Process};
use machine::PAGE_SIZE;

/// A file that is not about a process.
pub(super) struct GlobalRow {
    /// Its path below `/proc`.
    pub(super) name: &'static str,
    pub(super) text: fn(&Process) -> String,
}

/// A file about a process.
pub(super) struct TaskRow {
    /// Its name in the process's directory.
    pub(super) name: &'static str,
    pub(super) text: fn(&Process, Subject) -> Vec<u8>,
}

/// What a file is about: a process that there is, and one of its threads.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) task: u64,
    pub(super) thread: u64,
}

macro_rules! global {
    ($($name:literal $text:expr;)*) => {
        /// The files that are not about a process.
        pub(super) const GLOBAL: &[GlobalRow] = &[$(GlobalRow { name: $name, text: $text },)*];
    };
}

global! {
    "cpuinfo" |_| CPU.into();
    "filesystems" |_| "nodev\tproc\nnodev\ttmpfs\n".into();
    "loadavg" |process| format!("0.00 0.00 0.00 1/{} {}\n", process.thread_count(), process.last_id);
    "meminfo" meminfo;
    "mounts" mounts;
    "stat" stat;
    "uptime" uptime;
    "version" |_| "Linux version 6.12.0 (cutaway) #1\n".into();
    "sys/fs/file-max" |_| "9223372036854775807\n".into();
    "sys/fs/nr_open" |_| "1048576\n".into();
    "sys/fs/pipe-max-size" |_| "1048576\n".into();
    "sys/kernel/cap_last_cap" |_| "40\n".into();
    "sys/kernel/hostname" |_| "cutaway\n".into();
    "sys/kernel/ngroups_max" |_| "65536\n".into();
    "sys/kernel/osrelease" |_| "6.12.0\n".into();
    "sys/kernel/ostype" |_| "Linux\n".into();
    "sys/kernel/pid_max" |_| "4194304\n".into();
    "sys/kernel/random/boot_id" |_| "00000000-0000-4000-8000-000000000000\n".into();
    "sys/kernel/random/entropy_avail" |_| "256\n".into();
    "sys/kernel/threads-max" |_| format!("{}\n", crate::task::THREAD_COUNT_MAX);
    "sys/kernel/version" |_| "#1\n".into();
    "sys/net/core/somaxconn" |_| "4096\n".into();
    "sys/vm/max_map_count" |_| "65530\n".into();
    "sys/vm/overcommit_memory" |_| "0\n".into();
}

macro_rules! task {
    ($($name:literal $text:expr;)*) => {
        /// The files about a process, and about each of its threads.
        pub(super) const TASK: &[TaskRow] = &[$(TaskRow { name: $name, text: $text },)*];
    };
}

task! {
    "auxv" auxv;
    "cgroup" |_, _| b"0::/\n".to_vec();
    "cmdline" cmdline;
    "comm" |process, subject| [&process.name_of(subject.thread)[..], b"\n"].concat();
    "environ" environ;
    "limits" limits;
    "maps" maps;
    "mountinfo" mountinfo;
    "mounts" |process, _| mounts(process).into();
    "oom_score_adj" |_, _| b"0\n".to_vec();
    "stat" task_stat;
    "statm" statm;
    "status" status;
}

const CPU: &str = "processor\t: 0\nhart\t\t: 0\nisa\t\t: rv64imafdc_zicsr_zifencei_zba_zbb_zbs\nmmu\t\t: sv39\n\n";

/// The file systems that a program sees: type, and where they begin.
const MOUNTED: [(&str, &str); 2] = [("rootfs", "/"), ("proc", "/proc")];

impl Process {
    fn thread_count(&self) -> usize {
        self.threads.len() + 1
    }

    /// The address space of a process.
    fn space_of(&self, task: u64) -> Option<&AddressSpace> {
        let id = self.task_ref(task)?.space;
        if self.space.id == id { Some(&self.space) } else { self.spaces.get(&id) }
    }

    /// Where the program is that a process executes.
    pub(super) fn executable(&self, task: u64) -> Option<Place> {
        self.space_of(task)?.executable.clone()
    }

    /// The path from the root of that program.
    pub(super) fn executable_path(&self, task: u64) -> Option<Vec<u8>> {
        let path = &self.space_of(task)?.start.path;
        Some(super::skeleton::from_home(path))
    }

    /// A thread's name; at first, that of its program.
    fn name_of(&self, thread: u64) -> Vec<u8> {
        /// **Rule**: Linux `TASK_COMM_LEN`, less the terminating null.
        const NAME_SIZE_MAX_BYTES: usize = 15;
        let threads = self.threads.values().chain([&self.thread]);
        let Some(thread) = threads.into_iter().find(|it| it.id == thread) else { return vec![] };
        let mut name: Vec<u8> = thread.name.iter().copied().take_while(|&byte| byte != 0).collect();
        if name.is_empty() {
            let path = self.executable_path(thread.task).unwrap_or_default();
            name = path.rsplit(|&byte| byte == b'/').next().unwrap_or_default().to_vec();
        }
        name.truncate(NAME_SIZE_MAX_BYTES);
        name
    }
}

fn meminfo(process: &Process) -> String {
    let total = process.config.memory_limit_bytes / 1024;
    let used = process.machine.memory().frames_in_use() as u64 * PAGE_SIZE / 1024;
    let free = total.saturating_sub(used);
    let rows = [
        ("MemTotal", total),
        ("MemFree", free),
        ("MemAvailable", free),
        ("Buffers", 0),
        ("Cached", 0),
        ("SwapTotal", 0),
        ("SwapFree", 0),
        ("Shmem", 0),
    ];
    rows.map(|(name, size)| format!("{:15} {size:8} kB\n", format!("{name}:"))).concat()
}

fn stat(process: &Process) -> String {
    let zeros = "0 0 0 0 0 0 0 0 0 0";
    format!(
        "cpu  {zeros}\ncpu0 {zeros}\nintr 0\nctxt 0\nbtime {}\nprocesses {}\nprocs_running 1\nprocs_blocked 0\n",
        process.config.epoch_seconds,
        process.all_tasks().count(),
    )
}

fn uptime(process: &Process) -> String {
    let hundredths = process.now() / 10_000_000;
    format!("{}.{:02} 0.00\n", hundredths / 100, hundredths % 100)
}

fn mounts(_: &Process) -> String {
    MOUNTED.map(|(kind, path)| format!("{kind} {path} {kind} rw 0 0\n")).concat()
}

fn mountinfo(_: &Process, _: Subject) -> Vec<u8> {
    let row = |(index, (kind, path)): (usize, &(&str, &str))| {
        let id = index + 1;
        format!("{id} {} 0:{id} / {path} rw - {kind} {kind} rw\n", index.min(1))
    };
    MOUNTED.iter().enumerate().map(row).collect::<String>().into()
}

fn cmdline(process: &Process, subject: Subject) -> Vec<u8> {
    process.space_of(subject.task).map_or(vec![], |space| strings(&space.start.arguments))
}

fn environ(process: &Process, subject: Subject) -> Vec<u8> {
    process.space_of(subject.task).map_or(vec![], |space| strings(&space.start.environment))
}

/// Strings, each with its terminating null.
fn strings(strings: &[Vec<u8>]) -> Vec<u8> {
    strings.iter().flat_map(|string| [&string[..], &[0]].concat()).collect()
}

fn auxv(process: &Process, subject: Subject) -> Vec<u8> {
    let words = process.space_of(subject.task).map_or(&[][..], |space| &space.auxiliary_vector);
    words
        .iter()
        .flat_map(|(key, value)| [key.to_le_bytes(), value.to_le_bytes()])
        .flatten()
        .collect()
}

fn limits(_: &Process, _: Subject) -> Vec<u8> {
    let count = super::descriptors::DESCRIPTOR_COUNT_MAX;
    format!(
        "{:25} {:20} {:20} {:10}\n{:25} {:20} {:20} {:10}\n",
        "Limit", "Soft Limit", "Hard Limit", "Units", "Max open files", count, count, "files",
    )
    .into()
}

fn maps(process: &Process, subject: Subject) -> Vec<u8> {
    let Some(space) = process.space_of(subject.task) else { return vec![] };
    let program = process.executable_path(subject.task).unwrap_or_default();
    let program = String::from_utf8_lossy(&program);
    let row = |mapping: &Mapping| {
        let name = match mapping.kind {
            MappingKind::Heap => "[heap]",
            MappingKind::Stack => "[stack]",
            MappingKind::Trampoline => "[vdso]",
            MappingKind::Text | MappingKind::ReadOnlyData | MappingKind::Data => &program,
            _ => "",
        };
        let flag = |is_set: bool, letter: char| if is_set { letter } else { '-' };
        let perm = mapping.perm;
        let letters = [flag(perm.r, 'r'), flag(perm.w, 'w'), flag(perm.x, 'x')];
        let sharing = if mapping.kind == MappingKind::Shared { 's' } else { 'p' };
        let range = format!("{:x}-{:x}", mapping.start.0, mapping.end.0);
        let row = format!("{range} {}{sharing} 00000000 00:00 0", String::from_iter(letters));
        if name.is_empty() { format!("{row} \n") } else { format!("{row:<73}{name}\n") }
    };
    let shown = space.mappings().iter().filter(|mapping| mapping.kind != MappingKind::Guard);
    shown.map(row).collect::<String>().into()
}

/// How many pages are mapped, and how many of them are resident.
fn page_counts(process: &Process, task: u64) -> (u64, u64) {
    let mappings = process.space_of(task).map_or(&[][..], |space| space.mappings());
    mappings.iter().fold((0, 0), |(all, resident), mapping| {
        (all + mapping.page_count(), resident + mapping.resident_pages)
    })
}

fn statm(process: &Process, subject: Subject) -> Vec<u8> {
    let (all, resident) = page_counts(process, subject.task);
    format!("{all} {resident} 0 0 0 {resident} 0\n").into()
}

fn task_stat(process: &Process, subject: Subject) -> Vec<u8> {
    let Some(task) = process.task_ref(subject.task) else { return vec![] };
    let (all, resident) = page_counts(process, subject.task);
    let name = String::from_utf8_lossy(&process.name_of(subject.thread)).into_owned();
    let head = format!(
        "{} ({name}) R {} {} {} 0 -1 0 0 0 0 0",
        subject.thread, task.parent, task.process_group, task.session
    );
    let ticks = process.moment() / 10_000_000;
    let threads = process.threads_of(subject.task).len();
    let zeros = ["0"; 27].join(" ");
    format!(
        "{head} {ticks} 0 0 0 20 0 {threads} 0 0 {} {resident} 18446744073709551615 {zeros}\n",
        all * PAGE_SIZE
    )
    .into()
}

fn status(process: &Process, subject: Subject) -> Vec<u8> {
    let Some(task) = process.task_ref(subject.task) else { return vec![] };
    let (all, resident) = page_counts(process, subject.task);
    let user = super::inode::USER;
    let kib = |pages: u64| pages * PAGE_SIZE / 1024;
    let name = String::from_utf8_lossy(&process.name_of(subject.thread)).into_owned();
    format!(
        "Name:\t{name}\nUmask:\t{:04o}\nState:\tR (running)\nTgid:\t{}\nNgid:\t0\nPid:\t{}\nPPid:\t{}\nTracerPid:\t0\n\
         Uid:\t{user}\t{user}\t{user}\t{user}\nGid:\t{user}\t{user}\t{user}\t{user}\nFDSize:\t64\nGroups:\t{user} \n\
         VmPeak:\t{:8} kB\nVmSize:\t{:8} kB\nVmHWM:\t{:8} kB\nVmRSS:\t{:8} kB\nThreads:\t{}\nCpus_allowed:\t1\n\
         Cpus_allowed_list:\t0\n",
        task.file_mode_mask,
        subject.task,
        subject.thread,
        task.parent,
        kib(all),
        kib(all),
        kib(resident),
        kib(resident),
        process.threads_of(subject.task).len(),
    )
    .into()
}

impl Process {
    /// What a file of `/proc` says now; `None` if it is none.
    pub(super) fn proc_text(&self, node: &super::proc::Node) -> Option<Vec<u8>> {
        match node {
            super::proc::Node::Global(path) => {
                let row = GLOBAL.iter().find(|row| row.name.as_bytes() == path)?;
                Some((row.text)(self).into_bytes())
            }
            super::proc::Node::Text(task, thread, name) => {
                let row = TASK.iter().find(|row| row.name == *name)?;
                let subject = Subject { task: *task, thread: thread.unwrap_or(*task) };
                Some((row.text)(self, subject))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_no_file_is_a_directory_as_well() {
        assert!(TASK.windows(2).all(|pair| pair[0].name < pair[1].name));
        for row in GLOBAL {
            let below = format!("{}/", row.name);
            assert!(!GLOBAL.iter().any(|other| other.name.starts_with(&below)), "{}", row.name);
        }
    }
}
