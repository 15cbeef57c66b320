//! Names: identifiers as small numbers.

use std::rc::Rc;

use rustc_hash::FxHashMap;

/// An identifier of an [`Interner`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Name(pub u32);

/// Every identifier of a compilation, each kept once.
#[derive(Clone, Default, Debug)]
pub struct Interner {
    texts: Vec<Rc<str>>,
    names: FxHashMap<Rc<str>, Name>,
}

impl Interner {
    /// No names.
    pub fn new() -> Interner {
        Interner::default()
    }

    /// The name spelled so.
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(&name) = self.names.get(text) {
            return name;
        }
        let name = Name(self.texts.len() as u32);
        let text: Rc<str> = text.into();
        self.texts.push(text.clone());
        self.names.insert(text, name);
        name
    }

    /// The name spelled so, if it has been met.
    pub fn find(&self, text: &str) -> Option<Name> {
        self.names.get(text).copied()
    }

    /// How a name is spelled.
    pub fn text(&self, name: Name) -> &str {
        &self.texts[name.0 as usize]
    }
}
