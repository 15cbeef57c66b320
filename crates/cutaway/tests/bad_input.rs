//! Bad input: a clear sentence with the place and the way out, the documented exit status, never a panic.

mod shared;

use shared::{cutaway, finish, scratch};
use testkit::{Finished, run};

fn check(finished: &Finished, status: i32, said: &str) {
    assert!(!finished.stderr.contains("panicked"), "{}", finished.stderr);
    assert_eq!(finished.status, status, "{}", finished.stderr);
    assert!(finished.stderr.contains(said), "no `{said}` in:\n{}", finished.stderr);
}

fn program(name: &str, text: &[u8]) -> String {
    let path = scratch(&format!("bad-{name}")).join("p.c");
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn c_that_does_not_compile_has_every_error_with_its_line() {
    let path = program(
        "errors",
        b"int main(void)\n{\n    int x = 1\n    return y;\n}\nint f(void) { return z; }\n",
    );
    let finished = finish(&["run", &path]);
    check(&finished, 1, "p.c:3");
    check(&finished, 1, "`z`");
}

#[test]
fn what_is_not_a_c_file_is_said_to_be_so() {
    check(&finish(&["run", "examples/nothing.c"]), 2, "no such file");
    check(&finish(&["run", "examples"]), 2, "directory");
    check(&finish(&["run", &program("binary", b"int main\0")]), 2, "not an ELF file");
    check(&finish(&["run", &program("windows", b"MZ\0\0")]), 2, "a Windows program");
    check(&finish(&["run", &program("empty", b"")]), 1, "main");
    check(&finish(&["run", &program("no-main", b"int f(void) { return 1; }\n")]), 1, "main");
    check(
        &finish(&[
            "run",
            &program("include", b"#include \"nope.h\"\nint main(void) { return 0; }\n"),
        ]),
        1,
        "nope.h",
    );
}

#[test]
fn wrong_use_says_how_it_is_meant() {
    check(&finish(&["run"]), 2, "Usage");
    check(&finish(&["run", "--no-such-flag", "examples/memory.c"]), 2, "--no-such-flag");
    check(&finish(&["draw", "examples/memory.c", "--at", "nowhere:99"]), 2, "nowhere");
    check(&finish(&["draw", "examples/memory.c", "--at", "999999"]), 2, "999999");
}

#[test]
fn very_long_lines_and_very_deep_nesting_end_well() {
    let mut long = b"int main(void) { return 0; } /* ".to_vec();
    long.extend(std::iter::repeat_n(b'x', 1 << 20));
    long.extend(b" */\n");
    check(&finish(&["run", &program("long", &long)]), 0, "");
    let mut sum = b"int main(void) { return 0".to_vec();
    sum.extend(b" + 0".repeat(250_000));
    sum.extend(b"; }\n");
    let finished = finish(&["run", &program("sum", &sum)]);
    assert!([0, 1].contains(&finished.status), "{}", finished.stderr);
    let deep =
        format!("int main(void) {{ return {}1{}; }}\n", "(".repeat(10_000), ")".repeat(10_000));
    check(&finish(&["run", &program("deep", deep.as_bytes())]), 1, "nest");
}

#[test]
fn endless_programs_are_stopped_where_they_were() {
    let path = program("loop", b"int main(void)\n{\n    for (;;)\n        ;\n}\n");
    check(&finish(&["run", "--max-steps", "1000", &path]), 137, "p.c:");
    let finished = finish(&["explain", "--max-steps", "1000", &path]);
    check(&finished, 0, "");
    assert!(String::from_utf8_lossy(&finished.stdout).contains("step limit"));
}

#[test]
fn ctrl_c_stops_the_program_and_says_where_it_was() {
    let path = program("interrupt", b"int main(void)\n{\n    for (;;)\n        ;\n}\n");
    for verb in ["run", "explain"] {
        let mut command = std::process::Command::new("timeout");
        command.args([
            "--preserve-status",
            "-s",
            "INT",
            "0.5",
            env!("CARGO_BIN_EXE_cutaway"),
            verb,
        ]);
        let finished = run(command.args(["--max-steps", "1000000000000", &path]), b"");
        let said = format!("{}{}", String::from_utf8_lossy(&finished.stdout), finished.stderr);
        assert!(said.contains("The user stops the program"), "{verb}: {said}");
        assert_eq!(finished.status, if verb == "run" { 130 } else { 0 }, "{verb}");
    }
}

#[test]
fn endless_output_is_bounded_when_asked() {
    let path =
        program("flood", b"#include <stdio.h>\nint main(void) { for (;;) puts(\"flood\"); }\n");
    let finished = finish(&["run", "--max-output", "10K", &path]);
    check(&finished, 137, "output");
    assert!(finished.stdout.len() <= 10 * 1024, "{}", finished.stdout.len());
    check(&finish(&["explain", &path]), 0, "");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let path =
        program("pipe", b"#include <stdio.h>\nint main(void) { for (;;) puts(\"flood\"); }\n");
    let binary = env!("CARGO_BIN_EXE_cutaway");
    let script =
        format!("{binary} run {path} | head -1; {binary} trace {path} | head -1 >/dev/null");
    let finished = run(std::process::Command::new("sh").args(["-c", &script]), b"");
    assert_eq!((finished.status, finished.stderr.as_str()), (0, ""));
}

#[test]
fn the_exit_status_is_the_programs_own() {
    let path = program("status", b"#include <stdlib.h>\nint main(void) { exit(42); }\n");
    check(&finish(&["run", &path]), 42, "");
    let path = program("abort", b"#include <stdlib.h>\nint main(void) { abort(); }\n");
    check(&finish(&["run", &path]), 134, "");
    check(&finish(&["run", "examples/null_dereference.c"]), 139, "");
    check(
        &finish(&["run", "--error-exitcode", "7", "examples/uninitialised.c"]),
        7,
        "uninitialised-read",
    );
}

#[test]
fn help_completions_and_the_manual_come_from_one_definition() {
    for arguments in [&["--help"][..], &["explain", "--help"], &["completions", "bash"], &["man"]] {
        let finished = run(&mut cutaway(arguments), b"");
        assert_eq!((finished.status, finished.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(finished.stdout.len() > 200, "{arguments:?}");
    }
}
