//! Limits, and what is used of the machine: `prlimit64`, `getrusage`, `sysinfo`, priorities.

use super::time::NANOSECONDS;
use super::{Arguments, Stop};
use crate::files::DESCRIPTOR_COUNT_MAX;
use crate::task::THREAD_COUNT_MAX;
use crate::{Errno, Process};
use machine::{PAGE_SIZE, VirtAddr};

const RLIMIT_COUNT: u64 = 16;
const RLIMIT_DATA: u64 = 2;
const RLIMIT_STACK: u64 = 3;
const RLIMIT_CORE: u64 = 4;
const RLIMIT_NPROC: u64 = 6;
const RLIMIT_NOFILE: u64 = 7;
const UNLIMITED: u64 = u64::MAX;

fn limit(process: &Process, resource: u64) -> Result<u64, Errno> {
    match resource {
        RLIMIT_STACK => Ok(process.stack().map_or(UNLIMITED, |stack| stack.size())),
        RLIMIT_DATA => Ok(process.config.heap_limit_bytes),
        RLIMIT_CORE => Ok(0),
        RLIMIT_NPROC => Ok(THREAD_COUNT_MAX as u64),
        RLIMIT_NOFILE => Ok(u64::from(DESCRIPTOR_COUNT_MAX)),
        0..RLIMIT_COUNT => Ok(UNLIMITED),
        _ => Err(Errno::Invalid),
    }
}

/// Says the limits; setting them is granted and has no effect.
pub(super) fn prlimit64(
    process: &mut Process,
    [_, resource, new, old, ..]: Arguments,
) -> Result<u64, Stop> {
    let limit = limit(process, resource)?;
    if new != 0 {
        process.copy_in_words::<2>(VirtAddr(new))?;
    }
    if old != 0 {
        process.copy_out_words(VirtAddr(old), &[limit, limit])?;
    }
    Ok(0)
}

pub(super) fn getrlimit(
    process: &mut Process,
    [resource, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let limit = limit(process, resource)?;
    process.copy_out_words(VirtAddr(target), &[limit, limit])?;
    Ok(0)
}

/// Granted without effect.
pub(super) fn setrlimit(
    process: &mut Process,
    [resource, new, ..]: Arguments,
) -> Result<u64, Stop> {
    limit(process, resource)?;
    process.copy_in_words::<2>(VirtAddr(new))?;
    Ok(0)
}

/// `struct rusage`: user time, system time, then 14 words, the first the largest resident size in KiB.
pub(super) fn getrusage(process: &mut Process, [who, target, ..]: Arguments) -> Result<u64, Stop> {
    const CHILDREN: u32 = u32::MAX;
    let mut words = [0; 18];
    match who as u32 {
        0 | 1 => {
            let time = process.moment();
            words[0] = time / NANOSECONDS;
            words[1] = time % NANOSECONDS / 1000;
            let pages: u64 = process.mappings().iter().map(|it| it.resident_pages).sum();
            words[4] = pages * PAGE_SIZE / 1024;
        }
        CHILDREN => {}
        _ => return Err(Errno::Invalid.into()),
    }
    process.copy_out_words(VirtAddr(target), &words)?;
    Ok(0)
}

/// `struct sysinfo`. **Rule**: `man 2 sysinfo`.
pub(super) fn sysinfo(process: &mut Process, [target, ..]: Arguments) -> Result<u64, Stop> {
    let total = process.config.memory_limit_bytes;
    let used = process.machine.memory().frames_in_use() as u64 * PAGE_SIZE;
    let count = process.threads.len() as u64 + 1;
    let mut words = [0; 14];
    words[0] = process.now() / NANOSECONDS;
    words[4] = total;
    words[5] = total.saturating_sub(used);
    words[10] = count.min(u64::from(u16::MAX));
    words[13] = 1; // bytes in a unit of memory
    process.copy_out_words(VirtAddr(target), &words)?;
    Ok(0)
}

/// The ordinary priority, as the system call gives it: 20 less the nice value.
pub(super) fn getpriority(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(20)
}

/// Real-time priorities: none but for the two policies that have them.
pub(super) fn highest_priority(_: &mut Process, [policy, ..]: Arguments) -> Result<u64, Stop> {
    priority(policy, 99)
}

/// The lowest of them.
pub(super) fn lowest_priority(_: &mut Process, [policy, ..]: Arguments) -> Result<u64, Stop> {
    priority(policy, 1)
}

fn priority(policy: u64, of_real_time: u64) -> Result<u64, Stop> {
    match policy {
        1 | 2 => Ok(of_real_time),
        0 | 3 | 5 | 6 => Ok(0),
        _ => Err(Errno::Invalid.into()),
    }
}

/// The parameters of the ordinary policy: priority 0.
pub(super) fn sched_getparam(
    process: &mut Process,
    [_, target, ..]: Arguments,
) -> Result<u64, Stop> {
    process.copy_out(VirtAddr(target), &[0; 4])?;
    Ok(0)
}
