/* compare.c: comparisons. Each result compares with zero as the operands do; when one of them is a
 * NaN, it is such that the comparison that the function is named for does not hold. IEEE 754 5.11. */
#include "../internal/quad.h"

static bool is_nan(long double number)
{
    return __cutaway_unpack(number).kind == QUAD_NAN;
}

/* Orders two numbers; unordered is what to say when one is a NaN. */
static int order(long double a, long double b, int unordered)
{
    union quad x = {a}, y = {b};
    struct wide left = {x.bits.high << 1 >> 1, x.bits.low};
    struct wide right = {y.bits.high << 1 >> 1, y.bits.low};
    bool is_left_negative = x.bits.high >> 63, is_right_negative = y.bits.high >> 63;
    int magnitudes = __cutaway_wide_order(left, right);

    if (is_nan(a) || is_nan(b)) {
        return unordered;
    }
    if ((left.high | left.low | right.high | right.low) == 0) {
        return 0; /* minus zero is zero */
    }
    if (is_left_negative != is_right_negative) {
        return is_left_negative ? -1 : 1;
    }
    return is_left_negative ? -magnitudes : magnitudes;
}

int __eqtf2(long double a, long double b)
{
    return order(a, b, 1);
}

int __netf2(long double a, long double b)
{
    return order(a, b, 1);
}

int __lttf2(long double a, long double b)
{
    return order(a, b, 1);
}

int __letf2(long double a, long double b)
{
    return order(a, b, 1);
}

int __gttf2(long double a, long double b)
{
    return order(a, b, -1);
}

int __getf2(long double a, long double b)
{
    return order(a, b, -1);
}

int __unordtf2(long double a, long double b)
{
    return is_nan(a) || is_nan(b);
}
