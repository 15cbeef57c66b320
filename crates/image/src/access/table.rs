//! The access table of a linked image, arranged for questions about addresses.
//!
//! Terms: a *note* stands for all rows of one instruction, a *region* for a stretch of code with
//! one live set. Both are small numbers that depend on the table alone, so they are the same in
//! every run; 0 is none.

use super::*;

/// The access tables of all units of an image.
#[derive(Debug, Default)]
pub struct AccessTable {
    units: Vec<Unit>,
    /// Sorted by start; not overlapping.
    functions: Vec<Placed>,
    /// By note − 1.
    notes: Vec<Note>,
    /// By region − 1: the function, by its index in `functions`.
    regions: Vec<u32>,
    /// Sorted by start: unit, index in [`Unit::statics`].
    statics: Vec<(u32, u32)>,
    fault: Option<CodecError>,
}

/// A function in the order of addresses.
#[derive(Debug)]
struct Placed {
    start: u64,
    end: u64,
    unit: u32,
    /// In [`Unit::functions`].
    index: u32,
    /// The notes of its instructions, by their index in [`AccessTable::notes`].
    notes: Range<u32>,
    /// Its first region, where nothing is alive; the live ranges' follow.
    region: u32,
}

/// The rows of an instruction.
#[derive(Debug)]
struct Note {
    /// The function, by its index in [`AccessTable::functions`].
    function: u32,
    /// The instruction: bytes from the function's start.
    offset: u32,
    /// In [`Function::rows`].
    rows: Range<u32>,
}

/// What is alive in a region.
#[derive(Clone, Copy, Debug)]
pub struct LiveSet<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The function that the region belongs to.
    pub function: &'a Function,
    /// Its objects that are alive, sorted.
    pub objects: &'a [ObjectIndex],
}

/// Gives what is thread-local its address in the first thread's copy.
fn place_thread_local(unit: &mut Unit, first_thread: Option<u64>) {
    unit.statics.retain(|object| !object.is_thread_local || first_thread.is_some());
    for object in unit.statics.iter_mut().filter(|object| object.is_thread_local) {
        object.start = object.start.wrapping_add(first_thread.unwrap_or_default());
    }
}

impl AccessTable {
    /// The table in the bytes of a section; one that is damaged is empty and says so with
    /// [`AccessTable::fault`]. Of what is thread-local it has the first thread's copy, if that is at
    /// a fixed address.
    pub fn decode(section: &[u8], first_thread: Option<u64>) -> AccessTable {
        match decode(section) {
            Ok(mut units) => {
                units.iter_mut().for_each(|unit| place_thread_local(unit, first_thread));
                AccessTable::new(units)
            }
            Err(fault) => AccessTable { fault: Some(fault), ..AccessTable::default() },
        }
    }

    /// Arranges units. Of functions that overlap, the one that starts first is taken.
    pub fn new(units: Vec<Unit>) -> AccessTable {
        let mut table = AccessTable { units, ..AccessTable::default() };
        table.place_functions();
        table.number();
        table.place_statics();
        table
    }

    fn place_functions(&mut self) {
        for (unit, functions) in self.units.iter().enumerate() {
            for (index, function) in functions.functions.iter().enumerate() {
                let (start, size) = (function.start, u64::from(function.size));
                let Some(end) = start.checked_add(size).filter(|_| size > 0) else { continue };
                let (unit, index) = (unit as u32, index as u32);
                self.functions.push(Placed { start, end, unit, index, notes: 0..0, region: 0 });
            }
        }
        self.functions.sort_by_key(|placed| (placed.start, placed.unit, placed.index));
        let mut free = 0;
        self.functions.retain(|placed| {
            let is_clear = placed.start >= free;
            if is_clear {
                free = placed.end;
            }
            is_clear
        });
    }

    /// Gives notes and regions their numbers.
    fn number(&mut self) {
        for (position, placed) in self.functions.iter_mut().enumerate() {
            let function = &self.units[placed.unit as usize].functions[placed.index as usize];
            placed.notes.start = self.notes.len() as u32;
            let mut row = 0;
            for group in function.rows.chunk_by(|a, b| a.offset == b.offset) {
                let rows = row..row + group.len() as u32;
                row = rows.end;
                let offset = group[0].offset;
                self.notes.push(Note { function: position as u32, offset, rows });
            }
            placed.notes.end = self.notes.len() as u32;
            placed.region = self.regions.len() as u32 + 1;
            let region_count = self.regions.len() + 1 + function.live.len();
            self.regions.resize(region_count, position as u32);
        }
    }

    fn place_statics(&mut self) {
        let statics = self.units.iter().enumerate().flat_map(|(unit, statics)| {
            (0..statics.statics.len()).map(move |index| (unit as u32, index as u32))
        });
        self.statics = statics.collect();
        self.statics.sort_by_key(|&(unit, index)| {
            let object = &self.units[unit as usize].statics[index as usize];
            (object.start, object.size, unit, index)
        });
    }

    /// Why the image's table could not be read; the table is empty then.
    pub fn fault(&self) -> Option<&CodecError> {
        self.fault.as_ref()
    }

    /// Whether the image carries no table.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The units, in the order of linking.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The functions, sorted by address.
    pub fn functions(&self) -> impl Iterator<Item = (&Unit, &Function)> {
        self.functions.iter().map(|placed| self.of(placed))
    }

    /// The function whose code includes `pc`.
    pub fn function_at(&self, pc: u64) -> Option<(&Unit, &Function)> {
        self.placed_at(pc).map(|(_, placed)| self.of(placed))
    }

    fn of(&self, placed: &Placed) -> (&Unit, &Function) {
        let unit = &self.units[placed.unit as usize];
        (unit, &unit.functions[placed.index as usize])
    }

    /// The function at `pc`, and the offset of `pc` in it.
    fn placed_at(&self, pc: u64) -> Option<(u32, &Placed)> {
        let next = self.functions.partition_point(|placed| placed.start <= pc);
        let placed = self.functions.get(next.checked_sub(1)?)?;
        (pc < placed.end).then_some(((pc - placed.start) as u32, placed))
    }

    /// The note of the instruction at `pc`; 0 is none.
    pub fn note(&self, pc: u64) -> u32 {
        let Some((offset, placed)) = self.placed_at(pc) else { return 0 };
        let notes = &self.notes[placed.notes.start as usize..placed.notes.end as usize];
        match notes.binary_search_by_key(&offset, |note| note.offset) {
            Ok(index) => placed.notes.start + index as u32 + 1,
            Err(_) => 0,
        }
    }

    fn note_entry(&self, note: u32) -> Option<&Note> {
        self.notes.get((note as usize).checked_sub(1)?)
    }

    /// The rows that a note stands for, in the order in which they apply; none for 0.
    pub fn rows(&self, note: u32) -> &[Row] {
        let Some(entry) = self.note_entry(note) else { return &[] };
        let (_, function) = self.of(&self.functions[entry.function as usize]);
        &function.rows[entry.rows.start as usize..entry.rows.end as usize]
    }

    /// How many notes there are: they are numbered from 1 to this.
    pub fn note_count(&self) -> u32 {
        self.notes.len() as u32
    }

    /// The address of a note's instruction.
    pub fn address_of_note(&self, note: u32) -> Option<u64> {
        let entry = self.note_entry(note)?;
        Some(self.functions[entry.function as usize].start + u64::from(entry.offset))
    }

    /// The unit that a note belongs to: its rows' places and types are indices into it.
    pub fn unit_of_note(&self, note: u32) -> Option<&Unit> {
        self.function_of_note(note).map(|(unit, _)| unit)
    }

    /// The unit and function that a note belongs to.
    pub fn function_of_note(&self, note: u32) -> Option<(&Unit, &Function)> {
        let entry = self.note_entry(note)?;
        Some(self.of(&self.functions[entry.function as usize]))
    }

    /// The region that `pc` is in; 0 outside the functions of the table.
    pub fn region(&self, pc: u64) -> u32 {
        let Some((offset, placed)) = self.placed_at(pc) else { return 0 };
        let live = &self.of(placed).1.live;
        let next = live.partition_point(|range| range.start <= offset);
        match next.checked_sub(1).and_then(|index| live.get(index)) {
            Some(range) if offset < range.end => placed.region + next as u32,
            _ => placed.region,
        }
    }

    /// How many regions there are: they are numbered from 1 to this.
    pub fn region_count(&self) -> u32 {
        self.regions.len() as u32
    }

    /// What is alive in a region; `None` for 0.
    pub fn live(&self, region: u32) -> Option<LiveSet<'_>> {
        let position = *self.regions.get((region as usize).checked_sub(1)?)?;
        let placed = &self.functions[position as usize];
        let (unit, function) = self.of(placed);
        let range = (region - placed.region).checked_sub(1);
        let objects = range.map_or(&[][..], |index| &function.live[index as usize].objects);
        Some(LiveSet { unit, function, objects })
    }

    /// The objects with static storage duration, sorted by address.
    pub fn statics(&self) -> impl Iterator<Item = (&Unit, &Static)> {
        self.statics.iter().map(|&place| self.static_entry(place))
    }

    fn static_entry(&self, (unit, index): (u32, u32)) -> (&Unit, &Static) {
        let unit = &self.units[unit as usize];
        (unit, &unit.statics[index as usize])
    }

    /// The object with static storage duration that includes the byte at `address`.
    pub fn static_at(&self, address: u64) -> Option<(&Unit, &Static)> {
        let start = |&place: &(u32, u32)| self.static_entry(place).1.start;
        let next = self.statics.partition_point(|place| start(place) <= address);
        let (unit, object) = self.static_entry(*self.statics.get(next.checked_sub(1)?)?);
        (address - object.start < object.size).then_some((unit, object))
    }
}
