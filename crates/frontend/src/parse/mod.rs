//! The parser: tokens to a syntax tree, by recursive descent.
//!
//! Each parse function stands under the grammar production of C17 Annex A that it reads. It gives
//! what it read, or [`Failed`] when it has reported an error that it cannot get over; whoever reads
//! a list of declarations or statements then goes on behind the next place where one ends
//! (`recovery.rs`).
//!
//! What stands beside the common path of the recursion is `#[inline(never)]`: nested text costs
//! stack, and so each level's frames are kept small.

mod attribute;
mod declaration;
mod declarator;
mod expression;
mod external;
mod initializer;
mod messages;
mod postfix;
mod record;
mod recovery;
mod scope;
mod specifiers;
mod statement;
#[cfg(test)]
mod tests;
mod unknown;

use std::collections::BTreeSet;

use source::{Diagnostic, FileId, Span};

use self::scope::Scopes;
use crate::ast::{Identifier, TranslationUnit};
use crate::token::{Keyword, Punctuator, Token, TokenKind};
use crate::{Interner, Name};

/// How deep statements, declarators, initializers and expressions may be nested, all together:
/// every pass recurses over the tree, on a stack of perhaps 1 MiB. C17 5.2.4.1 asks for 63
/// parentheses and 127 blocks.
const NESTING_MAX: usize = 200;

/// How many errors are reported before the parser gives up.
const ERROR_COUNT_MAX: usize = 20;

/// Parses a translation unit. It always gives a tree; what could not be read has an error and an
/// error node.
pub fn parse(tokens: &[Token], names: &Interner) -> (TranslationUnit, Vec<Diagnostic>) {
    let mut parser = Parser::new(tokens, names);
    let mut unit = parser.translation_unit();
    unit.unread_names = std::mem::take(&mut parser.unread_names);
    (unit, parser.diagnostics)
}

/// An error has been reported; what it stands in cannot be read to its end.
#[derive(Debug)]
struct Failed;

type Parsed<T> = Result<T, Failed>;

struct Parser<'a> {
    tokens: &'a [Token],
    /// The index of the next token.
    at: usize,
    names: &'a Interner,
    scopes: Scopes,
    diagnostics: Vec<Diagnostic>,
    /// Where the last error was reported, or the place behind what it made unreadable: a second
    /// error there would be its echo.
    error_at: Option<usize>,
    has_given_up: bool,
    /// The names in text that could not be read.
    unread_names: Vec<Name>,
    /// The names of unknown attributes that have been told.
    unknown_attributes: BTreeSet<String>,
    /// Whether a declaration at file scope could not be read, and no function since: what looks
    /// like statements now belongs to it.
    is_lost: bool,
    /// Whether a missing `}` has been reported: then braces no longer balance.
    is_brace_missing: bool,
    /// Whether a `;` that cut off the next `else` from its `if` has been reported.
    is_else_cut_off: bool,
    /// The first token of the expression statement that is being parsed.
    statement_start: Option<usize>,
    /// Whether the declaration that is being parsed is the first part of a `for`.
    is_in_for_head: bool,
    /// How deep the descent is.
    depth: usize,
    /// How high the tree of the expression that was parsed last is.
    height: usize,
}

impl<'a> Parser<'a> {
    fn new(tokens: &'a [Token], names: &'a Interner) -> Parser<'a> {
        Parser {
            tokens,
            at: 0,
            names,
            scopes: Scopes::new(names),
            diagnostics: vec![],
            error_at: None,
            has_given_up: false,
            unread_names: vec![],
            unknown_attributes: BTreeSet::new(),
            is_lost: false,
            is_brace_missing: false,
            is_else_cut_off: false,
            statement_start: None,
            is_in_for_head: false,
            depth: 0,
            height: 0,
        }
    }

    fn peek(&self) -> &'a TokenKind {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> &'a TokenKind {
        self.tokens.get(self.at + ahead).map_or(&TokenKind::End, |token| &token.kind)
    }

    fn is_at_end(&self) -> bool {
        matches!(self.peek(), TokenKind::End)
    }

    /// Where the next token stands.
    fn span(&self) -> Span {
        self.tokens.get(self.at).map_or_else(|| self.previous_span().after(), |token| token.span)
    }

    /// Where the token before stands.
    fn previous_span(&self) -> Span {
        let last = self.at.min(self.tokens.len()).checked_sub(1);
        let start = Span { file: FileId(0), start: 0, end: 0 };
        last.and_then(|last| self.tokens.get(last)).map_or(start, |token| token.span)
    }

    /// Goes on to the next token; never past the end.
    fn advance(&mut self) {
        if !self.is_at_end() {
            self.at += 1;
        }
    }

    fn is_at(&self, punctuator: Punctuator) -> bool {
        *self.peek() == TokenKind::Punctuator(punctuator)
    }

    fn is_at_any(&self, punctuators: &[Punctuator]) -> bool {
        matches!(self.peek(), TokenKind::Punctuator(found) if punctuators.contains(found))
    }

    fn is_ahead(&self, ahead: usize, punctuator: Punctuator) -> bool {
        *self.peek_at(ahead) == TokenKind::Punctuator(punctuator)
    }

    fn is_at_keyword(&self, keyword: Keyword) -> bool {
        *self.peek() == TokenKind::Keyword(keyword)
    }

    fn eat(&mut self, punctuator: Punctuator) -> bool {
        let is_there = self.is_at(punctuator);
        if is_there {
            self.advance();
        }
        is_there
    }

    fn eat_keyword(&mut self, keyword: Keyword) -> bool {
        let is_there = self.is_at_keyword(keyword);
        if is_there {
            self.advance();
        }
        is_there
    }

    fn eat_identifier(&mut self) -> Option<Identifier> {
        let TokenKind::Identifier(name) = *self.peek() else { return None };
        let span = self.span();
        self.advance();
        Some(Identifier { name, span })
    }

    fn peek_name(&self, ahead: usize) -> Option<Name> {
        match *self.peek_at(ahead) {
            TokenKind::Identifier(name) => Some(name),
            _ => None,
        }
    }

    /// Remembers the names from a token on to the next one: they could not be read.
    fn note_unread(&mut self, start: usize) {
        let tokens = self.tokens.get(start..self.at).unwrap_or(&[]);
        self.unread_names.extend(tokens.iter().filter_map(|token| match token.kind {
            TokenKind::Identifier(name) => Some(name),
            _ => None,
        }));
    }

    /// From `start` to the last token that was read.
    fn since(&self, start: Span) -> Span {
        start.to(self.previous_span())
    }

    /// Parses one level deeper.
    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.check_nesting(1)?;
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn check_nesting(&mut self, levels: usize) -> Parsed<()> {
        if self.depth + levels <= NESTING_MAX {
            return Ok(());
        }
        self.stop_at(messages::too_deeply_nested(self.span(), NESTING_MAX))
    }

    /// Reports an error after which nothing sensible could follow, and reads no further.
    fn stop_at<T>(&mut self, diagnostic: Diagnostic) -> Parsed<T> {
        self.report(diagnostic);
        self.stop();
        Err(Failed)
    }

    /// Reports an error, unless it is the echo of one at the same token.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.has_given_up || self.error_at == Some(self.at) {
            return;
        }
        self.error_at = Some(self.at);
        self.diagnostics.push(diagnostic);
        if self.diagnostics.len() >= ERROR_COUNT_MAX {
            self.diagnostics.push(messages::too_many_errors(self.span(), ERROR_COUNT_MAX));
            self.stop();
        }
    }

    fn stop(&mut self) {
        self.has_given_up = true;
        self.at = self.tokens.len();
    }

    fn fail<T>(&mut self, diagnostic: Diagnostic) -> Parsed<T> {
        self.report(diagnostic);
        Err(Failed)
    }

    /// How messages call the next token.
    fn found(&self) -> String {
        messages::token(self.peek(), self.names)
    }
}
