//! Which expressions contain a call, and so may overwrite what has been put into argument registers.

use frontend::tree::{Expr, ExprKind};
use frontend::types::Basic;

use crate::function::FunctionGenerator;

impl FunctionGenerator<'_, '_> {
    /// Whether evaluating an expression may overwrite argument registers.
    pub(crate) fn contains_call(&self, expr: &Expr) -> bool {
        use ExprKind as E;
        let within = |it: &Expr| self.contains_call(it);
        match &expr.kind {
            E::Call { .. } | E::Statement(..) => true,
            E::Builtin(_, operands) => !operands.is_empty(),
            E::Atomic(_, operands) => operands.iter().any(within),
            E::LabelAddress(..) => false,
            E::Integer(_) | E::Floating(_) | E::Local(_) | E::Global(_) => false,
            E::String(_) | E::Function(_) => false,
            E::CompoundLiteral { initializer, .. } => {
                initializer.iter().any(|store| within(&store.value))
            }
            E::Dereference(it) | E::Member(it, _) | E::Part(it, _) => within(it),
            E::Load(it) | E::ArrayDecay(it) => within(it),
            E::Complex(real, imaginary) => within(real) || within(imaginary),
            E::Convert(it, _) => {
                let is_floating = |it: &Expr| self.scalar(it.ty.id).is_floating();
                let is_rounded = self.is_int128(expr.ty.id) && is_floating(it)
                    || self.is_int128(it.ty.id) && is_floating(expr);
                is_rounded || self.is_wide(expr) || self.is_wide(it) || within(it)
            }
            E::FunctionDecay(it) | E::AddressOf(it) => within(it),
            E::Negate(it) | E::BitNot(it) | E::LogicalNot(it) => within(it),
            E::VaStart(it) | E::VaArg(it) | E::VaEnd(it) => within(it),
            E::Arithmetic(_, left, right)
            | E::Compare(_, left, right)
            | E::AssignArithmetic { target: left, value: right, .. } => {
                self.is_int128(left.ty.id)
                    || self.is_int128(right.ty.id)
                    || self.is_wide(left)
                    || self.is_wide(right)
                    || within(left)
                    || within(right)
            }
            E::PointerAdd { pointer: left, index: right, .. }
            | E::PointerDifference { left, right, .. }
            | E::AssignPointer { target: left, index: right, .. }
            | E::LogicalAnd(left, right)
            | E::LogicalOr(left, right)
            | E::OrElse(left, right)
            | E::Comma(left, right)
            | E::Assign(left, right)
            | E::VaCopy(left, right) => within(left) || within(right),
            E::Conditional(condition, then, otherwise) => {
                within(condition) || within(then) || within(otherwise)
            }
        }
    }

    /// Whether routines of the library compute with an expression.
    fn is_wide(&self, expr: &Expr) -> bool {
        self.is_complex(expr.ty.id) || self.scalar(expr.ty.id) == Basic::LongDouble
    }
}
