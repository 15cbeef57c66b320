//! Initializers (C17 6.7.9).

use super::{Parsed, Parser, messages};
use crate::ast::{Designator, Initializer, InitializerEntry};
use crate::token::Punctuator::{
    Colon, Comma, Dot, Ellipsis, Equal, LeftBrace, LeftBracket, RightBrace, RightBracket,
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
        Ok(Initializer::List { entries, span: self.since(open) })
    }

    // designation: designator-list = | [ constant-expression ] | identifier :
    // designator-list: designator | designator-list designator
    // The second and third are old GNU C.
    fn designation(&mut self) -> Parsed<Vec<Designator>> {
        let mut designators = vec![];
        if self.peek_name(0).is_some() && self.is_ahead(1, Colon) {
            designators.push(Designator::Member(self.member_name()?));
            self.advance();
            return Ok(designators);
        }
        while self.is_at_any(&[LeftBracket, Dot]) {
            self.check_nesting(designators.len() + 1)?;
            designators.push(self.designator()?);
        }
        let is_old = matches!(designators[..], [Designator::Index(..) | Designator::Range(..)]);
        if !(designators.is_empty() || self.eat(Equal) || is_old) {
            self.expect(Equal)?;
        }
        Ok(designators)
    }

    // designator: [ constant-expression ( ... constant-expression )? ] | . identifier
    pub(super) fn designator(&mut self) -> Parsed<Designator> {
        let start = self.span();
        if self.eat(Dot) {
            return self.member_name().map(Designator::Member);
        }
        self.expect(LeftBracket)?;
        let index = self.constant_expression()?;
        if self.eat(Ellipsis) {
            let last = Box::new(self.constant_expression()?);
            self.close(RightBracket, start)?;
            return Ok(Designator::Range(Box::new(index), last, self.since(start)));
        }
        self.close(RightBracket, start)?;
        Ok(Designator::Index(Box::new(index), self.since(start)))
    }
}
