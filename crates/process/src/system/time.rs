//! Time: it begins at the configured epoch, and each retired instruction takes a nanosecond.

use super::{Arguments, Stop};
use crate::Process;
use machine::VirtAddr;

const NANOSECONDS: u64 = 1_000_000_000;

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
}

/// Clocks other than the real-time one count from the start of the process.
pub(super) fn clock_gettime(
    process: &mut Process,
    [clock, target, ..]: Arguments,
) -> Result<u64, Stop> {
    const CLOCK_REALTIME: u64 = 0;
    let (seconds, nanoseconds) = process.wall_clock();
    let seconds =
        if clock == CLOCK_REALTIME { seconds } else { seconds - process.config.epoch_seconds };
    process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds])?;
    Ok(0)
}

pub(super) fn gettimeofday(process: &mut Process, [target, ..]: Arguments) -> Result<u64, Stop> {
    let (seconds, nanoseconds) = process.wall_clock();
    if target == 0 {
        return Ok(0);
    }
    process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds / 1000])?;
    Ok(0)
}
