/* log_modulus.h: the logarithm of the absolute value of a complex number. */

REAL NAMED(__cutaway_log_modulus)(REAL x, REAL y)
{
    REAL large = NAMED(fmax)(NAMED(fabs)(x), NAMED(fabs)(y));
    REAL small = NAMED(fmin)(NAMED(fabs)(x), NAMED(fabs)(y));

    if (isinf(x) || isinf(y) || isnan(x) || isnan(y) || large == 0) {
        return NAMED(log)(NAMED(hypot)(x, y));
    }
    if (large > REAL_MAX / 2) {
        return NAMED(log)(NAMED(hypot)(x / 2, y / 2)) + (REAL)REAL_LN_2;
    }
    if (large < REAL_MIN / REAL_EPSILON) {
        REAL scaled = NAMED(hypot)(x / REAL_EPSILON, y / REAL_EPSILON);

        return NAMED(log)(scaled) + NAMED(log)(REAL_EPSILON);
    }
    if (large > (REAL)0.5 && large < 2) {
        /* |z|^2 - 1, without the loss of digits that squaring first would bring. */
        return NAMED(log1p)((large - 1) * (large + 1) + small * small) / 2;
    }
    return NAMED(log)(NAMED(hypot)(large, small));
}
