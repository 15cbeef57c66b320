//! Declarations and definitions of functions (C17 6.7.6.3, 6.9.1).

use source::Span;

use crate::ast::{
    Declaration, Derivation, FunctionDeclarator, FunctionDefinition, Identifier, InitDeclarator,
    Parameters, StorageClass,
};
use crate::tree::{
    Block, Body, Conventions, ExprKind, Function, FunctionId, InitStore, Linkage, LocalId,
    Statement, StatementKind, SymbolTraits,
};
use crate::types::{Basic, FunctionType, QualType, Type, Types};

use super::body::BodyState;
use super::classify::Classify;
use super::declarator::Parameter;
use super::flow::may_complete;
use super::scope::Entity;
use super::specifiers::Specifiers;
use super::{Sema, messages, node};

/// What the tree does not keep of a function.
#[derive(Clone, Copy)]
pub(super) struct FunctionState {
    /// Where it is defined.
    pub(super) defined: Option<Span>,
    /// Whether every declaration of it says `inline` and none `extern` (C17 6.7.4p7).
    pub(super) is_inline_only: bool,
}

impl Sema<'_> {
    /// A declaration of a function that is not a definition.
    pub(super) fn function_declaration(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: QualType,
        item: &InitDeclarator,
    ) {
        if item.initializer.is_some() {
            self.report(messages::initialized_function(name.span, self.names.text(name.name)));
        }
        if let (false, Some((StorageClass::Static, place))) =
            (self.scopes.is_file_scope(), specifiers.storage)
        {
            // C17 6.7.1p7.
            self.report(messages::static_function_in_block(place));
        }
        let Some(function) = self.types.as_function(ty.id).cloned() else { return };
        if let Some(id) = self.declare_function(specifiers, name, function) {
            self.scopes.bind(name.name, Entity::Function(id), name.span);
        }
    }

    /// Enters a function, or puts this declaration and an earlier one together.
    fn declare_function(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: FunctionType,
    ) -> Option<FunctionId> {
        let storage = specifiers.storage.map(|(class, _)| class);
        let linkage = match self.linkage(name, storage, true) {
            Linkage::None => Linkage::External,
            linkage => linkage,
        };
        let id = match self.prior_entity(name, linkage).ok()? {
            None => self.new_function(name, ty, linkage),
            Some(Entity::Function(id)) => {
                let old = self.functions[id.0 as usize].ty.clone();
                let old = self.types.intern(Type::Function(old));
                let new = self.types.intern(Type::Function(ty));
                let first = self.functions[id.0 as usize].span;
                let both = self.redeclared_type(name, old.into(), new.into(), first)?;
                if let Some(function) = self.types.as_function(both.id) {
                    self.functions[id.0 as usize].ty = function.clone();
                }
                id
            }
            Some(entity) => {
                if let Entity::Global(id) = entity {
                    let first = self.globals[id.0 as usize].span;
                    let text = self.names.text(name.name);
                    self.report(messages::redefinition(name.span, text, first));
                }
                return None;
            }
        };
        let is_extern = storage == Some(StorageClass::Extern);
        // GCC manual, "An Inline Function is As Fast As a Macro": there `extern` says the contrary.
        let is_inline = specifiers.is_inline && (is_extern == specifiers.traits.is_gnu_inline);
        self.function_states[id.0 as usize].is_inline_only &= is_inline;
        self.functions[id.0 as usize].is_noreturn |= specifiers.is_noreturn;
        self.note_function_traits(id, &specifiers.traits);
        if let Some(place) = specifiers.thread_local {
            // C17 6.7.1p4.
            self.report(messages::thread_local_function(place, self.names.text(name.name)));
        }
        Some(id)
    }

    pub(super) fn new_function(
        &mut self,
        name: Identifier,
        ty: FunctionType,
        linkage: Linkage,
    ) -> FunctionId {
        let id = FunctionId(self.functions.len() as u32);
        self.functions.push(Function {
            name: name.name,
            ty,
            linkage,
            is_noreturn: false,
            symbol: SymbolTraits::default(),
            conventions: Conventions::default(),
            body: None,
            span: name.span,
        });
        self.function_states.push(FunctionState { defined: None, is_inline_only: true });
        self.linked.insert(name.name, Entity::Function(id));
        id
    }

    /// A function definition (C17 6.9.1).
    pub(super) fn function_definition(&mut self, definition: &FunctionDefinition) {
        let specifiers = self.specifiers(&definition.specifiers);
        let specifiers = self.with_attributes(&specifiers, &definition.declarator.attributes);
        if let Some((class, place)) = specifiers.storage
            && !matches!(class, StorageClass::Extern | StorageClass::Static)
        {
            // C17 6.9.1p4.
            self.report(messages::definition_storage_class(place));
        }
        let declarator = &definition.declarator;
        let Some(name) = declarator.name else { return };
        let Some((Derivation::Function(function), outer)) = declarator.derivations.split_first()
        else {
            // C17 6.9.1p2: the declarator itself has the parameters.
            self.report(messages::not_a_function_definition(declarator.span));
            return;
        };
        let result = self.derive(specifiers.base, outer, Some(name.name), declarator.span);
        self.check_result(name, result);
        self.scopes.push();
        let (parameters, ty) = self.definition_parameters(result, name, function, definition);
        self.scopes.pop();
        let Some(ty) = self.types.as_function(ty.id).cloned() else { return };
        if self.text(name.name) == "main" {
            self.check_main(name, &ty, specifiers.base);
        }
        let Some(id) = self.declare_function(&specifiers, name, ty) else { return };
        self.scopes.bind(name.name, Entity::Function(id), name.span);
        let text = self.names.text(name.name);
        if let Some(first) = self.function_states[id.0 as usize].defined.replace(name.span) {
            self.report(messages::redefinition(name.span, text, first));
        }
        self.functions[id.0 as usize].span = name.span;
        self.function_body(id, result, parameters, definition);
    }

    /// The parameters of a definition, and its type.
    fn definition_parameters(
        &mut self,
        result: QualType,
        name: Identifier,
        function: &FunctionDeclarator,
        definition: &FunctionDefinition,
    ) -> (Vec<Parameter>, QualType) {
        if let Parameters::Identifiers(names) = &function.parameters {
            let parameters = self.old_style_parameters(names, &definition.old_style);
            let ty = self.function_type(result, None, false, Some(name.name), function.span);
            return (parameters, ty);
        }
        if let Some(Declaration::Names { span, .. }) = definition.old_style.first() {
            self.report(messages::old_style_declaration(*span));
        }
        let (parameters, is_variadic) = self.parameters(&function.parameters);
        let ty = self.function_type(
            result,
            parameters.as_deref(),
            is_variadic,
            Some(name.name),
            function.span,
        );
        (parameters.unwrap_or_default(), ty)
    }

    /// The parameters of an old-style definition, as its declarations say, else `int` (C17 6.9.1p6).
    fn old_style_parameters(
        &mut self,
        names: &[Identifier],
        declarations: &[Declaration],
    ) -> Vec<Parameter> {
        let int = Types::basic(Basic::Int).into();
        let mut parameters: Vec<Parameter> = names
            .iter()
            .map(|name| Parameter {
                name: Some(name.name),
                ty: int,
                is_register: false,
                is_array: false,
                is_widened: false,
                span: name.span,
            })
            .collect();
        for declaration in declarations {
            let Declaration::Names { specifiers, declarators, .. } = declaration else { continue };
            let specifiers = self.specifiers(specifiers);
            for item in declarators {
                let Some(name) = item.declarator.name else { continue };
                let declared = self.declarator_type(specifiers.base, &item.declarator);
                let ty = self.adjusted(declared);
                let is_array = self.types.is_array(declared.id);
                let is_widened = self.types.as_basic(ty.id) == Some(Basic::Float);
                match parameters.iter_mut().find(|p| p.name == Some(name.name)) {
                    Some(parameter) => {
                        *parameter = Parameter { ty, is_array, is_widened, ..*parameter };
                    }
                    None => {
                        let text = self.names.text(name.name);
                        self.report(messages::not_a_parameter(name.span, text));
                    }
                }
            }
        }
        parameters
    }

    /// C17 6.9.1p3: `void` or a complete object type.
    fn check_result(&mut self, name: Identifier, result: QualType) {
        if !self.types.is_void(result.id)
            && !self.types.is_complete(result.id)
            && !self.types.is_function(result.id)
            && !self.types.is_array(result.id)
        {
            let spelled = self.spell(result);
            let text = self.names.text(name.name);
            self.report(messages::bad_result_type(name.span, Some(text), &spelled));
        }
    }

    /// C17 5.1.2.2.1: `int main(void)`, `int main(int, char *[])`, and Linux's third parameter.
    fn check_main(&mut self, name: Identifier, ty: &FunctionType, result: QualType) {
        let int = Types::basic(Basic::Int);
        if ty.result.id != int && !self.types.is_error(ty.result.id) {
            let spelled = self.spell(result);
            self.report(messages::main_result(name.span, &spelled));
        }
        let character = self.types.pointer(Types::basic(Basic::Char));
        let strings = self.types.pointer(character);
        let parameters = ty.parameters.as_deref().unwrap_or(&[]);
        let is_usual = match parameters {
            [] => true,
            [count, rest @ ..] => {
                *count == int && rest.len() <= 2 && self.are_string_lists(rest, strings)
            }
        };
        if !is_usual && !parameters.iter().any(|&id| self.types.is_error(id)) {
            self.report(messages::main_parameters(name.span));
        }
    }

    fn are_string_lists(
        &self,
        list: &[crate::types::TypeId],
        strings: crate::types::TypeId,
    ) -> bool {
        !list.is_empty()
            && list.iter().all(|&id| {
                let unqualified = |id| self.types.pointee(id).map(|to| to.id);
                let character = unqualified(id).and_then(unqualified);
                character == unqualified(strings).and_then(unqualified)
            })
    }

    fn function_body(
        &mut self,
        id: FunctionId,
        result: QualType,
        parameters: Vec<Parameter>,
        definition: &FunctionDefinition,
    ) {
        self.body = Some(BodyState::new(id, result));
        // Parameters and the outermost declarations of the body share a scope (C17 6.2.1p4).
        self.scopes.push();
        let parameter_count = parameters.len();
        for parameter in &parameters {
            self.bind_parameter(parameter);
        }
        let block = self.outermost_block(definition, &parameters);
        self.scopes.pop();
        self.check_labels();
        let Some(state) = self.body.take() else { return };
        let end = definition.body.span;
        let body = Body {
            locals: state.locals,
            parameter_count,
            labels: state.labels,
            block,
            span: definition.span,
            end: Span { start: end.end.saturating_sub(1).max(end.start), ..end },
        };
        if !state.is_incomplete {
            self.warn_missing_return(id, &body);
        }
        self.functions[id.0 as usize].body = Some(body);
    }

    fn bind_parameter(&mut self, parameter: &Parameter) {
        let name = parameter.name.map(|name| Identifier { name, span: parameter.span });
        if !self.types.is_complete(parameter.ty.id) {
            let spelled = self.spell(parameter.ty);
            self.report(messages::incomplete_parameter(parameter.span, &spelled));
        }
        if parameter.is_widened {
            let passed = Types::basic(Basic::Double).into();
            self.new_local(None, passed, parameter.span);
            return;
        }
        let local = self.new_local(name, parameter.ty, parameter.span);
        if let Some(body) = &mut self.body {
            if parameter.is_register {
                body.registers.insert(local);
            }
            if parameter.is_array {
                body.array_parameters.insert(local);
            }
        }
        if let Some(name) = name {
            self.scopes.bind(name.name, Entity::Local(local), name.span);
        }
    }

    fn outermost_block(
        &mut self,
        definition: &FunctionDefinition,
        parameters: &[Parameter],
    ) -> Block {
        self.open_block();
        let mut statements = vec![];
        for (index, parameter) in parameters.iter().enumerate() {
            statements.extend(self.narrowed_parameter(LocalId(index as u32), parameter));
        }
        self.variable_parameters(definition, &mut statements);
        self.block_items(&definition.body.items, &mut statements);
        if let Some(span) = statements.last().map(|last| last.span) {
            self.end_cleanups(0, span, &mut statements);
        }
        self.settle_cleanups(&mut statements);
        Block { locals: self.close_block(), statements }
    }

    /// A `float` parameter of an old-style definition arrives as a `double` (C17 6.5.2.2p6, 6.9.1p10), from which the object
    /// that has its name gets its value.
    fn narrowed_parameter(&mut self, passed: LocalId, parameter: &Parameter) -> Option<Statement> {
        let name = parameter.name.filter(|_| parameter.is_widened)?;
        let (float, double) = (Types::basic(Basic::Float), Types::basic(Basic::Double));
        let span = parameter.span;
        let local = self.new_local(Some(Identifier { name, span }), parameter.ty, span);
        self.scopes.bind(name, Entity::Local(local), span);
        let place = node(ExprKind::Local(passed), double, span);
        let value = node(ExprKind::Load(Box::new(place)), double, span);
        let value = self.convert(value, float);
        let initializer = Some(vec![InitStore { offset: 0, ty: float, bits: None, value }]);
        let kind = StatementKind::Declare { local, initializer, zero_first: false };
        Some(Statement { kind, span })
    }

    /// C17 6.7.4p7: a function that is only declared `inline` gives no external definition; each translation
    /// unit keeps its own.
    pub(super) fn settle_inline_functions(&mut self) {
        for (function, state) in self.functions.iter_mut().zip(&self.function_states) {
            if state.is_inline_only && function.body.is_some() {
                function.linkage = Linkage::Internal;
            }
        }
    }

    /// A function that returns a value should not run into its closing brace (C17 6.9.1p12); `main` may
    /// (C17 5.1.2.2.3).
    fn warn_missing_return(&mut self, id: FunctionId, body: &Body) {
        let function = &self.functions[id.0 as usize];
        let is_main = self.text(function.name) == "main";
        let result = function.ty.result.id;
        if is_main || self.types.is_void(result) || self.types.is_error(result) {
            return;
        }
        if may_complete(&body.block.statements, &self.functions) {
            let (text, spelled) = (self.text(function.name), self.spell(result));
            self.report(messages::missing_return(body.end, text, &spelled, function.span));
        }
    }
}
