/* normalize.c: the leading one of a number goes to its place. */
#include "../internal/quad.h"

struct real __cutaway_normalize(bool negative, int exponent, struct wide digits)
{
    struct real real = {QUAD_FINITE, negative, exponent, digits};

    if ((digits.high | digits.low) == 0) {
        real.kind = QUAD_ZERO;
        return real;
    }
    if (digits.high >> 63 != 0) {
        real.digits = __cutaway_shift_right_sticky(digits, 1);
        real.exponent++;
        return real;
    }
    for (int step = 32; step > 0; step /= 2) {
        /* Twice at most: the leading one may be 126 places too low. */
        while (real.digits.high >> (63 - step) == 0) {
            real.digits = __cutaway_shift_left(real.digits, step);
            real.exponent -= step;
        }
    }
    return real;
}
