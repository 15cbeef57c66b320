//! Semantic analysis: syntax tree to typed tree.
//!
//! One pass over the syntax tree. Each construct has one function that types it and checks its constraints;
//! what is wrong becomes a diagnostic from [`messages`] and a node of type [`Types::ERROR`], about which
//! everything further stays silent. Terms: a *place* is an expression that designates an object, lvalue or
//! member of a temporary; an *entity* is what a name in a scope stands for.

mod aligned;
mod attribute;
mod bit_field;
mod body;
mod classify;
mod cleanup;
mod complex;
mod convert;
mod declaration;
mod declarator;
mod dump;
mod enumeration;
mod expr;
mod flow;
mod format;
mod function;
mod inference;
mod initializer;
mod library;
mod linkage;
mod messages;
mod object;
mod record;
mod scope;
mod specifiers;
mod statement;
mod statics;
mod switch;
#[cfg(test)]
mod tests;
mod transparent;
mod usage;
mod variable;

use rustc_hash::{FxHashMap, FxHashSet};
use source::{Diagnostic, Severity, Span};

use crate::ast::{ExternalDeclaration, TranslationUnit};
use crate::constant::{self, Constant, NotConstant};
use crate::tree::{Expr, ExprKind, Function, Global, StringObject, Unit};
use crate::types::{self, Basic, QualType, TypeId, Types};
use crate::{Edition, Interner, Name, Standard};

use body::BodyState;
use function::FunctionState;
use object::GlobalState;
use scope::{Entity, Scopes};

pub(crate) use classify::Classify;
pub use dump::dump;
pub(crate) use flow::may_complete;

/// Checks a translation unit: resolves names, types every expression, makes every conversion explicit.
/// The tree is only meant to be used when no diagnostic is an error.
pub fn check(
    unit: &TranslationUnit,
    names: &mut Interner,
    standard: Standard,
) -> (Unit, Vec<Diagnostic>) {
    let mut sema = Sema::new(names, standard);
    for (text, basic) in BUILT_IN_TYPES {
        if let Some(name) = sema.names.find(text) {
            sema.scopes.build_in(name, Types::basic(basic).into());
        }
    }
    sema.unread_names.extend(&unit.unread_names);
    for declaration in &unit.declarations {
        match declaration {
            ExternalDeclaration::Function(definition) => sema.function_definition(definition),
            ExternalDeclaration::Declaration(declaration) => sema.file_declaration(declaration),
        }
    }
    sema.finish()
}

/// Typedef names that need no declaration (GCC manual, "128-bit Integers").
const BUILT_IN_TYPES: [(&str, Basic); 2] =
    [("__int128_t", Basic::Int128), ("__uint128_t", Basic::UnsignedInt128)];

/// How many errors are reported before the rest is left unsaid.
const ERROR_COUNT_MAX: usize = 50;

/// How deep expressions and statements together may be nested; the parser's own limit is lower.
const NESTING_MAX: u32 = 256;

/// What is known while a translation unit is checked.
struct Sema<'a> {
    names: &'a mut Interner,
    /// The language that is spoken.
    standard: Standard,
    types: Types,
    globals: Vec<Global>,
    /// What the tree does not keep of each global, by its index.
    global_states: Vec<GlobalState>,
    functions: Vec<Function>,
    /// What the tree does not keep of each function, by its index.
    function_states: Vec<FunctionState>,
    strings: Vec<StringObject>,
    diagnostics: Vec<Diagnostic>,
    error_count: usize,
    scopes: Scopes,
    /// Every entity with linkage, also those that only an inner scope declares (C17 6.2.2).
    linked: FxHashMap<Name, Entity>,
    /// What `#pragma weak` names: the name, what it is an alias of, and the place.
    weak_names: Vec<(String, Option<String>, Span)>,
    /// The names in text that the parser could not read.
    unread_names: FxHashSet<Name>,
    /// The function definition that is being checked.
    body: Option<BodyState>,
    /// What sets the lengths of arrays that have been met, and must come before what is being checked.
    pending: Vec<Expr>,
    /// How many lists of parameters enclose the current declarator.
    prototype_depth: u32,
    /// How many unevaluated operands (`sizeof`, `_Generic`) enclose the current expression.
    unevaluated_depth: u32,
    /// The type that the declaration being checked takes from its initializer.
    inferred: Option<QualType>,
    /// How deep the expression or statement being checked is nested.
    depth: u32,
    /// How deep derived types and records are nested; 0 for what is not in it.
    type_depths: FxHashMap<TypeId, u32>,
}

impl<'a> Sema<'a> {
    fn new(names: &'a mut Interner, standard: Standard) -> Sema<'a> {
        Sema {
            names,
            standard,
            types: Types::new(),
            globals: vec![],
            global_states: vec![],
            functions: vec![],
            function_states: vec![],
            strings: vec![],
            diagnostics: vec![],
            error_count: 0,
            scopes: Scopes::new(),
            linked: FxHashMap::default(),
            weak_names: vec![],
            unread_names: FxHashSet::default(),
            body: None,
            pending: vec![],
            prototype_depth: 0,
            unevaluated_depth: 0,
            inferred: None,
            depth: 0,
            type_depths: FxHashMap::default(),
        }
    }

    fn finish(mut self) -> (Unit, Vec<Diagnostic>) {
        self.complete_tentative_definitions();
        self.settle_inline_functions();
        self.settle_weak_names();
        self.check_aliases();
        let unit = Unit {
            types: self.types,
            globals: self.globals,
            functions: self.functions,
            strings: self.strings,
        };
        (unit, self.diagnostics)
    }

    /// Says something, unless so much has been said that the rest would not be read.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.error_count > ERROR_COUNT_MAX {
            return;
        }
        let span = diagnostic.primary.span;
        if diagnostic.severity == Severity::Error {
            self.error_count += 1;
        }
        if self.error_count > ERROR_COUNT_MAX {
            self.diagnostics.push(messages::too_many_errors(span));
        } else {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Says something and gives the expression that stands for the wrong one.
    fn reject(&mut self, diagnostic: Diagnostic) -> Expr {
        let span = diagnostic.primary.span;
        self.report(diagnostic);
        error_expr(span)
    }

    /// Whether types and functions need not be declared: C89 says `int` where nothing is said.
    fn is_implicit(&self) -> bool {
        self.standard.edition == Edition::C89
    }

    /// What C17 forbids and compilers of C89 let pass, as GCC does: there it is a warning.
    fn tolerated(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.is_implicit() {
            true => Diagnostic { severity: Severity::Warning, ..diagnostic },
            false => diagnostic,
        }
    }

    fn text(&self, name: Name) -> &str {
        self.names.text(name)
    }

    /// A type as C spells it.
    fn spell(&self, ty: impl Into<QualType>) -> String {
        types::spell(&self.types, self.names, ty.into())
    }

    /// Whether two unqualified types are compatible (C17 6.2.7); an erroneous one is with everything.
    fn compatible(&self, a: TypeId, b: TypeId) -> bool {
        a == b || types::compatible(&self.types, a, b)
    }

    /// The composite of two compatible types (C17 6.2.7p3).
    fn composite(&mut self, a: TypeId, b: TypeId) -> TypeId {
        if a == b { a } else { types::composite(&mut self.types, a, b) }
    }

    /// The value of a constant expression (C17 6.6).
    fn evaluate(&self, expr: &Expr) -> Result<Constant, NotConstant> {
        match self.is_implicit() {
            true => constant::evaluate_as_c89(expr, &self.types),
            false => constant::evaluate(expr, &self.types),
        }
    }
}

/// An expression node.
fn node(kind: ExprKind, ty: impl Into<QualType>, span: Span) -> Expr {
    Expr { kind, ty: ty.into(), span }
}

/// What stands for an expression that an error has been reported for.
fn error_expr(span: Span) -> Expr {
    node(ExprKind::Integer(0), Types::ERROR, span)
}
