//! The units of a file as gimli reads them, each opened when it is first asked for; and the
//! references that lead from an entry to another, perhaps in another unit (DWARF 5 section 7.5.5).

use super::read::{Debug, Reader};
use gimli::{AttributeValue, Dwarf, UnitOffset, UnitRef};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A unit that is being read.
#[derive(Clone)]
pub(super) struct Site<'a> {
    /// Its number among the units of the file.
    pub(super) index: u32,
    pub(super) unit: Rc<gimli::Unit<Reader<'a>>>,
}

/// Where an entry is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct EntryAt {
    /// The number of its unit.
    pub(super) unit: u32,
    /// From the beginning of the unit.
    pub(super) offset: UnitOffset<usize>,
}

/// The units of a file.
pub(super) struct Units<'a> {
    dwarf: Dwarf<Reader<'a>>,
    debug: &'a Debug,
    open: RefCell<BTreeMap<u32, Option<Site<'a>>>>,
}

impl<'a> Units<'a> {
    pub(super) fn new(dwarf: Dwarf<Reader<'a>>, debug: &'a Debug) -> Units<'a> {
        Units { dwarf, debug, open: RefCell::default() }
    }

    /// A unit by its number; `None` when it is damaged.
    pub(super) fn site(&self, index: u32) -> Option<Site<'a>> {
        let mut open = self.open.borrow_mut();
        let found = open.entry(index).or_insert_with(|| {
            let unit = self.debug.open_unit(&self.dwarf, index)?;
            Some(Site { index, unit: Rc::new(unit) })
        });
        found.clone()
    }

    /// A unit together with the sections that it refers to.
    pub(super) fn of<'s>(&'s self, site: &'s Site<'a>) -> UnitRef<'s, Reader<'a>> {
        UnitRef::new(&self.dwarf, &site.unit)
    }

    /// The entry that an attribute refers to, in the unit that the attribute is in.
    pub(super) fn target(&self, unit: u32, value: AttributeValue<Reader>) -> Option<EntryAt> {
        match value {
            AttributeValue::UnitRef(offset) => Some(EntryAt { unit, offset }),
            AttributeValue::DebugInfoRef(offset) => self.debug.entry_at(offset),
            AttributeValue::DebugTypesRef(signature) => self.debug.entry_of_type(signature),
            _ => None,
        }
    }
}
