//! Enumeration specifiers (C17 6.7.2.2).

use source::Span;

use crate::ast::{self, EnumSpecifier};
use crate::constant::Constant;
use crate::types::{Basic, EnumId, Enumeration, Type, TypeId, Types};

use super::classify::Classify;
use super::scope::{Entity, Tag};
use super::{Sema, attribute, messages};

/// The types that a packed enumeration can have.
const SMALLEST_FIRST: [Basic; 7] = [
    Basic::UnsignedChar,
    Basic::SignedChar,
    Basic::UnsignedShort,
    Basic::Short,
    Basic::UnsignedInt,
    Basic::Int,
    Basic::UnsignedLong,
];

impl Sema<'_> {
    /// The type that an enum specifier names or defines.
    pub(super) fn enum_specifier(&mut self, specifier: &EnumSpecifier, span: Span) -> TypeId {
        let fixed = specifier.underlying.as_ref().and_then(|name| self.fixed_type(name));
        let id = match (&specifier.tag, &specifier.enumerators) {
            (Some(tag), None) => match self.named_enum(*tag) {
                Some(id) => id,
                None => return Types::ERROR,
            },
            (tag, _) => self.defined_enum(*tag, span),
        };
        let ty = self.types.intern(Type::Enum(id));
        if fixed.is_some() {
            self.types.enumeration_mut(id).underlying = fixed;
        }
        if let Some(enumerators) = &specifier.enumerators {
            let is_packed = attribute::is_packed(&specifier.attributes);
            self.enumerators(id, ty, enumerators, (fixed, is_packed));
        }
        ty
    }

    /// C23 6.7.3.3p3: the type behind `:` is an integer type.
    fn fixed_type(&mut self, name: &ast::TypeName) -> Option<Basic> {
        let ty = self.type_name(name);
        let basic = self.types.as_basic(ty.id).filter(|basic| !basic.is_floating());
        if basic.is_some_and(Basic::is_int128) {
            self.report(messages::enum_int128(name.span));
            return None;
        }
        if basic.is_none() && !self.types.is_error(ty.id) {
            let spelled = self.spell(ty);
            self.report(messages::enum_type_not_integer(name.span, &spelled));
        }
        basic
    }

    /// `enum tag { … }`: completes the one of this scope that is only declared, or declares a new one.
    fn defined_enum(&mut self, tag: Option<ast::Identifier>, span: Span) -> EnumId {
        let known = tag.and_then(|tag| self.scopes.lookup_tag_innermost(tag.name));
        match known {
            Some((Tag::Enum(id), _)) if self.types.enumeration(id).enumerators.is_empty() => id,
            _ => self.new_enum(tag, span),
        }
    }

    /// `enum tag` alone: the visible one, or one whose list comes later. C17 6.7.2.3p3 does not have the second; GNU C
    /// does, and C23 6.7.3.3 with a fixed type.
    fn named_enum(&mut self, tag: ast::Identifier) -> Option<EnumId> {
        let text = self.names.text(tag.name);
        let diagnostic = match self.scopes.lookup_tag(tag.name) {
            Some((Tag::Enum(id), _)) => return Some(id),
            Some((Tag::Record(_), first)) => messages::wrong_kind_of_tag(tag.span, text, first),
            None => return Some(self.new_enum(Some(tag), tag.span)),
        };
        self.report(diagnostic);
        None
    }

    pub(super) fn new_enum(&mut self, tag: Option<ast::Identifier>, span: Span) -> EnumId {
        let place = tag.map_or(span, |tag| tag.span);
        let id = self.types.add_enum(Enumeration {
            tag: tag.map(|tag| tag.name),
            span: place,
            underlying: None,
            enumerators: vec![],
        });
        if let Some(tag) = tag {
            if let Some((_, first)) = self.scopes.lookup_tag_innermost(tag.name) {
                let text = self.names.text(tag.name);
                self.report(messages::tag_redefinition(tag.span, "enum", text, first));
            }
            self.scopes.bind_tag(tag.name, Tag::Enum(id), place);
        }
        id
    }

    /// Each enumerator is one more than the one before, or what is given (C17 6.7.2.2p3).
    fn enumerators(
        &mut self,
        id: EnumId,
        ty: TypeId,
        list: &[ast::Enumerator],
        (fixed, is_packed): (Option<Basic>, bool),
    ) {
        let mut next: i64 = 0;
        for enumerator in list {
            let value = match &enumerator.value {
                Some(expr) => self.enumerator_value(enumerator.name, expr).unwrap_or(next),
                None => next,
            };
            // C17 6.7.2.2p2: representable as an int; C23 6.7.3.3p5: or as the fixed type, or any.
            let fits = fixed.is_none_or(|basic| basic.can_hold(basic.widen(value)));
            let value = if fits {
                value
            } else {
                let text = self.names.text(enumerator.name.name);
                let value = i128::from(value);
                self.report(messages::enumerator_too_large(enumerator.name.span, text, value));
                0
            };
            self.bind_enumerator(id, ty, enumerator.name, value);
            next = value.wrapping_add(1);
        }
        let values = || self.types.enumeration(id).enumerators.iter().map(|&(_, value)| value);
        let (low, high) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        // GCC manual, "Common Type Attributes": a packed one has the smallest type that holds all.
        let holds = |basic: &&Basic| basic.can_hold(low.into()) && basic.can_hold(high.into());
        let underlying = match () {
            () if is_packed => SMALLEST_FIRST.iter().find(holds).copied().unwrap_or(Basic::Long),
            () if low >= 0 && u32::try_from(high).is_ok() => Basic::UnsignedInt,
            () if low >= 0 => Basic::UnsignedLong,
            () if i32::try_from(low).is_ok() && i32::try_from(high).is_ok() => Basic::Int,
            () => Basic::Long,
        };
        self.types.enumeration_mut(id).underlying = Some(fixed.unwrap_or(underlying));
    }

    fn bind_enumerator(&mut self, id: EnumId, ty: TypeId, name: ast::Identifier, value: i64) {
        if let Some(first) = self.scopes.lookup_innermost(name.name) {
            let text = self.names.text(name.name);
            self.report(messages::redefinition(name.span, text, first.span));
            return;
        }
        self.scopes.bind(name.name, Entity::Enumerator(ty, value), name.span);
        self.types.enumeration_mut(id).enumerators.push((name.name, value));
    }

    /// The value that is given, in 64 bits as some type of the language has it.
    fn enumerator_value(&mut self, name: ast::Identifier, expr: &ast::Expr) -> Option<i64> {
        let value = self.integer_constant(expr, "the value of an enumeration constant")?;
        if i64::try_from(value).is_err() && u64::try_from(value).is_err() {
            let text = self.names.text(name.name);
            self.report(messages::enumerator_too_large(name.span, text, value));
            return None;
        }
        Some(value as i64)
    }

    /// An integer constant expression (C17 6.6p6), with what it is for.
    pub(super) fn integer_constant(&mut self, expr: &ast::Expr, what: &str) -> Option<i128> {
        let value = self.unevaluated(|sema| sema.value(expr));
        if self.types.is_error(value.ty.id) {
            return None;
        }
        if !self.types.is_integer(value.ty.id) {
            let spelled = self.spell(value.ty);
            self.report(messages::constant_not_integer(expr.span, what, &spelled));
            return None;
        }
        match self.evaluate(&value) {
            Ok(Constant::Integer(value)) => Some(value),
            Ok(_) => {
                self.report(messages::not_constant(expr.span, what, None));
                None
            }
            Err(why) => {
                self.report(messages::not_constant(expr.span, what, Some(&why)));
                None
            }
        }
    }
}
