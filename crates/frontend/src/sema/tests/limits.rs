//! Extremes: depth, size, nonsense. Nothing panics.

use expect_test::expect;
use proptest::prelude::*;

use super::{analysed, check_errors};

#[test]
fn a_chain_of_typedefs_is_bounded() {
    let mut text = String::from("typedef int *t0;\n");
    for level in 1..2000 {
        text.push_str(&format!("typedef t{} *t{level};\n", level - 1));
    }
    let (_, _, _, said) = analysed(&text);
    assert_eq!(said.iter().map(|d| d.code).collect::<Vec<_>>(), ["type-too-deep"]);
}

#[test]
fn a_chain_of_records_is_bounded() {
    let mut text = String::from("struct s0 { int x; };\n");
    for level in 1..2000 {
        text.push_str(&format!("struct s{level} {{ struct s{} in; }};\n", level - 1));
    }
    let (_, _, _, said) = analysed(&text);
    assert!(said.iter().any(|diagnostic| diagnostic.code == "type-too-deep"));
}

#[test]
fn records_that_point_to_each_other_may_be_many() {
    let mut text = String::from("struct s0 { int x; };\n");
    for level in 1..2000 {
        text.push_str(&format!("struct s{level} {{ struct s{} *to[3]; }};\n", level - 1));
    }
    assert_eq!(analysed(&text).3, []);
}

#[test]
fn objects_have_a_largest_size() {
    check_errors(
        "char a[1 << 30]; char b[(1 << 30) + 1]; char c[1 << 20][1 << 20]; int d[] = {[1 << 29] = 1};
         char e[1 << 30] = {[(1 << 30) - 1] = 1}; unsigned long f[-1UL]; struct { char a[1 << 30], b; } g;",
        expect![[r#"
            1:24 object-too-large: this object is too large: the limit is 1 GiB
            1:47 object-too-large: this object is too large: the limit is 1 GiB
            1:78 designator-out-of-range: there is no element 536870912
            2:47 initializer-too-large: initial values of one object may fill 64 MiB at most
            2:66 object-too-large: this object is too large: the limit is 1 GiB
            2:74 object-too-large: this object is too large: the limit is 1 GiB
        "#]],
    );
}

#[test]
fn large_initializers_take_linear_time() {
    let numbers: String = (0..100_000).map(|number| format!("{number},")).collect();
    assert_eq!(analysed(&format!("int a[] = {{{numbers}}};")).3, []);
}

#[test]
fn errors_are_not_endless() {
    let text: String =
        (0..300).map(|number| format!("int f{number}(void) {{ return u{number}; }}\n")).collect();
    let said = analysed(&text).3;
    assert_eq!(said.len(), 51);
    assert_eq!(said.last().map(|diagnostic| diagnostic.code), Some("too-many-errors"));
}

const WORDS: &[&str] = &[
    "int",
    "char",
    "long",
    "unsigned",
    "double",
    "void",
    "struct",
    "union",
    "enum",
    "typedef",
    "static",
    "extern",
    "const",
    "s",
    "t",
    "x",
    "y",
    "f",
    "a",
    "main",
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
    "&",
    ".",
    "->",
    "+",
    "-",
    "/",
    "%",
    "<<",
    "?",
    ":",
    "==",
    "&&",
    "!",
    "~",
    "++",
    "+=",
    "...",
    "0",
    "1",
    "2147483648",
    "1.5",
    "'c'",
    "\"s\"",
    "sizeof",
    "return",
    "if",
    "else",
    "for",
    "while",
    "do",
    "switch",
    "case",
    "default",
    "break",
    "continue",
    "goto",
    "_Generic",
    "_Static_assert",
    "_Alignas",
    "register",
    "inline",
    "_Bool",
    "float",
    "short",
    "signed",
    "__builtin_offsetof",
    "__builtin_va_arg",
    "__builtin_va_start",
    "__func__",
    "volatile",
    "restrict",
];

const PRELUDE: &str =
    "typedef struct s { int x; struct { char y[3]; }; int b : 3; } t; enum { a = 2 };
    int f(int x, ...); ";

fn soup(length: usize) -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS);
    proptest::collection::vec(word, 0..length).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_tokens_at_file_scope_never_panic(text in soup(60)) {
        analysed(&format!("{PRELUDE}{text}"));
    }

    #[test]
    fn any_tokens_in_a_function_never_panic(text in soup(60)) {
        analysed(&format!("{PRELUDE} int main(int x, char **y) {{ {text} ; }}"));
    }

    #[test]
    fn any_expression_never_panics(text in soup(12)) {
        analysed(&format!("{PRELUDE} t g; int main(int x, char **y) {{ x = {text}; return {text}; }} int z = {text};"));
    }

    #[test]
    fn any_initializer_never_panics(text in soup(16)) {
        analysed(&format!("{PRELUDE} t g[2] = {{ {text} }}; void h(void) {{ t l[] = {{ {text} }}; union {{ t t; int x; }} u = {{ {text} }}; }}"));
    }
}
