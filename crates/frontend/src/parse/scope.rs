//! Which identifiers are typedef names (C17 6.2.1, 6.2.3): the one thing that the grammar of C must
//! know of declarations.
//!
//! An ordinary identifier is entered only where it hides a typedef name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Interner;
use crate::Name;
use crate::ast::RecordKind;

/// Typedef names that need no declaration.
const BUILT_IN: [&str; 2] = ["__int128_t", "__uint128_t"];

/// What a tag was declared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TagKind {
    /// `struct` or `union`.
    Record(RecordKind),
    /// `enum`.
    Enum,
}

/// Block scopes, the innermost last.
#[derive(Default)]
pub(super) struct Scopes {
    /// For each name, whether it is a typedef name, in each scope that says something of it.
    bindings: FxHashMap<Name, Vec<bool>>,
    /// The names of which each open block scope says something.
    blocks: Vec<Vec<Name>>,
    /// Typedef names, ordinary identifiers and tags that were ever declared: for suggestions only.
    declared: FxHashSet<Name>,
    typedefs: Vec<Name>,
    tags: FxHashMap<Name, TagKind>,
}

impl Scopes {
    /// Nothing declared but what is built in.
    pub(super) fn new(names: &Interner) -> Scopes {
        let mut scopes = Scopes::default();
        for name in BUILT_IN.iter().filter_map(|text| names.find(text)) {
            scopes.bindings.insert(name, vec![true]);
        }
        scopes
    }

    pub(super) fn open(&mut self) {
        self.blocks.push(vec![]);
    }

    pub(super) fn close(&mut self) {
        for name in self.blocks.pop().unwrap_or_default() {
            if let Some(bindings) = self.bindings.get_mut(&name) {
                bindings.pop();
            }
        }
    }

    /// Declares a name in the innermost scope.
    pub(super) fn declare(&mut self, name: Name, is_typedef: bool) {
        if self.declared.insert(name) && is_typedef {
            self.typedefs.push(name);
        }
        if !is_typedef && !self.bindings.contains_key(&name) {
            return;
        }
        self.bindings.entry(name).or_default().push(is_typedef);
        if let Some(block) = self.blocks.last_mut() {
            block.push(name);
        }
    }

    pub(super) fn declare_tag(&mut self, name: Name, kind: TagKind) {
        self.tags.insert(name, kind);
    }

    pub(super) fn is_typedef(&self, name: Name) -> bool {
        self.bindings.get(&name).and_then(|bindings| bindings.last()) == Some(&true)
    }

    /// Whether the name was ever declared as something other than a tag.
    pub(super) fn is_declared(&self, name: Name) -> bool {
        self.declared.contains(&name)
    }

    /// What the name is a tag of, somewhere in the program.
    pub(super) fn tag(&self, name: Name) -> Option<TagKind> {
        self.tags.get(&name).copied()
    }

    /// Every name that was declared by a typedef, in order.
    pub(super) fn typedefs(&self) -> &[Name] {
        &self.typedefs
    }
}
