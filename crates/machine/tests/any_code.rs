//! Any bytes as code, and any hot loop: never a panic, and the same state however the run is cut or
//! watched.

mod support;

use machine::{Machine, Moment, Perm, Stop};
use proptest::prelude::*;
use riscv::{Insn, Op, Reg, TABLE, encode};
use support::instructions::{BUSY, loop_instruction};
use support::{CODE, DATA, Watcher, machine_with};

const END: Moment = 300;

/// Words that are mostly instructions, whose addresses are mostly near the mapped pages.
fn any_program() -> impl Strategy<Value = Vec<u32>> {
    let instruction = (0..TABLE.len(), any::<u32>())
        .prop_map(|(row, fill)| TABLE[row].bits | fill & !TABLE[row].mask() & 0x83ff_ffff);
    prop::collection::vec(prop_oneof![9 => instruction, 1 => any::<u32>()], 1..200)
}

/// A machine with that code in a page that it may rewrite, and pointers in many registers.
fn prepare(words: &[u32]) -> Machine {
    let mut machine = machine_with(&[]);
    machine.protect(CODE, Perm::RWX).expect("the page is mapped");
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    machine.poke(CODE, &bytes).expect("the words fit the page");
    for number in 1..32 {
        let reg = Reg::new(number).expect("there are 32 registers");
        let near = if number % 3 == 0 { CODE } else { DATA };
        machine.hart.set(reg, near.0 + 2048 + u64::from(number) * 4);
    }
    machine
}

/// How long a loop runs: long enough to be seen as hot, in builds where chains are short.
const LOOP_END: Moment = 4_000;
/// A loop that never ends by itself, with branches that skip an instruction here and there.
fn any_loop() -> impl Strategy<Value = Vec<u32>> {
    const BRANCHES: [Op; 4] = [Op::Beq, Op::Bne, Op::Blt, Op::Bgeu];
    let branch = (0..BRANCHES.len(), 0..3_usize, 0..3_usize)
        .prop_map(|(op, rs1, rs2)| Insn::b(BRANCHES[op], BUSY[rs1], BUSY[rs2], 8));
    let body = prop::collection::vec(prop_oneof![9 => loop_instruction(), 1 => branch], 1..60);
    body.prop_map(|mut body| {
        let size = 4 * body.len() as i32;
        body.push(Insn::j(Op::Jal, Reg::ZERO, -size));
        body.iter().map(|insn| encode(insn).expect("it is encodable")).collect()
    })
}

fn run_in_pieces(machine: &mut Machine, piece: Moment, end: Moment) -> Stop {
    let mut until = piece;
    loop {
        let stop = machine.run(&mut (), until.min(end));
        if stop != Stop::Limit || until >= end {
            return stop;
        }
        until += piece;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    #[cfg_attr(miri, ignore = "tests/coherence says more in less time")]
    fn runs_are_the_same_however_they_are_cut_or_watched(
        words in any_program(),
        piece in 1..20_u64,
    ) {
        let [mut plain, mut pieces, mut watched] = [(); 3].map(|()| prepare(&words));
        let stop = plain.run(&mut (), END);
        prop_assert_eq!(run_in_pieces(&mut pieces, piece, END), stop);
        prop_assert_eq!(watched.run(&mut Watcher, END), stop);
        prop_assert_eq!(pieces.state_hash(), plain.state_hash());
        prop_assert_eq!(watched.state_hash(), plain.state_hash());
    }

    #[test]
    #[cfg_attr(miri, ignore = "tests/coherence says more in less time")]
    fn hot_loops_are_the_same_however_they_are_cut_or_watched(
        words in any_loop(),
        piece in 600..2_000_u64,
        fcsr in prop_oneof![Just(0), Just(1), 0..0xa0_u32],
    ) {
        let [mut plain, mut pieces, mut watched] = [0, 1, 2].map(|_| {
            let mut machine = prepare(&words);
            machine.protect(CODE, Perm::RX).expect("the page is mapped");
            machine.hart.set(Reg::S0, DATA.0 + 4096);
            machine.hart.fcsr = fcsr;
            machine.hart.f = std::array::from_fn(|number| (number as f64 - 9.5).to_bits());
            machine
        });
        let stop = plain.run(&mut (), LOOP_END);
        prop_assert_eq!(run_in_pieces(&mut pieces, piece, LOOP_END), stop);
        prop_assert_eq!(watched.run(&mut Watcher, LOOP_END), stop);
        prop_assert_eq!(&pieces.hart, &plain.hart);
        prop_assert_eq!(&watched.hart, &plain.hart);
        prop_assert_eq!(pieces.state_hash(), plain.state_hash());
        prop_assert_eq!(watched.state_hash(), plain.state_hash());
    }

    #[test]
    #[cfg_attr(miri, ignore = "tests/coherence says more in less time")]
    fn a_restored_machine_repeats_its_run(words in any_program(), moment in 0..END) {
        let mut machine = prepare(&words);
        machine.run(&mut (), moment);
        let snapshot = machine.snapshot();
        let stop = machine.run(&mut (), END);
        let hash = machine.state_hash();
        machine.restore(&snapshot);
        prop_assert_eq!(machine.run(&mut (), END), stop);
        prop_assert_eq!(machine.state_hash(), hash);
    }
}
