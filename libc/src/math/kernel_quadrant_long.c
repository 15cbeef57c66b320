/* kernel_quadrant_long.c: angles less the multiple of pi/2 that they hold. */
#include <math.h>

#include "../internal/elementary_long.h"
#include "../internal/quadrant.h"
#include "../internal/real.h"
#include "../internal/scale.h"

static const long double half_pi = 0x1.921fb54442d18469898cc51701b8p+0L;

long double __cutaway_quadrant_long(long double x, int *quadrant)
{
    struct real number = __cutaway_take_long_double(x);
    uint32_t fraction[FRACTION_WORDS];
    bool is_negative;
    long double sum = 0;
    int first = 0;
    int i;

    *quadrant = 0;
    if (fabsl(x) <= 0.78539816339744830961L) {
        return x;
    }
    *quadrant = __cutaway_count_quadrants(number.significand, number.exponent, fraction);
    is_negative = fraction[0] >> 31 != 0;
    if (is_negative) {
        *quadrant = (*quadrant + 1) & 3;
    }
    for (i = 0; i < FRACTION_WORDS; i++) {
        fraction[i] = is_negative ? ~fraction[i] : fraction[i];
    }
    while (first < FRACTION_WORDS - 1 && fraction[first] == 0) {
        first++;
    }
    for (i = first + 4 < FRACTION_WORDS ? first + 4 : FRACTION_WORDS - 1; i >= first; i--) {
        sum += __cutaway_scale_long(fraction[i], -32 * (i + 1));
    }
    sum *= is_negative ? -half_pi : half_pi;
    if (number.negative) {
        *quadrant = -*quadrant & 3;
        sum = -sum;
    }
    return sum;
}
