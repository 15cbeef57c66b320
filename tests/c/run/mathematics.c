/* C17 7.12, 7.6: functions of mathematics, to fewer digits than they have, and their errors. */
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static void show(const char *name, double value)
{
    printf("%s %.13g errno %d\n", name, value, errno);
    errno = 0;
}

#define SHOW(expression) show(#expression, expression)

static void integers(double x)
{
    double whole;
    double fraction = modf(x, &whole);
    int power;
    double part = frexp(x, &power);

    printf("%g: floor %g ceil %g trunc %g round %g rint %g lround %ld modf %g %g frexp %g %d\n", x,
           floor(x), ceil(x), trunc(x), round(x), rint(x), lround(x), whole, fraction, part, power);
}

static volatile double zero;

int main(void)
{
    SHOW(exp(1)), SHOW(exp(-745)), SHOW(exp(1000)), SHOW(log(10)), SHOW(log(-1)), SHOW(log(0));
    SHOW(pow(2, 0.5)), SHOW(pow(-2, 3)), SHOW(pow(zero, -2.5)), SHOW(pow(-8, 1.0 / 3));
    SHOW(sin(1)), SHOW(cos(1e22)), SHOW(tan(0.5)), SHOW(asin(0.5)), SHOW(acos(2)), SHOW(atan(1e9));
    SHOW(atan2(-1, -1)), SHOW(sinh(1)), SHOW(cosh(20)), SHOW(tanh(0.1)), SHOW(hypot(3e300, 4e300));
    SHOW(sqrt(2)), SHOW(sqrt(-1)), SHOW(cbrt(-27)), SHOW(fmod(-7, 3)), SHOW(remainder(7, 4));
    SHOW(erf(0.5)), SHOW(erfc(5)), SHOW(tgamma(5)), SHOW(lgamma(100)), SHOW(log1p(1e-10));
    SHOW(expm1(1e-10)), SHOW(log2(1024)), SHOW(log10(1e-3)), SHOW(exp2(10)), SHOW(fma(2, 3, 4));
    SHOW(fmax(NAN, 1)), SHOW(fdim(3, 1)), SHOW(nextafter(1, 2) - 1), SHOW(ldexp(0.75, 4));
    printf("%.6f %.20Lg %.20Lg\n", sinf(1), sinl(1), powl(2, 0.5L));
    integers(2.5), integers(-2.5), integers(1e18), integers(-0.25);
    feclearexcept(FE_ALL_EXCEPT);
    fesetround(FE_UPWARD);
    volatile double third = 1.0;
    third /= 3;
    fesetround(FE_TONEAREST);
    printf("%a inexact %d overflow %d\n", third, fetestexcept(FE_INEXACT) != 0,
           fetestexcept(FE_OVERFLOW) != 0);
    return 0;
}
