//! Source text: files, places in them, and what there is to say about a place.
//!
//! Nothing here reads the disk. Text comes in through the [`Files`] trait, and diagnostics go out as
//! plain values; the binary renders them.

mod diagnostic;
mod files;
mod map;
mod span;
mod text;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use files::{Files, LoadError, MemoryFiles};
pub use map::{Position, SourceFile, SourceMap};
pub use span::{FileId, Span};
pub use text::{RAW_LENGTH, decode, is_raw, raw_byte, shown};
