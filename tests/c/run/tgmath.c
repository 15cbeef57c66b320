/* tgmath.h: functions by the types of their arguments (C17 7.25). */
#include <stdio.h>
#include <tgmath.h>

#define KIND(x)                                                                                    \
    _Generic((x), float: "float", double: "double", long double: "long double",                    \
             float _Complex: "float complex", double _Complex: "double complex",                   \
             long double _Complex: "long double complex", int: "int", long: "long", default: "?")

#define SHOW(x) printf("%-20s %.5g %.5g\n", KIND(x), (double)(x), (double)cimag(x))

int main(void)
{
    float f = 0.5f;
    double d = 0.25;
    long double l = 0.125L;
    float _Complex cf = 0.5f + 0.5fi;
    double _Complex cd = 0.25 + 0.5i;
    long double _Complex cl = 0.125L - 0.5Li;
    int n = 1;
    int power;
    int quotient;

    SHOW(sin(f));
    SHOW(sin(d));
    SHOW(sin(l));
    SHOW(sin(n));
    SHOW(sin(cf));
    SHOW(sin(cd));
    SHOW(sin(cl));
    SHOW(sqrt(-cf));
    SHOW(exp(cl));
    SHOW(acosh(cd));
    SHOW(log((unsigned char)n));
    SHOW(fabs(cf));
    SHOW(fabs(cl));
    SHOW(fabs(-n));
    SHOW(pow(f, f));
    SHOW(pow(f, n));
    SHOW(pow(f, cf));
    SHOW(pow(cf, d));
    SHOW(pow(l, cf));
    SHOW(pow(n, l));
    SHOW(creal(cf));
    SHOW(creal(d));
    SHOW(carg(cl));
    SHOW(conj(cl));
    SHOW(conj(f));
    SHOW(cproj(cd));
    SHOW(cbrt(f));
    SHOW(fmax(f, d));
    SHOW(fmax(f, l));
    SHOW(fmax(f, n));
    SHOW(atan2(f, f));
    SHOW(fma(f, f, f));
    SHOW(fma(f, d, l));
    SHOW(frexp(f, &power));
    SHOW(ldexp(l, 3));
    SHOW(remquo(f, d, &quotient));
    SHOW(nexttoward(f, l) == f);
    SHOW(lround(f));
    SHOW(ilogb(l));
    SHOW(floor(f + fabs(sin(cos(d)))));
    printf("%d %d\n", power, quotient);
    return 0;
}
