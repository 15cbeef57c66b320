//! Views of the programs in `examples/`: what is told of them, and that looking changes nothing.

use std::sync::Arc;

use expect_test::{ExpectFile, expect_file};
use image::Image;
use process::{Answer, Driver, Request};
use source::MemoryFiles;
use timeline::{Config, Lenses, Limits, Session, Stop};
use view::{FrameView, RowRole, StoryOptions, TraceEvent};

/// A world outside without input, into which output goes unseen.
struct Nobody;

impl Driver for Nobody {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => Answer::Count(bytes.len() as u64),
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(process::Errno::NoEntry),
        }
    }
}

/// Compiles and runs a program; its files are what views read its text from.
fn run(name: &str, text: &str) -> (Session, MemoryFiles) {
    let mut files = MemoryFiles::new();
    files.insert(name, text);
    let built = compiler::build(&[name], &files, &compiler::Options::default())
        .unwrap_or_else(|refused| panic!("{name}: {:?}", refused.diagnostics));
    let image = Arc::new(Image::read(built.elf).expect("what we link can be read"));
    let limits = Limits { step_count_max: Some(20_000), ..Limits::default() };
    let config = Config { limits, ..Config::default() };
    let mut session = Session::new(image, config);
    session.run(&mut Nobody).expect("it can be loaded");
    (session, files)
}

fn example(name: &str) -> (Session, MemoryFiles) {
    let path = testkit::repository().join("examples").join(name);
    run(name, &std::fs::read_to_string(path).expect("the example is there"))
}

fn each_example(mut look: impl FnMut(&str, &Session, &MemoryFiles)) {
    for program in testkit::programs("examples") {
        let name = program.name.rsplit('/').next().unwrap_or_default();
        let (session, files) = run(name, &program.text);
        look(name, &session, &files);
    }
}

#[track_caller]
fn check_story(name: &str, expected: ExpectFile) {
    let (session, files) = example(name);
    let story = view::story(&session, &files, &StoryOptions::default()).expect("it can be loaded");
    expected.assert_eq(&figure::plain_text(&story, figure::Style::PLAIN));
}

#[test]
fn the_article_is_told() {
    check_story("memory.c", expect_file!["snapshots/memory.txt"]);
}

#[test]
fn garbage_is_told() {
    check_story("garbage.c", expect_file!["snapshots/garbage.txt"]);
}

#[test]
fn a_list_on_the_heap_is_told() {
    check_story("linked_list.c", expect_file!["snapshots/linked_list.txt"]);
}

#[test]
fn every_entry_has_a_headline() {
    let mut text = String::new();
    each_example(|name, session, files| {
        let options = StoryOptions { entries_max: 40, ..StoryOptions::default() };
        let story = view::story(session, files, &options).expect("it can be loaded");
        text.push_str(&format!("== {name}\n"));
        for entry in &story.entries {
            let step = entry.step.map_or(String::new(), |step| step.to_string());
            text.push_str(&format!("{step:>4} {}\n", figure::words::headline(entry)));
        }
        for omission in &story.omissions {
            text.push_str(&format!("     {omission:?}\n"));
        }
    });
    expect_file!["snapshots/headlines.txt"].assert_eq(&text);
}

#[test]
fn a_trace_has_a_record_for_each_step() {
    let (session, files) = example("memory.c");
    let mut text = String::new();
    view::trace(&session, &files, &mut |event| {
        text.push_str(&serde_json::to_string(&event).expect("it can be serialised"));
        text.push('\n');
        true
    })
    .expect("it can be loaded");
    expect_file!["snapshots/memory.trace.jsonl"].assert_eq(&text);
}

#[test]
fn findings_are_told() {
    let mut text = String::new();
    each_example(|name, session, files| {
        for finding in view::findings_of(session, files).expect("it can be loaded") {
            text.push_str(&format!("== {name}\n"));
            text.push_str(&figure::finding_text(&finding, figure::Style::PLAIN));
        }
    });
    expect_file!["snapshots/findings.txt"].assert_eq(&text);
}

#[test]
fn looking_changes_nothing() {
    each_example(|name, session, files| {
        let mut replay = session.replay(Lenses::all()).expect("it can be loaded");
        for _ in 0..40 {
            let stop = replay.next_event();
            let before = replay.process().state_hash();
            let memory = view::memory_of(&replay, session, files, Some(0)).unwrap();
            assert_eq!(before, replay.process().state_hash(), "{name}");
            for frame in memory.stack.frames.iter().filter(|frame| !frame.rows.is_empty()) {
                every_byte_is_covered_once(name, frame);
            }
            if matches!(stop, Stop::Ended(_)) {
                break;
            }
        }
    });
}

#[track_caller]
fn every_byte_is_covered_once(name: &str, frame: &FrameView) {
    let mut at = frame.end;
    for row in &frame.rows {
        assert_eq!(row.address + row.size, at, "{name}: {} of {}", row.name, frame.function);
        at = row.address;
    }
    assert_eq!(at, frame.start, "{name}: {}", frame.function);
    let saved = |role| frame.rows.iter().filter(|row| row.role == role).count();
    assert_eq!(saved(RowRole::ReturnAddress), 1, "{name}: {}", frame.function);
}

#[test]
fn every_example_can_be_told_and_traced() {
    each_example(|name, session, files| {
        let options = StoryOptions { entries_max: 30, ..StoryOptions::default() };
        let story = view::story(session, files, &options).expect("it can be loaded");
        assert!(story.entries.len() >= 3, "{name}");
        assert!(story.entries.len() <= 31, "{name}");
        serde_json::to_string(&story).expect("it can be serialised");
        let mut steps = 0;
        view::trace(session, files, &mut |event| {
            steps += u64::from(matches!(event, TraceEvent::Step { .. }));
            steps < 200
        })
        .expect("it can be loaded");
        assert!(steps > 0, "{name}");
    });
}

#[test]
fn a_chosen_part_is_told_alone() {
    let (session, files) = example("memory.c");
    let options = StoryOptions { steps: Some((3, 4)), ..StoryOptions::default() };
    let story = view::story(&session, &files, &options).expect("it can be loaded");
    let steps: Vec<Option<u64>> = story.entries.iter().map(|entry| entry.step).collect();
    assert_eq!(steps, [Some(3), Some(4)]);
}

#[test]
fn views_of_a_moment_are_found_by_place() {
    let (session, files) = example("memory.c");
    let place = "foo:3".parse().expect("it is a place");
    let memory = view::memory_at(&session, &files, &place).expect("the run gets there");
    let functions: Vec<&str> =
        memory.stack.frames.iter().map(|frame| frame.function.as_str()).collect();
    assert_eq!(functions, ["main", "foo"]);
    let layout = view::layout_at_start(&session, &files).expect("it can be loaded");
    let regions: Vec<_> = layout.regions.iter().map(|region| region.kind).collect();
    assert!(regions.windows(2).all(|pair| pair[0] != pair[1]), "{regions:?}");
}
