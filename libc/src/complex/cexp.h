/* cexp.h: the exponential. C17 7.3.7.1, G.6.3.1. */

COMPLEX NAMED(cexp)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    REAL length;

    if (y == 0) {
        return MADE_OF(NAMED(exp)(x), y);
    }
    if (!isfinite(y)) {
        if (isinf(x)) {
            return x > 0 ? MADE_OF(x, NAN) : MADE_OF(0, NAMED(copysign)(0, y));
        }
        return MADE_OF(NAN, NAN);
    }
    if (isfinite(x) && x > EXP_MAX) {
        /* In two factors, since a sine may bring what overflows back. */
        length = NAMED(exp)(x / 2);
        return MADE_OF(length * NAMED(cos)(y) * length, length * NAMED(sin)(y) * length);
    }
    length = NAMED(exp)(x);
    return MADE_OF(length * NAMED(cos)(y), length * NAMED(sin)(y));
}
