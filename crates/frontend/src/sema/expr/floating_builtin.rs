//! Built-in constants of floating types, which `<math.h>` is made of (C17 7.12p3 to p5); the names are GCC's.

use source::Span;

use crate::Floating;
use crate::ast::{self, ExprKind as Syntax};
use crate::sema::{Sema, node};
use crate::tree::{Expr, ExprKind};
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

fn is_empty_string(expr: &ast::Expr) -> bool {
    matches!(&super::peel(expr).kind, Syntax::String(literal) if literal.elements.is_empty())
}
