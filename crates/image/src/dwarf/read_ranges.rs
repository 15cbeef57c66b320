//! The code that an entry covers (DWARF 5 section 2.17).

use super::read::Reader;
use gimli::constants as dw;
use gimli::{AttributeValue, DebuggingInformationEntry, RangeIter, UnitRef};

/// The ranges of an entry; `None` when what it says is damaged.
///
/// A range is given by its end or by its size; gimli 0.34 adds the size unchecked, so a sum beyond the address space is
/// refused here.
pub(super) fn code_ranges<'a>(
    unit: UnitRef<'_, Reader<'a>>,
    entry: &DebuggingInformationEntry<Reader<'a>>,
) -> Option<RangeIter<Reader<'a>>> {
    if let Some(AttributeValue::Udata(size)) = entry.attr_value(dw::DW_AT_high_pc)
        && let Some(low) = entry.attr_value(dw::DW_AT_low_pc)
        && let Ok(Some(begin)) = unit.attr_address(low)
    {
        begin.checked_add(size)?;
    }
    unit.die_ranges(entry).ok()
}
