//! `mremap`: a mapping grows, shrinks or moves.

use super::memory::{Placement, page_range};
use super::{Arguments, Stop};
use crate::{Errno, KernelEvent, Mapping, MappingKind, Process};
use machine::{PAGE_SIZE, VirtAddr};
use std::ops::Range;

const MREMAP_MAYMOVE: u64 = 1;
const MREMAP_FIXED: u64 = 2;

/// **Rule**: `man 2 mremap`. `MREMAP_DONTUNMAP` is not there.
pub(super) fn mremap(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [start, old_size, new_size, flags, wanted, _] = arguments;
    let is_fixed = flags & MREMAP_FIXED != 0;
    let is_known = flags & !(MREMAP_MAYMOVE | MREMAP_FIXED) == 0;
    if !is_known || is_fixed && flags & MREMAP_MAYMOVE == 0 || old_size == 0 || new_size == 0 {
        return Err(Errno::Invalid.into());
    }
    let (start, old_end) = page_range(start, old_size)?;
    let new_size = new_size.checked_next_multiple_of(PAGE_SIZE).ok_or(Errno::Invalid)?;
    let mapping = process.space.find(start).cloned().ok_or(Errno::BadAddress)?;
    if old_end > mapping.end {
        return Err(Errno::BadAddress.into());
    }
    let old_size = old_end.0 - start.0;
    let moved = match is_fixed {
        true => process.move_mapping(start..old_end, new_size, Some(wanted), &mapping)?,
        false if new_size <= old_size => process.shrink_mapping(start, old_end, new_size),
        false if process.grow_mapping(old_end, new_size - old_size, &mapping) => start,
        false if flags & MREMAP_MAYMOVE != 0 => {
            process.move_mapping(start..old_end, new_size, None, &mapping)?
        }
        false => return Err(Errno::NoMemory.into()),
    };
    Ok(moved.0)
}

impl Process {
    fn shrink_mapping(&mut self, start: VirtAddr, end: VirtAddr, new_size: u64) -> VirtAddr {
        let new_end = start.offset(new_size);
        if new_end < end {
            self.unmap_range(new_end, end);
            let size = end.0 - new_end.0;
            self.events.push(KernelEvent::Unmapped { start: new_end, size });
        }
        start
    }

    /// Extends a mapping where it is, if it ends there and what follows is free.
    fn grow_mapping(&mut self, end: VirtAddr, size: u64, mapping: &Mapping) -> bool {
        let place = Placement::At(end.0);
        mapping.end == end && self.map_zeros(place, size, mapping.perm, mapping.kind).is_ok()
    }

    /// Moves a mapping, with its frames, to another place.
    fn move_mapping(
        &mut self,
        from: Range<VirtAddr>,
        new_size: u64,
        wanted: Option<u64>,
        mapping: &Mapping,
    ) -> Result<VirtAddr, Errno> {
        let old_size = from.end.0 - from.start.0;
        let placement = match wanted {
            Some(wanted) => {
                let is_apart = wanted.checked_add(new_size).is_some_and(|end| end <= from.start.0)
                    || wanted >= from.end.0;
                if !is_apart {
                    return Err(Errno::Invalid);
                }
                Placement::Replacing(wanted)
            }
            None => Placement::Near(0),
        };
        let to = self.map_at(placement, new_size, mapping.perm, mapping.kind)?;
        self.move_pages(from.start, to, old_size.min(new_size));
        if mapping.kind == MappingKind::Shared {
            self.populate_range(to, to.offset(new_size));
        }
        self.unmap_range(from.start, from.end);
        self.events.push(KernelEvent::Unmapped { start: from.start, size: old_size });
        Ok(to)
    }
}
