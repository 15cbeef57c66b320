//! Statements (C17 6.8).

use source::Span;

use super::{Failed, Parsed, Parser, messages};
use crate::ast::{BlockItem, CompoundStatement, Expr, Identifier, Statement, StatementKind};
use crate::token::{Keyword, Punctuator, TokenKind};

use Punctuator::{Colon, Ellipsis, LeftBrace, LeftParen, RightBrace, RightParen, Semicolon};

/// How far behind a `;` that ends an `if` its `else` is looked for, in tokens.
const ELSE_DISTANCE: usize = 200;

impl Parser<'_> {
    // compound-statement: { block-item-list? }
    // block-item-list: block-item | block-item-list block-item
    /// The braces, without a scope of their own: that of a function body begins with its
    /// parameters.
    pub(super) fn block(&mut self) -> Parsed<CompoundStatement> {
        let open = self.span();
        self.expect(LeftBrace)?;
        let mut items = vec![];
        while !self.eat(RightBrace) {
            if self.is_at_end() {
                if !std::mem::replace(&mut self.is_brace_missing, true) {
                    self.report(messages::never_closed(open, "{"));
                }
                break;
            }
            let start = self.at;
            let start_span = self.span();
            match self.block_item() {
                Ok(item) => items.push(item),
                Err(Failed) => items.push(self.skip_item(start, start_span)),
            }
        }
        Ok(CompoundStatement { items, span: self.since(open) })
    }

    /// Goes on at the next block item, at least one token further than `start` unless the block
    /// ends.
    fn skip_item(&mut self, start: usize, start_span: Span) -> BlockItem {
        self.statement_start = None;
        self.skip_statement();
        self.eat_keyword(Keyword::Else);
        if self.at == start && !self.is_at(RightBrace) {
            self.advance();
        }
        self.note_unread(start);
        let span = self.since(start_span);
        BlockItem::Statement(Statement { kind: StatementKind::Error, span })
    }

    // block-item: declaration | statement
    fn block_item(&mut self) -> Parsed<BlockItem> {
        if self.eat_keyword(Keyword::LocalLabel) {
            return self.local_labels().map(BlockItem::LocalLabels);
        }
        let start = self.span();
        if self.attribute_statement()? {
            let kind = StatementKind::Expr(None);
            return Ok(BlockItem::Statement(Statement { kind, span: self.since(start) }));
        }
        if self.starts_declaration() {
            return self.declaration().map(BlockItem::Declaration);
        }
        self.statement().map(BlockItem::Statement)
    }

    // label-declaration: __label__ identifier-list ;
    fn local_labels(&mut self) -> Parsed<Vec<Identifier>> {
        let mut labels = vec![];
        loop {
            match self.eat_identifier() {
                Some(label) => labels.push(label),
                None => return self.unexpected_name("the name of a label"),
            }
            if !self.eat(Punctuator::Comma) {
                break;
            }
        }
        self.semicolon("a declaration of labels")?;
        Ok(labels)
    }

    pub(super) fn compound(&mut self) -> Parsed<CompoundStatement> {
        self.scopes.open();
        let block = self.block();
        self.scopes.close();
        block
    }

    // statement: labeled-statement | compound-statement | expression-statement
    //     | selection-statement | iteration-statement | jump-statement
    pub(super) fn statement(&mut self) -> Parsed<Statement> {
        let start = self.span();
        let kind = self.nested(|parser| parser.statement_kind())?;
        Ok(Statement { kind, span: self.since(start) })
    }

    /// The statement that a selection or iteration statement governs: a scope of its own (C17
    /// 6.8.4p3, 6.8.5p5).
    fn substatement(&mut self) -> Parsed<Box<Statement>> {
        if self.starts_declaration() {
            let start = self.span();
            self.report(messages::declaration_without_braces(start));
            self.scopes.open();
            let declaration = self.declaration();
            self.scopes.close();
            declaration?;
            let span = self.since(start);
            return Ok(Box::new(Statement { kind: StatementKind::Error, span }));
        }
        self.scopes.open();
        let statement = self.statement();
        self.scopes.close();
        statement.map(Box::new)
    }

    fn statement_kind(&mut self) -> Parsed<StatementKind> {
        match *self.peek() {
            TokenKind::Punctuator(LeftBrace) => self.compound().map(StatementKind::Compound),
            TokenKind::Identifier(_) if self.is_ahead(1, Colon) => self.label(),
            TokenKind::Identifier(name) if self.is_joined_else_if(name) => {
                self.report(messages::joined_else_if(self.span(), self.names.text(name)));
                self.advance();
                self.if_statement().map(|_| StatementKind::Error)
            }
            TokenKind::Keyword(keyword) if keyword.is_statement_word() => {
                self.keyword_statement(keyword)
            }
            TokenKind::Keyword(Keyword::Asm) => {
                self.asm_statement().map(|()| StatementKind::Expr(None))
            }
            _ if self.is_at_attribute() => {
                if self.attribute_statement()? {
                    return Ok(StatementKind::Expr(None));
                }
                self.statement_kind()
            }
            _ => self.expression_statement(),
        }
    }

    fn keyword_statement(&mut self, keyword: Keyword) -> Parsed<StatementKind> {
        let place = self.span();
        self.advance();
        match keyword {
            Keyword::Case => self.case(),
            Keyword::Default => self.default_label(),
            Keyword::If => self.if_statement(),
            Keyword::Switch => {
                let controlling = Box::new(self.condition("switch")?);
                Ok(StatementKind::Switch(controlling, self.substatement()?))
            }
            Keyword::While => {
                let controlling = Box::new(self.condition("while")?);
                Ok(StatementKind::While(controlling, self.loop_body("while")?))
            }
            Keyword::Do => self.do_statement(place),
            Keyword::For => {
                self.scopes.open();
                let statement = self.for_statement();
                self.scopes.close();
                statement
            }
            Keyword::Else if std::mem::take(&mut self.is_else_cut_off) => Err(Failed),
            Keyword::Else => self.fail(messages::else_without_if(place)),
            _ => self.jump_statement(keyword),
        }
    }

    // labeled-statement: identifier : statement
    fn label(&mut self) -> Parsed<StatementKind> {
        let Some(label) = self.eat_identifier() else { return Err(Failed) };
        self.expect(Colon)?;
        let statement = self.labelled(label.span)?;
        Ok(StatementKind::Label(label, statement))
    }

    // labeled-statement: case constant-expression ( ... constant-expression )? : statement
    fn case(&mut self) -> Parsed<StatementKind> {
        let place = self.previous_span();
        let value = Box::new(self.constant_expression()?);
        let mut last = None;
        if self.eat(Ellipsis) {
            last = Some(Box::new(self.constant_expression()?));
        }
        self.label_colon("`case` and its value")?;
        Ok(StatementKind::Case(value, last, self.labelled(place)?))
    }

    // labeled-statement: default : statement
    fn default_label(&mut self) -> Parsed<StatementKind> {
        let place = self.previous_span();
        self.label_colon("`default`")?;
        Ok(StatementKind::Default(self.labelled(place)?))
    }

    fn label_colon(&mut self, label: &str) -> Parsed<()> {
        if self.eat(Colon) {
            return Ok(());
        }
        self.report(messages::missing_colon(self.previous_span().after(), label));
        self.eat(Semicolon);
        Ok(())
    }

    /// The statement behind a label. Where a declaration or `}` stands the label gets an empty one.
    fn labelled(&mut self, label: Span) -> Parsed<Box<Statement>> {
        self.attributes()?;
        let is_closing = self.is_at(RightBrace);
        if !is_closing && !self.starts_declaration() {
            return self.statement().map(Box::new);
        }
        let message = match is_closing {
            true => messages::label_without_statement(label),
            false => messages::declaration_after_label(self.span(), label),
        };
        self.report(message);
        let span = self.previous_span().after();
        Ok(Box::new(Statement { kind: StatementKind::Expr(None), span }))
    }

    // expression-statement: expression? ;
    fn expression_statement(&mut self) -> Parsed<StatementKind> {
        if self.eat(Semicolon) {
            return Ok(StatementKind::Expr(None));
        }
        if self.is_at_any(&[RightParen, Punctuator::RightBracket]) {
            return self.semicolon("a statement").map(|()| StatementKind::Error);
        }
        self.statement_start = Some(self.at).filter(|_| self.peek_name(0).is_some());
        let expr = self.expression();
        if expr.is_err() && self.recover_misspelled_statement() {
            return Ok(StatementKind::Error);
        }
        let expr = expr?;
        self.semicolon("a statement")?;
        self.statement_start = None;
        Ok(StatementKind::Expr(Some(expr)))
    }

    // selection-statement: if ( expression ) statement
    //     | if ( expression ) statement else statement
    fn if_statement(&mut self) -> Parsed<StatementKind> {
        let condition = Box::new(self.condition("if")?);
        self.refuse_then();
        let next = self.at;
        let then = self.substatement()?;
        let is_empty = self.at == next + 1;
        if is_empty && !self.is_at_keyword(Keyword::Else) {
            self.empty_body("if", self.is_else_near());
        }
        let mut otherwise = None;
        if self.eat_keyword(Keyword::Else) {
            otherwise = Some(self.substatement()?);
        }
        Ok(StatementKind::If(condition, then, otherwise))
    }

    /// `if (x) then …`: reports the word and goes on behind it.
    fn refuse_then(&mut self) {
        let is_then = self.peek_name(0).is_some_and(|name| self.names.text(name) == "then");
        if is_then && !self.is_ahead(1, Punctuator::Equal) && !self.is_ahead(1, LeftParen) {
            self.report(messages::then_word(self.span()));
            self.advance();
        }
    }

    /// `elseif (x) …` of another language, where nothing of that name is declared.
    fn is_joined_else_if(&self, name: crate::Name) -> bool {
        matches!(self.names.text(name), "elseif" | "elsif" | "elif")
            && self.is_ahead(1, LeftParen)
            && !self.scopes.is_declared(name)
    }

    /// Whether an `else` follows the next statement, as where a `;` cuts an `if` off from it.
    fn is_else_near(&self) -> bool {
        let ahead = (0..).take_while(|&ahead| !matches!(self.peek_at(ahead), TokenKind::End));
        let ends =
            |&ahead: &usize| self.is_ahead(ahead, Semicolon) || self.is_ahead(ahead, RightBrace);
        let end = ahead.take(ELSE_DISTANCE).find(ends);
        end.is_some_and(|end| *self.peek_at(end + 1) == TokenKind::Keyword(Keyword::Else))
    }

    /// Reports the `;` that was just read as all that a statement governs; an error where it makes the `else` that
    /// follows belong to no `if`.
    fn empty_body(&mut self, statement: &str, is_error: bool) {
        if !is_error && self.is_near_error() {
            return;
        }
        let diagnostic = messages::empty_body(self.previous_span(), statement, is_error);
        self.diagnostics.push(diagnostic);
        self.is_else_cut_off = is_error;
    }

    /// The body of a loop. A `;` before a block is reported: the block looks like the body.
    fn loop_body(&mut self, statement: &str) -> Parsed<Box<Statement>> {
        let start = self.at;
        let body = self.substatement()?;
        if self.at == start + 1 && self.is_at(LeftBrace) {
            self.empty_body(statement, false);
        }
        Ok(body)
    }

    // iteration-statement: do statement while ( expression ) ;
    fn do_statement(&mut self, place: Span) -> Parsed<StatementKind> {
        let body = self.substatement()?;
        if !self.eat_keyword(Keyword::While) {
            return self.fail(messages::do_without_while(self.previous_span().after(), place));
        }
        let controlling = Box::new(self.condition("while")?);
        self.semicolon("a `do` loop")?;
        Ok(StatementKind::DoWhile(body, controlling))
    }

    // iteration-statement: for ( expression? ; expression? ; expression? ) statement
    //     | for ( declaration expression? ; expression? ) statement
    fn for_statement(&mut self) -> Parsed<StatementKind> {
        let open = self.span();
        if !self.eat(LeftParen) {
            return self.fail(messages::missing_parentheses(open, "for"));
        }
        let start = self.at;
        let head = match self.for_head(open) {
            Ok(head) => head,
            Err(Failed) => {
                self.skip_for_head();
                self.note_unread(start);
                (None, None, None)
            }
        };
        let body = self.loop_body("for")?;
        let (init, condition, step) = head;
        Ok(StatementKind::For { init, condition, step, body })
    }

    fn for_head(&mut self, open: Span) -> Parsed<ForHead> {
        let init = self.for_init()?;
        let condition = self.for_part(Semicolon)?;
        self.for_semicolon()?;
        let step = self.for_part(RightParen)?;
        self.close(RightParen, open)?;
        Ok((init, condition, step))
    }

    fn for_init(&mut self) -> Parsed<Option<Box<BlockItem>>> {
        if self.starts_declaration() {
            self.is_in_for_head = true;
            let declaration = self.declaration();
            self.is_in_for_head = false;
            return Ok(Some(Box::new(BlockItem::Declaration(declaration?))));
        }
        let start = self.span();
        let init = self.for_part(Semicolon)?;
        self.for_semicolon()?;
        let Some(expr) = init else { return Ok(None) };
        let kind = StatementKind::Expr(Some(*expr));
        let statement = Statement { kind, span: self.since(start) };
        Ok(Some(Box::new(BlockItem::Statement(statement))))
    }

    fn for_part(&mut self, end: Punctuator) -> Parsed<Option<Box<Expr>>> {
        match self.is_at(end) {
            true => Ok(None),
            false => Ok(Some(Box::new(self.expression()?))),
        }
    }

    /// The `;` between the parts of a `for`.
    pub(super) fn for_semicolon(&mut self) -> Parsed<()> {
        if self.eat(Semicolon) {
            return Ok(());
        }
        self.fail(messages::for_parts(self.span(), &self.found()))
    }

    /// Goes on behind the parentheses of a `for` in which something could not be read.
    fn skip_for_head(&mut self) {
        for _ in 0..3 {
            self.skip_to_closing(RightParen);
            if !self.eat(Semicolon) {
                return;
            }
        }
    }

    // jump-statement: goto identifier ; | goto * expression ; | continue ; | break ; | return expression? ;
    fn jump_statement(&mut self, keyword: Keyword) -> Parsed<StatementKind> {
        let kind = match keyword {
            Keyword::Goto => match self.eat_identifier() {
                Some(label) => StatementKind::Goto(label),
                None if self.eat(Punctuator::Star) => {
                    StatementKind::GotoComputed(Box::new(self.expression()?))
                }
                None => return self.unexpected_name("the name of a label"),
            },
            Keyword::Continue => StatementKind::Continue,
            Keyword::Break => StatementKind::Break,
            _ if self.is_at_any(&[Semicolon, RightBrace]) => StatementKind::Return(None),
            _ => StatementKind::Return(Some(Box::new(self.expression()?))),
        };
        self.semicolon("a statement")?;
        Ok(kind)
    }
}

/// What stands in the parentheses of a `for`.
type ForHead = (Option<Box<BlockItem>>, Option<Box<Expr>>, Option<Box<Expr>>);
