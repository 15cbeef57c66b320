//! Attributes of GNU C, `__attribute__((name))`, and of C23 6.7.12, `[[name]]`.

use source::Span;

use super::{Expr, Identifier};

/// An attribute that changes what a program means; the others have been judged by the parser and are left out.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// What it says.
    pub kind: AttributeKind,
    /// Its name and arguments.
    pub span: Span,
}

/// What an attribute says.
#[derive(Clone, Debug)]
pub enum AttributeKind {
    /// `packed`: no padding before a member, or before any member of a record.
    Packed,
    /// `aligned(n)`: at least this alignment; without an argument the largest of any scalar type.
    Aligned(Option<Box<Expr>>),
    /// `noreturn`.
    Noreturn,
    /// `weak`: another definition may take its place; without any its address is 0.
    Weak,
    /// `alias("target")`: another name of what is defined in this file.
    Alias(String),
    /// `section("name")`.
    Section(String),
    /// `asm("name")` behind a declarator: what the linker calls it.
    SymbolName(String),
    /// `constructor`, `constructor(priority)`: called before `main`.
    Constructor(Option<Box<Expr>>),
    /// `destructor`, `destructor(priority)`: called after `main`.
    Destructor(Option<Box<Expr>>),
    /// `mode(DI)`: a type of that machine mode.
    Mode(String),
    /// `cleanup(function)`: called with the object's address where its lifetime ends.
    Cleanup(Identifier),
    /// `transparent_union`: a parameter of this type takes what any member can hold.
    TransparentUnion,
    /// `gnu_inline`: `extern inline` gives no external definition, `inline` does.
    GnuInline,
    /// `warn_unused_result`, `nodiscard`.
    Nodiscard,
    /// `deprecated`, `deprecated("reason")`; and `unavailable`, `error`, `warning` are near it.
    Deprecated(Option<String>),
    /// `nonnull`, `nonnull(1, 2)`: parameters, counted from 1, that may not be null; all without numbers.
    Nonnull(Vec<Expr>),
    /// `format(printf, string, first)`: parameters, counted from 1.
    Format {
        /// Whether it is as for `scanf`.
        is_scan: bool,
        /// The format.
        string: Box<Expr>,
        /// The first of the arguments that it speaks of; 0 when they are in a list.
        first: Box<Expr>,
    },
    /// `#pragma pack(n)`: the largest alignment of members.
    Pack(Box<Expr>),
    /// `#pragma weak name`, `#pragma weak name = target`.
    PragmaWeak(String, Option<String>),
}
