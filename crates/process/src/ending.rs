//! How a run ends.

use crate::MappingKind;
use machine::{Access, VirtAddr};

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// By the system call `exit` or `exit_group`, which a return from `main` leads to as well.
    Exited {
        /// The exit status that the parent sees: the low 8 bits.
        status: u8,
    },
    /// By a signal whose default action is to terminate.
    Signal {
        /// Its number.
        number: u8,
        /// The access that raised it, if one did.
        fault: Option<Fault>,
    },
    /// Every thread waits for another, and no time will come at which one goes on.
    Deadlock,
    /// The user stopped it (Ctrl-C); as by `SIGINT`.
    Interrupted,
    /// It reached the limit of steps or instructions that its driver set.
    StepLimit,
    /// It reached the output limit that its driver set.
    OutputLimit,
    /// The checker stopped it.
    Finding,
}

impl Ending {
    /// The exit status as a shell gives it: 128 + n for a signal n.
    pub fn exit_status(&self) -> u8 {
        match self {
            Ending::Exited { status } => *status,
            Ending::Signal { number, .. } => 128 | number,
            Ending::Interrupted => 128 + 2,
            Ending::Deadlock | Ending::StepLimit | Ending::OutputLimit | Ending::Finding => 128 + 9,
        }
    }
}

/// A memory access, or instruction, that raised a signal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The address; for an illegal instruction, its own.
    pub address: VirtAddr,
    /// What was tried.
    pub access: Access,
    /// What is there; `None` when nothing is mapped.
    pub there: Option<MappingKind>,
    /// The instruction.
    pub pc: VirtAddr,
}

impl Fault {
    /// Whether the stack ran into its guard.
    pub fn is_stack_overflow(&self) -> bool {
        self.there == Some(MappingKind::Guard)
    }
}

/// The signals of Linux on RISC-V, 1 to 31, by number less one.
const SIGNALS: [&str; 31] = [
    "SIGHUP",
    "SIGINT",
    "SIGQUIT",
    "SIGILL",
    "SIGTRAP",
    "SIGABRT",
    "SIGBUS",
    "SIGFPE",
    "SIGKILL",
    "SIGUSR1",
    "SIGSEGV",
    "SIGUSR2",
    "SIGPIPE",
    "SIGALRM",
    "SIGTERM",
    "SIGSTKFLT",
    "SIGCHLD",
    "SIGCONT",
    "SIGSTOP",
    "SIGTSTP",
    "SIGTTIN",
    "SIGTTOU",
    "SIGURG",
    "SIGXCPU",
    "SIGXFSZ",
    "SIGVTALRM",
    "SIGPROF",
    "SIGWINCH",
    "SIGIO",
    "SIGPWR",
    "SIGSYS",
];

/// A signal's name: `SIGSEGV`.
pub fn signal_name(number: u8) -> &'static str {
    usize::from(number)
        .checked_sub(1)
        .and_then(|index| SIGNALS.get(index))
        .copied()
        .unwrap_or("SIGRT")
}

/// A limit that makes system calls of the program fail where Linux on a real machine might not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Limit {
    /// The machine's memory ([`Config::memory_limit_bytes`](crate::Config)): `ENOMEM`, or `SIGSEGV` when memory that was
    /// granted before is first used.
    Memory,
    /// How many threads all processes may have together: `EAGAIN`.
    Threads,
    /// How many descriptors a process may have: `EMFILE`.
    Descriptors,
    /// What is kept of files in memory ([`Config::file_limit_bytes`](crate::Config), `file_count_max`): `ENOSPC`.
    Files,
}
