//! Complex numbers (C17 6.2.5p11): two values of a real type side by side, which no instruction computes. Values are in
//! memory; their parts are computed as values of the real type are. Products and quotients of floating type are calls of
//! routines of the library, under the names that compilers agree on (those of libgcc), since infinities and NaNs need
//! more than the formula (C17 G.5.1).

use frontend::Floating;
use frontend::tree::{ArithmeticOperator, CompareOperator, Conversion, Expr, ExprKind};
use frontend::types::{Basic, TypeId};
use riscv::psabi::FLOAT_ARGUMENT_REGISTERS;
use riscv::{Op, Reg};
use source::Span;

use crate::abi::{Part, Slot};
use crate::aggregate::read_of;
use crate::arithmetic::Operand;
use crate::floating::{either, file};
use crate::function::FunctionGenerator;
use crate::long_double::Wide;
use crate::memory;
use crate::place::{Base, Place};
use crate::registers::Temp;

/// A value of a real arithmetic type.
enum Number {
    /// In a register.
    Narrow(Temp),
    /// A `long double`.
    Wide(Wide),
}

/// An operand of complex arithmetic.
enum Term {
    Real(Number),
    Complex([Number; 2]),
}

/// The routine of a product (`mul`) or quotient (`div`) of complex numbers with parts of that type.
fn routine(operator: ArithmeticOperator, part: Basic) -> &'static str {
    match (operator, part) {
        (ArithmeticOperator::Multiply, Basic::Float) => "__mulsc3",
        (ArithmeticOperator::Multiply, Basic::LongDouble) => "__multc3",
        (ArithmeticOperator::Multiply, _) => "__muldc3",
        (_, Basic::Float) => "__divsc3",
        (_, Basic::LongDouble) => "__divtc3",
        _ => "__divdc3",
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// The value of an operation of complex type, in a temporary object.
    pub(crate) fn complex(&mut self, expr: &'a Expr) -> Place {
        let Some(part) = self.types().complex_part(expr.ty.id) else {
            return self.temporary_object(expr);
        };
        match &expr.kind {
            ExprKind::Complex(real, imaginary) => {
                let parts = [self.number(real), self.number(imaginary)];
                self.complex_object(parts, part)
            }
            ExprKind::Convert(inner, Conversion::Complex) => {
                let from = self.part_of(inner.ty.id);
                let parts = self.parts(inner);
                let parts = parts.map(|number| self.convert_number(number, from, part, expr.span));
                self.complex_object(parts, part)
            }
            ExprKind::Negate(operand) => {
                let parts = self.parts(operand);
                let parts = parts.map(|number| self.negate_number(number, part));
                self.complex_object(parts, part)
            }
            ExprKind::BitNot(operand) => {
                let [real, imaginary] = self.parts(operand);
                let imaginary = self.negate_number(imaginary, part);
                self.complex_object([real, imaginary], part)
            }
            ExprKind::Arithmetic(operator, left, right) => {
                let (first, second) = (self.term(left), self.term(right));
                self.combine(*operator, first, second, part, expr.span)
            }
            _ => self.assign_arithmetic_complex(expr),
        }
    }

    fn part_of(&self, ty: TypeId) -> Basic {
        self.types().complex_part(ty).unwrap_or_else(|| self.scalar(ty))
    }

    /// A value of real type.
    fn number(&mut self, expr: &'a Expr) -> Number {
        match self.scalar(expr.ty.id) {
            Basic::LongDouble => Number::Wide(self.wide(expr)),
            _ => Number::Narrow(self.value(expr)),
        }
    }

    fn term(&mut self, expr: &'a Expr) -> Term {
        match self.types().complex_part(expr.ty.id) {
            Some(_) => Term::Complex(self.parts(expr)),
            None => Term::Real(self.number(expr)),
        }
    }

    /// The parts of a value of complex type.
    fn parts(&mut self, expr: &'a Expr) -> [Number; 2] {
        let part = self.part_of(expr.ty.id);
        let place = self.value_in_memory(expr);
        if part == Basic::LongDouble {
            let home = self.frame.allocate(2 * part.size(), part.size());
            let whole = Place::whole(Base::Frame(home));
            self.copy(&place, &whole, 2 * part.size(), part.size(), read_of(expr), None);
            self.free_place(place);
            return [0, part.size() as i32].map(|offset| in_frame(home + offset));
        }
        let op = memory::load_op(part);
        let loads = vec![(file(part), op, 0), (file(part), op, part.size())];
        let mut parts = self.load_parts(&place, loads, read_of(expr)).into_iter();
        self.free_place(place);
        [(); 2].map(|()| match parts.next() {
            Some(part) => Number::Narrow(part),
            None => Number::Narrow(self.immediate(0)),
        })
    }

    /// A temporary object with these parts.
    fn complex_object(&mut self, parts: [Number; 2], part: Basic) -> Place {
        let size = part.size();
        let home = self.frame.allocate(2 * size, size);
        for (number, offset) in parts.into_iter().zip([0, size as i32]) {
            self.number_to_frame(number, home + offset, part);
        }
        Place::whole(Base::Frame(home))
    }

    /// Puts a number into the frame.
    fn number_to_frame(&mut self, number: Number, at: i32, basic: Basic) {
        match number {
            Number::Narrow(value) => {
                let register = self.reg(&value);
                self.free(value);
                self.frame_access(memory::store_of(basic), register, at);
            }
            Number::Wide((place, read)) => {
                let target = Place::whole(Base::Frame(at));
                self.copy(&place, &target, basic.size(), basic.size(), read, None);
                self.free_place(place);
            }
        }
    }

    /// Between real arithmetic types other than `_Bool`.
    fn convert_number(&mut self, number: Number, from: Basic, to: Basic, span: Span) -> Number {
        match number {
            number if from == to => number,
            Number::Narrow(value) if to == Basic::LongDouble => {
                Number::Wide((self.widen(value, from, span), None))
            }
            Number::Narrow(value) => Number::Narrow(self.convert(value, from, to)),
            Number::Wide(value) => Number::Narrow(self.narrow(value, to, span)),
        }
    }

    fn negate_number(&mut self, number: Number, basic: Basic) -> Number {
        match number {
            Number::Wide(value) => Number::Wide((self.negate_wide(value), None)),
            Number::Narrow(value) if basic.is_floating() => {
                Number::Narrow(self.negate_floating(value, basic))
            }
            Number::Narrow(value) => {
                let zero = self.immediate(0);
                self.operate_number(
                    ArithmeticOperator::Subtract,
                    (Number::Narrow(zero), Number::Narrow(value)),
                    basic,
                    self.function.span,
                )
            }
        }
    }

    /// `left operator right` of two parts.
    fn operate_number(
        &mut self,
        operator: ArithmeticOperator,
        operands: (Number, Number),
        basic: Basic,
        span: Span,
    ) -> Number {
        match operands {
            (Number::Wide(left), Number::Wide(right)) => {
                Number::Wide((self.operate_wide(operator, left, right, span), None))
            }
            (Number::Narrow(left), Number::Narrow(right)) => {
                let result = self.operate(operator, left, Operand::Temp(right), basic);
                // The parts of narrow integers are not promoted.
                let is_narrow = basic.size() < 4 && !basic.is_floating();
                let result = match is_narrow {
                    true => self.convert(result, Basic::Int, basic),
                    false => result,
                };
                Number::Narrow(result)
            }
            (left, _) => left,
        }
    }

    fn zero_number(&mut self, basic: Basic, span: Span) -> Number {
        let zero = Floating::from_integer(0, basic);
        match basic {
            Basic::LongDouble => {
                let symbol = self.unit.floating_symbol(zero, basic, span);
                Number::Wide((Place::whole(Base::Static(symbol)), None))
            }
            _ if basic.is_floating() => Number::Narrow(self.floating_immediate(zero, basic, span)),
            _ => Number::Narrow(self.immediate(0)),
        }
    }

    /// The same value, to be used twice.
    fn twice(&mut self, number: Number) -> [Number; 2] {
        match number {
            Number::Narrow(value) => {
                let copy = self.duplicate(&value);
                [Number::Narrow(value), Number::Narrow(copy)]
            }
            Number::Wide((place, read)) => {
                let size = Basic::LongDouble.size();
                let home = self.frame.allocate(size, size);
                self.copy(&place, &Place::whole(Base::Frame(home)), size, size, read, None);
                self.free_place(place);
                [home, home].map(in_frame)
            }
        }
    }

    /// `left operator right`. A real operand has no imaginary part (C17 G.5.1p2, G.5.2p2), unless it is divided.
    fn combine(
        &mut self,
        operator: ArithmeticOperator,
        left: Term,
        right: Term,
        part: Basic,
        span: Span,
    ) -> Place {
        use ArithmeticOperator::{Divide, Multiply, Subtract};
        let is_product = matches!(operator, Multiply | Divide);
        let left = match left {
            Term::Real(a) if operator == Divide => Term::Complex([a, self.zero_number(part, span)]),
            left => left,
        };
        let parts = match (left, right) {
            (Term::Complex(left), Term::Complex(right)) if is_product && part.is_floating() => {
                return self.call_for_product(routine(operator, part), left, right, part, span);
            }
            (Term::Complex(left), Term::Complex(right)) if is_product => {
                self.integer_product(left, right, part, span)
            }
            (Term::Complex([a, b]), Term::Complex([c, d])) => [
                self.operate_number(operator, (a, c), part, span),
                self.operate_number(operator, (b, d), part, span),
            ],
            (Term::Complex([a, b]), Term::Real(c)) if is_product => {
                let [c, again] = self.twice(c);
                [
                    self.operate_number(operator, (a, c), part, span),
                    self.operate_number(operator, (b, again), part, span),
                ]
            }
            (Term::Real(a), Term::Complex([c, d])) if is_product => {
                let [a, again] = self.twice(a);
                [
                    self.operate_number(operator, (a, c), part, span),
                    self.operate_number(operator, (again, d), part, span),
                ]
            }
            (Term::Complex([a, b]), Term::Real(c)) => {
                [self.operate_number(operator, (a, c), part, span), b]
            }
            (Term::Real(a), Term::Complex([c, d])) => {
                let real = self.operate_number(operator, (a, c), part, span);
                let imaginary = if operator == Subtract { self.negate_number(d, part) } else { d };
                [real, imaginary]
            }
            (Term::Real(a), Term::Real(c)) => {
                [self.operate_number(operator, (a, c), part, span), self.zero_number(part, span)]
            }
        };
        self.complex_object(parts, part)
    }

    /// `(a + bi) (c + di)` of integers.
    fn integer_product(
        &mut self,
        [a, b]: [Number; 2],
        [c, d]: [Number; 2],
        part: Basic,
        span: Span,
    ) -> [Number; 2] {
        use ArithmeticOperator::{Add, Multiply, Subtract};
        let [a, b, c, d] = [a, b, c, d].map(|number| self.twice(number));
        let ([a, a2], [b, b2], [c, c2], [d, d2]) = (a, b, c, d);
        let mut product = |x, y| self.operate_number(Multiply, (x, y), part, span);
        let (ac, bd, ad, bc) = (product(a, c), product(b, d), product(a2, d2), product(b2, c2));
        [
            self.operate_number(Subtract, (ac, bd), part, span),
            self.operate_number(Add, (ad, bc), part, span),
        ]
    }

    /// A call of a routine with four parts, which returns a complex number: in two floating-point registers, or of
    /// `long double` where the first argument says.
    fn call_for_product(
        &mut self,
        name: &'static str,
        left: [Number; 2],
        right: [Number; 2],
        part: Basic,
        span: Span,
    ) -> Place {
        let size = part.size();
        let home = self.frame.allocate(2 * size, size);
        for (index, number) in left.into_iter().chain(right).enumerate() {
            match number {
                Number::Narrow(value) => {
                    let place = Slot::Floating(FLOAT_ARGUMENT_REGISTERS[index]);
                    self.pass(Part { place, offset: 0, size }, value);
                }
                Number::Wide(value) => self.pass_wide(value, 1 + 2 * index),
            }
        }
        if part == Basic::LongDouble {
            // The second half of the last part.
            self.frame.reserve_outgoing(8);
            self.frame_address(Reg::A0, home);
            self.call_routine(name, span);
        } else {
            self.call_routine(name, span);
            self.frame_access(memory::store_of(part), Reg::FA0, home);
            self.frame_access(memory::store_of(part), Reg::FA1, home + size as i32);
        }
        Place::whole(Base::Frame(home))
    }

    /// An int that is 1 when two complex numbers are equal, or with `!=` when they are not (C17 6.5.9p3).
    pub(crate) fn compare_complex(
        &mut self,
        operator: CompareOperator,
        left: &'a Expr,
        right: &'a Expr,
    ) -> Temp {
        let part = self.part_of(left.ty.id);
        let span = left.span.to(right.span);
        let [a, b] = self.parts(left);
        let [c, d] = self.parts(right);
        let first = self.number_equals(a, c, part, span);
        let second = self.number_equals(b, d, part, span);
        let are_equal = self.binary(Op::And, first, second);
        match operator {
            CompareOperator::NotEqual => self.inverted(are_equal),
            _ => are_equal,
        }
    }

    fn number_equals(&mut self, left: Number, right: Number, basic: Basic, span: Span) -> Temp {
        match (left, right) {
            (Number::Wide(left), Number::Wide(right)) => {
                self.compare_wide_values(CompareOperator::Equal, left, right, span)
            }
            (Number::Narrow(left), Number::Narrow(right)) if basic.is_floating() => {
                self.binary(either(basic, Op::FeqS, Op::FeqD), left, right)
            }
            (Number::Narrow(left), Number::Narrow(right)) => {
                let difference = self.binary(Op::Xor, left, right);
                self.is_zero(difference)
            }
            _ => self.immediate(0),
        }
    }

    /// An int that is 0 when both parts of a complex number are zero, else 1 (C17 6.3.1.2).
    pub(crate) fn complex_truth(&mut self, expr: &'a Expr) -> Temp {
        let part = self.part_of(expr.ty.id);
        let parts = self.parts(expr);
        self.truth_of_parts(parts, part)
    }

    fn truth_of_parts(&mut self, parts: [Number; 2], part: Basic) -> Temp {
        let [real, imaginary] = parts.map(|number| self.number_is_zero(number, part));
        let is_zero = self.binary(Op::And, real, imaginary);
        self.inverted(is_zero)
    }

    fn number_is_zero(&mut self, number: Number, basic: Basic) -> Temp {
        match number {
            Number::Wide(value) => {
                let bits = self.bits_but_the_sign(value);
                self.is_zero(bits)
            }
            Number::Narrow(value) if basic.is_floating() => self.equals_zero(value, basic),
            Number::Narrow(value) => self.is_zero(value),
        }
    }

    /// `target op= value`, `++` and `--`, computed in a complex type; gives the place of the expression's value, which has
    /// the target's type.
    pub(crate) fn assign_arithmetic_complex(&mut self, expr: &'a Expr) -> Place {
        let ExprKind::AssignArithmetic { operator, target, value, compute, is_postfix } =
            &expr.kind
        else {
            return self.temporary_object(expr);
        };
        let lvalue = (target.ty.id, target.span);
        let (stored_as, part) = (self.part_of(target.ty.id), self.part_of(*compute));
        let (size, align) = self.types().layout(target.ty.id).unwrap_or((8, 8));
        let place = self.place(target);
        let place = self.pin(place);
        let right = self.term(value);
        let home = self.frame.allocate(size, align);
        let old = || Place::whole(Base::Frame(home));
        self.copy(&place, &old(), size, align, Some(lvalue), None);
        let is_complex = self.types().complex_part(target.ty.id).is_some();
        let mut load = |offset: i32| {
            let number = self.number_in_frame(home + offset, stored_as);
            self.convert_number(number, stored_as, part, expr.span)
        };
        let left = match is_complex {
            true => Term::Complex([load(0), load(stored_as.size() as i32)]),
            false => Term::Real(load(0)),
        };
        let result = self.combine(*operator, left, right, part, expr.span);
        let result = self.converted_object(result, part, stored_as, is_complex, expr.span);
        self.copy(&result, &place, size, align, None, Some(lvalue));
        self.free_place(place);
        if *is_postfix { old() } else { result }
    }

    /// The same of a target whose values fit a register; gives the new value.
    pub(crate) fn assign_real_by_complex(
        &mut self,
        expr: &'a Expr,
        is_wanted: bool,
    ) -> Option<Temp> {
        let ExprKind::AssignArithmetic { operator, target, value, compute, .. } = &expr.kind else {
            return None;
        };
        let lvalue = (target.ty.id, target.span);
        let (stored_as, part) = (self.scalar(target.ty.id), self.part_of(*compute));
        let place = self.place(target);
        let place = self.pin(place);
        let right = self.term(value);
        let old = Number::Narrow(self.load_kept(&place, lvalue));
        let left = Term::Real(self.convert_number(old, stored_as, part, expr.span));
        let result = self.combine(*operator, left, right, part, expr.span);
        let result = self.real_of_object(&result, part, stored_as, expr.span);
        self.store(&place, &result, lvalue);
        self.settle(place, result, None, target, is_wanted)
    }

    /// A complex number in the frame as a value of a real type (C17 6.3.1.2, 6.3.1.7p2).
    fn real_of_object(&mut self, place: &Place, part: Basic, to: Basic, span: Span) -> Temp {
        let Base::Frame(home) = place.base else { return self.immediate(0) };
        let real = self.number_in_frame(home, part);
        if to == Basic::Bool {
            let imaginary = self.number_in_frame(home + part.size() as i32, part);
            return self.truth_of_parts([real, imaginary], part);
        }
        match self.convert_number(real, part, to, span) {
            Number::Narrow(value) => value,
            Number::Wide((place, _)) => {
                self.free_place(place);
                self.immediate(0)
            }
        }
    }

    /// What the frame holds at an offset.
    fn number_in_frame(&mut self, at: i32, basic: Basic) -> Number {
        if basic == Basic::LongDouble {
            return in_frame(at);
        }
        let value = self.temp_in(file(basic));
        let register = self.reg(&value);
        self.frame_access(memory::load_op(basic), register, at);
        Number::Narrow(value)
    }

    /// A temporary object of complex type with other parts, or only its real part (C17 6.3.1.7p2).
    fn converted_object(
        &mut self,
        place: Place,
        from: Basic,
        to: Basic,
        is_complex: bool,
        span: Span,
    ) -> Place {
        let Base::Frame(home) = place.base else { return place };
        if from == to {
            return place;
        }
        let new = self.frame.allocate(2 * to.size(), to.size());
        for index in 0..if is_complex { 2 } else { 1 } {
            let number = self.number_in_frame(home + index * from.size() as i32, from);
            let at = new + index * to.size() as i32;
            let number = self.convert_number(number, from, to, span);
            self.number_to_frame(number, at, to);
        }
        Place::whole(Base::Frame(new))
    }
}

/// A `long double` in the frame.
fn in_frame(at: i32) -> Number {
    Number::Wide((Place::whole(Base::Frame(at)), None))
}
