//! `#define` (C17 6.10.3).

use std::cell::Cell;

use source::{Diagnostic, Span};

use super::macros::{Macro, MacroKind};
use super::pp_token::{LINE_START, PASTE, PpKind, PpToken, SPACE, STRINGIZE};
use super::reader::Line;
use super::{Preprocessor, messages};
use crate::Name;
use crate::token::Punctuator;

/// How many parameters a macro may have; C17 5.2.4.1 asks for 127.
const PARAMETERS_MAX: usize = 1_000;

impl Preprocessor<'_> {
    /// `#define identifier replacement-list` or
    /// `#define identifier( identifier-list , ... ) replacement-list` (C17 6.10p1).
    pub(super) fn define(&mut self, line: &Line) {
        let Some((name, span)) = self.macro_name(line) else { return };
        if self.is_reserved_name(name, span) {
            return;
        }
        match self.definition(name, span, line) {
            Ok(definition) => self.keep_definition(definition),
            Err(diagnostic) => self.report(*diagnostic),
        }
    }

    fn definition(
        &mut self,
        name: Name,
        span: Span,
        line: &Line,
    ) -> Result<Macro, Box<Diagnostic>> {
        let rest = line.tokens().get(2..).unwrap_or(&[]);
        let (kind, body) = match rest.first() {
            Some(open) if open.is(Punctuator::LeftParen) && !open.has(SPACE) => {
                let (kind, used) = self.parameters(rest)?;
                (kind, &rest[used..])
            }
            Some(first) if !first.has(SPACE) => {
                self.report(messages::space_after_macro_name(first.span));
                (MacroKind::Object, rest)
            }
            _ => (MacroKind::Object, rest),
        };
        let body = self.replacement_list(&kind, body)?;
        Ok(Macro { name, kind, body, span, is_disabled: Cell::new(false) })
    }

    /// The parameter list, and how many tokens it has.
    fn parameters(&self, tokens: &[PpToken]) -> Result<(MacroKind, usize), Box<Diagnostic>> {
        let open = tokens[0].span;
        let mut parameters: Vec<Name> = Vec::new();
        let mut is_variadic = false;
        let mut at = 1;
        if tokens.get(1).is_some_and(|token| token.is(Punctuator::RightParen)) {
            return Ok((MacroKind::Function { parameters, is_variadic }, 2));
        }
        loop {
            let Some(&token) = tokens.get(at) else {
                return Err(messages::open_parameter_list(open).into());
            };
            match token.kind {
                PpKind::Identifier(name) if name == self.known.va_args => {
                    return Err(messages::va_args_misplaced(token.span).into());
                }
                PpKind::Identifier(name) if parameters.contains(&name) => {
                    return Err(messages::parameter_twice(token.span, self.names.text(name)).into());
                }
                PpKind::Identifier(name) => parameters.push(name),
                PpKind::Punctuator(Punctuator::Ellipsis) => {
                    parameters.push(self.known.va_args);
                    is_variadic = true;
                }
                _ => return Err(messages::parameter_expected(token.span).into()),
            }
            if parameters.len() > PARAMETERS_MAX {
                return Err(messages::too_many_parameters(token.span, PARAMETERS_MAX).into());
            }
            match tokens.get(at + 1) {
                Some(next) if next.is(Punctuator::RightParen) => break,
                Some(next) if next.is(Punctuator::Comma) && !is_variadic => at += 2,
                Some(next) if next.is(Punctuator::Ellipsis) && !is_variadic => {
                    // GNU C: a name for the variable arguments.
                    is_variadic = true;
                    at += 1;
                    match tokens.get(at + 1) {
                        Some(next) if next.is(Punctuator::RightParen) => break,
                        Some(next) => {
                            return Err(messages::parameter_separator(next.span, true).into());
                        }
                        None => return Err(messages::open_parameter_list(open).into()),
                    }
                }
                Some(next) => {
                    return Err(messages::parameter_separator(next.span, is_variadic).into());
                }
                None => return Err(messages::open_parameter_list(open).into()),
            }
        }
        Ok((MacroKind::Function { parameters, is_variadic }, at + 2))
    }

    /// The replacement list, with parameters found, and `#` and `##` made flags.
    fn replacement_list(
        &self,
        kind: &MacroKind,
        tokens: &[PpToken],
    ) -> Result<Vec<PpToken>, Box<Diagnostic>> {
        let (parameters, is_function_like) = match kind {
            MacroKind::Function { parameters, .. } => (parameters.as_slice(), true),
            _ => (&[][..], false),
        };
        let mut body: Vec<PpToken> = Vec::with_capacity(tokens.len());
        let mut rest = tokens.iter().copied();
        while let Some(mut token) = rest.next() {
            if token.is(Punctuator::HashHash) {
                let Some(left) = body.last_mut() else {
                    return Err(messages::paste_at_edge(token.span).into());
                };
                left.flags |= PASTE;
                continue;
            }
            if is_function_like && token.is(Punctuator::Hash) {
                let operand = rest.next().map(|next| self.with_parameter(next, parameters));
                let Some(operand) = operand.filter(|next| is_parameter(*next)) else {
                    return Err(messages::stringize_operand(token.span).into());
                };
                token = operand.spaced_like(token);
                token.flags |= STRINGIZE;
            }
            let token = self.with_parameter(token, parameters);
            if token.kind == PpKind::Identifier(self.known.va_args) {
                return Err(messages::va_args_misplaced(token.span).into());
            }
            body.push(token);
        }
        match (body.last(), tokens.last()) {
            (Some(last), Some(edge)) if last.has(PASTE) => {
                Err(messages::paste_at_edge(edge.span).into())
            }
            _ => Ok(body),
        }
    }

    /// The token, as a parameter if it names one.
    fn with_parameter(&self, mut token: PpToken, parameters: &[Name]) -> PpToken {
        if let PpKind::Identifier(name) = token.kind
            && let Some(index) = parameters.iter().position(|&parameter| parameter == name)
        {
            token.kind = PpKind::Parameter(index as u16);
        }
        token
    }

    /// Keeps a definition, unless there is another one (C17 6.10.3p1 and p2).
    fn keep_definition(&mut self, definition: Macro) {
        if let Some(earlier) = self.macros.get(definition.name).cloned()
            && !self.is_same(&earlier, &definition)
        {
            let name = self.names.text(definition.name).to_string();
            self.report(messages::macro_redefined(definition.span, &name, earlier.span));
        }
        self.macros.define(definition);
    }

    fn is_same(&self, one: &Macro, other: &Macro) -> bool {
        let is_alike = |(index, (&left, &right)): (usize, (&PpToken, &PpToken))| {
            let space = if index == 0 { 0 } else { SPACE };
            let flags = space | STRINGIZE | PASTE | LINE_START;
            left.kind == right.kind
                && left.flags & flags == right.flags & flags
                && self.spelling(left) == self.spelling(right)
        };
        one.kind == other.kind
            && one.body.len() == other.body.len()
            && one.body.iter().zip(&other.body).enumerate().all(is_alike)
    }
}

fn is_parameter(token: PpToken) -> bool {
    matches!(token.kind, PpKind::Parameter(_))
}
