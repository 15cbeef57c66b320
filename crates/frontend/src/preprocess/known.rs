//! The names that mean something to the preprocessor or to phase 7.

use crate::token::Keyword;
use crate::{Interner, Name, Standard};

/// Names met in every translation unit.
#[derive(Debug)]
pub(super) struct Known {
    /// `defined` (C17 6.10.1).
    pub(super) defined: Name,
    /// `__has_include`, as C23 6.10.1 and GCC have it.
    pub(super) has_include: Name,
    /// `__VA_ARGS__` (C17 6.10.3).
    pub(super) va_args: Name,
    /// `__VA_OPT__` (C23 6.10.5.2).
    pub(super) va_opt: Name,
    /// `_Pragma` (C17 6.10.9).
    pub(super) pragma: Name,
    /// The keyword of each name, as far as there are keywords.
    keywords: Vec<Option<Keyword>>,
}

impl Known {
    /// The names in this interner.
    pub(super) fn new(names: &mut Interner, standard: Standard) -> Known {
        let mut keywords = Vec::new();
        let own = Keyword::ALL.iter().filter(|&&keyword| standard.has(keyword));
        let own = own.map(|&keyword| (keyword.spelling(), keyword));
        for (spelling, keyword) in own.chain(standard.aliases()) {
            let index = names.intern(spelling).0 as usize;
            if keywords.len() <= index {
                keywords.resize(index + 1, None);
            }
            keywords[index] = Some(keyword);
        }
        Known {
            defined: names.intern("defined"),
            has_include: names.intern("__has_include"),
            va_args: names.intern("__VA_ARGS__"),
            va_opt: names.intern("__VA_OPT__"),
            pragma: names.intern("_Pragma"),
            keywords,
        }
    }

    /// The keyword spelled so (C17 6.4.1).
    pub(super) fn keyword(&self, name: Name) -> Option<Keyword> {
        self.keywords.get(name.0 as usize).copied().flatten()
    }
}
