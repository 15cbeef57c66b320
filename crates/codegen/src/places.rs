//! From spans to places: a file of the unit's own table, a line, a column, a length.

use image::{access, debug};
use source::{FileId, SourceMap, Span};

/// The source files that a unit's places name.
pub(crate) struct Places<'a> {
    sources: &'a SourceMap,
    files: Vec<FileId>,
}

impl<'a> Places<'a> {
    /// The main file is number 0.
    pub(crate) fn new(sources: &'a SourceMap, main: &str) -> Places<'a> {
        Places { sources, files: sources.find(main).into_iter().collect() }
    }

    /// The names of the files so far.
    pub(crate) fn file_names(&self) -> Vec<String> {
        self.files.iter().map(|&id| self.sources.file(id).name.clone()).collect()
    }

    /// The place of a span, to the end of its first line at most.
    pub(crate) fn access(&mut self, span: Span) -> access::Place {
        let position = self.sources.position(span);
        let line = self.sources.file(span.file).line(position.line).unwrap_or("");
        let rest = (line.len() as u32).saturating_sub(position.column - 1);
        access::Place {
            file: saturate(self.file(span.file)),
            line: position.line,
            column: saturate(position.column),
            length: saturate((span.end - span.start).min(rest)),
        }
    }

    /// Where a span begins.
    pub(crate) fn debug(&mut self, span: Span) -> debug::Place {
        let position = self.sources.position(span);
        let file = self.file(span.file);
        debug::Place { file, line: position.line, column: position.column }
    }

    fn file(&mut self, id: FileId) -> u32 {
        let known = self.files.iter().position(|&file| file == id);
        let index = known.unwrap_or_else(|| {
            self.files.push(id);
            self.files.len() - 1
        });
        index as u32
    }
}

fn saturate(value: u32) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}
