//! Wrong programs as beginners write them, and what each is told: the whole text on the terminal, as a snapshot beside the
//! program.

mod shared;

use expect_test::expect_file;
use shared::finish;
use testkit::programs;

#[test]
fn every_wrong_program_is_told_what_is_wrong_and_what_to_do() {
    for program in programs("crates/cutaway/tests/messages") {
        let said = finish(&["build", "-o", "/dev/null", &program.name]).stderr;
        expect_file![program.path.with_extension("txt")].assert_eq(&said);
    }
}

#[test]
fn nothing_is_said_that_is_only_an_echo() {
    for program in programs("crates/cutaway/tests/messages") {
        let said = finish(&["build", "-o", "/dev/null", &program.name]).stderr;
        let count = said.lines().filter(|line| is_headline(line)).count();
        assert!((1..=2).contains(&count), "{}: {count} messages\n{said}", program.name);
    }
}

fn is_headline(line: &str) -> bool {
    line.starts_with("error[") || line.starts_with("warning[")
}

#[test]
fn a_name_that_hides_another_is_told_to_those_who_ask() {
    let build = |options: &[&str]| {
        let program = "crates/cutaway/tests/on_request/shadowing.c";
        finish(&[&["build", "-o", "/dev/null"], options, &[program]].concat()).stderr
    };
    assert_eq!(build(&[]), "");
    assert_eq!(build(&["-Wall"]), "");
    expect_file!["on_request/shadowing.txt"].assert_eq(&build(&["-Wshadow"]));
}

#[test]
fn warnings_are_silenced_or_made_errors() {
    let program = "crates/cutaway/tests/messages/missing_break.c";
    let build =
        |options: &[&str]| finish(&[&["build", "-o", "/dev/null"], options, &[program]].concat());
    assert_eq!(build(&["-w"]).stderr, "");
    assert_eq!(build(&["-Wno-implicit-fallthrough"]).stderr, "");
    assert_eq!(build(&["-Werror"]).status, 1);
    assert!(build(&["-Wmising-break"]).stderr.contains("-Wmising-break is none of its warnings"));
}
