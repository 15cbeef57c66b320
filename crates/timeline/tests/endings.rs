//! Endings: how runs stop, what was there, and what is released.

mod common;

use expect_test::{Expect, expect};
use process::{MappingKind, signal_name};

/// Runs a program without the checker; tells its ending, its output and what was released.
fn check(text: &str, expect: Expect) {
    let (session, output) = common::run(&common::image("t.c", text), None);
    let outcome = session.outcome().unwrap();
    let mut lines = match &outcome.ending {
        process::Ending::Signal { number, fault } => {
            let what = fault.map(|fault| format!(" {:?} {:?}", fault.access, fault.there));
            format!("{}{}\n", signal_name(*number), what.unwrap_or_default())
        }
        ending => format!("{ending:?}\n"),
    };
    lines += &String::from_utf8_lossy(&output);
    for released in &outcome.released {
        let is_fixed = matches!(released.kind, MappingKind::Heap | MappingKind::Stack);
        if is_fixed {
            let (kind, pages) = (released.kind.name(), released.pages);
            lines += &format!("{kind}: {pages} pages of {} bytes\n", released.size);
        }
    }
    expect.assert_eq(&lines);
}

#[test]
fn a_return_from_main_is_an_exit() {
    check(
        "int main(void) { return 300; }",
        expect![[r#"
        Exited { status: 44 }
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn abort_is_a_signal() {
    check(
        "#include <stdlib.h>\nint main(void) { abort(); }",
        expect![[r#"
        SIGABRT
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn null_is_not_mapped() {
    check(
        "int main(void) { int *p = 0; return *p; }",
        expect![[r#"
        SIGSEGV Load None
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn code_may_not_be_written() {
    check(
        "int main(void) { *(char *)main = 0; return 0; }",
        expect![[r#"
        SIGSEGV Store Some(Text)
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn data_may_not_be_executed() {
    check(
        "int x; int main(void) { ((void (*)(void))&x)(); return 0; }",
        expect![[r#"
        SIGSEGV Fetch Some(Bss)
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn literals_may_not_be_written() {
    check(
        "int main(void) { *(char *)\"x\" = 0; return 0; }",
        expect![[r#"
        SIGSEGV Store Some(ReadOnlyData)
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn endless_recursion_meets_the_guard() {
    check(
        "int f(int n) { return f(n + 1) + 1; } int main(void) { return f(0); }",
        expect![[r#"
        SIGSEGV Store Some(Guard)
        stack: 2048 pages of 8388608 bytes
    "#]],
    );
}

#[test]
fn the_heap_grows_by_pages_and_is_resident_where_it_was_touched() {
    let text = "#include <stdlib.h>
#include <stdio.h>
int main(void)
{
    char *p = malloc(100 * 4096);
    p[50 * 4096] = 1;
    puts(\"done\");
    return 0;
}";
    check(
        text,
        expect![[r#"
        Exited { status: 0 }
        done
        heap: 3 pages of 413696 bytes
        stack: 1 pages of 8388608 bytes
    "#]],
    );
}
