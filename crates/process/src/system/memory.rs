//! Memory: the break, anonymous mappings, limits; and random bytes.

use super::{Arguments, Stop};
use crate::layout::{STACK_GUARD_SIZE_BYTES, STACK_TOP};
use crate::user_memory::COPY_SIZE_MAX_BYTES;
use crate::{Errno, KernelEvent, MappingKind, Process};
use machine::{PAGE_SIZE, Perm, VirtAddr};

/// The address rounded up to a whole page; `None` beyond the end of everything.
fn page_up(address: u64) -> Option<u64> {
    address.checked_next_multiple_of(PAGE_SIZE)
}

/// Moves the break if it can; returns where it is, which is how Linux says that it could not.
pub(super) fn brk(process: &mut Process, [wanted, ..]: Arguments) -> Result<u64, Stop> {
    let from = process.heap.end;
    if process.can_move_break(wanted)
        && let Some(end) = page_up(wanted)
        && process
            .space
            .set_heap_end(&mut process.machine, process.heap.start, VirtAddr(end))
            .is_ok()
    {
        process.heap.end = VirtAddr(wanted);
        if wanted != from.0 {
            process.events.push(KernelEvent::BreakMoved { from, to: VirtAddr(wanted) });
        }
    }
    Ok(process.heap.end.0)
}

impl Process {
    fn can_move_break(&self, wanted: u64) -> bool {
        let size = wanted.checked_sub(self.heap.start.0);
        size.is_some_and(|size| size <= self.config.heap_limit_bytes)
    }
}

const PROT_READ: u64 = 1;
const PROT_WRITE: u64 = 2;
const PROT_EXEC: u64 = 4;
const MAP_FIXED: u64 = 0x10;
const MAP_ANONYMOUS: u64 = 0x20;

fn perm_of(protection: u64) -> Perm {
    let w = protection & PROT_WRITE != 0;
    // Write without read is reserved in Sv39; Linux grants both.
    let r = protection & PROT_READ != 0 || w;
    Perm { r, w, x: protection & PROT_EXEC != 0, u: true }
}

/// Anonymous private memory; files cannot be mapped.
pub(super) fn mmap(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [hint, size, protection, flags, ..] = arguments;
    let Some(size) = page_up(size).filter(|&size| size > 0) else {
        return Err(Errno::Invalid.into());
    };
    if flags & MAP_ANONYMOUS == 0 {
        return Err(Errno::BadDescriptor.into());
    }
    let start = if flags & MAP_FIXED != 0 {
        Some(hint).filter(|hint| hint.is_multiple_of(PAGE_SIZE) && hint.checked_add(size).is_some())
    } else {
        process.free_range_below_stack(size)
    };
    let Some(start) = start else { return Err(Errno::NoMemory.into()) };
    let (start, end) = (VirtAddr(start), VirtAddr(start + size));
    if flags & MAP_FIXED != 0 {
        process.space.remove(&mut process.machine, start, end);
    }
    let added = process.space.add(start, end, perm_of(protection), MappingKind::Anonymous);
    if added.is_ok() {
        process.events.push(KernelEvent::Mapped { start, size });
    }
    added.map_err(|_| Errno::NoMemory)?;
    Ok(start.0)
}

impl Process {
    /// The highest free range of that size below the stack's guard, above the heap's limit.
    fn free_range_below_stack(&self, size: u64) -> Option<u64> {
        let stack_start = self.stack().map_or(STACK_TOP.0, |stack| stack.start.0);
        let mut end = stack_start - STACK_GUARD_SIZE_BYTES;
        let lowest = self.heap.start.0 + self.config.heap_limit_bytes;
        for mapping in self.mappings().iter().rev().filter(|mapping| mapping.start.0 < stack_start)
        {
            if mapping.end.0 <= end && end - mapping.end.0.max(lowest.min(end)) >= size {
                break;
            }
            end = end.min(mapping.start.0);
        }
        end.checked_sub(size).filter(|&start| start >= lowest)
    }
}

/// The whole pages of a range that begins at a page and lies in the user's half.
fn page_range(start: u64, size: u64) -> Result<(VirtAddr, VirtAddr), Errno> {
    let end = start.checked_add(size).and_then(page_up).filter(|&end| end <= STACK_TOP.0);
    match end {
        Some(end) if start.is_multiple_of(PAGE_SIZE) && size > 0 => {
            Ok((VirtAddr(start), VirtAddr(end)))
        }
        _ => Err(Errno::Invalid),
    }
}

pub(super) fn munmap(process: &mut Process, [start, size, ..]: Arguments) -> Result<u64, Stop> {
    let (start, end) = page_range(start, size)?;
    process.space.remove(&mut process.machine, start, end);
    process.events.push(KernelEvent::Unmapped { start, size: end.0 - start.0 });
    Ok(0)
}

pub(super) fn mprotect(
    process: &mut Process,
    [start, size, protection, ..]: Arguments,
) -> Result<u64, Stop> {
    let (start, end) = page_range(start, size)?;
    let perm = perm_of(protection);
    let is_mapped = process.space.protect(&mut process.machine, start, end, perm);
    if is_mapped { Ok(0) } else { Err(Errno::NoMemory.into()) }
}

const RLIMIT_DATA: u64 = 2;
const RLIMIT_STACK: u64 = 3;
const UNLIMITED: u64 = u64::MAX;

/// Says the limits; setting them is granted and has no effect.
pub(super) fn prlimit64(
    process: &mut Process,
    [_, resource, _, old, ..]: Arguments,
) -> Result<u64, Stop> {
    let limit = match resource {
        RLIMIT_STACK => process.stack().map_or(UNLIMITED, |stack| stack.size()),
        RLIMIT_DATA => process.config.heap_limit_bytes,
        0..16 => UNLIMITED,
        _ => return Err(Errno::Invalid.into()),
    };
    if old == 0 {
        return Ok(0);
    }
    process.copy_out_words(VirtAddr(old), &[limit, limit])?;
    Ok(0)
}

pub(super) fn getrandom(process: &mut Process, [target, size, ..]: Arguments) -> Result<u64, Stop> {
    let bytes = process.random_bytes(size.min(COPY_SIZE_MAX_BYTES));
    process.copy_out(VirtAddr(target), &bytes)?;
    Ok(bytes.len() as u64)
}

impl Process {
    /// The next bytes of the sequence that the seed determines (SplitMix64, Steele, Lea and Flood 2014).
    pub(crate) fn random_bytes(&mut self, count: u64) -> Vec<u8> {
        let seed = self.config.seed;
        let from = self.random_count;
        self.random_count += count;
        (from..from + count)
            .map(|index| splitmix(seed.wrapping_add(index / 8)).to_le_bytes()[index as usize % 8])
            .collect()
    }
}

fn splitmix(number: u64) -> u64 {
    let z = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}
