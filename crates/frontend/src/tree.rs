//! The typed tree: the program with every name resolved, every type known and every conversion explicit.
//!
//! This is what the code generator reads. Nothing is folded that C could make undefined; constant
//! expressions where C requires them (array lengths, `case`, static initializers) are values already.
//!
//! Terms: an *lvalue* designates an object; [`ExprKind::Load`] is the lvalue conversion (C17 6.3.2.1p2) that reads
//! it. An *rvalue* of struct or union type is represented by the lvalue that it is read from, or by a call
//! that makes a temporary.

mod symbol;

pub use symbol::{Alias, Conventions, SymbolTraits};

use source::Span;

use crate::types::{BitRange, FunctionType, QualType, TypeId, Types};
use crate::{Floating, Name};

/// A translation unit, checked.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Every type.
    pub types: Types,
    /// Objects with static storage duration, string literals left out: globals, `static` locals, file-scope compound
    /// literals; also those only declared `extern`.
    pub globals: Vec<Global>,
    /// Functions, defined or only declared.
    pub functions: Vec<Function>,
    /// String literals; equal ones may share an entry only within one expression's macro argument (never relied upon).
    pub strings: Vec<StringObject>,
}

/// An object with static storage duration, by its index in [`Unit::globals`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct GlobalId(pub u32);

/// A function, by its index in [`Unit::functions`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FunctionId(pub u32);

/// A string literal, by its index in [`Unit::strings`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct StringId(pub u32);

/// An object with automatic storage duration, by its index in [`Body::locals`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LocalId(pub u32);

/// A label, by its index in [`Body::labels`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LabelId(pub u32);

/// Linkage (C17 6.2.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Linkage {
    /// The same entity in every translation unit.
    External,
    /// The same entity within this translation unit.
    Internal,
    /// An entity of its own: `static` locals.
    None,
}

/// An object with static storage duration.
#[derive(Clone, Debug)]
pub struct Global {
    /// Its name as written; the code generator makes symbols of `static` locals unique.
    pub name: Name,
    /// Its type; complete when it is defined.
    pub ty: QualType,
    /// Its linkage.
    pub linkage: Linkage,
    /// The function in which a `static` local is declared.
    pub function: Option<FunctionId>,
    /// Its alignment: that of its type, or what `_Alignas` asks.
    pub align: u64,
    /// Whether each thread has its own (`_Thread_local`, C17 6.2.4p4).
    pub is_thread_local: bool,
    /// What attributes say of its symbol.
    pub symbol: SymbolTraits,
    /// Its definition; `None` when it is only declared here.
    pub definition: Option<StaticInit>,
    /// Where its name is declared.
    pub span: Span,
}

/// The initial value of an object with static storage duration.
#[derive(Clone, Default, Debug)]
pub struct StaticInit {
    /// Its bytes; shorter than the object when the rest is zero, empty for all zero (bss).
    pub bytes: Vec<u8>,
    /// The addresses in it.
    pub addresses: Vec<StaticAddress>,
    /// The distances between labels in it (GNU C).
    pub distances: Vec<StaticDistance>,
}

/// A distance in a static initializer: the bytes at `offset` become that from one label to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StaticDistance {
    /// **Units**: bytes from the start of the object.
    pub offset: u64,
    /// **Units**: bytes that it has.
    pub size: u64,
    /// The distance.
    pub distance: LabelDistance,
}

/// `&&to - &&from + addend` (GNU C).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LabelDistance {
    /// The function of both labels.
    pub function: FunctionId,
    /// The label that it leads to.
    pub to: LabelId,
    /// The label that it starts from.
    pub from: LabelId,
    /// **Units**: bytes.
    pub addend: i64,
}

/// An address in a static initializer: 8 bytes at `offset` become `symbol + addend`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StaticAddress {
    /// **Units**: bytes from the start of the object.
    pub offset: u64,
    /// Whose address.
    pub base: AddressBase,
    /// **Units**: bytes.
    pub addend: i64,
}

/// What a constant address is the address of.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressBase {
    Global(GlobalId),
    Function(FunctionId),
    String(StringId),
    Label(FunctionId, LabelId),
}

/// A string literal: an array with static storage duration.
#[derive(Clone, Debug)]
pub struct StringObject {
    /// Its bytes in memory, the terminating null included.
    pub bytes: Vec<u8>,
    /// Its array type.
    pub ty: TypeId,
    /// Where it stands.
    pub span: Span,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: FunctionType,
    /// Its linkage.
    pub linkage: Linkage,
    /// Whether it is declared `_Noreturn`.
    pub is_noreturn: bool,
    /// What attributes say of its symbol.
    pub symbol: SymbolTraits,
    /// What attributes say of its calls.
    pub conventions: Conventions,
    /// Its definition; `None` when it is only declared here.
    pub body: Option<Body>,
    /// Where its name is declared; for a definition, in the definition.
    pub span: Span,
}

/// The definition of a function.
#[derive(Clone, Debug)]
pub struct Body {
    /// Every object with automatic storage duration: parameters first, in order, then locals, block-scope compound
    /// literals included.
    pub locals: Vec<Local>,
    /// How many of the locals are parameters.
    pub parameter_count: usize,
    /// Every label.
    pub labels: Vec<Label>,
    /// The statements.
    pub block: Block,
    /// From the first specifier to the closing brace.
    pub span: Span,
    /// The closing brace.
    pub end: Span,
}

/// An object with automatic storage duration.
#[derive(Clone, Debug)]
pub struct Local {
    /// Its name; `None` for a compound literal or an unnamed parameter.
    pub name: Option<Name>,
    /// Its type, complete.
    pub ty: QualType,
    /// Its alignment.
    pub align: u64,
    /// Whether its address may be taken: by `&`, or by an array's decay, or by member access that leads there.
    pub is_address_taken: bool,
    /// Where its name is declared.
    pub span: Span,
}

/// A label.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its name.
    pub name: Name,
    /// Where it is defined.
    pub span: Span,
}

/// A block: the unit of scope, and of the lifetime of the objects declared in it (C17 6.2.4p6).
#[derive(Clone, Default, Debug)]
pub struct Block {
    /// The objects that live exactly while this block is executed. Parameters live with the function.
    pub locals: Vec<LocalId>,
    /// What is executed.
    pub statements: Vec<Statement>,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// From its first token to its last.
    pub span: Span,
}

/// What a statement is. `for (init; …) body` is a [`StatementKind::Block`] that holds `init` and a loop.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// The declaration of an automatic object; a declaration of several is several statements.
    Declare {
        /// The object.
        local: LocalId,
        /// What it is initialized with; `None` leaves it indeterminate.
        initializer: Option<Vec<InitStore>>,
        /// Whether the bytes that no store covers become zero first (a braced list or string shorter than the
        /// object).
        zero_first: bool,
    },
    /// An expression evaluated for its effects; its value is discarded.
    Expr(Expr),
    /// A block.
    Block(Block),
    /// A label; the statement that it labels follows in the same block.
    Label(LabelId),
    /// `if`: the condition is scalar.
    If {
        /// The controlling expression.
        condition: Expr,
        /// Executed when it is not zero.
        then: Block,
        /// Executed when it is zero.
        otherwise: Option<Block>,
    },
    /// `while`, `do` and `for`.
    Loop {
        /// Tested before each iteration, or after it for `do`; `None` is true.
        condition: Option<Expr>,
        /// Whether the condition is tested after the body.
        tests_after: bool,
        /// Evaluated after the body, where `continue` goes.
        step: Option<Expr>,
        /// The body.
        body: Block,
    },
    /// `switch`.
    Switch {
        /// The controlling expression, promoted.
        controlling: Expr,
        /// The body, in which [`StatementKind::Case`] statements stand anywhere.
        body: Block,
        /// Every case, converted to the controlling type, by its index.
        cases: Vec<CaseRange>,
        /// Whether there is a `default`.
        has_default: bool,
    },
    /// The place where case number `index` of the innermost enclosing switch enters; the labelled statement follows.
    Case(usize),
    /// The place where `default` of the innermost enclosing switch enters.
    Default,
    /// `goto`.
    Goto(LabelId),
    /// `goto *address` (GNU C): the value of an [`ExprKind::LabelAddress`] of the same function.
    GotoComputed(Expr),
    /// `break` of the innermost enclosing loop or switch.
    Break,
    /// `continue` of the innermost enclosing loop.
    Continue,
    /// `return`.
    Return(Option<Expr>),
    /// `;`.
    Empty,
}

/// The values of a `case`: one, or with GNU C's `...` all from the first to the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseRange {
    /// The first; of `unsigned __int128` its bits.
    pub low: i128,
    /// The last; the same in ISO C.
    pub high: i128,
}

/// One store of an initialization: `value` into the object at `offset`.
#[derive(Clone, Debug)]
pub struct InitStore {
    /// **Units**: bytes from the start of the object.
    pub offset: u64,
    /// The type of the subobject.
    pub ty: TypeId,
    /// For a bit-field, its bits.
    pub bits: Option<BitRange>,
    /// The value, converted to the subobject's type. For an array initialized by a string literal the value is the
    /// [`ExprKind::String`] lvalue, whose bytes are copied (as many as the subobject holds).
    pub value: Expr,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type; for an lvalue, the (qualified) type of the object.
    pub ty: QualType,
    /// From its first token to its last.
    pub span: Span,
}

/// What an expression is. "L" marks the lvalues; every other one is a value of a scalar type unless said otherwise.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// An integer, enumeration or null pointer constant: the value, sign- or zero-extended to 64 bits as its type says;
    /// one of 128 bits that needs more is an operation.
    Integer(i64),
    /// A floating constant.
    Floating(Floating),

    /// L: a local.
    Local(LocalId),
    /// L: a global.
    Global(GlobalId),
    /// L: a string literal.
    String(StringId),
    /// L: what a pointer points to.
    Dereference(Box<Expr>),
    /// L: a member of an lvalue, or of a struct value (a call): `index` into the fields of the record type.
    Member(Box<Expr>, usize),
    /// L: a part of a complex lvalue (GNU C), or of a complex value.
    Part(Box<Expr>, ComplexPart),
    /// A complex value: its real and its imaginary part, both of the corresponding real type.
    Complex(Box<Expr>, Box<Expr>),
    /// The address of a label (GNU C), as a pointer.
    LabelAddress(FunctionId, LabelId),
    /// L: a compound literal in a block: stores, then designates the local. At file scope it is a global.
    CompoundLiteral {
        /// The unnamed object.
        local: LocalId,
        /// Its stores.
        initializer: Vec<InitStore>,
        /// As in [`StatementKind::Declare`].
        zero_first: bool,
    },
    /// A function designator; only under [`ExprKind::FunctionDecay`] and as the callee of a call.
    Function(FunctionId),

    /// Lvalue conversion: reads the object (C17 6.3.2.1p2). Also of struct type, in places where a struct value is used.
    Load(Box<Expr>),
    /// Array lvalue to pointer to its first element (C17 6.3.2.1p3).
    ArrayDecay(Box<Expr>),
    /// Function designator to pointer (C17 6.3.2.1p4).
    FunctionDecay(Box<Expr>),
    /// `&lvalue`.
    AddressOf(Box<Expr>),

    /// A conversion of a scalar to this expression's type. From and to say which one.
    Convert(Box<Expr>, Conversion),
    /// `-x`, on a promoted operand.
    Negate(Box<Expr>),
    /// `~x`, on a promoted operand; of a complex value (GNU C) the conjugate.
    BitNot(Box<Expr>),
    /// `!x`: an int, 0 or 1.
    LogicalNot(Box<Expr>),
    /// An operator whose operands have this expression's type (for shifts: the left operand has). Of complex type, one
    /// operand may have the corresponding real type: it has no imaginary part, not one of zero (C17 G.5.1, G.5.2).
    Arithmetic(ArithmeticOperator, Box<Expr>, Box<Expr>),
    /// A comparison of two operands of one arithmetic or pointer type: an int, 0 or 1.
    Compare(CompareOperator, Box<Expr>, Box<Expr>),
    /// `pointer + index`: the index has type long (or unsigned long) and counts elements of `size` bytes; negated for
    /// `pointer - index`.
    PointerAdd {
        /// The pointer.
        pointer: Box<Expr>,
        /// The index.
        index: Box<Expr>,
        /// **Units**: bytes per element.
        size: u64,
        /// Whether the index is subtracted.
        is_subtraction: bool,
    },
    /// `left - right` in elements: a long.
    PointerDifference {
        /// The minuend.
        left: Box<Expr>,
        /// The subtrahend.
        right: Box<Expr>,
        /// **Units**: bytes per element.
        size: u64,
    },
    /// `left && right`: an int.
    LogicalAnd(Box<Expr>, Box<Expr>),
    /// `left || right`: an int.
    LogicalOr(Box<Expr>, Box<Expr>),
    /// `condition ? then : otherwise`; both of this type (may be void or a struct).
    Conditional(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `left ?: right` (GNU C): `left` unless it is zero; both of this scalar type.
    OrElse(Box<Expr>, Box<Expr>),
    /// `({ … })` (GNU C): the statements, then the value; of type void when there is none. It may be a struct.
    Statement(Block, Option<Box<Expr>>),
    /// An atomic operation (C17 7.17) on the integer of 4 or 8 bytes that the first operand points to.
    Atomic(AtomicOperator, Vec<Expr>),
    /// An operation that no operator of C stands for; operands and result as [`Builtin`] says.
    Builtin(Builtin, Vec<Expr>),
    /// `left, right`.
    Comma(Box<Expr>, Box<Expr>),
    /// `target = value`, value converted to the target's unqualified type; the value of the expression is what is stored.
    /// Also of struct type (the value is a [`ExprKind::Load`], a call, a conditional, …).
    Assign(Box<Expr>, Box<Expr>),
    /// `target op= value`: the target is read once, converted to `compute`, combined with the value (of type `compute`; for
    /// shifts, of its own promoted type), converted back and stored. The target's lvalue is evaluated once. Where `compute`
    /// is complex, target and value may be real as in [`ExprKind::Arithmetic`]; a real target that is divided becomes complex.
    AssignArithmetic {
        /// The operator.
        operator: ArithmeticOperator,
        /// The lvalue.
        target: Box<Expr>,
        /// The right operand, converted.
        value: Box<Expr>,
        /// The type in which it is computed.
        compute: TypeId,
        /// Whether the expression has the value before the store: `x++` and `x--`.
        is_postfix: bool,
    },
    /// `pointer += index`, `-=`, `++`, `--`, as in [`ExprKind::PointerAdd`].
    AssignPointer {
        /// The lvalue.
        target: Box<Expr>,
        /// The index.
        index: Box<Expr>,
        /// **Units**: bytes per element.
        size: u64,
        /// Whether the index is subtracted.
        is_subtraction: bool,
        /// Whether the expression has the value before the store.
        is_postfix: bool,
    },
    /// A call. The callee is an [`ExprKind::Function`], or a value of pointer-to-function type. Arguments are converted to
    /// the parameters' types, or promoted (C17 6.5.2.2p6); they may be structs.
    Call {
        /// Whom.
        callee: Box<Expr>,
        /// The type of the called function.
        function: FunctionType,
        /// With what.
        arguments: Vec<Expr>,
    },
    /// `va_start(list)`: the operand is the `va_list` lvalue (a `void *`). Of type void.
    VaStart(Box<Expr>),
    /// `va_arg(list, type)`: the operand is the `va_list` lvalue; the type is this expression's.
    VaArg(Box<Expr>),
    /// `va_end(list)`. Of type void.
    VaEnd(Box<Expr>),
    /// `va_copy(to, from)`: an lvalue and a value. Of type void.
    VaCopy(Box<Expr>, Box<Expr>),
}

/// The parts of a complex number, in the order in which they lie in memory (C17 6.2.5p13).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComplexPart {
    Real,
    Imaginary,
}

/// Atomic operations; loads and stores are those of lvalues of atomic type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AtomicOperator {
    /// The second operand becomes the value; gives the old one.
    Exchange,
    /// If the value is what the second operand points to, the third becomes the value; else the value goes to where the
    /// second points. Gives which, as a `_Bool`.
    CompareExchange,
    /// The value becomes what the operator makes of it and the second operand, of the same type.
    Update {
        /// The operator.
        operator: ArithmeticOperator,
        /// Whether the old value is given, else the new one.
        gives_old: bool,
    },
    /// A fence; without operands, of type void.
    Fence,
}

/// Operations that GNU C spells as functions, and what variable length arrays need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Builtin {
    /// Ends the program by an exception (`ebreak`). Of type void.
    Trap,
    /// The canonical frame address of this function: a `void *`.
    FrameAddress,
    /// Where this function returns to: a `void *`.
    ReturnAddress,
    /// So many bytes (an unsigned long) at the end of the stack, until the function returns or the stack is cut: a
    /// `void *`. With the object that keeps the address of a variable length array and has its name.
    AllocateStack(Option<LocalId>),
    /// Cuts the stack: after the array that the operand (a `void *`) points to, or without operand after the frame. Of
    /// type void.
    CutStack,
    /// The square root of a float or double, of its type.
    SquareRoot,
    /// The product of two floats or doubles and the sum with a third one, rounded once, of their type.
    MultiplyAdd,
    /// What a field of the floating-point control and status register holds: an unsigned int.
    ReadControl(FloatingControl),
    /// Puts an unsigned int into such a field. Of type void.
    WriteControl(FloatingControl),
}

/// The fields of `fcsr`. **Rule**: RISC-V unprivileged "Floating-Point Control and Status Register".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatingControl {
    /// The accrued exceptions.
    Flags,
    /// The rounding mode.
    Rounding,
}

/// Conversions of scalars (C17 6.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// Between integer types (enumerations included) other than to `_Bool`.
    Integer,
    /// Any scalar to `_Bool`.
    ToBool,
    /// Integer to floating.
    IntegerToFloating,
    /// Floating to integer.
    FloatingToInteger,
    /// Between real floating types.
    Floating,
    /// Between complex types, part by part.
    Complex,
    /// Between pointer types.
    Pointer,
    /// Pointer to integer.
    PointerToInteger,
    /// Integer to pointer.
    IntegerToPointer,
    /// Anything to void.
    ToVoid,
}

/// Arithmetic operators that stay after conversion.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArithmeticOperator {
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract,
    ShiftLeft,
    ShiftRight,
    BitAnd,
    BitXor,
    BitOr,
}

/// Comparison operators.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOperator {
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    Equal,
    NotEqual,
}
