//! Waiting for children: `wait4` and `waitid`.

use super::{Arguments, Stop, Wait};
use crate::signals::{CLD_EXITED, CLD_KILLED, SIGCHLD, SIGNAL_INFO_SIZE, SignalCause, SignalInfo};
use crate::task::Task;
use crate::{Errno, Process};
use machine::VirtAddr;

const WNOHANG: u64 = 1;
const WEXITED: u64 = 4;
const WNOWAIT: u64 = 0x100_0000;
const KNOWN_OPTIONS: u64 = 0xf | WNOWAIT | 0xe000_0000;

/// Which children are meant.
#[derive(Clone, Copy)]
enum Which {
    Any,
    Task(u64),
    Group(u64),
}

impl Which {
    fn includes(self, task: &Task) -> bool {
        match self {
            Which::Any => true,
            Which::Task(id) => task.id == id,
            Which::Group(group) => task.process_group == group,
        }
    }
}

/// A child that has ended, with its status; `None` when there are only living ones and nobody wants to wait.
fn find_ended(process: &Process, which: Which, options: u64) -> Result<Option<(u64, u32)>, Stop> {
    let own = process.task.id;
    let mut has_child = false;
    for task in process.tasks.values().filter(|task| task.parent == own && which.includes(task)) {
        has_child = true;
        if let Some(status) = task.exit_status {
            return Ok(Some((task.id, status)));
        }
    }
    match has_child {
        false => Err(Errno::NoChild.into()),
        true if options & WNOHANG != 0 => Ok(None),
        true => Err(Stop::Block(Wait::Child(own))),
    }
}

/// `struct rusage`, of which only the time is known, and that not of children.
const USAGE_SIZE: usize = 144;

pub(super) fn wait4(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [target, status_target, options, usage, ..] = arguments;
    if u64::from(options as u32) & !KNOWN_OPTIONS != 0 {
        return Err(Errno::Invalid.into());
    }
    let which = match i64::from(target as u32 as i32) {
        -1 => Which::Any,
        0 => Which::Group(process.task.process_group),
        id @ 1.. => Which::Task(id as u64),
        group => Which::Group(group.unsigned_abs()),
    };
    let Some((id, status)) = find_ended(process, which, options)? else { return Ok(0) };
    if status_target != 0 {
        process.copy_out(VirtAddr(status_target), &status.to_le_bytes())?;
    }
    if usage != 0 {
        process.copy_out(VirtAddr(usage), &[0; USAGE_SIZE])?;
    }
    process.tasks.remove(&id);
    Ok(id)
}

pub(super) fn waitid(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    const P_ALL: u64 = 0;
    const P_PID: u64 = 1;
    const P_PGID: u64 = 2;
    let [kind, id, target, options, usage, _] = arguments;
    let options = u64::from(options as u32);
    if options & !KNOWN_OPTIONS != 0 || options & 0xe == 0 {
        return Err(Errno::Invalid.into());
    }
    let id = u64::from(id as u32);
    let which = match kind {
        P_ALL => Which::Any,
        P_PID if id > 0 => Which::Task(id),
        P_PGID if id == 0 => Which::Group(process.task.process_group),
        P_PGID => Which::Group(id),
        _ => return Err(Errno::Invalid.into()),
    };
    let found = match options & WEXITED {
        0 => None,
        _ => find_ended(process, which, options)?,
    };
    if target != 0 {
        let told =
            found.map_or([0; SIGNAL_INFO_SIZE], |(id, status)| child_info(id, status).bytes());
        process.copy_out(VirtAddr(target), &told)?;
    }
    if usage != 0 {
        process.copy_out(VirtAddr(usage), &[0; USAGE_SIZE])?;
    }
    if let Some((id, _)) = found.filter(|_| options & WNOWAIT == 0) {
        process.tasks.remove(&id);
    }
    Ok(0)
}

/// What is told of a child that has ended.
pub(crate) fn child_info(process: u64, status: u32) -> SignalInfo {
    let (code, status) = match status & 0x7f {
        0 => (CLD_EXITED, status >> 8),
        signal => (CLD_KILLED, signal),
    };
    SignalInfo { number: SIGCHLD, code, cause: SignalCause::Child { process, status } }
}
