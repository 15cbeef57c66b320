//! Pragmas that change what follows them: `pack` and `weak`. They reach the parser as attributes.
//!
//! **Rule**: GCC manual, "Structure-Layout Pragmas" and "Weak Pragmas". Every other one is ignored
//! (C17 6.10.6p1).

use source::Span;

use super::Preprocessor;
use crate::token::{
    Encoding, IntegerConstant, IntegerConstantType, Keyword, Punctuator, StringLiteral, Token,
    TokenKind,
};

/// How many `push` may be open.
const PUSH_COUNT_MAX: usize = 10_000;

/// What pragmas have said so far.
#[derive(Default)]
pub(super) struct Pragmas {
    /// The largest alignment of members; 0 for what their types ask.
    pack: u64,
    /// What `push` keeps, with its name.
    pushed: Vec<(Option<String>, u64)>,
    /// Tokens that come before the next one.
    made: Vec<Token>,
}

impl Preprocessor<'_> {
    /// Obeys a pragma, by its text.
    pub(super) fn obey_pragma(&mut self, text: &str, span: Span) {
        let words = words(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["pack", "(", arguments @ .., ")"] => self.pack(arguments),
            ["weak", name] => self.weak(name, None, span),
            ["weak", name, "=", target] => self.weak(name, Some(target), span),
            _ => {}
        }
    }

    /// `pack()`, `pack(n)`, `pack(push)`, `pack(push, n)`, `pack(pop)`, each with a name where one may stand.
    fn pack(&mut self, arguments: &[&str]) {
        let pragmas = &mut self.pragmas;
        let mut size = arguments.is_empty().then_some(0);
        let name = arguments.iter().skip(1).find(|word| is_name(word)).map(|word| word.to_string());
        match arguments.first() {
            Some(&"push") if pragmas.pushed.len() < PUSH_COUNT_MAX => {
                pragmas.pushed.push((name, pragmas.pack));
            }
            Some(&"pop") => {
                let found = match &name {
                    Some(_) => pragmas.pushed.iter().rposition(|(known, _)| *known == name),
                    None => pragmas.pushed.len().checked_sub(1),
                };
                if let Some(found) = found {
                    size = pragmas.pushed.get(found).map(|&(_, size)| size);
                    pragmas.pushed.truncate(found);
                }
            }
            _ => {}
        }
        let given = arguments.iter().find_map(|word| word.parse::<u64>().ok());
        let is_sound = |size: &u64| *size == 0 || size.is_power_of_two() && *size <= 16;
        if let Some(size) = given.or(size).filter(is_sound) {
            pragmas.pack = size;
        }
    }

    /// `weak name`, `weak name = target`: a declaration of nothing, with an attribute.
    fn weak(&mut self, name: &str, target: Option<&str>, span: Span) {
        let mut arguments = vec![text(name)];
        if let Some(target) = target {
            arguments.extend([TokenKind::Punctuator(Punctuator::Comma), text(target)]);
        }
        let mut kinds = self.attribute("pragma_weak", arguments);
        kinds.push(TokenKind::Punctuator(Punctuator::Semicolon));
        self.pragmas.made.extend(kinds.into_iter().map(|kind| Token { kind, span, spelled: None }));
    }

    /// The tokens that pragmas put before the next one.
    pub(super) fn before_next(&mut self) -> Vec<Token> {
        std::mem::take(&mut self.pragmas.made)
    }

    /// The tokens that pragmas put behind one: `pack` is an attribute of each struct and union.
    pub(super) fn behind(&mut self, token: &Token) -> Vec<Token> {
        let is_record = matches!(token.kind, TokenKind::Keyword(Keyword::Struct | Keyword::Union));
        if !is_record || self.pragmas.pack == 0 {
            return vec![];
        }
        let (value, kind) = (self.pragmas.pack, IntegerConstantType::Int);
        let size = TokenKind::Integer(IntegerConstant { value, kind, is_imaginary: false });
        let kinds = self.attribute("pragma_pack", vec![size]);
        let made = |kind| Token { kind, span: token.span, spelled: token.spelled };
        kinds.into_iter().map(made).collect()
    }

    /// `__attribute__((name(arguments)))`.
    fn attribute(&mut self, name: &str, arguments: Vec<TokenKind>) -> Vec<TokenKind> {
        let [open, close] =
            [Punctuator::LeftParen, Punctuator::RightParen].map(TokenKind::Punctuator);
        let name = TokenKind::Identifier(self.names.intern(name));
        let head = [TokenKind::Keyword(Keyword::Attribute), open.clone(), open.clone(), name, open];
        let tail = [close.clone(), close.clone(), close];
        head.into_iter().chain(arguments).chain(tail).collect()
    }
}

/// A string literal.
fn text(name: &str) -> TokenKind {
    let elements = name.chars().map(u32::from).collect();
    TokenKind::String(StringLiteral { encoding: Encoding::Plain, elements })
}

fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The words, numbers and signs of a pragma.
fn words(text: &str) -> Vec<String> {
    let is_inner = |it: char| it.is_alphanumeric() || it == '_';
    let mut words: Vec<String> = vec![];
    let mut is_open = false;
    for letter in text.chars() {
        match words.last_mut() {
            Some(word) if is_open && is_inner(letter) => word.push(letter),
            _ if letter.is_whitespace() => {}
            _ => words.push(letter.into()),
        }
        is_open = is_inner(letter);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pragma_is_cut_into_words() {
        assert_eq!(
            words("pack ( push,one ,  4)"),
            ["pack", "(", "push", ",", "one", ",", "4", ")"]
        );
        assert_eq!(words("weak a=b"), ["weak", "a", "=", "b"]);
        assert!(words("").is_empty());
    }
}
