//! `#if` expressions (C17 6.10.1): `defined`, `__has_include`, and arithmetic in `intmax_t` and
//! `uintmax_t`.

use source::{Diagnostic, Span};

use super::include::NotFound;
use super::literal::{Number, Spelled};
use super::pp_token::{PpKind, PpToken, SPLICED};
use super::reader::Line;
use super::{CONDITION_NESTING_MAX, Preprocessor, characters, literal, messages};
use crate::token::{IntegerConstantType, Keyword, Punctuator};

/// A value of type `intmax_t` or `uintmax_t` (C17 6.10.1p4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Value {
    bits: u64,
    is_unsigned: bool,
}

impl Value {
    fn signed(value: i64) -> Value {
        Value { bits: value as u64, is_unsigned: false }
    }

    fn truth(holds: bool) -> Value {
        Value::signed(i64::from(holds))
    }

    fn is_true(self) -> bool {
        self.bits != 0
    }
}

impl Preprocessor<'_> {
    /// Whether the condition of an `#if` or `#elif` holds. One that cannot be evaluated does not.
    pub(super) fn condition(&mut self, line: &Line) -> bool {
        let span = line.span();
        let rest = line.tokens().get(1..).unwrap_or(&[]);
        if rest.is_empty() {
            self.report(messages::condition_expected(span));
            return false;
        }
        let outer_use = std::mem::replace(&mut self.use_span, span);
        let tokens = self.expand_condition(rest, span);
        self.use_span = outer_use;
        let result = tokens.and_then(|tokens| {
            let mut evaluator =
                Evaluator { preprocessor: self, tokens: &tokens, at: 0, depth: 0, directive: span };
            evaluator.whole()
        });
        match result {
            Ok(value) => value.is_true(),
            Err(diagnostic) => {
                self.report(*diagnostic);
                false
            }
        }
    }

    /// Replaces `defined`, `__has_include` and macros.
    fn expand_condition(
        &mut self,
        tokens: &[PpToken],
        directive: Span,
    ) -> Result<Vec<PpToken>, Box<Diagnostic>> {
        let outer = self.begin_list(tokens.to_vec());
        let mut expanded = Vec::new();
        let result = loop {
            let token = self.next_expanded();
            let answer = match token.kind {
                PpKind::End => break Ok(expanded),
                PpKind::Identifier(name) if name == self.known.defined => self.defined(token),
                PpKind::Identifier(name) if name == self.known.has_include => {
                    self.has_include(token, directive)
                }
                _ => {
                    expanded.push(token);
                    continue;
                }
            };
            match answer {
                Ok(holds) => {
                    let place = self.place(token);
                    let text = if holds { "1" } else { "0" };
                    expanded.push(self.made(PpKind::Number, text, place).spaced_like(token));
                }
                Err(diagnostic) => break Err(diagnostic),
            }
        };
        self.end_list(outer);
        result
    }

    /// What follows `defined`: an identifier, or one in parentheses (C17 6.10.1p1).
    fn defined(&mut self, operator: PpToken) -> Result<bool, Box<Diagnostic>> {
        let place = self.place(operator);
        let first = self.next_raw();
        let has_paren = first.is(Punctuator::LeftParen);
        let operand = if has_paren { self.next_raw() } else { first };
        let PpKind::Identifier(name) = operand.kind else {
            return Err(messages::defined_operand(place).into());
        };
        if has_paren && !self.next_raw().is(Punctuator::RightParen) {
            return Err(
                messages::defined_paren(self.place(operand).after(), self.place(first)).into()
            );
        }
        Ok(self.is_defined(name))
    }

    /// What follows `__has_include`: a header in parentheses.
    fn has_include(&mut self, operator: PpToken, directive: Span) -> Result<bool, Box<Diagnostic>> {
        let place = self.place(operator);
        if !self.next_raw().is(Punctuator::LeftParen) {
            return Err(messages::has_include_operand(place).into());
        }
        let mut tokens = Vec::new();
        loop {
            let token = self.next_expanded();
            match token.kind {
                PpKind::Punctuator(Punctuator::RightParen) => break,
                PpKind::End => return Err(messages::has_include_operand(place).into()),
                _ => tokens.push(token),
            }
        }
        let header = self.header(&tokens, place);
        let header = header.ok_or_else(|| messages::has_include_operand(place))?;
        let found = self.find_header(&header, directive.file);
        Ok(!matches!(found, Err(NotFound::Nowhere(_) | NotFound::Unreadable(..))))
    }
}

struct Evaluator<'a, 'p> {
    preprocessor: &'a Preprocessor<'p>,
    tokens: &'a [PpToken],
    at: usize,
    depth: usize,
    directive: Span,
}

impl Evaluator<'_, '_> {
    fn whole(&mut self) -> Result<Value, Box<Diagnostic>> {
        if self.tokens.is_empty() {
            return Err(messages::condition_expands_to_nothing(self.directive).into());
        }
        let value = self.conditional(true)?;
        match self.peek() {
            None => Ok(value),
            Some(token) => Err(self.unexpected_after_operand(token).into()),
        }
    }

    fn peek(&self) -> Option<PpToken> {
        self.tokens.get(self.at).copied()
    }

    fn eat(&mut self, punctuator: Punctuator) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is(punctuator));
        self.at += usize::from(is_next);
        is_next
    }

    /// Where to show a token: itself if it stands in the directive, else the directive.
    fn shown(&self, token: PpToken) -> Span {
        let place = self.preprocessor.place(token);
        let line = self.directive;
        let is_inside =
            place.file == line.file && place.start >= line.start && place.end <= line.end;
        if is_inside { place } else { line }
    }

    fn text(&self, token: PpToken) -> String {
        self.preprocessor.spelling(token).into_owned()
    }

    fn unexpected_after_operand(&self, token: PpToken) -> Diagnostic {
        let text = self.text(token);
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).copied();
        match before {
            Some(PpToken { kind: PpKind::Identifier(_), .. })
                if token.is(Punctuator::LeftParen) =>
            {
                let name = before.map_or(String::new(), |name| self.text(name));
                let place = before.map_or(self.directive, |name| self.shown(name));
                messages::condition_call(place, &name)
            }
            _ if token.is(Punctuator::Equal) => messages::condition_assignment(self.shown(token)),
            _ if token.is(Punctuator::RightParen) => messages::condition_close(self.shown(token)),
            _ => messages::condition_operator_expected(self.shown(token), &text),
        }
    }

    /// Runs one level deeper; nesting has a limit.
    fn deeper(
        &mut self,
        level: impl FnOnce(&mut Self) -> Result<Value, Box<Diagnostic>>,
    ) -> Result<Value, Box<Diagnostic>> {
        if self.depth == CONDITION_NESTING_MAX {
            return Err(messages::condition_too_deep(self.directive, CONDITION_NESTING_MAX).into());
        }
        self.depth += 1;
        let result = level(self);
        self.depth -= 1;
        result
    }

    // conditional-expression:
    //     logical-OR-expression
    //     logical-OR-expression ? expression : conditional-expression
    // What is not live is not evaluated: it may divide by zero.
    fn conditional(&mut self, is_live: bool) -> Result<Value, Box<Diagnostic>> {
        self.deeper(|this| {
            let condition = this.binary(1, is_live)?;
            if !this.eat(Punctuator::Question) {
                return Ok(condition);
            }
            let then = this.conditional(is_live && condition.is_true())?;
            if !this.eat(Punctuator::Colon) {
                return Err(messages::condition_colon(this.directive).into());
            }
            let otherwise = this.conditional(is_live && !condition.is_true())?;
            let bits = if condition.is_true() { then.bits } else { otherwise.bits };
            Ok(Value { bits, is_unsigned: then.is_unsigned || otherwise.is_unsigned })
        })
    }

    // The binary operators from logical-OR-expression to multiplicative-expression, by precedence.
    fn binary(&mut self, least: u8, is_live: bool) -> Result<Value, Box<Diagnostic>> {
        let mut left = self.unary(is_live)?;
        while let Some(token) = self.peek()
            && let PpKind::Punctuator(operator) = token.kind
            && let Some(precedence) = precedence(operator)
            && precedence >= least
        {
            self.at += 1;
            let needs_right = match operator {
                Punctuator::AmpersandAmpersand => left.is_true(),
                Punctuator::PipePipe => !left.is_true(),
                _ => true,
            };
            let right = self.binary(precedence + 1, is_live && needs_right)?;
            let is_division = matches!(operator, Punctuator::Slash | Punctuator::Percent);
            if is_division && is_live && !right.is_true() {
                return Err(messages::condition_division(self.shown(token)).into());
            }
            left = apply(operator, left, right);
        }
        Ok(left)
    }

    // unary-expression:
    //     primary-expression
    //     one of + - ~ !  unary-expression
    fn unary(&mut self, is_live: bool) -> Result<Value, Box<Diagnostic>> {
        for operator in [Punctuator::Plus, Punctuator::Minus, Punctuator::Tilde] {
            if self.eat(operator) {
                let value = self.deeper(|this| this.unary(is_live))?;
                let bits = match operator {
                    Punctuator::Minus => value.bits.wrapping_neg(),
                    Punctuator::Tilde => !value.bits,
                    _ => value.bits,
                };
                return Ok(Value { bits, ..value });
            }
        }
        if self.eat(Punctuator::Exclamation) {
            return Ok(Value::truth(!self.deeper(|this| this.unary(is_live))?.is_true()));
        }
        self.primary(is_live)
    }

    // primary-expression:
    //     identifier        (its value is 0)
    //     constant
    //     ( expression )
    fn primary(&mut self, is_live: bool) -> Result<Value, Box<Diagnostic>> {
        let Some(token) = self.peek() else {
            return Err(messages::condition_operand_expected(self.directive.after()).into());
        };
        self.at += 1;
        match token.kind {
            // C23 6.10.2p14: `true` is no other identifier.
            PpKind::Identifier(name) => {
                let keyword = self.preprocessor.known.keyword(name);
                Ok(Value::truth(keyword == Some(Keyword::True)))
            }
            PpKind::Number => self.number(token),
            PpKind::Character(encoding) => {
                let text = self.preprocessor.spelling(token);
                let constant = characters::character(self.spelled(&text, token), encoding)?.0;
                Ok(Value::signed(constant.value.into()))
            }
            PpKind::Punctuator(Punctuator::LeftParen) => {
                let value = self.conditional(is_live)?;
                match self.peek() {
                    _ if self.eat(Punctuator::RightParen) => Ok(value),
                    Some(next) => Err(self.unexpected_after_operand(next).into()),
                    None => Err(messages::condition_open_paren(self.shown(token)).into()),
                }
            }
            PpKind::String(_) => Err(messages::condition_string(self.shown(token)).into()),
            _ => {
                let text = self.text(token);
                Err(messages::condition_operand_wrong(self.shown(token), &text).into())
            }
        }
    }

    fn spelled<'t>(&self, text: &'t str, token: PpToken) -> Spelled<'t> {
        let span = self.shown(token);
        Spelled { text, span, is_exact: span == token.span && !token.has(SPLICED) }
    }

    fn number(&self, token: PpToken) -> Result<Value, Box<Diagnostic>> {
        let text = self.preprocessor.spelling(token);
        match literal::number(self.spelled(&text, token))? {
            Number::Integer(constant, _) if !constant.is_imaginary => {
                use IntegerConstantType::*;
                // Every type is as wide as intmax_t here: what is unsigned only for being wider
                // than int is not.
                let has_suffix = text.contains(['u', 'U']);
                let is_unsigned = has_suffix
                    || constant.value > i64::MAX as u64
                        && matches!(constant.kind, UnsignedLong | UnsignedLongLong);
                Ok(Value { bits: constant.value, is_unsigned })
            }
            Number::Integer(..) | Number::Floating(_) => {
                Err(messages::condition_floating(self.shown(token), &text).into())
            }
        }
    }
}

/// How strongly a binary operator binds; the comma is not one (C17 6.6p3).
fn precedence(operator: Punctuator) -> Option<u8> {
    use Punctuator::*;
    Some(match operator {
        PipePipe => 1,
        AmpersandAmpersand => 2,
        Pipe => 3,
        Caret => 4,
        Ampersand => 5,
        EqualEqual | NotEqual => 6,
        Less | Greater | LessEqual | GreaterEqual => 7,
        ShiftLeft | ShiftRight => 8,
        Plus | Minus => 9,
        Star | Slash | Percent => 10,
        _ => return None,
    })
}

/// The value of a binary operator. A divisor of zero is only met where nothing is evaluated.
fn apply(operator: Punctuator, left: Value, right: Value) -> Value {
    use Punctuator::*;
    let is_unsigned = left.is_unsigned || right.is_unsigned;
    let (a, b) = (left.bits, right.bits);
    let (signed_a, signed_b) = (a as i64, b as i64);
    let less = if is_unsigned { a < b } else { signed_a < signed_b };
    let bits = match operator {
        PipePipe => return Value::truth(a != 0 || b != 0),
        AmpersandAmpersand => return Value::truth(a != 0 && b != 0),
        EqualEqual => return Value::truth(a == b),
        NotEqual => return Value::truth(a != b),
        Less => return Value::truth(less),
        GreaterEqual => return Value::truth(!less),
        Greater => return Value::truth(!less && a != b),
        LessEqual => return Value::truth(less || a == b),
        ShiftLeft => return shift(left, right, true),
        ShiftRight => return shift(left, right, false),
        Pipe => a | b,
        Caret => a ^ b,
        Ampersand => a & b,
        Plus => a.wrapping_add(b),
        Minus => a.wrapping_sub(b),
        Star => a.wrapping_mul(b),
        Slash if is_unsigned => a.checked_div(b).unwrap_or(0),
        Slash if b == 0 => 0,
        Slash => signed_a.wrapping_div(signed_b) as u64,
        Percent if is_unsigned => a.checked_rem(b).unwrap_or(0),
        Percent if b == 0 => 0,
        _ => signed_a.wrapping_rem(signed_b) as u64,
    };
    Value { bits, is_unsigned }
}

/// A shift; as in GCC, by a negative count it goes the other way, and by a large one all bits go.
fn shift(left: Value, right: Value, to_left: bool) -> Value {
    let is_negative = !right.is_unsigned && (right.bits as i64) < 0;
    let count = if is_negative { right.bits.wrapping_neg() } else { right.bits };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let bits = if to_left != is_negative {
        left.bits.checked_shl(count).unwrap_or(0)
    } else if left.is_unsigned {
        left.bits.checked_shr(count).unwrap_or(0)
    } else {
        ((left.bits as i64) >> count.min(63)) as u64
    };
    Value { bits, ..left }
}
