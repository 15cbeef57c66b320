/* multiply.c: product. IEEE 754 5.4.1, 7.2. */
#include "../internal/quad.h"

/* The product of two words, by their halves. */
static struct wide multiply_words(unsigned long a, unsigned long b)
{
    unsigned long a_high = a >> 32, a_low = a & 0xffffffff;
    unsigned long b_high = b >> 32, b_low = b & 0xffffffff;
    unsigned long low = a_low * b_low;
    unsigned long inner = a_high * b_low + (low >> 32);
    unsigned long outer = a_low * b_high + (inner & 0xffffffff);
    struct wide product = {
        a_high * b_high + (inner >> 32) + (outer >> 32),
        outer << 32 | (low & 0xffffffff),
    };

    return product;
}

/* The high half of a product of 256 bits, the lowest bit sticky. */
static struct wide multiply_wide(struct wide a, struct wide b)
{
    struct wide low = multiply_words(a.low, b.low);
    struct wide inner = multiply_words(a.high, b.low);
    struct wide outer = multiply_words(a.low, b.high);
    struct wide high = multiply_words(a.high, b.high);
    struct wide carried = {0, low.high};
    struct wide middle = {0, outer.low};

    inner = __cutaway_wide_add(inner, carried);
    carried.low = inner.low;
    middle = __cutaway_wide_add(middle, carried);
    carried.low = inner.high;
    high = __cutaway_wide_add(high, carried);
    carried.low = outer.high;
    high = __cutaway_wide_add(high, carried);
    carried.low = middle.high;
    high = __cutaway_wide_add(high, carried);
    if ((middle.low | low.low) != 0) {
        high.low |= 1;
    }
    return high;
}

long double __multf3(long double a, long double b)
{
    struct real x = __cutaway_unpack(a);
    struct real y = __cutaway_unpack(b);
    bool negative = x.negative != y.negative;

    if (x.kind == QUAD_NAN || y.kind == QUAD_NAN) {
        return __cutaway_quad_nan();
    }
    if (x.kind == QUAD_INFINITE || y.kind == QUAD_INFINITE) {
        bool has_zero = x.kind == QUAD_ZERO || y.kind == QUAD_ZERO;

        return has_zero ? __cutaway_quad_nan() : __cutaway_quad_infinity(negative);
    }
    if (x.kind == QUAD_ZERO || y.kind == QUAD_ZERO) {
        return __cutaway_quad_zero(negative);
    }
    /* Bit 252 of the product is worth what bit 126 of a factor is: it is bit 124 of the high half. */
    return __cutaway_pack(__cutaway_normalize(negative, x.exponent + y.exponent + 2,
                                              multiply_wide(x.digits, y.digits)));
}
