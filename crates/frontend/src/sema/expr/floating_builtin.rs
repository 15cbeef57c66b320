//! Built-in constants of floating types, which `<math.h>` is made of (C17 7.12p3 to p5), and what the machine computes by
//! an instruction of its own; the names are GCC's.

use source::Span;

use crate::Floating;
use crate::ast::{self, ExprKind as Syntax};
use crate::sema::{Sema, error_expr, node};
use crate::tree::{Builtin, Expr, ExprKind, FloatingControl};
use crate::types::{Basic, Types};

/// What a built-in function of this kind stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Constant {
    Infinity,
    Nan,
}

/// Each by its name, without the suffix that says of which type it is.
const CONSTANTS: [(&str, Constant); 3] = [
    ("__builtin_huge_val", Constant::Infinity),
    ("__builtin_inf", Constant::Infinity),
    ("__builtin_nan", Constant::Nan),
];

/// The constant of that name, and its type.
fn find(name: &str) -> Option<(Constant, Basic)> {
    CONSTANTS.iter().find_map(|&(known, constant)| match name.strip_prefix(known)? {
        "" => Some((constant, Basic::Double)),
        "f" => Some((constant, Basic::Float)),
        "l" => Some((constant, Basic::LongDouble)),
        _ => None,
    })
}

impl Sema<'_> {
    /// A call of a built-in function whose value is a constant: infinity, or the NaN of an empty string.
    pub(super) fn floating_builtin(
        &self,
        callee: &ast::Expr,
        arguments: &[ast::Expr],
        span: Span,
    ) -> Option<Expr> {
        let Syntax::Name(name) = super::peel(callee).kind else { return None };
        let (constant, basic) = find(self.names.text(name))?;
        let value = match (constant, arguments) {
            (Constant::Infinity, []) => Floating::INFINITY,
            (Constant::Nan, [text]) if is_empty_string(text) => Floating::NAN,
            _ => return None,
        };
        Some(node(ExprKind::Floating(value), Types::basic(basic), span))
    }
}

/// What the machine has an instruction for: its name, the type of its operands and of its result, how many operands.
const OPERATIONS: [(&str, Builtin, Basic, usize); 8] = [
    ("sqrt", Builtin::SquareRoot, Basic::Double, 1),
    ("sqrtf", Builtin::SquareRoot, Basic::Float, 1),
    ("fma", Builtin::MultiplyAdd, Basic::Double, 3),
    ("fmaf", Builtin::MultiplyAdd, Basic::Float, 3),
    ("riscv_frflags", Builtin::ReadControl(FloatingControl::Flags), Basic::UnsignedInt, 0),
    ("riscv_fsflags", Builtin::WriteControl(FloatingControl::Flags), Basic::UnsignedInt, 1),
    ("riscv_frrm", Builtin::ReadControl(FloatingControl::Rounding), Basic::UnsignedInt, 0),
    ("riscv_fsrm", Builtin::WriteControl(FloatingControl::Rounding), Basic::UnsignedInt, 1),
];

/// Whether a built-in function of that name, without its `__builtin_`, is one of these.
pub(super) fn is_floating_operation(word: &str, count: usize) -> bool {
    OPERATIONS.iter().any(|&(name, _, _, operands)| (name, operands) == (word, count))
}

impl Sema<'_> {
    /// A call of one of these.
    pub(super) fn floating_operation(&mut self, word: &str, values: Vec<Expr>, span: Span) -> Expr {
        let Some(&(_, builtin, basic, _)) = OPERATIONS.iter().find(|row| row.0 == word) else {
            return error_expr(span);
        };
        let ty = Types::basic(basic);
        let values: Vec<Expr> = values.into_iter().map(|value| self.convert(value, ty)).collect();
        let result = if matches!(builtin, Builtin::WriteControl(_)) { Types::VOID } else { ty };
        node(ExprKind::Builtin(builtin, values), result, span)
    }
}

fn is_empty_string(expr: &ast::Expr) -> bool {
    matches!(&super::peel(expr).kind, Syntax::String(literal) if literal.elements.is_empty())
}
