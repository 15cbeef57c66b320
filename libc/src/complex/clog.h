/* clog.h: the natural logarithm. C17 7.3.7.2, G.6.3.2: the special values are those of hypot and atan2. */

COMPLEX NAMED(clog)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;

    return MADE_OF(NAMED(__cutaway_log_modulus)(x, y), NAMED(atan2)(y, x));
}
