//! Translation phases 1 to 7 up to tokens (C17 5.1.1.2): lines, comments, directives, macros,
//! literals.
//!
//! [`lex`](lex::lex) cuts a file into preprocessing tokens, once per file. The *reader* walks over
//! them, obeying directives; the *expander* stands on top of it and replaces macros; at the end
//! preprocessing tokens become tokens. [`source_text`] is phase 1 and comes before all.

use std::rc::Rc;

use source::{Diagnostic, FileId, Files, Severity, SourceMap, Span};

use crate::token::Token;
use crate::{Interner, Standard};

mod characters;
mod condition;
mod convert;
mod define;
mod directive;
mod dump;
mod embed;
mod expand;
mod include;
mod known;
mod lex;
mod literal;
mod macros;
mod messages;
mod pp_token;
mod pragma;
mod predefined;
mod reader;
mod substitute;
mod trigraph;
mod universal;

#[cfg(test)]
mod tests;

pub use trigraph::source_text;

use expand::Context;
use known::Known;
use macros::MacroTable;
use pp_token::{PpKind, PpToken, Scratch};
use pragma::Pragmas;
use reader::Source;

/// A macro that the command line defines or undefines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Define {
    /// `-D name=value`; the text after `-D`, with `=1` understood when there is no `=`.
    Define(String),
    /// `-U name`.
    Undefine(String),
}

/// What the command line says of preprocessing.
#[derive(Clone, Default, Debug)]
pub struct PreprocessOptions {
    /// `-std=`.
    pub standard: Standard,
    /// `-I`: directories for both forms of `#include`, in order.
    pub include_directories: Vec<String>,
    /// Directories of the C library's own headers, searched last; their files are marked as library
    /// files.
    pub library_directories: Vec<String>,
    /// `-D` and `-U`, in order.
    pub defines: Vec<Define>,
}

/// Preprocesses the main file (already in the map) and what it includes into tokens; the last one
/// is [`TokenKind::End`](crate::token::TokenKind::End).
pub fn preprocess(
    main: FileId,
    map: &mut SourceMap,
    names: &mut Interner,
    options: &PreprocessOptions,
    files: &dyn Files,
) -> (Vec<Token>, Vec<Diagnostic>) {
    let mut preprocessor = Preprocessor::new(main, map, names, options, files);
    let tokens = preprocessor.tokens();
    (tokens, preprocessor.diagnostics)
}

/// Preprocesses the main file as [`preprocess`] does, to text: phases 1 to 4, as `-E` shows them.
///
/// **Shape**: one line of text per line of a file that has tokens; no line markers.
pub fn expand_to_text(
    main: FileId,
    map: &mut SourceMap,
    names: &mut Interner,
    options: &PreprocessOptions,
    files: &dyn Files,
) -> (String, Vec<Diagnostic>) {
    let mut preprocessor = Preprocessor::new(main, map, names, options, files);
    let text = preprocessor.text();
    (text, preprocessor.diagnostics)
}

/// How many errors are reported before the rest of the translation unit is left unread.
const ERRORS_MAX: usize = 20;

/// How many tokens macros may produce in one translation unit.
const MACRO_TOKENS_MAX: usize = 1 << 24;

/// How deep uses of function-like macros may nest in each other's arguments.
const MACRO_NESTING_MAX: usize = 200;

/// How deep `#include` may nest; C17 5.2.4.1 asks for 15.
const INCLUDE_DEPTH_MAX: usize = 200;

/// How deep conditional groups may nest in a file; C17 5.2.4.1 asks for 63.
const CONDITIONAL_NESTING_MAX: usize = 1_000;

/// How deep parentheses and operators of an `#if` expression may nest; C17 5.2.4.1 asks for 63.
const CONDITION_NESTING_MAX: usize = 200;

/// How much text a translation unit may have, each inclusion of a file counted.
const TEXT_SIZE_MAX_BYTES: usize = 256 << 20;

/// How many files a translation unit may include, each inclusion of a file counted.
const INCLUDE_COUNT_MAX: usize = 50_000;

/// How much text `#`, `##` and the built-in macros may spell.
const SCRATCH_SIZE_MAX_BYTES: usize = 64 << 20;

/// How many tokens a translation unit may have.
const TOKENS_MAX: usize = 1 << 24;

/// One translation unit on its way through the phases.
struct Preprocessor<'a> {
    map: &'a mut SourceMap,
    names: &'a mut Interner,
    options: &'a PreprocessOptions,
    files: &'a dyn Files,
    known: Known,
    macros: MacroTable,
    scratch: Scratch,

    // The reader: the files being read, the main file first.
    sources: Vec<Source>,
    /// The tokens of each file that has been cut, by file id.
    lexed: Vec<Option<Rc<[PpToken]>>>,
    /// Files with `#pragma once`.
    once: Vec<FileId>,
    /// What other pragmas have said.
    pragmas: Pragmas,
    /// Whether the end of an included file ends what is being read: it does in a macro's arguments.
    is_collecting: bool,
    text_size_bytes: usize,
    include_count: usize,

    // The expander: the macros being replaced, the outermost first.
    contexts: Vec<Context>,
    /// Where reading ends: an argument or a directive is expanded on its own.
    floor: Option<usize>,
    /// The use in a file's text that the contexts go back to.
    use_span: Span,
    macro_tokens: usize,
    macro_nesting: usize,
    /// How often `__COUNTER__` was used.
    counter: u32,

    /// The end of the main file.
    end: PpToken,
    diagnostics: Vec<Diagnostic>,
    error_count: usize,
    /// Whether the rest is left unread.
    is_stopped: bool,
}

impl<'a> Preprocessor<'a> {
    fn new(
        main: FileId,
        map: &'a mut SourceMap,
        names: &'a mut Interner,
        options: &'a PreprocessOptions,
        files: &'a dyn Files,
    ) -> Preprocessor<'a> {
        let known = Known::new(names, options.standard);
        let size = map.file(main).text.len() as u32;
        let end = PpToken::new(PpKind::End, Span::new(main, size, size));
        let mut preprocessor = Preprocessor {
            map,
            names,
            options,
            files,
            known,
            macros: MacroTable::default(),
            scratch: Scratch::default(),
            sources: Vec::new(),
            lexed: Vec::new(),
            once: Vec::new(),
            pragmas: Pragmas::default(),
            is_collecting: false,
            text_size_bytes: 0,
            include_count: 0,
            contexts: Vec::new(),
            floor: None,
            use_span: end.span,
            macro_tokens: 0,
            macro_nesting: 0,
            counter: 0,
            end,
            diagnostics: Vec::new(),
            error_count: 0,
            is_stopped: false,
        };
        preprocessor.open_all(main);
        preprocessor
    }

    /// Puts up what is read: the built-in definitions, then the command line's, then the main file.
    fn open_all(&mut self, main: FileId) {
        if lex::is_binary(&self.map.file(main).text) {
            self.report(messages::binary_file(self.map, main));
            self.is_stopped = true;
            return;
        }
        self.enter_source(main, None);
        let command_line = predefined::command_line(self.map, self.options);
        let builtin = predefined::builtin(self.map, self.options.standard);
        for file in command_line.into_iter().chain([builtin]) {
            self.enter_source(file, None);
        }
        self.macros.define_dynamic(self.names, builtin);
    }

    /// Keeps a diagnostic; too many errors end the reading.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.is_stopped {
            return;
        }
        let span = diagnostic.primary.span;
        self.error_count += usize::from(diagnostic.severity == Severity::Error);
        self.diagnostics.push(diagnostic);
        if self.error_count == ERRORS_MAX {
            self.diagnostics.push(messages::too_many_errors(span, ERRORS_MAX));
            self.is_stopped = true;
        }
    }

    /// Keeps an error after which nothing more is read.
    fn report_fatal(&mut self, diagnostic: Diagnostic) {
        self.report(diagnostic);
        self.is_stopped = true;
    }

    /// A token's spelling.
    fn spelling(&self, token: PpToken) -> std::borrow::Cow<'_, str> {
        pp_token::spelling(self.map, &self.scratch, token)
    }

    /// Where in the files a token stands or is made.
    fn place(&self, token: PpToken) -> Span {
        self.scratch.place(token.span)
    }

    /// A token of a spelling of our own, made at `place`.
    fn made(&mut self, kind: PpKind, text: &str, place: Span) -> PpToken {
        let span = self.scratch.add(text, place);
        if self.scratch.size_bytes() > SCRATCH_SIZE_MAX_BYTES {
            self.report_fatal(messages::too_much_spelled(self.use_span, SCRATCH_SIZE_MAX_BYTES));
        }
        PpToken::new(kind, span)
    }
}
