//! Nothing that is decoded, fused, linked or remembered is ever seen: a run that uses it all has the
//! states of one that forgets it all the time.

mod program;
#[path = "../support/mod.rs"]
mod support;
mod world;

use machine::{Machine, Moment, Observer, Stop, VirtAddr};
use program::{Program, any_program};
use proptest::prelude::*;
use riscv::{Format, Insn};
use std::ops::ControlFlow;
use support::Watcher;
use world::{Act, World, any_act};

/// After how many stops a run is given up; some programs trap at every instruction.
const STOPS_MAX: usize = if cfg!(miri) { 2 } else { 30 };

/// Breaks off after each store, so that whatever it may have made wrong is forgotten.
#[derive(Default)]
struct BreakAfterStores {
    has_stored: bool,
}

impl Observer for BreakAfterStores {
    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        if self.has_stored { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, insn: &Insn, _: u32) {
        self.has_stored = matches!(insn.op.row().format, Format::S | Format::Atomic);
    }
}

/// Runs without relying on anything that was found out before.
fn run_forgetfully(machine: &mut Machine, until: Moment) -> Stop {
    loop {
        machine.memory_mut();
        match machine.run(&mut BreakAfterStores::default(), until) {
            Stop::Observer => {}
            stop => return stop,
        }
    }
}

fn run_in_pieces(machine: &mut Machine, piece: Moment, until: Moment) -> Stop {
    loop {
        let end = until.min(machine.hart.retired + piece);
        let stop = machine.run(&mut (), end);
        if stop != Stop::Limit || end == until {
            return stop;
        }
    }
}

/// The ways to run that must not differ.
fn run(way: usize, machine: &mut Machine, piece: Moment, until: Moment) -> Stop {
    match way {
        0 => run_forgetfully(machine, until),
        1 => machine.run(&mut (), until),
        2 => run_in_pieces(machine, piece, until),
        _ => machine.run(&mut Watcher, until),
    }
}

/// Runs all worlds for so many instructions, and compares them at each stop.
fn run_and_compare(
    worlds: &mut [World; 4],
    program: &Program,
    piece: Moment,
    count: Moment,
) -> Result<(), TestCaseError> {
    let until = worlds[0].machine.hart.retired + count;
    for _ in 0..STOPS_MAX {
        let mut way = 0..;
        let stops = worlds
            .each_mut()
            .map(|world| run(way.next().unwrap_or_default(), &mut world.machine, piece, until));
        for (way, (world, stop)) in worlds.iter().zip(stops).enumerate() {
            prop_assert_eq!(stop, stops[0], "way {}", way);
            prop_assert_eq!(world.difference(&worlds[0]), None, "way {}", way);
        }
        let Stop::Trap(trap) = stops[0] else { break };
        worlds.iter_mut().for_each(|world| world.answer(&trap, program.entry()));
    }
    Ok(())
}

fn compare(
    program: &Program,
    acts: &[Act],
    has_tlb: bool,
    piece: Moment,
) -> Result<(), TestCaseError> {
    let mut worlds = [(); 4].map(|()| World::new(has_tlb));
    worlds.iter_mut().for_each(|world| program.load(world));
    for act in acts {
        worlds.iter_mut().for_each(|world| world.act(act));
        if let Act::Run(count) = act {
            run_and_compare(&mut worlds, program, piece, *count)?;
        }
    }
    Ok(())
}

/// How much is tried: Miri takes a thousand times as long.
const CASES: u32 = if cfg!(miri) { 2 } else { 256 };
const ACTS_MAX: usize = if cfg!(miri) { 4 } else { 20 };
const INSTRUCTIONS_MAX: usize = if cfg!(miri) { 20 } else { 60 };
const LONG_RUN_MAX: u64 = if cfg!(miri) { 160 } else { 2_000 };

fn config() -> ProptestConfig {
    ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    /// Runs so short that pages stay cold.
    #[test]
    fn what_is_remembered_is_not_seen(
        program in any_program(INSTRUCTIONS_MAX * 2 / 3),
        acts in prop::collection::vec(any_act(40), 1..ACTS_MAX),
        has_tlb: bool,
        piece in 1..20_u64,
    ) {
        compare(&program, &acts, has_tlb, piece)?;
    }

    /// Runs so long that sequences are fused.
    #[test]
    fn what_is_fused_is_not_seen(
        program in any_program(INSTRUCTIONS_MAX),
        acts in prop::collection::vec(any_act(LONG_RUN_MAX), 1..ACTS_MAX),
        has_tlb: bool,
        piece in LONG_RUN_MAX / 6..LONG_RUN_MAX,
    ) {
        compare(&program, &acts, has_tlb, piece)?;
    }
}
