//! Going through the typed tree: what is directly in a statement or an expression.

use crate::tree::{Block, Expr, ExprKind, InitStore, Statement, StatementKind};

/// The expressions of a statement, in the order in which they are evaluated first; those of the statements in it left out.
pub(super) fn expressions(statement: &Statement) -> Vec<&Expr> {
    match &statement.kind {
        StatementKind::Declare { initializer, .. } => {
            initializer.as_deref().map(values).unwrap_or_default()
        }
        StatementKind::Expr(expr) => vec![expr],
        StatementKind::If { condition, .. } => vec![condition],
        StatementKind::Loop { condition, step, .. } => condition.iter().chain(step).collect(),
        StatementKind::Switch { controlling, .. } => vec![controlling],
        StatementKind::Return(value) => value.iter().collect(),
        StatementKind::GotoComputed(target) => vec![target],
        _ => vec![],
    }
}

/// The blocks of a statement.
pub(super) fn blocks(statement: &Statement) -> Vec<&Block> {
    match &statement.kind {
        StatementKind::Block(block) => vec![block],
        StatementKind::If { then, otherwise, .. } => {
            [then].into_iter().chain(otherwise.as_ref()).collect()
        }
        StatementKind::Loop { body, .. } | StatementKind::Switch { body, .. } => vec![body],
        _ => vec![],
    }
}

/// The values of an initializer.
pub(super) fn values(stores: &[InitStore]) -> Vec<&Expr> {
    stores.iter().map(|store| &store.value).collect()
}

/// The operands of an expression.
pub(super) fn operands(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::CompoundLiteral { initializer, .. } => values(initializer),
        ExprKind::Dereference(operand)
        | ExprKind::Member(operand, _)
        | ExprKind::Part(operand, _)
        | ExprKind::Load(operand)
        | ExprKind::ArrayDecay(operand)
        | ExprKind::FunctionDecay(operand)
        | ExprKind::AddressOf(operand)
        | ExprKind::Convert(operand, _)
        | ExprKind::Negate(operand)
        | ExprKind::BitNot(operand)
        | ExprKind::LogicalNot(operand)
        | ExprKind::VaStart(operand)
        | ExprKind::VaArg(operand)
        | ExprKind::VaEnd(operand) => vec![operand],
        ExprKind::Arithmetic(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::Complex(left, right)
        | ExprKind::PointerDifference { left, right, .. }
        | ExprKind::LogicalAnd(left, right)
        | ExprKind::LogicalOr(left, right)
        | ExprKind::OrElse(left, right)
        | ExprKind::Comma(left, right)
        | ExprKind::Assign(left, right)
        | ExprKind::VaCopy(left, right)
        | ExprKind::PointerAdd { pointer: left, index: right, .. }
        | ExprKind::AssignArithmetic { target: left, value: right, .. }
        | ExprKind::AssignPointer { target: left, index: right, .. } => vec![left, right],
        ExprKind::Conditional(condition, then, otherwise) => vec![condition, then, otherwise],
        ExprKind::Builtin(_, operands) | ExprKind::Atomic(_, operands) => operands.iter().collect(),
        // Statements in it are looked at when something is asked of statements.
        ExprKind::Statement(_, value) => value.iter().map(|value| &**value).collect(),
        ExprKind::Call { callee, arguments, .. } => {
            [&**callee].into_iter().chain(arguments).collect()
        }
        _ => vec![],
    }
}
