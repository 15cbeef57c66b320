//! Macro replacement (C17 6.10.3); the examples are those of C17 6.10.3.3 to 6.10.3.5.

use super::*;

#[test]
fn c17_6_10_3_5_example_3_rescanning() {
    check_text(
        "#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define h g(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(x) # x
f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);
g(x+(3,4)-w) | h 5) & m
(f)^m(m);
p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };
char c[2][6] = { str(hello), str() };
",
        expect![[r#"
            f(2 * (y+1)) + f(2 * (f(2 * (z[0])))) % f(2 * (0)) + t(1);
            f(2 * (2+(3,4)-0,1)) | f(2 * (~ 5)) & f(2 * (0,1))^m(0,1);
            int i[] = { 1, 23, 4, 5, };
            char c[2][6] = { "hello", "" };
        "#]],
    );
}

#[test]
fn c17_6_10_3_5_example_4_strings_and_pasting() {
    check_text(
        r##"#define str(s) # s
#define xstr(s) str(s)
#define debug(s, t) printf("x" # s "= %d, x" # t "= %s", \
 x ## s, x ## t)
#define INCFILE(n) vers ## n
#define glue(a, b) a ## b
#define xglue(a, b) glue(a, b)
#define HIGHLOW "hello"
#define LOW LOW ", world"
debug(1, 2);
fputs(str(strncmp("abc\0d", "abc", '\4') // this goes away
== 0) str(: @\n), s);
xstr(INCFILE(2).h)
glue(HIGH, LOW);
xglue(HIGH, LOW)
"##,
        expect![[r#"
            printf("x" "1" "= %d, x" "2" "= %s", x1, x2);
            fputs("strncmp(\"abc\\0d\", \"abc\", '\\4') == 0" ": @\n", s);
            "vers2.h"
            "hello";
            "hello" ", world"
        "#]],
    );
}

#[test]
fn c17_6_10_3_5_example_5_placemarkers() {
    check_text(
        "#define t(x,y,z) x ## y ## z
int j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,), t(10,,), t(,11,), t(,,12), t(,,) };
",
        expect![[r#"
            int j[] = { 123, 45, 67, 89, 10, 11, 12, };
        "#]],
    );
}

#[test]
fn c17_6_10_3_5_example_7_variable_arguments() {
    check_text(
        r##"#define debug(...) fprintf(stderr, __VA_ARGS__)
#define showlist(...) puts(#__VA_ARGS__)
#define report(test, ...) ((test)?puts(#test):\
 printf(__VA_ARGS__))
debug("Flag");
debug("X = %d\n", x);
showlist(The first, second, and third items.);
report(x>y, "x is %d but y is %d", x, y);
"##,
        expect![[r#"
            fprintf(stderr, "Flag");
            fprintf(stderr, "X = %d\n", x);
            puts("The first, second, and third items.");
            ((x>y)?puts("x>y"): printf("x is %d but y is %d", x, y));
        "#]],
    );
}

#[test]
fn c17_6_10_3_3_a_pasted_hash_hash_is_no_operator() {
    check_text(
        "#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
char p[] = join(x, y);
",
        expect![[r#"
            char p[] = "x ## y";
        "#]],
    );
}

#[test]
fn c17_6_10_3_4_a_name_is_not_replaced_in_its_own_replacement() {
    check_text(
        "#define A B
#define B A
#define f(a) a*g
#define g(a) f(a)
A B f(2)(9)
",
        expect![[r#"
            A B 2*9*g
        "#]],
    );
}

#[test]
fn c17_6_10_3_1_arguments_are_replaced_first_but_not_beside_hashes() {
    check_text(
        "#define N 42
#define s(x) #x
#define xs(x) s(x)
#define cat(a, b) a ## b
#define xcat(a, b) cat(a, b)
s(N) xs(N) cat(N, N) xcat(N, N) s( a  +  /* c */ b ) s(\"\\n\") s('\"')
",
        expect![[r#"
            "N" "42" NN 4242 "a + b" "\"\\n\"" "'\"'"
        "#]],
    );
}

#[test]
fn c17_6_10_3p10_a_use_may_go_over_lines_and_a_name_without_parenthesis_is_none() {
    check_text(
        "#define foo(x) <x>
foo
(
 1
) 2
foo
bar (foo)
",
        expect![[r#"
            <1> 2
            foo
            bar (foo)
        "#]],
    );
}

#[test]
fn a_comma_before_no_variable_arguments_goes_as_in_gcc() {
    check_text(
        "#define log(format, ...) printf(format, ## __VA_ARGS__)
log(\"a\"); log(\"a\", 1, 2);
",
        expect![[r#"
            printf("a"); printf("a", 1, 2);
        "#]],
    );
}

#[test]
fn tokens_that_would_melt_are_kept_apart_in_text() {
    check_text(
        "#define EMPTY
#define minus -
-EMPTY- -minus +EMPTY+ minus-minus x EMPTY y
",
        expect![[r#"
            - - - - + + - - - x y
        "#]],
    );
}

#[test]
fn predefined_macros() {
    check_text(
        "__LINE__ __FILE__ __STDC_VERSION__ __DATE__ __TIME__ __riscv_xlen GIVEN __ELF__
#define where __LINE__
where
#line 100 \"foo.c\"
where __FILE__
__SIZE_TYPE__ _Pragma(\"x\")
",
        expect![[r#"
            1 "main.c" 201710L "Jan  1 1970" "00:00:00" 64 2 __ELF__
            3
            100 "foo.c"
            unsigned long _Pragma("x")
        "#]],
    );
}
