//! Phases 5 to 7 (C17 5.1.1.2): preprocessing tokens to tokens.

use source::{Diagnostic, Span};

use super::literal::{Number, Spelled};
use super::pp_token::{FROM_MACRO, PpKind, PpToken, SCRATCH, SPLICED};
use super::{Preprocessor, TOKENS_MAX, characters, literal, messages};
use crate::token::{
    CharacterConstant, Encoding, IntegerConstant, IntegerConstantType, Keyword, Punctuator,
    StringLiteral, Token, TokenKind,
};

/// A string literal that waits for those after it.
struct Piece {
    token: PpToken,
    encoding: Encoding,
    span: Span,
    spelled: Option<Span>,
}

/// A string literal that did not end on its line: how many tokens and diagnostics there were then.
#[derive(Clone, Copy)]
struct OpenString {
    token_count: usize,
    diagnostic_count: usize,
}

impl Preprocessor<'_> {
    /// The tokens of the translation unit, the end included.
    pub(super) fn tokens(&mut self) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut open: Option<OpenString> = None;
        loop {
            let token = self.next_expanded();
            let (span, spelled) = self.located(token);
            if let PpKind::String(encoding) = token.kind {
                pieces.push(Piece { token, encoding, span, spelled });
                continue;
            }
            if !pieces.is_empty() {
                tokens.push(self.string(&pieces));
                pieces.clear();
            }
            tokens.append(&mut self.before_next());
            if token.kind == PpKind::End {
                break;
            }
            if tokens.len() >= TOKENS_MAX {
                self.report_fatal(messages::too_many_tokens(span, TOKENS_MAX));
                break;
            }
            if token.kind == PpKind::Unterminated && spelled.is_none() {
                let is_quote = self.spelling(token) == "\"";
                if is_quote && let Some(open) = open.take() {
                    self.close_string(open, &mut tokens, span);
                    continue;
                }
                if self.runs_to_line_end(token) {
                    let (token_count, diagnostic_count) = (tokens.len(), self.diagnostics.len());
                    open = Some(OpenString { token_count, diagnostic_count });
                }
            }
            if let Some(kind) = self.converted(token, span, spelled) {
                let token = Token { kind, span, spelled };
                let mut behind = self.behind(&token);
                tokens.push(token);
                tokens.append(&mut behind);
            }
        }
        tokens.push(Token { kind: TokenKind::End, span: self.end.span, spelled: None });
        tokens
    }

    /// Whether a string that does not end takes all of its line: then its author may have meant it
    /// to go on.
    fn runs_to_line_end(&self, token: PpToken) -> bool {
        let text = self.map.file(token.span.file).text.as_bytes();
        let next = text.get(token.span.end as usize);
        is_string(&self.spelling(token)) && matches!(next, Some(b'\n' | b'\r'))
    }

    /// A quote with nothing after it ends the string that did not end on an earlier line: what came
    /// between was text, and what was said about it is forgotten.
    fn close_string(&mut self, open: OpenString, tokens: &mut Vec<Token>, quote: Span) {
        tokens.truncate(open.token_count + 1);
        let reported = self.diagnostics.len();
        if let Some(diagnostic) = self.diagnostics.get(open.diagnostic_count) {
            let diagnostic = messages::string_over_lines(diagnostic.primary.span, quote);
            self.diagnostics.truncate(open.diagnostic_count);
            self.error_count = self.error_count.saturating_sub(reported - open.diagnostic_count);
            self.report(diagnostic);
        }
    }

    /// Where the user sees a token, and for one that a macro made, where it is spelled.
    pub(super) fn located(&self, token: PpToken) -> (Span, Option<Span>) {
        if token.has(FROM_MACRO) {
            (self.use_span, Some(self.place(token)))
        } else {
            (token.span, None)
        }
    }

    /// What a token is in phase 7; what is no token has been reported.
    fn converted(
        &mut self,
        token: PpToken,
        span: Span,
        spelled: Option<Span>,
    ) -> Option<TokenKind> {
        Some(match token.kind {
            PpKind::Identifier(name) if name == self.known.pragma => {
                self.pragma_operator(span);
                return None;
            }
            PpKind::Identifier(name) => match self.known.keyword(name) {
                // GNU C: it only says that what follows is meant.
                Some(Keyword::Extension) => return None,
                Some(keyword) => TokenKind::Keyword(keyword),
                None => TokenKind::Identifier(name),
            },
            PpKind::Punctuator(punctuator) => TokenKind::Punctuator(punctuator),
            PpKind::Number => self.number(token, span, spelled),
            PpKind::Character(encoding) => self.character(token, encoding, span, spelled),
            PpKind::Unterminated => self.unterminated(token, span, spelled),
            PpKind::String(_) | PpKind::End => return None,
            _ => return self.stray(token, span, spelled),
        })
    }

    /// What is no token; text in curly quotes stands for an empty literal, so that the parser goes on.
    fn stray(&mut self, token: PpToken, span: Span, spelled: Option<Span>) -> Option<TokenKind> {
        let text = self.spelling(token).into_owned();
        let is_literal = text.chars().nth(1).is_some_and(|second| !text.starts_with(second));
        let encoding = Encoding::Plain;
        let kind = match text.chars().next() {
            Some('“' | '”' | '„') if is_literal => {
                TokenKind::String(StringLiteral { encoding, elements: Vec::new() })
            }
            Some('‘' | '’') if is_literal => {
                TokenKind::Character(CharacterConstant { encoding, value: 0 })
            }
            _ => {
                self.report(with_origin(messages::stray(span, &text), spelled));
                return None;
            }
        };
        self.report(with_origin(messages::curly_quotes(span, &text), spelled));
        Some(kind)
    }

    fn spelled<'t>(&self, text: &'t str, token: PpToken, span: Span) -> Spelled<'t> {
        let is_exact = span == token.span && span.file != SCRATCH && !token.has(SPLICED);
        Spelled { text, span, is_exact }
    }

    fn number(&mut self, token: PpToken, span: Span, spelled: Option<Span>) -> TokenKind {
        let text = self.spelling(token);
        match literal::number(self.spelled(&text, token, span)) {
            Ok(Number::Integer(constant, warning)) => {
                if let Some(warning) = warning {
                    self.report(with_origin(warning, spelled));
                }
                TokenKind::Integer(constant)
            }
            Ok(Number::Floating(constant)) => TokenKind::Floating(constant),
            Err(diagnostic) => {
                self.report(with_origin(*diagnostic, spelled));
                TokenKind::Integer(IntegerConstant {
                    value: 0,
                    kind: IntegerConstantType::Int,
                    is_imaginary: false,
                })
            }
        }
    }

    fn character(
        &mut self,
        token: PpToken,
        encoding: Encoding,
        span: Span,
        spelled: Option<Span>,
    ) -> TokenKind {
        let text = self.spelling(token);
        let is_raw = text.contains(source::is_raw);
        let result = characters::character(self.spelled(&text, token, span), encoding);
        let (constant, diagnostic) = match result {
            Ok((constant, warning)) => (constant, warning),
            Err(error) => (CharacterConstant { encoding, value: 0 }, Some(*error)),
        };
        if is_raw {
            self.report(with_origin(messages::raw_bytes(span), spelled));
        }
        if let Some(diagnostic) = diagnostic {
            self.report(with_origin(diagnostic, spelled));
        }
        TokenKind::Character(constant)
    }

    /// Adjacent string literals become one (phase 6).
    fn string(&mut self, pieces: &[Piece]) -> Token {
        let texts: Vec<_> = pieces.iter().map(|piece| self.spelling(piece.token)).collect();
        let spelled: Vec<_> = std::iter::zip(pieces, &texts)
            .map(|(piece, text)| (self.spelled(text, piece.token, piece.span), piece.encoding))
            .collect();
        let result = characters::string(&spelled);
        let raw = std::iter::zip(pieces, &texts).filter(|(_, text)| text.contains(source::is_raw));
        let raw: Vec<Diagnostic> = raw
            .map(|(piece, _)| with_origin(messages::raw_bytes(piece.span), piece.spelled))
            .collect();
        raw.into_iter().for_each(|diagnostic| self.report(diagnostic));
        let is_made = pieces.iter().all(|piece| piece.spelled.is_some());
        let origin = pieces.first().filter(|_| is_made).and_then(|piece| piece.spelled);
        let literal = result.unwrap_or_else(|diagnostic| {
            self.report(with_origin(*diagnostic, origin));
            StringLiteral { encoding: Encoding::Plain, elements: Vec::new() }
        });
        let first = pieces.first().map_or(self.end.span, |piece| piece.span);
        let span = pieces.last().map_or(first, |piece| first.to(piece.span));
        Token { kind: TokenKind::String(literal), span, spelled: origin }
    }

    /// A literal that does not end; it stands for an empty one, so that the parser goes on.
    fn unterminated(&mut self, token: PpToken, span: Span, spelled: Option<Span>) -> TokenKind {
        let text = self.spelling(token);
        let is_string = is_string(&text);
        let diagnostic = if is_string {
            messages::open_string(span)
        } else {
            messages::open_character(span, &text)
        };
        self.report(with_origin(diagnostic, spelled));
        let encoding = Encoding::Plain;
        if is_string {
            TokenKind::String(StringLiteral { encoding, elements: Vec::new() })
        } else {
            TokenKind::Character(CharacterConstant { encoding, value: 0 })
        }
    }

    /// `_Pragma ( string-literal )` (C17 6.10.9): the pragma that the string spells.
    fn pragma_operator(&mut self, span: Span) {
        let is_open = self.next_expanded().is(Punctuator::LeftParen);
        let operand = is_open.then(|| self.next_expanded());
        let operand = operand.filter(|operand| matches!(operand.kind, PpKind::String(_)));
        let is_closed = operand.is_some() && self.next_expanded().is(Punctuator::RightParen);
        match operand.filter(|_| is_closed) {
            Some(operand) => {
                let text = characters::plain_text(&self.spelling(operand));
                self.obey_pragma(&text, span);
            }
            None => self.report(messages::pragma_operand(span)),
        }
    }
}

/// Whether the first quote is a string's.
fn is_string(spelling: &str) -> bool {
    spelling.find(['"', '\'']).is_none_or(|at| spelling[at..].starts_with('"'))
}

/// Points at the spelling of what a macro made.
fn with_origin(diagnostic: Diagnostic, spelled: Option<Span>) -> Diagnostic {
    match spelled {
        Some(place) if place != diagnostic.primary.span => {
            diagnostic.also(place, "it comes from here, through a macro")
        }
        _ => diagnostic,
    }
}
