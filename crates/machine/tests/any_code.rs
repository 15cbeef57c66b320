//! Any bytes as code: never a panic, and the same state however the run is cut or watched.

mod support;

use machine::{Machine, Moment, Perm, Stop};
use proptest::prelude::*;
use riscv::{Reg, TABLE};
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

fn run_in_pieces(machine: &mut Machine, piece: Moment) -> Stop {
    let mut until = piece;
    loop {
        let stop = machine.run(&mut (), until.min(END));
        if stop != Stop::Limit || until >= END {
            return stop;
        }
        until += piece;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn runs_are_the_same_however_they_are_cut_or_watched(
        words in any_program(),
        piece in 1..20_u64,
    ) {
        let [mut plain, mut pieces, mut watched] = [(); 3].map(|()| prepare(&words));
        let stop = plain.run(&mut (), END);
        prop_assert_eq!(run_in_pieces(&mut pieces, piece), stop);
        prop_assert_eq!(watched.run(&mut Watcher, END), stop);
        prop_assert_eq!(pieces.state_hash(), plain.state_hash());
        prop_assert_eq!(watched.state_hash(), plain.state_hash());
    }

    #[test]
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
