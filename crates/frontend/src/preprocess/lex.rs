//! Translation phases 1 to 3 (C17 5.1.1.2): the bytes of a file to preprocessing tokens.
//!
//! A *splice* is a backslash at the end of a line: it and the line end vanish, wherever they stand.
//! The lexer's position never rests on a splice. Nothing fails here: what is wrong with a token
//! is said when the token is used, so that skipped groups may hold anything.

use source::{FileId, Span};

use super::pp_token::{LINE_START, PpKind, PpToken, SPACE, SPLICED, without_splices};
use super::universal;
use crate::Interner;
use crate::token::{Encoding, Punctuator};

/// The tokens of a text.
#[derive(Debug)]
pub(super) struct Lexed {
    /// The tokens; the last one, and only that, is [`PpKind::End`].
    pub(super) tokens: Vec<PpToken>,
    /// The opening of a comment that never ends.
    pub(super) open_comment: Option<Span>,
}

/// Cuts a text into preprocessing tokens. Its first byte is byte `base` of `file`.
pub(super) fn lex(file: FileId, base: u32, text: &str, names: &mut Interner) -> Lexed {
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        file,
        base,
        names,
        position: 0,
        end: 0,
        is_spliced: false,
        tokens: Vec::with_capacity(text.len() / 6 + 2),
        open_comment: None,
    };
    if text.starts_with('\u{feff}') {
        lexer.position = '\u{feff}'.len_utf8();
    }
    lexer.position = lexer.over_splices(lexer.position);
    lexer.run();
    Lexed { tokens: lexer.tokens, open_comment: lexer.open_comment }
}

/// Whether a text is no text at all: it begins with several different control characters, a null
/// among them.
pub(super) fn is_binary(text: &str) -> bool {
    const LOOKED_AT_MAX: usize = 512;
    let head = text.as_bytes().get(..LOOKED_AT_MAX).unwrap_or(text.as_bytes());
    let is_control = |byte: &&u8| **byte < b' ' && !byte.is_ascii_whitespace() && **byte != b'\x0b';
    let others = head.iter().filter(is_control).filter(|byte| **byte != 0).count();
    head.contains(&0) && others >= 2
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    file: FileId,
    base: u32,
    names: &'a mut Interner,
    /// The next byte; never a splice.
    position: usize,
    /// One past the last byte that was consumed.
    end: usize,
    /// Whether a splice was passed since the token began.
    is_spliced: bool,
    tokens: Vec<PpToken>,
    open_comment: Option<Span>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let mut line_start = LINE_START;
        loop {
            let flags = self.skip_white_space(line_start);
            line_start = 0;
            let start = self.position;
            self.is_spliced = false;
            if start >= self.bytes.len() {
                let end = self.span(self.bytes.len(), self.bytes.len());
                let flags = flags | LINE_START;
                self.tokens.push(PpToken { kind: PpKind::End, flags, span: end });
                return;
            }
            let kind = self.token(start);
            let spliced = if self.is_spliced { SPLICED } else { 0 };
            let span = self.span(start, self.end);
            self.tokens.push(PpToken { kind, flags: flags | spliced, span });
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start as u32, self.base + end as u32)
    }

    /// The byte at a position, zero past the end.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The next byte.
    fn current(&self) -> u8 {
        self.byte(self.position)
    }

    /// The position after that of a byte, past splices.
    fn after(&self, at: usize) -> usize {
        self.over_splices(at + 1)
    }

    fn over_splices(&self, mut at: usize) -> usize {
        while self.byte(at) == b'\\' {
            match (self.byte(at + 1), self.byte(at + 2)) {
                (b'\n', _) => at += 2,
                (b'\r', b'\n') => at += 3,
                _ => break,
            }
        }
        at
    }

    /// The byte after the next.
    fn second(&self) -> u8 {
        self.byte(self.after(self.position))
    }

    /// Consumes one byte, if there is one.
    fn bump(&mut self) {
        if self.position >= self.bytes.len() {
            return;
        }
        self.end = self.position + 1;
        self.position = self.after(self.position);
        self.is_spliced |= self.position != self.end;
    }

    /// Consumes `count` bytes.
    fn bump_by(&mut self, count: usize) {
        for _ in 0..count {
            self.bump();
        }
    }

    /// Consumes bytes as long as they are of a kind that no backslash is of.
    fn bump_while(&mut self, is_one: impl Fn(u8) -> bool) {
        loop {
            let rest = self.bytes.get(self.position..).unwrap_or_default();
            let count = rest.iter().position(|&byte| !is_one(byte)).unwrap_or(rest.len());
            if count == 0 {
                return;
            }
            self.end = self.position + count;
            self.position = self.over_splices(self.end);
            if self.position == self.end {
                return;
            }
            self.is_spliced = true;
        }
    }

    /// Consumes what stands before the next of two bytes, one of which is the backslash.
    fn bump_to(&mut self, [first, second]: [u8; 2]) {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        let count = memchr::memchr2(first, second, rest).unwrap_or(rest.len());
        if count > 0 {
            self.end = self.position + count;
            self.position = self.over_splices(self.end);
            self.is_spliced |= self.position != self.end;
        }
    }

    /// Consumes `byte` if it is next.
    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.current() == byte && self.position < self.bytes.len();
        if is_next {
            self.bump();
        }
        is_next
    }

    /// Passes white space and comments (phase 3: each comment is one space); gives the next token's
    /// flags.
    fn skip_white_space(&mut self, mut flags: u8) -> u8 {
        loop {
            match self.current() {
                b'\n' => {
                    flags = LINE_START;
                    self.bump();
                    continue;
                }
                byte if is_space(byte) => self.bump_while(is_space),
                b'/' => match self.second() {
                    b'/' => self.line_comment(),
                    b'*' => self.block_comment(),
                    _ => return flags,
                },
                _ => return flags,
            }
            flags |= SPACE;
        }
    }

    fn line_comment(&mut self) {
        while self.position < self.bytes.len() && self.current() != b'\n' {
            self.bump();
            self.bump_to([b'\n', b'\\']);
        }
    }

    fn block_comment(&mut self) {
        let start = self.position;
        self.bump_by(2);
        let open = self.span(start, self.end);
        while self.position < self.bytes.len() {
            if self.current() == b'*' && self.second() == b'/' {
                self.bump_by(2);
                return;
            }
            self.bump();
            self.bump_to([b'*', b'\\']);
        }
        self.open_comment = Some(open);
    }

    fn token(&mut self, start: usize) -> PpKind {
        let byte = self.current();
        match byte {
            b'"' => self.quoted(b'"', PpKind::String(Encoding::Plain)),
            b'\'' => self.quoted(b'\'', PpKind::Character(Encoding::Plain)),
            b'0'..=b'9' => self.number(),
            b'.' if self.second().is_ascii_digit() => self.number(),
            b'L' | b'u' | b'U' => self.prefixed_literal().unwrap_or_else(|| self.identifier(start)),
            b'<' if self.expects_header_name() => self.header_name(),
            _ if is_identifier_byte(byte) => self.identifier(start),
            _ if self.identifier_escape().is_some() => self.identifier(start),
            _ => match self.punctuator() {
                Some(punctuator) => PpKind::Punctuator(punctuator),
                None => self.stray(),
            },
        }
    }

    /// A character constant or string literal with an encoding prefix (C17 6.4.4.4, 6.4.5).
    fn prefixed_literal(&mut self) -> Option<PpKind> {
        let second_at = self.after(self.position);
        let second = self.byte(second_at);
        let is_utf8 =
            self.current() == b'u' && second == b'8' && self.byte(self.after(second_at)) == b'"';
        let (length, encoding, quote) = match (self.current(), second) {
            _ if is_utf8 => (2, Encoding::Utf8, b'"'),
            (b'L', b'"' | b'\'') => (1, Encoding::Wide, second),
            (b'u', b'"' | b'\'') => (1, Encoding::Utf16, second),
            (b'U', b'"' | b'\'') => (1, Encoding::Utf32, second),
            _ => return None,
        };
        self.bump_by(length);
        let kind = match quote {
            b'"' => PpKind::String(encoding),
            _ => PpKind::Character(encoding),
        };
        Some(self.quoted(quote, kind))
    }

    /// From the opening quote to the closing one, or to where it probably should have been.
    fn quoted(&mut self, quote: u8, kind: PpKind) -> PpKind {
        self.bump();
        while self.position < self.bytes.len() && self.current() != b'\n' {
            match self.current() {
                byte if byte == quote => {
                    self.bump();
                    return kind;
                }
                b'\\' if self.second() != b'\n' => self.bump_by(2),
                _ => self.bump(),
            }
        }
        self.give_back_line_end();
        PpKind::Unterminated
    }

    /// `printf("hello);` most probably lacks a quote before the `)`: what follows is read as code,
    /// so that the parser does not stumble over the same mistake.
    fn give_back_line_end(&mut self) {
        let is_closing = |byte: u8| matches!(byte, b')' | b';' | b',' | b' ' | b'\t' | b'\r');
        let first = self.tokens.last().map_or(0, |token| (token.span.end - self.base) as usize);
        while self.end > first + 1 && is_closing(self.byte(self.end - 1)) {
            self.end -= 1;
        }
        self.position = self.over_splices(self.end);
    }

    /// A preprocessing number (C17 6.4.8).
    fn number(&mut self) -> PpKind {
        loop {
            let byte = self.current();
            if matches!(byte, b'e' | b'E' | b'p' | b'P') && matches!(self.second(), b'+' | b'-') {
                self.bump_by(2);
            } else if is_identifier_byte(byte) || byte == b'.' {
                self.bump();
            } else if byte == b'\'' && is_identifier_byte(self.second()) {
                // C23 6.4.8: a digit separator.
                self.bump_by(2);
            } else if let Some((_, length)) = self.identifier_escape() {
                self.bump_by(length);
            } else {
                return PpKind::Number;
            }
        }
    }

    /// An identifier (C17 6.4.2.1).
    fn identifier(&mut self, start: usize) -> PpKind {
        let mut has_escape = false;
        loop {
            self.bump_while(is_identifier_byte);
            let Some((is_escape, length)) = self.identifier_escape() else { break };
            has_escape |= is_escape;
            self.bump_by(length);
        }
        let raw = self.text.get(start..self.end).unwrap_or("");
        let name = if has_escape {
            self.names.intern(&universal::decode_names(&without_splices(raw)))
        } else if self.is_spliced {
            self.names.intern(&without_splices(raw))
        } else {
            self.names.intern(raw)
        };
        PpKind::Identifier(name)
    }

    /// Whether a letter beyond ASCII is next, plain or as a universal character name: whether it is
    /// the latter, and its length in bytes.
    fn identifier_escape(&self) -> Option<(bool, usize)> {
        match self.current() {
            b'\\' => universal::letter_escape(self.bytes.get(self.position..)?)
                .map(|length| (true, length)),
            0x80.. => {
                let letter = self.text.get(self.position..)?.chars().next()?;
                universal::is_letter(letter).then(|| (false, letter.len_utf8()))
            }
            _ => None,
        }
    }

    /// Whether `#include` or `__has_include (` stands before.
    fn expects_header_name(&self) -> bool {
        let Some((last, before)) = self.tokens.split_last() else { return false };
        let Some(&first) = before.last() else { return false };
        match (first.kind, last.kind) {
            (PpKind::Punctuator(Punctuator::Hash), PpKind::Identifier(name)) => {
                first.has(LINE_START) && matches!(self.names.text(name), "include" | "embed")
            }
            (PpKind::Identifier(name), PpKind::Punctuator(Punctuator::LeftParen)) => {
                self.names.text(name) == "__has_include"
            }
            _ => false,
        }
    }

    /// `<…>` (C17 6.4.7), or only the `<` if the line has no `>`.
    fn header_name(&mut self) -> PpKind {
        let rest = self.bytes.get(self.position..).unwrap_or(&[]);
        let line_end = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
        let close = rest[..line_end].iter().position(|&byte| byte == b'>');
        let Some(close) = close else {
            return self.punctuator().map_or(PpKind::Stray, PpKind::Punctuator);
        };
        self.bump_by(close + 1);
        PpKind::HeaderName
    }

    /// The longest punctuator (C17 6.4.6, 6.4p4).
    fn punctuator(&mut self) -> Option<Punctuator> {
        use Punctuator::*;
        let first = self.current();
        let single = |punctuator| Some((punctuator, 1));
        let double = |punctuator| Some((punctuator, 2));
        let (found, length) = match (first, self.second()) {
            (b'-', b'>') => double(Arrow),
            (b'+', b'+') => double(PlusPlus),
            (b'-', b'-') => double(MinusMinus),
            (b'<', b'<') => double(ShiftLeft),
            (b'>', b'>') => double(ShiftRight),
            (b'<', b'=') => double(LessEqual),
            (b'>', b'=') => double(GreaterEqual),
            (b'=', b'=') => double(EqualEqual),
            (b'!', b'=') => double(NotEqual),
            (b'&', b'&') => double(AmpersandAmpersand),
            (b'|', b'|') => double(PipePipe),
            (b'*', b'=') => double(StarEqual),
            (b'/', b'=') => double(SlashEqual),
            (b'%', b'=') => double(PercentEqual),
            (b'+', b'=') => double(PlusEqual),
            (b'-', b'=') => double(MinusEqual),
            (b'&', b'=') => double(AmpersandEqual),
            (b'^', b'=') => double(CaretEqual),
            (b'|', b'=') => double(PipeEqual),
            (b'#', b'#') => double(HashHash),
            (b'<', b':') => double(LeftBracket),
            (b':', b'>') => double(RightBracket),
            (b'<', b'%') => double(LeftBrace),
            (b'%', b'>') => double(RightBrace),
            (b'%', b':') => double(Hash),
            _ => single_punctuator(first).and_then(single),
        }?;
        self.bump_by(length);
        Some(self.lengthen(found, first))
    }

    /// A third or fourth character, if it makes a longer punctuator.
    fn lengthen(&mut self, found: Punctuator, first: u8) -> Punctuator {
        use Punctuator::*;
        match found {
            ShiftLeft if self.eat(b'=') => ShiftLeftEqual,
            ShiftRight if self.eat(b'=') => ShiftRightEqual,
            Dot if self.current() == b'.' && self.second() == b'.' => {
                self.bump_by(2);
                Ellipsis
            }
            Hash if first == b'%' && self.current() == b'%' && self.second() == b':' => {
                self.bump_by(2);
                HashHash
            }
            _ => found,
        }
    }

    /// A run of characters with which no token begins.
    fn stray(&mut self) -> PpKind {
        let rest = self.text.get(self.position..).unwrap_or("");
        if let Some(length) = curly_literal(rest) {
            self.bump_by(length);
            return PpKind::Stray;
        }
        let first = rest.chars().next();
        self.bump_by(first.map_or(1, char::len_utf8));
        let is_raw = first.is_some_and(source::is_raw);
        let is_like = |next| Some(next) == first || (is_raw && source::is_raw(next));
        while first.is_some_and(|first| !first.is_ascii() || first.is_ascii_control()) {
            let next = self.text.get(self.position..).and_then(|rest| rest.chars().next());
            let Some(next) = next.filter(|&next| is_like(next)) else { break };
            self.bump_by(next.len_utf8());
        }
        PpKind::Stray
    }
}

/// The length of a string or character in the quotes of a word processor, if the text begins with one that ends on its
/// line.
fn curly_literal(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let closing: &[char] = match open {
        '“' | '”' | '„' => &['“', '”', '"'],
        '‘' | '’' => &['‘', '’', '\''],
        _ => return None,
    };
    let line = text.lines().next()?.get(open.len_utf8()..)?;
    let at = line.find(closing)?;
    let close = line[at..].chars().next()?;
    Some(open.len_utf8() + at + close.len_utf8())
}

fn single_punctuator(byte: u8) -> Option<Punctuator> {
    use Punctuator::*;
    Some(match byte {
        b'[' => LeftBracket,
        b']' => RightBracket,
        b'(' => LeftParen,
        b')' => RightParen,
        b'{' => LeftBrace,
        b'}' => RightBrace,
        b'.' => Dot,
        b'&' => Ampersand,
        b'*' => Star,
        b'+' => Plus,
        b'-' => Minus,
        b'~' => Tilde,
        b'!' => Exclamation,
        b'/' => Slash,
        b'%' => Percent,
        b'<' => Less,
        b'>' => Greater,
        b'^' => Caret,
        b'|' => Pipe,
        b'?' => Question,
        b':' => Colon,
        b';' => Semicolon,
        b'=' => Equal,
        b',' => Comma,
        b'#' => Hash,
        _ => return None,
    })
}

/// White space within a line.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\x0b' | b'\x0c')
}

/// Letters, digits, `_`; and `$`, as GCC has it (C17 6.4.2.1p1 allows it).
fn is_identifier_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}
