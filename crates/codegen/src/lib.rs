//! Typed tree to RV64 object code, with debugging information and the access table.
//!
//! The code is what a compiler makes without optimization: every object has a home in memory, every
//! statement is complete before the next one begins, temporaries live in registers within one
//! expression. See `DESIGN.md` for the frame, the registers and the rows.

mod data;
mod linkage;
mod symbols;
mod unit;

mod abi;
mod aggregate;
mod arithmetic;
mod atomic;
mod branch;
mod call;
mod complex;
mod convert;
mod expression;
mod extension;
mod flatten;
mod float_instructions;
mod floating;
mod frame;
mod function;
mod immediate;
mod int128;
mod intrinsic;
mod labels;
mod long_double;
mod lvalue;
mod memory;
mod overwrites;
mod pairs;
mod parameters;
mod pieces;
mod place;
mod registers;
mod statement;
mod variadic;

mod debug;
mod messages;
mod places;
mod rows;
mod types;

mod jump;
mod start;

pub use jump::jump_objects;
pub use start::{Start, start_object};

use frontend::Interner;
use frontend::tree::Unit;
use image::access::UnitKind;
use image::object::{Object, SymbolId};
use source::{Diagnostic, SourceMap, Span};

/// What is to be said about a unit beside its tree.
#[derive(Clone, Debug)]
pub struct Options {
    /// How far its code is trusted.
    pub kind: UnitKind,
    /// The main source file: its name in the source map.
    pub name: String,
}

/// What a unit becomes.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Its code and data.
    pub object: Object,
    /// Where each symbol of the object is used first, by its index; for what is defined here, where
    /// it is declared.
    pub first_uses: Vec<Span>,
    /// What debuggers read.
    pub debug: image::debug::Unit<SymbolId>,
    /// What the checker reads.
    pub access: image::access::Unit<SymbolId>,
}

/// Generates code for a typed tree in which nothing was found wrong.
///
/// **Errors**: what the language has and the generator has not yet, each at its place.
pub fn generate(
    unit: &Unit,
    names: &Interner,
    sources: &SourceMap,
    options: &Options,
) -> Result<Generated, Vec<Diagnostic>> {
    unit::UnitGenerator::new(unit, names, sources, options).generate(options)
}
