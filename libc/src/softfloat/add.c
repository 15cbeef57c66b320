/* add.c: sum and difference. IEEE 754 5.4.1, 6.3. */
#include "../internal/quad.h"

/* The sum of two finite numbers, of which the first has the larger magnitude. Bits are lost only
 * when the exponents differ by more than the low zeros of the digits; then at most one leading bit
 * cancels, and the sticky one is enough to round. */
static long double add_ordered(struct real large, struct real small)
{
    struct wide aligned =
        __cutaway_shift_right_sticky(small.digits, large.exponent - small.exponent);
    struct wide digits = large.negative == small.negative
        ? __cutaway_wide_add(large.digits, aligned)
        : __cutaway_wide_subtract(large.digits, aligned);
    struct real sum = __cutaway_normalize(large.negative, large.exponent, digits);

    /* A difference of equals is plus zero. */
    return sum.kind == QUAD_ZERO ? __cutaway_quad_zero(false) : __cutaway_pack(sum);
}

static bool is_larger(struct real a, struct real b)
{
    if (a.exponent != b.exponent) {
        return a.exponent > b.exponent;
    }
    return __cutaway_wide_order(a.digits, b.digits) > 0;
}

static long double add(struct real a, struct real b)
{
    if (a.kind == QUAD_NAN || b.kind == QUAD_NAN) {
        return __cutaway_quad_nan();
    }
    if (a.kind == QUAD_INFINITE && b.kind == QUAD_INFINITE && a.negative != b.negative) {
        return __cutaway_quad_nan();
    }
    if (a.kind == QUAD_INFINITE || b.kind == QUAD_INFINITE) {
        return __cutaway_pack(a.kind == QUAD_INFINITE ? a : b);
    }
    if (a.kind == QUAD_ZERO && b.kind == QUAD_ZERO) {
        return __cutaway_quad_zero(a.negative && b.negative);
    }
    if (a.kind == QUAD_ZERO || b.kind == QUAD_ZERO) {
        return __cutaway_pack(a.kind == QUAD_ZERO ? b : a);
    }
    return is_larger(a, b) ? add_ordered(a, b) : add_ordered(b, a);
}

long double __addtf3(long double a, long double b)
{
    return add(__cutaway_unpack(a), __cutaway_unpack(b));
}

long double __subtf3(long double a, long double b)
{
    struct real subtrahend = __cutaway_unpack(b);

    subtrahend.negative = !subtrahend.negative;
    return add(__cutaway_unpack(a), subtrahend);
}
