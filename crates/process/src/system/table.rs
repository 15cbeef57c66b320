//! The table of system calls: a row for each, with its number and its function.

use super::call::{Arguments, Stop};
use crate::Process;

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
    29 super::files::ioctl;
    57 super::files::close;
    62 super::files::lseek;
    63 super::files::read;
    64 super::files::write;
    66 super::files::writev;
    78 super::files::readlinkat;
    79 super::files::newfstatat;
    80 super::files::fstat;
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
    214 super::memory::brk;
    215 super::memory::munmap;
    216 super::remap::mremap;
    220 super::clone::clone;
    222 super::memory::mmap;
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
    278 super::random::getrandom;
    283 super::futex::membarrier;
    284 super::memory_advice::mapped_range;
    435 super::clone::clone3;
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
