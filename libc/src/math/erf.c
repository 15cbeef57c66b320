/* erf.c: the error function. C17 7.12.8.1. */
#include <math.h>

#include "../internal/error_function.h"

double erf(double x)
{
    struct pair result;

    if (isnan(x) || x == 0) {
        return x;
    }
    if (fabs(x) < 0x1p-1000) {
        /* x * 2 / sqrt(pi), where a pair would lose its low half. */
        return 0x1p-200 * (0x1p200 * x * 0x1.20dd750429b6dp+0);
    }
    if (fabs(x) > 3) {
        int power;

        if (fabs(x) > 6) {
            return copysign(1, x);
        }
        result = __cutaway_erfc_fraction(fabs(x), &power);
        return copysign(1 - ldexp(result.high, power), x);
    }
    result = __cutaway_erf_series(x);
    return result.high + result.low;
}

float erff(float x)
{
    return (float)erf(x);
}
