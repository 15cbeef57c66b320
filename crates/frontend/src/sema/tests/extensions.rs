//! Variable length arrays, GNU C and C23: how they are typed, and what is said where they are wrong.

use expect_test::expect;

use super::{check, check_errors};

#[test]
fn variable_length_arrays_are_memory_at_the_end_of_the_stack() {
    check(
        "int f(int n) { for (;;) { int a[n][2]; if (n) break; a[1][0] = sizeof a; } return n; }",
        expect![[r#"
            function f: int (int) External
              parameter n: int
              loop
                local $1: unsigned long
                local a: int (*)[2]
                (, (= $1 (Integer:unsigned long (load n))) (= a (Pointer:int (*)[2] (AllocateStack (*:unsigned long (load $1) 8:unsigned long)))))
                if (load n)
                  (CutStack)
                  break
                (= (* (+4 (decay (* (+8 (decay (* (Pointer:int (*)[*][2] (load a)))) (Integer:long 1:int)))) (Integer:long 0:int))) (Integer:int (*:unsigned long (load $1) 8:unsigned long)))
                (CutStack)
              return (load n)
        "#]],
    );
}

#[test]
fn c17_6_7_6_2_variable_length_arrays() {
    check_errors(
        "int n; int g[n]; int h(int m) { static int s[m]; extern int e[m]; int i[m] = {0}; int j[*]; return 0; }",
        expect![[r#"
            1:14 array-length-not-constant: the length of the array `g` is not a constant
              help: a `const` variable is not a constant in C: use `#define` or an `enum` for the length
            1:44 variable-array-static: `s` lives as long as the program, so its length must be a constant
              help: write a constant length, or leave `static` or `extern` out
            1:61 variable-array-static: `e` lives as long as the program, so its length must be a constant
              help: write a constant length, or leave `static` or `extern` out
            1:71 variable-array-initialized: `i` is a variable length array, which cannot be initialized
              help: assign to its elements, or call `memset`
            1:88 star-length: `[*]` stands only in the declaration of a parameter
              help: write the length
        "#]],
    );
}

#[test]
fn c17_6_8_6_1_no_jump_into_the_scope_of_a_variable_length_array() {
    check_errors(
        "void f(int n) { goto in; { int a[n]; in: a[0] = 1; } goto in; switch (n) { case 1:; int b[n]; case 2:; } }",
        expect![[r#"
            1:17 jump-into-scope: this jumps past the declaration of a variable length array
              1:38 to here, where the array would exist without a length
              help: declare the array before the jump, or in a block of its own
            1:54 jump-into-scope: this jumps past the declaration of a variable length array
              1:59 to here, where the array would exist without a length
              help: declare the array before the jump, or in a block of its own
            1:95 jump-into-scope: this jumps past the declaration of a variable length array
              help: put the array and what uses it into a block within one `case`
        "#]],
    );
}

#[test]
fn gnu_expressions() {
    check(
        "long f(int x) { L: ; void *p = &&L; return ({ long y = x; y; }) + (x ?: 5L) + __builtin_expect(x, 1); }",
        expect![[r#"
            function f: long (int) External
              parameter x: int
              local p: void *
              label L
              empty
              declare p [0: void * = &&L]
              return (+:long (+:long ({ local y: long declare y [0: long = (Integer:long (load x))] } (load y)) (?:long (Integer:long (load x)) 5:long)) (Integer:long (load x)))
        "#]],
    );
}

#[test]
fn gnu_errors() {
    check_errors(
        "int a = ({ 1; }); void *p = &&L; int b[4] = {[3 ... 1] = 2}; void f(int x) { switch (x) { case 5 ... 1:; case 2 ... 4: case 3:; } x = __builtin_add_overflow(x, x, x); asm(\"nop\"); }",
        expect![[r#"
            1:168 inline-assembly: assembly language in C is not supported
              help: write it in C, or link an object file that another compiler made
            1:9 statement-expression-outside: a block can be an expression only in a function
              help: write a constant here, or give the value in a function
            1:29 label-outside: a label has an address only in its function
              help: move this into the function that has the label
            1:46 empty-range: this range has no elements
              help: write the smaller index first
            1:96 warning empty-range: this range of cases has no values
              help: write the smaller value first
            1:125 duplicate-case: there are two cases for the value 3
              1:111 the first is here
              help: remove one of them, or change its value
            1:135 overflow-operands: two integers and the address of a third are needed here
              help: write it as `__builtin_add_overflow(a, b, &sum)`
        "#]],
    );
}

#[test]
fn attributes_change_layouts_or_are_judged() {
    check_errors(
        "struct __attribute__((packed)) s { char c; int i : 30; int j : 30; }; int x __attribute__((unusual)); int y __attribute__((section(\".x\")));",
        expect![[r#"
            1:92 warning unknown-attribute: the attribute `unusual` is not known, and ignored
              help: check its spelling
        "#]],
    );
}

#[test]
fn c23_inference_and_enumerations() {
    check_errors(
        "auto a = 1L; enum e : unsigned char { A = 256, B }; enum w { W = 1L << 40 }; _Static_assert(sizeof a == 8 && sizeof(enum e) == 1 && sizeof(enum w) == 8); enum f : float { C }; auto b; _BitInt(7) c; __int128 d;",
        expect![[r#"
            1:39 enumerator-too-large: the value of `A`, 256, does not fit the type of its enumeration
            1:164 enum-type: an enumeration's type is an integer type; this is `float`
            1:182 nothing-to-infer: the type of `b` cannot be inferred
              help: write the type instead of `auto`, or give it a value
            1:185 not-supported-yet: `_BitInt` is not supported yet
              help: compute with `unsigned long`, in two parts where one is not enough
            1:199 not-supported-yet: `__int128` is not supported yet
              help: compute with `unsigned long`, in two parts where one is not enough
        "#]],
    );
}

#[test]
fn atomic_objects() {
    check(
        "_Atomic int a; void f(void) { a += 2; a++; a = a * 2; __atomic_store_n(&a, 1, 5); }",
        expect![[r#"
            global a: _Atomic int External zero
            function f: void (void) External
              (Update { operator: Add, gives_old: false }:int (& @a) 2:int)
              (Update { operator: Add, gives_old: true }:int (& @a) 1:int)
              (= @a (*:int (load @a) 2:int))
              (ToVoid:void (= (* (& @a)) 1:int))
        "#]],
    );
    check_errors(
        "_Atomic char c; _Atomic(int *) p; void f(void) { c++; c = 1; p = 0; }",
        expect![[r#"
            1:50 not-supported-yet: only atomic integers of 4 and 8 bytes can be updated yet
              help: use `atomic_int` or `atomic_long`
        "#]],
    );
}
