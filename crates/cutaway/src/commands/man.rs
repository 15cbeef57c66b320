//! `cutaway completions` and `cutaway man`: made from the same definitions as the help.

use clap::CommandFactory;

use crate::arguments::Cli;
use crate::failure::Failure;
use crate::outside;

/// Prints a shell's completion script.
pub(crate) fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "cutaway", &mut script);
    outside::write_to(None, &script)?;
    Ok(0)
}

/// Prints the manual page.
pub(crate) fn man() -> Result<u8, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(Failure::from_output)?;
    outside::write_to(None, &page)?;
    Ok(0)
}
