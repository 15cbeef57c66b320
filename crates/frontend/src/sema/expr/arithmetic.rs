//! Binary operators on numbers (C17 6.5.5 to 6.5.14).

use source::Span;

use crate::ast::{self, BinaryOperator, ExprKind as Syntax};
use crate::sema::classify::Classify;
use crate::sema::{Sema, messages, node};
use crate::tree::{ArithmeticOperator, CompareOperator, Expr, ExprKind};
use crate::types::{Basic, Types};

impl Sema<'_> {
    /// A binary operator other than `&&`, `||`, assignment and comma.
    pub(super) fn binary(
        &mut self,
        operator: BinaryOperator,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
    ) -> Expr {
        if is_relational(operator)
            && matches!(&left.kind, Syntax::Binary(inner, ..) if is_relational(*inner))
        {
            self.report(messages::chained_comparison(span, left.span));
        }
        let operands = (left, right);
        let (left, right) = (self.value(left), self.value(right));
        if operator == BinaryOperator::Divide {
            self.warn_divided_size(operands, &right, span);
        }
        for operand in [&left, &right] {
            if self.types.is_error(operand.ty.id) {
                return crate::sema::error_expr(span);
            }
        }
        self.binary_values(operator, left, right, span)
    }

    fn binary_values(
        &mut self,
        operator: BinaryOperator,
        left: Expr,
        right: Expr,
        span: Span,
    ) -> Expr {
        use BinaryOperator as B;
        let pointers = (self.types.is_pointer(left.ty.id), self.types.is_pointer(right.ty.id));
        match operator {
            B::Add if pointers != (false, false) => self.pointer_add(left, right, span),
            B::Subtract if pointers != (false, false) => self.pointer_subtract(left, right, span),
            B::Less | B::Greater | B::LessEqual | B::GreaterEqual | B::Equal | B::NotEqual => {
                let compare = compare_operator(operator);
                if pointers != (false, false) {
                    return self.pointer_compare(compare, left, right, span);
                }
                self.compare(compare, operator, left, right, span)
            }
            _ => self.arithmetic(operator, left, right, span),
        }
    }

    fn arithmetic(
        &mut self,
        operator: BinaryOperator,
        left: Expr,
        right: Expr,
        span: Span,
    ) -> Expr {
        let Some(arithmetic) = self.check_operands(operator, &left, &right, span) else {
            return crate::sema::error_expr(span);
        };
        self.warn_division_by_zero(arithmetic, &left, &right, span);
        let (left, right, ty) = match operator {
            // C17 6.5.7p3: each operand is promoted by itself; the type is that of the left one.
            BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight => {
                let (left, right) = (self.promote(left), self.promote(right));
                let ty = left.ty.id;
                (left, right, ty)
            }
            _ => self.usual_operands(arithmetic, left, right),
        };
        if self.types.is_error(left.ty.id) || self.types.is_error(right.ty.id) {
            return crate::sema::error_expr(span);
        }
        let kind = ExprKind::Arithmetic(arithmetic, Box::new(left), Box::new(right));
        self.cut_result(node(kind, ty, span))
    }

    /// The operator, if its operands are of the types that it takes (C17 6.5.5p2, 6.5.6p2, 6.5.7p2, 6.5.10p2).
    pub(super) fn check_operands(
        &mut self,
        operator: BinaryOperator,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Option<ArithmeticOperator> {
        let arithmetic = arithmetic_operator(operator)?;
        let takes_floating = matches!(
            arithmetic,
            ArithmeticOperator::Multiply
                | ArithmeticOperator::Divide
                | ArithmeticOperator::Add
                | ArithmeticOperator::Subtract
        );
        let fits = |id| match takes_floating {
            true => self.types.is_arithmetic(id),
            false => self.types.is_integer(id),
        };
        if fits(left.ty.id) && fits(right.ty.id) {
            return Some(arithmetic);
        }
        let (first, second) = (self.spell(left.ty), self.spell(right.ty));
        let wanted = if takes_floating { "two numbers" } else { "two integers" };
        self.report(messages::bad_operands(
            span,
            operator.spelling(),
            (left.span, &first),
            (right.span, &second),
            wanted,
        ));
        None
    }

    /// Division of integers by a constant zero: undefined (C17 6.5.5p5), so it stays as it is, with a
    /// warning.
    pub(super) fn warn_division_by_zero(
        &mut self,
        operator: ArithmeticOperator,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) {
        let divides =
            matches!(operator, ArithmeticOperator::Divide | ArithmeticOperator::Remainder);
        let divides = divides && self.types.is_integer(left.ty.id);
        if divides && matches!(right.kind, ExprKind::Integer(0)) && self.unevaluated_depth == 0 {
            self.report(messages::division_by_zero(span, right.span));
        }
    }

    fn compare(
        &mut self,
        compare: CompareOperator,
        operator: BinaryOperator,
        left: Expr,
        right: Expr,
        span: Span,
    ) -> Expr {
        if !self.types.is_arithmetic(left.ty.id) || !self.types.is_arithmetic(right.ty.id) {
            let (first, second) = (self.spell(left.ty), self.spell(right.ty));
            return self.reject(messages::bad_operands(
                span,
                operator.spelling(),
                (left.span, &first),
                (right.span, &second),
                "two numbers or two pointers",
            ));
        }
        let is_complex = |operand: &Expr| self.types.is_complex(operand.ty.id);
        if is_relational(operator) && (is_complex(&left) || is_complex(&right)) {
            let (first, second) = (self.spell(left.ty), self.spell(right.ty));
            let operands = ((left.span, first.as_str()), (right.span, second.as_str()));
            let symbol = operator.spelling();
            return self.reject(messages::complex_order(span, symbol, operands.0, operands.1));
        }
        let (left, right, ty) = self.usual_arithmetic(left, right);
        if self.types.is_error(ty) {
            return crate::sema::error_expr(span);
        }
        let kind = ExprKind::Compare(compare, Box::new(left), Box::new(right));
        node(kind, Types::basic(Basic::Int), span)
    }

    /// `left && right`, `left || right` (C17 6.5.13, 6.5.14).
    pub(super) fn logical(
        &mut self,
        is_and: bool,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
    ) -> Expr {
        let operator = if is_and { "&&" } else { "||" };
        let mut operand = |expr: &ast::Expr| {
            let value = self.value(expr);
            let complain = |spelled: &str| {
                messages::bad_operand(expr.span, operator, spelled, "a number or a pointer")
            };
            self.truth(value, complain)
        };
        let (left, right) = (operand(left), operand(right));
        if self.types.is_error(left.ty.id) || self.types.is_error(right.ty.id) {
            return crate::sema::error_expr(span);
        }
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match is_and {
            true => ExprKind::LogicalAnd(left, right),
            false => ExprKind::LogicalOr(left, right),
        };
        node(kind, Types::basic(Basic::Int), span)
    }
}

/// The arithmetic operator that a binary operator stays, if it is one.
pub(super) fn arithmetic_operator(operator: BinaryOperator) -> Option<ArithmeticOperator> {
    Some(match operator {
        BinaryOperator::Multiply => ArithmeticOperator::Multiply,
        BinaryOperator::Divide => ArithmeticOperator::Divide,
        BinaryOperator::Remainder => ArithmeticOperator::Remainder,
        BinaryOperator::Add => ArithmeticOperator::Add,
        BinaryOperator::Subtract => ArithmeticOperator::Subtract,
        BinaryOperator::ShiftLeft => ArithmeticOperator::ShiftLeft,
        BinaryOperator::ShiftRight => ArithmeticOperator::ShiftRight,
        BinaryOperator::BitAnd => ArithmeticOperator::BitAnd,
        BinaryOperator::BitXor => ArithmeticOperator::BitXor,
        BinaryOperator::BitOr => ArithmeticOperator::BitOr,
        _ => return None,
    })
}

/// `<`, `>`, `<=`, `>=` (C17 6.5.8).
fn is_relational(operator: BinaryOperator) -> bool {
    use BinaryOperator::{Greater, GreaterEqual, Less, LessEqual};
    matches!(operator, Less | Greater | LessEqual | GreaterEqual)
}

fn compare_operator(operator: BinaryOperator) -> CompareOperator {
    match operator {
        BinaryOperator::Less => CompareOperator::Less,
        BinaryOperator::Greater => CompareOperator::Greater,
        BinaryOperator::LessEqual => CompareOperator::LessEqual,
        BinaryOperator::GreaterEqual => CompareOperator::GreaterEqual,
        BinaryOperator::NotEqual => CompareOperator::NotEqual,
        _ => CompareOperator::Equal,
    }
}
