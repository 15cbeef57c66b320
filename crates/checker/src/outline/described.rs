//! The functions, statements and static objects that debugging information describes.

use super::code;
use super::own::is_own;
use image::Image;
use image::access::{Event, Function, Place, Row, Static, TypeIndex, Unit, UnitKind};
use image::debug::{self, Location};

/// For each unit, one with the user's functions and one with those that headers and packages
/// brought.
pub(crate) fn units(image: &Image) -> Vec<Unit> {
    image.units().flat_map(|unit| split(image, unit)).collect()
}

fn split(image: &Image, unit: &debug::Unit) -> Vec<Unit> {
    let is_own: Vec<bool> = unit.files.iter().map(|file| is_own(file, &unit.directory)).collect();
    let is_users = |function: &debug::Function| {
        is_own_place(&is_own, declared(function)) && !is_made_by_compiler(&function.name)
    };
    let with_kind = |kind: UnitKind| Unit {
        name: source_name(&unit.name).to_string(),
        kind,
        files: unit.files.clone(),
        types: vec![],
        functions: vec![],
        statics: vec![],
    };
    let (mut own, mut others) = (with_kind(UnitKind::User), with_kind(UnitKind::Library));
    for function in &unit.functions {
        let target = if is_users(function) { &mut own } else { &mut others };
        target.functions.push(outlined(image, function, &is_own));
        target.functions.extend(elsewhere(function));
        target.statics.extend(local_statics(unit, function));
    }
    for variable in &unit.variables {
        let target = if is_own_place(&is_own, variable.place) { &mut own } else { &mut others };
        target.statics.extend(static_object(unit, variable, None));
    }
    // The linker keeps the description of what it leaves out, at address 0.
    for unit in [&mut own, &mut others] {
        unit.functions.retain(|function| image.segment_at(function.start).is_some());
        unit.statics.retain(|object| image.segment_at(object.start).is_some());
    }
    let is_empty = |unit: &Unit| unit.functions.is_empty() && unit.statics.is_empty();
    [own, others].into_iter().filter(|unit| !is_empty(unit)).collect()
}

/// The source file that a unit is named after: `rustc` adds the name of its part of the crate.
fn source_name(unit: &str) -> &str {
    unit.split("/@/").next().unwrap_or_default()
}

/// Whether a compiler has made a function to initialise objects before `main`.
fn is_made_by_compiler(name: &str) -> bool {
    const BEGINNINGS: [&str; 3] =
        ["_GLOBAL__", "__static_initialization_and_destruction", "__cxx_global_var_init"];
    BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

fn is_own_place(is_own: &[bool], place: debug::Place) -> bool {
    is_own.get(place.file as usize) == Some(&true)
}

/// Where a function is declared; where that is not said, where its first line is.
fn declared(function: &debug::Function) -> debug::Place {
    match (function.place.line, function.lines.first()) {
        (0, Some(line)) => line.place,
        _ => function.place,
    }
}

fn outlined(image: &Image, function: &debug::Function, is_own: &[bool]) -> Function {
    let rows = statements(image, function, is_own);
    let name = image::abbreviate(&function.name);
    let mut outlined = code::function(name, function.start, function.size, rows);
    outlined.place = place(declared(function));
    outlined
}

/// The parts of a function that lie apart from the rest: code that is hardly ever executed.
fn elsewhere(function: &debug::Function) -> impl Iterator<Item = Function> + '_ {
    let apart = function.scope.ranges.iter().filter(|range| range.start >= function.size);
    apart.map(|range| {
        let start = function.start.wrapping_add(range.start);
        let size = range.end.wrapping_sub(range.start);
        let mut part = code::function(image::abbreviate(&function.name), start, size, vec![]);
        part.place = place(declared(function));
        part
    })
}

fn place(place: debug::Place) -> Place {
    Place {
        file: u16::try_from(place.file).unwrap_or(u16::MAX),
        line: place.line,
        column: u16::try_from(place.column).unwrap_or(0),
        length: 0,
    }
}

/// Where the user's statements begin: at the first instruction of each stretch of code that is of
/// one line, behind the prologue.
fn statements(image: &Image, function: &debug::Function, is_own: &[bool]) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    let moved = behind_frame_pointer(image, function);
    let body = moved.unwrap_or_else(|| body_offset(function));
    let is_body = |line: &&debug::Line| line.place.line > 0 && line.offset >= body;
    let mut lines = function.lines.iter().filter(is_body).peekable();
    // The statement goes on there that the prologue's last row has begun.
    let first = lines.next_if(|line| moved == Some(line.offset));
    for line in first.into_iter().chain(lines.filter(|line| line.is_statement)) {
        if !is_own_place(is_own, line.place) {
            continue;
        }
        let Ok(offset) = u32::try_from(line.offset) else { continue };
        let row = Row { offset, event: Event::Statement, place: place(line.place) };
        let is_same =
            |last: &Row| (last.place.file, last.place.line) == (row.place.file, row.place.line);
        match rows.last_mut() {
            // Of several rows at one instruction the last is that of its statement.
            Some(last) if last.offset == offset => *last = row,
            Some(last) if is_same(last) => continue,
            _ => rows.push(row),
        }
    }
    rows.dedup_by(|next, last| {
        (next.place.file, next.place.line) == (last.place.file, last.place.line)
    });
    rows
}

/// Where the body begins: where the line table says that the prologue ends; else, as debuggers
/// have it, at the second instruction that it gives a row.
fn body_offset(function: &debug::Function) -> u64 {
    if let Some(line) = function.lines.iter().find(|line| line.is_prologue_end) {
        return line.offset;
    }
    let at_start = function.lines.iter().filter(|line| line.offset == 0);
    let is_only_declared = at_start
        .clone()
        .all(|line| Some(line.place.line) == function.lines.first().map(|first| first.place.line));
    let second = function.lines.iter().find(|line| line.offset > 0);
    second.filter(|_| is_only_declared).map_or(0, |line| line.offset)
}

/// Where the first row of a line is from where on the frame pointer is set, if the line table says
/// that the prologue ends before that: what lies in the frame cannot be found there. Clang 14 does
/// so in constructors.
fn behind_frame_pointer(image: &Image, function: &debug::Function) -> Option<u64> {
    let end = function.lines.iter().find(|line| line.is_prologue_end)?.offset;
    let set = u64::from(code::frame_pointer_offset(image, function.start, function.size)?);
    let mut later = function.lines.iter().filter(|line| line.offset >= set && line.place.line > 0);
    later.next().filter(|_| end < set).map(|line| line.offset)
}

/// The static objects of a function and of the blocks in it.
fn local_statics<'a>(
    unit: &'a debug::Unit,
    function: &'a debug::Function,
) -> impl Iterator<Item = Static> + 'a {
    let mut found = vec![];
    let mut open = vec![&function.scope];
    while let Some(scope) = open.pop() {
        found.extend(&scope.variables);
        open.extend(&scope.scopes);
    }
    let name = image::abbreviate(&function.name);
    found.into_iter().filter_map(move |variable| static_object(unit, variable, Some(name.clone())))
}

fn static_object(
    unit: &debug::Unit,
    variable: &debug::Variable,
    function: Option<String>,
) -> Option<Static> {
    let Location::Address(start) = variable.location else { return None };
    // Tables of methods, which `rustc` describes as variables.
    if variable.name.ends_with("{vtable}") {
        return None;
    }
    Some(Static {
        name: variable.name.clone(),
        start,
        size: unit.size_of(variable.ty).unwrap_or(0),
        ty: TypeIndex(0),
        place: place(variable.place),
        is_const: false,
        is_literal: false,
        is_thread_local: false,
        function,
    })
}
