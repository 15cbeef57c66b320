//! The text after phase 4, as `-E -P` shows it.

use super::Preprocessor;
use super::lex;
use super::pp_token::{LINE_START, PpKind, PpToken, SCRATCH, SPACE};
use crate::token::Punctuator;
use source::Span;

impl Preprocessor<'_> {
    /// The expanded tokens as text, each line of a file that has any on a line of its own.
    pub(super) fn text(&mut self) -> String {
        let mut text = String::new();
        let mut last_span: Option<Span> = None;
        let mut last: Option<(PpToken, usize)> = None;
        loop {
            let token = self.next_expanded();
            if token.kind == PpKind::End {
                break;
            }
            let (span, _) = self.located(token);
            if last_span.is_none_or(|last| self.is_below(span, last)) {
                self.start_line(&mut text, span, token);
            } else if self.needs_space(last, token, &text) {
                text.push(' ');
            }
            last_span = Some(span);
            last = Some((token, text.len()));
            text.push_str(&self.spelling(token));
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    /// Whether a token begins on a later line than the one before ends. The tokens of one use of a
    /// macro stay together.
    fn is_below(&self, span: Span, last: Span) -> bool {
        let line = |span: Span| self.map.position(span).line;
        span.file != last.file || span != last && line(span) > line(last.after())
    }

    /// Begins a line, indented as in the file.
    fn start_line(&self, text: &mut String, span: Span, token: PpToken) {
        if !text.is_empty() {
            text.push('\n');
        }
        if token.has(LINE_START | SPACE) {
            let column = self.map.position(span).column as usize;
            text.extend(std::iter::repeat_n(' ', column.saturating_sub(1)));
        }
    }

    /// Whether white space stood there, or the two would be read as something else without it.
    fn needs_space(&mut self, last: Option<(PpToken, usize)>, token: PpToken, text: &str) -> bool {
        let Some((last, start)) = last else { return false };
        if token.has(SPACE | LINE_START) {
            return true;
        }
        let is_bracket = |token: PpToken| {
            use Punctuator::*;
            let brackets = [LeftParen, RightParen, LeftBracket, RightBracket, Comma, Semicolon];
            matches!(token.kind, PpKind::Punctuator(found) if brackets.contains(&found))
        };
        if is_bracket(last) || is_bracket(token) {
            return false;
        }
        let left = text.get(start..).unwrap_or("");
        let joined = format!("{left}{}", self.spelling(token));
        let lexed = lex::lex(SCRATCH, 0, &joined, self.names);
        let is_apart = lexed
            .tokens
            .first()
            .is_some_and(|first| first.span.end as usize == left.len() && lexed.tokens.len() == 3);
        !is_apart
    }
}
