//! Declarations: linkage, definitions, types.

use expect_test::expect;

use super::check;

#[test]
fn c17_6_9_2_tentative_definitions_are_zero() {
    check(
        "int a; int a; extern int b; static int c; extern int d; int d = 4; int e[]; int e[3];",
        expect![[r#"
            global a: int External zero
            global b: int External declared
            global c: int Internal zero
            global d: int External = 04
            global e: int[3] External zero
        "#]],
    );
}

#[test]
fn c17_6_2_2_extern_follows_what_is_visible() {
    check(
        "static int a; extern int a; int f(void); static int g(void) { extern int a; extern int h(int); return a + g(); }",
        expect![[r#"
            global a: int Internal zero
            declared f: int (void) External
            function g: int (void) Internal
              return (+:int (load @a) (call:int g))
            declared h: int (int) External
        "#]],
    );
}

#[test]
fn c17_6_7_6_declarators_read_inside_out() {
    check(
        "int *a[3]; int (*b)[3]; int (*c(void))(char); int (*(*d)(int *))[2]; const char *const e; void f(int a[], int g(void), const int n);",
        expect![[r#"
            global a: int *[3] External zero
            global b: int (*)[3] External zero
            global d: int (*(*)(int *))[2] External zero
            global e: const char *const External zero
            declared c: int (*(void))(char) External
            declared f: void (int *, int (*)(void), int) External
        "#]],
    );
}

#[test]
fn c17_6_7_2_specifiers_in_any_order() {
    check(
        "long unsigned int a; int long b; unsigned c; long long signed d; short e; char unsigned f; double g; _Bool h;",
        expect![[r#"
            global a: unsigned long External zero
            global b: long External zero
            global c: unsigned int External zero
            global d: long long External zero
            global e: short External zero
            global f: unsigned char External zero
            global g: double External zero
            global h: _Bool External zero
        "#]],
    );
}

#[test]
fn c17_6_7_2_2_enumerators_are_int_constants() {
    check(
        "enum color { red, green = 5, blue } c = blue; enum { minus = -1 } m; int a[green];",
        expect![[r#"
            global c: enum color External = 06
            global m: enum <unnamed> External zero
            global a: int[5] External zero
        "#]],
    );
}

#[test]
fn c17_6_9_1_old_style_definitions() {
    check(
        "int f(a, b) char b; { return a + b; } int g() { return f(1, 2); }",
        expect![[r#"
        function f: int () External
          parameter a: int
          parameter b: char
          return (+:int (load a) (Integer:int (load b)))
        function g: int () External
          return (call:int f 1:int 2:int)
    "#]],
    );
}

#[test]
fn c17_6_7_4_inline_functions_are_internal() {
    check(
        "inline int f(void) { return 1; } inline int g(void) { return 2; } extern int g(void); int main(void) { return f(); }",
        expect![[r#"
            function f: int (void) Internal
              return 1:int
            function g: int (void) External
              return 2:int
            function main: int (void) External
              return (call:int f)
        "#]],
    );
}

#[test]
fn c17_6_2_4_static_locals_are_globals() {
    check(
        "int next(void) { static int n = 3; static int m; return n++ + m; }",
        expect![[r#"
        global n: int None = 03
        global m: int None zero
        function next: int (void) External
          return (+:int (post+=:int @n 1:int) (load @m))
    "#]],
    );
}

#[test]
fn c17_6_7_2_3_tags_have_scopes() {
    check(
        "struct s; struct s *p; struct s { int x; }; int f(void) { struct s; struct s *q; struct s { char c; } t; q = &t; return p->x; }",
        expect![[r#"
            global p: struct s * External zero
            function f: int (void) External
              local q: struct s *
              local t: struct s &
              declare q
              declare t
              (= q (& t))
              return (load (* (load @p)).0)
        "#]],
    );
}

#[test]
fn c17_6_2_7_composite_types() {
    check(
        "int f(); int f(int); int g(int (*)[]); int g(int (*)[4]); int main(void) { return f(1); }",
        expect![[r#"
            declared f: int (int) External
            declared g: int (int (*)[4]) External
            function main: int (void) External
              return (call:int f 1:int)
        "#]],
    );
}
