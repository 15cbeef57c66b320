/*
 * casinh.h: the hyperbolic arc sine. C17 7.3.6.2, G.6.2.2.
 *
 * Rule: W. Kahan, "Branch Cuts for Complex Elementary Functions", 1987: from the roots of 1 - iz and 1 + iz.
 */

COMPLEX NAMED(casinh)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    COMPLEX minus;
    COMPLEX plus;
    REAL sine;
    REAL cosine;

    if (isinf(x) || isinf(y)) {
        return MADE_OF(NAMED(copysign)(INFINITY, x), NAMED(atan2)(y, NAMED(fabs)(x)));
    }
    if (isnan(x) || isnan(y)) {
        return MADE_OF(NAN, y == 0 ? y : (REAL)NAN);
    }
    if (NAMED(fmax)(NAMED(fabs)(x), NAMED(fabs)(y)) > 1 / REAL_EPSILON) {
        REAL size = NAMED(__cutaway_log_modulus)(x, y) + (REAL)REAL_LN_2;

        return MADE_OF(NAMED(copysign)(size, x), NAMED(atan2)(y, NAMED(fabs)(x)));
    }
    minus = NAMED(csqrt)(MADE_OF(1 + y, -x));
    plus = NAMED(csqrt)(MADE_OF(1 - y, x));
    sine = __real__ minus * __imag__ plus - __imag__ minus * __real__ plus;
    cosine = __real__ minus * __real__ plus - __imag__ minus * __imag__ plus;
    return MADE_OF(NAMED(asinh)(sine), NAMED(atan2)(y, cosine));
}
