//! Text: views for a terminal, with box drawing, colour when it is wanted, and never colour alone.

mod binary;
mod finding;
mod layout;
mod memory;
mod style;
#[cfg(test)]
mod tests;

pub use binary::binary;
pub use finding::finding;
pub use layout::layout;
pub(crate) use layout::own_layout;
pub use memory::memory;
pub(crate) use memory::memory_after;
pub use style::Style;
pub(crate) use style::{columns, wrap};
