//! The story of a run: a replay walked from event to event, each told by what it changed.

use checker::Code;
use image::debug::{Encoding, Type};
use machine::Moment;
use process::LoadError;
use source::Files;
use timeline::{Ghost, Lenses, Outcome, Output, Replay, ReturnRegisters, Session, Stop};

use super::changes::{Told, garbage_left, objects};
use super::events::{self, Before};
use super::finding::findings;
use super::typed::scalar_value;
use super::viewer::{Look, Viewer};
use crate::{
    Argument, Effect, Entry, EntryKind, FrameState, FrameView, Holder, MemoryView, ObjectView,
    Omission, PlaceView, RowRole, StackView, Story, Value,
};

/// What to tell of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StoryOptions {
    /// Only these steps, both included.
    pub steps: Option<(u64, u64)>,
    /// Only calls and returns, and what went wrong. Long runs are told so in any case, unless steps
    /// were chosen.
    pub calls_only: bool,
    /// How many entries there may be.
    pub entries_max: usize,
}

impl Default for StoryOptions {
    /// The whole run, statement by statement if it is short.
    fn default() -> StoryOptions {
        StoryOptions { steps: None, calls_only: false, entries_max: 200 }
    }
}

/// Runs of more steps than this are told by calls and returns.
const STATEMENTS_TOLD_MAX: u64 = 60;
/// How much of the program's output a story keeps. **Units**: bytes.
const OUTPUT_MAX: usize = 64 << 10;

/// Tells the run of a session that has run. Its source text comes from `files`.
///
/// **Errors**: those of loading, which came up when the session ran.
///
/// **Cost**: two replays of the run, and one more when something was found; memory is looked at
/// once for each entry.
pub fn story(
    session: &Session,
    files: &dyn Files,
    options: &StoryOptions,
) -> Result<Story, LoadError> {
    let viewer = Viewer::new(session, files)?;
    let replay = session.replay(Lenses::all())?;
    let scout = session.replay(Lenses::default())?;
    let mut teller = Teller::new(&viewer, replay, scout, session, options);
    teller.tell()?;
    let Teller { entries, omissions, step_count, outputs, layout, .. } = teller;
    let (output, cut) = output_text(&outputs);
    let mut omissions = omissions;
    omissions.extend((cut > 0).then_some(Omission::Output { bytes: cut }));
    Ok(Story {
        program: viewer.main_file(),
        layout,
        entries,
        step_count,
        omissions,
        findings: findings(session, &viewer)?,
        output,
    })
}

fn output_text(outputs: &[Output]) -> (String, u64) {
    let bytes: Vec<u8> = outputs.iter().flat_map(|part| part.bytes.iter().copied()).collect();
    let shown = &bytes[..bytes.len().min(OUTPUT_MAX)];
    (String::from_utf8_lossy(shown).into_owned(), (bytes.len() - shown.len()) as u64)
}

/// The objects for which a frame has room: those that are not in registers.
fn in_memory(mut objects: Vec<ObjectView>) -> Vec<ObjectView> {
    objects.retain(|object| object.row.holder == Holder::Memory);
    objects
}

/// A stack as it is when the last function has returned: every frame is a ghost.
fn all_released(stack: &StackView) -> StackView {
    let stack_pointer = stack.frames.first().map_or(stack.stack_pointer, |frame| frame.end);
    let mut ghosts = stack.frames.clone();
    for ghost in &mut ghosts {
        ghost.state = FrameState::Popped { step: None, just_now: true };
        ghost.place = None;
    }
    ghosts.extend(stack.ghosts.iter().cloned());
    StackView { stack_pointer, frames: vec![], hidden_frames: 0, ghosts }
}

/// Where the teller stands between two events.
#[derive(Clone, Debug, Default)]
struct Standing {
    /// The step about to run, or running.
    step: u64,
    place: Option<PlaceView>,
    /// The first instruction of that step; 0 in the middle of one.
    pc: u64,
    /// The canonical frame address of the innermost frame.
    cfa: u64,
    moment: Moment,
    /// The thread that runs.
    thread: u64,
}

/// Frames that were popped, told together with the rest of the statement that goes on.
#[derive(Clone)]
enum Release {
    Returned(Ghost, ReturnRegisters),
    /// Innermost first.
    Left(Vec<Ghost>),
}

impl Release {
    fn at(stop: &Stop) -> Option<Release> {
        match stop {
            Stop::Returned { ghost, value } => Some(Release::Returned(ghost.clone(), *value)),
            Stop::Left { ghosts } => Some(Release::Left(ghosts.clone())),
            _ => None,
        }
    }
}

struct Teller<'a> {
    viewer: &'a Viewer<'a>,
    replay: Replay,
    /// One event ahead of `replay`.
    scout: Replay,
    outcome: Option<&'a Outcome>,
    range: (u64, u64),
    calls_only: bool,
    entries_max: usize,
    entries: Vec<Entry>,
    omissions: Vec<Omission>,
    statements_omitted: u64,
    step_count: u64,
    layout: crate::LayoutView,
    /// Memory as it was last told.
    told: Told,
    before: Before,
    standing: Standing,
    /// Output since the last entry.
    pending_output: Vec<Output>,
    outputs: Vec<Output>,
    pending: Option<Release>,
    /// How many of the findings have been told.
    findings_told: usize,
}

impl<'a> Teller<'a> {
    fn new(
        viewer: &'a Viewer<'a>,
        replay: Replay,
        scout: Replay,
        session: &'a Session,
        options: &StoryOptions,
    ) -> Teller<'a> {
        let outcome = session.outcome();
        let counted = outcome.and_then(|outcome| outcome.step_count);
        let told = Look::new(viewer, &replay, None).memory();
        let is_long = counted.is_none_or(|count| count > STATEMENTS_TOLD_MAX);
        Teller {
            outcome,
            range: options.steps.unwrap_or((0, u64::MAX)),
            calls_only: options.calls_only || options.steps.is_none() && is_long,
            entries_max: options.entries_max.max(4),
            entries: vec![],
            omissions: vec![],
            statements_omitted: 0,
            step_count: counted.unwrap_or(0),
            layout: told.layout.clone(),
            told: Told::new(told),
            before: Before::of(&replay),
            standing: Standing::default(),
            pending_output: vec![],
            outputs: vec![],
            pending: None,
            findings_told: 0,
            viewer,
            replay,
            scout,
        }
    }

    fn tell(&mut self) -> Result<(), LoadError> {
        if self.range.0 <= 1 {
            let (memory, place) = (self.told.memory.clone(), None);
            self.push(EntryKind::Loaded, None, place, vec![], memory);
        }
        let first = match self.range.0 {
            0 | 1 => self.replay.next_event(),
            step => self.replay.seek_step(step)?,
        };
        self.scout.seek_moment(self.replay.moment())?;
        let mut ahead = match &first {
            Stop::Ended(_) => first.clone(),
            _ => self.scout.next_event(),
        };
        let mut stop = first;
        let mut is_first = true;
        loop {
            self.collect_output();
            let is_end = match stop {
                Stop::Ended(ref ending) => {
                    self.end(&ending.clone());
                    true
                }
                _ if is_first => {
                    self.begin();
                    false
                }
                _ => self.event(&stop, &ahead),
            };
            is_first = false;
            if is_end {
                break;
            }
            stop = self.replay.next_event();
            ahead = match ahead {
                Stop::Ended(_) => ahead,
                _ => self.scout.next_event(),
            };
        }
        if self.statements_omitted > 0 {
            self.omissions.insert(0, Omission::Statements { count: self.statements_omitted });
        }
        self.step_count = self.step_count.max(self.replay.step_number());
        Ok(())
    }

    fn collect_output(&mut self) {
        let output = self.replay.take_output();
        self.outputs.extend(output.iter().cloned());
        self.pending_output.extend(output);
    }

    fn look(&self) -> Look<'_> {
        Look::new(self.viewer, &self.replay, Some(self.before.moment))
    }

    /// The first stop: `main` starts, or the first of the chosen steps is about to run.
    fn begin(&mut self) {
        let memory = self.look().memory();
        if self.range.0 <= 1
            && let Some(frame) = memory.stack.frames.iter().rfind(|frame| !frame.is_inlined)
        {
            let objects = in_memory(objects(frame, &[RowRole::Parameter, RowRole::Local]));
            let kind = EntryKind::Started { objects, frame_size: frame.end - frame.start };
            let place = self.definition(&frame.function);
            self.push(kind, None, place, vec![], memory.clone());
        }
        self.remember(memory);
    }

    /// Where a function of the user's is defined.
    fn definition(&self, name: &str) -> Option<PlaceView> {
        let program = &self.viewer.program;
        let frame = self.replay.frame_history().call_stack().innermost()?;
        let function = program.function(frame.function);
        let is_known = function.name == name && function.place.line > 0;
        is_known.then(|| self.viewer.row_place(frame.function, function.place))
    }

    /// One event. Says whether the story ends here.
    fn event(&mut self, stop: &Stop, ahead: &Stop) -> bool {
        if let Some(release) = Release::at(stop) {
            let depth = self.replay.frame_history().depth();
            if depth == 0 && self.is_main_thread() {
                return false;
            }
            if matches!(ahead, Stop::Step(step) if step.depth == depth) {
                self.pending = Some(release);
                return false;
            }
            self.tell_event(Some(release));
        } else {
            let release = self.pending.take();
            self.tell_event(release);
        }
        self.is_over()
    }

    /// Whether the thread that began the program runs. **Rule**: Linux gives it the number of its
    /// process.
    fn is_main_thread(&self) -> bool {
        let (process, thread) = self.replay.process().current();
        process == thread
    }

    /// Whether enough was told; then the rest is left out, but for the end.
    fn is_over(&mut self) -> bool {
        let step = self.standing.step;
        if step > self.range.1 {
            return true;
        }
        if self.entries.len() + 1 < self.entries_max {
            return false;
        }
        let stop = self.replay.finish();
        self.collect_output();
        let last = self.step_count.max(self.replay.step_number());
        let steps = (last + 1).saturating_sub(step);
        self.omissions.push(Omission::Entries { steps, first: step });
        self.remember_moment();
        if let Stop::Ended(ending) = stop {
            self.pending = None;
            self.stand();
            self.end_entry(&ending);
        }
        true
    }

    /// Tells what happened since the last stop, unless only calls are told and it was none.
    fn tell_event(&mut self, release: Option<Release>) {
        let pushed = self.replay.frames().find(|frame| frame.kind == image::access::UnitKind::User);
        let is_call = release.is_none()
            && pushed.is_some_and(|frame| frame.pushed.moment > self.standing.moment);
        let has_finding = self.has_finding();
        if self.calls_only && !is_call && release.is_none() && !has_finding {
            self.statements_omitted += 1;
            self.stand();
            return;
        }
        let mut memory = self.look().memory();
        let mut effects = self.effects(&mut memory);
        let kind = match (&release, is_call) {
            (Some(release), _) => self.released(release, &memory),
            (None, true) => self.called(&memory),
            (None, false) => EntryKind::Statement,
        };
        if matches!(kind, EntryKind::Called { .. }) {
            effects.retain(|effect| !matches!(effect, Effect::Died { .. }));
        }
        let (step, place) = (Some(self.standing.step), self.standing.place.clone());
        self.push(kind, step, place, effects, memory.clone());
        self.remember(memory);
    }

    /// What changed since the last entry, in the order in which it is told.
    fn effects(&mut self, memory: &mut MemoryView) -> Vec<Effect> {
        let look = Look::new(self.viewer, &self.replay, Some(self.before.moment));
        let mut effects = events::births(&look, self.standing.pc, self.standing.cfa, memory);
        effects.extend(events::heap_effects(&self.before, &self.replay));
        let was_written = |address, size| look.was_written(address, size);
        let thread = self.replay.process().current().1;
        let mut changes = self.told.changes(thread, memory, &was_written);
        let died = |effect: &Effect| matches!(effect, Effect::Died { .. });
        changes.sort_by_key(died);
        let at = changes.iter().position(died).unwrap_or(changes.len());
        let deaths = changes.split_off(at);
        effects.extend(changes);
        effects.extend(events::output_effects(&std::mem::take(&mut self.pending_output)));
        effects.extend(deaths);
        effects.extend(self.found(self.replay.moment()));
        if self.standing.step > 0 && thread != self.standing.thread {
            effects.insert(0, Effect::Switched { thread, is_main: self.is_main_thread() });
        }
        effects
    }

    /// The findings before a moment that have not been told, but for leaks, which belong to the
    /// end.
    fn found(&mut self, before: Moment) -> Vec<Effect> {
        let findings = self.outcome.map_or(&[][..], |outcome| &outcome.findings);
        let first = self.findings_told;
        let is_past = |finding: &&checker::Finding| {
            finding.code != Code::Leak && (finding.moment < before || self.is_at_end())
        };
        let count = findings[first..].iter().take_while(is_past).count();
        self.findings_told += count;
        (first..first + count).map(|finding| Effect::Found { finding }).collect()
    }

    fn is_at_end(&self) -> bool {
        self.replay.process().ending().is_some()
    }

    fn has_finding(&self) -> bool {
        let findings = self.outcome.map_or(&[][..], |outcome| &outcome.findings);
        findings[self.findings_told..].first().is_some_and(|finding| {
            finding.code != Code::Leak
                && (finding.moment < self.replay.moment() || self.is_at_end())
        })
    }

    fn called(&self, memory: &MemoryView) -> EntryKind {
        let is_user = |kind| kind == image::access::UnitKind::User;
        let mut frames = self.replay.frames().skip_while(|frame| !is_user(frame.kind));
        let caller = frames.nth(1).filter(|frame| is_user(frame.kind));
        let empty = (String::new(), vec![], vec![], 0);
        let describe = |frame: &FrameView| {
            let arguments = self.arguments(frame);
            let locals = in_memory(objects(frame, &[RowRole::Local]));
            (frame.function.clone(), arguments, locals, frame.end - frame.start)
        };
        let is_called = |frame: &&FrameView| !frame.is_library && !frame.is_inlined;
        let innermost = memory.stack.frames.iter().rev().find(is_called);
        let (callee, arguments, locals, frame_size) = innermost.map_or(empty, describe);
        EntryKind::Called {
            caller: caller.map(|frame| frame.function.clone()),
            callee,
            arguments,
            locals,
            frame_size,
            depth: self.replay.frame_history().depth(),
        }
    }

    /// The arguments of a call that has just been made, in the order of the parameters.
    fn arguments(&self, frame: &FrameView) -> Vec<Argument> {
        let look = self.look();
        let argument = |object: ObjectView| {
            let is_gone = object.row.holder == Holder::OptimisedOut;
            let found = look.argument(&object.path).filter(|_| is_gone);
            Argument { value: found.unwrap_or(object.row.value), name: object.path }
        };
        let parameters = objects(frame, &[RowRole::Parameter]);
        let mut arguments: Vec<Argument> = parameters.into_iter().map(argument).collect();
        let innermost = self.replay.frame_history().call_stack().innermost();
        let start = innermost.map(|frame| self.viewer.program.function(frame.function).start);
        if let Some((_, function)) = start.and_then(|start| self.viewer.debug_at(start)) {
            let declared = &function.scope.variables;
            arguments.sort_by_key(|argument| {
                declared.iter().position(|variable| variable.name == argument.name)
            });
        }
        arguments
    }

    fn released(&self, release: &Release, memory: &MemoryView) -> EntryKind {
        let to =
            self.replay.frames().next().filter(|frame| frame.kind == image::access::UnitKind::User);
        let to = to.map(|frame| frame.function.clone());
        let size = |ghost: &Ghost| ghost.frame.cfa - ghost.frame.start;
        match release {
            Release::Returned(ghost, registers) => EntryKind::Returned {
                value: self.returned_value(ghost, *registers),
                to,
                garbage: garbage_left(memory, &ghost.function),
                frame_size: size(ghost),
                function: ghost.function.clone(),
            },
            Release::Left(ghosts) => EntryKind::Left {
                functions: ghosts.iter().map(|ghost| ghost.function.clone()).collect(),
                to,
                frame_size: ghosts.iter().map(size).sum(),
            },
        }
    }

    /// What the function's result type makes of the registers; `None` for void and for structs.
    fn returned_value(&self, ghost: &Ghost, registers: ReturnRegisters) -> Option<Value> {
        let start = self.viewer.program.function(ghost.frame.function).start;
        let (unit, function) = self.viewer.debug_at(start)?;
        let (ty, found) = (function.result?, unit.stripped(function.result?)?);
        let size = super::types::size_of(unit, ty).filter(|&size| size <= 16)? as usize;
        let two = |low, high, width| u128::from(high) << width | u128::from(low);
        let bits = match found {
            Type::Base { encoding: Encoding::Float, .. } if size <= 8 => {
                u128::from(registers.float)
            }
            Type::Base { encoding: Encoding::ComplexFloat, .. } => {
                let width = 4 * size as u32;
                let low = registers.float & u64::MAX >> (64 - width);
                two(low, registers.second_float, width)
            }
            _ => two(registers.integer, registers.second, 64),
        };
        match scalar_value(found, &bits.to_le_bytes()[..size]) {
            Value::Bytes(_) => None,
            value => Some(value),
        }
    }

    /// The run has ended: the last statement if it did something worth telling, then the end.
    fn end(&mut self, ending: &process::Ending) {
        let mut memory = self.look().memory();
        let release = self.pending.take();
        let effects = self.effects(&mut memory);
        let is_worth = match ending {
            process::Ending::Exited { .. } => {
                effects.iter().any(|effect| !matches!(effect, Effect::Died { .. }))
            }
            _ => !effects.is_empty(),
        };
        if (is_worth || release.is_some()) && self.standing.step > 0 {
            let kind = match &release {
                Some(release) => self.released(release, &memory),
                None => EntryKind::Statement,
            };
            let (step, place) = (Some(self.standing.step), self.standing.place.clone());
            self.push(kind, step, place, effects, memory);
            self.standing = Standing::default();
        }
        self.end_entry(ending);
    }

    /// The end; it belongs to the last statement, unless that had an entry of its own.
    fn end_entry(&mut self, ending: &process::Ending) {
        let mut memory = Look::new(self.viewer, &self.replay, None).memory();
        if self.replay.is_outside_main() && !self.calls_only {
            memory.stack = all_released(&self.told.memory.stack);
        }
        let findings = self.outcome.map_or(&[][..], |outcome| &outcome.findings);
        let rest = self.findings_told..findings.len();
        let effects = rest.map(|finding| Effect::Found { finding }).collect();
        let kind = EntryKind::Ended {
            ending: events::ending(ending, &self.replay),
            released: self.outcome.map_or(vec![], events::released),
        };
        if matches!(ending, process::Ending::StepLimit) {
            self.omissions.push(Omission::Run { step: self.replay.step_number() });
        }
        let step = Some(self.standing.step).filter(|&step| step > 0);
        let place = self.standing.place.clone();
        self.push(kind, step, place, effects, memory);
    }

    fn push(
        &mut self,
        kind: EntryKind,
        step: Option<u64>,
        place: Option<PlaceView>,
        effects: Vec<Effect>,
        memory: MemoryView,
    ) {
        self.entries.push(Entry { kind, step, place, effects, memory });
    }

    /// This was told; the next entry is compared with it.
    fn remember(&mut self, memory: MemoryView) {
        self.told.remember(self.replay.process().current().1, memory);
        self.remember_moment();
        self.stand();
    }

    fn remember_moment(&mut self) {
        self.before = Before::of(&self.replay);
    }

    fn stand(&mut self) {
        let step = self.replay.step();
        let pc = self.replay.process().machine().hart.pc.0;
        let innermost = self.replay.frame_history().call_stack().innermost();
        self.standing = Standing {
            step: self.replay.step_number(),
            place: step.and_then(|step| self.viewer.step_place(&step)),
            pc,
            cfa: innermost.map_or(0, |frame| frame.cfa),
            moment: self.replay.moment(),
            thread: self.replay.process().current().1,
        };
    }
}
