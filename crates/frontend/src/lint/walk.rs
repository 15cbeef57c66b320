//! Going through the typed tree: what is directly in a statement or an expression.

use crate::tree::{Block, Expr, ExprKind, InitStore, Statement, StatementKind};

/// Visits the expressions of a statement, in the order in which they are evaluated first; those of the statements in it
/// are left out.
pub(super) fn expressions<'a>(statement: &'a Statement, visit: &mut dyn FnMut(&'a Expr)) {
    match &statement.kind {
        StatementKind::Declare { initializer: Some(stores), .. } => values(stores, visit),
        StatementKind::Expr(expr) => visit(expr),
        StatementKind::If { condition, .. } => visit(condition),
        StatementKind::Loop { condition, step, .. } => condition.iter().chain(step).for_each(visit),
        StatementKind::Switch { controlling, .. } => visit(controlling),
        StatementKind::Return(value) => value.iter().for_each(visit),
        StatementKind::GotoComputed(target) => visit(target),
        _ => {}
    }
}

/// Visits the blocks of a statement.
pub(super) fn blocks<'a>(statement: &'a Statement, visit: &mut dyn FnMut(&'a Block)) {
    match &statement.kind {
        StatementKind::Block(block) => visit(block),
        StatementKind::If { then, otherwise, .. } => {
            [then].into_iter().chain(otherwise).for_each(visit);
        }
        StatementKind::Loop { body, .. } | StatementKind::Switch { body, .. } => visit(body),
        _ => {}
    }
}

/// Visits the values of an initializer.
pub(super) fn values<'a>(stores: &'a [InitStore], visit: &mut dyn FnMut(&'a Expr)) {
    stores.iter().for_each(|store| visit(&store.value));
}

/// Visits the operands of an expression.
pub(super) fn operands<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    match &expr.kind {
        ExprKind::CompoundLiteral { initializer, .. } => values(initializer, visit),
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
        | ExprKind::VaEnd(operand) => visit(operand),
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
        | ExprKind::AssignPointer { target: left, index: right, .. } => {
            visit(left);
            visit(right);
        }
        ExprKind::Conditional(condition, then, otherwise) => {
            [condition, then, otherwise].into_iter().for_each(|operand| visit(operand));
        }
        ExprKind::Builtin(_, operands) | ExprKind::Atomic(_, operands) => {
            operands.iter().for_each(visit)
        }
        // Statements in it are looked at when something is asked of statements.
        ExprKind::Statement(_, value) => value.iter().for_each(|value| visit(value)),
        ExprKind::Call { callee, arguments, .. } => {
            visit(callee);
            arguments.iter().for_each(visit);
        }
        _ => {}
    }
}
