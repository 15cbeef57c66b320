/* csqrt.h: the square root. C17 7.3.8.3, G.6.4.2. */

static COMPLEX special_root(REAL x, REAL y)
{
    if (isinf(y)) {
        return MADE_OF(INFINITY, y);
    }
    if (isinf(x) && x > 0) {
        return MADE_OF(x, isnan(y) ? y : NAMED(copysign)(0, y));
    }
    if (isinf(x)) {
        return MADE_OF(isnan(y) ? y : (REAL)0, NAMED(copysign)(INFINITY, y));
    }
    return MADE_OF(NAN, NAN);
}

/* Of what is neither very large nor very small. */
static COMPLEX middle_root(REAL x, REAL y)
{
    REAL root = NAMED(sqrt)((NAMED(fabs)(x) + NAMED(hypot)(x, y)) / 2);
    REAL other = y / (2 * root);

    return x >= 0 ? MADE_OF(root, other)
                  : MADE_OF(NAMED(fabs)(other), NAMED(copysign)(root, y));
}

COMPLEX NAMED(csqrt)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;
    REAL large = NAMED(fmax)(NAMED(fabs)(x), NAMED(fabs)(y));

    if (!isfinite(x) || !isfinite(y)) {
        return special_root(x, y);
    }
    if (large == 0) {
        return MADE_OF(0, y);
    }
    if (large > REAL_MAX / 4) {
        return middle_root(x / 4, y / 4) * 2;
    }
    if (large < REAL_MIN / REAL_EPSILON) {
        REAL scale = REAL_EPSILON * REAL_EPSILON;

        return middle_root(x / scale, y / scale) * REAL_EPSILON;
    }
    return middle_root(x, y);
}
