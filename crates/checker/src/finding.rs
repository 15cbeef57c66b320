//! Findings as plain data: what happened, to which object, where and when.

use crate::{Code, StackUse};
use machine::Moment;

/// A place in source text, with its file's name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct SourcePlace {
    /// The file's name as it was given to the compiler.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1, in bytes.
    pub column: u32,
    /// **Units**: bytes; 0 for a place without extent.
    pub length: u32,
}

/// A point of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct When {
    /// How many instructions had retired.
    pub moment: Moment,
    /// The step that was running, from 1; 0 before the first.
    pub step: u64,
    /// The instruction of the user's code that did it; where a library did, the call that led there. 0 when there is none.
    pub pc: u64,
}

/// What kind of object it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ObjectKind {
    /// A local object or parameter of this function.
    Automatic {
        /// The function.
        function: String,
    },
    /// Global, static or a string literal.
    Static {
        /// Whether it is a string literal.
        is_literal: bool,
        /// Whether it may not be written.
        is_const: bool,
    },
    /// From `malloc` or its kin.
    Allocated,
    /// From `alloca`.
    OnStack {
        /// The function that called it.
        function: String,
    },
}

/// Whether the object lives, or since when not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lifetime {
    /// It lives.
    Live,
    /// Its block was left.
    ScopeEnded(When),
    /// Its function returned.
    Returned(When),
    /// It was freed.
    Freed(When),
    /// It was resized in place: the pointer is to what it was before.
    Resized(When),
}

/// An object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ObjectRecord {
    /// What kind of object it is.
    pub kind: ObjectKind,
    /// Its name; empty for an allocated object, a string literal, a compound literal.
    pub name: String,
    /// Its type as C spells it; empty for an allocated object.
    pub ty: String,
    /// Its first byte.
    pub start: u64,
    /// **Units**: bytes.
    pub size: u64,
    /// Where it is declared; for an allocated object the user's call that allocated it.
    pub place: Option<SourcePlace>,
    /// When it was born; all zero for an object with static storage duration, and for one whose address is never taken.
    pub born: When,
    /// Whether it lives.
    pub lifetime: Lifetime,
}

/// An access to memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccessRecord {
    /// Whether it writes.
    pub is_write: bool,
    /// Its first byte.
    pub address: u64,
    /// **Units**: bytes.
    pub size: u64,
    /// The type that it is made through, as C spells it.
    pub ty: String,
    /// The bytes that the pointer may reach: those of the object, or of a member or inner array of it.
    pub reach: Option<(u64, u64)>,
    /// What else lives where it lands, when it is not the object.
    pub lands_in: Option<Box<ObjectRecord>>,
}

/// Where in the user's code it happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    /// The instruction in the user's code: the one that did it, or the call of the library that did.
    pub pc: u64,
    /// The user's function.
    pub function: String,
    /// The expression.
    pub place: SourcePlace,
    /// The library function that was called there, when it was that which did it.
    pub library: Option<String>,
}

/// An active call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallRecord {
    /// The function.
    pub function: String,
    /// Where it is: the statement or call.
    pub place: Option<SourcePlace>,
    /// Whether it is the user's.
    pub is_user: bool,
}

/// Something that C does not allow happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Which class it is.
    pub code: Code,
    /// When: its instruction is the next to retire.
    pub moment: Moment,
    /// The step that was running, from 1; 0 before the first.
    pub step: u64,
    /// The instruction that did it; it may be the library's.
    pub pc: u64,
    /// Where in the user's code.
    pub site: Site,
    /// The access, if it was one.
    pub access: Option<AccessRecord>,
    /// The object concerned, if it is known.
    pub object: Option<ObjectRecord>,
    /// For an uninitialised read: a byte for each byte of the access, its bits set where they are indeterminate.
    pub indeterminate: Vec<u8>,
    /// For a full stack: what filled it.
    pub stack: Option<StackUse>,
    /// Active calls, innermost first; of many, the innermost.
    pub calls: Vec<CallRecord>,
    /// How often the same was found at the same place.
    pub count: u64,
}
