//! Cases that are reached from the statements before them, for want of a `break` (C17 6.8.4.2p4).

use source::{Diagnostic, Span};

use super::{Linter, messages};
use crate::sema::may_complete;
use crate::tree::{Statement, StatementKind};

impl Linter<'_> {
    /// The cases of a `switch`. Who means it says so: with `[[fallthrough]]`, or a comment with the word `fall`.
    pub(super) fn fallthrough(&self, statement: &Statement, found: &mut Vec<Diagnostic>) {
        let StatementKind::Switch { body, .. } = &statement.kind else { return };
        let mut start = 0;
        for (index, label) in body.statements.iter().enumerate() {
            if !matches!(label.kind, StatementKind::Case(_) | StatementKind::Default) {
                continue;
            }
            let before = &body.statements[start..index];
            start = index + 1;
            let Some(last) = before.iter().rfind(|it| !matches!(it.kind, StatementKind::Empty))
            else {
                continue;
            };
            let is_reached = may_complete(before, &self.unit.functions);
            if is_reached && last.span.file == label.span.file && !self.is_meant(last, label.span) {
                let text = self.sources.text(label.span);
                found.push(messages::missing_break(label.span, text, last.span));
            }
        }
    }

    /// Whether the text between a case's last statement and the next label says that it is meant.
    fn is_meant(&self, last: &Statement, label: Span) -> bool {
        let inner = match &last.kind {
            StatementKind::Block(block) => block.statements.last().unwrap_or(last),
            _ => last,
        };
        let end = label.start.max(inner.span.end);
        let between = Span { start: inner.span.end, end, ..label };
        self.sources.text(between).to_ascii_lowercase().contains("fall")
    }
}
