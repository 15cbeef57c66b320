//! Which warnings are told, and whether they are errors: `-W` and `-w` as C compilers have them.

use std::collections::BTreeMap;

use frontend::{ON_REQUEST, warning_named};
use source::{Diagnostic, Severity};

/// Names that ask for more warnings in other compilers; here they are told anyway.
const TOLD_ANYWAY: &[&str] = &["all", "extra", "pedantic"];

/// Which warnings are told.
#[derive(Clone, Default, Debug)]
pub struct Warnings {
    /// `-w`: none.
    pub none: bool,
    are_errors: bool,
    /// What was asked for, or asked not to be told.
    switched: BTreeMap<&'static str, bool>,
}

impl Warnings {
    /// What follows `-W`: `all`, `error`, a warning's code or its name elsewhere, with `no-` before it or not. Whether it
    /// names something.
    pub fn switch(&mut self, option: &str) -> bool {
        let (name, is_told) = match option.strip_prefix("no-") {
            Some(name) => (name, false),
            None => (option, true),
        };
        if name == "error" {
            self.are_errors = is_told;
        } else if let Some(code) = warning_named(name) {
            self.switched.insert(code, is_told);
        } else {
            return TOLD_ANYWAY.contains(&name);
        }
        true
    }

    /// What of this is told, and how.
    pub(crate) fn choose(&self, said: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let is_told = |diagnostic: &Diagnostic| {
            diagnostic.severity == Severity::Error || self.is_told(diagnostic.code)
        };
        let mut told: Vec<Diagnostic> = said.into_iter().filter(is_told).collect();
        if self.are_errors {
            told.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
        }
        told
    }

    /// Whether warnings with that code are told.
    pub(crate) fn is_told(&self, code: &str) -> bool {
        let by_itself = !ON_REQUEST.contains(&code);
        !self.none && self.switched.get(code).copied().unwrap_or(by_itself)
    }
}

#[cfg(test)]
mod tests {
    use source::{FileId, Span};

    use super::*;

    fn told(options: &[&str], code: &'static str) -> Option<Severity> {
        let mut warnings = Warnings::default();
        for option in options {
            assert!(warnings.switch(option), "{option}");
        }
        let said = Diagnostic::warning(code, Span::new(FileId(0), 0, 0), "");
        warnings.choose(vec![said]).first().map(|diagnostic| diagnostic.severity)
    }

    #[test]
    fn a_warning_is_told_as_it_was_asked_for() {
        assert_eq!(told(&[], "empty-body"), Some(Severity::Warning));
        assert_eq!(told(&["no-empty-body"], "empty-body"), None);
        assert_eq!(told(&["all"], "shadowing"), None);
        assert_eq!(told(&["shadow"], "shadowing"), Some(Severity::Warning));
        assert_eq!(told(&["error"], "empty-body"), Some(Severity::Error));
        assert_eq!(told(&["error", "no-error"], "empty-body"), Some(Severity::Warning));
        assert!(!Warnings::default().switch("everything-else"));
    }
}
