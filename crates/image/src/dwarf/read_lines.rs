//! Reading a unit's line table (DWARF 5 section 6.2).

use super::read::{Budget, Reader};
use crate::debug::{Line, Place, Unit};
use gimli::{AttributeValue, ColumnType, FileEntry, LineProgramHeader, UnitRef};
use std::ops::Range;

/// The rows of a unit, sorted by address; where a sequence of instructions ends there is a row that
/// says so.
#[derive(Debug, Default)]
pub(crate) struct LineTable {
    rows: Vec<LineRow>,
}

/// A row of the line table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineRow {
    pub(crate) address: u64,
    pub(crate) place: Place,
    pub(crate) is_statement: bool,
    is_prologue_end: bool,
    is_end: bool,
}

impl LineTable {
    /// The last row at or before `pc`, and the address at which the next one takes over.
    pub(crate) fn row_at(&self, pc: u64) -> Option<(&LineRow, u64)> {
        let next = self.rows.partition_point(|row| row.address <= pc);
        let row = self.rows.get(next.checked_sub(1)?).filter(|row| !row.is_end)?;
        Some((row, self.rows.get(next).map_or(row.address, |row| row.address)))
    }

    /// All rows that stand for code.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &LineRow> {
        self.rows.iter().filter(|row| !row.is_end)
    }

    /// Gives each function its rows; a row belongs to one function at most.
    pub(super) fn distribute(&self, unit: &mut Unit, ranges: &[(Range<u64>, u32)]) {
        let mut next = 0;
        for (position, (range, index)) in ranges.iter().enumerate() {
            let after = ranges.get(position + 1);
            let end = range.end.min(after.map_or(u64::MAX, |(after, _)| after.start));
            let rest = &self.rows[next..];
            let from = rest.partition_point(|row| row.address < range.start);
            let to = rest.partition_point(|row| row.address < end).max(from);
            next += to;
            let function = &mut unit.functions[*index as usize];
            let rows = rest[from..to].iter().filter(|row| !row.is_end);
            function.lines.extend(rows.map(|row| Line {
                offset: row.address.wrapping_sub(function.start),
                place: row.place,
                is_statement: row.is_statement,
                is_prologue_end: row.is_prologue_end,
            }));
        }
        for function in &mut unit.functions {
            function.lines.sort_by_key(|line| line.offset);
        }
    }
}

/// The unit's source files and its line table.
pub(super) fn read(unit: UnitRef<Reader>, budget: &mut Budget) -> (Vec<String>, LineTable) {
    let Some(program) = unit.line_program.clone() else { return Default::default() };
    let header = program.header().clone();
    let files = header.file_names().iter().map(|file| {
        let path = path(unit, &header, file);
        if budget.take(path.len()) { path } else { String::new() }
    });
    let files = files.collect();
    let first_file = if header.version() >= 5 { 0 } else { 1 };
    let mut sequences: Vec<Vec<LineRow>> = vec![];
    let mut sequence = vec![];
    let mut rows = program.rows();
    while let Ok(Some((_, row))) = rows.next_row() {
        if !budget.take(size_of::<LineRow>()) {
            break;
        }
        sequence.push(LineRow {
            address: row.address(),
            place: place(&header, row, first_file),
            is_statement: row.is_stmt(),
            is_prologue_end: row.prologue_end(),
            is_end: row.end_sequence(),
        });
        if row.end_sequence() {
            sequences.push(std::mem::take(&mut sequence));
        }
    }
    // A sequence at 0 is of code that the linker left out.
    sequences.retain(|rows| rows.first().is_some_and(|row| row.address > 0));
    sequences.sort_by_key(|rows| rows[0].address);
    let mut rows: Vec<_> = sequences.into_iter().flatten().collect();
    // Within a sequence addresses only grow; only where sequences overlap has this anything to do.
    // An end comes before what begins at its address.
    rows.sort_by_key(|row| (row.address, !row.is_end));
    (files, LineTable { rows })
}

/// The path of the file that a unit numbers so.
pub(super) fn file_path(unit: UnitRef<Reader>, number: u64) -> Option<String> {
    let header = unit.line_program.as_ref()?.header();
    Some(path(unit, header, header.file(number)?))
}

fn path<'a>(
    unit: UnitRef<Reader<'a>>,
    header: &LineProgramHeader<Reader<'a>>,
    file: &FileEntry<Reader<'a>>,
) -> String {
    let name = text(unit, file.path_name());
    // Directory 0 is the one that the compiler ran in; names within it are relative.
    let directory = Some(file.directory_index()).filter(|&index| index != 0);
    let directory = directory.and_then(|index| header.directory(index));
    let directory = directory.map(|value| text(unit, value)).unwrap_or_default();
    match name.starts_with('/') || directory.is_empty() || directory == "." {
        true => name,
        false => format!("{directory}/{name}"),
    }
}

fn place(header: &LineProgramHeader<Reader>, row: &gimli::LineRow, first_file: u64) -> Place {
    let file = row.file_index().saturating_sub(first_file);
    let is_known = (file as usize) < header.file_names().len();
    let line = row.line().map_or(0, |line| line.get());
    Place {
        file: if is_known { file as u32 } else { 0 },
        line: u32::try_from(line).unwrap_or(0),
        column: match row.column() {
            ColumnType::LeftEdge => 0,
            ColumnType::Column(column) => u32::try_from(column.get()).unwrap_or(0),
        },
    }
}

fn text<'a>(unit: UnitRef<Reader<'a>>, value: AttributeValue<Reader<'a>>) -> String {
    let string = unit.attr_string(value).map(|string| string.slice().to_vec());
    String::from_utf8_lossy(&string.unwrap_or_default()).into_owned()
}
