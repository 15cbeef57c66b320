//! The abstract syntax tree: what the parser read, before anything is known of types.
//!
//! It follows the grammar of C17 Annex A. A *declarator* is kept as a list of derivations read from
//! the name outwards: `int *a[3]` declares `a` as [array of 3, pointer to], `int (*f)(void)` as
//! [pointer to, function].

mod attribute;
mod dump;

pub use attribute::{Attribute, AttributeKind};
pub use dump::dump;

use source::Span;

use crate::Name;
use crate::token::{CharacterConstant, FloatingConstant, IntegerConstant, StringLiteral};

/// A name and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identifier {
    /// The name.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
}

/// A translation unit (C17 6.9).
#[derive(Clone, Default, Debug)]
pub struct TranslationUnit {
    /// Its external declarations, in order.
    pub declarations: Vec<ExternalDeclaration>,
    /// The names in text that could not be read: to say of one of them that it is not declared would be an echo.
    pub unread_names: Vec<Name>,
}

/// An external declaration (C17 6.9).
#[derive(Clone, Debug)]
pub enum ExternalDeclaration {
    /// A function definition (C17 6.9.1).
    Function(FunctionDefinition),
    /// A declaration, `_Static_assert` included.
    Declaration(Declaration),
}

/// A function definition (C17 6.9.1).
#[derive(Clone, Debug)]
pub struct FunctionDefinition {
    /// Its declaration specifiers.
    pub specifiers: DeclarationSpecifiers,
    /// Its declarator: the derivation next to the name is a function.
    pub declarator: Declarator,
    /// Declarations between declarator and body (old style); empty in a prototype definition.
    pub old_style: Vec<Declaration>,
    /// The body.
    pub body: CompoundStatement,
    /// From the first specifier to the closing brace.
    pub span: Span,
}

/// A declaration (C17 6.7).
#[derive(Clone, Debug)]
pub enum Declaration {
    /// Names, or only a tag.
    Names {
        /// The specifiers that all its declarators share.
        specifiers: DeclarationSpecifiers,
        /// The declared names; empty for `struct s { … };`.
        declarators: Vec<InitDeclarator>,
        /// From the first specifier to the semicolon.
        span: Span,
    },
    /// `_Static_assert(condition, message);` (C17 6.7.10).
    StaticAssert {
        /// The constant expression.
        condition: Expr,
        /// What to say when it is zero.
        message: Option<StringLiteral>,
        /// The whole of it.
        span: Span,
    },
}

/// A declarator and its initializer.
#[derive(Clone, Debug)]
pub struct InitDeclarator {
    /// The declarator.
    pub declarator: Declarator,
    /// The initializer, if there is one.
    pub initializer: Option<Initializer>,
}

/// Declaration specifiers (C17 6.7), or the specifier-qualifier list of a member or type name.
#[derive(Clone, Debug)]
pub struct DeclarationSpecifiers {
    /// Storage-class specifiers as written (C17 6.7.1); more than one is judged later.
    pub storage: Vec<(StorageClass, Span)>,
    /// Type specifiers as written, in order (C17 6.7.2).
    pub types: Vec<(TypeSpecifier, Span)>,
    /// Type qualifiers as written (C17 6.7.3).
    pub qualifiers: Vec<(Qualifier, Span)>,
    /// Function specifiers as written (C17 6.7.4).
    pub functions: Vec<(FunctionSpecifier, Span)>,
    /// Alignment specifiers as written (C17 6.7.5).
    pub alignments: Vec<(AlignmentSpecifier, Span)>,
    /// Attributes among them.
    pub attributes: Vec<Attribute>,
    /// All of them; empty and before the declarator when there are none.
    pub span: Span,
}

/// Storage-class specifiers (C17 6.7.1).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageClass {
    Typedef,
    Extern,
    Static,
    ThreadLocal,
    Auto,
    Register,
    /// `constexpr` (C23 6.7.2).
    Constexpr,
}

/// Type qualifiers (C17 6.7.3).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    Const,
    Restrict,
    Volatile,
    Atomic,
}

/// Function specifiers (C17 6.7.4).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FunctionSpecifier {
    Inline,
    Noreturn,
}

/// `_Alignas` (C17 6.7.5).
#[derive(Clone, Debug)]
pub enum AlignmentSpecifier {
    /// `_Alignas(type-name)`.
    Type(Box<TypeName>),
    /// `_Alignas(constant-expression)`.
    Constant(Box<Expr>),
}

/// A type specifier (C17 6.7.2).
#[allow(missing_docs)]
#[derive(Clone, Debug)]
pub enum TypeSpecifier {
    Void,
    Char,
    Short,
    Int,
    Long,
    Float,
    Double,
    Signed,
    Unsigned,
    Bool,
    Complex,
    /// `_Atomic(type-name)`.
    Atomic(Box<TypeName>),
    /// A struct or union specifier.
    Record(RecordSpecifier),
    /// An enum specifier.
    Enum(EnumSpecifier),
    /// A typedef name.
    Typedef(Name),
    /// `__builtin_va_list`.
    VaList,
    /// `__int128` (GNU C).
    Int128,
    /// `_BitInt(width)` (C23 6.7.3.1).
    BitInt,
    /// `__auto_type` (GNU C): the type of the initializer.
    Auto,
    /// `typeof(operand)` and `typeof_unqual(operand)` (C23 6.7.3.6).
    Typeof {
        /// Whose type.
        operand: TypeofOperand,
        /// Whether qualifiers are dropped.
        is_unqualified: bool,
    },
    /// What could not be parsed, or an unknown type name; an error has been reported.
    Error,
}

/// What stands in the parentheses of `typeof`.
#[derive(Clone, Debug)]
pub enum TypeofOperand {
    /// An expression, which is not evaluated.
    Expr(Box<Expr>),
    /// A type name.
    Type(Box<TypeName>),
}

/// Struct or union.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordKind {
    Struct,
    Union,
}

/// A struct-or-union specifier (C17 6.7.2.1).
#[derive(Clone, Debug)]
pub struct RecordSpecifier {
    /// Struct or union.
    pub kind: RecordKind,
    /// Its tag.
    pub tag: Option<Identifier>,
    /// Its members; `None` where it is only named.
    pub members: Option<Vec<MemberDeclaration>>,
    /// Attributes before its tag or behind its braces.
    pub attributes: Vec<Attribute>,
}

/// One declaration in a member list (C17 6.7.2.1).
#[derive(Clone, Debug)]
pub enum MemberDeclaration {
    /// Members of one specifier list.
    Members {
        /// What they share.
        specifiers: DeclarationSpecifiers,
        /// The members; empty for an anonymous struct or union.
        declarators: Vec<MemberDeclarator>,
        /// The whole of it.
        span: Span,
    },
    /// A `_Static_assert` among the members.
    StaticAssert(Declaration),
}

/// A member: a declarator, a bit-field width, or both.
#[derive(Clone, Debug)]
pub struct MemberDeclarator {
    /// The declarator; without a name for an unnamed bit-field.
    pub declarator: Declarator,
    /// The width of a bit-field.
    pub width: Option<Expr>,
}

/// An enum specifier (C17 6.7.2.2).
#[derive(Clone, Debug)]
pub struct EnumSpecifier {
    /// Its tag.
    pub tag: Option<Identifier>,
    /// Its enumerators; `None` where it is only named.
    pub enumerators: Option<Vec<Enumerator>>,
    /// The type behind `:`, which its values have (C23 6.7.3.3).
    pub underlying: Option<Box<TypeName>>,
    /// Attributes before its tag or behind its braces.
    pub attributes: Vec<Attribute>,
}

/// An enumerator.
#[derive(Clone, Debug)]
pub struct Enumerator {
    /// Its name.
    pub name: Identifier,
    /// Its value, where given.
    pub value: Option<Expr>,
}

/// A declarator (C17 6.7.6), abstract (C17 6.7.7) when it has no name.
#[derive(Clone, Debug)]
pub struct Declarator {
    /// The declared name.
    pub name: Option<Identifier>,
    /// What is derived, from the name outwards.
    pub derivations: Vec<Derivation>,
    /// Attributes beside the name.
    pub attributes: Vec<Attribute>,
    /// All of it; empty for an abstract declarator of nothing.
    pub span: Span,
}

/// One derivation of a declarator.
#[derive(Clone, Debug)]
pub enum Derivation {
    /// Pointer to, with the pointer's own qualifiers (C17 6.7.6.1).
    Pointer(Vec<(Qualifier, Span)>),
    /// Array of (C17 6.7.6.2).
    Array(ArrayDeclarator),
    /// Function (C17 6.7.6.3).
    Function(FunctionDeclarator),
}

/// The brackets of an array declarator (C17 6.7.6.2).
#[derive(Clone, Debug)]
pub struct ArrayDeclarator {
    /// The length.
    pub length: ArrayLength,
    /// Qualifiers of a parameter's pointer.
    pub qualifiers: Vec<(Qualifier, Span)>,
    /// Whether `static` stands in the brackets.
    pub is_static: bool,
    /// From `[` to `]`.
    pub span: Span,
}

/// What stands between the brackets.
#[derive(Clone, Debug)]
pub enum ArrayLength {
    /// Nothing.
    None,
    /// `*`.
    Star,
    /// An expression.
    Expr(Box<Expr>),
}

/// The parentheses of a function declarator (C17 6.7.6.3).
#[derive(Clone, Debug)]
pub struct FunctionDeclarator {
    /// The parameters.
    pub parameters: Parameters,
    /// From `(` to `)`.
    pub span: Span,
}

/// What stands between the parentheses.
#[derive(Clone, Debug)]
pub enum Parameters {
    /// `()`: nothing is said of the parameters.
    Unspecified,
    /// A prototype; `(void)` is an empty one.
    Prototype {
        /// The parameters.
        parameters: Vec<ParameterDeclaration>,
        /// Whether `...` follows.
        is_variadic: bool,
    },
    /// The identifier list of an old-style definition.
    Identifiers(Vec<Identifier>),
}

/// A parameter declaration.
#[derive(Clone, Debug)]
pub struct ParameterDeclaration {
    /// Its specifiers.
    pub specifiers: DeclarationSpecifiers,
    /// Its declarator, perhaps abstract.
    pub declarator: Declarator,
    /// The whole of it.
    pub span: Span,
}

/// A type name (C17 6.7.7).
#[derive(Clone, Debug)]
pub struct TypeName {
    /// Its specifiers and qualifiers.
    pub specifiers: DeclarationSpecifiers,
    /// Its abstract declarator.
    pub declarator: Declarator,
    /// The whole of it.
    pub span: Span,
}

/// An initializer (C17 6.7.9).
#[derive(Clone, Debug)]
pub enum Initializer {
    /// An assignment expression.
    Expr(Box<Expr>),
    /// A list in braces.
    List {
        /// Its entries.
        entries: Vec<InitializerEntry>,
        /// From `{` to `}`.
        span: Span,
    },
}

/// One entry of an initializer list.
#[derive(Clone, Debug)]
pub struct InitializerEntry {
    /// Its designators, outermost first; empty when it follows the one before.
    pub designators: Vec<Designator>,
    /// Its initializer.
    pub initializer: Initializer,
}

/// A designator (C17 6.7.9).
#[derive(Clone, Debug)]
pub enum Designator {
    /// `[constant-expression]`.
    Index(Box<Expr>, Span),
    /// `[first ... last]` (GNU C).
    Range(Box<Expr>, Box<Expr>, Span),
    /// `.identifier`.
    Member(Identifier),
}

/// A compound statement (C17 6.8.2).
#[derive(Clone, Debug)]
pub struct CompoundStatement {
    /// Its items.
    pub items: Vec<BlockItem>,
    /// From `{` to `}`.
    pub span: Span,
}

/// A block item (C17 6.8.2).
#[derive(Clone, Debug)]
pub enum BlockItem {
    /// A declaration.
    Declaration(Declaration),
    /// A statement.
    Statement(Statement),
    /// `__label__ a, b;` (GNU C): labels of this block alone.
    LocalLabels(Vec<Identifier>),
}

/// A statement (C17 6.8).
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// From its first token to its last.
    pub span: Span,
}

/// What a statement is.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// `identifier: statement`.
    Label(Identifier, Box<Statement>),
    /// `case constant-expression: statement`; with a second value, all from the first to it (GNU C).
    Case(Box<Expr>, Option<Box<Expr>>, Box<Statement>),
    /// `default: statement`.
    Default(Box<Statement>),
    /// A block.
    Compound(CompoundStatement),
    /// An expression statement; `None` for a lone semicolon.
    Expr(Option<Expr>),
    /// `if (condition) then else otherwise`.
    If(Box<Expr>, Box<Statement>, Option<Box<Statement>>),
    /// `switch (controlling) body`.
    Switch(Box<Expr>, Box<Statement>),
    /// `while (controlling) body`.
    While(Box<Expr>, Box<Statement>),
    /// `do body while (controlling);`.
    DoWhile(Box<Statement>, Box<Expr>),
    /// `for (init; condition; step) body`.
    For {
        /// A declaration or expression, or nothing.
        init: Option<Box<BlockItem>>,
        /// The controlling expression.
        condition: Option<Box<Expr>>,
        /// What is evaluated after each iteration.
        step: Option<Box<Expr>>,
        /// The body.
        body: Box<Statement>,
    },
    /// `goto identifier;`.
    Goto(Identifier),
    /// `goto *expression;` (GNU C).
    GotoComputed(Box<Expr>),
    /// `continue;`.
    Continue,
    /// `break;`.
    Break,
    /// `return expression;`.
    Return(Option<Box<Expr>>),
    /// What could not be parsed; an error has been reported.
    Error,
}

/// An expression (C17 6.5).
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// From its first token to its last, parentheses included.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A name.
    Name(Name),
    /// An integer constant.
    Integer(IntegerConstant),
    /// A floating constant.
    Floating(FloatingConstant),
    /// A character constant.
    Character(CharacterConstant),
    /// A string literal.
    String(StringLiteral),
    /// `true` or `false` (C23 6.4.4.6).
    Bool(bool),
    /// `nullptr` (C23 6.4.4.6).
    Nullptr,
    /// `({ … })` (GNU C): a block, whose last expression statement is its value.
    Statement(CompoundStatement),
    /// `&&label` (GNU C).
    LabelAddress(Identifier),
    /// `(expression)`; kept, since some rules and warnings look at it.
    Paren(Box<Expr>),
    /// `_Generic(controlling, associations)`; `None` as type name is `default`.
    Generic(Box<Expr>, Vec<(Option<TypeName>, Expr)>),
    /// `array[index]`.
    Index(Box<Expr>, Box<Expr>),
    /// `function(arguments)`.
    Call(Box<Expr>, Vec<Expr>),
    /// `record.member`.
    Member(Box<Expr>, Identifier),
    /// `pointer->member`.
    Arrow(Box<Expr>, Identifier),
    /// `(type-name){ initializer-list }`: the initializer is a list.
    CompoundLiteral(Box<TypeName>, Box<Initializer>),
    /// A unary operator.
    Unary(UnaryOperator, Box<Expr>),
    /// `sizeof expression`.
    SizeofExpr(Box<Expr>),
    /// `sizeof (type-name)`.
    SizeofType(Box<TypeName>),
    /// `_Alignof (type-name)`.
    AlignofType(Box<TypeName>),
    /// `_Alignof expression` (GNU C).
    AlignofExpr(Box<Expr>),
    /// `(type-name) expression`.
    Cast(Box<TypeName>, Box<Expr>),
    /// A binary operator, `&&` and `||` included; not assignment, not the comma.
    Binary(BinaryOperator, Box<Expr>, Box<Expr>),
    /// `condition ? then : otherwise`.
    Conditional(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `condition ?: otherwise` (GNU C): the condition itself when it is not zero.
    OrElse(Box<Expr>, Box<Expr>),
    /// `left = right`, or `left op= right`.
    Assign(Option<BinaryOperator>, Box<Expr>, Box<Expr>),
    /// `left, right`.
    Comma(Box<Expr>, Box<Expr>),
    /// `__builtin_va_start(list, last)`.
    VaStart(Box<Expr>, Option<Box<Expr>>),
    /// `__builtin_va_arg(list, type-name)`.
    VaArg(Box<Expr>, Box<TypeName>),
    /// `__builtin_va_end(list)`.
    VaEnd(Box<Expr>),
    /// `__builtin_va_copy(to, from)`.
    VaCopy(Box<Expr>, Box<Expr>),
    /// `__builtin_offsetof(type-name, member-designator)`: the first designator is a member.
    Offsetof(Box<TypeName>, Vec<Designator>),
    /// `__builtin_types_compatible_p(type-name, type-name)`.
    TypesCompatible(Box<TypeName>, Box<TypeName>),
    /// `__builtin_choose_expr(constant, then, otherwise)`: only the chosen one is typed.
    Choose(Box<Expr>, Box<Expr>, Box<Expr>),
    /// What could not be parsed; an error has been reported.
    Error,
}

/// Unary operators, the postfix ones included (C17 6.5.2.4, 6.5.3).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOperator {
    AddressOf,
    Dereference,
    Plus,
    Minus,
    BitNot,
    LogicalNot,
    RealPart,
    ImaginaryPart,
    PreIncrement,
    PreDecrement,
    PostIncrement,
    PostDecrement,
}

/// Binary operators (C17 6.5.5 to 6.5.14).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOperator {
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract,
    ShiftLeft,
    ShiftRight,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    Equal,
    NotEqual,
    BitAnd,
    BitXor,
    BitOr,
    LogicalAnd,
    LogicalOr,
}

impl UnaryOperator {
    /// How it is spelled in C; a postfix operator is preceded by `post`.
    pub fn spelling(self) -> &'static str {
        match self {
            UnaryOperator::AddressOf => "&",
            UnaryOperator::Dereference => "*",
            UnaryOperator::Plus => "+",
            UnaryOperator::Minus => "-",
            UnaryOperator::BitNot => "~",
            UnaryOperator::LogicalNot => "!",
            UnaryOperator::RealPart => "__real__",
            UnaryOperator::ImaginaryPart => "__imag__",
            UnaryOperator::PreIncrement => "++",
            UnaryOperator::PreDecrement => "--",
            UnaryOperator::PostIncrement => "post++",
            UnaryOperator::PostDecrement => "post--",
        }
    }
}

impl BinaryOperator {
    /// How it is spelled in C.
    pub fn spelling(self) -> &'static str {
        match self {
            BinaryOperator::Multiply => "*",
            BinaryOperator::Divide => "/",
            BinaryOperator::Remainder => "%",
            BinaryOperator::Add => "+",
            BinaryOperator::Subtract => "-",
            BinaryOperator::ShiftLeft => "<<",
            BinaryOperator::ShiftRight => ">>",
            BinaryOperator::Less => "<",
            BinaryOperator::Greater => ">",
            BinaryOperator::LessEqual => "<=",
            BinaryOperator::GreaterEqual => ">=",
            BinaryOperator::Equal => "==",
            BinaryOperator::NotEqual => "!=",
            BinaryOperator::BitAnd => "&",
            BinaryOperator::BitXor => "^",
            BinaryOperator::BitOr => "|",
            BinaryOperator::LogicalAnd => "&&",
            BinaryOperator::LogicalOr => "||",
        }
    }
}
