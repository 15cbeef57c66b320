//! Where source text comes from: the one window to the outside that the front end has.

use std::collections::BTreeMap;
use std::fmt;

/// Why a file could not be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// There is no file of that name.
    NotFound,
    /// It exists and is a directory.
    Directory,
    /// It is larger than [`SourceMap::FILE_SIZE_MAX`](crate::SourceMap::FILE_SIZE_MAX).
    TooLarge,
    /// The outside refused, in its own words.
    Other(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::NotFound => f.write_str("there is no such file"),
            LoadError::Directory => f.write_str("it is a directory"),
            LoadError::TooLarge => f.write_str("it is too large for a C source file"),
            LoadError::Other(why) => f.write_str(why),
        }
    }
}

/// A place from which source files can be read by name.
pub trait Files {
    /// The bytes of the file at `path`.
    ///
    /// **Errors**: [`LoadError::NotFound`] makes an `#include` go on to the next directory.
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError>;
}

/// Files held in memory: tests, the web page, and the headers that cutaway brings.
#[derive(Clone, Default, Debug)]
pub struct MemoryFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryFiles {
    /// No files.
    pub fn new() -> MemoryFiles {
        MemoryFiles::default()
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), text.into());
    }
}

impl Files for MemoryFiles {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.files.get(path).cloned().ok_or(LoadError::NotFound)
    }
}
