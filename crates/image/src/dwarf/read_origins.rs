//! What an entry says of itself, and what the entries say that it was made from: of a function that
//! was inlined or is defined outside its class, the name and type are elsewhere (DWARF 5 sections
//! 2.13 and 3.3.8).

use super::read_entries::{Entry, Walk};
use super::read_units::Site;
use crate::debug::{Language, Place, TypeRef};
use crate::names;
use gimli::constants as dw;
use gimli::{AttributeValue, DwAt};

/// How many entries in a row are followed from an out-of-line copy to what it is a copy of.
const ORIGIN_COUNT_MAX: usize = 4;

/// An entry and those that it was made from, in the order in which they are asked.
pub(super) struct Origins<'a>(Vec<(Site<'a>, Entry<'a>)>);

impl<'a> Origins<'a> {
    /// The first one that has an attribute.
    fn with(&self, name: DwAt) -> Option<(&Site<'a>, &Entry<'a>)> {
        let found = self.0.iter().find(|(_, entry)| entry.has_attr(name));
        found.map(|(site, entry)| (site, entry))
    }

    /// An attribute, and the unit that it is in.
    pub(super) fn value(
        &self,
        name: DwAt,
    ) -> Option<(&Site<'a>, AttributeValue<super::read::Reader<'a>>)> {
        let (site, entry) = self.with(name)?;
        Some((site, entry.attr_value(name)?))
    }

    pub(super) fn is_set(&self, name: DwAt) -> bool {
        matches!(self.value(name), Some((_, AttributeValue::Flag(true))))
    }
}

impl<'a> Walk<'a, '_> {
    /// An entry of the unit that is being read, with its origins.
    pub(super) fn origins(&mut self, entry: &Entry<'a>) -> Origins<'a> {
        let mut found = vec![(self.site.clone(), entry.clone())];
        while let Some((site, entry)) = found.last().filter(|_| found.len() <= ORIGIN_COUNT_MAX) {
            let origin = entry
                .attr_value(dw::DW_AT_abstract_origin)
                .or_else(|| entry.attr_value(dw::DW_AT_specification));
            let Some(at) = origin.and_then(|it| self.units.target(site.index, it)) else { break };
            let Some(site) = self.units.site(at.unit) else { break };
            let Ok(entry) = site.unit.entry(at.offset) else { break };
            if !self.budget.take_entry(&entry) {
                break;
            }
            found.push((site, entry));
        }
        Origins(found)
    }

    /// The name, with the namespaces and classes that it is in: `std::vector::push_back`. Where
    /// there is none, what the linker's name means.
    pub(super) fn name(&mut self, of: &Origins<'a>) -> Option<String> {
        let Some((site, entry)) = of.with(dw::DW_AT_name) else { return self.linker_name(of) };
        let name = self.string(site, entry, dw::DW_AT_name)?;
        // A definition outside its class has its name, but its declaration is where it belongs.
        let (mut prefix, mut origins) = (String::new(), of.0.iter());
        while let Some((site, entry)) = origins.next().filter(|_| prefix.is_empty()) {
            prefix = self.prefix(site, entry);
        }
        // An implementation block has no name in Rust, but the linker's name tells its type.
        let is_unnamed = prefix.contains("{impl#");
        let better = if is_unnamed { self.linker_name(of) } else { None };
        Some(better.unwrap_or_else(|| prefix + &name))
    }

    fn linker_name(&mut self, of: &Origins<'a>) -> Option<String> {
        let found = [dw::DW_AT_linkage_name, dw::DW_AT_MIPS_linkage_name]
            .into_iter()
            .find_map(|name| of.with(name).map(|(site, entry)| (site, entry, name)));
        let (site, entry, name) = found?;
        let name = names::demangle(&self.string(site, entry, name)?);
        self.budget.take(name.len()).then_some(name)
    }

    fn prefix(&mut self, site: &Site<'a>, entry: &Entry<'a>) -> String {
        if !self.result.language.has_namespaces() {
            return String::new();
        }
        let unit = self.units.of(site);
        let survey = self.surveys.entry(site.index);
        let language = self.result.language;
        let budget = &mut *self.budget;
        let survey =
            survey.or_insert_with(|| super::read_names::Survey::new(unit, language, budget));
        let prefix = survey.prefix(unit, entry.offset());
        if self.budget.take(prefix.len()) { prefix } else { String::new() }
    }

    /// What `DW_AT_type` refers to.
    pub(super) fn type_of(&mut self, of: &Origins<'a>) -> Option<TypeRef> {
        let (site, value) = of.value(dw::DW_AT_type)?;
        Some(self.type_at(site.index, value))
    }

    /// Where it is declared.
    pub(super) fn place(&mut self, of: &Origins<'a>) -> Place {
        let names = [dw::DW_AT_decl_file, dw::DW_AT_decl_line, dw::DW_AT_decl_column];
        self.place_of(of, names)
    }

    /// Where the call of an inlined function is.
    pub(super) fn call_place(&mut self, of: &Origins<'a>) -> Place {
        let names = [dw::DW_AT_call_file, dw::DW_AT_call_line, dw::DW_AT_call_column];
        self.place_of(of, names)
    }

    fn place_of(&mut self, of: &Origins<'a>, [file, line, column]: [DwAt; 3]) -> Place {
        let number = |name: DwAt| {
            let (_, value) = of.value(name)?;
            u32::try_from(value.udata_value()?).ok()
        };
        let index = of.value(file).and_then(|(site, value)| match value {
            AttributeValue::FileIndex(index) => Some((site, index)),
            value => Some((site, value.udata_value()?)),
        });
        Place {
            file: index.map_or(0, |(site, index)| self.file(site, index)),
            line: number(line).unwrap_or(0),
            column: number(column).unwrap_or(0),
        }
    }

    /// The index in [`Unit::files`](crate::debug::Unit::files) of a file that a unit numbers so.
    fn file(&mut self, site: &Site<'a>, number: u64) -> u32 {
        let first = if site.unit.header.version() >= 5 { 0 } else { 1 };
        if site.index == self.own {
            return u32::try_from(number.saturating_sub(first)).unwrap_or(0);
        }
        let (units, files, budget) = (self.units, &mut self.result.files, &mut *self.budget);
        *self.foreign_files.entry((site.index, number)).or_insert_with(|| {
            let path = super::read_lines::file_path(units.of(site), number);
            let path = path.filter(|path| budget.take(path.len())).unwrap_or_default();
            let index = files.iter().position(|file| *file == path).unwrap_or(files.len());
            if index == files.len() {
                files.push(path);
            }
            index as u32
        })
    }
}

impl Language {
    /// Whether names are in namespaces and classes.
    pub(super) fn has_namespaces(self) -> bool {
        !matches!(self, Language::C | Language::Assembly | Language::Go)
    }
}
