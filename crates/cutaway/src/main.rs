//! `cutaway`: arguments in, files and exit statuses out; everything else lives in the rooms below.

mod arguments;
mod binary;
mod commands;
mod compile_commands;
mod diagnostics;
mod driver;
mod failure;
mod grants;
mod headers;
mod inputs;
mod neighbours;
mod outside;
mod session;
mod terminal;

use std::process::ExitCode;

use arguments::{CheckArgs, Cli, Command, ExplainArgs, Format, LimitArgs, ProgramArgs, RunArgs};
use clap::CommandFactory;
use failure::Failure;

fn main() -> ExitCode {
    let cli = arguments::parse();
    let done = match (cli.command, cli.program) {
        (Some(command), _) => dispatch(command),
        (None, Some(program)) => bare_file(program, cli.checking, cli.limits),
        (None, None) => usage(),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            if let Some(message) = failure.message() {
                eprintln!("cutaway: {message}");
            }
            ExitCode::from(failure.status())
        }
    }
}

fn dispatch(command: Command) -> Result<u8, Failure> {
    match command {
        Command::Run(arguments) => commands::run(&arguments),
        Command::Explain(arguments) => commands::explain(&arguments),
        Command::Draw(arguments) => commands::draw(&arguments),
        Command::Layout(arguments) => commands::layout(&arguments),
        Command::Trace(arguments) => commands::trace(&arguments),
        Command::Build(arguments) => commands::build(&arguments),
        Command::Completions { shell } => commands::completions(shell),
        Command::Man => commands::man(),
    }
}

/// `cutaway FILE`: told to a person, run for a pipe.
fn bare_file(program: ProgramArgs, checking: CheckArgs, limits: LimitArgs) -> Result<u8, Failure> {
    if !terminal::is_interactive() {
        return commands::run(&RunArgs { program, checking, limits });
    }
    let (format, output, steps, calls) = (Format::Text, None, None, false);
    commands::explain(&ExplainArgs { program, checking, limits, format, output, steps, calls })
}

fn usage() -> Result<u8, Failure> {
    let mut command = Cli::command();
    eprintln!("{}", command.render_help());
    Ok(failure::STATUS_USAGE)
}
