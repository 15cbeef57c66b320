//! Functions that are one instruction where they are called: how the library asks the system, and
//! how its allocator says what it does. `libc/src/internal/machine.h` declares them.

use frontend::tree::Expr;
use image::access::Event;
use riscv::{Insn, Kind, Op, Reg};

use crate::function::FunctionGenerator;
use crate::registers::Temp;

/// What stands in place of a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Intrinsic {
    SystemCall,
    Born,
    Resized,
    Died,
}

/// Each by its name, with the number of arguments that it takes.
const INTRINSICS: [(&str, usize, Intrinsic); 4] = [
    ("__cutaway_syscall", 7, Intrinsic::SystemCall),
    ("__cutaway_born", 2, Intrinsic::Born),
    ("__cutaway_resized", 2, Intrinsic::Resized),
    ("__cutaway_died", 1, Intrinsic::Died),
];

/// Where a system call's number and arguments go, in the order of the C function's parameters.
const SYSTEM_CALL_REGISTERS: [Reg; 7] =
    [Reg::A7, Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5];

/// The intrinsic of that name and number of arguments.
pub(crate) fn find(name: &str, count: usize) -> Option<Intrinsic> {
    let row = INTRINSICS.iter().find(|row| row.0 == name && row.1 == count)?;
    Some(row.2)
}

/// Whether a function of that name is an intrinsic.
pub(crate) fn is_intrinsic(name: &str) -> bool {
    INTRINSICS.iter().any(|row| row.0 == name)
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// Evaluates the arguments and does what the intrinsic stands for.
    pub(crate) fn call_intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        arguments: &'a [Expr],
        expr: &Expr,
    ) -> Temp {
        let mut values: Vec<Temp> = arguments.iter().map(|argument| self.value(argument)).collect();
        if intrinsic == Intrinsic::SystemCall {
            return self.system_call(values);
        }
        let registers: Vec<Reg> = values.iter().map(|value| self.reg(value)).collect();
        let (pointer, size) = (registers[0], registers.last().copied().unwrap_or(Reg::ZERO));
        let event = match intrinsic {
            Intrinsic::Born => Event::Born { pointer, size },
            Intrinsic::Resized => Event::Resized { pointer, size },
            Intrinsic::Died | Intrinsic::SystemCall => Event::Died { pointer },
        };
        self.nop_row(event, expr.span);
        let result = values.swap_remove(0);
        for value in values {
            self.free(value);
        }
        result
    }

    fn system_call(&mut self, values: Vec<Temp>) -> Temp {
        for (value, target) in values.into_iter().zip(SYSTEM_CALL_REGISTERS) {
            self.move_out(value, target);
        }
        self.emit(Insn::system(Op::Ecall));
        self.result(Kind::Integer, Reg::A0)
    }
}
