//! Signals: what to do about them, which are blocked, where handlers run, who sends them.

use super::{Arguments, Stop};
use crate::signals::{
    Action, AlternateStack, SIGKILL, SIGNAL_COUNT, SIGNAL_INFO_SIZE, SIGNAL_STACK_SIZE_MIN,
    SIGSTOP, SS_AUTODISARM, SS_DISABLE, SignalCause, SignalInfo, UNBLOCKABLE,
};
use crate::{Errno, Process};
use machine::VirtAddr;
use riscv::Reg;

/// The size of a set of signals, which every call about them is given.
const SET_SIZE: u64 = 8;

pub(super) fn check_set_size(size: u64) -> Result<(), Errno> {
    if size == SET_SIZE { Ok(()) } else { Err(Errno::Invalid) }
}

pub(super) fn exit(process: &mut Process, [status, ..]: Arguments) -> Result<u64, Stop> {
    process.exit_thread(status as u8);
    Err(Stop::Gone)
}

pub(super) fn exit_group(process: &mut Process, [status, ..]: Arguments) -> Result<u64, Stop> {
    process.exit_task(status as u8);
    Err(Stop::Gone)
}

/// A signal's number, or 0, which asks only whether it could be sent.
fn signal_number(argument: u64) -> Result<u8, Errno> {
    let number = argument as u32 as usize;
    if number < SIGNAL_COUNT { Ok(number as u8) } else { Err(Errno::Invalid) }
}

/// **Rule**: `man 2 kill`: to a process, to a group, to everybody.
pub(super) fn kill(process: &mut Process, [target, signal, ..]: Arguments) -> Result<u64, Stop> {
    let number = signal_number(signal)?;
    let target = i64::from(target as u32 as i32);
    let own_group = process.task.process_group;
    let is_meant = |task: &crate::task::Task| match target {
        1.. => task.id == target as u64,
        0 => task.process_group == own_group,
        -1 => true,
        _ => task.process_group == target.unsigned_abs(),
    };
    let meant: Vec<u64> =
        process.all_tasks().filter(|task| is_meant(task)).map(|task| task.id).collect();
    if meant.is_empty() {
        return Err(Errno::NoProcess.into());
    }
    if number > 0 {
        let info = process.signal_from_here(number, false);
        for id in meant {
            process.send_to_task(id, info.clone());
        }
    }
    Ok(0)
}

/// Whether that thread is there, of that task if one is given.
fn find_thread(process: &mut Process, task: Option<u64>, thread: u64) -> Result<u64, Errno> {
    let thread = u64::from(thread as u32);
    if thread == 0 || thread as u32 as i32 <= 0 {
        return Err(Errno::Invalid);
    }
    let found = process.thread_mut(thread).ok_or(Errno::NoProcess)?;
    match task {
        Some(task) if u64::from(task as u32) != found.task => Err(Errno::NoProcess),
        _ => Ok(thread),
    }
}

pub(super) fn tkill(process: &mut Process, [thread, signal, ..]: Arguments) -> Result<u64, Stop> {
    send_to_thread(process, None, thread, signal)
}

pub(super) fn tgkill(
    process: &mut Process,
    [task, thread, signal, ..]: Arguments,
) -> Result<u64, Stop> {
    if task as u32 as i32 <= 0 {
        return Err(Errno::Invalid.into());
    }
    send_to_thread(process, Some(task), thread, signal)
}

fn send_to_thread(
    process: &mut Process,
    task: Option<u64>,
    thread: u64,
    signal: u64,
) -> Result<u64, Stop> {
    let number = signal_number(signal)?;
    let thread = find_thread(process, task, thread)?;
    if number > 0 {
        let info = process.signal_from_here(number, true);
        process.send_to_thread(thread, info);
    }
    Ok(0)
}

/// What a program says of a signal that it queues; the number is the call's, and it may not pretend to be the kernel.
fn queued_signal(process: &mut Process, signal: u64, info: u64) -> Result<SignalInfo, Errno> {
    let number = signal_number(signal)?;
    let bytes = process.copy_in(VirtAddr(info), SIGNAL_INFO_SIZE as u64)?;
    let mut raw: Box<[u8; SIGNAL_INFO_SIZE]> =
        Box::new(bytes.try_into().map_err(|_| Errno::BadAddress)?);
    raw[..4].copy_from_slice(&u32::from(number).to_le_bytes());
    let code = i32::from_le_bytes([raw[8], raw[9], raw[10], raw[11]]);
    Ok(SignalInfo { number, code, cause: SignalCause::Raw(raw) })
}

pub(super) fn rt_sigqueueinfo(
    process: &mut Process,
    [task, signal, info, ..]: Arguments,
) -> Result<u64, Stop> {
    let info = queued_signal(process, signal, info)?;
    let task = u64::from(task as u32);
    if info.code >= 0 && task != process.task.id {
        return Err(Errno::NotPermitted.into());
    }
    let task = process.task_ref(task).map(|task| task.id).ok_or(Errno::NoProcess)?;
    if info.number > 0 {
        process.send_to_task(task, info);
    }
    Ok(0)
}

pub(super) fn rt_tgsigqueueinfo(
    process: &mut Process,
    [task, thread, signal, info, ..]: Arguments,
) -> Result<u64, Stop> {
    let info = queued_signal(process, signal, info)?;
    if info.code >= 0 && u64::from(task as u32) != process.task.id {
        return Err(Errno::NotPermitted.into());
    }
    let thread = find_thread(process, Some(task), thread)?;
    if info.number > 0 {
        process.send_to_thread(thread, info);
    }
    Ok(0)
}

pub(super) fn rt_sigaction(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [signal, new, old, size, ..] = arguments;
    check_set_size(size)?;
    let number = signal_number(signal)?;
    let is_fixed = number == SIGKILL || number == SIGSTOP;
    if number == 0 || is_fixed && new != 0 {
        return Err(Errno::Invalid.into());
    }
    let index = usize::from(number);
    let new: Option<[u64; 3]> =
        if new == 0 { None } else { Some(process.copy_in_words(VirtAddr(new))?) };
    if old != 0 {
        let Action { handler, flags, mask } = process.task.actions[index];
        process.copy_out_words(VirtAddr(old), &[handler, flags, mask])?;
    }
    if let Some([handler, flags, mask]) = new {
        process.task.actions[index] = Action { handler, flags, mask: mask & !UNBLOCKABLE };
        process.forget_ignored(number);
    }
    Ok(0)
}

pub(super) fn rt_sigprocmask(
    process: &mut Process,
    [how, new, old, size, ..]: Arguments,
) -> Result<u64, Stop> {
    const SIG_BLOCK: u64 = 0;
    const SIG_UNBLOCK: u64 = 1;
    const SIG_SETMASK: u64 = 2;
    check_set_size(size)?;
    let before = process.thread.mask;
    if new != 0 {
        let [set] = process.copy_in_words(VirtAddr(new))?;
        let mask = match how {
            SIG_BLOCK => before | set,
            SIG_UNBLOCK => before & !set,
            SIG_SETMASK => set,
            _ => return Err(Errno::Invalid.into()),
        };
        process.thread.mask = mask & !UNBLOCKABLE;
    }
    if old != 0 {
        process.copy_out_words(VirtAddr(old), &[before])?;
    }
    Ok(0)
}

/// The signals that wait to be unblocked.
pub(super) fn rt_sigpending(
    process: &mut Process,
    [target, size, ..]: Arguments,
) -> Result<u64, Stop> {
    if size > SET_SIZE {
        return Err(Errno::Invalid.into());
    }
    let pending = process.thread.pending.iter().chain(&process.task.pending);
    let set = pending.fold(0, |set, info| set | info.bit()) & process.thread.mask;
    process.copy_out(VirtAddr(target), &set.to_le_bytes()[..size as usize])?;
    Ok(0)
}

/// **Rule**: `man 2 sigaltstack`; `stack_t` is the address, the flags as an int, the size.
pub(super) fn sigaltstack(process: &mut Process, [new, old, ..]: Arguments) -> Result<u64, Stop> {
    let new: Option<[u64; 3]> =
        if new == 0 { None } else { Some(process.copy_in_words(VirtAddr(new))?) };
    let before = process.alternate_stack_bytes();
    if let Some([start, flags, size]) = new {
        let sp = process.machine.hart.get(Reg::SP);
        if process.thread.alternate_stack.contains(sp) {
            return Err(Errno::NotPermitted.into());
        }
        let flags = flags as u32;
        process.thread.alternate_stack = match flags & !SS_AUTODISARM {
            SS_DISABLE => AlternateStack::default(),
            0 | 1 if size < SIGNAL_STACK_SIZE_MIN => return Err(Errno::NoMemory.into()),
            0 | 1 => {
                AlternateStack { start, size, is_disarmed_in_handlers: flags & SS_AUTODISARM != 0 }
            }
            _ => return Err(Errno::Invalid.into()),
        };
    }
    if old != 0 {
        process.copy_out(VirtAddr(old), &before)?;
    }
    Ok(0)
}

/// The end of a handler. The registers are those that it interrupted; the `ecall` counts as retired.
pub(super) fn rt_sigreturn(process: &mut Process, _: Arguments) -> Result<u64, Stop> {
    process.return_from_handler();
    process.machine.hart.retired += 1;
    Err(Stop::Gone)
}
