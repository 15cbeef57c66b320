//! The reader: walks over the files' tokens, obeys directives, skips groups, enters and leaves
//! files.

use std::rc::Rc;

use source::{FileId, Span};

use super::directive::Directive;
use super::pp_token::{LINE_START, PpKind, PpToken};
use super::{CONDITIONAL_NESTING_MAX, Preprocessor, TEXT_SIZE_MAX_BYTES, lex, messages};
use crate::token::Punctuator;

/// A file that is being read.
#[derive(Debug)]
pub(super) struct Source {
    /// The file.
    pub(super) file: FileId,
    tokens: Rc<[PpToken]>,
    /// The next token.
    at: usize,
    /// The conditionals that are open, the outermost first.
    pub(super) conditionals: Vec<Conditional>,
    /// What `#line` adds to line numbers.
    pub(super) line_shift: i64,
    /// What `#line` calls the file.
    pub(super) presumed_name: Option<String>,
}

/// An open `#if` (C17 6.10.1).
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditional {
    /// Its directive.
    pub(super) opened: Span,
    /// Whether one of its groups has been taken, or none may be.
    pub(super) is_decided: bool,
    /// Its `#else`.
    pub(super) otherwise: Option<Span>,
}

impl Conditional {
    pub(super) fn new(opened: Span, is_decided: bool) -> Conditional {
        Conditional { opened, is_decided, otherwise: None }
    }
}

/// A directive's line: what follows its `#`.
pub(super) struct Line {
    tokens: Rc<[PpToken]>,
    start: usize,
    end: usize,
}

impl Line {
    /// The tokens after `#`.
    pub(super) fn tokens(&self) -> &[PpToken] {
        &self.tokens[self.start + 1..self.end]
    }

    /// The `#`.
    pub(super) fn hash(&self) -> PpToken {
        self.tokens[self.start]
    }

    /// From `#` to the last token.
    pub(super) fn span(&self) -> Span {
        self.hash().span.to(self.tokens[self.end - 1].span)
    }
}

impl Preprocessor<'_> {
    /// Begins to read a file.
    pub(super) fn enter_source(&mut self, file: FileId, included_at: Option<Span>) {
        self.text_size_bytes += self.map.file(file).text.len();
        if self.text_size_bytes > TEXT_SIZE_MAX_BYTES {
            let span = included_at.unwrap_or(self.end.span);
            self.report_fatal(messages::too_much_text(span, TEXT_SIZE_MAX_BYTES));
            return;
        }
        let tokens = self.tokens_of(file);
        self.sources.push(Source {
            file,
            tokens,
            at: 0,
            conditionals: Vec::new(),
            line_shift: 0,
            presumed_name: None,
        });
    }

    /// The tokens of a file, cut when it is first read.
    fn tokens_of(&mut self, file: FileId) -> Rc<[PpToken]> {
        let index = file.0 as usize;
        if self.lexed.len() <= index {
            self.lexed.resize(index + 1, None);
        }
        if let Some(tokens) = &self.lexed[index] {
            return tokens.clone();
        }
        let lexed = lex::lex(file, 0, &self.map.file(file).text, self.names);
        if let Some(open) = lexed.open_comment {
            self.report(messages::open_comment(open));
        }
        let tokens: Rc<[PpToken]> = lexed.tokens.into();
        self.lexed[index] = Some(tokens.clone());
        tokens
    }

    /// The next token of the files that is not a directive's, consumed.
    pub(super) fn next_from_file(&mut self) -> PpToken {
        let token = self.peek_file();
        if token.kind != PpKind::End
            && let Some(source) = self.sources.last_mut()
        {
            source.at += 1;
        }
        token
    }

    /// The next token of the files that is not a directive's. Directives before it are obeyed.
    pub(super) fn peek_file(&mut self) -> PpToken {
        loop {
            if self.is_stopped {
                return self.end;
            }
            let Some(source) = self.sources.last() else { return self.end };
            let Some(&token) = source.tokens.get(source.at) else { return self.end };
            match token.kind {
                PpKind::End if self.is_collecting => return token,
                PpKind::End => self.leave_source(),
                PpKind::Punctuator(Punctuator::Hash) if token.has(LINE_START) => self.directive(),
                _ => return token,
            }
        }
    }

    /// Ends the reading of a file; each of its conditionals must be closed (C17 6.10.1).
    fn leave_source(&mut self) {
        let Some(source) = self.sources.pop() else { return };
        for conditional in source.conditionals.iter().rev() {
            self.report(messages::open_conditional(conditional.opened, conditional.otherwise));
        }
    }

    /// Consumes the directive whose `#` is next.
    pub(super) fn take_line(&mut self) -> Option<Line> {
        let source = self.sources.last_mut()?;
        let start = source.at;
        let is_end = |token: &PpToken| token.has(LINE_START);
        let length = source.tokens.get(start + 1..)?.iter().position(is_end)?;
        source.at = start + 1 + length;
        Some(Line { tokens: source.tokens.clone(), start, end: source.at })
    }

    /// Opens a conditional whose first group is taken or not.
    pub(super) fn open_conditional(&mut self, opened: Span, is_taken: bool) {
        self.push_conditional(Conditional::new(opened, is_taken));
        if !is_taken {
            self.skip_group();
        }
    }

    fn push_conditional(&mut self, conditional: Conditional) {
        let Some(source) = self.sources.last_mut() else { return };
        if source.conditionals.len() < CONDITIONAL_NESTING_MAX {
            source.conditionals.push(conditional);
            return;
        }
        source.conditionals.clear();
        let span = conditional.opened;
        self.report_fatal(messages::conditionals_too_deep(span, CONDITIONAL_NESTING_MAX));
    }

    /// Skips to the group of the innermost conditional that is taken, or past its `#endif`.
    /// Only the names of directives are looked at, as far as they keep track of nesting (C17
    /// 6.10.1p6).
    pub(super) fn skip_group(&mut self) {
        let depth = self.sources.last().map_or(0, |source| source.conditionals.len());
        while self.find_directive() {
            let Some(line) = self.take_line() else { return };
            let Some(&PpToken { kind: PpKind::Identifier(name), .. }) = line.tokens().first()
            else {
                continue;
            };
            let is_inner = self.sources.last().is_some_and(|now| now.conditionals.len() > depth);
            match Directive::named(self.names.text(name)) {
                Some(Directive::If | Directive::Ifdef | Directive::Ifndef) => {
                    self.push_conditional(Conditional::new(line.span(), true));
                }
                Some(Directive::Endif) => {
                    self.endif(&line);
                    if !is_inner {
                        return;
                    }
                }
                Some(Directive::Else) if self.starts_else(&line) => return,
                Some(directive) if directive.is_elif() && self.starts_elif(directive, &line) => {
                    return;
                }
                _ => {}
            }
        }
    }

    /// Goes to the next `#` at the start of a line; false at the end of the file.
    fn find_directive(&mut self) -> bool {
        if self.is_stopped {
            return false;
        }
        let Some(source) = self.sources.last_mut() else { return false };
        let is_wanted = |token: &PpToken| {
            token.has(LINE_START)
                && matches!(token.kind, PpKind::Punctuator(Punctuator::Hash) | PpKind::End)
        };
        let Some(rest) = source.tokens.get(source.at..) else { return false };
        let Some(distance) = rest.iter().position(is_wanted) else { return false };
        source.at += distance;
        source.tokens.get(source.at).is_some_and(|token| token.kind != PpKind::End)
    }

    /// The line of a place, as `__LINE__` says it.
    pub(super) fn presumed_line(&self, span: Span) -> i64 {
        let shift = self.sources.last().map_or(0, |source| source.line_shift);
        i64::from(self.map.position(span).line) + shift
    }

    /// The name of a place's file, as `__FILE__` says it.
    pub(super) fn presumed_file(&self, span: Span) -> &str {
        let presumed = self.sources.last().and_then(|source| source.presumed_name.as_deref());
        presumed.unwrap_or(&self.map.file(span.file).name)
    }
}
