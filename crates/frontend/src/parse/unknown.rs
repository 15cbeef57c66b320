//! Words that the parser does not know: unknown type names, misspelled keywords.

use super::{Failed, Parsed, Parser, messages};
use crate::Name;
use crate::near;
use crate::token::{Keyword, Punctuator, TokenKind};

/// Well-known type names, each with the header that declares it.
const LIBRARY_TYPES: &[(&str, &str)] = &[
    ("FILE", "stdio.h"),
    ("bool", "stdbool.h"),
    ("clock_t", "time.h"),
    ("div_t", "stdlib.h"),
    ("int16_t", "stdint.h"),
    ("int32_t", "stdint.h"),
    ("int64_t", "stdint.h"),
    ("int8_t", "stdint.h"),
    ("intmax_t", "stdint.h"),
    ("intptr_t", "stdint.h"),
    ("jmp_buf", "setjmp.h"),
    ("ptrdiff_t", "stddef.h"),
    ("size_t", "stddef.h"),
    ("time_t", "time.h"),
    ("uint16_t", "stdint.h"),
    ("uint32_t", "stdint.h"),
    ("uint64_t", "stdint.h"),
    ("uint8_t", "stdint.h"),
    ("uintmax_t", "stdint.h"),
    ("uintptr_t", "stdint.h"),
    ("va_list", "stdarg.h"),
    ("wchar_t", "stddef.h"),
];

/// Words of other languages that C spells with an operator.
const OPERATOR_WORDS: &[(&str, &str)] = &[("and", "&&"), ("or", "||"), ("not", "!"), ("mod", "%")];

impl Parser<'_> {
    /// Whether the next token is an identifier that only an unknown type can be: another identifier
    /// follows, or (where no expression can stand) a star.
    pub(super) fn is_at_unknown_type(&self, can_be_expression: bool) -> bool {
        let Some(name) = self.peek_name(0) else { return false };
        if self.scopes.is_typedef(name) {
            return false;
        }
        match self.peek_at(1) {
            TokenKind::Identifier(next) => operator_word(self.names.text(*next)).is_none(),
            TokenKind::Keyword(keyword) => keyword.is_type_word(),
            TokenKind::Punctuator(Punctuator::Star) => !can_be_expression,
            _ => false,
        }
    }

    /// Reports the unknown type name at the next token and goes on behind it. A misspelled keyword
    /// of a statement ends the declaration that this was taken for.
    pub(super) fn unknown_type(&mut self) -> Parsed<()> {
        let Some(name) = self.peek_name(0) else { return Ok(()) };
        let (word, span) = (self.names.text(name), self.span());
        let help = self.unknown_type_help(name);
        let keyword = self.misspelled_keyword(name);
        let keyword = keyword.filter(|it| help.is_none() && it.can_precede_word());
        self.report(match keyword {
            Some(keyword) => messages::misspelled_keyword(span, word, keyword.spelling()),
            None => messages::unknown_type(span, word, help),
        });
        self.advance();
        match keyword {
            Some(keyword) if !keyword.is_type_word() => Err(Failed),
            _ => Ok(()),
        }
    }

    /// What an unknown type name was probably meant to be, if it is no misspelled keyword.
    pub(super) fn unknown_type_help(&self, name: Name) -> Option<String> {
        let word = self.names.text(name);
        if let Some(kind) = self.scopes.tag(name) {
            return Some(messages::help_tag(word, kind));
        }
        if let Some((_, header)) = LIBRARY_TYPES.iter().find(|library| library.0 == word) {
            return Some(messages::help_header(header));
        }
        if word == "string" || word == "String" {
            return Some(messages::help_string());
        }
        let typedefs = self.scopes.typedefs().iter().map(|&name| self.names.text(name));
        let meant = near::nearest(word, typedefs.chain(keywords_like(word)))?;
        let is_keyword = Keyword::ALL.iter().any(|keyword| keyword.spelling() == meant);
        (!is_keyword).then(|| messages::help_meant(meant))
    }

    /// The keyword that a name which was never declared is a misspelling of.
    pub(super) fn misspelled_keyword(&self, name: Name) -> Option<Keyword> {
        if self.scopes.is_declared(name) {
            return None;
        }
        let word = self.names.text(name);
        let meant = near::nearest(word, keywords_like(word))?;
        Keyword::ALL.iter().copied().find(|keyword| keyword.spelling() == meant)
    }

    /// What is known of the next token where it cannot stand: it is a word of another language.
    pub(super) fn foreign_word_help(&self) -> Option<String> {
        let word = self.names.text(self.peek_name(0)?);
        operator_word(word).map(|operator| messages::help_operator_word(word, operator))
    }
}

/// The keywords that a word may be a misspelling of. A word of up to three letters must have the right letters: too many
/// names are one letter away from `if` or `int`.
fn keywords_like(word: &str) -> impl Iterator<Item = &str> {
    let is_long = word.len() > 3;
    let spellings = Keyword::ALL.iter().map(|keyword| keyword.spelling());
    spellings.filter(move |spelling| is_long || near::has_same_letters(spelling, word))
}

fn operator_word(word: &str) -> Option<&'static str> {
    OPERATOR_WORDS.iter().find(|entry| entry.0 == word).map(|entry| entry.1)
}

impl Keyword {
    /// Whether it can stand among declaration specifiers (C17 6.7p1), as part of a type or beside
    /// it.
    pub(super) fn is_type_word(self) -> bool {
        use Keyword::*;
        matches!(
            self,
            Auto | Char
                | Const
                | Double
                | Enum
                | Extern
                | Float
                | Inline
                | Int
                | Long
                | Register
                | Restrict
                | Short
                | Signed
                | Static
                | Struct
                | Typedef
                | Union
                | Unsigned
                | Void
                | Volatile
                | Alignas
                | Atomic
                | Bool
                | Complex
                | Imaginary
                | Noreturn
                | ThreadLocal
                | Attribute
                | AutoType
                | BitInt
                | Constexpr
                | Int128
                | Typeof
                | TypeofUnqual
                | BuiltinVaList
        )
    }

    /// Whether an identifier or a type word can follow it.
    fn can_precede_word(self) -> bool {
        use Keyword::*;
        self.is_type_word() || matches!(self, Case | Else | Goto | Return | Sizeof)
    }

    /// Whether a statement that is not an expression starts with it (C17 6.8).
    pub(super) fn is_statement_word(self) -> bool {
        use Keyword::*;
        matches!(
            self,
            Break
                | Case
                | Continue
                | Default
                | Do
                | Else
                | For
                | Goto
                | If
                | Return
                | Switch
                | While
        )
    }
}
