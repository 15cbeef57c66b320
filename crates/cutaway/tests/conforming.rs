//! Conforming programs mean the same everywhere: on our machine, under qemu from our compiler, and under qemu from GCC.

mod shared;

use shared::{build, conforming_examples, cutaway, scratch};
use testkit::{Finished, Program, Tool, build_with_gcc, programs, run, tool};

const INPUT: &[u8] = b"one two  three\nfour\n\nfive six seven eight nine ten eleven twelve\nlast";

#[test]
fn examples_and_corpus_agree_with_gcc_under_qemu() {
    let what = "comparing conforming programs";
    let Some(qemu) = tool("qemu-riscv64", what) else { return };
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", what) else { return };
    let directory = scratch("conforming");
    let mut differences = Vec::new();
    let mut all = conforming_examples();
    all.extend(programs("tests/c/run"));
    for program in &all {
        let reference = directory.join("reference.elf");
        build_with_gcc(&gcc, &program.path, &reference);
        let expected = under_qemu(&qemu, &reference);
        let ours = build(program, &directory);
        compare(
            &mut differences,
            program,
            "our ELF under qemu",
            &expected,
            &under_qemu(&qemu, &ours),
        );
        let here = run(&mut cutaway(&["run", "--check", "none", &program.name]), INPUT);
        compare(&mut differences, program, "our machine", &expected, &here);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn under_qemu(qemu: &Tool, elf: &std::path::Path) -> Finished {
    run(qemu.command().arg(elf), INPUT)
}

/// `argv[0]` differs on purpose, so the lines that print it are not compared.
fn compare(
    differences: &mut Vec<String>,
    program: &Program,
    what: &str,
    expected: &Finished,
    actual: &Finished,
) {
    let lines = |finished: &Finished| {
        let text = String::from_utf8_lossy(&finished.stdout).into_owned();
        text.lines()
            .filter(|line| !line.contains("argv[0]"))
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    let (expected_lines, actual_lines) = (lines(expected), lines(actual));
    if let Some((index, pair)) = expected_lines
        .iter()
        .zip(&actual_lines)
        .enumerate()
        .find(|(_, (expected, actual))| expected != actual)
    {
        differences.push(format!("{}: {what}: line {}: {pair:?}", program.name, index + 1));
    } else if expected_lines.len() != actual_lines.len() || expected.status != actual.status {
        differences.push(format!(
            "{}: {what}: {} lines and status {}, not {} and {}: {}",
            program.name,
            actual_lines.len(),
            actual.status,
            expected_lines.len(),
            expected.status,
            actual.stderr.lines().next().unwrap_or_default()
        ));
    }
}

#[test]
fn conforming_programs_have_no_finding() {
    let mut alarms = Vec::new();
    let mut all = conforming_examples();
    all.extend(programs("tests/c/run"));
    for program in &all {
        let finished = run(&mut cutaway(&["run", "--error-exitcode", "99", &program.name]), INPUT);
        if finished.status == 99 {
            alarms.push(format!("{}:\n{}", program.name, finished.stderr));
        }
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// GCC 12 does not have them, so they check themselves.
#[test]
fn c23_programs_are_content_with_themselves() {
    let mut complaints = Vec::new();
    for program in &programs("tests/c/c23") {
        let arguments = ["run", "-std=c23", "--error-exitcode", "250", &program.name];
        let finished = run(&mut cutaway(&arguments), INPUT);
        if finished.status != 0 {
            complaints.push(format!("{}: {}\n{}", program.name, finished.status, finished.stderr));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
