//! Argument substitution, `#` and `##` (C17 6.10.3.1 to 6.10.3.3).

use source::Span;

use super::expand::Arguments;
use super::macros::{Macro, MacroKind};
use super::pp_token::{NO_EXPAND, PASTE, PpKind, PpToken, SPACE, STRINGIZE};
use super::{Preprocessor, lex, messages, pp_token};
use crate::token::{Encoding, Punctuator};

/// A replacement list on its way to what replaces a use.
struct Substitution<'m> {
    arguments: &'m Arguments,
    /// The arguments after their own replacement, each made when it is first wanted.
    expanded: Vec<Option<Vec<PpToken>>>,
    output: Vec<PpToken>,
}

impl Preprocessor<'_> {
    /// The replacement list with its arguments in place.
    pub(super) fn substitute(&mut self, of: &Macro, arguments: &Arguments) -> Vec<PpToken> {
        let expanded = vec![None; arguments.count()];
        let output = Vec::with_capacity(of.body.len());
        let mut work = Substitution { arguments, expanded, output };
        // The item before, if `##` joins it to this one.
        let mut left: Option<PpToken> = None;
        let resolved = of.is_variadic().then(|| self.resolve_options(of, arguments));
        for &item in resolved.as_ref().unwrap_or(&of.body) {
            if self.is_stopped {
                break;
            }
            let after_comma = left.is_some_and(|left| left.is(Punctuator::Comma));
            match item.kind {
                PpKind::Parameter(index) if after_comma && is_variable(of, index) => {
                    self.append_after_comma(index.into(), &mut work);
                }
                _ => {
                    let start = work.output.len();
                    self.append(item, left.is_some() || item.has(PASTE), &mut work);
                    if let Some(left) = left {
                        self.paste_at(start, left.span.to(item.span), &mut work.output);
                    }
                }
            }
            left = item.has(PASTE).then_some(item);
        }
        work.output.retain(|token| token.kind != PpKind::Placemarker);
        work.output
    }

    /// The replacement list without `__VA_OPT__ ( … )`: what it holds stays where there are variable arguments (C23
    /// 6.10.5.2), else nothing does.
    fn resolve_options(&mut self, of: &Macro, arguments: &Arguments) -> Vec<PpToken> {
        let MacroKind::Function { parameters, .. } = &of.kind else { return of.body.clone() };
        let is_option = |token: &PpToken| token.kind == PpKind::Identifier(self.known.va_opt);
        if !of.body.iter().any(is_option) {
            return of.body.clone();
        }
        let last = parameters.len().saturating_sub(1);
        let given = arguments.get(last).to_vec();
        let has_arguments = !self.expand_list(given).is_empty();
        let (mut resolved, mut at) = (Vec::with_capacity(of.body.len()), 0);
        while let Some(&token) = of.body.get(at) {
            at += 1;
            let end = closing_paren(&of.body, at);
            let (true, Some(end)) = (token.kind == PpKind::Identifier(self.known.va_opt), end)
            else {
                resolved.push(token);
                continue;
            };
            let start = resolved.len();
            if has_arguments {
                resolved.extend_from_slice(&of.body[at + 1..end]);
            }
            if resolved.len() == start {
                resolved.push(PpToken::new(PpKind::Placemarker, token.span));
            }
            resolved[start] = resolved[start].spaced_like(token);
            if let Some(last) = resolved.last_mut() {
                last.flags |= of.body[end].flags & PASTE;
            }
            at = end + 1;
        }
        resolved
    }

    /// Appends what one item of the replacement list becomes; beside `##` that is never nothing.
    fn append(&mut self, item: PpToken, is_pasted: bool, work: &mut Substitution<'_>) {
        let start = work.output.len();
        match item.kind {
            PpKind::Parameter(index) if item.has(STRINGIZE) => {
                let token = self.stringize(work.arguments.get(index.into()), item);
                work.output.push(token);
            }
            PpKind::Parameter(index) if is_pasted => {
                work.output.extend_from_slice(work.arguments.get(index.into()));
            }
            PpKind::Parameter(index) => self.append_expanded(index.into(), work),
            _ => work.output.push(PpToken { flags: item.flags & !PASTE, ..item }),
        }
        match work.output.get_mut(start) {
            Some(first) => *first = first.spaced_like(item),
            None if is_pasted => {
                let marker = PpToken::new(PpKind::Placemarker, item.span);
                work.output.push(marker.spaced_like(item));
            }
            None => {}
        }
    }

    /// Appends an argument after its own replacement (C17 6.10.3.1).
    fn append_expanded(&mut self, index: usize, work: &mut Substitution<'_>) {
        let Some(slot) = work.expanded.get_mut(index) else { return };
        let tokens =
            slot.get_or_insert_with(|| self.expand_list(work.arguments.get(index).to_vec()));
        work.output.extend_from_slice(tokens);
    }

    /// `, ## __VA_ARGS__`, as GCC has it: the comma goes when there are no variable arguments.
    fn append_after_comma(&mut self, index: usize, work: &mut Substitution<'_>) {
        if index < work.arguments.count() {
            self.append_expanded(index, work);
        } else {
            work.output.pop();
        }
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

/// Where the parenthesis that opens at an index is closed.
pub(super) fn closing_paren(body: &[PpToken], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (index, token) in body.iter().enumerate().skip(open) {
        if token.is(Punctuator::LeftParen) {
            depth += 1;
        } else if depth == 0 {
            return None;
        } else if token.is(Punctuator::RightParen) {
            depth -= 1;
            if depth == 0 {
                return Some(index);
            }
        }
    }
    None
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
