//! Where tokens are shown and spelled.

use super::*;

/// Each token's text at its span, and at the place of its spelling.
fn check_spans(text: &str, expect: Expect) {
    let (mut map, main) = main_map(text);
    let mut names = Interner::new();
    let (tokens, _) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    let mut shown = String::new();
    for token in &tokens {
        let at = map.position(token.span);
        write!(
            shown,
            "{} = {}:{} `{}`",
            shown_token(&names, token),
            at.line,
            at.column,
            map.text(token.span)
        )
        .unwrap();
        if let Some(spelled) = token.spelled {
            let at = map.position(spelled);
            write!(shown, " from {}:{} `{}`", at.line, at.column, map.text(spelled)).unwrap();
        }
        shown.push('\n');
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_macros_tokens_are_shown_at_its_outermost_use() {
    check_spans(
        "#define ONE 1
#define ADD(a, b) a + b + ONE
x = ADD(y, ONE);
",
        expect![[r#"
            x = 3:1 `x`
            = = 3:3 `=`
            y = 3:5 `ADD(y, ONE)` from 3:9 `y`
            + = 3:5 `ADD(y, ONE)` from 2:21 `+`
            1:Int = 3:5 `ADD(y, ONE)` from 1:13 `1`
            + = 3:5 `ADD(y, ONE)` from 2:25 `+`
            1:Int = 3:5 `ADD(y, ONE)` from 1:13 `1`
            ; = 3:16 `;`
            END = 4:1 ``
        "#]],
    );
}

#[test]
fn what_hashes_make_is_spelled_at_the_operator() {
    check_spans(
        "#define CAT(a, b) a ## b
#define TEXT(a) #a
CAT(x, 1) TEXT(hi) __LINE__
",
        expect![[r#"
            x1 = 3:1 `CAT(x, 1)` from 1:19 `a ## b`
            "hi" = 3:11 `TEXT(hi)` from 2:18 `a`
            3:Int = 3:20 `__LINE__` from 3:20 `__LINE__`
            END = 4:1 ``
        "#]],
    );
}

#[test]
fn plain_tokens_are_shown_where_they_stand() {
    check_spans(
        "int ab\\\nc = \"x\"\n  \"y\";",
        expect![[r#"
        'int = 1:1 `int`
        abc = 1:5 `ab\
        c`
        = = 2:3 `=`
        "xy" = 2:5 `"x"
          "y"`
        ; = 3:6 `;`
        END = 3:7 ``
    "#]],
    );
}
