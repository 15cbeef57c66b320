//! Complex types in conversions (C17 6.3.1.6, 6.3.1.7, 6.3.1.8).

use crate::Floating;
use crate::constant::Number;
use crate::tree::{ArithmeticOperator, ComplexPart, Conversion, Expr, ExprKind};
use crate::types::{Basic, TypeId, Types};
use source::Span;

use super::classify::Classify;
use super::{Sema, error_expr, messages, node};

impl Sema<'_> {
    /// A conversion from or to a complex type.
    pub(super) fn convert_complex(&mut self, value: Expr, to: TypeId) -> Expr {
        let (from, span) = (value.ty.id, value.span);
        let through =
            |value, conversion| node(ExprKind::Convert(Box::new(value), conversion), to, span);
        match (self.types.complex_part(from), self.types.complex_part(to)) {
            (Some(_), Some(_)) => through(value, Conversion::Complex),
            (Some(_), None) if self.types.is_void(to) => through(value, Conversion::ToVoid),
            // C17 6.3.1.2: not only the real part counts.
            (Some(_), None) if to == Types::basic(Basic::Bool) => {
                through(value, Conversion::ToBool)
            }
            // C17 6.3.1.7p2: the imaginary part is discarded.
            (Some(part), None) if self.types.is_arithmetic(to) => {
                let real = part_of(value, part, ComplexPart::Real);
                self.convert(real, to)
            }
            // C17 6.3.1.7p1: the imaginary part is a zero, positive or unsigned.
            (None, Some(part)) if self.types.is_arithmetic(from) => {
                let real = self.convert(value, Types::basic(part));
                complex(real, zero(part, span), part, span)
            }
            _ => {
                let (from, to) = (self.spell(from), self.spell(to));
                self.reject(messages::no_conversion(span, &from, &to))
            }
        }
    }

    /// The usual arithmetic conversions for an operator. A real operand beside a complex one gets the corresponding real
    /// type only (C17 6.3.1.8p1, G.5.1p2, G.5.2p2), but where it is divided.
    pub(super) fn usual_operands(
        &mut self,
        operator: ArithmeticOperator,
        left: Expr,
        right: Expr,
    ) -> (Expr, Expr, TypeId) {
        use ArithmeticOperator::{Add, Divide, Multiply, Subtract};
        if self.is_integer_quotient(operator, &left, &right) {
            let ty = Types::ERROR;
            return (error_expr(left.span), error_expr(right.span), ty);
        }
        let is_complex = [&left, &right].map(|operand| self.types.is_complex(operand.ty.id));
        let stays_real = match operator {
            Add | Subtract | Multiply => is_complex[0] != is_complex[1],
            Divide => is_complex == [true, false],
            _ => false,
        };
        let (left, right) = (self.promote(left), self.promote(right));
        let Some(part) = self.common_real_type(&left, &right).filter(|_| stays_real) else {
            return self.usual_arithmetic(left, right);
        };
        let types = is_complex.map(|is_complex| match is_complex {
            true => Types::complex(part),
            false => Types::basic(part),
        });
        (self.convert(left, types[0]), self.convert(right, types[1]), Types::complex(part))
    }

    /// Whether it is a quotient of complex integers, which is reported: GNU C leaves open how it is rounded.
    fn is_integer_quotient(
        &mut self,
        operator: ArithmeticOperator,
        left: &Expr,
        right: &Expr,
    ) -> bool {
        let is_complex = [left, right].iter().any(|operand| self.types.is_complex(operand.ty.id));
        let part = self.common_real_type(left, right);
        let is_quotient = operator == ArithmeticOperator::Divide
            && is_complex
            && part.is_some_and(|part| !part.is_floating());
        if is_quotient {
            let span = left.span.to(right.span);
            self.report(messages::complex_integer_quotient(span));
        }
        is_quotient
    }

    /// The node of a complex constant.
    pub(super) fn complex_constant(&self, parts: [Number; 2], ty: TypeId, span: Span) -> ExprKind {
        let part = Types::basic(self.types.complex_part(ty).unwrap_or(Basic::Double));
        let [real, imaginary] = parts.map(|number| match number {
            Number::Integer(value) => self.integer_node(value, part, span),
            Number::Floating(value) => node(ExprKind::Floating(value), part, span),
        });
        ExprKind::Complex(Box::new(real), Box::new(imaginary))
    }
}

/// A part of a complex value, as a value; of one that is read from an object only the part is read.
pub(super) fn part_of(value: Expr, basic: Basic, part: ComplexPart) -> Expr {
    let span = value.span;
    let whole = match value.kind {
        ExprKind::Load(place) => place,
        _ => Box::new(value),
    };
    let ty = crate::types::QualType { id: Types::basic(basic), qualifiers: whole.ty.qualifiers };
    let place = node(ExprKind::Part(whole, part), ty, span);
    node(ExprKind::Load(Box::new(place)), Types::basic(basic), span)
}

/// A complex value of two parts of the corresponding real type.
pub(super) fn complex(real: Expr, imaginary: Expr, part: Basic, span: Span) -> Expr {
    let kind = ExprKind::Complex(Box::new(real), Box::new(imaginary));
    node(kind, Types::complex(part), span)
}

/// The zero of a real type.
pub(super) fn zero(basic: Basic, span: Span) -> Expr {
    let kind = match basic.is_floating() {
        true => ExprKind::Floating(Floating::from_integer(0, basic)),
        false => ExprKind::Integer(0),
    };
    node(kind, Types::basic(basic), span)
}
