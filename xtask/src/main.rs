//! Chores of the project, one command each: `cargo xtask NAME`.

mod bench;
mod csmith;
mod fuzz;
mod setup;
mod test;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what the tests compare with, build for WebAssembly, and run every test.
    Test {
        /// Also check formatting and lints, and fail when a tool is missing.
        #[arg(long)]
        ci: bool,
    },
    /// Measure speed as ratios to named rivals, in one run.
    Bench {
        /// How often each command runs; the median counts.
        #[arg(long, default_value_t = 5)]
        rounds: usize,
        /// A directory of C programs to run checked, unchecked and natively.
        #[arg(long)]
        programs: Option<std::path::PathBuf>,
    },
    /// Compare csmith's random programs with gcc's and qemu's runs of them; findings are false alarms.
    Csmith {
        /// How many programs.
        #[arg(long, default_value_t = 100)]
        count: u64,
        /// The seed of the first program.
        #[arg(long, default_value_t = 1)]
        first: u64,
    },
    /// Run every fuzz target for a while (needs cargo-fuzz and a nightly toolchain).
    Fuzz {
        /// How long each target runs.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test { ci } => test::run(ci),
        Chore::Bench { rounds, programs } => bench::run(rounds, programs.as_deref()),
        Chore::Csmith { count, first } => csmith::run_seeds(first, count),
        Chore::Fuzz { seconds } => fuzz::run(seconds),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command in the repository's root, its output going to ours.
fn call(program: &str, arguments: &[&str]) -> Result<(), String> {
    eprintln!("$ {program} {}", arguments.join(" "));
    let status = std::process::Command::new(program)
        .args(arguments)
        .current_dir(testkit::repository())
        .status()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} failed: {status}")) }
}
