//! The trace: a run as records for programs to read, one for each step. `docs/TRACE.md` describes
//! them.

use std::collections::BTreeMap;

use checker::Code;
use image::access::UnitKind;
use process::LoadError;
use serde::Serialize;
use source::Files;
use timeline::{ActiveFrame, Lenses, Output, Replay, Session, Step, Stop};

use super::changes::Told;
use super::events::{self, Before};
use super::finding::findings;
use super::viewer::{Look, Viewer};
use crate::{Effect, Ending, FindingView, Released, Value};

/// The version of the format; it grows when a field changes its meaning or goes away.
pub const TRACE_VERSION: u32 = 1;

/// A record of a trace.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
pub enum TraceEvent {
    /// The first record.
    Header {
        /// [`TRACE_VERSION`].
        version: u32,
        /// The main source file.
        program: String,
        /// What `argv` holds after the program's name.
        arguments: Vec<String>,
    },
    /// A statement and what it did, until the next one was about to run.
    Step {
        /// Its number, from 1.
        step: u64,
        /// How many instructions had retired before it.
        moment: u64,
        /// The file.
        file: String,
        /// The line, from 1.
        line: u32,
        /// The function.
        function: String,
        /// How many calls of the user's functions were active, `main` counted.
        depth: u64,
        /// The thread, if it is not the one that executes `main`.
        #[serde(skip_serializing_if = "Option::is_none")]
        thread: Option<u64>,
        /// What kind of step it was: `statement`, `call`, `return`, or `end`.
        event: &'static str,
        /// What was written.
        changes: Vec<TraceChange>,
        /// Frames of the user's functions that were made.
        pushed: Vec<TraceFrame>,
        /// Frames of the user's functions that were popped.
        popped: Vec<TraceFrame>,
        /// What the heap did: effects `allocated`, `freed`, `reallocated`, `break-moved`.
        heap: Vec<Effect>,
        /// What was written to the outside: effects `output`.
        output: Vec<Effect>,
        /// The codes of what the checker found.
        findings: Vec<String>,
    },
    /// The last record.
    Footer {
        /// How the run ended.
        ending: Ending,
        /// How many steps there were.
        step_count: u64,
        /// How many instructions retired.
        moment: u64,
        /// What was released, highest addresses first.
        released: Vec<Released>,
        /// What the checker found, told in full.
        findings: Vec<FindingView>,
    },
}

/// An object that was written.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TraceChange {
    /// `x`, `numbers[2]`, `list->next`.
    pub object: String,
    /// The function that it is local to.
    pub function: Option<String>,
    /// Its first byte.
    pub address: u64,
    /// **Units**: bytes.
    pub size: u64,
    /// Its value before; `None` when it was indeterminate.
    pub before: Option<Value>,
    /// Its value after.
    pub after: Value,
}

/// A frame that was made or popped.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TraceFrame {
    /// Its function.
    pub function: String,
    /// Its lowest address.
    pub start: u64,
    /// One past its highest address.
    pub end: u64,
}

/// Gives the records of a recorded run, in order, to `sink`, until it answers `false`.
///
/// **Errors**: those of loading, which came up when the session ran.
///
/// **Cost**: one replay; at each step the user's objects are looked at, not all memory.
pub fn trace(
    session: &Session,
    files: &dyn Files,
    sink: &mut dyn FnMut(TraceEvent) -> bool,
) -> Result<(), LoadError> {
    let viewer = Viewer::new(session, files)?;
    let header = TraceEvent::Header {
        version: TRACE_VERSION,
        program: viewer.main_file(),
        arguments: session.config().process.arguments.clone(),
    };
    if !sink(header) {
        return Ok(());
    }
    let mut replay = session.replay(Lenses::all())?;
    let mut stop = replay.next_step();
    let mut told = Told::new(Look::brief(&viewer, &replay, 0).objects());
    told.remember(replay.process().current().1, told.memory.clone());
    let before = Before::of(&replay);
    let frames = BTreeMap::new();
    let mut tracer = Tracer { session, viewer: &viewer, told, before, frames, found: 0 };
    tracer.follow_frames(&mut replay);
    while let Stop::Step(step) = stop {
        let thread = other_thread(&replay);
        stop = replay.next_step();
        let output = replay.take_output();
        if !sink(tracer.record(&mut replay, &step, thread, &output)) {
            return Ok(());
        }
    }
    let Stop::Ended(ending) = stop else { return Ok(()) };
    sink(TraceEvent::Footer {
        ending: events::ending(&ending, &replay),
        step_count: replay.step_number(),
        moment: replay.moment(),
        released: session.outcome().map_or(vec![], events::released),
        findings: findings(session, &viewer)?,
    });
    Ok(())
}

/// The thread that runs, if it is not the one that began the program, whose number is that of the
/// process.
fn other_thread(replay: &Replay) -> Option<u64> {
    let (process, thread) = replay.process().current();
    (thread != process).then_some(thread)
}

struct Tracer<'a> {
    session: &'a Session,
    viewer: &'a Viewer<'a>,
    /// What a step is compared with.
    told: Told,
    before: Before,
    /// The active frames of each thread, outermost first; the library's are `None`.
    frames: BTreeMap<u64, Vec<Option<TraceFrame>>>,
    /// How many findings earlier records have.
    found: usize,
}

impl Tracer<'_> {
    /// The record of a step that has run.
    fn record(
        &mut self,
        replay: &mut Replay,
        step: &Step,
        thread: Option<u64>,
        output: &[Output],
    ) -> TraceEvent {
        let look = Look::brief(self.viewer, replay, self.before.moment);
        let was_written = |address, size| look.was_written(address, size);
        let mut now = look.objects();
        let running = replay.process().current().1;
        let changes = self.told.changes(running, &mut now, &was_written);
        self.told.remember(running, now);
        let (pushed, popped) = self.follow_frames(replay);
        let event = match () {
            () if replay.process().ending().is_some() => "end",
            () if !pushed.is_empty() => "call",
            () if !popped.is_empty() => "return",
            () => "statement",
        };
        let heap = events::heap_effects(&self.before, replay);
        self.before = Before::of(replay);
        TraceEvent::Step {
            step: step.number,
            moment: step.moment,
            file: step.place.file.clone(),
            line: step.place.line,
            function: step.function.clone(),
            depth: step.depth,
            thread,
            event,
            changes: changes.into_iter().filter_map(change).collect(),
            pushed,
            popped,
            heap,
            output: events::output_effects(output),
            findings: self.new_findings(replay),
        }
    }

    /// Follows the stack to where the replay is: the user's frames that were made, and those that
    /// were popped, innermost first.
    fn follow_frames(&mut self, replay: &mut Replay) -> (Vec<TraceFrame>, Vec<TraceFrame>) {
        let known = self.frames.entry(replay.process().current().1).or_default();
        let kept = replay.take_kept_frame_count().min(known.len());
        let popped = known.drain(kept..).rev().flatten().collect();
        let depth = replay.frames().len();
        let frames = replay.frames().take(depth - kept);
        let mut made: Vec<Option<TraceFrame>> = frames.map(user_frame).collect();
        let pushed = made.iter().flatten().cloned().collect();
        made.reverse();
        known.append(&mut made);
        (pushed, popped)
    }

    /// The codes of the findings up to where the replay is, but for those of earlier records.
    fn new_findings(&mut self, replay: &Replay) -> Vec<String> {
        let all = self.session.outcome().map_or(&[][..], |outcome| &outcome.findings);
        let is_at_end = replay.process().ending().is_some();
        let is_past = |finding: &&checker::Finding| {
            is_at_end || finding.code != Code::Leak && finding.moment < replay.moment()
        };
        let new = all[self.found..].iter().take_while(is_past);
        let codes: Vec<String> = new.map(|finding| finding.code.name().to_string()).collect();
        self.found += codes.len();
        codes
    }
}

/// A frame as a trace tells of it, if it is the user's.
fn user_frame(frame: ActiveFrame) -> Option<TraceFrame> {
    (frame.kind == UnitKind::User).then_some(TraceFrame {
        function: frame.function,
        start: frame.frame.start,
        end: frame.frame.cfa,
    })
}

fn change(effect: Effect) -> Option<TraceChange> {
    match effect {
        Effect::Wrote { object, before } => Some(TraceChange {
            object: object.path,
            function: object.function,
            address: object.row.address,
            size: object.row.size,
            before,
            after: object.row.value,
        }),
        _ => None,
    }
}
