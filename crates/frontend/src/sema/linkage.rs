//! Linkage (C17 6.2.2), and declaring the same entity again (C17 6.2.7, 6.7p3, p4).

use crate::ast::{Identifier, StorageClass};
use crate::tree::Linkage;
use crate::types::QualType;

use super::classify::Classify;
use super::scope::Entity;
use super::{Sema, messages};

impl Sema<'_> {
    /// The linkage that a declaration gives (C17 6.2.2p3 to p6).
    pub(super) fn linkage(
        &self,
        name: Identifier,
        storage: Option<StorageClass>,
        is_function: bool,
    ) -> Linkage {
        let is_file_scope = self.scopes.is_file_scope();
        match storage {
            Some(StorageClass::Static) if is_file_scope => Linkage::Internal,
            Some(StorageClass::Static) => Linkage::None,
            Some(StorageClass::Extern) => self.prior_linkage(name),
            _ if is_function => self.prior_linkage(name),
            _ if is_file_scope => Linkage::External,
            _ => Linkage::None,
        }
    }

    /// C17 6.2.2p4: what a visible prior declaration says, else external.
    fn prior_linkage(&self, name: Identifier) -> Linkage {
        let visible = self.scopes.lookup(name.name).map(|binding| binding.entity);
        match visible.and_then(|entity| self.entity_linkage(entity)) {
            Some(linkage) if linkage != Linkage::None => linkage,
            _ => Linkage::External,
        }
    }

    fn entity_linkage(&self, entity: Entity) -> Option<Linkage> {
        match entity {
            Entity::Global(id) => Some(self.globals[id.0 as usize].linkage),
            Entity::Function(id) => Some(self.functions[id.0 as usize].linkage),
            _ => None,
        }
    }

    /// The entity that a declaration with linkage declares again; reports a name that is something else here.
    ///
    /// **Errors**: `Err` when it has been reported.
    pub(super) fn prior_entity(
        &mut self,
        name: Identifier,
        linkage: Linkage,
    ) -> Result<Option<Entity>, ()> {
        let text = self.names.text(name.name);
        if let Some(first) = self.scopes.lookup_innermost(name.name) {
            let has_linkage = self.entity_linkage(first.entity).is_some_and(|l| l != Linkage::None);
            if !has_linkage {
                self.report(messages::redefinition(name.span, text, first.span));
                return Err(());
            }
        }
        let Some(&prior) = self.linked.get(&name.name) else { return Ok(None) };
        let span = self.entity_span(prior);
        match (self.entity_linkage(prior), linkage) {
            (Some(Linkage::External), Linkage::Internal) => {
                self.report(messages::static_after_extern(name.span, text, span));
                Err(())
            }
            (Some(Linkage::Internal), Linkage::External) => {
                self.report(messages::extern_after_static(name.span, text, span));
                Err(())
            }
            _ => Ok(Some(prior)),
        }
    }

    fn entity_span(&self, entity: Entity) -> source::Span {
        match entity {
            Entity::Function(id) => self.functions[id.0 as usize].span,
            Entity::Global(id) => self.globals[id.0 as usize].span,
            _ => unreachable!("only globals and functions have linkage"),
        }
    }

    /// The type of an entity that is declared again: both types put together, if they are compatible (C17 6.7p4).
    pub(super) fn redeclared_type(
        &mut self,
        name: Identifier,
        old: QualType,
        new: QualType,
        first: source::Span,
    ) -> Option<QualType> {
        if self.types.is_error(old.id) || self.types.is_error(new.id) {
            return Some(old);
        }
        if old.qualifiers != new.qualifiers || !self.compatible(old.id, new.id) {
            let (old, new) = (self.spell(old), self.spell(new));
            let text = self.names.text(name.name);
            self.report(messages::conflicting_types(name.span, text, &new, &old, first));
            return None;
        }
        let id = self.composite(old.id, new.id);
        Some(QualType { id, qualifiers: old.qualifiers })
    }
}
