//! What GNU C has for complex numbers: `__real__`, `__imag__`, imaginary constants, `__builtin_complex`.

use source::Span;

use crate::ast;
use crate::sema::classify::Classify;
use crate::sema::complex::{complex, zero};
use crate::sema::convert::is_place;
use crate::sema::{Sema, messages, node};
use crate::tree::{ComplexPart, Conversion, Expr, ExprKind};
use crate::types::{Basic, QualType, Types};

/// An imaginary constant: so many imaginary units.
pub(super) fn imaginary(value: Expr, part: Basic) -> Expr {
    let span = value.span;
    complex(zero(part, span), value, part, span)
}

/// The functions of C17 7.3 with one complex argument and a complex result, and those with a real one.
const COMPLEX: [&str; 17] = [
    "cacos", "cacosh", "casin", "casinh", "catan", "catanh", "ccos", "ccosh", "cexp", "clog",
    "conj", "cproj", "csin", "csinh", "csqrt", "ctan", "ctanh",
];
const REAL: [&str; 4] = ["cabs", "carg", "cimag", "creal"];

/// A function of the library with complex arguments that is also built in, and its type as letters.
pub(super) fn complex_function(word: &str) -> Option<(&str, String)> {
    let is_one = |name: &str| name == "cpow" || COMPLEX.contains(&name) || REAL.contains(&name);
    let stripped = |suffix| word.strip_suffix(suffix).filter(|name| is_one(name));
    let (name, real, complex) = match () {
        () if is_one(word) => (word, "d", "x"),
        () => match (stripped('f'), stripped('l')) {
            (Some(name), _) => (name, "f", "w"),
            (None, name) => (name?, "D", "X"),
        },
    };
    let result = if REAL.contains(&name) { real } else { complex };
    let arguments = if name == "cpow" { 2 } else { 1 };
    Some((word, format!("{result}{}", complex.repeat(arguments))))
}

impl Sema<'_> {
    /// `__real__ z`, `__imag__ z`: an lvalue if the operand is one. A real number is its own real part.
    pub(super) fn part(&mut self, operand: &ast::Expr, part: ComplexPart, span: Span) -> Expr {
        let operand = self.expr(operand);
        if self.types.is_error(operand.ty.id) {
            return operand;
        }
        if let Some(basic) = self.types.complex_part(operand.ty.id) {
            let operand = match is_place(&operand) {
                true => operand,
                false => self.rvalue(operand),
            };
            let ty = QualType { id: Types::basic(basic), qualifiers: operand.ty.qualifiers };
            return node(ExprKind::Part(Box::new(operand), part), ty, span);
        }
        let value = self.rvalue(operand);
        let Some(basic) = self.types.as_basic(value.ty.id) else {
            let operator = match part {
                ComplexPart::Real => "__real__",
                ComplexPart::Imaginary => "__imag__",
            };
            let spelled = self.spell(value.ty);
            return self.reject(messages::bad_operand(span, operator, &spelled, "a number"));
        };
        if part == ComplexPart::Real {
            return Expr { span, ..value };
        }
        let effects = ExprKind::Convert(Box::new(value), Conversion::ToVoid);
        let effects = Box::new(node(effects, Types::VOID, span));
        let ty = Types::basic(basic);
        node(ExprKind::Comma(effects, Box::new(zero(basic, span))), ty, span)
    }

    /// `__builtin_complex(real, imaginary)`: of two values of one real floating type, each kept as it is.
    pub(super) fn complex_of_parts(&mut self, values: Vec<Expr>, span: Span) -> Expr {
        let types = [0, 1].map(|index| values.get(index).map(|it| it.ty.id));
        let part = types[0].and_then(|ty| self.types.as_basic(ty));
        let part = part.filter(|part| part.is_floating() && types[0] == types[1]);
        let mut values = values.into_iter();
        let (Some(part), Some(real), Some(imaginary)) = (part, values.next(), values.next()) else {
            return self.reject(messages::complex_parts(span));
        };
        complex(real, imaginary, part, span)
    }
}
