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
    /// Those of which that has been said.
    said: BTreeSet<LocalId>,
}

impl Linter<'_> {
    pub(super) fn uninitialised(&self, body: &Body, found: &mut Vec<Diagnostic>) {
        let mut walk = Walk { linter: *self, body, unset: BTreeSet::new(), said: BTreeSet::new() };
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
                for value in initializer.as_deref().map(walk::values).unwrap_or_default() {
                    self.value(value, found);
                }
                if initializer.is_some() {
                    self.unset.remove(local);
                }
            }
            StatementKind::Block(block) => self.block(block, found),
            // Control may come from anywhere, with anything done.
            StatementKind::Label(_) => self.unset.clear(),
            StatementKind::If { condition, then, otherwise } => {
                self.value(condition, found);
                let branches: Vec<&Block> = [then].into_iter().chain(otherwise).collect();
                self.apart(&branches, found);
            }
            StatementKind::Loop { condition, tests_after, step, body } => {
                let first = condition.iter().filter(|_| !tests_after);
                first.for_each(|condition| self.value(condition, found));
                self.apart(&[body], found);
                // What the body has given a value is no matter here any more.
                let last = condition.iter().filter(|_| *tests_after).chain(step);
                last.for_each(|expr| self.value(expr, found));
            }
            StatementKind::Switch { controlling, body, .. } => {
                self.value(controlling, found);
                self.switch(body, found);
            }
            _ => walk::expressions(statement).into_iter().for_each(|expr| self.value(expr, found)),
        }
    }

    /// Blocks of which any may be executed, or none.
    fn apart(&mut self, blocks: &[&Block], found: &mut Vec<Diagnostic>) {
        let before = self.unset.clone();
        for block in blocks {
            self.unset.clone_from(&before);
            self.block(block, found);
        }
        self.unset = before;
        blocks.iter().for_each(|block| self.forget(&block.statements));
    }

    /// Each case is reached from the top or from the case before it.
    fn switch(&mut self, body: &Block, found: &mut Vec<Diagnostic>) {
        let before = self.unset.clone();
        for (index, statement) in body.statements.iter().enumerate() {
            if matches!(statement.kind, StatementKind::Case(_) | StatementKind::Default) {
                self.unset.clone_from(&before);
                self.forget(&body.statements[..index]);
            }
            self.statement(statement, found);
        }
        self.unset = before;
        self.forget(&body.statements);
    }

    /// Takes out what these statements may give a value.
    fn forget(&mut self, statements: &[Statement]) {
        for statement in statements {
            if matches!(statement.kind, StatementKind::Label(_)) {
                self.unset.clear();
            }
            walk::expressions(statement).into_iter().for_each(|expr| self.forget_in(expr));
            for block in walk::blocks(statement) {
                self.forget(&block.statements);
            }
        }
    }

    fn forget_in(&mut self, expr: &Expr) {
        if let ExprKind::Statement(block, _) = &expr.kind {
            self.forget(&block.statements);
        }
        if let Some(local) = given(expr) {
            self.unset.remove(&local);
        }
        walk::operands(expr).into_iter().for_each(|operand| self.forget_in(operand));
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
                    ExprKind::Local(local) => drop(self.unset.remove(&local)),
                    _ => self.value(target, found),
                }
            }
            ExprKind::AssignArithmetic { target, value: operand, .. }
            | ExprKind::AssignPointer { target, index: operand, .. } => {
                self.value(operand, found);
                match whole(target).kind {
                    ExprKind::Local(local) => {
                        self.used(local, target, found);
                        self.unset.remove(&local);
                    }
                    _ => self.value(target, found),
                }
            }
            ExprKind::Conditional(condition, then, otherwise) => {
                self.value(condition, found);
                self.either(&[then, otherwise], found);
            }
            ExprKind::Statement(block, value) => {
                self.block(block, found);
                value.iter().for_each(|value| self.value(value, found));
            }
            ExprKind::LogicalAnd(left, right)
            | ExprKind::LogicalOr(left, right)
            | ExprKind::OrElse(left, right) => {
                self.value(left, found);
                self.either(&[right], found);
            }
            _ => {
                if let Some(local) = given(expr) {
                    self.unset.remove(&local);
                }
                walk::operands(expr).into_iter().for_each(|operand| self.value(operand, found));
            }
        }
    }

    /// Expressions of which any may be evaluated, or none.
    fn either(&mut self, exprs: &[&Expr], found: &mut Vec<Diagnostic>) {
        let before = self.unset.clone();
        for expr in exprs {
            self.unset.clone_from(&before);
            self.value(expr, found);
        }
        self.unset = before;
        exprs.iter().for_each(|expr| self.forget_in(expr));
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
