//! Calls (C17 6.5.2.2; RISC-V psABI "Integer Calling Convention").
//!
//! Arguments are evaluated from left to right. One goes to its register or stack slot at once,
//! unless an argument after it contains a call, which would overwrite it: then it waits in a
//! temporary.

use frontend::tree::{Expr, ExprKind};
use frontend::types::{FunctionType, TypeId, Types};
use image::access::Event;
use image::object::{RelocationKind, SymbolId};
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::abi::{self, Assigner, Passing, Slot};
use crate::aggregate::read_of;
use crate::function::FunctionGenerator;
use crate::intrinsic::{self, Intrinsic};
use crate::messages;
use crate::place::{Base, Place};
use crate::registers::Temp;

/// Whom a call goes to.
enum Callee {
    Symbol(SymbolId),
    Pointer(Temp),
}

/// An argument register or stack slot, by its number, and its value.
type Waiting = (usize, Temp);

impl<'a> FunctionGenerator<'_, 'a> {
    /// A call of a function that returns a scalar or nothing.
    pub(crate) fn call_for_value(&mut self, expr: &'a Expr, is_wanted: bool) -> Option<Temp> {
        let ExprKind::Call { callee, function, arguments } = &expr.kind else { return None };
        if let Some(intrinsic) = self.intrinsic(callee, arguments.len()) {
            return Some(self.call_intrinsic(intrinsic, arguments, expr));
        }
        let result = function.result.id;
        if abi::is_record(self.types(), result) {
            let place = self.call_for_struct(expr);
            self.free_place(place);
            return None;
        }
        self.transfer(callee, function, arguments, None, expr.span);
        if result == Types::VOID {
            return None;
        }
        self.scalar(result, expr.span);
        is_wanted.then(|| self.result(Reg::A0))
    }

    /// A call of a function that returns a struct; gives the temporary object that holds it.
    pub(crate) fn call_for_struct(&mut self, expr: &'a Expr) -> Place {
        let ExprKind::Call { callee, function, arguments } = &expr.kind else {
            return self.place(expr);
        };
        let result = function.result.id;
        self.check_passing(result, expr.span);
        let (size, align) = self.types().layout(result).unwrap_or((8, 8));
        if abi::returns_by_reference(self.types(), result) {
            let home = self.frame.allocate(size, align);
            self.transfer(callee, function, arguments, Some(home), expr.span);
            return Place::whole(Base::Frame(home));
        }
        let home = self.frame.allocate(16, 8);
        self.transfer(callee, function, arguments, None, expr.span);
        self.frame_access(Op::Sd, Reg::A0, home);
        if size > 8 {
            self.frame_access(Op::Sd, Reg::A1, home + 8);
        }
        Place::whole(Base::Frame(home))
    }

    /// What a call or system call left in a register.
    pub(crate) fn result(&mut self, register: Reg) -> Temp {
        let temp = self.temp();
        let target = self.reg(&temp);
        self.emit(Insn::i(Op::Addi, target, register, 0));
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
        for (number, value) in waiting {
            self.pass(number, value);
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
        let last_call = arguments.iter().rposition(contains_call);
        let mut waiting = vec![];
        for (index, (argument, passing)) in arguments.iter().zip(passings).enumerate() {
            let values = self.argument(argument, passing);
            for (number, value) in (passing.first..).zip(values) {
                if last_call.is_some_and(|last| index < last) {
                    waiting.push((number, value));
                } else {
                    self.pass(number, value);
                }
            }
        }
        waiting
    }

    /// The values of an argument's slots.
    fn argument(&mut self, argument: &'a Expr, passing: Passing) -> Vec<Temp> {
        if !abi::is_record(self.types(), argument.ty.id) {
            return vec![self.value(argument)];
        }
        self.check_passing(argument.ty.id, argument.span);
        let (size, align) = self.types().layout(argument.ty.id).unwrap_or((8, 8));
        if passing.is_reference {
            let home = self.frame.allocate(size, align);
            self.copy_into(argument, &Place::whole(Base::Frame(home)), None);
            let temp = self.temp();
            let target = self.reg(&temp);
            self.frame_address(target, home);
            return vec![temp];
        }
        self.struct_words(argument, passing.count)
    }

    /// A struct of at most 16 bytes in registers.
    pub(crate) fn struct_words(&mut self, expr: &'a Expr, count: usize) -> Vec<Temp> {
        let (size, align) = self.types().layout(expr.ty.id).unwrap_or((8, 8));
        let mut place = self.struct_value(expr);
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

    /// The first `count` registers' worth of a place.
    fn words(
        &mut self,
        place: &Place,
        count: usize,
        read: Option<crate::memory::Lvalue>,
    ) -> Vec<Temp> {
        let span = read.map_or(self.function.span, |lvalue| lvalue.1);
        let address = self.resolve(place, 8 * count as u64, span);
        let event = read.map(|lvalue| Event::Read(self.access(&address, lvalue, None)));
        let mut words = vec![];
        for index in 0..count {
            let temp = self.temp();
            let target = self.reg(&temp);
            let offset = address.offset + 8 * index as i32;
            let item = self.emit(Insn::i(Op::Ld, target, address.base, offset));
            if let (0, Some(event)) = (index, event) {
                self.rows.event(item, event, span);
            }
            words.push(temp);
        }
        self.free_address(address);
        words
    }

    /// Puts a value into its slot.
    pub(crate) fn pass(&mut self, number: usize, value: Temp) {
        match abi::slot(number) {
            Slot::Register(target) => self.move_out(value, target),
            Slot::Stack(offset) => {
                let source = self.reg(&value);
                self.free(value);
                self.emit(Insn::s(Op::Sd, source, Reg::SP, offset));
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

    /// Small structs with floating members travel in floating registers, which is not there yet.
    pub(crate) fn check_passing(&mut self, ty: TypeId, span: Span) {
        if self.types().size(ty) <= 16 && abi::has_floating(self.types(), ty) {
            self.unit.report(messages::floating(span));
        }
    }
}

/// Whether evaluating an expression may overwrite argument registers.
fn contains_call(expr: &Expr) -> bool {
    use ExprKind as E;
    match &expr.kind {
        E::Call { .. } | E::Statement(..) => true,
        E::Builtin(_, operands) => !operands.is_empty(),
        E::Atomic(_, operands) => operands.iter().any(contains_call),
        E::LabelAddress(..) => false,
        E::Integer(_) | E::Floating(_) | E::Local(_) | E::Global(_) => false,
        E::String(_) | E::Function(_) => false,
        E::CompoundLiteral { initializer, .. } => {
            initializer.iter().any(|store| contains_call(&store.value))
        }
        E::Dereference(it) | E::Member(it, _) | E::Load(it) | E::ArrayDecay(it) => {
            contains_call(it)
        }
        E::FunctionDecay(it) | E::AddressOf(it) | E::Convert(it, _) => contains_call(it),
        E::Negate(it) | E::BitNot(it) | E::LogicalNot(it) => contains_call(it),
        E::VaStart(it) | E::VaArg(it) | E::VaEnd(it) => contains_call(it),
        E::Arithmetic(_, left, right) | E::Compare(_, left, right) => {
            contains_call(left) || contains_call(right)
        }
        E::PointerAdd { pointer: left, index: right, .. }
        | E::PointerDifference { left, right, .. }
        | E::AssignArithmetic { target: left, value: right, .. }
        | E::AssignPointer { target: left, index: right, .. }
        | E::LogicalAnd(left, right)
        | E::LogicalOr(left, right)
        | E::OrElse(left, right)
        | E::Comma(left, right)
        | E::Assign(left, right)
        | E::VaCopy(left, right) => contains_call(left) || contains_call(right),
        E::Conditional(condition, then, otherwise) => {
            contains_call(condition) || contains_call(then) || contains_call(otherwise)
        }
    }
}
