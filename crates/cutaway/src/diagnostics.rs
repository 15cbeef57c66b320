//! Diagnostics on a terminal: the sentence, the source with its marks, the notes, the way out.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use source::{Diagnostic, FileId, Severity, SourceMap};

/// Diagnostics as text, in the order of their places.
pub(crate) fn render(diagnostics: &[Diagnostic], sources: &SourceMap, has_color: bool) -> String {
    let renderer = if has_color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostic.primary.span);
    for diagnostic in sorted {
        let group = group(diagnostic, sources);
        out.push_str(&renderer.render(&[group]).to_string());
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.code);
    let mut group = Group::with_title(title);
    for file in files(diagnostic) {
        let source = sources.file(file);
        // Of an object file there is no text to show.
        group = match source.text.is_empty() {
            true => group.element(Origin::path(&*source.name)),
            false => group.element(snippet(diagnostic, sources, file)),
        };
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(&**note));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(&**help));
    }
    group
}

/// The files that a diagnostic points into, the main one first.
fn files(diagnostic: &Diagnostic) -> Vec<FileId> {
    let mut files = vec![diagnostic.primary.span.file];
    for label in &diagnostic.secondary {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

/// The lines around the labels in one file. Only they are handed on: a file may be large, a line may be a megabyte.
fn snippet<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a SourceMap,
    file: FileId,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = sources.file(file);
    let labels = std::iter::once((&diagnostic.primary, AnnotationKind::Primary))
        .chain(diagnostic.secondary.iter().map(|label| (label, AnnotationKind::Context)))
        .filter(|(label, _)| label.span.file == file);
    let mut snippet =
        Snippet::source(source::shown(&source.text)).path(&*source.name).line_start(1);
    for (label, kind) in labels {
        let end = (label.span.end as usize).min(source.text.len());
        let start = (label.span.start as usize).min(end);
        let mut annotation = kind.span(start..end);
        if !label.text.is_empty() {
            annotation = annotation.label(&*label.text);
        }
        snippet = snippet.annotation(annotation);
    }
    snippet
}
