//! Conversions of scalars (C17 6.3), and how scalars are represented in registers.
//!
//! A register holds a value of a type narrower than `int` extended as its type says, and a 32-bit
//! value, signed or not, sign-extended (RISC-V psABI "Integer Calling Convention"). Values of type
//! `float` and `double` are in floating-point registers, as the loads put them there.

use frontend::tree::{Conversion, Expr, ExprKind};
use frontend::types::{Basic, Type, TypeId};
use image::access::Event;
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::abi;
use crate::function::FunctionGenerator;
use crate::registers::Temp;

impl<'a> FunctionGenerator<'_, 'a> {
    /// The basic type that a scalar is computed as; a pointer is an unsigned long.
    pub(crate) fn scalar(&self, ty: TypeId) -> Basic {
        self.types().as_basic(ty).unwrap_or(Basic::UnsignedLong)
    }

    /// Whether values of that type fit a register.
    pub(crate) fn is_scalar(&self, ty: TypeId) -> bool {
        let types = self.types();
        let is_scalar = matches!(
            types.get(ty),
            Type::Basic(_) | Type::Bits(..) | Type::Enum(_) | Type::Pointer(_)
        );
        is_scalar && !abi::is_in_memory(types, ty)
    }

    /// Whether it is a complex type.
    pub(crate) fn is_complex(&self, ty: TypeId) -> bool {
        self.types().complex_part(ty).is_some()
    }

    /// A conversion to the type of `expr`.
    pub(crate) fn conversion(&mut self, inner: &'a Expr, kind: Conversion, expr: &'a Expr) -> Temp {
        // All other conversions from complex types have a complex type, or take a part.
        if self.is_complex(inner.ty.id) {
            return self.complex_truth(inner);
        }
        let from = self.scalar(inner.ty.id);
        let to = self.scalar(expr.ty.id);
        if from == Basic::LongDouble {
            return self.narrowed(inner, to, expr.span);
        }
        if from.is_int128() {
            let value = self.pair(inner);
            let value = self.scalar_from_pair(value, from, to, expr.span);
            return match kind {
                Conversion::IntegerToPointer => self.integer_to_pointer(value, expr.span),
                _ => value,
            };
        }
        let value = self.value(inner);
        match kind {
            Conversion::Pointer => match self.scalar_seen_as_characters(inner.ty.id, expr.ty.id) {
                Some(size) => self.pointer_to_characters(value, size, expr.span),
                None => value,
            },
            Conversion::ToVoid => value,
            Conversion::ToBool
            | Conversion::Integer
            | Conversion::IntegerToFloating
            | Conversion::FloatingToInteger
            | Conversion::Floating
            | Conversion::Complex => self.convert(value, from, to),
            Conversion::PointerToInteger => {
                let value = self.pointer_to_integer(value, expr.span);
                self.convert(value, from, to)
            }
            Conversion::IntegerToPointer => {
                let value = self.convert(value, from, Basic::UnsignedLong);
                self.integer_to_pointer(value, expr.span)
            }
        }
    }

    /// For a conversion from a pointer to a scalar to a pointer to a character type: the scalar's
    /// size, if it is not a character itself.
    fn scalar_seen_as_characters(&self, from: TypeId, to: TypeId) -> Option<u64> {
        let target = |ty| match self.types().get(ty) {
            Type::Pointer(target) => Some(target.id),
            _ => None,
        };
        let (from, to) = (target(from)?, target(to)?);
        let is_scalar =
            |ty| matches!(self.types().get(ty), Type::Basic(_) | Type::Enum(_) | Type::Pointer(_));
        let size = |ty| is_scalar(ty).then(|| self.types().size(ty));
        (size(to)? == 1).then_some(size(from)?).filter(|&size| size > 1)
    }

    fn pointer_to_characters(&mut self, pointer: Temp, size: u64, span: Span) -> Temp {
        let base = self.reg(&pointer);
        self.free(pointer);
        let temp = self.temp();
        let target = self.reg(&temp);
        let event = Event::Characters { target, base, size };
        self.emit_row(Insn::i(Op::Addi, target, base, 0), event, span);
        temp
    }

    pub(crate) fn pointer_to_integer(&mut self, pointer: Temp, span: Span) -> Temp {
        let source = self.reg(&pointer);
        self.free(pointer);
        let temp = self.temp();
        let target = self.reg(&temp);
        let event = Event::ToInteger { target, source };
        self.emit_row(Insn::i(Op::Addi, target, source, 0), event, span);
        temp
    }

    fn integer_to_pointer(&mut self, integer: Temp, span: Span) -> Temp {
        let source = self.reg(&integer);
        self.free(integer);
        let temp = self.temp();
        let target = self.reg(&temp);
        let event = Event::FromInteger { target };
        self.emit_row(Insn::i(Op::Addi, target, source, 0), event, span);
        temp
    }

    /// Between arithmetic types whose values fit a register (C17 6.3.1.2 to 6.3.1.5).
    pub(crate) fn convert(&mut self, value: Temp, from: Basic, to: Basic) -> Temp {
        if from.is_floating() || to.is_floating() {
            return self.convert_floating(value, from, to);
        }
        if to == Basic::Bool && from != Basic::Bool {
            return self.unary(value, |target, it| Insn::r(Op::Sltu, target, Reg::ZERO, it));
        }
        if keeps_representation(from, to) {
            return value;
        }
        match (to.size(), to.is_signed()) {
            (1, false) => self.unary(value, |target, it| Insn::i(Op::Andi, target, it, 0xff)),
            (1, true) => self.shift_pair(value, 56, Op::Srai),
            (2, false) => self.shift_pair(value, 48, Op::Srli),
            (2, true) => self.shift_pair(value, 48, Op::Srai),
            (4, _) => self.unary(value, |target, it| Insn::i(Op::Addiw, target, it, 0)),
            _ => self.shift_pair(value, 32, Op::Srli),
        }
    }

    /// Extends the low bits of a value.
    fn shift_pair(&mut self, value: Temp, amount: i32, right: Op) -> Temp {
        let shifted = self.unary(value, |target, it| Insn::i(Op::Slli, target, it, amount));
        self.unary(shifted, |target, it| Insn::i(right, target, it, amount))
    }

    /// One instruction on one operand, with a result in an integer register.
    pub(crate) fn unary(&mut self, operand: Temp, insn: impl Fn(Reg, Reg) -> Insn) -> Temp {
        self.unary_in(Kind::Integer, operand, insn)
    }

    /// One instruction on one operand, with a result in a register of that file.
    pub(crate) fn unary_in(
        &mut self,
        file: Kind,
        operand: Temp,
        insn: impl Fn(Reg, Reg) -> Insn,
    ) -> Temp {
        let source = self.reg(&operand);
        self.free(operand);
        let temp = self.temp_in(file);
        let target = self.reg(&temp);
        self.emit(insn(target, source));
        temp
    }

    /// What a register holds for a constant expression that cannot be undefined: a constant, its
    /// conversions, its sign.
    pub(crate) fn constant(&mut self, expr: &'a Expr) -> Option<i64> {
        match &expr.kind {
            _ if self.is_int128(expr.ty.id) => None,
            ExprKind::Integer(value) => {
                let basic = self.scalar(expr.ty.id);
                Some(represent(*value, basic))
            }
            ExprKind::Convert(inner, kind) => self.converted_constant(inner, *kind, expr),
            ExprKind::Negate(inner) => {
                let value = self.constant(inner)?.checked_neg()?;
                let basic = self.scalar(expr.ty.id);
                let wrapped = represent(value, basic);
                (wrapped == value || !basic.is_signed()).then_some(wrapped)
            }
            ExprKind::BitNot(inner) => {
                let basic = self.scalar(expr.ty.id);
                Some(represent(!self.constant(inner)?, basic))
            }
            _ => None,
        }
    }

    fn converted_constant(
        &mut self,
        inner: &'a Expr,
        kind: Conversion,
        expr: &'a Expr,
    ) -> Option<i64> {
        let value = self.constant(inner)?;
        let from = self.scalar(inner.ty.id);
        let to = self.scalar(expr.ty.id);
        let plain = if from == Basic::UnsignedInt { i64::from(value as u32) } else { value };
        match kind {
            Conversion::Integer => Some(represent(plain, to)),
            Conversion::ToBool => Some(i64::from(value != 0)),
            Conversion::Pointer => Some(value),
            Conversion::IntegerToPointer if value == 0 => Some(0),
            _ => None,
        }
    }
}

/// Whether every value of one type is represented the same in the other.
fn keeps_representation(from: Basic, to: Basic) -> bool {
    if from == to || to.size() == 8 && from != Basic::UnsignedInt {
        return true;
    }
    if to.size() == 8 {
        return from.size() == 8;
    }
    match (from.size(), to.size()) {
        (narrow, wide) if narrow < wide => !from.is_signed() || to.is_signed() || wide == 4,
        (4, 4) => true,
        (same, other) => same == other && from.is_signed() == to.is_signed(),
    }
}

/// How a register represents a value of that type.
pub(crate) fn represent(value: i64, basic: Basic) -> i64 {
    match (basic.size(), basic.is_signed()) {
        (1, true) => i64::from(value as i8),
        (1, false) => i64::from(value as u8),
        (2, true) => i64::from(value as i16),
        (2, false) => i64::from(value as u16),
        (4, _) => i64::from(value as i32),
        _ => value,
    }
}
