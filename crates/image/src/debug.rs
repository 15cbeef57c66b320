//! Debugging information as plain data: what the code generator says and DWARF 5 carries.
//!
//! The same shapes are written by `dwarf::write` and read back by `dwarf::read`, so that a binary
//! of another compiler looks the same to every view.
//!
//! `P` is how a place in the program is named: [`SymbolId`](crate::object::SymbolId) before
//! linking, a virtual address (`u64`) after it.

use std::ops::Range;

/// A compilation unit (DWARF 5 section 3.1.1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit<P = u64> {
    /// The main source file.
    pub name: String,
    /// The compiler.
    pub producer: String,
    /// Source files, by index.
    pub files: Vec<String>,
    /// Types, by index; they may refer to each other in cycles.
    pub types: Vec<Type>,
    /// Functions with code.
    pub functions: Vec<Function<P>>,
    /// Variables with static storage duration at file scope.
    pub variables: Vec<Variable<P>>,
}

/// An index into [`Unit::types`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeRef(pub u32);

/// A place of a declaration; line 0 when it is not known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Place {
    /// The file, by its index in [`Unit::files`].
    pub file: u32,
    /// From 1.
    pub line: u32,
    /// From 1, in bytes; 0 when not known.
    pub column: u32,
}

/// A function (DWARF 5 section 3.3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Function<P = u64> {
    /// Its name.
    pub name: String,
    /// Its first instruction.
    pub start: P,
    /// **Units**: bytes of code.
    pub size: u64,
    /// Where it is declared.
    pub place: Place,
    /// What it returns; `None` for void.
    pub result: Option<TypeRef>,
    /// Whether other units see it.
    pub is_external: bool,
    /// Whether it is declared with a prototype.
    pub is_prototyped: bool,
    /// Its parameters and variables.
    pub scope: Scope<P>,
    /// Its line table.
    pub lines: Vec<Line>,
    /// How its frame is built, for unwinding; `None` when the reader takes it from call frame
    /// information instead.
    pub frame: Option<FrameRecipe>,
}

/// A lexical block (DWARF 5 section 3.5).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope<P = u64> {
    /// Its code, in bytes from the start of the function; several ranges are possible.
    pub ranges: Vec<Range<u64>>,
    /// Its variables; in a function's outermost scope the parameters come first.
    pub variables: Vec<Variable<P>>,
    /// Blocks within it.
    pub scopes: Vec<Scope<P>>,
}

/// A variable or parameter (DWARF 5 section 4.1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variable<P = u64> {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: TypeRef,
    /// Where it is declared.
    pub place: Place,
    /// Whether it is a parameter.
    pub is_parameter: bool,
    /// Whether other units see it.
    pub is_external: bool,
    /// Where it is.
    pub location: Location<P>,
}

/// Where a variable is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Location<P = u64> {
    /// At a fixed address.
    Address(P),
    /// So many bytes from the canonical frame address.
    Frame(i64),
    /// Described by DWARF expressions that hold for ranges of code: offsets from the function's
    /// start, expression bytes.
    Expressions(Vec<(Range<u64>, Vec<u8>)>),
    /// Nowhere: it was optimized away.
    None,
}

/// A row of the line table (DWARF 5 section 6.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// **Units**: bytes from the start of the function.
    pub offset: u64,
    /// The place.
    pub place: Place,
    /// Whether a statement begins here.
    pub is_statement: bool,
    /// Whether the prologue ends here.
    pub is_prologue_end: bool,
}

/// The frame that our own prologue builds, for call frame information (DWARF 5 section 6.4):
/// `addi sp,sp,-size; sd ra,size-8(sp); sd s0,size-16(sp); addi s0,sp,size`, undone by the
/// epilogue.
///
/// In a variadic function the save area of the argument registers lies between the canonical frame
/// address and the saved registers, so these are 64 bytes lower: CFA−72 and CFA−80.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FrameRecipe {
    /// Just after the stack pointer moved; CFA = sp + size from here.
    pub allocated: u32,
    /// **Units**: bytes by which it moved.
    pub size: u64,
    /// **Units**: bytes from the CFA to where `ra` is saved: −8, or −72 in a variadic function.
    pub ra_offset: i32,
    /// **Units**: bytes from the CFA to where the caller's `s0` is saved: −16, or −80 in a variadic
    /// function.
    pub fp_offset: i32,
    /// Just after `ra` and `s0` were saved at `ra_offset` and `fp_offset`.
    pub saved: u32,
    /// Just after `s0` became the CFA; CFA = s0 from here.
    pub framed: u32,
    /// Just after the epilogue restored `ra` and `s0`; CFA = sp + size again.
    pub restored: u32,
    /// Just after the epilogue moved the stack pointer back; CFA = sp.
    pub released: u32,
}

/// A type (DWARF 5 chapter 5).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    /// A base type.
    Base {
        /// Its name.
        name: String,
        /// **Units**: bytes.
        size: u64,
        /// How its bits are read.
        encoding: Encoding,
    },
    /// A pointer; `None` is `void *`.
    Pointer(Option<TypeRef>),
    /// A qualified type; `None` is `void`.
    Qualified(Qualifier, Option<TypeRef>),
    /// A typedef.
    Typedef {
        /// Its name.
        name: String,
        /// What it stands for; `None` is `void`.
        target: Option<TypeRef>,
    },
    /// An array of one dimension; an array of arrays is two.
    Array {
        /// Of what.
        element: TypeRef,
        /// How many; `None` when it is not known.
        length: Option<u64>,
    },
    /// A struct or union.
    Record {
        /// Whether it is a union.
        is_union: bool,
        /// Its tag.
        name: Option<String>,
        /// **Units**: bytes; `None` when it is only declared.
        size: Option<u64>,
        /// Its members.
        members: Vec<Member>,
    },
    /// An enumeration.
    Enum {
        /// Its tag.
        name: Option<String>,
        /// **Units**: bytes.
        size: u64,
        /// Whether its values are signed.
        is_signed: bool,
        /// Its enumerators.
        enumerators: Vec<(String, i64)>,
    },
    /// A function.
    Function {
        /// What it returns; `None` is `void`.
        result: Option<TypeRef>,
        /// Its parameters.
        parameters: Vec<TypeRef>,
        /// Whether `...` follows, or nothing is said of the parameters.
        is_variadic: bool,
    },
    /// A type that has no counterpart here, by its DWARF tag's name.
    Other(String),
}

/// How the bits of a base type are read (DWARF 5 section 5.1.1).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Boolean,
    SignedChar,
    UnsignedChar,
    Signed,
    Unsigned,
    Float,
    Other(u8),
}

/// A type qualifier (DWARF 5 section 5.3).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    Const,
    Volatile,
    Restrict,
    Atomic,
}

/// A member of a struct or union (DWARF 5 section 5.7.6).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its name; `None` for an anonymous struct or union.
    pub name: Option<String>,
    /// Its type.
    pub ty: TypeRef,
    /// **Units**: bytes from the start of the record.
    pub offset: u64,
    /// For a bit-field: its first bit, counted from the start of the record, and its width.
    pub bits: Option<(u64, u8)>,
}
