//! Time: it begins at the configured epoch, and each retired instruction takes a nanosecond. Sleeping lets it pass.

use super::{Arguments, Stop, Wait, Woken};
use crate::stack::TICKS_PER_SECOND;
use crate::{Errno, Process};
use machine::VirtAddr;

pub(super) const NANOSECONDS: u64 = 1_000_000_000;

impl Process {
    /// The virtual time: a nanosecond for each instruction that has retired, and the time in which nothing ran.
    ///
    /// **Units**: nanoseconds since the start.
    pub(crate) fn now(&self) -> u64 {
        self.moment().saturating_add(self.time_skipped)
    }

    /// Seconds since 1970 and nanoseconds.
    pub(crate) fn wall_clock(&self) -> (u64, u64) {
        let now = self.now();
        (self.config.epoch_seconds.saturating_add(now / NANOSECONDS), now % NANOSECONDS)
    }

    /// What a clock shows, in seconds and nanoseconds. Clocks other than the real-time ones count from the start; those of
    /// processors count the instructions. **Rule**: `man 2 clock_gettime`.
    fn clock(&self, clock: u64) -> Result<(u64, u64), Errno> {
        const REALTIME: u32 = 0;
        const PROCESS_CPUTIME: u32 = 2;
        const THREAD_CPUTIME: u32 = 3;
        const REALTIME_COARSE: u32 = 5;
        const LAST: u32 = 11;
        let split = |time: u64| (time / NANOSECONDS, time % NANOSECONDS);
        match clock as u32 {
            REALTIME | REALTIME_COARSE | 8 | LAST => Ok(self.wall_clock()),
            PROCESS_CPUTIME | THREAD_CPUTIME => Ok(split(self.moment())),
            1..LAST => Ok(split(self.now())),
            // The processor's clock of a process or thread: its number is in the upper bits, inverted.
            clock if clock as i32 <= -8 => Ok(split(self.moment())),
            _ => Err(Errno::Invalid),
        }
    }
}

pub(super) fn clock_gettime(
    process: &mut Process,
    [clock, target, ..]: Arguments,
) -> Result<u64, Stop> {
    let (seconds, nanoseconds) = process.clock(clock)?;
    process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds])?;
    Ok(0)
}

/// A nanosecond.
pub(super) fn clock_getres(
    process: &mut Process,
    [clock, target, ..]: Arguments,
) -> Result<u64, Stop> {
    process.clock(clock)?;
    if target != 0 {
        process.copy_out_words(VirtAddr(target), &[0, 1])?;
    }
    Ok(0)
}

pub(super) fn gettimeofday(
    process: &mut Process,
    [target, zone, ..]: Arguments,
) -> Result<u64, Stop> {
    let (seconds, nanoseconds) = process.wall_clock();
    if target != 0 {
        process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds / 1000])?;
    }
    if zone != 0 {
        process.copy_out(VirtAddr(zone), &[0; 8])?;
    }
    Ok(0)
}

/// A `struct timespec` in nanoseconds; what is beyond all time is the end of it.
pub(crate) fn duration(process: &mut Process, address: u64) -> Result<u64, Errno> {
    let [seconds, nanoseconds] = process.copy_in_words(VirtAddr(address))?;
    if seconds > i64::MAX as u64 || nanoseconds >= NANOSECONDS {
        return Err(Errno::Invalid);
    }
    Ok(seconds.saturating_mul(NANOSECONDS).saturating_add(nanoseconds))
}

pub(super) fn nanosleep(process: &mut Process, [span, left, ..]: Arguments) -> Result<u64, Stop> {
    clock_nanosleep(process, [1, 0, span, left, 0, 0])
}

/// Sleeps for a time, or until one. How much is left when a signal comes is not told unless it is asked for.
pub(super) fn clock_nanosleep(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    const TIMER_ABSTIME: u64 = 1;
    let [clock, flags, span, left, ..] = arguments;
    let (seconds, nanoseconds) = process.clock(clock)?;
    let span = duration(process, span)?;
    if process.woken() == Some(Woken::TimedOut) {
        return Ok(0);
    }
    let deadline = match flags & TIMER_ABSTIME {
        0 => process.call_started().saturating_add(span),
        _ => {
            let shown = seconds.saturating_mul(NANOSECONDS).saturating_add(nanoseconds);
            process.now().saturating_add(span.saturating_sub(shown))
        }
    };
    if deadline <= process.now() {
        return Ok(0);
    }
    if flags & TIMER_ABSTIME == 0 && left != 0 && process.has_signal() {
        let rest = deadline - process.now();
        process.copy_out_words(VirtAddr(left), &[rest / NANOSECONDS, rest % NANOSECONDS])?;
    }
    Err(Stop::Block(Wait::Until(deadline)))
}

/// `times`: all time is the user's. **Units**: ticks.
pub(super) fn times(process: &mut Process, [target, ..]: Arguments) -> Result<u64, Stop> {
    const TICK: u64 = NANOSECONDS / TICKS_PER_SECOND;
    if target != 0 {
        process.copy_out_words(VirtAddr(target), &[process.moment() / TICK, 0, 0, 0])?;
    }
    Ok(process.now() / TICK)
}
