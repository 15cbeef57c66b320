//! `cutaway draw`: one figure of memory at one moment.

use figure::Caption;
use timeline::{Place, PlaceError};
use view::MemoryView;

use crate::arguments::{DrawArgs, What};
use crate::driver::Quiet;
use crate::failure::Failure;
use crate::outside::{self, ProgramFiles};
use crate::session;

/// Runs a program quietly and draws memory as it is before a step.
pub(crate) fn draw(arguments: &DrawArgs) -> Result<u8, Failure> {
    let place: Place = arguments.at.parse().map_err(|error| Failure::Usage(format!("{error}")))?;
    let image = session::image(&arguments.program)?;
    let limits = session::limits_for_telling(&arguments.limits);
    let mut session = session::session(image, &arguments.program, None, limits)?;
    session.run(&mut Quiet::new(&arguments.program.grants())?).map_err(session::not_loaded)?;
    let view = view::memory_at(&session, &ProgramFiles, &place).map_err(not_found)?;
    let what = match arguments.what {
        What::Layout => figure::What::Layout,
        What::Stack => figure::What::Stack,
        What::Heap => figure::What::Heap,
        What::All => figure::What::All,
    };
    let steps = session.outcome().and_then(|outcome| outcome.step_count);
    let svg = figure::draw(&view, &caption(&view, steps), what);
    outside::write_to(arguments.output.as_deref(), svg.as_bytes())?;
    Ok(0)
}

fn not_found(error: PlaceError) -> Failure {
    match error {
        PlaceError::Load(error) => session::not_loaded(error),
        error => Failure::Usage(format!("{error}")),
    }
}

fn caption(view: &MemoryView, steps: Option<u64>) -> Caption {
    let place = view.place.as_ref();
    let title = match place {
        Some(place) => format!("Before `{}`", place.text.trim()),
        None => "Memory".into(),
    };
    let step = view.step.zip(steps).map(|(step, steps)| format!("step {step} of {steps}"));
    let at = place.map(|place| format!("{}:{}", place.file, place.line));
    let subtitle = [step, at].into_iter().flatten().collect::<Vec<_>>().join("  ·  ");
    Caption { title, subtitle, text: String::new() }
}
