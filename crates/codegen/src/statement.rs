//! Statements (C17 6.8): steps, jumps and the lifetime of the objects of blocks.

use frontend::tree::{
    Block, Body, CaseRange, Expr, InitStore, LabelId, LocalId, Statement, StatementKind,
};
use frontend::types::{Basic, Types};
use image::access::Event;
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::abi;
use crate::function::FunctionGenerator;
use crate::labels::{Code, Item, Label};
use crate::place::{Base, Place};
use crate::rows::object_index;

/// Where jumps go.
pub(crate) struct Jumps {
    /// The function's labels.
    labels: Vec<Label>,
    /// The item at which the last one was bound.
    last_bound: Option<u32>,
    /// What `break` leaves, innermost last.
    breaks: Vec<Label>,
    /// Where `continue` goes, innermost last.
    continues: Vec<Label>,
    /// The switch statements that are open, innermost last.
    switches: Vec<Switch>,
}

struct Switch {
    cases: Vec<Label>,
    default: Label,
}

impl Jumps {
    /// The labels of a function, not bound yet.
    pub(crate) fn new(code: &mut Code, count: usize) -> Jumps {
        let labels = (0..count).map(|_| code.label()).collect();
        Jumps { labels, last_bound: None, breaks: vec![], continues: vec![], switches: vec![] }
    }
}

impl<'a> FunctionGenerator<'_, 'a> {
    /// Statements in a row.
    pub(crate) fn statements(&mut self, statements: &'a [Statement]) {
        for statement in statements {
            self.statement(statement);
            self.flush_statement();
        }
    }

    /// A statement that left no instruction gets one to carry its row.
    pub(crate) fn flush_statement(&mut self) {
        if self.rows.is_statement_pending() {
            self.emit(Insn::nop());
        }
    }

    fn statement(&mut self, statement: &'a Statement) {
        let span = statement.span;
        match &statement.kind {
            StatementKind::Declare { local, initializer, zero_first } => {
                self.rows.begin_statement(span);
                self.declare(*local, initializer.as_deref(), *zero_first);
            }
            StatementKind::Expr(expr) => {
                self.rows.begin_statement(span);
                self.discard(expr);
            }
            StatementKind::Block(block) => self.block(block),
            StatementKind::Label(id) => {
                let label = self.jumps.labels[id.0 as usize];
                self.join(label);
                self.jumps.last_bound = Some(self.code.position());
            }
            StatementKind::If { condition, then, otherwise } => {
                self.if_else(condition, then, otherwise.as_ref());
            }
            StatementKind::Loop { condition, tests_after, step, body } => {
                self.iterate(condition.as_ref(), *tests_after, step.as_ref(), body, span);
            }
            StatementKind::Switch { controlling, body, cases, has_default } => {
                self.switch(controlling, body, cases, *has_default);
            }
            StatementKind::Case(index) => {
                let case = self.jumps.switches.last().and_then(|it| it.cases.get(*index).copied());
                if let Some(label) = case {
                    self.join(label);
                }
            }
            StatementKind::Default => {
                if let Some(label) = self.jumps.switches.last().map(|it| it.default) {
                    self.join(label);
                }
            }
            StatementKind::GotoComputed(target) => {
                self.rows.begin_statement(span);
                self.computed_goto(target);
            }
            StatementKind::Goto(id) => self.jump(span, Some(self.jumps.labels[id.0 as usize])),
            StatementKind::Break => self.jump(span, self.jumps.breaks.last().copied()),
            StatementKind::Continue => self.jump(span, self.jumps.continues.last().copied()),
            StatementKind::Return(value) => self.return_statement(statement, value.as_ref()),
            StatementKind::Empty => self.rows.begin_statement(span),
        }
    }

    fn jump(&mut self, span: Span, target: Option<Label>) {
        self.rows.begin_statement(span);
        if let Some(target) = target {
            self.push(Item::Jump(target));
        }
    }

    /// A block: its objects are alive exactly in its code (C17 6.2.4p6).
    ///
    /// A `goto` from within the block to a label just before it ends their lifetime and begins
    /// another: it must meet an instruction outside.
    fn block(&mut self, block: &'a Block) {
        if block.locals.is_empty() {
            self.statements(&block.statements);
            return;
        }
        self.separate_block();
        self.rows.enter(self.code.position(), &block.locals);
        self.statements(&block.statements);
        self.rows.leave(self.code.position());
    }

    /// Puts an instruction between a label and a block that begins there.
    pub(crate) fn separate_block(&mut self) {
        if self.jumps.last_bound == Some(self.code.position()) {
            self.emit(Insn::nop());
        }
    }

    /// The function's labels, with the items before which they stand.
    pub(crate) fn label_items(&self) -> Vec<(LabelId, u32)> {
        let labels = self.jumps.labels.iter().enumerate();
        let item = |label: &Label| self.code.bound(*label);
        labels.filter_map(|(index, label)| Some((LabelId(index as u32), item(label)?))).collect()
    }

    /// A declaration is reached (C17 6.8p3, 6.2.4p6).
    fn declare(&mut self, local: LocalId, initializer: Option<&'a [InitStore]>, zero_first: bool) {
        let span = self.local(local).span;
        match initializer {
            Some(stores) => self.initialize(local, stores, zero_first, span),
            None => self.nop_row(Event::Declare { object: object_index(local) }, span),
        }
    }

    /// A controlling expression is a step of its own.
    fn condition(&mut self, condition: &'a Expr, target: Label, when: bool) {
        self.rows.begin_statement(condition.span);
        self.branch(condition, target, when);
        self.flush_statement();
    }

    /// `if` (C17 6.8.4.1).
    fn if_else(&mut self, condition: &'a Expr, then: &'a Block, otherwise: Option<&'a Block>) {
        let on_false = self.code.label();
        self.condition(condition, on_false, false);
        self.block(then);
        let Some(otherwise) = otherwise else {
            self.join(on_false);
            return;
        };
        let end = self.code.label();
        self.push(Item::Jump(end));
        self.join(on_false);
        self.block(otherwise);
        self.join(end);
    }

    /// `while`, `do` and `for` (C17 6.8.5):
    ///
    /// ```text
    ///             j test          (not for `do`)
    ///   top:      body
    ///   continue: step
    ///   test:     branch to top when the condition holds
    /// ```
    ///
    /// The way back passes through the test or a jump, which lie outside the body: each iteration's
    /// objects are new.
    fn iterate(
        &mut self,
        condition: Option<&'a Expr>,
        tests_after: bool,
        step: Option<&'a Expr>,
        body: &'a Block,
        span: Span,
    ) {
        let [top, next, test, end] = [(); 4].map(|()| self.code.label());
        if !tests_after && condition.is_some() {
            self.rows.line(self.code.position(), span);
            self.push(Item::Jump(test));
        }
        self.join(top);
        let start = self.code.position();
        self.jumps.breaks.push(end);
        self.jumps.continues.push(next);
        self.block(body);
        self.jumps.breaks.pop();
        self.jumps.continues.pop();
        self.join(next);
        if let Some(step) = step {
            self.rows.begin_statement(step.span);
            self.discard(step);
            self.flush_statement();
        }
        self.join(test);
        match condition {
            Some(condition) => self.condition(condition, top, true),
            None => {
                // A loop of nothing is a step each time round.
                if self.code.position() == start {
                    self.rows.begin_statement(span);
                }
                self.push(Item::Jump(top));
            }
        }
        self.join(end);
    }

    /// `switch` (C17 6.8.4.2): the value is compared with each case in turn.
    fn switch(
        &mut self,
        controlling: &'a Expr,
        body: &'a Block,
        cases: &[CaseRange],
        has_default: bool,
    ) {
        let labels: Vec<Label> = cases.iter().map(|_| self.code.label()).collect();
        let (default, end) = (self.code.label(), self.code.label());
        self.rows.begin_statement(controlling.span);
        self.dispatch(controlling, cases, &labels);
        self.push(Item::Jump(if has_default { default } else { end }));
        self.jumps.breaks.push(end);
        self.jumps.switches.push(Switch { cases: labels, default });
        self.block(body);
        self.jumps.breaks.pop();
        self.jumps.switches.pop();
        self.join(end);
    }

    fn dispatch(&mut self, controlling: &'a Expr, cases: &[CaseRange], labels: &[Label]) {
        let basic = self.scalar(controlling.ty.id);
        if basic.is_int128() {
            return self.dispatch_int128(controlling, cases, labels, basic);
        }
        let value = self.value(controlling);
        let left = self.reg(&value);
        for (case, &target) in cases.iter().zip(labels) {
            let [low, high] =
                [case.low, case.high].map(|it| crate::convert::represent(it as i64, basic));
            if low == high {
                let right = self.constant_operand(low);
                self.push(Item::Branch { op: Op::Beq, left, right, target });
                continue;
            }
            let (less, not_less) =
                if basic.is_signed() { (Op::Blt, Op::Bge) } else { (Op::Bltu, Op::Bgeu) };
            let skip = self.code.label();
            let right = self.constant_operand(low);
            self.push(Item::Branch { op: less, left, right, target: skip });
            let right = self.constant_operand(high);
            self.push(Item::Branch { op: not_less, left: right, right: left, target });
            self.code.bind(skip);
        }
        self.free(value);
    }

    /// The same of a value of two registers. They stay where they are between the cases.
    fn dispatch_int128(
        &mut self,
        controlling: &'a Expr,
        cases: &[CaseRange],
        labels: &[Label],
        basic: Basic,
    ) {
        let value = self.pair(controlling);
        for (case, &target) in cases.iter().zip(labels) {
            let is_outside = self.is_outside(&value, case.low, case.high, basic);
            self.branch_on_truth(is_outside, target, false);
        }
        self.free_pair(value);
    }

    /// A register that holds a constant for the next instruction.
    fn constant_operand(&mut self, value: i64) -> Reg {
        if value == 0 {
            return Reg::ZERO;
        }
        let constant = self.immediate(value);
        let register = self.reg(&constant);
        self.free(constant);
        register
    }

    /// `return` (C17 6.8.6.4). The last statement of the function goes on to the epilogue by
    /// itself.
    fn return_statement(&mut self, statement: &'a Statement, value: Option<&'a Expr>) {
        self.rows.begin_statement(statement.span);
        if let Some(value) = value {
            self.return_value(value);
        }
        if !is_last(self.body, statement) {
            self.push(Item::Jump(self.exit));
        }
    }

    fn return_value(&mut self, value: &'a Expr) {
        if value.ty.id == Types::VOID {
            return self.discard(value);
        }
        let Some(slot) = self.result_pointer else {
            let passing = abi::returned(self.types(), value.ty.id);
            let parts = self.argument(value, &passing);
            return parts.into_iter().for_each(|(part, value)| self.pass(part, value));
        };
        let temp = self.temp();
        let target = self.reg(&temp);
        self.frame_access(Op::Ld, target, slot);
        let place = Place::whole(Base::Computed { temp, is_indirect: false });
        self.copy_into(value, &place, None);
        self.free_place(place);
        self.frame_access(Op::Ld, Reg::A0, slot);
    }
}

/// Whether a statement is the last of its function's outermost block.
fn is_last(body: &Body, statement: &Statement) -> bool {
    body.block.statements.last().is_some_and(|last| std::ptr::eq(last, statement))
}
