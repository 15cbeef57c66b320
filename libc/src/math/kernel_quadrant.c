/* kernel_quadrant.c: angles less the multiple of pi/2 that they hold, as pairs. */
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/quadrant.h"
#include "../internal/real.h"
#include "../internal/scale.h"

/* pi/2, in three parts of 30 bits, so that small multiples are exact, and the rest. */
static const double parts[] = {0x1.921fb54p+0, 0x1.10b46118p-30, 0x1.313198ap-61};
static const double last_part = 0x1.701b839a25205p-92;
static const struct pair half_pi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

/* For multiples below 2^20. What is left is right unless it is very small. */
static struct pair subtract(double x, double count)
{
    struct pair rest = __cutaway_sum(x - count * parts[0], -count * parts[1]);

    rest = __cutaway_add(rest, (struct pair){-count * parts[2], 0});
    return __cutaway_add(rest, __cutaway_product(-count, last_part));
}

/* What word number `at` of a fraction stands for. */
static double word_value(const uint32_t *fraction, int at)
{
    return at < FRACTION_WORDS ? __cutaway_scale(fraction[at], -32 * (at + 1)) : 0;
}

static struct pair from_fraction(uint32_t fraction[FRACTION_WORDS], int *quadrant)
{
    bool is_negative = fraction[0] >> 31 != 0;
    struct pair sum = {0, 0};
    int first = 0;
    int i;

    if (is_negative) {
        /* 1 less the fraction, but for one unit far behind. */
        for (i = 0; i < FRACTION_WORDS; i++) {
            fraction[i] = ~fraction[i];
        }
        *quadrant = (*quadrant + 1) & 3;
    }
    while (first < FRACTION_WORDS - 1 && fraction[first] == 0) {
        first++;
    }
    for (i = first + 4; i >= first; i--) {
        sum = __cutaway_add((struct pair){word_value(fraction, i), 0}, sum);
    }
    sum = __cutaway_multiply(sum, half_pi);
    return is_negative ? __cutaway_times(sum, -1) : sum;
}

struct pair __cutaway_quadrant(double x, int *quadrant)
{
    double count = rint(x * 0x1.45f306dc9c883p-1);
    struct pair rest = {x, 0};
    struct real number;
    uint32_t fraction[FRACTION_WORDS];

    *quadrant = 0;
    if (count == 0) {
        return rest;
    }
    if (fabs(count) < 0x1p20) {
        rest = subtract(x, count);
        *quadrant = (int)count & 3;
        if (fabs(rest.high) > 0x1p-20) {
            return rest;
        }
    }
    number = __cutaway_take_double(x);
    *quadrant = __cutaway_count_quadrants(number.significand, number.exponent, fraction);
    rest = from_fraction(fraction, quadrant);
    if (number.negative) {
        *quadrant = -*quadrant & 3;
        rest = __cutaway_times(rest, -1);
    }
    return rest;
}
