//! Types that are taken from an expression (`typeof`, C23 6.7.3.6; `auto`, C23 6.7.10), and objects whose values are
//! constants (`constexpr`, C23 6.7.2p6).

use source::Span;

use crate::ast::{
    DeclarationSpecifiers, Identifier, InitDeclarator, Initializer, StorageClass, TypeSpecifier,
    TypeofOperand,
};
use crate::constant::Constant;
use crate::tree::{Expr, ExprKind};
use crate::types::{QualType, Types};

use super::classify::Classify;
use super::convert::Purpose;
use super::scope::Entity;
use super::{Sema, messages, node};

impl Sema<'_> {
    /// The type of a `typeof` specifier.
    pub(super) fn type_of(&mut self, operand: &TypeofOperand, is_unqualified: bool) -> QualType {
        let ty = match operand {
            TypeofOperand::Type(name) => self.type_name(name),
            TypeofOperand::Expr(expr) => self.unevaluated(|sema| sema.expr(expr)).ty,
        };
        if is_unqualified { ty.id.into() } else { ty }
    }

    /// The type of the first declarator's initializer, where the specifiers leave it to that.
    pub(super) fn inferred_type(
        &mut self,
        specifiers: &DeclarationSpecifiers,
        declarators: &[InitDeclarator],
    ) -> Option<QualType> {
        let is_inferred = match &specifiers.types[..] {
            [] => specifiers.storage.iter().any(|(class, _)| *class == StorageClass::Auto),
            [(TypeSpecifier::Auto, _)] => true,
            _ => false,
        };
        let first = declarators.first().filter(|_| is_inferred)?;
        let Some(Initializer::Expr(expr)) = &first.initializer else {
            let name = first.declarator.name?;
            self.report(messages::nothing_to_infer(name.span, self.names.text(name.name)));
            return Some(Types::ERROR.into());
        };
        Some(self.unevaluated(|sema| sema.value(expr)).ty.id.into())
    }

    /// Remembers the value of a `constexpr` object of scalar type; says so if it has none.
    pub(super) fn note_constant(
        &mut self,
        name: Identifier,
        ty: QualType,
        initializer: Option<&Initializer>,
    ) {
        if !self.types.is_scalar(ty.id) {
            return;
        }
        let value = match initializer {
            Some(Initializer::Expr(expr)) => self.unevaluated(|sema| sema.value(expr)),
            _ => node(ExprKind::Integer(0), ty.id, name.span),
        };
        let value = self.convert_for(value, ty.id, &Purpose::Initialize);
        let kind = match self.evaluate(&value) {
            _ if self.types.is_error(value.ty.id) => return,
            Ok(Constant::Integer(value) | Constant::Address { base: None, addend: value }) => {
                ExprKind::Integer(value)
            }
            Ok(Constant::Floating(value)) => ExprKind::Floating(value),
            Ok(Constant::Complex(parts)) => self.complex_constant(parts, ty.id, name.span),
            _ => {
                let diagnostic =
                    messages::constexpr_not_constant(name.span, self.names.text(name.name));
                return self.report(diagnostic);
            }
        };
        match (self.scopes.lookup(name.name).map(|binding| binding.entity), &mut self.body) {
            (Some(Entity::Local(id)), Some(body)) => {
                body.constants.insert(id, kind);
            }
            (Some(Entity::Global(id)), _) => {
                self.global_states[id.0 as usize].constant = Some(kind);
            }
            _ => {}
        }
    }

    /// The value of a place that is a `constexpr` object.
    pub(super) fn constant_object(&self, place: &Expr, span: Span) -> Option<Expr> {
        let kind = match (&place.kind, &self.body) {
            (ExprKind::Local(id), Some(body)) => body.constants.get(id)?,
            (ExprKind::Global(id), _) => self.global_states[id.0 as usize].constant.as_ref()?,
            _ => return None,
        };
        Some(node(kind.clone(), place.ty.id, span))
    }
}
