//! Types that are taken from an expression (`typeof`, C23 6.7.3.6; `auto`, C23 6.7.10), and objects whose values are
//! constants (`constexpr`, C23 6.7.2p6).

use source::Span;

use crate::ast::{
    DeclarationSpecifiers, Identifier, InitDeclarator, Initializer, StorageClass, TypeSpecifier,
    TypeofOperand,
};
use crate::constant::Constant;
use crate::tree::{ArithmeticOperator, Conversion, Expr, ExprKind};
use crate::types::{Basic, QualType, TypeId, Types};

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
        let ty = QualType { id: self.without_width(ty.id), ..ty };
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
        let ty = self.unevaluated(|sema| sema.value(expr)).ty.id;
        Some(self.without_width(ty).into())
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
            Ok(Constant::Integer(value)) => self.integer_node(value, ty.id, name.span).kind,
            Ok(Constant::Address { base: None, addend }) => ExprKind::Integer(addend),
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

    /// A constant of an integer type: of one of 128 bits, which no node holds, it is put together from its halves.
    pub(super) fn integer_node(&self, value: i128, ty: TypeId, span: Span) -> Expr {
        let basic = self.types.as_basic(ty).unwrap_or(Basic::Int);
        if basic.widen(value as i64) == value {
            return node(ExprKind::Integer(value as i64), ty, span);
        }
        let whole = Types::basic(Basic::UnsignedInt128);
        let converted =
            |value, to| node(ExprKind::Convert(Box::new(value), Conversion::Integer), to, span);
        let half = |bits: i128| {
            let bits = ExprKind::Integer(bits as i64);
            Box::new(converted(node(bits, Types::basic(Basic::UnsignedLong), span), whole))
        };
        let count = Box::new(node(ExprKind::Integer(64), Types::basic(Basic::Int), span));
        let high = ExprKind::Arithmetic(ArithmeticOperator::ShiftLeft, half(value >> 64), count);
        let high = Box::new(node(high, whole, span));
        let both = ExprKind::Arithmetic(ArithmeticOperator::BitOr, high, half(value));
        converted(node(both, whole, span), ty)
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
