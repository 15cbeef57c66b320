//! Variable arguments (C17 7.16): a `va_list` is a pointer to the next argument (RISC-V psABI
//! "Variadic argument handling").

use frontend::tree::Expr;
use frontend::types::TypeId;
use riscv::{Insn, Op};

use crate::floating::file;
use crate::function::FunctionGenerator;
use crate::memory;
use crate::place::{Base, Place};
use crate::registers::Temp;

impl<'a> FunctionGenerator<'_, 'a> {
    /// `va_start(list)`: the list begins at the first variable argument (C17 7.16.1.4).
    pub(crate) fn start_variable_arguments(&mut self, list: &'a Expr) -> Option<Temp> {
        let place = self.place(list);
        let value = self.temp();
        let target = self.reg(&value);
        self.frame_address(target, self.variable_arguments);
        self.store(&place, &value, (list.ty.id, list.span));
        self.free(value);
        self.free_place(place);
        None
    }

    pub(crate) fn copy_variable_arguments(&mut self, to: &'a Expr, from: &'a Expr) -> Option<Temp> {
        self.assign(to, from, false)
    }

    /// The address of the next variable argument; the list goes on to the one after it (C17
    /// 7.16.1.1; RISC-V psABI "Variadic argument handling").
    fn next_variable_argument(&mut self, list: &'a Expr, ty: TypeId) -> Temp {
        let lvalue = (list.ty.id, list.span);
        let (size, align) = self.types().layout(ty).unwrap_or((8, 8));
        let step = match size {
            // GNU C: a struct without members takes no place.
            0 => 0,
            9..=16 => 16,
            _ => 8,
        };
        let place = self.place(list);
        let place = self.pin(place);
        let mut current = self.load_kept(&place, lvalue);
        if align > 8 && size <= 16 {
            current = self.unary(current, |target, it| Insn::i(Op::Addi, target, it, 15));
            current = self.unary(current, |target, it| Insn::i(Op::Andi, target, it, -16));
        }
        let next = self.temp();
        let (from, target) = (self.reg(&current), self.reg(&next));
        self.emit(Insn::i(Op::Addi, target, from, step));
        self.store(&place, &next, lvalue);
        self.free(next);
        self.free_place(place);
        current
    }

    /// `va_arg(list, type)` of a scalar type.
    pub(crate) fn variable_scalar(&mut self, list: &'a Expr, expr: &Expr) -> Temp {
        let basic = self.scalar(expr.ty.id);
        let at = self.next_variable_argument(list, expr.ty.id);
        self.unary_in(file(basic), at, |target, it| Insn::i(memory::load_op(basic), target, it, 0))
    }

    /// `va_arg(list, type)` of a type whose values are in memory: in the row of arguments, or where the caller's copy
    /// is.
    pub(crate) fn variable_in_memory(&mut self, list: &'a Expr, expr: &Expr) -> Place {
        let mut temp = self.next_variable_argument(list, expr.ty.id);
        if self.types().size(expr.ty.id) > 16 {
            temp = self.unary(temp, |target, it| Insn::i(Op::Ld, target, it, 0));
        }
        Place::whole(Base::Computed { temp, is_indirect: false })
    }
}
