//! Names for the procedure linkage table, through which a program calls what is in libraries.
//!
//! **Rule**: RISC-V psABI "Program Linkage Table": a header of 32 bytes, then an entry of 16 bytes
//! for each relocation of the table, in their order.

use crate::Image;
use crate::elf::format::{self, RelocationRecord, SymbolRecord};
use crate::object::SymbolKind;
use crate::symbols::Symbol;

/// **Units**: bytes.
const HEADER_SIZE: u64 = 32;

/// **Units**: bytes.
const ENTRY_SIZE: u64 = 16;

/// The entries of the table, named after what they lead to: `printf@plt`.
pub(crate) fn symbols(image: &Image) -> impl Iterator<Item = Symbol> {
    let dynamic = image.dynamic();
    let bytes = |range: &std::ops::Range<usize>| image.bytes().get(range.clone());
    let relocations = bytes(&dynamic.plt_relocations).unwrap_or_default();
    let records = bytes(&dynamic.symbols.0).unwrap_or_default();
    let names = bytes(&dynamic.symbols.1).unwrap_or_default();
    let table = image
        .section(".plt")
        .map_or(0..0, |section| section.address..section.address.saturating_add(section.size));
    let first = table.start.saturating_add(HEADER_SIZE);
    let addresses = (first..table.end).step_by(ENTRY_SIZE as usize);
    let relocations = (0..relocations.len() / RelocationRecord::SIZE).filter_map(move |index| {
        RelocationRecord::read(relocations, index * RelocationRecord::SIZE)
    });
    addresses.zip(relocations).filter_map(move |(address, relocation)| {
        let index = usize::try_from(relocation.info >> 32).ok()?;
        let record = SymbolRecord::read(records, index.checked_mul(SymbolRecord::SIZE)?)?;
        let name = format::string_text(names, record.name);
        (!name.is_empty()).then(|| Symbol {
            name: format!("{name}@plt"),
            address,
            size: ENTRY_SIZE,
            kind: SymbolKind::Function,
            is_global: false,
        })
    })
}
