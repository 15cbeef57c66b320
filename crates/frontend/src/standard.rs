//! Which edition of C is spoken, as `-std=` says it: it decides which words are keywords.

use crate::token::Keyword;

/// An edition of ISO C, by the year in which GCC's options count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Edition {
    C89,
    C99,
    C11,
    C17,
    C23,
}

/// A language: an edition, alone or with the extensions of GNU C that are not reserved words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Standard {
    /// The edition.
    pub edition: Edition,
    /// Whether `asm` and `typeof` are keywords, and trigraphs are left alone.
    pub is_gnu: bool,
}

impl Default for Standard {
    fn default() -> Standard {
        Standard { edition: Edition::C17, is_gnu: true }
    }
}

/// The names behind `c` and `gnu`, and behind `iso9899:`.
const NAMES: [(&str, &str, Edition); 8] = [
    ("89", "1990", Edition::C89),
    ("90", "199409", Edition::C89),
    ("99", "1999", Edition::C99),
    ("9x", "199x", Edition::C99),
    ("11", "2011", Edition::C11),
    ("17", "2017", Edition::C17),
    ("18", "2018", Edition::C17),
    ("23", "2024", Edition::C23),
];

impl Standard {
    /// The language that an argument of `-std=` names, as GCC knows them: `c17`, `gnu99`, `iso9899:2011`.
    pub fn named(name: &str) -> Option<Standard> {
        if name == "ansi" {
            return Some(Standard { edition: Edition::C89, is_gnu: false });
        }
        let draft = |digits: &str| match digits {
            "1x" => "11".to_string(),
            "2x" => "23".to_string(),
            other => other.to_string(),
        };
        let (is_gnu, digits) = match (name.strip_prefix("gnu"), name.strip_prefix('c')) {
            (Some(digits), _) => (true, digits),
            (None, Some(digits)) => (false, digits),
            (None, None) => {
                let year = name.strip_prefix("iso9899:")?;
                let row = NAMES.iter().find(|row| row.1 == year)?;
                return Some(Standard { edition: row.2, is_gnu: false });
            }
        };
        let digits = draft(digits);
        let row = NAMES.iter().find(|row| row.0 == digits)?;
        Some(Standard { edition: row.2, is_gnu })
    }

    /// The value of `__STDC_VERSION__` (C17 6.10.8.1), which C89 does not have.
    pub(crate) fn version(self) -> Option<&'static str> {
        match self.edition {
            Edition::C89 => None,
            Edition::C99 => Some("199901L"),
            Edition::C11 => Some("201112L"),
            Edition::C17 => Some("201710L"),
            Edition::C23 => Some("202311L"),
        }
    }

    /// Whether a keyword is one under its own spelling; reserved ones always are.
    pub(crate) fn has(self, keyword: Keyword) -> bool {
        use Keyword as K;
        match keyword {
            K::Inline => self.is_gnu || self.edition >= Edition::C99,
            K::Restrict => self.edition >= Edition::C99,
            K::Asm => self.is_gnu,
            K::Typeof => self.is_gnu || self.edition >= Edition::C23,
            K::Constexpr | K::False | K::Nullptr | K::True | K::TypeofUnqual => {
                self.edition >= Edition::C23
            }
            _ => true,
        }
    }

    /// Other spellings of keywords, those of GNU C and of C23.
    pub(crate) fn aliases(self) -> impl Iterator<Item = (&'static str, Keyword)> {
        let c23 = (self.edition >= Edition::C23).then_some(C23_ALIASES);
        RESERVED_ALIASES.iter().chain(c23.into_iter().flatten()).copied()
    }
}

/// Reserved spellings, the same in every edition.
const RESERVED_ALIASES: &[(&str, Keyword)] = &[
    ("__alignof", Keyword::Alignof),
    ("__alignof__", Keyword::Alignof),
    ("__asm", Keyword::Asm),
    ("__asm__", Keyword::Asm),
    ("__attribute", Keyword::Attribute),
    ("__complex__", Keyword::Complex),
    ("__complex", Keyword::Complex),
    ("__const", Keyword::Const),
    ("__const__", Keyword::Const),
    ("__imag", Keyword::ImaginaryPart),
    ("__inline", Keyword::Inline),
    ("__inline__", Keyword::Inline),
    ("__real", Keyword::RealPart),
    ("__restrict", Keyword::Restrict),
    ("__restrict__", Keyword::Restrict),
    ("__signed", Keyword::Signed),
    ("__signed__", Keyword::Signed),
    ("__thread", Keyword::ThreadLocal),
    ("__typeof", Keyword::Typeof),
    ("__typeof__", Keyword::Typeof),
    ("__volatile", Keyword::Volatile),
    ("__volatile__", Keyword::Volatile),
];

/// C23 6.4.1: words that were macros of headers before.
const C23_ALIASES: &[(&str, Keyword)] = &[
    ("alignas", Keyword::Alignas),
    ("alignof", Keyword::Alignof),
    ("bool", Keyword::Bool),
    ("static_assert", Keyword::StaticAssert),
    ("thread_local", Keyword::ThreadLocal),
];

#[cfg(test)]
mod tests {
    use super::{Edition, Standard};

    #[test]
    fn options_name_editions_as_gcc_has_them() {
        let named = |name| Standard::named(name).map(|it| (it.edition, it.is_gnu));
        assert_eq!(named("c89"), Some((Edition::C89, false)));
        assert_eq!(named("gnu2x"), Some((Edition::C23, true)));
        assert_eq!(named("iso9899:2011"), Some((Edition::C11, false)));
        assert_eq!(named("c18"), Some((Edition::C17, false)));
        assert_eq!(named("c16"), None);
        assert_eq!(named("c++17"), None);
    }
}
