//! A lens on bytes: who wrote each of them last.

use checker::{CallStack, FunctionId, Program, When};
use image::access::ObjectIndex;
use machine::PAGE_SIZE;
use std::collections::BTreeMap;
use std::ops::Range;

/// A write: when and by which instruction, and into which object of which frame it went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WriteRecord {
    /// When; `pc` is the user's instruction, or his call that led to the write, or 0.
    pub when: When,
    /// The instruction that wrote; it may be the library's.
    pub pc: u64,
    /// When it went to the stack: the frame that the byte was in.
    pub written: Option<Written>,
}

/// Where in a frame a byte was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    /// The function whose frame it was.
    pub function: FunctionId,
    /// The frame's CFA.
    pub cfa: u64,
    /// The object; `None` for a saved register, a temporary, padding.
    pub object: Option<ObjectIndex>,
}

const BYTES: usize = PAGE_SIZE as usize;

/// The index of a byte that nobody has written.
const NOBODY: u32 = 0;

/// How many records are kept at least before the unused ones are thrown away.
const RECORD_COUNT_MIN: usize = 1 << 20;

/// The last write to each byte, up to where the replay is.
#[derive(Clone, Debug)]
pub struct WriteHistory {
    /// Only bytes of these ranges are followed; all, when there is none.
    ranges: Vec<Range<u64>>,
    /// For each byte of a page that was written, its record.
    pages: BTreeMap<u64, Box<[u32; BYTES]>>,
    /// By index; the first stands for nobody.
    records: Vec<WriteRecord>,
    compact_at_count: usize,
}

impl WriteHistory {
    /// Follows every byte, or those of some ranges.
    pub(crate) fn new(ranges: Vec<Range<u64>>) -> WriteHistory {
        let nobody = WriteRecord { when: When::default(), pc: 0, written: None };
        WriteHistory {
            ranges,
            pages: BTreeMap::new(),
            records: vec![nobody],
            compact_at_count: RECORD_COUNT_MIN,
        }
    }

    /// Who wrote a byte last; `None` when it still is as the loader or the kernel made it.
    pub fn last_write(&self, address: u64) -> Option<&WriteRecord> {
        let page = self.pages.get(&(address / PAGE_SIZE))?;
        match page[(address % PAGE_SIZE) as usize] {
            NOBODY => None,
            index => self.records.get(index as usize),
        }
    }

    /// Whether no byte of a range was written after a moment.
    pub fn is_unchanged_since(&self, start: u64, size: u64, moment: machine::Moment) -> bool {
        (0..size).all(|at| {
            self.last_write(start.wrapping_add(at)).is_none_or(|write| write.when.moment <= moment)
        })
    }

    /// Whether a store is of interest.
    #[inline]
    pub(crate) fn follows(&self, address: u64, size: u64) -> bool {
        let end = address.saturating_add(size);
        self.ranges.is_empty()
            || self.ranges.iter().any(|range| address < range.end && range.start < end)
    }

    pub(crate) fn wrote(&mut self, address: u64, size: u64, record: WriteRecord) {
        if self.records.len() >= self.compact_at_count {
            self.compact();
        }
        let index = self.records.len() as u32;
        self.records.push(record);
        for at in (0..size).map(|at| address.wrapping_add(at)) {
            let page =
                self.pages.entry(at / PAGE_SIZE).or_insert_with(|| Box::new([NOBODY; BYTES]));
            page[(at % PAGE_SIZE) as usize] = index;
        }
    }

    /// Forgets records that no byte refers to.
    fn compact(&mut self) {
        let mut new_index = vec![NOBODY; self.records.len()];
        let mut kept = vec![self.records[0]];
        for index in self.pages.values_mut().flat_map(|page| page.iter_mut()) {
            if *index == NOBODY {
                continue;
            }
            let slot = &mut new_index[*index as usize];
            if *slot == NOBODY {
                *slot = kept.len() as u32;
                kept.push(self.records[*index as usize]);
            }
            *index = *slot;
        }
        self.records = kept;
        self.compact_at_count = (2 * self.records.len()).max(RECORD_COUNT_MIN);
    }
}

/// Where in the active frames a byte is.
pub(crate) fn locate(program: &Program, stack: &CallStack, address: u64) -> Option<Written> {
    let frame = stack.frame_around(address)?;
    let function = program.function(frame.function);
    let offset = address.wrapping_sub(frame.cfa) as i64;
    let holds = |index: usize| {
        let object = &function.objects[index];
        let start = i64::from(object.cfa_offset);
        start <= offset && (offset - start) < object.size as i64
    };
    let live = program.region(frame.region).map_or(&[][..], |(_, objects)| objects);
    let in_live = live.iter().copied().find(|index| {
        let index = usize::from(index.0);
        index < function.objects.len() && holds(index)
    });
    let object = in_live.or_else(|| {
        (0..function.objects.len())
            .find(|&index| holds(index))
            .map(|index| ObjectIndex(index as u16))
    });
    Some(Written { function: frame.function, cfa: frame.cfa, object })
}
