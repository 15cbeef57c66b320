//! Waiting for signals.

use super::signals::check_set_size;
use super::time::{NANOSECONDS, duration};
use super::{Arguments, Stop, Wait, Woken};
use crate::signals::UNBLOCKABLE;
use crate::{Errno, Process};
use machine::VirtAddr;

/// Waits with another mask until a handler has run. **Rule**: `man 2 sigsuspend`.
pub(super) fn rt_sigsuspend(
    process: &mut Process,
    [set, size, ..]: Arguments,
) -> Result<u64, Stop> {
    check_set_size(size)?;
    process.replace_mask(set)?;
    Err(Stop::Block(Wait::Signal))
}

impl Process {
    /// Blocks another set of signals until the current call is over; `set` is its address, or 0 for none.
    pub(crate) fn replace_mask(&mut self, set: u64) -> Result<(), Errno> {
        if set != 0 && self.thread.mask_to_restore.is_none() {
            let [mask] = self.copy_in_words(VirtAddr(set))?;
            self.thread.mask_to_restore = Some(self.thread.mask);
            self.thread.mask = mask & !UNBLOCKABLE;
        }
        Ok(())
    }
}

/// Takes a signal of a set that is blocked, or waits for one. **Rule**: `man 2 sigtimedwait`.
pub(super) fn rt_sigtimedwait(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [set, target, timeout, size, ..] = arguments;
    check_set_size(size)?;
    let [set] = process.copy_in_words(VirtAddr(set))?;
    let limit = match timeout {
        0 => None,
        _ => Some(duration(process, timeout)?),
    };
    if target != 0 {
        process.can_copy_out(VirtAddr(target), crate::signals::SIGNAL_INFO_SIZE as u64)?;
    }
    if let Some(info) = process.take_signal(set & !UNBLOCKABLE) {
        if target != 0 {
            process.copy_out(VirtAddr(target), &info.bytes())?;
        }
        return Ok(u64::from(info.number));
    }
    if limit == Some(0) || process.woken() == Some(Woken::TimedOut) {
        return Err(Errno::TryAgain.into());
    }
    let deadline = limit.map(|limit| process.call_started().saturating_add(limit));
    let waits = [Some(Wait::Signal), deadline.map(Wait::Until)];
    Err(Stop::Block(Wait::Any(waits.into_iter().flatten().collect())))
}

/// **Rule**: `man 2 setitimer`; only `ITIMER_REAL` is there. `struct itimerval` is interval and value, each in seconds and
/// microseconds.
pub(super) fn setitimer(
    process: &mut Process,
    [which, new, old, ..]: Arguments,
) -> Result<u64, Stop> {
    const ITIMER_REAL: u64 = 0;
    if which != ITIMER_REAL {
        return Err(Errno::Invalid.into());
    }
    let new: [u64; 4] = if new == 0 { [0; 4] } else { process.copy_in_words(VirtAddr(new))? };
    if old != 0 {
        getitimer(process, [which, old, 0, 0, 0, 0])?;
    }
    let span = |seconds: u64, microseconds: u64| match microseconds {
        0..1_000_000 if seconds <= i64::MAX as u64 => {
            Ok(seconds.saturating_mul(NANOSECONDS).saturating_add(microseconds * 1000))
        }
        _ => Err(Errno::Invalid),
    };
    let (interval, value) = (span(new[0], new[1])?, span(new[2], new[3])?);
    let deadline = if value == 0 { 0 } else { process.now().saturating_add(value) };
    process.task.alarm = crate::task::Alarm { deadline, interval };
    Ok(0)
}

pub(super) fn getitimer(
    process: &mut Process,
    [which, target, ..]: Arguments,
) -> Result<u64, Stop> {
    if which > 2 {
        return Err(Errno::Invalid.into());
    }
    let alarm = if which == 0 { process.task.alarm } else { crate::task::Alarm::default() };
    let left = alarm.deadline.saturating_sub(process.now());
    let words =
        [alarm.interval, left].map(|span| [span / NANOSECONDS, span % NANOSECONDS / 1000]).concat();
    process.copy_out_words(VirtAddr(target), &words)?;
    Ok(0)
}
