//! Programs of tests/guest, built by GCC with glibc: what they write and how they end is as with qemu, and the same in every
//! run, however it is cut into pieces.

mod support;

use process::{Ending, Limit};
use support::{build, finish, run_qemu};

fn check(name: &str) {
    check_built(name, &["-static", "-O1"]);
}

fn check_built(name: &str, options: &[&str]) {
    let Some((path, image)) = build(name, options) else { return };
    let ours = finish(&image, support::config(name), u64::MAX);
    let Some(qemu) = run_qemu(&path, &[]) else { return };
    assert_eq!(ours.output, String::from_utf8_lossy(&qemu.stdout), "{name}: {:?}", ours.ending);
    assert_eq!(i32::from(ours.ending.exit_status()), qemu.status, "{name}: {:?}", ours.ending);
    assert_eq!(ours.unsupported, [], "{name}");
    let again = finish(&image, support::config(name), 997);
    assert_eq!((ours.moment, ours.hash), (again.moment, again.hash), "{name}: cut into pieces");
}

#[test]
fn threads_are_scheduled_and_wait_for_each_other() {
    check("threads");
}

#[test]
fn signals_are_delivered_blocked_and_waited_for() {
    check("signals");
}

#[test]
fn a_stack_that_overflows_is_handled_on_the_alternate_stack() {
    check("stack");
}

#[test]
fn processes_are_forked_and_waited_for() {
    check("fork");
}

#[test]
fn memory_is_mapped_moved_protected_and_given_back() {
    check("memory");
}

#[test]
fn a_static_program_may_be_position_independent() {
    check_built(
        "freestanding",
        &["-static-pie", "-fPIE", "-nostdlib", "-Wl,--no-dynamic-linker", "-fno-builtin", "-O1"],
    );
}

#[test]
fn a_program_that_takes_all_memory_meets_the_limit() {
    let Some((_, image)) = build("hog", &["-static", "-O1"]) else { return };
    let config = process::Config { memory_limit_bytes: 64 << 20, ..support::config("hog") };
    let run = finish(&image, config, u64::MAX);
    assert_eq!((run.output.as_str(), run.ending), ("ENOMEM\n", Ending::Exited { status: 3 }));
    assert_eq!(run.limits, [Limit::Memory]);
}

#[test]
fn a_fork_bomb_meets_the_limit() {
    let Some((_, image)) = build("bomb", &["-static", "-O1"]) else { return };
    let run = finish(&image, support::config("bomb"), u64::MAX);
    assert_eq!((run.output.as_str(), run.ending), ("EAGAIN\n", Ending::Exited { status: 4 }));
    assert_eq!(run.limits, [Limit::Threads]);
}

#[test]
fn children_that_nobody_waits_for_count_too() {
    let Some((_, image)) = build("zombies", &["-static", "-O1"]) else { return };
    let run = finish(&image, support::config("zombies"), u64::MAX);
    assert_eq!((run.output.as_str(), run.ending), ("EAGAIN\n", Ending::Exited { status: 0 }));
    assert_eq!(run.limits, [Limit::Threads]);
}
