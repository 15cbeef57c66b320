//! Constants and string literals (C17 6.4.4, 6.4.5), and compound literals (C17 6.5.2.5).

use source::Span;

use crate::Floating;
use crate::ast::{Identifier, Initializer, TypeName};
use crate::sema::{Sema, messages, node};
use crate::token::{
    CharacterConstant, Encoding, FloatingConstant, FloatingSuffix, IntegerConstant,
    IntegerConstantType, StringLiteral,
};
use crate::tree::{Expr, ExprKind, Linkage, StringId, StringObject};
use crate::types::{Basic, TypeId, Types};

use super::super::classify::Classify;
use super::complex::imaginary;

/// An integer constant (C17 6.4.4.1).
pub(super) fn integer(constant: IntegerConstant, span: Span) -> Expr {
    let basic = match constant.kind {
        IntegerConstantType::Int => Basic::Int,
        IntegerConstantType::UnsignedInt => Basic::UnsignedInt,
        IntegerConstantType::Long => Basic::Long,
        IntegerConstantType::UnsignedLong => Basic::UnsignedLong,
        IntegerConstantType::LongLong => Basic::LongLong,
        IntegerConstantType::UnsignedLongLong => Basic::UnsignedLongLong,
    };
    let value = node(ExprKind::Integer(constant.value as i64), Types::basic(basic), span);
    if constant.is_imaginary { imaginary(value, basic) } else { value }
}

/// A character constant (C17 6.4.4.4): an `int`, or of the type of its prefix.
pub(super) fn character(constant: CharacterConstant, span: Span) -> Expr {
    let (basic, value) = match constant.encoding {
        Encoding::Plain => (Basic::Int, i64::from(constant.value as i32)),
        Encoding::Wide => (Basic::Int, i64::from(constant.value as i32)),
        Encoding::Utf8 => (Basic::UnsignedChar, i64::from(constant.value as u8)),
        Encoding::Utf16 => (Basic::UnsignedShort, i64::from(constant.value as u16)),
        Encoding::Utf32 => (Basic::UnsignedInt, i64::from(constant.value)),
    };
    node(ExprKind::Integer(value), Types::basic(basic), span)
}

/// The element type of a string literal (C17 6.4.5p6).
pub(in crate::sema) fn element_type(encoding: Encoding) -> TypeId {
    Types::basic(match encoding {
        Encoding::Plain | Encoding::Utf8 => Basic::Char,
        Encoding::Utf16 => Basic::UnsignedShort,
        Encoding::Utf32 => Basic::UnsignedInt,
        Encoding::Wide => Basic::Int,
    })
}

/// The bytes of a string literal in memory, with the terminating null (C17 6.4.5p6).
pub(in crate::sema) fn string_bytes(literal: &StringLiteral) -> Vec<u8> {
    let size = match literal.encoding {
        Encoding::Plain | Encoding::Utf8 => 1,
        Encoding::Utf16 => 2,
        Encoding::Utf32 | Encoding::Wide => 4,
    };
    let units = literal.elements.iter().chain(std::iter::once(&0));
    units.flat_map(|unit| unit.to_le_bytes().into_iter().take(size)).collect()
}

impl Sema<'_> {
    /// A string literal: an array with static storage duration (C17 6.4.5p6).
    pub(super) fn string(&mut self, literal: &StringLiteral, span: Span) -> Expr {
        let length = literal.elements.len() as u64 + 1;
        let ty = self.types.array(element_type(literal.encoding).into(), Some(length));
        let id = StringId(self.strings.len() as u32);
        self.strings.push(StringObject { bytes: string_bytes(literal), ty, span });
        node(ExprKind::String(id), ty, span)
    }

    /// A floating constant (C17 6.4.4.2).
    pub(super) fn floating(&mut self, constant: &FloatingConstant, span: Span) -> Expr {
        let basic = match constant.suffix {
            FloatingSuffix::Float => Basic::Float,
            FloatingSuffix::Double => Basic::Double,
            FloatingSuffix::LongDouble => Basic::LongDouble,
        };
        match Floating::from_constant(&constant.digits, basic) {
            Some(value) => {
                let value = node(ExprKind::Floating(value), Types::basic(basic), span);
                if constant.is_imaginary { imaginary(value, basic) } else { value }
            }
            None => self.reject(messages::bad_floating_constant(span)),
        }
    }

    /// A compound literal (C17 6.5.2.5): an unnamed object of the enclosing block, or of the program.
    pub(super) fn compound_literal(
        &mut self,
        name: &TypeName,
        list: &Initializer,
        span: Span,
    ) -> Expr {
        let ty = self.type_name(name);
        if self.types.is_error(ty.id) {
            self.discard_initializer(Some(list));
            return crate::sema::error_expr(span);
        }
        if !self.types.is_array(ty.id) && !self.types.is_complete(ty.id) {
            let spelled = self.spell(ty);
            return self.reject(messages::incomplete_value(span, &spelled));
        }
        if self.body.is_none() {
            let name = Identifier { name: self.names.intern("<compound literal>"), span };
            let id = self.new_global(name, ty, Linkage::None);
            self.define_global(id, name, list);
            return node(ExprKind::Global(id), self.globals[id.0 as usize].ty, span);
        }
        let filled = self.initialize(ty, list, false);
        let local = self.new_local(None, filled.ty, span);
        let (initializer, zero_first) = (filled.stores, filled.zero_first);
        node(ExprKind::CompoundLiteral { local, initializer, zero_first }, filled.ty, span)
    }
}
