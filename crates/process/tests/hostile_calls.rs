//! System calls with arguments that nobody meant: nothing panics, and the same bytes give the same state.

use image::Image;
use process::{Answer, Config, Pause, Process};
use proptest::prelude::*;
use std::sync::Arc;
use testkit::hostile_guest;

const INSTRUCTIONS_MAX: u64 = 4_000;
const REQUESTS_MAX: usize = 200;

/// Runs a guest for a while; what the world outside answers are its own bytes.
fn run(bytes: &[u8]) -> u64 {
    let image = Arc::new(Image::read(hostile_guest(bytes)).expect("it is a program"));
    let config = Config { memory_limit_bytes: 16 << 20, ..Config::default() };
    let mut process = Process::load(&image, &config).expect("it fits");
    for turn in 0..REQUESTS_MAX {
        let Pause::Request(_) = process.run(&mut (), INSTRUCTIONS_MAX) else { break };
        let byte = bytes.get(turn).copied().unwrap_or_default();
        process.answer(match byte % 3 {
            0 => Answer::Count(u64::from(byte)),
            1 => Answer::Bytes(vec![byte; 20]),
            _ => Answer::Done,
        });
    }
    process.state_hash()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_the_state_is_a_function_of_the_bytes(
        bytes in proptest::collection::vec(any::<u8>(), 16..1200)
    ) {
        prop_assert_eq!(run(&bytes), run(&bytes));
    }

    /// The numbers that exist, so that the calls behind them are reached.
    #[test]
    fn calls_that_there_are(
        calls in proptest::collection::vec((17u16..300, any::<[u8; 14]>()), 1..60)
    ) {
        let call = |(number, rest): &(u16, [u8; 14])| [&number.to_le_bytes()[..], rest].concat();
        let bytes: Vec<u8> = calls.iter().flat_map(call).collect();
        prop_assert_eq!(run(&bytes), run(&bytes));
    }
}
