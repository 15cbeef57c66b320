//! The verbs, one file each.

mod build;
mod draw;
mod explain;
mod layout;
mod man;
mod run;
mod trace;

pub(crate) use build::build;
pub(crate) use draw::draw;
pub(crate) use explain::explain;
pub(crate) use layout::layout;
pub(crate) use man::{completions, man};
pub(crate) use run::run;
pub(crate) use trace::trace;
