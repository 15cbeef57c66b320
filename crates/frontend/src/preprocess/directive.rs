//! Directives (C17 6.10): which they are, and those that are short.

use source::Span;

use super::pp_token::{PpKind, PpToken};
use super::reader::Line;
use super::{Preprocessor, characters, messages};
use crate::Name;
use crate::token::Encoding;

/// The directives by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Directive {
    Include,
    Define,
    Undef,
    If,
    Ifdef,
    Ifndef,
    Elif,
    Elifdef,
    Elifndef,
    Else,
    Endif,
    Error,
    Warning,
    Line,
    Pragma,
    Embed,
}

impl Directive {
    /// Every directive with its name.
    pub(super) const ALL: &'static [(&'static str, Directive)] = &[
        ("include", Directive::Include),
        ("define", Directive::Define),
        ("undef", Directive::Undef),
        ("if", Directive::If),
        ("ifdef", Directive::Ifdef),
        ("ifndef", Directive::Ifndef),
        ("elif", Directive::Elif),
        ("elifdef", Directive::Elifdef),
        ("elifndef", Directive::Elifndef),
        ("else", Directive::Else),
        ("endif", Directive::Endif),
        ("error", Directive::Error),
        ("warning", Directive::Warning),
        ("line", Directive::Line),
        ("pragma", Directive::Pragma),
        ("embed", Directive::Embed),
    ];

    /// `#elif` and its kin (C23 6.10.2p13).
    pub(super) fn is_elif(self) -> bool {
        matches!(self, Directive::Elif | Directive::Elifdef | Directive::Elifndef)
    }

    /// The directive of that name.
    pub(super) fn named(name: &str) -> Option<Directive> {
        Directive::ALL.iter().find(|(spelling, _)| *spelling == name).map(|&(_, found)| found)
    }
}

impl Preprocessor<'_> {
    /// Obeys the directive whose `#` is next.
    pub(super) fn directive(&mut self) {
        let Some(line) = self.take_line() else { return };
        let Some(&first) = line.tokens().first() else { return };
        let name = match first.kind {
            PpKind::Identifier(name) => name,
            PpKind::Number => return self.line(&line, 0),
            _ => return self.report(messages::directive_without_name(first.span)),
        };
        match Directive::named(self.names.text(name)) {
            Some(Directive::Include) => self.include(&line),
            Some(Directive::Define) => self.define(&line),
            Some(Directive::Undef) => self.undef(&line),
            Some(Directive::If) => self.r#if(&line),
            Some(Directive::Ifdef) => self.ifdef(&line, true),
            Some(Directive::Ifndef) => self.ifdef(&line, false),
            Some(directive) if directive.is_elif() => {
                if !self.starts_elif(directive, &line) {
                    self.skip_group();
                }
            }
            Some(Directive::Else) => {
                if !self.starts_else(&line) {
                    self.skip_group();
                }
            }
            Some(Directive::Elif | Directive::Elifdef | Directive::Elifndef) => {}
            Some(Directive::Embed) => self.embed(&line),
            Some(Directive::Endif) => {
                self.expect_line_end(&line, 1);
                self.endif(&line);
            }
            Some(Directive::Error) => {
                self.report(messages::error_directive(line.span(), self.rest_of_line(&line)))
            }
            Some(Directive::Warning) => {
                self.report(messages::warning_directive(line.span(), self.rest_of_line(&line)))
            }
            Some(Directive::Line) => self.line(&line, 1),
            Some(Directive::Pragma) => self.pragma(&line),
            None => {
                let text = self.names.text(name).to_string();
                self.report(messages::unknown_directive(first.span, &text));
            }
        }
    }

    /// The text after the directive's name.
    fn rest_of_line(&self, line: &Line) -> &str {
        match line.tokens() {
            [_, first, .., last] => self.map.text(first.span.to(last.span)),
            [_, only] => self.map.text(only.span),
            _ => "",
        }
    }

    /// Warns of what stands after the first `count` tokens, which says nothing.
    pub(super) fn expect_line_end(&mut self, line: &Line, count: usize) {
        if let (Some(extra), Some(last)) = (line.tokens().get(count), line.tokens().last()) {
            let name = self.directive_name(line);
            self.report(messages::extra_tokens(extra.span.to(last.span), &name));
        }
    }

    fn directive_name(&self, line: &Line) -> String {
        line.tokens().first().map_or(String::new(), |&name| self.spelling(name).into_owned())
    }

    /// `#undef identifier` (C17 6.10.3.5).
    fn undef(&mut self, line: &Line) {
        let Some((name, span)) = self.macro_name(line) else { return };
        self.expect_line_end(line, 2);
        if self.is_reserved_name(name, span) {
            return;
        }
        self.macros.undefine(name);
    }

    /// The identifier after the directive's name, which must be there.
    pub(super) fn macro_name(&mut self, line: &Line) -> Option<(Name, Span)> {
        match line.tokens().get(1) {
            Some(&PpToken { kind: PpKind::Identifier(name), span, .. }) => Some((name, span)),
            found => {
                let span = found.map_or(line.span().after(), |token| token.span);
                let (is_missing, directive) = (found.is_none(), self.directive_name(line));
                self.report(messages::macro_name_expected(span, &directive, is_missing));
                None
            }
        }
    }

    /// Whether the name may be neither defined nor undefined (C17 6.10.8p4); an error then.
    pub(super) fn is_reserved_name(&mut self, name: Name, span: Span) -> bool {
        let is_dynamic = self.macros.get(name).is_some_and(|found| found.is_dynamic());
        let is_operator = [self.known.defined, self.known.has_include, self.known.va_args];
        let is_reserved = is_dynamic || is_operator.contains(&name);
        if is_reserved {
            let text = self.names.text(name).to_string();
            self.report(messages::reserved_macro_name(span, &text));
        }
        is_reserved
    }

    /// `#if constant-expression` (C17 6.10.1p3).
    fn r#if(&mut self, line: &Line) {
        let is_taken = self.condition(line);
        self.open_conditional(line.span(), is_taken);
    }

    /// `#ifdef identifier` and `#ifndef identifier` (C17 6.10.1p5).
    fn ifdef(&mut self, line: &Line, wanted: bool) {
        let is_taken = self.is_name_defined(line, wanted);
        self.open_conditional(line.span(), is_taken);
    }

    /// Whether the name after the directive is defined, or is not, as wanted.
    fn is_name_defined(&mut self, line: &Line, wanted: bool) -> bool {
        let name = self.macro_name(line);
        if name.is_some() {
            self.expect_line_end(line, 2);
        }
        name.is_some_and(|(name, _)| self.is_defined(name) == wanted)
    }

    /// Whether `defined name` holds.
    pub(super) fn is_defined(&self, name: Name) -> bool {
        self.macros.get(name).is_some() || name == self.known.has_include
    }

    /// `#elif`, `#elifdef`, `#elifndef`: whether its group is taken.
    pub(super) fn starts_elif(&mut self, directive: Directive, line: &Line) -> bool {
        let innermost = self.sources.last().and_then(|source| source.conditionals.last());
        let Some(&conditional) = innermost else {
            self.report(messages::conditional_expected(line.span(), "#elif"));
            return true;
        };
        if let Some(otherwise) = conditional.otherwise {
            self.report(messages::after_else(line.span(), "#elif", otherwise));
            return false;
        }
        let is_taken = !conditional.is_decided
            && match directive {
                Directive::Elifdef => self.is_name_defined(line, true),
                Directive::Elifndef => self.is_name_defined(line, false),
                _ => self.condition(line),
            };
        if let Some(source) = self.sources.last_mut()
            && let Some(conditional) = source.conditionals.last_mut()
        {
            conditional.is_decided |= is_taken;
        }
        is_taken
    }

    /// `#else`: whether its group is taken.
    pub(super) fn starts_else(&mut self, line: &Line) -> bool {
        let innermost = self.sources.last_mut().and_then(|source| source.conditionals.last_mut());
        let Some(conditional) = innermost else {
            self.report(messages::conditional_expected(line.span(), "#else"));
            return true;
        };
        if let Some(otherwise) = conditional.otherwise {
            self.report(messages::after_else(line.span(), "#else", otherwise));
            return false;
        }
        conditional.otherwise = Some(line.span());
        let is_taken = !conditional.is_decided;
        conditional.is_decided = true;
        self.expect_line_end(line, 1);
        is_taken
    }

    /// `#endif`.
    pub(super) fn endif(&mut self, line: &Line) {
        let closed = self.sources.last_mut().and_then(|source| source.conditionals.pop());
        if closed.is_none() {
            self.report(messages::conditional_expected(line.span(), "#endif"));
        }
    }

    /// `#line digit-sequence "name"` (C17 6.10.4), and the line markers of other preprocessors.
    /// They change what `__LINE__` and `__FILE__` say; diagnostics go on to show the text that is
    /// there.
    fn line(&mut self, line: &Line, start: usize) {
        let span = line.span();
        let rest = line.tokens().get(start..).unwrap_or(&[]);
        let rest = self.expand_line(rest, span);
        let number = rest.first().filter(|first| first.kind == PpKind::Number);
        let number = number.and_then(|&first| self.spelling(first).parse::<i64>().ok());
        let Some(number) = number.filter(|number| (0..=i64::from(i32::MAX)).contains(number))
        else {
            return self.report(messages::line_number_expected(span));
        };
        let name = match rest.get(1) {
            None => None,
            Some(&token) if token.kind == PpKind::String(Encoding::Plain) => Some(token),
            Some(&token) => return self.report(messages::line_name_expected(self.place(token))),
        };
        let name = name.map(|name| characters::plain_text(&self.spelling(name)));
        let next_line = i64::from(self.map.position(span).line) + 1;
        let Some(source) = self.sources.last_mut() else { return };
        source.line_shift = number - next_line;
        source.presumed_name = name.or(source.presumed_name.take());
    }

    /// `#pragma` (C17 6.10.6): `once`, and GCC's `push_macro` and `pop_macro`, and those that the parser learns of.
    fn pragma(&mut self, line: &Line) {
        let Some(&PpToken { kind: PpKind::Identifier(name), .. }) = line.tokens().get(1) else {
            return;
        };
        let file = line.hash().span.file;
        match self.names.text(name) {
            "once" if !self.once.contains(&file) => self.once.push(file),
            "push_macro" => self.keep_macro(line, true),
            "pop_macro" => self.keep_macro(line, false),
            "pack" | "weak" => {
                let tokens = self.expand_line(&line.tokens()[1..], line.span());
                let words: Vec<_> = tokens.iter().map(|&it| self.spelling(it)).collect();
                let text = words.join(" ");
                self.obey_pragma(&text, line.span());
            }
            _ => {}
        }
    }

    /// `push_macro("name")`, `pop_macro("name")`.
    fn keep_macro(&mut self, line: &Line, is_push: bool) {
        let Some(&operand) = line.tokens().get(3) else { return };
        if operand.kind != PpKind::String(Encoding::Plain) {
            return;
        }
        let text = characters::plain_text(&self.spelling(operand));
        let name = self.names.intern(&text);
        match is_push {
            true => self.macros.push(name),
            false => self.macros.pop(name),
        }
    }

    /// Expands the tokens of a directive on their own.
    pub(super) fn expand_line(&mut self, tokens: &[PpToken], span: Span) -> Vec<PpToken> {
        let outer_use = std::mem::replace(&mut self.use_span, span);
        let expanded = self.expand_list(tokens.to_vec());
        self.use_span = outer_use;
        expanded
    }
}
