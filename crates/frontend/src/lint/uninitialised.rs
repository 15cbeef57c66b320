//! Variables that are certainly used before they have a value (C17 6.3.2.1p2, 6.7.9p10).
//!
//! Statements are followed in order; behind one that branches or repeats, a variable that has been given a value
//! anywhere in it counts as having one. So what is reported is wrong whenever it is executed.

use std::collections::BTreeSet;

use source::Diagnostic;

use super::{Linter, messages, walk};
use crate::sema::Classify;
use crate::tree::{Block, Body, Expr, ExprKind, LocalId, Statement, StatementKind};

/// A walk through a function.
struct Walk<'a> {
    linter: Linter<'a>,
    body: &'a Body,
    /// The variables that have no value here.
    unset: BTreeSet<LocalId>,
    /// The variables that were given a value so far, perhaps.
    given: Vec<LocalId>,
    /// How many labels were passed.
    labels: usize,
    /// Those of which that has been said.
    said: BTreeSet<LocalId>,
}

/// How things stood where parts begin that may be executed or not.
struct Begin {
    unset: BTreeSet<LocalId>,
    given: usize,
    labels: usize,
}

impl Linter<'_> {
    pub(super) fn uninitialised(&self, body: &Body, found: &mut Vec<Diagnostic>) {
        let (unset, said) = (BTreeSet::new(), BTreeSet::new());
        let mut walk = Walk { linter: *self, body, unset, given: vec![], labels: 0, said };
        walk.block(&body.block, found);
    }
}

impl Walk<'_> {
    fn block(&mut self, block: &Block, found: &mut Vec<Diagnostic>) {
        for statement in &block.statements {
            self.statement(statement, found);
        }
    }

    fn statement(&mut self, statement: &Statement, found: &mut Vec<Diagnostic>) {
        match &statement.kind {
            StatementKind::Declare { local, initializer, .. } => {
                if self.is_followed(*local) {
                    self.unset.insert(*local);
                }
                if let Some(stores) = initializer {
                    walk::values(stores, &mut |value| self.value(value, found));
                    self.give(*local);
                }
            }
            StatementKind::Block(block) => self.block(block, found),
            // Control may come from anywhere, with anything done.
            StatementKind::Label(_) => {
                self.unset.clear();
                self.labels += 1;
            }
            StatementKind::If { condition, then, otherwise } => {
                self.value(condition, found);
                let branches = [Some(then), otherwise.as_ref()];
                self.apart(branches.into_iter().flatten(), |walk, block| walk.block(block, found));
            }
            StatementKind::Loop { condition, tests_after, step, body } => {
                let first = condition.iter().filter(|_| !tests_after);
                first.for_each(|condition| self.value(condition, found));
                self.apart([body], |walk, block| walk.block(block, found));
                // What the body has given a value is no matter here any more.
                let last = condition.iter().filter(|_| *tests_after).chain(step);
                last.for_each(|expr| self.value(expr, found));
            }
            StatementKind::Switch { controlling, body, .. } => {
                self.value(controlling, found);
                self.switch(body, found);
            }
            _ => walk::expressions(statement, &mut |expr| self.value(expr, found)),
        }
    }

    /// Parts of which any may be executed, or none: each begins as the first does, and what any of them gives a value may
    /// have one behind them.
    fn apart<P>(&mut self, parts: impl IntoIterator<Item = P>, mut go: impl FnMut(&mut Self, P)) {
        let begin = self.begin();
        for part in parts {
            self.unset.clone_from(&begin.unset);
            go(self, part);
        }
        self.end(begin);
    }

    /// Each case is reached from the top or from the case before it.
    fn switch(&mut self, body: &Block, found: &mut Vec<Diagnostic>) {
        let begin = self.begin();
        for statement in &body.statements {
            if matches!(statement.kind, StatementKind::Case(_) | StatementKind::Default) {
                self.unset.clone_from(&begin.unset);
                self.forget(&begin);
            }
            self.statement(statement, found);
        }
        self.end(begin);
    }

    fn begin(&self) -> Begin {
        Begin { unset: self.unset.clone(), given: self.given.len(), labels: self.labels }
    }

    fn end(&mut self, begin: Begin) {
        self.unset.clone_from(&begin.unset);
        self.forget(&begin);
    }

    /// Takes out what may have been given a value since.
    fn forget(&mut self, begin: &Begin) {
        if self.labels > begin.labels {
            self.unset.clear();
        }
        for local in &self.given[begin.given..] {
            self.unset.remove(local);
        }
    }

    fn give(&mut self, local: LocalId) {
        self.unset.remove(&local);
        self.given.push(local);
    }

    /// Goes through an expression in the order of evaluation, as far as C fixes one.
    fn value(&mut self, expr: &Expr, found: &mut Vec<Diagnostic>) {
        match &expr.kind {
            ExprKind::Load(place) => match whole(place).kind {
                ExprKind::Local(local) => self.used(local, expr, found),
                _ => self.value(place, found),
            },
            ExprKind::Assign(target, value) => {
                self.value(value, found);
                match whole(target).kind {
                    ExprKind::Local(local) => self.give(local),
                    _ => self.value(target, found),
                }
            }
            ExprKind::AssignArithmetic { target, value: operand, .. }
            | ExprKind::AssignPointer { target, index: operand, .. } => {
                self.value(operand, found);
                match whole(target).kind {
                    ExprKind::Local(local) => {
                        self.used(local, target, found);
                        self.give(local);
                    }
                    _ => self.value(target, found),
                }
            }
            ExprKind::Conditional(condition, then, otherwise) => {
                self.value(condition, found);
                self.apart([then, otherwise], |walk, expr| walk.value(expr, found));
            }
            ExprKind::Statement(block, value) => {
                self.block(block, found);
                value.iter().for_each(|value| self.value(value, found));
            }
            ExprKind::LogicalAnd(left, right)
            | ExprKind::LogicalOr(left, right)
            | ExprKind::OrElse(left, right) => {
                self.value(left, found);
                self.apart([right], |walk, expr| walk.value(expr, found));
            }
            _ => {
                if let Some(local) = given(expr) {
                    self.give(local);
                }
                walk::operands(expr, &mut |operand| self.value(operand, found));
            }
        }
    }

    fn used(&mut self, local: LocalId, at: &Expr, found: &mut Vec<Diagnostic>) {
        if !self.unset.contains(&local) || !self.said.insert(local) {
            return;
        }
        let known = &self.body.locals[local.0 as usize];
        let Some(name) = known.name else { return };
        let text = self.linter.names.text(name);
        found.push(messages::uninitialised(at.span, text, known.span));
    }

    /// Whether it is a named variable of a scalar type, whose value is its own.
    fn is_followed(&self, local: LocalId) -> bool {
        let types = &self.linter.unit.types;
        let Some(known) = self.body.locals.get(local.0 as usize) else { return false };
        known.name.is_some() && types.is_scalar(known.ty.id) && !known.ty.qualifiers.is_volatile
    }
}

/// The variable that an expression gives a value, or may: whoever has its address can.
fn given(expr: &Expr) -> Option<LocalId> {
    let place = match &expr.kind {
        ExprKind::Assign(place, _)
        | ExprKind::AddressOf(place)
        | ExprKind::ArrayDecay(place)
        | ExprKind::VaStart(place)
        | ExprKind::VaCopy(place, _) => place,
        ExprKind::AssignArithmetic { target, .. } | ExprKind::AssignPointer { target, .. } => {
            target
        }
        _ => return None,
    };
    match whole(place).kind {
        ExprKind::Local(local) => Some(local),
        _ => None,
    }
}

/// The object of which a place is a part of a complex number; one part that has a value counts as both.
fn whole(place: &Expr) -> &Expr {
    match &place.kind {
        ExprKind::Part(whole, _) => whole,
        _ => place,
    }
}
