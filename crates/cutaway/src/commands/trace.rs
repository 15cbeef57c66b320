//! `cutaway trace`: every step as data, streamed.

use std::fs::File;
use std::io::{BufWriter, Write};

use view::TraceEvent;

use crate::arguments::TraceArgs;
use crate::driver::Quiet;
use crate::failure::Failure;
use crate::outside::ProgramFiles;
use crate::session;

/// Runs a program quietly and writes one JSON object a line.
pub(crate) fn trace(arguments: &TraceArgs) -> Result<u8, Failure> {
    let image = session::image(&arguments.program)?;
    let limits = session::limits_for_telling(&arguments.limits);
    let mut session =
        session::session(image, &arguments.program, Some(&arguments.checking), limits)?;
    session.run(&mut Quiet::new(&arguments.program.grants())?).map_err(session::not_loaded)?;
    let mut out: BufWriter<Box<dyn Write>> = BufWriter::new(match &arguments.output {
        Some(path) => Box::new(File::create(path).map_err(|error| Failure::write(path, &error))?),
        None => Box::new(std::io::stdout().lock()),
    });
    let mut failure = None;
    view::trace(&session, &ProgramFiles, &mut |event| match write_line(&mut out, &event) {
        Ok(()) => true,
        Err(error) => {
            failure = Some(error);
            false
        }
    })
    .map_err(session::not_loaded)?;
    match failure {
        Some(failure) => Err(failure),
        None => out.flush().map_err(Failure::from_output).map(|()| 0),
    }
}

fn write_line(out: &mut dyn Write, event: &TraceEvent) -> Result<(), Failure> {
    let line = serde_json::to_string(event)
        .map_err(|error| Failure::Failed(format!("a step cannot be written as JSON: {error}")))?;
    writeln!(out, "{line}").map_err(Failure::from_output)
}
