//! Function calls (C17 6.5.2.2).

use source::Span;

use crate::ast::{self, ExprKind as Syntax};
use crate::sema::classify::Classify;
use crate::sema::convert::Purpose;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{Expr, ExprKind, FunctionId};
use crate::types::{FunctionType, TypeId};

impl Sema<'_> {
    /// `callee(arguments)`.
    pub(super) fn call(&mut self, callee: &ast::Expr, arguments: &[ast::Expr], span: Span) -> Expr {
        if let Some(constant) = self.floating_builtin(callee, arguments, span) {
            return constant;
        }
        if let Syntax::Name(name) = super::peel(callee).kind
            && (self.scopes.lookup(name).is_none() || self.is_alloca(name))
        {
            let text = match self.is_alloca(name) {
                true => "__builtin_alloca".to_string(),
                false => self.text(name).to_string(),
            };
            if let Some(call) = self.builtin_call(&text, arguments, span) {
                return call;
            }
        }
        let callee = self.callee(callee);
        let values: Vec<Expr> = arguments.iter().map(|argument| self.value(argument)).collect();
        if self.types.is_error(callee.ty.id) {
            return error_expr(span);
        }
        let pointed = self.types.pointee(callee.ty.id).map_or(callee.ty.id, |to| to.id);
        let Some(function) = self.types.as_function(pointed).cloned() else {
            if self.types.is_error(pointed) {
                return error_expr(span);
            }
            let spelled = self.spell(callee.ty);
            return self.reject(messages::not_a_function(callee.span, &spelled));
        };
        let designated = self.called_function(&callee);
        let Some(arguments) = self.arguments(&function, designated, values, span) else {
            return error_expr(span);
        };
        let result = function.result.id;
        if !self.types.is_void(result) && !self.types.is_complete(result) {
            let spelled = self.spell(result);
            return self.reject(messages::incomplete_value(span, &spelled));
        }
        node(ExprKind::Call { callee: Box::new(callee), function, arguments }, result, span)
    }

    /// A function designator as it is, else the value of the callee.
    fn callee(&mut self, callee: &ast::Expr) -> Expr {
        if let Syntax::Name(name) = super::peel(callee).kind
            && self.scopes.lookup(name).is_none()
            && self.names.text(name) != "__func__"
        {
            return self.undeclared_function(name, callee.span);
        }
        let callee = self.expr(callee);
        match callee.kind {
            ExprKind::Function(_) => callee,
            _ => self.rvalue(callee),
        }
    }

    /// The function that a callee designates, where that is known.
    pub(super) fn called_function(&self, callee: &Expr) -> Option<FunctionId> {
        match &callee.kind {
            ExprKind::Function(id) => Some(*id),
            ExprKind::FunctionDecay(inner) => self.called_function(inner),
            _ => None,
        }
    }

    /// The arguments converted as C17 6.5.2.2p2, p6, p7 say.
    pub(super) fn arguments(
        &mut self,
        function: &FunctionType,
        designated: Option<FunctionId>,
        values: Vec<Expr>,
        span: Span,
    ) -> Option<Vec<Expr>> {
        let Some(parameters) = &function.parameters else {
            self.check_old_style_call(designated, values.len(), span);
            return Some(values.into_iter().map(|value| self.promote_argument(value)).collect());
        };
        let (given, wanted) = (values.len(), parameters.len());
        let is_wrong = given < wanted || (given > wanted && !function.is_variadic);
        if is_wrong {
            let place = values.get(wanted).map_or(span, |extra| extra.span);
            self.report_count(designated, place, (given, wanted), function.is_variadic);
        }
        let arguments = self.convert_arguments(parameters, designated, values);
        if function.is_variadic {
            self.check_format(designated, &arguments);
        }
        (!is_wrong).then_some(arguments)
    }

    fn convert_arguments(
        &mut self,
        parameters: &[TypeId],
        function: Option<FunctionId>,
        values: Vec<Expr>,
    ) -> Vec<Expr> {
        let convert = |(index, value)| match parameters.get(index) {
            Some(&ty) => {
                let purpose = Purpose::Argument { number: index + 1, function };
                self.convert_for(value, ty, &purpose)
            }
            None => self.promote_argument(value),
        };
        values.into_iter().enumerate().map(convert).collect()
    }

    fn report_count(
        &mut self,
        function: Option<FunctionId>,
        span: Span,
        (given, wanted): (usize, usize),
        is_variadic: bool,
    ) {
        let declared = function.map(|id| {
            let function = &self.functions[id.0 as usize];
            (self.text(function.name), function.span)
        });
        self.report(messages::argument_count(span, given, wanted, is_variadic, declared));
    }

    /// A function that is defined with `()` takes no arguments (C17 6.5.2.2p6: otherwise undefined).
    fn check_old_style_call(&mut self, function: Option<FunctionId>, given: usize, span: Span) {
        let Some(id) = function else { return };
        let function = &self.functions[id.0 as usize];
        let Some(body) = &function.body else { return };
        if body.parameter_count != given {
            let name = self.text(function.name);
            let wanted = body.parameter_count;
            self.report(messages::old_style_count(span, name, given, wanted, function.span));
        }
    }
}
