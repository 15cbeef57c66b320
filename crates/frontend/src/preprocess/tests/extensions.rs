//! What GNU C and C23 add to the preprocessor.

use super::*;

#[test]
fn c23_6_10_5_2_va_opt() {
    check_text(
        "#define F(a, ...) f(a __VA_OPT__(,) __VA_ARGS__)
#define G(X, ...) f(0, X __VA_OPT__(,) __VA_ARGS__)
#define SDEF(sname, ...) S sname __VA_OPT__(= { __VA_ARGS__ })
#define EMP
#define H(X, ...) X ## __VA_OPT__(n) ## __VA_ARGS__
#define N(first, rest...) first(rest)
#define O(first, rest...) first, ## rest
F(1) F(1, 2) F(1, EMP) G(a, b) SDEF(foo); SDEF(bar, 1, 2); H(a) H(a, 1) N(f) N(f, 1, 2) O(x) O(x, y);
",
        expect![[r#"
            f(1) f(1 , 2) f(1) f(0, a , b) S foo; S bar = { 1, 2 }; a an1 f() f(1, 2) x x, y;
        "#]],
    );
}

#[test]
fn c23_6_10_2_elifdef() {
    check_text(
        "#define A
#ifdef B
1
#elifdef A
2
#elifndef B
3
#else
4
#endif
#if 0
5
#elifndef A
6
#elifndef B
7
#endif
",
        expect![[r#"
            2
            7
        "#]],
    );
}

#[test]
fn gnu_macros_that_change() {
    check_text(
        "#define M 1
#pragma push_macro(\"M\")
#undef M
#define M 2
M __COUNTER__ __COUNTER__
#pragma pop_macro(\"M\")
#pragma pop_macro(\"M\")
M __COUNTER__ 1'000'000 0b1010
",
        expect![[r#"
            2 0 1
            1 2 1'000'000 0b1010
        "#]],
    );
}
