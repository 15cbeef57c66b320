//! Echoes: errors that are only there because of another one, and would send the reader to the wrong place.

use std::collections::BTreeSet;

use source::{Diagnostic, FileId, Severity, SourceMap};

/// The errors after which the rest of a file cannot be judged: what a header declares is not known, or text was taken
/// for something else.
const BLINDING: [&str; 5] =
    ["header-not-found", "header-expected", "unknown-directive", "missing-hash", "open-comment"];

/// Adds slips to what is said already, but for those on a line that something is said of: they are mostly its echo.
pub(crate) fn with_slips(
    mut said: Vec<Diagnostic>,
    slips: Vec<Diagnostic>,
    sources: &SourceMap,
) -> Vec<Diagnostic> {
    let lines: BTreeSet<_> = said.iter().map(|diagnostic| line(diagnostic, sources)).collect();
    said.extend(slips.into_iter().filter(|slip| !lines.contains(&line(slip, sources))));
    said
}

fn line(diagnostic: &Diagnostic, sources: &SourceMap) -> (FileId, u32) {
    let span = diagnostic.primary.span;
    (span.file, sources.position(span).line)
}

/// What the stages of a compilation say, first to last, without what is an echo of an earlier stage: everything, where
/// that could not see the text; otherwise what begins on a line that it could not read.
pub(crate) fn without_echoes(stages: [Vec<Diagnostic>; 3], sources: &SourceMap) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = vec![];
    let mut lines: BTreeSet<(FileId, u32)> = BTreeSet::new();
    for said in stages {
        if kept.iter().any(|diagnostic| BLINDING.contains(&diagnostic.code)) {
            break;
        }
        let is_new = |diagnostic: &Diagnostic| !lines.contains(&line(diagnostic, sources));
        let new: Vec<Diagnostic> = said.into_iter().filter(is_new).collect();
        let errors = new.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        lines.extend(errors.map(|diagnostic| line(diagnostic, sources)));
        kept.extend(new);
    }
    kept
}
