//! The corpora under the checker: no miss, no false alarm, and a machine that does not notice.

mod common;

use checker::{AfterFinding, Code};
use testkit::Program;

/// What is wrong with the findings of a program of `tests/c/ub`.
fn judge(program: &Program) -> Option<String> {
    let image = common::image(&program.name, &program.text);
    let (session, _) = common::run(&image, Some(AfterFinding::Stop));
    let findings = &session.outcome()?.findings;
    let is_memory = |code: Code| code != Code::Leak;
    let found: Vec<(u32, String)> = findings
        .iter()
        .filter(|finding| is_memory(finding.code))
        .map(|finding| (finding.site.place.line, finding.code.to_string()))
        .collect();
    let expected = program.expected_findings();
    // A bad program may do it on several lines; the run stops at the first.
    let is_right = match found.first() {
        Some(first) => expected.contains(first),
        None => expected.is_empty(),
    };
    (!is_right).then(|| format!("{}: expected {expected:?}, found {found:?}", program.name))
}

#[test]
fn every_bad_program_is_found_and_every_good_one_is_silent() {
    let wrong: Vec<String> = testkit::programs("tests/c/ub").iter().filter_map(judge).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn conforming_programs_are_silent() {
    let wrong: Vec<String> = testkit::programs("tests/c/run").iter().filter_map(judge).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The machine's final state is the same with and without the checker, whatever it finds.
#[test]
fn the_checker_only_observes() {
    for directory in ["tests/c/run", "tests/c/ub", "examples"] {
        for program in testkit::programs(directory) {
            let image = common::image(&program.name, &program.text);
            let (plain, plain_output) = common::run(&image, None);
            let (checked, output) = common::run(&image, Some(AfterFinding::Continue));
            let (plain, checked) = (plain.outcome().unwrap(), checked.outcome().unwrap());
            assert_eq!(plain.ending, checked.ending, "{}", program.name);
            assert_eq!(plain.moment, checked.moment, "{}", program.name);
            assert_eq!(plain.state_hash, checked.state_hash, "{}", program.name);
            assert_eq!(plain_output, output, "{}", program.name);
        }
    }
}

/// What the examples that are broken on purpose find, and where.
#[test]
fn examples_find_what_they_are_for() {
    let mut lines = String::new();
    for program in testkit::programs("examples") {
        let image = common::image(&program.name, &program.text);
        let (session, _) = common::run(&image, Some(AfterFinding::Stop));
        for finding in &session.outcome().unwrap().findings {
            let place = &finding.site.place;
            lines +=
                &format!("{}:{} {} step {}\n", place.file, place.line, finding.code, finding.step);
        }
    }
    expect_test::expect_file!["examples.txt"].assert_eq(&lines);
}
