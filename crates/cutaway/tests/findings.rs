//! The corpora of undefined behaviour: every bad program has its finding on its line, every near miss stays silent.

mod shared;

use shared::{broken_examples, finish};
use testkit::programs;

/// The findings that a run reports, as (line, code), from its JSON trace.
fn findings(name: &str) -> Vec<(u64, String)> {
    let finished = finish(&["trace", name]);
    assert_eq!(finished.status, 0, "{name}: {}", finished.stderr);
    let text = String::from_utf8(finished.stdout).expect("JSON is UTF-8");
    let mut found = Vec::new();
    for line in text.lines() {
        let event: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let is_footer = event["record"] == "footer";
        for finding in event["findings"].as_array().into_iter().flatten().filter(|_| is_footer) {
            let code = finding["code"].as_str().expect("a code").to_string();
            let labels = finding["labels"].as_array().expect("labels");
            let primary = labels.iter().find(|label| label["is_primary"] == true);
            let line = primary.and_then(|label| label["place"]["line"].as_u64()).unwrap_or(0);
            found.push((line, code));
        }
    }
    found
}

#[test]
fn every_bad_program_is_found_and_every_near_miss_is_silent() {
    let mut defects = Vec::new();
    for program in programs("tests/c/ub") {
        let expected: Vec<(u64, String)> = program
            .expected_findings()
            .into_iter()
            .map(|(line, code)| (u64::from(line), code))
            .collect();
        let is_bad = program.name.contains("/bad_");
        assert_eq!(
            is_bad,
            !expected.is_empty(),
            "{}: the name and the marks disagree",
            program.name
        );
        let found = findings(&program.name);
        for missed in expected.iter().filter(|finding| !found.contains(finding)) {
            defects.push(format!("{}: missed {missed:?}, found {found:?}", program.name));
        }
        if !is_bad && !found.is_empty() {
            defects.push(format!("{}: false alarm {found:?}", program.name));
        }
    }
    assert!(defects.is_empty(), "{}", defects.join("\n"));
}

#[test]
fn the_broken_examples_look_the_same_every_time() {
    for program in broken_examples() {
        let stem = program.path.file_stem().unwrap().to_string_lossy().into_owned();
        let finished = finish(&["run", "--max-steps", "100000", &program.name]);
        let text = format!(
            "exit status {}\n--- standard output\n{}--- standard error\n{}",
            finished.status,
            String::from_utf8_lossy(&finished.stdout),
            finished.stderr
        );
        let path = format!("snapshots/broken/{stem}.txt");
        expect_test::expect_file![testkit::repository().join("crates/cutaway/tests").join(path)]
            .assert_eq(&text);
    }
}
