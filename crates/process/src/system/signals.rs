//! Ends and signals. Handlers cannot be installed yet: `SIG_IGN` and `SIG_DFL` can.

use super::{Arguments, Stop};
use crate::{Ending, Errno, Process};
use machine::VirtAddr;

pub(super) fn exit(process: &mut Process, [status, ..]: Arguments) -> Result<u64, Stop> {
    process.end(Ending::Exited { status: status as u8 });
    Err(Stop::Gone)
}

/// The highest signal number.
const SIGNAL_MAX: u64 = 64;

/// Sends a signal to the process itself; there is no other.
pub(super) fn kill(process: &mut Process, [target, signal, ..]: Arguments) -> Result<u64, Stop> {
    let is_self = [0, super::whoami::PROCESS_ID].contains(&target) || target as i64 == -1;
    if !is_self {
        return Err(Errno::NoProcess.into());
    }
    match signal {
        0 => return Ok(0),
        1..=SIGNAL_MAX => process.raise(signal as u8 & 63, None),
        _ => return Err(Errno::Invalid.into()),
    }
    if process.ending.is_some() { Err(Stop::Gone) } else { Ok(0) }
}

pub(super) fn tgkill(
    process: &mut Process,
    [_, thread, signal, ..]: Arguments,
) -> Result<u64, Stop> {
    kill(process, [thread, signal, 0, 0, 0, 0])
}

const SIG_DFL: u64 = 0;
const SIG_IGN: u64 = 1;
const SIGKILL: u64 = 9;
const SIGSTOP: u64 = 19;

/// `struct sigaction` begins with the handler; the rest is not looked at.
pub(super) fn rt_sigaction(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [signal, new, old, ..] = arguments;
    if !(1..SIGNAL_MAX).contains(&signal) || signal == SIGKILL || signal == SIGSTOP {
        return Err(Errno::Invalid.into());
    }
    Ok(set_action(process, signal, new, old)?)
}

fn set_action(process: &mut Process, signal: u64, new: u64, old: u64) -> Result<u64, Errno> {
    let bit = 1 << signal;
    let was_ignored = process.ignored_signals & bit != 0;
    let handler = match new {
        0 => None,
        _ => process.copy_in(VirtAddr(new), 8)?.try_into().ok().map(u64::from_le_bytes),
    };
    if old != 0 {
        process.copy_out_words(VirtAddr(old), &[u64::from(was_ignored), 0, 0])?;
    }
    match handler {
        None => {}
        Some(SIG_DFL) => process.ignored_signals &= !bit,
        Some(SIG_IGN) => process.ignored_signals |= bit,
        Some(_) => {
            process.unsupported.insert(RT_SIGACTION);
            return Err(Errno::NotImplemented);
        }
    }
    Ok(0)
}

/// Its own number, for the record of what is not there.
const RT_SIGACTION: u64 = 134;

/// Granted without effect: no signal is ever delivered later.
pub(super) fn rt_sigprocmask(
    process: &mut Process,
    [_, _, old, ..]: Arguments,
) -> Result<u64, Stop> {
    if old == 0 {
        return Ok(0);
    }
    process.copy_out_words(VirtAddr(old), &[0])?;
    Ok(0)
}
