//! The syntax tree as text: one S-expression for each declaration and statement.
//!
//! Types are written from the name outwards, as the tree has them: `(declare a (array 3 (pointer
//! int)))` for `int *a[3];`.

use super::*;
use crate::Interner;

/// The syntax tree of a translation unit as S-expressions, a line for each declaration and
/// statement.
pub fn dump(unit: &TranslationUnit, names: &Interner) -> String {
    let mut dumper = Dumper { names, text: String::new(), depth: 0 };
    for declaration in &unit.declarations {
        match declaration {
            ExternalDeclaration::Function(function) => dumper.function(function),
            ExternalDeclaration::Declaration(declaration) => dumper.declaration(declaration),
        }
    }
    dumper.text
}

struct Dumper<'a> {
    names: &'a Interner,
    text: String,
    depth: usize,
}

impl Dumper<'_> {
    fn line(&mut self, text: &str) {
        let indent = "  ".repeat(self.depth);
        self.text.push_str(&format!("{indent}{text}\n"));
    }

    /// A node whose children have lines of their own.
    fn tree(&mut self, head: &str, children: impl FnOnce(&mut Self)) {
        self.line(&format!("({head}"));
        self.depth += 1;
        children(self);
        self.depth -= 1;
        self.text.pop();
        self.text.push_str(")\n");
    }

    fn name(&self, name: Name) -> String {
        self.names.text(name).to_owned()
    }

    fn function(&mut self, function: &FunctionDefinition) {
        let declared = self.declared(&function.specifiers, &function.declarator);
        self.tree(&format!("define {declared}"), |dumper| {
            for declaration in &function.old_style {
                dumper.declaration(declaration);
            }
            dumper.block(&function.body);
        });
    }

    fn block(&mut self, block: &CompoundStatement) {
        self.tree("block", |dumper| {
            for item in &block.items {
                dumper.item(item);
            }
        });
    }

    fn item(&mut self, item: &BlockItem) {
        match item {
            BlockItem::Declaration(declaration) => self.declaration(declaration),
            BlockItem::Statement(statement) => self.statement(statement),
            BlockItem::LocalLabels(labels) => {
                let names: String =
                    labels.iter().map(|label| format!(" {}", self.name(label.name))).collect();
                self.line(&format!("(labels{names})"));
            }
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        match declaration {
            Declaration::StaticAssert { condition, .. } => {
                let condition = self.expr(condition);
                self.line(&format!("(static-assert {condition})"));
            }
            Declaration::Names { specifiers, declarators, .. } if declarators.is_empty() => {
                let declared = self.specifiers(specifiers);
                self.line(&format!("(declare {declared})"));
            }
            Declaration::Names { specifiers, declarators, .. } => {
                for InitDeclarator { declarator, initializer } in declarators {
                    let declared = self.declared(specifiers, declarator);
                    let value = initializer.as_ref().map(|it| format!(" {}", self.initializer(it)));
                    self.line(&format!("(declare {declared}{})", value.unwrap_or_default()));
                }
            }
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Label(label, inner) => {
                let label = self.name(label.name);
                self.tree(&format!("label {label}"), |dumper| dumper.statement(inner));
            }
            StatementKind::Case(value, last, inner) => {
                let last = last.as_ref().map(|last| format!(" ... {}", self.expr(last)));
                let head = format!("case {}{}", self.expr(value), last.unwrap_or_default());
                self.tree(&head, |dumper| dumper.statement(inner));
            }
            StatementKind::Default(inner) => self.tree("default", |it| it.statement(inner)),
            StatementKind::Compound(block) => self.block(block),
            StatementKind::Expr(expr) => {
                let expr = expr.as_ref().map_or("(empty)".to_owned(), |expr| self.expr(expr));
                self.line(&expr);
            }
            StatementKind::Goto(label) => self.line(&format!("(goto {})", self.name(label.name))),
            StatementKind::GotoComputed(target) => {
                let target = self.expr(target);
                self.line(&format!("(goto * {target})"));
            }
            StatementKind::Continue => self.line("(continue)"),
            StatementKind::Break => self.line("(break)"),
            StatementKind::Return(None) => self.line("(return)"),
            StatementKind::Return(Some(value)) => {
                let value = self.expr(value);
                self.line(&format!("(return {value})"));
            }
            StatementKind::Error => self.line("(error)"),
            _ => self.control(statement),
        }
    }

    fn control(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::If(condition, then, otherwise) => {
                let condition = self.expr(condition);
                self.tree(&format!("if {condition}"), |dumper| {
                    dumper.statement(then);
                    if let Some(otherwise) = otherwise {
                        dumper.statement(otherwise);
                    }
                });
            }
            StatementKind::Switch(controlling, body) => {
                let controlling = self.expr(controlling);
                self.tree(&format!("switch {controlling}"), |dumper| dumper.statement(body));
            }
            StatementKind::While(controlling, body) => {
                let controlling = self.expr(controlling);
                self.tree(&format!("while {controlling}"), |dumper| dumper.statement(body));
            }
            StatementKind::DoWhile(body, controlling) => {
                let controlling = self.expr(controlling);
                self.tree(&format!("do-while {controlling}"), |dumper| dumper.statement(body));
            }
            StatementKind::For { init, condition, step, body } => {
                let [condition, step] = [condition, step].map(|part| self.optional(part));
                self.tree(&format!("for {condition} {step}"), |dumper| {
                    if let Some(init) = init {
                        dumper.item(init);
                    }
                    dumper.statement(body);
                });
            }
            _ => {}
        }
    }

    fn optional(&self, part: &Option<Box<Expr>>) -> String {
        part.as_ref().map_or("()".to_owned(), |expr| self.expr(expr))
    }
}

/// Declarations and types.
impl Dumper<'_> {
    /// The name and its type.
    fn declared(&self, specifiers: &DeclarationSpecifiers, declarator: &Declarator) -> String {
        let words = self.words(specifiers);
        let ty = self.derived(declarator, self.type_words(specifiers));
        let name = declarator.name.map_or("_".to_owned(), |name| self.name(name.name));
        format!("{words}{name} {ty}")
    }

    fn specifiers(&self, specifiers: &DeclarationSpecifiers) -> String {
        format!("{}{}", self.words(specifiers), self.type_words(specifiers))
    }

    /// Storage class, function and alignment specifiers, each followed by a space.
    fn words(&self, specifiers: &DeclarationSpecifiers) -> String {
        let mut text = String::new();
        for (class, _) in &specifiers.storage {
            text.push_str(&format!("{class:?} ").to_lowercase());
        }
        for (function, _) in &specifiers.functions {
            text.push_str(&format!("{function:?} ").to_lowercase());
        }
        for (alignment, _) in &specifiers.alignments {
            let alignment = match alignment {
                AlignmentSpecifier::Type(ty) => self.type_name(ty),
                AlignmentSpecifier::Constant(value) => self.expr(value),
            };
            text.push_str(&format!("(alignas {alignment}) "));
        }
        text
    }

    /// Qualifiers and type specifiers.
    fn type_words(&self, specifiers: &DeclarationSpecifiers) -> String {
        let mut words = qualifier_words(&specifiers.qualifiers);
        words.extend(specifiers.types.iter().map(|(ty, _)| self.type_specifier(ty)));
        match words.is_empty() {
            true => "()".to_owned(),
            false => words.join(" "),
        }
    }

    fn type_specifier(&self, ty: &TypeSpecifier) -> String {
        match ty {
            TypeSpecifier::Atomic(ty) => format!("(atomic {})", self.type_name(ty)),
            TypeSpecifier::Record(record) => self.record(record),
            TypeSpecifier::Enum(enumeration) => self.enumeration(enumeration),
            TypeSpecifier::Typedef(name) => self.name(*name),
            TypeSpecifier::Typeof { operand: TypeofOperand::Type(ty), .. } => {
                format!("(typeof {})", self.type_name(ty))
            }
            TypeSpecifier::Typeof { operand: TypeofOperand::Expr(expr), .. } => {
                format!("(typeof {})", self.expr(expr))
            }
            TypeSpecifier::Error => "<error>".to_owned(),
            plain => format!("{plain:?}").to_lowercase(),
        }
    }

    fn record(&self, record: &RecordSpecifier) -> String {
        let keyword = format!("{:?}", record.kind).to_lowercase();
        let tag = record.tag.map_or("_".to_owned(), |tag| self.name(tag.name));
        let Some(members) = &record.members else { return format!("({keyword} {tag})") };
        let mut text = format!("({keyword} {tag}");
        for member in members {
            match member {
                MemberDeclaration::StaticAssert(_) => text.push_str(" (static-assert)"),
                MemberDeclaration::Members { specifiers, declarators, .. } => {
                    if declarators.is_empty() {
                        text.push_str(&format!(" (_ {})", self.type_words(specifiers)));
                    }
                    for member in declarators {
                        text.push_str(&self.member(specifiers, member));
                    }
                }
            }
        }
        text + ")"
    }

    fn member(&self, specifiers: &DeclarationSpecifiers, member: &MemberDeclarator) -> String {
        let declared = self.declared(specifiers, &member.declarator);
        match &member.width {
            None => format!(" ({declared})"),
            Some(width) => format!(" ({declared} : {})", self.expr(width)),
        }
    }

    fn enumeration(&self, enumeration: &EnumSpecifier) -> String {
        let tag = enumeration.tag.map_or("_".to_owned(), |tag| self.name(tag.name));
        let underlying = enumeration.underlying.as_ref().map(|ty| self.type_name(ty));
        let underlying = underlying.map_or(String::new(), |ty| format!(" : {ty}"));
        let mut text = format!("(enum {tag}{underlying}");
        for enumerator in enumeration.enumerators.iter().flatten() {
            let name = self.name(enumerator.name.name);
            match &enumerator.value {
                None => text.push_str(&format!(" {name}")),
                Some(value) => text.push_str(&format!(" ({name} {})", self.expr(value))),
            }
        }
        text + ")"
    }

    fn type_name(&self, ty: &TypeName) -> String {
        self.derived(&ty.declarator, self.type_words(&ty.specifiers))
    }

    fn derived(&self, declarator: &Declarator, base: String) -> String {
        declarator.derivations.iter().rev().fold(base, |to, derivation| match derivation {
            Derivation::Pointer(qualifiers) if qualifiers.is_empty() => format!("(pointer {to})"),
            Derivation::Pointer(qualifiers) => {
                format!("({} pointer {to})", qualifier_words(qualifiers).join(" "))
            }
            Derivation::Array(array) => format!("(array{} {to})", self.array(array)),
            Derivation::Function(function) => {
                format!("(function ({}) {to})", self.parameters(&function.parameters))
            }
        })
    }

    fn array(&self, array: &ArrayDeclarator) -> String {
        let mut words = vec![];
        if array.is_static {
            words.push("static".to_owned());
        }
        words.extend(qualifier_words(&array.qualifiers));
        match &array.length {
            ArrayLength::None => {}
            ArrayLength::Star => words.push("*".to_owned()),
            ArrayLength::Expr(length) => words.push(self.expr(length)),
        }
        words.iter().map(|word| format!(" {word}")).collect()
    }

    fn parameters(&self, parameters: &Parameters) -> String {
        match parameters {
            Parameters::Unspecified => "?".to_owned(),
            Parameters::Prototype { parameters, is_variadic } => {
                let declared =
                    parameters.iter().map(|it| self.declared(&it.specifiers, &it.declarator));
                let mut words: Vec<String> = declared.map(|it| format!("({it})")).collect();
                if *is_variadic {
                    words.push("...".to_owned());
                }
                words.join(" ")
            }
            Parameters::Identifiers(identifiers) => {
                let names: Vec<String> = identifiers.iter().map(|it| self.name(it.name)).collect();
                names.join(" ")
            }
        }
    }

    fn initializer(&self, initializer: &Initializer) -> String {
        let Initializer::List { entries, .. } = initializer else {
            let Initializer::Expr(value) = initializer else { return String::new() };
            return self.expr(value);
        };
        let entries: Vec<String> = entries
            .iter()
            .map(|entry| {
                let designators = self.designators(&entry.designators);
                let equals = if designators.is_empty() { "" } else { "=" };
                format!("{designators}{equals}{}", self.initializer(&entry.initializer))
            })
            .collect();
        format!("{{{}}}", entries.join(" "))
    }

    fn designators(&self, designators: &[Designator]) -> String {
        let parts = designators.iter().map(|designator| match designator {
            Designator::Index(index, _) => format!("[{}]", self.expr(index)),
            Designator::Range(first, last, _) => {
                format!("[{} ... {}]", self.expr(first), self.expr(last))
            }
            Designator::Member(member) => format!(".{}", self.name(member.name)),
        });
        parts.collect()
    }
}

/// Expressions.
impl Dumper<'_> {
    fn expr(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Name(name) => self.name(*name),
            ExprKind::Integer(constant) => constant.value.to_string(),
            ExprKind::Floating(constant) => constant.digits.clone(),
            ExprKind::Character(constant) => format!("(char {})", constant.value),
            ExprKind::String(literal) => string(literal),
            ExprKind::Bool(value) => value.to_string(),
            ExprKind::Nullptr => "nullptr".to_owned(),
            ExprKind::LabelAddress(label) => format!("(&& {})", self.name(label.name)),
            ExprKind::Statement(block) => self.statement_expression(block),
            ExprKind::Paren(inner) => format!("(paren {})", self.expr(inner)),
            ExprKind::Generic(controlling, associations) => self.generic(controlling, associations),
            ExprKind::Index(array, index) => self.node("index", &[array, index]),
            ExprKind::Call(function, arguments) => {
                let mut operands = vec![&**function];
                operands.extend(arguments);
                self.node("call", &operands)
            }
            ExprKind::Member(record, member) => self.access(".", record, member),
            ExprKind::Arrow(pointer, member) => self.access("->", pointer, member),
            ExprKind::CompoundLiteral(ty, list) => {
                format!("(literal {} {})", self.type_name(ty), self.initializer(list))
            }
            ExprKind::Cast(ty, operand) => {
                format!("(cast {} {})", self.type_name(ty), self.expr(operand))
            }
            ExprKind::SizeofType(ty) => format!("(sizeof {})", self.type_name(ty)),
            ExprKind::AlignofType(ty) => format!("(alignof {})", self.type_name(ty)),
            ExprKind::Error => "<error>".to_owned(),
            _ => self.operation(&expr.kind),
        }
    }

    fn operation(&self, kind: &ExprKind) -> String {
        match kind {
            ExprKind::Unary(operator, operand) => self.node(operator.spelling(), &[operand]),
            ExprKind::SizeofExpr(operand) => self.node("sizeof", &[operand]),
            ExprKind::AlignofExpr(operand) => self.node("alignof", &[operand]),
            ExprKind::OrElse(condition, otherwise) => self.node("?:", &[condition, otherwise]),
            ExprKind::Choose(condition, then, otherwise) => {
                self.node("choose", &[condition, then, otherwise])
            }
            ExprKind::TypesCompatible(first, second) => {
                format!("(compatible {} {})", self.type_name(first), self.type_name(second))
            }
            ExprKind::Binary(operator, left, right) => {
                self.node(operator.spelling(), &[left, right])
            }
            ExprKind::Conditional(condition, then, otherwise) => {
                self.node("?", &[condition, then, otherwise])
            }
            ExprKind::Assign(operator, left, right) => {
                let operator = operator.map_or("", BinaryOperator::spelling);
                self.node(&format!("{operator}="), &[left, right])
            }
            ExprKind::Comma(left, right) => self.node(",", &[left, right]),
            ExprKind::VaStart(list, None) => self.node("va-start", &[list]),
            ExprKind::VaStart(list, Some(last)) => self.node("va-start", &[list, last]),
            ExprKind::VaEnd(list) => self.node("va-end", &[list]),
            ExprKind::VaCopy(to, from) => self.node("va-copy", &[to, from]),
            ExprKind::VaArg(list, ty) => {
                format!("(va-arg {} {})", self.expr(list), self.type_name(ty))
            }
            ExprKind::Offsetof(ty, designators) => {
                format!("(offsetof {} {})", self.type_name(ty), self.designators(designators))
            }
            _ => String::new(),
        }
    }

    /// The block in one line.
    fn statement_expression(&self, block: &CompoundStatement) -> String {
        let mut inner = Dumper { names: self.names, text: String::new(), depth: 0 };
        inner.block(block);
        let words: Vec<&str> = inner.text.split_whitespace().collect();
        format!("(value {})", words.join(" "))
    }

    fn node(&self, head: &str, operands: &[&Expr]) -> String {
        let operands: String = operands.iter().map(|it| format!(" {}", self.expr(it))).collect();
        format!("({head}{operands})")
    }

    fn access(&self, operator: &str, record: &Expr, member: &Identifier) -> String {
        format!("({operator} {} {})", self.expr(record), self.name(member.name))
    }

    fn generic(&self, controlling: &Expr, associations: &[(Option<TypeName>, Expr)]) -> String {
        let mut text = format!("(generic {}", self.expr(controlling));
        for (ty, value) in associations {
            let ty = ty.as_ref().map_or("default".to_owned(), |ty| self.type_name(ty));
            text.push_str(&format!(" ({ty} {})", self.expr(value)));
        }
        text + ")"
    }
}

fn qualifier_words(qualifiers: &[(Qualifier, Span)]) -> Vec<String> {
    qualifiers.iter().map(|(qualifier, _)| format!("{qualifier:?}").to_lowercase()).collect()
}

fn string(literal: &StringLiteral) -> String {
    let characters = literal.elements.iter().map(|&it| char::from_u32(it).unwrap_or('\u{fffd}'));
    format!("{:?}", characters.collect::<String>())
}
