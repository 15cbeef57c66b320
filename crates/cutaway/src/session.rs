//! From the command line to a session: compile or read, say what there is to say, set the limits.

use std::path::Path;
use std::sync::Arc;

use compiler::{Built, Define, Options, WARNINGS, Warnings};
use image::Image;
use source::Severity;
use timeline::{Config, Limits, Session};

use crate::arguments::{AfterFinding, Check, CheckArgs, LimitArgs, ProgramArgs};
use crate::failure::Failure;
use crate::outside::RealFiles;
use crate::{binary, diagnostics, grants, headers, inputs, neighbours, terminal};

/// The image of a program: of C text, compiled; of a binary, read.
pub(crate) fn image(program: &ProgramArgs) -> Result<Arc<Image>, Failure> {
    if inputs::kind(&program.file) == inputs::Kind::Program {
        return binary::read(program);
    }
    let built = build(program)?;
    let image = Image::read(built.elf).map_err(|error| Failure::Failed(format!("{error}")))?;
    Ok(Arc::new(image))
}

/// Compiles and links a program; its diagnostics go to standard error.
pub(crate) fn build(program: &ProgramArgs) -> Result<Built, Failure> {
    let parts = inputs::parts(program)?;
    let names = inputs::names(&parts);
    let sources = parts.sources.clone();
    match compiler::build_parts(parts, &RealFiles) {
        Ok(built) => {
            say(&built.diagnostics, &built.sources);
            Ok(built)
        }
        Err(mut refused) => {
            neighbours::point_out(&mut refused, &names, &sources);
            headers::point_out(&mut refused, &names);
            say(&refused.diagnostics, &refused.sources);
            let is_error = |it: &&source::Diagnostic| it.severity == Severity::Error;
            let count = refused.diagnostics.iter().filter(is_error).count();
            let errors = if count == 1 { "1 error".into() } else { format!("{count} errors") };
            let was = if names.len() == 1 { "was" } else { "were" };
            let done = if sources.is_empty() { "linked" } else { "compiled" };
            eprintln!("{} {was} not {done}: {errors}.", names.join(", "));
            Err(Failure::Compile)
        }
    }
}

/// The options that the command line gives the compiler.
pub(crate) fn options(program: &ProgramArgs) -> Options {
    let defines = program.define.iter().cloned().map(Define::Define);
    let undefines = program.undefine.iter().cloned().map(Define::Undefine);
    Options {
        include_directories: program.include.clone(),
        defines: defines.chain(undefines).collect(),
        standard: program.std.unwrap_or_default(),
        warnings: warnings(program),
        ..Options::default()
    }
}

/// The warnings that the command line asks for; a name that says nothing is told, and has no effect.
fn warnings(program: &ProgramArgs) -> Warnings {
    let mut warnings = Warnings::default();
    warnings.none = program.no_warnings;
    for name in &program.warning {
        if !warnings.switch(name) {
            eprintln!(
                "cutaway: -W{name} is none of its warnings, and has no effect. They are: {}.",
                WARNINGS.join(", ")
            );
        }
    }
    warnings
}

/// A path as text: the compiler's names are text.
pub(crate) fn file_name(path: &Path) -> Result<String, Failure> {
    let name = path.to_str().map(str::to_string);
    name.ok_or_else(|| Failure::Usage(format!("the file name {} is not UTF-8", path.display())))
}

/// Prints diagnostics to standard error.
pub(crate) fn say(diagnostics: &[source::Diagnostic], sources: &source::SourceMap) {
    if !diagnostics.is_empty() {
        eprint!("{}", diagnostics::render(diagnostics, sources, terminal::error_has_color()));
    }
}

/// A session of a program that has not run yet.
///
/// **Errors**: wrong use: checks that its binary says too little for.
pub(crate) fn session(
    image: Arc<Image>,
    program: &ProgramArgs,
    checking: Option<&CheckArgs>,
    limits: Limits,
) -> Result<Session, Failure> {
    let mut process = process::Config {
        arguments: program.arguments(),
        grants: grants::of_guest(&program.grants())?,
        interpreter: binary::interpreter(&image, program)?,
        ..Default::default()
    };
    process.environment = program.environment(process.environment);
    if inputs::kind(&program.file) == inputs::Kind::Program {
        process.program = file_name(&program.file)?;
    }
    let check = checking.and_then(|checking| checking.check);
    let checker = match (image.access().is_empty(), check) {
        (true, Some(Check::All)) => return Err(not_checkable(&program.file)),
        (true, _) | (false, Some(Check::None)) => None,
        (false, _) => Some(checker::Config {
            after_finding: match checking.map(|checking| checking.after_finding) {
                Some(AfterFinding::Stop) => checker::AfterFinding::Stop,
                Some(AfterFinding::Continue) | None => checker::AfterFinding::Continue,
            },
            ..Default::default()
        }),
    };
    Ok(Session::new(image, Config { process, checker, limits }))
}

/// Checks were asked for, and the binary does not say what C meant.
fn not_checkable(file: &Path) -> Failure {
    let name = file.display();
    Failure::Usage(format!(
        "{name} cannot be checked: another compiler made it, and it does not say what C allows at \
         each instruction. Build it with `cutaway build`, or leave --check out."
    ))
}

/// The limits that the command line sets.
pub(crate) fn limits(arguments: &LimitArgs) -> Limits {
    Limits {
        step_count_max: arguments.max_steps,
        instruction_count_max: None,
        output_size_max_bytes: arguments.max_output,
    }
}

/// Limits for a command that keeps the run to tell of it: never without end.
pub(crate) fn limits_for_telling(arguments: &LimitArgs) -> Limits {
    const STEPS: u64 = 1_000_000;
    const OUTPUT: u64 = 1 << 20;
    Limits {
        step_count_max: Some(arguments.max_steps.unwrap_or(STEPS)),
        instruction_count_max: Some(INSTRUCTIONS_FOR_TELLING),
        output_size_max_bytes: Some(arguments.max_output.unwrap_or(OUTPUT)),
    }
}

/// A single step may run for ever inside the library.
const INSTRUCTIONS_FOR_TELLING: u64 = 1_000_000_000;

/// A program that cannot be loaded.
pub(crate) fn not_loaded(error: process::LoadError) -> Failure {
    Failure::Failed(format!("the program cannot be loaded: {error}"))
}
