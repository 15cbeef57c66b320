//! How arguments and results travel (RISC-V psABI "Integer Calling Convention", LP64D without
//! floating point).
//!
//! Terms: a *slot* is one register-sized place of the argument sequence: slots 0 to 7 are `a0` to
//! `a7`, slot 8 is the first eight bytes on the stack, and so on. A struct of two slots may begin
//! in `a7` and end on the stack.

use frontend::types::{Type, TypeId, Types};
use riscv::Reg;
use riscv::psabi::ARGUMENT_REGISTERS;

/// How many slots are registers.
pub(crate) const REGISTER_SLOTS: usize = ARGUMENT_REGISTERS.len();

/// Where an argument travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Passing {
    /// Its first slot.
    pub(crate) first: usize,
    /// How many slots it takes.
    pub(crate) count: usize,
    /// Whether the slot holds the address of a copy that the caller made.
    pub(crate) is_reference: bool,
}

/// The place of a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    Register(Reg),
    /// **Units**: bytes from the stack pointer at the call.
    Stack(i32),
}

/// The place of the slot of that number.
pub(crate) fn slot(number: usize) -> Slot {
    match ARGUMENT_REGISTERS.get(number) {
        Some(&register) => Slot::Register(register),
        None => Slot::Stack(((number - REGISTER_SLOTS) * 8) as i32),
    }
}

/// Gives out slots to the arguments of one call, in order.
pub(crate) struct Assigner<'a> {
    types: &'a Types,
    next: usize,
}

impl<'a> Assigner<'a> {
    /// A result that is returned by reference takes the first slot.
    pub(crate) fn new(types: &'a Types, result: TypeId) -> Assigner<'a> {
        Assigner { types, next: usize::from(returns_by_reference(types, result)) }
    }

    /// The slots of the next argument.
    pub(crate) fn assign(&mut self, ty: TypeId, is_variadic: bool) -> Passing {
        let (size, align) = self.types.layout(ty).unwrap_or((8, 8));
        let is_reference = size > 16;
        let count = if is_reference || size <= 8 { 1 } else { 2 };
        let wants_even = align > 8 && !is_reference;
        if wants_even && (is_variadic || self.next >= REGISTER_SLOTS) {
            self.next = self.next.next_multiple_of(2);
        }
        let first = self.next;
        self.next += count;
        Passing { first, count, is_reference }
    }

    /// The number of the first slot that no argument has taken.
    pub(crate) fn next(&self) -> usize {
        self.next
    }

    /// **Units**: bytes of stack that the arguments so far take.
    pub(crate) fn stack_size(&self) -> i64 {
        (self.next.saturating_sub(REGISTER_SLOTS) * 8) as i64
    }
}

/// Whether a value of that type is returned through a pointer that the caller passes in `a0`.
pub(crate) fn returns_by_reference(types: &Types, ty: TypeId) -> bool {
    types.size(ty) > 16
}

/// Whether a type is a struct or union.
pub(crate) fn is_record(types: &Types, ty: TypeId) -> bool {
    matches!(types.get(ty), Type::Record(_))
}

/// Whether a type is or contains a floating type, so that it would travel in floating registers.
pub(crate) fn has_floating(types: &Types, ty: TypeId) -> bool {
    match types.get(ty) {
        Type::Basic(basic) => basic.is_floating(),
        Type::Array(of, _) => has_floating(types, of.id),
        Type::Record(id) => {
            let layout = types.record(*id).layout.as_ref();
            layout.is_some_and(|it| it.fields.iter().any(|field| has_floating(types, field.ty.id)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontend::types::{Basic, QualType};

    #[test]
    fn slots_are_given_in_order() {
        let mut types = Types::new();
        let int = Types::basic(Basic::Int);
        let pair = types.array(QualType::from(Types::basic(Basic::Long)), Some(2));
        let large = types.array(QualType::from(Types::basic(Basic::Long)), Some(3));
        let mut assigner = Assigner::new(&types, large);
        assert_eq!(assigner.assign(int, false).first, 1, "the result's address comes first");
        let passing = assigner.assign(large, false);
        assert_eq!(passing, Passing { first: 2, count: 1, is_reference: true });
        for _ in 0..4 {
            assigner.assign(int, false);
        }
        let split = assigner.assign(pair, false);
        assert_eq!((split.first, split.count), (7, 2));
        assert_eq!((slot(7), slot(8)), (Slot::Register(Reg::A7), Slot::Stack(0)));
        assert_eq!(assigner.stack_size(), 8);
    }
}
