/* sqrtl.c: the square root of a long double, correctly rounded. C17 7.12.7.5. */
#include <errno.h>
#include <math.h>

#include "../internal/real.h"

static bool is_less(struct wide a, struct wide b)
{
    return a.high < b.high || (a.high == b.high && a.low < b.low);
}

/*
 * The whole root of  value * 4^115,  a bit at a time, for a value from 1 to 7: from the remainder
 * so far a bit b takes  (2 * root + b) * b.
 */
static struct wide root_of(struct wide value, int value_bits, bool *is_exact)
{
    struct wide root = {0, 0};
    struct wide rest = {0, 0};
    int i;

    for (i = value_bits - 2; i >= value_bits - 2 * 116; i -= 2) {
        struct wide pair = i >= 0 ? __cutaway_wide_right(value, i) : (struct wide){0, 0};
        struct wide trial = __cutaway_wide_left(root, 2);

        rest = __cutaway_wide_left(rest, 2);
        rest.low |= pair.low & 3;
        trial.low |= 1;
        root = __cutaway_wide_left(root, 1);
        if (!is_less(rest, trial)) {
            rest = (struct wide){rest.high - trial.high - (rest.low < trial.low),
                                 rest.low - trial.low};
            root.low |= 1;
        }
    }
    *is_exact = rest.high == 0 && rest.low == 0;
    return root;
}

long double sqrtl(long double x)
{
    struct real number = __cutaway_take_long_double(x);
    bool is_exact;
    int bits;

    if (x == 0 || isnan(x) || (isinf(x) && x > 0)) {
        return x;
    }
    if (x < 0) {
        errno = EDOM;
        return (x - x) / (x - x);
    }
    if (number.exponent % 2 != 0) {
        number.significand = __cutaway_wide_left(number.significand, 1);
        number.exponent--;
    }
    bits = (__cutaway_wide_bits(number.significand) + 1) / 2 * 2;
    number.significand = root_of(number.significand, bits, &is_exact);
    number.exponent = number.exponent / 2 + bits / 2 - 116;
    return __cutaway_make_long_double(number, !is_exact);
}
