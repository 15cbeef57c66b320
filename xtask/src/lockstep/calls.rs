//! System calls whose answers are the world's, which differ from one machine to the other: qemu's are taken over.

/// What a call writes into the program's memory, besides its result.
#[derive(Clone, Copy, Debug)]
enum Writes {
    Nothing,
    /// So many bytes where the argument of that index points.
    Bytes(usize, u64),
    /// As many bytes as it returns.
    Counted(usize),
}

/// The calls, and why their answers differ.
const CALLS: &[(u64, Writes)] = &[
    // Paths: where the program lies.
    (17, Writes::Counted(0)), // getcwd
    (78, Writes::Counted(2)), // readlinkat
    // What the standard streams are: qemu's are pipes.
    (79, Writes::Bytes(2, 128)),  // newfstatat
    (80, Writes::Bytes(1, 128)),  // fstat
    (291, Writes::Bytes(4, 256)), // statx
    // Numbers of processes and threads, and of users.
    (96, Writes::Nothing),  // set_tid_address
    (172, Writes::Nothing), // getpid
    (173, Writes::Nothing), // getppid
    (174, Writes::Nothing), // getuid
    (175, Writes::Nothing), // geteuid
    (176, Writes::Nothing), // getgid
    (177, Writes::Nothing), // getegid
    (178, Writes::Nothing), // gettid
    // What qemu's user mode does not do.
    (99, Writes::Nothing), // set_robust_list
    // Time.
    (113, Writes::Bytes(1, 16)),  // clock_gettime
    (114, Writes::Bytes(1, 16)),  // clock_getres
    (153, Writes::Bytes(0, 32)),  // times
    (165, Writes::Bytes(1, 144)), // getrusage
    (169, Writes::Bytes(0, 16)),  // gettimeofday
    // The machine, and its limits.
    (123, Writes::Counted(2)),    // sched_getaffinity
    (160, Writes::Bytes(0, 390)), // uname
    (179, Writes::Bytes(0, 112)), // sysinfo
    (261, Writes::Bytes(3, 16)),  // prlimit64
    // Chance.
    (278, Writes::Counted(0)), // getrandom
];

pub(super) const TGKILL: u64 = 131;
pub(super) const MREMAP: u64 = 216;
pub(super) const MMAP: u64 = 222;

/// Calls that end the program.
const EXITS: [u64; 2] = [93, 94];
/// Calls after which a program does not go on behind the `ecall`, or not alone: `rt_sigreturn`, `clone`, `execve`,
/// `execveat`, `clone3`.
const NOT_FOLLOWED: [u64; 5] = [139, 220, 221, 281, 435];

const MAP_FIXED: u64 = 0x10;
const MAP_FIXED_NOREPLACE: u64 = 0x10_0000;

/// A system call that both programs make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    pub(super) number: u64,
    pub(super) arguments: [u64; 6],
}

impl Call {
    /// From the registers at the `ecall`.
    pub(super) fn of(x: &[u64; 32]) -> Call {
        Call { number: x[17], arguments: std::array::from_fn(|index| x[10 + index]) }
    }

    pub(super) fn name(&self) -> &'static str {
        process::system_call_name(self.number).unwrap_or("unknown")
    }

    pub(super) fn is_exit(&self) -> bool {
        EXITS.contains(&self.number)
    }

    pub(super) fn is_followed(&self) -> bool {
        !NOT_FOLLOWED.contains(&self.number)
    }

    /// Whether its answer may differ, so that qemu's counts.
    pub(super) fn is_taken_over(&self) -> bool {
        CALLS.iter().any(|(number, _)| *number == self.number)
    }

    /// What qemu has written, if the answer is one that is taken over: address and size.
    pub(super) fn written(&self, result: u64) -> Option<(u64, u64)> {
        let (_, writes) = CALLS.iter().find(|(number, _)| *number == self.number)?;
        let (index, size) = match *writes {
            Writes::Nothing => return None,
            Writes::Bytes(index, size) => (index, size),
            Writes::Counted(index) => (index, result),
        };
        let address = self.arguments[index];
        (!is_error(result) && address != 0).then_some((address, size))
    }

    /// Whether the kernel chooses the address that it returns.
    pub(super) fn is_placed(&self, result: u64) -> bool {
        let [from, _, _, flags, ..] = self.arguments;
        match self.number {
            MMAP => !is_error(result) && flags & (MAP_FIXED | MAP_FIXED_NOREPLACE) == 0,
            MREMAP => !is_error(result) && result != from,
            _ => false,
        }
    }
}

/// Whether a result is the number of an error. **Rule**: Linux, `IS_ERR_VALUE`.
fn is_error(result: u64) -> bool {
    result > u64::MAX - 4095
}

#[cfg(test)]
mod tests {
    use super::{CALLS, Call, MMAP};

    #[test]
    fn every_call_is_named_and_listed_once() {
        let names: std::collections::BTreeSet<_> =
            CALLS.iter().map(|(number, _)| process::system_call_name(*number)).collect();
        assert_eq!(names.len(), CALLS.len());
        assert!(!names.contains(&None));
    }

    #[test]
    fn what_a_call_writes_depends_on_its_result() {
        let call = |number| Call { number, arguments: [0x1000, 8, 0, 0, 0, 0] };
        assert_eq!(call(278).written(5), Some((0x1000, 5)));
        assert_eq!(call(278).written(-11i64 as u64), None);
        assert_eq!(call(160).written(0), Some((0x1000, 390)));
        assert_eq!(call(261).written(0), None, "the pointer is null");
        assert!(call(MMAP).is_placed(0x3fff_0000) && !call(MMAP).is_placed(-12i64 as u64));
    }
}
