/*
 * ctanh.h: the hyperbolic tangent. C17 7.3.6.6, G.6.2.6.
 *
 * Rule: W. Kahan, "Branch Cuts for Complex Elementary Functions", 1987: no sum in it loses digits.
 */

/* For an x so large that the real part is 1, or nearly. */
static COMPLEX far_out(REAL x, REAL y)
{
    REAL imaginary = NAMED(copysign)(0, y);

    if (isfinite(y)) {
        REAL left = isinf(x) ? 0 : NAMED(exp)(-2 * NAMED(fabs)(x));

        imaginary = 4 * NAMED(sin)(y) * NAMED(cos)(y) * left;
    }
    return MADE_OF(NAMED(copysign)(1, x), imaginary);
}

COMPLEX NAMED(ctanh)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    REAL sine = NAMED(sinh)(x);
    REAL tangent;
    REAL slope;
    REAL divisor;

    if (isinf(x) || (NAMED(fabs)(x) > TANH_IS_1 && isfinite(y))) {
        return far_out(x, y);
    }
    if (!isfinite(y)) {
        return MADE_OF(x == 0 ? x : (REAL)NAN, NAN);
    }
    if (isnan(x)) {
        return MADE_OF(NAN, y == 0 ? y : (REAL)NAN);
    }
    tangent = NAMED(tan)(y);
    slope = 1 + tangent * tangent;
    divisor = 1 + slope * sine * sine;
    return MADE_OF(slope * NAMED(sqrt)(1 + sine * sine) * sine / divisor, tangent / divisor);
}
