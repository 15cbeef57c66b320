/* nearbyint.c: to a whole number, without raising the inexact flag. C17 7.12.9.3. */
#include <fenv.h>
#include <math.h>

double nearbyint(double x)
{
    int before = fetestexcept(FE_INEXACT);
    double result = rint(x);

    if (before == 0) {
        feclearexcept(FE_INEXACT);
    }
    return result;
}

float nearbyintf(float x)
{
    return (float)nearbyint(x);
}

long double nearbyintl(long double x)
{
    return rintl(x);
}
