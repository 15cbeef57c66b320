//! The attribute `cleanup(function)` of GNU C: the function is called with the object's address where the
//! object's lifetime ends: at the end of its block, and where a jump or `return` leaves that.
//!
//! **Rule**: GCC manual, "Common Variable Attributes". The last one that was declared comes first.

use source::Span;

use crate::ast::Identifier;
use crate::tree::{
    Block, Expr, ExprKind, FunctionId, InitStore, LocalId, Statement, StatementKind,
};
use crate::types::{Type, Types};

use super::body::Jump;
use super::classify::Classify;
use super::convert::Purpose;
use super::flow::may_complete;
use super::scope::Entity;
use super::specifiers::Specifiers;
use super::{Sema, messages, node};

/// An object that is to be cleaned up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Cleanup {
    local: LocalId,
    function: FunctionId,
}

impl Sema<'_> {
    /// An automatic object has been declared: notes what its attribute asks for.
    pub(super) fn note_cleanup(&mut self, specifiers: &Specifiers, name: Identifier) {
        let Some(wanted) = specifiers.traits.cleanup else { return };
        let entity = self.scopes.lookup(name.name).map(|binding| binding.entity);
        let Some(Entity::Local(local)) = entity else { return };
        let function = self.scopes.lookup(wanted.name).map(|binding| binding.entity);
        let Some(Entity::Function(function)) = function else {
            let text = self.names.text(wanted.name);
            return self.report(messages::cleanup_not_a_function(wanted.span, text));
        };
        let is_variable =
            self.body.as_ref().is_some_and(|body| body.variable_arrays.contains_key(&local));
        let parameters = self.functions[function.0 as usize].ty.parameters.as_deref();
        if is_variable || parameters.is_some_and(|parameters| parameters.len() != 1) {
            let text = self.names.text(wanted.name);
            return self.report(messages::bad_cleanup(wanted.span, text));
        }
        if let Some(body) = &mut self.body {
            body.cleanups.push(Cleanup { local, function });
        }
    }

    /// How many objects wait to be cleaned up here.
    pub(super) fn cleanup_depth(&self) -> usize {
        self.body.as_ref().map_or(0, |body| body.cleanups.len())
    }

    /// Where a block ends: cleans up what was declared in it, unless control never comes here.
    pub(super) fn end_cleanups(&mut self, depth: usize, span: Span, out: &mut Vec<Statement>) {
        if self.cleanup_depth() == depth {
            return;
        }
        if may_complete(out, &self.functions) {
            self.clean_up(depth, span, out);
        }
        if let Some(body) = &mut self.body {
            body.cleanups.truncate(depth);
        }
    }

    /// Calls for all but the first `depth` of the objects that wait.
    pub(super) fn clean_up(&mut self, depth: usize, span: Span, out: &mut Vec<Statement>) {
        let Some(body) = &self.body else { return };
        let ending: Vec<Cleanup> = body.cleanups.iter().skip(depth).rev().copied().collect();
        for cleanup in ending {
            let call = self.cleanup_call(cleanup, span);
            out.push(Statement { kind: StatementKind::Expr(call), span });
        }
    }

    fn cleanup_call(&mut self, cleanup: Cleanup, span: Span) -> Expr {
        let Cleanup { local, function } = cleanup;
        let object = self.body.as_ref().map_or(Types::ERROR.into(), |body| body.local(local).ty);
        let place = node(ExprKind::Local(local), object, span);
        self.take_address(&place);
        let pointer = self.types.pointer(object);
        let mut argument = node(ExprKind::AddressOf(Box::new(place)), pointer, span);
        let ty = self.functions[function.0 as usize].ty.clone();
        if let Some(&parameter) = ty.parameters.as_deref().and_then(<[_]>::first) {
            let purpose = Purpose::Argument { number: 1, function: Some(function) };
            argument = self.convert_for(argument, parameter, &purpose);
        }
        let result = ty.result.id;
        let designator = self.types.intern(Type::Function(ty.clone()));
        let callee = Box::new(node(ExprKind::Function(function), designator, span));
        node(ExprKind::Call { callee, function: ty, arguments: vec![argument] }, result, span)
    }

    /// Before `break` and `continue`.
    pub(super) fn clean_up_to_jump(
        &mut self,
        is_continue: bool,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let Some(body) = &self.body else { return };
        let mut around = body.jumps.iter().zip(&body.jump_cleanups).rev();
        let target = around.find(|(jump, _)| !is_continue || matches!(jump, Jump::Loop));
        if let Some((_, &depth)) = target {
            self.clean_up(depth, span, out);
        }
    }

    /// Before a `goto`: cleans up what its label is not in the scope of. Of a label that comes later
    /// nothing is known yet: then all of it is cleaned up in a block, of which
    /// [`Sema::settle_cleanups`] leaves what is right.
    pub(super) fn clean_up_to_label(
        &mut self,
        label: Identifier,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let Some(body) = &mut self.body else { return };
        let here = body.cleanups.clone();
        let state = body.label(label.name, label.span);
        match &state.cleanups {
            Some(there) => {
                let shared = here.iter().zip(there).take_while(|(a, b)| a == b).count();
                self.clean_up(shared, span, out);
            }
            None if here.is_empty() => {}
            None => {
                state.cleanup_uses.push((here, span));
                let mut statements = vec![];
                self.clean_up(0, span, &mut statements);
                let kind = StatementKind::Block(Block { locals: vec![], statements });
                out.push(Statement { kind, span });
            }
        }
    }

    /// A label is defined.
    pub(super) fn enter_cleanup_label(&mut self, label: Identifier) {
        let Some(body) = &mut self.body else { return };
        let there = body.cleanups.clone();
        let Some(state) = body.label_states.get_mut(&label.name) else { return };
        let uses = std::mem::take(&mut state.cleanup_uses);
        state.cleanups = Some(there.clone());
        for (here, span) in uses {
            let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
            body.cleanup_counts.push((span, here.len() - shared));
        }
    }

    /// At the end of a function: of what a `goto` to a later label cleans up, leaves that which the
    /// label is not in the scope of.
    pub(super) fn settle_cleanups(&mut self, statements: &mut [Statement]) {
        let counts = self.body.as_mut().map(|body| std::mem::take(&mut body.cleanup_counts));
        let counts = counts.unwrap_or_default();
        let mut open = vec![statements];
        while let Some(statements) = open.pop().filter(|_| !counts.is_empty()) {
            for index in 1..statements.len() {
                let is_goto = matches!(statements[index].kind, StatementKind::Goto(_));
                let before = &mut statements[index - 1];
                let count = counts.iter().find(|(span, _)| is_goto && *span == before.span);
                if let (Some(&(_, count)), StatementKind::Block(block)) = (count, &mut before.kind)
                {
                    block.statements.truncate(count);
                }
            }
            open.extend(statements.iter_mut().flat_map(inner));
        }
    }

    /// `return value;` where objects wait: the value is computed before they are cleaned up.
    pub(super) fn clean_up_and_return(&mut self, value: Option<Expr>, span: Span) -> StatementKind {
        if self.cleanup_depth() == 0 {
            return StatementKind::Return(value);
        }
        let (mut statements, mut locals, mut result) = (vec![], vec![], None);
        match value {
            Some(value) if self.types.is_void(value.ty.id) => {
                statements.push(Statement { kind: StatementKind::Expr(value), span });
            }
            Some(value) => {
                let (declared, local, place) = self.kept_value(value, span);
                statements.push(declared);
                locals = local;
                result = Some(place);
            }
            None => {}
        }
        self.clean_up(0, span, &mut statements);
        statements.push(Statement { kind: StatementKind::Return(result), span });
        StatementKind::Block(Block { locals, statements })
    }

    /// Keeps a value in an object of its own: its declaration, the block's objects, and the value read back.
    fn kept_value(&mut self, value: Expr, span: Span) -> (Statement, Vec<LocalId>, Expr) {
        self.open_block();
        let (ty, at) = (value.ty.id, value.span);
        let local = self.new_local(None, ty.into(), at);
        let locals = self.close_block();
        let stores = vec![InitStore { offset: 0, ty, bits: None, value }];
        let kind = StatementKind::Declare { local, initializer: Some(stores), zero_first: false };
        let place = node(ExprKind::Local(local), ty, at);
        let read = node(ExprKind::Load(Box::new(place)), ty, at);
        (Statement { kind, span }, locals, read)
    }
}

/// The statements that a statement holds.
fn inner(statement: &mut Statement) -> Vec<&mut [Statement]> {
    match &mut statement.kind {
        StatementKind::Block(block) => vec![&mut block.statements],
        StatementKind::If { then, otherwise, .. } => {
            let others = otherwise.iter_mut().map(|block| &mut block.statements[..]);
            [&mut then.statements[..]].into_iter().chain(others).collect()
        }
        StatementKind::Loop { body, .. } | StatementKind::Switch { body, .. } => {
            vec![&mut body.statements]
        }
        _ => vec![],
    }
}
