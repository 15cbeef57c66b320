//! Waiting for any of several descriptors: `ppoll` and `pselect6`.

use crate::files::descriptors::DESCRIPTOR_COUNT_MAX;
use crate::files::epoll::{POLL_ERROR, POLL_HANGUP, POLL_IN, POLL_INVALID, POLL_OUT};
use crate::system::{Arguments, Stop, Wait, Woken, duration};
use crate::{Errno, Process};
use machine::VirtAddr;

impl Process {
    /// When a call that waits that long is over; `None` for never. The argument points to a `struct timespec`, or is 0.
    fn poll_deadline(&mut self, timeout: u64) -> Result<Option<u64>, Errno> {
        match timeout {
            0 => Ok(None),
            _ => Ok(Some(self.call_started().saturating_add(duration(self, timeout)?))),
        }
    }

    /// Nothing is ready: the call is over, or waits. `mask` is the address of the signals that are blocked meanwhile.
    pub(super) fn wait_for_ready(
        &mut self,
        mut waits: Vec<Wait>,
        deadline: Option<u64>,
        mask: u64,
    ) -> Result<u64, Stop> {
        let is_over = deadline.is_some_and(|deadline| deadline <= self.now());
        if is_over || self.woken() == Some(Woken::TimedOut) {
            return Ok(0);
        }
        self.replace_mask(mask)?;
        waits.extend(deadline.map(Wait::Until));
        Err(Stop::Block(Wait::Any(waits)))
    }
}

/// An array of `struct pollfd { int descriptor; short events; short found; }`. **Rule**: `man 2 poll`.
pub(crate) fn ppoll(
    process: &mut Process,
    [start, count, timeout, mask, ..]: Arguments,
) -> Result<u64, Stop> {
    if count > u64::from(DESCRIPTOR_COUNT_MAX) {
        return Err(Errno::Invalid.into());
    }
    let mut table = process.copy_in(VirtAddr(start), 8 * count)?;
    process.can_copy_out(VirtAddr(start), 8 * count)?;
    let deadline = process.poll_deadline(timeout)?;
    let (mut ready, mut waits) = (0, vec![]);
    for entry in table.chunks_exact_mut(8) {
        let descriptor = entry[..4].try_into().map_or(-1, i32::from_le_bytes);
        let wanted = u32::from(entry[4]) | u32::from(entry[5]) << 8;
        let found = match process.opened(descriptor as u64) {
            _ if descriptor < 0 => 0,
            Err(_) => POLL_INVALID,
            Ok(number) => {
                waits.extend(process.files.waits_for(number, wanted));
                let always = POLL_ERROR | POLL_HANGUP | POLL_INVALID;
                normal(process.files.readiness(number).0) & (wanted | always)
            }
        };
        entry[6..].copy_from_slice(&(found as u16).to_le_bytes());
        ready += u64::from(found != 0);
    }
    if ready == 0 {
        ready = process.wait_for_ready(waits, deadline, mask)?;
    }
    process.copy_out(VirtAddr(start), &table)?;
    Ok(ready)
}

/// Adds the events that mean the same: `POLLRDNORM` and `POLLWRNORM`.
fn normal(events: u32) -> u32 {
    const POLL_READ_NORMAL: u32 = 0x40;
    const POLL_WRITE_NORMAL: u32 = 0x100;
    let reads = if events & POLL_IN != 0 { POLL_READ_NORMAL } else { 0 };
    let writes = if events & POLL_OUT != 0 { POLL_WRITE_NORMAL } else { 0 };
    events | reads | writes
}

/// The events that make a descriptor ready for reading, for writing, and otherwise. **Rule**: Linux `fs/select.c`.
const SELECTED: [u32; 3] = [POLL_IN | POLL_HANGUP | POLL_ERROR, POLL_OUT | POLL_ERROR, 0];

/// **Rule**: `man 2 pselect6`. The last argument points to the address of a mask and its size.
pub(crate) fn pselect6(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [count, read, write, other, timeout, mask] = arguments;
    if count as i32 > DESCRIPTOR_COUNT_MAX as i32 || (count as i32) < 0 {
        return Err(Errno::Invalid.into());
    }
    let mask = match mask {
        0 => 0,
        mask => process.copy_in_words::<1>(VirtAddr(mask))?[0],
    };
    let deadline = process.poll_deadline(timeout)?;
    let count = u64::from(count as u32);
    let size = count.div_ceil(64) * 8;
    let (mut ready, mut waits) = (0, vec![]);
    let mut found = [vec![], vec![], vec![]];
    for (index, set) in [read, write, other].into_iter().enumerate() {
        if set == 0 {
            continue;
        }
        let wanted = process.copy_in(VirtAddr(set), size)?;
        process.can_copy_out(VirtAddr(set), size)?;
        found[index] = vec![0; size as usize];
        let is_wanted = |number: &u64| wanted[*number as usize / 8] & 1 << (number % 8) != 0;
        for number in (0..count).filter(is_wanted) {
            let description = process.opened(number)?;
            waits.extend(process.files.waits_for(description, SELECTED[index]));
            if process.files.readiness(description).0 & SELECTED[index] != 0 {
                found[index][number as usize / 8] |= 1 << (number % 8);
                ready += 1;
            }
        }
    }
    if ready == 0 {
        ready = process.wait_for_ready(waits, deadline, mask)?;
    }
    for (set, bytes) in [read, write, other].into_iter().zip(found) {
        if set != 0 {
            process.copy_out(VirtAddr(set), &bytes)?;
        }
    }
    Ok(ready)
}
