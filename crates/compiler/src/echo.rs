//! Echoes: errors that are only there because of another one, and would send the reader to the wrong place.

use std::collections::BTreeSet;

use source::{Diagnostic, FileId, Severity, SourceMap};

/// The errors after which the rest of a file cannot be judged: what a header declares is not known, or text was taken
/// for something else.
const BLINDING: [&str; 5] =
    ["header-not-found", "header-expected", "unknown-directive", "missing-hash", "open-comment"];

/// What the stages of a compilation say, first to last, without what is an echo of an earlier stage: everything, where
/// that could not see the text; otherwise what begins on a line that it could not read.
pub(crate) fn without_echoes(stages: [Vec<Diagnostic>; 3], sources: &SourceMap) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = vec![];
    let mut lines: BTreeSet<(FileId, u32)> = BTreeSet::new();
    for said in stages {
        if kept.iter().any(|diagnostic| BLINDING.contains(&diagnostic.code)) {
            break;
        }
        let line = |diagnostic: &Diagnostic| {
            let span = diagnostic.primary.span;
            (span.file, sources.position(span).line)
        };
        let new: Vec<Diagnostic> =
            said.into_iter().filter(|diagnostic| !lines.contains(&line(diagnostic))).collect();
        let errors = new.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        lines.extend(errors.map(line));
        kept.extend(new);
    }
    kept
}
