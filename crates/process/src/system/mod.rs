//! System calls: one row in the table and one small function for each.
//!
//! **Rule**: Linux, `include/uapi/asm-generic/unistd.h` (numbers), `man 2` (behaviour). The number is in `a7`, the
//! arguments in `a0` to `a5`, the result in `a0`.

mod files;
mod memory;
mod signals;
mod time;
mod whoami;

use crate::process::Waiting;
use crate::{Errno, Process};
use riscv::Reg;

/// The arguments of a system call.
type Arguments = [u64; 6];

/// What became of a system call.
enum Outcome {
    /// It returns this.
    Done(Result<u64, Errno>),
    /// It waits for an answer from outside.
    Wait(Waiting),
    /// It does not return: the process has ended.
    Ended,
}

impl From<Result<u64, Errno>> for Outcome {
    fn from(result: Result<u64, Errno>) -> Outcome {
        Outcome::Done(result)
    }
}

/// A row: what a number stands for.
struct Row {
    number: u64,
    name: &'static str,
    call: fn(&mut Process, Arguments) -> Outcome,
}

macro_rules! rows {
    ($($number:literal $name:literal $call:path;)*) => {
        /// The system calls that are there, by number.
        const TABLE: &[Row] = &[$(Row { number: $number, name: $name, call: $call },)*];
    };
}

rows! {
    29 "ioctl" files::ioctl;
    57 "close" files::close;
    62 "lseek" files::lseek;
    63 "read" files::read;
    64 "write" files::write;
    66 "writev" files::writev;
    78 "readlinkat" files::readlinkat;
    79 "newfstatat" files::newfstatat;
    80 "fstat" files::fstat;
    93 "exit" signals::exit;
    94 "exit_group" signals::exit;
    96 "set_tid_address" whoami::process_id;
    99 "set_robust_list" whoami::zero;
    113 "clock_gettime" time::clock_gettime;
    124 "sched_yield" whoami::zero;
    129 "kill" signals::kill;
    130 "tkill" signals::kill;
    131 "tgkill" signals::tgkill;
    134 "rt_sigaction" signals::rt_sigaction;
    135 "rt_sigprocmask" signals::rt_sigprocmask;
    160 "uname" whoami::uname;
    169 "gettimeofday" time::gettimeofday;
    172 "getpid" whoami::process_id;
    173 "getppid" whoami::parent_id;
    174 "getuid" whoami::user_id;
    175 "geteuid" whoami::user_id;
    176 "getgid" whoami::user_id;
    177 "getegid" whoami::user_id;
    178 "gettid" whoami::process_id;
    214 "brk" memory::brk;
    215 "munmap" memory::munmap;
    222 "mmap" memory::mmap;
    226 "mprotect" memory::mprotect;
    261 "prlimit64" memory::prlimit64;
    278 "getrandom" memory::getrandom;
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

fn row(number: u64) -> Option<&'static Row> {
    TABLE.binary_search_by_key(&number, |row| row.number).ok().map(|index| &TABLE[index])
}

/// A system call's name: `write`. `None` when the number is not known.
pub fn system_call_name(number: u64) -> Option<&'static str> {
    let missing = || MISSING.iter().find(|(missing, _)| *missing == number).map(|(_, name)| *name);
    row(number).map(|row| row.name).or_else(missing)
}

impl Process {
    /// Makes the system call whose `ecall` has trapped.
    pub(crate) fn system_call(&mut self, number: u64) {
        let x = |reg| self.machine.hart.get(reg);
        let arguments = [Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5].map(x);
        let outcome = match row(number) {
            Some(row) => (row.call)(self, arguments),
            None => {
                self.unsupported.insert(number);
                Outcome::Done(Err(Errno::NotImplemented))
            }
        };
        match outcome {
            Outcome::Done(result) => self.complete(result),
            Outcome::Wait(waiting) => self.waiting = Some(waiting),
            Outcome::Ended => {}
        }
    }
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
        assert_eq!(system_call_name(56), Some("openat"));
        assert_eq!(system_call_name(9999), None);
    }
}
