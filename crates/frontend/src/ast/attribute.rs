//! Attributes of GNU C, `__attribute__((name))`, and of C23 6.7.12, `[[name]]`.

use source::Span;

use super::Expr;

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
}
