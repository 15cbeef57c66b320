//! Conditional inclusion (C17 6.10.1).

use super::*;

/// Whether a condition holds.
fn check_condition(condition: &str, expected: bool) {
    let text = format!("#if {condition}\nyes\n#else\nno\n#endif\n");
    let (mut map, main) = main_map(&text);
    let (shown, diagnostics) =
        expand_to_text(main, &mut map, &mut Interner::new(), &options(), &test_files());
    assert_eq!(shown_diagnostics(&map, &diagnostics), "", "{condition}");
    assert_eq!(shown, if expected { "yes\n" } else { "no\n" }, "{condition}");
}

#[test]
fn c17_6_10_1p4_arithmetic_is_that_of_intmax_t() {
    for condition in [
        "1",
        "-1 < 0",
        "-1 > 0u",
        "18446744073709551615u == -1",
        "0x8000000000000000 > 0",
        "0xffffffff + 1 > 0",
        "2147483648 - 1 == 0x7fffffff",
        "(1 ? -1 : 0u) > 0",
        "1 << 40 >> 40 == 1",
        "-8 >> 1 == -4",
        "1 + 2 * 3 == 7 && 10 - 4 - 3 == 3",
        "7 / 2 == 3 && -7 / 2 == -3 && -7 % 2 == -1",
        "~0 == -1 && !0 && !!5",
        "(6 & 3) == 2 && (6 | 1) == 7 && (6 ^ 3) == 5",
        "'a' == 97 && '\\377' == 255 && '\\n' == 10",
        "0 ? 0 : 1 ? 2 : 0",
        "unknown == 0 && int == 0",
        "010 == 8 && 0x1F == 31",
    ] {
        check_condition(condition, true);
    }
}

#[test]
fn c17_6_5_13_what_is_not_evaluated_may_divide_by_zero() {
    check_condition("0 && 1 / 0", false);
    check_condition("1 || 1 / 0", true);
    check_condition("1 ? 2 : 1 % 0", true);
    check_condition("0 && (1 || 1 / 0)", false);
}

#[test]
fn c17_6_10_1p1_defined() {
    check_condition("defined GIVEN && defined(GIVEN) && !defined nothing", true);
    check_condition("defined(__FILE__) && defined __has_include", true);
    check_condition("__has_include(<stdio.h>) && __has_include(\"own.h\")", true);
    check_condition("__has_include(<nothing.h>) || __has_include(<own>)", false);
}

#[test]
fn c17_6_10_1p6_one_group_is_taken_and_nesting_is_followed() {
    check_text(
        "#if 0
a
#if 1
b
#else
it's not a character
#endif
#elif GIVEN == 2
c
#elif 1 / 0
d
#else
e
#endif
#ifndef GIVEN
f
#else
g
# /* the null directive */
#endif
",
        expect![[r#"
            c
            g
        "#]],
    );
}

#[test]
fn what_is_wrong_with_a_condition() {
    check(
        "#if
#endif
#if 1 +
#endif
#if (1
#endif
#if 1)
#endif
#if 1 / 0
#endif
#if GIVEN(3)
#endif
#if FOO(3)
#endif
#if GIVEN = 3
#endif
#if \"x\" == \"y\"
#endif
#if 1.5
#endif
#if 1 2
#endif
#if defined
#endif
#if defined(X
#endif
#if 1 ? 2
#endif
",
        expect![[r#"
            END
            main.c:1:1 condition-expected: this line has no condition
            main.c:3:8 condition-operand: the condition stops where a value is expected
            main.c:5:5 condition-parenthesis: this `(` is never closed
            main.c:7:6 condition-parenthesis: this `)` closes nothing
            main.c:9:7 condition-division: this divides by zero
            main.c:11:10 condition-operator: an operator is expected before `(`
            main.c:13:5 condition-call: `FOO` is not a macro here, and a condition cannot call functions
            main.c:15:11 condition-assignment: a condition cannot assign with `=`
            main.c:17:5 condition-string: a condition cannot compare strings
            main.c:19:5 condition-floating: `1.5` is not an integer, and conditions only know integers
            main.c:21:7 condition-operator: an operator is expected before `2`
            main.c:23:5 defined-operand: `defined` needs the name of a macro
            main.c:25:14 defined-operand: `)` is missing after the name
            main.c:27:1 condition-colon: after `?` a `:` is expected
        "#]],
    );
}
