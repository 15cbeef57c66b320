//! What happened between two moments of a replay, beside what was written: the heap, output,
//! declarations, the end.

use std::collections::{BTreeMap, BTreeSet};

use image::access::Event;
use machine::Moment;
use process::{Mapping, signal_name};
use timeline::{Block, Outcome, Output, Replay};

use super::layout::region_kind;
use super::viewer::Look;
use crate::{
    Content, Effect, Ending, Fault, FrameView, MemoryView, ObjectView, RegionKind, Released,
};

/// What is remembered of a moment, to compare a later one with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before {
    pub(crate) moment: Moment,
    pub(crate) blocks: BTreeMap<u64, Block>,
    pub(crate) heap_end: u64,
}

impl Before {
    pub(crate) fn of(replay: &Replay) -> Before {
        Before {
            moment: replay.moment(),
            blocks: replay.heap_history().blocks().map(|block| (block.start, *block)).collect(),
            heap_end: replay.process().heap().end.0,
        }
    }
}

/// What the heap did since a moment, in order.
pub(crate) fn heap_effects(before: &Before, replay: &Replay) -> Vec<Effect> {
    let since = before.moment;
    let now: Vec<Block> = replay.heap_history().blocks().copied().collect();
    let mut events: Vec<(Moment, Effect)> = Vec::new();
    let mut moved_from: BTreeSet<u64> = BTreeSet::new();
    // What was freed, by the user's call that did it: a call that also allocates has moved it.
    let mut freed_by: BTreeMap<u64, Vec<&Block>> = BTreeMap::new();
    for block in &now {
        if let Some(died) = block.died.filter(|died| died.moment > since) {
            freed_by.entry(died.pc).or_default().push(block);
        }
    }
    for block in now.iter().filter(|block| block.born.pc != 0) {
        let (address, size) = (block.start, block.size);
        if block.born.moment > since {
            let effect = match moved(block, &freed_by, replay) {
                Some(old) => {
                    moved_from.insert(old.start);
                    let (from, size_before) = (old.start, old.size);
                    Effect::Reallocated { from, to: address, size_before, size }
                }
                None => Effect::Allocated { address, size },
            };
            events.push((block.born.moment, effect));
        } else if let Some(resized) = block.resized.filter(|resized| resized.moment > since) {
            let size_before = before.blocks.get(&address).map_or(size, |old| old.size);
            let effect = Effect::Reallocated { from: address, to: address, size_before, size };
            events.push((resized.moment, effect));
        }
    }
    for block in now.iter().filter(|block| block.born.pc != 0) {
        let is_moved = moved_from.contains(&block.start);
        if let Some(died) = block.died.filter(|died| died.moment > since && !is_moved) {
            events.push((died.moment, Effect::Freed { address: block.start, size: block.size }));
        }
    }
    events.sort_by_key(|(moment, _)| *moment);
    let (from, to) = (before.heap_end, replay.process().heap().end.0);
    let moved = (from != to).then_some(Effect::BreakMoved { from, to });
    moved.into_iter().chain(events.into_iter().map(|(_, effect)| effect)).collect()
}

/// The block that `realloc` moved to where another one is now. A program that carries rows does not
/// say so: there, a call of the user's that has freed a block and handed out one has moved it.
fn moved<'a>(
    block: &Block,
    freed_by: &BTreeMap<u64, Vec<&'a Block>>,
    replay: &Replay,
) -> Option<&'a Block> {
    let freed = |pc| freed_by.get(pc).into_iter().flatten();
    if replay.program().is_outlined() {
        let from = block.moved_from?;
        return freed_by.keys().flat_map(freed).find(|old| old.start == from).copied();
    }
    freed(&block.born.pc).find(|old| old.start != block.start).copied()
}

/// What was written to the outside, in order; neighbours on the same descriptor are one.
pub(crate) fn output_effects(output: &[Output]) -> Vec<Effect> {
    let mut joined: Vec<(u32, Vec<u8>)> = Vec::new();
    for part in output {
        match joined.last_mut() {
            Some((descriptor, bytes)) if *descriptor == part.descriptor => {
                bytes.extend(&part.bytes);
            }
            _ => joined.push((part.descriptor, part.bytes.clone())),
        }
    }
    let effect = |(descriptor, bytes): (u32, Vec<u8>)| Effect::Output {
        descriptor,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    };
    joined.into_iter().map(effect).collect()
}

/// The objects that the step at `pc`, in the frame with that canonical frame address, declared
/// without a value.
pub(crate) fn births(look: &Look<'_>, pc: u64, cfa: u64, memory: &MemoryView) -> Vec<Effect> {
    let program = &look.viewer.program;
    let Some(function) = program.function_at(pc) else { return vec![] };
    let declared = program.rows_at(pc).iter().filter_map(|row| match row.event {
        Event::Declare { object } => program.object(function, object),
        _ => None,
    });
    let frame = memory.stack.frames.iter().find(|frame: &&FrameView| frame.end == cfa);
    let Some(frame) = frame else { return vec![] };
    let mut effects = Vec::new();
    for object in declared {
        let address = cfa.wrapping_add_signed(i64::from(object.cfa_offset));
        let row = frame.rows.iter().find(|row| row.address == address && row.name == object.name);
        if let Some(row) = row.filter(|row| row.content == Content::Indeterminate) {
            effects.push(Effect::Born {
                object: ObjectView {
                    path: row.name.clone(),
                    function: Some(frame.function.clone()),
                    row: row.clone(),
                },
                garbage: row.garbage.clone(),
            });
        }
    }
    effects.extend(stack_births(look, cfa, frame));
    effects
}

/// The objects that came to be at the end of the stack.
fn stack_births(look: &Look<'_>, cfa: u64, frame: &FrameView) -> Vec<Effect> {
    let Some(active) = look.replay.frames().find(|active| active.frame.cfa == cfa) else {
        return vec![];
    };
    let new = active.below.iter().filter(|object| look.is_new(object.data));
    let rows = new.filter_map(|object| frame.rows.iter().find(|row| row.address == object.start));
    let born = rows.map(|row| Effect::Born {
        object: ObjectView {
            path: row.name.clone(),
            function: Some(frame.function.clone()),
            row: row.clone(),
        },
        garbage: row.garbage.clone(),
    });
    born.collect()
}

/// How a run ended, at its end.
pub(crate) fn ending(ending: &process::Ending, replay: &Replay) -> Ending {
    match ending {
        process::Ending::Exited { status } => {
            Ending::Exit { status: *status, main_returned: replay.is_outside_main() }
        }
        process::Ending::Signal { number, fault } => Ending::Signal {
            number: *number,
            name: signal_name(*number).into(),
            fault: fault.as_ref().map(|fault| fault_view(fault, replay)),
        },
        process::Ending::Deadlock => Ending::Deadlock,
        process::Ending::Interrupted => Ending::Interrupted,
        process::Ending::StepLimit => Ending::StepLimit,
        process::Ending::OutputLimit => Ending::OutputLimit,
        process::Ending::Finding => Ending::Finding,
    }
}

fn fault_view(fault: &process::Fault, replay: &Replay) -> Fault {
    let there = replay.process().mapping_at(fault.address).map(|mapping: &Mapping| mapping.kind);
    Fault {
        address: fault.address.0,
        access: match fault.access {
            machine::Access::Load => "read",
            machine::Access::Store => "write",
            machine::Access::Fetch => "execute",
        },
        region: fault.there.or(there).map_or(RegionKind::Unmapped, region_kind),
    }
}

/// What was released when a run had ended, highest addresses first.
pub(crate) fn released(outcome: &Outcome) -> Vec<Released> {
    let mut list: Vec<Released> = Vec::new();
    for part in outcome.released.iter().rev() {
        let kind = region_kind(part.kind);
        match list.last_mut() {
            Some(last) if last.kind == kind => {
                last.size += part.size;
                last.pages += part.pages;
            }
            _ => list.push(Released { kind, size: part.size, pages: part.pages }),
        }
    }
    list
}
