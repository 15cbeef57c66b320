//! What is said of programs that are wrong.

use expect_test::expect;

use super::check_errors;

#[test]
fn undeclared_names() {
    check_errors(
        r#"int counter; int main(void) { countr = 1; countr++; prinft("x"); printf("x"); int n = NULL; foo(1); return zzz; }"#,
        expect![[r#"
            1:31 undeclared-name: `countr` is not declared here
              help: did you mean `counter`?
            1:53 undeclared-function: the function `prinft` is not declared
              help: did you mean `printf`, from `#include <stdio.h>`?
            1:66 undeclared-function: the function `printf` is not declared
              help: `printf` comes from the C library: add `#include <stdio.h>`
            1:87 undeclared-name: `NULL` is not declared here
              help: `NULL` comes from the C library: add `#include <stddef.h>`
            1:93 undeclared-function: the function `foo` is not declared
              help: write its declaration above this function, for example `int foo(void);`
            1:108 undeclared-name: `zzz` is not declared here
              help: declare it first, for example `int zzz;`, or correct it
        "#]],
    );
}

#[test]
fn calls() {
    check_errors(
        r#"int f(int a, char *s); void v(void); int main(void) { f(1); f(1, "a", 2); f("a", 1); int x = 3; x(); x = v(); f(v(), 0); }"#,
        expect![[r#"
            1:55 argument-count: `f` takes 2 arguments, but is given 1
              1:5 `f` is declared here
            1:71 argument-count: `f` takes 2 arguments, but is given 3
              1:5 `f` is declared here
            1:77 integer-from-pointer: argument 1 is `char *`, but the parameter is `int`
              1:5 `f` is declared here
              help: a number stands without quotes; a single character in single ones: 'a'
            1:82 pointer-from-integer: argument 2 is `int`, but the parameter is `char *`
              1:5 `f` is declared here
              help: a text stands in double quotes, "like this"; a number or character is not one
            1:97 not-a-function: this is called like a function, but it is `int`
              help: is an operator missing before the parenthesis?
            1:106 void-value: `v` returns nothing, but a value is wanted here
              1:29 declared here, with result `void`
              help: call it in a statement of its own, or let it return a value
            1:113 void-value: `v` returns nothing, but a value is wanted here
              1:29 declared here, with result `void`
              help: call it in a statement of its own, or let it return a value
        "#]],
    );
}

#[test]
fn assignments() {
    check_errors(
        r#"struct s { int a; } s; int main(void) { const int c = 1; int x, *p; char *t; int a[3]; char b[3]; c = 2; c++; x = p; p = x; p = t; p = 1; s = x; x = s; a = p; b = "ab"; 1 = x; x + 1 = 2; x++ = 1; *t = "a"; return 0; }"#,
        expect![[r#"
            1:99 const-assigned: `c` cannot be assigned to: it is const (`const int`)
              1:51 declared here
              help: use another variable, or remove `const` from the declaration
            1:106 const-assigned: `c` cannot be incremented: it is const (`const int`)
              1:51 declared here
              help: use another variable, or remove `const` from the declaration
            1:115 integer-from-pointer: cannot assign `int *` to `int`
              help: did you mean what it points to, with `*` before it?
            1:122 pointer-from-integer: cannot assign `int` to `int *`
              help: did you mean its address, with `&` before it?
            1:129 incompatible-pointers: cannot assign `char *` to `int *`
              help: they point to different types: check which one is meant
            1:136 pointer-from-integer: cannot assign `int` to `int *`
              help: a number is not an address; cast it, `(int *)…`, if it really is one
            1:143 incompatible-types: cannot assign `int` to `struct s`
            1:150 incompatible-types: cannot assign `struct s` to `int`
            1:153 array-assigned: an array cannot be assigned to as a whole
              help: assign its elements one by one, or use `memcpy` from <string.h>
            1:160 array-assigned: an array cannot be assigned to as a whole
              help: copy the characters with `strcpy` from <string.h>
            1:170 not-an-lvalue: this cannot be assigned to: it is a value, not an object
              help: the variable that gets the value stands alone on the left of `=`
            1:177 not-an-lvalue: this cannot be assigned to: it is a value, not an object
              help: the variable that gets the value stands alone on the left of `=`
            1:188 not-an-lvalue: this cannot be assigned to: it is a value, not an object
              help: the variable that gets the value stands alone on the left of `=`
            1:202 integer-from-pointer: cannot assign `char *` to `char`
              help: one character stands in single quotes: 'a'
        "#]],
    );
}

#[test]
fn pointer_qualifiers_are_warned_of() {
    check_errors(
        r#"int main(void) { const char *c = "a"; char *p = c; unsigned char *u = p; return *u; }"#,
        expect![[r#"
            1:49 warning discarded-qualifier: `const char *` becomes `char *`: a qualifier is lost
              help: declare the target as `const char *` too, or do not write through it
            1:71 warning pointer-signedness: `char *` becomes `unsigned char *`: they differ in signedness
        "#]],
    );
}

#[test]
fn members() {
    check_errors(
        "struct point { int x, y; }; struct later; int main(void) { struct point p, *q = &p; p.z = 1; q.x = 1; p->x = 1; q->xx = 2; int i; i.x = 1; struct later *l = 0; l->x = 1; return i->x; }",
        expect![[r#"
            1:87 missing-member: `struct point` has no member named `z`
              1:8 `struct point` is defined here
            1:96 dot-on-pointer: `.x` takes a struct, but this is a pointer, `struct point *`
              1:94 this is `struct point *`
              help: write `->x`
            1:106 arrow-on-record: `->x` takes a pointer, but this is a `struct point`
              1:103 this is `struct point`
              help: write `.x`
            1:116 missing-member: `struct point` has no member named `xx`
              1:8 `struct point` is defined here
            1:133 member-of-non-record: `int` has no members, so no `x`
              1:131 this is `int`
            1:161 incomplete-type: the members of `struct later` are not known here
              1:36 only declared here
            1:181 member-of-non-record: `int` has no members, so no `x`
              1:178 this is `int`
        "#]],
    );
}

#[test]
fn pointers_to_different_types_that_gcc_13_warns_of() {
    check_errors(
        "int f(int **a, const int **b, int (*g)(void), void *v) { b = a; return a == b || a < v || g == (void *)v; }",
        expect![[r#"
            1:62 warning inner-qualifier: `int **` becomes `const int **`: they differ in a qualifier of what is pointed to
              help: declare both alike, or cast, `(const int **)…`, if nothing is written through it
            1:72 warning incompatible-pointers: this compares `int **` with `const int **`, pointers to different types
              1:72 this is `int **`
              1:77 this is `const int **`
              help: cast one of them if both may really point to the same object
            1:82 warning incompatible-pointers: this compares `int **` with `void *`, pointers to different types
              1:82 this is `int **`
              1:86 this is `void *`
              help: cast one of them if both may really point to the same object
            1:91 incompatible-pointers: `int (*)(void)` and `void *` cannot be compared: they point to different types
              help: cast one of them if both really point into the same array
        "#]],
    );
}

#[test]
fn operators() {
    check_errors(
        "struct s { int a; } s; int main(void) { int *p, *q, x; double d; void *v; char *c; x = -p; x = ~d; x = !s; x = d % 2; x = p + q; x = p * 2; x = *x; x = x[x]; x = p[d]; v = v + 1; p = &1; p = &(x + 1); x = p < x; x = p == 1; x = p == c; x = p - c; x = s == s; x = x ? s : 1; (void)(struct s)x; x = (int)s; d = (double)p; p = (float *)d; return 0; }",
        expect![[r#"
            1:88 bad-operand: `-` takes a number, not `int *`
            1:96 bad-operand: `~` takes an integer, not `double`
            1:104 bad-operand: `!` takes a number or a pointer, not `struct s`
            1:112 bad-operand: `%` takes two integers, not `double` and `int`
              1:112 this is `double`
              1:116 this is `int`
            1:123 sum-of-pointers: two pointers cannot be added
              help: strings are joined with `strcat` from <string.h>, in an array that has room for both
            1:134 bad-operand: `*` takes two numbers, not `int *` and `int`
              1:134 this is `int *`
              1:138 this is `int`
            1:145 dereference-of-non-pointer: `*` takes a pointer, not `int`
              help: the value of a variable is its name alone; `*` follows a pointer to where it points
            1:153 subscript-of-non-pointer: `[ ]` takes an array or a pointer, not `int`
              help: only an array or a pointer has elements: check its declaration
            1:165 index-not-integer: an index is an integer, not `double`
            1:173 warning arithmetic-on-void: `void *` is moved by bytes: `void` has no size of its own
              help: cast it to `char *` to move by bytes
            1:184 not-an-lvalue: `&` takes an object; this is a value without a place
              help: store it in a variable, and take the address of that
            1:192 not-an-lvalue: `&` takes an object; this is a value without a place
              help: store it in a variable, and take the address of that
            1:206 pointer-compared-with-number: `int *` and `int` cannot be compared
              1:206 this is `int *`
              1:210 this is `int`
              help: did you mean what the pointer points to, with `*` before it?
            1:217 pointer-compared-with-number: `int *` and `int` cannot be compared
              1:217 this is `int *`
              1:222 this is `int`
              help: did you mean what the pointer points to, with `*` before it?
            1:229 warning incompatible-pointers: this compares `int *` with `char *`, pointers to different types
              1:229 this is `int *`
              1:234 this is `char *`
              help: cast one of them if both may really point to the same object
            1:241 incompatible-pointers: `int *` and `char *` cannot be subtracted: they point to different types
              help: cast one of them if both really point into the same array
            1:252 bad-operand: `==` takes two numbers or two pointers, not `struct s` and `struct s`
              1:252 this is `struct s`
              1:257 this is `struct s`
            1:264 conditional-types: the two alternatives of `?:` are `struct s` and `int`
              1:268 this is `struct s`
              1:272 this is `int`
            1:281 bad-cast: an `int` cannot be cast to `struct s`
            1:298 bad-cast: a `struct s` cannot be cast to `int`
            1:310 bad-cast: an `int *` cannot be cast to `double`
            1:325 bad-cast: a `double` cannot be cast to `float *`
        "#]],
    );
}

#[test]
fn statements() {
    check_errors(
        r#"void v(void) { return 1; } int f(void) { return; } int g(int x) { break; continue; case 1: ; switch (x) { case 1: case 2: case 1: default: default: ; } switch (1.5) { } goto nowhere; a: a: if (v()) ; struct { int i; } s; while (s) ; return "x"; }"#,
        expect![[r#"
            1:199 warning empty-body: this `;` is all that the `if` governs
              help: remove this `;`; if nothing is to be done, write `{ }`
            1:23 return-with-value: `v` returns nothing (`void`), but this `return` has a value
              1:6 declared here
              help: leave the value away, or declare the function with its type
            1:42 return-without-value: `f` returns `int`, but this `return` has no value
              1:32 declared here
              help: write the value after `return`, or declare the function as `void`
            1:67 break-outside: `break` stands outside of any loop or `switch`
              help: `return` leaves a function; an `if` is not left, it ends by itself
            1:74 continue-outside: `continue` stands outside of any loop
              help: it goes on with the next round of a `for`, `while` or `do`; without one, remove it
            1:84 case-outside-switch: `case` stands outside of any `switch`
            1:128 duplicate-case: there are two cases for the value 1
              1:112 the first is here
              help: remove one of them, or change its value
            1:140 duplicate-default: this `switch` has two defaults
              1:131 the first is here
            1:161 switch-not-integer: `switch` takes an integer, not `double`
            1:187 duplicate-label: the label `a` is defined twice
              1:184 first defined here
            1:194 void-value: `v` returns nothing, but a value is wanted here
              1:6 declared here, with result `void`
              help: call it in a statement of its own, or let it return a value
            1:229 condition-not-scalar: the condition of `while` is a number or a pointer, not `struct <unnamed>`
            1:241 integer-from-pointer: `g` returns `int`, but this value is `char *`
              1:56 `g` is declared to return `int`
              help: a number stands without quotes; a single character in single ones: 'a'
            1:175 undeclared-label: this function has no label `nowhere`
              help: write `nowhere:` before the statement to go to
        "#]],
    );
}

#[test]
fn switch_on_a_string() {
    check_errors(
        "int f(char *s) { switch (s) { case 1: return 1; } return 0; }",
        expect![[r#"
        1:26 switch-not-integer: `switch` takes an integer, not `char *`
          help: compare strings with `strcmp` and `if`
    "#]],
    );
}

#[test]
fn definitions() {
    check_errors(
        "int a; char a; int f(void) { return 0; } int f(void) { return 1; } int b = 1; int b = 2; static int c; int c; int g(int x) { int x; int y; long y; return 0; } typedef int t; typedef long t; struct s { int x; }; struct s { int y; }; union s u; enum e v; int h(int); int h(char);",
        expect![[r#"
            1:13 conflicting-types: `a` is declared as `char` here, and as `int` before
              1:5 here it is `int`
            1:46 redefinition: `f` is defined a second time
              1:20 first defined here
              help: rename one of them, or delete one
            1:83 redefinition: `b` is defined a second time
              1:72 first defined here
              help: rename one of them, or delete one
            1:108 linkage-conflict: `c` is declared without `static` here, but was `static` before
              1:101 declared `static` here
              help: write `static` in both places, or in neither
            1:130 redefinition: `x` is defined a second time
              1:121 first defined here
              help: rename one of them, or delete one
            1:145 redefinition: `y` is defined a second time
              1:137 first defined here
              help: rename one of them, or delete one
            1:188 conflicting-types: `t` is declared as `long` here, and as `int` before
              1:172 here it is `int`
            1:219 redefinition: `struct s` is defined a second time
              1:198 first defined here
            1:239 wrong-kind-of-tag: the tag `s` was declared as another kind of type
              1:219 declared here
            1:270 conflicting-types: `h` is declared as `int (char)` here, and as `int (int)` before
              1:258 here it is `int (int)`
            1:249 unknown-enum: `enum e` is not defined
              help: write `enum e { … };` above
        "#]],
    );
}

#[test]
fn types() {
    check_errors(
        "void x; struct later l; int a[-1]; int b[0]; int n; int c[n]; int d[]; int e[2][]; unsigned float f; int g(void)[3]; struct s { struct s inner; int f(void); int dup; char dup; }; int h(void a); static extern int i; int restrict j; long long long k; struct { int w : 40; float f : 2; int z : 0; } bits;",
        expect![[r#"
            1:6 void-object: `x` cannot have type `void`
              help: `void *x` is a pointer to anything
            1:31 array-length-negative: the length of the array `a` is negative: -1
              help: write how many elements it has
            1:40 warning array-length-zero: the array `b` has no elements: its length is 0
              help: write how many elements it has
            1:59 array-length-not-constant: the length of the array `c` is not a constant
              help: a `const` variable is not a constant in C: use `#define` or an `enum` for the length
            1:77 bad-element-type: the array `e` cannot have elements of type `int[]`: only the first `[]` may be empty: the size of each element must be known
            1:84 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:107 bad-result-type: `g` cannot return `int[3]`
              help: return a pointer, or a struct that contains it
            1:138 bad-member-type: the member `inner` cannot have type `struct s`
              help: a pointer to it can be a member
            1:149 bad-member-type: the member `f` cannot have type `int (void)`
              help: a pointer to a function can
            1:172 duplicate-member: there are two members named `dup`
              1:162 the first is here
            1:191 void-parameter: a parameter cannot have type `void`
            1:202 two-storage-classes: a declaration has one storage class
              1:195 the first one
            1:216 restrict-without-pointer: `restrict` qualifies pointers; this is `int`
            1:232 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:267 bit-field-width: a bit-field of `int` has 1 to 32 bits, not 40
            1:277 bit-field-type: a bit-field has an integer type, not `float`
            1:292 bit-field-width: a bit-field with a name has at least 1 bit
            1:22 incomplete-type: `l` has type `struct later`, which is not defined here
              1:16 `struct later` is only named here, without its members
            1:67 warning tentative-array: the array `d` gets one element, since nothing says its length
        "#]],
    );
}

#[test]
fn missing_types() {
    check_errors(
        "f(void) { return 1; } x; static y = 2; int g(a, b);",
        expect![[r#"
        1:1 missing-type: the type is missing in this declaration
          help: write the type first, for example `int`
        1:23 missing-type: the type is missing in this declaration
          help: write the type first, for example `int`
        1:26 missing-type: the type is missing in this declaration
          help: write the type first, for example `int`
        1:46 identifier-list: the parameter `a` has no type
          help: write the type before each name, such as `int a`
    "#]],
    );
}

#[test]
fn shapes_of_main() {
    check_errors(
        "void main(int x) { }",
        expect![[r#"
        1:6 warning main-shape: `main` returns `int`, not `void`
          help: write `int main(void)`
        1:6 warning main-shape: `main` is not called with these parameters
          help: write `int main(void)` or `int main(int argc, char *argv[])`
    "#]],
    );
}

#[test]
fn shapes_of_main_that_are_right() {
    check_errors(
        "int main(int argc, char **argv, char *envp[]) { return argc + !argv + !envp; }",
        expect![[""]],
    );
}

#[test]
fn initializers() {
    check_errors(
        r#"int a[2] = {1, 2, 3}; int b = {1, 2}; char s[2] = "abc"; int c = "x"; int d[] = 5; int n; int e = n; struct { int x; } r = {.y = 1}, q = {[0] = 1}; int t[2] = {[2] = 1, [-1] = 2, .x = 3, [n] = 4}; int z = {.x = 1}; int f(void); int y = f(); extern int ok; int *p = &ok; int w = (int)&ok; int v[3] = {};"#,
        expect![[r#"
            1:19 too-many-initializers: too many initializers: `int[2]` has 2 elements, 3 are given
              help: remove what is too much, or make room for it
            1:35 too-many-initializers: too many initializers for `int`
              help: remove what is too much, or make room for it
            1:51 warning string-too-long: this string has 3 characters, but the array has room for 2
              help: leave the length away, `[]`, and it fits with its terminating null
            1:66 integer-from-pointer: cannot initialize `int` with `char *`
              help: a number stands without quotes; a single character in single ones: 'a'
            1:81 array-initializer: the array `int[]` cannot be initialized with `int`
              help: write the elements in braces, `{ … }`
            1:99 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
            1:126 missing-member: `struct <unnamed>` has no member named `y`
              1:102 `struct <unnamed>` is defined here
            1:139 bad-designator: members of `struct <unnamed>` are designated by `.name`, not by an index
            1:161 designator-out-of-range: there is no element 2: the array has 2
            1:170 designator-out-of-range: there is no element -1: the array has 2
            1:181 bad-designator: elements of `int[2]` are designated by `[index]`, not by a name
            1:189 not-constant: the index of a designator is an integer constant
            1:208 bad-designator: `int` has neither members nor elements to designate
            1:237 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
            1:279 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
        "#]],
    );
}

#[test]
fn warnings() {
    check_errors(
        "int f(int x) { if (x = 1) return 1; while ((x = 2)) ; x == 3; x; } int *g(void) { int l; int a[2]; if (l) return &l; return a; } int h(void) { return 1 / 0; } int k(int x) { for (;;) { if (x) return 1; } }",
        expect![[r#"
            1:20 warning assignment-as-condition: this condition assigns, it does not compare
              1:24 this value is stored, and then tested
              help: write `==` to compare, or put parentheses around the assignment if it is meant
            1:55 warning unused-value: this statement has no effect
              help: write `=` to assign
            1:63 warning unused-value: this statement has no effect
            1:66 warning missing-return: `f` can end without returning a value
              1:5 it is declared to return `int`
              help: add a `return` with a value at the end
            1:114 warning returned-address-of-local: this returns the address of `l`, which is gone after the return
              1:87 `l` lives only while the function runs
            1:125 warning returned-address-of-local: this returns the address of `a`, which is gone after the return
              1:94 `a` lives only while the function runs
            1:151 warning division-by-zero: this divides by zero
              1:155 zero
              help: check the divisor; a program cannot go on with the result of this
        "#]],
    );
}

#[test]
fn not_supported_yet() {
    check_errors(
        "_Atomic int b; _Atomic double _Complex c; _Complex int d(_Complex int z) { return z / 2; } int f(int n) { int v[n]; long double l = 1; return v[0] + (l > 0); } int g(int n, int a[n]) { return a[0]; }",
        expect![[r#"
            1:16 not-supported-yet: an atomic complex type is not supported yet
            1:83 not-supported: complex integers cannot be divided
              help: convert one of them to `double _Complex`
        "#]],
    );
}

#[test]
fn generic_and_static_assert() {
    check_errors(
        r#"_Static_assert(sizeof(int) == 8, "int is small"); int x; _Static_assert(x, "no"); int y = _Generic(x, char: 1, long: 2); int z = _Generic(x, int: 1, int: 2);"#,
        expect![[r#"
            1:16 static-assertion: static assertion failed: int is small
            1:73 not-constant: the condition of `_Static_assert` must be a constant
            1:100 no-association: no association of `_Generic` is for `int`
              help: add one, or a `default:`
            1:150 same-association: `_Generic` has two associations for `int`
              1:142 the first is here
        "#]],
    );
}

#[test]
fn variadic() {
    check_errors(
        "void f(int a, int b, ...) { void *ap; __builtin_va_start(ap, a); __builtin_va_arg(ap, char); __builtin_va_end(a); } void g(void) { void *ap; __builtin_va_start(ap, 0); }",
        expect![[r#"
            1:62 warning va-start-not-last: the second argument of `va_start` is the last named parameter
              1:6 of this function
            1:87 warning va-arg-promoted: an argument of type `char` arrives as `int`
              help: write `int`
            1:111 not-a-va-list: this is a `va_list` variable elsewhere; here it is `int`
            1:142 va-start-outside: `va_start` is for functions whose parameters end in `...`
        "#]],
    );
}

#[test]
fn register_and_bit_fields_have_no_address() {
    check_errors(
        "int main(void) { register int r; struct { int b : 2; } s; int *p = &r; p = &s.b; return sizeof s.b + !p; }",
        expect![[r#"
            1:68 address-of-register: the address of `r` cannot be taken: it is declared `register`
              1:31 declared here
            1:76 address-of-bit-field: a bit-field has no address
            1:89 sizeof-bit-field: a bit-field has no size in bytes
        "#]],
    );
}

#[test]
fn temporaries() {
    check_errors(
        "struct s { int x; int a[2]; }; struct s f(void); int main(void) { f().x = 1; int *p = &f().x; return f().a[1] + f().x; }",
        expect![[r#"
            1:67 not-an-lvalue: this cannot be assigned to: it is part of a value that is gone after this expression
              help: the variable that gets the value stands alone on the left of `=`
            1:87 not-an-lvalue: `&` of a value that is gone after this expression
              help: store it in a variable, and take the address of that
        "#]],
    );
}

#[test]
fn an_error_does_not_echo() {
    check_errors(
        "int main(void) { int a = nope; a = nope + 1; nope.x->y[3](4) = 5; struct q z; z.a = 1; z = z; return nope; }",
        expect![[r#"
            1:26 undeclared-name: `nope` is not declared here
              help: declare it first, for example `int nope;`, or correct it
            1:76 incomplete-type: `z` has type `struct q`, which is not defined here
              1:74 `struct q` is only named here, without its members
        "#]],
    );
}
