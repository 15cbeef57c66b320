//! What stands at file scope: declarations and function definitions (C17 6.9).

use source::Span;

use super::{Failed, Parsed, Parser, messages};
use crate::ast::{
    Declaration, DeclarationSpecifiers, Declarator, Derivation, ExternalDeclaration,
    FunctionDeclarator, FunctionDefinition, Parameters, TranslationUnit,
};
use crate::token::{Keyword, Punctuator, TokenKind};

impl Parser<'_> {
    // translation-unit: external-declaration | translation-unit external-declaration
    pub(super) fn translation_unit(&mut self) -> TranslationUnit {
        let mut unit = TranslationUnit::default();
        while !self.is_at_end() {
            let start = self.at;
            match self.external_declaration() {
                Ok(declaration) => {
                    let is_function = matches!(declaration, ExternalDeclaration::Function(_));
                    self.is_lost &= !is_function;
                    unit.declarations.push(declaration);
                }
                Err(Failed) => {
                    self.is_lost = true;
                    self.skip_external(start);
                    self.note_unread(start);
                }
            }
        }
        unit
    }

    // external-declaration: function-definition | declaration
    // function-definition: declaration-specifiers declarator declaration-list? compound-statement
    fn external_declaration(&mut self) -> Parsed<ExternalDeclaration> {
        if self.is_at_keyword(Keyword::StaticAssert) {
            return self.static_assert().map(ExternalDeclaration::Declaration);
        }
        self.refuse_statement()?;
        let start = self.span();
        let specifiers = self.declaration_specifiers()?;
        if self.ends_after_record(&specifiers) || self.is_at(Punctuator::Semicolon) {
            let declaration = self.declarators(specifiers, start, None)?;
            return Ok(ExternalDeclaration::Declaration(declaration));
        }
        let declarator = self.declarator()?;
        if self.starts_function_body(&declarator) {
            return self.function(specifiers, declarator, start).map(ExternalDeclaration::Function);
        }
        let declaration = self.declarators(specifiers, start, Some(declarator))?;
        Ok(ExternalDeclaration::Declaration(declaration))
    }

    /// Whether the declarator is of a function and its definition goes on here. An old-style one
    /// goes on with declarations of the names between its parentheses.
    fn starts_function_body(&self, declarator: &Declarator) -> bool {
        match outer_function(declarator) {
            None => false,
            Some(_) if self.is_at(Punctuator::LeftBrace) => true,
            Some(function) => {
                matches!(&function.parameters, Parameters::Identifiers(_))
                    && self.starts_declaration()
            }
        }
    }

    fn function(
        &mut self,
        specifiers: DeclarationSpecifiers,
        declarator: Declarator,
        start: Span,
    ) -> Parsed<FunctionDefinition> {
        self.declare(&specifiers, &declarator);
        self.scopes.open();
        let parsed = self.function_rest(&declarator);
        self.scopes.close();
        let (old_style, body) = parsed?;
        let span = self.since(start);
        Ok(FunctionDefinition { specifiers, declarator, old_style, body, span })
    }

    fn function_rest(
        &mut self,
        declarator: &Declarator,
    ) -> Parsed<(Vec<Declaration>, crate::ast::CompoundStatement)> {
        self.declare_parameters(declarator);
        let mut old_style = vec![];
        while !self.is_at(Punctuator::LeftBrace) && self.starts_declaration() {
            old_style.push(self.declaration()?);
        }
        if !self.is_at(Punctuator::LeftBrace) {
            return self.unexpected("the `{` of the function's body");
        }
        Ok((old_style, self.block()?))
    }

    /// Makes the parameters' names hide typedef names in the body (C17 6.2.1p4).
    pub(super) fn declare_parameters(&mut self, declarator: &Declarator) {
        let Some(function) = outer_function(declarator) else { return };
        match &function.parameters {
            Parameters::Unspecified => {}
            Parameters::Prototype { parameters, .. } => {
                for name in parameters.iter().filter_map(|it| it.declarator.name) {
                    self.scopes.declare(name.name, false);
                }
            }
            Parameters::Identifiers(identifiers) => {
                for identifier in identifiers {
                    self.scopes.declare(identifier.name, false);
                }
            }
        }
    }

    /// Reports what stands at file scope and can only be a statement, or a stray brace.
    fn refuse_statement(&mut self) -> Parsed<()> {
        let span = self.span();
        match *self.peek() {
            TokenKind::Punctuator(Punctuator::RightBrace) if self.is_brace_missing => Err(Failed),
            _ if self.is_lost && !self.starts_type(0) && !self.is_at_unknown_type(true) => {
                Err(Failed)
            }
            TokenKind::Punctuator(closing @ Punctuator::RightBrace) => {
                self.fail(messages::unmatched(span, closing))
            }
            TokenKind::Keyword(Keyword::Asm) => self.fail(messages::inline_assembly(span)),
            TokenKind::Punctuator(Punctuator::LeftBrace) => {
                let before = self.previous_span();
                let is_head = self.tokens.get(self.at.wrapping_sub(2)).is_some_and(|token| {
                    token.kind == TokenKind::Punctuator(Punctuator::RightParen)
                });
                self.fail(messages::body_without_function(span, is_head.then_some(before)))
            }
            TokenKind::Identifier(name) if self.names.text(name) == "include" => {
                self.missing_hash(span)
            }
            TokenKind::Keyword(keyword) if keyword.is_statement_word() => {
                self.fail(messages::statement_outside_function(span))
            }
            TokenKind::Identifier(_) if self.is_statement_like() => {
                self.fail(messages::statement_outside_function(span))
            }
            _ => Ok(()),
        }
    }

    /// `include <stdio.h>`: the `#` is missing.
    fn missing_hash(&mut self, span: Span) -> Parsed<()> {
        if !matches!(
            self.peek_at(1),
            TokenKind::String(_) | TokenKind::Punctuator(Punctuator::Less)
        ) {
            return Ok(());
        }
        self.report(messages::missing_hash(span));
        while !self.is_at_end() && !self.eat(Punctuator::Greater) {
            let is_name = matches!(self.peek(), TokenKind::String(_));
            self.advance();
            if is_name {
                break;
            }
        }
        Ok(())
    }

    /// Whether the identifier at the next token starts an assignment, or a call rather than a
    /// function without a type.
    fn is_statement_like(&self) -> bool {
        use Punctuator::*;
        match self.peek_at(1) {
            TokenKind::Punctuator(LeftParen) => !matches!(
                self.peek_at(2),
                TokenKind::Identifier(_)
                    | TokenKind::Keyword(_)
                    | TokenKind::Punctuator(RightParen | Star | LeftParen | Ellipsis)
                    | TokenKind::End
            ),
            TokenKind::Punctuator(Equal | PlusPlus | MinusMinus | Dot | Arrow) => true,
            TokenKind::Punctuator(PlusEqual | MinusEqual) => true,
            _ => false,
        }
    }

    /// Goes on at the next external declaration, at least one token further than `start`.
    fn skip_external(&mut self, start: usize) {
        let failed_at_brace = self.is_at(Punctuator::RightBrace) && self.at == start;
        if failed_at_brace {
            return self.advance();
        }
        let is_statement = matches!(self.peek(), TokenKind::Keyword(it) if it.is_statement_word());
        if is_statement && self.is_ahead(1, Punctuator::LeftParen) {
            self.advance();
            return self.skip_balanced();
        }
        self.skip_statement();
        if self.at == start {
            self.advance();
        }
    }
}

/// The function that a declarator declares: the derivation next to its name.
pub(super) fn outer_function(declarator: &Declarator) -> Option<&FunctionDeclarator> {
    match declarator.derivations.first() {
        Some(Derivation::Function(function)) if declarator.name.is_some() => Some(function),
        _ => None,
    }
}
