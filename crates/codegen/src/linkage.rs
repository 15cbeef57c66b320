//! What attributes ask of the linker: other names of what is defined, and functions that are called
//! before and after `main`.
//!
//! **Rule**: System V ABI "Initialization and Termination Functions"; GCC manual, "Common Function
//! Attributes".

use frontend::tree::{FunctionId, GlobalId};
use image::object::{Relocation, RelocationKind, SectionKind, SymbolId};

use crate::unit::UnitGenerator;

/// The priority that no number in a section's name stands for: the last.
const NO_PRIORITY: u16 = u16::MAX;

/// **Units**: bytes of an address.
const ADDRESS_SIZE: u64 = 8;

impl UnitGenerator<'_> {
    /// Everything of it, once all is defined.
    pub(crate) fn linkage(&mut self) {
        let tree = self.tree;
        for (index, function) in tree.functions.iter().enumerate() {
            if function.body.is_none() {
                continue;
            }
            let symbol = self.symbols.function(FunctionId(index as u32), function.span);
            if let Some(priority) = function.conventions.constructor {
                self.call_around_main(".init_array", priority, symbol);
            }
            if let Some(priority) = function.conventions.destructor {
                self.call_around_main(".fini_array", priority, symbol);
            }
        }
        self.aliases();
    }

    /// Defines the aliases; one may be another name of another one, so it takes as many rounds as
    /// there are links in the longest chain.
    fn aliases(&mut self) {
        let tree = self.tree;
        let mut open: Vec<(SymbolId, &str)> = vec![];
        for (index, function) in tree.functions.iter().enumerate() {
            if let Some(alias) = &function.symbol.alias {
                let id = self.symbols.function(FunctionId(index as u32), function.span);
                open.push((id, &alias.target));
            }
        }
        for (index, global) in tree.globals.iter().enumerate() {
            if let Some(alias) = &global.symbol.alias {
                let id = self.symbols.global(GlobalId(index as u32), global.span);
                open.push((id, &alias.target));
            }
        }
        loop {
            let before = open.len();
            open.retain(|&(symbol, target)| !self.symbols.define_alias(symbol, target));
            if open.len() == before {
                return;
            }
        }
    }

    /// Puts the address of a function into one of the tables that are called around `main`.
    fn call_around_main(&mut self, table: &str, priority: u16, symbol: SymbolId) {
        let name = match priority {
            NO_PRIORITY => table.to_string(),
            // Sorted by name, they are sorted by number.
            _ => format!("{table}.{priority:05}"),
        };
        let id = self.section(SectionKind::Data, Some(&name));
        let section = &mut self.sections[id.0 as usize];
        let offset = section.size;
        section.align = ADDRESS_SIZE;
        section.size += ADDRESS_SIZE;
        section.bytes.resize(section.size as usize, 0);
        let kind = RelocationKind::Abs64;
        section.relocations.push(Relocation { offset, kind, symbol, addend: 0 });
    }
}
