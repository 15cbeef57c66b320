//! C17 text to a typed tree, in four steps that can each be looked at:
//! preprocessing tokens and macros → tokens → syntax tree → typed tree with every conversion explicit.
//!
//! Each step takes values and gives values with diagnostics; none fails.

mod name;
mod standard;
mod warnings;

pub mod ast;
pub mod token;
pub mod tree;
pub mod types;

mod floating;

pub use floating::Floating;
pub use name::{Interner, Name};
pub use standard::{Edition, Standard};
pub use warnings::{ON_REQUEST, WARNINGS, warning_named};

mod constant;
mod lint;
mod near;
mod parse;
mod preprocess;
mod sema;

pub use lint::lint;
pub use parse::parse;
pub use preprocess::{Define, PreprocessOptions, expand_to_text, preprocess, source_text};
pub use sema::{check, dump as dump_tree};
