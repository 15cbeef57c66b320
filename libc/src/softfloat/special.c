/* special.c: numbers that are not computed. IEEE 754 3.4. */
#include "../internal/quad.h"

#define INFINITY_HIGH 0x7fff000000000000ul
#define QUIET_HIGH 0x0000800000000000ul

static long double from_high(unsigned long high)
{
    union quad quad;

    quad.bits.high = high;
    quad.bits.low = 0;
    return quad.value;
}

long double __cutaway_quad_nan(void)
{
    return from_high(INFINITY_HIGH | QUIET_HIGH);
}

long double __cutaway_quad_zero(bool negative)
{
    return from_high((unsigned long)negative << 63);
}

long double __cutaway_quad_infinity(bool negative)
{
    return from_high(INFINITY_HIGH | (unsigned long)negative << 63);
}
