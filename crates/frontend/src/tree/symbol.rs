//! What attributes of GNU C say of the symbol of a function or object, and of a function's calls.

use source::Span;

/// What attributes say of a symbol.
#[derive(Clone, Default, Debug)]
pub struct SymbolTraits {
    /// What the linker calls it, where that is not its name in C (`asm("name")`).
    pub name: Option<String>,
    /// Whether a definition yields to another one, and a use is 0 without any.
    pub is_weak: bool,
    /// The section that it is put into.
    pub section: Option<String>,
    /// What it is another name of.
    pub alias: Option<Alias>,
}

/// What an alias stands for.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The symbol of a function or object that is defined in the same file.
    pub target: String,
    /// The attribute.
    pub span: Span,
}

/// What attributes say of the calls of a function.
#[derive(Clone, Default, Debug)]
pub struct Conventions {
    /// Its priority among the functions that are called before `main`.
    pub constructor: Option<u16>,
    /// Its priority among the functions that are called after `main`.
    pub destructor: Option<u16>,
    /// Whether its result should be used.
    pub is_nodiscard: bool,
    /// Where it is said not to be used any more, and why.
    pub deprecated: Option<(Span, Option<String>)>,
    /// Which parameters may not be null, counted from 0; `u32::MAX` stands for every pointer.
    pub nonnull: Vec<u32>,
    /// A format: whether it is as for `scanf`, its parameter and that of the first argument that it speaks
    /// of, counted from 0.
    pub format: Option<(bool, usize, Option<usize>)>,
}
