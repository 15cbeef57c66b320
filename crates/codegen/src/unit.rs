//! One translation unit on its way to an object file.

use frontend::Interner;
use frontend::tree::{FunctionId, Unit};
use image::object::{Object, Section, SectionId, SectionKind, SymbolId};
use image::{access, debug};
use source::{Diagnostic, SourceMap};

use crate::data::Distance;
use crate::debug::DebugTypes;
use crate::function::FunctionGenerator;
use crate::places::Places;
use crate::symbols::Symbols;
use crate::types::AccessTypes;
use crate::{Generated, Options, messages};

/// How many diagnostics are kept.
const DIAGNOSTIC_COUNT_MAX: usize = 50;

/// What the functions and objects of a unit share.
pub(crate) struct UnitGenerator<'a> {
    pub(crate) tree: &'a Unit,
    pub(crate) names: &'a Interner,
    pub(crate) places: Places<'a>,
    pub(crate) symbols: Symbols<'a>,
    pub(crate) types: AccessTypes<'a>,
    pub(crate) debug_types: DebugTypes<'a>,
    pub(crate) sections: Vec<Section>,
    pub(crate) statics: Vec<access::Static<SymbolId>>,
    pub(crate) variables: Vec<debug::Variable<SymbolId>>,
    /// Distances between labels that are not known yet.
    pub(crate) distances: Vec<Distance>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> UnitGenerator<'a> {
    /// Nothing is generated yet.
    pub(crate) fn new(
        tree: &'a Unit,
        names: &'a Interner,
        sources: &'a SourceMap,
        options: &Options,
    ) -> UnitGenerator<'a> {
        UnitGenerator {
            tree,
            names,
            places: Places::new(sources, &options.name),
            symbols: Symbols::new(tree, names),
            types: AccessTypes::new(&tree.types, names),
            debug_types: DebugTypes::new(&tree.types, names),
            sections: vec![],
            statics: vec![],
            variables: vec![],
            distances: vec![],
            diagnostics: vec![],
        }
    }

    /// Generates everything.
    pub(crate) fn generate(mut self, options: &Options) -> Result<Generated, Vec<Diagnostic>> {
        let tree = self.tree;
        self.data();
        let (mut rows, mut functions) = (vec![], vec![]);
        for (index, function) in tree.functions.iter().enumerate() {
            if let Some(body) = &function.body {
                let id = FunctionId(index as u32);
                let made = FunctionGenerator::new(&mut self, id, function, body).generate();
                rows.push(made.access);
                functions.push(made.debug);
            }
        }
        self.fill_distances();
        self.linkage();
        if let (true, Some(function)) = (self.types.is_full, tree.functions.first()) {
            self.report(messages::too_many(function.span, "types"));
        }
        if !self.diagnostics.is_empty() {
            return Err(self.diagnostics);
        }
        Ok(self.finish(options, rows, functions))
    }

    fn finish(
        self,
        options: &Options,
        rows: Vec<access::Function<SymbolId>>,
        functions: Vec<debug::Function<SymbolId>>,
    ) -> Generated {
        let files = self.places.file_names();
        let (symbols, first_uses) = self.symbols.finish();
        Generated {
            first_uses,
            object: Object { name: options.name.clone(), sections: self.sections, symbols },
            debug: debug::Unit {
                name: options.name.clone(),
                producer: concat!("cutaway ", env!("CARGO_PKG_VERSION")).into(),
                // The same everywhere, so that the same source gives the same bytes everywhere.
                directory: ".".into(),
                language: debug::Language::C,
                files: files.clone(),
                types: self.debug_types.finish(),
                functions,
                variables: self.variables,
            },
            access: access::Unit {
                name: options.name.clone(),
                kind: options.kind,
                files,
                types: self.types.finish(),
                functions: rows,
                statics: self.statics,
            },
        }
    }

    /// The section of that kind, and of that name where one is asked for.
    pub(crate) fn section(&mut self, kind: SectionKind, name: Option<&str>) -> SectionId {
        let (usual, align) = match kind {
            SectionKind::Text => (".text", 4),
            SectionKind::ReadOnlyData => (".rodata", 1),
            SectionKind::Data => (".data", 1),
            SectionKind::Bss => (".bss", 1),
            SectionKind::ThreadData => (".tdata", 1),
            SectionKind::ThreadBss => (".tbss", 1),
            SectionKind::Debug => (".debug", 1),
        };
        let name = name.unwrap_or(usual);
        let is_it = |section: &Section| section.kind == kind && section.name == name;
        let index = self.sections.iter().position(is_it).unwrap_or_else(|| {
            self.sections.push(Section::new(name, kind, align));
            self.sections.len() - 1
        });
        SectionId(index as u32)
    }

    /// Says something, once for each place.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        let is_new = |known: &Diagnostic| {
            known.primary.span != diagnostic.primary.span || known.code != diagnostic.code
        };
        if self.diagnostics.len() < DIAGNOSTIC_COUNT_MAX && self.diagnostics.iter().all(is_new) {
            self.diagnostics.push(diagnostic);
        }
    }
}
