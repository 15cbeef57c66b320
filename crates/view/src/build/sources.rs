//! Source text by place.

use std::collections::BTreeMap;

use checker::SourcePlace;
use source::Files;

use crate::PlaceView;

/// The source files of a program, by the names that the compiler gave them.
pub(crate) struct Sources<'a> {
    files: &'a dyn Files,
    /// The lines of those that are looked at often.
    kept: BTreeMap<String, Vec<String>>,
}

impl<'a> Sources<'a> {
    /// Keeps the text of some files; others are loaded again whenever they are asked for.
    pub(crate) fn new(files: &'a dyn Files, names: impl Iterator<Item = String>) -> Sources<'a> {
        let kept = names.map(|name| (name.clone(), lines(files, &name))).collect();
        Sources { files, kept }
    }

    /// A line's text; empty when there is none.
    pub(crate) fn line(&self, file: &str, line: u32) -> String {
        let Some(index) = (line as usize).checked_sub(1) else { return String::new() };
        match self.kept.get(file) {
            Some(lines) => lines.get(index).cloned().unwrap_or_default(),
            None => lines(self.files, file).get(index).cloned().unwrap_or_default(),
        }
    }

    /// All lines of a file.
    pub(crate) fn lines(&self, file: &str) -> Vec<String> {
        self.kept.get(file).cloned().unwrap_or_else(|| lines(self.files, file))
    }

    /// A place with its text.
    pub(crate) fn place(&self, place: &SourcePlace, function: Option<&str>) -> PlaceView {
        PlaceView {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            length: place.length,
            text: self.line(&place.file, place.line),
            function: function.map(String::from),
        }
    }

    /// The source text that a place covers; `None` when it has no extent.
    pub(crate) fn excerpt(&self, place: &SourcePlace) -> Option<String> {
        let start = (place.column as usize).checked_sub(1)?;
        let text = self.line(&place.file, place.line);
        let covered = text.get(start..start.checked_add(place.length as usize)?.min(text.len()))?;
        let covered = covered.trim();
        (!covered.is_empty()).then(|| covered.to_string())
    }
}

fn lines(files: &dyn Files, name: &str) -> Vec<String> {
    let bytes = files.load(name).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().map(String::from).collect()
}
