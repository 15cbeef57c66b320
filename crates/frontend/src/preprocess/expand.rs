//! The expander: macro replacement (C17 6.10.3).
//!
//! A *context* is a list of tokens that is read before what follows in the file: the replacement of
//! a macro, whose name is not replaced while its context lasts; such a name met there is *painted*,
//! and is never replaced again (C17 6.10.3.4p2).

use std::rc::Rc;

use source::Diagnostic;

use super::macros::{Macro, MacroKind};
use super::pp_token::{FROM_MACRO, NO_EXPAND, PpKind, PpToken};
use super::{MACRO_NESTING_MAX, MACRO_TOKENS_MAX, Preprocessor, messages};
use crate::token::{Encoding, Punctuator};

/// A list of tokens that is being read.
#[derive(Debug)]
pub(super) struct Context {
    supply: Supply,
    at: usize,
    /// The macro's name in the use: the first token is spaced like it.
    like: PpToken,
}

#[derive(Debug)]
enum Supply {
    /// The macro's replacement list as it stands.
    Body(Rc<Macro>),
    /// A replacement list with its arguments.
    Substituted(Rc<Macro>, Vec<PpToken>),
    /// Other tokens.
    List(Vec<PpToken>),
}

impl Context {
    fn peek(&self) -> Option<PpToken> {
        let tokens = match &self.supply {
            Supply::Body(of) => of.body.as_slice(),
            Supply::Substituted(_, tokens) | Supply::List(tokens) => tokens.as_slice(),
        };
        let token = tokens.get(self.at).copied()?;
        let is_first = self.at == 0 && !matches!(self.supply, Supply::List(_));
        Some(if is_first { token.spaced_like(self.like) } else { token })
    }

    fn of(&self) -> Option<&Macro> {
        match &self.supply {
            Supply::Body(of) | Supply::Substituted(of, _) => Some(of),
            Supply::List(_) => None,
        }
    }
}

/// The arguments of a use, one after the other.
#[derive(Default, Debug)]
pub(super) struct Arguments {
    tokens: Vec<PpToken>,
    ends: Vec<usize>,
}

impl Arguments {
    /// The tokens of an argument; none for one that is not there.
    pub(super) fn get(&self, index: usize) -> &[PpToken] {
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(0) };
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.tokens.get(start..end).unwrap_or(&[])
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }
}

impl Preprocessor<'_> {
    /// The next token after macro replacement.
    pub(super) fn next_expanded(&mut self) -> PpToken {
        loop {
            let token = self.next_raw();
            let PpKind::Identifier(name) = token.kind else { return token };
            if token.has(NO_EXPAND) {
                return token;
            }
            let Some(found) = self.macros.get(name) else { return token };
            let found = found.clone();
            if let Some(token) = self.replace(found, token) {
                return token;
            }
        }
    }

    /// Expands tokens as if they were the rest of the file (C17 6.10.3.1).
    pub(super) fn expand_list(&mut self, tokens: Vec<PpToken>) -> Vec<PpToken> {
        let is_macro = |token: &PpToken| match token.kind {
            PpKind::Identifier(name) => self.macros.get(name).is_some(),
            _ => false,
        };
        if !tokens.iter().any(is_macro) {
            return tokens;
        }
        let outer = self.begin_list(tokens);
        let mut expanded = Vec::new();
        loop {
            let token = self.next_expanded();
            if token.kind == PpKind::End {
                break;
            }
            expanded.push(token);
        }
        self.end_list(outer);
        expanded
    }

    /// Makes these tokens all there is to read; gives what [`Self::end_list`] wants back.
    pub(super) fn begin_list(&mut self, tokens: Vec<PpToken>) -> Option<usize> {
        let outer = self.floor.replace(self.contexts.len());
        let context = Context { supply: Supply::List(tokens), at: 0, like: self.end };
        self.contexts.push(context);
        outer
    }

    /// Goes back to what was being read before [`Self::begin_list`].
    pub(super) fn end_list(&mut self, outer: Option<usize>) {
        let floor = self.floor.unwrap_or(0);
        while self.contexts.len() > floor {
            self.pop_context();
        }
        self.floor = outer;
    }

    /// The next token as it stands.
    pub(super) fn next_raw(&mut self) -> PpToken {
        if self.is_stopped {
            return self.end;
        }
        let floor = self.floor.unwrap_or(0);
        while self.contexts.len() > floor {
            if let Some(context) = self.contexts.last_mut()
                && let Some(mut token) = context.peek()
            {
                context.at += 1;
                token.flags |= FROM_MACRO;
                return token;
            }
            self.pop_context();
        }
        if self.floor.is_some() { self.end } else { self.next_from_file() }
    }

    fn pop_context(&mut self) {
        let context = self.contexts.pop();
        if let Some(of) = context.as_ref().and_then(Context::of) {
            of.is_disabled.set(false);
        }
    }

    fn push_context(&mut self, supply: Supply, count: usize, like: PpToken) {
        if !self.count_tokens(count) {
            return;
        }
        let context = Context { supply, at: 0, like };
        if let Some(of) = context.of() {
            of.is_disabled.set(true);
        }
        self.contexts.push(context);
    }

    /// Counts tokens against the limit; false when it is reached.
    fn count_tokens(&mut self, count: usize) -> bool {
        self.macro_tokens += count;
        if self.macro_tokens > MACRO_TOKENS_MAX && !self.is_stopped {
            self.report_fatal(messages::macros_too_large(self.use_span, MACRO_TOKENS_MAX));
        }
        !self.is_stopped
    }

    /// Replaces a use of a macro; gives the name back where it is none.
    fn replace(&mut self, of: Rc<Macro>, mut name: PpToken) -> Option<PpToken> {
        if of.is_disabled.get() {
            name.flags |= NO_EXPAND;
            return Some(name);
        }
        let is_outermost = !name.has(FROM_MACRO) && self.floor.is_none();
        match of.kind {
            MacroKind::Function { .. } => {
                if !self.left_paren_follows() {
                    return Some(name);
                }
                if is_outermost {
                    self.use_span = name.span;
                }
                self.replace_call(of, name);
            }
            MacroKind::Object => {
                if is_outermost {
                    self.use_span = name.span;
                }
                let count = of.body.len();
                if of.needs_substitution() {
                    let tokens = self.substitute(&of, &Arguments::default());
                    self.push_context(Supply::Substituted(of, tokens), count, name);
                } else {
                    self.push_context(Supply::Body(of), count, name);
                }
            }
            MacroKind::File | MacroKind::Line | MacroKind::Counter => {
                if is_outermost {
                    self.use_span = name.span;
                }
                let token = self.dynamic(&of.kind, name);
                self.push_context(Supply::List(vec![token]), 1, name);
            }
        }
        None
    }

    /// `__FILE__` and `__LINE__` (C17 6.10.8.1), those of the outermost use; `__COUNTER__` (GNU C).
    fn dynamic(&mut self, kind: &MacroKind, name: PpToken) -> PpToken {
        let (place, use_span) = (self.place(name), self.use_span);
        let token = if *kind == MacroKind::Counter {
            let count = self.counter;
            self.counter += 1;
            self.made(PpKind::Number, &count.to_string(), place)
        } else if *kind == MacroKind::Line {
            let line = self.presumed_line(use_span);
            self.made(PpKind::Number, &line.to_string(), place)
        } else {
            let file = self.presumed_file(use_span);
            let text = format!("\"{}\"", file.replace('\\', "\\\\").replace('"', "\\\""));
            self.made(PpKind::String(Encoding::Plain), &text, place)
        };
        token.spaced_like(name)
    }

    /// Whether the next token is `(`, which makes a function-like macro's name a use (C17
    /// 6.10.3p10).
    fn left_paren_follows(&mut self) -> bool {
        let floor = self.floor.unwrap_or(0);
        while self.contexts.len() > floor {
            if let Some(token) = self.contexts.last().and_then(Context::peek) {
                return token.is(Punctuator::LeftParen);
            }
            self.pop_context();
        }
        if self.floor.is_some() {
            return false;
        }
        let outer = std::mem::replace(&mut self.is_collecting, true);
        let is_paren = self.peek_file().is(Punctuator::LeftParen);
        self.is_collecting = outer;
        is_paren
    }

    /// Replaces the use of a function-like macro whose `(` is next.
    fn replace_call(&mut self, of: Rc<Macro>, name: PpToken) {
        let MacroKind::Function { parameters, is_variadic } = &of.kind else { return };
        if self.macro_nesting == MACRO_NESTING_MAX {
            let diagnostic = messages::macros_too_deep(self.use_span, MACRO_NESTING_MAX);
            return self.report_fatal(diagnostic);
        }
        let Some(arguments) = self.arguments(&of, parameters.len(), *is_variadic, name) else {
            return;
        };
        if !self.count_tokens(arguments.tokens.len()) {
            return;
        }
        if let Err(diagnostic) = self.check_count(&of, &arguments) {
            self.report(*diagnostic);
            // Any expression will do, so that the parser does not stumble here too.
            let zero = self.made(PpKind::Number, "0", name.span);
            return self.push_context(Supply::List(vec![zero.spaced_like(name)]), 1, name);
        }
        self.macro_nesting += 1;
        let tokens = self.substitute(&of, &arguments);
        self.macro_nesting -= 1;
        let count = tokens.len() + 1;
        self.push_context(Supply::Substituted(of, tokens), count, name);
    }

    /// The arguments of a use (C17 6.10.3p11): from `(` to the matching `)`.
    fn arguments(
        &mut self,
        of: &Macro,
        parameter_count: usize,
        is_variadic: bool,
        name: PpToken,
    ) -> Option<Arguments> {
        let outer = std::mem::replace(&mut self.is_collecting, true);
        let open = self.next_raw();
        let mut arguments = Arguments::default();
        let mut depth = 0usize;
        let close = loop {
            let mut token = self.next_raw();
            let is_last = is_variadic && arguments.ends.len() + 1 == parameter_count;
            match token.kind {
                PpKind::End => break None,
                PpKind::Punctuator(Punctuator::LeftParen) => depth += 1,
                PpKind::Punctuator(Punctuator::RightParen) if depth == 0 => break Some(token),
                PpKind::Punctuator(Punctuator::RightParen) => depth -= 1,
                PpKind::Punctuator(Punctuator::Comma) if depth == 0 && !is_last => {
                    arguments.ends.push(arguments.tokens.len());
                    continue;
                }
                PpKind::Identifier(inner) => {
                    let found = self.macros.get(inner);
                    if found.is_some_and(|found| found.is_disabled.get()) {
                        token.flags |= NO_EXPAND;
                    }
                }
                _ => {}
            }
            arguments.tokens.push(token.spaced_like(token));
        };
        self.is_collecting = outer;
        arguments.ends.push(arguments.tokens.len());
        let Some(close) = close else {
            self.report_open_use(of, open, name);
            return None;
        };
        if !close.has(FROM_MACRO) && self.floor.is_none() {
            self.use_span = self.use_span.to(close.span);
        }
        Some(arguments)
    }

    fn report_open_use(&mut self, of: &Macro, open: PpToken, name: PpToken) {
        let text = self.names.text(of.name).to_string();
        let open = self.place(open);
        let name = self.place(name);
        self.report(messages::open_macro_use(name, open, &text, of.span));
    }

    /// As many arguments as parameters (C17 6.10.3p4); the variable ones may be left out, as C23
    /// has it.
    fn check_count(&self, of: &Macro, arguments: &Arguments) -> Result<(), Box<Diagnostic>> {
        let MacroKind::Function { parameters, is_variadic } = &of.kind else { return Ok(()) };
        let is_empty = arguments.count() == 1 && arguments.get(0).is_empty();
        let given = if is_empty && parameters.is_empty() { 0 } else { arguments.count() };
        let wanted = parameters.len();
        if given == wanted || *is_variadic && given + 1 == wanted {
            return Ok(());
        }
        let name = self.names.text(of.name);
        let wanted = wanted - usize::from(*is_variadic);
        let given = if is_empty { 0 } else { given };
        Err(messages::argument_count(self.use_span, name, given, wanted, *is_variadic, of.span)
            .into())
    }
}
