/* asinh.c: the inverse hyperbolic sine. C17 7.12.5.2. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double asinh(double x)
{
    double size = fabs(x);
    struct pair one = {1, 0};
    struct pair root;
    struct pair result;

    if (isnan(x) || isinf(x) || size < 0x1p-28) {
        return x;
    }
    if (size > 0x1p60) {
        result = __cutaway_add(__cutaway_log((struct pair){size, 0}),
                               __cutaway_log((struct pair){2, 0}));
    } else {
        struct pair square = __cutaway_product(size, size);

        root = __cutaway_root(__cutaway_add(one, square));
        if (size < 0x1p-7) {
            /* ln(1 + x + x^2 / (1 + root)) */
            square = __cutaway_divide(square, __cutaway_add(one, root));
            result = __cutaway_log_1_plus(__cutaway_add((struct pair){size, 0}, square));
        } else {
            result = __cutaway_log(__cutaway_add((struct pair){size, 0}, root));
        }
    }
    return copysign(result.high + result.low, x);
}

float asinhf(float x)
{
    return (float)asinh(x);
}
