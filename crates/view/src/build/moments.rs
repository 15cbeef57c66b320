//! Memory at one moment of a run.

use machine::Moment;
use process::LoadError;
use source::Files;
use timeline::{Lenses, Place, PlaceError, Replay, Session};

use super::viewer::{Look, Viewer};
use crate::{Ending, LayoutView, MemoryView, PlaceView};

/// Memory when the run gets to a place: before that step.
///
/// **Errors**: there is no such place, or the run never gets there.
///
/// **Cost**: one replay up to there.
pub fn memory_at(
    session: &Session,
    files: &dyn Files,
    place: &Place,
) -> Result<MemoryView, PlaceError> {
    let mut replay = session.replay(Lenses::all())?;
    replay.seek_place(place)?;
    Ok(memory_of(&replay, session, files, None)?)
}

/// Memory where a replay stands, for front ends that go on from there; what is newer than `since`
/// is marked as new.
///
/// **Errors**: the program cannot be loaded.
///
/// **Cost**: what rides along decides how much can be told: [`Lenses::all`] tells everything.
pub fn memory_of(
    replay: &Replay,
    session: &Session,
    files: &dyn Files,
    since: Option<Moment>,
) -> Result<MemoryView, LoadError> {
    let viewer = Viewer::new(session, files)?;
    Ok(Look::new(&viewer, replay, since).memory())
}

/// The address space just after loading.
///
/// **Errors**: the program cannot be loaded.
pub fn layout_at_start(session: &Session, files: &dyn Files) -> Result<LayoutView, LoadError> {
    let replay = session.replay(Lenses::default())?;
    let viewer = Viewer::new(session, files)?;
    Ok(Look::new(&viewer, &replay, None).whole_layout())
}

/// How a session's run ended, and the user's statement that it was in; `None` when it has not run.
///
/// **Cost**: one replay, with nothing but frames riding along.
pub fn ending_of(
    session: &Session,
    files: &dyn Files,
) -> Result<Option<(Ending, Option<PlaceView>)>, LoadError> {
    let Some(outcome) = session.outcome() else { return Ok(None) };
    let viewer = Viewer::new(session, files)?;
    let mut replay = session.replay(Lenses::default())?;
    replay.seek_moment(outcome.moment)?;
    let place = replay.step().and_then(|step| viewer.step_place(&step));
    Ok(Some((super::events::ending(&outcome.ending, &replay), place)))
}
