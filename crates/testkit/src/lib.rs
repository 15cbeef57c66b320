//! What tests share: the corpora, the tools of others to compare with, and running a command with a limit.
//!
//! A test that needs a tool that is not there says so and passes; `cargo xtask test` installs them where it can.

mod command;
mod corpus;
pub mod foreign;
mod hostile;
mod tools;

pub use command::{Finished, run, run_within};
pub use corpus::{Program, programs, repository};
pub use hostile::hostile_guest;
pub use tools::{Tool, build_with_gcc, missing, tool};
