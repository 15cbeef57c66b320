//! Replays: every moment is what it was, steps have numbers, frames have ghosts, garbage has an owner.

mod common;

use checker::AfterFinding;
use expect_test::{Expect, expect};
use timeline::{GarbageSource, Lenses, Place, Replay, Session, Stop};

const GHOST: &str = "
void leave(int a)
{
    int secret = a + 1;
    secret = secret * 2;
}

int reveal(void)
{
    int a;
    int found;
    return found > 0;
}

int main(void)
{
    leave(6);
    return reveal();
}
";

fn session(text: &str, after_finding: Option<AfterFinding>) -> Session {
    common::run(&common::image("t.c", text), after_finding).0
}

fn replay(session: &Session) -> Replay {
    session.replay(Lenses::all()).unwrap()
}

/// The events of a run, one a line.
fn events(replay: &mut Replay) -> String {
    let mut lines = String::new();
    loop {
        match replay.next_event() {
            Stop::Step(step) => {
                let (line, function) = (step.place.line, &step.function);
                lines += &format!("{} line {line} {function} depth {}\n", step.number, step.depth);
            }
            Stop::Returned { ghost, value } => {
                lines += &format!("  {} returned {}\n", ghost.function, value.integer as i32);
            }
            Stop::Left { ghosts } => {
                for ghost in ghosts {
                    lines += &format!("  {} was left\n", ghost.function);
                }
            }
            Stop::Ended(ending) => return lines + &format!("{ending:?}\n"),
            Stop::Moment | Stop::Observer => lines += "stopped\n",
        }
    }
}

fn check(text: &str, expect: Expect) {
    let session = session(text, Some(AfterFinding::Continue));
    expect.assert_eq(&events(&mut replay(&session)));
}

#[test]
fn a_replay_stops_at_every_step_and_return() {
    check(
        GHOST,
        expect![[r#"
            1 line 17 main depth 1
            2 line 4 leave depth 2
            3 line 5 leave depth 2
              leave returned 6
            4 line 18 main depth 1
            5 line 10 reveal depth 2
            6 line 11 reveal depth 2
            7 line 12 reveal depth 2
              reveal returned 1
              main returned 1
            Exited { status: 1 }
        "#]],
    );
}

#[test]
fn garbage_has_an_owner() {
    let session = session(GHOST, Some(AfterFinding::Stop));
    let findings = &session.outcome().unwrap().findings;
    assert_eq!(findings.len(), 1);
    let garbage = session.garbage_of(&findings[0]).unwrap().unwrap();
    let GarbageSource::Written { object, function, place, when } = garbage.source else {
        panic!("somebody wrote it")
    };
    assert_eq!(garbage.bytes, 14i32.to_le_bytes());
    assert_eq!((object.as_deref(), function.as_deref()), (Some("secret"), Some("leave")));
    assert_eq!((place.unwrap().line, when.step), (5, 3));
}

#[test]
fn a_ghost_stays_until_it_is_covered() {
    let session = session(GHOST, None);
    let mut replay = replay(&session);
    replay.seek_place(&"reveal:5".parse().unwrap()).unwrap();
    assert_eq!(replay.frames().next().unwrap().function, "reveal");
    let functions: Vec<&str> =
        replay.ghosts().iter().map(|ghost| ghost.function.as_str()).collect();
    assert!(!functions.contains(&"leave"), "reveal's frame covers it: {functions:?}");
    replay.seek_step(4).unwrap();
    let ghost = replay.ghosts().iter().find(|ghost| ghost.function == "leave").unwrap();
    assert_eq!(ghost.popped.step, 3);
}

#[test]
fn seeking_gives_the_state_of_a_replay_from_zero() {
    let session = session(GHOST, None);
    let end = session.outcome().unwrap().moment;
    let mut seeking = replay(&session);
    for moment in [end / 2, end / 3, end - 1, 0, 17] {
        seeking.seek_moment(moment).unwrap();
        let mut straight = replay(&session);
        straight.advance(&mut (), moment);
        assert_eq!(seeking.process().state_hash(), straight.process().state_hash(), "{moment}");
        assert_eq!(seeking.step_number(), straight.step_number(), "{moment}");
    }
    seeking.finish();
    assert_eq!(seeking.process().state_hash(), session.outcome().unwrap().state_hash);
}

#[test]
fn places_are_found_or_refused() {
    let session = session(GHOST, None);
    let mut replay = replay(&session);
    let mut line = |place: &str| {
        let place: Place = place.parse().unwrap();
        replay.seek_place(&place).map(|step| step.place.line).map_err(|error| error.to_string())
    };
    assert_eq!(line("t.c:17"), Ok(17));
    assert_eq!(line("main:1"), Ok(17), "the next line with a statement");
    assert_eq!(line("2"), Ok(4));
    assert_eq!(line("u.c:1"), Err("no source file of the program is named `u.c`".into()));
    assert_eq!(line("mian:1"), Err("the program has no function `mian`".into()));
    assert_eq!(line("99"), Err("there is no step 99: the run has 7".into()));
}

#[test]
fn the_heap_remembers_its_blocks() {
    let text = "#include <stdlib.h>
int main(void)
{
    char *first = malloc(10);
    free(first);
    char *second = malloc(40);
    return second == 0;
}
";
    let session = session(text, None);
    let mut replay = replay(&session);
    replay.finish();
    let blocks: Vec<(u64, u64, Option<u64>)> = replay
        .heap_history()
        .blocks()
        .map(|block| (block.size, block.born.step, block.died.map(|died| died.step)))
        .collect();
    assert!(blocks.contains(&(40, 3, None)), "{blocks:?}");
}

#[test]
fn limits_end_a_run_and_its_replay_alike() {
    let text = "int main(void) { for (int i = 0;; i++) { } }";
    let mut config = common::config(None);
    config.limits.step_count_max = Some(10);
    let mut session = Session::new(common::image("t.c", text), config);
    let outcome = session.run(&mut common::Collector::default()).unwrap().clone();
    assert_eq!(
        (outcome.ending.clone(), outcome.step_count),
        (process::Ending::StepLimit, Some(10))
    );
    let mut replay = replay(&session);
    assert_eq!(replay.finish(), Stop::Ended(outcome.ending));
    assert_eq!(replay.process().state_hash(), outcome.state_hash);
}
