//! Names that hide others (C17 6.2.1p4): a local variable of the name of a variable outside. Told on request only, since C
//! programmers often mean it.

use rustc_hash::FxHashMap;
use source::{Diagnostic, Span};

use super::{Linter, messages, walk};
use crate::Name;
use crate::tree::{Block, Body, LocalId};

/// What a name stood for outside of the blocks that are open, innermost last.
struct Outside<'a> {
    body: &'a Body,
    names: FxHashMap<Name, Vec<Span>>,
}

impl Linter<'_> {
    /// The local variables of a function that hide others.
    pub(super) fn shadowing(&self, body: &Body, found: &mut Vec<Diagnostic>) {
        let mut outside = Outside { body, names: FxHashMap::default() };
        for global in self.unit.globals.iter().filter(|global| global.function.is_none()) {
            if !self.sources.file(global.span.file).is_library {
                outside.names.entry(global.name).or_default().push(global.span);
            }
        }
        let parameters: Vec<LocalId> = (0..body.parameter_count as u32).map(LocalId).collect();
        self.enter(&parameters, &mut outside, found);
        self.block(&body.block, &mut outside, found);
    }

    fn block(&self, block: &Block, outside: &mut Outside, found: &mut Vec<Diagnostic>) {
        self.enter(&block.locals, outside, found);
        for statement in &block.statements {
            walk::blocks(statement, &mut |inner| self.block(inner, outside, found));
        }
        outside.leave(&block.locals);
    }

    fn enter(&self, locals: &[LocalId], outside: &mut Outside, found: &mut Vec<Diagnostic>) {
        for (name, span) in outside.named(locals) {
            let hidden = outside.names.entry(name).or_default();
            // What is declared further down is not hidden.
            let is_before = |other: &&Span| other.file != span.file || other.start < span.start;
            if let Some(&other) = hidden.iter().rev().find(is_before) {
                found.push(messages::shadowing(span, self.names.text(name), other));
            }
            hidden.push(span);
        }
    }
}

impl Outside<'_> {
    fn named(&self, locals: &[LocalId]) -> Vec<(Name, Span)> {
        let objects = locals.iter().filter_map(|id| self.body.locals.get(id.0 as usize));
        objects.filter_map(|local| Some((local.name?, local.span))).collect()
    }

    fn leave(&mut self, locals: &[LocalId]) {
        for (name, _) in self.named(locals) {
            self.names.entry(name).or_default().pop();
        }
    }
}
