//! A guest: a RISC-V executable on our machine, unobserved, its standard streams this program's own.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use host::Host;
use image::Image;
use machine::Moment;
use process::{Config, Driver, Ending, Pause, Process};

/// What the line begins with that says how many instructions retired.
const RETIRED: &str = "retired instructions: ";

/// A command that runs an executable on our machine, as `qemu-riscv64` would; it must be the release build's.
pub(crate) fn command(executable: &Path) -> Result<Command, String> {
    let this: PathBuf = std::env::current_exe().map_err(|error| format!("{error}"))?;
    let mut command = Command::new(this);
    command.args(["guest", "--"]).arg(executable);
    Ok(command)
}

/// An executable's image, from its file.
pub(crate) fn image(path: &Path) -> Result<Arc<Image>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let image = Image::read(bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Arc::new(image))
}

/// Runs an executable to its end and exits as it did.
pub(crate) fn run(arguments: &[String], is_counting: bool) -> Result<ExitCode, String> {
    let [program, arguments @ ..] = arguments else { return Err("no executable is named".into()) };
    let config =
        Config { program: program.clone(), arguments: arguments.to_vec(), ..Config::default() };
    let image = image(Path::new(program))?;
    let mut process = Process::load(&image, &config).map_err(|error| format!("{error}"))?;
    let ending = drive(&mut process, &mut Host::default());
    for number in process.unsupported_calls() {
        let name = process::system_call_name(*number).unwrap_or("unknown");
        eprintln!("system call {number} ({name}) is not supported");
    }
    if is_counting {
        eprintln!("{RETIRED}{}", process.moment());
    }
    Ok(ExitCode::from(ending.exit_status()))
}

/// Runs a process to its end.
pub(crate) fn drive(process: &mut Process, driver: &mut dyn Driver) -> Ending {
    loop {
        match process.run(&mut (), Moment::MAX) {
            Pause::Ended(ending) => return ending,
            Pause::Request(request) => process.answer(driver.answer(&request)),
            Pause::Limit | Pause::Observer => return Ending::StepLimit,
        }
    }
}
