//! Expressions (C17 6.5): operators, from the comma down to the unary ones.

use source::Span;

use super::{NESTING_MAX, Parsed, Parser, messages};
use crate::ast::{BinaryOperator, Expr, ExprKind, UnaryOperator};
use crate::token::{Keyword, Punctuator, TokenKind};

impl Parser<'_> {
    // expression: assignment-expression | expression , assignment-expression
    pub(super) fn expression(&mut self) -> Parsed<Expr> {
        let start = self.span();
        let mut left = self.assignment()?;
        while self.is_at(Punctuator::Comma) {
            let below = self.height;
            self.advance();
            let right = self.assignment()?;
            left = self.binary_node(ExprKind::Comma, left, right, start, below)?;
        }
        Ok(left)
    }

    // constant-expression: conditional-expression
    pub(super) fn constant_expression(&mut self) -> Parsed<Expr> {
        self.beside(|parser| parser.nested(Self::conditional))
    }

    // assignment-expression: conditional-expression
    //     | unary-expression assignment-operator assignment-expression
    // What stands left of the operator is judged later, where it can be said why it is no lvalue.
    pub(super) fn assignment(&mut self) -> Parsed<Expr> {
        self.nested(|parser| {
            let start = parser.span();
            let left = parser.conditional()?;
            let TokenKind::Punctuator(punctuator) = *parser.peek() else { return Ok(left) };
            let Some(operator) = assignment_operator(punctuator) else { return Ok(left) };
            let below = parser.height;
            parser.advance();
            let right = parser.assignment()?;
            let node = |left, right| ExprKind::Assign(operator, left, right);
            parser.binary_node(node, left, right, start, below)
        })
    }

    // conditional-expression: logical-OR-expression
    //     | logical-OR-expression ? expression? : conditional-expression
    fn conditional(&mut self) -> Parsed<Expr> {
        let start = self.span();
        let condition = self.binary(0)?;
        match self.is_at(Punctuator::Question) {
            true => self.alternatives(condition, start),
            false => Ok(condition),
        }
    }

    /// `? expression : conditional-expression` behind its condition.
    #[inline(never)]
    fn alternatives(&mut self, condition: Expr, start: Span) -> Parsed<Expr> {
        let mut below = self.height;
        self.advance();
        if self.eat(Punctuator::Colon) {
            let otherwise = self.nested(Self::conditional)?;
            let below = below.max(self.height);
            let (condition, otherwise) = (Box::new(condition), Box::new(otherwise));
            return self.node(ExprKind::OrElse(condition, otherwise), start, below);
        }
        let then = self.expression()?;
        below = below.max(self.height);
        self.expect(Punctuator::Colon)?;
        let otherwise = self.nested(Self::conditional)?;
        let below = below.max(self.height);
        let [condition, then, otherwise] = [condition, then, otherwise].map(Box::new);
        self.node(ExprKind::Conditional(condition, then, otherwise), start, below)
    }

    // multiplicative-expression: cast-expression
    //     | multiplicative-expression ( * | / | % ) cast-expression
    // additive-expression:       … ( + | - ) …
    // shift-expression:          … ( << | >> ) …
    // relational-expression:     … ( < | > | <= | >= ) …
    // equality-expression:       … ( == | != ) …
    // AND-expression:            … & …
    // exclusive-OR-expression:   … ^ …
    // inclusive-OR-expression:   … | …
    // logical-AND-expression:    … && …
    // logical-OR-expression:     … || …
    // One function reads all ten: operators that bind at least as tightly as `tightness`.
    fn binary(&mut self, tightness: u8) -> Parsed<Expr> {
        let start = self.span();
        let mut left = self.cast()?;
        loop {
            let TokenKind::Punctuator(punctuator) = *self.peek() else { return Ok(left) };
            let Some((operator, its_tightness)) = binary_operator(punctuator) else {
                return Ok(left);
            };
            if its_tightness < tightness {
                return Ok(left);
            }
            let below = self.height;
            self.advance();
            let right = self.nested(|parser| parser.binary(its_tightness + 1))?;
            let node = |left, right| ExprKind::Binary(operator, left, right);
            left = self.binary_node(node, left, right, start, below)?;
        }
    }

    // cast-expression: unary-expression | ( type-name ) cast-expression
    // A compound literal, `( type-name ) { … }`, is a postfix expression.
    pub(super) fn cast(&mut self) -> Parsed<Expr> {
        match self.is_at(Punctuator::LeftParen) && self.starts_type(1) {
            true => self.cast_or_literal(),
            false => self.unary(),
        }
    }

    #[inline(never)]
    fn cast_or_literal(&mut self) -> Parsed<Expr> {
        let start = self.span();
        let ty = Box::new(self.type_name_in_parens()?);
        let below = self.height;
        if self.is_at(Punctuator::LeftBrace) {
            let literal = self.compound_literal(ty, start, below)?;
            return self.postfix(literal, start);
        }
        let operand = Box::new(self.nested(Self::cast)?);
        let below = below.max(self.height);
        self.node(ExprKind::Cast(ty, operand), start, below)
    }

    // unary-expression: postfix-expression | ++ unary-expression | -- unary-expression
    //     | unary-operator cast-expression | sizeof … | _Alignof ( type-name )
    // unary-operator: & | * | + | - | ~ | ! | __real__ | __imag__
    fn unary(&mut self) -> Parsed<Expr> {
        match *self.peek() {
            TokenKind::Keyword(Keyword::Sizeof) => self.sizeof(),
            TokenKind::Keyword(Keyword::Alignof) => self.alignof(),
            TokenKind::Keyword(Keyword::RealPart) => self.prefixed(UnaryOperator::RealPart),
            TokenKind::Keyword(Keyword::ImaginaryPart) => {
                self.prefixed(UnaryOperator::ImaginaryPart)
            }
            TokenKind::Punctuator(Punctuator::AmpersandAmpersand)
                if self.peek_name(1).is_some() =>
            {
                self.label_address()
            }
            TokenKind::Punctuator(punctuator) => match unary_operator(punctuator) {
                Some(operator) => self.prefixed(operator),
                None => self.postfix_expression(),
            },
            _ => self.postfix_expression(),
        }
    }

    // && identifier
    #[inline(never)]
    fn label_address(&mut self) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        match self.eat_identifier() {
            Some(label) => self.node(ExprKind::LabelAddress(label), start, 0),
            None => self.unexpected_name("the name of a label"),
        }
    }

    #[inline(never)]
    fn prefixed(&mut self, operator: UnaryOperator) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        let operand = self.nested(|parser| match operator {
            UnaryOperator::PreIncrement | UnaryOperator::PreDecrement => parser.unary(),
            _ => parser.cast(),
        })?;
        self.node(ExprKind::Unary(operator, Box::new(operand)), start, self.height)
    }

    // sizeof unary-expression | sizeof ( type-name )
    #[inline(never)]
    fn sizeof(&mut self) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        if !self.is_at(Punctuator::LeftParen) || !self.starts_type(1) {
            let operand = self.nested(Self::unary)?;
            return self.node(ExprKind::SizeofExpr(Box::new(operand)), start, self.height);
        }
        let operand_start = self.span();
        let ty = Box::new(self.type_name_in_parens()?);
        if !self.is_at(Punctuator::LeftBrace) {
            return self.node(ExprKind::SizeofType(ty), start, self.height);
        }
        let literal = self.compound_literal(ty, operand_start, self.height)?;
        let operand = self.postfix(literal, operand_start)?;
        self.node(ExprKind::SizeofExpr(Box::new(operand)), start, self.height)
    }

    // _Alignof ( type-name ) | _Alignof unary-expression
    #[inline(never)]
    fn alignof(&mut self) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        if !self.is_at(Punctuator::LeftParen) || !self.starts_type(1) {
            let operand = self.nested(Self::unary)?;
            return self.node(ExprKind::AlignofExpr(Box::new(operand)), start, self.height);
        }
        let ty = Box::new(self.type_name_in_parens()?);
        self.node(ExprKind::AlignofType(ty), start, self.height)
    }

    /// A node over two operands, the left one of height `left_height`.
    fn binary_node(
        &mut self,
        kind: impl FnOnce(Box<Expr>, Box<Expr>) -> ExprKind,
        left: Expr,
        right: Expr,
        start: Span,
        left_height: usize,
    ) -> Parsed<Expr> {
        let below = left_height.max(self.height);
        self.node(kind(Box::new(left), Box::new(right)), start, below)
    }

    /// A node from `start` to the last token that was read, over operands of height `below`.
    pub(super) fn node(&mut self, kind: ExprKind, start: Span, below: usize) -> Parsed<Expr> {
        self.height = below + 1;
        if self.depth + self.height > NESTING_MAX {
            return self.stop_at(messages::too_long_expression(self.since(start), NESTING_MAX));
        }
        Ok(Expr { kind, span: self.since(start) })
    }

    /// Parses something that stands beside what was parsed before, under the same node.
    pub(super) fn beside<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let before = self.height;
        let parsed = parse(self)?;
        self.height = self.height.max(before);
        Ok(parsed)
    }
}

// assignment-operator: = | *= | /= | %= | += | -= | <<= | >>= | &= | ^= | |=
fn assignment_operator(punctuator: Punctuator) -> Option<Option<BinaryOperator>> {
    Some(Some(match punctuator {
        Punctuator::Equal => return Some(None),
        Punctuator::StarEqual => BinaryOperator::Multiply,
        Punctuator::SlashEqual => BinaryOperator::Divide,
        Punctuator::PercentEqual => BinaryOperator::Remainder,
        Punctuator::PlusEqual => BinaryOperator::Add,
        Punctuator::MinusEqual => BinaryOperator::Subtract,
        Punctuator::ShiftLeftEqual => BinaryOperator::ShiftLeft,
        Punctuator::ShiftRightEqual => BinaryOperator::ShiftRight,
        Punctuator::AmpersandEqual => BinaryOperator::BitAnd,
        Punctuator::CaretEqual => BinaryOperator::BitXor,
        Punctuator::PipeEqual => BinaryOperator::BitOr,
        _ => return None,
    }))
}

/// The operator, and how tightly it binds.
fn binary_operator(punctuator: Punctuator) -> Option<(BinaryOperator, u8)> {
    Some(match punctuator {
        Punctuator::PipePipe => (BinaryOperator::LogicalOr, 1),
        Punctuator::AmpersandAmpersand => (BinaryOperator::LogicalAnd, 2),
        Punctuator::Pipe => (BinaryOperator::BitOr, 3),
        Punctuator::Caret => (BinaryOperator::BitXor, 4),
        Punctuator::Ampersand => (BinaryOperator::BitAnd, 5),
        Punctuator::EqualEqual => (BinaryOperator::Equal, 6),
        Punctuator::NotEqual => (BinaryOperator::NotEqual, 6),
        Punctuator::Less => (BinaryOperator::Less, 7),
        Punctuator::Greater => (BinaryOperator::Greater, 7),
        Punctuator::LessEqual => (BinaryOperator::LessEqual, 7),
        Punctuator::GreaterEqual => (BinaryOperator::GreaterEqual, 7),
        Punctuator::ShiftLeft => (BinaryOperator::ShiftLeft, 8),
        Punctuator::ShiftRight => (BinaryOperator::ShiftRight, 8),
        Punctuator::Plus => (BinaryOperator::Add, 9),
        Punctuator::Minus => (BinaryOperator::Subtract, 9),
        Punctuator::Star => (BinaryOperator::Multiply, 10),
        Punctuator::Slash => (BinaryOperator::Divide, 10),
        Punctuator::Percent => (BinaryOperator::Remainder, 10),
        _ => return None,
    })
}

fn unary_operator(punctuator: Punctuator) -> Option<UnaryOperator> {
    Some(match punctuator {
        Punctuator::PlusPlus => UnaryOperator::PreIncrement,
        Punctuator::MinusMinus => UnaryOperator::PreDecrement,
        Punctuator::Ampersand => UnaryOperator::AddressOf,
        Punctuator::Star => UnaryOperator::Dereference,
        Punctuator::Plus => UnaryOperator::Plus,
        Punctuator::Minus => UnaryOperator::Minus,
        Punctuator::Tilde => UnaryOperator::BitNot,
        Punctuator::Exclamation => UnaryOperator::LogicalNot,
        _ => return None,
    })
}
