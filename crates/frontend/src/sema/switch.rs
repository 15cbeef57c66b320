//! `switch`, `case` and `default` (C17 6.8.1, 6.8.4.2).

use std::collections::BTreeMap;

use source::Span;

use crate::ast;
use crate::tree::{CaseRange, Statement, StatementKind};
use crate::types::{Basic, TypeId};

use super::body::Jump;
use super::classify::Classify;
use super::{Sema, messages};

/// What is known of an enclosing `switch`.
pub(super) struct SwitchState {
    /// The promoted type of the controlling expression.
    ty: TypeId,
    cases: Vec<CaseRange>,
    /// The first value of each case, in the order of the type, with its last one and its place.
    places: BTreeMap<i128, (i128, Span)>,
    default: Option<Span>,
}

impl Sema<'_> {
    /// `switch` (C17 6.8.4.2).
    pub(super) fn switch_statement(
        &mut self,
        controlling: &ast::Expr,
        body: &ast::Statement,
    ) -> StatementKind {
        let value = self.value(controlling);
        let controlling = if self.types.is_error(value.ty.id) {
            value
        } else if self.types.is_integer(value.ty.id) {
            self.promote(value)
        } else {
            let spelled = self.spell(value.ty);
            self.reject(messages::switch_not_integer(value.span, &spelled))
        };
        self.enter_jump(Jump::Switch(SwitchState {
            ty: controlling.ty.id,
            cases: vec![],
            places: BTreeMap::new(),
            default: None,
        }));
        let body = self.switch_body(body);
        let (cases, has_default) = match self.leave_jump() {
            Some(Jump::Switch(state)) => (state.cases, state.default.is_some()),
            _ => (vec![], false),
        };
        StatementKind::Switch { controlling, body, cases, has_default }
    }

    fn innermost_switch(&mut self) -> Option<&mut SwitchState> {
        self.body.as_mut().and_then(|body| body.switch())
    }

    /// `case` (C17 6.8.4.2p3): an integer constant expression, converted to the controlling type, met once; or all
    /// values from it to `last` (GNU C).
    pub(super) fn case(
        &mut self,
        expr: &ast::Expr,
        last: Option<&ast::Expr>,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let Some(ty) = self.innermost_switch().map(|switch| switch.ty) else {
            return self.report(messages::case_outside(span, "case"));
        };
        let Some(value) = self.integer_constant(expr, "a `case` label") else { return };
        self.check_case_scope(span);
        let low = self.wrapped(value, ty);
        let mut high = low;
        if let Some(last) = last {
            let Some(value) = self.integer_constant(last, "a `case` label") else { return };
            high = self.wrapped(value, ty);
        }
        let basic = self.types.as_basic(ty);
        let ordered = |value: i128| match basic {
            // From the least to the greatest, as the others are.
            Some(Basic::UnsignedInt128) => value ^ i128::MIN,
            _ => value,
        };
        let (first, end) = (ordered(low), ordered(high));
        let Some(switch) = self.innermost_switch() else { return };
        let index = switch.cases.len();
        let before = switch.places.range(..=end).next_back();
        if let Some((_, &(_, place))) = before.filter(|(_, (reached, _))| *reached >= first) {
            return self.report(messages::duplicate_case(expr.span, low, place));
        }
        if first <= end {
            switch.places.insert(first, (end, expr.span));
        } else if let Some(last) = last {
            self.report(messages::empty_case_range(expr.span.to(last.span)));
        }
        let Some(switch) = self.innermost_switch() else { return };
        switch.cases.push(CaseRange { low, high });
        let kind = StatementKind::Case(index);
        let end = last.map_or(expr.span, |last| last.span);
        out.push(Statement { kind, span: label_span(span, end) });
    }

    /// C17 6.8.4.2p2: no label of a `switch` is within the scope of a variable length array that the `switch` is not in.
    fn check_case_scope(&mut self, span: Span) {
        let Some(body) = &self.body else { return };
        let mut around = body.jumps.iter().zip(&body.jump_scopes).rev();
        let depth = around.find(|(jump, _)| matches!(jump, Jump::Switch(_))).map(|it| *it.1);
        if depth.is_some_and(|depth| body.variable_scope.len() > depth) {
            self.report(messages::case_in_scope(span));
        }
    }

    /// `default`: at most one (C17 6.8.4.2p3).
    pub(super) fn default(&mut self, span: Span, out: &mut Vec<Statement>) {
        const WORD: u32 = "default".len() as u32;
        let span = Span { end: span.end.min(span.start + WORD), ..span };
        let Some(switch) = self.innermost_switch() else {
            return self.report(messages::case_outside(span, "default"));
        };
        if let Some(first) = switch.default.replace(span) {
            return self.report(messages::duplicate_default(span, first));
        }
        out.push(Statement { kind: StatementKind::Default, span });
    }

    /// A value as an integer type has it (C17 6.3.1.3; wrapping, as GCC defines it).
    fn wrapped(&self, value: i128, ty: TypeId) -> i128 {
        self.types.as_basic(ty).map_or(value, |basic| basic.wrap(value))
    }
}

/// From `case` to the end of its value.
fn label_span(statement: Span, value: Span) -> Span {
    if statement.file != value.file || value.end < statement.start {
        return value;
    }
    Span { end: value.end, ..statement }
}
