//! Attributes of GNU C and of C23 6.7.12, and `asm`.

use source::Span;

use super::{Parsed, Parser, messages};
use crate::ast::{Attribute, AttributeKind};
use crate::token::{Keyword, Punctuator, TokenKind};

use Punctuator::{Colon, Comma, LeftBracket, LeftParen, RightBracket, RightParen};

/// Attributes that say nothing of what a program does: they ask for warnings, or for speed.
const HARMLESS: &[&str] = &[
    "access",
    "alloc_align",
    "alloc_size",
    "always_inline",
    "artificial",
    "assume_aligned",
    "cold",
    "const",
    "deprecated",
    "error",
    "externally_visible",
    "fallthrough",
    "flatten",
    "format",
    "format_arg",
    "gnu_inline",
    "hot",
    "leaf",
    "malloc",
    "may_alias",
    "maybe_unused",
    "no_instrument_function",
    "noclone",
    "nodiscard",
    "noinline",
    "noipa",
    "nonnull",
    "nonstring",
    "nothrow",
    "optimize",
    "pure",
    "reproducible",
    "returns_nonnull",
    "returns_twice",
    "sentinel",
    "unsequenced",
    "unused",
    "used",
    "visibility",
    "warn_unused_result",
    "warning",
];

/// Attributes that change what a program does, and are not there.
const REFUSED: &[&str] = &[
    "alias",
    "cleanup",
    "constructor",
    "destructor",
    "ifunc",
    "mode",
    "scalar_storage_order",
    "section",
    "tls_model",
    "transparent_union",
    "vector_size",
    "weak",
    "weakref",
];

impl Parser<'_> {
    /// Whether an attribute starts at the next token.
    pub(super) fn is_at_attribute(&self) -> bool {
        self.is_at_keyword(Keyword::Attribute)
            || (self.is_at(LeftBracket) && self.is_ahead(1, LeftBracket))
    }

    // attribute-specifier-sequence: attribute-specifier*
    // attribute-specifier: [ [ attribute-list ] ] | __attribute__ ( ( attribute-list ) )
    pub(super) fn attributes(&mut self) -> Parsed<Vec<Attribute>> {
        let mut attributes = vec![];
        while self.is_at_attribute() {
            let is_gnu = self.eat_keyword(Keyword::Attribute);
            let (opening, closing) =
                if is_gnu { (LeftParen, RightParen) } else { (LeftBracket, RightBracket) };
            let outer = self.span();
            self.expect(opening)?;
            let inner = self.span();
            self.expect(opening)?;
            while !self.is_at(closing) {
                attributes.extend(self.attribute()?);
                if !self.eat(Comma) {
                    break;
                }
            }
            self.close(closing, inner)?;
            self.close(closing, outer)?;
        }
        Ok(attributes)
    }

    // attribute: ( identifier : : )? identifier ( ( balanced-token-sequence? ) )?
    fn attribute(&mut self) -> Parsed<Option<Attribute>> {
        let mut start = self.span();
        let Some(mut name) = self.attribute_name() else { return Ok(None) };
        if self.is_at(Colon) && self.is_ahead(1, Colon) {
            self.advance();
            self.advance();
            start = self.span();
            let Some(inner) = self.attribute_name() else {
                return self.unexpected_name("the name of an attribute");
            };
            name = inner;
        }
        let kind = match name.as_str() {
            "packed" => Some(AttributeKind::Packed),
            "noreturn" | "_Noreturn" => Some(AttributeKind::Noreturn),
            "aligned" => return self.aligned(start).map(Some),
            _ => None,
        };
        if self.is_at(LeftParen) {
            self.skip_balanced();
        }
        let span = self.since(start);
        if kind.is_none() {
            self.judge_attribute(&name, start);
        }
        Ok(kind.map(|kind| Attribute { kind, span }))
    }

    // aligned | aligned ( constant-expression )
    fn aligned(&mut self, start: Span) -> Parsed<Attribute> {
        let mut alignment = None;
        let open = self.span();
        if self.eat(LeftParen) {
            alignment = Some(Box::new(self.constant_expression()?));
            self.close(RightParen, open)?;
        }
        let kind = AttributeKind::Aligned(alignment);
        Ok(Attribute { kind, span: self.since(start) })
    }

    /// A word, without the underscores around it; keywords are words too.
    fn attribute_name(&mut self) -> Option<String> {
        let word = match *self.peek() {
            TokenKind::Identifier(name) => self.names.text(name),
            TokenKind::Keyword(keyword) => keyword.spelling(),
            _ => return None,
        };
        self.advance();
        let inner = word.strip_prefix("__").and_then(|word| word.strip_suffix("__"));
        Some(inner.unwrap_or(word).to_string())
    }

    /// Says what is to be said of an attribute that has no effect here.
    fn judge_attribute(&mut self, name: &str, span: Span) {
        if REFUSED.contains(&name) {
            self.report(messages::refused_attribute(span, name));
        } else if !HARMLESS.contains(&name) {
            self.diagnostics.push(messages::unknown_attribute(span, name));
        }
    }

    /// `[[fallthrough]];`, `__attribute__((fallthrough));`: an empty statement.
    pub(super) fn attribute_statement(&mut self) -> Parsed<bool> {
        if !self.is_at_attribute() {
            return Ok(false);
        }
        let (start, said) = (self.at, self.diagnostics.len());
        self.attributes()?;
        if self.eat(Punctuator::Semicolon) {
            return Ok(true);
        }
        if self.starts_declaration() {
            self.at = start;
            self.diagnostics.truncate(said);
        }
        Ok(false)
    }

    // asm-statement: asm volatile? ( string-literal … ) ;
    /// An empty template without results does nothing: it keeps an optimizing compiler from moving code across it.
    pub(super) fn asm_statement(&mut self) -> Parsed<()> {
        let start = self.span();
        self.advance();
        while self.qualifier().is_some() || self.eat_keyword(Keyword::Goto) {}
        let is_empty = matches!(self.peek_at(1), TokenKind::String(it) if it.elements.is_empty());
        if !self.is_at(LeftParen) || !is_empty || self.has_asm_results() {
            return self.fail(messages::inline_assembly(start));
        }
        self.skip_balanced();
        self.semicolon("`asm`")
    }

    /// Whether the operands of an `asm` have one that is written and not read (`"=r"`): up to the second colon, where the
    /// outputs end.
    fn has_asm_results(&self) -> bool {
        let mut colons = 0;
        for distance in 2.. {
            match self.peek_at(distance) {
                TokenKind::Punctuator(Punctuator::Colon) => colons += 1,
                TokenKind::Punctuator(Punctuator::Semicolon) | TokenKind::End => return false,
                TokenKind::String(it) if it.elements.first() == Some(&u32::from('=')) => {
                    return true;
                }
                _ => {}
            }
            if colons > 1 {
                break;
            }
        }
        false
    }
}
