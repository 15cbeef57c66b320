//! Attributes of GNU C and C23, pragmas that act as such, and `_Thread_local`: what is said where they are wrong or have
//! something to say.

use expect_test::expect;

use super::{check, check_errors};

#[test]
fn c17_6_7_1_thread_local() {
    check_errors(
        "_Thread_local int a; extern _Thread_local int a; static __thread int b; int c; extern _Thread_local int c; _Thread_local int d; extern int d; _Thread_local void f(void); register _Thread_local int g; int *p = &a; void h(void) { _Thread_local int x; static _Thread_local int y; extern _Thread_local int a; typedef _Thread_local int t; }",
        expect![[r#"
            1:105 thread-local-differs: `c` is declared with `_Thread_local` here, and without it before
              1:77 declared here first
            1:140 thread-local-differs: `d` is declared without `_Thread_local` here, and with it before
              1:126 declared here first
            1:143 thread-local-function: `f` is a function, and only objects can be `_Thread_local`
            1:171 two-storage-classes: a declaration has one storage class
              1:180 the first one
            1:171 automatic-at-file-scope: `register` is for variables inside functions
            1:210 thread-local-address: the address of `a` is no constant: each thread has its own
              help: set the pointer when the program runs
            1:229 automatic-thread-local: `x` is a local variable, and each thread has its own already
              help: write `static _Thread_local` for one that outlives the call, or leave the word out
            1:306 two-storage-classes: a declaration has one storage class
              1:314 the first one
        "#]],
    );
}

#[test]
fn aliases_name_what_the_file_defines() {
    check_errors(
        "int f(void) { return 1; } int g(void) __attribute__((alias(\"f\"))); extern int h(void) __attribute__((alias(\"nothing\"))); int k(void) __attribute__((alias(\"f\"))); int k(void) { return 2; } int v; extern int w __attribute__((weak, alias(\"v\"))); int second(void) __attribute__((alias(\"g\")));",
        expect![[r#"
            1:102 alias-of-nothing: this is an alias of `nothing`, which this file does not define
              help: define it here, or call it through a function of your own
            1:167 defined-alias: this is defined, and an alias of something else
              1:149 here it is said to be an alias
              help: leave out the definition, or the attribute
        "#]],
    );
}

#[test]
fn machine_modes() {
    check_errors(
        "typedef int q __attribute__((mode(QI))); typedef unsigned h __attribute__((__mode__(__HI__))); typedef int d __attribute__((mode(DI))); typedef float f __attribute__((mode(DF))); _Static_assert(sizeof(q) == 1 && sizeof(h) == 2 && sizeof(d) == 8 && sizeof(f) == 8 && (h)-1 > 0 && (q)-1 < 0); typedef int w __attribute__((mode(word))); typedef int bad __attribute__((mode(SF))); typedef int vector __attribute__((mode(V4SI)));",
        expect![[r#"
            1:366 wrong-mode: the mode `SF` does not go with `int`
              help: write the type itself, such as `int` or `double`, without the attribute
            1:412 not-supported-yet: the machine mode `V4SI` is not supported yet
        "#]],
    );
}

#[test]
fn packing() {
    check_errors(
        "#pragma pack(push, 2)\nstruct a { char c; int i; double d; };\n#pragma pack(1)\nstruct b { char c; long l; };\n#pragma pack(pop)\nstruct c { char c; int i; };\n_Pragma(\"pack(4)\") struct d { char c; long l; }; _Pragma(\"pack()\")\n_Static_assert(sizeof(struct a) == 14 && sizeof(struct b) == 9 && sizeof(struct c) == 8 && sizeof(struct d) == 12 && _Alignof(struct d) == 4);",
        expect![[""]],
    );
}

#[test]
fn attributes_that_warn() {
    check_errors(
        "int f(void) __attribute__((warn_unused_result)); [[nodiscard]] int g(void); void old(void) __attribute__((deprecated(\"use new\"))); void say(const char *format, ...) __attribute__((format(printf, 1, 2))); void copy(char *to, char *from, int n) __attribute__((nonnull(1, 2))); void all(char *a, int n) __attribute__((nonnull)); void h(char *s) { f(); (void)f(); g(); int x = g() + f(); old(); say(\"%d %s\", x, x); copy(s, 0, 0); copy(0, s, 0); all((void *)0, 0); all(s, 0); }",
        expect![[r#"
            1:345 warning unused-result: the result of `f` is thrown away
              1:5 its declaration says that it should be used
              help: use it, or write `(void)f(…)` if you mean it
            1:361 warning unused-result: the result of `g` is thrown away
              1:68 its declaration says that it should be used
              help: use it, or write `(void)g(…)` if you mean it
            1:385 warning deprecated: `old` should not be used any more
              1:107 it says so here
            1:408 warning format-argument: `%s` prints a string (`char *`), but this argument is `int`
              help: write `%d`
            1:420 warning null-argument: argument 2 of `copy` is a null pointer
              1:210 its declaration says that it may not be one
            1:432 warning null-argument: argument 1 of `copy` is a null pointer
              1:210 its declaration says that it may not be one
            1:446 warning null-argument: argument 1 of `all` is a null pointer
              1:281 its declaration says that it may not be one
        "#]],
    );
}

#[test]
fn attributes_that_are_wrong() {
    check_errors(
        "void f(void) __attribute__((constructor(70000))); int x __attribute__((section(3))); void g(void) { int a __attribute__((cleanup(nothing))); } void two(int *a, int *b); void h(void) { int a __attribute__((cleanup(two))); } int y __attribute__((odd)), z __attribute__((odd)); int v __attribute__((vector_size(16)));",
        expect![[r#"
            1:72 attribute-argument: a name in quotes should stand here in parentheses
              help: write it as in `("name")`
            1:245 warning unknown-attribute: the attribute `odd` is not known, and ignored
              help: check its spelling
            1:297 not-supported-yet: the attribute `vector_size` is not supported yet
              help: leave it out, and write what it does in C
            1:41 bad-priority: the priority of a constructor or destructor is a number from 0 to 65535
              help: functions with small numbers are called first before `main`, and last after it
            1:130 bad-cleanup: `cleanup` wants a function, and `nothing` is none that is declared here
              help: declare the function before: it takes a pointer to the object
            1:214 bad-cleanup: `two` cannot clean this up: it must take a pointer to the object alone
        "#]],
    );
}

#[test]
fn cleanup_is_called_wherever_the_object_dies() {
    check(
        "void end(int *p); int f(int n) { int a __attribute__((cleanup(end))) = n; while (n) { int b __attribute__((cleanup(end))); if (n == 3) break; n--; } return a; }",
        expect![[r#"
            declared end: void (int *) External
            function f: int (int) External
              parameter n: int
              local a: int &
              declare a [0: int = (load n)]
              loop while (load n)
                local b: int &
                declare b
                if (== (load n) 3:int)
                  (call:void end (& b))
                  break
                (post-=:int n 1:int)
                (call:void end (& b))
              block
                local $3: int
                declare $3 [0: int = (load a)]
                (call:void end (& a))
                return (load $3)
        "#]],
    );
}
