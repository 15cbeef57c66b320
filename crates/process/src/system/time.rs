//! Time: it begins at the configured epoch, and each retired instruction takes a nanosecond.

use super::{Arguments, Outcome};
use crate::Process;
use machine::VirtAddr;

const NANOSECONDS: u64 = 1_000_000_000;

impl Process {
    /// Seconds since 1970 and nanoseconds.
    fn now(&self) -> (u64, u64) {
        let moment = self.moment();
        (self.config.epoch_seconds + moment / NANOSECONDS, moment % NANOSECONDS)
    }
}

/// Clocks other than the real-time one count from the start of the process.
pub(super) fn clock_gettime(process: &mut Process, [clock, target, ..]: Arguments) -> Outcome {
    const CLOCK_REALTIME: u64 = 0;
    let (seconds, nanoseconds) = process.now();
    let seconds =
        if clock == CLOCK_REALTIME { seconds } else { seconds - process.config.epoch_seconds };
    process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds]).map(|()| 0).into()
}

pub(super) fn gettimeofday(process: &mut Process, [target, ..]: Arguments) -> Outcome {
    let (seconds, nanoseconds) = process.now();
    if target == 0 {
        return Outcome::Done(Ok(0));
    }
    process.copy_out_words(VirtAddr(target), &[seconds, nanoseconds / 1000]).map(|()| 0).into()
}
