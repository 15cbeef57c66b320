//! Declarations (C17 6.7).

use source::Span;

use super::{Parsed, Parser, external, messages};
use crate::ast::{
    Declaration, DeclarationSpecifiers, Declarator, InitDeclarator, StorageClass, TypeSpecifier,
};
use crate::token::{Keyword, Punctuator, TokenKind};

impl Parser<'_> {
    /// Whether a declaration starts at the next token. A typedef name before `:` is a label.
    pub(super) fn starts_declaration(&self) -> bool {
        if self.is_at_keyword(Keyword::StaticAssert) {
            return true;
        }
        if self.is_at_attribute() {
            return true;
        }
        if self.starts_type(0) {
            return !(self.peek_name(0).is_some() && self.is_ahead(1, Punctuator::Colon));
        }
        self.is_at_unknown_type(true)
    }

    // declaration: declaration-specifiers init-declarator-list? ; | static_assert-declaration
    pub(super) fn declaration(&mut self) -> Parsed<Declaration> {
        if self.is_at_keyword(Keyword::StaticAssert) {
            return self.static_assert();
        }
        let start = self.span();
        let specifiers = self.declaration_specifiers()?;
        self.declarators(specifiers, start, None)
    }

    // init-declarator-list: init-declarator | init-declarator-list , init-declarator
    pub(super) fn declarators(
        &mut self,
        specifiers: DeclarationSpecifiers,
        start: Span,
        mut first: Option<Declarator>,
    ) -> Parsed<Declaration> {
        let mut declarators = vec![];
        let is_only_tag = self.ends_after_record(&specifiers) || self.is_at(Punctuator::Semicolon);
        if first.is_some() || !is_only_tag {
            loop {
                let declarator = match first.take() {
                    Some(declarator) => declarator,
                    None => self.declarator()?,
                };
                declarators.push(self.init_declarator(&specifiers, declarator)?);
                if !self.eat(Punctuator::Comma) {
                    break;
                }
                self.refuse_second_type();
            }
        }
        self.end_of_declaration(&specifiers, &declarators)?;
        let span = self.since(start);
        Ok(Declaration::Names { specifiers, declarators, span })
    }

    /// `int x, int y`: reports the second type and goes on behind it.
    fn refuse_second_type(&mut self) {
        while let TokenKind::Keyword(keyword) = *self.peek() {
            if !keyword.is_type_word() {
                return;
            }
            let message = messages::second_type(self.span(), keyword.spelling());
            self.report(message);
            self.advance();
            self.error_at = Some(self.at);
        }
    }

    // init-declarator: declarator | declarator = initializer
    fn init_declarator(
        &mut self,
        specifiers: &DeclarationSpecifiers,
        declarator: Declarator,
    ) -> Parsed<InitDeclarator> {
        self.declare(specifiers, &declarator);
        if self.is_at(Punctuator::EqualEqual) {
            self.report(messages::equality_initializer(self.span()));
            self.advance();
        } else if !self.eat(Punctuator::Equal) {
            return Ok(InitDeclarator { declarator, initializer: None });
        }
        let initializer = Some(self.initializer()?);
        Ok(InitDeclarator { declarator, initializer })
    }

    /// Enters a declared name in the scope; it begins where its declarator ends (C17 6.2.1p7).
    pub(super) fn declare(&mut self, specifiers: &DeclarationSpecifiers, declarator: &Declarator) {
        if let Some(name) = declarator.name {
            let is_typedef =
                specifiers.storage.iter().any(|(class, _)| *class == StorageClass::Typedef);
            self.scopes.declare(name.name, is_typedef);
        }
    }

    fn end_of_declaration(
        &mut self,
        specifiers: &DeclarationSpecifiers,
        declarators: &[InitDeclarator],
    ) -> Parsed<()> {
        if self.is_at(Punctuator::LeftBrace) {
            let function = declarators.last().map(|it| &it.declarator);
            if let Some(declarator) =
                function.filter(|declarator| external::outer_function(declarator).is_some())
            {
                return self.nested_function(declarator);
            }
        }
        if declarators.is_empty() && self.ends_after_record(specifiers) {
            return self.semicolon("the declaration of a type");
        }
        if self.is_in_for_head {
            return self.for_semicolon();
        }
        self.semicolon("a declaration")
    }

    /// A function defined inside another one: most often the `}` of the outer one is missing.
    fn nested_function(&mut self, declarator: &Declarator) -> Parsed<()> {
        let place = declarator.name.map_or(declarator.span, |name| name.span);
        let word = declarator.name.map_or("", |name| self.names.text(name.name));
        self.report(messages::nested_function(place, word));
        self.is_brace_missing = true;
        self.scopes.open();
        self.declare_parameters(declarator);
        let body = self.block();
        self.scopes.close();
        body.map(drop)
    }

    /// Whether the specifiers end with the braces of a struct, union or enum and what follows
    /// cannot belong to the same declaration: then a `;` is missing between them.
    pub(super) fn ends_after_record(&self, specifiers: &DeclarationSpecifiers) -> bool {
        let has_body = match specifiers.types.last() {
            Some((TypeSpecifier::Record(record), _)) => record.members.is_some(),
            Some((TypeSpecifier::Enum(enumeration), _)) => enumeration.enumerators.is_some(),
            _ => false,
        };
        has_body
            && match self.peek() {
                // A storage class may stand behind the type (C17 6.11.5).
                TokenKind::Keyword(keyword) => keyword.is_type_word() && !self.is_at_late_storage(),
                TokenKind::Punctuator(Punctuator::RightBrace) | TokenKind::End => true,
                _ => false,
            }
    }

    /// Whether a storage class and a new name come next, as in `struct s { … } static x;`.
    fn is_at_late_storage(&self) -> bool {
        let is_storage = matches!(
            self.peek(),
            TokenKind::Keyword(Keyword::Static | Keyword::Extern | Keyword::Typedef)
        );
        let is_name = match *self.peek_at(1) {
            TokenKind::Identifier(name) => !self.scopes.is_typedef(name),
            TokenKind::Punctuator(punctuator) => punctuator == Punctuator::Star,
            _ => false,
        };
        is_storage && is_name
    }

    // static_assert-declaration: _Static_assert ( constant-expression , string-literal ) ;
    pub(super) fn static_assert(&mut self) -> Parsed<Declaration> {
        let start = self.span();
        self.advance();
        let open = self.span();
        self.expect(Punctuator::LeftParen)?;
        let condition = self.constant_expression()?;
        let mut message = None;
        if self.eat(Punctuator::Comma) {
            match self.peek() {
                TokenKind::String(text) => message = Some(text.clone()),
                _ => return self.unexpected("the message of `_Static_assert`, a string"),
            }
            self.advance();
        }
        self.close(Punctuator::RightParen, open)?;
        self.semicolon("`_Static_assert`")?;
        Ok(Declaration::StaticAssert { condition, message, span: self.since(start) })
    }
}
