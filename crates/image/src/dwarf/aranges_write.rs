//! The index from addresses to units (DWARF 5 section 6.1.2), which spares a reader every unit that
//! it does not need.

use super::write::{ADDRESS_SIZE, SectionWriter, address_of};
use crate::debug::Unit;
use crate::object::SymbolId;
use gimli::SectionId;
use gimli::write::{Address, Result, Writer};

/// The version of the table, the same since DWARF 2.
const VERSION: u16 = 2;

/// The table of one unit: a header padded to twice the size of an address, then pairs of address
/// and size.
pub(super) fn ranges(unit: &Unit<SymbolId>) -> Result<SectionWriter> {
    let mut writer = SectionWriter::new();
    let length_at = writer.len();
    writer.write_u32(0)?;
    writer.write_u16(VERSION)?;
    writer.write_offset(0, SectionId::DebugInfo, 4)?;
    writer.write_u8(ADDRESS_SIZE)?;
    writer.write_u8(0)?;
    while !writer.len().is_multiple_of(2 * usize::from(ADDRESS_SIZE)) {
        writer.write_u8(0)?;
    }
    for function in unit.functions.iter().filter(|function| function.size > 0) {
        writer.write_address(address_of(function.start), ADDRESS_SIZE)?;
        writer.write_udata(function.size, ADDRESS_SIZE)?;
    }
    writer.write_address(Address::Constant(0), ADDRESS_SIZE)?;
    writer.write_udata(0, ADDRESS_SIZE)?;
    let length = (writer.len() - length_at - 4) as u64;
    writer.write_udata_at(length_at, length, 4)?;
    Ok(writer)
}
