//! Expressions: types, conversions, lvalues.

use expect_test::expect;

use super::check_body;

#[test]
fn c17_6_3_1_8_operands_meet_in_their_common_type() {
    check_body(
        "char c; unsigned u; long l; unsigned long ul; float f; c = c + c; l = u + l; ul = l + ul; f = f * c; c = c << l; l = u < -1;",
        expect![[r#"
            function test: void (void) External
              local c: char
              local u: unsigned int
              local l: long
              local ul: unsigned long
              local f: float
              declare c
              declare u
              declare l
              declare ul
              declare f
              (= c (Integer:char (+:int (Integer:int (load c)) (Integer:int (load c)))))
              (= l (+:long (Integer:long (load u)) (load l)))
              (= ul (+:unsigned long (Integer:unsigned long (load l)) (load ul)))
              (= f (*:float (load f) (IntegerToFloating:float (Integer:int (load c)))))
              (= c (Integer:char (<<:int (Integer:int (load c)) (load l))))
              (= l (Integer:long (< (load u) (Integer:unsigned int (-:int 1:int)))))
        "#]],
    );
}

#[test]
fn c17_6_3_2_1_arrays_and_functions_decay() {
    check_body(
        "int a[3]; int (*f)(int (*)[3]); int *p = a; p = &a[1]; p = 2[a] + a; f(&a); (*f)(&a); (**f)(&a);",
        expect![[r#"
            function test: void (void) External
              local a: int[3] &
              local f: int (*)(int (*)[3])
              local p: int *
              declare a
              declare f
              declare p [0: int * = (decay a)]
              (= p (+4 (decay a) (Integer:long 1:int)))
              (= p (+4 (decay a) (Integer:long (load (* (+4 (decay a) (Integer:long 2:int)))))))
              (call:int (load f) (& a))
              (call:int (load f) (& a))
              (call:int (load f) (& a))
        "#]],
    );
}

#[test]
fn c17_6_3_2_3_null_pointer_constants_are_pointers() {
    check_body(
        "int *p = 0; void *v = (void *)0; p = v; if (p == 0 || v != p) p = 0L; p = p ? p : 0;",
        expect![[r#"
            function test: void (void) External
              local p: int *
              local v: void *
              declare p [0: int * = 0:int *]
              declare v [0: void * = 0:void *]
              (= p (Pointer:int * (load v)))
              if (|| (== (load p) 0:int *) (!= (load v) (Pointer:void * (load p))))
                (= p 0:int *)
              (= p (?:int * (load p) (load p) 0:int *))
        "#]],
    );
}

#[test]
fn c17_6_5_2_3_members_and_what_counts_as_taken() {
    check_body(
        "struct { int x; struct { int y; int z[2]; }; } s, t, *p; s.x = 1; s.y = s.x; p = &t; p->z[1] = 2; t = s;",
        expect![[r#"
            function test: void (void) External
              local s: struct <unnamed>
              local t: struct <unnamed> &
              local p: struct <unnamed> *
              declare s
              declare t
              declare p
              (= s.0 1:int)
              (= s.1.0 (load s.0))
              (= p (& t))
              (= (* (+4 (decay (* (load p)).1.1) (Integer:long 1:int))) 2:int)
              (= t (load s))
        "#]],
    );
}

#[test]
fn c17_6_5_16_2_compound_assignment_computes_in_the_common_type() {
    check_body(
        "char c = 1; int *p = 0; double d = 1; _Bool b = 0; c += 2L; c <<= 3L; d++; --c; p += c; p--; b += 2; b = p;",
        expect![[r#"
            function test: void (void) External
              local c: char
              local p: int *
              local d: double
              local b: _Bool
              declare c [0: char = (Integer:char 1:int)]
              declare p [0: int * = 0:int *]
              declare d [0: double = (IntegerToFloating:double 1:int)]
              declare b [0: _Bool = (ToBool:_Bool 0:int)]
              (+=:long c 2:long)
              (<<=:int c 3:long)
              (post+=:double d 1.0:double)
              (-=:int c 1:int)
              (+=4 p (Integer:long (load c)))
              (post-=4 p (Integer:long 1:int))
              (+=:int b 2:int)
              (= b (ToBool:_Bool (load p)))
        "#]],
    );
}

#[test]
fn c17_6_5_3_4_sizeof_evaluates_nothing() {
    check_body(
        r#"int a[4]; unsigned long n = sizeof a / sizeof *a + sizeof (int[2]) + sizeof "abc" + _Alignof(long); n = sizeof (a[n++]);"#,
        expect![[r#"
            function test: void (void) External
              local a: int[4]
              local n: unsigned long
              declare a
              declare n [0: unsigned long = (+:unsigned long (+:unsigned long (+:unsigned long (/:unsigned long 16:unsigned long 4:unsigned long) 8:unsigned long) 4:unsigned long) 8:unsigned long)]
              (= n 4:unsigned long)
        "#]],
    );
}

#[test]
fn c17_6_5_1_1_generic_selection() {
    check_body(
        "long l; int r; r = _Generic(l, int: 1, long: 2, default: 3) + _Generic(&l, int *: 1, default: 4);",
        expect![[r#"
            function test: void (void) External
              local l: long
              local r: int
              declare l
              declare r
              (= r (+:int 2:int 4:int))
        "#]],
    );
}

#[test]
fn c17_6_5_2_5_compound_literals_live_in_their_block() {
    check_body(
        "struct p { int x, y; } *p = &(struct p){1, .y = 2}; int *q = (int[]){1, 2, 3}; if ((struct p){1}.x) p = 0;",
        expect![[r#"
            function test: void (void) External
              local p: struct p *
              local $1: struct p &
              local q: int *
              local $3: int[3] &
              declare p [0: struct p * = (& (literal $1 [0: int = 1:int] [4: int = 2:int]))]
              declare q [0: int * = (decay (literal $3 [0: int = 1:int] [4: int = 2:int] [8: int = 3:int]))]
              block
                local $4: struct p
                if (load (literal $4 zero [0: int = 1:int]).0)
                  (= p 0:struct p *)
        "#]],
    );
}

#[test]
fn c17_6_5_2_2_arguments_are_converted_or_promoted() {
    check_body(
        "int f(long, ...); void g(); float x; char c; f(1, x, c); g(x, c, test); (void)f;",
        expect![[r#"
            function test: void (void) External
              local x: float
              local c: char
              declare x
              declare c
              (call:int f (Integer:long 1:int) (Floating:double (load x)) (Integer:int (load c)))
              (call:void g (Floating:double (load x)) (Integer:int (load c)) (function test))
              (ToVoid:void (function f))
            declared f: int (long, ...) External
            declared g: void () External
        "#]],
    );
}

#[test]
fn c17_6_5_15_conditional() {
    check_body(
        "int *p; const int *q; void *v; char c; c = c ? c : 1L; q = c ? p : q; v = c ? p : v; c ? (void)0 : test();",
        expect![[r#"
            function test: void (void) External
              local p: int *
              local q: const int *
              local v: void *
              local c: char
              declare p
              declare q
              declare v
              declare c
              (= c (Integer:char (?:long (load c) (Integer:long (Integer:int (load c))) 1:long)))
              (= q (?:const int * (load c) (Pointer:const int * (load p)) (load q)))
              (= v (?:void * (load c) (Pointer:void * (load p)) (load v)))
              (?:void (load c) (ToVoid:void 0:int) (call:void test))
        "#]],
    );
}

#[test]
fn c17_6_7_2_1_bit_fields_promote_to_int() {
    check_body(
        "struct { unsigned a : 3; unsigned b : 32; int c : 5; } s; int r; r = s.a - 4; r = s.b > -1; s.c = 7; s.a++;",
        expect![[r#"
            function test: void (void) External
              local s: struct <unnamed>
              local r: int
              declare s
              declare r
              (= r (-:int (Integer:int (load s.0)) 4:int))
              (= r (> (load s.1) (Integer:unsigned int (-:int 1:int))))
              (= s.2 7:int)
              (post+=:int s.0 1:int)
        "#]],
    );
}

#[test]
fn c17_6_3_conversions_are_explicit() {
    check_body(
        "double d; float f; int i; _Bool b; char *p; long l; i = d; d = i; f = d; b = d; b = p; l = (long)p; p = (char *)l; i = (int)(short)l; (void)i;",
        expect![[r#"
            function test: void (void) External
              local d: double
              local f: float
              local i: int
              local b: _Bool
              local p: char *
              local l: long
              declare d
              declare f
              declare i
              declare b
              declare p
              declare l
              (= i (FloatingToInteger:int (load d)))
              (= d (IntegerToFloating:double (load i)))
              (= f (Floating:float (load d)))
              (= b (ToBool:_Bool (load d)))
              (= b (ToBool:_Bool (load p)))
              (= l (PointerToInteger:long (load p)))
              (= p (IntegerToPointer:char * (load l)))
              (= i (Integer:int (Integer:short (load l))))
              (ToVoid:void (load i))
        "#]],
    );
}

#[test]
fn offsetof_is_a_constant() {
    check_body(
        "struct s { char c; struct { int a[4]; } in; }; enum { at = __builtin_offsetof(struct s, in.a[2]) }; int x[at];",
        expect![[r#"
            function test: void (void) External
              local x: int[12]
              declare x
        "#]],
    );
}
