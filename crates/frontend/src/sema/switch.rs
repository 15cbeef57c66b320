//! `switch`, `case` and `default` (C17 6.8.1, 6.8.4.2).

use rustc_hash::FxHashMap;
use source::Span;

use crate::ast;
use crate::tree::{Statement, StatementKind};
use crate::types::TypeId;

use super::body::Jump;
use super::classify::Classify;
use super::{Sema, messages};

/// What is known of an enclosing `switch`.
pub(super) struct SwitchState {
    /// The promoted type of the controlling expression.
    ty: TypeId,
    cases: Vec<i64>,
    places: FxHashMap<i64, Span>,
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
            places: FxHashMap::default(),
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

    /// `case` (C17 6.8.4.2p3): an integer constant expression, converted to the controlling type, met once.
    pub(super) fn case(&mut self, expr: &ast::Expr, span: Span, out: &mut Vec<Statement>) {
        let Some(ty) = self.innermost_switch().map(|switch| switch.ty) else {
            return self.report(messages::case_outside(span, "case"));
        };
        let Some(value) = self.integer_constant(expr, "a `case` label") else { return };
        let value = self.wrapped(value, ty);
        let Some(switch) = self.innermost_switch() else { return };
        let index = switch.cases.len();
        if let Some(&first) = switch.places.get(&value) {
            return self.report(messages::duplicate_case(expr.span, value, first));
        }
        switch.places.insert(value, expr.span);
        switch.cases.push(value);
        let kind = StatementKind::Case(index);
        out.push(Statement { kind, span: label_span(span, expr.span) });
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
    pub(super) fn wrapped(&self, value: i64, ty: TypeId) -> i64 {
        let Some(basic) = self.types.as_basic(ty) else { return value };
        let shift = 64 - basic.size().min(8) as u32 * 8;
        if basic.is_signed() {
            value << shift >> shift
        } else {
            ((value as u64) << shift >> shift) as i64
        }
    }
}

/// From `case` to the end of its value.
fn label_span(statement: Span, value: Span) -> Span {
    if statement.file != value.file || value.end < statement.start {
        return value;
    }
    Span { end: value.end, ..statement }
}
