//! What is known of a program before it runs, and looking at a moment of its run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use checker::{Checker, FunctionId, Program, SourcePlace};
use image::Image;
use image::access::{self, Event, UnitKind};
use image::debug::{self, Location, TypeRef};
use machine::{Moment, VirtAddr};
use process::{LoadError, Process};
use source::Files;
use timeline::{Replay, Session, Step};

use super::sources::Sources;
use super::typed::Memory;
use crate::PlaceView;

/// A program, ready to be looked at.
pub(crate) struct Viewer<'a> {
    pub(crate) image: &'a Arc<Image>,
    pub(crate) program: Program,
    pub(crate) sources: Sources<'a>,
    /// The user's objects with static storage duration that have a name, by address.
    pub(crate) statics: Vec<StaticObject<'a>>,
}

/// An object with static storage duration.
pub(crate) struct StaticObject<'a> {
    pub(crate) unit: &'a debug::Unit,
    pub(crate) ty: TypeRef,
    pub(crate) name: String,
    pub(crate) address: u64,
    /// The function that it is local to.
    pub(crate) function: Option<String>,
}

/// A moment of a run, to make views of. Everything here only reads.
pub(crate) struct Look<'a> {
    pub(crate) viewer: &'a Viewer<'a>,
    pub(crate) replay: &'a Replay,
    /// When the event began that the view is to show; what is newer is marked.
    pub(crate) since: Option<Moment>,
    /// Whether only values are wanted: no targets of pointers, no garbage, no ghosts.
    pub(crate) is_brief: bool,
}

impl StaticObject<'_> {
    /// Its name with its function's: `count of next`.
    pub(crate) fn name(&self) -> String {
        match &self.function {
            Some(function) => format!("{} of {function}", self.name),
            None => self.name.clone(),
        }
    }
}

impl<'a> Viewer<'a> {
    /// **Errors**: the program cannot be loaded.
    pub(crate) fn new(session: &'a Session, files: &'a dyn Files) -> Result<Viewer<'a>, LoadError> {
        let (image, program) = (session.image(), session.program()?);
        let user = program.units().iter().filter(|unit| unit.kind == UnitKind::User);
        let names: BTreeSet<&String> = user.flat_map(|unit| &unit.files).collect();
        let sources = Sources::new(files, names.into_iter().cloned());
        let statics = statics(image, &program);
        Ok(Viewer { image, program, sources, statics })
    }

    /// The main source file.
    pub(crate) fn main_file(&self) -> String {
        let units = self.program.units();
        let main = units.iter().find(|unit| unit.functions.iter().any(|f| f.name == "main"));
        let user = units.iter().filter(|unit| unit.kind == UnitKind::User);
        let mut names = main.into_iter().chain(user).map(|unit| &unit.name);
        names.find(|name| !name.is_empty()).cloned().unwrap_or("the program".into())
    }

    /// A place of the access table, with its text.
    pub(crate) fn place(&self, place: &SourcePlace, function: &str) -> PlaceView {
        self.sources.place(place, Some(function).filter(|name| !name.is_empty()))
    }

    /// The place of a step; `None` where nobody knows the source.
    pub(crate) fn step_place(&self, step: &Step) -> Option<PlaceView> {
        (step.place.line > 0).then(|| self.place(&step.place, &step.function))
    }

    /// The statement that an instruction belongs to.
    pub(crate) fn statement(&self, pc: u64) -> Option<PlaceView> {
        let (id, place) = self.program.statement_place(pc).filter(|(_, place)| place.line > 0)?;
        Some(self.place(&self.program.place(id, place), &self.program.function(id).name))
    }

    /// The call expression at an instruction, or else the statement.
    pub(crate) fn call(&self, pc: u64) -> Option<PlaceView> {
        let rows = self.program.rows_at(pc);
        let row = rows.iter().find(|row| row.event == Event::Call);
        match (row, self.program.function_at(pc)) {
            (Some(row), Some(id)) => Some(self.row_place(id, row.place)),
            _ => self.statement(pc),
        }
    }

    /// A place in a function's file.
    pub(crate) fn row_place(&self, id: FunctionId, place: access::Place) -> PlaceView {
        self.place(&self.program.place(id, place), &self.program.function(id).name)
    }

    /// The name of the shared library, or of the interpreter, that an address is in.
    pub(crate) fn library_at(&self, address: u64) -> Option<String> {
        let module = self.program.module_at(address)?;
        let is_program = Arc::ptr_eq(&module.image, self.image);
        let name = || module.image.dynamic().name.clone().unwrap_or("a shared library".into());
        (!is_program).then(name)
    }

    /// The debugging information of the function at an address.
    pub(crate) fn debug_at(&self, pc: u64) -> Option<(&'a debug::Unit, &'a debug::Function)> {
        self.image.function(pc.wrapping_sub(self.program.bias()))
    }
}

/// A variable at a fixed address, or in the first thread's copy, with its unit, by that address.
type FixedVariables<'a> = BTreeMap<u64, (&'a debug::Unit, &'a debug::Variable)>;

/// Finds the user's named statics in the access table, and their types in the debugging
/// information.
fn statics<'a>(image: &'a Image, program: &Program) -> Vec<StaticObject<'a>> {
    let units = program.units().iter().filter(|unit| unit.kind == UnitKind::User);
    let objects: Vec<_> =
        units.flat_map(|unit| &unit.statics).filter(|object| !object.is_literal).collect();
    let first_thread = image.first_thread_block();
    let mut known = FixedVariables::new();
    if !objects.is_empty() {
        add_variables_beside_functions(image, program, &mut known);
    }
    if objects.iter().any(|object| !known.contains_key(&object.start.wrapping_sub(program.bias())))
    {
        add_fixed(first_thread, &mut known, image.variables());
    }
    let mut found: Vec<StaticObject<'_>> = objects
        .into_iter()
        .filter_map(|object| {
            let linked = object.start.wrapping_sub(program.bias());
            let &(unit, variable) = known.get(&linked)?;
            Some(StaticObject {
                unit,
                ty: variable.ty,
                name: variable.name.clone(),
                address: object.start,
                function: object.function.clone(),
            })
        })
        .collect();
    found.sort_by_key(|object| object.address);
    found
}

/// Adds what is in the user's functions, and at file scope in the units that these are in.
fn add_variables_beside_functions<'a>(
    image: &'a Image,
    program: &Program,
    known: &mut FixedVariables<'a>,
) {
    let first_thread = image.first_thread_block();
    let units = program.units().iter().filter(|unit| unit.kind == UnitKind::User);
    for (index, function) in units.flat_map(|unit| unit.functions.iter().enumerate()) {
        let linked = function.start.wrapping_sub(program.bias());
        let Some((unit, function)) = image.function(linked) else { continue };
        if index == 0 {
            add_fixed(first_thread, known, unit.variables.iter().map(|variable| (unit, variable)));
        }
        let inner = variables(&function.scope);
        add_fixed(first_thread, known, inner.into_iter().map(|variable| (unit, variable)));
    }
}

fn add_fixed<'a>(
    first_thread: Option<u64>,
    known: &mut FixedVariables<'a>,
    variables: impl Iterator<Item = (&'a debug::Unit, &'a debug::Variable)>,
) {
    known.extend(variables.filter_map(|(unit, variable)| match variable.location {
        Location::Address(address) => Some((address, (unit, variable))),
        Location::ThreadLocal(offset) => {
            Some((first_thread?.wrapping_add(offset), (unit, variable)))
        }
        _ => None,
    }));
}

/// The variables of a function and of the blocks in it.
pub(crate) fn variables(scope: &debug::Scope) -> Vec<&debug::Variable> {
    const DEPTH_MAX: usize = 64;
    let mut found = Vec::new();
    let mut open = vec![(scope, 0)];
    while let Some((scope, depth)) = open.pop() {
        found.extend(&scope.variables);
        if depth < DEPTH_MAX {
            open.extend(scope.scopes.iter().rev().map(|inner| (inner, depth + 1)));
        }
    }
    found
}

impl<'a> Look<'a> {
    /// Everything that there is to see where a replay stands.
    pub(crate) fn new(viewer: &'a Viewer<'a>, replay: &'a Replay, since: Option<Moment>) -> Self {
        Look { viewer, replay, since, is_brief: false }
    }

    /// Only the values of objects.
    pub(crate) fn brief(viewer: &'a Viewer<'a>, replay: &'a Replay, since: Moment) -> Self {
        Look { viewer, replay, since: Some(since), is_brief: true }
    }

    pub(crate) fn process(&self) -> &'a Process {
        self.replay.process()
    }

    pub(crate) fn checker(&self) -> Option<&'a Checker> {
        self.replay.checker()
    }

    /// Where the hart is.
    pub(crate) fn pc(&self) -> u64 {
        self.process().machine().hart.pc.0
    }

    /// Whether something happened in the event that is shown.
    pub(crate) fn is_new(&self, moment: Moment) -> bool {
        self.since.is_some_and(|since| moment > since)
    }

    /// Whether a range of memory was written in the event that is shown; unknown counts as no.
    pub(crate) fn was_written(&self, address: u64, size: u64) -> bool {
        let (Some(since), Some(writes)) = (self.since, self.replay.write_history()) else {
            return false;
        };
        !writes.is_unchanged_since(address, size, since)
    }

    pub(crate) fn peek_u64(&self, address: u64) -> Option<u64> {
        self.process().peek_u64(VirtAddr(address))
    }
}

impl Memory for Look<'_> {
    fn peek(&self, address: u64, bytes: &mut [u8]) -> bool {
        self.process().peek(VirtAddr(address), bytes).is_ok()
    }

    fn indeterminate(&self, address: u64, bits: &mut [u8]) {
        if let Some(checker) = self.checker() {
            checker.indeterminate_bits(VirtAddr(address), bits);
        } else if self.viewer.program.is_outlined() {
            self.unwritten(address, bits);
        }
    }
}
