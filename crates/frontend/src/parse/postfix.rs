//! Primary and postfix expressions (C17 6.5.1, 6.5.2), and the operators that are spelled like
//! functions.

use source::Span;

use super::{Failed, Parsed, Parser, messages};
use crate::Name;
use crate::ast::{Designator, Expr, ExprKind, Identifier, TypeName, TypeSpecifier, UnaryOperator};
use crate::token::{Keyword, Punctuator, TokenKind};

use Punctuator::{Colon, Comma, Dot, LeftBrace, LeftBracket, LeftParen, RightBracket, RightParen};

impl Parser<'_> {
    // postfix-expression: primary-expression | …
    pub(super) fn postfix_expression(&mut self) -> Parsed<Expr> {
        let start = self.span();
        let primary = self.primary()?;
        self.postfix(primary, start)
    }

    // postfix-expression: postfix-expression [ expression ]
    //     | postfix-expression ( argument-expression-list? )
    //     | postfix-expression . identifier | postfix-expression -> identifier
    //     | postfix-expression ++ | postfix-expression --
    pub(super) fn postfix(&mut self, mut operand: Expr, start: Span) -> Parsed<Expr> {
        loop {
            let mut below = self.height;
            let open = self.span();
            let TokenKind::Punctuator(punctuator) = *self.peek() else { return Ok(operand) };
            let kind = match punctuator {
                LeftBracket => {
                    self.advance();
                    let index = self.beside(|parser| parser.closed(open, RightBracket))?;
                    below = self.height;
                    ExprKind::Index(Box::new(operand), Box::new(index))
                }
                LeftParen => {
                    let arguments = self.arguments()?;
                    below = below.max(self.height);
                    ExprKind::Call(Box::new(operand), arguments)
                }
                Dot => {
                    self.advance();
                    ExprKind::Member(Box::new(operand), self.member_name()?)
                }
                Punctuator::Arrow => {
                    self.advance();
                    ExprKind::Arrow(Box::new(operand), self.member_name()?)
                }
                Punctuator::PlusPlus => self.postfix_step(UnaryOperator::PostIncrement, operand),
                Punctuator::MinusMinus => self.postfix_step(UnaryOperator::PostDecrement, operand),
                _ => return Ok(operand),
            };
            operand = self.node(kind, start, below)?;
        }
    }

    fn postfix_step(&mut self, operator: UnaryOperator, operand: Expr) -> ExprKind {
        self.advance();
        ExprKind::Unary(operator, Box::new(operand))
    }

    pub(super) fn member_name(&mut self) -> Parsed<Identifier> {
        match self.eat_identifier() {
            Some(name) => Ok(name),
            None => self.unexpected_name("the name of a member"),
        }
    }

    // argument-expression-list: assignment-expression
    //     | argument-expression-list , assignment-expression
    fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        let open = self.span();
        self.advance();
        let mut arguments = vec![];
        self.height = 0;
        if !self.is_at(RightParen) {
            loop {
                arguments.push(self.beside(Self::assignment)?);
                if !self.eat(Comma) {
                    break;
                }
            }
        }
        self.close_list(RightParen, open)?;
        Ok(arguments)
    }

    /// An expression and the bracket behind it.
    fn closed(&mut self, open: Span, closing: Punctuator) -> Parsed<Expr> {
        let inner = self.expression()?;
        self.close(closing, open)?;
        Ok(inner)
    }

    /// `( expression )` of a statement. When the expression cannot be read it becomes an error
    /// node, and the statement goes on behind the parentheses.
    pub(super) fn condition(&mut self, statement: &str) -> Parsed<Expr> {
        let open = self.span();
        if !self.eat(LeftParen) {
            self.report(messages::missing_parentheses(open, statement));
            let condition = self.expression()?;
            self.eat(RightParen);
            return Ok(condition);
        }
        match self.expression() {
            Ok(condition) => self.close(RightParen, open).map(|()| condition),
            Err(Failed) => {
                self.skip_to_closing(RightParen);
                Ok(Expr { kind: ExprKind::Error, span: self.since(open) })
            }
        }
    }

    // primary-expression: identifier | constant | string-literal | ( expression )
    //     | generic-selection
    fn primary(&mut self) -> Parsed<Expr> {
        match self.peek() {
            TokenKind::Punctuator(LeftParen) => self.parenthesized(),
            TokenKind::Keyword(keyword) => self.keyword_primary(*keyword),
            _ => self.leaf(),
        }
    }

    // primary-expression: identifier | constant | string-literal
    #[inline(never)]
    fn leaf(&mut self) -> Parsed<Expr> {
        let start = self.span();
        let kind = match self.peek() {
            TokenKind::Identifier(name) => ExprKind::Name(*name),
            TokenKind::Integer(constant) => ExprKind::Integer(*constant),
            TokenKind::Floating(constant) => ExprKind::Floating(constant.clone()),
            TokenKind::Character(constant) => ExprKind::Character(*constant),
            TokenKind::String(literal) => ExprKind::String(literal.clone()),
            _ => return self.unexpected("an expression"),
        };
        self.advance();
        self.node(kind, start, 0)
    }

    // ( expression )
    fn parenthesized(&mut self) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        if self.is_at(LeftBrace) {
            return self.statement_expression(start);
        }
        let inner = self.closed(start, RightParen)?;
        let below = self.height;
        if let ExprKind::Name(name) = inner.kind
            && self.is_cast_of_unknown_type(name)
        {
            return self.cast_to_unknown_type(name, inner.span, start);
        }
        self.node(ExprKind::Paren(Box::new(inner)), start, below)
    }

    // ( compound-statement )
    #[inline(never)]
    fn statement_expression(&mut self, start: Span) -> Parsed<Expr> {
        let statement_start = self.statement_start.take();
        let block = self.nested(Self::compound)?;
        self.statement_start = statement_start;
        self.close(RightParen, start)?;
        self.node(ExprKind::Statement(block), start, 0)
    }

    /// Whether what follows `(name)` can only be the operand of a cast.
    fn is_cast_of_unknown_type(&self, name: Name) -> bool {
        let is_operand = matches!(
            self.peek(),
            TokenKind::Identifier(_)
                | TokenKind::Integer(_)
                | TokenKind::Floating(_)
                | TokenKind::Character(_)
                | TokenKind::String(_)
        );
        is_operand && !self.scopes.is_declared(name)
    }

    #[inline(never)]
    fn cast_to_unknown_type(&mut self, name: Name, place: Span, start: Span) -> Parsed<Expr> {
        let help = self.unknown_type_help(name);
        let message = messages::unknown_type(place, self.names.text(name), help);
        self.report(message);
        let mut specifiers = super::specifiers::empty(place);
        specifiers.types.push((TypeSpecifier::Error, place));
        specifiers.span = place;
        let declarator = self.no_declarator();
        let ty = Box::new(TypeName { specifiers, declarator, span: place });
        let operand = Box::new(self.nested(Self::cast)?);
        self.node(ExprKind::Cast(ty, operand), start, self.height)
    }

    #[inline(never)]
    fn keyword_primary(&mut self, keyword: Keyword) -> Parsed<Expr> {
        let start = self.span();
        match keyword {
            Keyword::Generic => self.generic(),
            Keyword::True | Keyword::False => {
                self.advance();
                self.node(ExprKind::Bool(keyword == Keyword::True), start, 0)
            }
            Keyword::Nullptr => {
                self.advance();
                self.node(ExprKind::Nullptr, start, 0)
            }
            Keyword::Asm => self.fail(messages::inline_assembly(start)),
            Keyword::BuiltinVaStart
            | Keyword::BuiltinVaArg
            | Keyword::BuiltinVaEnd
            | Keyword::BuiltinVaCopy
            | Keyword::BuiltinChooseExpr
            | Keyword::BuiltinTypesCompatible
            | Keyword::BuiltinOffsetof => self.builtin(keyword),
            _ if keyword.is_type_word() => {
                self.fail(messages::type_as_expression(start, keyword.spelling()))
            }
            _ => self.unexpected("an expression"),
        }
    }

    // generic-selection: _Generic ( assignment-expression , generic-assoc-list )
    // generic-assoc-list: generic-association | generic-assoc-list , generic-association
    // generic-association: type-name : assignment-expression | default : assignment-expression
    fn generic(&mut self) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        let open = self.span();
        self.expect(LeftParen)?;
        let controlling = Box::new(self.assignment()?);
        let mut below = self.height;
        let mut associations = vec![];
        while self.eat(Comma) {
            let ty = match self.eat_keyword(Keyword::Default) {
                true => None,
                false => Some(self.nested(Self::type_name)?),
            };
            below = below.max(self.height);
            self.expect(Colon)?;
            let value = self.assignment()?;
            below = below.max(self.height);
            associations.push((ty, value));
        }
        if associations.is_empty() {
            return self.unexpected("`,` and the associations of `_Generic`");
        }
        self.close(RightParen, open)?;
        self.node(ExprKind::Generic(controlling, associations), start, below)
    }

    // compound literal: ( type-name ) { initializer-list ,? }
    pub(super) fn compound_literal(
        &mut self,
        ty: Box<TypeName>,
        start: Span,
        below: usize,
    ) -> Parsed<Expr> {
        self.height = below;
        let list = Box::new(self.nested(Self::initializer_list)?);
        self.node(ExprKind::CompoundLiteral(ty, list), start, self.height)
    }

    // __builtin_va_start ( assignment-expression , assignment-expression )
    // __builtin_va_arg ( assignment-expression , type-name )
    // __builtin_va_end ( assignment-expression )
    // __builtin_va_copy ( assignment-expression , assignment-expression )
    // __builtin_offsetof ( type-name , member-designator )
    // __builtin_choose_expr ( constant , then , otherwise )
    // __builtin_types_compatible_p ( type-name , type-name )
    fn builtin(&mut self, keyword: Keyword) -> Parsed<Expr> {
        let start = self.span();
        self.advance();
        let open = self.span();
        self.expect(LeftParen)?;
        self.height = 0;
        let kind = match keyword {
            Keyword::BuiltinOffsetof => self.offsetof()?,
            Keyword::BuiltinChooseExpr => self.choose_expression()?,
            Keyword::BuiltinTypesCompatible => {
                let first = Box::new(self.nested(Self::type_name)?);
                self.expect(Comma)?;
                ExprKind::TypesCompatible(first, Box::new(self.nested(Self::type_name)?))
            }
            _ => {
                let list = Box::new(self.beside(Self::assignment)?);
                self.va_operator(keyword, list)?
            }
        };
        self.close(RightParen, open)?;
        self.node(kind, start, self.height)
    }

    fn va_operator(&mut self, keyword: Keyword, list: Box<Expr>) -> Parsed<ExprKind> {
        match keyword {
            Keyword::BuiltinVaEnd => return Ok(ExprKind::VaEnd(list)),
            Keyword::BuiltinVaStart if self.is_at(RightParen) => {
                return Ok(ExprKind::VaStart(list, None));
            }
            _ => self.expect(Comma)?,
        }
        Ok(match keyword {
            Keyword::BuiltinVaStart => {
                ExprKind::VaStart(list, Some(Box::new(self.beside(Self::assignment)?)))
            }
            Keyword::BuiltinVaArg => {
                let ty = self.beside(|parser| parser.nested(Self::type_name))?;
                ExprKind::VaArg(list, Box::new(ty))
            }
            _ => ExprKind::VaCopy(list, Box::new(self.beside(Self::assignment)?)),
        })
    }

    // assignment-expression , assignment-expression , assignment-expression
    fn choose_expression(&mut self) -> Parsed<ExprKind> {
        let condition = Box::new(self.beside(Self::assignment)?);
        self.expect(Comma)?;
        let then = Box::new(self.beside(Self::assignment)?);
        self.expect(Comma)?;
        Ok(ExprKind::Choose(condition, then, Box::new(self.beside(Self::assignment)?)))
    }

    // member-designator: identifier ( . identifier | [ expression ] )*
    fn offsetof(&mut self) -> Parsed<ExprKind> {
        let ty = Box::new(self.nested(Self::type_name)?);
        self.expect(Comma)?;
        let mut designators = vec![Designator::Member(self.member_name()?)];
        while self.is_at_any(&[Dot, LeftBracket]) {
            self.check_nesting(designators.len() + 1)?;
            designators.push(self.designator()?);
        }
        Ok(ExprKind::Offsetof(ty, designators))
    }
}
