//! Constant expressions (C17 6.6): the value of a typed expression, where it has one before the
//! program runs.
//!
//! What the translation of a constant expression would make undefined (signed overflow, division by
//! zero) has no value: C17 6.6p4 asks for one that its type can represent.

mod arithmetic;
mod complex;
mod int128;

pub(crate) use complex::Number;

use source::Span;

use crate::Floating;
use crate::tree::{AddressBase, CompareOperator, Conversion, Expr, ExprKind, LabelDistance};
use crate::types::{Basic, Type, TypeId, Types};

/// The value of a constant expression.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Constant {
    /// Of an integer or enumeration type: the value; of `unsigned __int128` its bits.
    Integer(i128),
    /// Of a real floating type.
    Floating(Floating),
    /// Of a complex type: its real and its imaginary part.
    Complex([Number; 2]),
    /// Of a pointer type, or of an integer type of 8 bytes that a pointer was converted to.
    Address {
        /// What it points into; `None` for a null pointer and for an integer made a pointer.
        base: Option<AddressBase>,
        /// **Units**: bytes.
        addend: i64,
    },
    /// Of an integer type: how far one label lies from another (GNU C).
    Distance(LabelDistance),
}

/// Why an expression is no constant.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct NotConstant {
    /// The part that is the reason.
    pub(crate) span: Span,
    /// A sentence without a full stop, such as "a call is not a constant".
    pub(crate) why: String,
}

type Evaluated = Result<Constant, NotConstant>;

/// Evaluates a typed expression as C17 6.6 has it. An operand that is not evaluated may be anything
/// (C17 6.6p3).
pub(crate) fn evaluate(expr: &Expr, types: &Types) -> Evaluated {
    Evaluator { types, shifts_bits: false }.value(expr)
}

/// The same as C89 has it, where shifts to the left move bits, whatever they mean (C89 3.3.7).
pub(crate) fn evaluate_as_c89(expr: &Expr, types: &Types) -> Evaluated {
    Evaluator { types, shifts_bits: true }.value(expr)
}

struct Evaluator<'a> {
    types: &'a Types,
    /// Whether a shift to the left has a value also where the bits move into the sign.
    shifts_bits: bool,
}

impl Evaluator<'_> {
    fn value(&self, expr: &Expr) -> Evaluated {
        match &expr.kind {
            ExprKind::Integer(value) => Ok(self.integer_as(*value, expr.ty.id)),
            ExprKind::Floating(value) => Ok(Constant::Floating(*value)),
            ExprKind::Complex(real, imaginary) => self.complex(real, imaginary),
            ExprKind::Load(place) => self.part_of_value(place, expr),
            ExprKind::LabelAddress(function, label) => {
                let base = Some(AddressBase::Label(*function, *label));
                Ok(Constant::Address { base, addend: 0 })
            }
            ExprKind::OrElse(condition, otherwise) => {
                self.value(if self.is_true(condition)? { condition } else { otherwise })
            }
            ExprKind::ArrayDecay(place) | ExprKind::AddressOf(place) => self.address(place),
            ExprKind::FunctionDecay(function) => self.address(function),
            ExprKind::Function(_) => self.address(expr),
            ExprKind::Convert(operand, conversion) => self.convert(expr, operand, *conversion),
            ExprKind::Negate(operand) => match self.value(operand)? {
                Constant::Integer(value) => self.negated(value, self.basic(expr)?, expr),
                Constant::Floating(value) => Ok(Constant::Floating(value.negated())),
                Constant::Complex(parts) => self.negated_parts(expr, parts),
                Constant::Address { .. } | Constant::Distance(_) => Err(address_arithmetic(expr)),
            },
            ExprKind::BitNot(operand) if self.types.complex_part(expr.ty.id).is_some() => {
                self.conjugate(expr, operand)
            }
            ExprKind::BitNot(operand) => {
                let (value, basic) = (self.integer(operand)?, self.basic(expr)?);
                Ok(Constant::Integer(basic.wrap(!value)))
            }
            ExprKind::LogicalNot(operand) => Ok(truth(!self.is_true(operand)?)),
            ExprKind::LogicalAnd(left, right) => {
                Ok(truth(self.is_true(left)? && self.is_true(right)?))
            }
            ExprKind::LogicalOr(left, right) => {
                Ok(truth(self.is_true(left)? || self.is_true(right)?))
            }
            ExprKind::Conditional(condition, then, otherwise) => {
                self.value(if self.is_true(condition)? { then } else { otherwise })
            }
            ExprKind::Arithmetic(operator, left, right)
                if self.types.complex_part(expr.ty.id).is_some() =>
            {
                self.complex_arithmetic(expr, *operator, left, right)
            }
            ExprKind::Arithmetic(operator, left, right) => {
                self.arithmetic(expr, *operator, left, right)
            }
            ExprKind::Compare(operator, left, right) => self.compare(expr, *operator, left, right),
            ExprKind::PointerAdd { pointer, index, size, is_subtraction } => {
                let sign = if *is_subtraction { -1 } else { 1 };
                let steps = self.integer(index)?.checked_mul(sign);
                let offset = steps.and_then(|steps| steps.checked_mul(i128::from(*size)));
                self.moved(self.value(pointer)?, offset, expr)
            }
            ExprKind::PointerDifference { left, right, size } => {
                self.difference(expr, left, right, *size)
            }
            _ => Err(not_constant(expr)),
        }
    }

    /// The address of an lvalue or function designator (C17 6.6p9).
    fn address(&self, place: &Expr) -> Evaluated {
        let base = match &place.kind {
            ExprKind::Global(id) => AddressBase::Global(*id),
            ExprKind::String(id) => AddressBase::String(*id),
            ExprKind::Function(id) => AddressBase::Function(*id),
            ExprKind::Dereference(pointer) => return self.value(pointer),
            ExprKind::Member(record, index) => {
                let offset = self.field_offset(record.ty.id, *index).map(i128::from);
                return self.moved(self.address(record)?, offset, place);
            }
            ExprKind::Local(_) | ExprKind::CompoundLiteral { .. } => {
                return Err(automatic_address(place));
            }
            _ => return Err(not_constant(place)),
        };
        Ok(Constant::Address { base: Some(base), addend: 0 })
    }

    fn field_offset(&self, record: TypeId, index: usize) -> Option<u64> {
        let Type::Record(id) = self.types.get(record) else { return None };
        let layout = self.types.record(*id).layout.as_ref()?;
        layout.fields.get(index).map(|field| field.offset)
    }

    fn moved(&self, address: Constant, offset: Option<i128>, expr: &Expr) -> Evaluated {
        let Constant::Address { base, addend } = address else { return Err(not_constant(expr)) };
        let moved = offset.and_then(|offset| offset.checked_add(i128::from(addend)));
        match moved.and_then(|moved| i64::try_from(moved).ok()) {
            Some(addend) => Ok(Constant::Address { base, addend }),
            None => Err(out_of_address_space(expr)),
        }
    }

    fn difference(&self, expr: &Expr, left: &Expr, right: &Expr, size: u64) -> Evaluated {
        match (self.value(left)?, self.value(right)?) {
            (
                Constant::Address { base: left, addend: to },
                Constant::Address { base: right, addend: from },
            ) if left == right && size > 0 => {
                let elements = (i128::from(to) - i128::from(from)) / i128::from(size);
                self.in_range(elements, Basic::Long, expr)
            }
            (
                Constant::Address { base: Some(AddressBase::Label(function, to)), addend: above },
                Constant::Address { base: Some(AddressBase::Label(other, from)), addend: below },
            ) if function == other && size == 1 => {
                let addend = above.wrapping_sub(below);
                Ok(Constant::Distance(LabelDistance { function, to, from, addend }))
            }
            _ => Err(unrelated_addresses(expr)),
        }
    }

    fn compare(
        &self,
        expr: &Expr,
        operator: CompareOperator,
        left_expr: &Expr,
        right_expr: &Expr,
    ) -> Evaluated {
        let order = match (self.value(left_expr)?, self.value(right_expr)?) {
            (Constant::Integer(left), Constant::Integer(right)) => {
                self.basic(left_expr)?.order(left, right)
            }
            (Constant::Floating(left), Constant::Floating(right)) => {
                return Ok(truth(Floating::compare(operator, left, right)));
            }
            (Constant::Complex(left), Constant::Complex(right)) => {
                let is_equal = complex::are_equal(left, right);
                return Ok(truth(is_equal == (operator == CompareOperator::Equal)));
            }
            (
                Constant::Address { base: left, addend: left_addend },
                Constant::Address { base: right, addend: right_addend },
            ) => match (left, right) {
                _ if left == right => left_addend.cmp(&right_addend),
                (Some(_), None) if right_addend == 0 => std::cmp::Ordering::Greater,
                (None, Some(_)) if left_addend == 0 => std::cmp::Ordering::Less,
                _ => return Err(unrelated_addresses(expr)),
            },
            _ => return Err(not_constant(expr)),
        };
        Ok(truth(match operator {
            CompareOperator::Less => order.is_lt(),
            CompareOperator::Greater => order.is_gt(),
            CompareOperator::LessEqual => order.is_le(),
            CompareOperator::GreaterEqual => order.is_ge(),
            CompareOperator::Equal => order.is_eq(),
            CompareOperator::NotEqual => order.is_ne(),
        }))
    }

    /// C17 6.3: conversions.
    fn convert(&self, expr: &Expr, operand: &Expr, conversion: Conversion) -> Evaluated {
        let value = self.value(operand)?;
        match (conversion, value) {
            (Conversion::ToVoid, _) => Err(not_constant(expr)),
            (Conversion::ToBool, _) => Ok(truth(self.is_true(operand)?)),
            (Conversion::Pointer, value) => Ok(value),
            (Conversion::IntegerToPointer, Constant::Integer(value)) => {
                Ok(Constant::Address { base: None, addend: value as i64 })
            }
            (Conversion::IntegerToPointer, value) => Ok(value),
            (Conversion::PointerToInteger, Constant::Address { base: None, addend }) => {
                Ok(Constant::Integer(self.basic(expr)?.wrap(i128::from(addend))))
            }
            (Conversion::Integer | Conversion::IntegerToFloating, Constant::Integer(value)) => {
                let (from, to) = (self.basic(operand)?, self.basic(expr)?);
                self.converted(Number::Integer(value), from, to, expr).map(Constant::from)
            }
            (Conversion::Floating | Conversion::FloatingToInteger, Constant::Floating(value)) => {
                let (from, to) = (self.basic(operand)?, self.basic(expr)?);
                self.converted(Number::Floating(value), from, to, expr).map(Constant::from)
            }
            (Conversion::Complex, Constant::Complex(parts)) => {
                self.converted_parts(expr, operand, parts)
            }
            (Conversion::Integer, Constant::Distance(_)) => Ok(value),
            (Conversion::Integer | Conversion::PointerToInteger, Constant::Address { .. }) => {
                match self.basic(expr)?.size() {
                    8 => Ok(value),
                    _ => Err(narrowed_address(expr)),
                }
            }
            _ => Err(not_constant(expr)),
        }
    }

    /// Between arithmetic types (C17 6.3.1.3 to 6.3.1.5).
    fn converted(
        &self,
        number: Number,
        from: Basic,
        to: Basic,
        expr: &Expr,
    ) -> Result<Number, NotConstant> {
        Ok(match number {
            Number::Integer(value) if to.is_floating() => {
                let is_negative = from != Basic::UnsignedInt128 && value < 0;
                let magnitude = if is_negative { value.unsigned_abs() } else { value as u128 };
                Number::Floating(Floating::from_magnitude(is_negative, magnitude, to))
            }
            Number::Integer(value) => Number::Integer(to.wrap(value)),
            Number::Floating(value) if to.is_floating() => Number::Floating(value.round(to)),
            // C17 6.3.1.4p1: the fraction is discarded; what then does not fit is undefined.
            Number::Floating(value) => {
                match value.whole().and_then(|whole| to.of_sign_and_magnitude(whole)) {
                    Some(whole) if to.can_hold(whole) => Number::Integer(whole),
                    Some(whole) => return Err(does_not_fit(expr, &whole.to_string(), to)),
                    None => return Err(does_not_fit(expr, &value.text(from), to)),
                }
            }
        })
    }

    /// An integer node of the given type; of pointer type it is a null pointer or an address.
    fn integer_as(&self, value: i64, ty: TypeId) -> Constant {
        match self.types.get(ty) {
            Type::Pointer(_) => Constant::Address { base: None, addend: value },
            _ => {
                let basic = self.types.as_basic(ty).unwrap_or(Basic::Long);
                Constant::Integer(basic.widen(value))
            }
        }
    }

    fn integer(&self, expr: &Expr) -> Result<i128, NotConstant> {
        match self.value(expr)? {
            Constant::Integer(value) => Ok(value),
            Constant::Address { .. } | Constant::Distance(_) => Err(address_arithmetic(expr)),
            Constant::Floating(_) | Constant::Complex(_) => Err(not_constant(expr)),
        }
    }

    fn is_true(&self, expr: &Expr) -> Result<bool, NotConstant> {
        match self.value(expr)? {
            Constant::Distance(_) => Err(unrelated_addresses(expr)),
            value => Ok(is_nonzero(value)),
        }
    }

    /// The arithmetic type of an expression.
    fn basic(&self, expr: &Expr) -> Result<Basic, NotConstant> {
        self.types.as_basic(expr.ty.id).ok_or_else(|| not_constant(expr))
    }
}

fn truth(is_true: bool) -> Constant {
    Constant::Integer(i128::from(is_true))
}

fn is_nonzero(value: Constant) -> bool {
    match value {
        Constant::Integer(value) => value != 0,
        Constant::Floating(value) => value.is_nonzero(),
        Constant::Complex(parts) => parts.iter().any(|part| part.is_nonzero()),
        Constant::Address { base, addend } => base.is_some() || addend != 0,
        Constant::Distance(_) => true,
    }
}

fn reason(expr: &Expr, why: impl Into<String>) -> NotConstant {
    NotConstant { span: expr.span, why: why.into() }
}

fn not_constant(expr: &Expr) -> NotConstant {
    let why = match &expr.kind {
        ExprKind::Load(_) | ExprKind::Local(_) | ExprKind::Global(_) => {
            "the value of a variable is only known when the program runs"
        }
        ExprKind::Call { .. } => "a call only has a value when the program runs",
        ExprKind::Assign(..)
        | ExprKind::AssignArithmetic { .. }
        | ExprKind::AssignPointer { .. } => "an assignment cannot stand in a constant",
        ExprKind::Comma(..) => "the comma operator cannot stand in a constant",
        ExprKind::CompoundLiteral { .. } => {
            "a compound literal in a function only exists when the program runs"
        }
        _ => "this is only known when the program runs",
    };
    reason(expr, why)
}

fn automatic_address(expr: &Expr) -> NotConstant {
    reason(expr, "the address of a local variable is only known when the program runs")
}

fn address_arithmetic(expr: &Expr) -> NotConstant {
    reason(expr, "arithmetic with an address is only possible when the program runs")
}

fn unrelated_addresses(expr: &Expr) -> NotConstant {
    reason(expr, "how these two addresses lie to each other is only known when the program runs")
}

fn out_of_address_space(expr: &Expr) -> NotConstant {
    reason(expr, "this address lies outside the address space")
}

fn narrowed_address(expr: &Expr) -> NotConstant {
    reason(expr, "an address has 8 bytes and does not fit in this type")
}

fn does_not_fit(expr: &Expr, value: &str, basic: Basic) -> NotConstant {
    reason(expr, format!("the result, {value}, does not fit in `{}`", basic.name()))
}

fn division_by_zero(expr: &Expr) -> NotConstant {
    reason(expr, "this divides by zero")
}

fn shift_count(expr: &Expr, count: i128, basic: Basic) -> NotConstant {
    let (name, width) = (basic.name(), basic.size() * 8);
    reason(expr, format!("this shifts by {count}, but `{name}` has only {width} bits"))
}

fn overflows(expr: &Expr, basic: Basic) -> NotConstant {
    reason(expr, format!("the result does not fit in `{}`", basic.name()))
}

fn shift_of_negative(expr: &Expr, value: i128) -> NotConstant {
    reason(expr, format!("this shifts a negative number, {value}, to the left"))
}

#[cfg(test)]
mod tests;
