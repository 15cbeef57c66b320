//! Programs that other compilers made, looked into: what their stories, traces and pictures must say, whatever the
//! compiler's version.

mod shared;

use std::path::{Path, PathBuf};

use shared::{cutaway, finish, scratch};
use testkit::foreign::{build, of_both, rust};
use testkit::{Finished, run, tool};

fn gcc(source: &str, flags: &[&str], directory: &Path) -> Option<PathBuf> {
    build("riscv64-linux-gnu-gcc", source, flags, directory)
}

fn gxx(source: &str, flags: &[&str], directory: &Path) -> Option<PathBuf> {
    build("riscv64-linux-gnu-g++", source, flags, directory)
}

fn said(verb: &[&str], elf: &Path) -> String {
    let mut arguments = verb.to_vec();
    let elf = elf.to_string_lossy();
    arguments.push(&elf);
    let finished = finish(&arguments);
    assert_eq!(finished.status, 0, "{verb:?} {elf}:\n{}", finished.stderr);
    assert!(!finished.stderr.contains("panicked"), "{}", finished.stderr);
    String::from_utf8_lossy(&finished.stdout).into_owned()
}

/// The text without what its lines and boxes are broken by.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let flat = flat(text);
    for expected in expected {
        assert!(flat.contains(expected), "no `{expected}` in:\n{text}");
    }
}

#[test]
fn unoptimised_c_of_gcc_and_clang_is_told_as_our_own() {
    let directory = scratch("foreign-plain");
    let clang = ["--target=riscv64-linux-gnu", "-O0", "-g"];
    let built = [
        gcc("list.c", &["-O0", "-g"], &directory),
        gcc("list.c", &["-O0", "-g", "-gdwarf-4"], &directory),
        build("clang", "list.c", &clang, &directory),
    ];
    for elf in built.into_iter().flatten() {
        check(
            &said(&["explain"], &elf),
            &[
                "main starts:",
                "The heap hands out 16 bytes",
                "the address of the block of 16 bytes",
                "main calls sum(",
                "result changes from 4 to 5",
                "sum has returned 5. Its frame is released, not erased.",
                "total changes from 0 to 5",
                "uninitialised (holds",
            ],
        );
        let layout = said(&["layout"], &elf);
        check(&layout, &["main", "list.c:12", "total", "list.c:4"]);
    }
}

#[test]
fn optimised_code_shows_registers_inlined_calls_and_what_is_gone() {
    let directory = scratch("foreign-optimised");
    let clang = ["--target=riscv64-linux-gnu", "-O2", "-g"];
    let built =
        [gcc("list.c", &["-O2", "-g"], &directory), build("clang", "list.c", &clang, &directory)];
    for elf in built.into_iter().flatten() {
        let story = said(&["explain"], &elf);
        check(&story, &["optimised out here", "sum ─ inlined, running", "The heap hands out 16"]);
        check(&story, &["total changes from 0 to 5"]);
    }
}

#[test]
fn cpp_shows_classes_with_what_they_inherit() {
    let directory = scratch("foreign-cpp");
    let Some(elf) = gxx("shapes.cpp", &["-O0", "-g"], &directory) else { return };
    let story = said(&["explain"], &elf);
    check(&story, &["numbers._M_impl._M_start", "main calls twice(", "Square"]);
    assert!(!story.contains("_GLOBAL__sub_I"), "what the compiler made is not the user's");
}

#[test]
fn frames_survive_longjmp_signals_and_tail_calls() {
    let directory = scratch("foreign-jumps");
    for level in ["-O0", "-O1", "-O2"] {
        let Some(elf) = gcc("jumps.c", &[level, "-g"], &directory) else { return };
        let trace = said(&["trace"], &elf);
        let depths = depths_of_main(&trace);
        assert!(!depths.is_empty(), "{level}: no step in main");
        assert!(depths.iter().all(|&depth| depth == 1), "{level}: {depths:?}");
        check(&trace, &["\"function\":\"handler\",\"depth\":2"]);
        check(&trace, &["\"ending\":{\"by\":\"exit\",\"status\":0"]);
    }
}

/// How many calls are active at each step in `main`.
fn depths_of_main(trace: &str) -> Vec<u64> {
    let after = |line: &str| {
        let rest = line.split("\"function\":\"main\",\"depth\":").nth(1)?;
        rest.split(',').next()?.parse().ok()
    };
    trace.lines().filter_map(after).collect()
}

#[test]
fn a_longjmp_to_an_outer_call_of_one_function_leaves_the_frames_between() {
    let directory = scratch("foreign-recursion");
    let without = ["-O0", "-O2"].map(|level| gcc("recursion.c", &[level], &directory));
    let stripped = gcc("recursion.c", &["-O0", "-s"], &directory);
    for elf in of_both("recursion.c", &directory).into_iter().chain(without.into_iter().flatten()) {
        check(
            &said(&["explain"], &elf),
            &["walk and walk are left without a return.", "A jump leads back into walk."],
        );
        let depths = depths_of_main(&said(&["trace"], &elf));
        assert!(depths.iter().all(|&depth| depth == 1), "{}: {depths:?}", elf.display());
    }
    if let Some(stripped) = stripped {
        check(&said(&["explain"], &stripped), &["main starts", "are left without a return."]);
    }
}

#[test]
fn exceptions_leave_frames_one_after_the_other() {
    let directory = scratch("foreign-thrown");
    for elf in of_both("thrown.cpp", &directory) {
        let story = said(&["explain"], &elf);
        check(&story, &["main calls middle(", "middle calls depths(2)", "depths calls depths(0)"]);
        let flat = flat(&story);
        let left = flat.matches("depths is left without a return.").count();
        assert_eq!(left, 3, "{}:\n{story}", elf.display());
        check(&story, &["middle is left without a return.", "main returns 2"]);
        assert!(!flat.contains("depths has returned"), "{}:\n{story}", elf.display());
        let depths = depths_of_main(&said(&["trace"], &elf));
        assert!(depths.iter().all(|&depth| depth == 1), "{}: {depths:?}", elf.display());
    }
}

#[test]
fn cpp_calls_methods_by_their_objects_and_starts_at_main() {
    let directory = scratch("foreign-classes");
    for elf in of_both("classes.cpp", &directory) {
        let story = said(&["explain"], &elf);
        check(&story, &["main starts", "Business::fee has returned 5.", "to 52", "top receives 7"]);
        check(&story, &["primes", "greeting", ", 48)"]);
        // `new` and `delete` are what they are, not a `realloc`.
        assert!(!flat(&story).contains("The block moves"), "{}:\n{story}", elf.display());
        assert!(
            !story.contains("__cxx_global_var_init"),
            "what the compiler made is not the user's"
        );
    }
    // The library's templates are not the user's, also where only symbols tell.
    let Some(elf) = gxx("classes.cpp", &["-O0"], &directory) else { return };
    let story = said(&["explain"], &elf);
    check(&story, &["main starts", "main calls attempt", "attempt calls Account::withdraw"]);
    assert!(!flat(&story).contains("calls std::"), "{story}");
}

#[test]
fn rust_is_told_by_its_own_names() {
    let directory = scratch("foreign-rust");
    for level in ["0", "2"] {
        let Some(elf) = rust(level, &directory) else { return };
        let story = said(&["explain"], &elf);
        check(&story, &["when bank.rs runs", "bank::main starts"]);
        check(&story, &["as core::fmt::Display>::fmt(", "The block moves from"]);
        for foreign in ["calls hashbrown::", "calls core::", "{vtable} lies"] {
            assert!(!story.contains(foreign), "{level}: {foreign} in:\n{story}");
        }
    }
    let Some(elf) = rust("0", &directory) else { return };
    let story = said(&["explain"], &elf);
    check(&story, &["bank::sum({…})", "area has returned 12.0", "bank::sum has returned 19.0"]);
    check(&story, &["good.Ok.__0 receives 42", "IntErrorKind::InvalidDigit"]);
}

#[test]
fn threads_have_frames_of_their_own() {
    let directory = scratch("foreign-threads");
    for elf in of_both("threads.c", &directory) {
        let story = said(&["explain"], &elf);
        check(&story, &["Thread 3 goes on.", "Thread 4 goes on.", "The main thread goes on."]);
        check(&story, &["calls work(", "work has returned null.", "shared changes from 12 to 22"]);
        check(&story, &["threads[0] receives", "threads[1] receives", "lock receives its value"]);
        let trace = said(&["trace"], &elf);
        check(&trace, &["\"thread\":3", "\"thread\":4"]);
        let made = |name: &str| {
            let made = format!("\"pushed\":[{{\"function\":\"{name}\"");
            trace.matches(&made).count()
        };
        assert_eq!((made("work"), made("main")), (2, 0), "{}:\n{trace}", elf.display());
    }
}

#[test]
fn without_lines_functions_are_told_and_without_symbols_addresses() {
    let directory = scratch("foreign-bare");
    let Some(elf) = gcc("list.c", &["-O0"], &directory) else { return };
    check(&said(&["explain"], &elf), &["main starts:", "main calls malloc", "main calls sum"]);
    let Some(elf) = gcc("list.c", &["-O0", "-s"], &directory) else { return };
    check(&said(&["explain"], &elf), &["main starts", "main calls 0x", "has returned"]);
}

#[test]
fn runs_equal_those_of_qemu() {
    let directory = scratch("foreign-runs");
    let Some(qemu) = tool("qemu-riscv64", "comparing runs of foreign programs") else { return };
    for source in ["list.c", "jumps.c"] {
        for level in ["-O0", "-O2"] {
            let Some(elf) = gcc(source, &[level], &directory) else { return };
            let theirs = run(qemu.command().arg(&elf).arg("one"), b"");
            let ours: Finished = run(&mut cutaway(&["run", &elf.to_string_lossy(), "one"]), b"");
            let key = |finished: &Finished| (finished.status, finished.stdout.clone());
            assert_eq!(key(&ours), key(&theirs), "{source} {level}: {}", ours.stderr);
        }
    }
}

#[test]
fn checks_that_need_rows_are_refused_and_figures_are_drawn() {
    let directory = scratch("foreign-asked");
    let Some(elf) = gcc("list.c", &["-O0", "-g"], &directory) else { return };
    let finished = finish(&["run", "--check", "all", &elf.to_string_lossy()]);
    assert_eq!(finished.status, 2);
    check(&finished.stderr, &["cannot be checked", "cutaway build"]);
    let svg = said(&["draw", "--at", "sum:4"], &elf);
    check(&svg, &["<svg", "result", "struct node"]);
    // Bounded, and said so.
    let story = said(&["explain", "--max-steps", "5"], &elf);
    check(&story, &["step limit"]);
}

#[test]
fn layout_reads_programs_of_other_systems_as_their_files_say() {
    let directory = scratch("foreign-layout");
    let native = PathBuf::from(env!("CARGO_BIN_EXE_cutaway"));
    check(&said(&["layout"], &native), &["program", "ELF, 64 bits", ".text", "r-x"]);
    let Some(object) = gcc("list.c", &["-c"], &directory) else { return };
    check(&said(&["layout"], &object), &["object file", "Sections:", ".text"]);
    let broken = directory.join("broken");
    std::fs::write(&broken, b"MZ\0\0\0\0").unwrap();
    let finished = finish(&["layout", &broken.to_string_lossy()]);
    assert_eq!(finished.status, 2, "{}", finished.stderr);
}

/// Where Debian's cross compiler has the libraries of its programs.
const LIBRARIES: &str = "/usr/riscv64-linux-gnu";

const SHARED: &str = r#"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
int main(void) {
    int numbers[] = {3, 1, 2};
    char *copy = strdup("hello");
    int *block = malloc(40);
    qsort(numbers, 3, sizeof numbers[0], compare);
    printf("%s %d\n", copy, numbers[0]);
    free(copy);
    block = realloc(block, 80);
    free(block);
    return 0;
}
"#;

#[test]
fn shared_libraries_are_named_and_their_allocator_is_followed() {
    let directory = scratch("foreign-shared");
    let source = directory.join("shared.c");
    std::fs::write(&source, SHARED).unwrap();
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", "programs with shared libraries") else { return };
    for flags in [["-O0", "-g", "-pie"], ["-O0", "-g", "-no-pie"], ["-O2", "-g", "-pie"]] {
        let elf = directory.join("shared");
        let made = run(gcc.command().args(flags).arg("-o").arg(&elf).arg(&source), b"");
        assert_eq!(made.status, 0, "{}", made.stderr);
        let story = said(&["explain", "--root", LIBRARIES], &elf);
        check(
            &story,
            &[
                "The heap hands out 6 bytes",
                "The heap hands out 40 bytes",
                "80 bytes at",
                "into libc.so.6",
                "Here: ld-linux-riscv64-lp64d.so.1.",
            ],
        );
        if flags.contains(&"-O0") {
            check(&story, &["The C library calls compare(", "dangling: freed block of 80 bytes"]);
        }
        assert!(!story.contains("left by )"), "{story}");
        let figure = said(&["draw", "--root", LIBRARIES, "--what", "layout", "--at", "3"], &elf);
        check(&figure, &["libc.so.6"]);
    }
}
