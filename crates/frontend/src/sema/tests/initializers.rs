//! Initializers: flattening, designators, static data.

use expect_test::expect;

use super::{check, check_body};

#[test]
fn c17_6_7_9_lists_and_zeroes() {
    check_body(
        "int a[4] = {1, 2}; int b[] = {1, [3] = 4, 5}; struct { int x, y; } s = {1, 2}; int c = {3};",
        expect![[r#"
            function test: void (void) External
              local a: int[4]
              local b: int[5]
              local s: struct <unnamed>
              local c: int
              declare a zero [0: int = 1:int] [4: int = 2:int]
              declare b zero [0: int = 1:int] [12: int = 4:int] [16: int = 5:int]
              declare s [0: int = 1:int] [4: int = 2:int]
              declare c [0: int = 3:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9p20_braces_may_be_left_out() {
    check_body(
        "struct p { int x, y; }; struct p a[2] = {1, 2, 3, 4}; int m[2][2] = {{1}, 2, 3}; struct { struct p p; int z[2]; } s = {1, 2, 3};",
        expect![[r#"
            function test: void (void) External
              local a: struct p[2]
              local m: int[2][2]
              local s: struct <unnamed>
              declare a [0: int = 1:int] [4: int = 2:int] [8: int = 3:int] [12: int = 4:int]
              declare m zero [0: int = 1:int] [8: int = 2:int] [12: int = 3:int]
              declare s zero [0: int = 1:int] [4: int = 2:int] [8: int = 3:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9p17_designators_move_on() {
    check_body(
        "struct { int a; struct { int b, c; } in; int d; } s = {.in.b = 1, 2, 3}, t = {.d = 1, .a = 2, 3};",
        expect![[r#"
            function test: void (void) External
              local s: struct <unnamed>
              local t: struct <unnamed>
              declare s zero [4: int = 1:int] [8: int = 2:int] [12: int = 3:int]
              declare t zero [12: int = 1:int] [0: int = 2:int] [4: int = 3:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9p19_later_initializers_override() {
    check_body(
        "int a[3] = {1, 2, [0] = 3, [0] = 4}; struct { int x[2]; } s = {{1, 2}, .x[1] = 5}, t = {.x = {1, 2}, .x = {[1] = 3}};",
        expect![[r#"
            function test: void (void) External
              local a: int[3]
              local s: struct <unnamed>
              local t: struct <unnamed>
              declare a zero [4: int = 2:int] [0: int = 4:int]
              declare s [0: int = 1:int] [4: int = 5:int]
              declare t zero [4: int = 3:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9p14_strings() {
    check_body(
        r#"char a[] = "ab", b[2] = "ab", c[5] = {"ab"}; unsigned char d[] = "x"; struct { char s[4]; int n; } s = {"ab", 1}; int w[] = L"z"; const char *p = "q";"#,
        expect![[r#"
            function test: void (void) External
              local a: char[3]
              local b: char[2]
              local c: char[5]
              local d: unsigned char[2]
              local s: struct <unnamed>
              local w: int[2]
              local p: const char *
              declare a [0: char[3] = "ab\0"]
              declare b [0: char[2] = "ab\0"]
              declare c zero [0: char[5] = "ab\0"]
              declare d [0: unsigned char[2] = "x\0"]
              declare s zero [0: char[4] = "ab\0"] [4: int = 1:int]
              declare w [0: int[2] = "z\0\0\0\0\0\0\0"]
              declare p [0: const char * = (Pointer:const char * (decay "q\0"))]
        "#]],
    );
}

#[test]
fn c17_6_7_9p13_records_by_value() {
    check_body(
        "struct p { int x, y; } a = {1, 2}, b = a; struct { struct p p; int z; } s = {a, 3}, t = {.p = b, .p.x = 4};",
        expect![[r#"
            function test: void (void) External
              local a: struct p
              local b: struct p
              local s: struct <unnamed>
              local t: struct <unnamed>
              declare a [0: int = 1:int] [4: int = 2:int]
              declare b [0: struct p = (load a)]
              declare s [0: struct p = (load a)] [8: int = 3:int]
              declare t zero [0: struct p = (load b)] [0: int = 4:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9_unions() {
    check_body(
        "union u { int i; char c; } a = {1}, b = {.c = 2}; struct { union u u; int z; } s = {3, 4}; union { struct { int x, y; }; long l; } v = {.y = 5};",
        expect![[r#"
            function test: void (void) External
              local a: union u
              local b: union u
              local s: struct <unnamed>
              local v: union <unnamed>
              declare a [0: int = 1:int]
              declare b zero [0: char = (Integer:char 2:int)]
              declare s [0: int = 3:int] [4: int = 4:int]
              declare v zero [4: int = 5:int]
        "#]],
    );
}

#[test]
fn c17_6_7_9_bit_fields() {
    check_body(
        "struct { int a : 3, : 2, b : 4; unsigned c : 1; } s = {1, 2, 1};",
        expect![[r#"
        function test: void (void) External
          local s: struct <unnamed>
          declare s [0.0:3: int = 1:int] [0.5:4: int = 2:int] [0.9:1: unsigned int = (Integer:unsigned int 1:int)]
    "#]],
    );
}

#[test]
fn c17_6_7_9p4_static_data() {
    check(
        r#"int a[4] = {1, 2}; char s[] = "hi"; const char *t[] = {"x", 0, &s[1]}; int *p = a + 2, *q = &a[1]; int f(void); int (*g)(void) = f, (*h)(void) = &f; struct { char c; long l; int b : 3, d : 5; } r = {1, -1, 2, -1}; double d = 1.5; float e = 1; long n = -2; int *z = 0; struct { int *p; } w = {&a[3]}; int *l = (int[]){7, 8}; unsigned char u = 300; char big[1000] = {1};"#,
        expect![[r#"
            global a: int[4] External = 0100000002
            global s: char[3] External = 6869
            global t: const char *[3] External = 000000000000000000000000000000000000000000000000 [0: "x\0"+0] [16: @s+1]
            global p: int * External = 0000000000000000 [0: @a+8]
            global q: int * External = 0000000000000000 [0: @a+4]
            global g: int (*)(void) External = 0000000000000000 [0: f+0]
            global h: int (*)(void) External = 0000000000000000 [0: f+0]
            global r: struct <unnamed> External = 0100000000000000fffffffffffffffffa
            global d: double External = 000000000000f83f
            global e: float External = 0000803f
            global n: long External = feffffffffffffff
            global z: int * External zero
            global w: struct <unnamed> External = 0000000000000000 [0: @a+12]
            global l: int * External = 0000000000000000 [0: @<compound literal>+0]
            global <compound literal>: int[2] None = 0700000008
            global u: unsigned char External = 2c
            global big: char[1000] External = 01
            declared f: int (void) External
        "#]],
    );
}

#[test]
fn c17_6_7_9p4_static_addresses_of_members() {
    check(
        "struct s { int x; struct { char c; int y[3]; } in; } a[2]; int *p = &a[1].in.y[2]; char *c = (char *)&a[1] + 1; void *self = &self;",
        expect![[r#"
            global a: struct s[2] External zero
            global p: int * External = 0000000000000000 [0: @a+36]
            global c: char * External = 0000000000000000 [0: @a+21]
            global self: void * External = 0000000000000000 [0: @self+0]
        "#]],
    );
}
