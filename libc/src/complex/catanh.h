/*
 * catanh.h: the hyperbolic arc tangent. C17 7.3.6.3, G.6.2.3.
 *
 * Rule: W. Kahan, "Branch Cuts for Complex Elementary Functions", 1987.
 */

COMPLEX NAMED(catanh)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    REAL size = NAMED(fabs)(x);
    REAL real;

    if (isinf(x) || isinf(y)) {
        return MADE_OF(NAMED(copysign)(0, x),
                       isnan(y) ? y : NAMED(copysign)((REAL)(REAL_PI / 2), y));
    }
    if (isnan(x) || isnan(y)) {
        return MADE_OF(x == 0 ? x : (REAL)NAN, NAN);
    }
    if (NAMED(fmax)(size, NAMED(fabs)(y)) > 1 / REAL_EPSILON) {
        /* 1 / z; the arc tangent is a right angle less that. */
        REAL length = NAMED(hypot)(x / 2, y / 2);

        return MADE_OF(x / length / length / 4, NAMED(copysign)((REAL)(REAL_PI / 2), y));
    }
    if (size == 1 && y == 0) {
        return MADE_OF(NAMED(copysign)(INFINITY, x), y);
    }
    if (size == 1 && NAMED(fabs)(y) < REAL_EPSILON) {
        real = ((REAL)REAL_LN_2 - NAMED(log)(NAMED(fabs)(y))) / 2;
    } else {
        real = NAMED(log1p)(4 * size / ((1 - size) * (1 - size) + y * y)) / 4;
    }
    return MADE_OF(NAMED(copysign)(real, x),
                   NAMED(atan2)(2 * y, (1 - size) * (1 + size) - y * y) / 2);
}
