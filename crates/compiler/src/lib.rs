//! The compiler as one function call: text in, stages, object and executable out.

mod echo;
mod library;
mod link_errors;
mod messages;
mod pipeline;
mod program;
mod warnings;

pub use frontend::{Define, Standard, WARNINGS};
pub use library::{library_files, library_source};
pub use pipeline::{Compilation, Keep, LIBRARY_INCLUDE, Options};
pub use program::{Built, Parts, Refused, Source, build, build_parts, compile};
pub use warnings::Warnings;
