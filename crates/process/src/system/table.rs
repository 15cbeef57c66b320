//! The table of system calls: a row for each, with its number and its function.

use super::call::{Arguments, Stop};
use crate::{Process, files};

/// A row: what a number stands for.
pub(super) struct Row {
    pub(super) number: u64,
    pub(super) call: fn(&mut Process, Arguments) -> Result<u64, Stop>,
}

macro_rules! rows {
    ($($number:literal $call:path;)*) => {
        /// The system calls that are there, by number.
        const TABLE: &[Row] = &[$(Row { number: $number, call: $call },)*];
    };
}

rows! {
    17 files::getcwd;
    19 files::eventfd2;
    20 files::epoll_create1;
    21 files::epoll_ctl;
    22 files::epoll_pwait;
    23 files::dup;
    24 files::dup3;
    25 files::fcntl;
    29 files::ioctl;
    32 files::flock;
    33 files::mknodat;
    34 files::mkdirat;
    35 files::unlinkat;
    36 files::symlinkat;
    37 files::linkat;
    43 files::statfs;
    44 files::fstatfs;
    45 files::truncate;
    46 files::ftruncate;
    47 files::fallocate;
    48 files::faccessat;
    49 files::chdir;
    50 files::fchdir;
    52 files::fchmod;
    53 files::fchmodat;
    54 files::fchownat;
    55 files::fchown;
    56 files::openat;
    57 files::close;
    59 files::pipe2;
    61 files::getdents64;
    62 files::lseek;
    63 files::read;
    64 files::write;
    65 files::readv;
    66 files::writev;
    67 files::pread64;
    68 files::pwrite64;
    69 files::preadv;
    70 files::pwritev;
    71 files::sendfile;
    72 files::pselect6;
    73 files::ppoll;
    78 files::readlinkat;
    79 files::newfstatat;
    80 files::fstat;
    81 files::sync;
    82 files::fsync;
    83 files::fsync;
    84 files::sync;
    88 files::utimensat;
    92 super::identity::personality;
    93 super::signals::exit;
    94 super::signals::exit_group;
    95 super::wait::waitid;
    96 super::futex::set_tid_address;
    98 super::futex::futex;
    99 super::futex::set_robust_list;
    100 super::futex::get_robust_list;
    101 super::time::nanosleep;
    102 super::signals_wait::getitimer;
    103 super::signals_wait::setitimer;
    113 super::time::clock_gettime;
    114 super::time::clock_getres;
    115 super::time::clock_nanosleep;
    118 super::identity::zero;
    119 super::identity::zero;
    120 super::identity::zero;
    121 super::limits::sched_getparam;
    122 super::identity::zero;
    123 super::identity::sched_getaffinity;
    124 super::identity::sched_yield;
    125 super::limits::highest_priority;
    126 super::limits::lowest_priority;
    129 super::signals::kill;
    130 super::signals::tkill;
    131 super::signals::tgkill;
    132 super::signals::sigaltstack;
    133 super::signals_wait::rt_sigsuspend;
    134 super::signals::rt_sigaction;
    135 super::signals::rt_sigprocmask;
    136 super::signals::rt_sigpending;
    137 super::signals_wait::rt_sigtimedwait;
    138 super::signals::rt_sigqueueinfo;
    139 super::signals::rt_sigreturn;
    140 super::identity::zero;
    141 super::limits::getpriority;
    143 super::identity::set_two_users;
    144 super::identity::set_user;
    145 super::identity::set_two_users;
    146 super::identity::set_user;
    147 super::identity::set_three_users;
    148 super::identity::user_ids;
    149 super::identity::set_three_users;
    150 super::identity::user_ids;
    153 super::time::times;
    154 super::identity::setpgid;
    155 super::identity::getpgid;
    156 super::identity::getsid;
    157 super::identity::setsid;
    158 super::identity::getgroups;
    159 super::identity::not_permitted;
    160 super::identity::uname;
    163 super::limits::getrlimit;
    164 super::limits::setrlimit;
    165 super::limits::getrusage;
    166 super::identity::umask;
    167 super::identity::prctl;
    168 super::identity::getcpu;
    169 super::time::gettimeofday;
    172 super::identity::process_id;
    173 super::identity::parent_id;
    174 super::identity::user_id;
    175 super::identity::user_id;
    176 super::identity::user_id;
    177 super::identity::user_id;
    178 super::identity::thread_id;
    179 super::limits::sysinfo;
    198 files::socket;
    199 files::socketpair;
    206 files::sendto;
    207 files::recvfrom;
    214 super::memory::brk;
    215 super::memory::munmap;
    216 super::remap::mremap;
    220 super::clone::clone;
    221 super::exec::execve;
    222 super::memory::mmap;
    223 files::fadvise64;
    226 super::memory::mprotect;
    227 super::memory_advice::mapped_range;
    228 super::memory_advice::mapped_range;
    229 super::memory_advice::mapped_range;
    230 super::identity::zero;
    231 super::identity::zero;
    232 super::memory_advice::mincore;
    233 super::memory_advice::madvise;
    240 super::signals::rt_tgsigqueueinfo;
    258 super::identity::riscv_hwprobe;
    259 super::identity::zero;
    260 super::wait::wait4;
    261 super::limits::prlimit64;
    267 files::sync;
    276 files::renameat2;
    278 super::random::getrandom;
    279 files::memfd_create;
    281 super::exec::execveat;
    283 super::futex::membarrier;
    284 super::memory_advice::mapped_range;
    285 files::copy_file_range;
    286 files::preadv2;
    287 files::pwritev2;
    291 files::statx;
    293 super::identity::not_implemented;
    435 super::clone::clone3;
    436 files::close_range;
    437 files::openat2;
    439 files::faccessat2;
    441 files::epoll_pwait2;
    452 files::fchmodat2;
}

/// What a number stands for.
pub(super) fn row(number: u64) -> Option<&'static Row> {
    TABLE.binary_search_by_key(&number, |row| row.number).ok().map(|index| &TABLE[index])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system_call_name;

    #[test]
    fn the_table_is_sorted_and_its_calls_have_names() {
        assert!(TABLE.windows(2).all(|pair| pair[0].number < pair[1].number));
        assert!(TABLE.iter().all(|row| system_call_name(row.number).is_some()));
    }
}
