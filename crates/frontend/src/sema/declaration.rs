//! Declarations (C17 6.7): which kind of entity each declarator declares.

use source::Span;

use crate::ast::{
    self, Declaration, DeclarationSpecifiers, EnumSpecifier, Identifier, InitDeclarator,
    RecordSpecifier, StorageClass, TypeSpecifier,
};
use crate::tree::Statement;
use crate::types::QualType;

use super::classify::Classify;
use super::scope::Entity;
use super::specifiers::Specifiers;
use super::{Sema, messages};

impl Sema<'_> {
    /// A declaration at file scope (C17 6.9).
    pub(super) fn file_declaration(&mut self, declaration: &Declaration) {
        let Declaration::Names { specifiers, declarators, span } = declaration else {
            return self.static_assert(declaration);
        };
        if declarators.is_empty() && is_only_attributes(specifiers) {
            // C23 6.7p1 "attribute-declaration".
            self.traits(&specifiers.attributes);
            return;
        }
        let specifiers = self.shared_specifiers(specifiers, declarators, *span);
        // C17 6.9p2: neither `auto` nor `register` at file scope.
        if let Some((class @ (StorageClass::Auto | StorageClass::Register), place)) =
            specifiers.storage
        {
            self.report(messages::automatic_at_file_scope(place, class == StorageClass::Auto));
        }
        for item in declarators {
            let spec = self.with_attributes(&specifiers, &item.declarator.attributes);
            let Some((name, ty)) = self.declared(&spec, item) else { continue };
            if self.types.is_function(ty.id) {
                self.function_declaration(&spec, name, ty, item);
                continue;
            }
            self.file_object(&spec, name, ty, item.initializer.as_ref());
            if spec.is_constexpr {
                self.note_constant(name, ty, item.initializer.as_ref());
            }
        }
    }

    /// A declaration in a block; objects give statements.
    pub(super) fn block_declaration(
        &mut self,
        declaration: &Declaration,
        out: &mut Vec<Statement>,
    ) {
        let Declaration::Names { specifiers, declarators, span } = declaration else {
            return self.static_assert(declaration);
        };
        let shared = self.shared_specifiers(specifiers, declarators, *span);
        for (index, item) in declarators.iter().enumerate() {
            let spec = self.with_attributes(&shared, &item.declarator.attributes);
            let declared = self.declared(&spec, item);
            let is_array = declared.is_some_and(|(_, ty)| self.types.is_variable_array(ty.id));
            if !is_array {
                self.flush_pending(item.declarator.span, out);
            }
            let Some((name, ty)) = declared else { continue };
            if self.types.is_function(ty.id) {
                self.function_declaration(&spec, name, ty, item);
                continue;
            }
            if let (Some(place), None) = (spec.thread_local, spec.storage) {
                // C17 6.7.1p3.
                self.report(messages::automatic_thread_local(place, self.names.text(name.name)));
            }
            match spec.storage {
                Some((StorageClass::Extern | StorageClass::Static, _))
                    if self.types.is_variable(ty.id) =>
                {
                    self.report(messages::variable_static(name.span, self.names.text(name.name)));
                    self.scopes.bind(name.name, Entity::Error, name.span);
                }
                Some((StorageClass::Extern, _)) => {
                    self.block_extern(&spec, name, ty, item.initializer.as_ref());
                }
                Some((StorageClass::Static, _)) => {
                    self.static_local(&spec, name, ty, item.initializer.as_ref());
                }
                _ => {
                    let place = match (index, declarators.len()) {
                        (0, 1) => *span,
                        (0, _) => spec.span.to(item_span(item)),
                        _ => item_span(item),
                    };
                    self.automatic_object(&spec, name, ty, item.initializer.as_ref(), place, out);
                    self.note_cleanup(&spec, name);
                }
            }
            if spec.is_constexpr {
                self.note_constant(name, ty, item.initializer.as_ref());
            }
        }
    }

    /// The specifiers of a declaration; without declarators they must declare a tag or enumerators (C17 6.7p2).
    fn shared_specifiers(
        &mut self,
        specifiers: &DeclarationSpecifiers,
        declarators: &[InitDeclarator],
        span: Span,
    ) -> Specifiers {
        let is_alone = declarators.is_empty();
        if is_alone {
            self.forward_declaration(specifiers);
        }
        self.inferred = self.inferred_type(specifiers, declarators);
        let shared = self.specifiers(specifiers);
        self.inferred = None;
        let declares = specifiers.types.iter().any(|(specifier, _)| match specifier {
            TypeSpecifier::Record(record) => record.tag.is_some() || shared.storage.is_some(),
            TypeSpecifier::Enum(_) | TypeSpecifier::Error => true,
            _ => false,
        });
        if is_alone && !declares && !specifiers.types.is_empty() {
            self.report(messages::declares_nothing(span));
        }
        shared
    }

    /// `struct s;` declares `s` in this scope even if an outer scope has one (C17 6.7.2.3p7).
    fn forward_declaration(&mut self, specifiers: &DeclarationSpecifiers) {
        if let [
            (
                TypeSpecifier::Record(RecordSpecifier {
                    kind, tag: Some(tag), members: None, ..
                }),
                _,
            ),
        ] = &specifiers.types[..]
            && self.scopes.lookup_tag_innermost(tag.name).is_none()
        {
            self.new_record(*kind, Some(*tag), tag.span);
        }
        // GNU C: the same of enumerations.
        if let [(TypeSpecifier::Enum(EnumSpecifier { tag: Some(tag), enumerators: None, .. }), _)] =
            &specifiers.types[..]
            && self.scopes.lookup_tag(tag.name).is_none()
        {
            self.new_enum(Some(*tag), tag.span);
        }
    }

    /// The name and type of a declarator; `None` once a typedef is declared, or without a name.
    fn declared(
        &mut self,
        specifiers: &Specifiers,
        item: &InitDeclarator,
    ) -> Option<(Identifier, QualType)> {
        let ty = self.declarator_type(specifiers.base, &item.declarator);
        let name = item.declarator.name?;
        if specifiers.traits.is_transparent
            && let Some(id) = self.types.as_record(ty.id)
        {
            self.types.record_mut(id).is_transparent = true;
        }
        if matches!(specifiers.storage, Some((StorageClass::Typedef, _))) {
            if item.initializer.is_some() {
                self.report(messages::initialized_typedef(name.span, self.names.text(name.name)));
            }
            self.typedef(name, ty);
            return None;
        }
        if specifiers.is_inline && !self.types.is_function(ty.id) && !self.types.is_error(ty.id) {
            self.report(messages::inline_object(name.span, self.names.text(name.name)));
        }
        if self.types.as_array(ty.id).is_some_and(|(_, length)| length == Some(0)) {
            self.report(messages::array_length_zero(name.span, self.names.text(name.name)));
        }
        Some((name, ty))
    }

    /// A typedef name; it may be declared again as the same type (C17 6.7p3).
    fn typedef(&mut self, name: Identifier, ty: QualType) {
        if let Some(first) = self.scopes.lookup_innermost(name.name) {
            let text = self.names.text(name.name);
            let Entity::Typedef(old) = first.entity else {
                return self.report(messages::redefinition(name.span, text, first.span));
            };
            if self.types.is_error(ty.id) {
                return;
            }
            if old != ty && !self.types.is_error(old.id) {
                let (old, new) = (self.spell(old), self.spell(ty));
                let diagnostic =
                    messages::conflicting_types(name.span, text, &new, &old, first.span);
                return self.report(diagnostic);
            }
        }
        self.scopes.bind(name.name, Entity::Typedef(ty), name.span);
    }

    /// `_Static_assert` (C17 6.7.10).
    pub(super) fn static_assert(&mut self, declaration: &Declaration) {
        let Declaration::StaticAssert { condition, message, .. } = declaration else { return };
        let what = "the condition of `_Static_assert`";
        if self.integer_constant(condition, what) == Some(0) {
            let message = message.as_ref().map(|literal| {
                let text = literal.elements.iter().map(|&unit| unit.min(255) as u8);
                String::from_utf8_lossy(&text.collect::<Vec<u8>>()).into_owned()
            });
            self.report(messages::static_assertion_failed(condition.span, message.as_deref()));
        }
    }
}

/// Whether there is nothing but attributes.
fn is_only_attributes(specifiers: &DeclarationSpecifiers) -> bool {
    specifiers.types.is_empty()
        && specifiers.storage.is_empty()
        && specifiers.qualifiers.is_empty()
        && specifiers.functions.is_empty()
        && !specifiers.attributes.is_empty()
}

/// From a declarator to the end of its initializer.
fn item_span(item: &InitDeclarator) -> Span {
    match &item.initializer {
        Some(ast::Initializer::Expr(expr)) => item.declarator.span.to(expr.span),
        Some(ast::Initializer::List { span, .. }) => item.declarator.span.to(*span),
        None => item.declarator.span,
    }
}
