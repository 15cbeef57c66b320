//! Every production of C17 Annex A.2, as trees.

use super::*;

#[test]
fn c17_6_7_6_declarators_read_from_the_name_outwards() {
    check(
        "int *a[3]; int (*b)[3]; int (*f)(void); char *(*(*x(void))[5])(int n, ...);",
        expect![[r#"
            (declare a (array 3 (pointer int)))
            (declare b (pointer (array 3 int)))
            (declare f (pointer (function () int)))
            (declare x (function () (pointer (array 5 (pointer (function ((n int) ...) (pointer char)))))))
        "#]],
    );
    check(
        "const char *const p; int *restrict volatile q, r; extern int g[], h();",
        expect![[r#"
        (declare p (const pointer const char))
        (declare q (restrict volatile pointer int))
        (declare r int)
        (declare extern g (array int))
        (declare extern h (function (?) int))
    "#]],
    );
    check(
        "void f(int a[static const 3], int (*)(int), int [*], double d());",
        expect![[r#"
        (declare f (function ((a (array static const 3 int)) (_ (pointer (function ((_ int)) int))) (_ (array * int)) (d (function (?) double))) void))
    "#]],
    );
}

#[test]
fn c17_6_7_specifiers_come_in_any_order() {
    check(
        "long static unsigned const int typedef x; _Noreturn inline void f(void);",
        expect![[r#"
        (declare static typedef x const long unsigned int)
        (declare noreturn inline f (function () void))
    "#]],
    );
    check(
        "_Alignas(16) char a; _Alignas(double) char b; _Thread_local _Atomic int c; _Atomic(int) d;",
        expect![[r#"
        (declare (alignas 16) a char)
        (declare (alignas double) b char)
        (declare threadlocal c atomic int)
        (declare d (atomic int))
    "#]],
    );
}

#[test]
fn c17_6_7_2_records_and_enumerations() {
    check(
        "struct point { int x, y; struct { int z; }; unsigned f : 3, : 0; } p; union u; enum color { RED, GREEN = 5, BLUE, } c;",
        expect![[r#"
            (declare p (struct point (x int) (y int) (_ (struct _ (z int))) (f unsigned : 3) (_ unsigned : 0)))
            (declare (union u))
            (declare c (enum color RED (GREEN 5) BLUE))
        "#]],
    );
    check(
        "struct s { _Static_assert(1, \"yes\"); int i; }; _Static_assert(sizeof(int) == 4, \"int\");",
        expect![[r#"
        (declare (struct s (static-assert) (i int)))
        (static-assert (== (sizeof int) 4))
    "#]],
    );
}

#[test]
fn c17_6_7_9_initializers() {
    check(
        "int a[] = {1, 2, [5] = 3, }; struct s x = {.a.b[2] = {1}, 4}; char s[] = \"hi\";",
        expect![[r#"
        (declare a (array int) {1 2 [5]=3})
        (declare x (struct s) {.a.b[2]={1} 4})
        (declare s (array char) "hi")
    "#]],
    );
}

#[test]
fn c17_6_5_operators_bind_as_they_should() {
    check(
        "int f(void) { a = b ? c , d : e = 1; x += -y * z++ - --w % 2 << 1 < 3 == 4 & 5 ^ 6 | 7 && 8 || 9; }",
        expect![[r#"
            (define f (function () int)
              (block
                (= a (= (? b (, c d) e) 1))
                (+= x (|| (&& (| (^ (& (== (< (<< (- (* (- y) (post++ z)) (% (-- w) 2)) 1) 3) 4) 5) 6) 7) 8) 9))))
        "#]],
    );
    check(
        "int f(void) { *p++; &a[1]->b.c; !~+x; f(a, (b, c))(d); sizeof x + 1; }",
        expect![[r#"
        (define f (function () int)
          (block
            (* (post++ p))
            (& (. (-> (index a 1) b) c))
            (! (~ (+ x)))
            (call (call f a (paren (, b c))) d)
            (+ (sizeof x) 1)))
    "#]],
    );
}

#[test]
fn c17_6_5_types_inside_expressions() {
    check(
        "typedef int T; int f(void) { (T)x; (x)(y); sizeof(T); sizeof(T){1}; sizeof(x); (T){1}.y; (T *)&(T[]){1, 2}; _Alignof(T); (int)-1; }",
        expect![[r#"
            (declare typedef T int)
            (define f (function () int)
              (block
                (cast T x)
                (call (paren x) y)
                (sizeof T)
                (sizeof (literal T {1}))
                (sizeof (paren x))
                (. (literal T {1}) y)
                (cast (pointer T) (& (literal (array T) {1 2})))
                (alignof T)
                (cast int (- 1))))
        "#]],
    );
    check(
        "int x = _Generic(1 + 1, int: 2, char *: 3, default: 4);",
        expect![[r#"
        (declare x int (generic (+ 1 1) (int 2) ((pointer char) 3) (default 4)))
    "#]],
    );
    check(
        "void f(int n, ...) { __builtin_va_list l; __builtin_va_start(l, n); __builtin_va_arg(l, int *); __builtin_va_copy(l, l); __builtin_va_end(l); __builtin_offsetof(struct s, a.b[3]); }",
        expect![[r#"
            (define f (function ((n int) ...) void)
              (block
                (declare l valist)
                (va-start l n)
                (va-arg l (pointer int))
                (va-copy l l)
                (va-end l)
                (offsetof (struct s) .a.b[3])))
        "#]],
    );
}

#[test]
fn c17_6_8_statements() {
    check(
        "int main(void) { for (int i = 0; i < 3; i++) if (i) continue; else break; for (;;) ; while (1) { } do x; while (0); return 0; }",
        expect![[r#"
            (define main (function () int)
              (block
                (for (< i 3) (post++ i)
                  (declare i int 0)
                  (if i
                    (continue)
                    (break)))
                (for () ()
                  (empty))
                (while 1
                  (block))
                (do-while 0
                  x)
                (return 0)))
        "#]],
    );
    check(
        "void f(int x) { again: switch (x) { case 1: case 'a': x = 2; break; default: goto again; } return; }",
        expect![[r#"
            (define f (function ((x int)) void)
              (block
                (label again
                  (switch x
                    (block
                      (case 1
                        (case (char 97)
                          (= x 2)))
                      (break)
                      (default
                        (goto again)))))
                (return)))
        "#]],
    );
    check(
        "void f(void) { if (a) if (b) c; else d; }",
        expect![[r#"
        (define f (function () void)
          (block
            (if a
              (if b
                c
                d))))
    "#]],
    );
}

#[test]
fn c17_6_9_1_old_style_definitions() {
    check(
        "int add(a, b) int a; long b; { return a + b; } main() { }",
        expect![[r#"
        (define add (function (a b) int)
          (declare a int)
          (declare b long)
          (block
            (return (+ a b))))
        (define main (function (?) ())
          (block))
    "#]],
    );
}

#[test]
fn c17_6_2_1_ordinary_identifiers_hide_typedef_names() {
    check(
        "typedef int T; void f(T T) { T * T; } T *x;",
        expect![[r#"
        (declare typedef T int)
        (define f (function ((T T)) void)
          (block
            (* T T)))
        (declare x (pointer T))
    "#]],
    );
    check(
        "typedef int T; void f(void) { T * a; { enum { T }; T * a; } T * b; for (int T; ;) T * c; T: ; }",
        expect![[r#"
            (declare typedef T int)
            (define f (function () void)
              (block
                (declare a (pointer T))
                (block
                  (declare (enum _ T))
                  (* T a))
                (declare b (pointer T))
                (for () ()
                  (declare T int)
                  (* T c))
                (label T
                  (empty))))
        "#]],
    );
    check(
        "typedef int T; struct s { T T; }; void f(void) { int x = T, T = 1; unsigned T; } void g(int (T), int h(T));",
        expect![[r#"
            (declare typedef T int)
            (declare (struct s (T T)))
            (define f (function () void)
              (block
                (declare x int T)
                (declare T int 1)
                (declare T unsigned)))
            (declare g (function ((_ (function ((_ T)) int)) (h (function ((_ T)) int))) void))
        "#]],
    );
}
