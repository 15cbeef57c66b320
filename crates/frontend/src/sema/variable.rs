//! Variably modified types (C17 6.7.6p3) and variable length arrays (C17 6.7.6.2).
//!
//! The length of such an array is an unnamed object of the function, set where the declarator is reached. The array
//! itself lies at the end of the stack; the object that its name stands for points to it. Where a block ends, or is left
//! by a jump, the stack is *cut* back to what it was.

use source::Span;

use crate::ast::{self, FunctionDefinition, Identifier, Parameters};
use crate::tree::{
    ArithmeticOperator, Builtin, Conversion, Expr, ExprKind, LocalId, Statement, StatementKind,
};
use crate::types::{Basic, QualType, Type, TypeId, Types, VariableLength};

use super::body::LabelUse;
use super::classify::Classify;
use super::flow::has_effects;
use super::{Sema, messages, node};

impl Sema<'_> {
    /// The type of an array of so many elements; the value has an integer type.
    pub(super) fn variable_array(&mut self, of: QualType, length: Option<Expr>) -> QualType {
        let length = match length {
            Some(value) if self.is_evaluated() => VariableLength::Local(self.set_length(value)),
            _ => VariableLength::Unspecified,
        };
        self.types.intern(Type::VariableArray(of, length)).into()
    }

    /// Whether a length found here is evaluated: not in prototypes, `sizeof` and the like.
    fn is_evaluated(&self) -> bool {
        self.body.is_some() && self.prototype_depth == 0 && self.unevaluated_depth == 0
    }

    /// A new object that holds a length; what sets it waits in `pending`.
    fn set_length(&mut self, value: Expr) -> LocalId {
        let (span, size) = (value.span, Types::basic(Basic::UnsignedLong));
        let local = self.new_local(None, size.into(), span);
        let value = self.convert(value, size);
        let target = node(ExprKind::Local(local), size, span);
        let kind = ExprKind::Assign(Box::new(target), Box::new(value));
        self.pending.push(node(kind, size, span));
        local
    }

    /// What sets the lengths that have been met since it was asked last, as one expression.
    pub(super) fn take_pending(&mut self) -> Option<Expr> {
        let pending = std::mem::take(&mut self.pending);
        pending.into_iter().reduce(comma)
    }

    /// What sets the lengths, as a statement.
    pub(super) fn flush_pending(&mut self, span: Span, out: &mut Vec<Statement>) {
        if let Some(lengths) = self.take_pending() {
            out.push(Statement { kind: StatementKind::Expr(lengths), span });
        }
    }

    /// An expression whose types have lengths that must be set first.
    pub(super) fn after_pending(&mut self, expr: Expr) -> Expr {
        match self.take_pending() {
            Some(lengths) => comma(lengths, expr),
            None => expr,
        }
    }

    /// The size of a variable length array, in bytes, when the program runs; `None` for every other type.
    pub(super) fn variable_size(&mut self, ty: TypeId, span: Span) -> Option<Expr> {
        let Type::VariableArray(of, length) = *self.types.get(ty) else { return None };
        let size = Types::basic(Basic::UnsignedLong);
        let count = match length {
            VariableLength::Local(local) => {
                let place = node(ExprKind::Local(local), size, span);
                node(ExprKind::Load(Box::new(place)), size, span)
            }
            VariableLength::Unspecified => node(ExprKind::Integer(1), size, span),
        };
        let element = match self.variable_size(of.id, span) {
            Some(element) => element,
            None => node(ExprKind::Integer(self.types.size(of.id) as i64), size, span),
        };
        let (count, element) = (Box::new(count), Box::new(element));
        Some(node(ExprKind::Arithmetic(ArithmeticOperator::Multiply, count, element), size, span))
    }

    /// An index and the size that it counts in: of variable length arrays, bytes.
    pub(super) fn scaled_index(&mut self, index: Expr, pointer: TypeId, size: u64) -> (Expr, u64) {
        let pointee = self.types.pointee(pointer).map_or(Types::ERROR, |to| to.id);
        let Some(bytes) = self.variable_size(pointee, index.span) else { return (index, size) };
        let (ty, span) = (index.ty, index.span);
        let bytes = Box::new(self.convert(bytes, ty.id));
        let kind = ExprKind::Arithmetic(ArithmeticOperator::Multiply, Box::new(index), bytes);
        (node(kind, ty, span), 1)
    }

    /// The declaration of a variable length array (C17 6.7.6.2p2, 6.7.9p3).
    pub(super) fn variable_object(
        &mut self,
        name: Identifier,
        ty: QualType,
        initializer: Option<&ast::Initializer>,
        span: Span,
        out: &mut Vec<Statement>,
    ) -> LocalId {
        if initializer.is_some() {
            self.report(messages::initialized_variable_array(
                name.span,
                self.names.text(name.name),
            ));
            self.discard_initializer(initializer);
        }
        let pointer = self.element_pointer(ty.id);
        let local = self.new_local(Some(name), pointer.into(), name.span);
        let Some(size) = self.variable_size(ty.id, name.span) else { return local };
        let void = self.types.pointer(Types::VOID);
        let builtin = Builtin::AllocateStack(Some(local));
        let memory = node(ExprKind::Builtin(builtin, vec![size]), void, name.span);
        let memory = self.convert(memory, pointer);
        let target = node(ExprKind::Local(local), pointer, name.span);
        let kind = ExprKind::Assign(Box::new(target), Box::new(memory));
        let reserve = node(kind, pointer, name.span);
        let expr = self.after_pending(reserve);
        out.push(Statement { kind: StatementKind::Expr(expr), span });
        if let Some(body) = &mut self.body {
            body.variable_arrays.insert(local, ty);
            body.variable_scope.push(local);
        }
        local
    }

    /// A pointer to the innermost elements.
    fn element_pointer(&mut self, ty: TypeId) -> TypeId {
        let mut of = QualType::from(ty);
        while let Type::VariableArray(inner, _) = *self.types.get(of.id) {
            of = inner;
        }
        self.types.pointer(of)
    }

    /// The array that a name stands for, by the pointer to it.
    pub(super) fn variable_array_place(&mut self, local: LocalId, span: Span) -> Option<Expr> {
        let body = self.body.as_ref()?;
        let (ty, pointer) = (*body.variable_arrays.get(&local)?, body.local(local).ty.id);
        let place = node(ExprKind::Local(local), pointer, span);
        let value = node(ExprKind::Load(Box::new(place)), pointer, span);
        let to = self.types.pointer(ty);
        let value = node(ExprKind::Convert(Box::new(value), Conversion::Pointer), to, span);
        Some(node(ExprKind::Dereference(Box::new(value)), ty, span))
    }

    /// Cuts the stack back to the first `depth` of the arrays that exist here.
    pub(super) fn cut(&mut self, depth: usize, span: Span, out: &mut Vec<Statement>) {
        let Some(body) = &self.body else { return };
        if body.variable_scope.len() <= depth {
            return;
        }
        let last = depth.checked_sub(1).map(|index| body.variable_scope[index]);
        self.cut_after(last, span, out);
    }

    /// Cuts the stack after an array, or after the frame.
    fn cut_after(&mut self, last: Option<LocalId>, span: Span, out: &mut Vec<Statement>) {
        let operand = last.and_then(|local| {
            let pointer = self.body.as_ref()?.local(local).ty.id;
            let place = node(ExprKind::Local(local), pointer, span);
            Some(node(ExprKind::Load(Box::new(place)), pointer, span))
        });
        let kind = ExprKind::Builtin(Builtin::CutStack, operand.into_iter().collect());
        let cut = node(kind, Types::VOID, span);
        out.push(Statement { kind: StatementKind::Expr(cut), span });
    }

    /// A label is defined: jumps to it may have left arrays behind, and none may come from outside (C17 6.8.6.1p1).
    pub(super) fn enter_label(&mut self, name: Identifier, out: &mut Vec<Statement>) {
        let Some(body) = &mut self.body else { return };
        let scope = body.variable_scope.clone();
        let Some(state) = body.label_states.get_mut(&name.name) else { return };
        let uses = std::mem::take(&mut state.uses);
        state.scope = Some(scope.clone());
        for jump in uses.iter().filter(|jump| !jump.scope.starts_with(&scope)) {
            self.report(messages::jump_into_scope(jump.span, name.span));
        }
        if uses.iter().any(|jump| jump.scope.len() > scope.len()) {
            self.cut_after(scope.last().copied(), name.span, out);
        }
    }

    /// A `goto` to a label, defined already or not.
    pub(super) fn leave_for_label(
        &mut self,
        name: Identifier,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        let Some(body) = &mut self.body else { return };
        let scope = body.variable_scope.clone();
        let state = body.label(name.name, name.span);
        let Some(there) = state.scope.clone() else {
            return state.uses.push(LabelUse { scope, span });
        };
        if !scope.starts_with(&there) {
            self.report(messages::jump_into_scope(span, name.span));
        } else if scope.len() > there.len() {
            self.cut_after(there.last().copied(), span, out);
        }
    }

    /// On entry to a function, the lengths of its array parameters are evaluated (C17 6.9.1p10): now that the objects are
    /// there in which they are found, parameters of variably modified type get their types.
    pub(super) fn variable_parameters(
        &mut self,
        definition: &FunctionDefinition,
        out: &mut Vec<Statement>,
    ) {
        let Some(ast::Derivation::Function(function)) = definition.declarator.derivations.first()
        else {
            return;
        };
        let Parameters::Prototype { parameters, .. } = &function.parameters else { return };
        for (index, parameter) in parameters.iter().enumerate() {
            let local = LocalId(index as u32);
            let body = self.body.as_ref();
            let Some(object) = body.and_then(|body| body.locals.get(index)) else { return };
            let is_variable = self.types.is_variable(object.ty.id);
            self.outermost_length(parameter);
            if !is_variable {
                self.flush_pending(parameter.span, out);
                continue;
            }
            let base = self.specified_type(&parameter.specifiers);
            let ty = self.parameter_type(base, parameter);
            self.local_mut(local, |object| object.ty = ty);
            self.flush_pending(parameter.span, out);
        }
    }

    /// The length in the outermost brackets of a parameter, which its type does not have, for its effects.
    fn outermost_length(&mut self, parameter: &ast::ParameterDeclaration) {
        let Some(ast::Derivation::Array(array)) = parameter.declarator.derivations.first() else {
            return;
        };
        let ast::ArrayLength::Expr(length) = &array.length else { return };
        let value = self.value(length);
        if !self.types.is_error(value.ty.id) && has_effects(&value) {
            self.pending.push(value);
        }
    }
}

fn comma(first: Expr, second: Expr) -> Expr {
    let (ty, span) = (second.ty, second.span);
    node(ExprKind::Comma(Box::new(first), Box::new(second)), ty, span)
}
