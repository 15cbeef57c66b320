//! The program as observers see it: the access table, by note, region and address; of a program
//! that carries none, its outline.

use image::Image;
use image::access::{
    AccessTable, Event, Function, Object, ObjectIndex, Place, Row, Static, Unit, UnitKind,
};
use image::unwind::CfaRule;
use machine::{Machine, Moment};
use process::Module;
use std::sync::Arc;

use crate::SourcePlace;
use crate::outline::Outline;
use crate::quick::{Glance, glance_at};

/// A function with access rows, numbered by address.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FunctionId(pub u32);

/// The access table of an image, with numbers for its functions. Cheap to make: notes are looked at when they are first met.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program, and what its code calls besides: the interpreter, and shared libraries.
    modules: Arc<[Module]>,
    /// What stands for the access table of an image that has none.
    outline: Option<Arc<Outline>>,
    /// Whether the part of the run has begun whose steps count; each observer's own.
    has_begun: bool,
    functions: Arc<[FunctionRecord]>,
    regions: Vec<Region>,
    /// The objects that live in each region, one region after the other.
    live: Vec<ObjectIndex>,
    notes: Vec<NoteRecord>,
    /// The events of the notes met so far that apply after their instructions.
    after_events: Vec<Event>,
}

/// A region of code, with nothing to search for when the hart goes from one to the next.
#[derive(Clone, Copy, Debug)]
struct Region {
    function: Option<FunctionId>,
    /// Where its objects are in [`Program::live`].
    live_start: u32,
    live_end: u32,
}

#[derive(Clone, Copy, Debug)]
struct FunctionRecord {
    start: u64,
    end: u64,
    unit: u32,
    function: u32,
    kind: UnitKind,
}

/// What a note is, at a glance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NoteRecord {
    /// The function that the instruction is in.
    pub(crate) function: FunctionId,
    /// How far it is trusted.
    pub(crate) kind: UnitKind,
    /// Whether a step begins there: a statement of the user's.
    pub(crate) is_step: bool,
    /// What is looked at before the instruction.
    pub(crate) glance: Glance,
    /// Where the events that apply after the instruction are, in [`Program::after_events`].
    after_start: u32,
    after_end: u32,
    /// Whether an object is born, resized or freed there.
    is_allocation: bool,
    /// Whether an object at the end of the stack is born there, or some end.
    moves_stack: bool,
    is_known: bool,
}

impl NoteRecord {
    const UNKNOWN: NoteRecord = NoteRecord {
        function: FunctionId(0),
        kind: UnitKind::Library,
        is_step: false,
        glance: Glance::Nothing,
        after_start: 0,
        after_end: 0,
        is_allocation: false,
        moves_stack: false,
        is_known: false,
    };
}

impl NoteRecord {
    /// Whether rows apply after the instruction.
    #[inline]
    pub(crate) fn has_after(&self) -> bool {
        self.after_start < self.after_end
    }

    /// Where their events are, for [`Program::after_event`].
    pub(crate) fn after(&self) -> std::ops::Range<u32> {
        self.after_start..self.after_end
    }
}

impl Program {
    /// A program, and the modules that its code calls besides, each where it was loaded.
    ///
    /// **Cost**: of a program without access table, all its debugging information is read.
    pub fn new(program: Module, libraries: Vec<Module>) -> Program {
        let image = &program.image;
        let is_outlined = image.access().is_empty();
        let outline = is_outlined.then(|| Arc::new(Outline::of(image, program.bias, &libraries)));
        let access = outline.as_ref().map_or(image.access(), |outline| &outline.table);
        let mut functions = Vec::new();
        for (unit_index, unit) in access.units().iter().enumerate() {
            for (index, function) in unit.functions.iter().enumerate() {
                functions.push(FunctionRecord {
                    start: function.start,
                    end: function.start.saturating_add(u64::from(function.size)),
                    unit: unit_index as u32,
                    function: index as u32,
                    kind: unit.kind,
                });
            }
        }
        functions.sort_by_key(|record| record.start);
        let mut program = Program {
            modules: [program].into_iter().chain(libraries).collect(),
            outline,
            has_begun: false,
            functions: functions.into(),
            regions: vec![],
            live: vec![],
            notes: vec![],
            after_events: vec![],
        };
        if !is_outlined {
            program.add_regions();
        }
        program
    }

    fn add_regions(&mut self) {
        let image = Arc::clone(self.image());
        let access = image.access();
        for region in 0..=access.region_count() {
            let found = access.live(region);
            let function = found.and_then(|found| self.function_at(found.function.start));
            let live_start = self.live.len() as u32;
            self.live.extend_from_slice(found.map_or(&[], |found| found.objects));
            let live_end = self.live.len() as u32;
            self.regions.push(Region { function, live_start, live_end });
        }
    }

    /// The image.
    pub fn image(&self) -> &Arc<Image> {
        // There is always the program.
        &self.modules[0].image
    }

    /// The access table, or what stands for it.
    fn access(&self) -> &AccessTable {
        self.outline.as_ref().map_or(self.image().access(), |outline| &outline.table)
    }

    /// The translation units.
    pub fn units(&self) -> &[Unit] {
        self.access().units()
    }

    /// Whether the image carries no access table, as one that another compiler made: then frames
    /// are followed by calls, and objects are known from debugging information alone.
    pub fn is_outlined(&self) -> bool {
        self.outline.is_some()
    }

    /// How many bytes behind its linked addresses the image was loaded; every address here is one
    /// in memory.
    pub fn bias(&self) -> u64 {
        self.modules[0].bias
    }

    /// Where the functions of that name are, in the program and in all that its code calls.
    pub fn addresses_of(&self, name: &str) -> impl Iterator<Item = u64> {
        self.modules.iter().filter_map(move |module| {
            let symbol = module.image.symbol(name)?;
            Some(symbol.address.wrapping_add(module.bias))
        })
    }

    /// The module that an address is in.
    pub fn module_at(&self, address: u64) -> Option<&Module> {
        self.modules.iter().find(|module| module.contains(address))
    }

    /// The function that stands for code of which nothing is known, if there is one.
    pub(crate) fn nameless(&self) -> FunctionId {
        FunctionId(0)
    }

    /// The function that an address of code is in.
    pub fn function_at(&self, pc: u64) -> Option<FunctionId> {
        let index = self.functions.partition_point(|record| record.start <= pc).checked_sub(1)?;
        (pc < self.functions[index].end).then_some(FunctionId(index as u32))
    }

    /// The canonical frame address of the frame that the hart is in, as call frame information has
    /// it, or else the function's instructions; `None` where neither tells.
    pub(crate) fn cfa(&self, machine: &Machine) -> Option<u64> {
        let Module { image, bias } = self.module_at(machine.hart.pc.0)?;
        let linked = |address: u64| address.wrapping_sub(*bias);
        let pc = linked(machine.hart.pc.0);
        let by_instructions = || {
            let record = self.functions[self.function_at(machine.hart.pc.0)?.0 as usize];
            image.unwind_by_instructions(linked(record.start)..linked(record.end), pc)
        };
        match image.unwind(pc).or_else(by_instructions)?.cfa {
            CfaRule::Register { register, offset } => {
                let value = machine.hart.x.get(usize::from(register))?;
                Some(value.wrapping_add_signed(offset))
            }
            CfaRule::Expression(_) => None,
        }
    }

    /// Its rows and objects.
    pub fn function(&self, id: FunctionId) -> &Function {
        let record = &self.functions[id.0 as usize];
        &self.units()[record.unit as usize].functions[record.function as usize]
    }

    /// The translation unit that it is in.
    pub fn unit(&self, id: FunctionId) -> &Unit {
        &self.units()[self.functions[id.0 as usize].unit as usize]
    }

    /// How far it is trusted.
    pub fn kind(&self, id: FunctionId) -> UnitKind {
        self.functions[id.0 as usize].kind
    }

    /// An automatic object of it.
    pub fn object(&self, id: FunctionId, index: ObjectIndex) -> Option<&Object> {
        self.function(id).objects.get(usize::from(index.0))
    }

    /// The function of a region, and the objects that live in it.
    #[inline]
    pub fn region(&self, region: u32) -> Option<(FunctionId, &[ObjectIndex])> {
        Some((self.regions.get(region as usize)?.function?, self.live(region)))
    }

    /// The objects that live in a region, sorted; none in a region that is none.
    #[inline]
    pub(crate) fn live(&self, region: u32) -> &[ObjectIndex] {
        self.regions
            .get(region as usize)
            .map_or(&[], |region| &self.live[region.live_start as usize..region.live_end as usize])
    }

    /// The rows of a note.
    pub fn rows(&self, note: u32) -> &[Row] {
        self.access().rows(note)
    }

    /// The rows of the instruction at an address.
    pub fn rows_at(&self, pc: u64) -> &[Row] {
        match self.access().note(pc) {
            0 => &[],
            note => self.rows(note),
        }
    }

    /// The object with static storage duration that an address is in.
    pub fn static_at(&self, address: u64) -> Option<(&Unit, &Static)> {
        self.access().static_at(address)
    }

    /// A place, with its file's name.
    pub fn place(&self, id: FunctionId, place: Place) -> SourcePlace {
        source_place(self.unit(id), place)
    }

    /// The place of the statement that an address of code belongs to: the last one that begins at it or before it; before the
    /// first, where the function is declared.
    pub fn statement_place(&self, pc: u64) -> Option<(FunctionId, Place)> {
        let id = self.function_at(pc)?;
        let function = self.function(id);
        let offset = (pc - function.start) as u32;
        let end = function.rows.partition_point(|row| row.offset <= offset);
        let statement = function.rows[..end].iter().rev().find(|row| row.event == Event::Statement);
        Some((id, statement.map_or(function.place, |row| row.place)))
    }

    /// Whether the function's frame is complete at an address of its code: `s0` holds its CFA.
    pub fn is_framed(&self, id: FunctionId, pc: u64) -> bool {
        let function = self.function(id);
        function.framed.contains(&(pc.wrapping_sub(function.start) as u32))
    }

    /// Whether the instruction of a note begins a step: a statement of the user's.
    #[inline]
    pub fn is_step(&mut self, note: u32, pc: u64) -> bool {
        match &self.outline {
            Some(outline) => {
                self.has_begun |= outline.begins_at.is_none_or(|begin| begin == pc);
                self.has_begun && outline.is_step(pc)
            }
            None => note != 0 && self.note(note, pc).is_step,
        }
    }

    /// Whether an allocated object is born, resized or freed at the instruction of a note.
    #[inline]
    pub fn is_allocation(&mut self, note: u32, pc: u64) -> bool {
        note != 0 && self.note(note, pc).is_allocation
    }

    /// Whether an object at the end of the stack is born at the instruction of a note, or some end.
    #[inline]
    pub fn moves_stack(&mut self, note: u32, pc: u64) -> bool {
        note != 0 && self.note(note, pc).moves_stack
    }

    /// An event that applies after an instruction, by the index that a note gives.
    pub(crate) fn after_event(&self, index: u32) -> Event {
        self.after_events.get(index as usize).copied().unwrap_or(Event::Call)
    }

    /// What a note is.
    #[inline(always)]
    pub(crate) fn note(&mut self, note: u32, pc: u64) -> &NoteRecord {
        if !self.notes.get(note as usize).is_some_and(|record| record.is_known) {
            self.learn(note, pc);
        }
        &self.notes[note as usize]
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, note: u32, pc: u64) {
        let index = note as usize;
        if self.notes.len() <= index {
            self.notes.resize(index + 1, NoteRecord::UNKNOWN);
        }
        let mut record = NoteRecord { is_known: true, ..NoteRecord::UNKNOWN };
        if let Some(function) = self.function_at(pc) {
            record.function = function;
            record.kind = self.kind(function);
            record.glance = glance_at(self.unit(function), self.rows(note));
            let image = Arc::clone(self.image());
            let rows = image.access().rows(note);
            record.after_start = self.after_events.len() as u32;
            for event in rows.iter().map(|row| row.event) {
                record.is_allocation |= is_allocation(&event);
                record.moves_stack |= matches!(event, Event::StackBorn { .. } | Event::StackCut);
                record.is_step |= event == Event::Statement && record.kind == UnitKind::User;
                if is_after(&event) || is_allocation(&event) {
                    self.after_events.push(event);
                }
            }
            record.after_end = self.after_events.len() as u32;
        }
        self.notes[index] = record;
    }
}

/// Whether a row applies to what its instruction has left.
fn is_after(event: &Event) -> bool {
    matches!(
        event,
        Event::Local { .. }
            | Event::Static { .. }
            | Event::Member { .. }
            | Event::Arithmetic { .. }
            | Event::Characters { .. }
            | Event::ToInteger { .. }
            | Event::FromInteger { .. }
            | Event::StackBorn { .. }
            | Event::StackCut
    )
}

/// Rows that are judged before and take effect after.
fn is_allocation(event: &Event) -> bool {
    matches!(event, Event::Born { .. } | Event::Resized { .. } | Event::Died { .. })
}

/// A place, with its file's name.
pub(crate) fn source_place(unit: &Unit, place: Place) -> SourcePlace {
    SourcePlace {
        file: unit.files.get(usize::from(place.file)).cloned().unwrap_or_default(),
        line: place.line,
        column: u32::from(place.column),
        length: u32::from(place.length),
    }
}

/// Counts steps: statements of the user's code that are about to run, numbered from 1.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Steps {
    count: u64,
    last: Option<Moment>,
}

impl Steps {
    /// How many steps have begun: the number of the current one.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// An instruction that begins a step is about to execute. It may be announced several times before it retires; says
    /// whether this is the first.
    pub fn begin(&mut self, moment: Moment) -> bool {
        let is_new = self.last != Some(moment);
        if is_new {
            self.last = Some(moment);
            self.count += 1;
        }
        is_new
    }
}
