//! Reading the entries of a unit: functions, blocks and variables; types in the neighbour file.
//!
//! One pass numbers the types, so that references can go forward; a second walks the entries with a
//! stack of what is open, and hands each to its parent when it closes. Nothing here calls itself,
//! so a file cannot exhaust the stack by nesting. Types of other units that are referred to are
//! read behind the unit's own.

use super::read::{Budget, Reader};
use super::read_locations::{self, Around, relative};
use super::read_names::Survey;
use super::read_origins::Origins;
use super::read_ranges::code_ranges;
use super::read_types::{OpenType, TypeTable};
use super::read_units::{EntryAt, Site, Units};
use crate::debug::{
    FrameBase, Function, Inlined, Language, Location, Scope, TypeRef, Unit, Variable,
};
use gimli::constants as dw;
use gimli::{AttributeValue, DebuggingInformationEntry};
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) type Entry<'a> = DebuggingInformationEntry<Reader<'a>>;

/// How deep blocks nest in what is handed on; deeper ones become part of the last one.
const SCOPE_DEPTH_MAX: usize = 256;

/// **Units**: bytes of an entry beside its attributes.
const ENTRY_SIZE: usize = 256;

/// **Units**: bytes of an attribute beside its strings and lists.
const ATTRIBUTE_SIZE: usize = 16;

impl Budget {
    /// Takes what an entry takes. In the file an attribute need not take anything.
    pub(super) fn take_entry(&mut self, entry: &Entry) -> bool {
        self.take(ENTRY_SIZE + ATTRIBUTE_SIZE * entry.attrs().len())
    }
}

/// Reads a unit, but for its lines; also tells the offsets of the entries of its first types.
pub(super) fn read<'a>(
    units: &Units<'a>,
    site: Site<'a>,
    files: Vec<String>,
    budget: &mut Budget,
) -> (Unit, Vec<usize>) {
    let language = language(&site);
    let survey = Survey::new(units.of(&site), language, budget);
    let own = site.index;
    let mut walk = Walk {
        units,
        own,
        site,
        budget,
        types: TypeTable::new(own, survey.types.clone()),
        surveys: BTreeMap::from([(own, survey)]),
        foreign_files: BTreeMap::new(),
        open: vec![],
        result: Unit { language, files, ..Unit::default() },
    };
    // What is damaged ends the walk; what was read before it stays.
    let _ = walk.entries(None);
    while walk.close() {}
    walk.read_foreign_types();
    let (types, offsets) = walk.types.finish();
    (Unit { types, ..walk.result }, offsets)
}

/// The language of a unit (DWARF 5 section 7.12).
fn language(site: &Site) -> Language {
    let root = site.unit.entry(site.unit.header.root_offset());
    let value = root.ok().and_then(|root| root.attr_value(dw::DW_AT_language));
    let Some(AttributeValue::Language(language)) = value else { return Language::C };
    match language {
        dw::DW_LANG_C | dw::DW_LANG_C89 | dw::DW_LANG_C99 | dw::DW_LANG_C11 | dw::DW_LANG_C17 => {
            Language::C
        }
        dw::DW_LANG_C_plus_plus
        | dw::DW_LANG_C_plus_plus_03
        | dw::DW_LANG_C_plus_plus_11
        | dw::DW_LANG_C_plus_plus_14
        | dw::DW_LANG_C_plus_plus_17
        | dw::DW_LANG_C_plus_plus_20 => Language::Cpp,
        dw::DW_LANG_Rust => Language::Rust,
        dw::DW_LANG_Go => Language::Go,
        dw::DW_LANG_Mips_Assembler => Language::Assembly,
        other => Language::Other(other.0),
    }
}

/// The reading of one unit.
pub(super) struct Walk<'a, 'b> {
    pub(super) units: &'b Units<'a>,
    /// The number of the unit.
    pub(super) own: u32,
    /// Where entries are being read: the unit, or another one with a type that it refers to.
    pub(super) site: Site<'a>,
    pub(super) budget: &'b mut Budget,
    types: TypeTable,
    pub(super) surveys: BTreeMap<u32, Survey>,
    /// The files of other units, by unit and number there.
    pub(super) foreign_files: BTreeMap<(u32, u64), u32>,
    open: Vec<Open>,
    pub(super) result: Unit,
}

/// An entry whose children are being read.
enum Open {
    /// The unit, or a namespace in it.
    Outside,
    Function(Box<Function>),
    Block(Scope),
    Type(OpenType),
    /// A part of the type around it.
    Part,
    /// Nothing that is handed on: declarations, abstract functions.
    Other,
}

impl<'a> Walk<'a, '_> {
    /// Reads the unit, or one entry of it and what is in that.
    fn entries(&mut self, from: Option<EntryAt>) -> gimli::Result<()> {
        let site = self.site.clone();
        let mut entries = site.unit.entries_raw(from.map(|at| at.offset))?;
        let mut entry = Entry::null();
        while !entries.is_empty() {
            if !entries.read_entry(&mut entry)? {
                self.close();
            } else {
                if !self.budget.take_entry(&entry) {
                    break;
                }
                let open = self.enter(&entry);
                self.open.push(open);
                if !entry.has_children() {
                    self.close();
                }
            }
            if from.is_some() && self.open.is_empty() {
                break;
            }
        }
        Ok(())
    }

    /// Reads the types of other units that were referred to, and those that they refer to.
    fn read_foreign_types(&mut self) {
        while let Some(at) = self.types.next_foreign() {
            let Some(site) = self.units.site(at.unit) else { continue };
            self.site = site;
            let _ = self.entries(Some(at));
            while self.close() {}
        }
    }

    fn enter(&mut self, entry: &Entry<'a>) -> Open {
        match entry.tag() {
            dw::DW_TAG_compile_unit
            | dw::DW_TAG_partial_unit
            | dw::DW_TAG_skeleton_unit
            | dw::DW_TAG_type_unit => {
                let site = self.site.clone();
                self.result.name = self.string(&site, entry, dw::DW_AT_name).unwrap_or_default();
                self.result.producer =
                    self.string(&site, entry, dw::DW_AT_producer).unwrap_or_default();
                self.result.directory =
                    self.string(&site, entry, dw::DW_AT_comp_dir).unwrap_or_default();
                Open::Outside
            }
            dw::DW_TAG_namespace | dw::DW_TAG_module => Open::Outside,
            dw::DW_TAG_subprogram => self.function(entry),
            dw::DW_TAG_lexical_block | dw::DW_TAG_try_block | dw::DW_TAG_catch_block => {
                Open::Block(self.block(entry))
            }
            dw::DW_TAG_inlined_subroutine => {
                let inlined = Some(Box::new(self.inlined(entry)));
                Open::Block(Scope { inlined, ..self.block(entry) })
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

    /// The type that is being read, if an entry here would be a part of it.
    fn type_around(open: &mut [Open]) -> Option<&mut OpenType> {
        match open.iter_mut().rev().find(|open| !matches!(open, Open::Part))? {
            Open::Type(open) => Some(open),
            _ => None,
        }
    }

    fn enter_type(&mut self, entry: &Entry<'a>) -> Open {
        let of = self.origins(entry);
        let target = self.type_of(&of);
        let unknown = self.types.unknown();
        if let Some(parent) = Self::type_around(&mut self.open) {
            match entry.tag() {
                dw::DW_TAG_variant_part => {
                    parent.make_variants();
                    return Open::Part;
                }
                dw::DW_TAG_variant => {
                    parent.begin_variant(entry);
                    return Open::Part;
                }
                _ if OpenType::is_part(entry.tag()) => {
                    let site = self.site.clone();
                    let name = self.string(&site, entry, dw::DW_AT_name);
                    if let Some(parent) = Self::type_around(&mut self.open) {
                        parent.take_child(entry, name, target, unknown);
                    }
                    return Open::Other;
                }
                _ => {}
            }
        }
        self.open_type(entry, &of, target)
    }

    fn open_type(&mut self, entry: &Entry<'a>, of: &Origins<'a>, target: Option<TypeRef>) -> Open {
        let at = EntryAt { unit: self.site.index, offset: entry.offset() };
        let Some(index) = self.types.index(at) else { return Open::Other };
        for (attribute, is_definition) in
            [(dw::DW_AT_specification, true), (dw::DW_AT_signature, false)]
        {
            if let Some(value) = entry.attr_value(attribute) {
                let other = self.type_at(self.site.index, value);
                let (definition, declaration) =
                    if is_definition { (index, other) } else { (other, index) };
                self.types.complete(declaration, definition);
            }
        }
        let name = self.name(of);
        let class = entry.attr_value(dw::DW_AT_containing_type);
        let class = class.map(|value| self.type_at(self.site.index, value));
        Open::Type(self.types.open(index, entry, name, target, class))
    }

    /// The type that an attribute of a unit refers to.
    pub(super) fn type_at(&mut self, unit: u32, value: AttributeValue<Reader>) -> TypeRef {
        let at = self.units.target(unit, value);
        at.map_or(self.types.unknown(), |at| self.types.at(at))
    }

    /// Hands what was opened last to its parent; `false` when nothing is open.
    fn close(&mut self) -> bool {
        let Some(closed) = self.open.pop() else { return false };
        match closed {
            Open::Outside | Open::Part | Open::Other => {}
            Open::Type(open) => self.types.close(open),
            Open::Block(scope) => self.close_block(scope),
            Open::Function(function) => self.result.functions.push(*function),
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
            Some(Open::Function(function)) => function.scope.scopes.push(scope),
            _ => {}
        }
    }

    /// A function with code; one without is an inlined one's pattern or a declaration.
    fn function(&mut self, entry: &Entry<'a>) -> Open {
        let ranges = self.ranges(entry);
        let Some(code) = self.first_range(entry, &ranges) else { return Open::Other };
        let of = self.origins(entry);
        let site = self.site.clone();
        let whole = ranges.into_iter().map(|range| relative(range, code.start)).collect();
        Open::Function(Box::new(Function {
            name: self.name(&of).unwrap_or_default(),
            start: code.start,
            size: code.end - code.start,
            place: self.place(&of),
            result: self.type_of(&of),
            is_external: of.is_set(dw::DW_AT_external),
            is_prototyped: of.is_set(dw::DW_AT_prototyped),
            scope: Scope { ranges: whole, inlined: None, variables: vec![], scopes: vec![] },
            base: read_locations::frame_base(self.units.of(&site), entry, code.start, self.budget),
            lines: vec![],
            frame: None,
        }))
    }

    /// Of the ranges of a function, the one that it is entered by.
    fn first_range(&self, entry: &Entry<'a>, ranges: &[Range<u64>]) -> Option<Range<u64>> {
        let value = entry.attr_value(dw::DW_AT_entry_pc);
        let address = value.and_then(|it| self.units.of(&self.site).attr_address(it).ok()?);
        let begins = |range: &&Range<u64>| Some(range.start) == address;
        ranges.iter().find(begins).or(ranges.first()).cloned()
    }

    fn block(&mut self, entry: &Entry<'a>) -> Scope {
        let start = self.function_around().map_or(0, |around| around.start);
        let ranges = self.ranges(entry);
        Scope {
            ranges: ranges.into_iter().map(|range| relative(range, start)).collect(),
            inlined: None,
            variables: vec![],
            scopes: vec![],
        }
    }

    fn inlined(&mut self, entry: &Entry<'a>) -> Inlined {
        let of = self.origins(entry);
        Inlined {
            function: self.name(&of).unwrap_or_default(),
            place: self.place(&of),
            call: self.call_place(&of),
        }
    }

    /// A variable or parameter, given to the block, function or unit that it belongs to.
    fn variable(&mut self, entry: &Entry<'a>, is_parameter: bool) {
        let is_declaration = entry.has_attr(dw::DW_AT_declaration);
        let is_inside = matches!(self.open.last(), Some(Open::Other | Open::Part | Open::Type(_)));
        if is_declaration || is_inside {
            return;
        }
        let of = self.origins(entry);
        let variable = Variable {
            name: self.name(&of).unwrap_or_default(),
            ty: self.type_of(&of).unwrap_or_else(|| self.types.unknown()),
            place: self.place(&of),
            is_parameter,
            is_external: of.is_set(dw::DW_AT_external),
            location: self.location(entry, &of),
        };
        match self.open.last_mut() {
            Some(Open::Outside) => self.result.variables.push(variable),
            Some(Open::Block(scope)) => scope.variables.push(variable),
            Some(Open::Function(function)) => function.scope.variables.push(variable),
            _ => {}
        }
    }

    fn location(&mut self, entry: &Entry<'a>, of: &Origins<'a>) -> Location {
        let around = self.function_around();
        let site = self.site.clone();
        let unit = self.units.of(&site);
        match read_locations::location(unit, entry, around.as_ref(), self.budget) {
            // A constant is the same in every copy of an inlined function.
            Location::None => match of.value(dw::DW_AT_const_value) {
                Some((site, value)) => {
                    read_locations::constant(self.units.of(site), value, self.budget)
                }
                None => Location::None,
            },
            found => found,
        }
    }

    /// The function that is being read.
    fn function_around(&self) -> Option<Around> {
        self.open.iter().rev().find_map(|open| match open {
            Open::Function(function) => Some(Around {
                is_cfa_based: function.base == FrameBase::Cfa,
                start: function.start,
            }),
            _ => None,
        })
    }

    /// The ranges of code that an entry covers; absolute, without empty ones.
    fn ranges(&mut self, entry: &Entry<'a>) -> Vec<Range<u64>> {
        let mut found = vec![];
        let Some(mut ranges) = code_ranges(self.units.of(&self.site), entry) else { return found };
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

    /// An attribute of an entry as text.
    pub(super) fn string(
        &mut self,
        site: &Site<'a>,
        entry: &Entry<'a>,
        name: gimli::DwAt,
    ) -> Option<String> {
        let string = self.units.of(site).attr_string(entry.attr_value(name)?).ok()?;
        if !self.budget.take(string.len()) {
            return None;
        }
        Some(String::from_utf8_lossy(string.slice()).into_owned())
    }
}
