//! What GNU C adds to expressions and jumps: blocks as expressions, `?:` without a middle, addresses of labels, and memory
//! at the end of the stack, which variable length arrays (C17 6.7.6.2) need too.
//!
//! Memory at the end of the stack lies between the frame and the arguments of calls:
//!
//! ```text
//!   s0 ──▶ CFA        frame
//!          …
//!   CFA - size        ──────────────────────────────
//!                     allocated, downwards
//!   sp + outgoing ──▶ ──────────────────────────────
//!                     arguments of the functions called from here
//!   sp ─────────────▶
//! ```

use frontend::tree::{Block, Builtin, Expr, FunctionId, LabelId, LocalId};
use frontend::types::Types;
use image::access::Event;
use riscv::psabi::STACK_ALIGNMENT;
use riscv::{Insn, Kind, Op, Reg};
use source::Span;

use crate::floating::file;
use crate::function::FunctionGenerator;
use crate::immediate;
use crate::labels::{Item, SCRATCH};
use crate::place::{Base, Place};
use crate::registers::Temp;
use crate::rows::object_index;

/// What code says of the stack before the size of the arguments on it is known.
#[derive(Default)]
pub(crate) struct DynamicStack {
    /// Items that add the size of the stack arguments to a register: the register that gets the sum, and the other.
    above_arguments: Vec<(u32, Reg, Reg)>,
    /// Items that put the stack pointer below a register by that size.
    below: Vec<(u32, Reg)>,
    /// Items that put the stack pointer back to where it is in a frame that has grown by nothing.
    whole: Vec<u32>,
}

impl DynamicStack {
    /// Whether the stack pointer moves within the function.
    pub(crate) fn is_used(&self) -> bool {
        !(self.above_arguments.is_empty() && self.below.is_empty() && self.whole.is_empty())
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// `({ … })`: the statements, then the value, where one is wanted.
    pub(crate) fn statement_expression(
        &mut self,
        block: &'a Block,
        value: Option<&'a Expr>,
        is_wanted: bool,
    ) -> Option<Temp> {
        self.open_expression_block(block);
        let mut result = None;
        if let Some(value) = value {
            self.rows.begin_statement(value.span);
            if is_wanted && value.ty.id != Types::VOID {
                result = Some(self.value(value));
            } else {
                self.discard(value);
            }
        }
        self.flush_statement();
        self.rows.leave(self.code.position());
        result
    }

    /// The same of a struct: a copy of the value, which outlives the block.
    pub(crate) fn statement_struct(
        &mut self,
        block: &'a Block,
        value: &'a Expr,
        to: &Place,
        write: Option<crate::memory::Lvalue>,
    ) {
        self.open_expression_block(block);
        self.rows.begin_statement(value.span);
        self.copy_into(value, to, write);
        self.flush_statement();
        self.rows.leave(self.code.position());
    }

    fn open_expression_block(&mut self, block: &'a Block) {
        self.flush_statement();
        self.spill_all();
        self.separate_block();
        self.rows.enter(self.code.position(), &block.locals);
        self.statements(&block.statements);
    }

    /// `left ?: right`.
    pub(crate) fn or_else(&mut self, left: &'a Expr, right: &'a Expr) -> Temp {
        self.spill_all();
        let end = self.code.label();
        let basic = self.scalar(left.ty.id);
        let value = self.value(left);
        if basic.is_floating() {
            let copy = self.duplicate(&value);
            let is_zero = self.equals_zero(copy, basic);
            let left = self.reg(&is_zero);
            self.free(is_zero);
            self.leave_result(value);
            self.push(Item::Branch { op: Op::Beq, left, right: Reg::ZERO, target: end });
        } else {
            let left = self.leave_result(value);
            self.push(Item::Branch { op: Op::Bne, left, right: Reg::ZERO, target: end });
        }
        let value = self.value(right);
        self.leave_result(value);
        self.join(end);
        self.take_result(file(basic))
    }

    /// `&&label`. Nothing is known of the pointer: it reaches no object.
    pub(crate) fn label_address(
        &mut self,
        function: FunctionId,
        label: LabelId,
        span: Span,
    ) -> Temp {
        let symbol = self.unit.symbols.label(function, label, span);
        self.symbol_address(symbol, None)
    }

    /// `goto *address`.
    pub(crate) fn computed_goto(&mut self, target: &'a Expr) {
        let address = self.value(target);
        let register = self.reg(&address);
        self.free(address);
        self.emit(Insn::i(Op::Jalr, Reg::ZERO, register, 0));
    }

    /// An operation that has no operator.
    pub(crate) fn builtin(
        &mut self,
        builtin: Builtin,
        operands: &'a [Expr],
        span: Span,
    ) -> Option<Temp> {
        match builtin {
            Builtin::Trap => {
                self.emit(Insn::system(Op::Ebreak));
                None
            }
            Builtin::FrameAddress => Some(self.result(Kind::Integer, Reg::S0)),
            Builtin::ReturnAddress => {
                let temp = self.temp();
                let target = self.reg(&temp);
                self.frame_access(Op::Ld, target, self.frame.ra_offset);
                Some(temp)
            }
            Builtin::AllocateStack(array) => {
                operands.first().map(|size| self.allocate_stack(array, size, span))
            }
            Builtin::CutStack => {
                self.cut_stack(operands.first(), span);
                None
            }
            Builtin::SquareRoot => operands.first().map(|operand| self.square_root(operand)),
            Builtin::MultiplyAdd => self.multiply_add(operands),
            Builtin::ReadControl(field) => Some(self.read_control(field)),
            Builtin::WriteControl(field) => {
                operands.iter().for_each(|value| self.write_control(field, value));
                None
            }
        }
    }

    fn allocate_stack(&mut self, array: Option<LocalId>, size: &'a Expr, span: Span) -> Temp {
        let alignment = STACK_ALIGNMENT as i32;
        let size = self.value(size);
        let temp = self.temp();
        let (from, target) = (self.reg(&size), self.reg(&temp));
        self.emit(Insn::i(Op::Addi, target, from, alignment - 1));
        self.emit(Insn::i(Op::Andi, target, target, -alignment));
        self.emit(Insn::r(Op::Sub, Reg::SP, Reg::SP, target));
        let item = self.push(Item::Sequence(vec![]));
        self.dynamic.above_arguments.push((item, target, Reg::SP));
        let item = self.emit(Insn::i(Op::Addi, target, target, 0));
        let array = array.map(object_index);
        self.rows.event(item, Event::StackBorn { pointer: target, size: from, array }, span);
        self.free(size);
        temp
    }

    fn cut_stack(&mut self, array: Option<&'a Expr>, span: Span) {
        match array {
            Some(array) => {
                let pointer = self.value(array);
                let register = self.reg(&pointer);
                self.free(pointer);
                let item = self.push(Item::Sequence(vec![]));
                self.dynamic.below.push((item, register));
            }
            None => {
                let item = self.push(Item::Sequence(vec![]));
                self.dynamic.whole.push(item);
            }
        }
        let item = self.emit(Insn::i(Op::Addi, Reg::SP, Reg::SP, 0));
        self.rows.event(item, Event::StackCut, span);
    }

    /// Fills in what waited for the size of the stack arguments.
    pub(crate) fn fill_dynamic_stack(&mut self) {
        let outgoing = self.frame.outgoing();
        let size = i64::from(self.frame.size());
        let add = |target: Reg, base: Reg, value: i64| {
            if immediate::fits(value) {
                return vec![Insn::i(Op::Addi, target, base, value as i32)];
            }
            let mut insns = immediate::load(SCRATCH, value);
            insns.push(Insn::r(Op::Add, target, base, SCRATCH));
            insns
        };
        let dynamic = std::mem::take(&mut self.dynamic);
        for &(item, target, base) in &dynamic.above_arguments {
            self.code.fill(item, add(target, base, outgoing));
        }
        for &(item, base) in &dynamic.below {
            self.code.fill(item, add(Reg::SP, base, -outgoing));
        }
        for &item in &dynamic.whole {
            self.code.fill(item, add(Reg::SP, Reg::S0, -size));
        }
    }

    /// The place of the frame for a struct that a block makes.
    pub(crate) fn statement_struct_place(&mut self, block: &'a Block, value: &'a Expr) -> Place {
        let (size, align) = self.types().layout(value.ty.id).unwrap_or((8, 8));
        let place = Place::whole(Base::Frame(self.frame.allocate(size, align)));
        self.statement_struct(block, value, &place, None);
        place
    }
}
