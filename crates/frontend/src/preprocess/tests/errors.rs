//! What is said about text that is not right.

use super::*;

#[test]
fn literals_that_never_end() {
    check(
        "printf(\"hello);
char c = 'a;
say(\"it's\");
don't
int after;
",
        expect![[r#"
            printf ( "" ) ; 'char c = Plain(0) ; say ( "it's" ) ; don Plain(0) 'int after ; END
            main.c:1:8 open-string: this string never ends: the closing `"` is missing on this line
            main.c:2:10 open-character: this character never ends: the closing `'` is missing on this line
            main.c:4:4 open-character: this character never ends: the closing `'` is missing on this line
        "#]],
    );
    check_diagnostics(
        "puts(\"hello);\n",
        expect![[r#"
        main.c:1:6 open-string: this string never ends: the closing `"` is missing on this line
          note: C17 6.4.5
          help: add `"` where the string ends; inside a string, a quote is written `\"`
    "#]],
    );
}

#[test]
fn a_string_over_several_lines_is_one_mistake() {
    check(
        "puts(\"one\ndon't @ two\nthree\");\nint x;",
        expect![[r#"
            puts ( "" ) ; 'int x ; END
            main.c:1:6 string-over-lines: this string goes over the end of its line, which a string cannot
        "#]],
    );
    check_diagnostics(
        "puts(\"one\ntwo\");\n",
        expect![[r#"
        main.c:1:6 string-over-lines: this string goes over the end of its line, which a string cannot
          main.c:2:4 it seems to end here
          note: C17 6.4.5
          help: write each line as a string of its own, one after the other: `"one\n" "two\n"`
    "#]],
    );
}

#[test]
fn a_comment_that_never_ends() {
    check_diagnostics(
        "int x; /* and so on\n\nint y;\n",
        expect![[r#"
        main.c:1:8 open-comment: this comment never ends: the closing `*/` is missing
          note: C17 6.4.9
          help: add `*/` where the comment ends
    "#]],
    );
}

#[test]
fn conditionals_that_do_not_pair() {
    check_diagnostics(
        "#else\n#endif\n#if 1\n#else\n#elif 2\n#else\n#ifdef X\n",
        expect![[r#"
        main.c:1:1 conditional-expected: this `#else` has no `#if` before it
          note: C17 6.10.1
          help: remove it, or add the `#if` that it belongs to
        main.c:2:1 conditional-expected: this `#endif` has no `#if` before it
          note: C17 6.10.1
          help: remove it, or add the `#if` that it belongs to
        main.c:5:1 after-else: this `#elif` comes after the `#else` of the same `#if`
          main.c:4:1 the `#else` is here
          note: C17 6.10.1
          help: put the `#else` last; an `#endif` may be missing before this line
        main.c:6:1 after-else: this `#else` comes after the `#else` of the same `#if`
          main.c:4:1 the `#else` is here
          note: C17 6.10.1
          help: put the `#else` last; an `#endif` may be missing before this line
        main.c:7:1 open-conditional: this conditional never ends: its `#endif` is missing
          note: C17 6.10.1
          help: add `#endif` where the conditional part ends
        main.c:3:1 open-conditional: this conditional never ends: its `#endif` is missing
          main.c:4:1 its `#else` is here
          note: C17 6.10.1
          help: add `#endif` where the conditional part ends
    "#]],
    );
}

#[test]
fn characters_that_mean_nothing() {
    check(
        "char *s = “x”; a – b; c @ d; \0\0\0 \u{fffd}\u{fffd} e\u{a0}f; \\ \ng",
        expect![[r#"
            'char * s = "" ; a b ; c d ; e f ; g END
            main.c:1:11 curly-quotes: curly quotes are not the quotes of C
            main.c:1:22 stray-character: `–` means nothing in C
            main.c:1:31 stray-character: `@` means nothing in C
            main.c:1:36 stray-character: there is a null byte here, which C text cannot hold
            main.c:1:40 stray-character: these bytes are not UTF-8 text
            main.c:1:48 stray-character: the invisible character U+00A0 means nothing in C
            main.c:1:53 stray-character: `\` means nothing in C
        "#]],
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    check(
        &source::decode(b"int \xff\xfe x; char *s = \"a\xffb\" /* gr\xfc\xdfe */; char c = '\xe4'; int y = L'\xe4';".to_vec()),
        expect![[r#"
            'int x ; 'char * s = [97, 255, 98] ; 'char c = Plain(228) ; 'int y = Wide(228) ; END
            main.c:1:5 stray-character: these bytes are not UTF-8 text
            main.c:1:31 raw-bytes: there are bytes here that are not UTF-8 text
            main.c:1:74 raw-bytes: there are bytes here that are not UTF-8 text
            main.c:1:92 raw-bytes: there are bytes here that are not UTF-8 text
        "#]],
    );
}

#[test]
fn a_file_that_is_a_program() {
    check(
        "\u{7f}ELF\u{2}\u{1}\u{1}\0\0\0\0 int x;",
        expect![[r#"
        END
        main.c:1:1 binary-file: `main.c` is not C text: it holds binary data
    "#]],
    );
}

#[test]
fn directives_that_are_none() {
    check_diagnostics(
        "#inlcude <stdio.h>
#elseif
#foo
#!bin
#error you  must not
#warning careful
#line x
#if 1
#endif GIVEN
#ifdef
#endif
#undef 3
",
        expect![[r#"
            main.c:1:2 unknown-directive: there is no directive `#inlcude`
              note: C17 6.10
              help: write `#include`
            main.c:2:2 unknown-directive: there is no directive `#elseif`
              note: C17 6.10
              help: write `#elif`
            main.c:3:2 unknown-directive: there is no directive `#foo`
              note: C17 6.10
              help: the directives are `#include`, `#define`, `#if` and their kin
            main.c:4:2 directive-expected: after `#` the name of a directive is missing
              note: C17 6.10
              help: the directives are `#include`, `#define`, `#if` and their kin
            main.c:5:1 error-directive: you  must not
            main.c:6:1 warning-directive: careful
            main.c:7:1 line-number-expected: `#line` needs a line number
              note: C17 6.10.4
              help: write `#line 10` or `#line 10 "file.c"`
            main.c:9:8 extra-tokens: what follows on this `#endif` line is ignored
              help: remove it, or make it a comment: `/* … */`
            main.c:10:7 macro-name-expected: `#ifdef` needs the name of a macro
              note: C17 6.10
              help: for an expression, write `#if` instead
            main.c:12:8 macro-name-expected: after `#undef` a name is expected
              note: C17 6.10
              help: a name begins with a letter or `_`
        "#]],
    );
}

#[test]
fn definitions_that_are_none() {
    check_diagnostics(
        "#define
#define 3x
#define F(a, a) a
#define G(int a) a
#define H(a) #b
#define I a ##
#define J(a
#define K(..., a)
#define L(args...) args
#define M __VA_ARGS__
#define defined 1
#undef __LINE__
#define N+1
#define GIVEN 3
#define O(a) a + 1
#define O(b) b + 1
",
        expect![[r#"
            main.c:1:8 macro-name-expected: `#define` needs the name of a macro
              note: C17 6.10
              help: a name begins with a letter or `_`
            main.c:2:9 macro-name-expected: after `#define` a name is expected
              note: C17 6.10
              help: a name begins with a letter or `_`
            main.c:3:14 parameter-twice: there are two parameters `a`
              note: C17 6.10.3p6
              help: give one of them another name
            main.c:4:15 parameter-separator: `,` or `)` is expected after a parameter
              note: C17 6.10.3
              help: a macro's parameters are names alone, without types: `#define MAX(a, b) …`
            main.c:5:14 stringize-operand: `#` must be followed by a parameter of the macro
              note: C17 6.10.3.2p1
              help: put the name of a parameter after it; a macro cannot make a directive
            main.c:6:13 paste-at-edge: `##` joins two things, and here it stands at the edge of the macro
              note: C17 6.10.3.3p1
              help: put something on both sides of it, or remove it
            main.c:7:10 open-parameter-list: this parameter list never ends: its `)` is missing on this line
              note: C17 6.10.3
              help: add `)`; for a macro without parameters, put a space before the `(`
            main.c:8:14 parameter-after-dots: `...` must be the last parameter
              note: C17 6.10.3p5
              help: put `)` after `...`
            main.c:10:11 va-args-misplaced: `__VA_ARGS__` only means something in a macro whose parameters end in `...`
              note: C17 6.10.3p5
              help: make `...` the last parameter, or use another name
            main.c:11:9 reserved-macro-name: `defined` cannot be defined or undefined
              note: C17 6.10.8p2
              help: choose another name
            main.c:12:8 reserved-macro-name: `__LINE__` cannot be defined or undefined
              note: C17 6.10.8p2
              help: choose another name
            main.c:13:10 space-after-macro-name: a space is missing after the macro's name
              note: C17 6.10.3p3
              help: add a space: `#define NAME value`
            main.c:14:9 macro-redefined: `GIVEN` is defined again, and differently
              <command line>:1:9 first defined here
              note: C17 6.10.3p2
              help: give one of them another name, or write `#undef GIVEN` before this line
            main.c:16:9 macro-redefined: `O` is defined again, and differently
              main.c:15:9 first defined here
              note: C17 6.10.3p2
              help: give one of them another name, or write `#undef O` before this line
        "#]],
    );
}

#[test]
fn c17_6_10_3p2_the_same_definition_again_is_allowed() {
    check(
        "#define F(a) (a + 1)\n#define F(a)  (a  +  1) \n#define GIVEN 2\nF(x)\n",
        expect![[r#"
        ( x + 1:Int ) END
    "#]],
    );
}

#[test]
fn uses_that_do_not_fit() {
    check_diagnostics(
        "#define two(a, b) a b
#define none() 0
#define some(a, ...) a
#define paste(a, b) a ## b
#define text(a) #a
two(1); two(1, 2, 3); two((1, 2), 3); none(1); none(); some(); paste(+, x); text(\\);
two(1,
",
        expect![[r#"
            main.c:6:1 macro-argument-count: the macro `two` takes 2 arguments, not 1
              main.c:1:9 the macro is defined here
              note: C17 6.10.3p4
              help: commas inside parentheses do not separate arguments, those inside `{}` or `[]` do
            main.c:6:9 macro-argument-count: the macro `two` takes 2 arguments, not 3
              main.c:1:9 the macro is defined here
              note: C17 6.10.3p4
              help: commas inside parentheses do not separate arguments, those inside `{}` or `[]` do
            main.c:6:39 macro-argument-count: the macro `none` takes 0 arguments, not 1
              main.c:2:9 the macro is defined here
              note: C17 6.10.3p4
              help: commas inside parentheses do not separate arguments, those inside `{}` or `[]` do
            main.c:6:64 paste-failed: `##` cannot join `+` and `x` into one token
              main.c:4:21 the `##` is here
              note: C17 6.10.3.3p3
              help: `##` is for making names and numbers; to put two things side by side, leave it out
            main.c:6:77 stringize-failed: `#` makes `"\"` here, which is not a string
              main.c:5:18 the `#` is here
              note: C17 6.10.3.2p2
              help: a single `\` cannot be made into a string this way
            main.c:7:1 open-macro-use: the arguments of `two` never end: `)` is missing
              main.c:7:4 the `(` is here
              main.c:1:9 the macro is defined here
              note: C17 6.10.3p4
              help: add the `)` after the last argument
        "#]],
    );
}

#[test]
fn many_errors_end_the_reading() {
    let (mut map, main) = main_map(&"@ x;\n".repeat(100));
    let mut names = Interner::new();
    let (_, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    assert_eq!(diagnostics.len(), 21);
    assert_eq!(diagnostics.last().map(|last| last.code), Some("too-many-errors"));
}

/// Texts that would take forever, or the stack, without limits.
#[test]
fn limits() {
    let doubling: String =
        (0..60).map(|index| format!("#define m{index} m{0} m{0}\n", index + 1)).collect();
    let quoting =
        format!("#define S(x) #x\n#define X(x) S(x)\n{}'\\\\'{}", "X(".repeat(99), ")".repeat(99));
    for (text, code) in [
        (doubling + "m0\n", "macro-size-limit"),
        (
            format!("#define f(x) x\n{}1{}", "f(".repeat(9999), ")".repeat(9999)),
            "macro-depth-limit",
        ),
        (quoting, "macro-text-limit"),
        (format!("#if {}1{}\n#endif", "(".repeat(9999), ")".repeat(9999)), "condition-depth-limit"),
        (format!("#if {}1\n#endif", "- ".repeat(9999)), "condition-depth-limit"),
        (format!("#if {}1\n#endif", "1?1:".repeat(9999)), "condition-depth-limit"),
        ("#if 1\n".repeat(3000), "conditional-depth-limit"),
        ("#if 0\n".repeat(3000), "conditional-depth-limit"),
        ("#include \"main.c\"\n".repeat(2), "include-depth-limit"),
    ] {
        let (mut map, main) = main_map(&text);
        let mut names = Interner::new();
        let (_, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
        let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [code]);
    }
}

#[test]
fn a_line_of_a_megabyte_is_read() {
    let (mut map, main) = main_map(&"a+".repeat(500_000));
    let mut names = Interner::new();
    let (tokens, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    assert_eq!((tokens.len(), diagnostics.len()), (1_000_001, 0));
}
