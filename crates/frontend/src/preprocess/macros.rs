//! Macros as values, and the table of those that are defined (C17 6.10.3).

use std::cell::Cell;
use std::rc::Rc;

use source::{FileId, Span};

use super::pp_token::{PASTE, PpKind, PpToken, STRINGIZE};
use crate::{Interner, Name};

/// A macro.
#[derive(Debug)]
pub(super) struct Macro {
    /// Its name.
    pub(super) name: Name,
    /// What its uses look like.
    pub(super) kind: MacroKind,
    /// Its replacement list: parameters as [`PpKind::Parameter`], `#` and `##` as flags of tokens.
    pub(super) body: Vec<PpToken>,
    /// Where its definition names it.
    pub(super) span: Span,
    /// Whether it is being replaced, and its name therefore not replaced again (C17 6.10.3.4p2).
    pub(super) is_disabled: Cell<bool>,
}

/// What the uses of a macro look like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum MacroKind {
    /// Its name alone.
    Object,
    /// Its name and arguments.
    Function {
        /// The parameters; `__VA_ARGS__`, or the name before `...` (GNU C), is the last of a variadic macro.
        parameters: Vec<Name>,
        /// Whether `...` stands in the parameter list.
        is_variadic: bool,
    },
    /// `__FILE__` (C17 6.10.8.1).
    File,
    /// `__LINE__` (C17 6.10.8.1).
    Line,
    /// `__COUNTER__` (GNU C): how often it was used before.
    Counter,
}

impl Macro {
    /// Whether it may neither be defined nor undefined (C17 6.10.8p4).
    pub(super) fn is_dynamic(&self) -> bool {
        matches!(self.kind, MacroKind::File | MacroKind::Line | MacroKind::Counter)
    }

    /// Whether `##` or a parameter is in the replacement list, so that each use makes its own.
    pub(super) fn needs_substitution(&self) -> bool {
        let is_plain = |token: &PpToken| {
            !token.has(PASTE | STRINGIZE) && !matches!(token.kind, PpKind::Parameter(_))
        };
        self.is_variadic() || !self.body.iter().all(is_plain)
    }

    /// Whether `__VA_OPT__` means something in it.
    pub(super) fn is_variadic(&self) -> bool {
        matches!(self.kind, MacroKind::Function { is_variadic: true, .. })
    }
}

/// The macros that are defined at a place of the translation unit.
#[derive(Default, Debug)]
pub(super) struct MacroTable {
    macros: Vec<Option<Rc<Macro>>>,
    /// What `#pragma push_macro` keeps, the last last.
    pushed: Vec<(Name, Option<Rc<Macro>>)>,
}

impl MacroTable {
    /// The macro of that name.
    pub(super) fn get(&self, name: Name) -> Option<&Rc<Macro>> {
        self.macros.get(name.0 as usize)?.as_ref()
    }

    /// Defines a macro.
    pub(super) fn define(&mut self, definition: Macro) {
        let index = definition.name.0 as usize;
        if self.macros.len() <= index {
            self.macros.resize(index + 1, None);
        }
        self.macros[index] = Some(Rc::new(definition));
    }

    /// Keeps what a name stands for, until [`MacroTable::pop`] brings it back.
    pub(super) fn push(&mut self, name: Name) {
        self.pushed.push((name, self.get(name).cloned()));
    }

    /// Brings back what a name stood for when it was kept last.
    pub(super) fn pop(&mut self, name: Name) {
        let Some(at) = self.pushed.iter().rposition(|kept| kept.0 == name) else { return };
        let (_, kept) = self.pushed.remove(at);
        let index = name.0 as usize;
        if self.macros.len() <= index {
            self.macros.resize(index + 1, None);
        }
        self.macros[index] = kept;
    }

    /// Forgets a macro, if there is one of that name.
    pub(super) fn undefine(&mut self, name: Name) {
        if let Some(slot) = self.macros.get_mut(name.0 as usize) {
            *slot = None;
        }
    }

    /// Defines the macros whose replacement depends on the place of use; `file` is where they come
    /// from.
    pub(super) fn define_dynamic(&mut self, names: &mut Interner, file: FileId) {
        let dynamic = [
            ("__FILE__", MacroKind::File),
            ("__LINE__", MacroKind::Line),
            ("__COUNTER__", MacroKind::Counter),
        ];
        for (spelling, kind) in dynamic {
            self.define(Macro {
                name: names.intern(spelling),
                kind,
                body: Vec::new(),
                span: Span::new(file, 0, 0),
                is_disabled: Cell::new(false),
            });
        }
    }
}
