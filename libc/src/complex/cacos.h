/*
 * cacos.h: the arc cosine. C17 7.3.5.1, G.6.1.1.
 *
 * Rule: W. Kahan, "Branch Cuts for Complex Elementary Functions", 1987: from the roots of 1 - z and 1 + z.
 */

COMPLEX NAMED(cacos)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    COMPLEX minus;
    COMPLEX plus;
    REAL sine;

    if (isinf(x) || isinf(y)) {
        return MADE_OF(NAMED(atan2)(NAMED(fabs)(y), x), -NAMED(copysign)(INFINITY, y));
    }
    if (isnan(x) || isnan(y)) {
        return MADE_OF(x == 0 ? (REAL)(REAL_PI / 2) : (REAL)NAN, NAN);
    }
    if (NAMED(fmax)(NAMED(fabs)(x), NAMED(fabs)(y)) > 1 / REAL_EPSILON) {
        REAL size = NAMED(__cutaway_log_modulus)(x, y) + (REAL)REAL_LN_2;

        return MADE_OF(NAMED(atan2)(NAMED(fabs)(y), x), -NAMED(copysign)(size, y));
    }
    minus = NAMED(csqrt)(MADE_OF(1 - x, -y));
    plus = NAMED(csqrt)(MADE_OF(1 + x, y));
    sine = __real__ plus * __imag__ minus - __imag__ plus * __real__ minus;
    return MADE_OF(2 * NAMED(atan2)(__real__ minus, __real__ plus), NAMED(asinh)(sine));
}
