//! Debugging information as plain data: what the code generator says and DWARF 5 carries.
//!
//! The same shapes are written by `dwarf::write` and read back by `dwarf::read`, so that a binary
//! of another compiler looks the same to every view.
//!
//! `P` is how a place in the program is named: [`SymbolId`](crate::object::SymbolId) before
//! linking, a virtual address (`u64`) after it.

use std::ops::Range;

/// A compilation unit (DWARF 5 section 3.1.1).
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Unit<P = u64> {
    /// The main source file.
    pub name: String,
    /// The compiler.
    pub producer: String,
    /// The directory that the compiler ran in, to which relative names of files are relative.
    pub directory: String,
    /// What it was written in.
    pub language: Language,
    /// Source files, by index.
    pub files: Vec<String>,
    /// Types, by index; they may refer to each other in cycles.
    pub types: Vec<Type>,
    /// Functions with code.
    pub functions: Vec<Function<P>>,
    /// Variables with static storage duration at file scope.
    pub variables: Vec<Variable<P>>,
}

/// A language, as far as names and types are spelled differently (DWARF 5 section 7.12).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Language {
    #[default]
    C,
    Cpp,
    Rust,
    Go,
    Assembly,
    /// Another one, by its `DW_LANG_*` number.
    Other(u16),
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
    /// Its parameters and variables. The ranges of this scope are all its code, also what lies
    /// apart from the rest.
    pub scope: Scope<P>,
    /// What its variables' places count from.
    pub base: FrameBase,
    /// Its line table.
    pub lines: Vec<Line>,
    /// How its frame is built, for unwinding; `None` when the reader takes it from call frame
    /// information instead.
    pub frame: Option<FrameRecipe>,
}

/// What the places of a function's variables count from (DWARF 5 section 3.3.5).
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum FrameBase {
    /// The canonical frame address.
    #[default]
    Cfa,
    /// Described by DWARF expressions that hold for ranges of code, as in
    /// [`Location::Expressions`].
    Expressions(Vec<(Range<u64>, Vec<u8>)>),
}

/// A call that the compiler replaced by the called function's body (DWARF 5 section 3.3.8.2).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inlined {
    /// The function that would have been called.
    pub function: String,
    /// Where that is declared.
    pub place: Place,
    /// Where the call is written.
    pub call: Place,
}

/// A lexical block (DWARF 5 section 3.5), or the body of a function that was not called but
/// inlined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope<P = u64> {
    /// Its code, in bytes from the start of the function; several ranges are possible. One that
    /// lies before the start counts modulo 2⁶⁴.
    pub ranges: Vec<Range<u64>>,
    /// The call whose body it is; `None` for a block.
    pub inlined: Option<Box<Inlined>>,
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
    /// In each thread's copy of what is thread-local. The place is the initial value's before
    /// linking, an offset in the copies after it.
    ThreadLocal(P),
    /// So many bytes from the canonical frame address.
    Frame(i64),
    /// Described by DWARF expressions that hold for ranges of code: offsets from the function's
    /// start, expression bytes.
    Expressions(Vec<(Range<u64>, Vec<u8>)>),
    /// Nowhere, but its bytes are these (DWARF 5 section 4.1, `DW_AT_const_value`); those that are
    /// not there are zero.
    Value(Vec<u8>),
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
    /// A reference of C++ (DWARF 5 section 5.3).
    Reference {
        /// To what.
        target: TypeRef,
        /// Whether it is one to an rvalue: `&&`.
        is_rvalue: bool,
    },
    /// A pointer to a member of C++ (DWARF 5 section 5.14).
    MemberPointer {
        /// Of which class.
        class: TypeRef,
        /// The type of the member; a function's for a member function.
        target: TypeRef,
    },
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
    /// A record of which one of several forms is there (DWARF 5 section 5.7.10): an `enum` of Rust
    /// whose variants have fields.
    Variants {
        /// Its name.
        name: Option<String>,
        /// **Units**: bytes; `None` when it is only declared.
        size: Option<u64>,
        /// The member that tells which form is there; `None` when there is only one.
        discriminant: Option<Member>,
        /// The forms.
        variants: Vec<Variant>,
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

/// One form of a record of several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variant {
    /// The discriminant's value when it is this one; `None` for the one that is there when it is no
    /// other.
    pub discriminant: Option<u64>,
    /// What it holds.
    pub members: Vec<Member>,
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
    ComplexFloat,
    /// A character of Unicode.
    Utf,
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

/// A member of a struct or union (DWARF 5 section 5.7.6), or what a class inherits (section 5.7.3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its name; `None` for an anonymous struct or union, and for a base class.
    pub name: Option<String>,
    /// Its type.
    pub ty: TypeRef,
    /// **Units**: bytes from the start of the record.
    pub offset: u64,
    /// For a bit-field: its first bit, counted from the start of the record, and its width.
    pub bits: Option<(u64, u8)>,
}

impl Function {
    /// The scopes that an instruction is in, outermost first: the function's own, then the blocks
    /// and inlined calls around it. None when it is not in the function.
    pub fn scopes_at(&self, pc: u64) -> Vec<&Scope> {
        let offset = pc.wrapping_sub(self.start);
        let includes = |scope: &&Scope| scope.ranges.iter().any(|range| range.contains(&offset));
        let mut found: Vec<_> = [&self.scope].into_iter().filter(includes).collect();
        while let Some(inner) = found.last().and_then(|last| last.scopes.iter().find(includes)) {
            found.push(inner);
        }
        found
    }
}
