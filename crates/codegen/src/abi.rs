//! How arguments and results travel (RISC-V psABI "Integer Calling Convention" and "Hardware
//! Floating-point Calling Convention", LP64D).
//!
//! Terms: a *slot* is one register-sized place of the integer argument sequence: slots 0 to 7 are
//! `a0` to `a7`, slot 8 is the first eight bytes on the stack, and so on. A value of two slots may
//! begin in `a7` and end on the stack.

use frontend::types::{Basic, Type, TypeId, Types};
use riscv::psabi::{ARGUMENT_REGISTERS, FLOAT_ARGUMENT_REGISTERS};
use riscv::{Kind, Reg};

use crate::flatten::{Leaf, flatten};

/// How many slots are registers.
pub(crate) const REGISTER_SLOTS: usize = ARGUMENT_REGISTERS.len();

/// How an argument or a result travels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Passing {
    /// Where its parts are; none for a struct without members.
    pub(crate) parts: Vec<Part>,
    /// Whether the only part is the address of a copy that the caller made.
    pub(crate) is_reference: bool,
}

/// A part of a value: one register's worth of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Part {
    /// Where it travels.
    pub(crate) place: Slot,
    /// **Units**: bytes from the start of the value.
    pub(crate) offset: u64,
    /// **Units**: bytes; 8 for each word of a value that is cut into words.
    pub(crate) size: u64,
}

/// Where a part travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    /// An integer register.
    Register(Reg),
    /// A floating-point register.
    Floating(Reg),
    /// **Units**: bytes from the stack pointer at the call.
    Stack(i32),
}

impl Passing {
    /// Whether the value is cut into members, each in a register of its own, and not into words.
    pub(crate) fn is_by_member(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.place, Slot::Floating(_)))
    }
}

/// The place of the slot of that number.
pub(crate) fn slot(number: usize) -> Slot {
    match ARGUMENT_REGISTERS.get(number) {
        Some(&register) => Slot::Register(register),
        None => Slot::Stack(((number - REGISTER_SLOTS) * 8) as i32),
    }
}

/// Gives out registers and slots to the arguments of one call, in order.
pub(crate) struct Assigner<'a> {
    types: &'a Types,
    next: usize,
    next_floating: usize,
}

impl<'a> Assigner<'a> {
    /// A result that is returned by reference takes the first slot.
    pub(crate) fn new(types: &'a Types, result: TypeId) -> Assigner<'a> {
        let next = usize::from(returns_by_reference(types, result));
        Assigner { types, next, next_floating: 0 }
    }

    /// Where the next argument goes.
    pub(crate) fn assign(&mut self, ty: TypeId, is_variadic: bool) -> Passing {
        if !is_variadic && let Some(parts) = self.members(ty) {
            return Passing { parts, is_reference: false };
        }
        let (size, align) = self.types.layout(ty).unwrap_or((8, 8));
        let is_reference = size > 16;
        let count = if is_reference { 1 } else { size.div_ceil(8) };
        let wants_even = align > 8 && !is_reference;
        if wants_even && (is_variadic || self.next >= REGISTER_SLOTS) {
            self.next = self.next.next_multiple_of(2);
        }
        let first = self.next;
        self.next += count as usize;
        let of_scalar = if is_in_memory(self.types, ty) { 8 } else { size };
        let part = |index| Part {
            place: slot(first + index as usize),
            offset: 8 * index,
            size: if is_reference { 8 } else { of_scalar },
        };
        Passing { parts: (0..count).map(part).collect(), is_reference }
    }

    /// A floating value, or a struct of one or two floating values or of one and an integer, has a
    /// register for each, if there are enough.
    ///
    /// **Rule**: RISC-V psABI "Hardware Floating-point Calling Convention".
    fn members(&mut self, ty: TypeId) -> Option<Vec<Part>> {
        let leaves = flatten(self.types, ty)?;
        let count = |file| leaves.iter().filter(|leaf| leaf.file == file).count();
        let (integers, floats) = (count(Kind::Integer), count(Kind::Float));
        let is_passed_so = matches!((integers, floats), (0 | 1, 1) | (0, 2));
        let has_room = (integers == 0 || self.next < REGISTER_SLOTS)
            && self.next_floating + floats <= FLOAT_ARGUMENT_REGISTERS.len();
        let parts = || leaves.iter().map(|leaf| self.part(leaf)).collect();
        (is_passed_so && has_room).then(parts)
    }

    fn part(&mut self, leaf: &Leaf) -> Part {
        let place = match leaf.file {
            Kind::Integer => slot(self.next),
            Kind::Float => Slot::Floating(FLOAT_ARGUMENT_REGISTERS[self.next_floating]),
        };
        match leaf.file {
            Kind::Integer => self.next += 1,
            Kind::Float => self.next_floating += 1,
        }
        Part { place, offset: leaf.offset, size: leaf.size }
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

/// How a result travels: as the first argument would.
pub(crate) fn returned(types: &Types, ty: TypeId) -> Passing {
    Assigner { types, next: 0, next_floating: 0 }.assign(ty, false)
}

/// Whether a value of that type is returned through a pointer that the caller passes in `a0`.
pub(crate) fn returns_by_reference(types: &Types, ty: TypeId) -> bool {
    returned(types, ty).is_reference
}

/// Whether a type is a struct or union.
pub(crate) fn is_record(types: &Types, ty: TypeId) -> bool {
    matches!(types.get(ty), Type::Record(_))
}

/// Whether values of that type do not fit one register, and so stay in memory while they are
/// computed: structs, unions, complex numbers, `long double` and integers of 128 bits.
pub(crate) fn is_in_memory(types: &Types, ty: TypeId) -> bool {
    match types.get(ty) {
        Type::Record(_) | Type::Complex(_) => true,
        Type::Basic(basic) => {
            matches!(basic, Basic::LongDouble | Basic::Int128 | Basic::UnsignedInt128)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontend::types::QualType;

    fn places(passing: &Passing) -> Vec<Slot> {
        passing.parts.iter().map(|part| part.place).collect()
    }

    #[test]
    fn slots_are_given_in_order() {
        let mut types = Types::new();
        let int = Types::basic(Basic::Int);
        let pair = Types::basic(Basic::LongDouble);
        let large = types.array(QualType::from(Types::basic(Basic::Long)), Some(3));
        let mut assigner = Assigner::new(&types, large);
        let first = assigner.assign(int, false);
        assert_eq!(places(&first), [Slot::Register(Reg::A1)], "the result's address comes first");
        let passing = assigner.assign(large, false);
        assert_eq!((places(&passing), passing.is_reference), (vec![Slot::Register(Reg::A2)], true));
        for _ in 0..4 {
            assigner.assign(int, false);
        }
        let split = assigner.assign(pair, false);
        assert_eq!(places(&split), [Slot::Register(Reg::A7), Slot::Stack(0)]);
        assert_eq!(assigner.stack_size(), 8);
        assert_eq!(places(&assigner.assign(pair, false)), [Slot::Stack(16), Slot::Stack(24)]);
    }

    #[test]
    fn floating_values_have_their_own_registers_while_there_are_some() {
        let mut types = Types::new();
        let double = Types::basic(Basic::Double);
        let two = types.array(QualType::from(double), Some(2));
        let three = types.array(QualType::from(Types::basic(Basic::Float)), Some(3));
        let mut assigner = Assigner::new(&types, Types::VOID);
        let passing = assigner.assign(two, false);
        assert_eq!(places(&passing), [Slot::Floating(Reg::FA0), Slot::Floating(Reg::FA1)]);
        assert!(passing.is_by_member());
        assert_eq!(places(&assigner.assign(double, true)), [Slot::Register(Reg::A0)]);
        assert_eq!(assigner.assign(three, false).parts.len(), 2, "as words");
        for _ in 0..5 {
            assigner.assign(double, false);
        }
        let words = assigner.assign(two, false);
        assert_eq!(places(&words), [Slot::Register(Reg::A3), Slot::Register(Reg::A4)]);
        assert_eq!(places(&assigner.assign(double, false)), [Slot::Floating(Reg::FA7)]);
        let last = assigner.assign(double, false);
        assert_eq!(places(&last), [Slot::Register(Reg::A5)]);
        assert_eq!(last.parts[0].size, 8);
        let mut assigner = Assigner::new(&types, Types::VOID);
        for _ in 0..9 {
            assigner.assign(Types::basic(Basic::Int), false);
        }
        assert_eq!(places(&assigner.assign(double, false)), [Slot::Floating(Reg::FA0)]);
    }
}
