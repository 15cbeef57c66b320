//! Translation phases 1 to 7 up to tokens (C17 5.1.1.2): lines, comments, directives, macros, literals.

use source::{Diagnostic, FileId, Files, SourceMap};

use crate::Interner;
use crate::token::Token;

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
    /// `-I`: directories for both forms of `#include`, in order.
    pub include_directories: Vec<String>,
    /// Directories of the C library's own headers, searched last; their files are marked as library files.
    pub library_directories: Vec<String>,
    /// `-D` and `-U`, in order.
    pub defines: Vec<Define>,
}

/// Preprocesses the main file (already in the map) and what it includes into tokens; the last one is
/// [`TokenKind::End`](crate::token::TokenKind::End).
pub fn preprocess(
    main: FileId,
    map: &mut SourceMap,
    names: &mut Interner,
    options: &PreprocessOptions,
    files: &dyn Files,
) -> (Vec<Token>, Vec<Diagnostic>) {
    let _ = (main, map, names, options, files);
    todo!()
}
