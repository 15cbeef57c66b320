//! The table of system calls: a row for each, with its number, its name and its function.

use super::call::{Arguments, Stop};
use crate::Process;

/// A row: what a number stands for.
pub(super) struct Row {
    pub(super) number: u64,
    pub(super) name: &'static str,
    pub(super) call: fn(&mut Process, Arguments) -> Result<u64, Stop>,
}

macro_rules! rows {
    ($($number:literal $name:literal $call:path;)*) => {
        /// The system calls that are there, by number.
        const TABLE: &[Row] = &[$(Row { number: $number, name: $name, call: $call },)*];
    };
}

rows! {
    29 "ioctl" super::files::ioctl;
    57 "close" super::files::close;
    62 "lseek" super::files::lseek;
    63 "read" super::files::read;
    64 "write" super::files::write;
    66 "writev" super::files::writev;
    78 "readlinkat" super::files::readlinkat;
    79 "newfstatat" super::files::newfstatat;
    80 "fstat" super::files::fstat;
    93 "exit" super::signals::exit;
    94 "exit_group" super::signals::exit;
    96 "set_tid_address" super::whoami::process_id;
    99 "set_robust_list" super::whoami::zero;
    113 "clock_gettime" super::time::clock_gettime;
    124 "sched_yield" super::whoami::zero;
    129 "kill" super::signals::kill;
    130 "tkill" super::signals::kill;
    131 "tgkill" super::signals::tgkill;
    134 "rt_sigaction" super::signals::rt_sigaction;
    135 "rt_sigprocmask" super::signals::rt_sigprocmask;
    160 "uname" super::whoami::uname;
    169 "gettimeofday" super::time::gettimeofday;
    172 "getpid" super::whoami::process_id;
    173 "getppid" super::whoami::parent_id;
    174 "getuid" super::whoami::user_id;
    175 "geteuid" super::whoami::user_id;
    176 "getgid" super::whoami::user_id;
    177 "getegid" super::whoami::user_id;
    178 "gettid" super::whoami::process_id;
    214 "brk" super::memory::brk;
    215 "munmap" super::memory::munmap;
    222 "mmap" super::memory::mmap;
    226 "mprotect" super::memory::mprotect;
    261 "prlimit64" super::memory::prlimit64;
    278 "getrandom" super::memory::getrandom;
}

/// The names of some calls that programs ask for and that are not there, so that they can be named.
const MISSING: &[(u64, &str)] = &[
    (17, "getcwd"),
    (23, "dup"),
    (24, "dup3"),
    (25, "fcntl"),
    (34, "mkdirat"),
    (35, "unlinkat"),
    (48, "faccessat"),
    (49, "chdir"),
    (56, "openat"),
    (59, "pipe2"),
    (61, "getdents64"),
    (65, "readv"),
    (73, "ppoll"),
    (98, "futex"),
    (101, "nanosleep"),
    (115, "clock_nanosleep"),
    (132, "sigaltstack"),
    (139, "rt_sigreturn"),
    (163, "getrlimit"),
    (165, "getrusage"),
    (198, "socket"),
    (216, "mremap"),
    (220, "clone"),
    (221, "execve"),
    (233, "madvise"),
    (258, "riscv_hwprobe"),
    (260, "wait4"),
    (291, "statx"),
    (293, "rseq"),
    (435, "clone3"),
];

/// What a number stands for.
pub(super) fn row(number: u64) -> Option<&'static Row> {
    TABLE.binary_search_by_key(&number, |row| row.number).ok().map(|index| &TABLE[index])
}

/// A system call's name: `write`. `None` when the number is not known.
pub fn system_call_name(number: u64) -> Option<&'static str> {
    let missing = || MISSING.iter().find(|(missing, _)| *missing == number).map(|(_, name)| *name);
    row(number).map(|row| row.name).or_else(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_named_once() {
        assert!(TABLE.windows(2).all(|pair| pair[0].number < pair[1].number));
        assert!(MISSING.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(MISSING.iter().all(|(number, _)| row(*number).is_none()));
        assert_eq!(system_call_name(64), Some("write"));
        assert_eq!(system_call_name(9999), None);
    }
}
