//! The symbols of one object file, made when they are first needed: what is only declared and never
//! used leaves none, so that the linker pulls nothing for it.

use frontend::Interner;
use frontend::tree::{AddressBase, FunctionId, GlobalId, LabelId, Linkage, StringId, Unit};
use image::object::{Symbol, SymbolDefinition, SymbolId, SymbolKind};
use rustc_hash::FxHashMap;
use source::Span;

/// The symbols of one object file.
pub(crate) struct Symbols<'a> {
    tree: &'a Unit,
    names: &'a Interner,
    table: Vec<Symbol>,
    first_uses: Vec<Span>,
    ids: FxHashMap<Key, SymbolId>,
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Global(GlobalId),
    Function(FunctionId),
    String(StringId),
    /// A floating constant: its bits and its size.
    Floating(u128, u64),
    Routine(&'static str),
    Label(FunctionId, LabelId),
}

impl<'a> Symbols<'a> {
    /// None yet.
    pub(crate) fn new(tree: &'a Unit, names: &'a Interner) -> Symbols<'a> {
        Symbols { tree, names, table: vec![], first_uses: vec![], ids: FxHashMap::default() }
    }

    /// The symbol of what an address constant names.
    pub(crate) fn base(&mut self, base: AddressBase, span: Span) -> SymbolId {
        match base {
            AddressBase::Global(id) => self.global(id, span),
            AddressBase::Function(id) => self.function(id, span),
            AddressBase::String(id) => self.string(id, span),
            AddressBase::Label(function, id) => self.label(function, id, span),
        }
    }

    /// The symbol of a global. That of a `static` local is made unique by a number, `count.3`; that
    /// of a compound literal is nothing but a number, `.LO3`.
    pub(crate) fn global(&mut self, id: GlobalId, span: Span) -> SymbolId {
        let global = &self.tree.globals[id.0 as usize];
        let (text, traits) = (self.names.text(global.name), &global.symbol);
        let is_named = text.starts_with(|first: char| first.is_alphabetic() || first == '_');
        let name = match global.linkage {
            _ if traits.name.is_some() => traits.name.clone().unwrap_or_default(),
            _ if !is_named => format!(".LO{}", id.0),
            Linkage::None => format!("{text}.{}", id.0),
            Linkage::Internal | Linkage::External => text.to_string(),
        };
        let kind = match global.is_thread_local {
            true => SymbolKind::ThreadLocal,
            false => SymbolKind::Object,
        };
        let (is_global, is_weak) = (global.linkage == Linkage::External, traits.is_weak);
        let id = self.get(Key::Global(id), name, is_global, kind, span);
        self.table[id.0 as usize].is_weak = is_weak;
        id
    }

    /// The symbol of a function.
    pub(crate) fn function(&mut self, id: FunctionId, span: Span) -> SymbolId {
        let function = &self.tree.functions[id.0 as usize];
        let traits = &function.symbol;
        let name = traits.name.clone().unwrap_or_else(|| self.names.text(function.name).into());
        let is_global = function.linkage == Linkage::External;
        let id = self.get(Key::Function(id), name, is_global, SymbolKind::Function, span);
        self.table[id.0 as usize].is_weak = traits.is_weak;
        id
    }

    /// The symbol of a string literal.
    pub(crate) fn string(&mut self, id: StringId, span: Span) -> SymbolId {
        self.get(Key::String(id), format!(".LC{}", id.0), false, SymbolKind::Object, span)
    }

    /// The symbol of a floating constant, by its bits and its size.
    pub(crate) fn floating(&mut self, bits: u128, size: u64, span: Span) -> SymbolId {
        let name = format!(".LF{}", self.table.len());
        self.get(Key::Floating(bits, size), name, false, SymbolKind::Object, span)
    }

    /// The symbol of a routine of the library that no declaration names.
    pub(crate) fn routine(&mut self, name: &'static str, span: Span) -> SymbolId {
        self.get(Key::Routine(name), name.to_string(), true, SymbolKind::Function, span)
    }

    /// Makes a symbol another name of the one that is defined under `target`; says whether there is
    /// one.
    pub(crate) fn define_alias(&mut self, id: SymbolId, target: &str) -> bool {
        let is_it = |symbol: &&Symbol| symbol.name == target && symbol.definition.is_some();
        let Some(found) = self.table.iter().find(is_it) else { return false };
        let (definition, kind) = (found.definition, found.kind);
        let alias = &mut self.table[id.0 as usize];
        (alias.definition, alias.kind) = (definition, kind);
        true
    }

    /// Whether a symbol is that of something thread-local.
    pub(crate) fn is_thread_local(&self, id: SymbolId) -> bool {
        self.table[id.0 as usize].kind == SymbolKind::ThreadLocal
    }

    /// Whether a symbol is one that the linker defines to name the bounds of a section (GNU ld
    /// manual, "Orphan Sections"): a pointer to it walks over the objects there.
    pub(crate) fn is_section_bound(&self, id: SymbolId) -> bool {
        let symbol = &self.table[id.0 as usize];
        let is_named = |start: &&str| symbol.name.starts_with(*start);
        symbol.definition.is_none() && ["__start_", "__stop_"].iter().any(is_named)
    }

    /// Whether a symbol is defined already.
    pub(crate) fn is_defined(&self, id: SymbolId) -> bool {
        self.table[id.0 as usize].definition.is_some()
    }

    /// Where in its section a symbol is, if it is defined.
    pub(crate) fn offset(&self, id: SymbolId) -> Option<u64> {
        self.table[id.0 as usize].definition.as_ref().map(|definition| definition.offset)
    }

    /// The symbol of a label whose address is taken.
    pub(crate) fn label(&mut self, function: FunctionId, id: LabelId, span: Span) -> SymbolId {
        let name = format!(".L{}.{}", function.0, id.0);
        self.get(Key::Label(function, id), name, false, SymbolKind::Section, span)
    }

    /// Says where a label is, if its address is taken.
    pub(crate) fn define_label(
        &mut self,
        function: FunctionId,
        id: LabelId,
        definition: SymbolDefinition,
    ) {
        if let Some(&symbol) = self.ids.get(&Key::Label(function, id)) {
            self.define(symbol, definition);
        }
    }

    fn get(
        &mut self,
        key: Key,
        name: String,
        is_global: bool,
        kind: SymbolKind,
        span: Span,
    ) -> SymbolId {
        let (table, first_uses) = (&mut self.table, &mut self.first_uses);
        *self.ids.entry(key).or_insert_with(|| {
            table.push(Symbol { name, definition: None, is_global, is_weak: false, kind });
            first_uses.push(span);
            SymbolId(table.len() as u32 - 1)
        })
    }

    /// Says where a symbol is.
    pub(crate) fn define(&mut self, id: SymbolId, definition: SymbolDefinition) {
        self.table[id.0 as usize].definition = Some(definition);
    }

    /// The table, and where each symbol is used first.
    pub(crate) fn finish(mut self) -> (Vec<Symbol>, Vec<Span>) {
        for symbol in &mut self.table {
            if symbol.definition.is_none() {
                symbol.is_global = true;
            }
        }
        (self.table, self.first_uses)
    }
}
