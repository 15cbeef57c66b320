//! Stories, layouts, figures and traces of all examples, as snapshots; two runs give the same bytes.

mod shared;

use std::path::PathBuf;

use shared::{broken_examples, conforming_examples, finish};
use testkit::Program;

fn all_examples() -> Vec<Program> {
    let mut all = conforming_examples();
    all.extend(broken_examples());
    all
}

fn snapshot(directory: &str, program: &Program, extension: &str) -> PathBuf {
    let stem = program.path.file_stem().unwrap().to_string_lossy().into_owned();
    let root = testkit::repository().join("crates/cutaway/tests/snapshots");
    root.join(directory).join(stem).with_extension(extension)
}

/// Runs a command twice, compares the two, and gives what it printed.
fn twice(arguments: &[&str]) -> String {
    let first = finish(arguments);
    assert_eq!(first.status, 0, "{arguments:?}: {}", first.stderr);
    assert!(first == finish(arguments), "{arguments:?}: two runs differ");
    String::from_utf8(first.stdout).expect("it prints UTF-8")
}

#[test]
fn stories() {
    for program in all_examples() {
        let text = twice(&["explain", &program.name]);
        expect_test::expect_file![snapshot("explain", &program, "txt")].assert_eq(&text);
    }
}

#[test]
fn layouts() {
    for program in all_examples() {
        let text = twice(&["layout", &program.name]);
        expect_test::expect_file![snapshot("layout", &program, "txt")].assert_eq(&text);
    }
}

#[test]
fn traces_hold_every_step() {
    for program in all_examples() {
        let text = twice(&["trace", "--max-steps", "2000", &program.name]);
        let head: String = text.lines().take(12).map(|line| format!("{line}\n")).collect();
        expect_test::expect_file![snapshot("trace", &program, "jsonl")].assert_eq(&head);
        for line in text.lines() {
            let event: serde_json::Value =
                serde_json::from_str(line).expect("a JSON object a line");
            assert!(event.is_object());
        }
    }
}

#[test]
fn figures() {
    for program in all_examples() {
        let svg = twice(&["draw", &program.name, "--at", "4"]);
        expect_test::expect_file![snapshot("draw", &program, "svg")].assert_eq(&svg);
    }
}
