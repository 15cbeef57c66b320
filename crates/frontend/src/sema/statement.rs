//! Statements (C17 6.8).

use source::Span;

use crate::ast::{self, BlockItem, Identifier};
use crate::tree::{Block, Expr, ExprKind, LocalId, Statement, StatementKind};
use crate::types::Types;

use super::body::Jump;
use super::classify::Classify;
use super::convert::Purpose;
use super::flow::{is_comparison, is_useless};
use super::{NESTING_MAX, Sema, messages, node};

impl Sema<'_> {
    /// Opens a block: its objects are collected until it is closed.
    pub(super) fn open_block(&mut self) {
        if let Some(body) = &mut self.body {
            body.blocks.push(vec![]);
        }
    }

    /// Closes the innermost block and gives its objects.
    pub(super) fn close_block(&mut self) -> Vec<LocalId> {
        if let Some(body) = &mut self.body {
            body.close_labels();
        }
        self.body.as_mut().and_then(|body| body.blocks.pop()).unwrap_or_default()
    }

    /// What `fill` makes, as a block with a scope of its own (C17 6.8p3).
    pub(super) fn block(&mut self, fill: impl FnOnce(&mut Self, &mut Vec<Statement>)) -> Block {
        self.scopes.push();
        self.open_block();
        let mut statements = vec![];
        let (depth, cleanup_depth) = (self.variable_depth(), self.cleanup_depth());
        fill(self, &mut statements);
        if let Some(span) = statements.last().map(|last| last.span) {
            self.end_cleanups(cleanup_depth, span, &mut statements);
        }
        if let Some(last) = statements.last().filter(|last| !is_jump(&last.kind)) {
            self.cut(depth, last.span, &mut statements);
        }
        if let Some(body) = &mut self.body {
            body.variable_scope.truncate(depth);
        }
        let locals = self.close_block();
        self.scopes.pop();
        Block { locals, statements }
    }

    /// How many variable length arrays exist here.
    fn variable_depth(&self) -> usize {
        self.body.as_ref().map_or(0, |body| body.variable_scope.len())
    }

    /// The items of a compound statement (C17 6.8.2).
    pub(super) fn block_items(&mut self, items: &[BlockItem], out: &mut Vec<Statement>) {
        for item in items {
            self.block_item(item, out);
        }
    }

    fn block_item(&mut self, item: &BlockItem, out: &mut Vec<Statement>) {
        match item {
            BlockItem::Declaration(declaration) => self.block_declaration(declaration, out),
            BlockItem::Statement(statement) => self.statement(statement, out),
            BlockItem::LocalLabels(labels) => self.local_labels(labels),
        }
    }

    /// A statement; labels come out as statements before the one that they label.
    pub(super) fn statement(&mut self, statement: &ast::Statement, out: &mut Vec<Statement>) {
        if self.depth >= NESTING_MAX {
            return self.report(messages::nested_too_deep(statement.span));
        }
        self.depth += 1;
        if let Some(kind) = self.statement_kind(statement, out) {
            out.push(Statement { kind, span: statement.span });
        }
        self.depth -= 1;
    }

    fn statement_kind(
        &mut self,
        statement: &ast::Statement,
        out: &mut Vec<Statement>,
    ) -> Option<StatementKind> {
        let span = statement.span;
        Some(match &statement.kind {
            ast::StatementKind::Label(name, labelled) => {
                self.label(*name, out);
                self.statement(labelled, out);
                return None;
            }
            ast::StatementKind::Case(value, last, labelled) => {
                self.case(value, last.as_deref(), span, out);
                self.statement(labelled, out);
                return None;
            }
            ast::StatementKind::Default(labelled) => {
                self.default(span, out);
                self.statement(labelled, out);
                return None;
            }
            ast::StatementKind::Compound(compound) => {
                StatementKind::Block(self.block(|sema, out| sema.block_items(&compound.items, out)))
            }
            ast::StatementKind::Expr(Some(expr)) => StatementKind::Expr(self.effects(expr)),
            ast::StatementKind::Expr(None) => StatementKind::Empty,
            ast::StatementKind::If(condition, then, otherwise) => self.scoped(span, |sema| {
                let condition = sema.condition(condition, "if");
                let then = sema.body_block(then);
                let otherwise = otherwise.as_ref().map(|otherwise| sema.body_block(otherwise));
                StatementKind::If { condition, then, otherwise }
            }),
            ast::StatementKind::Switch(controlling, body) => {
                self.scoped(span, |sema| sema.switch_statement(controlling, body))
            }
            ast::StatementKind::While(condition, body) => self.scoped(span, |sema| {
                let condition = Some(sema.condition(condition, "while"));
                let body = sema.loop_body(body);
                StatementKind::Loop { condition, tests_after: false, step: None, body }
            }),
            ast::StatementKind::DoWhile(body, condition) => self.scoped(span, |sema| {
                let body = sema.loop_body(body);
                let condition = Some(sema.condition(condition, "while"));
                StatementKind::Loop { condition, tests_after: true, step: None, body }
            }),
            ast::StatementKind::For { init, condition, step, body } => self.for_statement(
                init.as_deref(),
                condition.as_deref(),
                step.as_deref(),
                body,
                span,
            ),
            ast::StatementKind::Goto(name) => {
                self.clean_up_to_label(*name, span, out);
                self.leave_for_label(*name, span, out);
                self.goto(*name)
            }
            ast::StatementKind::GotoComputed(target) => {
                let value = self.value(target);
                let pointer = self.types.pointer(Types::VOID);
                StatementKind::GotoComputed(self.convert_for(value, pointer, &Purpose::Assign))
            }
            ast::StatementKind::Continue => {
                self.clean_up_to_jump(true, span, out);
                self.cut_to_jump(true, span, out);
                self.continue_statement(span)
            }
            ast::StatementKind::Break => {
                self.clean_up_to_jump(false, span, out);
                self.cut_to_jump(false, span, out);
                self.break_statement(span)
            }
            ast::StatementKind::Return(value) => self.return_statement(value.as_deref(), span),
            ast::StatementKind::Error => {
                if let Some(body) = &mut self.body {
                    body.is_incomplete = true;
                }
                return None;
            }
        })
    }

    /// A selection or iteration statement is a block itself (C17 6.8.4p3, 6.8.5p5); it becomes one where an
    /// object lives in it.
    fn scoped(
        &mut self,
        span: Span,
        make: impl FnOnce(&mut Self) -> StatementKind,
    ) -> StatementKind {
        let mut block = self.block(|sema, out| out.push(Statement { kind: make(sema), span }));
        match block.statements.pop() {
            Some(only) if block.locals.is_empty() => only.kind,
            Some(only) => {
                block.statements.push(only);
                StatementKind::Block(block)
            }
            None => StatementKind::Empty,
        }
    }

    /// The body of a selection or iteration statement, a block of its own; its items are not nested twice.
    fn body_block(&mut self, body: &ast::Statement) -> Block {
        self.block(|sema, out| match &body.kind {
            ast::StatementKind::Compound(compound) => sema.block_items(&compound.items, out),
            _ => sema.statement(body, out),
        })
    }

    fn loop_body(&mut self, body: &ast::Statement) -> Block {
        self.enter_jump(Jump::Loop);
        let block = self.body_block(body);
        self.leave_jump();
        block
    }

    /// The body of a switch.
    pub(super) fn switch_body(&mut self, body: &ast::Statement) -> Block {
        self.body_block(body)
    }

    /// Enters what `break` leaves.
    pub(super) fn enter_jump(&mut self, jump: Jump) {
        if let Some(body) = &mut self.body {
            body.jump_scopes.push(body.variable_scope.len());
            body.jump_cleanups.push(body.cleanups.len());
            body.jumps.push(jump);
        }
    }

    /// Leaves what `break` leaves.
    pub(super) fn leave_jump(&mut self) -> Option<Jump> {
        let body = self.body.as_mut()?;
        body.jump_scopes.pop();
        body.jump_cleanups.pop();
        body.jumps.pop()
    }

    /// `for` (C17 6.8.5.3): a block of the declaration or first expression, and the loop.
    fn for_statement(
        &mut self,
        init: Option<&BlockItem>,
        condition: Option<&ast::Expr>,
        step: Option<&ast::Expr>,
        body: &ast::Statement,
        span: Span,
    ) -> StatementKind {
        let mut block = self.block(|sema, out| {
            if let Some(init) = init {
                sema.block_item(init, out);
            }
            let condition = condition.map(|condition| sema.condition(condition, "for"));
            let step = step.map(|step| sema.effects(step));
            let body = sema.loop_body(body);
            let kind = StatementKind::Loop { condition, tests_after: false, step, body };
            out.push(Statement { kind, span });
        });
        match block.statements.pop() {
            Some(only) if block.locals.is_empty() && block.statements.is_empty() => only.kind,
            Some(last) => {
                block.statements.push(last);
                StatementKind::Block(block)
            }
            None => StatementKind::Empty,
        }
    }

    /// An expression statement (C17 6.8.3).
    fn effects(&mut self, expr: &ast::Expr) -> Expr {
        let value = self.value_or_void(expr);
        if is_useless(&value) {
            self.report(messages::unused_value(expr.span, is_comparison(&value)));
        }
        self.warn_unused_result(&value);
        value
    }

    /// A controlling expression: scalar (C17 6.8.4.1p1, 6.8.5p2).
    fn condition(&mut self, expr: &ast::Expr, of: &str) -> Expr {
        if let ast::ExprKind::Assign(None, _, right) = &expr.kind {
            self.report(messages::assignment_as_condition(expr.span, right.span));
        }
        let value = self.value(expr);
        self.truth(value, |spelled| messages::condition_not_scalar(expr.span, of, spelled))
    }

    /// A label (C17 6.8.1).
    pub(super) fn label(&mut self, name: Identifier, out: &mut Vec<Statement>) {
        let Some(body) = &mut self.body else { return };
        let state = body.label(name.name, name.span);
        let id = state.id;
        let was_defined = std::mem::replace(&mut body.defined_labels[id.0 as usize], true);
        let label = &mut body.labels[id.0 as usize];
        if was_defined {
            let first = label.span;
            let text = self.names.text(name.name);
            return self.report(messages::duplicate_label(name.span, text, first));
        }
        label.span = name.span;
        out.push(Statement { kind: StatementKind::Label(id), span: name.span });
        self.enter_label(name, out);
        self.enter_cleanup_label(name);
    }

    /// `goto` (C17 6.8.6.1).
    fn goto(&mut self, name: Identifier) -> StatementKind {
        let Some(body) = &mut self.body else { return StatementKind::Empty };
        let state = body.label(name.name, name.span);
        state.used.get_or_insert(name.span);
        StatementKind::Goto(state.id)
    }

    /// `__label__` (GNU C): labels that only this block sees.
    fn local_labels(&mut self, labels: &[Identifier]) {
        if let Some(body) = &mut self.body {
            labels.iter().for_each(|label| body.hide_label(label.name));
        }
    }

    /// `&&label` (GNU C).
    pub(super) fn label_address(&mut self, name: Identifier, span: Span) -> Expr {
        let Some(body) = &mut self.body else {
            return self.reject(messages::label_outside(span));
        };
        let function = body.function;
        let state = body.label(name.name, name.span);
        state.used.get_or_insert(name.span);
        let kind = ExprKind::LabelAddress(function, state.id);
        let pointer = self.types.pointer(Types::VOID);
        node(kind, pointer, span)
    }

    /// Every label that is used is defined (C17 6.8.6.1p1).
    pub(super) fn check_labels(&mut self) {
        let Some(body) = &self.body else { return };
        let text = |name| self.names.text(name);
        let labels = || body.labels.iter().zip(&body.defined_labels);
        let known: Vec<&str> =
            labels().filter(|label| *label.1).map(|label| text(label.0.name)).collect();
        let missing: Vec<_> = labels()
            .filter(|label| !label.1)
            .map(|(label, _)| {
                let name = text(label.name);
                let near = crate::near::nearest(name, known.iter().copied());
                messages::undeclared_label(label.span, name, near)
            })
            .collect();
        for diagnostic in missing {
            self.report(diagnostic);
        }
    }

    /// Before `break` and `continue`: cuts the stack to what it is outside the loop's body.
    fn cut_to_jump(&mut self, is_continue: bool, span: Span, out: &mut Vec<Statement>) {
        let Some(body) = &self.body else { return };
        let mut around = body.jumps.iter().zip(&body.jump_scopes).rev();
        let target = around.find(|(jump, _)| !is_continue || matches!(jump, Jump::Loop));
        if let Some((_, &depth)) = target {
            self.cut(depth, span, out);
        }
    }

    /// `continue` (C17 6.8.6.2p1).
    fn continue_statement(&mut self, span: Span) -> StatementKind {
        if !self.body.as_ref().is_some_and(|body| body.is_in_loop()) {
            self.report(messages::continue_outside(span));
        }
        StatementKind::Continue
    }

    /// `break` (C17 6.8.6.3p1).
    fn break_statement(&mut self, span: Span) -> StatementKind {
        if self.body.as_ref().is_none_or(|body| body.jumps.is_empty()) {
            self.report(messages::break_outside(span));
        }
        StatementKind::Break
    }

    /// `return` (C17 6.8.6.4).
    fn return_statement(&mut self, value: Option<&ast::Expr>, span: Span) -> StatementKind {
        let Some(body) = &self.body else { return StatementKind::Empty };
        let (result, function) = (body.result, body.function);
        let declared = self.functions[function.0 as usize].span;
        let name = self.text(self.functions[function.0 as usize].name).to_string();
        let Some(value) = value else {
            if !self.types.is_void(result.id) && !self.types.is_error(result.id) {
                let spelled = self.spell(result);
                let said = messages::return_without_value(span, &name, &spelled, declared);
                self.report(self.tolerated(said));
            }
            return self.clean_up_and_return(None, span);
        };
        if self.types.is_void(result.id) {
            let value = self.value_or_void(value);
            if !self.types.is_error(value.ty.id) {
                let said = messages::return_with_value(value.span, &name, declared);
                self.report(self.tolerated(said));
            }
            let value = self.is_implicit().then(|| self.convert(value, Types::VOID));
            return self.clean_up_and_return(value, span);
        }
        let value = self.value(value);
        self.warn_address_of_local(&value);
        let value = self.convert_for(value, result.id, &Purpose::Return { declared, name });
        self.clean_up_and_return(Some(value), span)
    }

    /// `return &local;`: the object dies with the function (C17 6.2.4p6).
    fn warn_address_of_local(&mut self, value: &Expr) {
        let (ExprKind::AddressOf(place) | ExprKind::ArrayDecay(place)) = &value.kind else {
            return;
        };
        let mut place = place;
        while let ExprKind::Member(inner, _) | ExprKind::Part(inner, _) = &place.kind {
            place = inner;
        }
        let (ExprKind::Local(id), Some(body)) = (&place.kind, &self.body) else { return };
        let local = body.local(*id);
        if let Some(name) = local.name {
            let diagnostic =
                messages::returned_address_of_local(value.span, self.text(name), local.span);
            self.report(diagnostic);
        }
    }
}

/// Whether nothing goes on behind a statement.
fn is_jump(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Goto(_)
            | StatementKind::GotoComputed(_)
            | StatementKind::Break
            | StatementKind::Continue
            | StatementKind::Return(_)
    )
}
