//! `epoll`.

use crate::files::description::{Description, DescriptionNumber, O_CLOEXEC, O_RDWR, OpenFile};
use crate::files::epoll::{Interest, Interests};
use crate::system::{Arguments, Stop, Wait};
use crate::{Errno, Process};
use machine::VirtAddr;

/// **Rule**: `man 2 epoll_create1`.
pub(crate) fn epoll_create1(process: &mut Process, [flags, ..]: Arguments) -> Result<u64, Stop> {
    let flags = flags as u32;
    if flags & !O_CLOEXEC != 0 {
        return Err(Errno::Invalid.into());
    }
    process.check_descriptor_free()?;
    let description = Description::new(OpenFile::Poll(Interests::default()), O_RDWR, vec![]);
    Ok(process.install_new(description, flags & O_CLOEXEC != 0)?)
}

impl Process {
    /// What an `epoll` description watches.
    fn interests(&mut self, number: DescriptionNumber) -> Result<&mut Interests, Errno> {
        match &mut self.files.description_mut(number)?.file {
            OpenFile::Poll(interests) => Ok(interests),
            _ => Err(Errno::Invalid),
        }
    }
}

/// `struct epoll_event { unsigned events; long value; }`. **Rule**: `man 2 epoll_ctl`.
pub(crate) fn epoll_ctl(
    process: &mut Process,
    [poll, operation, descriptor, event, ..]: Arguments,
) -> Result<u64, Stop> {
    const ADD: u64 = 1;
    const DELETE: u64 = 2;
    const MODIFY: u64 = 3;
    let interest = match operation {
        DELETE => Interest::new(0, 0),
        _ => {
            let [events, value] = process.copy_in_words(VirtAddr(event))?;
            Interest::new(events as u32, value)
        }
    };
    let (poll, number) = (process.opened(poll)?, process.opened(descriptor)?);
    match process.files.description(number)?.file {
        OpenFile::Memory(_) | OpenFile::Host(..) | OpenFile::Directory(..) | OpenFile::Text(_) => {
            return Err(Errno::NotPermitted.into());
        }
        OpenFile::Place(_) => return Err(Errno::BadDescriptor.into()),
        _ if poll == number => return Err(Errno::Invalid.into()),
        _ => {}
    }
    let watched = (descriptor as u32, number);
    let interests = process.interests(poll)?;
    match operation {
        ADD => interests.add(watched, interest)?,
        DELETE => interests.remove(watched)?,
        MODIFY => interests.change(watched, interest)?,
        _ => return Err(Errno::Invalid.into()),
    }
    // Whoever waits for it must look again.
    process.wake_all(|wait| *wait == Wait::Readable(poll));
    Ok(0)
}

/// The timeout is in milliseconds; a negative one is for ever. **Rule**: `man 2 epoll_pwait`.
pub(crate) fn epoll_pwait(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [poll, target, count_max, timeout, mask, _] = arguments;
    let deadline = match timeout as i32 {
        ..0 => None,
        milliseconds => Some(milliseconds as u64 * 1_000_000),
    };
    let deadline = deadline.map(|span| process.call_started().saturating_add(span));
    wait(process, poll, target, count_max, deadline, mask)
}

/// The timeout is a `struct timespec`. **Rule**: `man 2 epoll_pwait2`.
pub(crate) fn epoll_pwait2(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [poll, target, count_max, timeout, mask, _] = arguments;
    let deadline = match timeout {
        0 => None,
        _ => Some(crate::system::duration(process, timeout)?),
    };
    let deadline = deadline.map(|span| process.call_started().saturating_add(span));
    wait(process, poll, target, count_max, deadline, mask)
}

fn wait(
    process: &mut Process,
    poll: u64,
    target: u64,
    count_max: u64,
    deadline: Option<u64>,
    mask: u64,
) -> Result<u64, Stop> {
    /// The most that one call tells; fewer than asked for are allowed.
    const COUNT_MAX: u64 = 4096;
    if count_max as i32 <= 0 {
        return Err(Errno::Invalid.into());
    }
    let number = process.opened(poll)?;
    let count_max = u64::from(count_max as u32).min(COUNT_MAX);
    process.can_copy_out(VirtAddr(target), 16)?;
    process.interests(number)?;
    let waits = process.files.waits_for(number, 0);
    let OpenFile::Poll(interests) = &process.files.description(number)?.file else {
        return Err(Errno::Invalid.into());
    };
    let ready = interests.ready(count_max as usize, |watched| process.files.readiness(watched));
    if ready.is_empty() {
        return process.wait_for_ready(waits, deadline, mask);
    }
    let words: Vec<u64> =
        ready.iter().flat_map(|(_, events, value)| [u64::from(*events), *value]).collect();
    process.copy_out_words(VirtAddr(target), &words)?;
    for (watched, ..) in &ready {
        let news = process.files.readiness(watched.1).1;
        process.interests(number)?.told(*watched, news);
    }
    Ok(ready.len() as u64)
}
