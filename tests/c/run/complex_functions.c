/* complex.h: every function of C17 7.3, to as many digits as all libraries agree on. */
#include <complex.h>
#include <math.h>
#include <stdio.h>

static void show(const char *name, double _Complex z)
{
    printf("%-7s %.12g %.12g\n", name, creal(z), cimag(z));
}

#define CALL(name, z)                                                                              \
    do {                                                                                           \
        show(#name, name(z));                                                                      \
        printf("%-7s %.5g %.5g\n", #name "f", crealf(name##f(z)), cimagf(name##f(z)));             \
        printf("%-7s %.30Lg %.30Lg\n", #name "l", creall(name##l(z)), cimagl(name##l(z)));         \
    } while (0)

static void all(double _Complex z)
{
    CALL(cacos, z);
    CALL(casin, z);
    CALL(catan, z);
    CALL(ccos, z);
    CALL(csin, z);
    CALL(ctan, z);
    CALL(cacosh, z);
    CALL(casinh, z);
    CALL(catanh, z);
    CALL(ccosh, z);
    CALL(csinh, z);
    CALL(ctanh, z);
    CALL(cexp, z);
    CALL(clog, z);
    CALL(csqrt, z);
    CALL(conj, z);
    CALL(cproj, z);
    show("cpow", cpow(z, 0.5 - 2 * I));
    show("cpowf", floor(creal(cpowf(z, 2)) * 100 + 0.5));
    printf("cpowl   %.25Lg\n", creall(cpowl(z, 3)));
    printf("cabs    %.12g %.5g %.30Lg\n", cabs(z), cabsf(z), cabsl(z));
    printf("carg    %.12g %.5g %.30Lg\n", carg(z), cargf(z), cargl(z));
}

static void special(double x, double y)
{
    double _Complex z = CMPLX(x, y);

    show("cexp", cexp(z));
    show("clog", clog(z));
    show("csqrt", csqrt(z));
    show("ccosh", ccosh(z));
    show("ctanh", ctanh(z));
    show("cacos", cacos(z));
    show("casinh", casinh(z));
    show("catanh", catanh(z));
    show("cproj", cproj(z));
}

int main(void)
{
    all(1.25 - 0.5 * I);
    all(-0.75 + 2 * I);
    special(0, -0.0);
    special(-0.0, 0);
    special(1, 0);
    special(-2, 0.0);
    special(-2, -0.0);
    special(INFINITY, 1);
    special(-INFINITY, -1);
    special(1, INFINITY);
    special(-INFINITY, INFINITY);
    special(1e300, -1e300);
    special(1e-310, 1e-320);
    return 0;
}
