//! Which entries of a unit are types, and in which namespaces and classes entries are: what has to
//! be known before entries are read, since they refer to each other in any order.
//!
//! Terms: a *container* is an entry whose name stands before the names of what is in it, as in
//! `std::vector`.

use super::read::{Budget, Reader};
use super::read_types::is_type;
use crate::debug::Language;
use gimli::constants as dw;
use gimli::{AttributeValue, UnitOffset, UnitRef};

/// How many containers around an entry are named.
const DEPTH_MAX: usize = 32;

/// The longest chain of containers' names. **Units**: bytes.
const PATH_SIZE_MAX: usize = 4096;

/// **Units**: bytes of an entry in the survey, beside its attributes.
const ENTRY_SIZE: usize = 24;

/// What one pass over the entries of a unit finds.
#[derive(Default)]
pub(super) struct Survey {
    /// The offsets of the types, sorted.
    pub(super) types: Vec<usize>,
    containers: Vec<Container>,
    /// The offsets of entries that are in a container, and which; sorted.
    contained: Vec<(usize, u32)>,
}

struct Container {
    offset: usize,
    /// The one that it is in.
    outer: Option<u32>,
}

impl Survey {
    pub(super) fn new(unit: UnitRef<Reader>, language: Language, budget: &mut Budget) -> Survey {
        let mut survey = Survey::default();
        // What is damaged ends the walk; the walk that reads the entries ends there too.
        let _ = survey.walk(unit, language.has_namespaces(), budget);
        survey
    }

    fn walk(
        &mut self,
        unit: UnitRef<Reader>,
        has_containers: bool,
        budget: &mut Budget,
    ) -> gimli::Result<()> {
        let mut entries = unit.entries_raw(None)?;
        // For each open entry, the container that its children are in.
        let mut open: Vec<Option<u32>> = vec![];
        while !entries.is_empty() {
            let offset = entries.next_offset();
            let Some(abbreviation) = entries.read_abbreviation()? else {
                open.pop();
                continue;
            };
            let attributes = abbreviation.attributes();
            if !budget.take(ENTRY_SIZE + attributes.len()) {
                break;
            }
            let tag = abbreviation.tag();
            if is_type(tag) {
                self.types.push(offset.0);
            }
            let outer = open.last().copied().flatten();
            if let (Some(outer), true) = (outer, is_named_inside(tag)) {
                self.contained.push((offset.0, outer));
            }
            if abbreviation.has_children() {
                let is_container = has_containers && is_container(tag);
                open.push(is_container.then(|| self.add(offset.0, outer)));
            }
            entries.skip_attributes(attributes)?;
        }
        Ok(())
    }

    fn add(&mut self, offset: usize, outer: Option<u32>) -> u32 {
        self.containers.push(Container { offset, outer });
        self.containers.len() as u32 - 1
    }

    /// What stands before the name of the entry at that offset: `std::`, or nothing.
    pub(super) fn prefix(&self, unit: UnitRef<Reader>, offset: UnitOffset<usize>) -> String {
        let found = self.contained.binary_search_by_key(&offset.0, |&(offset, _)| offset);
        let mut container = found.ok().map(|index| self.contained[index].1);
        let mut names = vec![];
        while let Some(index) = container.filter(|_| names.len() < DEPTH_MAX) {
            let Container { offset, outer } = self.containers[index as usize];
            names.extend(name(unit, offset));
            container = outer;
        }
        let mut prefix = String::new();
        for name in names.iter().rev() {
            if prefix.len() + name.len() > PATH_SIZE_MAX {
                break;
            }
            prefix.push_str(name);
            prefix.push_str("::");
        }
        prefix
    }
}

/// The name of a container; `None` for one that does not show, such as `inline namespace` does.
fn name(unit: UnitRef<Reader>, offset: usize) -> Option<String> {
    let entry = unit.entry(UnitOffset(offset)).ok()?;
    let is_namespace = entry.tag() == dw::DW_TAG_namespace;
    let Some(value) = entry.attr_value(dw::DW_AT_name) else {
        return Some(if is_namespace { "(anonymous namespace)" } else { "{...}" }.into());
    };
    // `std::__cxx11::string` is what users know as `std::string`.
    let is_inline =
        matches!(entry.attr_value(dw::DW_AT_export_symbols), Some(AttributeValue::Flag(true)));
    let string = unit.attr_string(value).ok().filter(|_| !is_inline)?;
    Some(
        String::from_utf8_lossy(string.slice().get(..PATH_SIZE_MAX).unwrap_or(string.slice()))
            .into(),
    )
}

fn is_container(tag: gimli::DwTag) -> bool {
    matches!(
        tag,
        dw::DW_TAG_namespace
            | dw::DW_TAG_module
            | dw::DW_TAG_structure_type
            | dw::DW_TAG_class_type
            | dw::DW_TAG_union_type
            | dw::DW_TAG_interface_type
            | dw::DW_TAG_enumeration_type
    )
}

/// Whether such an entry has a name that containers stand before. Members have none.
fn is_named_inside(tag: gimli::DwTag) -> bool {
    is_container(tag)
        || matches!(
            tag,
            dw::DW_TAG_subprogram
                | dw::DW_TAG_variable
                | dw::DW_TAG_typedef
                | dw::DW_TAG_template_alias
                | dw::DW_TAG_member
        )
}
