//! Complex types: specifiers, conversions, operators, parts, constants.

use expect_test::expect;

use super::{check, check_body, check_errors};

#[test]
fn c17_6_7_2_complex_types_have_every_order_of_their_words() {
    check(
        "double _Complex a; _Complex double b; _Complex long double c; double long _Complex d; __complex__ float e; _Complex f; unsigned _Complex short int g; const _Complex float *h;",
        expect![[r#"
            global a: double _Complex External zero
            global b: double _Complex External zero
            global c: long double _Complex External zero
            global d: long double _Complex External zero
            global e: float _Complex External zero
            global f: double _Complex External zero
            global g: unsigned short _Complex External zero
            global h: const float _Complex * External zero
        "#]],
    );
}

#[test]
fn c17_6_3_1_7_real_and_complex() {
    check_body(
        "double _Complex z; float _Complex f; int i; _Bool b; z = i; i = z; z = f; f = (float)z; b = z; (void)z; if (z) i = !z;",
        expect![[r#"
            function test: void (void) External
              local z: double _Complex
              local f: float _Complex
              local i: int
              local b: _Bool
              declare z
              declare f
              declare i
              declare b
              (= z (complex:double _Complex (IntegerToFloating:double (load i)) 0.0:double))
              (= i (FloatingToInteger:int (load (Real z))))
              (= z (Complex:double _Complex (load f)))
              (= f (complex:float _Complex (Floating:float (load (Real z))) 0.0:float))
              (= b (ToBool:_Bool (load z)))
              (ToVoid:void (load z))
              if (ToBool:_Bool (load z))
                (= i (! (ToBool:_Bool (load z))))
        "#]],
    );
}

#[test]
fn c17_g_5_a_real_operand_has_no_imaginary_part() {
    check_body(
        "double _Complex z; float _Complex f; int i; z = z + f; z = z * i; z = i - z; z = z / i; z = i / z; i = z == i; z += i; i *= z; z++; z = -~+z; i = i ? i : f;",
        expect![[r#"
            function test: void (void) External
              local z: double _Complex
              local f: float _Complex
              local i: int
              declare z
              declare f
              declare i
              (= z (+:double _Complex (load z) (Complex:double _Complex (load f))))
              (= z (*:double _Complex (load z) (IntegerToFloating:double (load i))))
              (= z (-:double _Complex (IntegerToFloating:double (load i)) (load z)))
              (= z (/:double _Complex (load z) (IntegerToFloating:double (load i))))
              (= z (/:double _Complex (complex:double _Complex (IntegerToFloating:double (load i)) 0.0:double) (load z)))
              (= i (== (load z) (complex:double _Complex (IntegerToFloating:double (load i)) 0.0:double)))
              (+=:double _Complex z (IntegerToFloating:double (load i)))
              (*=:double _Complex i (load z))
              (post+=:double _Complex z 1.0:double)
              (= z (-:double _Complex (~:double _Complex (load z))))
              (= i (FloatingToInteger:int (load (Real (?:float _Complex (load i) (complex:float _Complex (IntegerToFloating:float (load i)) 0.0:float) (load f))))))
        "#]],
    );
}

#[test]
fn gnu_c_parts_are_lvalues_and_constants_imaginary() {
    check_body(
        "double _Complex z = 2.5i; double *p = &__imag__ z; __real__ z = __imag__ (z + 1.0fi); __imag__ z += 3i; z = __builtin_complex(*p, 1.0) + __real__ *p; z = __builtin_conj(z);",
        expect![[r#"
            function test: void (void) External
              local z: double _Complex &
              local p: double *
              declare z [0: double _Complex = (complex:double _Complex 0.0:double 2.5:double)]
              declare p [0: double * = (& (Imaginary z))]
              (= (Real z) (load (Imaginary (+:double _Complex (load z) (Complex:double _Complex (complex:float _Complex 0.0:float 1.0:float))))))
              (+=:double _Complex (Imaginary z) (Complex:double _Complex (complex:int _Complex 0:int 3:int)))
              (= z (+:double _Complex (complex:double _Complex (load (* (load p))) 1.0:double) (load (* (load p)))))
              (= z (call:double _Complex conj (load z)))
            declared conj: double _Complex (double _Complex) External
        "#]],
    );
}

#[test]
fn c17_6_6_complex_constants() {
    check(
        "float _Complex a = (1 + 2.0i) * (3 - 0.5i); double _Complex b = (1 + 2.0i) / (3 - 4.0i), c = -~(1.0i + 2), d = 1 / 2.0i; _Complex short e = (3 + 4i) * (1 - 2i); int f = (1.0 + 2.0i == 2.0i + 1) + !0i + (0.5i ? 10 : 20); double g = __imag__ (5.0 + 6i), h = __real__ 7.0;",
        expect![[r#"
            global a: float _Complex External = 000080400000b040
            global b: double _Complex External = 9a9999999999c9bf9a9999999999d93f
            global c: double _Complex External = 00000000000000c0000000000000f03f
            global d: double _Complex External = 0000000000000000000000000000e0bf
            global e: short _Complex External = 0b00feff
            global f: int External = 0c
            global g: double External = 0000000000001840
            global h: double External = 0000000000001c40
        "#]],
    );
}

#[test]
fn what_complex_numbers_cannot_do() {
    check_errors(
        "double _Complex z; int _Complex n; int a[3]; void f(void) { z < 1; z % 2; z << 1; a[z]; (char *)z; n / 2; __real__ a; __real__ (z + 1) = 2; __builtin_complex(1, 2.0); switch (z) {} z ?: 1; const double _Complex c = 1; __real__ c = 2; } _Complex _Bool b; _Complex _Complex float e; static int g = __imag__ z; int h = (int)(1e30 + 1i);",
        expect![[r#"
            1:61 bad-operand: `<` takes two real numbers, not `double _Complex` and `int`
              1:61 this is `double _Complex`
              1:65 this is `int`
              help: compare their absolute values, `cabs`, or their real parts, `creal`
            1:68 bad-operand: `%` takes two integers, not `double _Complex` and `int`
              1:68 this is `double _Complex`
              1:72 this is `int`
            1:75 bad-operand: `<<` takes two integers, not `double _Complex` and `int`
              1:75 this is `double _Complex`
              1:80 this is `int`
            1:85 index-not-integer: an index is an integer, not `double _Complex`
            1:89 bad-cast: a `double _Complex` cannot be cast to `char *`
            1:100 not-supported: complex integers cannot be divided
              help: convert one of them to `double _Complex`
            1:107 bad-operand: `__real__` takes a number, not `int *`
            1:119 not-an-lvalue: this cannot be assigned to: it is part of a value that is gone after this expression
              help: the variable that gets the value stands alone on the left of `=`
            1:141 bad-operand: `__builtin_complex` takes two numbers of the same real floating type
              help: cast both to `float`, `double` or `long double`
            1:176 switch-not-integer: `switch` takes an integer, not `double _Complex`
            1:182 not-supported-yet: `?:` without a middle on complex numbers is not supported yet
            1:219 const-assigned: `c` cannot be assigned to: it is const (`const double`)
              1:212 declared here
              help: use another variable, or remove `const` from the declaration
            1:237 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:255 impossible-type: these words do not make a type together
              help: is a `;` missing before this, perhaps after the `}` of a struct?
            1:297 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              1:306 the value of a variable is only known when the program runs
              help: assign it in a function instead
            1:317 initializer-not-constant: the initial value of a global or `static` variable must be a constant
              help: assign it in a function instead
        "#]],
    );
}
