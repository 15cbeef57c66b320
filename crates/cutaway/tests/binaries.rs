//! Binaries on the command line: told by their first bytes, run with the status they give, refused with the way out.

mod shared;

use shared::{build, conforming_examples, cutaway, finish, scratch};
use testkit::{Finished, Program, run};

fn example(name: &str) -> Program {
    let is_it = |program: &Program| program.name == format!("examples/{name}.c");
    conforming_examples().into_iter().chain(shared::broken_examples()).find(is_it).unwrap()
}

fn check(finished: &Finished, status: i32, said: &str) {
    assert!(!finished.stderr.contains("panicked"), "{}", finished.stderr);
    assert_eq!(finished.status, status, "{}", finished.stderr);
    assert!(finished.stderr.contains(said), "no `{said}` in:\n{}", finished.stderr);
}

#[test]
fn what_cutaway_built_is_told_as_its_source_is() {
    let directory = scratch("binaries-built");
    for name in ["memory", "garbage"] {
        let program = example(name);
        let elf = build(&program, &directory).to_string_lossy().into_owned();
        for verb in ["run", "explain", "trace", "layout"] {
            let (of_elf, of_source) = (finish(&[verb, &elf]), finish(&[verb, &program.name]));
            // The program's own name is on its stack, so its address is not the same.
            let lines = |finished: &Finished| {
                let text = String::from_utf8_lossy(&finished.stdout).into_owned();
                (finished.status, text.lines().count())
            };
            assert_eq!(lines(&of_elf), lines(&of_source), "{verb} {name}");
            // What the compiler says comes first.
            assert!(of_source.stderr.ends_with(&of_elf.stderr), "{}", of_source.stderr);
        }
    }
}

#[test]
fn a_binary_has_arguments_and_input_and_its_own_status() {
    let directory = scratch("binaries-arguments");
    let arguments = build(&example("arguments"), &directory).to_string_lossy().into_owned();
    let finished = finish(&["run", &arguments, "one", "two", "--", "-three"]);
    let text = String::from_utf8_lossy(&finished.stdout).into_owned();
    assert!(["one", "two", "-three"].iter().all(|word| text.contains(word)), "{text}");
    // Its name does not say what it is.
    let renamed = directory.join("echo.c");
    std::fs::copy(build(&example("echo"), &directory), &renamed).unwrap();
    let finished = run(&mut cutaway(&[&renamed.to_string_lossy()]), b"hello\n");
    assert!(String::from_utf8_lossy(&finished.stdout).contains("hello"), "{finished:?}");
    assert_eq!(finished.status, 0, "{}", finished.stderr);
}

#[test]
fn binaries_that_cannot_run_are_told_why_and_the_way_out() {
    let directory = scratch("binaries-refused");
    let elf = build(&example("memory"), &directory);
    let name = elf.to_string_lossy().into_owned();
    check(&finish(&["run", "-DX=1", &name]), 2, "compiled already");
    check(&finish(&["run", "-I", "include", &name]), 2, "compiled already");
    check(&finish(&["build", &name]), 2, "compiled already");
    check(&finish(&["run", env!("CARGO_BIN_EXE_cutaway")]), 2, "cutaway runs RISC-V ones");
    let bytes = std::fs::read(&elf).unwrap();
    for size in [4, 64, 1000, bytes.len() / 2] {
        std::fs::write(directory.join("short"), &bytes[..size]).unwrap();
        let finished = finish(&["run", &directory.join("short").to_string_lossy()]);
        check(&finished, 2, "cut off");
    }
}
