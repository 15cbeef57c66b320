//! Ends and signals. Handlers cannot be installed yet: `SIG_IGN` and `SIG_DFL` can.

use super::{Arguments, Outcome};
use crate::{Ending, Errno, Process};
use machine::VirtAddr;

pub(super) fn exit(process: &mut Process, [status, ..]: Arguments) -> Outcome {
    process.end(Ending::Exited { status: status as u8 });
    Outcome::Ended
}

/// The highest signal number.
const SIGNAL_MAX: u64 = 64;

/// Sends a signal to the process itself; there is no other.
pub(super) fn kill(process: &mut Process, [target, signal, ..]: Arguments) -> Outcome {
    let is_self = [0, super::whoami::PROCESS_ID].contains(&target) || target as i64 == -1;
    if !is_self {
        return Outcome::Done(Err(Errno::NoProcess));
    }
    match signal {
        0 => return Outcome::Done(Ok(0)),
        1..=SIGNAL_MAX => process.raise(signal as u8 & 63, None),
        _ => return Outcome::Done(Err(Errno::Invalid)),
    }
    if process.ending.is_some() { Outcome::Ended } else { Outcome::Done(Ok(0)) }
}

pub(super) fn tgkill(process: &mut Process, [_, thread, signal, ..]: Arguments) -> Outcome {
    kill(process, [thread, signal, 0, 0, 0, 0])
}

const SIG_DFL: u64 = 0;
const SIG_IGN: u64 = 1;
const SIGKILL: u64 = 9;
const SIGSTOP: u64 = 19;

/// `struct sigaction` begins with the handler; the rest is not looked at.
pub(super) fn rt_sigaction(process: &mut Process, arguments: Arguments) -> Outcome {
    let [signal, new, old, ..] = arguments;
    if !(1..SIGNAL_MAX).contains(&signal) || signal == SIGKILL || signal == SIGSTOP {
        return Outcome::Done(Err(Errno::Invalid));
    }
    set_action(process, signal, new, old).into()
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
pub(super) fn rt_sigprocmask(process: &mut Process, [_, _, old, ..]: Arguments) -> Outcome {
    if old == 0 {
        return Outcome::Done(Ok(0));
    }
    process.copy_out_words(VirtAddr(old), &[0]).map(|()| 0).into()
}
