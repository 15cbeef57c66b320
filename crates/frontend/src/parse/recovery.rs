//! What to do where the grammar expects something else: report it once, and go on at the next sound
//! place.

use source::Span;

use super::{Parsed, Parser, messages};
use crate::token::{Keyword, Punctuator, TokenKind};

use Punctuator::{
    Comma, LeftBrace, LeftBracket, LeftParen, RightBrace, RightBracket, RightParen, Semicolon,
};

/// How many tokens behind an error something suspicious is taken for its echo.
const ECHO_DISTANCE: usize = 12;

impl Parser<'_> {
    /// Reads a punctuator that must stand here, or fails.
    pub(super) fn expect(&mut self, punctuator: Punctuator) -> Parsed<()> {
        if self.eat(punctuator) {
            return Ok(());
        }
        self.unexpected(&messages::quoted(punctuator.spelling()))
    }

    /// Reports that something else was expected than the next token.
    pub(super) fn unexpected<T>(&mut self, expected: &str) -> Parsed<T> {
        if let TokenKind::Punctuator(closing @ (RightParen | RightBracket)) = *self.peek() {
            let diagnostic = messages::unmatched(self.span(), closing);
            if expected == "an expression" {
                return self.fail(self.unexpected_message(expected));
            }
            return self.fail(diagnostic);
        }
        self.fail(self.unexpected_message(expected))
    }

    fn unexpected_message(&self, expected: &str) -> source::Diagnostic {
        let mut message = messages::expected(self.span(), expected, &self.found());
        if let Some(spelled) = self.tokens.get(self.at).and_then(|token| token.spelled) {
            message = message.also(spelled, "a macro puts it there, from here");
        }
        match self.foreign_word_help().or_else(|| self.operator_help()) {
            Some(help) => message.help(help),
            None => message,
        }
    }

    /// Two operators in a row that were meant as one.
    fn operator_help(&self) -> Option<String> {
        let before = &self.tokens.get(self.at.checked_sub(1)?)?.kind;
        let (TokenKind::Punctuator(before), TokenKind::Punctuator(found)) = (before, self.peek())
        else {
            return None;
        };
        let written = format!("{}{}", before.spelling(), found.spelling());
        let meant = match written.as_str() {
            "=<" => "<=",
            "=>" => ">=",
            "<>" => "!=",
            "===" | "====" => "==",
            "!==" => "!=",
            _ => return None,
        };
        Some(messages::help_operator(&written, meant))
    }

    /// Reads the `;` that ends something. A missing one is reported where it belongs, and then the
    /// parser goes on as if it were there.
    pub(super) fn semicolon(&mut self, ends: &str) -> Parsed<()> {
        if self.eat(Semicolon) {
            return Ok(());
        }
        if self.recover_misspelled_statement() {
            return Ok(());
        }
        if self.is_at_any(&[RightParen, RightBracket]) {
            self.skip_unmatched();
            return if self.eat(Semicolon) { Ok(()) } else { self.semicolon(ends) };
        }
        if self.starts_something_new() {
            let message = messages::missing_semicolon(self.previous_span().after(), ends);
            self.report(message);
            return Ok(());
        }
        let mut message = self.unexpected_message("`;`");
        if message.help.is_none() {
            message = message.help(messages::help_semicolon(ends));
        }
        self.fail(message)
    }

    /// Whether the next token can be the first of another statement or declaration, or ends a
    /// block.
    fn starts_something_new(&self) -> bool {
        match self.peek() {
            TokenKind::Punctuator(punctuator) => {
                use Punctuator::*;
                matches!(punctuator, RightBrace | LeftBrace | Star | PlusPlus | MinusMinus)
            }
            _ => true,
        }
    }

    /// Whether an error was reported so few tokens ago that what seems wrong here may be its echo.
    pub(super) fn is_near_error(&self) -> bool {
        self.error_at.is_some_and(|at| self.at < at + ECHO_DISTANCE)
    }

    /// Reports closing brackets that nothing opened and goes on behind them. Shortly after another
    /// error they are its echo.
    fn skip_unmatched(&mut self) {
        if let (TokenKind::Punctuator(closing), false) = (self.peek(), self.is_near_error()) {
            let message = messages::unmatched(self.span(), *closing);
            self.report(message);
        }
        while self.is_at_any(&[RightParen, RightBracket]) {
            self.advance();
        }
        self.error_at = Some(self.at);
    }

    /// `whlie (x) …`: an expression statement that could not end where the grammar wants it to, and
    /// starts with a misspelled keyword. Reports that instead, and goes on behind the parentheses.
    pub(super) fn recover_misspelled_statement(&mut self) -> bool {
        let Some(start) = self.statement_start.take() else { return false };
        let Some(TokenKind::Identifier(name)) = self.tokens.get(start).map(|token| &token.kind)
        else {
            return false;
        };
        let Some(keyword) = self.misspelled_keyword(*name) else { return false };
        let span = self.tokens[start].span;
        let word = self.names.text(*name);
        self.report(messages::misspelled_keyword(span, word, keyword.spelling()));
        self.unread_names.push(*name);
        self.at = start + 1;
        match keyword.is_statement_word() && self.is_at(LeftParen) {
            true => self.skip_balanced(),
            false if self.is_at(LeftBrace) || self.is_at_keyword(Keyword::If) => {}
            false => self.skip_statement(),
        }
        true
    }

    /// Reads the bracket that closes `open`. When something else stands there it is reported, and
    /// the rest up to the closing bracket is skipped.
    pub(super) fn close(&mut self, closing: Punctuator, open: Span) -> Parsed<()> {
        self.close_after(closing, open, messages::quoted(closing.spelling()))
    }

    /// Reads the bracket that closes a list begun by `open`.
    pub(super) fn close_list(&mut self, closing: Punctuator, open: Span) -> Parsed<()> {
        self.close_after(closing, open, format!("`,` or `{}`", closing.spelling()))
    }

    fn close_after(&mut self, closing: Punctuator, open: Span, expected: String) -> Parsed<()> {
        if self.eat(closing) || self.recover_macro_semicolon(closing) {
            return Ok(());
        }
        if self.statement_start.is_some() && self.recover_misspelled_statement() {
            return Err(super::Failed);
        }
        let (place, spelling) = (self.previous_span().after(), closing.spelling());
        let is_over = self.is_at_end() || self.is_at_any(&[Semicolon, LeftBrace, RightBrace]);
        let is_wrong = self.is_at_any(&[RightParen, RightBracket]);
        let message = match is_over || is_wrong {
            true => messages::unclosed(place, spelling, open),
            false => self.unclosed_message(&expected, closing).also(open, messages::opened_here()),
        };
        self.report(message);
        self.skip_to_closing(closing);
        Ok(())
    }

    /// Something else stands where a bracket is to be closed or a list goes on.
    fn unclosed_message(&self, expected: &str, closing: Punctuator) -> source::Diagnostic {
        let message = self.unexpected_message(expected);
        if message.help.is_some() {
            return message;
        }
        let is_list = expected.starts_with("`,`");
        message.help(messages::help_unclosed(closing.spelling(), is_list))
    }

    /// `#define N 10;`: a `;` from a macro where brackets are to be closed. Reports it and goes on
    /// behind the closing bracket.
    fn recover_macro_semicolon(&mut self, closing: Punctuator) -> bool {
        let Some(token) = self.tokens.get(self.at) else { return false };
        let Some(spelled) = token.spelled.filter(|_| self.is_at(Semicolon)) else { return false };
        self.report(messages::semicolon_in_macro(token.span, spelled));
        self.advance();
        self.skip_to_closing(closing);
        true
    }

    /// Goes on behind the next closing bracket at this level, but not past what cannot stand in
    /// brackets.
    pub(super) fn skip_to_closing(&mut self, closing: Punctuator) {
        loop {
            match self.peek() {
                TokenKind::End => return,
                TokenKind::Keyword(keyword) if keyword.is_statement_word() => return,
                TokenKind::Punctuator(found) if *found == closing => return self.advance(),
                TokenKind::Punctuator(LeftBrace) if closing != RightBrace => return,
                TokenKind::Punctuator(LeftBrace | LeftParen | LeftBracket) => self.skip_balanced(),
                TokenKind::Punctuator(RightBrace | Semicolon) => return,
                _ => self.advance(),
            }
        }
    }

    /// Goes on behind the bracket that closes the next token, an opening one.
    pub(super) fn skip_balanced(&mut self) {
        let mut open_count = 0usize;
        loop {
            match self.peek() {
                TokenKind::End => return,
                TokenKind::Punctuator(LeftBrace | LeftParen | LeftBracket) => open_count += 1,
                TokenKind::Punctuator(RightBrace | RightParen | RightBracket) => {
                    open_count = open_count.saturating_sub(1);
                }
                _ => {}
            }
            self.advance();
            if open_count == 0 {
                return;
            }
        }
    }

    /// Goes on behind the end of the statement or declaration in which parsing failed: behind `;`
    /// or a block in braces, before `}` or a keyword that starts the next one.
    pub(super) fn skip_statement(&mut self) {
        let start = self.at;
        loop {
            match self.peek() {
                TokenKind::End | TokenKind::Punctuator(RightBrace) => return,
                TokenKind::Punctuator(Semicolon) => return self.advance(),
                TokenKind::Punctuator(LeftBrace) => {
                    self.skip_balanced();
                    if !self.is_at_any(&[Semicolon, Comma, RightParen]) {
                        return;
                    }
                }
                TokenKind::Keyword(keyword)
                    if self.at > start
                        && (keyword.is_statement_word() || keyword.is_type_word())
                        && !self.is_in_brackets(start) =>
                {
                    return;
                }
                _ => self.advance(),
            }
        }
    }

    /// Whether the next token directly follows what only stands inside parentheses.
    fn is_in_brackets(&self, start: usize) -> bool {
        let before = self.tokens.get(start..self.at).and_then(|skipped| skipped.last());
        matches!(
            before.map(|token| &token.kind),
            Some(TokenKind::Punctuator(LeftParen | Comma) | TokenKind::Keyword(_))
        )
    }
}
