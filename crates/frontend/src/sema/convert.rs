//! Conversions (C17 6.3), and where they happen without a cast (C17 6.5.16.1).

use source::Span;

use crate::constant::Constant;
use crate::tree::{Conversion, Expr, ExprKind, FunctionId};
use crate::types::{Basic, QualType, Type, TypeId, Types};

use super::classify::Classify;
use super::{Sema, error_expr, messages, node};

/// What a value is converted for, as messages say it.
pub(super) enum Purpose {
    /// `target = value`.
    Assign,
    /// An initializer.
    Initialize,
    /// `return value;` of a function.
    Return { declared: Span, name: String },
    /// An argument, counted from 1.
    Argument { number: usize, function: Option<FunctionId> },
}

/// Why a value does not fit the type that it is converted to (C17 6.5.16.1p1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Misfit {
    /// An integer where a pointer is wanted.
    PointerFromInteger,
    /// A pointer where an integer is wanted.
    IntegerFromPointer,
    /// Pointers to incompatible types.
    Pointers,
    /// Pointers to types that differ in signedness only; a warning, as GCC has it.
    Signedness,
    /// The pointed-to type would lose a qualifier; a warning, as GCC has it.
    Qualifiers,
    /// Pointers to types that differ in qualifiers further down, as `int **` and `const int **`; a warning, as GCC 13
    /// has it.
    InnerQualifiers,
    /// The value is void.
    Void,
    /// Anything else.
    Other,
}

/// What a value is read from, as far as it helps to guess what was meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// An object or an array.
    Object,
    /// A string literal.
    String,
    /// Anything else.
    Value,
}

impl Shape {
    fn of(value: &Expr) -> Shape {
        match &value.kind {
            ExprKind::ArrayDecay(array) if matches!(array.kind, ExprKind::String(_)) => {
                Shape::String
            }
            ExprKind::Load(_) | ExprKind::ArrayDecay(_) => Shape::Object,
            _ => Shape::Value,
        }
    }
}

impl Sema<'_> {
    /// Lvalue conversion and decay (C17 6.3.2.1): from any expression to its value.
    pub(super) fn rvalue(&mut self, expr: Expr) -> Expr {
        let span = expr.span;
        let unqualified = expr.ty.id;
        if self.types.is_error(unqualified) {
            return expr;
        }
        if let Some(value) = self.constant_object(&expr, span) {
            return value;
        }
        match self.types.get(unqualified) {
            Type::Array(of, _) | Type::VariableArray(of, _) => {
                let of = *of;
                self.take_address(&expr);
                let ty = self.types.pointer(of);
                node(ExprKind::ArrayDecay(Box::new(expr)), ty, span)
            }
            Type::Function(_) => self.function_decay(expr),
            _ if !is_place(&expr) => expr,
            // `*p` of a `void *`: there is nothing to read.
            Type::Void => expr,
            _ if !self.types.is_complete(unqualified) => {
                let spelled = self.spell(expr.ty);
                self.reject(messages::incomplete_value(span, &spelled))
            }
            _ => node(ExprKind::Load(Box::new(expr)), unqualified, span),
        }
    }

    fn function_decay(&mut self, expr: Expr) -> Expr {
        let span = expr.span;
        let ty = self.types.pointer(expr.ty.id);
        match expr.kind {
            // `*f` of a function pointer decays to the pointer that it came from.
            ExprKind::Dereference(pointer) => Expr { span, ..*pointer },
            _ => node(ExprKind::FunctionDecay(Box::new(expr)), ty, span),
        }
    }

    /// Remembers that the address of the object that a place lies in may be taken.
    pub(super) fn take_address(&mut self, place: &Expr) {
        let mut place = place;
        while let ExprKind::Member(inner, _) | ExprKind::Part(inner, _) = &place.kind {
            place = inner;
        }
        if self.unevaluated_depth > 0 {
            return;
        }
        if let ExprKind::Local(id) | ExprKind::CompoundLiteral { local: id, .. } = place.kind {
            self.local_mut(id, |local| local.is_address_taken = true);
        }
    }

    /// The explicit conversion of a value to a type, for types between which there is one.
    pub(super) fn convert(&mut self, value: Expr, to: TypeId) -> Expr {
        let from = value.ty.id;
        if from == to || self.types.is_error(from) {
            return value;
        }
        let span = value.span;
        if self.types.is_error(to) {
            return error_expr(span);
        }
        if self.types.as_record(to).is_some() {
            return Expr { ty: to.into(), ..value };
        }
        if self.types.is_pointer(to) && self.is_null_pointer_constant(&value) {
            return node(ExprKind::Integer(0), to, span);
        }
        if self.types.is_complex(from) || self.types.is_complex(to) {
            return self.convert_complex(value, to);
        }
        if let Some(value) = self.convert_to_bits(&value, to) {
            return value;
        }
        match self.conversion(from, to) {
            Some(conversion) => node(ExprKind::Convert(Box::new(value), conversion), to, span),
            None => {
                let (from, to) = (self.spell(from), self.spell(to));
                self.reject(messages::no_conversion(span, &from, &to))
            }
        }
    }

    /// Which conversion leads from one scalar type to another.
    fn conversion(&self, from: TypeId, to: TypeId) -> Option<Conversion> {
        if self.types.is_void(to) {
            return Some(Conversion::ToVoid);
        }
        if !self.types.is_scalar(from) || !self.types.is_scalar(to) {
            return None;
        }
        let is_floating = |id| self.types.as_basic(id).is_some_and(Basic::is_floating);
        let pointers = (self.types.is_pointer(from), self.types.is_pointer(to));
        if self.types.as_basic(to) == Some(Basic::Bool) {
            return Some(Conversion::ToBool);
        }
        Some(match (pointers, is_floating(from), is_floating(to)) {
            ((true, true), ..) => Conversion::Pointer,
            ((true, false), _, false) => Conversion::PointerToInteger,
            ((false, true), false, _) => Conversion::IntegerToPointer,
            ((true, false), _, true) | ((false, true), true, _) => return None,
            (_, false, false) => Conversion::Integer,
            (_, false, true) => Conversion::IntegerToFloating,
            (_, true, false) => Conversion::FloatingToInteger,
            (_, true, true) => Conversion::Floating,
        })
    }

    /// Integer promotions (C17 6.3.1.1p2); other types stay.
    pub(super) fn promote(&mut self, value: Expr) -> Expr {
        let Some(basic) = self.types.as_basic(value.ty.id) else { return value };
        let int = Types::basic(Basic::Int);
        if let Some(width) = self.bit_field_width(&value)
            && let Some(promoted) = self.promoted_bit_field(&value, basic, width)
        {
            return promoted;
        }
        if matches!(self.types.get(value.ty.id), Type::Bits(..)) {
            return value;
        }
        if basic.is_floating() {
            return value;
        }
        let to = if basic.size() < 4 { int } else { Types::basic(basic) };
        self.convert(value, to)
    }

    /// Whether a value is read from a bit-field.
    pub(super) fn is_bit_field_value(&self, value: &Expr) -> bool {
        self.bit_field_width(value).is_some()
    }

    /// The width of the bit-field that a value is read from, or was just stored in. As in GCC, the comma operator and blocks
    /// as expressions hand it on; C17 6.3.1.1p2 leaves that open.
    fn bit_field_width(&self, value: &Expr) -> Option<u8> {
        match &value.kind {
            ExprKind::Load(place)
            | ExprKind::Assign(place, _)
            | ExprKind::AssignArithmetic { target: place, .. } => {
                self.bit_field(place).map(|bits| bits.width)
            }
            ExprKind::Comma(_, value) | ExprKind::Statement(_, Some(value)) => {
                self.bit_field_width(value)
            }
            _ => None,
        }
    }

    /// The bits of a place that is a bit-field.
    pub(super) fn bit_field(&self, place: &Expr) -> Option<crate::types::BitRange> {
        let ExprKind::Member(record, index) = &place.kind else { return None };
        self.fields(record.ty.id).get(*index)?.bits
    }

    /// Default argument promotions (C17 6.5.2.2p6).
    pub(super) fn promote_argument(&mut self, value: Expr) -> Expr {
        if self.types.as_basic(value.ty.id) == Some(Basic::Float) {
            return self.convert(value, Types::basic(Basic::Double));
        }
        self.promote(value)
    }

    /// The usual arithmetic conversions (C17 6.3.1.8) of two arithmetic operands.
    pub(super) fn usual_arithmetic(&mut self, left: Expr, right: Expr) -> (Expr, Expr, TypeId) {
        let (left, right) = (self.promote(left), self.promote(right));
        let is_complex = |operand: &Expr| self.types.is_complex(operand.ty.id);
        let common = self.common_bits(left.ty.id, right.ty.id);
        let ty = match (common, self.common_real_type(&left, &right)) {
            (Some(ty), _) => ty,
            (None, Some(real)) if is_complex(&left) || is_complex(&right) => Types::complex(real),
            (None, Some(real)) => Types::basic(real),
            (None, None) => Types::ERROR,
        };
        (self.convert(left, ty), self.convert(right, ty), ty)
    }

    /// The real type in which two arithmetic operands meet (C17 6.3.1.8p1).
    pub(super) fn common_real_type(&self, left: &Expr, right: &Expr) -> Option<Basic> {
        let real = |id| self.types.as_basic(id).or(self.types.complex_part(id));
        Some(common_type(real(left.ty.id)?, real(right.ty.id)?))
    }

    /// A null pointer constant: an integer constant expression 0, or one cast to `void *` (C17 6.3.2.3p3).
    pub(super) fn is_null_pointer_constant(&self, value: &Expr) -> bool {
        if self.types.is_integer(value.ty.id) {
            return matches!(self.evaluate(value), Ok(Constant::Integer(0)));
        }
        let is_void_pointer = self.types.pointee(value.ty.id) == Some(Types::VOID.into());
        is_void_pointer && matches!(value.kind, ExprKind::Integer(0))
    }

    /// Converts a value as if by assignment (C17 6.5.16.1), or says why it cannot be.
    pub(super) fn convert_for(&mut self, value: Expr, to: TypeId, purpose: &Purpose) -> Expr {
        if self.types.is_error(value.ty.id) || self.types.is_error(to) {
            return value;
        }
        let Some(misfit) = self.misfit(&value, to) else { return self.convert(value, to) };
        let (from, wanted) = (self.spell(value.ty), self.spell(to));
        let mut diagnostic =
            messages::misfit(value.span, purpose, &from, &wanted, misfit, Shape::of(&value));
        if let Purpose::Argument { function: Some(id), .. } = purpose {
            let function = &self.functions[id.0 as usize];
            let text = self.text(function.name);
            diagnostic = diagnostic.also(function.span, format!("`{text}` is declared here"));
        }
        let is_between_scalars = matches!(
            misfit,
            Misfit::Pointers | Misfit::PointerFromInteger | Misfit::IntegerFromPointer
        );
        if is_between_scalars {
            diagnostic = self.tolerated(diagnostic);
        }
        self.report(diagnostic);
        match misfit {
            Misfit::Signedness | Misfit::Qualifiers | Misfit::InnerQualifiers => {
                self.convert(value, to)
            }
            _ if is_between_scalars && self.is_implicit() => self.convert(value, to),
            _ => error_expr(value.span),
        }
    }

    /// The constraints of simple assignment (C17 6.5.16.1p1).
    pub(super) fn misfit(&self, value: &Expr, to: TypeId) -> Option<Misfit> {
        let from = value.ty.id;
        let types = &self.types;
        if types.is_void(from) {
            return Some(Misfit::Void);
        }
        if types.is_arithmetic(from) && types.is_arithmetic(to) {
            return None;
        }
        if types.as_record(from).is_some() || types.as_record(to).is_some() {
            return (!self.compatible(from, to)).then_some(Misfit::Other);
        }
        match (types.pointee(from), types.pointee(to)) {
            (_, Some(_)) if self.is_null_pointer_constant(value) => None,
            (Some(from), Some(to)) => self.pointer_misfit(from, to),
            (Some(_), None) if types.as_basic(to) == Some(Basic::Bool) => None,
            (Some(_), None) if types.is_integer(to) => Some(Misfit::IntegerFromPointer),
            (None, Some(_)) if types.is_integer(from) => Some(Misfit::PointerFromInteger),
            _ => Some(Misfit::Other),
        }
    }

    fn pointer_misfit(&self, from: QualType, to: QualType) -> Option<Misfit> {
        let types = &self.types;
        if types.is_error(from.id) || types.is_error(to.id) {
            return None;
        }
        let is_void = |ty: QualType| types.is_void(ty.id);
        // C17 6.5.16.1p1 allows `void *` for objects only; POSIX and GNU C also for functions.
        let fits = self.compatible(from.id, to.id) || is_void(from) || is_void(to);
        if fits {
            let keeps = to.qualifiers.contains(from.qualifiers);
            return (!keeps).then_some(Misfit::Qualifiers);
        }
        match (types.as_basic(from.id), types.as_basic(to.id)) {
            (Some(a), Some(b)) if unsigned(a) == unsigned(b) => Some(Misfit::Signedness),
            _ if self.differ_in_qualifiers(from, to) => Some(Misfit::InnerQualifiers),
            _ => Some(Misfit::Pointers),
        }
    }

    /// Whether two pointed-to types are the same but for qualifiers, however deep.
    fn differ_in_qualifiers(&self, mut a: QualType, mut b: QualType) -> bool {
        while let (Some(below_a), Some(below_b)) =
            (self.types.pointee(a.id), self.types.pointee(b.id))
        {
            (a, b) = (below_a, below_b);
        }
        self.compatible(a.id, b.id)
    }

    /// A value of scalar type (C17 6.2.5p21); says what `complain` says if it is not.
    pub(super) fn scalar(
        &mut self,
        value: Expr,
        complain: impl FnOnce(&str) -> source::Diagnostic,
    ) -> Expr {
        if self.types.is_error(value.ty.id) || self.types.is_scalar(value.ty.id) {
            return value;
        }
        let spelled = self.spell(value.ty);
        self.reject(complain(&spelled))
    }

    /// A value of scalar type, as far as it is compared with zero; a complex one becomes a `_Bool` (C17 6.3.1.2).
    pub(super) fn truth(
        &mut self,
        value: Expr,
        complain: impl FnOnce(&str) -> source::Diagnostic,
    ) -> Expr {
        let value = self.scalar(value, complain);
        match self.types.is_complex(value.ty.id) {
            true => self.convert(value, Types::basic(Basic::Bool)),
            false => value,
        }
    }
}

/// Whether an expression designates an object: an lvalue, or a member of a temporary (C17 6.2.4p8).
pub(super) fn is_place(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::String(_)
            | ExprKind::Dereference(_)
            | ExprKind::Member(..)
            | ExprKind::Part(..)
            | ExprKind::CompoundLiteral { .. }
    )
}

/// Whether an expression is an lvalue (C17 6.3.2.1p1).
pub(super) fn is_lvalue(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Member(whole, _) | ExprKind::Part(whole, _) => is_lvalue(whole),
        _ => is_place(expr),
    }
}

/// The type in which two promoted operands meet (C17 6.3.1.8). The parts of complex integers are not promoted.
fn common_type(a: Basic, b: Basic) -> Basic {
    if a == b {
        return a;
    }
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    // The order of `Basic` is that of the ranks, floating types last.
    if high.is_floating() || !high.is_signed() || low.is_signed() {
        return high;
    }
    // `unsigned int` fits `long`; `unsigned long` does not fit `long long`.
    if low.size() < high.size() { high } else { unsigned(high) }
}

/// The unsigned type that corresponds to an integer type.
fn unsigned(basic: Basic) -> Basic {
    match basic {
        Basic::Char | Basic::SignedChar => Basic::UnsignedChar,
        Basic::Short => Basic::UnsignedShort,
        Basic::Int => Basic::UnsignedInt,
        Basic::Long => Basic::UnsignedLong,
        Basic::LongLong => Basic::UnsignedLongLong,
        Basic::Int128 => Basic::UnsignedInt128,
        _ => basic,
    }
}
