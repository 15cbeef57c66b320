//! The names that mean something to the preprocessor or to phase 7.

use crate::token::Keyword;
use crate::{Interner, Name};

/// Names met in every translation unit.
#[derive(Debug)]
pub(super) struct Known {
    /// `defined` (C17 6.10.1).
    pub(super) defined: Name,
    /// `__has_include`, as C23 6.10.1 and GCC have it.
    pub(super) has_include: Name,
    /// `__VA_ARGS__` (C17 6.10.3).
    pub(super) va_args: Name,
    /// `_Pragma` (C17 6.10.9).
    pub(super) pragma: Name,
    /// The keyword of each name, as far as there are keywords.
    keywords: Vec<Option<Keyword>>,
}

impl Known {
    /// The names in this interner.
    pub(super) fn new(names: &mut Interner) -> Known {
        let mut keywords = Vec::new();
        for &keyword in Keyword::ALL {
            let index = names.intern(keyword.spelling()).0 as usize;
            if keywords.len() <= index {
                keywords.resize(index + 1, None);
            }
            keywords[index] = Some(keyword);
        }
        Known {
            defined: names.intern("defined"),
            has_include: names.intern("__has_include"),
            va_args: names.intern("__VA_ARGS__"),
            pragma: names.intern("_Pragma"),
            keywords,
        }
    }

    /// The keyword spelled so (C17 6.4.1).
    pub(super) fn keyword(&self, name: Name) -> Option<Keyword> {
        self.keywords.get(name.0 as usize).copied().flatten()
    }
}
