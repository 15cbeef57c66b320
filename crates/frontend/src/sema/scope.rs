//! Scopes (C17 6.2.1): which entity a name stands for, and which type a tag names.

use rustc_hash::FxHashMap;
use source::{FileId, Span};

use crate::Name;
use crate::tree::{FunctionId, GlobalId, LocalId};
use crate::types::{EnumId, QualType, RecordId, TypeId};

/// What an ordinary identifier stands for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Entity {
    Typedef(QualType),
    /// An enumeration constant, of type `int`, with the enumeration that it belongs to.
    Enumerator(TypeId, i64),
    Local(LocalId),
    Global(GlobalId),
    Function(FunctionId),
    /// A parameter of a prototype that is not a definition; visible to array lengths after it.
    Prototype(QualType),
    /// A name that an error has been reported for.
    Error,
}

/// An entity and where it is declared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    pub(super) entity: Entity,
    pub(super) span: Span,
}

/// What a tag names (C17 6.2.3: tags have a name space of their own).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    Record(RecordId),
    Enum(EnumId),
}

#[derive(Default, Debug)]
struct Scope {
    names: FxHashMap<Name, Binding>,
    tags: FxHashMap<Name, (Tag, Span)>,
}

/// The scopes that are open, file scope first.
#[derive(Debug)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    /// Typedef names that need no declaration and hinder none.
    built_in: FxHashMap<Name, QualType>,
}

impl Scopes {
    /// File scope.
    pub(super) fn new() -> Scopes {
        Scopes { scopes: vec![Scope::default()], built_in: FxHashMap::default() }
    }

    /// Lets a name stand for a type wherever it is not declared.
    pub(super) fn build_in(&mut self, name: Name, ty: QualType) {
        self.built_in.insert(name, ty);
    }

    pub(super) fn push(&mut self) {
        self.scopes.push(Scope::default());
    }

    pub(super) fn pop(&mut self) {
        debug_assert!(self.scopes.len() > 1, "file scope stays open");
        self.scopes.pop();
    }

    /// Whether only file scope is open.
    pub(super) fn is_file_scope(&self) -> bool {
        self.scopes.len() == 1
    }

    /// What a name stands for here.
    pub(super) fn lookup(&self, name: Name) -> Option<Binding> {
        let declared = self.scopes.iter().rev().find_map(|scope| scope.names.get(&name)).copied();
        declared.or_else(|| {
            let entity = Entity::Typedef(*self.built_in.get(&name)?);
            let span = Span { file: FileId(0), start: 0, end: 0 };
            Some(Binding { entity, span })
        })
    }

    /// What a name is declared as in the innermost scope; names with errors may be declared anew.
    pub(super) fn lookup_innermost(&self, name: Name) -> Option<Binding> {
        let binding = self.scopes.last()?.names.get(&name).copied()?;
        (binding.entity != Entity::Error).then_some(binding)
    }

    /// Declares a name in the innermost scope.
    pub(super) fn bind(&mut self, name: Name, entity: Entity, span: Span) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.names.insert(name, Binding { entity, span });
        }
    }

    /// Remembers a name that is not declared, so that it is reported once per function.
    pub(super) fn bind_undeclared(&mut self, name: Name, span: Span) {
        let index = 1.min(self.scopes.len() - 1);
        let binding = Binding { entity: Entity::Error, span };
        self.scopes[index].names.entry(name).or_insert(binding);
    }

    /// What a tag names here.
    pub(super) fn lookup_tag(&self, name: Name) -> Option<(Tag, Span)> {
        self.scopes.iter().rev().find_map(|scope| scope.tags.get(&name)).copied()
    }

    /// What a tag names in the innermost scope.
    pub(super) fn lookup_tag_innermost(&self, name: Name) -> Option<(Tag, Span)> {
        self.scopes.last()?.tags.get(&name).copied()
    }

    /// Declares a tag in the innermost scope.
    pub(super) fn bind_tag(&mut self, name: Name, tag: Tag, span: Span) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.tags.insert(name, (tag, span));
        }
    }

    /// Every name that is visible here, hidden ones included.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        let bindings = self.scopes.iter().flat_map(|scope| &scope.names);
        bindings.filter(|(_, binding)| binding.entity != Entity::Error).map(|(&name, _)| name)
    }
}
