//! What beginners get wrong, and what is said of it: once, and with a way out.

use super::*;

#[test]
fn a_missing_semicolon_is_reported_where_it_belongs() {
    check_recovery(
        "int x = 1\nint main(void) {\n  int y = 2\n  y = 3\n  return y\n}\n",
        expect![[r#"
        (declare x int 1)
        (define main (function () int)
          (block
            (declare y int 2)
            (= y 3)
            (return y)))
        1:10 missing-semicolon: a `;` is missing at the end of a declaration (add `;`)
        3:12 missing-semicolon: a `;` is missing at the end of a declaration (add `;`)
        4:8 missing-semicolon: a `;` is missing at the end of a statement (add `;`)
        5:11 missing-semicolon: a `;` is missing at the end of a statement (add `;`)"#]],
    );
    check_errors(
        "struct point { int x; int y }\nint main(void) { return 0; }",
        expect![[r#"
        1:28 missing-semicolon: a `;` is missing at the end of a member (add `;`)
        1:30 missing-semicolon: a `;` is missing at the end of the declaration of a type (add `;`)"#]],
    );
    check_errors(
        "void f(void) { do x(); while (1) }",
        expect!["1:33 missing-semicolon: a `;` is missing at the end of a `do` loop (add `;`)"],
    );
}

#[test]
fn brackets_point_to_their_partners() {
    check_recovery(
        "void f(void) { g(1, 2; if (x { y(); } a[3 = 4; }",
        expect![[r#"
        (define f (function () void)
          (block
            (call g 1 2)
            (if x
              (block
                (call y)))
            (index a (= 3 4))))
        1:22 unclosed-bracket: a `)` is missing [1:17 opened here] (add `)`)
        1:29 unclosed-bracket: a `)` is missing [1:27 opened here] (add `)`)
        1:46 unclosed-bracket: a `]` is missing [1:40 opened here] (add `]`)"#]],
    );
    check_errors(
        "void f(void) { g(1)); h(2); }",
        expect![
            "1:20 unmatched-bracket: this `)` closes nothing (remove it, or add the one that opens it)"
        ],
    );
    check_errors(
        "int main(void) {\n  if (1) {\n  return 0;\n}\n",
        expect![
            "1:16 unclosed-bracket: this `{` is never closed (add `}` where the block ends; the indentation often shows which one is missing)"
        ],
    );
    check_errors(
        "int main(void) { } }\nint x;",
        expect![
            "1:20 unmatched-bracket: this `}` closes nothing (remove it, or look above for a block that ends one `}` too early)"
        ],
    );
    check_errors(
        "int f(void) {\n  if (1) {\n  return 0;\n}\nint g(void) {\n  return 1;\n}\n",
        expect![
            "5:5 nested-function: `g` is defined inside another function (add the `}` that is missing above, or move this function out)"
        ],
    );
}

#[test]
fn misspelled_keywords() {
    check_recovery(
        "int main(void) { whlie (x < 3) { x++; } retrun 0; }",
        expect![[r#"
        (define main (function () int)
          (block
            (call whlie (< x 3))
            (block
              (post++ x))
            retrun))
        1:18 misspelled-keyword: unknown word `whlie` (did you mean `while`?)
        1:41 misspelled-keyword: unknown word `retrun` (did you mean `return`?)"#]],
    );
    check_errors(
        "int main(void) { fro (i = 0; i < 3; i++) { f(i); } if (1) { } esle { } }",
        expect![[r#"
        1:18 misspelled-keyword: unknown word `fro` (did you mean `for`?)
        1:63 misspelled-keyword: unknown word `esle` (did you mean `else`?)"#]],
    );
    check_errors(
        "Int x; unsinged int y; viod f(void) { Double d; }",
        expect![[r#"
        1:1 misspelled-keyword: unknown word `Int` (did you mean `int`?)
        1:8 misspelled-keyword: unknown word `unsinged` (did you mean `unsigned`?)
        1:24 misspelled-keyword: unknown word `viod` (did you mean `void`?)
        1:39 misspelled-keyword: unknown word `Double` (did you mean `double`?)"#]],
    );
    check_errors(
        "void form(int); int main(void) { form(1 2); }",
        expect![
            "1:41 expected-token: expected `,` or `)`, found a number [1:38 opened here] (put `,` between two of a list; `)` ends it)"
        ],
    );
}

#[test]
fn unknown_types() {
    check_recovery(
        "struct node { node *next; };\nnode n;\nbool b;\nint f(string s, size_t n) { foo x; return 1; }",
        expect![[r#"
            (declare (struct node (next (pointer <error>))))
            (declare n <error>)
            (declare b <error>)
            (define f (function ((s <error>) (n <error>)) int)
              (block
                (declare x <error>)
                (return 1)))
            1:15 unknown-type: unknown type name `node` (write `struct node`: in C the keyword is part of the type's name)
            2:1 unknown-type: unknown type name `node` (write `struct node`: in C the keyword is part of the type's name)
            3:1 unknown-type: unknown type name `bool` (add `#include <stdbool.h>`, which declares it)
            4:7 unknown-type: unknown type name `string` (C has no string type: use `char *`, or an array of `char`)
            4:17 unknown-type: unknown type name `size_t` (add `#include <stddef.h>`, which declares it)
            4:29 unknown-type: unknown type name `foo`"#]],
    );
    check_errors(
        "typedef int count; cuont c; int f(void) { return (countt)1; }",
        expect![[r#"
            1:20 unknown-type: unknown type name `cuont` (did you mean `count`?)
            1:51 unknown-type: unknown type name `countt` (did you mean `count`?)"#]],
    );
}

#[test]
fn operators_of_other_languages() {
    check_errors(
        "int f(int a, int b) { if (a and b) { } a =< b; a === b; return a <> b; }",
        expect![[r#"
        1:29 expected-token: expected `)`, found `and` [1:26 opened here] (C spells `and` as `&&`)
        1:43 expected-expression: expected an expression, found `<` (C has no operator `=<`; did you mean `<=`?)
        1:52 expected-expression: expected an expression, found `=` (C has no operator `===`; did you mean `==`?)
        1:67 expected-expression: expected an expression, found `>` (C has no operator `<>`; did you mean `!=`?)"#]],
    );
}

#[test]
fn declarations_that_are_not() {
    check_errors(
        "int x == 5; int a[3] = [1, 2, 3]; int for; struct s { int a = 1; }; int f(int x = 2); int e[] = {}; struct {} v;",
        expect![[r#"
            1:7 equality-initializer: `==` compares; it cannot give a first value (write `=`)
            1:24 initializer-brackets: an array's first values stand in braces (write `{1, 2, 3}`)
            1:39 keyword-as-name: expected a name, found the keyword `for` (choose another name)
            1:61 member-initializer: a member cannot have a first value in its type (give the value where an object is declared: `struct s x = { .member = 1 };`)
            1:81 default-argument: a parameter cannot have a default value in C (remove it, and pass the value in each call)"#]],
    );
    check_errors(
        "int main(void) { int 3; int y z; return int; }",
        expect![[r#"
            1:22 expected-token: expected a name, found a number
            1:30 missing-semicolon: a `;` is missing at the end of a declaration (add `;`)
            1:41 type-as-expression: expected an expression, found the type word `int` (to use a variable, write its name alone; its type stands only in its declaration)"#]],
    );
}

#[test]
fn statements_where_they_cannot_stand() {
    check_errors(
        "int x; x = 5; printf(\"hi\"); return 0; int y;",
        expect![
            "1:8 statement-outside-function: a statement stands outside any function (move it into a function; a `}` above may have closed the function too early)"
        ],
    );
    check_errors(
        "void f(int x) { if (x) int y = 1; switch (x) { case 1: int z; case 2 x = 3; default: } }",
        expect![[r#"
        1:24 declaration-without-braces: a declaration cannot be all that an `if`, `else` or loop governs (put braces around it and the statements that use it)
        1:56 declaration-after-label: a declaration cannot follow a label [1:48 the label] (put the declaration and what uses it in braces: `case 1: { int x; … }`)
        1:69 missing-colon: a `:` is missing after `case` and its value (add `:`)
        1:77 label-without-statement: a label must be followed by a statement (add `;` (or `break;`) after the `:`)"#]],
    );
    check_errors(
        "void f(int x) { if (x) g(); h(); else k(); }",
        expect![
            "1:34 else-without-if: this `else` belongs to no `if` (put braces around everything that the `if` governs)"
        ],
    );
    check_errors(
        "void f(int x) { if x > 3 { g(); } while x g(); for i = 0; g(); }",
        expect![[r#"
        1:20 missing-parentheses: the condition of `if` must stand in parentheses (write `if (condition)`)
        1:41 missing-parentheses: the condition of `while` must stand in parentheses (write `while (condition)`)
        1:52 missing-parentheses: the condition of `for` must stand in parentheses (write `for (start; condition; step)`)"#]],
    );
    check_errors(
        "void f(void) { for (int i = 0, i < 3, i++) { } for (i = 0, i < 3, i++) { g(); } g(; }",
        expect![[r#"
            1:34 for-parts: expected `;` between the three parts of `for`, found `<` (write `for (start; condition; step)`: two `;`, also where a part is empty)
            1:70 for-parts: expected `;` between the three parts of `for`, found `)` (write `for (start; condition; step)`: two `;`, also where a part is empty)
            1:83 expected-expression: expected an expression, found `;`"#]],
    );
    check_errors(
        "void f(void) { if (x >) { y(); } else { z(); } g(1, , 2); h(); x = ; }",
        expect![[r#"
        1:23 expected-expression: expected an expression, found `)`
        1:53 expected-expression: expected an expression, found `,`
        1:68 expected-expression: expected an expression, found `;`"#]],
    );
    check_errors(
        "void f(void) { do { } return; }",
        expect![
            "1:22 do-without-while: the `while` of this `do` loop is missing [1:16 the loop begins here]"
        ],
    );
}

#[test]
fn assembly_language_is_refused() {
    check_errors(
        "int x __attribute__((unused)); void f(void) { asm(\"nop\"); __typeof__(x) y; x = ({ 1; }); x ?: 1; switch (x) { case 1 ... 3: ; } goto *x; &&l; } __inline int g(void);",
        expect![
            "1:47 inline-assembly: assembly language in C is not supported (write it in C, or link an object file that another compiler made)"
        ],
    );
}

#[test]
fn macros_are_pointed_into() {
    check_errors(
        "#define N 10;\nint a[N];\nint f(void) { return (N); }",
        expect![[r#"
            2:7 semicolon-in-macro: a macro puts a `;` here, where none can stand [1:13 the `;` of the macro] (remove the `;` from the `#define` line: a macro is text, not a statement)
            3:23 semicolon-in-macro: a macro puts a `;` here, where none can stand [1:13 the `;` of the macro] (remove the `;` from the `#define` line: a macro is text, not a statement)"#]],
    );
}

#[test]
fn what_remains_is_still_read() {
    check_recovery(
        "int a; int ) b; int c; void f(void) { 1 +; x; } int d;",
        expect![[r#"
        (declare a int)
        (declare c int)
        (define f (function () void)
          (block
            (error)
            x))
        (declare d int)
        1:12 unmatched-bracket: this `)` closes nothing (remove it, or add the one that opens it)
        1:42 expected-expression: expected an expression, found `;`"#]],
    );
    check_errors(
        "void f(int a int b) { } void g(a, int b) { }",
        expect![[r#"
            1:14 expected-token: expected `,` or `)`, found `int` [1:7 opened here] (put `,` between two of a list; `)` ends it)
            1:32 missing-parameter-type: the parameter `a` has no type (write a type before it, such as `int a`)"#]],
    );
    check_errors("", expect![[r#""#]]);
    check_errors(
        "struct s { int x;\nint f(void) { return 1; }\nint main(void) { return f(); }",
        expect![
            "2:1 unclosed-bracket: a function is defined among the members of a type [1:10 opened here] (add the `};` that ends the type, or move this function out)"
        ],
    );
    check_errors(
        "int f(void) { if (1) { } } return 1; for (int i = 0; i < 3; i++) { f(); } x++; }",
        expect![
            "1:28 statement-outside-function: a statement stands outside any function (move it into a function; a `}` above may have closed the function too early)"
        ],
    );
    check_errors(
        "int f(int { int x = 1; x = 2; g(x); return x; }\nint h(void) { }",
        expect!["1:10 unclosed-bracket: a `)` is missing [1:6 opened here] (add `)`)"],
    );
}
