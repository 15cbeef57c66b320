//! Statements: blocks, loops, jumps, switches.

use expect_test::expect;

use super::{check, check_body};

#[test]
fn c17_6_8_5_for_is_a_block_around_a_loop() {
    check_body(
        "for (int i = 0; i < 3; i++) { int j; j = i; } for (;;) break; while (1) continue; do ; while (0);",
        expect![[r#"
            function test: void (void) External
              block
                local i: int
                declare i [0: int = 0:int]
                loop while (< (load i) 3:int) step (post+=:int i 1:int)
                  local j: int
                  declare j
                  (= j (load i))
              loop
                break
              loop while 1:int
                continue
              do while 0:int
                empty
        "#]],
    );
}

#[test]
fn c17_6_8_4_2_switch() {
    check_body(
        "unsigned char c; switch (c) { case 1: case 'a': break; { case -1: ; } default: return; }",
        expect![[r#"
            function test: void (void) External
              local c: unsigned char
              declare c
              switch (Integer:int (load c)) [1, 97, -1] default
                case #0
                case #1
                break
                block
                  case #2
                  empty
                default
                return
        "#]],
    );
}

#[test]
fn c17_6_8_6_1_goto_and_labels() {
    check_body(
        "goto end; again: ; { goto again; } end: return;",
        expect![[r#"
        function test: void (void) External
          goto end
          label again
          empty
          block
            goto again
          label end
          return
    "#]],
    );
}

#[test]
fn c17_6_8_4_bodies_are_blocks() {
    check_body(
        "int x; if (x) x = 1; else if (!x) { int y; y = x; } else { }",
        expect![[r#"
        function test: void (void) External
          local x: int
          declare x
          if (load x)
            (= x 1:int)
          else
            if (! (load x))
              local y: int
              declare y
              (= y (load x))
            else
    "#]],
    );
}

#[test]
fn c17_6_4_2_2_func_is_the_name_of_the_function() {
    check_body(
        "const char *s = __func__; s = __func__; char c = sizeof __func__;",
        expect![[r#"
        global __func__: const char[5] None = 7465737400
        function test: void (void) External
          local s: const char *
          local c: char
          declare s [0: const char * = (decay @__func__)]
          (= s (decay @__func__))
          declare c [0: char = (Integer:char 5:unsigned long)]
    "#]],
    );
}

#[test]
fn c17_6_2_1_inner_names_hide_outer_ones() {
    check_body(
        "int x = 1; { int x = x; { long x; x = 2; } } typedef int t; { t t; t = 1; }",
        expect![[r#"
            function test: void (void) External
              local x: int
              declare x [0: int = 1:int]
              block
                local x: int
                declare x [0: int = (load x)]
                block
                  local x: long
                  declare x
                  (= x (Integer:long 2:int))
              block
                local t: int
                declare t
                (= t 1:int)
        "#]],
    );
}

#[test]
fn c17_7_16_variadic_functions() {
    check(
        "void sum(int n, ...) { void *ap; __builtin_va_start(ap, n); int x = __builtin_va_arg(ap, int); void *two; __builtin_va_copy(two, ap); __builtin_va_end(ap); x = n; }",
        expect![[r#"
            function sum: void (int, ...) External
              parameter n: int
              local ap: void *
              local x: int
              local two: void *
              declare ap
              (va_start ap)
              declare x [0: int = (va_arg:int ap)]
              declare two
              (va_copy two (load ap))
              (va_end ap)
              (= x (load n))
        "#]],
    );
}
