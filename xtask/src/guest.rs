//! A guest: a RISC-V executable on our machine, unobserved, its standard streams this program's own.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use host::Host;
use image::Image;
use machine::Moment;
use process::{Config, Driver, Ending, Grant, Interpreter, Pause, Process};

/// What the line begins with that says how many instructions retired.
const RETIRED: &str = "retired instructions: ";

/// A command that runs an executable on our machine, as `qemu-riscv64` would; it must be the release build's.
pub(crate) fn command(executable: &Path) -> Result<Command, String> {
    let mut command = this(&["guest", "--"])?;
    command.arg(executable);
    Ok(command)
}

/// The same with a root directory, below which the program finds itself, its loader and its libraries.
pub(crate) fn command_below(root: &Path, program: &str) -> Result<Command, String> {
    let mut command = this(&["guest", "--root"])?;
    command.arg(root).args(["--", program]);
    Ok(command)
}

fn this(arguments: &[&str]) -> Result<Command, String> {
    let this: PathBuf = std::env::current_exe().map_err(|error| format!("{error}"))?;
    let mut command = Command::new(this);
    command.args(arguments);
    Ok(command)
}

/// The same in pieces of that many instructions.
pub(crate) fn command_in_pieces(executable: &Path, piece: &str) -> Result<Command, String> {
    let mut command = this(&["guest", "--piece", piece, "--"])?;
    command.arg(executable);
    Ok(command)
}

/// How many instructions an executable retires with those arguments.
pub(crate) fn retired(executable: &Path, arguments: &[&str]) -> Result<u64, String> {
    let mut command = this(&["guest", "--count", "--"])?;
    command.arg(executable).args(arguments);
    let output = command.output().map_err(|error| format!("{error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said.lines().find_map(|line| line.strip_prefix(RETIRED)?.parse().ok());
    count.ok_or_else(|| format!("{command:?} says {said}"))
}

/// An executable's image, from its file.
pub(crate) fn image(path: &Path) -> Result<Arc<Image>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let image = Image::read(bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Arc::new(image))
}

/// Runs an executable to its end and exits as it did; with a root directory, it and its interpreter lie there.
pub(crate) fn run(
    arguments: &[String],
    root: Option<&Path>,
    is_counting: bool,
    piece: Option<Moment>,
) -> Result<ExitCode, String> {
    let [program, arguments @ ..] = arguments else { return Err("no executable is named".into()) };
    let mut config =
        Config { program: program.clone(), arguments: arguments.to_vec(), ..Config::default() };
    let mut host = Host::default();
    let image = match root {
        Some(root) => below(root, program, &mut config, &mut host)?,
        None => image(Path::new(program))?,
    };
    let mut process = Process::load(&image, &config).map_err(|error| format!("{error}"))?;
    let ending = drive(&mut process, &mut host, piece.unwrap_or(Moment::MAX).max(1));
    say(&process, is_counting);
    Ok(ExitCode::from(ending.exit_status()))
}

/// Grants the root directory, to be read, and takes the program and its interpreter from it.
fn below(
    root: &Path,
    program: &str,
    config: &mut Config,
    host: &mut Host,
) -> Result<Arc<Image>, String> {
    host.grant(root, true).map_err(|error| format!("{}: {error}", root.display()))?;
    config.grants = vec![Grant { path: b"/".into(), is_read_only: true }];
    let image = image(&root.join(program.trim_start_matches('/')))?;
    if let Some(interpreter) = image.interpreter() {
        let interpreter = self::image(&root.join(interpreter.trim_start_matches('/')))?;
        config.interpreter = Some(Interpreter(interpreter));
    }
    Ok(image)
}

/// Says what was asked for and is not there, which limits were met, and how long it took.
fn say(process: &Process, is_counting: bool) {
    for number in process.unsupported_calls() {
        let name = process::system_call_name(*number).unwrap_or("unknown");
        eprintln!("system call {number} ({name}) is not supported");
    }
    for limit in process.limits_reached() {
        eprintln!("a limit was met: {limit:?}");
    }
    if is_counting {
        eprintln!("{RETIRED}{}", process.moment());
    }
}

/// Runs a process to its end, in pieces of that many instructions.
fn drive(process: &mut Process, driver: &mut dyn Driver, piece: Moment) -> Ending {
    let mut until = piece;
    loop {
        match process.run(&mut (), until) {
            Pause::Ended(ending) => return ending,
            Pause::Request(request) => process.answer(driver.answer(&request)),
            Pause::Limit if until < Moment::MAX => until = until.saturating_add(piece),
            Pause::Limit | Pause::Observer => return Ending::StepLimit,
        }
    }
}
