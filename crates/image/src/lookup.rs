//! Questions about addresses and source lines, answered from the debugging information.

use crate::Image;
use crate::debug::{Function, Unit, Variable};
use crate::dwarf::read::{Debug, ReadUnit};

/// The place of an instruction in the source text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineAt<'a> {
    /// The file, as the compiler was given it.
    pub file: &'a str,
    /// From 1.
    pub line: u32,
    /// From 1, in bytes; 0 when not known.
    pub column: u32,
    /// Whether a statement begins at [`LineAt::start`].
    pub is_statement: bool,
    /// The first instruction of the row.
    pub start: u64,
    /// One past the last byte of the row.
    pub end: u64,
}

impl Image {
    fn debug(&self) -> &Debug {
        self.debug.get_or_init(|| Debug::open(self))
    }

    pub(crate) fn unit_at(&self, pc: u64) -> Option<&ReadUnit> {
        let debug = self.debug();
        debug.unit(self, debug.unit_at(pc)?)
    }

    /// The address of that number in a unit's part of `.debug_addr`.
    pub(crate) fn indexed_address(
        &self,
        unit: &ReadUnit,
        index: gimli::DebugAddrIndex<usize>,
    ) -> Option<u64> {
        unit.indexed_address(self.section_bytes(".debug_addr"), index)
    }

    fn read_units(&self) -> impl Iterator<Item = &ReadUnit> {
        let debug = self.debug();
        debug.code_units().filter_map(|index| debug.unit(self, index))
    }

    /// The compilation units, in the order of linking.
    ///
    /// **Cost**: reads them all.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.read_units().map(|read| &read.unit)
    }

    /// The place in the source text of the instruction at `pc`.
    ///
    /// **Cost**: reads one unit, the first time.
    pub fn line(&self, pc: u64) -> Option<LineAt<'_>> {
        let read = self.unit_at(pc)?;
        let (row, end) = read.lines.row_at(pc)?;
        let file = read.unit.files.get(row.place.file as usize)?;
        (row.place.line > 0).then_some(LineAt {
            file,
            line: row.place.line,
            column: row.place.column,
            is_statement: row.is_statement,
            start: row.address,
            end,
        })
    }

    /// The function whose code includes `pc`, also what lies apart from the rest, and its unit.
    ///
    /// **Cost**: reads one unit, the first time.
    pub fn function(&self, pc: u64) -> Option<(&Unit, &Function)> {
        let ReadUnit { unit, ranges, .. } = self.unit_at(pc)?;
        let next = ranges.partition_point(|(range, _)| range.start <= pc);
        let (range, index) = ranges.get(next.checked_sub(1)?)?;
        range.contains(&pc).then(|| (unit, &unit.functions[*index as usize]))
    }

    /// All functions, with their units.
    ///
    /// **Cost**: reads all units, the first time.
    pub fn functions(&self) -> impl Iterator<Item = (&Unit, &Function)> {
        self.units().flat_map(|unit| unit.functions.iter().map(move |function| (unit, function)))
    }

    /// The function of that name, and its unit; one that other units see if there are several.
    ///
    /// **Cost**: reads one unit when the symbol table has the name, else all.
    pub fn find_function(&self, name: &str) -> Option<(&Unit, &Function)> {
        let by_symbol = self.symbol(name).and_then(|symbol| self.function(symbol.address));
        by_symbol
            .filter(|(_, function)| function.name == name)
            .or_else(|| self.functions().find(|(_, function)| function.name == name))
    }

    /// All variables at file scope, with their units.
    ///
    /// **Cost**: reads all units, the first time.
    pub fn variables(&self) -> impl Iterator<Item = (&Unit, &Variable)> {
        self.units().flat_map(|unit| unit.variables.iter().map(move |variable| (unit, variable)))
    }

    /// The addresses at which a statement of that line begins, sorted: the places for breakpoints.
    /// `file` is the name that the compiler was given, or the last parts of it: `list.c` finds
    /// `src/list.c`.
    ///
    /// **Cost**: reads all units, the first time.
    pub fn statement_places(&self, file: &str, line: u32) -> Vec<u64> {
        let mut places = vec![];
        for read in self.read_units() {
            let is_wanted: Vec<_> =
                read.unit.files.iter().map(|name| is_path_end(name, file)).collect();
            let rows = read.lines.rows().filter(|row| {
                row.is_statement
                    && row.place.line == line
                    && is_wanted.get(row.place.file as usize) == Some(&true)
            });
            places.extend(rows.map(|row| row.address));
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Whether `end` names the same file as `path`, or the last parts of its path.
fn is_path_end(path: &str, end: &str) -> bool {
    let rest = path.strip_suffix(end);
    !end.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}
