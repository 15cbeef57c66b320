//! The access table: what C meant at each place of the code.
//!
//! It travels in the non-loaded section [`SECTION_NAME`] of objects and executables, one [`Unit`]
//! per translation unit, and is the only thing, beside ELF and DWARF, that the running side learns
//! from the compiling side. A binary without it runs all the same, with less precision.
//!
//! Terms: a *row* is (offset in its function, before or after the instruction there, event,
//! operands). A *live set* is the set of automatic objects whose lifetime includes a range of code;
//! what a control transfer gives birth to and ends is the difference of two live sets, so no
//! statement needs a rule of its own.
//!
//! `P` is how a place in the program is named: [`SymbolId`](crate::object::SymbolId) before
//! linking, a virtual address (`u64`) after it.

use riscv::Reg;
use std::ops::Range;

mod check;
mod codec;
mod decode;
mod encode;
mod table;

pub use check::{Fault, FaultKind};
pub use codec::CodecError;
pub use decode::decode;
pub use encode::encode;
pub use table::{AccessTable, LiveSet};

/// The section that holds the table.
pub const SECTION_NAME: &str = ".cutaway.access";

/// The access table of one translation unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit<P = u64> {
    /// The main source file.
    pub name: String,
    /// How far its code is trusted.
    pub kind: UnitKind,
    /// The source files that its places name, by index.
    pub files: Vec<String>,
    /// The types that its rows and objects name, by index.
    pub types: Vec<TypeRecord>,
    /// Its functions.
    pub functions: Vec<Function<P>>,
    /// Its objects with static storage duration, string literals included.
    pub statics: Vec<Static<P>>,
}

/// How far the code of a translation unit is trusted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    /// The user's: steps are counted in it, findings are placed in it.
    User,
    /// The C library's: findings are placed at the user's call that led there.
    Library,
    /// The allocator's: it handles its own headers, so its accesses are not checked.
    Allocator,
}

/// A place in source text.
///
/// **Units**: `line` and `column` count from 1; `column` and `length` count bytes. A length of 0 is
/// a place without extent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The file, by its index in [`Unit::files`].
    pub file: u16,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u16,
    /// How many bytes it covers, at most to the end of the line.
    pub length: u16,
}

/// A type as rows need it; DWARF has the rest.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TypeRecord {
    /// As C spells it: `int *`.
    pub name: String,
    /// **Units**: bytes.
    pub size: u64,
    /// What kind of type it is.
    pub class: TypeClass,
}

/// What kind of type it is, as far as the checker cares.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TypeClass {
    /// `char`, `signed char`, `unsigned char`: may be read while indeterminate, and alias
    /// everything.
    Character,
    /// Another scalar that is not a pointer.
    Scalar,
    /// A pointer.
    Pointer,
    /// A struct, union or array.
    Aggregate,
}

/// An index into [`Unit::types`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeIndex(pub u16);

/// An index into [`Function::objects`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjectIndex(pub u16);

/// The rows of one function.
///
/// **Shape**: offsets count bytes from the function's first instruction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Function<P = u64> {
    /// Its name.
    pub name: String,
    /// Its first instruction.
    pub start: P,
    /// **Units**: bytes of code.
    pub size: u32,
    /// Where its name is declared in its definition.
    pub place: Place,
    /// The code in which `s0` holds the canonical frame address: from just after the prologue set
    /// it, to just before the epilogue restores it. Rows and live ranges lie within.
    pub framed: Range<u32>,
    /// Its automatic objects: parameters first, in order.
    pub objects: Vec<Object>,
    /// How many of the objects are parameters.
    pub parameter_count: u16,
    /// Its live sets: sorted, not overlapping; where there is none, the live set is empty.
    pub live: Vec<LiveRange>,
    /// Its rows, sorted by offset; rows of one instruction in the order in which they apply.
    pub rows: Vec<Row>,
}

/// An object with automatic storage duration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Object {
    /// Its name; empty for a compound literal or an unnamed parameter.
    pub name: String,
    /// **Units**: bytes from the canonical frame address (the value of the stack pointer at the
    /// call); negative.
    pub cfa_offset: i32,
    /// **Units**: bytes.
    pub size: u64,
    /// Its type.
    pub ty: TypeIndex,
    /// Where its name is declared.
    pub place: Place,
    /// Whether pointers to it may exist, so that it needs an allocation of its own.
    pub is_address_taken: bool,
}

/// The objects that are alive while the program counter is in a range of code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LiveRange {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The objects, sorted.
    pub objects: Vec<ObjectIndex>,
}

/// An object with static storage duration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Static<P = u64> {
    /// Its name; for a string literal, empty.
    pub name: String,
    /// Its first byte.
    pub start: P,
    /// Whether each thread has its own copy: then this one is the first thread's. In the section
    /// the start is an offset in each copy.
    pub is_thread_local: bool,
    /// **Units**: bytes.
    pub size: u64,
    /// Its type.
    pub ty: TypeIndex,
    /// Where it is declared, or the literal stands.
    pub place: Place,
    /// Whether it may not be written: `const`, or a string literal.
    pub is_const: bool,
    /// Whether it is a string literal.
    pub is_literal: bool,
    /// The function that a `static` local belongs to.
    pub function: Option<String>,
}

/// One row: an event at an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// The instruction.
    pub offset: u32,
    /// What C means there.
    pub event: Event,
    /// The expression or statement that means it.
    pub place: Place,
}

/// What C means at an instruction. "Before" rows are judged before the instruction executes and may
/// stop it; "after" rows apply to what it has left in the registers. Operands named `base` and
/// `source` mean the register's value (and tag) before the instruction, `target` after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// Before: a statement, declaration or controlling expression is about to run: a step.
    Statement,
    /// Before: a declaration without initializer is reached; the object's value is indeterminate
    /// from here (C17 6.2.4p6).
    Declare {
        /// The object.
        object: ObjectIndex,
    },
    /// Before: the value of an object is read (lvalue conversion, C17 6.3.2.1p2), or a whole struct
    /// is (then nothing is said of its indeterminate bytes).
    Read(Access),
    /// Before: an object is written.
    Write(Access),
    /// After: `target` holds the address of an automatic object.
    Local {
        /// The register.
        target: Reg,
        /// The object.
        object: ObjectIndex,
    },
    /// After: `target` holds the address of the first byte of an object with static storage
    /// duration.
    Static {
        /// The register.
        target: Reg,
    },
    /// After: `target` holds a pointer to a member or an inner array: its range is `size` bytes
    /// from its value, within that of `base`.
    Member {
        /// The register.
        target: Reg,
        /// Where the pointer to the whole was (may be the same register).
        base: Reg,
        /// **Units**: bytes.
        size: u64,
    },
    /// After: `target` holds `base` plus or minus a count of elements.
    Arithmetic {
        /// The register.
        target: Reg,
        /// Where the pointer was.
        base: Reg,
    },
    /// After: `target` holds `base`, converted to a pointer to a character type from a pointer to
    /// another scalar type of `size` bytes. If it could reach one such scalar only, it reaches the
    /// whole object again: by `offsetof`, much code goes from a member back to the whole.
    Characters {
        /// The register.
        target: Reg,
        /// Where the pointer was.
        base: Reg,
        /// **Units**: bytes.
        size: u64,
    },
    /// After: a pointer became an integer; its object is exposed.
    ToInteger {
        /// The register that holds the integer.
        target: Reg,
        /// Where the pointer was.
        source: Reg,
    },
    /// After: an integer became a pointer.
    FromInteger {
        /// The register that holds the pointer.
        target: Reg,
    },
    /// Before: the call instruction of a call expression.
    Call,
    /// Before: `pointer` is the start of `size` bytes that an allocator hands out (both are
    /// registers). After it the pointer (in the same register) carries the new object's tag.
    Born {
        /// Where the pointer is.
        pointer: Reg,
        /// Where the size is.
        size: Reg,
    },
    /// Before: as [`Event::Born`], but the object at `pointer` lives on with another size
    /// (`realloc` in place).
    Resized {
        /// Where the pointer is.
        pointer: Reg,
        /// Where the size is.
        size: Reg,
    },
    /// Before: the object at `pointer` is given back to the allocator.
    Died {
        /// Where the pointer is.
        pointer: Reg,
    },
    /// After: `pointer` is the start of `size` bytes at the end of the stack (both are registers): a variable length array
    /// (C17 6.7.6.2), or what `alloca` gives. The pointer carries the new object's tag.
    StackBorn {
        /// Where the pointer is.
        pointer: Reg,
        /// Where the size is.
        size: Reg,
        /// The object that the array's address is kept in, and that has its name; `None` of `alloca`.
        array: Option<ObjectIndex>,
    },
    /// After: the stack pointer has risen: what this call has at the end of the stack below it has ended.
    StackCut,
}

/// A read or write through an lvalue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Access {
    /// The address is this register's value plus `offset`.
    pub base: Reg,
    /// **Units**: bytes.
    pub offset: i32,
    /// **Units**: bytes of the lvalue's type.
    pub size: u64,
    /// The lvalue's type.
    pub ty: TypeIndex,
    /// Whether `base` holds a pointer that the program made; otherwise the address is that of a
    /// named object, right by construction (`base` is then the frame pointer or a symbol's
    /// address).
    pub is_indirect: bool,
    /// For a bit-field: its lowest bit in the accessed bytes and its width.
    pub bits: Option<(u8, u8)>,
}
