//! What is said about a program that cannot be put together.

use compiler::{Options, build};
use expect_test::{Expect, expect};
use source::MemoryFiles;

/// Builds files of the given names and texts, and compares what is said about them.
fn check(inputs: &[(&str, &str)], expected: Expect) {
    let mut files = MemoryFiles::new();
    let names: Vec<&str> = inputs.iter().map(|input| input.0).collect();
    for (name, text) in inputs {
        files.insert(*name, *text);
    }
    let said = match build(&names, &files, &Options::default()) {
        Ok(built) => (built.sources, built.diagnostics),
        Err(refused) => (refused.sources, refused.diagnostics),
    };
    let lines = said.1.iter().map(|it| {
        let span = it.primary.span;
        let at = said.0.position(span);
        let file = &said.0.file(span.file).name;
        format!("{file}:{}:{}: {}: {}\n", at.line, at.column, it.code, it.message)
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_correct_program_is_built_without_a_word() {
    let main =
        "#include <stdio.h>\nint twice(int);\nint main(void) { printf(\"%d\\n\", twice(2)); }";
    check(&[("main.c", main), ("twice.c", "int twice(int x) { return 2 * x; }")], expect![[""]]);
}

#[test]
fn what_is_missing_is_said_where_it_is_used() {
    check(
        &[("a.c", "int f(int);\nextern int n;\nint main(void) {\n    return f(1) + n;\n}\n")],
        expect![[r#"
            a.c:4:12: undefined-function: `f` is called but defined nowhere
            a.c:4:19: undefined-object: `n` is declared `extern` but defined nowhere
        "#]],
    );
    check(
        &[("a.c", "int f(void);\nint (*p)(void) = f;\nint main(void) { return 0; }")],
        expect![[r#"
        a.c:2:7: undefined-function: `f` is used but defined nowhere
    "#]],
    );
}

#[test]
fn a_program_without_main_is_told_so() {
    check(
        &[("a.c", "int add(int a, int b) { return a + b; }\n")],
        expect![[r#"
        a.c:1:1: no-main: this program has no `main`
    "#]],
    );
}

#[test]
fn what_is_defined_twice_is_said_at_the_second_place() {
    check(
        &[("a.c", "int x = 1;\nint main(void) { return x; }"), ("b.c", "int x = 2;")],
        expect![[r#"
        b.c:1:5: defined-twice: `x` is defined twice
    "#]],
    );
    check(
        &[
            ("a.c", "#include <stdlib.h>\nint main(void) { return abs(-1); }"),
            ("b.c", "int exit(int x) { return x; }"),
        ],
        expect![[""]],
    );
}

#[test]
fn a_file_that_is_not_there_is_named() {
    check(
        &[("/nowhere/a.c", "int main(void) { return 0; }"), ("b.c", "#include \"c.h\"")],
        expect![[r#"
        b.c:1:10: header-not-found: there is no header `"c.h"`
    "#]],
    );
    let files = MemoryFiles::new();
    let refused = build(&["gone.c"], &files, &Options::default()).expect_err("it is not there");
    assert_eq!(refused.diagnostics[0].message, "`gone.c` cannot be read: there is no such file");
}

#[test]
fn errors_of_all_files_are_said_together() {
    check(
        &[("a.c", "int main(void) { return y; }"), ("b.c", "int f(void) { return z; }")],
        expect![[r#"
        a.c:1:25: undeclared-name: `y` is not declared here
        b.c:1:22: undeclared-name: `z` is not declared here
    "#]],
    );
}
