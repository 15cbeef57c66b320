/* erfc.c: 1 less the error function. C17 7.12.8.2. */
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/error_function.h"

double erfc(double x)
{
    struct pair result;
    int power = 0;

    if (isnan(x)) {
        return x;
    }
    if (x < -6) {
        return 2;
    }
    if (fabs(x) < 0x1p-60) {
        return 1 - x;
    }
    if (x <= 3) {
        result = __cutaway_times(__cutaway_erf_series(x < -3 ? -3 : x), -1);
        if (x < -3) {
            struct pair rest = __cutaway_erfc_fraction(-x, &power);

            return 2 - ldexp(rest.high, power);
        }
        result = __cutaway_add((struct pair){1, 0}, result);
    } else {
        result = __cutaway_erfc_fraction(x < 30 ? x : 30, &power);
    }
    return __cutaway_finish(result, power);
}

float erfcf(float x)
{
    return (float)erfc(x);
}
