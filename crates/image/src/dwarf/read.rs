//! Debugging information of an image: an index from addresses to units, and the units, each read
//! when it is first asked for.
//!
//! DWARF 4 and 5 are read, of any compiler. What is damaged is left out; the rest stays readable.

use super::read_entries;
use super::read_lines::{self, LineTable};
use super::read_ranges::code_ranges;
use super::read_units::{EntryAt, Units};
use crate::Image;
use crate::debug;
use gimli::{
    Abbreviations, DebugInfoOffset, Dwarf, EndianSlice, LittleEndian, Section, UnitOffset, UnitType,
};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// How gimli sees a section.
pub(super) type Reader<'a> = EndianSlice<'a, LittleEndian>;

/// How much memory the strings, ranges and expressions of one unit may take. Compilers' units stay
/// far below it; it keeps a hostile file, whose entries all point to the same long string, from
/// taking any amount. **Units**: bytes.
const UNIT_SIZE_MAX: usize = 256 << 20;

/// How much all units together may take, beside [`GROWTH_MAX`] times the size of the file: many
/// small units may share what is large. **Units**: bytes.
const SIZE_MAX: usize = 1 << 30;

/// How much memory a byte of the file may take on the average. The debugging information of real
/// programs takes a tenth of that.
const GROWTH_MAX: usize = 128;

/// How many ranges of code the index may have.
const RANGE_COUNT_MAX: usize = 1 << 22;

/// The debugging information of an image.
#[derive(Debug, Default)]
pub(crate) struct Debug {
    /// The units of `.debug_info`, in their order, then those of `.debug_types`.
    units: Vec<Slot>,
    /// How many units `.debug_info` has.
    info_count: usize,
    /// First byte, one past the last, unit; sorted.
    ranges: Vec<(u64, u64, u32)>,
    /// The types that have a unit of their own, by signature; sorted.
    types: Vec<(u64, EntryAt)>,
    /// The tables of abbreviations, by where they begin; sorted.
    abbreviations: Vec<(usize, OnceLock<gimli::Result<Arc<Abbreviations>>>)>,
    /// What reading units has taken.
    taken: AtomicUsize,
}

#[derive(Debug)]
struct Slot {
    /// From the beginning of its section.
    offset: usize,
    /// Whether it is there for one type only, which other units refer to.
    is_type: bool,
    unit: OnceLock<ReadUnit>,
}

/// A unit that has been read.
#[derive(Debug, Default)]
pub(crate) struct ReadUnit {
    pub(crate) unit: debug::Unit,
    /// The code of its functions, by their indices; sorted.
    pub(crate) ranges: Vec<(Range<u64>, u32)>,
    pub(crate) lines: LineTable,
    /// The offsets of the entries of its first types, sorted.
    pub(crate) type_offsets: Vec<usize>,
    /// `None` when it could not be read.
    pub(crate) encoding: Option<gimli::Encoding>,
    address_base: Option<gimli::DebugAddrBase<usize>>,
}

impl ReadUnit {
    /// The address of that number in its part of a section.
    pub(crate) fn indexed_address(
        &self,
        section: &[u8],
        index: gimli::DebugAddrIndex<usize>,
    ) -> Option<u64> {
        let section = gimli::DebugAddr::from(Reader::new(section, LittleEndian));
        section.get_address(self.encoding?.address_size, self.address_base?, index).ok()
    }
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
        let mut debug = Debug::default();
        let mut headers = dwarf.units();
        while let Ok(Some(header)) = headers.next() {
            debug.add_unit(&header);
        }
        debug.info_count = debug.units.len();
        let mut headers = dwarf.type_units();
        while let Ok(Some(header)) = headers.next() {
            debug.add_unit(&header);
        }
        debug.types.sort_unstable();
        debug.abbreviations.sort_by_key(|(offset, _)| *offset);
        debug.abbreviations.dedup_by_key(|(offset, _)| *offset);
        let covered = debug.index_aranges(image);
        for (unit, is_covered) in covered.into_iter().enumerate().take(debug.info_count) {
            if !is_covered && !debug.units[unit].is_type {
                debug.index_unit(&dwarf, unit);
            }
        }
        debug.ranges.sort_unstable();
        debug
    }

    fn add_unit(&mut self, header: &gimli::UnitHeader<Reader>) {
        let index = self.units.len() as u32;
        if let UnitType::Type { type_signature, type_offset } = header.type_() {
            self.types.push((type_signature.0, EntryAt { unit: index, offset: type_offset }));
        }
        self.abbreviations.push((header.debug_abbrev_offset().0, OnceLock::new()));
        self.units.push(Slot {
            offset: header.offset().0,
            is_type: matches!(header.type_(), UnitType::Type { .. }),
            unit: OnceLock::new(),
        });
    }

    /// Takes the ranges that `.debug_aranges` gives; says which units it has.
    fn index_aranges(&mut self, image: &Image) -> Vec<bool> {
        let mut covered = vec![false; self.units.len()];
        let section = image.section_bytes(".debug_aranges");
        let mut headers = gimli::DebugAranges::new(section, LittleEndian).headers();
        while let Ok(Some(header)) = headers.next() {
            let offset = header.debug_info_offset();
            let units = &self.units[..self.info_count];
            let Ok(unit) = units.binary_search_by_key(&offset.0, |slot| slot.offset) else {
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
        let Some(read) = self.open_unit(dwarf, unit as u32) else { return };
        let unit_ref = read.unit_ref(dwarf);
        let mut entries = unit_ref.entries();
        let Ok(Some(root)) = entries.next_dfs() else { return };
        let Some(mut ranges) = code_ranges(unit_ref, root) else { return };
        while let Ok(Some(range)) = ranges.next() {
            if self.ranges.len() >= RANGE_COUNT_MAX {
                break;
            }
            self.add_range(range, unit);
        }
    }

    fn add_range(&mut self, range: gimli::Range, unit: usize) {
        let is_code = range.begin < range.end && range.begin > 0;
        if is_code && self.ranges.len() < RANGE_COUNT_MAX {
            self.ranges.push((range.begin, range.end, unit as u32));
        }
    }

    /// The index of the unit whose code includes `pc`.
    pub(crate) fn unit_at(&self, pc: u64) -> Option<usize> {
        let next = self.ranges.partition_point(|&(start, _, _)| start <= pc);
        let &(_, end, unit) = self.ranges.get(next.checked_sub(1)?)?;
        (pc < end).then_some(unit as usize)
    }

    /// The numbers of the units that are not there for one type only.
    pub(crate) fn code_units(&self) -> impl Iterator<Item = usize> {
        let units = self.units.iter().enumerate();
        units.filter(|(_, slot)| !slot.is_type).map(|(index, _)| index)
    }

    /// A unit, read if it was not yet.
    pub(crate) fn unit<'a>(&'a self, image: &'a Image, index: usize) -> Option<&'a ReadUnit> {
        let slot = self.units.get(index)?;
        Some(slot.unit.get_or_init(|| read_unit(image, self, index as u32).unwrap_or_default()))
    }

    /// A unit as gimli reads it; `None` when it is damaged.
    pub(super) fn open_unit<'a>(
        &self,
        dwarf: &Dwarf<Reader<'a>>,
        index: u32,
    ) -> Option<gimli::Unit<Reader<'a>>> {
        let header = self.header(dwarf, index)?;
        let abbreviations = self.abbreviations(dwarf, header.debug_abbrev_offset().0)?;
        gimli::Unit::new_with_abbreviations(dwarf, header, abbreviations).ok()
    }

    /// The table of abbreviations at an offset, which ends where the next one begins, at the latest.
    /// Each is decoded once, however many units have it.
    fn abbreviations(&self, dwarf: &Dwarf<Reader>, offset: usize) -> Option<Arc<Abbreviations>> {
        let index = self.abbreviations.binary_search_by_key(&offset, |(offset, _)| *offset).ok()?;
        let decode = || {
            let section = dwarf.debug_abbrev.reader().slice();
            let end = self.abbreviations.get(index + 1).map_or(section.len(), |(next, _)| *next);
            let section = section.get(..end.min(section.len())).unwrap_or_default();
            let table = gimli::DebugAbbrev::new(section, LittleEndian);
            table.abbreviations(gimli::DebugAbbrevOffset(offset)).map(Arc::new)
        };
        self.abbreviations[index].1.get_or_init(decode).clone().ok()
    }

    /// What may still be taken for a unit of a file of `size` bytes.
    fn budget(&self, size: usize) -> Budget {
        let all = SIZE_MAX.saturating_add(size.saturating_mul(GROWTH_MAX));
        let left = all.saturating_sub(self.taken.load(Ordering::Relaxed));
        Budget(left.min(UNIT_SIZE_MAX))
    }

    /// The header of a unit.
    fn header<'a>(
        &self,
        dwarf: &Dwarf<Reader<'a>>,
        index: u32,
    ) -> Option<gimli::UnitHeader<Reader<'a>>> {
        let slot = self.units.get(index as usize)?;
        if (index as usize) < self.info_count {
            return dwarf.unit_header(DebugInfoOffset(slot.offset)).ok();
        }
        let rest = dwarf.debug_types.reader().slice().get(slot.offset..)?;
        gimli::DebugTypes::new(rest, LittleEndian).units().next().ok()?
    }

    /// The entry at a place of `.debug_info`.
    pub(super) fn entry_at(&self, offset: DebugInfoOffset<usize>) -> Option<EntryAt> {
        let units = &self.units[..self.info_count];
        let next = units.partition_point(|slot| slot.offset <= offset.0);
        let unit = next.checked_sub(1)?;
        let offset = UnitOffset(offset.0 - units[unit].offset);
        Some(EntryAt { unit: unit as u32, offset })
    }

    /// The entry of a type that has a unit of its own.
    pub(super) fn entry_of_type(&self, signature: gimli::DebugTypeSignature) -> Option<EntryAt> {
        let index = self.types.binary_search_by_key(&signature.0, |&(signature, _)| signature);
        index.ok().map(|index| self.types[index].1)
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

fn read_unit(image: &Image, debug: &Debug, index: u32) -> Option<ReadUnit> {
    let units = Units::new(dwarf(image), debug);
    let site = units.site(index)?;
    let (encoding, address_base) = (Some(site.unit.encoding()), Some(site.unit.addr_base));
    let mut budget = debug.budget(image.bytes().len());
    let all = budget.0;
    let (files, lines) = read_lines::read(units.of(&site), &mut budget);
    let (mut unit, type_offsets) = read_entries::read(&units, site, files, &mut budget);
    debug.taken.fetch_add(all - budget.0, Ordering::Relaxed);
    let ranges = function_ranges(&unit);
    lines.distribute(&mut unit, &ranges);
    Some(ReadUnit { unit, ranges, lines, type_offsets, encoding, address_base })
}

/// The code of a unit's functions, sorted.
fn function_ranges(unit: &debug::Unit) -> Vec<(Range<u64>, u32)> {
    let functions = unit.functions.iter().zip(0..);
    let mut ranges: Vec<_> = functions
        .flat_map(|(function, index)| {
            let start = function.start;
            let absolute = move |range: &Range<u64>| {
                start.wrapping_add(range.start)..start.wrapping_add(range.end)
            };
            function.scope.ranges.iter().map(absolute).map(move |range| (range, index))
        })
        .collect();
    ranges.sort_by_key(|(range, index)| (range.start, *index));
    ranges
}
