//! Who and where the process is: numbers of processes and threads, groups and sessions, the user, the machine's name.

use super::{Arguments, Stop};
use crate::signals::USER_ID;
use crate::{Errno, Process};
use machine::VirtAddr;

pub(super) fn process_id(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(process.task.id)
}

pub(super) fn thread_id(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(process.thread.id)
}

pub(super) fn parent_id(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(process.task.parent)
}

pub(super) fn user_id(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(u64::from(USER_ID))
}

/// Real, effective and saved: the same.
pub(super) fn user_ids(process: &mut Process, targets: Arguments) -> Result<u64, Stop> {
    for target in &targets[..3] {
        process.copy_out(VirtAddr(*target), &USER_ID.to_le_bytes())?;
    }
    Ok(0)
}

/// Becoming who one is is granted; becoming somebody else is not.
pub(super) fn set_user(_: &mut Process, ids: Arguments) -> Result<u64, Stop> {
    change_user(&ids[..1])
}

/// The same, of real and effective.
pub(super) fn set_two_users(_: &mut Process, ids: Arguments) -> Result<u64, Stop> {
    change_user(&ids[..2])
}

/// The same, of real, effective and saved.
pub(super) fn set_three_users(_: &mut Process, ids: Arguments) -> Result<u64, Stop> {
    change_user(&ids[..3])
}

fn change_user(ids: &[u64]) -> Result<u64, Stop> {
    let is_same = |id: &u64| [USER_ID, u32::MAX].contains(&(*id as u32));
    if ids.iter().all(is_same) { Ok(0) } else { Err(Errno::NotPermitted.into()) }
}

/// The one group that the user is in.
pub(super) fn getgroups(
    process: &mut Process,
    [count, target, ..]: Arguments,
) -> Result<u64, Stop> {
    match count as u32 as i32 {
        0 => {}
        1.. => process.copy_out(VirtAddr(target), &USER_ID.to_le_bytes())?,
        _ => return Err(Errno::Invalid.into()),
    }
    Ok(1)
}

/// Granted without effect.
pub(super) fn zero(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(0)
}

/// Not there, and not worth a word: `rseq`, which every program of glibc asks for and does without.
pub(super) fn not_implemented(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Err(Errno::NotImplemented.into())
}

/// Always refused, as to a user without privileges.
pub(super) fn not_permitted(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Err(Errno::NotPermitted.into())
}

/// `struct utsname`: six strings of 65 bytes.
pub(super) fn uname(process: &mut Process, [target, ..]: Arguments) -> Result<u64, Stop> {
    const FIELD_SIZE: usize = 65;
    let fields = ["Linux", "cutaway", "6.12.0", "#1", "riscv64", "(none)"];
    let mut bytes = vec![0; FIELD_SIZE * fields.len()];
    for (slot, field) in bytes.chunks_exact_mut(FIELD_SIZE).zip(fields) {
        slot[..field.len()].copy_from_slice(field.as_bytes());
    }
    process.copy_out(VirtAddr(target), &bytes)?;
    Ok(0)
}

/// The task that a number means: 0 is the current one.
fn task_number(process: &Process, number: u64) -> Result<u64, Errno> {
    let number = u64::from(number as u32);
    let number = if number == 0 { process.task.id } else { number };
    process.task_ref(number).map(|task| task.id).ok_or(Errno::NoProcess)
}

pub(super) fn getpgid(process: &mut Process, [number, ..]: Arguments) -> Result<u64, Stop> {
    let number = task_number(process, number)?;
    Ok(process.task_ref(number).map_or(0, |task| task.process_group))
}

pub(super) fn getsid(process: &mut Process, [number, ..]: Arguments) -> Result<u64, Stop> {
    let number = task_number(process, number)?;
    Ok(process.task_ref(number).map_or(0, |task| task.session))
}

/// **Rule**: `man 2 setpgid`. A process may move itself and its children, within its session; leaders of sessions stay.
pub(super) fn setpgid(process: &mut Process, [number, group, ..]: Arguments) -> Result<u64, Stop> {
    let number = task_number(process, number)?;
    let group = match group as u32 as i32 {
        0 => number,
        group @ 1.. => group as u64,
        _ => return Err(Errno::Invalid.into()),
    };
    let (own, session) = (process.task.id, process.task.session);
    let is_in_session = |group: u64| {
        process.all_tasks().any(|task| task.process_group == group && task.session == session)
    };
    let is_there = group == number || is_in_session(group);
    let Some(task) = process.task_mut(number) else { return Err(Errno::NoProcess.into()) };
    if task.id != own && task.parent != own {
        return Err(Errno::NoProcess.into());
    }
    if task.session != session || task.session == task.id || !is_there {
        return Err(Errno::NotPermitted.into());
    }
    task.process_group = group;
    Ok(0)
}

/// **Rule**: `man 2 setsid`: the leader of a process group cannot.
pub(super) fn setsid(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    let id = process.task.id;
    if process.all_tasks().any(|task| task.process_group == id) {
        return Err(Errno::NotPermitted.into());
    }
    (process.task.session, process.task.process_group) = (id, id);
    Ok(id)
}

/// **Rule**: `man 2 prctl`; of its many operations, those that programs use for their own sake.
pub(super) fn prctl(
    process: &mut Process,
    [operation, argument, ..]: Arguments,
) -> Result<u64, Stop> {
    const PR_SET_PDEATHSIG: u64 = 1;
    const PR_GET_DUMPABLE: u64 = 3;
    const PR_SET_DUMPABLE: u64 = 4;
    const PR_SET_NAME: u64 = 15;
    const PR_GET_NAME: u64 = 16;
    const PR_SET_NO_NEW_PRIVS: u64 = 38;
    const PR_GET_NO_NEW_PRIVS: u64 = 39;
    match operation {
        PR_SET_NAME => {
            let mut name = process.copy_in_string(VirtAddr(argument), 15)?;
            name.resize(16, 0);
            process.thread.name.copy_from_slice(&name);
            Ok(0)
        }
        PR_GET_NAME => {
            let name = process.thread.name;
            process.copy_out(VirtAddr(argument), &name)?;
            Ok(0)
        }
        PR_GET_DUMPABLE => Ok(1),
        PR_SET_PDEATHSIG | PR_SET_DUMPABLE | PR_SET_NO_NEW_PRIVS => Ok(0),
        PR_GET_NO_NEW_PRIVS => Ok(0),
        _ => Err(Errno::Invalid.into()),
    }
}

/// One processor, one node.
pub(super) fn getcpu(process: &mut Process, [cpu, node, ..]: Arguments) -> Result<u64, Stop> {
    for target in [cpu, node].into_iter().filter(|&target| target != 0) {
        process.copy_out(VirtAddr(target), &[0; 4])?;
    }
    Ok(0)
}

/// The processors that a thread may run on: the first.
pub(super) fn sched_getaffinity(
    process: &mut Process,
    [_, size, target, ..]: Arguments,
) -> Result<u64, Stop> {
    if size < 8 || !size.is_multiple_of(8) {
        return Err(Errno::Invalid.into());
    }
    process.copy_out_words(VirtAddr(target), &[1])?;
    Ok(8)
}

/// `personality`: that of Linux, which stays.
pub(super) fn personality(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(0)
}

/// Says what the hart can do. **Rule**: Linux `Documentation/arch/riscv/hwprobe.rst`; keys that are not known get -1.
pub(super) fn riscv_hwprobe(
    process: &mut Process,
    [pairs, count, _, _, flags, _]: Arguments,
) -> Result<u64, Stop> {
    const PAIR_COUNT_MAX: u64 = 256;
    if flags != 0 || count > PAIR_COUNT_MAX {
        return Err(Errno::Invalid.into());
    }
    for index in 0..count {
        let at = VirtAddr(pairs.wrapping_add(16 * index));
        let key = process.copy_in(at, 8)?.try_into().map_or(0, u64::from_le_bytes);
        let (key, value) = probe(key).map_or((u64::MAX, 0), |value| (key, value));
        process.copy_out_words(at, &[key, value])?;
    }
    Ok(0)
}

fn probe(key: u64) -> Option<u64> {
    const BASE_BEHAVIOR: u64 = 3;
    const EXTENSIONS: u64 = 4;
    const MISALIGNED: u64 = 5;
    const IMA: u64 = 1;
    const FD_C_ZBA_ZBB_ZBS: u64 = 1 | 1 << 1 | 1 << 3 | 1 << 4 | 1 << 5;
    const FAST: u64 = 3;
    match key {
        0..=2 => Some(0),
        BASE_BEHAVIOR => Some(IMA),
        EXTENSIONS => Some(FD_C_ZBA_ZBB_ZBS),
        MISALIGNED => Some(FAST),
        _ => None,
    }
}

/// Lets the next thread have its turn.
pub(super) fn sched_yield(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    process.slice_end = 0;
    Ok(0)
}

/// Which permission bits new files do not get; returns those of before.
pub(super) fn umask(process: &mut Process, [mask, ..]: Arguments) -> Result<u64, Stop> {
    Ok(std::mem::replace(&mut process.task.file_mode_mask, mask & 0o777))
}
