//! The typed tree as text: a statement a line, expressions as lists, the type after a colon.
//!
//! Locals are `name`, or `$number` where a name would not do; `&` after a local's declaration says that its address
//! may be taken.

use std::fmt::Write as _;

use crate::Interner;
use crate::tree::{
    AddressBase, ArithmeticOperator, Block, Body, Builtin, CaseRange, CompareOperator, Expr,
    ExprKind, Global, InitStore, LabelDistance, LocalId, Statement, StatementKind, StaticDistance,
    Unit,
};
use crate::types::{Basic, QualType, Type, spell};

/// The typed tree as text, for people and for tests.
pub fn dump(unit: &Unit, names: &Interner) -> String {
    let mut dumper = Dumper { unit, names, body: None, text: String::new() };
    for global in &unit.globals {
        dumper.global(global);
    }
    for function in &unit.functions {
        dumper.body = function.body.as_ref();
        let mut types = unit.types.clone();
        let ty = types.intern(Type::Function(function.ty.clone()));
        let ty = spell(&types, names, ty.into());
        let state = if function.body.is_some() { "function" } else { "declared" };
        let name = names.text(function.name);
        dumper.line(0, format!("{state} {name}: {ty} {:?}", function.linkage));
        if let Some(body) = &function.body {
            for parameter in 0..body.parameter_count {
                let text = dumper.local_line("parameter", LocalId(parameter as u32));
                dumper.line(1, text);
            }
            dumper.block(1, &body.block);
        }
    }
    dumper.text
}

struct Dumper<'a> {
    unit: &'a Unit,
    names: &'a Interner,
    body: Option<&'a Body>,
    text: String,
}

impl Dumper<'_> {
    fn line(&mut self, depth: usize, text: String) {
        let _ = writeln!(self.text, "{:1$}{text}", "", depth * 2);
    }

    fn ty(&self, ty: impl Into<QualType>) -> String {
        spell(&self.unit.types, self.names, ty.into())
    }

    fn global(&mut self, global: &Global) {
        let ty = self.ty(global.ty);
        let name = self.names.text(global.name);
        let mut text = format!("global {name}: {ty} {:?}", global.linkage);
        match &global.definition {
            None => text.push_str(" declared"),
            Some(init) if init.bytes.is_empty() && init.addresses.is_empty() => {
                text.push_str(" zero");
            }
            Some(init) => {
                let bytes: String = init.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                let _ = write!(text, " = {bytes}");
                for address in &init.addresses {
                    let base = self.base(address.base);
                    let _ = write!(text, " [{}: {base}{:+}]", address.offset, address.addend);
                }
                for StaticDistance { offset, size, distance } in &init.distances {
                    let LabelDistance { function, to, from, addend } = *distance;
                    let [to, from] =
                        [to, from].map(|id| self.base(AddressBase::Label(function, id)));
                    let _ = write!(text, " [{offset} .{size}: {to} - {from}{addend:+}]");
                }
            }
        }
        self.line(0, text);
    }

    fn base(&self, base: AddressBase) -> String {
        match base {
            AddressBase::Global(id) => self.kind(&ExprKind::Global(id), None),
            AddressBase::Function(id) => self.kind(&ExprKind::Function(id), None),
            AddressBase::String(id) => self.kind(&ExprKind::String(id), None),
            AddressBase::Label(function, id) => {
                self.kind(&ExprKind::LabelAddress(function, id), None)
            }
        }
    }

    fn local(&self, id: LocalId) -> String {
        let local = self.body.and_then(|body| body.locals.get(id.0 as usize));
        match local.and_then(|local| local.name) {
            Some(name) => self.names.text(name).to_string(),
            None => format!("${}", id.0),
        }
    }

    fn local_line(&self, word: &str, id: LocalId) -> String {
        let Some(local) = self.body.and_then(|body| body.locals.get(id.0 as usize)) else {
            return format!("{word} ${}", id.0);
        };
        let taken = if local.is_address_taken { " &" } else { "" };
        format!("{word} {}: {}{taken}", self.local(id), self.ty(local.ty))
    }

    fn block(&mut self, depth: usize, block: &Block) {
        for &local in &block.locals {
            let text = self.local_line("local", local);
            self.line(depth, text);
        }
        for statement in &block.statements {
            self.statement(depth, statement);
        }
    }

    fn nested(&mut self, depth: usize, head: String, block: &Block) {
        self.line(depth, head);
        self.block(depth + 1, block);
    }

    fn statement(&mut self, depth: usize, statement: &Statement) {
        match &statement.kind {
            StatementKind::Declare { local, initializer, zero_first } => {
                let stores = initializer.as_deref().map(|stores| self.stores(stores, *zero_first));
                let text = format!("declare {}{}", self.local(*local), stores.unwrap_or_default());
                self.line(depth, text);
            }
            StatementKind::Expr(expr) => self.line(depth, self.expr(expr)),
            StatementKind::Block(block) => self.nested(depth, "block".into(), block),
            StatementKind::Label(id) => {
                let label = self.body.and_then(|body| body.labels.get(id.0 as usize));
                let name = label.map_or("?", |label| self.names.text(label.name));
                self.line(depth, format!("label {name}"));
            }
            StatementKind::If { condition, then, otherwise } => {
                self.nested(depth, format!("if {}", self.expr(condition)), then);
                if let Some(otherwise) = otherwise {
                    self.nested(depth, "else".into(), otherwise);
                }
            }
            StatementKind::Loop { condition, tests_after, step, body } => {
                let mut head = if *tests_after { "do" } else { "loop" }.to_string();
                for (word, part) in [("while", condition), ("step", step)] {
                    if let Some(part) = part {
                        let _ = write!(head, " {word} {}", self.expr(part));
                    }
                }
                self.nested(depth, head, body);
            }
            StatementKind::Switch { controlling, body, cases, has_default } => {
                let default = if *has_default { " default" } else { "" };
                let cases: Vec<String> = cases.iter().map(case_range).collect();
                let cases = cases.join(", ");
                let head = format!("switch {} [{cases}]{default}", self.expr(controlling));
                self.nested(depth, head, body);
            }
            StatementKind::Case(index) => self.line(depth, format!("case #{index}")),
            StatementKind::Default => self.line(depth, "default".into()),
            StatementKind::Goto(id) => {
                let label = self.body.and_then(|body| body.labels.get(id.0 as usize));
                let name = label.map_or("?", |label| self.names.text(label.name));
                self.line(depth, format!("goto {name}"));
            }
            StatementKind::GotoComputed(target) => {
                self.line(depth, format!("goto *{}", self.expr(target)));
            }
            StatementKind::Break => self.line(depth, "break".into()),
            StatementKind::Continue => self.line(depth, "continue".into()),
            StatementKind::Return(None) => self.line(depth, "return".into()),
            StatementKind::Return(Some(value)) => {
                self.line(depth, format!("return {}", self.expr(value)));
            }
            StatementKind::Empty => self.line(depth, "empty".into()),
        }
    }

    fn stores(&self, stores: &[InitStore], zero_first: bool) -> String {
        let mut text = if zero_first { " zero".to_string() } else { String::new() };
        for store in stores {
            let bits = store.bits.map(|bits| format!(".{}:{}", bits.offset, bits.width));
            let _ = write!(
                text,
                " [{}{}: {} = {}]",
                store.offset,
                bits.unwrap_or_default(),
                self.ty(store.ty),
                self.expr(&store.value)
            );
        }
        text
    }

    /// The block in one line.
    fn statement_expression(&self, block: &Block, value: Option<&Expr>) -> String {
        let mut inner = Dumper { text: String::new(), ..*self };
        inner.block(0, block);
        let words: Vec<&str> = inner.text.split_whitespace().collect();
        let value = value.map(|value| self.expr(value));
        format!("({{ {} }} {})", words.join(" "), value.unwrap_or_default())
    }

    fn expr(&self, expr: &Expr) -> String {
        self.kind(&expr.kind, Some(expr.ty))
    }

    /// `typed` is the type of an expression that is not only a name.
    fn kind(&self, kind: &ExprKind, typed: Option<QualType>) -> String {
        let ty = typed.map_or(String::new(), |ty| self.ty(ty));
        let one = |word: &str, inner: &Expr| format!("({word} {})", self.expr(inner));
        let two = |word: &str, left: &Expr, right: &Expr| {
            format!("({word} {} {})", self.expr(left), self.expr(right))
        };
        match kind {
            ExprKind::Integer(value) => format!("{value}:{ty}"),
            ExprKind::Floating(value) => {
                let basic = typed.and_then(|ty| self.unit.types.as_basic(ty.id));
                format!("{}:{ty}", value.text(basic.unwrap_or(Basic::Double)))
            }
            ExprKind::Local(id) => self.local(*id),
            ExprKind::Global(id) => match self.unit.globals.get(id.0 as usize) {
                Some(global) => format!("@{}", self.names.text(global.name)),
                None => format!("@{}", id.0),
            },
            ExprKind::Function(id) => match self.unit.functions.get(id.0 as usize) {
                Some(function) => self.names.text(function.name).to_string(),
                None => format!("function{}", id.0),
            },
            ExprKind::String(id) => {
                let bytes = self.unit.strings.get(id.0 as usize).map(|string| &string.bytes[..]);
                format!("{:?}", String::from_utf8_lossy(bytes.unwrap_or(b"?")))
            }
            ExprKind::Dereference(inner) => one("*", inner),
            ExprKind::Member(record, index) => format!("{}.{index}", self.expr(record)),
            ExprKind::Part(whole, part) => one(&format!("{part:?}"), whole),
            ExprKind::Complex(real, imaginary) => two(&format!("complex:{ty}"), real, imaginary),
            ExprKind::CompoundLiteral { local, initializer, zero_first } => {
                format!("(literal {}{})", self.local(*local), self.stores(initializer, *zero_first))
            }
            ExprKind::Load(inner) => one("load", inner),
            ExprKind::ArrayDecay(inner) => one("decay", inner),
            ExprKind::FunctionDecay(inner) => one("function", inner),
            ExprKind::AddressOf(inner) => one("&", inner),
            ExprKind::Convert(inner, conversion) => one(&format!("{conversion:?}:{ty}"), inner),
            ExprKind::Negate(inner) => one(&format!("-:{ty}"), inner),
            ExprKind::BitNot(inner) => one(&format!("~:{ty}"), inner),
            ExprKind::LogicalNot(inner) => one("!", inner),
            ExprKind::Arithmetic(operator, left, right) => {
                two(&format!("{}:{ty}", symbol(*operator)), left, right)
            }
            ExprKind::Compare(operator, left, right) => two(compare_symbol(*operator), left, right),
            ExprKind::PointerAdd { pointer, index, size, is_subtraction } => {
                let sign = if *is_subtraction { '-' } else { '+' };
                two(&format!("{sign}{size}"), pointer, index)
            }
            ExprKind::PointerDifference { left, right, size } => {
                two(&format!("difference/{size}"), left, right)
            }
            ExprKind::LogicalAnd(left, right) => two("&&", left, right),
            ExprKind::LogicalOr(left, right) => two("||", left, right),
            ExprKind::Conditional(condition, then, otherwise) => format!(
                "(?:{ty} {} {} {})",
                self.expr(condition),
                self.expr(then),
                self.expr(otherwise)
            ),
            ExprKind::OrElse(left, right) => two(&format!("?:{ty}"), left, right),
            ExprKind::LabelAddress(function, id) => {
                let function = self.unit.functions.get(function.0 as usize);
                let label = function.and_then(|it| it.body.as_ref()?.labels.get(id.0 as usize));
                let name = label.map_or("?", |label| self.names.text(label.name));
                format!("&&{name}")
            }
            ExprKind::Statement(block, value) => self.statement_expression(block, value.as_deref()),
            ExprKind::Atomic(operator, operands) => {
                let operands: String =
                    operands.iter().map(|it| format!(" {}", self.expr(it))).collect();
                format!("({operator:?}:{ty}{operands})")
            }
            ExprKind::Builtin(builtin, operands) => {
                let operands: String =
                    operands.iter().map(|it| format!(" {}", self.expr(it))).collect();
                match builtin {
                    Builtin::AllocateStack(_) => format!("(AllocateStack{operands})"),
                    other => format!("({other:?}{operands})"),
                }
            }
            ExprKind::Comma(left, right) => two(",", left, right),
            ExprKind::Assign(target, value) => two("=", target, value),
            ExprKind::AssignArithmetic { operator, target, value, compute, is_postfix } => {
                let postfix = if *is_postfix { "post" } else { "" };
                let word = format!("{postfix}{}=:{}", symbol(*operator), self.ty(*compute));
                two(&word, target, value)
            }
            ExprKind::AssignPointer { target, index, size, is_subtraction, is_postfix } => {
                let postfix = if *is_postfix { "post" } else { "" };
                let sign = if *is_subtraction { '-' } else { '+' };
                two(&format!("{postfix}{sign}={size}"), target, index)
            }
            ExprKind::Call { callee, arguments, .. } => {
                let mut text = format!("(call:{ty} {}", self.expr(callee));
                for argument in arguments {
                    let _ = write!(text, " {}", self.expr(argument));
                }
                text + ")"
            }
            ExprKind::VaStart(list) => one("va_start", list),
            ExprKind::VaArg(list) => one(&format!("va_arg:{ty}"), list),
            ExprKind::VaEnd(list) => one("va_end", list),
            ExprKind::VaCopy(to, from) => two("va_copy", to, from),
        }
    }
}

fn case_range(case: &CaseRange) -> String {
    match case.low == case.high {
        true => case.low.to_string(),
        false => format!("{} ... {}", case.low, case.high),
    }
}

fn symbol(operator: ArithmeticOperator) -> &'static str {
    match operator {
        ArithmeticOperator::Multiply => "*",
        ArithmeticOperator::Divide => "/",
        ArithmeticOperator::Remainder => "%",
        ArithmeticOperator::Add => "+",
        ArithmeticOperator::Subtract => "-",
        ArithmeticOperator::ShiftLeft => "<<",
        ArithmeticOperator::ShiftRight => ">>",
        ArithmeticOperator::BitAnd => "&",
        ArithmeticOperator::BitXor => "^",
        ArithmeticOperator::BitOr => "|",
    }
}

fn compare_symbol(operator: CompareOperator) -> &'static str {
    match operator {
        CompareOperator::Less => "<",
        CompareOperator::Greater => ">",
        CompareOperator::LessEqual => "<=",
        CompareOperator::GreaterEqual => ">=",
        CompareOperator::Equal => "==",
        CompareOperator::NotEqual => "!=",
    }
}
