//! The C library that cutaway brings: its objects, and the text of its files under virtual names.

use std::borrow::Cow;

use image::Archive;
use source::{Files, LoadError};

/// Every header and source file, by virtual name, sorted.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The compiled library.
static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.archive"));

/// What every virtual name of the library begins with.
const VIRTUAL: &str = "/cutaway/";

/// The text of a file of the library, by the name that debugging information has for it: such as
/// `/cutaway/src/string/strlen.c`.
pub fn library_source(path: &str) -> Option<&'static str> {
    if !path.starts_with(VIRTUAL) {
        return None;
    }
    let path = without_parents(path);
    let index = FILES.binary_search_by(|row| row.0.cmp(path.as_ref())).ok()?;
    Some(FILES[index].1)
}

/// The names of the library's files, headers and sources, sorted.
pub fn library_files() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|row| row.0)
}

/// The compiled library; only its index is read.
pub(crate) fn archive() -> Archive {
    Archive::read(Cow::Borrowed(ARCHIVE)).expect("the build script wrote it")
}

/// A path without `..`.
fn without_parents(path: &str) -> Cow<'_, str> {
    if !path.contains("/..") {
        return Cow::Borrowed(path);
    }
    let mut parts: Vec<&str> = vec![];
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    Cow::Owned(parts.join("/"))
}

/// The user's files, and the library's among them.
pub(crate) struct WithLibrary<'a> {
    pub(crate) user: &'a dyn Files,
}

impl Files for WithLibrary<'_> {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        match library_source(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None if path.starts_with(VIRTUAL) => Err(LoadError::NotFound),
            None => self.user.load(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_under_every_spelling_of_its_name() {
        let text = library_source("/cutaway/src/string/strlen.c").expect("it is embedded");
        assert!(text.contains("strlen"));
        assert_eq!(library_source("/cutaway/src/stdio/../string/strlen.c"), Some(text));
        assert_eq!(library_source("/cutaway/src/../../etc/passwd"), None);
        assert_eq!(library_source("strlen.c"), None);
        assert!(library_files().is_sorted(), "they are searched by halving");
    }
}
