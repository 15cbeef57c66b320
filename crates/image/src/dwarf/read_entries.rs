//! Reading the entries of a unit: functions, blocks and variables; types in the neighbour file.
//!
//! One pass numbers the types, so that references can go forward; a second walks the entries with a
//! stack of what is open, and hands each to its parent when it closes. Nothing here calls itself,
//! so a file cannot exhaust the stack by nesting.

use super::read::{Budget, Reader};
use super::read_ranges::code_ranges;
use super::read_types::{OpenType, TypeTable};
use crate::debug::{Function, Location, Place, Scope, Unit, Variable};
use gimli::constants as dw;
use gimli::{AttributeValue, DebuggingInformationEntry, UnitOffset, UnitRef};
use std::ops::Range;

pub(super) type Entry<'a> = DebuggingInformationEntry<Reader<'a>>;

/// How deep blocks nest in what is handed on; deeper ones become part of the last one.
const SCOPE_DEPTH_MAX: usize = 256;

/// How many entries in a row are followed from an out-of-line copy to what it is a copy of.
const ORIGIN_COUNT_MAX: usize = 4;

/// **Units**: bytes of an entry beside its strings and lists.
const ENTRY_SIZE: usize = 256;

/// Reads a unit, but for its files and lines.
pub(super) fn read(unit: UnitRef<Reader>, budget: &mut Budget) -> Unit {
    let mut walk = Walk {
        unit,
        budget,
        types: TypeTable::number(unit),
        open: vec![],
        result: Unit::default(),
    };
    // What is damaged ends the walk; what was read before it stays.
    let _ = walk.entries();
    while walk.close() {}
    walk.result.types = walk.types.finish();
    walk.result
}

impl Default for Unit {
    /// A unit of which nothing is known.
    fn default() -> Unit {
        Unit {
            name: String::new(),
            producer: String::new(),
            files: vec![],
            types: vec![],
            functions: vec![],
            variables: vec![],
        }
    }
}

struct Walk<'a, 'b> {
    unit: UnitRef<'b, Reader<'a>>,
    budget: &'b mut Budget,
    types: TypeTable,
    open: Vec<Open>,
    result: Unit,
}

/// An entry whose children are being read.
enum Open {
    Unit,
    Function {
        function: Box<Function>,
        is_cfa_based: bool,
    },
    Block(Scope),
    Type(OpenType),
    /// Nothing that is handed on: declarations, abstract functions.
    Other,
}

impl<'a, 'b> Walk<'a, 'b> {
    fn entries(&mut self) -> gimli::Result<()> {
        let mut entries = self.unit.entries_raw(None)?;
        let mut entry = Entry::null();
        while !entries.is_empty() {
            if !entries.read_entry(&mut entry)? {
                self.close();
                continue;
            }
            if !self.budget.take(ENTRY_SIZE) {
                break;
            }
            let open = self.enter(&entry);
            self.open.push(open);
            if !entry.has_children() {
                self.close();
            }
        }
        Ok(())
    }

    fn enter(&mut self, entry: &Entry<'a>) -> Open {
        match entry.tag() {
            dw::DW_TAG_compile_unit | dw::DW_TAG_partial_unit => {
                self.result.name = self.string(entry, dw::DW_AT_name).unwrap_or_default();
                self.result.producer = self.string(entry, dw::DW_AT_producer).unwrap_or_default();
                Open::Unit
            }
            dw::DW_TAG_subprogram => self.function(entry),
            dw::DW_TAG_lexical_block | dw::DW_TAG_inlined_subroutine => {
                Open::Block(Scope { ranges: self.ranges(entry), variables: vec![], scopes: vec![] })
            }
            dw::DW_TAG_variable => {
                self.variable(entry, false);
                Open::Other
            }
            dw::DW_TAG_formal_parameter if !self.is_in_type() => {
                self.variable(entry, true);
                Open::Other
            }
            _ => self.enter_type(entry),
        }
    }

    fn is_in_type(&self) -> bool {
        matches!(self.open.last(), Some(Open::Type(_)))
    }

    fn enter_type(&mut self, entry: &Entry<'a>) -> Open {
        let name = self.string(entry, dw::DW_AT_name);
        let target = self.type_of(entry);
        if let Some(Open::Type(parent)) = self.open.last_mut() {
            let fallback = self.types.unknown();
            if parent.take_child(entry, name.clone(), target, fallback) {
                return Open::Other;
            }
        }
        match self.types.open(entry, name, target) {
            Some(open) => Open::Type(open),
            None => Open::Other,
        }
    }

    /// Hands what was opened last to its parent; `false` when nothing is open.
    fn close(&mut self) -> bool {
        let Some(closed) = self.open.pop() else { return false };
        match closed {
            Open::Unit | Open::Other => {}
            Open::Type(open) => self.types.close(open),
            Open::Block(scope) => self.close_block(scope),
            Open::Function { function, .. } => self.result.functions.push(*function),
        }
        true
    }

    fn close_block(&mut self, mut scope: Scope) {
        let depth = self.open.len();
        match self.open.last_mut() {
            Some(Open::Block(parent)) if depth > SCOPE_DEPTH_MAX => {
                parent.variables.append(&mut scope.variables);
            }
            Some(Open::Block(parent)) => parent.scopes.push(scope),
            Some(Open::Function { function, .. }) => {
                let start = function.start;
                relate(&mut scope, start);
                function.scope.scopes.push(scope);
            }
            _ => {}
        }
    }

    /// A function with code; one without is an inlined one's pattern or a declaration.
    fn function(&mut self, entry: &Entry<'a>) -> Open {
        let ranges = self.ranges(entry);
        let Some(code) = ranges.first().cloned() else { return Open::Other };
        let of = self.with_origin(entry);
        let is_cfa_based = match entry.attr_value(dw::DW_AT_frame_base) {
            Some(AttributeValue::Exprloc(base)) => base.0.slice() == [dw::DW_OP_call_frame_cfa.0],
            _ => false,
        };
        let whole = ranges.into_iter().map(|range| relative(range, code.start)).collect();
        let function = Function {
            name: self.string(&of, dw::DW_AT_name).unwrap_or_default(),
            start: code.start,
            size: code.end - code.start,
            place: self.place(&of),
            result: self.type_of(&of),
            is_external: is_set(&of, dw::DW_AT_external),
            is_prototyped: is_set(&of, dw::DW_AT_prototyped),
            scope: Scope { ranges: whole, variables: vec![], scopes: vec![] },
            lines: vec![],
            frame: None,
        };
        Open::Function { function: Box::new(function), is_cfa_based }
    }

    /// A variable or parameter, given to the block, function or unit that it belongs to.
    fn variable(&mut self, entry: &Entry<'a>, is_parameter: bool) {
        if is_set(entry, dw::DW_AT_declaration) || matches!(self.open.last(), Some(Open::Other)) {
            return;
        }
        let (is_cfa_based, code) = self.function_around();
        let location = self.location(entry, is_cfa_based, code);
        let of = self.with_origin(entry);
        let ty = self.type_of(&of).unwrap_or_else(|| self.types.unknown());
        let variable = Variable {
            name: self.string(&of, dw::DW_AT_name).unwrap_or_default(),
            ty,
            place: self.place(&of),
            is_parameter,
            is_external: is_set(&of, dw::DW_AT_external),
            location,
        };
        match self.open.last_mut() {
            Some(Open::Unit) => self.result.variables.push(variable),
            Some(Open::Block(scope)) => scope.variables.push(variable),
            Some(Open::Function { function, .. }) => function.scope.variables.push(variable),
            _ => {}
        }
    }

    /// Of the function that is being read: whether its frame base is the CFA, and its code.
    fn function_around(&self) -> (bool, Range<u64>) {
        let function = self.open.iter().rev().find_map(|open| match open {
            Open::Function { function, is_cfa_based } => Some((function, is_cfa_based)),
            _ => None,
        });
        function.map_or((false, 0..0), |(function, &is_cfa_based)| {
            (is_cfa_based, function.start..function.start.saturating_add(function.size))
        })
    }

    fn location(&mut self, entry: &Entry<'a>, is_cfa_based: bool, code: Range<u64>) -> Location {
        let Some(value) = entry.attr_value(dw::DW_AT_location) else { return Location::None };
        if let AttributeValue::Exprloc(expression) = value {
            let bytes = expression.0.slice();
            return match simple_location(bytes) {
                Some(Location::Frame(_)) if !is_cfa_based => self.everywhere(code, bytes),
                Some(location) => location,
                None => self.everywhere(code, bytes),
            };
        }
        let Ok(Some(mut list)) = self.unit.attr_locations(value) else { return Location::None };
        let mut expressions = vec![];
        while let Ok(Some(item)) = list.next() {
            let bytes = item.data.0.slice();
            if !self.budget.take(ENTRY_SIZE + bytes.len()) {
                break;
            }
            let range = relative(item.range.begin..item.range.end, code.start);
            expressions.push((range, bytes.to_vec()));
        }
        Location::Expressions(expressions)
    }

    fn everywhere(&mut self, code: Range<u64>, bytes: &[u8]) -> Location {
        if bytes.is_empty() || !self.budget.take(bytes.len()) {
            return Location::None;
        }
        Location::Expressions(vec![(relative(code.clone(), code.start), bytes.to_vec())])
    }

    /// The entry that has an entry's name and type: itself, or what it is a copy of.
    fn with_origin(&self, entry: &Entry<'a>) -> Entry<'a> {
        let mut of = entry.clone();
        for _ in 0..ORIGIN_COUNT_MAX {
            let origin = of
                .attr_value(dw::DW_AT_abstract_origin)
                .or_else(|| of.attr_value(dw::DW_AT_specification));
            let Some(AttributeValue::UnitRef(offset)) = origin else { break };
            let Some(origin) = self.entry_at(offset) else { break };
            of = origin;
        }
        of
    }

    fn entry_at(&self, offset: UnitOffset<usize>) -> Option<Entry<'a>> {
        self.unit.entry(offset).ok()
    }

    /// The ranges of code that an entry covers; absolute, without empty ones.
    fn ranges(&mut self, entry: &Entry<'a>) -> Vec<Range<u64>> {
        let mut found = vec![];
        let Some(mut ranges) = code_ranges(self.unit, entry) else { return found };
        while let Ok(Some(range)) = ranges.next() {
            if !self.budget.take(size_of::<Range<u64>>()) {
                break;
            }
            if range.begin > 0 && range.begin < range.end {
                found.push(range.begin..range.end);
            }
        }
        found
    }

    fn type_of(&self, entry: &Entry<'a>) -> Option<crate::debug::TypeRef> {
        match entry.attr_value(dw::DW_AT_type)? {
            AttributeValue::UnitRef(offset) => {
                Some(self.types.at(offset).unwrap_or_else(|| self.types.unknown()))
            }
            _ => Some(self.types.unknown()),
        }
    }

    fn string(&mut self, entry: &Entry<'a>, name: gimli::DwAt) -> Option<String> {
        let string = self.unit.attr_string(entry.attr_value(name)?).ok()?;
        if !self.budget.take(string.len()) {
            return None;
        }
        Some(String::from_utf8_lossy(string.slice()).into_owned())
    }

    fn place(&self, entry: &Entry<'a>) -> Place {
        let number = |name: gimli::DwAt| {
            let value = match entry.attr_value(name)? {
                AttributeValue::FileIndex(index) => Some(index),
                value => value.udata_value(),
            };
            u32::try_from(value?).ok()
        };
        let first_file = if self.unit.header.version() >= 5 { 0 } else { 1 };
        Place {
            file: number(dw::DW_AT_decl_file).unwrap_or(0).saturating_sub(first_file),
            line: number(dw::DW_AT_decl_line).unwrap_or(0),
            column: number(dw::DW_AT_decl_column).unwrap_or(0),
        }
    }
}

/// Makes the ranges of a block and what is in it count from the start of its function.
fn relate(scope: &mut Scope, start: u64) {
    let mut scopes = vec![scope];
    while let Some(scope) = scopes.pop() {
        for range in &mut scope.ranges {
            *range = relative(range.clone(), start);
        }
        scopes.extend(&mut scope.scopes);
    }
}

/// A range relative to an address; what lies before it (a part of the function elsewhere) wraps
/// around.
fn relative(range: Range<u64>, start: u64) -> Range<u64> {
    range.start.wrapping_sub(start)..range.end.wrapping_sub(start)
}

fn is_set(entry: &Entry, name: gimli::DwAt) -> bool {
    matches!(entry.attr_value(name), Some(AttributeValue::Flag(true)))
}

/// The location that an expression of one operation gives: `DW_OP_fbreg` or `DW_OP_addr`.
fn simple_location(bytes: &[u8]) -> Option<Location> {
    let (&operation, operand) = bytes.split_first()?;
    match gimli::DwOp(operation) {
        dw::DW_OP_addr => Some(Location::Address(u64::from_le_bytes(operand.try_into().ok()?))),
        dw::DW_OP_fbreg => {
            let mut reader = Reader::new(operand, gimli::LittleEndian);
            let offset = gimli::Reader::read_sleb128(&mut reader).ok()?;
            reader.is_empty().then_some(Location::Frame(offset))
        }
        _ => None,
    }
}
