//! Slips with `sizeof`: the size of a pointer, where that of an array is meant.

use source::Span;

use super::peel;
use crate::ast::{self, ExprKind as Syntax, UnaryOperator};
use crate::name::Name;
use crate::sema::classify::Classify;
use crate::sema::scope::Entity;
use crate::sema::{Sema, messages};
use crate::tree::{Expr, ExprKind, FunctionId, LocalId};
use crate::types::QualType;

/// The functions of the library that take a number of bytes, with the positions of pointers to these and of the number.
const FUNCTIONS: &[(&str, &[usize], usize)] = &[
    ("memset", &[0], 2),
    ("memcpy", &[0, 1], 2),
    ("memmove", &[0, 1], 2),
    ("memcmp", &[0, 1], 2),
    ("strncpy", &[0], 2),
    ("strncat", &[0], 2),
    ("strncmp", &[0, 1], 2),
    ("snprintf", &[0], 1),
    ("fgets", &[0], 1),
];

impl Sema<'_> {
    /// `sizeof a`, where `a` is a parameter that looks like an array.
    pub(super) fn warn_array_parameter(&mut self, operand: &Expr, span: Span) {
        let (ExprKind::Local(id), Some(body)) = (&operand.kind, &self.body) else { return };
        if !body.array_parameters.contains(id) {
            return;
        }
        let local = body.local(*id);
        let name = local.name.map_or("", |name| self.text(name));
        let diagnostic =
            messages::size_of_array_parameter(span, name, &self.spell(operand.ty), local.span);
        self.report(diagnostic);
    }

    /// `sizeof p / sizeof *p`, where `p` is a pointer; with the value of the divisor.
    pub(super) fn warn_divided_size(
        &mut self,
        (left, right): (&ast::Expr, &ast::Expr),
        divisor: &Expr,
        span: Span,
    ) {
        let Some((name, ty)) = self.measured_pointer(left) else { return };
        let is_element = match &peel(right).kind {
            Syntax::SizeofExpr(operand) => is_element_of(operand, name),
            Syntax::SizeofType(_) => {
                let size = self.types.pointee(ty.id).map(|pointed| self.types.size(pointed.id));
                matches!(divisor.kind, ExprKind::Integer(value) if size == Some(value as u64))
            }
            _ => false,
        };
        if is_element {
            let diagnostic =
                messages::size_of_pointer_divided(span, self.text(name), &self.spell(ty));
            self.report(diagnostic);
        }
    }

    /// `memset(p, 0, sizeof p)`, where `p` is a pointer.
    pub(super) fn warn_passed_size(
        &mut self,
        function: Option<FunctionId>,
        arguments: &[ast::Expr],
    ) {
        let Some(FunctionId(function)) = function else { return };
        let called = self.text(self.functions[function as usize].name);
        let entry = FUNCTIONS.iter().find(|(name, ..)| *name == called);
        let Some((called, pointers, size)) = entry else { return };
        let Some(argument) = arguments.get(*size) else { return };
        let Some((name, ty)) = self.measured_pointer(argument) else { return };
        if pointers.iter().any(|&at| arguments.get(at).and_then(plain_name) == Some(name)) {
            let (name, ty) = (self.text(name), self.spell(ty));
            let diagnostic = messages::size_of_pointer_passed(argument.span, called, name, &ty);
            self.report(diagnostic);
        }
    }

    /// The pointer whose own size an expression asks for; none that looks like an array, which has its own warning.
    fn measured_pointer(&self, expr: &ast::Expr) -> Option<(Name, QualType)> {
        let name = measured_name(expr)?;
        let ty = match self.scopes.lookup(name)?.entity {
            Entity::Local(id) => self.plain_local(id)?,
            Entity::Global(id) => self.globals[id.0 as usize].ty,
            _ => return None,
        };
        self.types.is_pointer(ty.id).then_some((name, ty))
    }

    fn plain_local(&self, id: LocalId) -> Option<QualType> {
        let body = self.body.as_ref()?;
        let is_array =
            body.array_parameters.contains(&id) || body.variable_arrays.contains_key(&id);
        (!is_array).then(|| body.local(id).ty)
    }
}

/// The name whose size an expression asks for.
fn measured_name(expr: &ast::Expr) -> Option<Name> {
    match &peel(expr).kind {
        Syntax::SizeofExpr(operand) => plain_name(operand),
        _ => None,
    }
}

fn plain_name(expr: &ast::Expr) -> Option<Name> {
    match peel(expr).kind {
        Syntax::Name(name) => Some(name),
        _ => None,
    }
}

/// Whether an expression is `*name` or `name[0]`.
fn is_element_of(expr: &ast::Expr, name: Name) -> bool {
    let of = match &peel(expr).kind {
        Syntax::Unary(UnaryOperator::Dereference, operand) => operand,
        Syntax::Index(array, _) => array,
        _ => return false,
    };
    plain_name(of) == Some(name)
}
