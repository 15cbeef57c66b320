//! Memory: the break, mappings made and unmade, their permissions.

use super::{Arguments, Stop};
use crate::files::MapWish;
use crate::layout::{STACK_GUARD_SIZE_BYTES, STACK_TOP};
use crate::{Errno, KernelEvent, Limit, MappingKind, Process};
use machine::{PAGE_SIZE, Perm, VirtAddr};

/// The address rounded up to a whole page; `None` beyond the end of everything.
fn page_up(address: u64) -> Option<u64> {
    address.checked_next_multiple_of(PAGE_SIZE)
}

/// Moves the break if it can; returns where it is, which is how Linux says that it could not.
pub(super) fn brk(process: &mut Process, [wanted, ..]: Arguments) -> Result<u64, Stop> {
    let from = process.space.heap.end;
    if process.can_move_break(wanted) && process.move_break(from, VirtAddr(wanted)) {
        process.space.heap.end = VirtAddr(wanted);
        if wanted != from.0 {
            process.events.push(KernelEvent::BreakMoved { from, to: VirtAddr(wanted) });
        }
    }
    Ok(process.space.heap.end.0)
}

impl Process {
    fn can_move_break(&self, wanted: u64) -> bool {
        let size = wanted.checked_sub(self.space.heap.start.0);
        let grows_by = wanted.saturating_sub(self.space.heap.end.0);
        size.is_some_and(|size| size <= self.config.heap_limit_bytes)
            && grows_by <= self.free_memory()
    }

    /// How much of the machine's memory nobody has. **Units**: bytes.
    fn free_memory(&self) -> u64 {
        let used = self.machine.memory().frames_in_use() as u64 * PAGE_SIZE;
        self.config.memory_limit_bytes.saturating_sub(used)
    }

    /// Maps or unmaps the pages between two breaks; says whether it could.
    fn move_break(&mut self, from: VirtAddr, to: VirtAddr) -> bool {
        let (Some(from), Some(to)) = (page_up(from.0), page_up(to.0)) else { return false };
        if to < from {
            self.unmap_range(VirtAddr(to), VirtAddr(from));
        }
        to <= from || self.space.grow_heap(VirtAddr(from), VirtAddr(to)).is_ok()
    }

    /// The highest free range below the stack's guard that an alignment allows.
    pub(crate) fn free_range(&self, size: u64, align: u64) -> Option<VirtAddr> {
        let stack_start = self.stack().map_or(STACK_TOP.0, |stack| stack.start.0);
        let end = stack_start.saturating_sub(STACK_GUARD_SIZE_BYTES);
        self.space.find_free(size, align, MMAP_LOWEST..end, self.config.heap_limit_bytes)
    }

    /// Maps memory of zeros where the caller wants it. Shared memory is resident at once, since those that it is shared with
    /// must find the same frames.
    pub(super) fn map_zeros(
        &mut self,
        placement: Placement,
        size: u64,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<VirtAddr, Errno> {
        let start = self.map_at(placement, size, perm, kind)?;
        let end = start.offset(size);
        if kind == MappingKind::Shared && !self.populate_range(start, end) {
            self.unmap_range(start, end);
            return Err(Errno::NoMemory);
        }
        Ok(start)
    }

    /// Maps memory where the caller wants it; none of it is resident.
    pub(super) fn map_at(
        &mut self,
        placement: Placement,
        size: u64,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<VirtAddr, Errno> {
        let start = self.place(placement, size)?;
        let end = start.offset(size);
        if self.space.mappings().len() >= MAPPING_COUNT_MAX {
            return Err(self.limit_reached(Limit::Memory, Errno::NoMemory));
        }
        if let Placement::Replacing(_) = placement {
            self.unmap_range(start, end);
        }
        if self.map_range(start, end, perm, kind).is_err() {
            return Err(self.limit_reached(Limit::Memory, Errno::NoMemory));
        }
        self.events.push(KernelEvent::Mapped { start, size });
        Ok(start)
    }

    fn place(&mut self, placement: Placement, size: u64) -> Result<VirtAddr, Errno> {
        let fits = |start: u64| {
            let end = start.checked_add(size);
            start.is_multiple_of(PAGE_SIZE) && end.is_some_and(|end| end <= STACK_TOP.0)
        };
        let is_free = |start: u64| self.space.is_free(VirtAddr(start), VirtAddr(start + size));
        match placement {
            Placement::Replacing(start) | Placement::At(start)
                if !start.is_multiple_of(PAGE_SIZE) =>
            {
                Err(Errno::Invalid)
            }
            Placement::Replacing(start) | Placement::At(start) if !fits(start) => {
                Err(Errno::NoMemory)
            }
            Placement::At(start) if !is_free(start) => Err(Errno::Exists),
            Placement::Replacing(start) | Placement::At(start) => Ok(VirtAddr(start)),
            Placement::Near(hint) => {
                let hint = hint / PAGE_SIZE * PAGE_SIZE;
                let is_wanted = hint >= MMAP_LOWEST && fits(hint) && is_free(hint);
                let start = is_wanted.then_some(VirtAddr(hint));
                let start = start.or_else(|| self.free_range(size, PAGE_SIZE));
                start.ok_or_else(|| self.limit_reached(Limit::Memory, Errno::NoMemory))
            }
        }
    }

    /// Notes that the program has met a limit; the error that says so to it.
    pub(crate) fn limit_reached(&mut self, limit: Limit, errno: Errno) -> Errno {
        self.limits_reached.insert(limit);
        errno
    }
}

/// Where memory is to be mapped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Placement {
    /// There, in place of whatever is (`MAP_FIXED`).
    Replacing(u64),
    /// There, if nothing is (`MAP_FIXED_NOREPLACE`).
    At(u64),
    /// There if it is free, else anywhere.
    Near(u64),
}

/// The lowest address that is mapped without being asked for. **Rule**: Linux `mmap_min_addr`.
const MMAP_LOWEST: u64 = 0x1_0000;

/// **Rule**: Linux `vm.max_map_count`.
const MAPPING_COUNT_MAX: usize = 65_530;

const PROT_READ: u64 = 1;
const PROT_WRITE: u64 = 2;
const PROT_EXEC: u64 = 4;

const MAP_SHARED: u64 = 1;
const MAP_PRIVATE: u64 = 2;
const MAP_SHARED_VALIDATE: u64 = 3;
const MAP_TYPE: u64 = 0xf;
const MAP_FIXED: u64 = 0x10;
const MAP_ANONYMOUS: u64 = 0x20;
const MAP_NORESERVE: u64 = 0x4000;
const MAP_FIXED_NOREPLACE: u64 = 0x10_0000;

/// What a program may do with memory of a protection. Write without read is reserved in Sv39; Linux grants both.
fn perm_of(protection: u64) -> Perm {
    let w = protection & PROT_WRITE != 0;
    let r = protection & PROT_READ != 0 || w;
    Perm { r, w, x: protection & PROT_EXEC != 0, u: true }
}

/// Anonymous memory, private or shared with the processes that are forked; or a file.
///
/// Memory is promised beyond what there is, but at once not more than is free now. **Rule**: `man 5 proc`,
/// `overcommit_memory` mode 0.
pub(super) fn mmap(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [hint, size, protection, flags, ..] = arguments;
    let Some(size) = page_up(size) else { return Err(Errno::NoMemory.into()) };
    if size == 0 || !matches!(flags & MAP_TYPE, MAP_SHARED..=MAP_SHARED_VALIDATE) {
        return Err(Errno::Invalid.into());
    }
    let perm = perm_of(protection);
    if perm.w && flags & MAP_NORESERVE == 0 && size > process.free_memory() {
        return Err(process.limit_reached(Limit::Memory, Errno::NoMemory).into());
    }
    let placement = match flags {
        _ if flags & MAP_FIXED_NOREPLACE != 0 => Placement::At(hint),
        _ if flags & MAP_FIXED != 0 => Placement::Replacing(hint),
        _ => Placement::Near(hint),
    };
    if flags & MAP_ANONYMOUS == 0 {
        return map_file(process, placement, size, perm, arguments);
    }
    let kind = match flags & MAP_TYPE {
        MAP_PRIVATE => MappingKind::Anonymous,
        _ => MappingKind::Shared,
    };
    Ok(process.map_zeros(placement, size, perm, kind)?.0)
}

/// Maps a copy of a file's bytes; what follows its end is zeros.
fn map_file(
    process: &mut Process,
    placement: Placement,
    size: u64,
    perm: Perm,
    [_, _, _, flags, descriptor, offset]: Arguments,
) -> Result<u64, Stop> {
    if !offset.is_multiple_of(PAGE_SIZE) {
        return Err(Errno::Invalid.into());
    }
    let wish = MapWish { is_shared: flags & MAP_TYPE != MAP_PRIVATE, writes: perm.w };
    let bytes = process.bytes_to_map(descriptor, offset, size, wish)?;
    let start = process.map_at(placement, size, perm, MappingKind::File)?;
    let bytes_end = page_up(start.0 + bytes.len() as u64).map_or(start, VirtAddr);
    if !process.populate_range(start, bytes_end) || process.machine.poke(start, &bytes).is_err() {
        process.unmap_range(start, start.offset(size));
        return Err(process.limit_reached(Limit::Memory, Errno::NoMemory).into());
    }
    Ok(start.0)
}

/// The whole pages of a range that begins at a page and lies in the user's half.
pub(super) fn page_range(start: u64, size: u64) -> Result<(VirtAddr, VirtAddr), Errno> {
    let end = start.checked_add(size).and_then(page_up).filter(|&end| end <= STACK_TOP.0);
    match end {
        Some(end) if start.is_multiple_of(PAGE_SIZE) => Ok((VirtAddr(start), VirtAddr(end))),
        _ => Err(Errno::Invalid),
    }
}

pub(super) fn munmap(process: &mut Process, [start, size, ..]: Arguments) -> Result<u64, Stop> {
    if size == 0 {
        return Err(Errno::Invalid.into());
    }
    let (start, end) = page_range(start, size)?;
    process.unmap_range(start, end);
    process.events.push(KernelEvent::Unmapped { start, size: end.0 - start.0 });
    Ok(0)
}

pub(super) fn mprotect(
    process: &mut Process,
    [start, size, protection, ..]: Arguments,
) -> Result<u64, Stop> {
    const KNOWN: u64 = PROT_READ | PROT_WRITE | PROT_EXEC;
    let (start, end) = page_range(start, size)?;
    if protection & !KNOWN != 0 {
        return Err(Errno::Invalid.into());
    }
    let is_mapped = process.protect_range(start, end, perm_of(protection));
    if is_mapped { Ok(0) } else { Err(Errno::NoMemory.into()) }
}
