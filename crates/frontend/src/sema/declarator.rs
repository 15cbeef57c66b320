//! Declarators (C17 6.7.6): from a base type and derivations to the declared type.

use source::Span;

use crate::ast::{
    ArrayDeclarator, ArrayLength, Declarator, Derivation, FunctionDeclarator, ParameterDeclaration,
    Parameters, StorageClass, TypeName,
};
use crate::constant::Constant;
use crate::tree::{Expr, ExprKind};
use crate::types::{Basic, FunctionType, QualType, Type, TypeId, Types};
use crate::{Name, ast};

use super::classify::Classify;
use super::scope::Entity;
use super::{Sema, messages, node};

/// How deep derived types and records may be nested (C17 5.2.4.1 asks for 12 and 63).
const TYPE_DEPTH_MAX: u32 = 256;

/// The largest object.
///
/// **Units**: bytes.
pub(super) const OBJECT_SIZE_MAX: u64 = 1 << 30;

/// The length of an array.
enum Length {
    Constant(u64),
    /// Known when the program runs.
    Variable(Expr),
}

/// A parameter of a function declarator.
pub(super) struct Parameter {
    pub(super) name: Option<Name>,
    /// Adjusted (C17 6.7.6.3p7, p8).
    pub(super) ty: QualType,
    pub(super) is_register: bool,
    /// Whether it is declared as an array.
    pub(super) is_array: bool,
    /// A `float` of an old-style definition, which is passed as a `double` (C17 6.5.2.2p6).
    pub(super) is_widened: bool,
    pub(super) span: Span,
}

impl Sema<'_> {
    /// A type name (C17 6.7.7).
    pub(super) fn type_name(&mut self, name: &TypeName) -> QualType {
        let base = self.specified_type(&name.specifiers);
        self.declarator_type(base, &name.declarator)
    }

    /// The type that a declarator declares.
    pub(super) fn declarator_type(&mut self, base: QualType, declarator: &Declarator) -> QualType {
        self.derive(base, &declarator.derivations, declarator.name.map(|n| n.name), declarator.span)
    }

    /// Applies derivations, the one farthest from the name first.
    pub(super) fn derive(
        &mut self,
        base: QualType,
        derivations: &[Derivation],
        name: Option<Name>,
        span: Span,
    ) -> QualType {
        let mut ty = base;
        for derivation in derivations.iter().rev() {
            if self.types.is_error(ty.id) {
                return ty;
            }
            ty = match derivation {
                Derivation::Pointer(list) => {
                    let qualifiers = self.qualifiers(list);
                    QualType { id: self.types.pointer(ty), qualifiers }
                }
                Derivation::Array(array) => self.array_type(ty, array, name),
                Derivation::Function(function) => self.function_declarator(ty, function, name),
            };
            let depth = self.derived_depth(ty.id);
            if depth > TYPE_DEPTH_MAX {
                self.report(messages::type_too_deep(span));
                return Types::ERROR.into();
            }
            self.note_depth(ty.id, depth);
        }
        ty
    }

    /// How deep a type is nested.
    pub(super) fn type_depth(&self, id: TypeId) -> u32 {
        self.type_depths.get(&id).copied().unwrap_or(0)
    }

    /// How deep a newly derived type is nested; behind a pointer a record counts by its name only.
    fn derived_depth(&self, id: TypeId) -> u32 {
        let inner = match self.types.get(id) {
            Type::Pointer(to) if self.types.as_record(to.id).is_some() => 0,
            Type::Pointer(of) | Type::Array(of, _) | Type::VariableArray(of, _) => {
                self.type_depth(of.id)
            }
            Type::Function(function) => {
                let parameters = function.parameters.iter().flatten();
                let deepest = parameters.map(|&id| self.type_depth(id)).max().unwrap_or(0);
                deepest.max(self.type_depth(function.result.id))
            }
            _ => 0,
        };
        inner + 1
    }

    /// Remembers how deep a type is nested.
    pub(super) fn note_depth(&mut self, id: TypeId, depth: u32) {
        if depth > 0 {
            self.type_depths.insert(id, depth);
        }
    }

    /// An array declarator (C17 6.7.6.2).
    fn array_type(
        &mut self,
        of: QualType,
        array: &ArrayDeclarator,
        name: Option<Name>,
    ) -> QualType {
        if !self.check_element(of, array.span, name) {
            return Types::ERROR.into();
        }
        let length = match &array.length {
            ArrayLength::None => None,
            ArrayLength::Star if self.prototype_depth == 0 => {
                self.report(messages::star_outside_prototype(array.span));
                return Types::ERROR.into();
            }
            ArrayLength::Star => return self.variable_array(of, None),
            ArrayLength::Expr(expr) => match self.array_length(expr, name) {
                Some(Length::Constant(length)) if self.types.is_variable(of.id) => {
                    let size = Types::basic(Basic::UnsignedLong);
                    let kind = ExprKind::Integer(length as i64);
                    return self.variable_array(of, Some(node(kind, size, expr.span)));
                }
                Some(Length::Constant(length)) => Some(length),
                Some(Length::Variable(value)) => return self.variable_array(of, Some(value)),
                None => return Types::ERROR.into(),
            },
        };
        let ty = self.types.array(of, length);
        let size = self.types.size(of.id).checked_mul(length.unwrap_or(0));
        if size.is_none_or(|size| size > OBJECT_SIZE_MAX) {
            self.report(messages::object_too_large(array.span));
            return Types::ERROR.into();
        }
        ty.into()
    }

    /// C17 6.7.6.2p1: elements have a complete object type.
    fn check_element(&mut self, of: QualType, span: Span, name: Option<Name>) -> bool {
        if self.types.is_complete(of.id) {
            return true;
        }
        let name = name.map(|name| self.text(name).to_string());
        let spelled = self.spell(of);
        let is_function = self.types.is_function(of.id);
        self.report(messages::bad_element_type(span, name.as_deref(), &spelled, is_function));
        false
    }

    /// The length of an array: an integer, in a function also one that is no constant (C17 6.7.6.2p1, p4).
    fn array_length(&mut self, expr: &ast::Expr, name: Option<Name>) -> Option<Length> {
        let value = self.unevaluated(|sema| sema.value(expr));
        if self.types.is_error(value.ty.id) {
            return None;
        }
        let text = name.map(|name| self.text(name).to_string());
        if !self.types.is_integer(value.ty.id) {
            let spelled = self.spell(value.ty);
            self.report(messages::array_length_not_integer(expr.span, text.as_deref(), &spelled));
            return None;
        }
        let is_unsigned = self.types.as_basic(value.ty.id).is_some_and(|basic| !basic.is_signed());
        let diagnostic = match self.evaluate(&value) {
            Ok(Constant::Integer(length)) if length < 0 && !is_unsigned => {
                messages::array_length_negative(expr.span, text.as_deref(), length)
            }
            Ok(Constant::Integer(length)) => match u64::try_from(length) {
                Ok(length) => return Some(Length::Constant(length)),
                Err(_) => messages::object_too_large(expr.span),
            },
            _ if self.body.is_none() && self.prototype_depth == 0 => {
                messages::array_length_not_constant(expr.span, text.as_deref())
            }
            // Now it counts: what it calls and assigns is called and assigned.
            _ => return Some(Length::Variable(self.value(expr))),
        };
        self.report(diagnostic);
        None
    }

    /// A function declarator (C17 6.7.6.3).
    fn function_declarator(
        &mut self,
        result: QualType,
        function: &FunctionDeclarator,
        name: Option<Name>,
    ) -> QualType {
        self.scopes.push();
        let (parameters, is_variadic) = self.parameters(&function.parameters);
        self.scopes.pop();
        self.function_type(result, parameters.as_deref(), is_variadic, name, function.span)
    }

    /// The function type with these parameters, if `result` may be returned (C17 6.7.6.3p1).
    pub(super) fn function_type(
        &mut self,
        result: QualType,
        parameters: Option<&[Parameter]>,
        is_variadic: bool,
        name: Option<Name>,
        span: Span,
    ) -> QualType {
        if self.types.is_function(result.id) || self.types.is_array(result.id) {
            let spelled = self.spell(result);
            let name = name.map(|name| self.text(name).to_string());
            self.report(messages::bad_result_type(span, name.as_deref(), &spelled));
            return Types::ERROR.into();
        }
        let parameters = parameters.map(|list| list.iter().map(|p| p.ty.id).collect());
        // C17 6.7.6.3p5: qualifiers of the result are dropped.
        let function = FunctionType { result: result.id.into(), parameters, is_variadic };
        self.types.intern(Type::Function(function)).into()
    }

    /// The parameters of a declarator, declared in the innermost scope; `None` when nothing is said of them.
    pub(super) fn parameters(&mut self, list: &Parameters) -> (Option<Vec<Parameter>>, bool) {
        match list {
            Parameters::Unspecified => (None, false),
            Parameters::Identifiers(names) => {
                if let Some(first) = names.first() {
                    self.report(messages::identifier_list(first.span, self.names.text(first.name)));
                }
                (None, false)
            }
            Parameters::Prototype { parameters, is_variadic } => {
                let alone = parameters.len() == 1;
                self.prototype_depth += 1;
                let list = parameters.iter().filter_map(|p| self.parameter(p, alone)).collect();
                self.prototype_depth -= 1;
                (Some(list), *is_variadic)
            }
        }
    }

    /// One parameter, bound for the array lengths after it; `None` for the `void` of `(void)` (C17 6.7.6.3p10).
    fn parameter(&mut self, parameter: &ParameterDeclaration, alone: bool) -> Option<Parameter> {
        let specifiers = self.specifiers(&parameter.specifiers);
        let name = parameter.declarator.name;
        let span = name.map_or(parameter.span, |name| name.span);
        let ty = self.parameter_type(specifiers.base, parameter);
        if self.types.is_void(ty.id) {
            if !alone || name.is_some() {
                self.report(messages::void_parameter(span));
            } else {
                return None;
            }
        }
        // C17 6.7.6.3p2: `register` is the only storage class.
        if let Some((class, place)) = specifiers.storage
            && class != StorageClass::Register
        {
            self.report(messages::parameter_storage_class(place));
        }
        let is_error = self.types.is_void(ty.id);
        let ty = if is_error { Types::ERROR.into() } else { ty };
        if let Some(name) = name {
            self.check_new_parameter(name, ty);
        }
        let is_register = matches!(specifiers.storage, Some((StorageClass::Register, _)));
        let is_array = self.declares_array(specifiers.base, &parameter.declarator);
        Some(Parameter {
            name: name.map(|name| name.name),
            ty,
            is_register,
            is_array,
            is_widened: false,
            span,
        })
    }

    /// Whether a declarator makes an array, or leaves one as it is.
    fn declares_array(&self, base: QualType, declarator: &Declarator) -> bool {
        match declarator.derivations.first() {
            Some(derivation) => matches!(derivation, Derivation::Array(_)),
            None => self.types.is_array(base.id),
        }
    }

    fn check_new_parameter(&mut self, name: ast::Identifier, ty: QualType) {
        if let Some(binding) = self.scopes.lookup_innermost(name.name) {
            let text = self.names.text(name.name);
            self.report(messages::redefinition(name.span, text, binding.span));
        } else {
            self.scopes.bind(name.name, Entity::Prototype(ty), name.span);
        }
    }

    /// The adjusted type of a parameter: an array becomes a pointer to its elements, a function a pointer
    /// to it (C17 6.7.6.3p7, p8).
    pub(super) fn parameter_type(
        &mut self,
        base: QualType,
        parameter: &ParameterDeclaration,
    ) -> QualType {
        let declarator = &parameter.declarator;
        let name = declarator.name.map(|name| name.name);
        if let Some((Derivation::Array(array), rest)) = declarator.derivations.split_first() {
            let of = self.derive(base, rest, name, declarator.span);
            return self.array_parameter(of, array, name);
        }
        let ty = self.declarator_type(base, declarator);
        self.adjusted(ty)
    }

    fn array_parameter(
        &mut self,
        of: QualType,
        array: &ArrayDeclarator,
        name: Option<Name>,
    ) -> QualType {
        if let ArrayLength::Expr(length) = &array.length {
            // Any integer expression will do here; only a definition evaluates it, on entry.
            self.unevaluated(|sema| sema.value(length));
        }
        if self.types.is_error(of.id) || !self.check_element(of, array.span, name) {
            return Types::ERROR.into();
        }
        let qualifiers = self.qualifiers(&array.qualifiers);
        QualType { id: self.pointer_to(of), qualifiers }
    }

    pub(super) fn adjusted(&mut self, ty: QualType) -> QualType {
        let to = match self.types.get(ty.id) {
            Type::Array(of, _) | Type::VariableArray(of, _) => *of,
            Type::Function(_) => ty.id.into(),
            _ => return ty,
        };
        self.pointer_to(to).into()
    }

    fn pointer_to(&mut self, to: QualType) -> TypeId {
        let id = self.types.pointer(to);
        self.note_depth(id, self.derived_depth(id));
        id
    }
}
