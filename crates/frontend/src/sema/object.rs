//! Declarations of objects: globals, static and automatic locals.

use source::Span;

use crate::ast::{Identifier, Initializer, StorageClass};
use crate::tree::{
    ExprKind, Global, GlobalId, Linkage, Local, LocalId, Statement, StatementKind, StaticInit,
    SymbolTraits,
};
use crate::types::{QualType, Type, Types};

use super::classify::Classify;
use super::scope::Entity;
use super::specifiers::Specifiers;
use super::{Sema, messages};

/// What the tree does not keep of a global.
#[derive(Clone, Default)]
pub(super) struct GlobalState {
    /// Where it is defined with an initializer.
    pub(super) defined: Option<Span>,
    /// Where it is declared first.
    declared: Option<Span>,
    /// Whether a tentative definition has been met (C17 6.9.2p2).
    pub(super) is_tentative: bool,
    /// The value of a `constexpr` object.
    pub(super) constant: Option<ExprKind>,
}

/// What the stack pointer is always a multiple of (RISC-V psABI, "Integer Calling Convention"): objects that need more are
/// at the end of the stack.
///
/// **Units**: bytes.
pub(super) const STACK_ALIGN: u64 = 16;

impl Sema<'_> {
    /// An object at file scope (C17 6.9.2).
    pub(super) fn file_object(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: QualType,
        initializer: Option<&Initializer>,
    ) {
        let storage = specifiers.storage.map(|(class, _)| class);
        let linkage = self.linkage(name, storage, false);
        let Some(id) = self.linked_global(name, ty, linkage) else {
            return self.discard_initializer(initializer);
        };
        self.scopes.bind(name.name, Entity::Global(id), name.span);
        self.apply_alignment(specifiers, id);
        self.note_global_traits(id, &specifiers.traits);
        self.note_thread_local(id, name, specifiers.thread_local);
        match initializer {
            Some(initializer) => self.define_global(id, name, initializer),
            None if storage == Some(StorageClass::Extern) => {}
            None if specifiers.traits.symbol.alias.is_some() => {}
            None => self.global_states[id.0 as usize].is_tentative = true,
        }
        let complete = self.types.is_complete(self.globals[id.0 as usize].ty.id);
        if linkage == Linkage::Internal && !complete && !self.types.is_array(ty.id) {
            // C17 6.9.2p3.
            self.check_complete(name, ty);
        }
        if self.types.is_void(ty.id) {
            self.check_complete(name, ty);
        }
    }

    /// `extern` in a block (C17 6.2.2p4); it has no initializer (C17 6.7.9p5).
    pub(super) fn block_extern(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: QualType,
        initializer: Option<&Initializer>,
    ) {
        if initializer.is_some() {
            self.report(messages::initialized_extern(name.span, self.names.text(name.name)));
            self.discard_initializer(initializer);
        }
        let linkage = self.linkage(name, Some(StorageClass::Extern), false);
        let global = self.linked_global(name, ty, linkage);
        if let Some(id) = global {
            self.note_global_traits(id, &specifiers.traits);
            self.note_thread_local(id, name, specifiers.thread_local);
        }
        let entity = global.map_or(Entity::Error, Entity::Global);
        self.scopes.bind(name.name, entity, name.span);
    }

    /// The global that a declaration with linkage declares, perhaps again.
    fn linked_global(
        &mut self,
        name: Identifier,
        ty: QualType,
        linkage: Linkage,
    ) -> Option<GlobalId> {
        match self.prior_entity(name, linkage).ok()? {
            None => {
                let id = self.new_global(name, ty, linkage);
                self.linked.insert(name.name, Entity::Global(id));
                Some(id)
            }
            Some(Entity::Global(id)) => {
                let prior = &self.globals[id.0 as usize];
                let ty = self.redeclared_type(name, prior.ty, ty, prior.span)?;
                self.set_global_type(id, ty);
                Some(id)
            }
            Some(Entity::Function(id)) => {
                let first = self.functions[id.0 as usize].span;
                self.report(messages::redefinition(name.span, self.names.text(name.name), first));
                None
            }
            Some(_) => None,
        }
    }

    /// Enters a global that is only declared so far.
    pub(super) fn new_global(
        &mut self,
        name: Identifier,
        ty: QualType,
        linkage: Linkage,
    ) -> GlobalId {
        let id = GlobalId(self.globals.len() as u32);
        self.globals.push(Global {
            name: name.name,
            ty,
            linkage,
            function: self.body.as_ref().map(|b| b.function).filter(|_| linkage == Linkage::None),
            align: self.types.align(ty.id),
            is_thread_local: false,
            symbol: SymbolTraits::default(),
            definition: None,
            span: name.span,
        });
        self.global_states.push(GlobalState::default());
        id
    }

    /// C17 6.7.1p3: `_Thread_local` stands in every declaration of an object, or in none.
    fn note_thread_local(&mut self, id: GlobalId, name: Identifier, place: Option<Span>) {
        let state = &mut self.global_states[id.0 as usize];
        let global = &mut self.globals[id.0 as usize];
        match state.declared {
            Some(first) if global.is_thread_local != place.is_some() => {
                let text = self.names.text(name.name);
                let is_missing = place.is_none();
                self.report(messages::thread_local_differs(name.span, text, first, is_missing));
            }
            Some(_) => {}
            None => {
                state.declared = Some(name.span);
                global.is_thread_local = place.is_some();
            }
        }
    }

    fn set_global_type(&mut self, id: GlobalId, ty: QualType) {
        let align = self.types.align(ty.id);
        let global = &mut self.globals[id.0 as usize];
        global.ty = ty;
        global.align = global.align.max(align);
    }

    fn apply_alignment(&mut self, specifiers: &Specifiers, id: GlobalId) {
        let natural = self.globals[id.0 as usize].align;
        self.globals[id.0 as usize].align = self.alignment_of_object(specifiers, natural);
    }

    /// C17 6.7.5p4: `_Alignas` does not weaken the alignment of the type.
    fn alignment_of_object(&mut self, specifiers: &Specifiers, natural: u64) -> u64 {
        let align = match specifiers.align {
            Some((align, span)) if align < natural => {
                self.report(messages::weaker_alignment(span, align, natural));
                natural
            }
            Some((align, _)) => align,
            None => natural,
        };
        align.max(specifiers.least_align)
    }

    /// A definition with an initializer.
    pub(super) fn define_global(
        &mut self,
        id: GlobalId,
        name: Identifier,
        initializer: &Initializer,
    ) {
        let state = &mut self.global_states[id.0 as usize];
        if let Some(first) = state.defined.replace(name.span) {
            self.report(messages::redefinition(name.span, self.names.text(name.name), first));
        }
        let global = &mut self.globals[id.0 as usize];
        global.span = name.span;
        let ty = global.ty;
        if !self.may_be_initialized(name, ty) {
            return self.discard_initializer(Some(initializer));
        }
        let (ty, definition) = self.static_initializer(ty, initializer);
        self.set_global_type(id, ty);
        self.globals[id.0 as usize].definition = Some(definition);
    }

    /// C17 6.7.9p3: an array of unknown length or a complete object type.
    fn may_be_initialized(&mut self, name: Identifier, ty: QualType) -> bool {
        self.types.is_array(ty.id) || self.check_complete(name, ty)
    }

    /// Whether an object of that type can exist (C17 6.7p7); says so if not.
    fn check_complete(&mut self, name: Identifier, ty: QualType) -> bool {
        if self.types.is_complete(ty.id) {
            return true;
        }
        let spelled = self.spell(ty);
        let text = self.names.text(name.name);
        let diagnostic = match self.types.get(ty.id) {
            Type::Void => messages::void_object(name.span, text),
            Type::Array(..) => messages::array_without_length(name.span, text, &spelled),
            Type::Record(id) => {
                let declared = self.types.record(*id).span;
                messages::incomplete_object(name.span, text, &spelled, Some(declared))
            }
            Type::Enum(id) => {
                let enumeration = self.types.enumeration(*id);
                let tag = enumeration.tag.map_or("", |tag| self.names.text(tag));
                messages::unknown_enum(enumeration.span, tag)
            }
            _ => messages::incomplete_object(name.span, text, &spelled, None),
        };
        self.report(diagnostic);
        false
    }

    /// A `static` object in a block (C17 6.2.4p3).
    pub(super) fn static_local(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: QualType,
        initializer: Option<&Initializer>,
    ) {
        self.check_not_declared(name);
        let id = self.new_global(name, ty, Linkage::None);
        self.scopes.bind(name.name, Entity::Global(id), name.span);
        self.apply_alignment(specifiers, id);
        self.note_global_traits(id, &specifiers.traits);
        self.note_thread_local(id, name, specifiers.thread_local);
        match initializer {
            Some(initializer) => self.define_global(id, name, initializer),
            None if self.check_complete(name, ty) => {
                self.globals[id.0 as usize].definition = Some(StaticInit::default());
            }
            None => self.globals[id.0 as usize].ty = Types::ERROR.into(),
        }
    }

    /// C17 6.7p3: a name without linkage is declared once in a scope.
    fn check_not_declared(&mut self, name: Identifier) {
        if let Some(first) = self.scopes.lookup_innermost(name.name) {
            let text = self.names.text(name.name);
            self.report(messages::redefinition(name.span, text, first.span));
        }
    }

    /// An object with automatic storage duration (C17 6.2.4p5), declared by a statement.
    pub(super) fn automatic_object(
        &mut self,
        specifiers: &Specifiers,
        name: Identifier,
        ty: QualType,
        initializer: Option<&Initializer>,
        span: Span,
        out: &mut Vec<Statement>,
    ) {
        self.check_not_declared(name);
        if self.types.is_variable_array(ty.id) {
            let local = self.variable_object(name, ty, initializer, span, out);
            return self.scopes.bind(name.name, Entity::Local(local), name.span);
        }
        let natural = self.types.align(ty.id);
        let align = self.alignment_of_object(specifiers, natural);
        if align > STACK_ALIGN && self.types.layout(ty.id).is_some() {
            return self.aligned_object(name, ty, align, initializer, span, out);
        }
        let local = self.new_local(Some(name), ty, name.span);
        self.local_mut(local, |object| object.align = align);
        if matches!(specifiers.storage, Some((StorageClass::Register, _)))
            && let Some(body) = &mut self.body
        {
            body.registers.insert(local);
        }
        self.scopes.bind(name.name, Entity::Local(local), name.span);
        let Some(initializer) = initializer else {
            self.uninitialized_object(local, name, ty);
            let kind = StatementKind::Declare { local, initializer: None, zero_first: false };
            return out.push(Statement { kind, span });
        };
        if !self.may_be_initialized(name, ty) {
            self.local_mut(local, |object| object.ty = Types::ERROR.into());
            return self.discard_initializer(Some(initializer));
        }
        let filled = self.initialize(ty, initializer, false);
        let natural = self.types.align(filled.ty.id);
        self.local_mut(local, |object| {
            object.ty = filled.ty;
            object.align = object.align.max(natural);
        });
        let (initializer, zero_first) = (Some(filled.stores), filled.zero_first);
        out.push(Statement {
            kind: StatementKind::Declare { local, initializer, zero_first },
            span,
        });
    }

    fn uninitialized_object(&mut self, local: LocalId, name: Identifier, ty: QualType) {
        if !self.check_complete(name, ty) {
            self.local_mut(local, |object| object.ty = Types::ERROR.into());
        }
    }

    /// Enters an automatic object that lives in the innermost open block.
    pub(super) fn new_local(
        &mut self,
        name: Option<Identifier>,
        ty: QualType,
        span: Span,
    ) -> LocalId {
        let align = self.types.align(ty.id);
        let name = name.map(|name| name.name);
        let local = Local { name, ty, align, is_address_taken: false, span };
        self.body.as_mut().map_or(LocalId(0), |body| body.add_local(local))
    }

    /// Changes an automatic object.
    pub(super) fn local_mut(&mut self, id: LocalId, change: impl FnOnce(&mut Local)) {
        if let Some(body) = &mut self.body {
            change(body.local_mut(id));
        }
    }

    /// C17 6.9.2p2, p5: what is only tentatively defined is zero; an array of unknown length has one element.
    pub(super) fn complete_tentative_definitions(&mut self) {
        for index in 0..self.globals.len() {
            let state = &self.global_states[index];
            if !state.is_tentative || state.defined.is_some() {
                continue;
            }
            let (name, ty, span) =
                (self.globals[index].name, self.globals[index].ty, self.globals[index].span);
            if let Some((of, None)) = self.types.as_array(ty.id) {
                self.report(messages::tentative_array(span, self.names.text(name)));
                let one = self.types.array(of, Some(1));
                self.globals[index].ty = one.into();
            } else if !self.types.is_void(ty.id)
                && !self.check_complete(Identifier { name, span }, ty)
            {
                continue;
            }
            self.globals[index].definition = Some(StaticInit::default());
        }
    }
}
