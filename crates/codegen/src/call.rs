//! Calls (C17 6.5.2.2; RISC-V psABI, the calling conventions).
//!
//! Arguments are evaluated from left to right. One goes to its register or stack slot at once,
//! unless an argument after it contains a call, which would overwrite it: then it waits in a
//! temporary.

use frontend::tree::{Expr, ExprKind};
use frontend::types::{FunctionType, Types};
use image::access::Event;
use image::object::{RelocationKind, SymbolId};
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::abi::{self, Assigner, Part, Passing, Slot};
use crate::aggregate::read_of;
use crate::floating::file;
use crate::function::FunctionGenerator;
use crate::intrinsic::{self, Intrinsic};
use crate::memory::{self, Lvalue};
use crate::place::{Base, Place};
use crate::registers::{Temp, move_between};

/// Whom a call goes to.
enum Callee {
    Symbol(SymbolId),
    Pointer(Temp),
}

/// A part of an argument or result, and its value.
pub(crate) type Waiting = (Part, Temp);

impl<'a> FunctionGenerator<'_, 'a> {
    /// A call of a function that returns a scalar or nothing.
    pub(crate) fn call_for_value(&mut self, expr: &'a Expr, is_wanted: bool) -> Option<Temp> {
        let ExprKind::Call { callee, function, arguments } = &expr.kind else { return None };
        if let Some(intrinsic) = self.intrinsic(callee, arguments.len()) {
            return Some(self.call_intrinsic(intrinsic, arguments, expr));
        }
        let result = function.result.id;
        if abi::is_in_memory(self.types(), result) {
            let place = self.call_in_memory(expr);
            self.free_place(place);
            return None;
        }
        self.transfer(callee, function, arguments, None, expr.span);
        if !is_wanted || result == Types::VOID {
            return None;
        }
        let file = file(self.scalar(result));
        Some(self.result(file, if file == Kind::Float { Reg::FA0 } else { Reg::A0 }))
    }

    /// A call of a function whose result is in memory; gives the temporary object that holds it.
    pub(crate) fn call_in_memory(&mut self, expr: &'a Expr) -> Place {
        let ExprKind::Call { callee, function, arguments } = &expr.kind else {
            return self.place(expr);
        };
        let result = function.result.id;
        let passing = abi::returned(self.types(), result);
        let (size, align) = self.types().layout(result).unwrap_or((8, 8));
        // Room for whole registers.
        let home = self.frame.allocate(size.next_multiple_of(8), align.max(8));
        let by_reference = passing.is_reference.then_some(home);
        self.transfer(callee, function, arguments, by_reference, expr.span);
        if !passing.is_reference {
            self.store_parts(&passing, home, size.next_multiple_of(8), align.max(8));
        }
        Place::whole(Base::Frame(home))
    }

    /// What a call or system call left in a register.
    pub(crate) fn result(&mut self, file: Kind, register: Reg) -> Temp {
        let temp = self.temp_in(file);
        let target = self.reg(&temp);
        self.emit(move_between(file, target, register));
        temp
    }

    fn intrinsic(&self, callee: &Expr, count: usize) -> Option<Intrinsic> {
        let ExprKind::Function(id) = &callee.kind else { return None };
        let function = &self.unit.tree.functions[id.0 as usize];
        intrinsic::find(self.unit.names.text(function.name), count)
    }

    /// Evaluates callee and arguments, and calls. `result_home` is where a result by reference
    /// goes.
    fn transfer(
        &mut self,
        callee: &'a Expr,
        function: &'a FunctionType,
        arguments: &'a [Expr],
        result_home: Option<i32>,
        span: Span,
    ) {
        let callee = match &callee.kind {
            ExprKind::Function(id) => Callee::Symbol(self.unit.symbols.function(*id, span)),
            _ => Callee::Pointer(self.value(callee)),
        };
        let waiting = self.arguments(function, arguments);
        for (part, value) in waiting {
            self.pass(part, value);
        }
        if let Some(home) = result_home {
            self.frame_address(Reg::A0, home);
        }
        self.jump_to(callee, span);
    }

    /// Evaluates the arguments; those that could not be passed yet come back.
    fn arguments(&mut self, function: &'a FunctionType, arguments: &'a [Expr]) -> Vec<Waiting> {
        let named = function.parameters.as_ref().map_or(usize::MAX, Vec::len);
        let mut assigner = Assigner::new(self.types(), function.result.id);
        let is_variable = |index| function.is_variadic && index >= named;
        let passings: Vec<Passing> = (arguments.iter().enumerate())
            .map(|(index, argument)| assigner.assign(argument.ty.id, is_variable(index)))
            .collect();
        self.frame.reserve_outgoing(assigner.stack_size());
        let last_call = arguments.iter().rposition(|argument| self.contains_call(argument));
        let mut waiting = vec![];
        for (index, (argument, passing)) in arguments.iter().zip(passings).enumerate() {
            for (part, value) in self.argument(argument, &passing) {
                if last_call.is_some_and(|last| index < last) {
                    waiting.push((part, value));
                } else {
                    self.pass(part, value);
                }
            }
        }
        waiting
    }

    /// The parts of an argument, or of a result, with their values.
    pub(crate) fn argument(&mut self, argument: &'a Expr, passing: &Passing) -> Vec<Waiting> {
        let values = if !abi::is_in_memory(self.types(), argument.ty.id) {
            vec![self.value(argument)]
        } else if passing.is_reference {
            vec![self.copy_for_callee(argument)]
        } else if passing.is_by_member() {
            self.members_of(argument, &passing.parts)
        } else if self.is_int128(argument.ty.id) {
            let value = self.pair(argument);
            vec![value.low, value.high]
        } else {
            self.words_of(argument, passing.parts.len())
        };
        passing.parts.iter().copied().zip(values).collect()
    }

    /// The address of a copy of an argument.
    fn copy_for_callee(&mut self, argument: &'a Expr) -> Temp {
        let (size, align) = self.types().layout(argument.ty.id).unwrap_or((8, 8));
        let home = self.frame.allocate(size, align);
        self.copy_into(argument, &Place::whole(Base::Frame(home)), None);
        let temp = self.temp();
        let target = self.reg(&temp);
        self.frame_address(target, home);
        temp
    }

    /// The members of a struct that travel in registers of their own.
    fn members_of(&mut self, expr: &'a Expr, parts: &[Part]) -> Vec<Temp> {
        let loads = parts.iter().map(|part| match part.place {
            Slot::Floating(_) => (Kind::Float, memory::float_load_op(part.size), part.offset),
            _ => (Kind::Integer, memory::copy_op(part.size), part.offset),
        });
        let place = self.value_in_memory(expr);
        let values = self.load_parts(&place, loads.collect(), read_of(expr));
        self.free_place(place);
        values
    }

    /// A value of at most 16 bytes in integer registers.
    fn words_of(&mut self, expr: &'a Expr, count: usize) -> Vec<Temp> {
        let (size, align) = self.types().layout(expr.ty.id).unwrap_or((8, 8));
        let mut place = self.value_in_memory(expr);
        let mut read = read_of(expr);
        if size % 8 != 0 || align < 8 {
            let whole = Place::whole(Base::Frame(self.frame.allocate(16, 8)));
            self.copy(&place, &whole, size, align, read.take(), None);
            self.free_place(place);
            place = whole;
        }
        let words = self.words(&place, count, read);
        self.free_place(place);
        words
    }

    /// The first `count` integer registers' worth of a place.
    pub(crate) fn words(&mut self, place: &Place, count: usize, read: Option<Lvalue>) -> Vec<Temp> {
        let loads = (0..count as u64).map(|index| (Kind::Integer, Op::Ld, 8 * index));
        self.load_parts(place, loads.collect(), read)
    }

    /// Parts of a place, each by its load and offset. `read` is the lvalue that the program reads.
    pub(crate) fn load_parts(
        &mut self,
        place: &Place,
        loads: Vec<(Kind, Op, u64)>,
        read: Option<Lvalue>,
    ) -> Vec<Temp> {
        let span = read.map_or(self.function.span, |lvalue| lvalue.1);
        let address = self.resolve(place, 16, span);
        let mut event = read.map(|lvalue| Event::Read(self.access(&address, lvalue, place.bits)));
        let mut parts = vec![];
        for (file, op, offset) in loads {
            let temp = self.temp_in(file);
            let target = self.reg(&temp);
            let offset = address.offset + offset as i32;
            let item = self.emit(Insn::i(op, target, address.base, offset));
            if let Some(event) = event.take() {
                self.rows.event(item, event, span);
            }
            parts.push(temp);
        }
        self.free_address(address);
        parts
    }

    /// Puts a part of an argument, or of a result, into its place.
    pub(crate) fn pass(&mut self, part: Part, value: Temp) {
        let file = self.file_of(&value);
        match part.place {
            Slot::Floating(target) => self.move_out(value, target),
            Slot::Register(target) if file == Kind::Integer => self.move_out(value, target),
            Slot::Register(target) => {
                let source = self.reg(&value);
                self.free(value);
                let op = if part.size == 4 { Op::FmvXW } else { Op::FmvXD };
                self.emit(Insn::i(op, target, source, 0));
            }
            Slot::Stack(offset) => {
                let source = self.reg(&value);
                self.free(value);
                let op = match file {
                    Kind::Integer => Op::Sd,
                    Kind::Float => memory::float_store_op(part.size),
                };
                self.emit(Insn::s(op, source, Reg::SP, offset));
            }
        }
    }

    fn jump_to(&mut self, callee: Callee, span: Span) {
        match callee {
            Callee::Symbol(symbol) => {
                self.spill_all();
                self.emit_fixup(Insn::u(Op::Auipc, Reg::RA, 0), RelocationKind::Call, symbol);
                self.emit_row(Insn::i(Op::Jalr, Reg::RA, Reg::RA, 0), Event::Call, span);
            }
            Callee::Pointer(pointer) => {
                let target = self.reg(&pointer);
                self.free(pointer);
                self.spill_all();
                self.emit_row(Insn::i(Op::Jalr, Reg::RA, target, 0), Event::Call, span);
            }
        }
    }
}
