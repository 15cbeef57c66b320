//! What programs say and ask about pages that are mapped: `madvise`, `mincore`, `msync`, `mlock`.

use super::memory::page_range;
use super::{Arguments, Stop};
use crate::{Errno, Process};
use machine::{PAGE_SIZE, VirtAddr};

/// Gives pages back where that is asked for; other advice is taken without effect.
pub(super) fn madvise(
    process: &mut Process,
    [start, size, advice, ..]: Arguments,
) -> Result<u64, Stop> {
    const DONTNEED: u64 = 4;
    const FREE: u64 = 8;
    const LAST_KNOWN: u64 = 25;
    let (start, end) = page_range(start, size)?;
    match advice {
        DONTNEED | FREE => process.discard_range(start, end),
        0..=LAST_KNOWN => {}
        _ => return Err(Errno::Invalid.into()),
    }
    match process.space.is_covered(start, end) {
        true => Ok(0),
        false => Err(Errno::NoMemory.into()),
    }
}

/// A byte for each page: whether it is resident.
pub(super) fn mincore(
    process: &mut Process,
    [start, size, target, ..]: Arguments,
) -> Result<u64, Stop> {
    /// As many as are told at once; a larger range than that is refused.
    const PAGE_COUNT_MAX: u64 = 1 << 24;
    let (start, end) = page_range(start, size)?;
    if !process.space.is_covered(start, end) || (end.0 - start.0) / PAGE_SIZE > PAGE_COUNT_MAX {
        return Err(Errno::NoMemory.into());
    }
    let mut residency = vec![0; ((end.0 - start.0) / PAGE_SIZE) as usize];
    for page in process.resident_pages(start, end) {
        residency[((page.0 - start.0) / PAGE_SIZE) as usize] = 1;
    }
    process.copy_out(VirtAddr(target), &residency)?;
    Ok(0)
}

/// For calls that are about the disk, or about what the machine keeps in memory: the range must be mapped, and that is all.
pub(super) fn mapped_range(
    process: &mut Process,
    [start, size, ..]: Arguments,
) -> Result<u64, Stop> {
    let first = VirtAddr(start).page().0;
    let (start, end) = page_range(first, size.saturating_add(start - first))?;
    match process.space.is_covered(start, end) {
        true => Ok(0),
        false => Err(Errno::NoMemory.into()),
    }
}
