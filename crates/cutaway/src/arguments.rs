//! The command line: one definition, from which help, completions and the man page come.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use compiler::Standard;

use crate::inputs;

/// See what memory does when a program runs.
///
/// cutaway compiles a C program for a simulated RISC-V machine, runs it there, and shows memory at every step: code, data,
/// heap, stack, the frames of calls, and the garbage that a popped frame leaves behind.
#[derive(Parser, Debug)]
#[command(name = "cutaway", version, propagate_version = true, after_help = EXIT_STATUSES)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(arg_required_else_help = true)]
pub(crate) struct Cli {
    /// What to do; without it, `explain` when input and output are terminals, else `run`.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The program, when no command is named.
    #[command(flatten)]
    pub(crate) program: Option<ProgramArgs>,
    #[command(flatten)]
    pub(crate) checking: CheckArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const EXIT_STATUSES: &str = "\
Exit status: the program's own (128+N when signal N ended it); 1 when the C does not compile;
2 for wrong use; 125 when cutaway itself fails; --error-exitcode N replaces the program's own
when there were findings. Commands that only show (explain, draw, layout, trace, build) exit with 0.";

/// The verbs.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Run a program, as `cc FILE && ./a.out` would, and report what it does wrong.
    Run(RunArgs),
    /// Tell the story of a run: what memory does at every step, in words and pictures.
    Explain(ExplainArgs),
    /// Draw memory at one moment as an SVG figure.
    Draw(DrawArgs),
    /// List the sections of a program in memory: ranges, permissions, what lives there.
    Layout(LayoutArgs),
    /// Write every step of a run as JSON, one object a line.
    Trace(TraceArgs),
    /// Compile and link to a RISC-V ELF executable.
    Build(BuildArgs),
    /// Print a shell's completion script.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// A program: C text and how to compile it, or a binary.
#[derive(Args, Clone, Debug)]
pub(crate) struct ProgramArgs {
    /// The program: a C source file, an object file or library (`.o`, `.a`), a `compile_commands.json` or its directory, or a RISC-V
    /// Linux binary (ELF) of any compiler.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Look for included files in DIR too.
    #[arg(short = 'I', value_name = "DIR")]
    pub(crate) include: Vec<String>,
    /// Define a macro, as `NAME` or `NAME=VALUE`.
    #[arg(short = 'D', value_name = "NAME[=VALUE]")]
    pub(crate) define: Vec<String>,
    /// Undefine a macro.
    #[arg(short = 'U', value_name = "NAME")]
    pub(crate) undefine: Vec<String>,
    /// The language standard (also written `-std=`), such as c89, c99, c11, c17, c23, gnu17 (the default) or gnu23: it
    /// says which words are keywords.
    #[arg(long, value_name = "STANDARD", value_parser = standard)]
    pub(crate) std: Option<Standard>,
    /// Ask for a warning by its name, or with `no-` before it for none of that kind: `-Wshadowing`, `-Wno-missing-break`;
    /// `-Werror` makes errors of all. Most are told anyway; GCC's names for them are known too.
    #[arg(short = 'W', value_name = "[no-]WARNING")]
    pub(crate) warning: Vec<String>,
    /// Tell no warnings.
    #[arg(short = 'w', overrides_with = "no_warnings")]
    pub(crate) no_warnings: bool,
    /// Compile each C file as this compilation database says (`compile_commands.json`, or its directory).
    #[arg(long, value_name = "FILE")]
    pub(crate) compile_commands: Option<PathBuf>,
    /// Let the program see DIR as its root directory, and change nothing in it.
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// Let the program use the directory HOST, which it finds at GUEST; with `:ro`, change nothing in it.
    #[arg(long, value_name = "HOST[:GUEST][:ro]")]
    pub(crate) dir: Vec<String>,
    /// Give the program an environment variable, beside the few that it always has.
    #[arg(long = "env", value_name = "NAME=VALUE", value_parser = parse_variable)]
    pub(crate) environment: Vec<String>,
    /// Further C source files, object files and libraries of the program, then its arguments; those that begin with `-` or end in
    /// `.c`, `.o` or `.a` come after `--`.
    #[arg(value_name = "FILES|ARGS")]
    pub(crate) words: Vec<String>,
    /// Arguments for the program, after `--`.
    #[arg(last = true, value_name = "ARGS", hide = true)]
    pub(crate) rest: Vec<String>,
}

impl ProgramArgs {
    /// What is granted. The options stand among the others: clap does not see that a group is there which has another in it.
    pub(crate) fn grants(&self) -> GrantArgs {
        GrantArgs { root: self.root.clone(), dir: self.dir.clone() }
    }

    /// The environment: the given variables in place of those of the same name, or after them.
    pub(crate) fn environment(&self, given: Vec<String>) -> Vec<String> {
        let name = |variable: &str| variable.split('=').next().unwrap_or_default().to_string();
        let is_kept =
            |variable: &String| self.environment.iter().all(|other| name(other) != name(variable));
        given.into_iter().filter(is_kept).chain(self.environment.iter().cloned()).collect()
    }

    /// The arguments for the program.
    pub(crate) fn arguments(&self) -> Vec<String> {
        let words = self.words.iter().skip(self.further_part_count());
        words.chain(&self.rest).cloned().collect()
    }

    /// The files that the program is made of: the first one, and those that follow it at once.
    pub(crate) fn parts(&self) -> Vec<PathBuf> {
        let further = self.words.iter().take(self.further_part_count()).map(PathBuf::from);
        [self.file.clone()].into_iter().chain(further).collect()
    }

    fn further_part_count(&self) -> usize {
        let is_named = |path: &Path| {
            path.extension().is_some_and(|it| ["c", "o", "a"].iter().any(|part| it == *part))
        };
        let count = self.words.iter().take_while(|word| is_named(Path::new(word))).count();
        if inputs::is_part(&self.file) { count } else { 0 }
    }
}

/// What of this machine's files the program may use; without it, nothing.
#[derive(Clone, Debug)]
pub(crate) struct GrantArgs {
    /// Let the program see DIR as its root directory, and change nothing in it.
    pub(crate) root: Option<PathBuf>,
    /// Let the program use the directory HOST, which it finds at GUEST; with `:ro`, change nothing in it.
    pub(crate) dir: Vec<String>,
}

/// What is checked, and what a finding does.
#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArgs {
    /// Which checks watch the run; without it all of them, as far as the program was built by cutaway.
    #[arg(long, value_enum, value_name = "WHICH")]
    pub(crate) check: Option<Check>,
    /// Whether the run stops at a finding, or goes on as the hardware would.
    #[arg(long, value_enum, default_value = "continue", value_name = "WHAT")]
    pub(crate) after_finding: AfterFinding,
    /// Exit with N when there were findings.
    #[arg(long, value_name = "N")]
    pub(crate) error_exitcode: Option<u8>,
}

/// Which checks watch the run.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Check {
    /// All of them.
    All,
    /// None: the program runs as on bare hardware.
    None,
}

/// What a finding does to the run.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AfterFinding {
    /// The run stops before the access.
    Stop,
    /// The run goes on as the hardware would.
    Continue,
}

/// How far a run may go.
#[derive(Args, Clone, Debug)]
pub(crate) struct LimitArgs {
    /// Stop the run after N steps (statements of the program).
    #[arg(long, value_name = "N")]
    pub(crate) max_steps: Option<u64>,
    /// Stop the run after so much output (suffixes K, M, G).
    #[arg(long, value_name = "BYTES", value_parser = parse_size)]
    pub(crate) max_output: Option<u64>,
}

fn parse_variable(text: &str) -> Result<String, String> {
    match text.split_once('=') {
        Some((name, _)) if !name.is_empty() => Ok(text.into()),
        _ => Err(format!("`{text}` is not a variable such as LANG=C")),
    }
}

fn parse_size(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.as_bytes().last() {
        Some(b'K' | b'k') => (&text[..text.len() - 1], 10),
        Some(b'M' | b'm') => (&text[..text.len() - 1], 20),
        Some(b'G' | b'g') => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    let number: u64 =
        digits.parse().map_err(|_| format!("`{text}` is not a size such as 4096 or 64K"))?;
    number.checked_mul(1 << shift).ok_or_else(|| format!("`{text}` is too large"))
}

/// `cutaway run`.
#[derive(Args, Debug)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    #[command(flatten)]
    pub(crate) checking: CheckArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// `cutaway explain`.
#[derive(Args, Debug)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    #[command(flatten)]
    pub(crate) checking: CheckArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// The form of the story.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Write into this directory, with one SVG figure for each entry.
    #[arg(short = 'o', long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Tell only these steps, each statement of them: `A..B`, `A..`, `..B`.
    #[arg(long, value_name = "A..B", value_parser = parse_steps)]
    pub(crate) steps: Option<(u64, u64)>,
    /// Tell only calls and returns.
    #[arg(long)]
    pub(crate) calls: bool,
}

/// A range of steps, both ends included: `3..7`, `3..`, `..7`, `3`.
fn parse_steps(text: &str) -> Result<(u64, u64), String> {
    let explain = || format!("`{text}` is not a range of steps such as 3..7");
    let number = |part: &str, empty: u64| match part.trim() {
        "" => Ok(empty),
        digits => digits.parse::<u64>().map_err(|_| explain()),
    };
    let (first, last) = match text.split_once("..") {
        Some((first, last)) => (number(first, 1)?, number(last.trim_start_matches('='), u64::MAX)?),
        None => (number(text, 0)?, number(text, 0)?),
    };
    if first == 0 || first > last { Err(explain()) } else { Ok((first, last)) }
}

/// Forms of the story.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// For a terminal.
    Text,
    /// Markdown, with the figures as SVG files beside it.
    Markdown,
    /// One HTML page with the figures inside.
    Html,
}

/// `cutaway draw`.
#[derive(Args, Debug)]
pub(crate) struct DrawArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    /// When: a step number, `FILE:LINE`, or `FUNCTION:LINE` counted within it.
    #[arg(long, value_name = "PLACE|STEP")]
    pub(crate) at: String,
    /// Which part of memory.
    #[arg(long, value_enum, default_value = "all")]
    pub(crate) what: What,
    /// Where to write the figure; standard output without it.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Which part of memory is drawn.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// The layout of the address space.
    Layout,
    /// The stack.
    Stack,
    /// The heap.
    Heap,
    /// All of it.
    All,
}

/// `cutaway layout`.
#[derive(Args, Debug)]
pub(crate) struct LayoutArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    /// List every object and function, the C library's too.
    #[arg(long)]
    pub(crate) all: bool,
}

/// `cutaway trace`.
#[derive(Args, Debug)]
pub(crate) struct TraceArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    #[command(flatten)]
    pub(crate) checking: CheckArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// The form of the trace.
    #[arg(long, value_enum, default_value = "json")]
    pub(crate) format: TraceFormat,
    /// Where to write it; standard output without it.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Forms of a trace.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TraceFormat {
    /// One JSON object a line; docs/TRACE.md describes them.
    Json,
}

/// `cutaway build`.
#[derive(Args, Debug)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) program: ProgramArgs,
    /// Where to write the executable.
    #[arg(short = 'o', long, value_name = "FILE", default_value = "a.elf")]
    pub(crate) output: PathBuf,
    /// Compile only: write a relocatable object that any RISC-V linker takes.
    #[arg(short = 'c')]
    pub(crate) compile_only: bool,
}

fn standard(name: &str) -> Result<Standard, String> {
    Standard::named(name).ok_or_else(|| "it is none that C compilers know".into())
}

/// The command line, with what C compilers spell in their own way as clap wants it.
pub(crate) fn parse() -> Cli {
    Cli::parse_from(arguments(std::env::args_os()))
}

/// The options before `--`, but for those of C compilers that change nothing here.
fn arguments(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut is_for_program = false;
    given
        .filter_map(|argument| {
            is_for_program |= argument == "--";
            match argument.to_str() {
                Some(text) if !is_for_program => as_clap_wants_it(text),
                _ => Some(argument),
            }
        })
        .collect()
}

fn as_clap_wants_it(argument: &str) -> Option<OsString> {
    if let Some(standard) = argument.strip_prefix("-std=") {
        return Some(format!("--std={standard}").into());
    }
    match argument {
        "-ansi" => Some("--std=c89".into()),
        "-pedantic" => Some("-Wpedantic".into()),
        // Optimization, debugging information and the library of mathematics.
        "-O" | "-O0" | "-O1" | "-O2" | "-O3" | "-Os" | "-Og" | "-g" | "-g3" | "-ggdb" | "-lm" => {
            None
        }
        _ => Some(argument.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_agree_with_each_other() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_c_compilers_are_told_is_understood() {
        let line = "cutaway -std=c11 -O2 -g -pedantic a.c -lm -- -lm -std=x";
        let read = arguments(line.split(' ').map(OsString::from));
        let wanted = "cutaway --std=c11 -Wpedantic a.c -- -lm -std=x";
        assert_eq!(read, wanted.split(' ').map(OsString::from).collect::<Vec<_>>());
    }

    #[test]
    fn sizes_and_ranges_are_read() {
        assert_eq!(parse_size("64K"), Ok(65536));
        assert!(parse_size("x").is_err());
        assert_eq!(parse_steps("3..7"), Ok((3, 7)));
        assert_eq!(parse_steps("5"), Ok((5, 5)));
        assert_eq!(parse_steps("..7"), Ok((1, 7)));
        assert!(parse_steps("7..3").is_err());
    }
}
