//! `#include` (C17 6.10.2): which file is meant, and what to say when there is none.

use source::{FileId, LoadError, SourceFile, Span};

use super::pp_token::{PpKind, PpToken, SPACE};
use super::reader::Line;
use super::{INCLUDE_COUNT_MAX, INCLUDE_DEPTH_MAX, Preprocessor, messages, source_text};
use crate::near::nearest;
use crate::token::{Encoding, Punctuator};

/// The headers of C17 7.1.2p2, and those of POSIX that programs ask for most.
const HEADERS: &[&str] = &[
    "assert.h",
    "complex.h",
    "ctype.h",
    "errno.h",
    "fenv.h",
    "float.h",
    "inttypes.h",
    "iso646.h",
    "limits.h",
    "locale.h",
    "math.h",
    "setjmp.h",
    "signal.h",
    "stdalign.h",
    "stdarg.h",
    "stdatomic.h",
    "stdbool.h",
    "stddef.h",
    "stdint.h",
    "stdio.h",
    "stdlib.h",
    "stdnoreturn.h",
    "string.h",
    "tgmath.h",
    "threads.h",
    "time.h",
    "uchar.h",
    "wchar.h",
    "wctype.h",
    "fcntl.h",
    "pthread.h",
    "strings.h",
    "sys/mman.h",
    "sys/stat.h",
    "sys/types.h",
    "sys/wait.h",
    "unistd.h",
];

/// What an `#include` names.
pub(super) struct Header {
    /// The name between the delimiters.
    pub(super) name: String,
    /// Whether they are `<` and `>`.
    pub(super) is_angled: bool,
    /// Where it stands.
    pub(super) span: Span,
}

impl Header {
    /// As spelled.
    pub(super) fn spelling(&self) -> String {
        if self.is_angled { format!("<{}>", self.name) } else { format!("\"{}\"", self.name) }
    }
}

/// Why no file was found.
pub(super) enum NotFound {
    /// None of these places has it.
    Nowhere(Vec<String>),
    /// This one could not be read.
    Unreadable(String, LoadError),
}

impl Preprocessor<'_> {
    /// `#include <name>`, `#include "name"` or tokens that expand to one of them.
    pub(super) fn include(&mut self, line: &Line) {
        let span = line.span();
        let rest = line.tokens().get(1..).unwrap_or(&[]);
        let is_plain = |token: &PpToken| {
            matches!(token.kind, PpKind::HeaderName | PpKind::String(Encoding::Plain))
        };
        let header = match rest.first() {
            Some(first) if is_plain(first) => {
                self.expect_line_end(line, 2);
                self.header(&rest[..1], first.span)
            }
            Some(first) if first.kind != PpKind::Unterminated => {
                let shown = first.span;
                let expanded = self.expand_line(rest, span);
                self.header(&expanded, shown)
            }
            _ => None,
        };
        let Some(header) = header else {
            let text = rest.first().map_or(String::new(), |&first| self.spelling(first).into());
            return self.report(messages::header_expected(span, &text));
        };
        if header.name.is_empty() {
            return self.report(messages::empty_header_name(header.span));
        }
        self.include_header(&header, span);
    }

    fn include_header(&mut self, header: &Header, directive: Span) {
        let file = match self.find_header(header, directive.file) {
            Ok(file) => file,
            Err(problem) => return self.report_not_found(header, directive, problem),
        };
        if self.once.contains(&file) {
            return;
        }
        self.include_count += 1;
        if self.include_count > INCLUDE_COUNT_MAX {
            let diagnostic = messages::too_many_includes(header.span, INCLUDE_COUNT_MAX);
            return self.report_fatal(diagnostic);
        }
        if self.sources.len() > INCLUDE_DEPTH_MAX {
            return self.report_too_deep(header);
        }
        self.enter_source(file, Some(directive));
    }

    /// Names the chain: who includes whom, from the innermost file outwards, until it repeats.
    fn report_too_deep(&mut self, header: &Header) {
        let mut chain: Vec<&str> = Vec::new();
        for source in self.sources.iter().rev() {
            let name = self.map.file(source.file).name.as_str();
            if chain.contains(&name) {
                break;
            }
            chain.push(name);
        }
        let spelling = header.spelling();
        let diagnostic =
            messages::includes_too_deep(header.span, &spelling, &chain, INCLUDE_DEPTH_MAX);
        self.report_fatal(diagnostic);
    }

    /// The header that tokens name (C17 6.10.2p4): `<` to `>` as spelled, or a string literal.
    pub(super) fn header(&self, tokens: &[PpToken], shown: Span) -> Option<Header> {
        let (first, rest) = tokens.split_first()?;
        let spelling = self.spelling(*first);
        let between = |open, close| spelling.strip_prefix(open)?.strip_suffix(close);
        let (name, is_angled) = match first.kind {
            PpKind::HeaderName => (between('<', '>')?.to_string(), true),
            PpKind::String(Encoding::Plain) => (between('"', '"')?.to_string(), false),
            PpKind::Punctuator(Punctuator::Less) => {
                let end = rest.iter().position(|token| token.is(Punctuator::Greater))?;
                let mut name = String::new();
                for (index, &token) in rest[..end].iter().enumerate() {
                    if index > 0 && token.has(SPACE) {
                        name.push(' ');
                    }
                    name.push_str(&self.spelling(token));
                }
                (name, true)
            }
            _ => return None,
        };
        Some(Header { name, is_angled, span: shown })
    }

    /// The file that a header names: for quotes first beside the including file, then `-I`, then
    /// the library.
    pub(super) fn find_header(
        &mut self,
        header: &Header,
        includer: FileId,
    ) -> Result<FileId, NotFound> {
        let mut looked = Vec::new();
        for (directory, is_library) in self.directories(header, includer) {
            let path = join(&directory, &header.name);
            if let Some(known) = self.map.find(&path) {
                return Ok(known);
            }
            match self.files.load(&path) {
                Ok(bytes) if bytes.len() > source::SourceMap::FILE_SIZE_MAX => {
                    return Err(NotFound::Unreadable(path, LoadError::TooLarge));
                }
                Ok(bytes) => {
                    let text = source_text(source::decode(bytes), self.options.standard);
                    return Ok(self.map.add(SourceFile::new(path, text, is_library)));
                }
                Err(LoadError::NotFound) => looked.push(directory),
                Err(error) => return Err(NotFound::Unreadable(path, error)),
            }
        }
        Err(NotFound::Nowhere(looked))
    }

    /// The paths at which a header may be, in order.
    pub(super) fn paths(&self, header: &Header, includer: FileId) -> Vec<String> {
        let directories = self.directories(header, includer).into_iter();
        directories.map(|(directory, _)| join(&directory, &header.name)).collect()
    }

    /// Where to look, in order, and whether what is found there belongs to the library.
    fn directories(&self, header: &Header, includer: FileId) -> Vec<(String, bool)> {
        if header.name.starts_with('/') {
            return vec![(String::new(), false)];
        }
        let includer = self.map.file(includer);
        let beside = (!header.is_angled)
            .then(|| (directory_of(&includer.name).to_string(), includer.is_library));
        let given = self.options.include_directories.iter().map(|path| (path.clone(), false));
        let library = self.options.library_directories.iter().map(|path| (path.clone(), true));
        beside.into_iter().chain(given).chain(library).collect()
    }

    fn report_not_found(&mut self, header: &Header, directive: Span, problem: NotFound) {
        let looked = match problem {
            NotFound::Unreadable(path, error) => {
                let diagnostic = messages::header_unreadable(header.span, &path, &error);
                return self.report(diagnostic);
            }
            NotFound::Nowhere(looked) => looked,
        };
        let available = self.library_headers();
        let other_form = Header { name: header.name.clone(), is_angled: false, span: header.span };
        let help = if header.is_angled && self.find_header(&other_form, directive.file).is_ok() {
            messages::header_in_quotes(&header.name)
        } else {
            let headers = available.iter().copied();
            messages::header_help(nearest(&header.name, headers), &available, header.is_angled)
        };
        let diagnostic = messages::header_not_found(header.span, &header.spelling(), &looked, help);
        self.report(diagnostic);
    }

    /// The headers that the library has.
    fn library_headers(&self) -> Vec<&'static str> {
        let is_there = |name: &&&str| {
            let directories = &self.options.library_directories;
            directories.iter().any(|directory| self.files.load(&join(directory, name)).is_ok())
        };
        HEADERS.iter().filter(is_there).copied().collect()
    }
}

/// The directory part of a path; empty for the current directory.
fn directory_of(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) => "/",
        Some(at) => &path[..at],
        None => "",
    }
}

/// A name in a directory. `.` steps go, so that a file has one name; `..` stays, since links may be
/// in the way.
fn join(directory: &str, name: &str) -> String {
    let mut path = String::with_capacity(directory.len() + name.len() + 1);
    if directory.starts_with('/') || directory.is_empty() && name.starts_with('/') {
        path.push('/');
    }
    let steps = directory.split('/').chain(name.split('/'));
    for step in steps.filter(|step| !matches!(*step, "" | ".")) {
        if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(step);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_with_slashes_and_without_dots() {
        assert_eq!(join("", "a.h"), "a.h");
        assert_eq!(join(".", "./a.h"), "a.h");
        assert_eq!(join("include/", "sys/a.h"), "include/sys/a.h");
        assert_eq!(join("/usr", "../a.h"), "/usr/../a.h");
        assert_eq!(join("", "/a.h"), "/a.h");
        assert_eq!(directory_of("/a.c"), "/");
        assert_eq!(directory_of("x/y.c"), "x");
    }
}
