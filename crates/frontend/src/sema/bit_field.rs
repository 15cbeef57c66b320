//! The arithmetic of bit-fields wider than `int`.
//!
//! C17 6.3.1.1p2 promotes bit-fields of `_Bool`, `int` and `unsigned int`; what others become is the implementation's. As
//! in GCC, they have a type of their width: results are cut to it, and where two operands meet, the wider one wins.

use crate::tree::{ArithmeticOperator, Conversion, Expr, ExprKind};
use crate::types::{Basic, Type, TypeId, Types};

use super::{Sema, node};
use crate::constant::Constant;

/// The width of `int`.
const INT_BITS: u8 = 32;

impl Sema<'_> {
    /// The value of a bit-field of that width, promoted; `None` when it is promoted as its type is.
    pub(super) fn promoted_bit_field(
        &mut self,
        value: &Expr,
        basic: Basic,
        width: u8,
    ) -> Option<Expr> {
        if width < INT_BITS || (width == INT_BITS && basic.is_signed()) {
            return Some(self.convert(value.clone(), Types::basic(Basic::Int)));
        }
        if width == INT_BITS {
            return Some(self.convert(value.clone(), Types::basic(Basic::UnsignedInt)));
        }
        let is_narrower = u64::from(width) < basic.size() * 8;
        is_narrower.then(|| {
            let ty = self.types.intern(Type::Bits(basic, width));
            Expr { ty: ty.into(), ..value.clone() }
        })
    }

    /// The type in which two operands meet, if one of them has such a type and both are integers.
    pub(super) fn common_bits(&self, left: TypeId, right: TypeId) -> Option<TypeId> {
        let is_bits = |id| matches!(self.types.get(id), Type::Bits(..));
        if !is_bits(left) && !is_bits(right) {
            return None;
        }
        let (first, second) = (self.precision(left)?, self.precision(right)?);
        let is_left = first.0 > second.0 || (first.0 == second.0 && !first.1);
        Some(if is_left { left } else { right })
    }

    /// How many bits the values of an integer type have, and whether they have a sign.
    fn precision(&self, ty: TypeId) -> Option<(u64, bool)> {
        let basic = self.types.as_basic(ty).filter(|basic| !basic.is_floating())?;
        let bits = match self.types.get(ty) {
            Type::Bits(_, width) => u64::from(*width),
            _ if basic == Basic::Bool => 1,
            _ => basic.size() * 8,
        };
        Some((bits, basic.is_signed()))
    }

    /// The conversion of an integer to such a type; `None` when it is another type.
    pub(super) fn convert_to_bits(&mut self, value: &Expr, to: TypeId) -> Option<Expr> {
        let Type::Bits(basic, _) = *self.types.get(to) else { return None };
        let (from, (bits, is_signed)) = (self.precision(value.ty.id)?, self.precision(to)?);
        let fits = match (from.1, is_signed) {
            (true, true) | (false, false) => from.0 <= bits,
            (false, true) => from.0 < bits,
            (true, false) => {
                matches!(self.evaluate(value), Ok(Constant::Integer(value)) if value >= 0 && from.0 <= bits)
            }
        };
        let span = value.span;
        let value = self.convert(value.clone(), Types::basic(basic));
        if !fits {
            return Some(self.cut_to_width(value, to));
        }
        let kind = ExprKind::Convert(Box::new(value), Conversion::Integer);
        Some(node(kind, to, span))
    }

    /// The result of an operation: of such a type, cut to its width where it may have more.
    pub(super) fn cut_result(&mut self, result: Expr) -> Expr {
        use ArithmeticOperator as A;
        let grows = match &result.kind {
            ExprKind::Arithmetic(operator, ..) => {
                matches!(operator, A::Add | A::Subtract | A::Multiply | A::ShiftLeft)
            }
            _ => true,
        };
        match *self.types.get(result.ty.id) {
            Type::Bits(..) if grows => {
                let ty = result.ty.id;
                self.cut_to_width(result, ty)
            }
            _ => result,
        }
    }

    /// The low bits of a value, extended as the type says: shifted up, and down again.
    fn cut_to_width(&mut self, value: Expr, to: TypeId) -> Expr {
        let Type::Bits(basic, width) = *self.types.get(to) else { return value };
        let span = value.span;
        let unused = (basic.size() * 8).saturating_sub(width.into()) as i64;
        let by = || Box::new(node(ExprKind::Integer(unused), Types::basic(Basic::Int), span));
        let up = ExprKind::Arithmetic(ArithmeticOperator::ShiftLeft, Box::new(value), by());
        let up = Box::new(node(up, Types::basic(basic), span));
        node(ExprKind::Arithmetic(ArithmeticOperator::ShiftRight, up, by()), to, span)
    }

    /// The type of an object that gets its type from a value.
    pub(super) fn without_width(&self, ty: TypeId) -> TypeId {
        match *self.types.get(ty) {
            Type::Bits(basic, _) => Types::basic(basic),
            _ => ty,
        }
    }
}
