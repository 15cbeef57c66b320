//! The arithmetic of complex constants (C17 6.6p8, 6.2.5p11): part by part; products and quotients of `float` and
//! `double` are computed in `long double`, so that each part is rounded once.

use super::{Constant, Evaluated, Evaluator, NotConstant, not_constant};
use crate::Floating;
use crate::tree::{ArithmeticOperator, CompareOperator, ComplexPart, Expr, ExprKind};
use crate::types::Basic;

use ArithmeticOperator::{Add, Divide, Multiply, Subtract};

/// A value of a real arithmetic type.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Number {
    /// Of an integer type: the value; of `unsigned __int128` its bits.
    Integer(i128),
    /// Of a floating type.
    Floating(Floating),
}

type Evaluation<T> = Result<T, NotConstant>;

impl From<Number> for Constant {
    fn from(number: Number) -> Constant {
        match number {
            Number::Integer(value) => Constant::Integer(value),
            Number::Floating(value) => Constant::Floating(value),
        }
    }
}

impl Number {
    /// What represents the value in a type, in the lowest bits.
    pub(crate) fn bits(self, basic: Basic) -> u128 {
        match self {
            Number::Integer(value) => value as u128,
            Number::Floating(value) => value.bits(basic),
        }
    }

    pub(super) fn is_nonzero(self) -> bool {
        match self {
            Number::Integer(value) => value != 0,
            Number::Floating(value) => value.is_nonzero(),
        }
    }

    fn equals(self, other: Number) -> bool {
        match (self, other) {
            (Number::Floating(a), Number::Floating(b)) => {
                Floating::compare(CompareOperator::Equal, a, b)
            }
            (a, b) => a == b,
        }
    }

    /// A zero of the same kind.
    fn zero(self) -> Number {
        match self {
            Number::Integer(_) => Number::Integer(0),
            Number::Floating(_) => {
                Number::Floating(Floating::from_magnitude(false, 0, Basic::LongDouble))
            }
        }
    }
}

/// C17 6.5.9p3: both parts are equal.
pub(super) fn are_equal(left: [Number; 2], right: [Number; 2]) -> bool {
    left[0].equals(right[0]) && left[1].equals(right[1])
}

/// An operand: what it adds to the parts, and whether it is real.
struct Operand {
    parts: [Number; 2],
    is_real: bool,
}

impl Evaluator<'_> {
    pub(super) fn complex(&self, real: &Expr, imaginary: &Expr) -> Evaluated {
        Ok(Constant::Complex([self.number(real)?, self.number(imaginary)?]))
    }

    fn number(&self, expr: &Expr) -> Evaluation<Number> {
        match self.value(expr)? {
            Constant::Integer(value) => Ok(Number::Integer(value)),
            Constant::Floating(value) => Ok(Number::Floating(value)),
            _ => Err(not_constant(expr)),
        }
    }

    fn parts(&self, expr: &Expr) -> Evaluation<[Number; 2]> {
        match self.value(expr)? {
            Constant::Complex(parts) => Ok(parts),
            _ => Err(not_constant(expr)),
        }
    }

    /// A part of a complex value; nothing else that is read is a constant.
    pub(super) fn part_of_value(&self, place: &Expr, expr: &Expr) -> Evaluated {
        let ExprKind::Part(whole, part) = &place.kind else { return Err(not_constant(expr)) };
        let [real, imaginary] = self.parts(whole)?;
        Ok(match part {
            ComplexPart::Real => real.into(),
            ComplexPart::Imaginary => imaginary.into(),
        })
    }

    /// Between complex types (C17 6.3.1.6).
    pub(super) fn converted_parts(
        &self,
        expr: &Expr,
        operand: &Expr,
        parts: [Number; 2],
    ) -> Evaluated {
        let (from, to) = (self.part_type(operand)?, self.part_type(expr)?);
        let [real, imaginary] = parts.map(|part| self.converted(part, from, to, expr));
        Ok(Constant::Complex([real?, imaginary?]))
    }

    /// `-z`.
    pub(super) fn negated_parts(&self, expr: &Expr, parts: [Number; 2]) -> Evaluated {
        let [real, imaginary] = parts.map(|part| self.negated_part(part, expr));
        Ok(Constant::Complex([real?, imaginary?]))
    }

    /// `~z` (GNU C).
    pub(super) fn conjugate(&self, expr: &Expr, operand: &Expr) -> Evaluated {
        let [real, imaginary] = self.parts(operand)?;
        Ok(Constant::Complex([real, self.negated_part(imaginary, expr)?]))
    }

    fn negated_part(&self, part: Number, expr: &Expr) -> Evaluation<Number> {
        match part {
            Number::Floating(value) => Ok(Number::Floating(value.negated())),
            zero => self.combined(Subtract, zero.zero(), part, self.part_type(expr)?, expr),
        }
    }

    /// `left operator right` (C17 6.5.5, 6.5.6): a real operand has no imaginary part.
    pub(super) fn complex_arithmetic(
        &self,
        expr: &Expr,
        operator: ArithmeticOperator,
        left: &Expr,
        right: &Expr,
    ) -> Evaluated {
        let basic = self.part_type(expr)?;
        let (left, right) = (self.complex_operand(left)?, self.complex_operand(right)?);
        let ([a, b], [c, d]) = (left.parts, right.parts);
        let combine = |operator, x, y| self.combined(operator, x, y, basic, expr);
        let parts = match operator {
            Add | Subtract if right.is_real => [combine(operator, a, c)?, b],
            Add if left.is_real => [combine(Add, a, c)?, d],
            Subtract if left.is_real => [combine(Subtract, a, c)?, self.negated_part(d, expr)?],
            Add | Subtract => [combine(operator, a, c)?, combine(operator, b, d)?],
            Multiply | Divide if right.is_real => {
                [combine(operator, a, c)?, combine(operator, b, c)?]
            }
            Multiply if left.is_real => [combine(Multiply, a, c)?, combine(Multiply, a, d)?],
            Multiply => self.product([a, b], [c, d], basic, expr)?,
            Divide if basic.is_floating() => self.quotient([a, b], [c, d], basic, expr)?,
            _ => return Err(not_constant(expr)),
        };
        Ok(Constant::Complex(parts))
    }

    fn complex_operand(&self, expr: &Expr) -> Evaluation<Operand> {
        if self.types.complex_part(expr.ty.id).is_some() {
            return Ok(Operand { parts: self.parts(expr)?, is_real: false });
        }
        let real = self.number(expr)?;
        Ok(Operand { parts: [real, real.zero()], is_real: true })
    }

    /// `(a + bi) (c + di)`.
    fn product(
        &self,
        [a, b]: [Number; 2],
        [c, d]: [Number; 2],
        basic: Basic,
        expr: &Expr,
    ) -> Evaluation<[Number; 2]> {
        let wide = if basic.is_floating() { Basic::LongDouble } else { basic };
        let combine = |operator, x, y| self.combined(operator, x, y, wide, expr);
        let real = combine(Subtract, combine(Multiply, a, c)?, combine(Multiply, b, d)?)?;
        let imaginary = combine(Add, combine(Multiply, a, d)?, combine(Multiply, b, c)?)?;
        Ok([rounded(real, basic), rounded(imaginary, basic)])
    }

    /// `(a + bi) / (c + di)`, with the larger part of the divisor made 1, so that nothing overflows on the way.
    fn quotient(
        &self,
        [a, b]: [Number; 2],
        [c, d]: [Number; 2],
        basic: Basic,
        expr: &Expr,
    ) -> Evaluation<[Number; 2]> {
        let combine = |operator, x, y| self.combined(operator, x, y, Basic::LongDouble, expr);
        let is_less = |x: Number, y: Number| match (x, y) {
            (Number::Floating(x), Number::Floating(y)) => {
                Floating::compare(CompareOperator::Less, x.magnitude(), y.magnitude())
            }
            _ => false,
        };
        let scale = if is_less(c, d) { d } else { c };
        let (c, d) = (combine(Divide, c, scale)?, combine(Divide, d, scale)?);
        let norm = combine(Add, combine(Multiply, c, c)?, combine(Multiply, d, d)?)?;
        let norm = combine(Multiply, norm, scale)?;
        let real = combine(Add, combine(Multiply, a, c)?, combine(Multiply, b, d)?)?;
        let imaginary = combine(Subtract, combine(Multiply, b, c)?, combine(Multiply, a, d)?)?;
        let [real, imaginary] = [real, imaginary].map(|part| combine(Divide, part, norm));
        Ok([rounded(real?, basic), rounded(imaginary?, basic)])
    }

    /// One operation on parts, in their type.
    fn combined(
        &self,
        operator: ArithmeticOperator,
        left: Number,
        right: Number,
        basic: Basic,
        expr: &Expr,
    ) -> Evaluation<Number> {
        let (left, right) = match (left, right) {
            (Number::Floating(left), Number::Floating(right)) => {
                let value = Floating::operate(operator, (left, right), basic);
                return value.map(Number::Floating).ok_or_else(|| not_constant(expr));
            }
            (Number::Integer(left), Number::Integer(right)) => (left, right),
            _ => return Err(not_constant(expr)),
        };
        match self.integers(expr, operator, left, right, basic)? {
            Constant::Integer(value) => Ok(Number::Integer(value)),
            _ => Err(not_constant(expr)),
        }
    }

    fn part_type(&self, expr: &Expr) -> Evaluation<Basic> {
        self.types.complex_part(expr.ty.id).ok_or_else(|| not_constant(expr))
    }
}

fn rounded(number: Number, basic: Basic) -> Number {
    match number {
        Number::Floating(value) => Number::Floating(value.round(basic)),
        integer => integer,
    }
}
