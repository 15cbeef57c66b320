//! What can be seen of the flow of control and effects without running the program; only warnings rest on it.

use crate::tree::{CompareOperator, Expr, ExprKind, Function, Statement, StatementKind};
use crate::types::Types;

/// Whether an expression statement does nothing and is a likely slip: `x == 1;`, `x;`, `a + b;`.
///
/// A cast to void says that it is meant.
pub(super) fn is_useless(expr: &Expr) -> bool {
    if expr.ty.id == Types::ERROR || expr.ty.id == Types::VOID {
        return false;
    }
    match &expr.kind {
        ExprKind::Compare(_, left, right) => !has_effects(left) && !has_effects(right),
        ExprKind::Load(place) => {
            !place.ty.qualifiers.is_volatile
                && matches!(place.kind, ExprKind::Local(_) | ExprKind::Global(_))
        }
        ExprKind::Integer(_) | ExprKind::FunctionDecay(_) => true,
        ExprKind::Arithmetic(_, left, right) => !has_effects(left) && !has_effects(right),
        _ => false,
    }
}

pub(super) fn is_comparison(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Compare(CompareOperator::Equal, ..))
}

/// Whether evaluating it may do more than give a value; `true` when in doubt.
pub(super) fn has_effects(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Integer(_) | ExprKind::Floating(_) | ExprKind::Local(_) | ExprKind::Global(_) => {
            expr.ty.qualifiers.is_volatile
        }
        ExprKind::Load(inner)
        | ExprKind::Convert(inner, _)
        | ExprKind::Negate(inner)
        | ExprKind::Member(inner, _)
        | ExprKind::Part(inner, _) => has_effects(inner),
        ExprKind::Arithmetic(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::Complex(left, right) => has_effects(left) || has_effects(right),
        _ => true,
    }
}

/// Whether control may run past the last of these statements; `true` when in doubt only where C programmers
/// would see it too: labels, `goto` and endless loops count as not running past.
pub(crate) fn may_complete(statements: &[Statement], functions: &[Function]) -> bool {
    let is_some = |statement: &&Statement| !matches!(statement.kind, StatementKind::Empty);
    let Some(last) = statements.iter().rfind(is_some) else { return true };
    match &last.kind {
        StatementKind::Return(_) | StatementKind::Goto(_) | StatementKind::Break => false,
        StatementKind::GotoComputed(_) => false,
        StatementKind::Continue => false,
        StatementKind::Block(block) => may_complete(&block.statements, functions),
        StatementKind::If { then, otherwise, .. } => {
            otherwise.as_ref().is_none_or(|block| may_complete(&block.statements, functions))
                || may_complete(&then.statements, functions)
        }
        StatementKind::Loop { tests_after: true, body, .. }
            if !may_complete(&body.statements, functions) =>
        {
            has_break(&body.statements)
        }
        StatementKind::Loop { condition, body, .. } => match condition {
            Some(Expr { kind: ExprKind::Integer(value), .. }) if *value != 0 => {
                has_break(&body.statements)
            }
            None => has_break(&body.statements),
            Some(_) => true,
        },
        StatementKind::Switch { body, has_default, .. } => {
            !has_default || has_break(&body.statements) || may_complete(&body.statements, functions)
        }
        StatementKind::Expr(expr) => has_end(expr, functions),
        _ => true,
    }
}

/// Whether the evaluation of an expression may come to an end: not that of `abort()`, nor of `assert(0)`.
fn has_end(expr: &Expr, functions: &[Function]) -> bool {
    match &expr.kind {
        ExprKind::Call { callee, .. } => {
            let ExprKind::Function(id) = callee.kind else { return true };
            functions.get(id.0 as usize).is_none_or(|function| !function.is_noreturn)
        }
        ExprKind::Conditional(condition, then, otherwise) => match truth(condition) {
            Some(true) => has_end(then, functions),
            Some(false) => has_end(otherwise, functions),
            None => has_end(then, functions) || has_end(otherwise, functions),
        },
        _ => true,
    }
}

/// What a condition is, where its text says so: `0`, `!"not reached"`.
fn truth(condition: &Expr) -> Option<bool> {
    match &condition.kind {
        ExprKind::Integer(value) => Some(*value != 0),
        ExprKind::ArrayDecay(_) => Some(true),
        ExprKind::LogicalNot(inner) => truth(inner).map(|is_true| !is_true),
        _ => None,
    }
}

/// Whether a `break` leaves the loop or switch that has this body.
fn has_break(statements: &[Statement]) -> bool {
    statements.iter().any(|statement| match &statement.kind {
        StatementKind::Break => true,
        StatementKind::Block(block) => has_break(&block.statements),
        StatementKind::If { then, otherwise, .. } => {
            has_break(&then.statements)
                || otherwise.as_ref().is_some_and(|block| has_break(&block.statements))
        }
        _ => false,
    })
}
