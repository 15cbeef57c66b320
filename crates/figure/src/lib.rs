//! Figures: views as words, as text for a terminal, as SVG, Markdown and HTML.
//!
//! Every exporter is a pure function of a view: the same view gives the same bytes. What a thing is called and what a
//! sentence says is decided in [`words`], once for all of them; `text` and `svg` only draw.

mod document;
mod svg;
mod text;
pub mod words;

#[cfg(test)]
mod sample;

pub use document::{Rendering, html, markdown, plain_text};
pub use svg::{Caption, What, draw};
pub use text::{
    Style, binary as binary_text, finding as finding_text, layout as layout_text,
    memory as memory_text,
};
