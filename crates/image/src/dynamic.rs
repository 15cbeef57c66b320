//! What a program says to the dynamic linker: the libraries that it needs, and where to look.
//!
//! **Rule**: System V ABI "Dynamic Section".

use crate::Image;
use crate::elf::format::{self, DynamicRecord, SymbolRecord, dynamic};
use std::ops::Range;

/// How many records are read; real files have some dozens.
const RECORD_COUNT_MAX: usize = 1 << 16;

/// How much memory the names of libraries may take; what exceeds it is left out.
///
/// **Units**: bytes.
const NAMES_SIZE_MAX: usize = 1 << 20;

/// The dynamic section.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Dynamic {
    /// The names of the libraries that it needs, in the order of loading (`DT_NEEDED`).
    pub needed: Vec<String>,
    /// Its own name as a library (`DT_SONAME`).
    pub name: Option<String>,
    /// Directories in which its libraries are looked for, separated by `:` (`DT_RUNPATH`, or else
    /// `DT_RPATH`).
    pub run_path: Option<String>,
    /// Whether it says that it is a program rather than a library (`DF_1_PIE`).
    pub is_program: bool,
    /// The symbols in the file, and their names.
    pub(crate) symbols: (Range<usize>, Range<usize>),
    /// The relocations of the procedure linkage table, in the file.
    pub(crate) plt_relocations: Range<usize>,
}

impl Dynamic {
    pub(crate) fn read(image: &Image, records: Range<usize>) -> Dynamic {
        let bytes = image.bytes().get(records).unwrap_or_default();
        let records: Vec<_> = (0..bytes.len() / DynamicRecord::SIZE)
            .take(RECORD_COUNT_MAX)
            .filter_map(|index| DynamicRecord::read(bytes, index * DynamicRecord::SIZE))
            .take_while(|record| record.tag != dynamic::NULL)
            .collect();
        let value =
            |tag: u64| records.iter().find(|record| record.tag == tag).map(|record| record.value);
        let plt = value(dynamic::PLT_RELOCATIONS).zip(value(dynamic::PLT_RELOCATIONS_SIZE));
        let plt = plt.and_then(|(address, size)| image.file_range_at(address, size));
        let strings = value(dynamic::STRING_TABLE).zip(value(dynamic::STRING_TABLE_SIZE));
        let strings = strings.and_then(|(address, size)| image.file_range_at(address, size));
        let strings = strings.unwrap_or_default();
        let table = &image.bytes()[strings.clone()];
        let mut left = NAMES_SIZE_MAX;
        let mut text = |offset: u64| {
            let name = format::string(table, u32::try_from(offset).ok()?);
            left = left.checked_sub(name.len())?;
            Some(String::from_utf8_lossy(name).into_owned())
        };
        let needed = records.iter().filter(|record| record.tag == dynamic::NEEDED);
        Dynamic {
            needed: needed.filter_map(|record| text(record.value)).collect(),
            name: value(dynamic::SHARED_OBJECT_NAME).and_then(&mut text),
            run_path: value(dynamic::RUN_PATH)
                .or_else(|| value(dynamic::RUN_PATH_OLD))
                .and_then(&mut text),
            is_program: value(dynamic::FLAGS_1)
                .is_some_and(|flags| flags & dynamic::FLAG_1_PIE != 0),
            symbols: (
                symbols(image, value(dynamic::SYMBOL_TABLE), value(dynamic::STRING_TABLE)),
                strings,
            ),
            plt_relocations: plt.unwrap_or_default(),
        }
    }
}

/// The symbol table. Nothing says how long it is without walking the hash tables; but linkers put
/// the strings right behind it.
fn symbols(image: &Image, start: Option<u64>, strings: Option<u64>) -> Range<usize> {
    let range = start.zip(strings).and_then(|(start, strings)| {
        let size = strings.checked_sub(start)?;
        image.file_range_at(start, size / SymbolRecord::SIZE as u64 * SymbolRecord::SIZE as u64)
    });
    range.unwrap_or_default()
}

impl Image {
    /// Where in the file `size` bytes of loaded memory are; `None` when the file does not give all
    /// of them.
    fn file_range_at(&self, address: u64, size: u64) -> Option<Range<usize>> {
        let segment = self.segment_at(address)?;
        let offset = address - segment.address;
        let range = format::file_range(offset, size, segment.file.len())?;
        Some(segment.file.start + range.start..segment.file.start + range.end)
    }
}
