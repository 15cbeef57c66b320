//! Debugging information of an image: an index from addresses to units, and the units, each read
//! when it is first asked for.
//!
//! DWARF 4 and 5 are read, of any compiler. What is damaged is left out; the rest stays readable.

use super::read_entries;
use super::read_lines::{self, LineTable};
use super::read_ranges::code_ranges;
use crate::Image;
use crate::debug;
use gimli::{DebugInfoOffset, Dwarf, EndianSlice, LittleEndian};
use std::sync::OnceLock;

/// How gimli sees a section.
pub(super) type Reader<'a> = EndianSlice<'a, LittleEndian>;

/// How much memory the strings, ranges and expressions of one unit may take. Compilers' units stay
/// far below it; it keeps a hostile file, whose entries all point to the same long string, from
/// taking any amount. **Units**: bytes.
const UNIT_SIZE_MAX: usize = 256 << 20;

/// The debugging information of an image.
#[derive(Debug, Default)]
pub(crate) struct Debug {
    units: Vec<Slot>,
    /// First byte, one past the last, unit; sorted.
    ranges: Vec<(u64, u64, u32)>,
}

#[derive(Debug)]
struct Slot {
    offset: DebugInfoOffset<usize>,
    unit: OnceLock<ReadUnit>,
}

/// A unit that has been read.
#[derive(Debug, Default)]
pub(crate) struct ReadUnit {
    pub(crate) unit: debug::Unit,
    /// Indices of its functions, sorted by address.
    pub(crate) by_address: Vec<u32>,
    pub(crate) lines: LineTable,
}

/// What is left of [`UNIT_SIZE_MAX`].
pub(super) struct Budget(usize);

impl Budget {
    /// Takes that many bytes, if they are left.
    pub(super) fn take(&mut self, size: usize) -> bool {
        let left = self.0.checked_sub(size);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

impl Debug {
    /// Reads the index only.
    pub(crate) fn open(image: &Image) -> Debug {
        let dwarf = dwarf(image);
        let mut headers = dwarf.units();
        let mut debug = Debug::default();
        while let Ok(Some(header)) = headers.next() {
            if let Some(offset) = header.debug_info_offset() {
                debug.units.push(Slot { offset, unit: OnceLock::new() });
            }
        }
        let covered = debug.index_aranges(image);
        for (unit, _) in covered.iter().enumerate().filter(|(_, is_covered)| !**is_covered) {
            debug.index_unit(&dwarf, unit);
        }
        debug.ranges.sort_unstable();
        debug
    }

    /// Takes the ranges that `.debug_aranges` gives; says which units it has.
    fn index_aranges(&mut self, image: &Image) -> Vec<bool> {
        let mut covered = vec![false; self.units.len()];
        let section = image.section_bytes(".debug_aranges");
        let mut headers = gimli::DebugAranges::new(section, LittleEndian).headers();
        while let Ok(Some(header)) = headers.next() {
            let offset = header.debug_info_offset();
            let Ok(unit) = self.units.binary_search_by_key(&offset.0, |slot| slot.offset.0) else {
                continue;
            };
            covered[unit] = true;
            let mut entries = header.entries();
            while let Ok(Some(entry)) = entries.next() {
                let range = entry.range();
                self.add_range(range, unit);
            }
        }
        covered
    }

    /// Takes the ranges that the unit's own entry gives.
    fn index_unit(&mut self, dwarf: &Dwarf<Reader>, unit: usize) {
        let header = dwarf.unit_header(self.units[unit].offset);
        let Ok(read) = header.and_then(|header| dwarf.unit(header)) else { return };
        let unit_ref = read.unit_ref(dwarf);
        let mut entries = unit_ref.entries();
        let Ok(Some(root)) = entries.next_dfs() else { return };
        let Some(mut ranges) = code_ranges(unit_ref, root) else { return };
        while let Ok(Some(range)) = ranges.next() {
            self.add_range(range, unit);
        }
    }

    fn add_range(&mut self, range: gimli::Range, unit: usize) {
        if range.begin < range.end && range.begin > 0 {
            self.ranges.push((range.begin, range.end, unit as u32));
        }
    }

    /// The index of the unit whose code includes `pc`.
    pub(crate) fn unit_at(&self, pc: u64) -> Option<usize> {
        let next = self.ranges.partition_point(|&(start, _, _)| start <= pc);
        let &(_, end, unit) = self.ranges.get(next.checked_sub(1)?)?;
        (pc < end).then_some(unit as usize)
    }

    /// How many units there are.
    pub(crate) fn unit_count(&self) -> usize {
        self.units.len()
    }

    /// A unit, read if it was not yet.
    pub(crate) fn unit(&self, image: &Image, index: usize) -> Option<&ReadUnit> {
        let slot = self.units.get(index)?;
        Some(slot.unit.get_or_init(|| read_unit(image, slot.offset).unwrap_or_default()))
    }
}

/// The sections of an image as gimli wants them.
fn dwarf(image: &Image) -> Dwarf<Reader<'_>> {
    let section = |id: gimli::SectionId| -> Result<_, std::convert::Infallible> {
        Ok(EndianSlice::new(image.section_bytes(id.name()), LittleEndian))
    };
    let Ok(dwarf) = Dwarf::load(section);
    dwarf
}

/// How many units are asked whether their contents are elsewhere; where one is, most are.
const SPLIT_UNIT_COUNT_MAX: usize = 64;

/// The file in which a unit's contents were left (DWARF 5 section 3.1.3, "Split Full Compilation
/// Unit Entries").
pub(crate) fn split_file(image: &Image) -> Option<String> {
    let dwarf = dwarf(image);
    let mut headers = dwarf.units();
    for _ in 0..SPLIT_UNIT_COUNT_MAX {
        let header = headers.next().ok()??;
        let Ok(unit) = dwarf.unit(header) else { continue };
        let name = unit.dwo_name().ok().flatten();
        let name = name.and_then(|name| dwarf.attr_string(&unit, name).ok());
        if let Some(name) = name {
            return Some(String::from_utf8_lossy(name.slice()).into_owned());
        }
    }
    None
}

fn read_unit(image: &Image, offset: DebugInfoOffset<usize>) -> gimli::Result<ReadUnit> {
    let dwarf = dwarf(image);
    let unit = dwarf.unit(dwarf.unit_header(offset)?)?;
    let unit = unit.unit_ref(&dwarf);
    let mut budget = Budget(UNIT_SIZE_MAX);
    let (files, lines) = read_lines::read(unit, &mut budget);
    let mut debug = read_entries::read(unit, &mut budget);
    debug.files = files;
    let mut by_address: Vec<_> = (0..debug.functions.len() as u32).collect();
    by_address.sort_by_key(|&index| debug.functions[index as usize].start);
    lines.distribute(&mut debug, &by_address);
    Ok(ReadUnit { unit: debug, by_address, lines })
}
