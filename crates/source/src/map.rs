//! The source map: every file that a compilation has read, and the way from a byte to its line.

use crate::{FileId, Span};

/// A place as people say it.
///
/// **Units**: `line` and `column` count from 1; `column` counts bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The byte in the line, from 1.
    pub column: u32,
}

/// One file of source text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name under which it was found; relative names stay relative.
    pub name: String,
    /// The text. Bytes that are not UTF-8 are as [`decode`](crate::decode) has them.
    pub text: String,
    /// Whether it belongs to the C library that cutaway brings.
    pub is_library: bool,
    line_starts: Vec<u32>,
}

impl SourceFile {
    /// A file of the given name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>, is_library: bool) -> SourceFile {
        let text = text.into();
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes());
        let line_starts = std::iter::once(0).chain(newlines.map(|at| at as u32 + 1)).collect();
        SourceFile { name: name.into(), text, is_library, line_starts }
    }

    /// The line and column of a byte; a byte past the end counts as the end.
    pub fn position(&self, byte: u32) -> Position {
        let byte = byte.min(self.text.len() as u32);
        let index = self.line_starts.partition_point(|&start| start <= byte) - 1;
        Position { line: index as u32 + 1, column: byte - self.line_starts[index] + 1 }
    }

    /// The text of a line (from 1), without its line end.
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(index)? as usize;
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// How many lines there are; an empty file has one.
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }
}

/// Every file of a compilation, in the order in which they were first read.
#[derive(Clone, Default, Debug)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// The largest source file that is accepted.
    ///
    /// **Units**: bytes.
    pub const FILE_SIZE_MAX: usize = 64 << 20;

    /// No files.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds a file.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// The file with that id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file of that name, if it has been read.
    pub fn find(&self, name: &str) -> Option<FileId> {
        let index = self.files.iter().position(|file| file.name == name)?;
        Some(FileId(index as u32))
    }

    /// All files with their ids.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// Where a span begins.
    pub fn position(&self, span: Span) -> Position {
        self.file(span.file).position(span.start)
    }

    /// The text that a span covers.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_has_a_line_and_a_column() {
        let file = SourceFile::new("a.c", "ab\n\ncd", false);
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(2), Position { line: 1, column: 3 });
        assert_eq!(file.position(3), Position { line: 2, column: 1 });
        assert_eq!(file.position(5), Position { line: 3, column: 2 });
        assert_eq!(file.position(99), Position { line: 3, column: 3 });
        assert_eq!(file.line(3), Some("cd"));
        assert_eq!(file.line(4), None);
    }
}
