//! No text is too deep, too long or too wrong.

use proptest::prelude::*;

use super::*;

fn check_too_deep(text: &str) {
    let said = parsed(text).1;
    assert!(said.iter().any(|it| it.contains("nested-too-deep")), "{said:?}");
    assert!(said.len() == 1, "{said:?}");
}

fn repeat(before: &str, middle: &str, after: &str, count: usize) -> String {
    format!("{}{middle}{}", before.repeat(count), after.repeat(count))
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    const COUNT: usize = 10_000;
    let in_function = |text: String| format!("void f(void) {{ {text}; }}");
    check_too_deep(&in_function(repeat("(", "1", ")", COUNT)));
    check_too_deep(&in_function(repeat("-", "1", "", COUNT)));
    check_too_deep(&in_function(repeat("1+", "1", "", COUNT)));
    check_too_deep(&in_function(repeat("1,", "1", "", COUNT)));
    check_too_deep(&in_function(repeat("x=", "1", "", COUNT)));
    check_too_deep(&in_function(repeat("x?x:", "1", "", COUNT)));
    check_too_deep(&in_function(repeat("x?", "1", ":x", COUNT)));
    check_too_deep(&in_function(repeat("", "x", "[0]", COUNT)));
    check_too_deep(&in_function(repeat("f(", "x", ")", COUNT)));
    check_too_deep(&in_function(repeat("a[", "x", "]", COUNT)));
    check_too_deep(&in_function(repeat("", "x", ".x", COUNT)));
    check_too_deep(&in_function(repeat("(int)", "x", "", COUNT)));
    check_too_deep(&in_function(repeat("sizeof ", "x", "", COUNT)));
    check_too_deep(&in_function(repeat("sizeof(int[", "x", "])", COUNT)));
    check_too_deep(&in_function(repeat("{", "", "}", COUNT)));
    check_too_deep(&in_function(repeat("if (x) ", "", "", COUNT)));
    check_too_deep(&in_function(repeat("if (x) ; else ", "", "", COUNT)));
    check_too_deep(&in_function(repeat("a: ", "", "", COUNT)));
    check_too_deep(&in_function(repeat("for (;;) ", "", "", COUNT)));
    check_too_deep(&repeat("int ", "(x)", "", 1).replace('(', &"(".repeat(COUNT)));
    check_too_deep(&format!("int {}x;", "*".repeat(COUNT)));
    check_too_deep(&format!("int x{};", "[1]".repeat(COUNT)));
    check_too_deep(&format!("int x = {};", repeat("{", "1", "}", COUNT)));
    check_too_deep(&repeat("struct {", "int x;", "} x;", COUNT));
    check_too_deep(&format!("int f{};", repeat("(int g", "", ")", COUNT)));
}

#[test]
fn c17_5_2_4_1_what_must_be_accepted() {
    let blocks = format!("void f(void) {{ {} }}", repeat("{", "x;", "}", 127));
    let parens = format!("int x = {};", repeat("(1+", "1", ")", 63));
    let declarators = format!("int {};", repeat("(", "x", ")", 63));
    for text in [blocks, parens, declarators] {
        assert_eq!(parsed(&text).1, Vec::<String>::new());
    }
    let long = vec!["1"; NESTING_MAX - 2].join(" + ");
    assert_eq!(parsed(&format!("int x = {long};")).1, Vec::<String>::new());
}

#[test]
fn many_errors_are_cut() {
    let said = parsed(&"int x = ;\n".repeat(100)).1;
    assert_eq!(said.len(), super::super::ERROR_COUNT_MAX + 1);
    assert!(said.last().is_some_and(|last| last.contains("too-many-errors")));
}

/// Words that make text C-like.
const WORDS: &[&str] = &[
    "int",
    "x",
    "T",
    "typedef",
    "struct",
    "enum",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ",",
    "=",
    "*",
    "if",
    "else",
    "for",
    "while",
    "do",
    "return",
    "case",
    "default",
    ":",
    "?",
    "1",
    "\"s\"",
    "'c'",
    "sizeof",
    "_Generic",
    "_Alignas",
    "_Static_assert",
    "__builtin_offsetof",
    "__builtin_va_arg",
    "...",
    ".",
    "->",
    "++",
    "+",
    "&",
    "&&",
    "goto",
    "static",
    "void",
    "__attribute__",
    "whlie",
];

proptest! {
    #[test]
    fn any_words_give_a_tree(words in prop::collection::vec(prop::sample::select(WORDS), 0..80)) {
        parsed(&words.join(" "));
        parsed(&format!("typedef int T; void f(void) {{ {} }}", words.join(" ")));
    }
}
