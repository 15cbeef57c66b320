//! Futexes: words that threads wait on.
//!
//! A futex is known by where its word is in physical memory, so that processes which share memory share it. The word's page
//! is resident while somebody waits, since it has just been read.

use super::time::{NANOSECONDS, duration};
use super::{Arguments, Stop, Wait, Woken};
use crate::task::State;
use crate::{Errno, Process};
use machine::{Access, PhysAddr, VirtAddr};

const FUTEX_WAIT: u64 = 0;
const FUTEX_WAKE: u64 = 1;
const FUTEX_REQUEUE: u64 = 3;
const FUTEX_CMP_REQUEUE: u64 = 4;
const FUTEX_WAKE_OP: u64 = 5;
const FUTEX_WAIT_BITSET: u64 = 9;
const FUTEX_WAKE_BITSET: u64 = 10;
const FUTEX_PRIVATE: u64 = 128;
const FUTEX_CLOCK_REALTIME: u64 = 256;
const ANY_BIT: u32 = u32::MAX;

/// **Rule**: `man 2 futex`. Those with priority inheritance are not there.
pub(super) fn futex(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [word, operation, value, timeout, word2, value3] = arguments;
    let at = VirtAddr(word);
    let (value, value3) = (value as u32, value3 as u32);
    let is_realtime = operation & FUTEX_CLOCK_REALTIME != 0;
    match operation as u32 as u64 & !(FUTEX_PRIVATE | FUTEX_CLOCK_REALTIME) {
        FUTEX_WAIT => {
            let span = if timeout == 0 { None } else { Some(duration(process, timeout)?) };
            let deadline = span.map(|span| process.call_started().saturating_add(span));
            wait(process, at, value, ANY_BIT, deadline)
        }
        FUTEX_WAIT_BITSET => {
            let time = if timeout == 0 { None } else { Some(duration(process, timeout)?) };
            let epoch = process.config.epoch_seconds.saturating_mul(NANOSECONDS);
            let start = if is_realtime { epoch } else { 0 };
            wait(process, at, value, value3, time.map(|time| time.saturating_sub(start)))
        }
        FUTEX_WAKE => wake(process, at, value, ANY_BIT),
        FUTEX_WAKE_BITSET => wake(process, at, value, value3),
        FUTEX_REQUEUE => requeue(process, at, value, timeout, word2, None),
        FUTEX_CMP_REQUEUE => requeue(process, at, value, timeout, word2, Some(value3)),
        FUTEX_WAKE_OP => wake_op(process, at, value, timeout, word2, value3),
        _ => Err(Errno::NotImplemented.into()),
    }
}

/// Where the word is, which must be aligned and readable.
fn locate(process: &mut Process, word: VirtAddr) -> Result<PhysAddr, Errno> {
    if !word.0.is_multiple_of(4) {
        return Err(Errno::Invalid);
    }
    process.copy_in_u32(word)?;
    process.machine.probe(word, Access::Load).map_err(|_| Errno::BadAddress)
}

fn wait(
    process: &mut Process,
    at: VirtAddr,
    expected: u32,
    bits: u32,
    deadline: Option<u64>,
) -> Result<u64, Stop> {
    if bits == 0 {
        return Err(Errno::Invalid.into());
    }
    match process.woken() {
        Some(Woken::Event) => return Ok(0),
        Some(Woken::TimedOut) => return Err(Errno::TimedOut.into()),
        None => {}
    }
    let place = locate(process, at)?;
    if process.copy_in_u32(at)? != expected {
        return Err(Errno::TryAgain.into());
    }
    if deadline.is_some_and(|deadline| deadline <= process.now()) {
        return Err(Errno::TimedOut.into());
    }
    let futex = Wait::Futex(place, bits);
    Err(Stop::Block(match deadline {
        None => futex,
        Some(deadline) => Wait::Any(vec![futex, Wait::Until(deadline)]),
    }))
}

fn wake(process: &mut Process, at: VirtAddr, count_max: u32, bits: u32) -> Result<u64, Stop> {
    if bits == 0 || !at.0.is_multiple_of(4) {
        return Err(Errno::Invalid.into());
    }
    Ok(process.wake_futex(at, count_max, bits))
}

impl Process {
    /// Wakes threads that wait on the word at an address; says how many. On a page that is not resident nobody does.
    pub(crate) fn wake_futex(&mut self, at: VirtAddr, count_max: u32, bits: u32) -> u64 {
        let Ok(place) = self.machine.probe(at, Access::Load) else { return 0 };
        let is_meant = |wait: &Wait| matches!(wait, Wait::Futex(other, meant) if *other == place && meant & bits != 0);
        self.wake_some(count_max as usize, is_meant) as u64
    }
}

/// Wakes some, and lets others wait on another word instead.
fn requeue(
    process: &mut Process,
    at: VirtAddr,
    wake_max: u32,
    move_max: u64,
    to: u64,
    expected: Option<u32>,
) -> Result<u64, Stop> {
    if (wake_max as i32) < 0 || (move_max as u32 as i32) < 0 {
        return Err(Errno::Invalid.into());
    }
    let from_place = locate(process, at)?;
    let to_place = locate(process, VirtAddr(to))?;
    if let Some(expected) = expected
        && process.copy_in_u32(at)? != expected
    {
        return Err(Errno::TryAgain.into());
    }
    let woken = process.wake_futex(at, wake_max, ANY_BIT);
    let mut waiting: Vec<(u64, u64)> = process
        .threads
        .values()
        .filter_map(|thread| {
            let on_word =
                |wait: &Wait| matches!(wait, Wait::Futex(place, _) if *place == from_place);
            Some((thread.sleeps_on(on_word)?, thread.id))
        })
        .collect();
    waiting.sort_unstable();
    waiting.truncate(move_max as u32 as usize);
    for (_, id) in &waiting {
        if let Some(State::Sleeping(wait, _)) =
            process.threads.get_mut(id).map(|thread| &mut thread.state)
        {
            wait.move_futex(from_place, to_place);
        }
    }
    let moved = waiting.len() as u64;
    Ok(if expected.is_some() { woken + moved } else { woken })
}

/// Changes the second word, wakes some that wait on the first, and, if the second was as said, on the second.
fn wake_op(
    process: &mut Process,
    at: VirtAddr,
    wake_max: u32,
    wake_max2: u64,
    word2: u64,
    operation: u32,
) -> Result<u64, Stop> {
    locate(process, at)?;
    let at2 = VirtAddr(word2);
    locate(process, at2)?;
    let sign_extend = |bits: u32| (bits << 20) as i32 >> 20;
    let (mut argument, compared) =
        (sign_extend(operation >> 12 & 0xfff), sign_extend(operation & 0xfff));
    if operation >> 31 != 0 {
        argument = 1i32.wrapping_shl(argument as u32 & 31);
    }
    let old = process.copy_in_u32(at2)? as i32;
    let new = match operation >> 28 & 7 {
        0 => argument,
        1 => old.wrapping_add(argument),
        2 => old | argument,
        3 => old & !argument,
        4 => old ^ argument,
        _ => return Err(Errno::NotImplemented.into()),
    };
    let holds = match operation >> 24 & 15 {
        0 => old == compared,
        1 => old != compared,
        2 => old < compared,
        3 => old <= compared,
        4 => old > compared,
        5 => old >= compared,
        _ => return Err(Errno::NotImplemented.into()),
    };
    process.copy_out(at2, &new.to_le_bytes())?;
    let woken = process.wake_futex(at, wake_max, ANY_BIT);
    let woken2 = if holds { process.wake_futex(at2, wake_max2 as u32, ANY_BIT) } else { 0 };
    Ok(woken + woken2)
}

/// The word to clear, and to wake, when the thread ends.
pub(super) fn set_tid_address(process: &mut Process, [word, ..]: Arguments) -> Result<u64, Stop> {
    process.thread.clear_child_id = word;
    Ok(process.thread.id)
}

/// **Rule**: `man 2 set_robust_list`; the head's size is that of three words.
pub(super) fn set_robust_list(
    process: &mut Process,
    [head, size, ..]: Arguments,
) -> Result<u64, Stop> {
    if size != ROBUST_LIST_HEAD_SIZE {
        return Err(Errno::Invalid.into());
    }
    process.thread.robust_list = head;
    Ok(0)
}

const ROBUST_LIST_HEAD_SIZE: u64 = 24;

pub(super) fn get_robust_list(
    process: &mut Process,
    [thread, head, size, ..]: Arguments,
) -> Result<u64, Stop> {
    let thread = if thread == 0 { process.thread.id } else { u64::from(thread as u32) };
    let list = process.thread_mut(thread).ok_or(Errno::NoProcess)?.robust_list;
    process.copy_out_words(VirtAddr(head), &[list])?;
    process.copy_out_words(VirtAddr(size), &[ROBUST_LIST_HEAD_SIZE])?;
    Ok(0)
}

/// `membarrier`: on one hart, memory is always in order. **Rule**: `man 2 membarrier`; the query says which commands there are.
pub(super) fn membarrier(_: &mut Process, [command, ..]: Arguments) -> Result<u64, Stop> {
    const COMMANDS: u64 = 0x1ff;
    match command {
        0 => Ok(COMMANDS),
        command if command.is_power_of_two() && command & COMMANDS != 0 => Ok(0),
        _ => Err(Errno::Invalid.into()),
    }
}
