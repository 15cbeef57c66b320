//! Chores of the project, one command each: `cargo xtask NAME`.

mod assembly;
mod bench;
mod binary;
mod cache;
mod compile_speed;
mod conformance;
mod cpu_time;
mod cross;
mod csmith;
mod executables;
mod fuzz;
mod guest;
mod isa;
mod jobs;
mod library;
mod lockstep;
mod miri;
mod outcome;
mod programs;
mod release;
mod sequences;
mod setup;
mod signatures;
mod speed;
mod test;
mod torture;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use binary::Profile;
use clap::{Parser, Subcommand, ValueEnum};

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
        programs: Option<PathBuf>,
        /// Measure the machine alone: executables of GCC's, unobserved, against native and qemu-riscv64.
        #[arg(long)]
        machine: bool,
    },
    /// Measure the compiler: one large file to an object, against tcc and gcc -O0.
    CompileSpeed {
        /// The file, for instance `sqlite3.c` of SQLite's amalgamation.
        file: PathBuf,
        /// How often each compiler runs; the median counts.
        #[arg(long, default_value_t = 5)]
        rounds: usize,
        /// Options for every compiler, such as `-DNAME`.
        #[arg(last = true)]
        options: Vec<String>,
    },
    /// Compare csmith's random programs with gcc's and qemu's runs of them; findings are false alarms.
    Csmith {
        /// How many programs.
        #[arg(long, default_value_t = 100)]
        count: u64,
        /// The seed of the first program.
        #[arg(long, default_value_t = 1)]
        first: u64,
        /// Let the programs compute with `float` and `double` too.
        #[arg(long)]
        float: bool,
        /// Compare our machine's runs of GCC's executables with qemu's, instead of ours with GCC's.
        #[arg(long, conflicts_with = "float")]
        foreign: bool,
    },
    /// Compare the calling convention with GCC's: calls of random types, each compiler as caller and as callee.
    Signatures {
        /// How many programs.
        #[arg(long, default_value_t = 100)]
        count: u64,
        /// The seed of the first program.
        #[arg(long, default_value_t = 1)]
        first: u64,
    },
    /// Compare random calls of the C library with glibc's answers: printf, scanf, strtod, mathematics.
    Library {
        /// Which calls.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many calls of each kind.
        #[arg(long, default_value_t = 5_000)]
        count: u64,
    },
    /// Run programs that check themselves, such as riscv-tests' and riscv-arch-test's, here and under qemu-riscv64:
    /// executables, and assembly language, which is built.
    Isa {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How many programs run at a time.
        #[arg(long, default_value_t = jobs::COUNT_DEFAULT)]
        jobs: usize,
    },
    /// Build C programs, such as those of GCC's torture suite, with GCC and run them here and under qemu-riscv64.
    Torture {
        /// A folder, or one file.
        path: PathBuf,
        /// The options of GCC's, in one word.
        #[arg(long, default_value = "-O2", allow_hyphen_values = true)]
        options: String,
        /// How many programs run at a time.
        #[arg(long, default_value_t = jobs::COUNT_DEFAULT)]
        jobs: usize,
    },
    /// Run the C programs of a conformance suite, compiled by ours, and compare what they print with what they should.
    Conformance {
        /// Which suite: the shape of its folder.
        suite: Suite,
        /// The folder of its programs.
        path: PathBuf,
        /// How many programs run at a time.
        #[arg(long, default_value_t = jobs::COUNT_DEFAULT)]
        jobs: usize,
    },
    /// Run the programs that docs/PROGRAMS.md lists, here and under qemu-riscv64.
    Programs {
        /// The root directory in which they lie.
        root: PathBuf,
        /// Only the runs whose lines contain this.
        #[arg(long, default_value = "")]
        filter: String,
        /// How many run at a time.
        #[arg(long, default_value_t = jobs::COUNT_DEFAULT)]
        jobs: usize,
    },
    /// Choose the instruction sequences that the machine fuses, from a profile of the benches, and write them down.
    Sequences {
        /// How many.
        #[arg(long, default_value_t = 360)]
        count: usize,
    },
    /// Run a RISC-V executable, unobserved, as the other chores do.
    #[command(hide = true)]
    Guest {
        /// Say at the end how many instructions retired.
        #[arg(long)]
        count: bool,
        /// The root directory of a machine: the executable, its interpreter and libraries lie below it.
        #[arg(long)]
        root: Option<PathBuf>,
        /// Stop after each so many instructions, and go on.
        #[arg(long)]
        piece: Option<u64>,
        /// The executable and its arguments.
        #[arg(required = true, last = true)]
        arguments: Vec<String>,
    },
    /// Compare registers with qemu-riscv64's before each instruction of programs that GCC builds; then output, status, memory.
    Lockstep {
        /// C files, or folders of them, instead of this repository's programs.
        paths: Vec<PathBuf>,
        /// How many of csmith's programs besides.
        #[arg(long, default_value_t = 0)]
        csmith: u64,
        /// The seed of csmith's first program.
        #[arg(long, default_value_t = 1)]
        first: u64,
        /// How many instructions of each program are compared one by one.
        #[arg(long, default_value_t = 1_000_000)]
        instructions: u64,
        /// Run ours unwatched, as it is for users, and compare after pieces of at most so many instructions.
        #[arg(long, default_value_t = 1)]
        pieces: u64,
        /// How many programs run at a time.
        #[arg(long, default_value_t = jobs::COUNT_DEFAULT)]
        jobs: usize,
    },
    /// Run the machine's tests under Miri, which finds undefined behaviour (needs a nightly toolchain with Miri).
    Miri,
    /// Run every fuzz target for a while (needs cargo-fuzz and a nightly toolchain).
    Fuzz {
        /// How long each target runs.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
}

/// Conformance suites.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Suite {
    /// `NAME.c`, and beside it `NAME.c.expected` with what it prints.
    CTestsuite,
    /// Programs that check themselves and end with status 0, such as GCC's C torture execute tests.
    Torture,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test { ci } => test::run(ci),
        Chore::Bench { rounds, machine: true, .. } => speed::run(rounds),
        Chore::Bench { rounds, programs, machine: false } => {
            bench::run(rounds, programs.as_deref()).and_then(|()| speed::run(rounds))
        }
        Chore::CompileSpeed { file, rounds, options } => {
            compile_speed::run(rounds, &file, &options)
        }
        Chore::Csmith { count, first, float, foreign: false } => {
            csmith::run_seeds(first, count, float, Profile::Release)
        }
        Chore::Csmith { count, first, foreign: true, .. } => {
            csmith::foreign::run_seeds(first, count, jobs::COUNT_DEFAULT)
        }
        Chore::Signatures { count, first } => signatures::run_seeds(first, count, Profile::Release),
        Chore::Library { seed, count } => library::run_calls(seed, count, Profile::Release),
        Chore::Isa { paths, jobs } => isa::run(&paths, jobs),
        Chore::Torture { path, options, jobs } => {
            let options: Vec<String> = options.split_whitespace().map(String::from).collect();
            torture::run(&path, &options, jobs)
        }
        Chore::Conformance { suite, path, jobs } => conformance::run(suite, &path, jobs),
        Chore::Programs { root, filter, jobs } => programs::run(&root, &filter, jobs),
        Chore::Sequences { count } => sequences::run(count),
        Chore::Guest { count, root, piece, arguments } => {
            match guest::run(&arguments, root.as_deref(), count, piece) {
                Ok(status) => return status,
                Err(message) => Err(message),
            }
        }
        Chore::Lockstep { paths, csmith, first, instructions, pieces, jobs } => {
            lockstep::run(&lockstep::Wish {
                paths,
                random_count: csmith,
                random_first: first,
                instruction_count: instructions,
                piece_max: pieces,
                job_count: jobs,
            })
        }
        Chore::Miri => miri::run(),
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
