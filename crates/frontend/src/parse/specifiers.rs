//! Declaration specifiers and specifier-qualifier lists (C17 6.7, 6.7.1 to 6.7.5).

use source::Span;

use super::{Parsed, Parser, messages};
use crate::ast::{
    AlignmentSpecifier, DeclarationSpecifiers, FunctionSpecifier, Qualifier, StorageClass,
    TypeSpecifier, TypeofOperand,
};
use crate::token::{Keyword, Punctuator, TokenKind};

impl Parser<'_> {
    /// Whether the token so far ahead is the first of declaration specifiers or a type name.
    pub(super) fn starts_type(&self, ahead: usize) -> bool {
        match self.peek_at(ahead) {
            TokenKind::Keyword(keyword) => keyword.is_type_word(),
            TokenKind::Identifier(name) => self.scopes.is_typedef(*name),
            _ => false,
        }
    }

    // declaration-specifiers:
    //     ( storage-class-specifier | type-specifier | type-qualifier | function-specifier
    //     | alignment-specifier )+
    pub(super) fn declaration_specifiers(&mut self) -> Parsed<DeclarationSpecifiers> {
        let start = self.span();
        let mut specifiers = empty(start);
        while self.specifier(&mut specifiers)? {
            specifiers.span = self.since(start);
        }
        Ok(specifiers)
    }

    // specifier-qualifier-list: ( type-specifier | type-qualifier | alignment-specifier )+
    pub(super) fn specifier_qualifier_list(&mut self) -> Parsed<DeclarationSpecifiers> {
        let specifiers = self.declaration_specifiers()?;
        let storage = specifiers.storage.first().map(|it| it.1);
        let misplaced = storage.or(specifiers.functions.first().map(|it| it.1));
        if let Some(span) = misplaced {
            self.report(messages::storage_in_type(span));
        }
        if specifiers.types.is_empty() && specifiers.qualifiers.is_empty() {
            return self.unexpected("a type");
        }
        Ok(specifiers)
    }

    /// Reads one specifier, if there is one.
    fn specifier(&mut self, specifiers: &mut DeclarationSpecifiers) -> Parsed<bool> {
        let span = self.span();
        let has_type = !specifiers.types.is_empty();
        match *self.peek() {
            TokenKind::Identifier(name) if !has_type && self.scopes.is_typedef(name) => {
                self.advance();
                specifiers.types.push((TypeSpecifier::Typedef(name), span));
            }
            TokenKind::Identifier(_) if !has_type && self.is_at_unknown_type(false) => {
                self.unknown_type()?;
                if !matches!(self.peek(), TokenKind::Keyword(_)) {
                    specifiers.types.push((TypeSpecifier::Error, span));
                }
            }
            TokenKind::Keyword(_) if self.ends_after_record(specifiers) => return Ok(false),
            TokenKind::Keyword(keyword) => return self.keyword_specifier(keyword, specifiers),
            _ if self.is_at_attribute() => specifiers.attributes.extend(self.attributes()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn keyword_specifier(
        &mut self,
        keyword: Keyword,
        specifiers: &mut DeclarationSpecifiers,
    ) -> Parsed<bool> {
        let start = self.span();
        if let Some(class) = storage_class(keyword) {
            self.advance();
            specifiers.storage.push((class, start));
        } else if let Some(qualifier) = self.qualifier() {
            specifiers.qualifiers.push((qualifier, start));
        } else if let Some(function) = function_specifier(keyword) {
            self.advance();
            specifiers.functions.push((function, start));
        } else if keyword == Keyword::Alignas {
            let alignment = self.alignment_specifier()?;
            specifiers.alignments.push((alignment, self.since(start)));
        } else if keyword == Keyword::Attribute {
            specifiers.attributes.extend(self.attributes()?);
        } else if let Some(ty) = self.type_specifier(keyword)? {
            specifiers.types.push((ty, self.since(start)));
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    // type-specifier: void | char | short | int | long | float | double | signed | unsigned | _Bool
    //     | _Complex | atomic-type-specifier | struct-or-union-specifier | enum-specifier
    //     | typedef-name
    // atomic-type-specifier: _Atomic ( type-name )
    fn type_specifier(&mut self, keyword: Keyword) -> Parsed<Option<TypeSpecifier>> {
        let ty = match keyword {
            Keyword::Void => TypeSpecifier::Void,
            Keyword::Char => TypeSpecifier::Char,
            Keyword::Short => TypeSpecifier::Short,
            Keyword::Int => TypeSpecifier::Int,
            Keyword::Long => TypeSpecifier::Long,
            Keyword::Float => TypeSpecifier::Float,
            Keyword::Double => TypeSpecifier::Double,
            Keyword::Signed => TypeSpecifier::Signed,
            Keyword::Unsigned => TypeSpecifier::Unsigned,
            Keyword::Bool => TypeSpecifier::Bool,
            Keyword::Complex => TypeSpecifier::Complex,
            Keyword::BuiltinVaList => TypeSpecifier::VaList,
            Keyword::Int128 => TypeSpecifier::Int128,
            Keyword::AutoType => TypeSpecifier::Auto,
            Keyword::BitInt => {
                self.advance();
                self.skip_balanced();
                return Ok(Some(TypeSpecifier::BitInt));
            }
            Keyword::Typeof | Keyword::TypeofUnqual => return self.type_of(keyword).map(Some),
            Keyword::Imaginary => return self.fail(messages::imaginary(self.span())),
            Keyword::Struct | Keyword::Union => return self.record_specifier(keyword).map(Some),
            Keyword::Enum => return self.enum_specifier().map(Some),
            Keyword::Atomic => {
                self.advance();
                let ty = self.type_name_in_parens()?;
                return Ok(Some(TypeSpecifier::Atomic(Box::new(ty))));
            }
            _ => return Ok(None),
        };
        self.advance();
        Ok(Some(ty))
    }

    // typeof-specifier: typeof ( expression ) | typeof ( type-name )
    #[inline(never)]
    fn type_of(&mut self, keyword: Keyword) -> Parsed<TypeSpecifier> {
        self.advance();
        let is_unqualified = keyword == Keyword::TypeofUnqual;
        if self.is_at(Punctuator::LeftParen) && self.starts_type(1) {
            let operand = TypeofOperand::Type(Box::new(self.type_name_in_parens()?));
            return Ok(TypeSpecifier::Typeof { operand, is_unqualified });
        }
        let open = self.span();
        self.expect(Punctuator::LeftParen)?;
        let operand = self.beside(|parser| parser.nested(Self::expression))?;
        self.close(Punctuator::RightParen, open)?;
        let operand = TypeofOperand::Expr(Box::new(operand));
        Ok(TypeSpecifier::Typeof { operand, is_unqualified })
    }

    // type-qualifier: const | restrict | volatile | _Atomic
    // C17 6.7.2.4p4: `_Atomic` before `(` is a type specifier.
    pub(super) fn qualifier(&mut self) -> Option<Qualifier> {
        let TokenKind::Keyword(keyword) = *self.peek() else { return None };
        let qualifier = match keyword {
            Keyword::Const => Qualifier::Const,
            Keyword::Restrict => Qualifier::Restrict,
            Keyword::Volatile => Qualifier::Volatile,
            Keyword::Atomic if !self.is_ahead(1, Punctuator::LeftParen) => Qualifier::Atomic,
            _ => return None,
        };
        self.advance();
        Some(qualifier)
    }

    // type-qualifier-list: type-qualifier | type-qualifier-list type-qualifier
    pub(super) fn qualifiers(&mut self) -> Vec<(Qualifier, Span)> {
        let mut qualifiers = vec![];
        loop {
            let span = self.span();
            match self.qualifier() {
                Some(qualifier) => qualifiers.push((qualifier, span)),
                None if self.is_at_keyword(Keyword::Attribute) && self.attributes().is_ok() => {}
                None => return qualifiers,
            }
        }
    }

    // alignment-specifier: _Alignas ( type-name ) | _Alignas ( constant-expression )
    fn alignment_specifier(&mut self) -> Parsed<AlignmentSpecifier> {
        self.advance();
        if self.is_at(Punctuator::LeftParen) && self.starts_type(1) {
            let ty = self.type_name_in_parens()?;
            return Ok(AlignmentSpecifier::Type(Box::new(ty)));
        }
        let open = self.span();
        self.expect(Punctuator::LeftParen)?;
        let value = self.constant_expression()?;
        self.close(Punctuator::RightParen, open)?;
        Ok(AlignmentSpecifier::Constant(Box::new(value)))
    }
}

/// No specifiers, before a place.
pub(super) fn empty(before: Span) -> DeclarationSpecifiers {
    DeclarationSpecifiers {
        storage: vec![],
        types: vec![],
        qualifiers: vec![],
        functions: vec![],
        alignments: vec![],
        attributes: vec![],
        span: Span { end: before.start, ..before },
    }
}

// storage-class-specifier: typedef | extern | static | _Thread_local | auto | register
//     | constexpr
fn storage_class(keyword: Keyword) -> Option<StorageClass> {
    Some(match keyword {
        Keyword::Typedef => StorageClass::Typedef,
        Keyword::Extern => StorageClass::Extern,
        Keyword::Static => StorageClass::Static,
        Keyword::ThreadLocal => StorageClass::ThreadLocal,
        Keyword::Auto => StorageClass::Auto,
        Keyword::Register => StorageClass::Register,
        Keyword::Constexpr => StorageClass::Constexpr,
        _ => return None,
    })
}

// function-specifier: inline | _Noreturn
fn function_specifier(keyword: Keyword) -> Option<FunctionSpecifier> {
    Some(match keyword {
        Keyword::Inline => FunctionSpecifier::Inline,
        Keyword::Noreturn => FunctionSpecifier::Noreturn,
        _ => return None,
    })
}
