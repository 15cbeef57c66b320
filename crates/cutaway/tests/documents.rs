//! Documents do not rot: what README.md shows is what the program does.

mod shared;

use std::path::PathBuf;
use std::process::Command;

use shared::{cutaway, finish, scratch};
use testkit::{repository, run};

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).unwrap()
}

/// The commands of the fenced blocks, without prompt and comment.
fn commands(text: &str) -> Vec<String> {
    let prompted = text.lines().filter_map(|line| line.strip_prefix("$ "));
    let command = |line: &str| line.split(" #").next().unwrap_or_default().trim().to_string();
    prompted.map(command).collect()
}

/// A copy of what the commands need, so that what they write does not land in the repository.
fn workplace() -> PathBuf {
    let directory = scratch("readme");
    std::fs::create_dir(directory.join("examples")).unwrap();
    for program in testkit::programs("examples") {
        std::fs::write(directory.join(&program.name), &program.text).unwrap();
    }
    directory
}

#[test]
fn every_command_of_the_readme_works() {
    let directory = workplace();
    let commands = commands(&readme());
    let ours: Vec<&String> = commands.iter().filter(|c| c.starts_with("cutaway ")).collect();
    assert!(ours.len() >= 6, "{commands:?}");
    for command in ours {
        let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
        let mut process = Command::new(env!("CARGO_BIN_EXE_cutaway"));
        let finished = run(process.args(&arguments).current_dir(&directory), b"");
        assert_eq!(finished.status, 0, "{command}: {}", finished.stderr);
        if let Some(at) = arguments.iter().position(|argument| *argument == "-o") {
            let written = directory.join(arguments[at + 1]);
            assert!(written.exists(), "{command} wrote nothing");
        }
    }
}

#[test]
fn the_story_that_the_readme_asks_for_first_can_be_told() {
    let wanted = "cargo run --release -- ";
    let commands = commands(&readme());
    let first = commands.iter().find_map(|command| command.strip_prefix(wanted));
    let arguments: Vec<&str> = first.expect("a first command").split_whitespace().collect();
    let finished = finish(&arguments);
    assert_eq!(finished.status, 0, "{}", finished.stderr);
    assert!(String::from_utf8_lossy(&finished.stdout).contains("foo has returned 30."));
}

/// Replaces the block in backquotes after a sentence by what the program says, or demands that it is there.
#[test]
fn the_finding_of_the_readme_is_what_the_program_says() {
    let finished = finish(&["run", "examples/garbage.c"]);
    let said = finished.stderr.trim_end();
    let text = readme();
    let lead = "A finding reads like this:\n\n```text\n";
    let (before, rest) = text.split_once(lead).expect("the README introduces a finding");
    let (shown, after) = rest.split_once("\n```").expect("the block ends");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let renewed = format!("{before}{lead}{said}\n```{after}");
        std::fs::write(repository().join("README.md"), renewed).unwrap();
    } else {
        assert_eq!(shown, said, "UPDATE_EXPECT=1 renews it");
    }
}

#[test]
fn the_picture_of_the_readme_is_drawn_by_the_program() {
    let at = ["draw", "examples/memory.c", "--at", "6"];
    let finished = run(&mut cutaway(&at), b"");
    assert_eq!(finished.status, 0, "{}", finished.stderr);
    let svg = String::from_utf8(finished.stdout).expect("SVG is UTF-8");
    assert!(svg.contains("was foo"), "foo’s frame is not there");
    expect_test::expect_file![repository().join("docs/images/memory.svg")].assert_eq(&svg);
}

#[test]
fn every_link_of_the_readme_leads_somewhere() {
    for link in readme().split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        if !link.contains("://") {
            assert!(repository().join(link).exists(), "{link}");
        }
    }
}
