//! The symbol table of an image: names to addresses and back.

use crate::Image;
use crate::elf::format::{self, SymbolRecord, symbol};
use crate::object::SymbolKind;
use crate::plt;
use std::cmp::Reverse;
use std::ops::Range;

/// A symbol of an executable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: u64,
    /// **Units**: bytes; 0 when not known.
    pub size: u64,
    /// What it names.
    pub kind: SymbolKind,
    /// Whether it is visible to other objects when linking.
    pub is_global: bool,
}

/// The symbols of an image.
#[derive(Default, Debug)]
pub(crate) struct SymbolTable {
    /// Sorted by address; of several at one address the best to name it by comes first.
    symbols: Vec<Symbol>,
    /// Indices into `symbols`, sorted by name, global ones first.
    by_name: Vec<u32>,
}

/// How many symbols before an address are looked at to find one that includes it.
const NESTED_SYMBOL_COUNT_MAX: usize = 64;

/// How many bytes of names are kept; a file that has more, which only a damaged one should, keeps
/// its first ones.
const NAMES_SIZE_MAX: usize = 1 << 28;

impl SymbolTable {
    fn read(image: &Image) -> SymbolTable {
        let dynamic = &image.dynamic().symbols;
        let bytes = |range: &Range<usize>| image.bytes().get(range.clone()).unwrap_or_default();
        let tables = [
            (image.section_bytes(".symtab"), image.section_bytes(".strtab")),
            (bytes(&dynamic.0), bytes(&dynamic.1)),
        ];
        let mut names_size = 0;
        let records = tables.into_iter().flat_map(|(records, names)| {
            (0..records.len() / SymbolRecord::SIZE)
                .filter_map(move |index| SymbolRecord::read(records, index * SymbolRecord::SIZE))
                .filter_map(move |record| read_symbol(names, &record))
        });
        let mut symbols: Vec<_> = records
            .chain(plt::symbols(image))
            .take_while(|symbol| {
                names_size += symbol.name.len();
                names_size <= NAMES_SIZE_MAX
            })
            .collect();
        symbols.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name)));
        // What the dynamic linker sees is mostly in both tables.
        symbols.dedup();
        let mut by_name: Vec<_> = (0..symbols.len() as u32).collect();
        let name = |index: u32| {
            let symbol = &symbols[index as usize];
            (symbol.name.as_str(), Reverse(symbol.is_global))
        };
        by_name.sort_by(|&a, &b| name(a).cmp(&name(b)));
        SymbolTable { symbols, by_name }
    }
}

/// The order of symbols: by address, then functions and objects, sized ones and global ones first.
fn rank(symbol: &Symbol) -> (u64, bool, bool, bool) {
    let is_named = matches!(symbol.kind, SymbolKind::Function | SymbolKind::Object);
    (symbol.address, !is_named, symbol.size == 0, !symbol.is_global)
}

/// A symbol that names a place in memory; files, sections and thread-local offsets do not.
fn read_symbol(names: &[u8], record: &SymbolRecord) -> Option<Symbol> {
    let kind = match record.kind() {
        symbol::FUNCTION => SymbolKind::Function,
        symbol::OBJECT => SymbolKind::Object,
        symbol::FILE | symbol::SECTION | symbol::TLS => return None,
        _ => SymbolKind::Unknown,
    };
    let name = format::string_text(names, record.name);
    let is_defined = record.section != symbol::UNDEFINED;
    // `$x` and the like mark kinds of bytes (RISC-V psABI "Mapping Symbol"); they name nothing.
    let is_kept = is_defined && !name.is_empty() && !name.starts_with('$');
    let is_global = record.binding() != symbol::LOCAL;
    let (address, size) = (record.value, record.size);
    is_kept.then_some(Symbol { name, address, size, kind, is_global })
}

impl Image {
    fn symbol_table(&self) -> &SymbolTable {
        self.symbols.get_or_init(|| SymbolTable::read(self))
    }

    /// The symbols, sorted by address.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbol_table().symbols
    }

    /// The symbol of that name; a global one if there are several.
    pub fn symbol(&self, name: &str) -> Option<&Symbol> {
        let table = self.symbol_table();
        let of = |index: &u32| &table.symbols[*index as usize];
        let first = table.by_name.partition_point(|index| of(index).name.as_str() < name);
        table.by_name.get(first).map(of).filter(|symbol| symbol.name == name)
    }

    /// The symbol that names the byte at `address`: the innermost one that includes it or, when
    /// none does, the last label of unknown size before it in the same section.
    pub fn symbol_at(&self, address: u64) -> Option<&Symbol> {
        let symbols = self.symbols();
        let end = symbols.partition_point(|symbol| symbol.address <= address);
        let near = &symbols[end.saturating_sub(NESTED_SYMBOL_COUNT_MAX)..end];
        let includes = |symbol: &&Symbol| address - symbol.address < symbol.size;
        let start = near.iter().rev().find(includes).map(|symbol| symbol.address);
        if let Some(start) = start {
            return near.iter().find(|symbol| symbol.address == start && includes(symbol));
        }
        let label = near.iter().rev().find(|symbol| symbol.size == 0)?;
        let section = self.section_at(address)?;
        let is_near = label.address >= section.address;
        is_near.then(|| {
            near.iter().find(|symbol| symbol.address == label.address && symbol.size == 0)
        })?
    }
}
