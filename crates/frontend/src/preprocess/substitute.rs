//! Argument substitution, `#` and `##` (C17 6.10.3.1 to 6.10.3.3).

use source::Span;

use super::expand::Arguments;
use super::macros::{Macro, MacroKind};
use super::pp_token::{NO_EXPAND, PASTE, PpKind, PpToken, SPACE, STRINGIZE};
use super::{Preprocessor, lex, messages, pp_token};
use crate::token::{Encoding, Punctuator};

impl Preprocessor<'_> {
    /// The replacement list with its arguments in place.
    pub(super) fn substitute(&mut self, of: &Macro, arguments: &Arguments) -> Vec<PpToken> {
        let mut expanded: Vec<Option<Vec<PpToken>>> = vec![None; arguments.count()];
        let mut output: Vec<PpToken> = Vec::with_capacity(of.body.len());
        let mut left: Option<PpToken> = None;
        for &item in &of.body {
            if self.is_stopped {
                break;
            }
            let start = output.len();
            match item.kind {
                PpKind::Parameter(index) if item.has(STRINGIZE) => {
                    let token = self.stringize(arguments.get(index.into()), item);
                    output.push(token.spaced_like(item));
                }
                PpKind::Parameter(index) if left.is_some() || item.has(PASTE) => {
                    let is_lone_comma = left.is_some_and(|left| left.is(Punctuator::Comma));
                    if is_lone_comma && is_variable(of, index) {
                        self.after_comma(arguments, index, &mut output);
                        left = item.has(PASTE).then_some(item);
                        continue;
                    }
                    output.extend_from_slice(arguments.get(index.into()));
                }
                PpKind::Parameter(index) => {
                    let index = usize::from(index);
                    let slot = match expanded.get_mut(index) {
                        Some(slot) if slot.is_none() => None,
                        Some(slot) => slot.as_deref(),
                        None => Some(&[][..]),
                    };
                    match slot {
                        Some(tokens) => output.extend_from_slice(tokens),
                        None => {
                            let tokens = self.expand_list(arguments.get(index).to_vec());
                            output.extend_from_slice(&tokens);
                            expanded[index] = Some(tokens);
                        }
                    }
                }
                _ => output.push(PpToken { flags: item.flags & !PASTE, ..item }),
            }
            if let Some(first) = output.get_mut(start) {
                *first = first.spaced_like(item);
            } else if left.is_some() || item.has(PASTE) {
                output.push(PpToken::new(PpKind::Placemarker, item.span).spaced_like(item));
            }
            if let Some(left) = left {
                self.paste_at(start, left.span.to(item.span), &mut output);
            }
            left = item.has(PASTE).then_some(item);
        }
        output.retain(|token| token.kind != PpKind::Placemarker);
        output
    }

    /// `, ## __VA_ARGS__`, as GCC has it: the comma goes when there are no variable arguments.
    fn after_comma(&mut self, arguments: &Arguments, index: u16, output: &mut Vec<PpToken>) {
        let index = usize::from(index);
        if index >= arguments.count() {
            output.pop();
            return;
        }
        let tokens = self.expand_list(arguments.get(index).to_vec());
        output.extend_from_slice(&tokens);
    }

    /// `#`: the spelling of an argument as a string literal (C17 6.10.3.2p2).
    fn stringize(&mut self, argument: &[PpToken], operand: PpToken) -> PpToken {
        let mut text = String::from("\"");
        for (index, &token) in argument.iter().enumerate() {
            if index > 0 && token.has(SPACE) {
                text.push(' ');
            }
            let spelling = self.spelling(token);
            let is_quoted = matches!(
                token.kind,
                PpKind::String(_) | PpKind::Character(_) | PpKind::Unterminated
            );
            for character in spelling.chars() {
                if is_quoted && matches!(character, '"' | '\\') {
                    text.push('\\');
                }
                text.push(character);
            }
        }
        text.push('"');
        let place = self.place(operand);
        let token = self.made(PpKind::String(Encoding::Plain), &text, place);
        if self.lex_one(token.span) == Some(PpKind::String(Encoding::Plain)) {
            return token;
        }
        self.report(messages::stringize_failed(self.use_span, &text, place));
        self.made(PpKind::String(Encoding::Plain), "\"\"", place)
    }

    /// `##`: makes one token of the last before `start` and the first there (C17 6.10.3.3p3).
    fn paste_at(&mut self, start: usize, operator: Span, output: &mut Vec<PpToken>) {
        let Some(before) = start.checked_sub(1) else { return };
        let (Some(&left), Some(&right)) = (output.get(before), output.get(start)) else { return };
        if right.kind == PpKind::Placemarker {
            output.remove(start);
            return;
        }
        if left.kind == PpKind::Placemarker {
            output[start] = right.spaced_like(left);
            output.remove(before);
            return;
        }
        let text = format!("{}{}", self.spelling(left), self.spelling(right));
        let made = self.made(PpKind::Stray, &text, operator);
        match self.lex_one(made.span) {
            Some(kind) => {
                output[before] = PpToken { kind, ..made }.spaced_like(left);
                output.remove(start);
            }
            None => {
                let (left, right) = (self.spelling(left), self.spelling(right));
                let diagnostic = messages::paste_failed(self.use_span, &left, &right, operator);
                self.report(diagnostic);
            }
        }
    }

    /// What the spelling is, if it is exactly one token.
    fn lex_one(&mut self, span: Span) -> Option<PpKind> {
        let text = self.scratch.text(span);
        let lexed = lex::lex(pp_token::SCRATCH, span.start, text, self.names);
        let [token, _end] = lexed.tokens.as_slice() else { return None };
        let is_whole = token.span == span && !token.has(SPACE | NO_EXPAND);
        let is_token = !matches!(token.kind, PpKind::Unterminated | PpKind::Stray);
        (is_whole && is_token && lexed.open_comment.is_none()).then_some(token.kind)
    }
}

/// Whether the parameter is `__VA_ARGS__`.
fn is_variable(of: &Macro, index: u16) -> bool {
    match &of.kind {
        MacroKind::Function { parameters, is_variadic } => {
            *is_variadic && usize::from(index) + 1 == parameters.len()
        }
        _ => false,
    }
}
