//! Expressions: one small function for each kind (C17 6.5).

use frontend::tree::{AddressBase, ArithmeticOperator, Expr, ExprKind};
use frontend::types::{Basic, TypeId, Types};
use image::access::Event;
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::aggregate::read_of;
use crate::function::FunctionGenerator;
use crate::messages;
use crate::place::Place;
use crate::registers::Temp;

impl<'a> FunctionGenerator<'_, 'a> {
    /// Evaluates a scalar expression.
    pub(crate) fn value(&mut self, expr: &'a Expr) -> Temp {
        if let Some(value) = self.constant(expr) {
            return self.immediate(value);
        }
        if let Some(value) = self.floating_constant(expr) {
            return self.floating_immediate(value, self.scalar(expr.ty.id), expr.span);
        }
        match &expr.kind {
            ExprKind::Load(lvalue) => self.lvalue_conversion(lvalue),
            ExprKind::ArrayDecay(array) => self.decay(array),
            ExprKind::FunctionDecay(function) => self.function_pointer(function, expr.span),
            ExprKind::AddressOf(lvalue) => self.address_of(lvalue, expr),
            ExprKind::Convert(inner, kind) => self.conversion(inner, *kind, expr),
            ExprKind::Negate(operand) => self.negate(operand, expr),
            ExprKind::BitNot(operand) => {
                let value = self.value(operand);
                self.unary(value, |target, it| Insn::i(Op::Xori, target, it, -1))
            }
            ExprKind::LogicalNot(operand) if self.scalar(operand.ty.id).is_floating() => {
                self.is_floating_zero(operand)
            }
            ExprKind::LogicalNot(operand) => {
                let value = match self.is_int128(operand.ty.id) {
                    true => self.either_word(operand),
                    false => self.value(operand),
                };
                self.is_zero(value)
            }
            ExprKind::Arithmetic(operator, left, right) => {
                self.arithmetic(*operator, left, right, expr)
            }
            ExprKind::Compare(operator, left, right) if self.is_complex(left.ty.id) => {
                self.compare_complex(*operator, left, right)
            }
            ExprKind::Compare(operator, left, right) => self.compare(*operator, left, right),
            ExprKind::PointerAdd { pointer, index, size, is_subtraction } => {
                let pointer = self.value(pointer);
                let displacement = self.displacement(index, *size, *is_subtraction);
                self.move_pointer(pointer, displacement, *is_subtraction, expr.span)
            }
            ExprKind::PointerDifference { left, right, size } => {
                self.difference(left, right, *size)
            }
            ExprKind::LogicalAnd(..) | ExprKind::LogicalOr(..) => self.logical(expr),
            ExprKind::OrElse(left, right) => self.or_else(left, right),
            ExprKind::LabelAddress(function, label) => {
                self.label_address(*function, *label, expr.span)
            }
            _ => self.value_with_effects(expr, true).unwrap_or_else(|| self.immediate(0)),
        }
    }

    /// Evaluates an expression for its effects.
    pub(crate) fn discard(&mut self, expr: &'a Expr) {
        let value = match &expr.kind {
            ExprKind::Convert(inner, _) if expr.ty.id == Types::VOID => {
                self.discard(inner);
                None
            }
            _ if self.is_scalar(expr.ty.id) && is_pure(&expr.kind) => Some(self.value(expr)),
            _ => self.value_with_effects(expr, false),
        };
        if let Some(value) = value {
            self.free(value);
        }
    }

    /// The expressions that have effects of their own; they have no value when none is wanted, or
    /// there is none.
    fn value_with_effects(&mut self, expr: &'a Expr, is_wanted: bool) -> Option<Temp> {
        match &expr.kind {
            ExprKind::Conditional(..) if !self.is_scalar_or_void(expr.ty.id) => self.effects(expr),
            ExprKind::Conditional(condition, then, otherwise) => {
                self.conditional(condition, then, otherwise, is_wanted)
            }
            ExprKind::Statement(block, value) if self.is_scalar_or_void(expr.ty.id) => {
                self.statement_expression(block, value.as_deref(), is_wanted)
            }
            ExprKind::Builtin(builtin, operands) => self.builtin(*builtin, operands, expr.span),
            ExprKind::Atomic(operator, operands) => self.atomic(*operator, operands, expr),
            ExprKind::Comma(first, second) => {
                self.discard(first);
                if is_wanted {
                    return Some(self.value(second));
                }
                self.discard(second);
                None
            }
            ExprKind::Assign(target, value) if self.is_scalar(target.ty.id) => {
                self.assign(target, value, is_wanted)
            }
            ExprKind::AssignArithmetic { .. } if self.is_scalar(expr.ty.id) => {
                self.assign_arithmetic(expr, is_wanted)
            }
            ExprKind::AssignPointer { .. } => self.assign_pointer(expr, is_wanted),
            ExprKind::Call { .. } => self.call_for_value(expr, is_wanted),
            ExprKind::VaStart(list) => self.start_variable_arguments(list),
            ExprKind::VaArg(list) if self.is_scalar(expr.ty.id) => {
                Some(self.variable_scalar(list, expr))
            }
            ExprKind::VaEnd(list) => {
                let place = self.place(list);
                self.free_place(place);
                None
            }
            ExprKind::VaCopy(to, from) => self.copy_variable_arguments(to, from),
            _ => self.effects(expr),
        }
    }

    /// A value in memory or an lvalue that nobody reads.
    fn effects(&mut self, expr: &'a Expr) -> Option<Temp> {
        let place = self.value_in_memory(expr);
        self.free_place(place);
        None
    }

    fn is_scalar_or_void(&self, ty: TypeId) -> bool {
        ty == Types::VOID || self.is_scalar(ty)
    }

    /// Reads the object that an lvalue designates (C17 6.3.2.1p2).
    fn lvalue_conversion(&mut self, lvalue: &'a Expr) -> Temp {
        let place = self.place(lvalue);
        if !lvalue.ty.qualifiers.is_atomic {
            return self.load(place, (lvalue.ty.id, lvalue.span));
        }
        self.fence_before_load();
        let value = self.load(place, (lvalue.ty.id, lvalue.span));
        self.fence_after_load();
        value
    }

    /// A function designator becomes a pointer to the function (C17 6.3.2.1p4).
    fn function_pointer(&mut self, function: &'a Expr, span: Span) -> Temp {
        match &function.kind {
            ExprKind::Function(id) => {
                let name = self.unit.names.text(self.unit.tree.functions[id.0 as usize].name);
                if crate::intrinsic::is_intrinsic(name) {
                    self.unit.report(messages::intrinsic_address(span, name));
                }
                let symbol = self.unit.symbols.base(AddressBase::Function(*id), span);
                self.symbol_address(symbol, Some(span))
            }
            ExprKind::Dereference(pointer) => self.value(pointer),
            _ => self.value(function),
        }
    }

    fn negate(&mut self, operand: &'a Expr, expr: &Expr) -> Temp {
        let basic = self.scalar(expr.ty.id);
        let value = self.value(operand);
        if basic.is_floating() {
            return self.negate_floating(value, basic);
        }
        let op = if basic.size() == 8 { Op::Sub } else { Op::Subw };
        self.unary(value, |target, it| Insn::r(op, target, Reg::ZERO, it))
    }

    fn arithmetic(
        &mut self,
        operator: ArithmeticOperator,
        left: &'a Expr,
        right: &'a Expr,
        expr: &Expr,
    ) -> Temp {
        let basic = self.scalar(expr.ty.id);
        let left = self.value(left);
        let right = self.operand(operator, right, basic);
        self.operate(operator, left, right, basic)
    }

    /// `target = value` (C17 6.5.16.1).
    pub(crate) fn assign(
        &mut self,
        target: &'a Expr,
        value: &'a Expr,
        is_wanted: bool,
    ) -> Option<Temp> {
        let place = self.place(target);
        let value = self.value(value);
        let is_atomic = target.ty.qualifiers.is_atomic;
        if is_atomic {
            self.fence_before_store();
        }
        self.store(&place, &value, (target.ty.id, target.span));
        if is_atomic {
            self.fence_after_store();
        }
        self.stored(place, value, target, is_wanted)
    }

    /// The value of an assignment: what has been stored (C17 6.5.16p3), of a bit-field as many bits
    /// as it holds.
    fn stored(
        &mut self,
        place: Place,
        value: Temp,
        target: &Expr,
        is_wanted: bool,
    ) -> Option<Temp> {
        let bits = place.bits;
        self.free_place(place);
        if !is_wanted {
            self.free(value);
            return None;
        }
        let Some(bits) = bits else { return Some(value) };
        let is_signed = self.scalar(target.ty.id).is_signed();
        let low = frontend::types::BitRange { offset: 0, width: bits.width };
        Some(self.extract(value, low, is_signed))
    }

    /// `target op= value`, `++` and `--` (C17 6.5.16.2, 6.5.2.4, 6.5.3.1).
    fn assign_arithmetic(&mut self, expr: &'a Expr, is_wanted: bool) -> Option<Temp> {
        let ExprKind::AssignArithmetic { operator, target, value, compute, is_postfix } =
            &expr.kind
        else {
            return None;
        };
        let lvalue = (target.ty.id, target.span);
        if self.is_complex(*compute) {
            return self.assign_real_by_complex(expr, is_wanted);
        }
        let stored_as = self.scalar(target.ty.id);
        let computed_as = self.scalar(*compute);
        let place = self.place(target);
        let place = self.pin(place);
        let (result, kept) = if computed_as == Basic::LongDouble {
            let right = self.value_in_memory(value);
            let old = self.load_kept(&place, lvalue);
            let kept = (*is_postfix && is_wanted).then(|| self.duplicate(&old));
            let left = self.widen(old, stored_as, expr.span);
            let result =
                self.operate_wide(*operator, (left, None), (right, read_of(value)), expr.span);
            (self.narrow((result, None), stored_as, expr.span), kept)
        } else if computed_as.is_int128() {
            let right = self.pair(value);
            let old = self.load_kept(&place, lvalue);
            let kept = (*is_postfix && is_wanted).then(|| self.duplicate(&old));
            let left = (old, stored_as);
            (self.operate_widened(*operator, left, right, computed_as, expr.span), kept)
        } else {
            let right = self.operand(*operator, value, computed_as);
            let old = self.load_kept(&place, lvalue);
            let kept = (*is_postfix && is_wanted).then(|| self.duplicate(&old));
            let left = self.convert(old, stored_as, computed_as);
            let result = self.operate(*operator, left, right, computed_as);
            (self.convert(result, computed_as, stored_as), kept)
        };
        self.store(&place, &result, lvalue);
        self.settle(place, result, kept, target, is_wanted)
    }

    /// `pointer += index`, `-=`, `++` and `--`.
    fn assign_pointer(&mut self, expr: &'a Expr, is_wanted: bool) -> Option<Temp> {
        let ExprKind::AssignPointer { target, index, size, is_subtraction, is_postfix } =
            &expr.kind
        else {
            return None;
        };
        let lvalue = (target.ty.id, target.span);
        let place = self.place(target);
        let place = self.pin(place);
        let displacement = self.displacement(index, *size, *is_subtraction);
        let old = self.load_kept(&place, lvalue);
        let kept = (*is_postfix && is_wanted).then(|| self.duplicate(&old));
        let result = self.move_pointer(old, displacement, *is_subtraction, expr.span);
        self.store(&place, &result, lvalue);
        self.settle(place, result, kept, target, is_wanted)
    }

    /// The value of an update: the new one, or the one kept from before.
    pub(crate) fn settle(
        &mut self,
        place: Place,
        result: Temp,
        kept: Option<Temp>,
        target: &Expr,
        is_wanted: bool,
    ) -> Option<Temp> {
        match kept {
            Some(kept) => {
                self.free(result);
                self.free_place(place);
                Some(kept)
            }
            None => self.stored(place, result, target, is_wanted),
        }
    }

    /// Appends an instruction that does nothing, to carry a row.
    pub(crate) fn nop_row(&mut self, event: Event, span: Span) {
        self.emit_row(Insn::nop(), event, span);
    }
}

/// Whether an expression of that kind does nothing but compute from its operands; these may have
/// effects.
fn is_pure(kind: &ExprKind) -> bool {
    !matches!(
        kind,
        ExprKind::Conditional(..)
            | ExprKind::Comma(..)
            | ExprKind::Statement(..)
            | ExprKind::Builtin(..)
            | ExprKind::Atomic(..)
            | ExprKind::Assign(..)
            | ExprKind::AssignArithmetic { .. }
            | ExprKind::AssignPointer { .. }
            | ExprKind::Call { .. }
    )
}
