/* exp2.c: 2 to the power of x. C17 7.12.6.2. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

static const struct pair ln2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};

double exp2(double x)
{
    double whole = rint(x);
    struct pair fraction;
    struct pair result;

    if (!(fabs(x) <= 1100)) {
        if (isnan(x) || isinf(x)) {
            return x < 0 ? 0 : x;
        }
        whole = x < 0 ? -1100 : 1100;
        x = whole;
    }
    fraction = __cutaway_multiply(ln2, (struct pair){x - whole, 0});
    result = __cutaway_add((struct pair){1, 0}, __cutaway_exp_minus_1(fraction));
    return __cutaway_finish(result, (int)whole);
}

float exp2f(float x)
{
    return (float)exp2(x);
}
