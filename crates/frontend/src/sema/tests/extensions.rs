//! Variable length arrays, GNU C and C23: how they are typed, and what is said where they are wrong.

use expect_test::expect;

use super::{check, check_c89, check_errors};

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
            1:124 not-supported-yet: the attribute `section` is not supported yet
              help: leave it out, and write what it does in C
        "#]],
    );
}

#[test]
fn c23_inference_and_enumerations() {
    check_errors(
        "auto a = 1L; enum e : unsigned char { A = 256, B }; enum w { W = 1L << 40 }; _Static_assert(sizeof a == 8 && sizeof(enum e) == 1 && sizeof(enum w) == 8); enum f : float { C }; auto b; _BitInt(7) c;",
        expect![[r#"
            1:39 enumerator-too-large: the value of `A`, 256, does not fit the type of its enumeration
            1:164 enum-type: an enumeration's type is an integer type; this is `float`
            1:182 nothing-to-infer: the type of `b` cannot be inferred
              help: write the type instead of `auto`, or give it a value
            1:185 not-supported-yet: `_BitInt` is not supported yet
              help: compute in the next larger type, and keep as many bits as there should be by `&`
        "#]],
    );
}

#[test]
fn integers_of_128_bits() {
    check(
        "unsigned __int128 a = (unsigned __int128)1 << 100; __int128_t f(__int128 x, unsigned long u) { x++; return x * u + (__uint128_t)1; } int g(__int128 x) { switch (x) { case (__int128)1 << 90: return 1; } return x > 1.5; }",
        expect![[r#"
            global a: unsigned __int128 External = 00000000000000000000000010
            function f: __int128 (__int128, unsigned long) External
              parameter x: __int128
              parameter u: unsigned long
              (post+=:__int128 x (Integer:__int128 1:int))
              return (Integer:__int128 (+:unsigned __int128 (Integer:unsigned __int128 (*:__int128 (load x) (Integer:__int128 (load u)))) (Integer:unsigned __int128 1:int)))
            function g: int (__int128) External
              parameter x: __int128
              switch (load x) [1237940039285380274899124224]
                case #0
                return 1:int
              return (> (IntegerToFloating:double (load x)) 1.5:double)
        "#]],
    );
    check(
        "typedef unsigned __int128 __uint128_t; __uint128_t a; void f(void) { int __int128_t = 3; __int128_t++; }",
        expect![[r#"
            global a: unsigned __int128 External zero
            function f: void (void) External
              local __int128_t: int
              declare __int128_t [0: int = 3:int]
              (post+=:int __int128_t 1:int)
        "#]],
    );
    check_errors(
        "long __int128 a; __int128 short b; unsigned __int128_t c; float __int128 d; enum e { A = (__int128)1 << 100 }; enum g : __int128 { B }; _Atomic __int128 h; int i[(__int128)1 << 100]; struct s { __int128 j : 129; }; void f(unsigned __int128 *p) { __atomic_load_n(p, 5); } int *k = (__int128)7; int l = (__int128)1 / 0; __int128 m = ((__int128)1 << 126) * 2; int typedef_t; __int128 n(struct s x) { switch (1) { case 1: case (__int128)1: ; } return x; }",
        expect![[r#"
            1:55 missing-semicolon: a `;` is missing at the end of a declaration
              help: add `;`
            1:1 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:18 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:56 missing-type: the type is missing in this declaration
              help: write the type first, for example `int`
            1:59 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:86 enumerator-too-large: the value of `A`, 1267650600228229401496703205376, does not fit the type of its enumeration
            1:121 enum-type: an enumeration has at most 64 bits
              help: use `long` or `unsigned long` as its type
            1:137 not-supported-yet: an atomic `__int128` needs a lock, and there is none yet
              help: use an object that is not atomic, or two of `_Atomic unsigned long`
            1:163 object-too-large: this object is too large: the limit is 1 GiB
            1:208 bit-field-width: a bit-field of `__int128` has 1 to 128 bits, not 129
            1:247 not-supported-yet: an atomic `unsigned __int128` needs a lock, and there is none yet
              help: use an object that is not atomic, or two of `_Atomic unsigned long`
            1:281 pointer-from-integer: cannot initialize `int *` with `__int128`
              help: a number is not an address; cast it, `(int *)…`, if it really is one
            1:302 warning division-by-zero: this divides by zero
              1:316 zero
              help: check the divisor; a program cannot go on with the result of this
            1:302 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
            1:332 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
            1:424 duplicate-case: there are two cases for the value 1
              1:416 the first is here
              help: remove one of them, or change its value
            1:448 incompatible-types: `n` returns `__int128`, but this value is `struct s`
              1:382 `n` is declared to return `__int128`
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

#[test]
fn what_c89_lets_pass() {
    check_c89(
        "int *p; float *q; int f(x) float x; { p = 5; q = p; if (p == 3) return; return p; } void g() { return f(1.0); } long s = (0x7fffffff00000000 << 8) >> 8; char *h(n) int n; { return alloca(n); }",
        expect![[r#"
            1:43 warning pointer-from-integer: cannot assign `int` to `int *`
              help: a number is not an address; cast it, `(int *)…`, if it really is one
            1:50 warning incompatible-pointers: cannot assign `int *` to `float *`
              help: they point to different types: check which one is meant
            1:57 warning pointer-compared-with-number: `int *` and `int` cannot be compared
              1:57 this is `int *`
              1:62 this is `int`
              help: did you mean what the pointer points to, with `*` before it?
            1:65 warning return-without-value: `f` returns `int`, but this `return` has no value
              1:23 declared here
              help: write the value after `return`, or declare the function as `void`
            1:80 warning integer-from-pointer: `f` returns `int`, but this value is `int *`
              1:23 `f` is declared to return `int`
              help: did you mean what it points to, with `*` before it?
            1:103 warning return-with-value: `g` returns nothing (`void`), but this `return` has a value
              1:90 declared here
              help: leave the value away, or declare the function with its type
            global p: int * External zero
            global q: float * External zero
            global s: long External = 00000000ffffffff
            function f: int () External
              parameter $0: double
              local x: float
              declare x [0: float = (Floating:float (load $0))]
              (= @p (IntegerToPointer:int * 5:int))
              (= @q (Pointer:float * (load @p)))
              if (== (load @p) (IntegerToPointer:int * 3:int))
                return
              return (PointerToInteger:int (load @p))
            function g: void () External
              return (ToVoid:void (call:int f 1.0:double))
            function h: char *() External
              parameter n: int
              return (Pointer:char * (AllocateStack (Integer:unsigned long (load n))))
        "#]],
    );
    check_errors(
        "struct s { int a; }; int *p; struct s t; void f(void) { p = t; p = 1.5; p = 5; }",
        expect![[r#"
            1:61 incompatible-types: cannot assign `struct s` to `int *`
            1:68 incompatible-types: cannot assign `double` to `int *`
            1:77 pointer-from-integer: cannot assign `int` to `int *`
              help: a number is not an address; cast it, `(int *)…`, if it really is one
        "#]],
    );
}

#[test]
fn bit_fields_wider_than_int_have_their_width() {
    check(
        "struct s { unsigned long long a : 40; long long b : 33; unsigned long c : 32; } x; int f(int i) { x.a += 1; return (x.a << 3) > i || x.b + x.a || x.c + 1 || (unsigned long)x.c == 0; }",
        expect![[r#"
            global x: struct s External zero
            function f: int (int) External
              parameter i: int
              (+=:unsigned long long : 40 @x.0 (Integer:unsigned long long : 40 (Integer:unsigned long long 1:int)))
              return (|| (|| (|| (> (>>:unsigned long long : 40 (<<:unsigned long long (<<:unsigned long long : 40 (load @x.0) 3:int) 24:int) 24:int) (>>:unsigned long long : 40 (<<:unsigned long long (Integer:unsigned long long (load i)) 24:int) 24:int)) (>>:unsigned long long : 40 (<<:unsigned long long (+:unsigned long long : 40 (>>:unsigned long long : 40 (<<:unsigned long long (Integer:unsigned long long (load @x.1)) 24:int) 24:int) (load @x.0)) 24:int) 24:int)) (+:unsigned int (Integer:unsigned int (load @x.2)) (Integer:unsigned int 1:int))) (== (Integer:unsigned long (load @x.2)) (Integer:unsigned long 0:int)))
        "#]],
    );
}

#[test]
fn objects_of_any_alignment() {
    check(
        "void f(void) { _Alignas(64) int a[2] = {1}; a[1]++; }",
        expect![[r#"
        function f: void (void) External
          local a: int (*)[2]
          local $1: int[2]
          (= a (IntegerToPointer:int (*)[2] (&:unsigned long (+:unsigned long (PointerToInteger:unsigned long (AllocateStack 72:unsigned long)) 63:unsigned long) -64:unsigned long)))
          declare $1 zero [0: int = 1:int]
          (= (* (Pointer:int (*)[2] (load a))) (load $1))
          (post+=:int (* (+4 (decay (* (Pointer:int (*)[2] (load a)))) (Integer:long 1:int))) 1:int)
    "#]],
    );
}
