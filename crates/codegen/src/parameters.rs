//! What a function does first: its parameters go to their homes.

use frontend::types::TypeId;
use riscv::{Op, Reg};

use crate::abi::{self, Assigner, Part, Passing, Slot};
use crate::frame::SAVE_AREA;
use crate::function::FunctionGenerator;
use crate::memory;

impl FunctionGenerator<'_, '_> {
    /// Stores the parameters into their homes.
    pub(crate) fn receive_parameters(&mut self) {
        let types = self.types();
        let mut assigner = Assigner::new(types, self.function.ty.result.id);
        if let Some(slot) = self.result_pointer {
            self.frame_access(Op::Sd, Reg::A0, slot);
        }
        let parameters = &self.body.locals[..self.body.parameter_count];
        let passings: Vec<Passing> =
            parameters.iter().map(|local| assigner.assign(local.ty.id, false)).collect();
        if self.function.ty.is_variadic {
            self.save_variable_arguments(&assigner);
        }
        for (index, passing) in passings.into_iter().enumerate() {
            self.receive(self.homes[index], parameters[index].ty.id, &passing);
        }
    }

    /// Saves the argument registers that no parameter takes just below the stack arguments, so that
    /// all variable arguments lie in one row (RISC-V psABI "Variadic argument handling").
    fn save_variable_arguments(&mut self, assigner: &Assigner<'_>) {
        let first = assigner.next();
        self.variable_arguments = SAVE_AREA + 8 * first as i32;
        for number in first..abi::REGISTER_SLOTS {
            if let Slot::Register(register) = abi::slot(number) {
                self.frame_access(Op::Sd, register, SAVE_AREA + 8 * number as i32);
            }
        }
    }

    /// Stores one parameter into its home.
    fn receive(&mut self, home: i32, ty: TypeId, passing: &Passing) {
        let (size, align) = self.types().layout(ty).unwrap_or((8, 8));
        match passing.parts.first() {
            Some(part) if passing.is_reference => {
                let register = self.incoming(part.place);
                self.copy_from_register(register, home, size, align);
            }
            _ => self.store_parts(passing, home, size, align),
        }
    }

    /// Stores the parts of a value that has just arrived into the frame, where it has `size` bytes.
    pub(crate) fn store_parts(&mut self, passing: &Passing, home: i32, size: u64, align: u64) {
        let is_aligned = |part: &Part| passing.is_by_member() || part.size <= align;
        let mut parts = passing.parts.iter();
        let is_whole = parts.all(|part| part.offset + part.size <= size && is_aligned(part));
        let target = if is_whole { home } else { self.frame.allocate(16, 8) };
        for part in &passing.parts {
            self.store_part(part, target);
        }
        if !is_whole {
            self.copy_in_frame(target, home, size, align);
        }
    }

    fn store_part(&mut self, part: &Part, home: i32) {
        let at = home + part.offset as i32;
        match part.place {
            Slot::Floating(register) => {
                self.frame_access(memory::float_store_op(part.size), register, at);
            }
            place => {
                let register = self.incoming(place);
                self.frame_access(memory::store_op(part.size), register, at);
            }
        }
    }

    /// The integer register that holds what the caller passed in a slot; no temporary is alive yet.
    fn incoming(&mut self, place: Slot) -> Reg {
        match place {
            Slot::Register(register) | Slot::Floating(register) => register,
            Slot::Stack(offset) => {
                self.frame_access(Op::Ld, Reg::T0, offset);
                Reg::T0
            }
        }
    }
}
