//! Declarators and type names (C17 6.7.6, 6.7.7).
//!
//! A declarator is read outside in and kept from the name outwards: what stands to the right of the
//! name (brackets, parentheses) comes before the stars to its left.

use source::Span;

use super::{Parsed, Parser, messages};
use crate::ast::{
    ArrayDeclarator, ArrayLength, Declarator, Derivation, FunctionDeclarator, Identifier,
    ParameterDeclaration, Parameters, TypeName,
};
use crate::token::{Keyword, Punctuator, TokenKind};

use super::NESTING_MAX;
use Punctuator::{Comma, Ellipsis, LeftBracket, LeftParen, RightBracket, RightParen, Star};

/// Whether a declarator must, can or must not have a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    Named,
    Either,
    Abstract,
}

impl Parser<'_> {
    // declarator: pointer? direct-declarator
    pub(super) fn declarator(&mut self) -> Parsed<Declarator> {
        let start = self.span();
        let mut declarator = self.any_declarator(Naming::Named)?;
        declarator.span = self.since(start);
        Ok(declarator)
    }

    /// A declarator without name and derivations, before the next token.
    pub(super) fn no_declarator(&self) -> Declarator {
        let span = self.span();
        Declarator {
            name: None,
            derivations: vec![],
            attributes: vec![],
            span: Span { end: span.start, ..span },
        }
    }

    // pointer: * type-qualifier-list? | * type-qualifier-list? pointer
    fn any_declarator(&mut self, naming: Naming) -> Parsed<Declarator> {
        let mut attributes = self.attributes()?;
        let start = self.span();
        let mut pointers = vec![];
        while self.eat(Star) {
            pointers.push(Derivation::Pointer(self.qualifiers()));
        }
        let mut declarator = self.direct_declarator(naming)?;
        declarator.derivations.extend(pointers.into_iter().rev());
        declarator.attributes.append(&mut attributes);
        if declarator.derivations.len() > NESTING_MAX {
            return self.stop_at(messages::too_deeply_nested(start, NESTING_MAX));
        }
        if declarator.name.is_some() || !declarator.derivations.is_empty() {
            declarator.span = self.since(start);
        }
        Ok(declarator)
    }

    // direct-declarator: identifier | ( declarator )
    //     | direct-declarator [ … ] | direct-declarator ( … )
    // direct-abstract-declarator: ( abstract-declarator )
    //     | direct-abstract-declarator? [ … ] | direct-abstract-declarator? ( … )
    fn direct_declarator(&mut self, naming: Naming) -> Parsed<Declarator> {
        let mut declarator = self.no_declarator();
        if naming != Naming::Abstract {
            declarator.name = self.eat_identifier();
        }
        if declarator.name.is_none() {
            if self.is_at(LeftParen) && self.is_nested_declarator(naming) {
                declarator = self.parenthesized_declarator(naming)?;
            } else if naming == Naming::Named && self.is_at(LeftBracket) {
                return self.fail(messages::brackets_before_name(self.span()));
            } else if naming == Naming::Named {
                return self.unexpected_name("a name");
            }
        }
        loop {
            if self.is_at_attribute() {
                declarator.attributes.extend(self.attributes()?);
            } else if self.is_at_keyword(Keyword::Asm) {
                let name = self.symbol_name()?;
                declarator.attributes.push(name);
            } else if self.is_at(LeftBracket) {
                declarator.derivations.push(Derivation::Array(self.array()?));
            } else if self.is_at(LeftParen) {
                let function = self.nested(Self::function_declarator)?;
                declarator.derivations.push(Derivation::Function(function));
            } else {
                return Ok(declarator);
            }
        }
    }

    fn parenthesized_declarator(&mut self, naming: Naming) -> Parsed<Declarator> {
        let open = self.span();
        self.advance();
        let declarator = self.nested(|parser| parser.any_declarator(naming))?;
        self.close(RightParen, open)?;
        Ok(declarator)
    }

    /// Whether `(` groups a declarator rather than starting parameters: a type name or `)` behind
    /// it says that there are parameters (C17 6.7.6.3p11).
    fn is_nested_declarator(&self, naming: Naming) -> bool {
        let is_attribute = *self.peek_at(1) == TokenKind::Keyword(Keyword::Attribute);
        let starts_parameters = self.starts_type(1) && !is_attribute;
        naming == Naming::Named || !(starts_parameters || self.is_ahead(1, RightParen))
    }

    // direct-declarator [ type-qualifier-list? assignment-expression? ]
    // direct-declarator [ static type-qualifier-list? assignment-expression ]
    // direct-declarator [ type-qualifier-list static assignment-expression ]
    // direct-declarator [ type-qualifier-list? * ]
    fn array(&mut self) -> Parsed<ArrayDeclarator> {
        let start = self.span();
        self.advance();
        let mut is_static = self.eat_keyword(Keyword::Static);
        let qualifiers = self.qualifiers();
        is_static |= self.eat_keyword(Keyword::Static);
        let length = if self.is_at(RightBracket) {
            ArrayLength::None
        } else if self.is_at(Star) && self.is_ahead(1, RightBracket) {
            self.advance();
            ArrayLength::Star
        } else {
            ArrayLength::Expr(Box::new(self.beside(Self::assignment)?))
        };
        self.close(RightBracket, start)?;
        Ok(ArrayDeclarator { length, qualifiers, is_static, span: self.since(start) })
    }

    // direct-declarator ( parameter-type-list )
    // direct-declarator ( identifier-list? )
    fn function_declarator(&mut self) -> Parsed<FunctionDeclarator> {
        let start = self.span();
        self.advance();
        self.scopes.open();
        let parameters = self.parameters();
        self.scopes.close();
        let parameters = parameters?;
        self.close_list(RightParen, start)?;
        Ok(FunctionDeclarator { parameters, span: self.since(start) })
    }

    fn parameters(&mut self) -> Parsed<Parameters> {
        if self.is_at(RightParen) {
            return Ok(Parameters::Unspecified);
        }
        if self.is_at_keyword(Keyword::Void) && self.is_ahead(1, RightParen) {
            self.advance();
            return Ok(Parameters::Prototype { parameters: vec![], is_variadic: false });
        }
        if self.is_at_identifier_list() {
            return self.identifier_list();
        }
        self.parameter_type_list()
    }

    /// Whether the parentheses hold bare names: an old-style definition.
    fn is_at_identifier_list(&self) -> bool {
        let is_unknown = self.peek_name(0).is_some_and(|name| !self.scopes.is_typedef(name));
        is_unknown && (self.is_ahead(1, Comma) || self.is_ahead(1, RightParen))
    }

    // identifier-list: identifier | identifier-list , identifier
    fn identifier_list(&mut self) -> Parsed<Parameters> {
        let mut identifiers: Vec<Identifier> = vec![];
        loop {
            match (self.eat_identifier(), identifiers.first()) {
                (Some(identifier), _) => identifiers.push(identifier),
                (None, Some(first)) if self.starts_type(0) => {
                    let word = self.names.text(first.name);
                    return self.fail(messages::missing_parameter_type(first.span, word));
                }
                _ => return self.unexpected_name("the name of a parameter"),
            }
            if !self.eat(Comma) {
                return Ok(Parameters::Identifiers(identifiers));
            }
        }
    }

    // parameter-type-list: parameter-list | parameter-list , ...
    // parameter-list: parameter-declaration | parameter-list , parameter-declaration
    fn parameter_type_list(&mut self) -> Parsed<Parameters> {
        let mut parameters = vec![];
        loop {
            if self.is_at(Ellipsis) && !parameters.is_empty() {
                self.advance();
                return Ok(Parameters::Prototype { parameters, is_variadic: true });
            }
            parameters.push(self.parameter()?);
            if !self.eat(Comma) {
                return Ok(Parameters::Prototype { parameters, is_variadic: false });
            }
        }
    }

    // parameter-declaration: declaration-specifiers declarator
    //     | declaration-specifiers abstract-declarator?
    fn parameter(&mut self) -> Parsed<ParameterDeclaration> {
        let start = self.span();
        if !self.starts_type(0) && !self.is_at_attribute() && !self.is_at_unknown_type(false) {
            return self.unexpected("the type of a parameter");
        }
        let specifiers = self.declaration_specifiers()?;
        let declarator = self.any_declarator(Naming::Either)?;
        self.declare(&specifiers, &declarator);
        if self.is_at(Punctuator::Equal) {
            return self.fail(messages::default_argument(self.span()));
        }
        Ok(ParameterDeclaration { specifiers, declarator, span: self.since(start) })
    }

    // type-name: specifier-qualifier-list abstract-declarator?
    pub(super) fn type_name(&mut self) -> Parsed<TypeName> {
        self.height = 0;
        let start = self.span();
        let specifiers = self.specifier_qualifier_list()?;
        let declarator = self.any_declarator(Naming::Abstract)?;
        Ok(TypeName { specifiers, declarator, span: self.since(start) })
    }

    // ( type-name )
    pub(super) fn type_name_in_parens(&mut self) -> Parsed<TypeName> {
        let open = self.span();
        self.expect(LeftParen)?;
        let ty = self.nested(Self::type_name)?;
        self.close(RightParen, open)?;
        Ok(ty)
    }

    /// Reports that a name was expected; a keyword cannot be one.
    pub(super) fn unexpected_name<T>(&mut self, expected: &str) -> Parsed<T> {
        match *self.peek() {
            TokenKind::Keyword(keyword) => {
                self.fail(messages::keyword_as_name(self.span(), keyword.spelling(), expected))
            }
            _ => self.unexpected(expected),
        }
    }
}
