/* Complex numbers: operators, with operands of each type (C17 6.5, G.5). */
#include <complex.h>
#include <math.h>
#include <stdio.h>

static void show(const char *what, double _Complex z)
{
    printf("%-12s %.17g %.17g\n", what, creal(z), cimag(z));
}

static void show_long(const char *what, long double _Complex z)
{
    printf("%-12s %.34Lg %.34Lg\n", what, creall(z), cimagl(z));
}

static void operators(double _Complex a, double _Complex b, double x)
{
    show("a + b", a + b);
    show("a - b", a - b);
    show("a * b", a * b);
    show("a / b", a / b);
    show("a + x", a + x);
    show("x + a", x + a);
    show("a - x", a - x);
    show("x - a", x - a);
    show("a * x", a * x);
    show("x * a", x * a);
    show("a / x", a / x);
    show("x / a", x / a);
    show("+a", +a);
    show("-a", -a);
    show("~a", ~a);
    printf("%d %d %d %d %d\n", a == b, a != b, a == a, a == x, x != b);
    printf("%d %d %d %d\n", !a, !!a, a && b, a || b);
}

static void float_operators(float _Complex a, float _Complex b, int n)
{
    show("a * b", a * b);
    show("a / b", a / b);
    show("a * n", a * n);
    show("n - a", n - a);
    show("n / a", n / a);
    show("a + 0.1", a + 0.1);
}

static void long_operators(long double _Complex a, long double _Complex b, float x)
{
    show_long("a + b", a + b);
    show_long("a - b", a - b);
    show_long("a * b", a * b);
    show_long("a / b", a / b);
    show_long("a * x", a * x);
    show_long("x - a", x - a);
    show_long("x / a", x / a);
    show_long("-a", -a);
    show_long("~a", ~a);
    printf("%d %d %d\n", a == b, a != b, !a);
}

static void assignments(void)
{
    double _Complex z = 1 + 2 * I;
    float _Complex f;
    long double _Complex l;
    double x = 3;
    float small = 0.5f;
    long double large = 2;
    int n = 7;

    show("z += 1", z += 1);
    show("z -= 2i", z -= 2 * I);
    show("z *= z", z *= z);
    show("z /= 1+i", z /= 1 + I);
    show("z++", z++);
    show("++z", ++z);
    show("z--", z--);
    show("--z", --z);
    x *= z;
    x /= 1 - I;
    small += z;
    large *= z + I;
    large--;
    n *= z;
    printf("%.17g %.9g %.34Lg %d\n", x, small, large, n);
    f = z;
    f *= z;
    l = f;
    l /= z;
    l += n;
    show("f", f);
    show_long("l", l);
    show_long("l++", l++);
    show_long("l", l);
    show("z = f = 2", z = f = 2);
}

int main(void)
{
    operators(1.5 - 2 * I, 0.1 + 0.7 * I, 3.3);
    operators(CMPLX(INFINITY, NAN), CMPLX(1, -0.0), -0.0);
    operators(0, CMPLX(0, INFINITY), 2);
    operators(CMPLX(1e308, 1e308), CMPLX(1e-308, -1e308), 10);
    operators(CMPLX(1e-310, 3e-320), CMPLX(5e-324, 1e-300), 1e-300);
    float_operators(1.1f - 2.3f * I, 0.3f * I, 3);
    float_operators(CMPLXF(3e38f, 1e-45f), CMPLXF(1e-38f, 2e38f), -1);
    long_operators(1.1L + 2.3L * I, 0.1L - 0.7L * I, 0.3f);
    long_operators(CMPLXL(1e4930L, 1e-4930L), CMPLXL(3e-4940L, 1e4900L), INFINITY);
    assignments();
    return 0;
}
