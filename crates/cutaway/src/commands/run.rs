//! `cutaway run`: as `cc FILE && ./a.out`, checked.

use process::{Ending, Limit, system_call_name};
use timeline::{Outcome, Session};

use crate::arguments::RunArgs;
use crate::failure::Failure;
use crate::outside::ProgramFiles;
use crate::{driver, session, terminal};

/// Runs a program; its findings and an unusual ending go to standard error.
pub(crate) fn run(arguments: &RunArgs) -> Result<u8, Failure> {
    let image = session::image(&arguments.program)?;
    let limits = session::limits(&arguments.limits);
    let mut session =
        session::session(image, &arguments.program, Some(&arguments.checking), limits)?;
    let outcome = session
        .run(&mut driver::host(&arguments.program.grants())?)
        .map_err(session::not_loaded)?
        .clone();
    report_findings(&session)?;
    report_ending(&session, &outcome)?;
    report_system_calls(&outcome);
    report_limits(&session, &outcome);
    let own = outcome.ending.exit_status();
    let has_findings = !outcome.findings.is_empty();
    Ok(arguments.checking.error_exitcode.filter(|_| has_findings).unwrap_or(own))
}

fn report_findings(session: &Session) -> Result<(), Failure> {
    if session.outcome().is_none_or(|outcome| outcome.findings.is_empty()) {
        return Ok(());
    }
    let findings = view::findings_of(session, &ProgramFiles).map_err(session::not_loaded)?;
    for finding in &findings {
        eprintln!("{}", figure::finding_text(finding, terminal::error_style()));
    }
    Ok(())
}

/// Says how the program ended when it did not end by itself.
fn report_ending(session: &Session, outcome: &Outcome) -> Result<(), Failure> {
    let way_out = match &outcome.ending {
        Ending::Exited { .. } => return Ok(()),
        Ending::Signal { number: SIGPIPE, .. } => return Ok(()),
        Ending::StepLimit => " `--max-steps N` lets it go further.",
        Ending::OutputLimit => " `--max-output BYTES` lets it write more.",
        _ => "",
    };
    let told = view::ending_of(session, &ProgramFiles).map_err(session::not_loaded)?;
    let Some((ending, place)) = told else { return Ok(()) };
    let sentence = figure::words::ending_phrase(&ending);
    let place = place.map_or(String::new(), |place| {
        let function = place.function.map_or(String::new(), |function| format!(", in {function}"));
        format!(" It was at {}:{}{function}.", place.file, place.line)
    });
    eprintln!("cutaway: {sentence}.{place}{way_out}");
    Ok(())
}

/// The reader of the program's output went away: nobody is left to be told.
const SIGPIPE: u8 = 13;

fn report_system_calls(outcome: &Outcome) {
    for &number in &outcome.unsupported_calls {
        let name = system_call_name(number).map_or(String::new(), |name| format!(" ({name})"));
        eprintln!(
            "cutaway: the program asked for system call {number}{name}, which is not there; it got ENOSYS."
        );
    }
}

fn report_limits(session: &Session, outcome: &Outcome) {
    let config = &session.config().process;
    for limit in &outcome.limits_reached {
        let sentence = match limit {
            Limit::Memory => {
                let size = figure::words::size(config.memory_limit_bytes);
                format!("used up its memory, {size}; it got ENOMEM, or SIGSEGV")
            }
            Limit::Descriptors => {
                "wanted more than 1024 open files in one process; it got EMFILE".to_string()
            }
            Limit::Files => {
                let size = figure::words::size(config.file_limit_bytes);
                let count = figure::words::count(config.file_count_max, "file", "files");
                format!("used up its room for files in memory, {size} or {count}; it got ENOSPC")
            }
            Limit::Threads => {
                "wanted more than 1024 threads and processes at once; it got EAGAIN".to_string()
            }
        };
        eprintln!("cutaway: the program {sentence}.");
    }
}
