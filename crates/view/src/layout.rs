//! The layout: the regions of the address space, highest addresses first.

use serde::Serialize;

/// What lives in a region.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegionKind {
    /// The compiled program.
    Code,
    /// Constants and string literals.
    ReadOnlyData,
    /// Initialized global and static objects.
    Data,
    /// Global and static objects that start as zero.
    Bss,
    /// Objects from `malloc`; grows up.
    Heap,
    /// Code and data of a shared library, or of the interpreter that loads them.
    Library,
    /// Other mappings.
    Mapped,
    /// Frames; grows down.
    Stack,
    /// Below the stack's limit: touching it is a stack overflow.
    Guard,
    /// Nothing is mapped.
    Unmapped,
}

/// A named thing in a region.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NamedSize {
    /// Its name: a function's, an object's, or a string literal in quotes.
    pub name: String,
    /// Its address.
    pub address: u64,
    /// **Units**: bytes.
    pub size: u64,
    /// Whether it belongs to the C library.
    pub is_library: bool,
    /// Where it is declared: `file:line`.
    pub place: Option<String>,
}

/// A region.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RegionView {
    /// What it is for.
    pub kind: RegionKind,
    /// The shared library that it is of: `libc.so.6`.
    pub library: Option<String>,
    /// Its first byte.
    pub start: u64,
    /// One past its last byte.
    pub end: u64,
    /// May be read.
    pub readable: bool,
    /// May be written.
    pub writable: bool,
    /// May be executed.
    pub executable: bool,
    /// How much of it is in use: the section's size; for the heap up to the break, for the stack
    /// from the stack pointer.
    ///
    /// **Units**: bytes.
    pub used: u64,
    /// For a stack: how far it may grow; otherwise the size.
    pub limit: u64,
    /// How many of its pages are backed by physical memory.
    pub resident_pages: u64,
    /// What is in it: the user's own things first, then the largest of the library.
    pub contents: Vec<NamedSize>,
}

/// The address space.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
pub struct LayoutView {
    /// Its regions, highest addresses first, unmapped gaps included.
    pub regions: Vec<RegionView>,
}
