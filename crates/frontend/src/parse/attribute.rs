//! Attributes of GNU C and of C23 6.7.12, and `asm`.

use source::Span;

use super::{Parsed, Parser, messages};
use crate::ast::{Attribute, AttributeKind, Expr};
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
    "error",
    "externally_visible",
    "fallthrough",
    "flatten",
    "format_arg",
    "hot",
    "leaf",
    "malloc",
    "may_alias",
    "maybe_unused",
    "no_instrument_function",
    "noclone",
    "noinline",
    "noipa",
    "nonstring",
    "nothrow",
    "optimize",
    "pure",
    "reproducible",
    "returns_nonnull",
    "returns_twice",
    "sentinel",
    "unsequenced",
    "tls_model",
    "unused",
    "used",
    "visibility",
    "warning",
];

/// Attributes that change what a program does, and are not there.
const REFUSED: &[&str] =
    &["ifunc", "naked", "scalar_storage_order", "symver", "vector_size", "weakref"];

/// An attribute that says all by its name.
fn plain(name: &str) -> Option<AttributeKind> {
    Some(match name {
        "packed" => AttributeKind::Packed,
        "noreturn" | "_Noreturn" => AttributeKind::Noreturn,
        "weak" => AttributeKind::Weak,
        "transparent_union" => AttributeKind::TransparentUnion,
        "gnu_inline" => AttributeKind::GnuInline,
        "warn_unused_result" | "nodiscard" => AttributeKind::Nodiscard,
        _ => return None,
    })
}

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
        let kind = match plain(&name) {
            Some(kind) => Some(kind),
            None => self.with_arguments(&name, start)?,
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

    /// An attribute whose arguments count; `None` for every other.
    fn with_arguments(&mut self, name: &str, start: Span) -> Parsed<Option<AttributeKind>> {
        let has_arguments = self.is_at(LeftParen) && !self.is_ahead(1, RightParen);
        Ok(Some(match name {
            "aligned" => AttributeKind::Aligned(self.optional_number()?),
            "constructor" => AttributeKind::Constructor(self.optional_number()?),
            "destructor" => AttributeKind::Destructor(self.optional_number()?),
            "deprecated" if has_arguments => AttributeKind::Deprecated(Some(self.text(start)?)),
            "deprecated" => AttributeKind::Deprecated(None),
            "alias" => AttributeKind::Alias(self.text(start)?),
            "section" => AttributeKind::Section(self.text(start)?),
            "mode" => AttributeKind::Mode(self.word(start)?),
            "cleanup" => self.inside(|parser| match parser.eat_identifier() {
                Some(function) => Ok(AttributeKind::Cleanup(function)),
                None => parser.unexpected_name("the name of a function"),
            })?,
            "nonnull" if has_arguments => {
                AttributeKind::Nonnull(self.inside(Self::attribute_numbers)?)
            }
            "nonnull" => AttributeKind::Nonnull(vec![]),
            "format" if has_arguments => return self.format(),
            "pragma_pack" => match self.optional_number()? {
                Some(size) => AttributeKind::Pack(size),
                None => return Ok(None),
            },
            "pragma_weak" => self.inside(Self::pragma_weak)?,
            _ => return Ok(None),
        }))
    }

    /// What `parse` reads between parentheses.
    fn inside<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let open = self.span();
        self.expect(LeftParen)?;
        let inside = parse(self)?;
        self.close(RightParen, open)?;
        Ok(inside)
    }

    /// `( constant-expression )`, which may be left out.
    fn optional_number(&mut self) -> Parsed<Option<Box<Expr>>> {
        if !self.is_at(LeftParen) {
            return Ok(None);
        }
        if self.is_ahead(1, RightParen) {
            self.skip_balanced();
            return Ok(None);
        }
        self.inside(Self::constant_expression).map(|value| Some(Box::new(value)))
    }

    fn attribute_numbers(&mut self) -> Parsed<Vec<Expr>> {
        let mut numbers = vec![self.constant_expression()?];
        while self.eat(Comma) {
            numbers.push(self.constant_expression()?);
        }
        Ok(numbers)
    }

    /// `( "text" )`.
    fn text(&mut self, start: Span) -> Parsed<String> {
        self.inside(|parser| parser.string_operand(start))
    }

    fn string_operand(&mut self, start: Span) -> Parsed<String> {
        let TokenKind::String(literal) = self.peek() else {
            return self.fail(messages::attribute_string(start));
        };
        let letters = literal.elements.iter().filter_map(|&unit| char::from_u32(unit));
        let text = letters.collect();
        self.advance();
        Ok(text)
    }

    /// `( word )`, without the underscores around it.
    fn word(&mut self, start: Span) -> Parsed<String> {
        self.inside(|parser| match parser.attribute_name() {
            Some(word) => Ok(word),
            None => parser.fail(messages::attribute_word(start)),
        })
    }

    // format ( archetype , string-index , first-to-check )
    fn format(&mut self) -> Parsed<Option<AttributeKind>> {
        self.inside(|parser| {
            let archetype = parser.attribute_name().unwrap_or_default();
            parser.expect(Comma)?;
            let string = Box::new(parser.constant_expression()?);
            parser.expect(Comma)?;
            let first = Box::new(parser.constant_expression()?);
            let is_scan = archetype.ends_with("scanf");
            let is_known = is_scan || archetype.ends_with("printf");
            // Formats of time and money have no arguments to check.
            let kind = AttributeKind::Format { is_scan, string, first };
            Ok(is_known.then_some(kind))
        })
    }

    fn pragma_weak(&mut self) -> Parsed<AttributeKind> {
        let span = self.span();
        let name = self.string_operand(span)?;
        let target = self.eat(Comma).then(|| self.string_operand(span)).transpose()?;
        Ok(AttributeKind::PragmaWeak(name, target))
    }

    // simple-asm-expr: asm ( string-literal )
    /// The name that `asm` gives what is declared.
    pub(super) fn symbol_name(&mut self) -> Parsed<Attribute> {
        let start = self.span();
        self.advance();
        let kind = AttributeKind::SymbolName(self.text(start)?);
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
        } else if !HARMLESS.contains(&name) && name != "format" {
            self.note_unknown_attribute(name, span);
        }
    }

    /// Says once of each name that it is not known.
    fn note_unknown_attribute(&mut self, name: &str, span: Span) {
        if self.unknown_attributes.insert(name.to_string()) {
            self.diagnostics.push(messages::unknown_attribute(span, name));
        }
    }

    /// `[[fallthrough]];`, `__attribute__((fallthrough));`: an empty statement.
    pub(super) fn attribute_statement(&mut self) -> Parsed<bool> {
        if !self.is_at_attribute() {
            return Ok(false);
        }
        let (start, said) = (self.at, self.diagnostics.len());
        let unknown = self.unknown_attributes.clone();
        self.attributes()?;
        if self.eat(Punctuator::Semicolon) {
            return Ok(true);
        }
        if self.starts_declaration() {
            self.at = start;
            self.diagnostics.truncate(said);
            self.unknown_attributes = unknown;
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
