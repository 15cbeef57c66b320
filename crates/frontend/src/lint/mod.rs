//! Slips that C allows: what a checked program says of itself that can hardly be meant.
//!
//! Everything here is a warning, and rests on the typed tree alone; what may be meant, such as a `case` that is reached
//! from the one before it, can be said in the text.

mod bounds;
mod comparison;
mod fallthrough;
mod messages;
mod shadowing;
mod uninitialised;
mod walk;

use source::{Diagnostic, SourceMap};

use crate::Interner;
use crate::tree::{Body, Expr, Statement, Unit};

/// What is looked at.
#[derive(Clone, Copy)]
struct Linter<'a> {
    unit: &'a Unit,
    names: &'a Interner,
    sources: &'a SourceMap,
    /// Whether somebody asked for names that hide others.
    tells_shadowing: bool,
}

/// The slips in a translation unit that has no errors, in the order of the text; none of those in the library's headers, and
/// of those that are told on request only when `is_told` says so of their code.
pub fn lint(
    unit: &Unit,
    names: &Interner,
    sources: &SourceMap,
    is_told: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let linter = Linter { unit, names, sources, tells_shadowing: is_told("shadowing") };
    let bodies = unit.functions.iter().filter_map(|function| function.body.as_ref());
    let own = bodies.filter(|body| !sources.file(body.span.file).is_library);
    let mut found: Vec<Diagnostic> = own.flat_map(|body| linter.body(body)).collect();
    found.sort_by_key(|diagnostic| (diagnostic.primary.span.file, diagnostic.primary.span.start));
    found.dedup();
    found
}

impl Linter<'_> {
    fn body(&self, body: &Body) -> Vec<Diagnostic> {
        let mut found = vec![];
        self.statements(&body.block.statements, &mut found);
        self.uninitialised(body, &mut found);
        if self.tells_shadowing {
            self.shadowing(body, &mut found);
        }
        found
    }

    fn statements(&self, statements: &[Statement], found: &mut Vec<Diagnostic>) {
        for statement in statements {
            self.fallthrough(statement, found);
            walk::expressions(statement, &mut |expr| self.expr(expr, found));
            walk::blocks(statement, &mut |block| self.statements(&block.statements, found));
        }
    }

    fn expr(&self, expr: &Expr, found: &mut Vec<Diagnostic>) {
        found.extend(self.index(expr));
        found.extend(self.comparison(expr));
        walk::operands(expr, &mut |operand| self.expr(operand, found));
    }
}
