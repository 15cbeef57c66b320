//! Struct, union and enum specifiers (C17 6.7.2.1, 6.7.2.2).

use source::Span;

use super::external::outer_function;
use super::scope::TagKind;
use super::{Failed, Parsed, Parser, messages};
use crate::ast::{
    EnumSpecifier, Enumerator, Identifier, MemberDeclaration, MemberDeclarator, RecordKind,
    RecordSpecifier, TypeSpecifier,
};
use crate::token::{Keyword, Punctuator};

impl Parser<'_> {
    // struct-or-union-specifier: struct-or-union identifier? { struct-declaration-list }
    //     | struct-or-union identifier
    pub(super) fn record_specifier(&mut self, keyword: Keyword) -> Parsed<TypeSpecifier> {
        self.advance();
        let kind = match keyword {
            Keyword::Union => RecordKind::Union,
            _ => RecordKind::Struct,
        };
        let mut attributes = self.attributes()?;
        let tag = self.tag(TagKind::Record(kind))?;
        let mut members = None;
        if self.is_at(Punctuator::LeftBrace) {
            members = Some(self.nested(Self::members)?);
            attributes.extend(self.attributes()?);
        } else if tag.is_none() {
            return self.unexpected(&messages::tag_or_brace(keyword.spelling()));
        }
        Ok(TypeSpecifier::Record(RecordSpecifier { kind, tag, members, attributes }))
    }

    fn tag(&mut self, kind: TagKind) -> Parsed<Option<Identifier>> {
        let tag = self.eat_identifier();
        if let Some(tag) = tag {
            self.scopes.declare_tag(tag.name, kind);
        }
        Ok(tag)
    }

    // struct-declaration-list: struct-declaration | struct-declaration-list struct-declaration
    fn members(&mut self) -> Parsed<Vec<MemberDeclaration>> {
        let open = self.span();
        self.advance();
        let mut members = vec![];
        while !self.is_at(Punctuator::RightBrace) {
            if self.is_at_end() {
                return self.fail(messages::never_closed(open, "{"));
            }
            let start = self.at;
            match self.member(open) {
                Ok(member) => members.push(member),
                Err(Failed) if self.is_at(Punctuator::LeftBrace) => return Err(Failed),
                Err(Failed) => self.skip_member(start),
            }
        }
        self.advance();
        Ok(members)
    }

    fn skip_member(&mut self, start: usize) {
        self.skip_statement();
        if self.at == start && !self.is_at(Punctuator::RightBrace) {
            self.advance();
        }
    }

    // struct-declaration: specifier-qualifier-list struct-declarator-list? ;
    //     | static_assert-declaration
    // struct-declarator-list: struct-declarator | struct-declarator-list , struct-declarator
    fn member(&mut self, open: Span) -> Parsed<MemberDeclaration> {
        if self.is_at_keyword(Keyword::StaticAssert) {
            return self.static_assert().map(MemberDeclaration::StaticAssert);
        }
        let start = self.span();
        if self.eat(Punctuator::Semicolon) {
            return self.fail(messages::stray_member_semicolon(start));
        }
        let specifiers = self.specifier_qualifier_list()?;
        let mut declarators = vec![];
        if !self.is_at(Punctuator::Semicolon) && !self.ends_after_record(&specifiers) {
            declarators.push(self.member_declarator()?);
            while self.eat(Punctuator::Comma) {
                declarators.push(self.member_declarator()?);
            }
        }
        let last = declarators.last().map(|last| &last.declarator);
        if self.is_at(Punctuator::LeftBrace) && last.is_some_and(|it| outer_function(it).is_some())
        {
            return self.fail(messages::function_in_record(self.since(start), open));
        }
        if self.is_at(Punctuator::Equal) {
            return self.fail(messages::member_initializer(self.span()));
        }
        self.semicolon("a member")?;
        Ok(MemberDeclaration::Members { specifiers, declarators, span: self.since(start) })
    }

    // struct-declarator: declarator | declarator? : constant-expression
    fn member_declarator(&mut self) -> Parsed<MemberDeclarator> {
        let mut declarator = match self.is_at(Punctuator::Colon) {
            true => self.no_declarator(),
            false => self.declarator()?,
        };
        let mut width = None;
        if self.eat(Punctuator::Colon) {
            width = Some(self.constant_expression()?);
        }
        declarator.attributes.extend(self.attributes()?);
        Ok(MemberDeclarator { declarator, width })
    }

    // enum-specifier: enum identifier? enum-type? { enumerator-list ,? } | enum identifier enum-type?
    // enum-type: : specifier-qualifier-list
    pub(super) fn enum_specifier(&mut self) -> Parsed<TypeSpecifier> {
        let start = self.span();
        self.advance();
        let mut attributes = self.attributes()?;
        let tag = self.tag(TagKind::Enum)?;
        let mut underlying = None;
        if self.is_at(Punctuator::Colon) && self.starts_type(1) {
            self.advance();
            underlying = Some(Box::new(self.nested(Self::type_name)?));
        }
        let mut enumerators = None;
        if self.is_at(Punctuator::LeftBrace) {
            if self.is_ahead(1, Punctuator::RightBrace) {
                self.report(messages::empty_enum(self.since(start)));
            }
            enumerators = Some(self.enumerators()?);
            attributes.extend(self.attributes()?);
        } else if tag.is_none() {
            return self.unexpected(&messages::tag_or_brace("enum"));
        }
        Ok(TypeSpecifier::Enum(EnumSpecifier { tag, enumerators, underlying, attributes }))
    }

    // enumerator-list: enumerator | enumerator-list , enumerator
    // enumerator: enumeration-constant | enumeration-constant = constant-expression
    fn enumerators(&mut self) -> Parsed<Vec<Enumerator>> {
        let open = self.span();
        self.advance();
        let mut enumerators = vec![];
        while !self.is_at(Punctuator::RightBrace) {
            let Some(name) = self.eat_identifier() else {
                return self.unexpected_name("the name of an enumerator");
            };
            self.attributes()?;
            let mut value = None;
            if self.eat(Punctuator::Equal) {
                value = Some(self.constant_expression()?);
            }
            self.scopes.declare(name.name, false);
            enumerators.push(Enumerator { name, value });
            if !self.eat(Punctuator::Comma) {
                break;
            }
        }
        self.close_list(Punctuator::RightBrace, open)?;
        Ok(enumerators)
    }
}
