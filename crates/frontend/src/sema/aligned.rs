//! Automatic objects aligned to more than the stack pointer is (C17 6.7.5, 6.2.8p3: extended alignments).
//!
//! Such an object lies at the end of the stack, like a variable length array: its name stands for what a pointer in the
//! frame points to, and the stack is cut where its block ends. Its initial value is made in an object of the frame first.

use source::Span;

use crate::ast::{Identifier, Initializer};
use crate::tree::{ArithmeticOperator, Builtin, Expr, ExprKind, LocalId, Statement, StatementKind};
use crate::types::{Basic, QualType, Types};

use super::object::STACK_ALIGN;
use super::scope::Entity;
use super::{Sema, node};

impl Sema<'_> {
    /// The declaration of such an object, of complete type.
    pub(super) fn aligned_object(
        &mut self,
        name: Identifier,
        ty: QualType,
        align: u64,
        initializer: Option<&Initializer>,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let pointer = self.types.pointer(ty);
        let local = self.new_local(Some(name), pointer.into(), name.span);
        self.scopes.bind(name.name, Entity::Local(local), name.span);
        let place = node(ExprKind::Local(local), pointer, name.span);
        let memory = self.aligned_memory(self.types.size(ty.id), align, name.span);
        let memory = self.convert(memory, pointer);
        let kind = ExprKind::Assign(Box::new(place), Box::new(memory));
        let reserve = StatementKind::Expr(node(kind, pointer, name.span));
        out.push(Statement { kind: reserve, span });
        if let Some(body) = &mut self.body {
            body.variable_arrays.insert(local, ty);
            body.variable_scope.push(local);
        }
        if let Some(initializer) = initializer {
            self.initialize_aligned(local, ty, initializer, span, out);
        }
    }

    /// The address of memory at the end of the stack that is a multiple of the alignment.
    fn aligned_memory(&mut self, size: u64, align: u64, span: Span) -> Expr {
        let word = Types::basic(Basic::UnsignedLong);
        let number = |value: u64| node(ExprKind::Integer(value as i64), word, span);
        let void = self.types.pointer(Types::VOID);
        let room = number(size.saturating_add(align));
        let memory = node(ExprKind::Builtin(Builtin::AllocateStack(None), vec![room]), void, span);
        let operate = |operator, left: Expr, right: Expr| {
            node(ExprKind::Arithmetic(operator, Box::new(left), Box::new(right)), word, span)
        };
        let start = self.convert(memory, word);
        let above = operate(ArithmeticOperator::Add, start, number(align - 1));
        operate(ArithmeticOperator::BitAnd, above, number(align.wrapping_neg()))
    }

    fn initialize_aligned(
        &mut self,
        local: LocalId,
        ty: QualType,
        initializer: &Initializer,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let filled = self.initialize(ty, initializer, false);
        let made = self.new_local(None, ty.id.into(), span);
        self.local_mut(made, |object| object.align = object.align.min(STACK_ALIGN));
        let (initializer, zero_first) = (Some(filled.stores), filled.zero_first);
        let kind = StatementKind::Declare { local: made, initializer, zero_first };
        out.push(Statement { kind, span });
        let Some(place) = self.variable_array_place(local, span) else { return };
        let value = node(ExprKind::Local(made), ty.id, span);
        let value = node(ExprKind::Load(Box::new(value)), ty.id, span);
        let kind = ExprKind::Assign(Box::new(place), Box::new(value));
        let kind = StatementKind::Expr(node(kind, ty.id, span));
        out.push(Statement { kind, span });
    }
}
