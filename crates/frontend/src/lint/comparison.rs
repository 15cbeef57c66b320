//! Comparisons that always have the same result, because of the values that a type has (C17 6.3.1.8, 6.5.8).

use source::Diagnostic;

use super::{Linter, messages};
use crate::constant::{Constant, evaluate};
use crate::sema::Classify;
use crate::tree::{CompareOperator, Conversion, Expr, ExprKind};
use crate::types::{Basic, TypeId};

impl Linter<'_> {
    /// A comparison of something that is no constant with a constant.
    pub(super) fn comparison(&self, expr: &Expr) -> Option<Diagnostic> {
        let ExprKind::Compare(operator, left, right) = &expr.kind else { return None };
        let (operator, value, constant) = match (self.constant(left), self.constant(right)) {
            (None, Some(constant)) => (*operator, left, constant),
            (Some(constant), None) => (mirrored(*operator), right, constant),
            _ => return None,
        };
        let source = self.unwidened(value);
        let range = self.range(source.ty.id)?;
        let always = always(operator, range, constant)?;
        let is_char = self.unit.types.as_basic(source.ty.id) == Some(Basic::Char);
        let ty = crate::types::spell(&self.unit.types, self.names, source.ty.id.into());
        let text = self.sources.text(expr.span);
        let operand = (self.sources.text(source.span), ty.as_str(), range);
        Some(messages::comparison_always(expr.span, text, always, operand, is_char && constant < 0))
    }

    fn constant(&self, expr: &Expr) -> Option<i128> {
        match evaluate(expr, &self.unit.types) {
            // Its value may not be what its bits are.
            Ok(Constant::Integer(value)) if self.is_int128(expr) && value < 0 => None,
            Ok(Constant::Integer(value)) if self.unit.types.is_integer(expr.ty.id) => Some(value),
            _ => None,
        }
    }

    fn is_int128(&self, expr: &Expr) -> bool {
        self.unit.types.as_basic(expr.ty.id).is_some_and(Basic::is_int128)
    }

    /// What was converted, if the type that it was converted to has all of its values.
    fn unwidened<'e>(&self, expr: &'e Expr) -> &'e Expr {
        let ExprKind::Convert(inner, Conversion::Integer) = &expr.kind else { return expr };
        match (self.range(inner.ty.id), self.range(expr.ty.id)) {
            (Some(from), Some(to)) if to.0 <= from.0 && from.1 <= to.1 => self.unwidened(inner),
            _ => expr,
        }
    }

    /// The least and the greatest value of an integer type that is no enumeration, or of as many as are told apart here.
    fn range(&self, ty: TypeId) -> Option<(i128, i128)> {
        let basic = self.unit.types.as_basic(ty).filter(|basic| !basic.is_floating())?;
        let bits = if basic == Basic::Bool { 1 } else { 8 * basic.size() as u32 };
        Some(match basic.is_signed() {
            _ if basic == Basic::Int128 => (i128::MIN, i128::MAX),
            _ if basic == Basic::UnsignedInt128 => (0, i128::MAX),
            true => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            false => (0, (1i128 << bits) - 1),
        })
    }
}

fn mirrored(operator: CompareOperator) -> CompareOperator {
    match operator {
        CompareOperator::Less => CompareOperator::Greater,
        CompareOperator::Greater => CompareOperator::Less,
        CompareOperator::LessEqual => CompareOperator::GreaterEqual,
        CompareOperator::GreaterEqual => CompareOperator::LessEqual,
        same => same,
    }
}

/// The result that a comparison of anything in a range with a constant has, if it is always the same.
fn always(
    operator: CompareOperator,
    (least, greatest): (i128, i128),
    constant: i128,
) -> Option<bool> {
    let (always, never) = match operator {
        CompareOperator::Less => (greatest < constant, least >= constant),
        CompareOperator::LessEqual => (greatest <= constant, least > constant),
        CompareOperator::Greater => (least > constant, greatest <= constant),
        CompareOperator::GreaterEqual => (least >= constant, greatest < constant),
        CompareOperator::Equal => (false, constant < least || greatest < constant),
        CompareOperator::NotEqual => (constant < least || greatest < constant, false),
    };
    (always || never).then_some(always)
}

#[cfg(test)]
mod tests {
    use super::{CompareOperator, always};

    #[test]
    fn only_values_that_a_type_has_decide() {
        let byte = (0, 255);
        assert_eq!(always(CompareOperator::GreaterEqual, byte, 0), Some(true));
        assert_eq!(always(CompareOperator::Less, byte, 0), Some(false));
        assert_eq!(always(CompareOperator::Equal, byte, -1), Some(false));
        assert_eq!(always(CompareOperator::NotEqual, byte, 256), Some(true));
        assert_eq!(always(CompareOperator::LessEqual, byte, 254), None);
        assert_eq!(always(CompareOperator::Greater, byte, 0), None);
    }
}
