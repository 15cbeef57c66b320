//! Values that stay in memory (structs, unions, complex numbers, `long double`), and the initialization of automatic
//! objects.

use frontend::tree::{Conversion, Expr, ExprKind, InitStore, LocalId};
use frontend::types::Basic;
use riscv::Op;
use source::Span;

use crate::function::FunctionGenerator;
use crate::labels::Item;
use crate::memory::Lvalue;
use crate::place::{Base, Place};

impl<'a> FunctionGenerator<'_, 'a> {
    /// Where a value in memory is: the lvalue that it is read from, or a temporary object.
    pub(crate) fn value_in_memory(&mut self, expr: &'a Expr) -> Place {
        match &expr.kind {
            _ if self.is_pair(expr) => self.int128(expr),
            ExprKind::Load(lvalue) => self.place(lvalue),
            kind if self.is_complex(expr.ty.id) && is_computed(kind) => self.complex(expr),
            _ if self.scalar(expr.ty.id) == Basic::LongDouble && is_computed(&expr.kind) => {
                self.long_double(expr)
            }
            ExprKind::AssignArithmetic { .. } => self.assign_arithmetic_int128(expr),
            ExprKind::OrElse(left, right) => self.or_else_in_memory(left, right, expr),
            ExprKind::Convert(inner, _) => self.value_in_memory(inner),
            ExprKind::Comma(first, second) => {
                self.discard(first);
                self.value_in_memory(second)
            }
            ExprKind::Statement(block, Some(value)) => self.statement_struct_place(block, value),
            ExprKind::Assign(target, value) => self.assign_in_memory(target, value),
            ExprKind::VaArg(list) => self.variable_in_memory(list, expr),
            ExprKind::Call { .. } => self.call_in_memory(expr),
            ExprKind::Conditional(..) => {
                let place = self.temporary_object(expr);
                self.copy_into(expr, &place, None);
                place
            }
            _ => self.place(expr),
        }
    }

    /// Room in the frame for a value of the expression's type.
    pub(crate) fn temporary_object(&mut self, expr: &Expr) -> Place {
        let (size, align) = self.types().layout(expr.ty.id).unwrap_or((8, 8));
        Place::whole(Base::Frame(self.frame.allocate(size, align)))
    }

    /// `target = value`, of a type whose values are in memory (C17 6.5.16.1); gives the target's place.
    pub(crate) fn assign_in_memory(&mut self, target: &'a Expr, value: &'a Expr) -> Place {
        let place = self.place(target);
        let lvalue = (target.ty.id, target.span);
        if place.bits.is_some() {
            return self.assign_bits(place, value, lvalue);
        }
        self.copy_into(value, &place, Some(lvalue));
        place
    }

    /// Evaluates a value in memory into a place. `write` is the lvalue that the program writes, if it
    /// does.
    pub(crate) fn copy_into(&mut self, expr: &'a Expr, to: &Place, write: Option<Lvalue>) {
        match &expr.kind {
            ExprKind::Comma(first, second) => {
                self.discard(first);
                self.copy_into(second, to, write);
            }
            ExprKind::Statement(block, Some(value)) => {
                self.statement_struct(block, value, to, write);
            }
            ExprKind::Conditional(condition, then, otherwise) => {
                self.spill_all();
                let (on_false, end) = (self.code.label(), self.code.label());
                self.branch(condition, on_false, false);
                self.copy_into(then, to, write);
                self.push(Item::Jump(end));
                self.join(on_false);
                self.copy_into(otherwise, to, write);
                self.join(end);
            }
            _ if self.is_pair(expr) => {
                let value = self.pair(expr);
                self.store_pair(to, &value, write);
                self.free_pair(value);
            }
            _ => {
                let from = self.value_in_memory(expr);
                let (size, align) = self.types().layout(expr.ty.id).unwrap_or((0, 1));
                self.copy(&from, to, size, align, read_of(expr), write);
                self.free_place(from);
            }
        }
    }

    /// Initializes an automatic object (C17 6.7.9). `span` is what the rows point at: the declared
    /// name.
    pub(crate) fn initialize(
        &mut self,
        local: LocalId,
        stores: &'a [InitStore],
        zero_first: bool,
        span: Span,
    ) {
        let object = self.local(local);
        if zero_first {
            let (size, align) = self.types().layout(object.ty.id).unwrap_or((0, 1));
            let place = Place::whole(Base::Local(local));
            self.zero(&place, size, align, (object.ty.id, span));
        }
        for store in stores {
            self.initialize_part(local, store, span);
        }
    }

    fn initialize_part(&mut self, local: LocalId, store: &'a InitStore, span: Span) {
        let offset = store.offset as i64;
        let end = store.offset.saturating_add(self.types().size(store.ty));
        let place = Place {
            base: Base::Local(local),
            offset,
            bits: store.bits,
            is_member: offset != 0,
            is_unit_outside: end > self.types().size(self.local(local).ty.id),
        };
        let lvalue = (store.ty, span);
        if let ExprKind::String(id) = &store.value.kind {
            let held = self.unit.tree.strings[id.0 as usize].bytes.len() as u64;
            let size = held.min(self.types().size(store.ty));
            let from = self.place(&store.value);
            let align = self.types().align(store.ty);
            self.copy(&from, &place, size, align, None, Some(lvalue));
            self.free_place(from);
        } else if self.is_scalar(store.ty) {
            let value = self.value(&store.value);
            self.store(&place, &value, lvalue);
            self.free(value);
        } else if store.bits.is_some() {
            let stored = self.assign_bits(place, &store.value, lvalue);
            self.free_place(stored);
        } else {
            self.copy_into(&store.value, &place, Some(lvalue));
        }
    }

    /// `left ?: right` of a type whose values are in memory.
    fn or_else_in_memory(&mut self, left: &'a Expr, right: &'a Expr, expr: &'a Expr) -> Place {
        let home = self.frame.allocate(16, 16);
        let place = || Place::whole(Base::Frame(home));
        self.spill_all();
        let end = self.code.label();
        self.copy_into(left, &place(), None);
        let bits = match self.is_int128(expr.ty.id) {
            true => {
                let words = self.words(&place(), 2, None);
                words.into_iter().reduce(|low, high| self.binary(Op::Or, low, high))
            }
            false => Some(self.bits_but_the_sign((place(), None))),
        };
        if let Some(bits) = bits {
            self.branch_on_truth(bits, end, true);
        }
        self.copy_into(right, &place(), None);
        self.join(end);
        place()
    }
}

/// Whether an expression of that kind is an operation, and not one that selects among its operands.
fn is_computed(kind: &ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Floating(_)
            | ExprKind::Convert(..)
            | ExprKind::Complex(..)
            | ExprKind::Negate(_)
            | ExprKind::BitNot(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::AssignArithmetic { .. }
    )
}

/// The lvalue that a value in memory is read from, if it is.
pub(crate) fn read_of(expr: &Expr) -> Option<Lvalue> {
    match &expr.kind {
        ExprKind::Load(lvalue) => Some((lvalue.ty.id, lvalue.span)),
        ExprKind::Convert(inner, Conversion::ToVoid) => read_of(inner),
        _ => None,
    }
}
