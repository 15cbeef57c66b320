//! A few programs in step with qemu; and what differs is found, at the instruction after which it does.

use super::corpus::Case;
use super::pair::{Pair, Reached};
use super::{Verdict, follow_to_end};
use crate::cross;
use machine::{Moment, VirtAddr};
use process::MappingKind;
use riscv::Reg;
use std::path::PathBuf;
use std::time::Duration;
use testkit::{repository, tool};

const TIME_MAX: Duration = Duration::from_secs(60);

/// The executable that GCC makes of a program of this repository; `None` where a tool is missing.
fn build(name: &str, level: &str) -> Option<PathBuf> {
    tool("qemu-riscv64", "lockstep")?;
    tool("riscv64-linux-gnu-gcc", "lockstep")?;
    Some(cross::build(&repository().join(name), &[level.into()]).expect("gcc builds it"))
}

#[test]
fn programs_are_in_step_to_their_ends() {
    for (name, level, piece_max) in [
        ("examples/linked_list.c", "-O0", 1),
        ("tests/c/run/printf_integers.c", "-O2", 1),
        ("tests/c/run/printf_integers.c", "-O3", 50),
        ("examples/double_free.c", "-O3", 1),
        ("examples/double_free.c", "-O2", 7),
        ("examples/double_free.c", "-O0", 1000),
    ] {
        let Some(executable) = build(name, level) else { return };
        let pair = Pair::each_piece(&executable, piece_max).expect("it begins");
        let first = pair.follow(200_000).unwrap_or_else(|why| panic!("{name}: {why}"));
        let figures = follow_to_end(&executable, &first, TIME_MAX);
        let figures = figures.unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!((figures.ended, figures.endless), (1, 0), "{name}: {figures:?}");
        assert_eq!(figures.compared, figures.executed, "{name}");
        assert!(figures.compared > 5000 && figures.memory_size > 8 << 20, "{name}: {figures:?}");
    }
}

#[test]
fn a_long_program_is_in_step_as_far_as_is_asked_for() {
    let Some(executable) = build("benches/nbody.c", "-O2") else { return };
    let pair = Pair::each_piece(&executable, 1).expect("it begins");
    let followed = pair.follow(30_000).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!((followed.reached, followed.moment), (Reached::Moment, 30_000));
}

#[test]
fn a_program_is_in_step_from_call_to_call() {
    let Some(executable) = build("tests/c/run/sieve.c", "-O2") else { return };
    let followed = Pair::each_call(&executable).expect("it begins").follow(Moment::MAX);
    let followed = followed.unwrap_or_else(|why| panic!("{why}"));
    assert!(matches!(followed.reached, Reached::End { .. }), "{followed:?}");
}

#[test]
fn a_wrong_register_is_found_at_the_next_instruction() {
    let Some(executable) = build("examples/linked_list.c", "-O0") else { return };
    let mut pair = Pair::each_piece(&executable, 1).expect("it begins");
    pair.process.set_register(Reg::S5, 7);
    let why = pair.follow(30_000).expect_err("s5 is wrong");
    assert_eq!(why, "after instruction 0: s5 is 0x7, under qemu 0x0");
}

#[test]
fn a_wrong_register_is_found_after_the_piece() {
    let Some(executable) = build("examples/linked_list.c", "-O0") else { return };
    let mut pair = Pair::each_piece(&executable, 10).expect("it begins");
    pair.process.set_register(Reg::S5, 7);
    let why = pair.follow(30_000).expect_err("s5 is wrong");
    assert!(why.contains(", or at most 9 before it: s5 is 0x7, under qemu 0x0"), "{why}");
}

#[test]
fn a_wrong_byte_of_memory_is_found_at_the_end_at_the_latest() {
    let Some(executable) = build("examples/linked_list.c", "-O0") else { return };
    let mut pair = Pair::each_call(&executable).expect("it begins");
    let mappings = pair.process.mappings();
    let stack = mappings.iter().find(|it| it.kind == MappingKind::Stack).expect("there is one");
    let lowest: VirtAddr = stack.start;
    pair.process.poke(lowest, &[9]).expect("it is mapped");
    let why = pair.follow(Moment::MAX).expect_err("a byte is wrong");
    let expected = format!("stack: the byte at {lowest} is 0x9, under qemu 0x0");
    assert!(why.contains(&expected), "{why}");
}

#[test]
fn what_gcc_refuses_is_no_difference() {
    let Some(_) = build("examples/linked_list.c", "-O0") else { return };
    let case = Case {
        name: "a document".into(),
        source: repository().join("README.md"),
        options: vec!["-xc".into()],
        time_max: TIME_MAX,
    };
    assert!(matches!(case.judge(1000, 1), Verdict::NotBuilt(_)));
}
