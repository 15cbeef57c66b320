//! Initializers (C17 6.7.9).

use super::{Parsed, Parser, messages};
use crate::ast::{Designator, Initializer, InitializerEntry};
use crate::token::Punctuator::{
    Comma, Dot, Equal, LeftBrace, LeftBracket, RightBrace, RightBracket,
};

impl Parser<'_> {
    // initializer: assignment-expression | { initializer-list ,? }
    pub(super) fn initializer(&mut self) -> Parsed<Initializer> {
        if self.is_at(LeftBrace) {
            return self.nested(Self::initializer_list);
        }
        if self.is_at(LeftBracket) {
            return self.fail(messages::initializer_in_brackets(self.span()));
        }
        Ok(Initializer::Expr(Box::new(self.beside(Self::assignment)?)))
    }

    // initializer-list: designation? initializer | initializer-list , designation? initializer
    pub(super) fn initializer_list(&mut self) -> Parsed<Initializer> {
        let open = self.span();
        self.advance();
        let mut entries = vec![];
        while !self.is_at(RightBrace) {
            let designators = self.designation()?;
            let initializer = self.initializer()?;
            entries.push(InitializerEntry { designators, initializer });
            if !self.eat(Comma) {
                break;
            }
        }
        self.close_list(RightBrace, open)?;
        if entries.is_empty() {
            self.report(messages::empty_initializer(self.since(open)));
        }
        Ok(Initializer::List { entries, span: self.since(open) })
    }

    // designation: designator-list =
    // designator-list: designator | designator-list designator
    fn designation(&mut self) -> Parsed<Vec<Designator>> {
        let mut designators = vec![];
        while self.is_at_any(&[LeftBracket, Dot]) {
            self.check_nesting(designators.len() + 1)?;
            designators.push(self.designator()?);
        }
        if !designators.is_empty() {
            self.expect(Equal)?;
        }
        Ok(designators)
    }

    // designator: [ constant-expression ] | . identifier
    pub(super) fn designator(&mut self) -> Parsed<Designator> {
        let start = self.span();
        if self.eat(Dot) {
            return self.member_name().map(Designator::Member);
        }
        self.expect(LeftBracket)?;
        let index = self.constant_expression()?;
        self.close(RightBracket, start)?;
        Ok(Designator::Index(Box::new(index), self.since(start)))
    }
}
